"""Bytes to a Letter. mail-parser ends at this file.

mail-parser 4.8 judges the headers and hands over the bytes of the parts. What it gets wrong is put right on both
sides of it: nested letters are kept whole and every part is given a name before it sees the letter (it loses
nameless pictures, glues nested texts together and names things at random), and text is decoded after it, from the
bytes. Where it raises, the letter is read without it.
"""

import logging
from dataclasses import replace
from itertools import islice

from mailparser import MailParser

from ingest.automatic import automatic_reason
from ingest.beyond import Beyond, limit_findings
from ingest.bodies import join_bodies
from ingest.dates import ReadDate, parse_date
from ingest.headers import Headers, read_headers
from ingest.letter import Address, Letter
from ingest.message import WholeMessage
from ingest.mime import Entity, headers_only, leaves, split
from ingest.parameters import MAX_LENGTH
from ingest.passages import passages_of
from ingest.structure import Gathered, Gatherer
from ingest.transfer import decode_base64, decode_transfer
from tinbai.limits import Limits

logging.getLogger("mailparser").setLevel(logging.CRITICAL)  # its log lines hold pieces of the letters

_JUDGED = frozenset({"from", "to", "cc", "reply-to", "date", "received"})
_MOST_OF_A_KIND = 50
_DAMAGED = "phần mã hóa base64 bị hỏng, đã đọc những gì còn lại"
_TAIL = 100  # bytes; more white space than any program writes after base64
_TRANSFERS = frozenset({"base64", "quoted-printable"})
_OWN_FIELDS = frozenset(
    {"from", "to", "cc", "reply-to", "subject", "date", "message-id", "in-reply-to", "references"}
    | {"authentication-results"}
)


def parse(raw: bytes, limits: Limits) -> Letter:
    """Read a letter. Never raises, whatever the bytes; what could not be read is told in `defects`."""
    if len(raw) > limits.read_bytes:
        headers = read_headers(headers_only(raw, limits), limits)
        letter = _letter(headers, Gathered(), [Beyond.READ_BYTES])
        return replace(letter, findings=tuple(limit_findings(letter.defects, limits)))
    message, defects = split(raw, limits)
    contents, found = _through_mailparser(message, limits)
    gatherer = Gatherer(limits=limits, contents=contents, defects=[*defects, *found])
    gathered = gatherer.read(message)
    letter = _letter(read_headers(message, limits), gathered, gatherer.defects)
    return replace(letter, findings=(*limit_findings(letter.defects, limits), *gatherer.findings))


def _through_mailparser(message: WholeMessage, limits: Limits) -> tuple[dict[int, bytes], list[str]]:
    """The bytes of every leaf by the id of its message, and the names of the defects; none when it raises."""
    entities = list(islice(leaves(message), limits.parts + 1))
    if len(entities) > limits.parts:
        return {}, []
    try:
        prepared = _prepared(message, entities)
        parser = MailParser(prepared)
        payloads = [str(attachment["payload"]) for attachment in parser.attachments]
        defects = {str(name) for name in parser.defects_categories}
    except Exception as error:  # noqa: BLE001 it lets a dozen kinds through, and the letter is read without it
        return {}, [f"mail-parser: {type(error).__name__}"]
    defects |= {type(defect).__name__ for entity in entities for defect in entity.message.defects}
    if len(payloads) != len(entities):
        return {}, sorted(defects)
    given = [str(leaf.get_payload()) for leaf in prepared.get_payload() if isinstance(leaf, WholeMessage)]
    decoded = {
        id(entity.message): _decoded(entity, payload, untouched=payload == before)
        for entity, payload, before in zip(entities, payloads, given, strict=True)
    }
    damaged = any(_is_damaged(entity, decoded[id(entity.message)]) for entity in entities)
    return decoded, [*sorted(defects), *([_DAMAGED] if damaged else [])]


def _is_damaged(entity: Entity, decoded: bytes) -> bool:
    """Whether base64 gave another number of bytes than its length promises (RFC 2045 section 6.8)."""
    if entity.encoding != "base64":
        return False
    wire = entity.message.wire()
    size = len(wire) - len(wire[-_TAIL:]) + len(wire[-_TAIL:].rstrip(b"\r\n \t"))
    line = wire.find(b"\n", 0, size) + 1 or size + 1
    ending = 2 if wire[line - 2 : line - 1] == b"\r" else 1
    signs = size - size // line * ending
    if signs % 4 == 0 and len(decoded) == signs // 4 * 3 - wire[max(0, size - 2) : size].count(b"="):
        return False  # lines of one length: no need to count, which would cost more than the decoding
    signs = len(wire) - sum(map(wire.count, (b"\r", b"\n", b" ", b"\t")))
    return signs % 4 != 0 or b"===" in wire or len(decoded) != signs // 4 * 3 - wire.count(b"=")


def _prepared(message: WholeMessage, entities: list[Entity]) -> WholeMessage:
    """A letter that mail-parser reads right: bounded headers, and every leaf an attachment with a name."""
    prepared = WholeMessage()
    counts: dict[str, int] = {}
    for name, value in message.raw_items():
        counts[name.lower()] = counts.get(name.lower(), 0) + 1
        if name.lower() in _JUDGED and counts[name.lower()] <= _MOST_OF_A_KIND:
            prepared[name] = str(value)[:MAX_LENGTH]
    prepared["Content-Type"] = 'multipart/mixed; boundary="parts"'
    prepared.set_payload([_prepared_leaf(number, entity) for number, entity in enumerate(entities)])
    return prepared


def _prepared_leaf(number: int, entity: Entity) -> WholeMessage:
    leaf = WholeMessage()
    leaf["Content-Type"] = "application/octet-stream"
    leaf["Content-Disposition"] = f'attachment; filename="{number}"'
    leaf["Content-Transfer-Encoding"] = entity.encoding if entity.encoding in _TRANSFERS else "8bit"
    # mail-parser hands base64 on as it stands: what the skeleton spared the parser need not pass through here either.
    leaf.set_wire(entity.message.seen() if entity.encoding == "base64" else entity.message.wire())
    return leaf


def _decoded(entity: Entity, payload: str, *, untouched: bool) -> bytes:
    """mail-parser gives base64 as it stood in the letter, and everything else decoded and in base64.

    What it did not touch is taken from the letter: another copy of every photo would cost the most memory of all.
    """
    is_text = entity.media_type.startswith("text/")
    if entity.encoding == "base64":
        wire = entity.message.wire() if untouched else payload.encode("ascii", "replace")
        return decode_transfer(wire, "base64", text=is_text)
    wire = payload.encode("ascii", "replace")
    return decode_transfer(decode_base64(wire), "" if entity.encoding in _TRANSFERS else entity.encoding, text=is_text)


def _letter(headers: Headers, gathered: Gathered, defects: list[str]) -> Letter:
    date = parse_date(headers.text("date") or "") if headers.text("date") else ReadDate(value=None)
    text, html = join_bodies(gathered.bodies)
    letter = Letter(
        message_id=headers.identifier("message-id"),
        date=date.value,
        subject=headers.text("subject"),
        sender=_sender(headers),
        to=headers.addresses("to"),
        cc=headers.addresses("cc"),
        reply_to=headers.addresses("reply-to"),
        in_reply_to=headers.identifier("in-reply-to"),
        references=headers.identifiers("references"),
        text=text,
        html=html,
        passages=passages_of(gathered.flow),
        alternatives=tuple(body.text for body in gathered.others if body.text.strip()),
        parts=tuple(gathered.parts),
        defects=tuple(dict.fromkeys([*headers.defects, *filter(None, [date.defect]), *defects])),
        authentication_results=headers.texts("authentication-results"),
        headers={name: value for name, value in headers.firsts().items() if name not in _OWN_FIELDS},
    )
    return replace(letter, automatic=automatic_reason(letter) is not None)


def _sender(headers: Headers) -> Address | None:
    """The first author that has an address; else whatever the header says, so that it stays readable."""
    for name in ("from", "sender"):
        found = headers.addresses(name)
        best = next((address for address in found if address.address), found[0] if found else None)
        if best is not None:
            return best
    return None
