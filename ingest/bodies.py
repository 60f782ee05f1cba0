"""A body of a letter: bytes to the text that its sender saw, with the files that stood in the text taken out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape

from ingest.beyond import Beyond
from ingest.binhex import take_binhex
from ingest.charset import Decoded, decode
from ingest.data_uri import take_pictures
from ingest.filenames import name_for, safe_name
from ingest.flowed import unflow
from ingest.html_charset import html_label
from ingest.html_text import text_of_html
from ingest.letter import Part
from ingest.mime import Entity
from ingest.openers.sniff import form_of
from ingest.pgp import is_encrypted, unwrapped
from ingest.protection import PGP, encrypted, signed
from ingest.uuencode import Embedded, take_uuencoded
from ingest.yenc import take_yenc
from tinbai.finding import Finding
from tinbai.html_size import too_hard
from tinbai.limits import Limits
from tinbai.text import clean_line, clean_text, has_too_many_marks

_LOOKS_LIKE_HTML = re.compile(r"^\s*(?:<!doctype html|<html[\s>])", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Body:
    """One body. `html` is None when it was plain text."""

    text: str
    html: str | None = None
    parts: Sequence[Part] = ()
    defects: Sequence[str] = ()
    findings: Sequence[Finding] = ()


def body_of(entity: Entity, content: bytes, *, first_position: int, limits: Limits) -> Body:
    """Read a body; `first_position` numbers the parts that are found in it."""
    if entity.media_type == "text/html":
        return _html_body(entity, content, first_position, limits)
    content, uuencoded = take_uuencoded(content)
    content, in_yenc = take_yenc(content)
    content, in_binhex = take_binhex(content, limits.archive_bytes)
    parts = _embedded([*uuencoded, *in_yenc, *in_binhex], first_position)
    decoded = decode(_whole_lines(content, limits.text_bytes), entity.charset)
    text = clean_text(decoded.text)
    defects = _told(decoded) + ([Beyond.TEXT_BYTES] if len(content) > limits.text_bytes else [])
    if _LOOKS_LIKE_HTML.match(text):
        return _from_html(decoded.text, first_position, limits, defects)
    if entity.parameters.get("format", "").lower() == "flowed":
        text = unflow(text, delete_space=entity.parameters.get("delsp", "").lower() == "yes")
    return _out_of_armour(Body(text=text, parts=parts, defects=defects), first_position + len(parts))


def _whole_lines(content: bytes, most: int) -> bytes:
    """At most `most` bytes, up to the end of a line where there is one."""
    return content if len(content) <= most else content[: content.rfind(b"\n", 0, most) + 1 or most]


def _told(decoded: Decoded) -> list[str]:
    """What there is to say of a text that was decoded."""
    marks = [Beyond.COMBINING_MARKS] if has_too_many_marks(decoded.text) else []
    return [*filter(None, [decoded.defect]), *marks]


def _embedded(files: Sequence[Embedded], first_position: int) -> list[Part]:
    """Files that stood in a text, as parts; what they are is told by their content."""
    parts = []
    for position, file in enumerate(files, first_position):
        media_type = form_of(file.content).media_type
        name = safe_name(clean_line(decode(file.name).text)) or name_for(position, media_type)
        parts.append(Part(filename=name, media_type=media_type, content=file.content))
    return parts


def _out_of_armour(body: Body, position: int) -> Body:
    """A text signed or encrypted with OpenPGP: the signature becomes a part, what is locked stays as it is."""
    if "-----BEGIN PGP" not in body.text:
        return body
    armour = unwrapped(body.text)
    findings = [encrypted(PGP)] if is_encrypted(armour.text) else []
    if armour.signature is None:
        return replace(body, findings=findings)
    name = name_for(position, "application/pgp-signature")
    part = Part(filename=name, media_type="application/pgp-signature", content=armour.signature.encode())
    return replace(body, text=armour.text, parts=[*body.parts, part], findings=[signed(PGP), *findings])


def rich_body(text: str | None, html: str | None, *, limits: Limits) -> list[Body]:
    """A body that comes from elsewhere than the letter's MIME, already decoded; none when there is no text."""
    if html and html.strip():
        return [_from_html(html, 1, limits, [])]
    return [Body(text=clean_text(text))] if text and text.strip() else []


def _html_body(entity: Entity, content: bytes, first_position: int, limits: Limits) -> Body:
    decoded = decode(content, html_label(content, entity.charset))
    return _from_html(decoded.text, first_position, limits, _told(decoded))


def _from_html(source: str, first_position: int, limits: Limits, defects: list[str]) -> Body:
    html, pictures = take_pictures(clean_text(source), first_position)
    if len(html) > limits.html_bytes:
        defects = [*defects, Beyond.HTML_BYTES]
        return Body(text=text_of_html(html), parts=pictures, defects=defects)
    if html.count("<") > limits.html_depth and too_hard(html, size=limits.html_bytes, depth=limits.html_depth):
        defects = [*defects, Beyond.HTML_DEPTH]
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
