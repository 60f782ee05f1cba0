"""A grammar of broken HTML letters: elements closed wrong or never, odd attributes, charsets that disagree."""

from random import Random

from tests.mail.breaking.crashes import HEAD

ELEMENTS = (
    "p div span b i u a font center table tbody tr td th ul ol li blockquote pre h1 h2 br hr img style script title"
    " svg math template select textarea iframe object form input o:p v:shape xml noscript ảnh 1 -"
).split()
ATTRIBUTES = (
    'class="MsoNormal"',
    'class="gmail_quote"',
    'type="cite"',
    'style="display:none"',
    'style="mso-list:l0 level1 lfo1;text-indent:-18pt"',
    'style="color:expression(alert(1))',
    "style='font-family:.VnTime'",
    'face=".VnTime"',
    'face="VNI-Times"',
    'align="giua"',
    'href="javascript:alert(1)"',
    'href="&#x6A;avascript&colon;alert(1)"',
    'href="http://[::1"',
    'src="cid:khong-co@songmau.example"',
    'src="data:image/png;base64,iVBORw0KGgo="',
    'src="data:image/png;base64,' + "A" * 300,
    "src=http://198.51.100.9/a.png",
    'colspan="99999999"',
    'rowspan="-1"',
    "onload=alert(1)",
    "a=1 a=2 A=3",
    '="',
    "'",
    "\x00",
)
TEXTS = (
    "Thôn Bãi Mẫu ra quân dọn đường làng.",
    "Tin, ảnh: Thí Điểm",
    "Vào Th 5, 15 thg 10, 2026 lúc 14:20 BBT <bbt.anmau@songmau.example> đã viết:",
    "-----Thư gốc-----",
    "&#150;&nbsp;&#x1F600;&#0;&#xD800;&#99999999999;&khong;&amp",
    "a\u0300\u0302\u0323" * 40,
    "\u202egnod\u202c \u200b\ufeff",
    "<<>><!",
    "]]><![if !vml]>",
    "<!--[if gte mso 9]><xml><w:WordDocument></xml><![endif]-->",
    "<!-- khong dong",
    "TËp huÊn kü thuËt trång nÊm",
    "x" * 3_000,
)
CHARSETS = ("utf-8", "utf-16", "windows-1258", "us-ascii", "iso-2022-jp", "khong-co", "utf-7")
DEEPEST = 40


def broken_page(random: Random) -> bytes:
    """A letter that is one HTML text, as HTML or among alternatives, its charset told in one to three ways."""
    page = "".join(_piece(random, 0) for _ in range(random.randint(1, 12)))
    declared, told, true = (random.choice(CHARSETS) for _ in range(3))
    meta = f'<html><head><meta charset="{told}"><title>{page[:40]}</head><body>' if random.random() < 0.5 else ""
    content = (meta + page).encode(_python_codec(true), "replace")
    kind = random.choice([b"text/html", b"text/html", b"text/plain", b"TEXT/HTML", b"html"])
    typed = b"Content-Type: " + kind + b"; charset=" + declared.encode() + b"\r\n\r\n"
    if random.random() < 0.3:
        plain = random.choice([b"", b"Thu nay can trinh doc HTML.", content])
        typed = (
            b"Content-Type: multipart/alternative; boundary=q\r\n\r\n--q\r\nContent-Type: text/plain\r\n\r\n"
            + plain + b"\r\n--q\r\n" + typed
        )  # fmt: skip
        return HEAD + typed + content + b"\r\n--q--\r\n"
    return HEAD + typed + content + b"\r\n"


def _piece(random: Random, depth: int) -> str:
    dice = random.random()
    if dice < 0.35 or depth > DEEPEST:
        return random.choice(TEXTS)
    name = random.choice(ELEMENTS)
    attributes = " ".join(random.choice(ATTRIBUTES) for _ in range(random.choice([0, 0, 1, 2])))
    opening = f"<{name} {attributes}>" if dice < 0.95 else f"<{name} {attributes}"
    inside = "".join(_piece(random, depth + 1) for _ in range(random.randint(0, 2)))
    closing = random.choice([f"</{name}>", f"</{name}>", f"</{random.choice(ELEMENTS)}>", ""])
    return (opening + inside + closing) * (random.choice([1, 1, 1, 30]) if depth == 0 else 1)


def _python_codec(charset: str) -> str:
    return {"windows-1258": "cp1258", "khong-co": "utf-8"}.get(charset, charset)
