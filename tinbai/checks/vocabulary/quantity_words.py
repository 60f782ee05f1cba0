"""Units, and the words around quantities."""

from decimal import Decimal

from tinbai.checks.vocabulary.pattern import pattern

SCALES = {
    "trăm": Decimal(100), "nghìn": Decimal(10**3), "ngàn": Decimal(10**3), "triệu": Decimal(10**6),
    "tỷ": Decimal(10**9), "tỉ": Decimal(10**9),
}  # fmt: skip
# What is measured: as it is printed, and what it is in which base
MEASURES: dict[str, tuple[str, Decimal]] = {
    "đồng": ("đồng", Decimal(1)), "đ": ("đồng", Decimal(1)), "VNĐ": ("đồng", Decimal(1)), "VND": ("đồng", Decimal(1)),
    "USD": ("USD", Decimal(1)), "kg": ("kg", Decimal(1)), "tạ": ("kg", Decimal(100)), "tấn": ("kg", Decimal(1000)),
    "yến": ("kg", Decimal(10)), "gam": ("kg", Decimal("0.001")), "g": ("kg", Decimal("0.001")),
    "km": ("m", Decimal(1000)), "m": ("m", Decimal(1)), "mét": ("m", Decimal(1)), "cm": ("m", Decimal("0.01")),
    "ha": ("m²", Decimal(10_000)), "héc-ta": ("m²", Decimal(10_000)), "hecta": ("m²", Decimal(10_000)),
    "m2": ("m²", Decimal(1)), "m²": ("m²", Decimal(1)), "km2": ("m²", Decimal(10**6)), "km²": ("m²", Decimal(10**6)),
    "sào": ("sào", Decimal(1)), "m3": ("m³", Decimal(1)), "m³": ("m³", Decimal(1)), "lít": ("lít", Decimal(1)),
    "kW": ("kW", Decimal(1)), "kWh": ("kWh", Decimal(1)), "giờ": ("giờ", Decimal(1)), "phút": ("phút", Decimal(1)),
    "tuổi": ("tuổi", Decimal(1)), "năm": ("năm", Decimal(1)), "tháng": ("tháng", Decimal(1)),
    "ngày": ("ngày", Decimal(1)), "điểm": ("điểm", Decimal(1)), "%": ("%", Decimal(1)),
}  # fmt: skip
NO_MEASURE = pattern(r"(?:đồng (?:chí|bào|đội|hồ|ruộng)|điểm (?:cầu|trường|bán|nóng|bỏ)|ngày công)(?!\w)")
# What comes in wholes: there is no half of a household
WHOLES = frozenset({"đồng", "đ", "người", "hộ", "lượt", "cây", "con", "suất", "phần", "bộ"})
AFTER_AMOUNT = frozenset({"đồng", "đ", "chẵn", "usd"})  # what may follow an amount in words, whatever is counted
MONEY = "đồng"
TIMES = frozenset({"giờ", "phút", "tuổi", "năm", "tháng", "ngày", "%", "điểm"})  # never parts of a sum here
ROUGH = pattern(
    r"(?<!\w)(?:gần|trên|hơn|khoảng|xấp xỉ|chừng|ước(?: \w+)?|tầm|dưới|ít nhất|tối thiểu|tối đa|từ|đến|tới|"
    r"không quá|hàng|bình quân|trung bình|mỗi \w+|mỗi) $"
)
NOT_COUNTED = pattern(
    r"(?<!\w)(?:(?<!tổng\x20)(?<!trong\x20)số|thứ|ngày|tháng|năm|khoản|điều|điểm|mục|quý|khóa|khoá|"
    r"nhiệm kỳ|lần|đợt|quốc lộ|đường|thôn|ấp|tổ|khu|khối|lớp|quận|phường|cấp|(?<!các\x20)loại|hạng|kỳ|ảnh|hình|"
    r"bảng|tuần) $"
)
NOT_NOUNS = frozenset(
    "và của là có được đã đang sẽ với cho từ đến tại trong trên ở do bằng theo để thì mà như nhưng còn về khi nên vào "
    "ra gồm tham đạt tăng giảm so chiếm bị bao các những này đó trở lên xuống nay tổng đăng cùng hoặc hay nhằm sau "
    "trước qua giữa đều cũng chưa không".split()
)

PARTS = pattern(r"(?<!\w)(?P<word>bao gồm|gồm có|gồm|chia thành|trong đó có|trong đó|cụ thể(?: là)?)(?!\w)\s{0,3}:?")
WHOLE_LISTS, SOME_OF = ("gồm", "bao gồm", "chia", "cụ thể"), "trong đó"
OPEN_LIST = pattern(
    r"(?<!\w)(?:v\.\s?v|vân vân|như|tiêu biểu|điển hình|nhất là|chủ yếu|nổi bật|đáng chú ý|ví dụ|"
    r"chẳng hạn|đặc biệt|một số)(?!\w)|…|\.\.\."
)
RIDER = pattern(r"\s{0,3}(?:riêng|ngoài ra|bên cạnh|số còn lại|còn lại)(?!\w)")
EACH = pattern(r"(?<!\w)(?:mỗi|từng|bình quân|trung bình|lượt)(?!\w)")
REST = pattern(r"(?<!\w)còn lại(?!\w)")
# Two kinds that are all there is: of people, of places, of money
COMPLEMENTS = tuple(
    (pattern(rf"(?<!\w)(?:{one})(?!\w)"), pattern(rf"(?<!\w)(?:{other})(?!\w)"))
    for one, other in (
        ("(?<!việt\\x20)(?<!miền\\x20)(?<!hải\\x20)(?<!phía\\x20)nam", "nữ"),
        ("tập thể", "cá nhân"), ("trong nước", "nước ngoài"),
        ("đã nộp|đã thu|đã trả", "chưa nộp|chưa thu|chưa trả"),
        ("đã giải quyết|đã xử lý", "chưa giải quyết|đang giải quyết|đang xử lý|chưa xử lý"),
        ("đúng hạn|trước hạn|trước và đúng hạn", "quá hạn|trễ hạn"), ("đạt", "không đạt|chưa đạt"),
        ("trực tuyến", "trực tiếp"), ("đảng viên chính thức", "đảng viên dự bị"),
        ("tán thành|đồng ý", "không tán thành|không đồng ý"),
        ("nhà nước|ngân sách", "nhân dân|người dân|xã hội hóa|xã hội hoá"), ("chính thức", "dự bị"), ("cũ", "mới"),
    )
)  # fmt: skip
# Kinds that overlap: a woman may be a member of the Party
OVERLAPS = pattern(r"(?<!\w)(?:nữ|đảng viên|dân tộc|trẻ|cao tuổi|khuyết tật|chủ chốt|tôn giáo|nghèo|chính sách)(?!\w)")
