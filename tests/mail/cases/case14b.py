"""Case 14b: machines write. Out of office, a bounce, a newsletter, and our own receipt coming round again."""

from tests.mail.making.envelope import BOARD, SERVER, Envelope, headers
from tests.mail.making.mime import Leaf, Multipart, Transfer, encoded, html, letter, plain

OUT_OF_OFFICE = """\
Tôi đang đi công tác đến hết ngày 25/10/2026 và sẽ trả lời thư sau. Việc gấp xin liên hệ Văn phòng HĐND và UBND xã.
"""
BOUNCED = """\
This is the mail system at host mx.songmau.example.

I'm sorry to have to inform you that your message could not be delivered to one or more recipients.

<thon.caugia@songmau.example>: mailbox is full
"""
STATUS = """\
Reporting-MTA: dns; mx.songmau.example

Final-Recipient: rfc822; thon.caugia@songmau.example
Action: failed
Status: 5.2.2
Diagnostic-Code: smtp; 552 5.2.2 Mailbox full
"""
RETURNED = """\
From: bbt.anmau@songmau.example
To: thon.caugia@songmau.example
Subject: Nhac gui tin bai thang 10
Message-ID: <AM-nhac-10@songmau.example>
Auto-Submitted: auto-generated
"""
NEWS = (
    "<h1>Bản tin chuyển đổi số tuần 42</h1><p>5 mẹo làm việc với bảng tính mà cán bộ xã nào cũng nên biết.</p>"
    '<p><a href="https://bantin.example/huy">Hủy nhận tin</a></p>\n'
)
RECEIPT = "Ban biên tập đã nhận được tin của đơn vị. Mã số: AM-2026-0123.\n"


def letters() -> dict[str, bytes]:
    """The case's four letters."""
    return {
        "14b-1-vang-mat.eml": _out_of_office(),
        "14b-2-thu-tra-lai.eml": _bounce(),
        "14b-3-ban-tin.eml": _newsletter(),
        "14b-4-thu-quay-vong.eml": _loop(),
    }


def _out_of_office() -> bytes:
    envelope = Envelope(
        sender="Trạm Y tế An Mẫu",
        address="tramyte@songmau.example",
        date="Mon, 19 Oct 2026 08:00:44 +0700",
        subject=encoded("Trả lời tự động: Ban biên tập đã nhận tin AM-2026-0124"),
        message_id="<ooo-19102026@songmau.example>",
        return_path="",
        more=(
            ("Auto-Submitted", "auto-replied"),
            ("Precedence", "bulk"),
            ("X-Auto-Response-Suppress", "All"),
            ("In-Reply-To", "<AM-2026-0124.receipt@songmau.example>"),
        ),
    )
    return letter(headers(envelope), plain(OUT_OF_OFFICE))


def _bounce() -> bytes:
    envelope = Envelope(
        sender="Mail Delivery System",
        address=f"MAILER-DAEMON@{SERVER}",
        date="Mon, 19 Oct 2026 08:05:10 +0700",
        subject="Undelivered Mail Returned to Sender",
        message_id="<bounce-19102026@mx.songmau.example>",
        return_path="",
        more=(("Auto-Submitted", "auto-replied"),),
    )
    parts = [
        plain(BOUNCED, charset="us-ascii", transfer=Transfer.SEVEN),
        Leaf(content_type="message/delivery-status", content=STATUS.encode(), transfer=Transfer.SEVEN),
        Leaf(content_type="text/rfc822-headers", content=RETURNED.encode(), transfer=Transfer.SEVEN),
    ]
    report = Multipart(subtype="report; report-type=delivery-status", boundary="9F3A.1792/mx", parts=parts)
    return letter(headers(envelope), report)


def _newsletter() -> bytes:
    envelope = Envelope(
        sender="Bản tin Chuyển đổi số",
        address="tin@bantin.example",
        date="Mon, 19 Oct 2026 06:30:00 +0700",
        subject=encoded("Bản tin tuần 42: 5 mẹo làm việc với bảng tính"),
        message_id="<tuan42.bbt@bantin.example>",
        route="gui.bantin.example (gui.bantin.example [198.51.100.77])",
        return_path="bounce+bbt.anmau=songmau.example@bantin.example",
        more=(
            ("List-Id", "<ban-tin.bantin.example>"),
            ("List-Unsubscribe", "<https://bantin.example/huy?u=1>"),
            ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
            ("Precedence", "bulk"),
        ),
    )
    parts = [plain("Bản tin chuyển đổi số tuần 42. Xem bản đầy đủ trên trang của chúng tôi.\n"), html(NEWS)]
    return letter(headers(envelope), Multipart(subtype="alternative", boundary="_tuan42_", parts=parts))


def _loop() -> bytes:
    """A receipt of ours that a redirect at the contributor's end sends back to us."""
    envelope = Envelope(
        sender="BBT An Mẫu",
        address=BOARD,
        date="Thu, 15 Oct 2026 14:20:05 +0700",
        subject=encoded("Ban biên tập đã nhận tin AM-2026-0123"),
        message_id="<AM-2026-0123.receipt@songmau.example>",
        route="relay.songmau.example (relay.songmau.example [203.0.113.26])",
        more=(
            ("Auto-Submitted", "auto-replied"),
            ("X-Loop", BOARD),
            ("Resent-From", "hnd@songmau.example"),
            ("Resent-To", BOARD),
        ),
    )
    return letter(headers(envelope), plain(RECEIPT))
