"""Address headers (From, To, ...) as people and programs write them.

Comments, groups, missing quotation marks, commas in bare names, names that are addresses: each mailbox comes out
with what can be known of it, and a sender that is no address at all stays readable as a name.
"""

import re
from dataclasses import dataclass, field

from ingest.charset_labels import codec_of
from ingest.encoded_words import decode_words, raw_text
from ingest.letter import Address
from tinbai.text import clean_line

MAX_LENGTH = 65_536
MAX_ADDRESSES = 1_000
MAX_COMMENT = 1_000
MAX_DEPTH = 10

_DOMAIN = r"(?:\[[\w.:-]{1,60}\]|[^\s<>\"'(),;:@\[\]]{1,255})"
_ADDRESS = re.compile(rf"(?:\"[^\"@]{{1,200}}\"|[^\s<>\"(),;:@\[\]]{{1,200}})@{_DOMAIN}")
# An encoded word is one piece, whatever signs stand in it.
_PLAIN = re.compile(r"(?:=\?[^?\s]{1,60}\?[bBqQ]\?[^?\s]{0,2000}\?=|[^\"(<,;:])+")
_ESCAPED = re.compile(r"\\(.)")
_ROUTE = re.compile(r"^@[^:]{1,200}:")
_SPACED_AT = re.compile(r"(?<![\s@])\s{0,5}@\s{0,5}(?=[\w\[])")
_MAILTO = re.compile(r"\[?\bmailto:\s*", re.IGNORECASE)
_AROUND = "<>[] "


@dataclass(kw_only=True)
class _Mailbox:
    """One mailbox while it is being read."""

    phrase: list[str] = field(default_factory=list)
    bare: list[str] = field(default_factory=list)  # of the phrase, what stood outside of quotation marks
    comments: list[str] = field(default_factory=list)
    angle: str | None = None

    def add(self, text: str, *, quoted: bool = False) -> None:
        """Go on with the phrase."""
        self.phrase.append(text)
        self.bare.append(" " if quoted else text)


def parse_addresses(raw: str, charset: str | None = None) -> tuple[Address, ...]:
    """The mailboxes of a header value as the parser keeps it, in order; at most MAX_ADDRESSES.

    `charset` is what the letter itself is written in, for raw names that are not UTF-8.
    """
    found: list[Address] = []
    held = ""  # a bare name before a comma: the beginning of the next one's name, when that has an address in <>
    for mailbox in _mailboxes(raw_text(raw, None if codec_of(charset) == "utf-7" else charset)[:MAX_LENGTH]):
        addresses = _finished(mailbox, charset)
        if len(addresses) == 1 and addresses[0].address is None:
            held = ", ".join(filter(None, (held, addresses[0].name)))
            continue
        if held and addresses and mailbox.angle is not None and addresses[0].name:
            addresses[0] = Address(name=f"{held}, {addresses[0].name}", address=addresses[0].address)
            held = ""
        elif held and addresses:
            found.append(Address(name=held, address=None))
            held = ""
        found += addresses
    if held:
        found.append(Address(name=held, address=None))
    return tuple(found[:MAX_ADDRESSES])


def _mailboxes(text: str) -> list[_Mailbox]:
    done: list[_Mailbox] = []
    current = _Mailbox()
    place = 0
    grouped = ";" in text
    while place < len(text) and len(done) < MAX_ADDRESSES:
        sign = text[place]
        if sign == '"':
            place = _quoted(text, place, current)
        elif sign == "(":
            place = _comment(text, place, current)
        elif sign == "<":
            place = _angle(text, place, current)
        elif sign in ",;":
            done.append(current)
            current = _Mailbox()
            place += 1
        elif sign == ":":
            if grouped and current.angle is None and "@" not in "".join(current.phrase):
                current = _Mailbox()  # the name of a group
            else:
                current.add(sign)
            place += 1
        else:
            plain = _PLAIN.match(text, place)
            current.add(plain[0] if plain else sign)
            place = plain.end() if plain else place + 1
    return [*done, current]


def _quoted(text: str, place: int, mailbox: _Mailbox) -> int:
    end = text.find('"', place + 1)
    while end > 0 and text[end - 1] == "\\":
        end = text.find('"', end + 1)
    inside = text[place + 1 : end]
    if end < 0 or ("<" in inside and ">," in inside.replace(" ", "")):
        return place + 1  # never closed: the mark is dropped, and the name goes on without it
    if text.startswith("@", end + 1) and "@" not in inside:
        mailbox.add(text[place : end + 1])  # a quoted local part
    else:
        mailbox.add(_ESCAPED.sub(r"\1", inside), quoted=True)
    return end + 1


def _comment(text: str, place: int, mailbox: _Mailbox) -> int:
    depth = 0
    for end in range(place, min(len(text), place + MAX_COMMENT)):
        depth += {"(": 1, ")": -1}.get(text[end], 0)
        if depth == 0:
            mailbox.comments.append(text[place + 1 : end])
            return end + 1
        if depth > MAX_DEPTH:
            break
    return place + 1


def _angle(text: str, place: int, mailbox: _Mailbox) -> int:
    end, again = text.find(">", place), text.find("<", place + 1)
    if end < 0 or (again >= 0 and "," in text[place : min(again, end)]):  # never closed
        end = text.find(",", place)
        end = len(text) if end < 0 else end - 1
        mailbox.angle = text[place + 1 : end + 1]
    elif mailbox.angle is None:
        mailbox.angle = text[place + 1 : end]
    return end + 1


def _finished(mailbox: _Mailbox, charset: str | None) -> list[Address]:
    """Mostly one address; none when there is nothing, several when only spaces stood between them."""
    name = _name("".join(mailbox.phrase), charset)
    comment = _name(" ".join(mailbox.comments), charset)
    if mailbox.angle is None:
        return _without_angle(name, clean_line(decode_words("".join(mailbox.bare))).strip("<>' "), comment)
    inside = _MAILTO.sub("", clean_line(decode_words(mailbox.angle)).strip("<> "))
    first, *others = inside.split(",") if inside.count("@") > 1 and not inside.startswith("@") else [inside]
    address = _ROUTE.sub("", first)
    if "@" in address or not name:
        found = [Address(name=name or comment or None, address=_address(address))]
        return [
            one
            for one in [*found, *(Address(name=None, address=_address(other)) for other in others)]
            if _is_known(one)
        ]
    return [Address(name=f"{name} <{address}>" if address else name, address=None)]


def _without_angle(name: str, bare: str, comment: str) -> list[Address]:
    """An address that stands in the open, among its name. What is in quotation marks is a name before all."""
    text = next((text for text in (bare, name) if _ADDRESS.search(text)), _SPACED_AT.sub("@", bare))
    found = _ADDRESS.findall(text)
    if not found:
        return [Address(name=name or comment or None, address=None)] if name or comment else []
    if len(found) > 1 and name == bare and not _ADDRESS.sub("", text).strip(" <>"):
        return [Address(name=None, address=_address(address)) for address in found]
    around = name if found[0] in name else _SPACED_AT.sub("@", name)
    rest = _MAILTO.sub("", clean_line(around.replace(found[0], "", 1))).strip(_AROUND + "\"':").strip()
    return [Address(name=rest or comment or None, address=_address(found[0]))]


def _is_known(address: Address) -> bool:
    """Whether anything is known of it."""
    return bool(address.name or address.address)


def _name(text: str, charset: str | None) -> str:
    if codec_of(charset) == "utf-7" and "=?" not in text and "@" not in text:
        text = raw_text(text, charset)
    name = clean_line(decode_words(text)).strip("<>' ")
    return name[1:-1].strip() if len(name) > 1 and name[0] == name[-1] == '"' and name.count('"') == 2 else name


def _address(text: str) -> str | None:
    """Without spaces, outside of a quoted local part, and without the full stop of a sentence."""
    bare = text.strip().strip("'") if '"' in text else text.replace(" ", "").strip("'")
    return bare.rstrip(".") or None
