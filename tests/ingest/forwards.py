"""Letters that pass another one on, as each mail program writes them; who wrote what is true by construction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from html import escape

AUTHOR, AUTHOR_ADDRESS = "Thôn Đồng Thử", "thon.dongthu@songmau.example"
TITLE = "Thôn Đồng Thử giao lưu văn nghệ"
ARTICLE = (
    "Tối 4/10, tại nhà văn hóa thôn, chi hội phụ nữ thôn Đồng Thử tổ chức đêm giao lưu văn nghệ với 12 tiết mục.",
    "Đông đảo bà con đến xem và cổ vũ cho các đội, trong đó đội thiếu nhi được yêu thích nhất.",
)
NOTES: Mapping[str, Sequence[str]] = {
    "no note": (),
    "a request": ("Chuyển BBT tin của thôn, đồng chí duyệt giúp.",),
    "a greeting and a name": (
        "Kính gửi Ban biên tập,",
        "Phòng chuyển tin bài của thôn.",
        "Trân trọng./.",
        "Lê Văn Mẫu",
    ),
}
DATE = "Vào 20:30, CN, 4 thg 10, 2026"
_LABELS = {
    "vi": ("Từ", "Ngày", "Đến", "Chủ đề"),
    "en": ("From", "Date", "To", "Subject"),
    "mixed": ("From", "Đã gửi", "To", "Chủ đề"),
}
OPENINGS: Mapping[str, Mapping[str, str]] = {
    "gmail": {
        "vi": "---------- Tin nhắn chuyển tiếp ---------",
        "en": "---------- Forwarded message ---------",
        "mixed": "---------- Forwarded message ----------",
    },
    "outlook": {"vi": "", "en": "", "mixed": "________________________________"},
    "outlook old": {"vi": "-----Thư gốc-----", "en": "-----Original Message-----", "mixed": "-----Thư gốc-----"},
    "zimbra": {
        "vi": "----- Thư đã chuyển tiếp -----",
        "en": "----- Forwarded Message -----",
        "mixed": "----- Thư được chuyển tiếp -----",
    },
    "yahoo": {
        "vi": "----- Thư đã chuyển tiếp -----",
        "en": "----- Forwarded Message -----",
        "mixed": "----- Tin chuyển tiếp -----",
    },
    "apple": {
        "vi": "Bắt đầu thư được chuyển tiếp:",
        "en": "Begin forwarded message:",
        "mixed": "Begin forwarded message:",
    },
    "thunderbird": {
        "vi": "-------- Thư được chuyển tiếp --------",
        "en": "-------- Forwarded Message --------",
        "mixed": "-------- Forwarded Message --------",
    },
}


@dataclass(frozen=True, kw_only=True)
class Forward:
    """A letter that forwards, its note, and the header lines of the letter inside."""

    content: str
    is_html: bool
    note: Sequence[str]
    header: Sequence[str]


def all_forwards() -> dict[str, Forward]:
    """Every letter of the tables by a name that says what it is."""
    return {
        f"{client}, {language}, {form}, {name}": forward_of(client, language, note, is_html=form == "html")
        for client, openings in OPENINGS.items()
        for language in openings
        for form in ("plain", "html")
        for name, note in NOTES.items()
    }


def forward_of(client: str, language: str, note: Sequence[str], *, is_html: bool) -> Forward:
    """One of them."""
    values = (f"{AUTHOR} <{AUTHOR_ADDRESS}>", DATE, "vhxh@songmau.example", "tin thon")
    opening = OPENINGS[client][language]
    header = [f"{label}: {value}" for label, value in zip(_LABELS[language], values, strict=True)]
    content = (TITLE, *ARTICLE)
    if is_html:
        page = _page(client, note, opening, header, content)
        return Forward(content=page, is_html=True, note=note, header=[*filter(None, [opening]), *header])
    quote = "> " if client == "apple" else ""
    below = "\n".join(quote + line for line in (*header, "", *content))
    text = "\n\n".join(part for part in ("\n".join(note), opening) if part)
    text = f"{text}\n{below}" if opening else f"{text}\n\n{below}"
    return Forward(content=text, is_html=False, note=note, header=[*filter(None, [opening]), *header])


def _page(client: str, note: Sequence[str], opening: str, header: Sequence[str], content: Sequence[str]) -> str:
    above = "".join(f"<div>{escape(line)}</div>" for line in note)
    lines = "<br>".join(escape(line) for line in header)
    below = "".join(f"<p>{escape(line)}</p>" for line in content)
    match client:
        case "gmail":
            attribution = f'<div dir="ltr" class="gmail_attr">{opening}<br>{lines}<br></div>'
            return f'<div dir="ltr">{above}<br><div class="gmail_quote">{attribution}<br><br>{below}</div></div>'
        case "outlook":
            rule = '<hr style="width:98%">' if opening else ""
            border = "border:none;border-top:solid #E1E1E1 1.0pt"
            return f'{above}{rule}<div style="{border}"><p class="MsoNormal">{lines}</p></div>{below}'
        case "outlook old":
            return f'{above}<div>{opening}</div><div class="OutlookMessageHeader">{lines}</div>{below}'
        case "zimbra":
            return f'{above}<hr id="zwchr"><div>{opening}</div><div data-marker="__HEADERS__">{lines}</div><br>{below}'
        case "yahoo":
            return f'{above}<div class="yahoo_quoted"><div>{opening}</div><div>{lines}</div><div>{below}</div></div>'
        case "apple":
            return f'{above}<br><div>{opening}</div><blockquote type="cite"><div>{lines}</div><br>{below}</blockquote>'
        case _:
            rows = "".join(
                "<tr><th>{}:</th><td>{}</td></tr>".format(*map(escape, line.split(": ", 1))) for line in header
            )
            return f'{above}<div class="moz-forward-container">{opening}<table>{rows}</table>{below}</div>'


def forwarding_letter(forward: Forward, subject: str, *, attached: bytes = b"") -> bytes:
    """The bytes of the letter, with a photo of the letter inside where one is given."""
    message = EmailMessage()
    message["From"] = "Phòng Văn hóa - Xã hội <vhxh@songmau.example>"
    message["To"] = "bbt.anmau@songmau.example"
    message["Date"] = "Mon, 05 Oct 2026 09:15:30 +0700"
    message["Message-ID"] = "<3@songmau.example>"
    message["Subject"] = subject
    subtype = "html" if forward.is_html else "plain"
    message.set_content(forward.content, subtype=subtype, charset="utf-8", cte="base64")
    if attached:
        message.add_attachment(attached, maintype="image", subtype="jpeg", filename="van nghe.jpg")
    return message.as_bytes()
