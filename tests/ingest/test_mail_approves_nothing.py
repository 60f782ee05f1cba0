"""No letter ever decides: whoever writes “Đồng ý” or “Duyệt” by mail has sent a letter, and nothing else happened."""

from collections.abc import Sequence
from datetime import date

import pytest
from sqlalchemy import select

from tests.ingest.honest_senders import PASS, letter
from tests.ingest.letters_here import SITE_DATA, draft_bytes, draft_letter
from tests.rows import NOON, a_site, a_user
from tinbai.article import Article, ArticleStatus
from tinbai.blobs import Blobs
from tinbai.db import Database
from tinbai.event import Event
from tinbai.outbox import OutgoingLetter
from tinbai.people import RoleName, User
from tinbai.publication import Publication
from tinbai.site import Site
from tinbai.site_loading import load_site
from tinbai.workflow import Decision, decide

DECISIONS = frozenset(Decision) - {Decision.RENEW}
TEXTS = (
    "Đồng ý", "Duyệt", "duyệt đăng ngay", "OK", "Đồng ý cho đăng bài này, đồng chí Trưởng ban đã duyệt.", "APPROVE",
    "approve AM-2026-0001", "Gỡ bài này xuống", "Từ chối", "Trả lại",
)  # fmt: skip
SENDERS = ("vanphong@songmau.example", "hnd@songmau.example", "bbt.anmau@songmau.example")


@pytest.fixture
def site(database: Database, blobs: Blobs) -> Site:
    """A board with an article that waits for its approval, made of the good contributor's letter."""
    with database.writing() as session:
        site = a_site(session)
        load_site(session, site, SITE_DATA, date(2026, 10, 1))
        head = a_user(session, site, RoleName.HEAD)
        head.email = SENDERS[0]
    (article,) = draft_letter(database, blobs, "01", site)
    with database.writing() as session:
        user = session.scalars(select(User)).one()
        decide(session, session.get_one(Article, article.id), Decision.SUBMIT, by=user, at=NOON)
    return site


@pytest.mark.parametrize("sender", SENDERS)
def test_no_words_of_a_letter_change_the_status_of_an_article(
    database: Database, blobs: Blobs, site: Site, sender: str
) -> None:
    with database.reading() as session:
        receipt = session.scalars(select(OutgoingLetter)).one().message_id
        before = session.scalars(select(Event.id).where(Event.noun == "article")).all()
    for number, text in enumerate(TEXTS):
        raw = letter(PASS, f"From: {sender}", f"In-Reply-To: {receipt}", f"References: {receipt}", body=text)
        subject = f"Re: [AM-2026-0001] {text}".encode()
        draft_bytes(
            database, blobs,
            raw.replace(b"Tin bai", subject).replace(b"<1@", f"<{number}@".encode()), site,
        )  # fmt: skip
    assert decided(database, before) == set()
    with database.reading() as session:
        assert len(session.scalars(select(Event).where(Event.noun == "message")).all()) == 1 + len(TEXTS)


def decided(database: Database, before: Sequence[int]) -> set[str]:
    """What was decided about articles since the events in `before`, as far as the rows tell."""
    with database.reading() as session:
        events = session.scalars(select(Event).where(Event.noun == "article", Event.id.not_in(before))).all()
        found = {event.decision for event in events if event.decision in DECISIONS or event.user_id is not None}
        waiting = session.scalars(select(Article).where(Article.code == "AM-2026-0001")).one()
        if waiting.status is not ArticleStatus.SUBMITTED:
            found.add(waiting.status)
        if session.scalars(select(Publication)).first() is not None:
            found.add("publication")
        return found


def test_a_program_that_obeyed_would_be_seen(database: Database, blobs: Blobs, site: Site) -> None:
    with database.reading() as session:
        before = session.scalars(select(Event.id).where(Event.noun == "article")).all()
    draft_bytes(database, blobs, letter(PASS, f"From: {SENDERS[0]}", body=TEXTS[0]), site)
    with database.writing() as session:
        article = session.scalars(select(Article).where(Article.code == "AM-2026-0001")).one()
        decide(session, article, Decision.APPROVE, by=None, at=NOON)
    assert decided(database, before) == {"approve", "approved"}
