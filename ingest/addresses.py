"""Address headers (From, To, ...) as people and programs write them.

Comments, groups, missing quotation marks, commas in bare names, names that are addresses: each mailbox comes out
with what can be known of it, and a sender that is no address at all stays readable as a name.
"""

import re
from dataclasses import dataclass, field

from ingest.encoded_words import decode_words, raw_text
from ingest.letter import Address
from tinbai.text import clean_line

MAX_LENGTH = 65_536
MAX_ADDRESSES = 1_000
MAX_COMMENT = 1_000
MAX_DEPTH = 10

_ADDRESS = re.compile(r"[^\s<>\"(),;:@\[\]]{1,200}@[^\s<>\"(),;@]{1,255}")
_PLAIN = re.compile(r"[^\"(<,;:]+")
_ESCAPED = re.compile(r"\\(.)")
_ROUTE = re.compile(r"^@[^:]{1,200}:")


@dataclass(kw_only=True)
class _Mailbox:
    """One mailbox while it is being read."""

    phrase: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    angle: str | None = None


def parse_addresses(raw: str) -> tuple[Address, ...]:
    """The mailboxes of a header value as the parser keeps it, in order; at most MAX_ADDRESSES."""
    found: list[Address] = []
    held = ""  # a bare name before a comma: the beginning of the next one's name, when that has an address in <>
    for mailbox in _mailboxes(raw_text(raw)[:MAX_LENGTH]):
        address = _finished(mailbox)
        if address.address is None:
            held = ", ".join(filter(None, (held, address.name)))
            continue
        if held and mailbox.angle is not None and address.name:
            address = Address(name=f"{held}, {address.name}", address=address.address)
        elif held:
            found.append(Address(name=held, address=None))
        held = ""
        found.append(address)
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
                current.phrase.append(sign)
            place += 1
        else:
            plain = _PLAIN.match(text, place)
            current.phrase.append(plain[0] if plain else sign)
            place = plain.end() if plain else place + 1
    return [*done, current]


def _quoted(text: str, place: int, mailbox: _Mailbox) -> int:
    end = text.find('"', place + 1)
    while end > 0 and text[end - 1] == "\\":
        end = text.find('"', end + 1)
    inside = text[place + 1 : end]
    if end < 0 or ("<" in inside and ">," in inside.replace(" ", "")):
        return place + 1  # never closed: the mark is dropped, and the name goes on without it
    mailbox.phrase.append(_ESCAPED.sub(r"\1", inside))
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
    end = text.find(">", place)
    if end < 0:
        end = text.find(",", place)
        end = len(text) if end < 0 else end - 1
        mailbox.angle = text[place + 1 : end + 1]
    elif mailbox.angle is None:
        mailbox.angle = text[place + 1 : end]
    return end + 1


def _finished(mailbox: _Mailbox) -> Address:
    name = clean_line(decode_words("".join(mailbox.phrase))).strip("' ")
    comment = clean_line(decode_words(" ".join(mailbox.comments)))
    if mailbox.angle is not None:
        address = _ROUTE.sub("", clean_line(decode_words(mailbox.angle)).strip("<> "))
        if "@" in address or not name:
            return Address(name=name or comment or None, address=address.replace(" ", "") or None)
    bare = _ADDRESS.search(name)
    if bare is None:
        return Address(name=name or comment or None, address=None)
    rest = clean_line(name[: bare.start()] + name[bare.end() :]).strip("<>\"' ")
    return Address(name=rest or comment or None, address=bare[0])
