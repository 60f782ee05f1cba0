"""The checks with what a board made of them: their figures, how they are set, and by whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from review.locale import checks as words
from review.locale import vi
from tinbai.check_count import CheckCount, counts_of
from tinbai.checks import CHECKS
from tinbai.checks.chain import Check
from tinbai.finding import Severity
from tinbai.site import Site
from tinbai.site_lists import FIXED, wishes_of
from tinbai.site_loading import data_of, file_data_of
from tinbai.tuning import tuning

MONTHS = 12


@dataclass(frozen=True, kw_only=True)
class Figures:
    """What a check said in a month, and what became of it."""

    month: str
    hits: int = 0
    followed: int = 0
    dismissed: int = 0


@dataclass(frozen=True, kw_only=True)
class CheckRow:
    """A check as the page shows it. `wish_*` is what the pages have; "" where file or program decides."""

    key: str
    name: str
    subject: str
    source: str
    on: bool
    severity: str
    tone: str
    fixed: bool
    wish_on: str
    wish_severity: str
    otherwise: str  # what holds without a wish of the pages, in words
    at: datetime | None
    actor: str
    months: Sequence[Figures]


def months_until(day: date) -> list[str]:
    """The last months with the one of `day`, newest first: "2026-10"."""
    months = [divmod(day.year * 12 + day.month - 1 - back, 12) for back in range(MONTHS)]
    return [f"{year:04}-{month + 1:02}" for year, month in months]


def check_rows(session: Session, site: Site, months: Sequence[str]) -> list[CheckRow]:
    """Every check of the chain, in its order, with the figures of `months`."""
    counts, wishes = counts_of(session, site.id, months), wishes_of(session, site)
    data, before = data_of(site), file_data_of(site)
    rows = []
    for check in CHECKS:
        wish, now, base = wishes.get(check.name), tuning(data, check.name), tuning(before, check.name)
        severity = now.severity or check.severity
        rows.append(
            CheckRow(
                key=check.name, name=words.CHECK.get(check.name, check.name), subject=words.SUBJECT[check.subject],
                source=check.comes_from.name, on=now.on, severity=vi.SEVERITY[severity], tone=_TONES[severity],
                fixed=check.name in FIXED, wish_on="" if wish is None or wish.on is None else str(int(wish.on)),
                wish_severity=(wish.severity or "") if wish else "",
                otherwise=state_words(check, on=base.on, severity=base.severity),
                at=wish.changed_at if wish else None, actor=wish.actor if wish else "",
                months=[_figures(counts.get((check.name, month)), month) for month in months],
            )
        )  # fmt: skip
    return rows


def state_words(check: Check, *, on: bool, severity: Severity | None) -> str:
    """How a check is set: what it weighs, or that it is off."""
    return vi.SEVERITY[severity or check.severity] if on else words.OFF["off"]


def _figures(row: CheckCount | None, month: str) -> Figures:
    if row is None:
        return Figures(month=month)
    return Figures(month=month, hits=row.hits, followed=row.followed, dismissed=row.dismissed)


_TONES = {Severity.BLOCK: "bad", Severity.WARN: "warn", Severity.HINT: "calm"}
