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
from ingest.bodies import join_bodies
from ingest.dates import ReadDate, parse_date
from ingest.headers import Headers, read_headers
from ingest.letter import Address, Letter
from ingest.mime import Entity, WholeMessage, headers_only, leaves, split
from ingest.parameters import MAX_LENGTH
from ingest.structure import Gathered, Gatherer
from ingest.transfer import decode_base64, decode_transfer
from tinbai.limits import Limits

logging.getLogger("mailparser").setLevel(logging.CRITICAL)  # its log lines hold pieces of the letters

_JUDGED = frozenset({"from", "to", "cc", "reply-to", "date", "received"})
_MOST_OF_A_KIND = 50
_TRANSFERS = frozenset({"base64", "quoted-printable"})
_OWN_FIELDS = frozenset(
    {"from", "to", "cc", "reply-to", "subject", "date", "message-id", "in-reply-to", "references"}
    | {"authentication-results"}
)


def parse(raw: bytes, limits: Limits) -> Letter:
    """Read a letter. Never raises, whatever the bytes; what could not be read is told in `defects`."""
    if len(raw) > limits.read_bytes:
        headers = read_headers(headers_only(raw, limits), limits)
        return _letter(headers, Gathered(), ["thư quá lớn, chỉ đọc phần đầu thư"])
    message, defects = split(raw, limits)
    contents, found = _through_mailparser(message, limits)
    gatherer = Gatherer(limits=limits, contents=contents, defects=[*defects, *found])
    gathered = gatherer.read(message)
    return _letter(read_headers(message, limits), gathered, gatherer.defects)


def _through_mailparser(message: WholeMessage, limits: Limits) -> tuple[dict[int, bytes], list[str]]:
    """The bytes of every leaf by the id of its message, and the names of the defects; none when it raises."""
    entities = list(islice(leaves(message), limits.parts + 1))
    if len(entities) > limits.parts:
        return {}, []
    try:
        parser = MailParser(_prepared(message, entities))
        payloads = [str(attachment["payload"]) for attachment in parser.attachments]
        defects = {str(name) for name in parser.defects_categories}
    except Exception as error:  # noqa: BLE001 it lets a dozen kinds through, and the letter is read without it
        return {}, [f"mail-parser: {type(error).__name__}"]
    defects |= {type(defect).__name__ for entity in entities for defect in entity.message.defects}
    if len(payloads) != len(entities):
        return {}, sorted(defects)
    decoded = {
        id(entity.message): _decoded(entity, payload) for entity, payload in zip(entities, payloads, strict=True)
    }
    return decoded, sorted(defects)


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
    leaf.set_wire(entity.message.wire())
    return leaf


def _decoded(entity: Entity, payload: str) -> bytes:
    """mail-parser gives base64 as it stood in the letter, and everything else decoded and in base64."""
    wire = payload.encode("ascii", "replace")
    is_text = entity.media_type.startswith("text/")
    if entity.encoding == "base64":
        return decode_transfer(wire, "base64", text=is_text)
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
