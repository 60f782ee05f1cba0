"""Saying something about an article: to everybody, or to those who are named with @."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from tinbai.article import Article
from tinbai.db import changed
from tinbai.errors import InputError, StaleError
from tinbai.notifying import note
from tinbai.people import Role, User
from tinbai.remark import LONGEST, Mention, Remark
from tinbai.text import nfc
from tinbai.workflow import record


def remark(
    session: Session, article: Article, words: str, *, by: User, at: datetime, to: Collection[int] = ()
) -> Remark:
    """Write a remark down, and let everybody it is addressed to hear of it: named in it with @, or by id in `to`.

    They hear of it as they chose (`tinbai/notifying.py`). One transaction, the caller's. Raises InputError. Those who
    are not of the board are not addressed.
    """
    words = words.strip()
    if not words:
        raise InputError(field="words", problem="remark_missing")
    if len(words) > LONGEST:
        raise InputError(field="words", problem="remark_long")
    made = Remark(
        article_id=article.id, revision_id=article.revision_id, user_id=by.id, actor=by.name, at=at, words=words
    )
    session.add(made)
    session.flush()
    board = members(session, article.site_id)
    addressed = [user for user in board if user.id in {*to, *_named(words, board)} and user.id != by.id]
    for user in addressed:
        session.add(Mention(remark_id=made.id, user_id=user.id))
        path, said = f"/articles/{article.id}#remark-{made.id}", _told(article, made)
        note(session, user, article.site_id, once=f"mention:{made.id}", words=said, path=path, at=at)
    data = {"remark": made.id, "to": [user.name for user in addressed]}
    record(session, "article", article.id, article.site_id, "remark", by=by, at=at, note=words, data=data)
    session.flush()
    return made


def settle_remark(session: Session, article: Article, made: Remark, *, by: User, at: datetime) -> None:
    """Say that a remark has been seen to. Raises StaleError when somebody has said so already."""
    settled = session.execute(
        update(Remark)
        .where(Remark.id == made.id, Remark.settled_at.is_(None))
        .values(settled_at=at, settled_by=by.name)
        .execution_options(synchronize_session=False)
    )
    if changed(settled) != 1:
        raise StaleError(noun="remark", key=made.id)
    data = {"remark": made.id}
    record(session, "article", article.id, article.site_id, "remark_settled", by=by, at=at, note=made.words, data=data)


def members(session: Session, site_id: int) -> Sequence[User]:
    """Everybody of the board, by name."""
    query = select(User).join(Role, Role.user_id == User.id).where(Role.site_id == site_id, User.active)
    return session.scalars(query.distinct().order_by(User.name, User.id)).all()


def _named(words: str, board: Sequence[User]) -> Iterator[int]:
    """The ids of those whose name or user name follows an @; of two that begin alike the longer one is meant."""
    names = sorted(
        ((_folded(name), user.id) for user in board for name in (user.name, user.username)),
        key=lambda one: -len(one[0]),
    )
    for piece in _folded(words).split("@")[1:]:
        meant = next((name for name, _ in names if _begins_with(piece, name)), None)
        yield from (user_id for name, user_id in names if name == meant)


def _begins_with(piece: str, name: str) -> bool:
    rest = piece[len(name) :]
    return piece.startswith(name) and not (rest[:1].isalnum() or rest[:1] == "_")


def _folded(text: str) -> str:
    return " ".join(nfc(text).casefold().split(" "))


def _told(article: Article, made: Remark) -> str:
    title = article.revision.title if article.revision else ""
    about = f"{article.code} “{title}”" if title else article.code
    return f"{made.actor} nhắc tới đồng chí trong ý kiến về bài {about}: {_short(made.words)}"


def _short(words: str, most: int = 300) -> str:
    line = " ".join(words.split())
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0] + " …"
