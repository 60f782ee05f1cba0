"""The log: found by who, what and when, exported so that no cell acts, and altered by nothing."""

import csv
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from lxml import etree
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from review.people.tables import plain
from review.security.routes import ROUTES
from tests.review.office import Office
from tests.review.route_rows import ROWS
from tests.review.route_things import a_colleague, address
from tests.rows import NOON, a_site
from tinbai.db import Database, connect
from tinbai.event import Event
from tinbai.migrate import migrate
from tinbai.people import RoleName, User
from tinbai.restriction import Restriction
from tinbai.workflow import record

EVIL = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1+1", "＝1+1", '=HYPERLINK("https://ac.example")', "|x")


def happened(office: Office, *, actor: str = "Phạm Thị Minh Họa", note: str = "", decision: str = "reject") -> int:
    """Something that somebody did; returns who."""
    user_id = a_colleague(office, name=actor)
    article_id = office.article()
    with office.database.writing() as session:
        user = session.get_one(User, user_id)
        record(session, "article", article_id, 1, decision, by=user, at=office.clock(), note=note)
    return user_id


def test_it_is_found_by_who_what_and_when(office: Office) -> None:
    lan, minh = happened(office, actor="Bà Lan"), happened(office, actor="Ông Minh", decision="claim")
    office.clock.move(days=3)
    happened(office, actor="Cô Hoa")
    visit = office.enter(RoleName.ADMIN)

    def names(query: str) -> list[str]:
        page = visit.get(f"/audit?{query}").text
        return [name for name in ("Bà Lan", "Ông Minh", "Cô Hoa") if f"<strong>{name}</strong>" in page]

    assert names("") == ["Bà Lan", "Ông Minh", "Cô Hoa"]
    assert names(f"who={lan}") == ["Bà Lan"]
    assert names("what=claim") == ["Ông Minh"]
    assert names("until=2026-10-15") == ["Bà Lan", "Ông Minh"]
    assert names("since=2026-10-16") == ["Cô Hoa"]
    assert names(f"who={minh}&since=2026-10-16") == []
    assert names("about=message") == []
    assert names("who=0") == []


@pytest.mark.parametrize("query", ["who=x", "since=hôm-qua", "until=9999-12-31", "before=x", "site=khong-co"])
def test_what_cannot_be_asked_is_not_found(office: Office, query: str) -> None:
    assert office.enter(RoleName.ADMIN).get(f"/audit?{query}").status_code == 404


def test_it_goes_on_page_by_page(office: Office) -> None:
    user_id = a_colleague(office)
    with office.database.writing() as session:
        user = session.get_one(User, user_id)
        for number in range(60):
            record(session, "user", user_id, 1, "user_changed", by=user, at=office.clock(), note=f"số {number}.")
    visit = office.enter(RoleName.ADMIN)
    first = visit.get("/audit?what=user_changed").text
    assert "số 59." in first
    assert "số 9." not in first
    last_id = first.split("before=")[1].split('"')[0]
    assert "số 9." in visit.get(f"/audit?what=user_changed&before={last_id}").text


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_no_cell_of_the_file_is_a_formula(office: Office, form: str) -> None:
    for evil in EVIL:
        happened(office, actor=evil, note=evil)
    answer = office.enter(RoleName.ADMIN).get(f"/audit/export?form={form}")
    assert answer.headers["content-disposition"].endswith(f'.{form}"')
    cells = cells_of_csv(answer.content) if form == "csv" else cells_of_xlsx(answer.content)
    assert any(cell.lstrip("' ") == "=1+1" for cell in cells)
    assert [cell for cell in cells if cell.lstrip(" \t\r\n")[:1] in set("=+-@＝")] == []


def cells_of_csv(content: bytes) -> list[str]:
    assert content.startswith(b"\xef\xbb\xbf")
    return [cell for row in csv.reader(StringIO(content.decode("utf-8-sig"))) for cell in row]


def cells_of_xlsx(content: bytes) -> list[str]:
    with ZipFile(BytesIO(content)) as book:
        sheet = etree.fromstring(book.read("xl/worksheets/sheet1.xml"))
        strings = etree.fromstring(book.read("xl/sharedStrings.xml"))
    name = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    assert list(sheet.iter(f"{name}f")) == []
    assert {cell.get("t") for cell in sheet.iter(f"{name}c")} <= {"s", None}  # texts, and empty ones
    return ["".join(item.itertext()) for item in strings.iter(f"{name}si")]


@pytest.mark.parametrize("cell", EVIL[:-1])
def test_what_would_be_a_formula_is_marked_as_text(cell: str) -> None:
    assert plain(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "Tin, bài", "5 = 5", "a-b", "(1)"])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert plain(cell) == cell


def test_that_it_was_exported_is_in_the_log(office: Office) -> None:
    visit = office.enter(RoleName.ADMIN)
    assert visit.get("/audit/export?form=pdf").status_code == 404
    visit.get("/audit/export?form=csv")
    assert "xuất nhật ký" in visit.get("/audit").text


def test_only_its_own_sites_log_is_shown(office: Office) -> None:
    happened(office, actor="Bà Lan")
    assert "Bà Lan" not in office.enter(RoleName.ADMIN, site_key="dong-thu").get("/audit").text
    assert office.enter(RoleName.ADMIN, site_key="dong-thu").get("/audit?site=an-mau").status_code == 404


def test_of_a_letter_that_is_closed_to_somebody_the_log_tells_him_nothing(office: Office) -> None:
    letter_id = office.letter(restriction=Restriction.SECRET)
    with office.database.writing() as session:
        note = "Có dấu MẬT: Phương án Sao Mai"
        record(session, "message", letter_id, 1, "hold", by=None, at=office.clock(), note=note)
    admin, head = office.enter(RoleName.ADMIN), office.enter(RoleName.HEAD)
    assert "Sao Mai" in head.get("/audit").text
    assert "Sao Mai" in head.get("/audit/export?form=csv").text
    assert "Sao Mai" not in admin.get("/audit").text
    assert "Sao Mai" not in admin.get("/audit/export?form=csv").text


def test_what_changed_is_said_in_words(office: Office) -> None:
    visit, user_id = office.enter(RoleName.ADMIN), a_colleague(office)
    visit.post(f"/users/{user_id}/roles", {"role": ["approver:kinh-te", "reader"]})
    visit.post(f"/users/{user_id}/details", {"name": "Đỗ Thị Gương", "title": "Thư ký", "email": "g@songmau.example"})
    page = visit.get("/audit").text
    assert "Duyệt: Kinh tế, Xem" in page
    assert "chức vụ, địa chỉ thư" in page
    assert "approver:" not in page


def test_no_route_of_the_site_alters_or_removes_an_event(office: Office) -> None:
    """Every form there is, sent by who may do most: what was written stays as it was, and only more follows."""
    happened(office, note="không đổi")
    visit = office.enter(*RoleName)

    def written() -> list[tuple[object, ...]]:
        with office.database.reading() as session:
            return [tuple(row) for row in session.execute(text("SELECT * FROM event ORDER BY id"))]

    assert {route.split()[1] for route in ROUTES if route.startswith(("PUT", "PATCH", "DELETE"))} == set()
    for (method, path), row in ROWS.items():
        if method == "POST" and path not in {"/logout", "/account/sessions/removal"}:
            target = address(office, path, row)
            before = written()
            visit.post(target, row.form)
            assert written()[: len(before)] == before


@pytest.fixture(params=["sqlite", "postgresql"])
def with_event(request: pytest.FixtureRequest) -> Database:
    """A database with one event in it, on each engine."""
    if request.param == "sqlite":
        database = connect(f"sqlite:///{request.getfixturevalue('tmp_path')}/log.db")
    else:
        database = connect(request.getfixturevalue("postgresql_database"))
    migrate(database)
    with database.writing() as session:
        site = a_site(session)
        record(session, "user", 1, site.id, "log_in", by=None, at=NOON)
    return database


@pytest.mark.integration
@pytest.mark.parametrize(
    "statement", ["UPDATE event SET actor = 'ai khác'", "DELETE FROM event", "DELETE FROM event WHERE id = 1"]
)
def test_the_database_itself_keeps_every_event(with_event: Database, statement: str) -> None:
    with pytest.raises(DBAPIError, match="never changed or removed"), with_event.writing() as session:
        session.execute(text(statement))
    with with_event.reading() as session:
        assert session.query(Event).one().actor == "máy"
    with_event.close()
