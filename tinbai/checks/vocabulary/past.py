"""Signs that a sentence speaks of the time before the reform of 01/07/2025."""

import re

PAST = re.compile(
    r"\bcũ\b|(?i:trước đây|trước kia|\btrước khi\b|\bnguyên (?:là|bí thư|phó|chủ tịch|chánh|trưởng)|thời kỳ|sáp nhập|"
    r"hợp nhất|nay là|nay thuộc|kết thúc hoạt động|chấm dứt hoạt động|\bkhi đó\b|\btrước ngày 0?1/0?7/2025|"
    r"lúc bấy giờ|lịch sử|kháng chiến)"
)
_YEAR = re.compile(r"\b[Nn]ăm (?:1[89]\d\d|20[01]\d|202[0-4])(?![\d/])")
_DATE = re.compile(r"\d[/.-](?:1[89]\d\d|20[01]\d|202[0-4])(?![\d/])|(?<!\d)0?[1-6][/.-]2025(?!\d)")


def is_past(sentence: str) -> bool:
    """Whether it says so, or gives a date of that time."""
    return bool(PAST.search(sentence) or _YEAR.search(sentence) or _DATE.search(sentence))
