"""Joining: a corrected version of something already here, and which article it belongs to.

It comes from the same contributor or the same unit, and brings one article. Either it points to the article (it
answers our receipt or the contributor's own letter, or quotes the reference number) and its words are mostly the same,
or it points to nothing and says almost exactly what was sent lately. A reply with a new piece is a new article, and
so is next month's report in last month's words: `likeness.py` tells them apart.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session, contains_eager

from ingest.anatomy.letter_text import CLOSING, GREETING, NOTE
from ingest.anatomy.words import words
from ingest.likeness import Likeness, likeness
from ingest.photos_anew import brings_photos_only, with_photos_anew
from ingest.reading import ReadArticle, Reading
from tinbai.article import Article
from tinbai.event import Event
from tinbai.message import Message
from tinbai.outbox import OutgoingLetter
from tinbai.people import Contributor
from tinbai.plain_rows import value_of
from tinbai.revision import Revision
from tinbai.text import fold
from tinbai.workflow import ARTICLE_MOVES, Decision, Fate

LATELY = timedelta(days=30)
MOST_LATELY = 40  # articles of the contributor and the unit whose titles are compared
MOST_COMPARED = 4  # of these, whose whole texts are
TITLES_ALIKE = 0.5  # share of words in common from which two titles may be the same
CODE = re.compile(r"\b[A-Z0-9]{1,8}-\d{4}-\d{4,}\b")
SAYS_SO = re.compile(
    r"\b(?:dinh chinh|(?:ban|bai|tin) (?:da )?sua|sua (?:ngay|gio|so lieu|so|ten|loi|chu|lai)|da sua|chinh sua"
    r"|ban moi|ban chinh thuc|ban hoan chinh|ban cuoi|gui lai|dung ban nay|cap nhat lai"
    r"|thay (?:the )?(?:cho )?(?:tin|bai|ban|anh|tep|file)|bo (?:bai|tin|ban) (?:truoc|cu))\b"
)


@dataclass(frozen=True, kw_only=True)
class Corrected:
    """The article that a letter brings a new version of, and that version."""

    article: Article
    read: ReadArticle


def corrected(session: Session, message: Message, reading: Reading) -> Corrected | None:
    """What this letter corrects; None when it brings something new."""
    if len(reading.articles) != 1 or message.contributor_id is None:
        return None
    (read,) = reading.articles
    unit_id = value_of(session, UNIT_OF, {"contributor": message.contributor_id})
    says_so = _says_so(reading, read)
    for article in _pointed_to(session, message, reading):
        if not _is_theirs(article, message, unit_id) or not _may_change(article) or _is_newer(article, message):
            continue
        if brings_photos_only(read) and article.revision is not None:
            anew = with_photos_anew(article.revision, read, reading.letter.subject or "")
            return Corrected(article=article, read=anew)
        if _fits_pointed(_most_alike(session, article, read), says_so=says_so):
            return Corrected(article=article, read=read)
    for article in _sent_lately(session, message, read, unit_id, says_so=says_so):
        if _is_newer(article, message):
            continue
        same_sender = article.contributor_id == message.contributor_id
        if _fits_unasked(_most_alike(session, article, read), same_sender=same_sender, says_so=says_so):
            return Corrected(article=article, read=read)
    return None


def was_separated(session: Session, message: Message) -> bool:
    """Whether an editor said that this letter corrects nothing: it was joined once, by mistake."""
    said = select(Event.id).where(Event.noun == "message", Event.noun_id == message.id)
    return session.scalar(said.where(Event.decision == Fate.SEPARATE).limit(1)) is not None


def _says_so(reading: Reading, read: ReadArticle) -> bool:
    """Whether the letter says that it corrects something, in its subject or in the note; not in what it quotes."""
    note = [piece.text for piece in (*reading.set_aside, *read.set_aside) if piece.why in (NOTE, GREETING, CLOSING)]
    return bool(SAYS_SO.search(fold(" ".join([reading.letter.subject or "", read.title or "", *note]))))


def _is_theirs(article: Article, message: Message, unit_id: int | None) -> bool:
    """Of the same contributor, or of a colleague in the same unit."""
    return article.contributor_id == message.contributor_id or (unit_id is not None and article.unit_id == unit_id)


def _is_newer(article: Article, message: Message) -> bool:
    """Whether its newest version came in a later letter: letters that take long are overtaken by those behind them."""
    newest = article.revision.message_id if article.revision else None
    return newest is not None and newest > message.id


def _may_change(article: Article) -> bool:
    return (article.status, Decision.RENEW) in ARTICLE_MOVES


def _fits_pointed(like: Likeness, *, says_so: bool) -> bool:
    if says_so:
        return like.words >= 0.5
    return like.same_occasion and like.figures >= 0.5 and like.words >= 0.6


def _fits_unasked(like: Likeness, *, same_sender: bool, says_so: bool) -> bool:
    """Whether a letter that points to nothing is a correction all the same: the bar stands higher."""
    if not like.same_occasion:
        return False
    if same_sender and says_so:
        return like.figures >= 0.4 and like.words >= 0.6
    least = 0.85 if same_sender else 0.75 if says_so else 0.92
    return like.figures >= 0.6 and like.words >= least


def _most_alike(session: Session, article: Article, read: ReadArticle) -> Likeness:
    """With the newest version, or with the last that came from the contributor, where an editor has rewritten that."""
    newest = article.revision
    if newest is None:
        return Likeness("", read.body_text)
    if newest.made_by_id is None:
        return likeness(newest, read)
    query = select(Revision).where(Revision.article_id == article.id, Revision.made_by_id.is_(None))
    theirs = session.scalar(query.order_by(Revision.number.desc()).limit(1))
    versions = [newest, *([theirs] if theirs is not None else [])]
    return max((likeness(each, read) for each in versions), key=lambda like: like.words)


def _pointed_to(session: Session, message: Message, reading: Reading) -> list[Article]:
    codes = set(CODE.findall(f"{reading.letter.subject} {reading.letter.text}"))
    answered = [*reading.letter.references, *filter(None, [reading.letter.in_reply_to])]
    found: list[Article] = []
    if codes:
        by_code = select(Article).where(Article.site_id == message.site_id, Article.code.in_(codes))
        found += session.scalars(by_code.order_by(Article.id))
    if answered:
        sent = select(OutgoingLetter.in_reply_to).where(OutgoingLetter.message_id.in_(answered))
        letters = [*answered, *session.scalars(sent)]
        by_letter = select(Article).join(Message, Article.message_id == Message.id)
        here = by_letter.where(Message.site_id == message.site_id, Message.message_id.in_(letters))
        found += session.scalars(here.order_by(Article.id))
    return list(dict.fromkeys(found))


def _sent_lately(
    session: Session, message: Message, read: ReadArticle, unit_id: int | None, *, says_so: bool
) -> Iterator[Article]:
    """What the contributor or the unit sent in the last weeks under a title like this one, the most alike first."""
    asked = {
        "contributor": message.contributor_id, "unit": unit_id, "site": message.site_id,
        "since": message.received_at - LATELY,
    }  # fmt: skip
    own = _title_words(read.title or "")
    rated = [(_in_common(own, title), article_id) for article_id, title in session.connection().execute(_LATELY, asked)]
    least = 0.0 if says_so else TITLES_ALIKE
    nearest = [article_id for alike, article_id in sorted(rated, reverse=True)[:MOST_COMPARED] if alike >= least]
    if not nearest:
        return
    with_text = select(Article).join(Article.revision).options(contains_eager(Article.revision))
    found = {article.id: article for article in session.scalars(with_text.where(Article.id.in_(nearest)))}
    yield from (found[article_id] for article_id in nearest if _may_change(found[article_id]))


UNIT_OF = select(Contributor.unit_id).where(Contributor.id == bindparam("contributor"))
_LATELY = (  # both are built once: they are asked for every letter
    select(Article.id, Revision.title)
    .join(Revision, Article.revision_id == Revision.id)
    .where(
        (Article.contributor_id == bindparam("contributor")) | (Article.unit_id == bindparam("unit")),
        Article.site_id == bindparam("site"),
        Article.created_at >= bindparam("since"),
    )
    .order_by(Article.id.desc())
    .limit(MOST_LATELY)
)


@lru_cache(maxsize=512)
def _title_words(title: str) -> frozenset[str]:
    """The same titles are compared with each letter of a contributor."""
    return frozenset(words(fold(title)))


def _in_common(own: frozenset[str], title: str) -> float:
    other = _title_words(title)
    return len(own & other) / len(own | other) if own and other else 0.0
