"""Case 10: the conclusion on a denunciation with the denouncer's data, and a photo of her handwritten letter."""

from tests.mail import material
from tests.mail.cases.case01 import DOCX
from tests.mail.making.docx import document, paragraph
from tests.mail.making.envelope import Envelope, headers
from tests.mail.making.mime import Multipart, attachment, encoded, letter, plain

NOTE = (
    "Kính gửi BBT, đề nghị đăng Kết luận số 02/KL-UBND ngày 30/9/2026 vào chuyên mục Kết quả giải quyết đơn thư "
    "theo quy "
    "định.\n"
)
LINES = (
    "KẾT LUẬN nội dung tố cáo đối với ông Bùi Văn Giả Sử, Trưởng thôn Cầu Giả",
    (
        "Ngày 03/8/2026, UBND xã nhận đơn của bà Tạ Thị Ẩn Danh, sinh năm 1970, CCCD số 001170000000, trú tại "
        "thôn Cầu Giả, "
        "điện thoại 0900000009, tố cáo ông Bùi Văn Giả Sử thu quỹ sai quy định…"
    ),
    "Kết luận: nội dung tố cáo đúng một phần…",
)


def letters() -> dict[str, bytes]:
    """The case's letter."""
    envelope = Envelope(
        sender="Văn phòng HĐND và UBND xã",
        address="vanphong@songmau.example",
        date="Thu, 01 Oct 2026 15:30:00 +0700",
        subject=encoded("Đăng công khai Kết luận nội dung tố cáo"),
        message_id="<20261001153000.VP02@webmail.songmau.example>",
        mailer="Zimbra 9.0.0 (ZimbraWebClient - Chrome (Win))",
    )
    title, *body = LINES
    article = document([paragraph(title, bold=True, align="center"), *(paragraph(line, align="both") for line in body)])
    parts = [
        plain(NOTE),
        attachment("KL 02.docx", DOCX, article),
        attachment("Don to cao - ban viet tay.jpg", "image/jpeg", material.read("don-viet-tay.jpg")),
    ]
    return {
        "10-ket-luan-to-cao.eml": letter(headers(envelope), Multipart(subtype="mixed", boundary="=_zm_10", parts=parts))
    }
