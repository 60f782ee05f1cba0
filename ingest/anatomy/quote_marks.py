"""What each line of a letter looks like: own text, quotation, attribution, header, signature, ruled line.

Vietnamese programs first, then the languages of the programs that Vietnamese offices run in. A mark is only what a
line looks like; whether its text is history is decided in `reply_lines`.
"""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from ingest.anatomy.attributions import mark_attributions
from ingest.anatomy.line_mark import Mark
from ingest.anatomy.mail_headers import mark_header_blocks
from tinbai.blocks import Role
from tinbai.text import fold

NO_ROLES: Mapping[int, Role] = MappingProxyType({})
_LONGEST_LEAD = 1_000  # letters of what a program writes above a quotation, receivers included
_LABELLED = re.compile(r"[>*\s]*\S[^:：៖]{0,40}[:：៖]")
_EMPTY_BETWEEN = 2

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

_DEVICES = (
    r"(?:iphone|ipad|ipod|apple watch|android|samsung|galaxy|oppo|xiaomi|redmi|vivo|realme|huawei|nokia|vsmart|thiet bi"
    r"|dien thoai|smartphone|may tinh bang|yahoo(?: mail)?|outlook|gmail|zalo|(?:thu|mail) (?:danh )?cho windows)"
)
_DEVICE = re.compile(
    r"^[<(\[\s]*(?:"
    rf"(?:(?:da |duoc |da duoc )gui (?:tu|bang|qua)|gui tu) (?:\w+ ){{0,3}}{_DEVICES}"
    rf"(?: (?:cua|cho|tren|danh cho|thong minh|di dong|{_DEVICES}|\w*\d\w*)\b.{{0,40}})?|"
    r"(?:tai|lay|nhan) outlook cho .{1,60}|"
    r"(?:this message was )?sent (?:from|via|with|by|using) .{1,100}|from my .{1,30}|someone from mobile|"
    r"get \[?outlook for .{1,80}|envoye (?:depuis|de) mon .{1,40}|von meinem .{1,40} gesendet|"
    r"diese nachricht wurde von .{1,60} gesendet|enviado desde mi .{1,40}|inviato da .{1,40}|sendt fra min .{1,40}|"
    r"skickat fran min .{1,40}|verzonden (?:met|vanaf|via) .{1,40}|wyslane z .{1,40}|отправлено с .{1,40}|"
    r"[从從]我?的? ?.{1,30}(?:发送|傳送|发自)"
    r")[>)\]\s.]*$"
)
_DISCLAIMER = re.compile(
    r"^[*\s]*(?:luu y\s*:\s*|canh bao\s*:\s*)?(?:"
    r"(?:email|thu|thu dien tu|thong diep|noi dung (?:email|thu|thu dien tu)) nay"
    r".{0,80}(?:bao mat|mat|rieng|chi danh cho|duy nhat)|"
    r"neu (?:ban|quy vi|ong/ba) khong phai.{0,30}nguoi nhan|"
    r"thong tin trong (?:email|thu).{0,60}(?:bao mat|mat|rieng)|"
    r"virus-free\b|khong co (?:vi-?rut|virus)|(?:email|thu) nay da duoc (?:quet|kiem tra) (?:vi-?rut|virus)|"
    r"ban nhan duoc (?:thu|email|tin nhan) nay (?:vi|do)\b|you (?:are receiving|received|got) this (?:e-?mail"
    r"|message) because|"
    r"confidentiality (?:notice|note)\b|"
    r"this (?:e-?mail|message)(?: message)?(?:,| and) any attachment|"
    r"this (?:e-?mail|message) (?:is|may|contains?)\b.{0,60}confidential|"
    r"the information (?:contained )?in this (?:e-?mail|message)|"
    r"this (?:e-?mail|message) has been (?:checked|scanned)|avast\b.{0,40}(?:virus|antivirus)|"
    r"(?:hay can nhac|xin hay nghi|please consider).{0,60}(?:truoc khi in|before print)"
    r")"
)


def marks_of(lines: Sequence[str], roles: Mapping[int, Role] = NO_ROLES, *, answers: bool = False) -> list[Mark]:
    """A mark for every line. Attributions and header blocks that run over several lines are marked in all of them.

    `roles`: what the program that wrote a line says of it. `answers`: something says that the letter answers another.
    """
    marks = [_mark(line) for line in lines]
    _mark_fences(lines, marks)
    barred = [number for number, role in roles.items() if role is Role.BARRED and marks[number] is Mark.QUOTE]
    for number in barred:
        marks[number] = Mark.TEXT
    mark_attributions(lines, marks, answers=answers)
    mark_header_blocks(lines, marks)
    _mark_by_role(lines, marks, roles)
    _mark_barred(marks, barred)
    return marks


def _mark_by_role(lines: Sequence[str], marks: list[Mark], roles: Mapping[int, Role]) -> None:
    """What a program leads a quotation in with, in whatever language; and not what somebody typed at that place."""
    for role, places in runs_of(roles):
        text = " ".join(lines[place] for place in places)
        said = role is Role.ATTRIBUTION and any(sign.isdigit() or sign == "@" for sign in text)
        labelled = sum(_LABELLED.match(lines[place]) is not None for place in places)
        if len(text) > _LONGEST_LEAD or not (said or (role is Role.HEADER and labelled > 1)):
            continue
        for place in places:
            if marks[place] in (Mark.TEXT, Mark.QUOTE):
                marks[place] = Mark.ATTRIBUTION if said else Mark.HEADER


def _mark_barred(marks: list[Mark], barred: Sequence[int]) -> None:
    """Text with a bar at its left is a quotation of mail only below something that leads one in."""
    leads = (Mark.ATTRIBUTION, Mark.HEADER, Mark.MARKER)
    first = next((number for number, mark in enumerate(marks) if mark in leads), len(marks))
    for number in barred:
        if number > first and marks[number] is Mark.TEXT:
            marks[number] = Mark.QUOTE


def runs_of(roles: Mapping[int, Role]) -> list[tuple[Role, list[int]]]:
    """The lines of one role that follow one another, an empty line between two of them allowed."""
    runs: list[tuple[Role, list[int]]] = []
    for number, role in sorted(roles.items()):
        if runs and runs[-1][0] is role and number - runs[-1][1][-1] <= _EMPTY_BETWEEN:
            runs[-1][1].append(number)
        else:
            runs.append((role, [number]))
    return runs


def is_forward(line: str) -> bool:
    """Whether a marker line says that what follows was forwarded (and not only answered)."""
    folded = fold(line)
    marker = _MARKER.match(folded)
    return bool(marker and marker["forward"]) or bool(_BEGIN_FORWARD.match(folded))


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
