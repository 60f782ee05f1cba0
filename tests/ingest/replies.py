"""Letters that answer, as each mail program writes them, with the truth by construction.

Every letter is a list of pieces, and each piece says what must become of it. Programs, languages, forms and endings
are tables, so that a new program is a row. All people and addresses are invented.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from html import escape

from ingest.anatomy.reply_lines import ATTRIBUTION, DEVICE, DISCLAIMER, HISTORY, SIGNATURE

NAME, ADDRESS = "Ban biên tập An Mẫu", "bbt.anmau@songmau.example"
OWN = (
    "Hội gửi lại số liệu đúng của lớp tập huấn ngày 15/10/2026.",
    "Có 54 hội viên dự, gồm 36 nữ và 18 nam.",
    "Lớp học kéo dài hai ngày tại nhà văn hóa thôn Bãi Mẫu.",
)
OLD = ("Ban biên tập đã nhận được tin của đơn vị.", "Đề nghị Hội xem lại số hội viên dự lớp.")


@dataclass(frozen=True, kw_only=True)
class Piece:
    """Some lines of a letter, and why they are set aside; None when they are kept."""

    lines: Sequence[str]
    why: str | None = None


@dataclass(frozen=True, kw_only=True)
class Reply:
    """A letter with what is true of it."""

    content: str
    is_html: bool
    pieces: Sequence[Piece]

    @property
    def kept(self) -> list[str]:
        """The paragraphs that stay, exactly."""
        return [line for piece in self.pieces if piece.why is None for line in piece.lines]

    @property
    def set_aside(self) -> list[tuple[str, str]]:
        """Why and what, neighbours with one reason together; spaces do not count."""
        found: list[tuple[str, str]] = []
        for piece in self.pieces:
            text = " ".join(" ".join(piece.lines).split())
            if found and found[-1][0] == piece.why:
                found[-1] = (found[-1][0], f"{found[-1][1]} {text}")
            else:
                found.append((piece.why or "", text))
        return [(why, text) for why, text in found if why and text]


ATTRIBUTIONS: Mapping[str, Mapping[str, str]] = {
    "gmail": {
        "vi": "Vào Th 5, 15 thg 10, 2026 vào lúc 14:20 {name} <{address}> đã viết:",
        "vi old": "Vào 20:30, CN, 4 thg 10, 2026 {name} <{address}> đã viết:",
        "en": "On Thu, Oct 15, 2026 at 2:20 PM {name} <{address}> wrote:",
        "mixed": "Vào Thu, Oct 15, 2026 at 2:20 PM {name} <{address}> wrote:",
    },
    "apple": {
        "vi": "Vào 15 thg 10, 2026, lúc 14:20, {name} <{address}> đã viết:",
        "en": "On Oct 15, 2026, at 2:20 PM, {name} <{address}> wrote:",
        "mixed": "On 15 thg 10, 2026, at 14:20, {name} <{address}> wrote:",
    },
    "thunderbird": {
        "vi": "Vào 14:20, 15/10/2026, {name} đã viết:",
        "en": "On 15/10/2026 14:20, {name} wrote:",
        "mixed": "Vào 15/10/26 14:20, {name} wrote:",
    },
    "yahoo": {
        "vi": "Vào Thứ Năm, 15 tháng 10, 2026 lúc 14:20:00 GMT+7, {name} <{address}> đã viết:",
        "en": "On Thursday, October 15, 2026 at 02:20:00 PM GMT+7, {name} <{address}> wrote:",
        "mixed": "Vào Thursday, October 15, 2026 lúc 02:20:00 CH GMT+7, {name} <{address}> đã viết:",
    },
}
"""Programs that lead a quotation in with a sentence."""

_LABELS = {
    "vi": ("Từ", "Đã gửi", "Đến", "Chủ đề"),
    "en": ("From", "Sent", "To", "Subject"),
    "mixed": ("From", "Đã gửi", "To", "Chủ đề"),
}
_DATES = {
    "vi": "Thứ Năm, 15 Tháng Mười 2026 14:20",
    "en": "Thursday, October 15, 2026 2:20 PM",
    "mixed": "Thứ Năm, 15 Tháng Mười 2026 2:20 PM",
}
_OPENINGS = {
    "outlook": {"vi": "-----Thư gốc-----", "en": "-----Original Message-----", "mixed": "-----Original Message-----"},
    "outlook web": dict.fromkeys(("vi", "en", "mixed"), "_" * 32),
    "outlook express": {"vi": "-----Thư gốc-----", "en": "-----Original Message-----", "mixed": ""},
    "zimbra": {"vi": "----- Thư gốc -----", "en": "----- Original Message -----", "mixed": "----- Thư gốc -----"},
    "zimbra barred": {"vi": "", "en": "", "mixed": ""},
}
"""Programs that put a block of headers above the old letter."""

SIGNED = ("Vũ Thị Thí Điểm", "Hội Nông dân xã An Mẫu", "ĐT: 0900 000 001")
ENDINGS: Mapping[str, Piece] = {
    "nothing": Piece(lines=()),
    "signature": Piece(lines=("-- ", *SIGNED), why=SIGNATURE),
    "iPhone": Piece(lines=("Đã gửi từ iPhone của tôi",), why=DEVICE),
    "Outlook for iOS": Piece(lines=("Get Outlook for iOS",), why=DEVICE),
    "Samsung": Piece(lines=("Được gửi từ điện thoại Samsung Galaxy của tôi.",), why=DEVICE),
    "disclaimer": Piece(lines=("Email này có thể chứa thông tin mật, chỉ dành cho người nhận.",), why=DISCLAIMER),
    "english disclaimer": Piece(
        lines=("This email and any attachments are confidential and intended for the addressee only.",), why=DISCLAIMER
    ),
    "virus note": Piece(lines=("Không có vi-rút. www.quetvirus.example",), why=DISCLAIMER),
    "english virus note": Piece(
        lines=("This email has been checked for viruses by Avast antivirus software.",), why=DISCLAIMER
    ),
}
FORMS = ("plain", "html")
LANGUAGES = ("vi", "vi old", "en", "mixed")


def all_replies() -> dict[str, Reply]:
    """Every letter of the tables, by a name that says what it is."""
    found: dict[str, Reply] = {}
    for ending_name, ending in ENDINGS.items():
        for form in FORMS:
            for client, sentences in ATTRIBUTIONS.items():
                for language, sentence in sentences.items():
                    said = sentence.format(name=NAME, address=ADDRESS)
                    for place in ("above", "below", "between"):
                        name = f"{client}, {language}, {form}, {place}, {ending_name}"
                        found[name] = _quoting(client, said, place, ending, is_html=form == "html")
            for client, openings in _OPENINGS.items():
                for language, opening in openings.items():
                    name = f"{client}, {language}, {form}, above, {ending_name}"
                    found[name] = _with_headers(client, opening, headers(language), ending, is_html=form == "html")
    return found


def headers(language: str) -> list[str]:
    """The header lines above an old letter."""
    values = (f"{NAME} <{ADDRESS}>", _DATES[language], "hnd@songmau.example", "Tin bài")
    return [f"{label}: {value}" for label, value in zip(_LABELS[language], values, strict=True)]


def _quoting(client: str, said: str, place: str, ending: Piece, *, is_html: bool) -> Reply:
    old = [Piece(lines=[f"> {line}"], why=HISTORY) for line in OLD]
    if place == "between":
        context = [replace_why(piece, None) for piece in old]
        pieces = [Piece(lines=[said], why=ATTRIBUTION), context[0], Piece(lines=OWN[:1]), context[1]]
        pieces += [Piece(lines=OWN[1:]), ending]
    elif place == "below":
        pieces = [Piece(lines=[said], why=HISTORY), *old, Piece(lines=OWN), ending]
    else:
        pieces = [Piece(lines=OWN), ending, Piece(lines=[said], why=HISTORY), *old]
    if not is_html:
        return Reply(content=plain_text(pieces), is_html=False, pieces=pieces)
    return Reply(content=_CLIENTS[client](pieces, said), is_html=True, pieces=pieces)


def _with_headers(client: str, opening: str, lines: list[str], ending: Piece, *, is_html: bool) -> Reply:
    above = [Piece(lines=OWN), ending]
    if not is_html:
        pieces = [*above, Piece(lines=[*filter(None, [opening]), *lines, *OLD], why=HISTORY)]
        return Reply(content=plain_text(pieces), is_html=False, pieces=pieces)
    content, barred = _HEADED[client](html_of(above), lines)
    bar = "> " if barred else ""
    pieces = [*above, Piece(lines=[bar + line for line in (*lines, *OLD)], why=HISTORY)]
    return Reply(content=content, is_html=True, pieces=pieces)


def replace_why(piece: Piece, why: str | None) -> Piece:
    """The piece with another fate."""
    return Piece(lines=piece.lines, why=why)


def plain_text(pieces: Sequence[Piece]) -> str:
    """The pieces with an empty line between them, as programs leave one."""
    return "\n\n".join("\n".join(piece.lines) for piece in pieces if piece.lines)


def html_of(pieces: Sequence[Piece], *, signature: str = '<div class="ms-signature">') -> str:
    """A division a line; what ends with a signature stands in the program's own element for it."""
    parts = []
    for piece in pieces:
        lines = "".join(f"<div>{escape(line)}</div>" for line in piece.lines)
        parts.append(f"{signature}{lines}</div>" if piece.why == SIGNATURE else lines)
    return "<div><br></div>".join(part for part in parts if part)


def _quoted_html(pieces: Sequence[Piece], opening: str, said: str, said_in: str, signature: str) -> str:
    """Pieces whose lines begin with "> " in blockquotes, the sentence above them in its own element."""
    found = []
    for piece in pieces:
        if piece.lines and piece.lines[0].startswith("> "):
            found.append(f"{opening}{html_of([Piece(lines=[line[2:] for line in piece.lines])])}</blockquote>")
        elif list(piece.lines) == [said]:
            found.append(f"{said_in}{escape(said)}<br></div>")
        else:
            found.append(html_of([piece], signature=signature))
    return "<div><br></div>".join(part for part in found if part)


def _gmail(pieces: Sequence[Piece], said: str) -> str:
    quote = '<blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px #ccc solid;padding-left:1ex">'
    attribution = '<div dir="ltr" class="gmail_attr">'
    signature = '<div dir="ltr" class="gmail_signature" data-smartmail="gmail_signature">'
    return f'<div dir="ltr">{_quoted_html(pieces, quote, said, attribution, signature)}</div>'


def _apple(pieces: Sequence[Piece], said: str) -> str:
    return _quoted_html(pieces, '<blockquote type="cite">', said, "<div>", '<div id="AppleMailSignature" dir="ltr">')


def _thunderbird(pieces: Sequence[Piece], said: str) -> str:
    quote = '<blockquote type="cite" cite="mid:1@songmau.example">'
    return _quoted_html(pieces, quote, said, '<div class="moz-cite-prefix">', '<div class="moz-signature">')


def _yahoo(pieces: Sequence[Piece], said: str) -> str:
    quote = '<blockquote type="cite" class="ydp1quote">'
    return _quoted_html(pieces, quote, said, '<div class="ydp1-header">', '<div class="ydp1signature">')


_CLIENTS: Mapping[str, Callable[[Sequence[Piece], str], str]] = {
    "gmail": _gmail,
    "apple": _apple,
    "thunderbird": _thunderbird,
    "yahoo": _yahoo,
}


def _header_html(lines: Sequence[str]) -> str:
    pairs = (line.partition(":") for line in lines)
    return "<br>".join(f"<b>{escape(label)}:</b>{escape(value)}" for label, _, value in pairs)


def _old_html() -> str:
    return "".join(f'<p class="MsoNormal">{escape(line)}</p>' for line in OLD)


def _outlook(above: str, lines: Sequence[str]) -> tuple[str, bool]:
    border = "border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"
    header = f'<div><div style="{border}"><p class="MsoNormal">{_header_html(lines)}</p></div></div>'
    return f'<div class="WordSection1">{above}{header}<p class="MsoNormal">&nbsp;</p>{_old_html()}</div>', False


def _outlook_web(above: str, lines: Sequence[str]) -> tuple[str, bool]:
    rule = '<div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1">'
    header = (
        f'<div id="divRplyFwdMsg" dir="ltr"><font face="Calibri">{_header_html(lines)}</font><div>&nbsp;</div></div>'
    )
    return f"<div>{above}</div>{rule}{header}<div>{_old_html()}</div>", False


def _outlook_express(above: str, lines: Sequence[str]) -> tuple[str, bool]:
    header = f'<div class="OutlookMessageHeader" lang="vi" dir="ltr"><hr tabindex="-1">{_header_html(lines)}</div>'
    return f"<div>{above}</div>{header}<div></div>{_old_html()}", False


def _zimbra(above: str, lines: Sequence[str]) -> tuple[str, bool]:
    header = f'<hr id="zwchr" data-marker="__DIVIDER__"><div data-marker="__HEADERS__">{_header_html(lines)}</div>'
    return f'<div>{above}{header}<br><div data-marker="__QUOTED_TEXT__">{_old_html()}</div></div>', False


def _zimbra_barred(above: str, lines: Sequence[str]) -> tuple[str, bool]:
    bar = "border-left:2px solid #1010FF;margin-left:5px;padding-left:5px"
    quotation = f'<blockquote style="{bar}">{_header_html(lines)}<br><br>{_old_html()}</blockquote>'
    return f'<div>{above}<hr id="zwchr">{quotation}</div>', True


_HEADED: Mapping[str, Callable[[str, Sequence[str]], tuple[str, bool]]] = {
    "outlook": _outlook,
    "outlook web": _outlook_web,
    "outlook express": _outlook_express,
    "zimbra": _zimbra,
    "zimbra barred": _zimbra_barred,
}


def letter(content: str, subject: str, *, is_html: bool, answers: bool = False) -> bytes:
    """The bytes of a letter of one part; `answers`: its header names the letter that it follows."""
    message = EmailMessage()
    message["From"] = "Hội Nông dân xã An Mẫu <hnd@songmau.example>"
    message["To"] = f"{NAME} <{ADDRESS}>"
    message["Date"] = "Fri, 16 Oct 2026 09:12:40 +0700"
    message["Message-ID"] = "<2@songmau.example>"
    message["Subject"] = subject
    if answers:
        message["In-Reply-To"] = "<1@songmau.example>"
    message.set_content(content, subtype="html" if is_html else "plain", charset="utf-8", cte="base64")
    return message.as_bytes()
