"""What an office may have lost or doubled of the letters that came to it."""

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256

from sqlalchemy import select

from tinbai.article import Article
from tinbai.delivery import Delivery
from tinbai.event import Event
from tinbai.message import Message, MessageStatus
from tinbai.office import Office
from tinbai.revision import Revision


def wrong_with(opened: Office, hashes: Sequence[str]) -> list[str]:
    """What was lost, doubled or is stuck."""
    with opened.database.reading() as session:
        stored = Counter(session.scalars(select(Message.sha256).join(Delivery)))
        statuses = Counter(session.scalars(select(Message.status)))
        articles = Counter(tuple(row) for row in session.execute(select(Article.message_id, Article.ordinal)))
        drafted = Counter(
            session.scalars(select(Event.noun_id).where(Event.noun == "message", Event.decision == "draft"))
        )
        made = select(Revision.message_id, Revision.article_id).where(Revision.message_id.is_not(None))
        versions = Counter(tuple(row) for row in session.execute(made))
    print(f"  {dict(statuses)}")  # noqa: T201 - a figure for docs
    wrong = [f"lost: {name}" for name in Counter(hashes) - stored]
    wrong += [f"doubled: {name}" for name in stored - Counter(hashes)]
    for counted in (articles, drafted, versions):
        wrong += [f"drafted twice: {what}" for what, times in counted.items() if times > 1]
    wrong += [f"stuck: {statuses[MessageStatus.RECEIVED]}"] if statuses[MessageStatus.RECEIVED] else []
    for name in stored:
        path = opened.blobs.path(name)
        if not path.exists() or sha256(path.read_bytes()).hexdigest() != name:
            wrong.append(f"no bytes: {name}")
    return wrong
