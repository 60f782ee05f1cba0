"""Words around dates."""

from tinbai.checks.vocabulary.pattern import pattern

DAY_WORD, NTH_WORD = "ngày", "thứ"
DAY_AND_MONTH, AND_YEAR = "{day} tháng {month}", " năm {year}"  # as office papers write them out
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")  # Monday first
WEEKDAY_OF = {
    "hai": 0, "2": 0, "ba": 1, "3": 1, "tư": 2, "bốn": 2, "4": 2, "năm": 3, "5": 3, "sáu": 4, "6": 4, "bảy": 5,
    "bẩy": 5, "7": 5,
}  # fmt: skip

# "lần thứ hai", "kỳ họp thứ ba": an ordinal, no day of the week
ORDINAL_BEFORE = pattern(
    r"(?<!\w)(?:lần|đợt|hạng|kho[aá]|khóa|vòng|họp|hội|nghị|phiên|buổi|bậc|loại|tuần|giải|người|đời|con|số|nhiệm kỳ|"
    r"vị trí|đứng|tập|quyển|chương|phần|mục) $"
)
# What stands before a day and month without a year, so that 22/9 is a day and no share
DAY_CUE = pattern(
    r"(?<!\w)(?:ngày|(?:sáng|trưa|chiều|tối|đêm|hôm)(?: nay| qua)?|mùng|mồng|thứ \w{1,5}|chủ nhật|T[2-7]|CN|"
    r"hạn chót|trước ngày),?\s{0,3}\(?\s{0,3}$"
)
LUNAR_AFTER = pattern(
    r"\s{0,3}(?:\(?\s{0,3}(?:tức )?(?:âm lịch|ÂL(?!\w)|âm\s{0,3}\))|"
    r",?\s{0,3}năm (?:giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý)\s)"
)
LUNAR_BEFORE = pattern(r"(?:âm lịch[^.\d]{0,12}|(?:mùng|mồng|rằm) )$")

LAST_DAYS = pattern(r"(?<!\w)(?:vừa qua|vừa rồi|hôm qua|mới đây)(?!\w)")
NEXT_DAYS = pattern(r"(?<!\w)(?:sắp tới|sắp đến|tới đây|ngày mai|thời gian tới)(?!\w)")
TODAY = pattern(r"(?<!\w)(?:sáng|trưa|chiều|tối|hôm|ngày) nay(?!\w)")
WILL = pattern(r"(?<!\w)(?:sẽ|dự kiến)(?!\w)")
# A text that speaks of what is to come, as invitations, plans and announcements do
TO_COME = pattern(
    r"(?<!\w)(?:sẽ|dự kiến|sắp|tới đây|kế hoạch|thông báo|lịch|mời|hạn|đến hết|chậm nhất|trước ngày|"
    r"từ ngày|từ nay|phấn đấu|mục tiêu|giai đoạn|chuẩn bị|hướng tới|chào mừng|bắt đầu|hiệu lực)"
    r"(?!\w)"
)
EVENT_OPENS = pattern(
    r"(?:vào )?(?:lúc [\d:hgiờphút\s]{1,12},?\s{0,3})?(?:sáng|trưa|chiều|tối|đêm|ngày|trong ngày) "
    r"(?:(?:thứ \w{1,5}|chủ nhật),? )?(?:ngày )?\(?$"
)
EVERY_YEAR = pattern(r" (?:hằng|hàng|mỗi) năm(?!\w)")
# A paper's own date is no day on which something happens
PAPER_BEFORE = pattern(
    r"(?:số [\w./\-–]{1,40}\s{0,3},?\s{0,3}ngày|ban hành ngày|ký ngày|sinh ngày|thành lập ngày)\s{0,3}$"
)
