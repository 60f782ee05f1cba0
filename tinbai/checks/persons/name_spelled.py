"""One name spelled in two ways: "Nguyễn Văn Ví Dụ" and "Nguyễn Văn Ví Dự"."""

from collections.abc import Iterator

from tinbai.checks.checked import Checked
from tinbai.checks.found import Found
from tinbai.checks.vocabulary.titles import names
from tinbai.site_data import SiteData
from tinbai.text import fold
from tinbai.vietnamese.tone_style import old_style

_FEWEST_SYLLABLES = 3  # of shorter names there are several in every village
_MOST_NAMES = 300


def check(article: Checked, site: SiteData | None) -> Iterator[Found]:
    """Names that differ in nothing but their marks are one name; the site's own spelling is the right one."""
    seen: dict[str, str] = {fold(leader.name): leader.name for leader in site.leaders} if site else {}
    for passage in article.passages:
        for name in names(passage.text):
            if len(name[0].split()) < _FEWEST_SYLLABLES or len(seen) > _MOST_NAMES:
                continue
            earlier = seen.setdefault(fold(name[0]), name[0])
            if old_style(earlier) != old_style(name[0]):
                yield Found(
                    where=passage.where(*name.span()),
                    message=f"Tên “{name[0]}” ở chỗ khác viết là “{earlier}”: nếu là một người, hãy thống nhất.",
                    repairs=(earlier,),
                    confidence=0.6,
                )
