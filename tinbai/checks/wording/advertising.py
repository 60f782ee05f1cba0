"""Advertising words, shouting signs: the manner of a shop and not of an office."""

import re
from collections.abc import Iterator

from tinbai.checks.checked import Checked
from tinbai.checks.found import Found
from tinbai.site_data import SiteData

_ADVERTISING = re.compile(
    r"(?<!\w)(?:siêu rẻ|siêu phẩm|giá sốc|sốc nặng|giá rẻ bất ngờ|rẻ nhất thị trường|số 1 Việt Nam|khuyến mãi khủng|"
    r"nhanh tay (?:đặt|mua|đăng ký)|mua ngay|đặt hàng ngay|inbox|ib ngay|cam kết hoàn tiền|chốt đơn|"
    r"ưu đãi (?:khủng|cực sốc|có một không hai)|không thể bỏ lỡ|hàng đầu thế giới|tốt nhất thế giới|cực kỳ hot|"
    r"siêu hot)(?!\w)"
    r"|!{2,}|\?!+|!\?+",
    re.IGNORECASE,
)


def check(article: Checked, _site: SiteData | None) -> Iterator[Found]:
    """A text of an authority informs."""
    for passage in article.passages:
        for found in _ADVERTISING.finditer(passage.text):
            sign = found[0][0] in "!?"
            yield Found(
                where=passage.where(*found.span()),
                message=f"Cách nói “{found[0]}” là giọng quảng cáo: nên viết trung tính.",
                repairs=(found[0][0],) if sign and len(set(found[0])) == 1 else (),
                confidence=0.7,
            )
