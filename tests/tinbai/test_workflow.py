"""The table of moves: what is allowed is recorded, everything else is refused, and of two at once one wins."""

from itertools import product

import pytest
from sqlalchemy import select, update

from tests.rows import NOON, a_site, a_user, an_article
from tinbai.article import Article, ArticleStatus
from tinbai.db import Database
from tinbai.errors import ForbiddenMoveError, StaleError
from tinbai.event import MACHINE, Event, history
from tinbai.message import Message, MessageStatus
from tinbai.people import RoleName
from tinbai.workflow import ARTICLE_MOVES, MESSAGE_MOVES, Decision, Fate, decide, settle

REFUSED = sorted(set(product(ArticleStatus, Decision)) - ARTICLE_MOVES.keys())
REFUSED_FATES = sorted(set(product(MessageStatus, Fate)) - MESSAGE_MOVES.keys())


@pytest.mark.parametrize(("move", "after"), sorted(ARTICLE_MOVES.items()))
def test_every_allowed_move_changes_the_status_and_records_who_did_it(
    database: Database, move: tuple[ArticleStatus, Decision], after: ArticleStatus
) -> None:
    before, decision = move
    with database.writing() as session:
        site = a_site(session)
        user = a_user(session, site, RoleName.HEAD)
        article = an_article(session, site, before)
        decide(session, article, decision, by=user, at=NOON, note="vì sao")
    with database.reading() as session:
        assert session.scalars(select(Article)).one().status is after
        event = session.scalars(history("article", article.id)).one()
        assert (event.decision, event.before, event.after) == (decision, before, after)
        assert (event.user_id, event.actor, event.at, event.note) == (user.id, user.name, NOON, "vì sao")


@pytest.mark.parametrize(("before", "decision"), REFUSED)
def test_every_other_move_is_refused_and_leaves_no_event(
    database: Database, before: ArticleStatus, decision: Decision
) -> None:
    with database.writing() as session:
        article = an_article(session, a_site(session), before)
        with pytest.raises(ForbiddenMoveError):
            decide(session, article, decision, by=None, at=NOON)
    with database.reading() as session:
        assert session.scalars(select(Article)).one().status is before
        assert session.scalars(select(Event)).all() == []


@pytest.mark.parametrize(("before", "fate"), REFUSED_FATES)
def test_a_message_only_moves_as_its_table_says(database: Database, before: MessageStatus, fate: Fate) -> None:
    with database.writing() as session:
        message = Message(site_id=a_site(session).id, sha256="a" * 64, size=1, status=before, received_at=NOON)
        session.add(message)
        session.flush()
        with pytest.raises(ForbiddenMoveError):
            settle(session, message, fate, by=None, at=NOON)


def test_of_two_who_decide_at_once_the_second_is_told_that_it_is_stale(database: Database) -> None:
    with database.writing() as session:
        article = an_article(session, a_site(session), ArticleStatus.SUBMITTED)
    with database.writing() as session:
        article = session.get_one(Article, article.id)
        # Somebody else's decision, as it would have been committed between our reading and our writing.
        session.execute(
            update(Article).values(status=ArticleStatus.RETURNED).execution_options(synchronize_session=False)
        )
        with pytest.raises(StaleError):
            decide(session, article, Decision.APPROVE, by=None, at=NOON)


def test_what_nobody_did_was_done_by_the_machine(database: Database) -> None:
    with database.writing() as session:
        article = an_article(session, a_site(session), ArticleStatus.APPROVED)
        event = decide(session, article, Decision.PUBLISH, by=None, at=NOON)
    assert event.actor == MACHINE
    assert event.user_id is None
