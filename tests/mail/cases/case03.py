"""Case 3: TCVN3 (ABC) in a Word file whose fonts partly come from styles, every ư a soft hyphen element."""

from tests.mail import material
from tests.mail.cases.case01 import DOCX
from tests.mail.making.docx import TIMES, Paragraph, Run, Style, document
from tests.mail.making.envelope import Envelope, headers
from tests.mail.making.mime import Multipart, Transfer, attachment, letter, plain

NOTE = "kinh gui bbt xa. thon gui tin ra quan lam duong. nho bbt sua giup. cam on\n"
SUBJECT = "=?ISO-8859-1?Q?tin_lam_=AE=AD=EAng_GTNT?="
TITLE = "Héi N«ng d©n x· An MÉu ra qu©n lµm ®\u00adêng giao th«ng n«ng th«n"
BODY = (
    "S¸ng ngµy 18/9/2026, ®\u00adîc sù quan t©m cña §¶ng ñy, UBND x·, h¬n 120 héi viªn n«ng d©n th«n §ång Thö ®· ra "
    "qu©n ®¾p 350 m ®\u00adêng giao th«ng n«ng th«n. Ng\u00adêi d©n trong th«n tù nguyÖn hiÕn 400 m2 ®Êt vµ ®ãng "
    "gãp 85 "
    "ngµy c«ng."
)
UNICODE_LINE = "(Unicode) Ảnh: Đức Thử"

STYLES = [
    Style(name="Normal", font=".VnTime"),
    Style(name="NoiDung", based_on="Normal"),
    Style(name="TieuDe", based_on="Normal"),
]


def letters() -> dict[str, bytes]:
    """The case's letter."""
    envelope = Envelope(
        sender="Ban Mat tran thon Dong Thu",
        address="thon.dongthu@songmau.example",
        date="Fri, 18 Sep 2026 20:11:45 +0700",
        subject=SUBJECT,
        message_id="<000a01dd2f1e$5c3b7a10$14b26e30$@songmau.example>",
        mailer="Microsoft Office Outlook 11",
    )
    parts = [
        plain(NOTE, charset="us-ascii", transfer=Transfer.SEVEN),
        attachment("tin lam duong.docx", DOCX, _article()),
        attachment("DSC0012.JPG", "image/jpeg", material.read("lam-duong.jpg")),
    ]
    boundary = "----=_NextPart_000_0003_01DD2F1E"
    return {
        "03-tcvn3-lam-duong.eml": letter(headers(envelope), Multipart(subtype="mixed", boundary=boundary, parts=parts))
    }


def _article() -> bytes:
    """The title's font stands on its run; the text's font is inherited through its style; one run is Unicode."""
    return document(
        [
            Paragraph(runs=[Run(text=TITLE, bold=True, font=".VnTimeH")], style="TieuDe", align="center"),
            Paragraph(runs=[Run(text=BODY)], style="NoiDung"),
            Paragraph(runs=[Run(text=UNICODE_LINE, italic=True, font=TIMES)], style="NoiDung", align="right"),
        ],
        styles=STYLES,
    )
