"""Seeded Vietnamese news of an invented commune, enough of it to fill any number of letters."""

from dataclasses import dataclass
from random import Random

UNITS = (
    ("Hội Nông dân xã", "hnd@songmau.example"),
    ("Hội Phụ nữ xã", "hpn@songmau.example"),
    ("Trường THCS An Mẫu", "thcs.anmau@songmau.example"),
    ("Trạm Y tế An Mẫu", "tramyte@songmau.example"),
    ("Phòng Văn hóa - Xã hội", "vhxh@songmau.example"),
    ("Công an xã An Mẫu", "congan@songmau.example"),
    ("Văn phòng HĐND và UBND xã", "vanphong@songmau.example"),
    ("Thôn Đồng Thử", "thon.dongthu@songmau.example"),
)
DEEDS = (
    "tổ chức tập huấn kỹ thuật chăn nuôi gà thả vườn",
    "ra quân dọn vệ sinh đường làng",
    "tuyên truyền phòng, chống cháy, nổ trong mùa khô",
    "khám sức khỏe định kỳ cho người cao tuổi",
    "trao học bổng cho học sinh vượt khó",
    "hội nghị sơ kết công tác quý",
    "giao lưu bóng chuyền giữa các thôn",
    "nghiệm thu tuyến đường hoa kiểu mẫu",
    "tiêm phòng cho đàn gia súc, gia cầm",
    "hướng dẫn người dân dùng dịch vụ công trực tuyến",
)
HAMLETS = ("Đồng Thử", "Bãi Mẫu", "Cầu Giả")
WRITERS = ("Thí Điểm", "Mô Phỏng", "Thử Nghiệm", "Ví Dụ", "Giả Định")
SENTENCES = (
    "Dự buổi lễ có đại diện lãnh đạo Đảng ủy, UBND xã cùng {people} người dân thôn {hamlet}.",
    "Tại đây, các đại biểu đã được nghe giới thiệu nội dung, cách làm và những kinh nghiệm từ cơ sở.",
    "Đến nay, thôn {hamlet} có {people} hộ tham gia, tăng {rise} hộ so với cùng kỳ năm trước.",
    "Người dân đã đóng góp {money} triệu đồng và {rise} ngày công để hoàn thành công trình.",
    "Thời gian tới, đơn vị tiếp tục duy trì hoạt động này vào ngày {day} hằng tháng tại thôn {hamlet}.",
    "Ban tổ chức đã trao {rise} phần quà, mỗi phần trị giá {money}.000 đồng cho các gia đình khó khăn.",
    "Qua đó góp phần nâng cao nhận thức của người dân và xây dựng quê hương ngày càng sạch đẹp.",
)


@dataclass(frozen=True, kw_only=True)
class News:
    """An article's text and who sends it."""

    unit: str
    address: str
    title: str
    summary: str
    body: tuple[str, ...]
    byline: str

    @property
    def lines(self) -> tuple[str, ...]:
        """All of it, in order."""
        return (self.title, self.summary, *self.body, self.byline)


def news(random: Random) -> News:
    """The next piece of news."""
    unit, address = random.choice(UNITS)
    deed, hamlet = random.choice(DEEDS), random.choice(HAMLETS)
    day, month = random.randint(1, 28), random.randint(1, 10)
    return News(
        unit=unit,
        address=address,
        title=f"{unit} {deed}",
        summary=f"Sáng ngày {day:02}/{month}/2026, tại thôn {hamlet}, {unit} {deed}.",
        body=tuple(_paragraph(random) for _ in range(random.randint(2, 6))),
        byline=f"Tin, ảnh: {random.choice(WRITERS)}",
    )


def _paragraph(random: Random) -> str:
    sentences = random.sample(SENTENCES, random.randint(2, 4))
    return " ".join(
        sentence.format(
            people=random.randint(20, 300),
            rise=random.randint(3, 40),
            money=random.randint(50, 900),
            day=random.randint(1, 28),
            hamlet=random.choice(HAMLETS),
        )
        for sentence in sentences
    )
