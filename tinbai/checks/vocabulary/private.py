"""What makes a number or a name a private one, by the words beside it."""

import re

from tinbai.checks.vocabulary.letters import LOWER, UPPER

_SYLLABLE = rf"[{UPPER}][{LOWER}]{{0,7}}"
PERSON = rf"(?<!\w){_SYLLABLE}(?: {_SYLLABLE}){{1,4}}(?!\w)"
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
OFFICE = re.compile(
    r"(?<!\w)(?:(?P<office>[Ll]iên hệ|Văn phòng|Một cửa|một cửa|Trạm Y tế|Công an|UBND|HĐND|MTTQ|Ủy ban|Uỷ ban|"
    r"Ban (?:Cứu trợ|Vận động|Chỉ huy)|Quỹ|Kho bạc|Trung tâm Phục vụ)|"
    rf"(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Ee]m|[Cc]háu|[Cc]ô|[Cc]hú|[Gg]ặp) [{UPPER}])(?!\w*\d)"
)
BORN = re.compile(
    r"(?<![Hh]ọc )(?<![Tt]hí )(?<![Hh][yi] )(?<![Vv]ệ )(?<![Gg]iáo )(?<![Pp]hát )(?<![Tt]ái )(?<![Kk]hai )"
    r"(?<![Dd]ân )(?<![Nn]ữ )(?<![Nn]am )(?<!\w)"
    r"(?:sinh (?:ngày )?(?P<date>\d{1,2}[/.-]\d{1,2}[/.-](?P<year>\d{4}))|"
    r"sinh ngày \d{1,2} tháng \d{1,2} năm (?P<long>\d{4})"
    r"|(?:sinh năm|SN:?|s\.?n\.?) (?P<only>(?:19|20)\d\d)(?!\d))"
)
OFFICIAL = re.compile(
    r"đồng chí|đại biểu|ứng cử viên|liệt sĩ|anh hùng|nhà thơ|nhà văn|danh nhân|Chủ tịch Hồ Chí Minh|Bác Hồ|"
    r"Tổng Bí thư|nghệ nhân|vua |từ trần|(?<!\w)h[yi] sinh|tạ thế|thương binh|liệt sỹ|lão thành|Mẹ Việt Nam|"
    r"(?<!\w)nguyên (?:là )?(?:Bí|Chủ|Phó|Trưởng|Giám|cán bộ|Hiệu|Chánh|Ủy|Uỷ|đại biểu)|(?<!\w)cựu(?!\w)",
    re.IGNORECASE,
)
LEADER = re.compile(r"Bí thư|Chủ tịch|Giám đốc", re.IGNORECASE)
GIVEN = re.compile(r"(?<!\w)(?:tặng|trao|thăm|hỗ trợ|cho|giúp)(?!\w)", re.IGNORECASE)  # to somebody else
# Words in capitals that begin no name: forms of address, and what organisations are called
_NO_NAME = (
    r"(?!(?:Ông|Bà|Anh|Chị|Em|Cháu|Bé|Bác|Chú|Thầy|Trạm|Trung|Hội|Bão|Chất|Thôn|Sở|Bệnh|Công|Ban|Phòng|Trường|Tổ|Quỹ|"
    r"Lãnh|Khoa|Viện|Ủy|Uỷ|Chi|Xã|Phường|Tỉnh|Bộ|Việt Nam|Hà Nội|Đoàn Thanh|Chữ|Y)(?!\w))"
)
PATIENT = re.compile(
    rf"(?:[Bb]ệnh nhân|[Cc]a bệnh|[Nn]ạn nhân)(?: là)?(?: (?:ông|bà|anh|chị|em|cháu|bé))? (?P<name>{_NO_NAME}{PERSON})"
)
CHILD = re.compile(
    rf"(?<!\w)(?:[Cc]háu|[Bb]é(?: gái| trai)?|[Ee]m(?: gái| trai)?|(?<!uổi )[Tt]rẻ) (?P<name>{_NO_NAME}{PERSON})"
)
HARM = re.compile(
    r"xâm hại|bạo hành|bạo lực|hiếp dâm|dâm ô|đuối nước|bị (?:đánh|bắt cóc|bỏ rơi|tai nạn|bệnh|ung thư|tật|"
    r"mua bán|lừa bán)|"
    r"nhiễm HIV|mắc (?:bệnh|COVID)|tự tử|bị hại|tâm thần|dương tính"
)
HARDSHIP = re.compile(r"mồ côi|khuyết tật")  # told of with respect, as often as not
AGAINST = re.compile(
    r"(?<!\w)(?:(?:phòng|chống|ngừa|tránh)(?: tai nạn| nạn| bệnh| dịch| hành vi| trẻ em)?(?: và)?|"
    r"(?:tìm hiểu|tuyên truyền|kỹ năng|chủ đề)(?:[ ,]{1,2}\w{1,12}){0,6}),? $",
    re.IGNORECASE,
)
# Who does so, is not the one who is ill
_SPEAKS = "cho biết|tư vấn|phát hiện|ghi nhận|tuyên truyền|thăm|tặng|trao|khám"
ILLNESS = re.compile(
    rf"(?P<name>{_NO_NAME}{PERSON})(?P<between>(?:(?! (?:{_SPEAKS})(?!\w))[^.;\n]){{0,60}}?) "
    rf"(?:nhiễm HIV|mắc (?:bệnh )?(?:lao|ung thư|tâm thần|AIDS|COVID)|"
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
    rf"(?<!\w)(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị) (?P<name>{PERSON})[^.;\n]{{0,200}}? (?:đã |có đơn |làm đơn |gửi đơn |"
    rf"tiếp tục )?(?:tố cáo|tố giác) (?:ông|bà|anh|chị|cán bộ|về|việc|hành vi|UBND|Chủ tịch)"
)
OFFICE_NAME = re.compile(
    r"(?:Ban|Hội|Văn Phòng|Thanh Tra|Công (?:An|Đoàn|Ty)|Ủy|Uỷ|Phòng|Tòa|Toà|Viện|Sở|Chi)(?!\w)", re.IGNORECASE
)
