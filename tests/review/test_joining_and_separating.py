"""A letter that was joined by mistake becomes an article of its own by one click, and one left apart joins by one.

The whole way: the letters arrive, ingest reads them, somebody clicks, ingest reads again.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from ingest import draft as drafting
from ingest.read import read
from ingest.sandbox import Reader
from ingest.waiting import read_waiting
from review.separating import SEPARATE
from tests.ingest.letters_here import SITE_DATA, raw_letter, store
from tests.review.office import Office, Visit
from tests.review.route_things import put_on_portal
from tinbai.article import Article, ArticleStatus
from tinbai.event import history
from tinbai.html import text_of_html
from tinbai.message import Message, MessageStatus
from tinbai.outbox import OutgoingLetter
from tinbai.people import RoleName
from tinbai.rereading import Rereading
from tinbai.site import Site
from tinbai.site_loading import load_site
from tinbai.workflow import Fate

FIRST, CORRECTED, OTHER = raw_letter("01"), raw_letter("09"), raw_letter("02")
A = ArticleStatus


class HereReader(Reader):
    """Reads in this process: the same function as in a child, without starting one."""

    def __init__(self) -> None:
        """Start nothing."""

    def read(self, letter, *, site, limits=None, wish=None):
        """The reading."""
        return read(letter if isinstance(letter, bytes) else letter.read(), site=site, limits=limits, wish=wish)


class Way:
    """Letters that arrive at an office, one after the other."""

    def __init__(self, office: Office) -> None:
        self.office = office
        with office.database.writing() as session:
            self.site = session.query(Site).filter_by(key="an-mau").one()
            load_site(session, self.site, SITE_DATA, date(2026, 10, 1))

    def arrive(self, raw: bytes) -> int:
        """Store a letter and read it; returns its id. Somebody lets through what would be held."""
        message_id = store(self.office.database, self.office.blobs, raw, self.site)
        with self.office.database.writing() as session:
            session.get_one(Message, message_id).released = True
        self.read_waiting()
        return message_id

    def read_waiting(self) -> int:
        """Ingest's turn; returns how many letters were settled."""
        office = self.office
        return read_waiting(office.config, office.database, office.blobs, HereReader(), clock=office.clock)

    def articles(self) -> Sequence[Article]:
        """All of them, in their order."""
        with self.office.database.reading() as session:
            return [self.office.read(each) for each in session.scalars(select(Article.id).order_by(Article.id))]

    def message(self, message_id: int) -> Message:
        """The letter as it stands."""
        with self.office.database.reading() as session:
            return session.get_one(Message, message_id)

    def events(self, noun: str, key: int) -> list[str]:
        """What happened to it."""
        with self.office.database.reading() as session:
            return [event.decision for event in session.scalars(history(noun, key))]


@pytest.fixture
def way(office: Office) -> Way:
    return Way(office)


@pytest.fixture
def editor(office: Office) -> Visit:
    return office.enter(RoleName.EDITOR)


def what(article: Article) -> dict[str, Any]:
    """All that an editor sees of an article, beside its code and times."""
    revision = article.revision
    assert revision is not None
    names = ("title", "summary", "body_html", "byline", "author", "source", "from_part", "encoding", "findings")
    photos = [(each.sha256, each.caption, each.alt, each.place) for each in revision.photos]
    besides = ("kind", "status", "genre", "column_id", "unit_id", "suggestions", "fields", "set_aside")
    return {
        **{name: getattr(revision, name) for name in names}, **{name: getattr(article, name) for name in besides},
        "photos": photos,
    }  # fmt: skip


def copies_apart(seen: dict[str, Any]) -> tuple[list[str], dict[str, Any]]:
    """What is said of copies, which depends on what came before, and the rest."""
    copied = [str(each) for each in seen["findings"] if each["check"] == "near_duplicate"]
    return copied, seen | {"findings": [each for each in seen["findings"] if each["check"] != "near_duplicate"]}


def separate(way: Way, visit: Visit, article_id: int, message_id: int, seen: int | None = None) -> int:
    version = seen or way.office.read(article_id).version
    form = {"seen": str(version), "message": str(message_id)}
    return int(visit.post(f"/articles/{article_id}/separation", form).status_code)


def test_one_click_makes_of_a_joined_letter_the_article_that_it_would_have_been(
    way: Way, editor: Visit, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    way.arrive(FIRST)
    (before,) = (what(each) for each in way.articles())
    letter = way.arrive(CORRECTED)
    (joined,) = way.articles()
    assert way.message(letter).status is MessageStatus.JOINED
    assert "54" in (joined.revision.title if joined.revision else "")
    page = editor.get(f"/articles/{joined.id}").text
    assert "Tách thư này thành bài riêng" in page

    assert separate(way, editor, joined.id, letter) == 303
    (first,) = way.articles()
    assert [each.number for each in first.revisions] == [1, 2, 3]  # nothing is erased
    assert what(first) | {"status": A.NEW} == before | {"findings": what(first)["findings"]}
    assert [each["check"] for each in what(first)["findings"]] == [each["check"] for each in before["findings"]]
    assert way.message(letter).status is MessageStatus.RECEIVED
    assert way.read_waiting() == 1
    first, own = way.articles()
    assert (own.status, own.message_id, own.revisions[0].number) == (A.NEW, letter, 1)
    assert SEPARATE in way.events("article", first.id)
    assert Fate.SEPARATE in way.events("message", letter)
    assert "Tách thư này" not in editor.get(f"/articles/{first.id}").text
    assert own.code in editor.get("/?status=new").text

    monkeypatch.setattr(drafting, "corrected", lambda *_: None)  # the same letter where nothing was ever joined
    untouched = CORRECTED.replace(b"Message-ID: <", b"Message-ID: <khac-", 1)
    assert untouched != CORRECTED
    way.arrive(untouched)
    (copied, otherwise), (copied_again, otherwise_again) = (copies_apart(what(each)) for each in way.articles()[-2:])
    assert otherwise_again == otherwise
    assert [first.code in each for each in copied] == [True]
    assert [own.code in each for each in copied_again] == [True]  # the likeliest before it is now the one made by hand


def test_the_contributor_is_told_the_new_number(way: Way, editor: Visit, office: Office) -> None:
    way.arrive(FIRST)
    letter = way.arrive(CORRECTED)
    (article,) = way.articles()
    separate(way, editor, article.id, letter)
    way.read_waiting()
    codes = [each.code for each in way.articles()]
    with office.database.reading() as session:
        subjects = session.scalars(select(OutgoingLetter.subject).order_by(OutgoingLetter.id)).all()
    assert [next(code for code in codes if code in subject) for subject in subjects] == [codes[0], codes[0], codes[1]]


def test_of_two_clicks_at_once_one_counts(way: Way, editor: Visit) -> None:
    way.arrive(FIRST)
    letter = way.arrive(CORRECTED)
    (article,) = way.articles()
    with ThreadPoolExecutor(2) as both:
        answers = list(both.map(lambda _: separate(way, editor, article.id, letter, article.version), range(2)))
    assert sorted(answers) == [303, 409]
    assert way.events("message", letter).count(Fate.SEPARATE) == 1
    assert way.read_waiting() == 1
    assert len(way.articles()) == 2
    assert separate(way, editor, article.id, letter) == 422  # a page that is open since long ago


def test_without_the_mark_the_letter_would_be_joined_again(
    way: Way, editor: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafting, "was_separated", lambda *_: False)
    monkeypatch.setattr(drafting, "why_none", lambda *_: "no receipt")
    way.arrive(FIRST)
    letter = way.arrive(CORRECTED)
    separate(way, editor, way.articles()[0].id, letter)
    way.read_waiting()
    assert way.message(letter).status is MessageStatus.JOINED


def test_what_an_editor_wrote_on_top_stays_in_the_history(way: Way, editor: Visit, office: Office) -> None:
    way.arrive(FIRST)
    letter = way.arrive(CORRECTED)
    (article,) = way.articles()
    form = {
        "title": "Tiêu đề của biên tập viên", "summary": "", "body_html": "<p>Nội dung mới.</p>", "byline": "",
        "author": "", "source": "", "genre": "", "column": "kinh-te", "seen": str(article.version),
    }  # fmt: skip
    assert editor.post(f"/articles/{article.id}/revisions", form).status_code == 303
    assert "Tách thư này" in editor.get(f"/articles/{article.id}").text
    assert separate(way, editor, article.id, letter) == 303
    (article,) = way.articles()
    titles = [each.title for each in article.revisions]
    assert titles[2:] == ["Tiêu đề của biên tập viên", titles[0]]


def test_what_was_published_and_not_touched_stands_as_published_again(way: Way, editor: Visit, office: Office) -> None:
    way.arrive(FIRST)
    (article,) = way.articles()
    put_on_portal(office, article.id)
    with office.database.writing() as session:
        session.get_one(Article, article.id).status = A.PUBLISHED
    letter = way.arrive(CORRECTED)
    assert way.articles()[0].status is A.EDITING
    assert separate(way, editor, article.id, letter) == 303
    assert way.articles()[0].status is A.PUBLISHED


def test_of_two_joined_letters_each_can_be_parted_off_in_any_order(way: Way, editor: Visit) -> None:
    way.arrive(FIRST)
    second = way.arrive(CORRECTED)
    third = way.arrive(CORRECTED.replace(b"Message-ID: <", b"Message-ID: <ba-", 1).replace(b"54 ", b"56 "))
    (article,) = way.articles()
    assert [each.message_id for each in article.revisions][1:] == [second, third]
    assert separate(way, editor, article.id, second) == 303  # a later one stands: the text stays
    (article,) = way.articles()
    assert article.revision is not None
    assert (article.revision.number, article.revision.message_id) == (3, third)
    assert separate(way, editor, article.id, third) == 303
    (article,) = way.articles()
    assert article.revision is not None
    assert (article.revision.number, article.revision.title) == (4, article.revisions[0].title)


def test_an_article_of_its_own_becomes_a_version_by_one_click_and_back_by_another(
    way: Way, editor: Visit, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    way.arrive(FIRST)
    monkeypatch.setattr(drafting, "corrected", lambda *_: None)
    way.arrive(CORRECTED)
    first, own = way.articles()
    before = what(first), what(own)
    assert f"/articles/{own.id}/joining" in editor.get(f"/articles/{own.id}").text
    page = editor.get(f"/articles/{own.id}/joining").text
    assert f"Là bản mới của {first.code}" in page
    form = {"seen": str(own.version), "code": first.code, "other_seen": str(first.version)}
    answers = [editor.post(f"/articles/{own.id}/joining", form) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [303, 409]
    assert answers[0].headers["location"] == f"/articles/{first.id}?done=joining"
    first, own = way.articles()
    assert (first.status, own.status, [each.number for each in first.revisions]) == (A.NEW, A.REJECTED, [1, 2])
    assert what(first)["title"] == before[1]["title"]
    assert what(first)["photos"] == before[1]["photos"]
    page = editor.get(f"/articles/{first.id}").text
    assert "Bản mới của đơn vị gửi: khác bản trước thế nào" in page
    assert "Khôi phục" not in editor.get(f"/articles/{own.id}").text  # its text would be there twice
    assert editor.post(f"/articles/{own.id}/restoration", {"seen": str(own.version)}).status_code == 409
    assert separate(way, editor, first.id, own.message_id or 0) == 303
    first, own = way.articles()
    assert what(own) == before[1]
    assert (what(first)["title"], what(first)["photos"]) == (before[0]["title"], before[0]["photos"])
    assert what(first)["set_aside"] == before[0]["set_aside"]


@pytest.mark.parametrize("status", [A.REJECTED, A.WITHDRAWN])
def test_what_is_put_away_takes_no_new_version(way: Way, editor: Visit, office: Office, status: ArticleStatus) -> None:
    way.arrive(FIRST)
    way.arrive(OTHER)
    first, own = way.articles()
    with office.database.writing() as session:
        session.get_one(Article, first.id).status = status
    assert f"Là bản mới của {first.code}" not in editor.get(f"/articles/{own.id}/joining").text
    form = {"seen": str(own.version), "code": first.code}
    assert editor.post(f"/articles/{own.id}/joining", form).status_code == 422
    assert text_of_html(what(way.articles()[0])["body_html"]) == text_of_html(what(first)["body_html"])


def test_another_reading_of_what_was_joined_by_hand_is_of_that_article_of_its_letter(
    way: Way, editor: Visit, office: Office
) -> None:
    way.arrive(FIRST)
    way.arrive(raw_letter("05"))
    first, third = way.articles()[0], next(each for each in way.articles() if each.ordinal == 2)
    form = {"seen": str(third.version), "code": first.code, "other_seen": str(first.version)}
    assert editor.post(f"/articles/{third.id}/joining", form).status_code == 303
    version = office.read(first.id).version
    asked = {"seen": str(version), "field": "source", "value": "raw"}
    assert editor.post(f"/articles/{first.id}/rereading", asked).status_code == 303
    with office.database.reading() as session:
        request = session.scalars(select(Rereading)).one()
        assert (request.message_id, request.wish["ordinal"]) == (third.message_id, 2)
