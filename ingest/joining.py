"""Joining: a corrected version of something already here, and which article it belongs to.

It must point to the article (it answers our receipt or the contributor's own letter, or quotes the reference
number), come from the same contributor, and bring one article whose words are mostly the same: a reply with a new
piece is a new article.
"""

import re
from difflib import SequenceMatcher

from sqlalchemy import select
from sqlalchemy.orm import Session

from ingest.reading import ReadArticle, Reading
from tinbai.article import Article
from tinbai.html import text_of_html
from tinbai.message import Message
from tinbai.outbox import OutgoingLetter
from tinbai.workflow import ARTICLE_MOVES, Decision

ALIKE = 0.6  # share of words in common, in order
COMPARED_WORDS = 2_000


def corrected(session: Session, message: Message, reading: Reading) -> Article | None:
    """The article this letter brings a new version of; None when it brings something new."""
    if len(reading.articles) != 1 or message.contributor_id is None:
        return None
    for article in _pointed_to(session, message, reading):
        same_sender = article.contributor_id == message.contributor_id
        may_change = (article.status, Decision.RENEW) in ARTICLE_MOVES
        if same_sender and may_change and _alike(article, reading.articles[0]):
            return article
    return None


def _pointed_to(session: Session, message: Message, reading: Reading) -> list[Article]:
    codes = set(re.findall(r"\b[A-Z0-9]{1,8}-\d{4}-\d{4,}\b", f"{reading.letter.subject} {reading.letter.text}"))
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


def _alike(article: Article, new: ReadArticle) -> bool:
    if article.revision is None:
        return False
    old_words = f"{article.revision.title} {article.revision.summary} {text_of_html(article.revision.body_html)}"
    new_words = f"{new.title or ''} {new.summary or ''} {new.body_text}"
    first, second = old_words.split()[:COMPARED_WORDS], new_words.split()[:COMPARED_WORDS]
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= ALIKE
