"""Structure that the standard library could not see: what a person could read in a broken letter is read.

A multipart whose boundary is missing, false, written twice over or hidden in an encoding; parts after the end; a
letter whose own headers were cut off, or stand below an empty line; text swallowed by the headers before it. Every
repair moves bytes from where they would be lost to where they belong; a sound letter is left as it is.
"""

import re
from collections.abc import Callable, Iterator

from ingest.encoded_words import raw_text
from ingest.message import WholeMessage, boundary_of, first_header
from ingest.transfer import decode_transfer

Parser = Callable[[bytes], WholeMessage]

_DELIMITER = re.compile(rb"^--([^\s\"\\][^\r\n\"\\]{0,199}?)[ \t]*\r?\n(?=content-)", re.MULTILINE | re.IGNORECASE)
_LATE_HEADERS = re.compile(rb"\s*(?:mime-version|content-type|content-transfer-encoding)[ \t]*:", re.IGNORECASE)
_WORD = re.compile(r"\w")
_MOST_REPAIRS = 20
_LONGEST_PREAMBLE = 500  # of a letter that does not say that it has parts
_ENCODED = frozenset({"base64", "quoted-printable"})
_KNOWN_HEADERS = frozenset(
    "from to cc bcc subject date sender received references comments keywords encrypted organization lines status "
    "priority importance precedence sensitivity xref path newsgroups approved".split()
)

AFTER_THE_END = "có chữ sau phần cuối cùng của thư"


def mend(message: WholeMessage, parse: Parser) -> list[str]:
    """Repair the tree below `message` in place; `parse` splits bytes as the letter was split. Gives defects."""
    defects: list[str] = []
    repairs = 0
    _find_parts_without_a_type(message, parse)
    for one in _every(message):
        if repairs < _MOST_REPAIRS and _mend_one(one, parse):
            repairs += 1
        _give_back_text(one)
        if isinstance(one.epilogue, str) and _WORD.search(one.epilogue) and AFTER_THE_END not in defects:
            defects.append(AFTER_THE_END)
    return defects


def _every(message: WholeMessage) -> Iterator[WholeMessage]:
    """Each message in order, and below it what there is once the caller has seen it. No recursion."""
    waiting = [message]
    while waiting:
        one = waiting.pop()
        yield one
        waiting.extend(reversed(one.parts()))


def _mend_one(message: WholeMessage, parse: Parser) -> bool:
    if message.get_content_maintype() != "multipart":
        return False
    if not message.is_multipart():
        found = _hidden_parts(message, parse)
        if found:
            message.set_parts(found)
        return bool(found)
    shared = _share_out(message)
    late = _parts_after_the_end(message, parse)
    for part in late:
        message.attach(part)
    return shared or bool(late)


def _hidden_parts(message: WholeMessage, parse: Parser) -> list[WholeMessage]:
    """The parts of a multipart whose boundary is not the one it declares, or that was encoded as a whole."""
    wire = message.wire()
    found = _split(message, wire, _boundary_in(wire), parse)
    encoding = raw_text(first_header(message, "content-transfer-encoding")).strip().lower()
    if found or encoding not in _ENCODED:
        return found
    body = decode_transfer(wire, encoding)
    declared = boundary_of(message).encode("utf-8", "surrogateescape")
    boundary = declared if declared and b"--" + declared in body else _boundary_in(body)
    return _split(message, body, boundary, parse)


def _boundary_in(wire: bytes, before: int | None = None) -> bytes | None:
    """The boundary that the lines show: two dashes, and a header of a part below."""
    found = _DELIMITER.search(wire, 0, len(wire) if before is None else min(before + 300, len(wire)))
    return found[1] if found else None


def _split(message: WholeMessage, wire: bytes, boundary: bytes | None, parse: Parser) -> list[WholeMessage]:
    if not boundary or b'"' in boundary or b"\\" in boundary:
        return []
    subtype = message.get_content_subtype() if message.get_content_maintype() == "multipart" else "mixed"
    head = b'Content-Type: multipart/%s; boundary="%s"\r\n\r\n' % (subtype.encode("ascii", "ignore"), boundary)
    return parse(head + wire).parts()


def _share_out(message: WholeMessage) -> bool:
    """Give a multipart that has its parent's boundary the parts after it: they were meant as its own.

    The line that ends it ends its parent too; what comes then is found after the end.
    """
    children, boundary = message.parts(), boundary_of(message)
    for place, child in enumerate(children[:-1]):
        inner = child.get_content_maintype() == "multipart" and not child.is_multipart()
        if inner and boundary and boundary_of(child) == boundary and not _WORD.search(_text(child)):
            child.set_parts(children[place + 1 :])
            message.set_parts(children[: place + 1])
            return True
    return False


def _text(message: WholeMessage) -> str:
    return message.wire()[:1_000].decode("utf-8", "replace")


def _parts_after_the_end(message: WholeMessage, parse: Parser) -> list[WholeMessage]:
    """The parts in what follows the last line of a multipart, which it therefore was not."""
    if not isinstance(message.epilogue, str) or "--" not in message.epilogue:
        return []
    rest = message.epilogue.encode("ascii", "surrogateescape")
    boundary = boundary_of(message).encode("utf-8", "surrogateescape")
    has_own = re.search(rb"^--" + re.escape(boundary) + rb"[ \t]*\r?$", rest, re.MULTILINE) if boundary else None
    parts = _split(message, rest, boundary if has_own else _boundary_in(rest), parse)
    if parts:
        message.epilogue = None
    return parts


def _find_parts_without_a_type(message: WholeMessage, parse: Parser) -> None:
    """The parts of a letter that does not say it has any: its headers were cut off, or stand below an empty line."""
    if message.is_multipart() or first_header(message, "content-type"):
        return
    wire = message.wire()
    if _LATE_HEADERS.match(wire):
        late = parse(wire.lstrip())
        if first_header(late, "content-type"):
            _take_over(message, late)
        return
    parts = _split(message, wire, _boundary_in(wire, _LONGEST_PREAMBLE), parse)
    if parts:
        message["Content-Type"] = "multipart/mixed"
        message.set_parts(parts)


def _take_over(message: WholeMessage, late: WholeMessage) -> None:
    """Put the headers that came too late where they belong, and the body below them."""
    known = {name.lower() for name, _ in message.raw_items()}
    for name, value in late.raw_items():
        if name.lower() not in known:
            message.set_raw(name, value)
    if late.is_multipart():
        message.set_parts(late.parts())
        message.epilogue = late.epilogue
    else:
        message.set_wire(late.wire())
    message.defects.extend(late.defects)


def _give_back_text(message: WholeMessage) -> None:
    """Where no empty line ends the headers, those at their end that are none are text: "Tin: họp dân"."""
    if message.is_multipart() or not any("Separator" in type(defect).__name__ for defect in message.defects):
        return
    items = list(message.raw_items())
    first = len(items)
    while first and not _is_header(items[first - 1][0]):
        first -= 1
    lines = [f"{name}: {value}\n" for name, value in items[first:]]
    if lines:
        message.keep_headers(first)
        message.set_wire("".join(lines).encode("utf-8", "surrogateescape") + message.wire())


def _is_header(name: str) -> bool:
    return "-" in name or name.lower() in _KNOWN_HEADERS
