"""Words around lists of names."""

from tinbai.checks.vocabulary.pattern import pattern

LIST_OPENS = pattern(r":\s|(?<!\w)(?:gồm có|bao gồm|gồm|đó là|là)(?!\w)\s{0,3}:?\s")
AND = pattern(r"\s(?:và|cùng)\s")
AS_WELL = pattern(r"^(?:và|cùng)\s")
COUNTABLE = pattern(
    r"(?:thôn|ấp|bản|khu|xã|phường|tổ|đơn vị|cơ quan|địa phương|trường|chi hội|chi bộ|chi đoàn|đội|tập thể|cá nhân|"
    r"đồng chí|nội dung|phần|môn|tiết mục|hạng mục|công trình|mô hình|tiêu chí|lĩnh vực|nhóm|hộ|gia đình|giải|dân tộc|"
    r"nhiệm vụ|giải pháp|loại|điểm|nhà|tuyến|trạm|câu lạc bộ|hợp tác xã|doanh nghiệp)(?!\w)"
)
# What makes a list no plain list of names
OPENS_MORE = pattern(
    r"(?<!\w)(?:được|đã|đang|sẽ|để|nhằm|với|trong đó|do|nên|vì|khi|theo|mỗi|các|những|đến dự|tham gia|tham dự|"
    r"có)(?!\w)"
)
