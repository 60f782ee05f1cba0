"""Columns that nearly every board has, with words that speak for each: what a board starts from without a file."""

from collections.abc import Mapping

from tinbai.text import fold

USUAL: Mapping[str, tuple[str, ...]] = {
    "Tin tức – sự kiện": (
        "hội nghị", "kỳ họp", "tiếp xúc cử tri", "sơ kết", "tổng kết", "giao ban", "khánh thành", "khởi công",
        "ra mắt", "đại hội", "kiểm tra tiến độ", "làm việc với",
    ),
    "Kinh tế": (
        "nông nghiệp", "trồng", "kỹ thuật trồng", "mô hình", "chăn nuôi", "khuyến nông", "vụ mùa", "thu hoạch",
        "gia súc", "gia cầm", "hợp tác xã",
        "nông thôn mới", "sản xuất", "thu nhập", "kinh doanh", "doanh nghiệp", "làng nghề", "vay vốn", "giải ngân",
    ),
    "Văn hóa – xã hội": (
        "văn hóa", "văn nghệ", "thể thao", "giáo dục", "học sinh", "giáo viên", "khai giảng", "y tế", "tiêm chủng",
        "khám bệnh", "bảo hiểm y tế", "hộ nghèo", "người có công", "trẻ em", "người cao tuổi", "vệ sinh môi trường",
    ),
    "Mặt trận – đoàn thể": (
        "mặt trận", "hội viên", "đoàn viên", "công đoàn", "đại đoàn kết", "chi hội", "chi đoàn", "kết nạp",
        "vận động ủng hộ",
    ),
    "Quốc phòng – an ninh": (
        "công an", "quân sự", "dân quân", "nghĩa vụ quân sự", "an ninh trật tự", "an toàn giao thông", "tội phạm",
        "lừa đảo", "ma túy", "phòng cháy", "chữa cháy", "tuần tra",
    ),
    "Cải cách hành chính": (
        "thủ tục hành chính", "dịch vụ công", "một cửa", "chuyển đổi số", "chữ ký số", "căn cước", "định danh điện tử",
        "cải cách hành chính", "tổ công nghệ số",
    ),
    "Văn bản": ("kế hoạch số", "quyết định số", "thông báo số", "công văn số", "niêm yết"),
    "Hỏi đáp": ("xin hỏi", "hỏi về", "trả lời công dân", "kiến nghị", "phản ánh"),
}  # fmt: skip
_BY_NAME = {fold(name): words for name, words in USUAL.items()}


def usual_words(name: str) -> tuple[str, ...]:
    """The words that speak for a column of this name; none for one that only this board has."""
    return _BY_NAME.get(fold(name), ())
