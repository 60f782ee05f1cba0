"""Letters that follow one another: a piece as it was sent first, and what may be a corrected version of it."""

from dataclasses import dataclass, field
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

from tests.mail.making.docx import document, paragraph
from tests.rows import NOON

FARMERS = "Hội Nông dân <hnd@songmau.example>"
COLLEAGUE = "Lê Văn Đồng Nghiệp <hnd.dongnghiep@songmau.example>"
WOMEN = "Hội Phụ nữ <hpn@songmau.example>"
STRANGER = "Người Lạ <la@ngoaimau.example>"
BOARD = "bbt.anmau@songmau.example"
MORE_CONTRIBUTORS = """
[[contributors]]
name = "Lê Văn Đồng Nghiệp"
unit = "hoi-nong-dan"
addresses = ["hnd.dongnghiep@songmau.example"]
"""
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

TITLE = "Hội Nông dân xã tập huấn kỹ thuật nuôi cá lồng"
TEXT = [
    (
        "Sáng ngày 12/10/2026, tại Nhà văn hóa thôn Bãi Mẫu, Hội Nông dân xã An Mẫu tổ chức lớp tập huấn kỹ thuật"
        " nuôi cá lồng trên sông cho 45 hội viên."
    ),
    (
        "Tại lớp học, cán bộ kỹ thuật hướng dẫn hội viên chọn giống, chọn chỗ đặt lồng, cho ăn, phòng bệnh và theo dõi"
        " nước trong mùa lũ; mỗi hộ được phát 01 bộ tài liệu và 02 kg thức ăn mẫu."
    ),
    (
        "Ông Trần Văn Ví Dụ, hội viên thôn Bãi Mẫu, cho biết gia đình ông nuôi 6 lồng, mỗi năm thu gần 120 triệu đồng,"
        " nay học thêm cách chữa bệnh cho cá nên yên tâm mở thêm lồng mới."
    ),
    "Hội dự kiến mở thêm 02 lớp trong quý IV để hội viên các thôn còn lại cùng tham gia.",
    "Tin, ảnh: Thí Điểm",
]
REPORT_TITLE = "Kết quả thu gom rác thải tháng 9/2026"
REPORT = [
    (
        "Trong tháng 9/2026, Hội Nông dân xã An Mẫu thu gom được 4,2 tấn rác thải, trong đó có 310 kg vỏ bao thuốc"
        " bảo vệ thực vật; 186 hội viên tham gia ở 7 thôn, dọn 12 km kênh mương và trồng 450 cây xanh."
    ),
    "Các chi hội duy trì ngày thứ Bảy xanh, vận động hội viên phân loại rác tại nhà và thu gom vỏ chai ngoài đồng.",
    "Số tiền bán phế liệu là 3.650.000 đồng, được trao cho 05 học sinh có hoàn cảnh khó khăn.",
    "Tin: Thí Điểm",
]
NEXT_REPORT = [
    (
        "Trong tháng 10/2026, Hội Nông dân xã An Mẫu thu gom được 5,7 tấn rác thải, trong đó có 275 kg vỏ bao thuốc"
        " bảo vệ thực vật; 203 hội viên tham gia ở 8 thôn, dọn 15 km kênh mương và trồng 520 cây xanh."
    ),
    *REPORT[1:2],
    "Số tiền bán phế liệu là 4.120.000 đồng, được trao cho 06 học sinh có hoàn cảnh khó khăn.",
    REPORT[3],
]
NEW_TITLE = "Hội Nông dân xã trao 10 con bò giống cho hội viên nghèo"
NEW_TEXT = [
    (
        "Chiều ngày 14/10/2026, Hội Nông dân xã An Mẫu trao 10 con bò giống sinh sản cho các hội viên có hoàn cảnh khó"
        " khăn ở hai thôn Cầu Giả và Đồng Thử, từ nguồn quỹ hỗ trợ nông dân của huyện."
    ),
    "Các hộ nhận bò cam kết chăm sóc đúng kỹ thuật và chuyển con bê đầu tiên cho hộ khác sau ba mươi tháng.",
    "Bà Phạm Thị Minh Họa xúc động cho biết đây là tài sản lớn nhất mà gia đình bà có được từ trước tới nay.",
    "Tin: Thí Điểm",
]


@dataclass(frozen=True, kw_only=True)
class Sent:
    """A letter to be made: what is said in it, and what it answers."""

    title: str = TITLE
    text: list[str] = field(default_factory=lambda: list(TEXT))
    sender: str = FARMERS
    subject: str = "Tin bài: Tập huấn nuôi cá lồng"
    note: str = "Kính gửi Ban biên tập. Hội Nông dân xã gửi bài, kính đề nghị Ban biên tập cho đăng. Trân trọng cảm ơn!"
    filename: str = "Tap huan nuoi ca.docx"
    answers: str | None = None
    references: str | None = None
    photos: dict[str, bytes] = field(default_factory=dict)
    number: int = 1

    def raw(self) -> bytes:
        """The letter's bytes: a note, the piece as a Word file unless there is none, and photos."""
        letter = EmailMessage()
        domain = self.sender.rpartition("@")[2].strip(">")
        passed = f"spf=pass smtp.mailfrom={domain}; dmarc=pass header.from={domain}"
        letter["Authentication-Results"] = f"mx.songmau.example; {passed}"  # above From, where a server puts it
        letter["From"], letter["To"], letter["Subject"] = self.sender, BOARD, self.subject
        letter["Message-ID"], letter["Date"] = f"<thu{self.number}@songmau.example>", format_datetime(NOON)
        if self.answers:
            letter["In-Reply-To"] = self.answers
        if self.references:
            letter["References"] = self.references
        letter.set_content(self.note)
        if self.text:
            title = paragraph(self.title, bold=True, align="center")
            word = document([title, *map(paragraph, self.text)])
            maintype, _, subtype = WORD.partition("/")
            letter.add_attachment(word, maintype=maintype, subtype=subtype, filename=self.filename)
        for name, content in self.photos.items():
            letter.add_attachment(content, maintype="image", subtype="jpeg", filename=name)
        return letter.as_bytes()


def site_file(folder: Path, original: Path) -> Path:
    """The site's data with one more contributor, a colleague of the farmers."""
    path = folder / "site.toml"
    path.write_text(original.read_text(encoding="utf-8") + MORE_CONTRIBUTORS, encoding="utf-8")
    return path


def changed(*changes: tuple[str, str], text: list[str] | None = None) -> list[str]:
    """The piece with some words changed, each of which must be there."""
    whole = "\n".join(text or TEXT)
    for old, new in changes:
        assert old in whole, old
        whole = whole.replace(old, new)
    return whole.split("\n")
