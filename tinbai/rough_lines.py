"""The words of HTML that no parser shall see: in linear time, whatever it is, and only roughly right."""

import re
from collections.abc import Iterator
from html import unescape

_BLOCK = re.compile(
    r"/?(?:address|article|blockquote|br|center|d[dlt]|div|h[1-6r]|li|ol|p|pre|section|t[dhr]|table|ul)\b"
)
_SILENT = re.compile(r"(script|style|title|template|textarea|xmp|svg|math|noscript|iframe)\b")


def rough_lines(html: str) -> list[str]:
    """The lines of text in `html`, tags removed, without scripts, styles and comments, and without empty lines."""
    text = unescape("".join(_texts(html)))
    return [line for line in (" ".join(line.split()) for line in text.split("\n")) if line]


def _texts(html: str) -> Iterator[str]:
    lowered = html.lower() if len(html.lower()) == len(html) else html  # some letters change their length
    position = 0
    while (start := html.find("<", position)) != -1:
        yield html[position:start].replace("\n", " ")
        if not (html[start + 1 : start + 2].isalpha() or html[start + 1 : start + 2] in {"/", "!", "?"}):
            yield "<"
            position = start + 1
            continue
        position, text = _after_tag(html, lowered, start)
        yield text
    yield html[position:].replace("\n", " ")


def _after_tag(html: str, lowered: str, start: int) -> tuple[int, str]:
    """Where the text goes on after the tag or comment at `start`, and what stands for it."""
    if silent := _SILENT.match(lowered, start + 1):
        return _behind(html, ">", _behind(lowered, f"</{silent[1]}", start)), ""
    if html.startswith("<!--", start):
        return _behind(html, "-->", start + 2), ""
    return _behind(html, ">", start), "\n" if _BLOCK.match(lowered, start + 1) else ""


def _behind(text: str, mark: str, start: int) -> int:
    found = text.find(mark, start)
    return len(text) if found == -1 else found + len(mark)
