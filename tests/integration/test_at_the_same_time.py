"""Two people, or two programs, in the same moment on PostgreSQL: what the first one did is not written over."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from unittest import mock

import pytest
from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from ingest.read import read
from ingest.reread import _answer
from tests.ingest.letters_here import SITE_DATA, draft_letter, raw_letter
from tests.rows import NOON, a_site, a_user
from tinbai import senders
from tinbai.article import Article
from tinbai.blobs import Blobs
from tinbai.db import Database, connect
from tinbai.limits import Limits
from tinbai.message import Message, MessageStatus
from tinbai.migrate import migrate
from tinbai.people import Contributor, RoleName, User
from tinbai.rereading import Rereading
from tinbai.revision import Revision
from tinbai.site import Site
from tinbai.site_loading import data_of, load_site
from tinbai.wish import Wish

pytestmark = [pytest.mark.integration, pytest.mark.timeout(120)]
ADDRESSES = ("ccb@songmau.example", "cuutro@songmau.example")
WAITS_SECONDS = 0.5


@pytest.fixture
def database(postgresql_database: str) -> Iterator[Database]:
    """A board on PostgreSQL, with a secretary."""
    made = connect(postgresql_database)
    migrate(made)
    with made.writing() as session:
        site = a_site(session)
        load_site(session, site, SITE_DATA, date(2026, 10, 1))
        a_user(session, site, RoleName.SECRETARY)
    yield made
    made.close()


def at_the_same_time(
    database: Database, first: Callable[[Session], object], second: Callable[[Session], object]
) -> bool:
    """Both do it, the second before the first has come to an end; whether the second had to wait."""
    failed: list[BaseException] = []

    def other() -> None:
        try:
            with database.writing() as session:
                second(session)
        except BaseException as error:  # noqa: BLE001 - told below
            failed.append(error)

    thread = threading.Thread(target=other)
    with database.writing() as session:
        first(session)
        session.flush()
        thread.start()
        thread.join(WAITS_SECONDS)
        waited = thread.is_alive()
    thread.join(60)
    assert not thread.is_alive()
    assert failed == []
    return waited


def waiting_letters(database: Database) -> None:
    """One from each address, and a contributor for each whom it does not belong to yet."""
    with database.writing() as session:
        site, by = session.scalars(select(Site)).one(), session.scalars(select(User)).one()
        for address in ADDRESSES:
            senders.register(session, site, address, None, by=by, at=NOON)
        for number, address in enumerate(ADDRESSES):
            session.add(
                Message(
                    site_id=site.id, sha256=f"{number:064}", size=1, received_at=NOON, from_address=address,
                    standing="unknown", status=MessageStatus.HELD, version="0.1.0",
                )
            )  # fmt: skip


def accept(address: str) -> Callable[[Session], object]:
    def accepted(session: Session) -> None:
        by = session.scalars(select(User)).one()
        letter = session.scalars(select(Message).where(Message.from_address == address)).one()
        member = session.scalars(select(Contributor).where(Contributor.name == address)).one()
        senders.accept(session, letter, member, personal=False, reread=True, by=by, at=NOON)

    return accepted


def known(database: Database) -> set[str]:
    """The addresses that the register lets in."""
    with database.reading() as session:
        data = data_of(session.scalars(select(Site)).one())
    return {address for contributor in data.contributors for address in contributor.addresses}


@contextmanager
def without_locks() -> Iterator[None]:
    with mock.patch.object(Select, "with_for_update", lambda self, **_: self):
        yield


def test_two_people_who_accept_two_senders_in_the_same_moment_let_both_in(database: Database) -> None:
    waiting_letters(database)
    assert at_the_same_time(database, *map(accept, ADDRESSES))
    assert set(ADDRESSES) <= known(database)


def test_without_the_lock_the_first_sender_would_be_forgotten(database: Database) -> None:
    waiting_letters(database)
    with without_locks():
        at_the_same_time(database, *map(accept, ADDRESSES))
    assert set(ADDRESSES) - known(database) == {ADDRESSES[0]}


def asked(database: Database, blobs: Blobs) -> tuple[int, Callable[[Session], object]]:
    """An article that an editor wants read anew, and the answer of one who is at it."""
    with database.reading() as session:
        site = session.scalars(select(Site)).one()
    (article,) = draft_letter(database, blobs, "01", site)
    wish = Wish(raw=True)
    with database.writing() as session:
        current, user = session.get_one(Article, article.id), session.scalars(select(User)).first()
        assert user is not None
        request = Rereading(
            article_id=current.id, message_id=current.message_id or 0, seen=current.version, wish=wish.as_json(),
            asked_by_id=user.id, asked_at=NOON, made=[], merged=[],
        )  # fmt: skip
        session.add(request)
    reading = read(raw_letter("01"), site=data_of(site), limits=Limits(), wish=wish)
    return request.id, lambda session: _answer(session, request.id, reading, NOON)


def outcome(database: Database, request_id: int) -> tuple[str | None, int]:
    with database.reading() as session:
        request = session.get_one(Rereading, request_id)
        revisions = session.scalars(select(Revision).where(Revision.article_id == request.article_id)).all()
        return request.problem, len(revisions)


def test_of_two_who_serve_the_same_request_past_their_lease_one_answers(database: Database, blobs: Blobs) -> None:
    request_id, answer = asked(database, blobs)
    assert at_the_same_time(database, answer, answer)
    assert outcome(database, request_id) == (None, 2)


def test_without_the_lock_the_answer_would_be_taken_back(database: Database, blobs: Blobs) -> None:
    """The second one finds the article changed, and says so over the first one's answer."""
    request_id, answer = asked(database, blobs)
    get_one = Session.get_one

    def unlocked(self: Session, noun: type, key: int, **options: object) -> object:
        if noun is Rereading:
            options.pop("with_for_update", None)
        return get_one(self, noun, key, **options)  # type: ignore[arg-type]

    with mock.patch.object(Session, "get_one", unlocked):
        at_the_same_time(database, answer, answer)
    assert outcome(database, request_id)[0] is not None
