"""What an HTML element says about the look of its text: by its tag, its attributes and its own style."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from lxml import etree

from ingest.openers.link import safe_link
from tinbai.blocks import Align

_BOLD_FROM = 600
_MARKS = {
    "b": "bold",
    "strong": "bold",
    "th": "bold",
    "i": "italic",
    "em": "italic",
    "cite": "italic",
    "u": "underline",
    "ins": "underline",
    "sup": "superscript",
    "sub": "subscript",
}
_ALIGNS = {align.value: align for align in Align} | {"start": Align.LEFT, "end": Align.RIGHT}
_UNSEEN = re.compile(
    r"display:\s*none|visibility:\s*hidden|mso-hide:\s*all|(font-size|max-height):\s*0(?![.\d])", re.IGNORECASE
)


@dataclass(frozen=True, kw_only=True)
class Look:
    """How text looks, as far as it carries meaning."""

    bold: bool = False
    italic: bool = False
    underline: bool = False
    superscript: bool = False
    subscript: bool = False
    link: str | None = None
    font: str | None = None
    align: Align | None = None
    hidden: bool = False


def look_of(element: etree._Element, inherited: Look) -> Look:
    """The look of the text in `element`, given the look around it."""
    changes: dict[str, object] = {}
    tag = element.tag
    if tag in _MARKS:
        changes[_MARKS[tag]] = True
    elif tag == "center":
        changes["align"] = Align.CENTER
    elif tag == "a":
        changes["link"] = safe_link(element.get("href", ""))
    for name, value in element.items():
        changes.update(_said_by(name, value))
    return replace(inherited, **changes) if changes else inherited  # type: ignore[arg-type]


def _said_by(name: str, value: str) -> dict[str, object]:
    match name.lower():
        case "style":
            return dict(_said_by_style(value))
        case "align":
            align = _ALIGNS.get(value.strip().lower())
            return {"align": align} if align else {}
        case "face":
            return {"font": _first_font(value)}
        case "hidden":
            return {"hidden": True}
        case _:
            return {}


@lru_cache(maxsize=512)
def _said_by_style(style: str) -> tuple[tuple[str, object], ...]:
    """What a style attribute says; the same few stand on hundreds of elements of a Word letter."""
    said: list[tuple[str, object]] = [("hidden", True)] if _UNSEEN.search(style) else []
    for declaration in style[:4096].split(";"):
        name, _, value = declaration.partition(":")
        said.extend(_said_by_property(name.strip().lower(), value.strip()))
    return tuple(said)


def _said_by_property(name: str, value: str) -> list[tuple[str, object]]:
    lowered = value.lower()
    match name:
        case "font-weight":
            weight = int(lowered) if lowered.isdecimal() and len(lowered) < 5 else 0
            return [("bold", lowered in ("bold", "bolder") or weight >= _BOLD_FROM)]
        case "font-style":
            return [("italic", lowered in ("italic", "oblique"))]
        case "text-decoration" | "text-decoration-line":
            return [("underline", "underline" in lowered)]
        case "vertical-align":
            return [("superscript", lowered == "super"), ("subscript", lowered == "sub")]
        case "font-family":
            return [("font", _first_font(value))]
        case "text-align":
            align = _ALIGNS.get(lowered)
            return [("align", align)] if align else []
        case _:
            return []


def _first_font(value: str) -> str:
    return value.split(",", maxsplit=1)[0].strip().strip("'\"")
