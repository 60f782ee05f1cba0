"""The rows of the queue: what a list says of each article before anybody opens it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup
from sqlalchemy import select
from sqlalchemy.orm import Session

from review.deadline import Deadlines
from review.highlight import highlighted, snippet
from review.language import _
from review.listed import Listed, ListedText
from review.marks import Mark, queue_marks
from tinbai.article import Article
from tinbai.event import Event
from tinbai.html import text_of_html
from tinbai.search_terms import Wanted, wanted
from tinbai.workflow import Decision

_TAKING = (Decision.CLAIM, Decision.EDIT, Decision.SUBMIT)
_LONGEST_BODY = 20_000  # characters that are looked through for a snippet


@dataclass(frozen=True, kw_only=True)
class QueueRow:
    """One line. `stamp` changes whenever the line would say something else of the article's standing."""

    article: Listed
    title: Markup
    code: Markup
    snippet: Markup
    sender: str
    marks: Sequence[Mark]
    since: datetime | None
    due: datetime | None
    late: bool
    stamp: str


def rows_of(
    session: Session, articles: Sequence[Listed], deadlines: Deadlines, *, words: str = ""
) -> Sequence[QueueRow]:  # fmt: skip
    """A row for each of `articles`, in their order, with the hits of `words` marked."""
    since, look = taken_since(session, articles), wanted(words)
    return [_row(article, deadlines, since.get(article.id), look) for article in articles]


def taken_since(session: Session, articles: Sequence[Listed]) -> Mapping[int, datetime]:
    """Since when each article's editor has had it: his last claim, or else the first that he did with it."""
    editors = {article.id: article.editor_id for article in articles if article.editor_id is not None}
    if not editors:
        return {}
    query = select(Event.noun_id, Event.user_id, Event.at, Event.decision).where(
        Event.noun == "article", Event.noun_id.in_(editors), Event.decision.in_(_TAKING)
    )
    found: dict[int, datetime] = {}
    for row in session.execute(query.order_by(Event.id)):
        own = editors[row.noun_id] == row.user_id
        if own and (row.decision == Decision.CLAIM or row.noun_id not in found):
            found[row.noun_id] = row.at
        elif not own and row.decision == Decision.CLAIM:
            found.pop(row.noun_id, None)
    return found


def stamp_of(article: Article | Listed) -> str:
    """What differs when somebody has decided about the article, saved it or taken it over."""
    return stamp(article.version, article.changed_at, article.editor_id)


def stamp(version: int, changed_at: datetime, editor_id: int | None) -> str:
    """The same, of an article that is not loaded."""
    return f"{version}.{changed_at.timestamp():.3f}.{editor_id or 0}"


def sender_of(article: Listed) -> str:
    """Who sent it, as a list says it."""
    if article.unit or article.contributor:
        return article.unit or article.contributor
    if article.message is None:
        return _("Ban biên tập")
    return article.message.from_name or article.message.from_address or _("Không rõ người gửi")


def _row(article: Listed, deadlines: Deadlines, since: datetime | None, look: Wanted) -> QueueRow:
    revision, due = article.revision, deadlines.due(article)
    title = (revision.title if revision else "") or _("(chưa có tiêu đề)")
    late = due is not None and due < deadlines.now
    return QueueRow(
        article=article, title=highlighted(title, look), code=highlighted(article.code, look),
        snippet=snippet(_texts(revision, look), look), sender=sender_of(article),
        marks=queue_marks(article, late=late, now=deadlines.now), since=since, due=due, late=late,
        stamp=stamp_of(article),
    )  # fmt: skip


def _texts(revision: ListedText | None, look: Wanted) -> Iterator[str]:
    """Where a snippet may come from; what comes later is read only when it is asked for."""
    if revision is None:
        return
    if revision.summary:
        yield revision.summary
    if look.folded or not revision.summary:
        yield text_of_html(revision.body_html)[:_LONGEST_BODY]
        yield revision.byline
