r"""RTF without a word processor: its bare text, and the HTML that Outlook wraps into it ([MS-OXRTFEX]).

`\'xx` are bytes of the code page, `\uN` are characters followed by a stand-in to skip. Output is in the order of the
tokens; nothing is looked up twice, so that it is linear.
"""

import re
from codecs import lookup
from collections.abc import Iterator

from ingest.openers.rtf_binary import without_binaries

_TOKEN = re.compile(
    rb"\\([a-z]+)(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\(.)|([{}])|[\r\n]+|([^\\{}\r\n]+)", re.IGNORECASE | re.DOTALL
)
_SKIPPED = frozenset(
    b"fonttbl colortbl stylesheet info pict object header footer headerl headerr footerl footerr themedata datastore "
    b"listtable listoverridetable rsidtbl generator fldinst latentstyles xmlnstbl".split()
)
_WORDS = {b"par": "\n", b"line": "\n", b"row": "\n", b"cell": "\t", b"tab": "\t", b"emdash": "—", b"endash": "–",
          b"lquote": "‘", b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”", b"bullet": "•"}  # fmt: skip
_SIGNS = {b"~": "\u00a0", b"-": "\u00ad", b"_": "-", b"{": "{", b"}": "}", b"\\": "\\"}
_CODE_PAGE = re.compile(rb"\\ansicpg(\d{3,5})")
_ENCAPSULATED = re.compile(rb"\\fromhtml1?\b")


def text_in_rtf(content: bytes) -> str:
    """The text of an RTF document; a byte that its code page lacks stays the one of Latin-1, for later repair."""
    return "".join(_pieces(without_binaries(content), html=False))


def html_in_rtf(content: bytes) -> str | None:
    r"""The HTML that an RTF was made of (`\fromhtml1`); None for an RTF that was written as one."""
    return "".join(_pieces(content, html=True)) if _ENCAPSULATED.search(content[:1_000]) else None


def _pieces(content: bytes, *, html: bool) -> Iterator[str]:
    r"""The characters. In encapsulated HTML those in `\*\htmltag` groups count, and those under `\htmlrtf` do not."""
    code_page = _code_page(content)
    skipping, starred, for_rtf = [False], False, False
    stand_ins = 0
    waiting = b""  # bytes of one run, which may be several to a character
    for token in _TOKEN.finditer(content):
        word, number, octet, sign, brace, text = token.groups()
        if octet and not skipping[-1] and not (html and for_rtf) and not stand_ins:
            waiting += bytes.fromhex(octet.decode())
            continue
        if waiting:
            yield _decoded(waiting, code_page)
            waiting = b""
        if brace:
            skipping.append(skipping[-1]) if brace == b"{" else skipping[1:] and skipping.pop()
        elif sign == b"*":
            starred = True
            continue
        elif word and (starred or word in _SKIPPED):
            skipping[-1] = skipping[-1] or not (html and word == b"htmltag")
        elif html and word == b"htmlrtf":
            for_rtf = number != b"0"
        elif not skipping[-1] and not (html and for_rtf):
            piece, stand_ins = _piece(word, number, octet or sign, text, stand_ins, code_page)
            yield piece
        starred = False
    yield _decoded(waiting, code_page)


def _piece(
    word: bytes | None, number: bytes | None, sign: bytes | None, text: bytes | None, stand_ins: int, code_page: str
) -> tuple[str, int]:
    """What one token says, and how many stand-ins come next."""
    if word == b"u" and number:
        return chr(int(number) % 0x10000), 1
    if text:
        return _decoded(text[stand_ins:], code_page), 0
    if sign:
        return ("" if stand_ins else _SIGNS.get(sign, "")), 0
    return _WORDS.get(word or b"", ""), stand_ins


def _code_page(content: bytes) -> str:
    found = _CODE_PAGE.search(content[:1_000])
    name = f"cp{found[1].decode()}" if found else "latin-1"
    try:
        return "utf-8" if name == "cp65001" else lookup(name).name
    except LookupError:
        return "latin-1"


def _decoded(octets: bytes, code_page: str) -> str:
    try:
        return octets.decode(code_page)
    except (UnicodeDecodeError, ValueError):
        return octets.decode("latin-1")
