"""Text that seems to come from the press: "(Theo Báo ...)". Its source belongs in its own field, with its address."""

import re
from collections.abc import Iterator

from tinbai.checks.checked import Checked
from tinbai.checks.found import Found
from tinbai.checks.vocabulary.letters import UPPER
from tinbai.site_data import SiteData

_PRESS = (
    rf"(?:[Bb]áo (?!cáo)[{UPPER}]|[Tt]ạp chí [{UPPER}]|TTXVN|Thông tấn xã|VTV|VOV|VnExpress|VietnamPlus|"
    r"Vietnamnet|VietNamNet|"
    r"Tuổi [Tt]rẻ|Thanh [Nn]iên [Oo]nline|Dân trí|Nhân Dân|Đài (?:PT|[Pp]hát|[Tt]ruyền)|baochinhphu|"
    r"[\w-]{2,40}\.(?:vn|com)\b)"
)
_TAKEN = re.compile(
    rf"\((?:Theo|theo|THEO|Nguồn|nguồn|Nguồn tin|Trích|Dẫn theo|Sưu tầm)(?: từ)?:? {_PRESS}[^()\n]{{0,60}}\)"
    rf"|(?:^|\n)(?:Theo|Nguồn|Dẫn nguồn|Trích nguồn):? {_PRESS}[^\n,]{{0,60}}$"
    r"|(?:^|\n)\(?(?:PV|P\.V|Phóng viên|Nhóm PV)\)?\.?$|\((?:TTXVN|VOV|VTV|Dân trí|VnExpress)\)"
)


def check(article: Checked, _site: SiteData | None) -> Iterator[Found]:
    """What others wrote is used with their consent and with its source."""
    for passage in article.passages:
        if passage.field in {"byline", "author"}:
            continue  # there, the source stands in its place
        for taken in _TAKEN.finditer(passage.text):
            start = taken.start() + (taken[0][0] == "\n")
            yield Found(
                where=passage.where(start, taken.end()),
                message=f"Có thể sao chép từ báo chí: “{passage.text[start : taken.end()]}”. "
                "Hãy ghi nguồn và địa chỉ bài gốc.",
                confidence=0.8,
            )
