"""The deadline of an article: so many working hours after its newest letter came, by the site's rule."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from review.listed import Listed
from review.queue_filters import OPEN
from tinbai.article import Article
from tinbai.config import Config
from tinbai.working_time import WorkingTime


@dataclass(frozen=True, kw_only=True)
class Deadlines:
    """A site's rule at a moment. `late_before`: what came before it is late; None where no deadline is set."""

    working: WorkingTime
    span: timedelta
    now: datetime
    late_before: datetime | None

    def due(self, article: Article | Listed) -> datetime | None:
        """When the article should be decided about; None when no deadline runs."""
        if self.late_before is None or article.status not in OPEN:
            return None
        return self.working.later(article.arrived_at or article.created_at, self.span)

    def is_late(self, article: Article | Listed) -> bool:
        """Whether it should have been decided about."""
        due = self.due(article)
        return due is not None and due < self.now


def deadlines_of(config: Config, site_key: str, now: datetime) -> Deadlines:
    """The rule of the site called `site_key`."""
    hours = {site.key: site.deadline_hours for site in config.sites}.get(site_key, 0)
    working, span = WorkingTime(config.working_time), timedelta(hours=hours)
    return Deadlines(
        working=working, span=span, now=now, late_before=working.earlier(now, span) if hours else None
    )  # fmt: skip
