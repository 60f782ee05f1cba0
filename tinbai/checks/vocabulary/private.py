"""What makes a number or a name a private one, by the words beside it."""

import re

_SYLLABLE = r"[A-ZĐÀ-ÝĂĨŨƠƯẠ-Ỹ][a-zđà-ýăĩũơưạ-ỹ]{0,7}"
PERSON = rf"{_SYLLABLE}(?: {_SYLLABLE}){{1,4}}(?!\w)"
IDENTITY = re.compile(r"(?<![\w.,/-])0\d{2}[ .]?\d{3}[ .]?\d{3}[ .]?\d{3}(?![\w]|[.,/-]\d)")
OLD_IDENTITY = re.compile(
    r"(?:CMND|CMTND|[Cc]hứng minh (?:nhân dân|thư)|CMT)(?: số|"
    r" nhân dân)?:? {0,2}(?:số )?(?P<number>\d{3}[ .]?\d{3}[ .]?\d{3})(?!\d)"
)
PHONE = re.compile(r"(?<![\w.,/+-])(?:\(?\+?84\)?[ .-]?|0)[35789]\d(?:[ .-]?\d){7}(?![\w]|[.,/-]\d)")
ACCOUNT = re.compile(
    r"(?:[Ss]ố tài khoản|\bSTK|\bstk|[Tt]ài khoản(?: ngân hàng)?(?: số)?)(?: số| ngân hàng|"
    r" cá nhân)?[: ]{1,3}(?:là )?(?P<number>\d(?:[ .-]?\d){5,18})(?![\w])"
)
PUBLIC = re.compile(
    r"đường dây nóng|hot ?line|tổng đài|trực ban|số (?:điện thoại )?trực|đầu mối|cán bộ trực|Quỹ|Mặt trận|"
    r"Kho bạc|tiếp nhận (?:thông tin|ủng hộ|phản ánh)",
    re.IGNORECASE,
)
OTHER_NUMBER = re.compile(
    r"(?:mã số(?: thuế| doanh nghiệp)?|MST|mã hồ sơ|số hiệu|số tài khoản|"
    r"STK)[: ]{1,3}(?:là )?$",
    re.IGNORECASE,
)
BORN = re.compile(
    r"sinh (?:ngày )?(?P<date>\d{1,2}[/.-]\d{1,2}[/.-](?P<year>\d{4}))|"
    r"sinh ngày \d{1,2} tháng \d{1,2} năm (?P<long>\d{4})"
    r"|(?:sinh năm|SN:?|s\.?n\.?) (?P<only>(?:19|20)\d\d)(?!\d)"
)
OFFICIAL = re.compile(
    r"đồng chí|đại biểu|ứng cử viên|liệt sĩ|anh hùng|nhà thơ|nhà văn|danh nhân|Chủ tịch Hồ Chí Minh|Bác Hồ|"
    r"Tổng Bí thư|nghệ nhân|vua ",
    re.IGNORECASE,
)
PATIENT = re.compile(
    rf"(?:[Bb]ệnh nhân|[Cc]a bệnh|[Nn]ạn nhân)(?: là)?(?: (?:ông|bà|anh|chị|em|cháu|bé))? (?P<name>{PERSON})"
)
CHILD = re.compile(rf"(?:[Cc]háu|[Bb]é(?: gái| trai)?|[Ee]m(?: gái| trai)?|[Tt]rẻ) (?P<name>{PERSON})")
HARM = re.compile(
    r"xâm hại|bạo hành|bạo lực|hiếp dâm|dâm ô|đuối nước|bị (?:đánh|bắt cóc|bỏ rơi|tai nạn|bệnh|ung thư|tật|"
    r"mua bán|lừa bán)|"
    r"nhiễm HIV|mắc (?:bệnh|COVID)|tự tử|mồ côi|bị hại|khuyết tật|tâm thần|dương tính"
)
ILLNESS = re.compile(
    rf"(?P<name>{PERSON})(?:[^.;\n]{{0,60}}?) (?:nhiễm HIV|mắc (?:bệnh )?(?:lao|ung thư|tâm thần|AIDS|COVID)|"
    rf"dương tính)"
)
ADDRESS = re.compile(r"(?:trú tại|ngụ tại|thường trú(?: tại)?|địa chỉ:?|hiện ở|cư trú tại) (?P<place>[^,.;\n]{3,80})")
DENOUNCER = re.compile(
    rf"(?:[Đđ]ơn(?: tố cáo| tố giác| thư| khiếu nại| phản ánh)?(?: (?:đề|lập|gửi) ngày [\d/.-]{{6,10}})?"
    rf"(?: của| do| từ)|"
    rf"[Nn]gười (?:tố cáo|tố giác|làm đơn|đứng đơn|gửi đơn|viết đơn)(?: là|:)?|[Nn]guyên đơn(?: là|:)?)"
    rf"(?: công dân)?(?: (?:ông|bà|anh|chị))? (?P<name>{PERSON})"
)
DENOUNCES = re.compile(
    rf"(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị) (?P<name>{PERSON})[^.;\n]{{0,200}}? (?:đã |có đơn |làm đơn |gửi đơn |"
    rf"tiếp tục )?(?:tố cáo|tố giác) (?:ông|bà|anh|chị|cán bộ|về|việc|hành vi|UBND|Chủ tịch)"
)
