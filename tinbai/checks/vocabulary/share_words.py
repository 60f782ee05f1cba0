"""Words between numbers and shares."""

from tinbai.checks.vocabulary.pattern import pattern

MORE = "tăng"
OF_SCALES = frozenset({"%", "điểm"})  # a change of these is told in points, not in per cent of them
PART_SIGNS = ("trong đó", "thì có")
IN_ALL, HAVE = pattern(r"(?:tổng|trong) số $"), pattern(r" có $")
CHANGE = pattern(r"(?<!\w)(?:tăng|giảm|vượt|so với|tương đương tăng|cùng kỳ)(?!\w)")
OF_PLAN = pattern(r"\s{0,3}(?:so với|kế hoạch|KH|chỉ tiêu|nghị quyết|dự toán|mục tiêu|công suất|tiến độ)(?!\w)")
# "hộ đạt Gia đình văn hóa (đạt ": words of the thing itself, then what brings the share
SHARE_LINK = pattern(
    r"[^;:()\d%]{0,50}?(?:\(\s{0,3}(?:đạt|chiếm|bằng|tỷ lệ|tỉ lệ|tương đương|tương ứng|=)?(?: tỷ lệ| tỉ lệ)?\s{0,3}|"
    r",?\s{0,3}(?:đạt|chiếm|bằng|đạt tỷ lệ|đạt tỉ lệ|chiếm tỷ lệ|chiếm tỉ lệ|tương đương|tương ứng) )"
)
CHANGE_WORD = pattern(r"(?<!\w)(?P<way>tăng|giảm)(?!\w)")
FROM_TO = pattern(r"(?<!\w)từ (?P<first>[^;()]{1,60}?) (?P<way>lên|xuống) (?:còn |đến |tới |thành )?")
