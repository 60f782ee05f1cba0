"""How many statements the queue and the article page need: few, and no more for a long list than for a short one."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event, select, text
from sqlalchemy.orm import Session

from review import listed
from tests.review.office import Office, Visit
from tests.rows import a_user
from tinbai.article import Article, ArticleStatus
from tinbai.column import Column
from tinbai.event import Event
from tinbai.message import MessagePart, MessageStatus
from tinbai.people import RoleName, Unit, User
from tinbai.related import Related
from tinbai.remark import Mention, Remark
from tinbai.revision import RevisionPhoto
from tinbai.saved_filter import SavedFilter
from tinbai.site import Site

MOST = {"queue": 14, "search": 14, "article": 30, "reading": 16}  # BEGIN counted: one of the log-in, one of the page


@contextmanager
def said(office: Office) -> Iterator[list[str]]:
    """The statements that the site sends meanwhile."""
    found: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        found.append(statement)

    event.listen(office.database.engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(office.database.engine, "before_cursor_execute", note)


def number(office: Office, visit: Visit, path: str) -> int:
    """How many statements a page needs the second time."""
    assert visit.get(path).status_code == 200
    with said(office) as statements:
        assert visit.get(path).status_code == 200
    return len(statements)


def fill(office: Office, count: int, status: ArticleStatus = ArticleStatus.EDITING) -> list[int]:
    """Articles of different units, columns, editors and letters, with photos, somebody's claim and no summary."""
    return [_one(office, n, status) for n in range(count)]


def _one(office: Office, n: int, status: ArticleStatus) -> int:
    letter = office.letter(MessageStatus.DRAFTED)

    def change(article: Article) -> None:
        article.message_id = letter
        assert article.revision is not None
        article.revision.photos = [
            RevisionPhoto(position=each, sha256=f"{n:063x}{each}", filename="anh.jpg", place=0) for each in range(3)
        ]

    key = office.article(status, title=f"Nấm rơm lần {n}", change=change)
    with office.database.writing() as session:
        _surround(session, key, n)
    return key


def _surround(session: Session, key: int, n: int) -> None:
    """What the article's row names: each of them another one."""
    article = session.get_one(Article, key)
    site = session.get_one(Site, article.site_id)
    unit = Unit(site_id=site.id, key=f"dv{key}", name=f"Đơn vị {n}")
    column = Column(site_id=site.id, key=f"cm{key}", name=f"Chuyên mục {n}", position=n + 10)
    editor = a_user(session, site, RoleName.EDITOR)
    session.add_all([unit, column])
    session.flush()
    article.unit_id, article.column_id, article.editor_id = unit.id, column.id, editor.id
    session.add(
        Event(
            site_id=site.id, at=article.changed_at, user_id=editor.id, actor=editor.name, noun="article", noun_id=key,
            decision="claim", before="new", after="editing",
        )
    )  # fmt: skip


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("/?status=editing", MOST["queue"]), ("/?status=all&late=1", MOST["queue"]),
        ("/?status=all&words=n%E1%BA%A5m", MOST["search"]),
    ],
)  # fmt: skip
def test_a_page_of_the_queue_needs_as_many_statements_for_many_rows_as_for_few(
    office: Office, path: str, most: int
) -> None:
    visit = office.enter(RoleName.HEAD)
    fill(office, 5)
    few = number(office, visit, path)
    fill(office, 25)
    assert visit.get(path).text.count("row-title") == (30 if "late" not in path else 0)
    assert number(office, visit, path) == few <= most


def test_a_row_that_asks_for_its_own_things_would_be_seen(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same measure with the list as entities, whose photos are asked for one by one."""
    visit = office.enter(RoleName.HEAD)
    whole = listed.listed

    def one_by_one(session: Session, ids: list[int], *, bodies: bool) -> Any:
        rows = whole(session, ids, bodies=bodies)
        for row in rows:
            session.execute(select(RevisionPhoto.id).where(RevisionPhoto.revision_id == row.id)).all()
        return rows

    monkeypatch.setattr("review.queue.listed", one_by_one)
    fill(office, 2)
    few = number(office, visit, "/?status=editing")
    fill(office, 4)
    assert number(office, visit, "/?status=editing") == few + 4


def test_a_saved_filter_costs_its_count_and_no_more(office: Office) -> None:
    """Each is counted: that is what it is for. Whose it is comes with them all."""
    visit = office.enter(RoleName.HEAD)
    fill(office, 1)

    def shared(count: int) -> None:
        with office.database.writing() as session:
            site = session.query(Site).filter_by(key="an-mau").one()
            for n in range(count):
                owner = a_user(session, site, RoleName.EDITOR)
                session.add(
                    SavedFilter(
                        user_id=owner.id, site_id=site.id, name=f"Lọc {owner.id}-{n}", query="status=new", shared=True,
                        created_at=office.clock(),
                    )
                )  # fmt: skip

    shared(1)
    few = number(office, visit, "/?status=editing")
    shared(3)
    assert number(office, visit, "/?status=editing") <= few + 3 * 2


def busy(office: Office, key: int, count: int) -> None:
    """An article about which much was said: remarks that name people, links, parts of its letter, photos, moves."""
    with office.database.writing() as session:
        article = session.get_one(Article, key)
        site = session.get_one(Site, article.site_id)
        for n in range(count):
            user = a_user(session, site, RoleName.EDITOR)
            remark = Remark(article_id=key, user_id=user.id, actor=user.name, at=office.clock(), words=f"Ý kiến {n}")
            remark.mentions = [Mention(user_id=user.id)]
            session.add(remark)
            session.add(
                MessagePart(
                    message_id=article.message_id, position=count * 100 + n, filename=f"{n}.jpg",
                    media_type="image/jpeg", size=1, sha256=f"{count:032x}{n:032x}",
                )
            )  # fmt: skip
    for other in fill(office, count, ArticleStatus.NEW):
        with office.database.writing() as session:
            session.add(Related(article_id=key, earlier_id=other, actor="x", at=office.clock()))


@pytest.mark.parametrize(("tail", "most"), [("", MOST["article"]), ("/reading", MOST["reading"])])
def test_an_article_needs_as_many_statements_with_much_beside_it_as_with_little(
    office: Office, tail: str, most: int
) -> None:
    visit = office.enter(RoleName.HEAD)
    (key,) = fill(office, 1)
    busy(office, key, 2)
    few = number(office, visit, f"/articles/{key}{tail}")
    busy(office, key, 8)
    assert number(office, visit, f"/articles/{key}{tail}") == few <= most
    page = visit.get(f"/articles/{key}").text
    assert page.count('id="remark-') == 10 + 1  # and the field for the next
    assert page.count("Tiếp nối bài") == 10


def test_who_asks_is_found_with_one_statement(office: Office) -> None:
    visit = office.enter(RoleName.EDITOR, RoleName.SECRETARY)
    with said(office) as statements:
        assert visit.get("/queue/news?status=new").status_code == 200
    assert len([each for each in statements if "login_session" in each]) == 1
    assert not [each for each in statements if each.startswith("SELECT role.")]
    with office.database.writing() as session:
        session.query(User).update({"active": False})
    assert visit.get("/").status_code == 303


def test_a_session_that_has_ended_opens_nothing(office: Office) -> None:
    visit = office.enter(RoleName.EDITOR)
    office.clock.move(hours=13)
    assert visit.get("/").status_code == 303
    office.clock.now -= timedelta(hours=2)
    assert visit.get("/").status_code == 200


def test_the_letters_that_wait_are_counted_without_reading_all_letters(office: Office) -> None:
    """With statistics of a site nearly all of whose letters are drafted, as SQLite would have them."""
    for _ in range(60):
        office.letter(MessageStatus.DRAFTED)
    with office.database.writing() as session:
        session.execute(text("ANALYZE"))
        session.execute(
            text("UPDATE sqlite_stat1 SET stat = '100000 100000 100000 1' WHERE idx = 'ix_message_site_status'")
        )
        session.execute(text("UPDATE sqlite_stat1 SET stat = '100000 100000 1' WHERE idx LIKE 'sqlite_autoindex_mes%'"))
    office.database.engine.dispose()
    visit = office.enter(RoleName.HEAD)
    with said(office) as statements:
        assert visit.get("/").status_code == 200
    (counting,) = [each for each in statements if "count(*)" in each and "lower(message.from_address)" in each]
    plan = explained(office, counting)
    assert "SCAN message" not in plan, plan
    assert "ix_message_site_status" in plan
    naive = "SELECT count(*) FROM message WHERE site_id = 1 AND status IN ('held', 'failed') AND restriction IS NULL"
    assert "SCAN message" in explained(office, naive)


def explained(office: Office, statement: str) -> str:
    with office.database.engine.connect() as connection:
        rows = connection.exec_driver_sql("EXPLAIN QUERY PLAN " + statement, (1,) * statement.count("?"))
        return "; ".join(row[3] for row in rows)
