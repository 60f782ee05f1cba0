"""A piece, its photos and what is known of its sender become an article."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.anatomy import kinds, paper_article
from ingest.anatomy.candidates import Candidate, Choice
from ingest.anatomy.checked import checked
from ingest.anatomy.chosen import Basis, chosen_of
from ingest.anatomy.columns import suggest_columns
from ingest.anatomy.genre import genre_of
from ingest.anatomy.letter_text import LetterText
from ingest.anatomy.people import author_of, unit_of
from ingest.anatomy.photos import Photo
from ingest.anatomy.piece import Piece
from ingest.anatomy.placing import place_photos
from ingest.anatomy.rendering import render_body
from ingest.letter import Address, Letter, Part
from ingest.reading import ReadArticle, ReadAttachment
from ingest.source import SetAside, Source
from tinbai.checks import check
from tinbai.finding import Finding, Severity, Where
from tinbai.kind import Kind
from tinbai.site_data import SiteData
from tinbai.vietnamese.encoding import Encoding


@dataclass(frozen=True, kw_only=True)
class Materials:
    """What an article is made of beside its own text."""

    letter: Letter
    letter_text: LetterText
    body: Source | None
    kind: Kind
    site: SiteData | None
    photos: tuple[Photo, ...]
    attachments: tuple[Part, ...]
    choice: Choice
    sources: Sequence[Source]


def article_of(piece: Piece, materials: Materials) -> ReadArticle:
    """Put an article together and check it."""
    fields: Mapping[str, str] = {}
    if materials.kind in (Kind.DOCUMENT, Kind.SETTLEMENT):
        fields = paper_article.fields_of(piece, materials.letter, materials.letter_text.note, materials.site)
    wanted = _is_scan_beside_others(piece.candidate, materials)
    if materials.kind is Kind.DOCUMENT and kinds.has_pdf(materials.letter) and not wanted:
        paper_article.compose(piece, fields)
    rendered = render_body([block for _, block in piece.body()])
    photos = place_photos(piece, materials.photos, rendered.places, rendered.elements)
    article = ReadArticle(
        title=piece.title,
        summary=piece.summary,
        body_html=rendered.html,
        body_text=rendered.text,
        byline=piece.byline.text,
        source=piece.byline.source,
        kind=materials.kind,
        fields=dict(fields),
        from_part=piece.candidate.name,
        photos=tuple(photos),
        attachments=tuple(
            ReadAttachment(sha256=part.sha256, filename=part.filename, media_type=part.media_type)
            for part in materials.attachments
        ),
        set_aside=_set_aside(piece.candidate, materials),
        encoding=_encoding(piece.candidate, materials.body),
    )
    article = _credited(article, piece, materials)
    article = replace(article, findings=_findings(article, piece, materials))
    basis = Basis(
        piece=piece, letter=materials.letter, note=materials.letter_text.note,
        courteous=materials.letter_text.courteous, body=materials.body, sources=materials.sources,
        choice=materials.choice, photos=materials.photos, site=materials.site,
    )  # fmt: skip
    return replace(article, chosen=chosen_of(article, basis))


def _is_scan_beside_others(candidate: Candidate, materials: Materials) -> bool:
    """Whether the text was read by machine although there is a typed one: an editor wants it, for readers to search."""
    source = candidate.source
    return source is not None and source.sha256 is None and len(materials.sources) > 1


def _credited(article: ReadArticle, piece: Piece, materials: Materials) -> ReadArticle:
    """The article with its author, unit, genre and columns."""
    sender, site = materials.letter.sender, materials.site
    source = piece.candidate.source
    origin = _origin(source, materials)
    unit = unit_of(origin or sender, source.name if source else None, site) or piece.byline.unit
    text = "\n".join(part for part in (article.summary, article.body_text) if part)
    is_question = materials.kind is Kind.QUESTION
    return replace(
        article,
        author=piece.byline.author or author_of(origin or sender, site),
        unit=None if is_question else unit,
        forwarded_by=sender if origin else None,
        genre=genre_of(
            kind=materials.kind,
            byline=piece.byline.genre,
            label=piece.labels.genre,
            subject=materials.letter.subject,
            title=piece.title,
            text=text,
        ),
        columns=suggest_columns(
            title=piece.title,
            text=text,
            note=materials.letter_text.note,
            label=piece.labels.column,
            kind=materials.kind,
            unit=unit,
            sender=sender,
            site=site,
        ),
    )


def _origin(source: Source | None, materials: Materials) -> Address | None:
    """Who wrote what the sender passes on, inline or as a letter inside of the letter; None for the sender's own."""
    origin = materials.letter_text.forwarded_from or (source.origin if source else None)
    sender = materials.letter.sender
    own = origin and sender and origin.address and origin.address.casefold() == (sender.address or "").casefold()
    return None if own else origin


def _set_aside(candidate: Candidate, materials: Materials) -> tuple[SetAside, ...]:
    came = candidate.source.set_aside if candidate.source is not None else materials.letter_text.quoted
    if candidate.raw and candidate.source is None:
        came = ()  # all of it is in the article
    return (*candidate.sheet.pieces(), *(came if candidate.first else ()))


def _encoding(candidate: Candidate, body: Source | None) -> Encoding:
    source = candidate.source or body
    return source.encoding if source else Encoding.UNICODE


def _findings(article: ReadArticle, piece: Piece, materials: Materials) -> tuple[Finding, ...]:
    """What the shape of the letter says, then what the checks say."""
    own = _split(piece.candidate) if piece.candidate.split else []
    if materials.kind is Kind.DOCUMENT:
        own += paper_article.findings(piece)
    return (*own, *check(checked(article, materials.letter), materials.site))


def _split(candidate: Candidate) -> list[Finding]:
    whole = f"một tệp ({candidate.name})" if candidate.source else "một thư có nhiều tin"
    return [
        Finding(
            check="split_from_one_file",
            severity=Severity.WARN,
            where=Where(field="body"),
            message=f"Bài được tách từ {whole} – đề nghị kiểm tra.",
        )
    ]
