"""An editor wants an article read in another way: ingest serves it, and nothing that was written is lost."""

from datetime import date, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest
from sqlalchemy import select

from ingest import reread
from ingest.read import read
from ingest.reading import Reading
from ingest.reread import serve_rereadings
from ingest.sandbox import Reader
from tests.ingest.letters_here import SITE_DATA, draft_bytes, draft_letter, raw_letter
from tests.rows import NOON, a_site, a_user
from tinbai.article import Article, ArticleStatus
from tinbai.blobs import Blobs
from tinbai.config import Config, SiteConfig
from tinbai.db import Database
from tinbai.errors import ReadingFailedError
from tinbai.event import history
from tinbai.kind import Kind
from tinbai.limits import Limits
from tinbai.people import RoleName
from tinbai.publication import Publication, PublicationStatus
from tinbai.rereading import Rereading
from tinbai.site_data import load
from tinbai.site_loading import load_site
from tinbai.wish import Wish

DATA = load(SITE_DATA)
CONFIG = Config(root=Path(), sites=(SiteConfig(key="an-mau", name="Trang xã An Mẫu", code="AM"),))
TWO = """Kính gửi Ban biên tập!

THÔN BÃI MẪU LÀM SẠCH ĐƯỜNG LÀNG

Sáng ngày 11/10/2026, bà con thôn Bãi Mẫu cùng nhau quét dọn đường làng, phát quang bụi rậm và khơi thông cống rãnh
dài hơn hai cây số.

THÔN CẦU GIẢ TRỒNG HOA VEN ĐƯỜNG

Chiều cùng ngày, hội viên phụ nữ thôn Cầu Giả trồng hoa mười giờ và hoa chiều tím dọc con đường vào nhà văn hóa
thôn, dài gần một cây số.
"""
VIQR = """Ti'nh nay, to^? thu gom cu?a tho^n dda~ la`m sa.ch ddu+o+`ng la`ng va` tro^`ng the^m hai tra(m ca^y xanh.
Ba` con trong tho^n cu`ng nhau go'p co^ng, go'p cu?a dde^? la`m ddu+o+`ng mo+'i va`o ru+`ng.
Ddu+o+`ng da`i hai ca^y so^', ro^.ng bo^'n me't.
"""


class HereReader(Reader):
    """Reads in this process: the same function as in a child, without starting one."""

    def __init__(self) -> None:
        self.read_with: list[Wish | None] = []

    def read(self, letter, *, site, limits=None, wish=None):
        self.read_with.append(wish)
        return read(letter if isinstance(letter, bytes) else letter.read(), site=site, limits=limits, wish=wish)


class Desk:
    """Articles that were drafted, and an editor who asks."""

    def __init__(self, database: Database, blobs: Blobs) -> None:
        self.database, self.blobs = database, blobs
        with database.writing() as session:
            self.site = a_site(session)
            load_site(session, self.site, SITE_DATA, date(2026, 10, 1))
            self.editor = a_user(session, self.site, RoleName.EDITOR)

    def ask(self, article: Article, wish: Wish) -> int:
        with self.database.writing() as session:
            current = session.get_one(Article, article.id)
            request = Rereading(
                article_id=current.id, message_id=current.message_id or 0, seen=current.version, wish=wish.as_json(),
                asked_by_id=self.editor.id, asked_at=NOON, made=[], merged=[],
            )  # fmt: skip
            session.add(request)
            session.flush()
            return request.id

    def serve(self, reader: Reader | None = None) -> int:
        later = NOON + timedelta(minutes=1)
        return serve_rereadings(CONFIG, self.database, self.blobs, reader or HereReader(), clock=lambda: later)

    def reread(self, article: Article, **wish: object) -> Rereading:
        request_id = self.ask(article, Wish(ordinal=article.ordinal, **wish))  # type: ignore[arg-type]
        assert self.serve() == 1
        with self.database.reading() as session:
            return session.get_one(Rereading, request_id)

    def read_part(self, part: Article, whole: Article, **wish: object) -> Rereading:
        """Have the second item read anew that an earlier reading parted off `whole`."""
        wanted = Wish(ordinal=whole.ordinal, items="several", part=1, **wish)  # type: ignore[arg-type]
        request_id = self.ask(part, wanted)
        assert self.serve() == 1
        with self.database.reading() as session:
            return session.get_one(Rereading, request_id)

    def article(self, article_id: int) -> Article:
        with self.database.reading() as session:
            article = session.get_one(Article, article_id)
            _ = article.revision, [revision.photos for revision in article.revisions], article.column
            session.expunge_all()
            return article


@pytest.fixture
def desk(database: Database, blobs: Blobs) -> Desk:
    return Desk(database, blobs)


def plain_letter(text: str, subject: str = "Tin bài") -> bytes:
    letter = EmailMessage()
    letter["From"], letter["To"], letter["Subject"] = "hnd@songmau.example", "bbt.anmau@songmau.example", subject
    letter["Message-ID"] = "<don@songmau.example>"
    passed = "spf=pass smtp.mailfrom=songmau.example; dmarc=pass header.from=songmau.example"
    letter["Authentication-Results"] = f"mx.songmau.example; {passed}"
    letter.set_content(text)
    return letter.as_bytes()


def test_the_letters_own_text_instead_of_the_file_is_a_new_version(desk: Desk) -> None:
    (made,) = draft_letter(desk.database, desk.blobs, "01", desk.site)
    request = desk.reread(made, source="body")
    article = desk.article(made.id)
    assert request.problem is None
    assert [revision.number for revision in article.revisions] == [1, 2]
    first, second = article.revisions
    assert first.from_part == "Tin tap huan nam rom.docx"
    assert second.from_part == "body"
    assert (request.base_id, request.revision_id) == (first.id, second.id)
    assert "Trong số 45 học viên" in first.body_html
    assert "Trong số 45 học viên" not in second.body_html
    assert any(piece["why"].startswith("nội dung tệp đi kèm") for piece in article.set_aside)
    assert article.status is ArticleStatus.EDITING
    assert len(second.photos) == len(first.photos)


def test_and_back_again_is_what_it_was(desk: Desk) -> None:
    (made,) = draft_letter(desk.database, desk.blobs, "01", desk.site)
    desk.reread(made, source="body")
    desk.reread(made)
    first, _, third = desk.article(made.id).revisions
    assert (third.title, third.summary, third.body_html) == (first.title, first.summary, first.body_html)
    assert third.photos[0].caption == first.photos[0].caption


def test_the_raw_text_holds_every_word_of_the_file(desk: Desk) -> None:
    (made,) = draft_letter(desk.database, desk.blobs, "01", desk.site)
    desk.reread(made, raw=True)
    first, second = desk.article(made.id).revisions
    assert second.byline == second.summary == ""
    for text in (first.title, first.summary, first.byline, first.photos[0].caption):
        assert text in second.body_html


def test_what_was_taken_for_one_article_becomes_two(desk: Desk) -> None:
    (made,) = draft_bytes(desk.database, desk.blobs, plain_letter(TWO), desk.site)
    request = desk.reread(made, items="several")
    first = desk.article(made.id)
    assert first.revision is not None
    assert first.revision.title == "THÔN BÃI MẪU LÀM SẠCH ĐƯỜNG LÀNG"
    assert "trồng hoa" not in first.revision.body_html
    (other,) = request.made
    second = desk.article(other["id"])
    assert second.revision is not None
    assert second.revision.title == "THÔN CẦU GIẢ TRỒNG HOA VEN ĐƯỜNG"
    assert (second.code, second.ordinal, second.status) == ("AM-2026-0002", 1, ArticleStatus.NEW)
    assert "quét dọn" not in second.revision.body_html


def test_a_part_of_what_was_split_is_read_in_another_way_by_itself(desk: Desk) -> None:
    (made,) = draft_bytes(desk.database, desk.blobs, plain_letter(TWO), desk.site)
    (other,) = desk.reread(made, items="several").made
    part = desk.article(other["id"])
    request = desk.read_part(part, made, kind="question")
    again = desk.article(part.id)
    assert again.revision is not None
    assert (request.problem, request.made, request.merged) == (None, [], [])
    assert (again.revision.title, str(again.kind)) == ("THÔN CẦU GIẢ TRỒNG HOA VEN ĐƯỜNG", "question")
    assert "quét dọn" not in again.revision.body_html
    desk.read_part(part, made, raw=True)
    raw = desk.article(part.id).revision
    assert raw is not None
    assert "THÔN CẦU GIẢ TRỒNG HOA VEN ĐƯỜNG" in raw.body_html
    assert "quét dọn" not in raw.body_html
    assert str(desk.article(made.id).kind) == "article"


def test_what_was_split_becomes_one_article_again_and_its_parts_are_put_away(desk: Desk) -> None:
    (made,) = draft_bytes(desk.database, desk.blobs, plain_letter(TWO), desk.site)
    (other,) = desk.reread(made, items="several").made
    request = desk.reread(made, items="one")
    one = desk.article(made.id).revision
    assert one is not None
    assert "trồng hoa" in one.body_html
    assert [each["id"] for each in request.merged] == [other["id"]]
    assert desk.article(other["id"]).status is ArticleStatus.REJECTED


def test_two_items_of_one_file_become_one_article_again(desk: Desk) -> None:
    articles = draft_letter(desk.database, desk.blobs, "05", desk.site)
    third, fourth = articles[2:]
    request = desk.reread(third, items="one")
    one = desk.article(third.id)
    assert one.revision is not None
    assert "quỹ khuyến học" in one.revision.body_html
    assert [each["id"] for each in request.merged] == [fourth.id]
    assert desk.article(fourth.id).status is ArticleStatus.REJECTED
    assert desk.article(articles[0].id).status is ArticleStatus.NEW


def test_a_sibling_that_somebody_works_on_is_left_alone(desk: Desk) -> None:
    articles = draft_letter(desk.database, desk.blobs, "05", desk.site)
    with desk.database.writing() as session:
        session.get_one(Article, articles[3].id).status = ArticleStatus.EDITING
    request = desk.reread(articles[2], items="one")
    assert request.merged == []
    assert desk.article(articles[3].id).status is ArticleStatus.EDITING


def test_a_sibling_that_a_portal_has_is_left_alone(desk: Desk) -> None:
    """It was published, sent back and sent in again: nobody takes it down who rejects it."""
    articles = draft_letter(desk.database, desk.blobs, "05", desk.site)
    sibling = articles[3].id
    with desk.database.writing() as session:
        revision_id = session.get_one(Article, sibling).revision_id
        session.add(
            Publication(
                article_id=sibling, portal="cong", key="1", approval=1, status=PublicationStatus.LIVE,
                revision_id=revision_id, live_revision_id=revision_id, due_at=NOON,
            )
        )  # fmt: skip
    request = desk.reread(articles[2], items="one")
    assert request.merged == []
    assert desk.article(sibling).status is ArticleStatus.NEW


def test_text_in_viqr_is_left_alone_until_somebody_asks(desk: Desk) -> None:
    (made,) = draft_bytes(desk.database, desk.blobs, plain_letter(VIQR), desk.site)
    before = desk.article(made.id).revision
    assert before is not None
    assert "thu gom cu?a tho^n" in before.body_html
    desk.reread(made, encoding="viqr")
    after = desk.article(made.id).revision
    assert after is not None
    assert "tổ thu gom của thôn đã làm sạch đường làng và trồng thêm hai trăm cây xanh." in after.body_html
    assert "Bà con trong thôn cùng nhau góp công, góp của để làm đường mới vào rừng." in after.body_html
    assert "Đường dài hai cây số, rộng bốn mét." in after.body_html
    assert after.encoding == "viqr"


def test_a_repaired_encoding_can_be_left_as_it_came_and_repaired_again(desk: Desk) -> None:
    (made,) = draft_letter(desk.database, desk.blobs, "03", desk.site)
    desk.reread(made, encoding="unicode")
    as_it_came = desk.article(made.id).revision
    assert as_it_came is not None
    assert "N«ng d©n" in as_it_came.title or "N«ng d©n" in as_it_came.body_html
    desk.reread(made, encoding="tcvn3")
    again = desk.article(made.id).revisions
    assert again[2].title == again[0].title
    assert again[2].body_html == again[0].body_html


def test_another_kind_changes_kind_and_genre_and_keeps_the_column_that_stands(desk: Desk) -> None:
    (made,) = draft_letter(desk.database, desk.blobs, "01", desk.site)
    desk.reread(made, kind="question")
    article = desk.article(made.id)
    assert (article.kind, article.genre) == (Kind.QUESTION, "Hỏi đáp")
    assert article.column is not None
    assert article.column.name == "Kinh tế"


def test_the_history_says_who_had_it_read_anew(desk: Desk) -> None:
    (made,) = draft_letter(desk.database, desk.blobs, "01", desk.site)
    desk.reread(made, source="body")
    with desk.database.reading() as session:
        last = session.scalars(history("article", made.id)).all()[-1]
        assert (last.decision, last.actor) == ("edit", desk.editor.name)
        assert last.data == {"changed": ["reading"], "revision": 2}


def test_when_somebody_saved_meanwhile_nothing_is_done_and_it_is_said(desk: Desk) -> None:
    (made,) = draft_letter(desk.database, desk.blobs, "01", desk.site)
    request_id = desk.ask(made, Wish(source="body"))
    with desk.database.writing() as session:
        session.get_one(Article, made.id).version += 1
    assert desk.serve() == 1
    with desk.database.reading() as session:
        request = session.get_one(Rereading, request_id)
        assert (request.problem, request.revision_id) == (reread.CHANGED, None)
    assert len(desk.article(made.id).revisions) == 1


def test_an_article_that_was_rejected_meanwhile_stays_as_it_is(desk: Desk) -> None:
    (made,) = draft_letter(desk.database, desk.blobs, "01", desk.site)
    desk.ask(made, Wish(source="body"))
    with desk.database.writing() as session:
        session.get_one(Article, made.id).status = ArticleStatus.REJECTED
    assert desk.serve() == 1
    with desk.database.reading() as session:
        assert session.scalars(select(Rereading)).one().problem == reread.NOT_ALLOWED
    assert len(desk.article(made.id).revisions) == 1


def test_a_letter_whose_bytes_are_gone_is_said(desk: Desk, database: Database) -> None:
    (made,) = draft_letter(desk.database, desk.blobs, "01", desk.site)
    desk.ask(made, Wish(source="body"))
    with desk.database.writing() as session:
        current = session.get_one(Article, made.id).message
        assert current is not None
        current.sha256 = "0" * 64
    assert desk.serve() == 1
    with desk.database.reading() as session:
        assert session.scalars(select(Rereading)).one().problem == reread.NOT_READ


class DyingReader(HereReader):
    """Raises instead of reading: the child died, or the whole program with it."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error

    def read(self, *_letter: object, **_options: object) -> Reading:
        raise self.error


def test_a_reading_that_fails_is_said(desk: Desk) -> None:
    (made,) = draft_letter(desk.database, desk.blobs, "01", desk.site)
    desk.ask(made, Wish(source="body"))
    assert desk.serve(DyingReader(ReadingFailedError(problem="đứt"))) == 1
    with desk.database.reading() as session:
        assert session.scalars(select(Rereading)).one().problem == reread.NOT_READ


def test_a_request_that_was_in_hand_when_the_program_died_is_tried_once_more_and_then_given_up(desk: Desk) -> None:
    (made,) = draft_letter(desk.database, desk.blobs, "01", desk.site)
    request_id = desk.ask(made, Wish(source="body"))
    for _ in range(reread.MOST_ATTEMPTS):
        assert desk.serve(DyingReader(RuntimeError())) == 0
        assert desk.serve() == 0, "its lease still runs"
        with desk.database.writing() as session:
            session.get_one(Rereading, request_id).lease_until = NOON
    desk.serve()
    with desk.database.reading() as session:
        request = session.get_one(Rereading, request_id)
        assert (request.problem, request.attempts) == (reread.NOT_READ, reread.MOST_ATTEMPTS + 1)
    assert len(desk.article(made.id).revisions) == 1


def test_served_once_it_is_not_served_again(desk: Desk) -> None:
    (made,) = draft_letter(desk.database, desk.blobs, "01", desk.site)
    desk.reread(made, source="body")
    assert desk.serve() == 0
    assert len(desk.article(made.id).revisions) == 2


@pytest.mark.parametrize("name", ["01", "03", "04", "05", "07", "10", "13"])
@pytest.mark.parametrize(
    "wish", [{"source": "body"}, {"raw": True}, {"items": "one"}, {"items": "several"}, {"encoding": "vni"}]
)
def test_no_word_is_lost_whatever_is_wished(name: str, wish: dict[str, object]) -> None:
    """The net under the anatomy stays empty, and the wished article stands alone."""
    reading = read(raw_letter(name), site=DATA, limits=Limits(), wish=Wish(**wish))  # type: ignore[arg-type]
    assert [finding.check for finding in reading.findings if finding.check == "words_lost"] == []
    assert len(reading.articles) >= 1


def test_a_wish_ends_with_its_letter() -> None:
    raw = plain_letter(VIQR)
    read(raw, site=DATA, limits=Limits(), wish=Wish(encoding="viqr"))
    (article,) = read(raw, site=DATA, limits=Limits()).articles
    assert "tho^n" in article.body_text


def test_the_child_reads_as_it_is_wished() -> None:
    with Reader(limits=Limits()) as reader:
        reading = reader.read(plain_letter(VIQR), site=DATA, wish=Wish(encoding="viqr"))
    assert "của thôn" in reading.articles[0].body_text
