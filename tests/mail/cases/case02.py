"""Case 2: an article typed into the letter, with greeting, closing, disclaimer and a virus footer; no photo."""

from tests.mail.making.envelope import Envelope, headers
from tests.mail.making.mime import Transfer, letter, plain

TEXT = """\
Kính gửi BBT! Nhà trường xin gửi tin như sau ạ:

TRƯỜNG THCS AN MẪU TỔ CHỨC KỶ NIỆM 96 NĂM NGÀY THÀNH LẬP HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM

Chiều ngày 20/10/2026, Công đoàn Trường THCS An Mẫu tổ chức tọa đàm kỷ niệm 96 năm Ngày thành lập Hội Liên hiệp Phụ nữ \
Việt Nam (20/10/1930 - 20/10/2026). Dự buổi tọa đàm có cô giáo Ngô Thị Mô Phỏng - Hiệu trưởng nhà trường cùng toàn thể \
28 nữ cán bộ, giáo viên, nhân viên.
Tại buổi tọa đàm, các đại biểu đã ôn lại truyền thống 96 năm của Hội; Công đoàn tặng hoa và quà cho 28 chị em. \
Buổi tọa \
đàm diễn ra trong không khí ấm áp, vui tươi.

Rất mong được BBT đăng giúp. Nhà trường cảm ơn BBT ạ.
Người viết: Mô Phỏng
--------------------------------
Email này và các tệp đính kèm có thể chứa thông tin bảo mật. Nếu bạn không phải người nhận, xin vui lòng xóa email.
Virus-free. www.quetvirus.example
"""


def letters() -> dict[str, bytes]:
    """The case's letter: a single text, in base64 as some servers turn 8-bit text into."""
    envelope = Envelope(
        sender="Trường THCS An Mẫu",
        address="thcs.anmau@songmau.example",
        date="Tue, 20 Oct 2026 16:40:02 +0700",
        subject="gui tin 20/10",
        message_id="<CAJ0x20=anmau.7731@webmail.songmau.example>",
    )
    return {"02-ky-niem-20-10.eml": letter(headers(envelope), plain(TEXT, transfer=Transfer.BASE64))}
