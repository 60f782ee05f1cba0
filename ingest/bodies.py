"""A body of a letter: bytes to the text that its sender saw, with the files that stood in the text taken out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from ingest.charset import decode
from ingest.data_uri import take_pictures
from ingest.filenames import name_for, safe_name
from ingest.flowed import unflow
from ingest.html_text import text_of_html
from ingest.letter import Part
from ingest.mime import Entity
from ingest.transfer import take_uuencoded
from tinbai.limits import Limits
from tinbai.text import clean_line, clean_text

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_LOOKS_LIKE_HTML = re.compile(r"^\s*(?:<!doctype html|<html[\s>])", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Body:
    """One body. `html` is None when it was plain text."""

    text: str
    html: str | None = None
    parts: Sequence[Part] = ()
    defects: Sequence[str] = ()


def body_of(entity: Entity, content: bytes, *, first_position: int, limits: Limits) -> Body:
    """Read a body; `first_position` numbers the parts that are found in it."""
    if entity.media_type == "text/html":
        return _html_body(entity, content, first_position, limits)
    content, files = take_uuencoded(content)
    parts = []
    for position, file in enumerate(files, first_position):
        name = safe_name(clean_line(decode(file.name).text)) or name_for(position, "application/octet-stream")
        parts.append(Part(filename=name, media_type="application/octet-stream", content=file.content))
    decoded = decode(content, entity.charset)
    text = clean_text(decoded.text)
    if _LOOKS_LIKE_HTML.match(text):
        return _from_html(decoded.text, first_position, limits, [*filter(None, [decoded.defect])])
    if entity.parameters.get("format", "").lower() == "flowed":
        text = unflow(text, delete_space=entity.parameters.get("delsp", "").lower() == "yes")
    return Body(text=text, parts=parts, defects=[*filter(None, [decoded.defect])])


def _html_body(entity: Entity, content: bytes, first_position: int, limits: Limits) -> Body:
    meta = _META_CHARSET.search(content[:4_000])
    decoded = decode(content, entity.charset or (meta[1].decode("ascii") if meta else None))
    return _from_html(decoded.text, first_position, limits, [*filter(None, [decoded.defect])])


def _from_html(source: str, first_position: int, limits: Limits, defects: list[str]) -> Body:
    html, pictures = take_pictures(clean_text(source), first_position)
    if len(html) > limits.html_bytes:
        defects = [*defects, "phần HTML của thư quá dài, chỉ lấy chữ"]
        return Body(text=text_of_html(html), parts=pictures, defects=defects)
    return Body(text=text_of_html(html), html=html, parts=pictures, defects=defects)


def join_bodies(bodies: Sequence[Body]) -> tuple[str, str | None]:
    """One text from bodies that stand one after the other, and one HTML when any of them was HTML."""
    text = "\n\n".join(body.text.strip("\n") for body in bodies)
    if all(body.html is None for body in bodies):
        return text, None
    return text, "\n".join(body.html if body.html is not None else _as_html(body.text) for body in bodies)


def _as_html(text: str) -> str:
    paragraphs = [escape(paragraph).replace("\n", "<br>") for paragraph in text.strip("\n").split("\n\n")]
    return "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
