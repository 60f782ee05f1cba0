"""A leader's title against the site's own list of leaders, as it stood on the day of the letter."""

from collections.abc import Iterator, Sequence
from datetime import date

from tinbai.checks.checked import Checked
from tinbai.checks.dates.written import letter_day
from tinbai.checks.found import Found
from tinbai.checks.persons.titles_differ import people_of
from tinbai.checks.vocabulary.titles import Holder, base, holder_of, is_deputy, same_office
from tinbai.site_data import LeaderData, SiteData
from tinbai.text import fold


def check(article: Checked, site: SiteData | None) -> Iterator[Found]:
    """Nobody of the list bears the title of another, or one that ended. Titles that nobody there has are left alone."""
    on = letter_day(article)
    if site is None or not site.leaders or on is None:
        return
    now = [(leader, list(holder_of(leader.title, leader.name))) for leader in site.leaders if _serves(leader, on)]
    ended = [leader for leader in site.leaders if not _serves(leader, on)]
    for passage, holder in people_of(article, site):
        right = _right_title(holder, now, ended)
        if right is not None:
            listed = (
                f"theo danh sách lãnh đạo là {right.title}" if right.rank else "theo danh sách lãnh đạo thì đã thôi giữ"
            )
            yield Found(
                where=passage.where(holder.start, holder.end),
                message=f"Chức danh của “{holder.name}” ghi là {holder.title}, {listed}.",
                repairs=(right.rank,) if right.rank and base(right.rank) == base(holder.rank) else (),
                confidence=0.9,
            )


def _serves(leader: LeaderData, on: date) -> bool:
    return (leader.since is None or leader.since <= on) and (leader.until is None or on <= leader.until)


def _right_title(
    holder: Holder, now: Sequence[tuple[LeaderData, list[Holder]]], ended: Sequence[LeaderData]
) -> Holder | None:
    """The title that the list has instead; with an empty rank: none any more. None: nothing is wrong."""
    own = [each for leader, held in now if fold(leader.name) == fold(holder.name) for each in held]
    if any(each.rank.lower() == holder.rank.lower() and same_office(each, holder) for each in own):
        return None
    for each in own:
        if (
            base(each.rank) == base(holder.rank)
            and is_deputy(each.rank) != is_deputy(holder.rank)
            and same_office(each, holder)
        ):
            return each
    if own and not is_deputy(holder.rank) and holder.office:
        others = [each for leader, held in now if fold(leader.name) != fold(holder.name) for each in held]
        if any(
            each.rank.lower() == holder.rank.lower() and each.office and same_office(each, holder) for each in others
        ):
            return own[0]
    former = [
        each
        for leader in ended
        if fold(leader.name) == fold(holder.name)
        for each in holder_of(leader.title, leader.name)
    ]
    if not own and any(each.rank.lower() == holder.rank.lower() and same_office(each, holder) for each in former):
        return Holder(name=holder.name, rank="", office="", start=0, end=0)
    return None
