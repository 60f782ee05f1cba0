"""The letter as it came, for an editor's eyes: its sender, its words, its parts. Nothing of it can act here."""

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import Any
from urllib.parse import unquote

from review.gallery import is_picture
from review.thumbnails import Thumbnails
from tinbai.clean import clean_letter
from tinbai.errors import BlobMissingError
from tinbai.limits import Limits
from tinbai.message import Message, MessagePart
from tinbai.picture import MEDIUM

MOST_PICTURES = 30  # different ones in one letter's text; the rest is listed with its parts
MOST_BYTES = 20_000_000  # of the pictures in the text of one letter, each as often as it stands there


@dataclass(frozen=True, kw_only=True)
class Piece:
    """Text that is in no article, and why."""

    text: str
    why: str


def letter_text(message: Message) -> str:
    """The letter's own words; "" when it has not been read."""
    return str(_read(message).get("text") or "")


def recipients(message: Message, header: str) -> str:
    """The addresses of "to" or "cc", as one line."""
    return ", ".join(_address(each) for each in _read(message).get(header) or [] if isinstance(each, dict))


def letter_set_aside(message: Message) -> list[Piece]:
    """What belongs to no single article: the covering note, and whatever was left out."""
    pieces = (message.reading or {}).get("set_aside") or []
    return [Piece(text=str(each.get("text", "")), why=str(each.get("why", ""))) for each in pieces]


def letter_html(message: Message, thumbnails: Thumbnails, limits: Limits) -> str:
    """The letter as HTML for a sandboxed frame: its own when it had one, else its text, line by line.

    Its pictures stand in it as copies made anew: a sandboxed frame sends no cookie and could fetch none.
    """
    html = _read(message).get("html")
    if isinstance(html, str) and html.strip():
        return clean_letter(html, image=_pictures(message, thumbnails), limits=limits)
    return f'<pre class="plain">{escape(letter_text(message))}</pre>'


def _pictures(message: Message, thumbnails: Thumbnails) -> Callable[[str], str | None]:
    by_id = {_id(part.content_id): part for part in reversed(message.parts) if part.content_id}  # the first one counts
    shown: dict[str, str | None] = {}
    left = MOST_BYTES

    def address(source: str) -> str | None:
        nonlocal left
        part = by_id.get(_id(unquote(source[len("cid:") :])))  # RFC 2392: percent-encoded
        if part is None or not is_picture(part):
            return None
        if part.sha256 not in shown:
            shown[part.sha256] = _as_data(part, thumbnails) if len(shown) < MOST_PICTURES else ""
        picture = shown[part.sha256]
        if picture and len(picture) > left:
            return ""
        left -= len(picture or "")
        return picture

    return address


def _id(content_id: str) -> str:
    return content_id.strip("<> ").lower()


def _as_data(part: MessagePart, thumbnails: Thumbnails) -> str | None:
    try:
        copy = thumbnails.get(part.sha256, MEDIUM)
    except BlobMissingError:
        return None
    return f"data:{copy.media_type};base64,{b64encode(copy.content).decode()}" if copy else None


def _read(message: Message) -> dict[str, Any]:
    read = (message.reading or {}).get("message")
    return read if isinstance(read, dict) else {}


def _address(address: dict[str, Any]) -> str:
    name, mailbox = address.get("name"), address.get("address") or ""
    return f"{name} <{mailbox}>" if name else str(mailbox)
