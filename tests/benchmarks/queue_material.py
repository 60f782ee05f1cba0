"""Texts for a queue of a million: invented sentences with common words, rarer ones, and some that hardly ever come."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from tinbai.search_terms import terms_of_text

WHO = (
    "Hội Nông dân xã|Hội Liên hiệp Phụ nữ xã|Đoàn Thanh niên xã|Ủy ban Mặt trận Tổ quốc xã|Trạm Y tế xã|Công an xã|"
    "Ban Chỉ huy Quân sự xã|Trường Tiểu học Sông Mẫu|Hội Cựu chiến binh xã|Hội Người cao tuổi xã|Đảng ủy xã|"
    "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã|Tổ công nghệ số cộng đồng|Trung tâm Phục vụ hành chính công"
).split("|")
DID = (
    "tổ chức hội nghị sơ kết công tác|ra mắt mô hình|khai mạc lớp tập huấn|tiếp nhận hỗ trợ cho|trao quà cho|"
    "phát động phong trào|kiểm tra tiến độ|tuyên truyền, vận động người dân về|ký kết chương trình phối hợp về|"
    "bàn giao công trình|tuyên dương các điển hình trong|đẩy nhanh giải ngân vốn cho|tháo gỡ khó khăn trong"
).split("|")
WHAT = (
    "trồng nấm rơm|chuyển đổi số|xây dựng nông thôn mới|phòng, chống dịch bệnh mùa mưa|vệ sinh môi trường|"
    "cải cách hành chính|khuyến học, khuyến tài|phòng cháy, chữa cháy|bảo đảm an toàn giao thông|tiêm chủng mở rộng|"
    "giảm nghèo bền vững|bảo hiểm y tế toàn dân|làm đường bê tông nội đồng|nuôi cá lồng bè|dạy nghề cho lao động nữ|"
    "thu gom rác thải nhựa|hiến máu tình nguyện|phòng, chống đuối nước cho trẻ em"
).split("|")
WHERE = (
    "tại nhà văn hóa thôn Thượng Mẫu|tại hội trường Ủy ban nhân dân xã|tại ấp Đông Thử|tại khu dân cư số 4|"
    "trên địa bàn toàn xã|tại trường tiểu học|tại cánh đồng thôn Hạ|tại điểm sinh hoạt cộng đồng"
).split("|")
MORE = (
    "Các đại biểu đã thảo luận, đóng góp nhiều ý kiến sát với tình hình thực tế ở cơ sở.|"
    "Kết quả đạt được là cơ sở để triển khai các nhiệm vụ trọng tâm trong thời gian tới.|"
    "Phát biểu chỉ đạo, đồng chí Chủ tịch đề nghị các đơn vị tiếp tục phối hợp chặt chẽ, thường xuyên.|"
    "Người dân phấn khởi và mong muốn hoạt động này được duy trì hằng năm."
).split("|")
RARE = (
    "Đàn sếu đầu đỏ bất ngờ về lại đầm Vĩnh Thử.|Nghệ nhân cuối cùng của làng giữ nghề khảm xà cừ.|"
    "Giếng cổ chạm rồng được khoanh vùng bảo vệ.|Lễ cúng bến nước được phục dựng sau bốn mươi năm."
).split("|")
# How often each kind of sentence comes, of a thousand articles.
RARE_PER_MILLE = 0.2


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """A paragraph with its terms, worked out once."""

    text: str
    terms: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class Text:
    """An article's text."""

    title: str
    summary: str
    body_html: str
    terms: Sequence[str]


class Writer:
    """Writes articles, always the same ones from the same seed."""

    def __init__(self, seed: int = 1) -> None:
        self._random = random.Random(seed)
        self._paragraphs = [self._paragraph() for _ in range(3_000)]
        self._titles = [_with_terms(f"{who} {did} {what}") for who in WHO for did in DID for what in WHAT]
        self._rare = [_with_terms(each) for each in RARE]

    def write(self, code: str) -> Text:
        """An article of some 250 words, with its number in the text."""
        title, first, second, third = self._random.choice(self._titles), *self._random.choices(self._paragraphs, k=3)
        parts = [title, first, second, third]
        if self._random.random() * 1_000 < RARE_PER_MILLE:
            parts.append(self._random.choice(self._rare))
        body = "".join(f"<p>{part.text}</p>" for part in parts[2:])
        terms = frozenset().union(*(part.terms for part in parts), terms_of_text([code]))
        return Text(title=title.text, summary=first.text[:300], body_html=body, terms=list(terms))

    def _paragraph(self) -> Paragraph:
        pick, number = self._random.choice, self._random.randint
        lines = [
            f"Ngày {number(1, 28)}/{number(1, 12)}/{number(2020, 2026)}, {pick(WHERE)}, {pick(WHO)} {pick(DID)} "
            f"{pick(WHAT)} với {number(20, 400)} người tham dự."
            for _ in range(3)
        ]
        return _with_terms(" ".join([*lines, pick(MORE), pick(MORE)]))


def _with_terms(text: str) -> Paragraph:
    return Paragraph(text=text, terms=frozenset(terms_of_text([text])))
