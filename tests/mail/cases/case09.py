"""Case 9: the correction of case 1, as an answer to our receipt, with a new file."""

from tests.mail.cases import case01
from tests.mail.making.envelope import Envelope, headers
from tests.mail.making.mime import Multipart, attachment, encoded, letter, plain

RECEIPT_ID = "<AM-2026-0123.receipt@songmau.example>"
TEXT = """\
Kính gửi BBT, hôm qua Hội gửi nhầm số liệu. Số hội viên dự là 54 người (36 nữ, 18 nam), không phải 45. Hội gửi lại \
file đúng, nhờ BBT thay giúp. Xin lỗi BBT vì sự bất tiện.

Vào Th 5, 15 thg 10, 2026 lúc 14:20 BBT An Mẫu <bbt.anmau@songmau.example> đã viết:
> Ban biên tập đã nhận được tin của đơn vị. Mã số: AM-2026-0123.
"""


def letters() -> dict[str, bytes]:
    """The case's letter."""
    envelope = Envelope(
        sender="Hội Nông dân xã An Mẫu",
        address="hnd@songmau.example",
        date="Fri, 16 Oct 2026 09:12:40 +0700",
        subject=encoded("Re: Tin bài: Tập huấn kỹ thuật trồng nấm rơm - xin đính chính"),
        message_id="<20261016091240.4F31C@webmail.songmau.example>",
        mailer="Zimbra 9.0.0 (ZimbraWebClient - Chrome (Win))",
        more=(("In-Reply-To", case01.MESSAGE_ID), ("References", f"{case01.MESSAGE_ID} {RECEIPT_ID}")),
    )
    parts = [
        plain(TEXT),
        attachment("Tin tap huan nam rom (SUA LAI).docx", case01.DOCX, _corrected()),
    ]
    return {"09-dinh-chinh.eml": letter(headers(envelope), Multipart(subtype="mixed", boundary="=_zm_09", parts=parts))}


def _corrected() -> bytes:
    """45 becomes 54 in title, summary and the count of learners; the "45 bộ tài liệu" was forgotten."""
    first, second = case01.BODY
    second = second.replace("45 học viên có 30 nữ và 15 nam", "54 học viên có 36 nữ và 18 nam")
    return case01.article(case01.TITLE.replace("45", "54"), case01.SUMMARY.replace("45", "54"), (first, second))
