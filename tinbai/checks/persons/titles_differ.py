"""One person with two titles of which only one can be right: "Chủ tịch" here, "Phó Chủ tịch" there."""

from collections.abc import Iterator

from tinbai.checks.checked import Checked
from tinbai.checks.found import Found
from tinbai.checks.passages import Passage
from tinbai.checks.vocabulary.titles import Holder, base, holders, is_deputy, names, same_office
from tinbai.site_data import SiteData
from tinbai.text import fold

_MOST_NAMES = 100


def check(article: Checked, site: SiteData | None) -> Iterator[Found]:
    """Whoever is deputy of an office is not its head. Titles of several offices are several titles."""
    first: dict[str, dict[str, Holder]] = {}  # of each name the first holder of each title
    listed = {fold(leader.name) for leader in site.leaders} if site else set()  # `leader_title` knows better
    for passage, holder in people_of(article, site):
        if fold(holder.name) in listed:
            continue
        earlier = first.setdefault(fold(holder.name), {})
        other = next((each for each in earlier.values() if _contradict(each, holder)), None)
        earlier.setdefault(fold(holder.title), holder)
        if other:
            yield Found(
                where=passage.where(holder.start, holder.end),
                message=f"Chức danh của “{holder.name}” ở đây là {holder.title}, ở đoạn trước là {other.title}: "
                "hãy xem chức danh nào đúng.",
                repairs=(other.rank,),
                confidence=0.8,
            )


def people_of(article: Checked, site: SiteData | None) -> Iterator[tuple[Passage, Holder]]:
    """Every title of the article with whom it belongs to."""
    known = {leader.name for leader in site.leaders} if site else set()
    for passage in article.passages:
        if len(known) > _MOST_NAMES:
            break
        known |= {name[0] for name in names(passage.text)}
    for passage in article.passages:
        for holder in holders(passage.text, sorted(known)[:_MOST_NAMES]):
            yield passage, holder


def _contradict(one: Holder, other: Holder) -> bool:
    return (
        base(one.rank) == base(other.rank) and is_deputy(one.rank) != is_deputy(other.rank) and same_office(one, other)
    )
