"""Blocks of header lines inside a letter ("Từ: ... Đã gửi: ... Đến: ... Chủ đề: ..."), and whom they name.

A form that a contributor fills in and the programme of an event have lines of the same shape ("Người gửi: ...",
"Từ: 7:30"), so that such a block needs an address, or the date as a program writes it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.anatomy.line_mark import Mark
from ingest.encoded_words import decode_words
from tinbai.text import clean_line, fold

_MOST_LINES = 60
_BETWEEN = re.compile("v{1,3}|ve|ev?e?")  # two labels: lines that a value runs on, and empty ones between blocks
_LABELS = {
    "from": "from|tu|nguoi gui|da|von|de|van|fra|fran|od|от|от кого|expediteur",
    "date": "date|sent|da gui|ngay gui|gui luc|gui|ngay|thoi gian|"
    "data|gesendet|datum|envoye|enviado|skickat|sendt|inviato|fecha|verzonden",
    "to": "to|toi|den|nguoi nhan|gui den|gui toi|a|an|para|aan|till|til|do|kому|кому|destinataire",
    "copy": "cc|bcc|dong gui|dong kinh gui|ban sao|kopie|kopia|копия",
    "subject": "subject|chu de|tieu de|ve viec|oggetto|betreff|objet|asunto|onderwerp|amne|emne|assunto|temat|тема",
    "reply": "reply-to|tra loi den|tra loi toi|risposta|repondre a",
}
_LABEL = re.compile(
    r"^[*_\s]*(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _LABELS.items()) + r")\s*[*_]*\s*:[*_]*\s"
)
_PROGRAM_DATE = re.compile(
    r"\d{1,2}:\d{2}|\bthu (?:hai|ba|tu|nam|sau|bay)\b|\bchu nhat\b|\bcn\b|\bth ?[2-7]\b"
    r"|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b"
)
_FORM_LINE = re.compile(
    r"(?:noi dung|the loai|chuyen muc|tac gia|nguoi viet|bai viet|ho va ten|ho ten|don vi|dia chi|so dien thoai"
    r"|dien thoai|email|thanh phan|dia diem)\b[^:]{0,20}:"
)
_ADDRESS = re.compile(r"[^\s<>\"(),;:\[\]]+@[^\s<>\"(),;:\[\]]+")


@dataclass(frozen=True, kw_only=True)
class Forwarded:
    """Who had written what was forwarded, as the inline header says; `date` is its text."""

    name: str | None
    address: str | None
    date: str | None


def label_of(line: str) -> str | None:
    """What a header line says: "from", "date", "to", "copy", "subject" or "reply"; None for no header line."""
    if ":" not in line[:60]:
        return None
    match = _LABEL.match(fold(line.lstrip("> ")[:60]) + " ")
    return match.lastgroup if match else None


def sender_of(header: Sequence[str]) -> Forwarded | None:
    """Whom the header lines name as the sender; None when they name nobody."""
    found: dict[str, str] = {}
    for line in header:
        label = label_of(line)
        if label in ("from", "date") and label not in found:
            found[label] = clean_line(decode_words(_value(line).strip(" *")))
    if "from" not in found:
        return None
    address = _ADDRESS.search(found["from"])
    name = re.split(r"[<\[(]", found["from"])[0].strip("\"' ")
    if address and address[0] in name:
        name = ""
    return Forwarded(name=name or None, address=address[0] if address else None, date=found.get("date"))


def mark_header_blocks(lines: Sequence[str], marks: list[Mark]) -> None:
    """Mark every line of every block of header lines."""
    number = 0
    found = [label_of(line) for line in lines]
    while number < len(lines):
        end, places = _block(found, marks, number) if found[number] else (number, {})
        if not _is_believed(lines, places, end):
            number += 1
            continue
        for place in range(number, end):
            if marks[place] is not Mark.EMPTY:
                marks[place] = Mark.HEADER
        number = end


def _block(found: Sequence[str | None], marks: Sequence[Mark], start: int) -> tuple[int, dict[str, int]]:
    """Where a run of header lines from `start` ends, and the place of each label. No label stands twice."""
    places: dict[str, int] = {}
    end = start
    between = ""
    for number in range(start, min(len(found), start + _MOST_LINES)):
        label = found[number] if marks[number] in (Mark.TEXT, Mark.QUOTE) else None
        if label in places:
            break
        if label:
            places[label] = number
            end, between = number + 1, ""
        else:
            between += "e" if marks[number] is Mark.EMPTY else "v"
            if not _BETWEEN.fullmatch(between):
                break
    return end, places


def _is_believed(lines: Sequence[str], places: dict[str, int], end: int) -> bool:
    """A sender, with a time or a receiver, three different ones at least, and not typed by a person."""
    if "from" not in places or len(places) < 3 or not places.keys() & {"date", "to"}:
        return False
    sender = fold(_value(lines[places["from"]])).strip(" *")
    addressed = "@" in sender
    if sender[:1].isdigit() or sender.startswith("ngay ") or not ("to" in places or addressed):
        return False
    receiver = _value(lines[places["to"]]) if "to" in places else ""
    dated = "date" in places and bool(_PROGRAM_DATE.search(fold(_value(lines[places["date"]]))))
    if "to" in places and (dated or "@" in receiver):
        return addressed or "subject" in places
    following = next((line for line in lines[end : end + 4] if line.strip("> ")), "")
    return addressed and (dated or "to" in places) and not _FORM_LINE.match(fold(following))


def _value(line: str) -> str:
    return line.partition(":")[2]
