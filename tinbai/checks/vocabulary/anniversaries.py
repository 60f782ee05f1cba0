"""What is celebrated, and since when: days that every board writes about each year."""

import re

from tinbai.checks.vocabulary.pattern import pattern

BEFORE = pattern(r"(?:kỷ|kỉ) niệm (?:\w+ )?$|(?:lễ|mừng|chặng đường|truyền thống|sau) $")
OCCASION = pattern(
    r" (?:\w+\s){0,2}?(?:Ngày|thành lập|truyền thống|chiến thắng|giải phóng|xây dựng và|ra đời|"
    r"hình thành|sinh)"
)
_YEARS = {
    "(?:thành lập )?Đảng Cộng sản": 1930, "(?:thành lập )?Đảng bộ Việt Nam": 1930,
    "thành lập Đoàn (?:TNCS|Thanh niên Cộng sản)": 1931, "Quốc khánh": 1945, "Cách mạng tháng Tám": 1945,
    "thành lập Quân đội": 1944, "(?:truyền thống|thành lập) (?:lực lượng )?Công an nhân dân": 1945,
    "thành lập Hội (?:LHPN|Liên hiệp Phụ nữ) Việt Nam": 1930, "thành lập Hội Nông dân Việt Nam": 1930,
    "(?:truyền thống|thành lập) (?:MTTQ|Mặt trận (?:Tổ quốc|Dân tộc))": 1930, "Thầy thuốc Việt Nam": 1955,
    "Nhà giáo Việt Nam": 1982, "Thương binh": 1947, "giải phóng (?:hoàn toàn )?miền Nam": 1975,
    "[Cc]hiến thắng (?:lịch sử )?Điện Biên Phủ": 1954, "sinh (?:của )?Chủ tịch Hồ Chí Minh": 1890,
    "thành lập Hội (?:CCB|Cựu chiến binh) Việt Nam": 1989, "thành lập Công đoàn Việt Nam": 1929,
    "Báo chí [Cc]ách mạng Việt Nam": 1925,
}  # fmt: skip
NAMED = tuple(
    (re.compile(("\\s{1,3}(?:Ngày |ngày |lễ |Lễ )?" + name + r"(?!\w)").replace(" ", r"\s{1,3}")), year)
    for name, year in _YEARS.items()
)
