"""Text that seems to come from the press: "(Theo Báo ...)". Its source belongs in its own field, with its address."""

import re
from collections.abc import Iterator

from tinbai.checks.checked import Checked
from tinbai.checks.found import Found
from tinbai.checks.vocabulary.letters import UPPER
from tinbai.finding import Severity, Where
from tinbai.press import press_names, press_sites
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
_ADDRESS = re.compile(r"https?://|(?<!\w)www\.|\w\.\w{2,10}/\w")
_MOST = 3  # links an article


def check(article: Checked, site: SiteData | None) -> Iterator[Found]:
    """What others wrote is used with their consent and with its source: told in the text, in signature and links."""
    yield from _taken(article)
    own = site.press if site else ()
    yield from _named(article, own)
    if not _has_address(article):
        yield from _linked(article, own)


def _taken(article: Checked) -> Iterator[Found]:
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


def _named(article: Checked, own: tuple[str, ...]) -> Iterator[Found]:
    """The press in the source field without an address, or in the signature without a source."""
    for field, text in (("source", article.source), ("byline", article.byline or article.author)):
        named = press_names(own).search(text or "")
        if named and not _has_address(article):
            yield Found(
                where=Where(field=field),
                message=f"Bài ghi tên báo chí “{named[0]}” nhưng chưa có địa chỉ bài gốc: hãy ghi ở ô Nguồn.",
                confidence=0.7,
                milder=Severity.HINT,
            )
            return


def _linked(article: Checked, own: tuple[str, ...]) -> Iterator[Found]:
    """Links to a page of the press: as often as not, the text stands there."""
    told = 0
    for passage in article.passages:
        for link in press_sites(own).finditer(passage.text):
            if link["page"] and len(link["page"]) > 1 and told < _MOST:
                told += 1
                address = link[0].rstrip(".,;)")
                yield Found(
                    where=passage.where(*link.span()),
                    message=f"Có liên kết tới trang báo “{address}”: nếu bài lấy từ đó, hãy ghi ở ô Nguồn.",
                    confidence=0.5,
                    milder=Severity.HINT,
                )


def _has_address(article: Checked) -> bool:
    """Whether the source says where its text stands."""
    return _ADDRESS.search(article.source or "") is not None
