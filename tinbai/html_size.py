"""How hard a piece of HTML is to parse, judged before any parser sees it.

HTML parsers need time that grows with the square of the depth, of the attributes of one tag, and of the character
references in one text. A few hundred kilobytes can therefore cost minutes. This gate reads tags with one linear
expression and never trusts a closing tag that a real parser might ignore, so it may judge a sloppy letter too
deep, but not a hostile one too shallow.
"""

import re
from collections import Counter
from collections.abc import Iterator

_TAG = re.compile(
    r"""<!--(?:-?>|.*?(?:--!?>|\Z))              # a comment, closed or not
      | <[!?][^>]*+>?                            # what parsers take for a comment
      | </[^a-zA-Z][^>]*+>?
      | <(?P<closing>/?)(?P<name>[a-zA-Z][^\s/>]*+)
        (?:[^>=]++|=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))?+)*+>?
    """,
    re.DOTALL | re.VERBOSE,
)
_VOID = frozenset("area base br col embed hr image img input keygen link meta param source track wbr".split())
# A second one of these closes the first, so that writing none of the closing tags makes no depth.
_CLOSED_BY_NEXT = frozenset("a body colgroup dd dt head html li option p tbody td tfoot th thead tr".split())
_BARRIERS = frozenset("applet caption marquee math object svg table template".split())
_RAW_TEXT = frozenset("iframe noembed noframes noscript plaintext script style textarea title xmp".split())
_LONGEST_TAG = 20_000
_MOST_ATTRIBUTES = 2_000
_VALUE = re.compile(r"""=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+)""")
_MOST_SIGNS = 200_000  # "<" and "&": every tag and every character reference costs a parser some time


def too_hard(html: str, *, size: int, depth: int) -> bool:
    """Whether `html` is over `size` characters, nests deeper than `depth`, or would keep a parser busy otherwise."""
    if len(html) > size or html.count("&") + html.count("<") > _MOST_SIGNS:
        return True
    gauge = _Gauge()
    for tag in _TAG.finditer(html):
        if tag["name"] is None:
            continue
        if tag.end() - tag.start() > _LONGEST_TAG:
            return True
        gauge.meet(tag["name"].lower(), closing=bool(tag["closing"]))
        if gauge.depth > depth:
            return True
    return False


def has_endless_tag(html: str) -> bool:
    """Whether a tag has so many attributes that a parser, which compares each with all before it, needs minutes.

    A long value alone, such as a picture written into the page, is no harm.
    """
    return len(html) > _LONGEST_TAG and any(
        tag.end() - tag.start() > _LONGEST_TAG and len(_VALUE.sub("= ", tag[0]).split()) > _MOST_ATTRIBUTES
        for tag in _TAG.finditer(html)
        if tag["name"] is not None
    )


def between_tags(html: str) -> Iterator[tuple[str, bool]]:
    """The pieces of `html` in their order: texts, and (True) tags and comments."""
    position = 0
    for tag in _TAG.finditer(html):
        yield html[position : tag.start()], False
        yield tag[0], True
        position = tag.end()
    yield html[position:], False


class _Gauge:
    """The depth so far. A closing tag counts only for an element opened inside the same barrier."""

    def __init__(self) -> None:
        self.depth = 0
        self._scopes: list[tuple[str, Counter[str]]] = [("", Counter())]
        self._raw: str | None = None
        self._foreign = False  # inside SVG and MathML nothing is closed by its neighbour

    def meet(self, name: str, *, closing: bool) -> None:
        if name in _VOID or (name in _CLOSED_BY_NEXT and not self._foreign):
            return
        if self._raw is not None:
            self._meet_in_raw_text(name, closing=closing)
        elif closing:
            self._close(name)
        else:
            self._open(name)

    def _meet_in_raw_text(self, name: str, *, closing: bool) -> None:
        """Text or tags, by the state of the parser: count what opens, believe nothing that closes."""
        if not closing:
            self.depth += 1
        elif name == self._raw:
            self._raw = None
            self.depth -= 1

    def _open(self, name: str) -> None:
        self.depth += 1
        if name in _RAW_TEXT:
            self._raw = name
            return
        self._scopes[-1][1][name] += 1
        if name in _BARRIERS:
            self._scopes.append((name, Counter()))
            self._foreign = self._foreign or name in {"math", "svg"}

    def _close(self, name: str) -> None:
        barrier, opened = self._scopes[-1]
        if name == barrier:
            self._scopes.pop()
            self._scopes[-1][1].update(opened)  # a parser may open unclosed formatting again after the barrier
            opened = self._scopes[-1][1]
        if opened[name] > 0:
            opened[name] -= 1
            self.depth -= 1
