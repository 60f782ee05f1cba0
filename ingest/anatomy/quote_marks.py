"""What each line of a letter looks like: own text, quotation, attribution, header, signature, ruled line.

Vietnamese programs first, then the languages of the programs that Vietnamese offices run in. A mark is only what a
line looks like; whether its text is history is decided in `reply_lines`.
"""

import re
from collections.abc import Sequence
from enum import StrEnum

from tinbai.text import fold


class Mark(StrEnum):
    """One letter each, so that the marks of a letter make a pattern."""

    EMPTY = "e"
    TEXT = "t"
    QUOTE = "q"  # "> ..."
    ATTRIBUTION = "b"  # "Vào ... đã viết:"
    HEADER = "h"  # "Từ: ...", in a block of such
    MARKER = "o"  # "----- Thư gốc -----", "---------- Forwarded message ---------"
    RULE = "d"  # a line of dashes and the like
    DASHES = "g"  # "-- ", which begins a signature
    DEVICE = "s"  # "Đã gửi từ iPhone của tôi"
    DISCLAIMER = "c"  # "Email này có thể chứa thông tin mật ...", "Virus-free"


_QUOTE = re.compile(r"^\s*(?:\w{1,12})?>|^\|(?:\s|$)")
_RULE_LINE = re.compile(r"^\s*([-_=~#*+—–•·ᐧ])\1{0,}\s*$")
_DASHES = re.compile(r"^\s*(?:--|—)\s*$")
_FENCE = re.compile(r"^\s*```")

_MARKER = re.compile(
    r"^[>*\s]*[-_=*\s]{2,}\s*(?:"
    r"(?P<forward>forwarded message|(?:tin nhan|tin|thu) (?:da )?(?:duoc )?chuyen tiep|"
    r"message transfere|weitergeleitete nachricht|doorgestuurd bericht|mensaje reenviado)|"
    r"original message|thu goc|tin nhan goc|thong diep goc|email goc|noi dung goc|thu ban dau|"
    r"mensaje original|message d.origine|ursprungliche nachricht|messaggio originale|oorspronkelijk bericht|"
    r"mensagem original|opprinnelig melding|ursprungligt meddelande"
    r")\s*[-_=*\s]{2,}$"
)
_BEGIN_FORWARD = re.compile(
    r"^[>*\s]*(?:begin forwarded message|bat dau (?:thu|tin nhan|thu da) (?:duoc )?chuyen tiep|"
    r"debut du message (?:reexpedie|transfere)|anfang der weitergeleiteten nachricht)\s*:?$"
)

_VERBS = (
    r"wrote|đã viết|viết|đã ghi|a écrit|schrieb|escribió|ha scritto|schreef|geschreven|skrev|napisał|escreveu|"
    r"написал[аи]?|пишет|пише|写道|寫道"
)
_SAID = re.compile(rf"(?:{_VERBS})(?:\(a\))?.{{0,60}}?\s*(?:[:：]|-{{2,}})\s*$", re.IGNORECASE | re.DOTALL)
_STARTS = re.compile(
    r"^(?:-{2,}\s*)?(?:On|At|Le|Am|El|Il|Op|Den|Dnia|Em|Vào|Vao|Ngày|Lúc|在|\d{1,2}[ ./-]|\d{4}[/-])", re.IGNORECASE
)
_VIETNAMESE = re.compile(r"(?:đã viết|viết|đã ghi)\s*:\s*$", re.IGNORECASE)
_CLOCK = re.compile(r"\b\d{1,2}:\d{2}\b")
_DATED = re.compile(
    r"^\d{4}[-/]\d{1,2}[-/]\d{1,2}\s+(?:\d{1,2}:\d{2}\s+(?:GMT|UTC)[+-]\d{2}:?\d{2}\s+[^<\s][^<]{0,120}|.{1,120}<[^<>]+@[^<>]+>:?)$",
    re.DOTALL,
)
_LONGEST_ATTRIBUTION = 6  # lines
_LONGEST_HEADER = 30
_LONGEST_VALUE = 3  # lines that a header line may run on

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

_DEVICE = re.compile(
    r"^[<(\[\s]*(?:"
    r"(?:da |duoc |da duoc )?gui (?:tu|bang|qua) (?:.{0,40}\b(?:cua toi|cua minh)|"
    r".{0,20}(?:iphone|ipad|android|samsung|"
    r"dien thoai|may tinh bang|yahoo mail|outlook|zalo|thu danh cho windows|mail danh cho windows).{0,40})|"
    r"tai outlook cho (?:ios|android)|nhan outlook cho|"
    r"(?:this message was )?sent (?:from|via|with|by|using) .{1,100}|from my .{1,30}|someone from mobile|"
    r"get \[?outlook for .{1,80}|envoye (?:depuis|de) mon .{1,40}|von meinem .{1,40} gesendet|"
    r"diese nachricht wurde von .{1,60} gesendet|enviado desde mi .{1,40}|inviato da .{1,40}|sendt fra min .{1,40}|"
    r"skickat fran min .{1,40}|verzonden (?:met|vanaf|via) .{1,40}|wyslane z .{1,40}|отправлено с .{1,40}|"
    r"[从從]我?的? ?.{1,30}(?:发送|傳送|发自)"
    r")[>)\]\s.]*$"
)
_DISCLAIMER = re.compile(
    r"^[*\s]*(?:luu y\s*:\s*|canh bao\s*:\s*)?(?:"
    r"(?:email|thu|thu dien tu|thong diep|noi dung email|noi dung thu) nay"
    r".{0,80}(?:bao mat|mat|rieng tu|chi danh cho|duy nhat)|"
    r"neu (?:ban|quy vi|ong/ba) khong phai.{0,30}nguoi nhan|"
    r"thong tin trong (?:email|thu).{0,60}(?:bao mat|mat|rieng)|"
    r"virus-free\b|khong co (?:vi-?rut|virus)|(?:email|thu) nay da duoc (?:quet|kiem tra) (?:vi-?rut|virus)|"
    r"this (?:e-?mail|message)(?: message)?(?:,| and) any attachment|"
    r"this (?:e-?mail|message) (?:is|may|contains?)\b.{0,60}confidential|"
    r"the information (?:contained )?in this (?:e-?mail|message)|"
    r"this (?:e-?mail|message) has been (?:checked|scanned)|avast\b.{0,40}(?:virus|antivirus)|"
    r"(?:hay can nhac|xin hay nghi|please consider).{0,60}(?:truoc khi in|before print)"
    r")"
)


def marks_of(lines: Sequence[str]) -> list[Mark]:
    """A mark for every line. Attributions and header blocks that run over several lines are marked in all of them."""
    marks = [_mark(line) for line in lines]
    _mark_fences(lines, marks)
    _mark_attributions(lines, marks)
    _mark_header_blocks(lines, marks)
    return marks


def is_forward(line: str) -> bool:
    """Whether a marker line says that what follows was forwarded (and not only answered)."""
    folded = fold(line)
    marker = _MARKER.match(folded)
    return bool(marker and marker["forward"]) or bool(_BEGIN_FORWARD.match(folded))


def label_of(line: str) -> str | None:
    """What a header line says: "from", "date", "to", "copy", "subject" or "reply"; None for no header line."""
    if ":" not in line[:60]:
        return None
    match = _LABEL.match(fold(line.lstrip("> ")[:60]) + " ")
    return match.lastgroup if match else None


def _mark(line: str) -> Mark:
    folded = fold(line) if len(line) < 400 else fold(line[:400])
    for mark, pattern in _BY_FOLDED:
        if pattern.match(folded):
            return mark
    if not line.strip():
        return Mark.EMPTY
    if _DASHES.match(line):
        return Mark.DASHES
    if _RULE_LINE.match(line) or _many_signs(line):
        return Mark.RULE
    return Mark.QUOTE if _QUOTE.match(line) else Mark.TEXT


_BY_FOLDED = (
    (Mark.MARKER, _MARKER),
    (Mark.MARKER, _BEGIN_FORWARD),
    (Mark.DEVICE, _DEVICE),
    (Mark.DISCLAIMER, _DISCLAIMER),
)


def _many_signs(line: str) -> bool:
    bare = line.replace(" ", "")
    return len(bare) > 3 and len(set(bare)) <= 2 and set(bare) <= set("-_=~#*+—–•·")


def _mark_fences(lines: Sequence[str], marks: list[Mark]) -> None:
    """What stands between two lines of ``` is meant as it is."""
    fences = [number for number, line in enumerate(lines) if _FENCE.match(line)]
    for first, last in zip(fences[::2], fences[1::2], strict=False):
        marks[first : last + 1] = [Mark.TEXT] * (last + 1 - first)


def _mark_attributions(lines: Sequence[str], marks: list[Mark]) -> None:
    number = 0
    while number < len(lines):
        length = _attribution_length(lines, marks, number)
        marks[number : number + length] = [Mark.ATTRIBUTION] * length
        number += max(1, length)


def _attribution_length(lines: Sequence[str], marks: Sequence[Mark], start: int) -> int:
    """How many lines from `start` on make an attribution; 0 when they make none."""
    first = lines[start].lstrip("> ").strip()
    if marks[start] not in (Mark.TEXT, Mark.QUOTE) or not first:
        return 0
    several = bool(_STARTS.match(first)) and any(sign.isdigit() for sign in first)
    several = several or first.endswith("<") or ("<" in first and "@" in first)
    joined = ""
    for length in range(1, (_LONGEST_ATTRIBUTION if several else 1) + 1):
        if start + length > len(lines):
            return 0
        joined = f"{joined} {lines[start + length - 1].lstrip('> ').strip()}".strip()
        if len(joined) > 400:
            return 0
        if _is_attribution(joined):
            return length
    return 0


def _is_attribution(joined: str) -> bool:
    """Somebody wrote, at a time or from an address. In Vietnamese an article may say so too: "Bác Hồ viết:"."""
    if _DATED.match(joined):
        return True
    if not _SAID.search(joined):
        return False
    addressed = "@" in joined
    if _VIETNAMESE.search(joined):
        return addressed or bool(_STARTS.match(joined) and _CLOCK.search(joined))
    return addressed or any(sign.isdigit() for sign in joined) or "<" in joined


def _mark_header_blocks(lines: Sequence[str], marks: list[Mark]) -> None:
    """Blocks of header lines: a sender, and with it a time or a receiver, three different ones at least."""
    number = 0
    found = [label_of(line) for line in lines]
    while number < len(lines):
        end, labels = _header_block(found, marks, number) if found[number] else (number, set[str]())
        block = " ".join(lines[number:end])
        if {"from"} < labels and len(labels) >= 3 and labels & {"date", "to"} and ("to" in labels or "@" in block):
            for place in range(number, end):
                if marks[place] is not Mark.EMPTY:
                    marks[place] = Mark.HEADER
            number = end
        else:
            number += 1


def _header_block(found: Sequence[str | None], marks: Sequence[Mark], start: int) -> tuple[int, set[str]]:
    """Where a run of header lines from `start` ends, and their labels. A value may run on before the next label."""
    labels: set[str] = set()
    end = number = start
    while number < min(len(found), start + _LONGEST_HEADER):
        label = found[number] if marks[number] in (Mark.TEXT, Mark.QUOTE) else None
        if label:
            labels.add(label)
            end = number + 1
        elif number - end >= (1 if marks[number] is Mark.EMPTY else _LONGEST_VALUE):
            break
        number += 1
    return end, labels
