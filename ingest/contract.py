"""The JSON of `tinbai parse`: a reading as the object that other programs rely on.

Every key is always present; what is absent is null or empty. Keys may be added, never removed or renamed. The same
is written down for machines in `contract.schema.json`.
"""

from collections.abc import Iterable
from typing import Any

from ingest.letter import Address, Letter, Part
from ingest.reading import Chosen, ColumnGuess, ReadArticle, Reading, ReadPhoto
from ingest.source import SetAside
from tinbai.finding import Finding
from tinbai.site_data import SiteData

Json = dict[str, Any]


def as_json(reading: Reading, *, file: str, site: SiteData | None) -> Json:
    """The object for one letter. `file` is given back as it came; without a site `column` is null."""
    return {
        "file": file,
        "message": _message(reading.letter),
        "verdict": str(reading.verdict),
        "reason": reading.reason,
        "articles": [_article(article, site) for article in reading.articles],
        "set_aside": _set_aside(reading.set_aside),
        "photos": _photos(reading.photos),
        "findings": _findings(reading.findings),
    }


def _message(letter: Letter) -> Json:
    return {
        "message_id": letter.message_id,
        "date": letter.date.isoformat() if letter.date else None,
        "subject": letter.subject,
        "from": _address(letter.sender),
        "to": _addresses(letter.to),
        "cc": _addresses(letter.cc),
        "reply_to": _addresses(letter.reply_to),
        "in_reply_to": letter.in_reply_to,
        "references": list(letter.references),
        "text": letter.text,
        "html": letter.html,
        "alternatives": list(letter.alternatives),
        "parts": [_part(part) for part in letter.parts],
        "automatic": letter.automatic,
        "defects": list(letter.defects),
    }


def _addresses(addresses: Iterable[Address]) -> list[Json | None]:
    return [_address(address) for address in addresses]


def _address(address: Address | None) -> Json | None:
    return {"name": address.name, "address": address.address} if address else None


def _part(part: Part) -> Json:
    return {
        "filename": part.filename,
        "media_type": part.media_type,
        "size": len(part.content),
        "sha256": part.sha256,
        "inline": part.inline,
        "content_id": part.content_id,
        "inside": part.inside,
    }


def _article(article: ReadArticle, site: SiteData | None) -> Json:
    columns = article.columns if site else ()
    return {
        "title": article.title,
        "summary": article.summary,
        "body_html": article.body_html,
        "body_text": article.body_text,
        "byline": article.byline,
        "author": article.author,
        "unit": article.unit,
        "source": article.source,
        "genre": article.genre,
        "kind": str(article.kind),
        "column": columns[0].name if columns else None,
        "columns": [_column(guess) for guess in columns],
        "forwarded_by": _address(article.forwarded_by),
        "fields": dict(article.fields),
        "from_part": article.from_part,
        "encoding": str(article.encoding),
        "photos": _photos(article.photos),
        "attachments": [
            {"sha256": attachment.sha256, "filename": attachment.filename, "media_type": attachment.media_type}
            for attachment in article.attachments
        ],
        "set_aside": _set_aside(article.set_aside),
        "findings": _findings(article.findings),
        "chosen": [chosen_json(chosen) for chosen in article.chosen],
    }


def chosen_json(chosen: Chosen) -> Json:
    """One decision of the reader, as it is printed and stored."""
    return {
        "field": chosen.field,
        "value": chosen.value,
        "confidence": chosen.confidence,
        "reason": chosen.reason,
        "about": chosen.about,
        "others": [{"value": other.value, "label": other.label} for other in chosen.others],
    }


def _column(guess: ColumnGuess) -> Json:
    return {"name": guess.name, "reason": guess.reason, "confidence": guess.confidence}


def _photos(photos: Iterable[ReadPhoto]) -> list[Json]:
    return [
        {
            "sha256": photo.sha256,
            "filename": photo.filename,
            "caption": photo.caption,
            "alt": photo.alt,
            "place": photo.place,
        }
        for photo in photos
    ]


def _set_aside(pieces: Iterable[SetAside]) -> list[Json]:
    return [{"text": piece.text, "why": piece.why} for piece in pieces]


def _findings(findings: Iterable[Finding]) -> list[Json]:
    return [
        {
            "check": finding.check,
            "severity": str(finding.severity),
            "where": {
                "field": finding.where.field,
                "block": finding.where.block,
                "start": finding.where.start,
                "end": finding.where.end,
            },
            "message": finding.message,
            "repairs": list(finding.repairs),
            "confidence": finding.confidence,
        }
        for finding in findings
    ]
