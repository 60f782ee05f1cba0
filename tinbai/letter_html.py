"""How a letter's own HTML looks beside the draft: wider than an article, with pictures only from the letter itself.

Works on trees that nh3 has made safe. Nothing that a letter names is fetched: a picture from elsewhere becomes words.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from html import escape

from tinbai.html_links import outward
from tinbai.html_normal import ALLOWED, CONTAINERS, REL, RENAMED
from tinbai.html_tree import Node

TAGS = (
    ALLOWED
    | CONTAINERS
    | RENAMED.keys()
    | set(
        """abbr big cite code col colgroup del font img ins kbd mark q s
    small span strike tt var""".split()
    )
) - {"option", "form", "menu", "dir"}
ATTRIBUTES = {
    "*": {"align", "dir", "style", "title"},
    "a": {"href", "rel"},
    "col": {"span", "width"},
    "font": {"color", "face", "size"},
    "img": {"alt", "height", "src", "width"},
    "ol": {"start", "type"},
    "table": {"bgcolor", "border", "cellpadding", "cellspacing", "width"},
    "td": {"bgcolor", "colspan", "height", "nowrap", "rowspan", "valign", "width"},
    "th": {"bgcolor", "colspan", "height", "nowrap", "rowspan", "valign", "width"},
    "tr": {"bgcolor", "valign"},
}
PROPERTIES = frozenset(
    """background-color border border-bottom border-collapse border-color border-left border-right border-style
    border-top border-width color font-family font-size font-style font-weight height line-height list-style-type
    margin margin-bottom margin-left margin-right margin-top padding padding-bottom padding-left padding-right
    padding-top text-align text-decoration text-indent text-transform vertical-align white-space width""".split()
)
BLOCKED = "[ảnh ngoài đã chặn]"
MISSING = "[ảnh không có trong thư]"
LISTED = "[ảnh xem ở danh sách tệp]"
NUMBERED = re.compile(r"cid:[0-9]{1,6}", re.ASCII)  # a picture of the letter, while its HTML is cleaned

_DECLARATION = re.compile(r"\s*([a-z-]+)\s*:\s*((?:[-\w#%.,+ ]|rgba?\([\d., %]+\))+?)\s*", re.ASCII)
_DATA = re.compile(
    r"data:image/(?:png|jpe?g|gif|webp|bmp)(?:;[\w=-]+)?;base64,[A-Za-z0-9+/=\s]*+",
    re.ASCII | re.IGNORECASE,
)
_STORED = re.compile(r'(<img(?: [a-z]+="[^"]*")*? src=")cid:([0-9]{1,6})(?=")', re.ASCII)


class Pictures:
    """The pictures of one letter while its HTML is cleaned: out of it before any layer, numbered, and back at the end.

    A parser that meets megabytes of base64 in an attribute is slow, and nothing but a number passes the layers, so
    no spelling of an address can get round them.
    """

    def __init__(self, image: Callable[[str], str | None]) -> None:
        self._image = image
        self._data: list[str] = []
        self._addresses: list[str] = []
        self._numbers_are_ours = False

    def taken_out(self, html: str) -> str:
        """`html` with every data: picture replaced by its number."""
        return _DATA.sub(self._numbered, html)

    def _numbered(self, found: re.Match[str]) -> str:
        self._data.append("".join(found[0].split()))
        return f"inline-data:{len(self._data) - 1}"

    def shown(self, node: Node) -> Node | str:
        """The picture with its number as its source, or the words that stand for it."""
        source = node.attributes.get("src", "").strip()
        if self._numbers_are_ours:
            return node if self._address(source.removeprefix("cid:")) else _words(BLOCKED, node)
        if source.startswith("inline-data:"):
            number = source.removeprefix("inline-data:")
            source = self._data[int(number)] if _is_index(number, self._data) else ""
        elif source and source[:4].lower() != "cid:":
            return _words(BLOCKED, node)
        address = self._image(source) if source else None
        if not address:
            return _words(LISTED if address == "" else MISSING if source else BLOCKED, node)
        self._addresses.append(address)
        attributes = node.attributes | {"src": f"cid:{len(self._addresses) - 1}"}
        return Node(name="img", attributes=attributes)

    def all_shown(self) -> None:
        """From now on every source is a number given here: a second pass leaves them alone."""
        self._numbers_are_ours = True

    def put_back(self, html: str) -> str:
        """`html` with the addresses that the caller gave."""
        return _STORED.sub(lambda found: found[1] + escape(self._address(found[2]) or ""), html)

    def _address(self, number: str) -> str | None:
        return self._addresses[int(number)] if _is_index(number, self._addresses) else None


def _is_index(number: str, of: Sequence[str]) -> bool:
    return len(number) <= 6 and number.isdecimal() and int(number) < len(of)


def _words(what: str, picture: Node) -> str:
    """The words for a picture that is not shown, with those that its sender gave it."""
    alt = " ".join(picture.attributes.get("alt", "").split())
    return f"{what[:-1]}: {alt}]" if alt else what


def arranged(parts: Iterable[Node | str], pictures: Pictures) -> list[Node | str]:
    """The tree with its pictures resolved, and only plain styles and outward links left."""
    settled = _arranged_all(parts, pictures)
    pictures.all_shown()
    return settled


def _arranged_all(parts: Iterable[Node | str], pictures: Pictures) -> list[Node | str]:
    return [part if isinstance(part, str) else _arranged(part, pictures) for part in parts]


def _arranged(node: Node, pictures: Pictures) -> Node | str:
    if node.name == "img":
        return pictures.shown(node)
    kept = dict(node.attributes)
    if "style" in kept:
        kept["style"] = plain_style(kept["style"])
    if node.name == "a":
        kept |= {"rel": REL, "href": outward(kept.get("href", "")) or ""}
    return Node(
        name=node.name,
        attributes={key: value for key, value in kept.items() if value},
        parts=_arranged_all(node.parts, pictures),
    )


def plain_style(style: str) -> str:
    """The declarations that only paint: known properties, no address, no function but rgb(), no escape."""
    found = (_DECLARATION.fullmatch(declaration.replace("'", "").replace('"', "")) for declaration in style.split(";"))
    return ";".join(f"{match[1]}:{match[2]}" for match in found if match and match[1] in PROPERTIES)
