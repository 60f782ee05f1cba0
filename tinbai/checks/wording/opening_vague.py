"""Who, where, when: what contributors are taught to say first (5W1H), looked for in sapo and first two paragraphs."""

import re
from collections.abc import Iterator

from tinbai.checks.checked import Checked
from tinbai.checks.found import Found
from tinbai.finding import Where
from tinbai.site_data import SiteData

_WHEN = re.compile(
    r"\d{1,2}[/.-]\d{1,2}|\b(?:ngày|tháng|năm|quý|tuần|đợt|vụ|mùng|kỳ) (?:\d|[IVX])|\b(?:sáng|trưa|chiều|tối|"
    r"đêm|hôm|năm|tháng|"
    r"quý|tuần|mùa|vụ|ngày) (?:nay|qua|này|trước|sau|\d)|\b(?:gần đây|mới đây|vừa|hiện|đến nay|lâu nay|hằng|mỗi|"
    r"nhân|dịp|đầu|"
    r"cuối|những ngày|cùng ngày|thời gian|thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|vụ (?:đông|xuân|mùa|hè)|mùa)\b",
    re.IGNORECASE,
)
_WHERE = re.compile(
    r"\b(?:xã|phường|thôn|ấp|bản|tổ dân phố|khu|tỉnh|thành phố|đặc khu|hội trường|nhà văn hóa|nhà văn hoá|"
    r"trụ sở|trường|"
    r"trạm|địa bàn|địa phương|tại|UBND|làng|đồng|bờ|bến|chợ|sân)\b",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"\b(?:UBND|HĐND|Đảng|Hội|Đoàn|Ban|Phòng|Trường|Trạm|Công an|Công đoàn|Chi|Mặt trận|Văn phòng|Liên đoàn|"
    r"Câu lạc bộ|Đội|Tổ|"
    r"[Hh]ợp tác xã|[Tt]hư viện|[Đđ]ồng chí|[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|[Tt]hầy|[Ee]m|[Nn]gười|[Nn]hân dân|"
    r"hội viên|"
    r"đoàn viên|học sinh|cán bộ|hộ|đối tượng|nông dân|lực lượng|đội|tổ|thành viên|đại biểu|công nhân|thanh niên|"
    r"phụ nữ)\b"
)
_FEWEST_WORDS = 30  # below, there is hardly an opening


def check(article: Checked, _site: SiteData | None) -> Iterator[Found]:
    """The opening of news answers the three questions; which of them are open is said. A feature begins as it likes."""
    opening = "\n".join(filter(None, [article.title, article.summary, *article.paragraphs[:2]]))
    if article.genre not in {None, "Tin"} or not article.paragraphs or len(opening.split()) < _FEWEST_WORDS:
        return
    open_questions = (("ai", _WHO), ("ở đâu", _WHERE), ("khi nào", _WHEN))
    missing = [question for question, answer in open_questions if not answer.search(opening)]
    if missing:
        yield Found(
            where=Where(field="body"),
            message=f"Phần đầu bài chưa cho biết: {', '.join(missing)}.",
            confidence=0.5,
        )
