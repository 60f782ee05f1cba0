"""HTML from outside becomes HTML that may be shown and published. bleach and nh3 end at this file.

Three layers, none of which trusts the one before it. nh3 (a real HTML5 parser) drops scripts, styles and everything
else that is not text, with its content; `html_normal` brings what is left into the house's structure; bleach holds
the house's rules for attributes and CSS, in portions, because its time grows with the square of the siblings; and
nh3 again must find nothing to change. bleach gets no more security fixes since 2026-06, so it never stands alone.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import bleach
import nh3
from bleach.css_sanitizer import CSSSanitizer

from tinbai.html_links import outward
from tinbai.html_normal import ALLOWED, CONTAINERS, REL, RENAMED, normal
from tinbai.html_pieces import in_pieces
from tinbai.html_portions import UnevenError, washed
from tinbai.html_size import too_hard
from tinbai.html_tree import Node, TooDeepError, escaped, tree
from tinbai.letter_html import (
    ATTRIBUTES,
    NUMBERED,
    PROPERTIES,
    TAGS,
    Pictures,
    arranged,
    plain_style,
)
from tinbai.limits import Limits
from tinbai.rough_lines import rough_lines

SCHEMES = frozenset({"http", "https", "mailto", "tel"})

_ALIGNED = frozenset({"p", "td", "th"})
_ATTRIBUTES = {
    "a": {"href", "title", "rel"},
    "ol": {"start"},
    "p": {"style"},
    "td": {"style", "colspan", "rowspan"},
    "th": {"style", "colspan", "rowspan"},
}
_NEVER_TEXT = frozenset(
    """applet audio canvas embed frameset head iframe math noembed noframes noscript object plaintext script select
    style svg template textarea title video xmp""".split()
)
_ALIGNMENT = re.compile(r"text-align: ?(left|center|right|justify)")
_SMALL_NUMBER = re.compile(r"[1-9][0-9]{0,2}")
_UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
_SHORT = 500  # characters of a style
_PASSES = 5

_LETTER_SCHEMES = SCHEMES | {"cid", "inline-data"}


class _Unclean(Exception):  # noqa: N818 - never leaves this file
    """A layer did not give what the next one needs."""


@dataclass(frozen=True, kw_only=True)
class _Layers:
    """What HTML passes through, in this order."""

    first: nh3.Cleaner
    arrange: Callable[[list[Node | str]], Sequence[Node | str]]
    bleach: Callable[[], bleach.Cleaner]  # a new one for each call, because a Cleaner must not be shared by threads
    last: nh3.Cleaner


def clean(html: str, *, limits: Limits | None = None) -> str:
    """`html` with the allowed elements only, safe to show and to publish; clean HTML comes back unchanged.

    Pure, and raises nothing. What is over the limits of size or depth comes back as plain paragraphs of its text.
    """
    layers = _Layers(first=_FIRST, arrange=normal, bleach=_article_bleach, last=_LAST)
    return _cleaned(html, layers, limits or Limits())


def clean_letter(html: str, *, image: Callable[[str], str | None], limits: Limits | None = None) -> str:
    """A letter's own HTML for a sandboxed frame: it paints and nothing else.

    `image` is asked for the address of each picture of the letter, by its "cid:..." or "data:image/..." source. It
    answers None for one that the letter does not have, and "" for one that is not to be shown here; what else it
    answers is put in as it is. Pictures from anywhere else become visible words.
    """
    pictures = Pictures(image)
    layers = _Layers(
        first=_LETTER_FIRST,
        arrange=lambda parts: arranged(parts, pictures),
        bleach=_letter_bleach,
        last=_LETTER_LAST,
    )
    return pictures.put_back(_cleaned(pictures.taken_out(html), layers, limits or Limits()))


def _cleaned(html: str, layers: _Layers, limits: Limits) -> str:
    html = _UNWANTED.sub("", html)
    if too_hard(html, size=limits.html_bytes, depth=limits.html_depth):
        return _plain(html)
    try:
        return _settled(html, layers, depth=limits.html_depth)
    except (_Unclean, UnevenError, TooDeepError, RecursionError):
        return _plain(html)


def _settled(html: str, layers: _Layers, *, depth: int) -> str:
    """Pass after pass, until nh3 finds nothing to change in what the others wrote."""
    for _ in range(_PASSES):
        washed = _through_bleach(layers, layers.arrange(tree(_through_nh3(layers, html), depth=depth)))
        html = _through_nh3_again(layers, washed)
        if html == washed:
            return html
    raise _Unclean


def _through_nh3(layers: _Layers, html: str) -> str:
    return _UNWANTED.sub("", layers.first.clean(in_pieces(html)))


def _through_nh3_again(layers: _Layers, html: str) -> str:
    return layers.last.clean(in_pieces(html))


def _through_bleach(layers: _Layers, parts: Sequence[Node | str]) -> str:
    """Every element washed by bleach, a portion at a time."""
    cleaner = layers.bleach()

    def wash(html: str) -> str:
        try:
            return str(cleaner.clean(html))
        except Exception as error:  # html5lib fails in its own ways on some input, and none of them may get out
            raise _Unclean from error

    return "".join(washed(wash, parts))


def _plain(html: str) -> str:
    return "".join(f"<p>{escaped(line)}</p>" for line in rough_lines(html))


class _Remembering(CSSSanitizer):  # type: ignore[misc]
    """bleach's sanitizer of CSS, which keeps what it made of the last short styles.

    Word writes the same few styles thousands of times, and the CSS parser takes most of bleach's time.
    """

    def __init__(self, properties: Iterable[str], settled: Callable[[str], str]) -> None:
        super().__init__(allowed_css_properties=properties, allowed_svg_properties=[])
        self._settled = settled
        self._short = lru_cache(maxsize=1_000)(self._sanitized)

    def sanitize_css(self, style: str) -> str:
        """The declarations as nh3 would write them."""
        return self._short(style) if len(style) <= _SHORT else self._sanitized(style)

    def _sanitized(self, style: str) -> str:
        return self._settled(super().sanitize_css(style))


def _alignment(style: str) -> str:
    """Of all CSS, text-align with a plain keyword."""
    found = _ALIGNMENT.match(style)
    return f"text-align:{found[1]}" if found else ""


def _article_bleach() -> bleach.Cleaner:
    return bleach.Cleaner(
        tags=ALLOWED,
        attributes=_is_allowed,
        protocols=SCHEMES,
        strip=True,
        css_sanitizer=_ALIGNMENT_CSS,
    )


def _letter_bleach() -> bleach.Cleaner:
    return bleach.Cleaner(
        tags=TAGS,
        attributes=_is_allowed_in_letter,
        protocols=_LETTER_SCHEMES,
        strip=True,
        css_sanitizer=_PAINT_CSS,
    )


def _is_allowed(tag: str, name: str, value: str) -> bool:
    """The house's rules for attributes."""
    if name == "style":
        return tag in _ALIGNED and _ALIGNMENT_CSS.sanitize_css(value) != ""
    if name in {"colspan", "rowspan", "start"}:
        return name in _ATTRIBUTES.get(tag, ()) and _SMALL_NUMBER.fullmatch(value) is not None
    if name == "href":
        return tag == "a" and outward(value) == value
    return tag == "a" and name in _ATTRIBUTES["a"]


def _is_allowed_in_letter(tag: str, name: str, value: str) -> bool:
    """The rules for attributes of a letter: links lead outward, pictures are its own."""
    if name not in ATTRIBUTES["*"] and name not in ATTRIBUTES.get(tag, ()):
        return False
    if name == "href":
        return outward(value) == value
    return name != "src" or NUMBERED.fullmatch(value) is not None


def _own_pictures(_tag: str, name: str, value: str) -> str | None:
    return value if name != "src" or NUMBERED.fullmatch(value) else None


_PAINT_CSS = _Remembering(PROPERTIES, plain_style)
_ALIGNMENT_CSS = _Remembering(["text-align"], _alignment)
_FIRST = nh3.Cleaner(
    tags=set(ALLOWED | CONTAINERS | RENAMED.keys()),
    clean_content_tags=set(_NEVER_TEXT),
    attributes={name: keys - {"rel"} for name, keys in _ATTRIBUTES.items()},
    url_schemes=set(SCHEMES),
    url_relative="deny",
    link_rel=None,
)
_LAST = nh3.Cleaner(
    tags=set(ALLOWED),
    clean_content_tags=set(_NEVER_TEXT),
    attributes=_ATTRIBUTES,
    url_schemes=set(SCHEMES),
    url_relative="deny",
    link_rel=None,
    set_tag_attribute_values={"a": {"rel": REL}},
    filter_style_properties={"text-align"},
)
_LETTER_FIRST = nh3.Cleaner(
    tags=set(TAGS),
    clean_content_tags=set(_NEVER_TEXT),
    attributes=ATTRIBUTES,
    url_schemes=set(_LETTER_SCHEMES),
    url_relative="deny",
    link_rel=None,
    filter_style_properties=set(PROPERTIES),
)
_LETTER_LAST = nh3.Cleaner(
    tags=set(TAGS),
    clean_content_tags=set(_NEVER_TEXT),
    attributes=ATTRIBUTES,
    attribute_filter=_own_pictures,
    url_schemes=set(SCHEMES | {"cid"}),
    url_relative="deny",
    link_rel=None,
    set_tag_attribute_values={"a": {"rel": REL}},
    filter_style_properties=set(PROPERTIES),
)
