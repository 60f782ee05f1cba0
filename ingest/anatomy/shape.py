"""A letter becomes its articles."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.anatomy import kinds, settlement
from ingest.anatomy.allotting import allot_photos, owner_of
from ingest.anatomy.article import Materials, article_of
from ingest.anatomy.as_wished import Texts, WishedChoice, as_wished
from ingest.anatomy.attachments import find_attachments
from ingest.anatomy.candidates import choose
from ingest.anatomy.letter_text import LetterText, read_letter_text
from ingest.anatomy.photos import Photo, find_photos
from ingest.anatomy.piece import Piece, take_apart
from ingest.anatomy.sheet import merged
from ingest.letter import Letter, Part
from ingest.reading import ReadArticle, ReadPhoto
from ingest.source import SetAside, Source
from tinbai.finding import Finding
from tinbai.kind import Kind
from tinbai.site_data import SiteData
from tinbai.wish import Wish


@dataclass(frozen=True, kw_only=True)
class Shaped:
    """What a letter holds: its articles, and what belongs to none of them (the covering note, the shared tray)."""

    articles: tuple[ReadArticle, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    photos: tuple[ReadPhoto, ...] = ()
    findings: tuple[Finding, ...] = ()
    mine: Sequence[int] = ()  # of a letter read as somebody wished: which of the articles are what he wished for
    merged: Sequence[int] = ()  # the numbers of those that went into them


def shape(
    letter: Letter, body: Source | None, sources: Sequence[Source], site: SiteData | None, wish: Wish | None = None
) -> Shaped:
    """Find the articles of a letter. Pure; never raises; no word of `body` and `sources` is lost.

    `body` is the letter's own text, quoted history and signature included; `sources` are the documents opened from
    its parts, in order. A letter without any word, photo or attachment gives no article. With a `wish`, one of the
    articles is read in another way.
    """
    letter_text = _letter_text(letter, body)
    paper = kinds.is_paper(letter, letter_text.note)
    choice = choose(letter_text, sources, paper=paper)
    wished: WishedChoice | None = None
    if wish is not None:
        letter_text = _letter_text(letter, body)
        wished = as_wished(choice, wish, Texts(letter_text=letter_text, body=body, sources=sources))
        choice = wished.choice
    mine = wished.mine if wished else ()
    found = find_photos(letter.parts)
    attachments = find_attachments(letter.parts, choice.own)
    pieces = [take_apart(candidate, letter.subject) for candidate in choice.articles]
    kind_of_each = [_kind(letter, piece, letter_text.note, site, alone=len(pieces) == 1) for piece in pieces]
    if wish is not None and wish.kind:
        kind_of_each = [Kind(wish.kind) if order in mine else kind for order, kind in enumerate(kind_of_each)]
    shares = allot_photos(pieces, found.photos)
    attachments, withheld = _withhold(kind_of_each, shares, attachments)
    articles = [
        article_of(
            piece,
            Materials(
                letter=letter,
                letter_text=letter_text,
                body=body,
                kind=kind,
                site=site,
                photos=tuple(photos),
                attachments=_attachments(order, pieces, attachments),
                choice=choice,
                sources=sources,
            ),
        )
        for order, (piece, kind, photos) in enumerate(zip(pieces, kind_of_each, shares, strict=False))
    ]
    if len(articles) == 1 and not _holds(articles[0], pieces[0]):
        articles, choice.set_aside = [], [*choice.set_aside, *articles[0].set_aside]
    return Shaped(
        articles=tuple(articles),
        set_aside=merged(choice.set_aside),
        photos=tuple(ReadPhoto(sha256=photo.sha256, filename=photo.part.filename) for photo in shares[-1]),
        findings=(*found.findings, *withheld),
        mine=mine if articles else (),
        merged=wished.merged if wished else (),
    )


def _letter_text(letter: Letter, body: Source | None) -> LetterText:
    answers = bool(letter.in_reply_to or letter.references)
    return read_letter_text(body, letter.subject, answers=answers, alone=not letter.parts)


def _kind(letter: Letter, piece: Piece, note: str, site: SiteData | None, *, alone: bool) -> Kind:
    own = piece.candidate.source is None
    return kinds.kind_of(letter, piece.title, note, site, alone=alone and own)


def _withhold(
    kind_of_each: Sequence[Kind], shares: list[list[Photo]], attachments: list[Part]
) -> tuple[list[Part], list[Finding]]:
    """Keep what came with a settlement out of its article: its photos go to the tray, in `shares`."""
    findings: list[Finding] = []
    for order, kind in enumerate(kind_of_each):
        if kind is Kind.SETTLEMENT:
            attachments, withheld = settlement.sort_out(attachments)
            findings += settlement.findings([*(photo.part for photo in shares[order]), *withheld])
            shares[-1] += shares[order]
            shares[order] = []
    return attachments, findings


def _attachments(order: int, pieces: Sequence[Piece], parts: Sequence[Part]) -> tuple[Part, ...]:
    """The attachments of one article; what fits no article in particular goes with the first."""
    return tuple(part for part in parts if (owner_of(part, pieces) or 0) == order)


def _holds(article: ReadArticle, piece: Piece) -> bool:
    """Whether there is anything in an article beside the letter's subject."""
    text = article.body_text.strip() or article.summary or article.byline or piece.titled
    return bool(text or article.photos or article.attachments)
