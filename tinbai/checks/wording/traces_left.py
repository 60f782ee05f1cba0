"""What somebody meant to fill in later: "[…]", "xxx", "(bổ sung sau)"."""

import re
from collections.abc import Iterator

from tinbai.checks.checked import Checked
from tinbai.checks.found import Found
from tinbai.site_data import SiteData

_LEFT = re.compile(
    r"\[[^\[\]\n]{0,60}(?:…|\.{2,5}|\?)[^\[\]\n]{0,20}\]|\[(?:[Đđ]iền|[Bb]ổ sung|[Tt]ên|[Ss]ố liệu|[Nn]gày|"
    r"[Cc]hèn)[^\[\]\n]{0,40}\]"
    r"|(?<!\w)(?:x{3,}|X{4,})(?!\w)|(?<!\w)(?:TODO|FIXME|lorem ipsum)(?!\w)|(?<![?!])\?{3,}|\(\?+\)"
    r"|\((?:sẽ |cần |chờ )?(?:bổ sung|điền|kiểm tra|xác minh|cập nhật|sửa|hỏi)(?: lại| thêm| sau| số liệu| tên|"
    r" ảnh){1,3}\)"
    r"|\((?:chèn ảnh|ảnh minh họa ở đây|số liệu chờ)[^()\n]{0,30}\)|\(chưa rõ(?: số| số liệu| tên| ngày| họ tên)?\)",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"XXX")


def check(article: Checked, _site: SiteData | None) -> Iterator[Found]:
    """Nothing is left to be filled in."""
    for passage in article.passages:
        for left in _LEFT.finditer(passage.text):
            if not _ROMAN.fullmatch(left[0]):
                yield Found(
                    where=passage.where(*left.span()),
                    message=f"Còn dấu vết soạn thảo: “{left[0]}”. Hãy điền hoặc bỏ đi.",
                    confidence=0.9,
                )
