"""Case 8: an official plan, scanned and signed (PAdES, unknown authority), with the editable copy beside it."""

from tests.mail import material
from tests.mail.cases.case01 import DOCX
from tests.mail.making.docx import Item, Table, document, paragraph
from tests.mail.making.envelope import Envelope, headers
from tests.mail.making.mime import Multipart, attachment, encoded, letter, plain

NOTE = """\
Kính gửi: Ban biên tập
Văn phòng đề nghị đăng tải Kế hoạch số 45/KH-UBND ngày 07/10/2026 của UBND xã về việc triển khai chiến dịch tiêm vắc \
xin cho đàn gia súc, gia cầm đợt 2 năm 2026 vào chuyên mục Văn bản chỉ đạo, điều hành; niêm yết đến hết ngày 31/10/2026.
Trân trọng./.
"""
LETTERHEAD = (
    ("ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("XÃ AN MẪU", "Độc lập - Tự do - Hạnh phúc"),
    ("Số: 45/KH-UBND", "An Mẫu, ngày 07 tháng 10 năm 2026"),
)
BLANK_DATE = "An Mẫu, ngày   tháng 10 năm 2026"
HEADING = (
    "# KẾ HOẠCH",
    "# Triển khai chiến dịch tiêm vắc xin cho đàn gia súc, gia cầm đợt 2 năm 2026",
)
AIM = (
    "I. MỤC ĐÍCH, YÊU CẦU",
    "1. Chủ động phòng bệnh cho đàn gia súc, gia cầm trên địa bàn xã, hạn chế thấp nhất thiệt hại cho người chăn nuôi.",
    "2. Tiêm đúng đối tượng, đúng kỹ thuật, bảo đảm tỷ lệ tiêm đạt từ 80% tổng đàn trong diện tiêm trở lên.",
)
CONTENT = (
    "II. NỘI DUNG",
    "1. Đối tượng: trâu, bò 620 con; lợn 1.850 con; gà, vịt 14.000 con.",
    "2. Thời gian: từ ngày 12/10/2026 đến hết ngày 31/10/2026.",
    "3. Địa điểm: tại nhà văn hóa các thôn và tại hộ chăn nuôi.",
    "4. Loại vắc xin: lở mồm long móng, tụ huyết trùng, dịch tả lợn, cúm gia cầm.",
)
DUTIES = (
    "III. TỔ CHỨC THỰC HIỆN",
    "1. Phòng Kinh tế xã: chủ trì, cấp phát vắc xin, tổng hợp kết quả hằng tuần.",
    "2. Văn phòng HĐND và UBND xã: tuyên truyền trên hệ thống truyền thanh và Trang thông tin điện tử xã.",
    "3. Các thôn: thông báo lịch tiêm, cử người dẫn đường, lập danh sách hộ chăn nuôi.",
    "# TM. ỦY BAN NHÂN DÂN",
    "# CHỦ TỊCH",
    "# Lê Thị Thử",
)
SCANNED_PAGES = ((*HEADING, *AIM), CONTENT, DUTIES)


def letters() -> dict[str, bytes]:
    """The case's letter."""
    envelope = Envelope(
        sender="Văn phòng HĐND và UBND xã",
        address="vanphong@songmau.example",
        date="Thu, 08 Oct 2026 07:55:00 +0700",
        subject=encoded("V/v đăng tải Kế hoạch số 45/KH-UBND lên Trang TTĐT xã"),
        message_id="<20261008075500.VP45@webmail.songmau.example>",
        mailer="Zimbra 9.0.0 (ZimbraWebClient - Chrome (Win))",
    )
    parts = [
        plain(NOTE),
        attachment("45-KH-UBND.signed.pdf", "application/pdf", material.read("ke-hoach-45.signed.pdf")),
        attachment("45-KH-UBND.docx", DOCX, _editable_copy()),
    ]
    return {
        "08-van-ban-ky-so.eml": letter(headers(envelope), Multipart(subtype="mixed", boundary="=_zm_08", parts=parts))
    }


def _editable_copy() -> bytes:
    """The same text in Word, letterhead in a table as everywhere; the day of the date was never filled in."""
    *rows, (number, _) = LETTERHEAD
    items: list[Item] = [Table(rows=[*rows, (number, BLANK_DATE)])]
    for line in (line for page in SCANNED_PAGES for line in page):
        heading = line.startswith("# ")
        items.append(paragraph(line.removeprefix("# "), bold=heading, align="center" if heading else "both"))
    return document(items)
