"""Case 7: eleven slips of fact and form in one article, in Unicode with combining tones."""

from tests.mail import material
from tests.mail.cases.case01 import DOCX
from tests.mail.making.docx import Picture, document, paragraph
from tests.mail.making.envelope import Envelope, headers
from tests.mail.making.mime import Multipart, attachment, encoded, letter, plain
from tests.mail.making.vietnamese import with_combining_tones

NOTE = "Kính gửi Ban biên tập, Phòng VH-XH gửi bài, đề nghị đăng trong ngày. Trân trọng./.\n"
TITLE = 'KẾT QUẢ 9 THÁNG PHONG TRÀO "TOÀN DÂN ĐOÀN KẾT XÂY DỰNG ĐỜI SỐNG VĂN HOÁ" XÃ AN MẪU'
BODY = (
    (
        "Sáng thứ Sáu, ngày 22/9/2026, tại Hội trường UBND huyện Cũ Mẫu, đồng chí Nguyễn Văn Ví Dụ, Chủ tịch "
        "UBND xã chủ trì "
        "hội nghị sơ kết 9 tháng. Tham dự có 52 đại biểu, trong đó có 30 đại biểu nam và 20 đại biểu nữ."
    ),
    (
        "Đến nay toàn xã có 4.200 hộ, trong đó 3.780 hộ đạt Gia đình văn hóa (đạt 92%), tăng 3,5% so với cùng "
        "kỳ. Các thôn vận "
        "động được 1.250.000.000 đồng (một tỷ hai trăm triệu đồng), gồm: thôn Đồng Thử 450 triệu đồng, thôn Bãi "
        "Mẫu 500 triệu "
        "đồng, thôn Cầu Giả 300 triệu đồng."
    ),
    (
        "Ngày 31/9/2026, Ban chỉ đạo sẽ tổ chức tổng kết. Một số mô hình tiêu biểu như: đường hoa 1.200 m, 35 "
        "camera an ninh, "
        "v.v..."
    ),
    (
        "Đồng chí Nguyễn Văn Ví Dụ, Phó Chủ tịch UBND xã phát biểu chỉ đạo hội nghị, yêu cầu các nghành, đoàn "
        "thể khắc phục "
        "khó khăn, sữa chữa nhà văn hóa."
    ),
)
BYLINE = "Tin: VH-XH"


def letters() -> dict[str, bytes]:
    """The case's letter."""
    envelope = Envelope(
        sender="Phòng Văn hóa - Xã hội",
        address="vhxh@songmau.example",
        date="Tue, 22 Sep 2026 10:20:00 +0700",
        subject=encoded("Bài: Kết quả 9 tháng phong trào toàn dân đoàn kết"),
        message_id="<20260922102000.A41@webmail.songmau.example>",
        mailer="Zimbra 9.0.0 (ZimbraWebClient - Edge (Win))",
    )
    parts = [plain(NOTE), attachment("bai 9 thang.docx", DOCX, _article())]
    return {
        "07-so-lieu-sai.eml": letter(headers(envelope), Multipart(subtype="mixed", boundary="=_zm_07", parts=parts))
    }


def _article() -> bytes:
    title, *body, byline = (with_combining_tones(text) for text in (TITLE, *BODY, BYLINE))
    photo = Picture(jpeg=material.read("toan-dan.jpg"), width=800, height=533)
    first, *rest = (paragraph(text, align="both") for text in body)
    heading = paragraph(title, bold=True, align="center")
    return document([heading, first, photo, *rest, paragraph(byline, bold=True, align="right")])
