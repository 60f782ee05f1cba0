"""What is written down of a page, when it is opened again, who is told, and when an article is taken down."""

from datetime import timedelta
from types import SimpleNamespace

import pytest

from publish import page_check
from publish.due import PortalKey
from publish.page_check import check_pages, checked_portals
from publish.page_fetch import MissedError
from tests.publish.setting import CAPTIONS, SITE, a_portal, an_office, approve_an_article
from tests.rows import an_article
from tinbai.approval import approve, republish
from tinbai.article import Article, ArticleStatus
from tinbai.config import PortalConfig
from tinbai.errors import StaleError
from tinbai.pages_amiss import pages_amiss
from tinbai.people import User
from tinbai.publication import PAGE_TRIES, Publication, PublicationStatus
from tinbai.revision import Revision
from tinbai.site import Site
from tinbai.workflow import Step, advance

KEY = PortalKey(SITE, "cong")


class Reader:
    """Stands for the one who opens pages: finds what it is told to find."""

    def __init__(self, *found):
        self.found, self.asked = list(found), []

    def __call__(self, expected, *, seconds):
        self.asked.append((expected, seconds))
        found = self.found.pop(0) if len(self.found) > 1 else self.found[0]
        if isinstance(found, Exception):
            raise found
        return found


@pytest.fixture
def office(database, blobs, tmp_path):
    office = an_office(database, blobs, a_portal(f"sqlite:///{tmp_path}/portal.db", tmp_path))
    approve_an_article(office)
    office.publish()
    return office


@pytest.fixture
def look(office, monkeypatch):
    """Open what is due, finding what is given; who was asked."""

    def run(*found, page_check_="alarm", stopping=lambda: False):
        reader = Reader(*found)
        monkeypatch.setattr(page_check, "missing", reader)
        config = office.portals[KEY].config.model_copy(update={"page_check": page_check_})
        check_pages(office.database, {KEY: config}, clock=office.clock, stopping=stopping)
        return reader.asked

    return run


def configured(**given):
    """A configuration with this portal alone."""
    return SimpleNamespace(sites=[SimpleNamespace(key=SITE, portals=[PortalConfig(key="cong", **given)])])


def told(office, **given):
    with office.database.reading() as session:
        return [words for _, _, words in pages_amiss(session, configured(**given), office.clock())]


def fail(office, look, times, found=("trang trả lời mã 404",), **how):
    for _ in range(times):
        assert look(found, **how)
        office.clock.forward(timedelta(hours=1))


def on_another_portal(office, status):
    """The article is on the province's portal too."""
    with office.database.writing() as session:
        first = session.query(Publication).one()
        session.add(
            Publication(
                article_id=first.article_id, portal="tinh", key="another", approval=first.approval, status=status,
                revision_id=first.revision_id, due_at=first.due_at,
            )
        )  # fmt: skip


def move(office, status):
    """The article stands elsewhere, as after an edit."""
    with office.database.writing() as session:
        session.query(Article).one().status = status


def test_what_went_live_is_opened_once_with_its_title_pictures_and_files(office, look):
    [(expected, seconds)] = look([])
    publication = office.publication()
    assert expected.address == publication.address
    assert expected.title == office.article().revision.title
    assert len(expected.files) == len(CAPTIONS) + 1
    assert all(file.startswith("/media/") for file in expected.files)
    assert seconds == 30
    assert publication.page_checked_at == office.clock()
    assert (publication.page_problem, publication.page_due_at, publication.page_tries) == (None, None, 0)
    office.clock.forward(timedelta(days=1))
    assert look([]) == []


def test_a_page_that_is_wrong_is_opened_again_and_may_come_right(office, look):
    look(["không thấy tiêu đề", "ảnh không mở được"])
    assert office.publication().page_problem == "không thấy tiêu đề\nảnh không mở được"
    assert look([]) == []  # its time has not come
    office.clock.forward(timedelta(minutes=1))
    assert look([])
    assert office.publication().page_problem is None
    assert told(office) == []


def test_what_stays_wrong_is_told_and_its_end_is_noticed(office, look):
    fail(office, look, PAGE_TRIES - 1)
    assert told(office) == []
    fail(office, look, 1)
    (words,) = told(office)
    assert "mã 404" in words
    assert f"{SITE}/cong" in words
    assert office.publication().status is PublicationStatus.LIVE
    assert look([])
    assert told(office) == []


def test_it_is_taken_down_where_the_configuration_says_so(office, look):
    fail(office, look, PAGE_TRIES - 1, page_check_="take_down")
    assert office.publication().status is PublicationStatus.LIVE
    fail(office, look, 1, page_check_="take_down")
    assert office.publication().status is PublicationStatus.WITHDRAWING
    office.publish()
    assert office.publication().status is PublicationStatus.WITHDRAWN
    assert told(office)
    assert "Hệ thống đã gỡ" in told(office)[0]
    office.clock.forward(timedelta(days=2))
    assert told(office) == []
    assert office.article().status is ArticleStatus.WITHDRAWN
    office.change(lambda session, article, head: republish(session, article, by=head, at=office.clock()))
    office.publish()
    publication = office.publication()
    assert publication.status is PublicationStatus.LIVE
    assert (publication.page_problem, publication.page_tries) == (None, 0)
    assert look([])


@pytest.mark.parametrize("status", [ArticleStatus.EDITING, ArticleStatus.SUBMITTED, ArticleStatus.RETURNED])
def test_one_that_is_being_edited_leaves_the_portal_and_stays_with_its_editor(office, look, status):
    fail(office, look, PAGE_TRIES - 1, page_check_="take_down")
    move(office, status)
    fail(office, look, 1, page_check_="take_down")
    assert office.publication().status is PublicationStatus.WITHDRAWING
    assert office.article().status is status


def test_what_never_came_takes_nothing_down(office, look):
    fail(office, look, PAGE_TRIES + 1, MissedError("cổng không trả lời"), page_check_="take_down")
    assert office.publication().status is PublicationStatus.LIVE
    assert told(office)


def test_an_error_in_taking_one_down_is_left_to_the_next_pass(office, look, monkeypatch):
    def stale(*_args, **_more):
        raise StaleError(noun="article", key=1)

    monkeypatch.setattr(page_check, "withdraw", stale)
    fail(office, look, PAGE_TRIES, page_check_="take_down")
    assert office.publication().page_tries == PAGE_TRIES
    assert told(office)


def test_when_the_check_is_switched_off_or_a_day_has_passed_nobody_is_told(office, look):
    fail(office, look, PAGE_TRIES)
    assert told(office)
    assert told(office, page_check="off") == told(office, enabled=False) == []
    office.clock.forward(timedelta(days=1))
    assert told(office) == []
    assert look([]) == []


def test_what_went_live_long_ago_is_not_opened_when_the_check_is_switched_on(office, look):
    office.clock.forward(timedelta(days=2))
    assert look([]) == []


def test_the_title_is_that_of_what_readers_see(office, look):
    with office.database.writing() as session:
        publication = session.query(Publication).one()
        old = session.get_one(Revision, publication.live_revision_id)
        new = Revision(
            article_id=old.article_id, number=old.number + 1, made_at=old.made_at, title="Tiêu đề mới", summary="",
            body_html="", byline="", author="", findings=[],
        )  # fmt: skip
        session.add(new)
        session.flush()
        publication.revision_id, title = new.id, old.title
    [(expected, _)] = look([])
    assert expected.title == title


def test_of_several_portals_only_the_one_that_is_amiss_is_taken_down(office, look):
    on_another_portal(office, PublicationStatus.LIVE)
    fail(office, look, PAGE_TRIES, page_check_="take_down")
    assert office.publication().status is PublicationStatus.WITHDRAWING
    assert office.publication("tinh").status is PublicationStatus.LIVE
    assert office.article().status is ArticleStatus.PUBLISHED


def test_where_it_leaves_all_portals_at_once_the_article_is_withdrawn(office, look):
    on_another_portal(office, PublicationStatus.WITHDRAWING)
    fail(office, look, PAGE_TRIES, page_check_="take_down")
    assert office.article().status is ArticleStatus.WITHDRAWN


def test_where_a_page_does_not_come_the_portals_others_wait(office, look):
    with office.database.writing() as session:
        article = an_article(session, session.query(Site).one(), ArticleStatus.SUBMITTED)
        approve(session, article, by=session.query(User).one(), at=office.clock(), portals=["cong"])
    office.publish()
    assert len(look(MissedError("không trả lời"))) == 1
    assert len(look([])) == 1  # the other one


def test_what_was_taken_down_meanwhile_is_left_alone(office, monkeypatch):
    def taken_down(_expected, *, seconds):
        assert seconds
        with office.database.writing() as session:
            advance(session, session.query(Publication).one(), Step.TAKE_DOWN, at=office.clock())
        return ["gone"]

    monkeypatch.setattr(page_check, "missing", taken_down)
    check_pages(office.database, {KEY: office.portals[KEY].config}, clock=office.clock)
    assert office.publication().page_problem is None


def test_nothing_is_begun_when_the_program_ends(look):
    assert look([], stopping=lambda: True) == []


@pytest.mark.parametrize(("given", "asked"), [({}, True), ({"page_check": "off"}, False), ({"enabled": False}, False)])
def test_only_portals_that_want_it_are_asked(given, asked):
    assert bool(checked_portals(configured(**given))) is asked


def test_a_page_without_an_address_for_browsers_is_not_due(database, blobs, tmp_path):
    portal = a_portal(f"sqlite:///{tmp_path}/portal.db", tmp_path)
    portal.config = portal.config.model_copy(update={"address": "/tin/{id}"})
    office = an_office(database, blobs, portal)
    approve_an_article(office)
    office.publish()
    assert office.publication().page_due_at is None
