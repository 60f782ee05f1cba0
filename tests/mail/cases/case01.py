"""Case 1: the good contributor. A covering note, a clean Word file, two photos named by number."""

from tests.mail import material
from tests.mail.making.docx import document, paragraph
from tests.mail.making.envelope import Envelope, headers
from tests.mail.making.mime import Multipart, attachment, encoded, letter, plain

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MESSAGE_ID = "<20261015140511.4F2A1@webmail.songmau.example>"

NOTE = """\
Kính gửi: Ban biên tập Trang thông tin điện tử xã An Mẫu.

Hội Nông dân xã gửi tin "Tập huấn kỹ thuật trồng nấm rơm cho 45 hội viên", kính mong Ban biên tập xem xét, đăng tải.
(Có 01 file tin và 02 ảnh đính kèm)

Trân trọng cảm ơn!
--
Vũ Thị Thí Điểm
Phó Chủ tịch Hội Nông dân xã An Mẫu
ĐT: 0900 000 001
"""
TITLE = "Tập huấn kỹ thuật trồng nấm rơm cho 45 hội viên nông dân"
SUMMARY = (
    "Sáng ngày 15/10/2026, tại Nhà văn hóa thôn Đồng Thử, Hội Nông dân xã An Mẫu phối hợp với Phòng Kinh tế xã tổ chức "
    "lớp tập huấn kỹ thuật trồng nấm rơm trong nhà cho 45 hội viên."
)
BODY = (
    (
        "Dự và khai mạc lớp học có đồng chí Nguyễn Văn Ví Dụ, Phó Chủ tịch UBND xã. Tại lớp tập huấn, các học "
        "viên được "
        "hướng dẫn cách xử lý rơm rạ, ủ meo, chăm sóc và thu hái nấm; tham quan mô hình của hộ ông Hoàng Văn "
        "Thử, mỗi vụ thu "
        "1,2 tấn nấm, lãi khoảng 25 triệu đồng."
    ),
    (
        "Trong số 45 học viên có 30 nữ và 15 nam. Kết thúc lớp học, Hội Nông dân xã trao tặng 45 bộ tài liệu và "
        "90 kg meo "
        "giống."
    ),
)
CAPTIONS = (
    "Ảnh 1: Đồng chí Nguyễn Văn Ví Dụ phát biểu khai mạc lớp tập huấn.",
    "Ảnh 2: Các hội viên tham quan mô hình trồng nấm rơm.",
)
BYLINE = "Tin, ảnh: Thí Điểm"


def letters() -> dict[str, bytes]:
    """The case's letter."""
    envelope = Envelope(
        sender="Hội Nông dân xã An Mẫu",
        address="hnd@songmau.example",
        date="Thu, 15 Oct 2026 14:05:11 +0700",
        subject=encoded("Tin bài: Tập huấn kỹ thuật trồng nấm rơm"),
        message_id=MESSAGE_ID,
        mailer="Zimbra 9.0.0 (ZimbraWebClient - Chrome (Win))",
    )
    parts = [
        plain(NOTE),
        attachment("Tin tap huan nam rom.docx", DOCX, article(TITLE, SUMMARY, BODY)),
        attachment("1.jpg", "image/jpeg", material.read("nam-rom-1.jpg")),
        attachment("2.jpg", "image/jpeg", material.read("nam-rom-2.jpg")),
    ]
    return {"01-nam-rom.eml": letter(headers(envelope), Multipart(subtype="mixed", boundary="=_zm_01", parts=parts))}


def article(title: str, summary: str, body: tuple[str, ...]) -> bytes:
    """The Word file, as the contributors of the commune are taught to write it."""
    return document(
        [
            paragraph(title, bold=True, align="center"),
            paragraph(summary, italic=True),
            *(paragraph(text, align="both") for text in body),
            *(paragraph(text) for text in CAPTIONS),
            paragraph(BYLINE, bold=True, align="right"),
        ]
    )
