"""Words in tables of figures."""

import re

from tinbai.checks.vocabulary.pattern import pattern

TOTAL = pattern(r"(?:tổng(?: (?:cộng|số|toàn xã|chung))?|cộng|toàn xã)\s{0,3}:?\s{0,3}(?:\([^()]*\))?$")
NOT_ADDED = pattern(
    r"(?<!\w)(?:stt|tt|số tt|số thứ tự|năm|tỷ lệ|tỉ lệ|bình quân|trung bình|đơn giá|ghi chú|xếp|hạng|mã|"
    r"số hiệu|điện thoại|ngày|so với|đạt|tăng|giảm|mật độ|năng suất|giá|trong đó)(?!\w)|%"
)
PART_OF = pattern(r"(?:trong đó|[-–+•]\s|\d+\.\d+)")
ROMAN = re.compile(r"[IVX]{1,5}\.?|[A-D]\.?")
