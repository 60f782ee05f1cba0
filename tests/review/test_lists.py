"""Lists for the checks, kept on the pages and taken from files: what the next check goes by, and what is refused."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html import unescape
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import xlsxwriter  # type: ignore[import-untyped]

from ingest.sheet_rows import sheet_rows
from ingest.sheets import ChildSheetReader
from review.people import tables
from tests.review.office import Office, Visit
from tests.review.test_users import said
from tinbai.checks import Checked, check
from tinbai.limits import Limits
from tinbai.people import Role, RoleName
from tinbai.sheet import LARGEST_FILE, Sheet
from tinbai.site import Site
from tinbai.site_data import SiteData
from tinbai.site_list import SiteEntry
from tinbai.site_loading import data_of, load_site

LEADER = {"site": "an-mau", "list": "leaders", "name": "Trần Thị Mẫu", "value": "Chủ tịch UBND xã"}
HEADINGS = "Họ và tên,Chức danh,Từ ngày,Đến ngày"


class InProcess:
    """Reads tables here: what the child does is tried once."""

    def rows(self, content: bytes, filename: str) -> Sheet:
        return sheet_rows(content, filename, Limits())


@pytest.fixture
def board(office: Office) -> Office:
    office.app.state.desk = replace(office.app.state.desk, sheets=InProcess())
    return office


def data(office: Office) -> SiteData:
    """What ingest and review read of the site."""
    with office.database.reading() as session:
        return data_of(session.query(Site).filter_by(key="an-mau").one())


def upload(visit: Visit, content: bytes, name: str = "leaders", filename: str = "ds.csv") -> str:
    form = {"site": "an-mau", "list": name}
    answer = visit.post("/settings/lists/preview", form, files={"file": (filename, content)})
    assert answer.status_code == 200, answer.text
    return str(answer.text)


def hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found
    return unescape(found[1])


def take(visit: Visit, page: str, name: str = "leaders") -> int:
    form = {"site": "an-mau", "list": name, "seen": hidden(page, "seen"), "rows": hidden(page, "rows")}
    return int(visit.post("/settings/lists/taking", form).status_code)


def states(page: str) -> list[str]:
    return re.findall(r'<td><span class="mark mark-\w+">([^<]*)', page)


def test_an_entry_is_what_the_next_check_goes_by_and_the_one_before_is_on_record(board: Office) -> None:
    visit = board.enter(RoleName.SECRETARY)
    form = LEADER | {"since": "2025-07-01", "until": "", "was": ""}
    assert visit.post("/settings/lists", form).headers["location"].endswith("name=leaders&done=entry_saved")
    (leader,) = data(board).leaders
    assert (leader.name, leader.title, leader.since, leader.until) == (
        "Trần Thị Mẫu", "Chủ tịch UBND xã", date(2025, 7, 1), None,
    )  # fmt: skip
    visit.post("/settings/lists", form | {"until": "2026-09-30"})
    assert data(board).leaders[0].until == date(2026, 9, 30)
    told = said(board, "list_changed")
    assert told["before"] == ["Trần Thị Mẫu · Chủ tịch UBND xã · 01/07/2025"]
    assert told["after"] == ["Trần Thị Mẫu · Chủ tịch UBND xã · 01/07/2025 · 30/09/2026"]


def test_a_wrong_title_is_told_as_soon_as_the_leader_is_on_the_list(board: Office) -> None:
    text = Checked(title="Tin", body_text="Bà Trần Thị Mẫu, Phó Chủ tịch UBND xã dự hội nghị.", date=board.clock())
    assert "leader_title" not in {each.check for each in check(text, data(board))}
    board.enter(RoleName.ADMIN).post("/settings/lists", LEADER)
    assert "leader_title" in {each.check for each in check(text, data(board))}


def test_an_entry_that_is_edited_into_another_one_leaves_the_first_out_of_use(board: Office) -> None:
    visit = board.enter(RoleName.HEAD)
    visit.post("/settings/lists", {"site": "an-mau", "list": "lexicon", "name": "Kơ Lai"})
    key = re.search(r"edit=(\w{32})", visit.get("/settings/lists?name=lexicon").text)
    assert key
    assert 'value="Kơ Lai"' in visit.get(f"/settings/lists?name=lexicon&edit={key[1]}").text
    visit.post("/settings/lists", {"site": "an-mau", "list": "lexicon", "name": "Kơ Lây", "was": key[1]})
    assert data(board).lexicon == ("Kơ Lây",)
    again = {"site": "an-mau", "list": "lexicon", "entry": key[1], "on": "1"}
    visit.post("/settings/lists/switch", again)
    assert set(data(board).lexicon) == {"Kơ Lây", "Kơ Lai"}


def test_what_ships_with_the_program_and_what_the_file_has_is_switched_off_and_on_again(
    board: Office, tmp_path: Path
) -> None:
    path = tmp_path / "site.toml"
    path.write_text('name = "x"\nhotlines = ["0203 123 456"]\n', encoding="utf-8")
    with board.database.writing() as session:
        load_site(session, session.query(Site).filter_by(key="an-mau").one(), path, date(2026, 10, 15))
    visit, text = board.enter(RoleName.SECRETARY), Checked(body_text="Theo Nghị định 43/2011/NĐ-CP, xã công khai.")

    def told() -> bool:
        return "document_replaced" in {each.check for each in check(text, data(board))}

    def key(name: str) -> str:
        found = re.search(r'name="entry" value="(\w+)"', visit.get(f"/settings/lists?name={name}").text)
        assert found
        return found[1]

    assert told()
    assert "có sẵn trong chương trình" in visit.get("/settings/lists?name=replaced").text
    for name in ("replaced", "hotlines"):
        visit.post("/settings/lists/switch", {"site": "an-mau", "list": name, "entry": key(name), "on": ""})
    assert not told()
    assert data(board).hotlines == ()
    assert said(board, "list_switched")["before"] == ["0203 123 456"]
    for name in ("replaced", "hotlines"):
        visit.post("/settings/lists/switch", {"site": "an-mau", "list": name, "entry": key(name), "on": "1"})
    assert told()
    assert data(board).hotlines == ("0203 123 456",)
    with board.database.reading() as session:
        assert session.query(SiteEntry).count() == 0


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("leaders", {"name": "Trần Thị Mẫu", "value": ""}),
        ("leaders", {"name": "Trần Thị Mẫu", "value": "Bí thư", "since": "2026-02-01", "until": "2026-01-01"}),
        ("leaders", {"name": "x" * 251, "value": "Bí thư"}),
        ("places", {"name": "xã Đồng Giả", "until": ""}),
        ("places", {"name": "xã Đồng Giả", "until": "31/02/2025"}),
        ("places", {"name": "xã Đồng Giả", "until": "01/07/0025"}),
        ("hotlines", {"name": "gọi ngay"}),
        ("replaced", {"note": "Luật", "name": "1", "value": "2/2026", "until": "2026-01-01", "since": "2026-01-02"}),
        ("replaced", {"note": "x", "name": "1/2020", "value": "2/2026", "until": "2026-01-01", "since": "2026-01-01"}),
    ],
)
def test_what_is_wrong_with_an_entry_is_said(board: Office, name: str, fields: dict[str, str]) -> None:
    answer = board.enter(RoleName.HEAD).post("/settings/lists", {"site": "an-mau", "list": name} | fields)
    assert answer.status_code == 422
    assert data(board).leaders == ()


def test_a_file_is_shown_row_by_row_before_it_is_taken(board: Office) -> None:
    visit = board.enter(RoleName.SECRETARY)
    visit.post("/settings/lists", LEADER)
    visit.post("/settings/lists", LEADER | {"name": "Lê Văn Thử", "value": "Bí thư"})
    rows = (
        "Trần Thị Mẫu,Chủ tịch UBND xã,,",
        "Lê Văn Thử,Bí thư,1/7/2025,",
        "Đỗ Thị Gương,Phó Bí thư,01.07.2025,",
        "Đỗ Thị Gương,phó bí  thư,,",
        "Phạm Văn Thiếu,,,",
        "Phạm Văn Sai,Ủy viên,31/06/2025,",
    )
    page = upload(visit, "\n".join((HEADINGS, *rows)).encode())
    assert states(page) == ["Giữ nguyên", "Thay đổi", "Thêm mới", "Không nhận", "Không nhận", "Không nhận"]
    assert "<ins>01/07/2025</ins>" in page
    assert len(data(board).leaders) == 2
    assert take(visit, page) == 303
    assert {(each.name, each.since) for each in data(board).leaders} == {
        ("Trần Thị Mẫu", None), ("Lê Văn Thử", date(2025, 7, 1)), ("Đỗ Thị Gương", date(2025, 7, 1)),
    }  # fmt: skip
    assert len(said(board, "list_changed")["after"]) == 2


def test_a_preview_of_a_list_that_somebody_changed_since_is_not_taken(board: Office) -> None:
    visit = board.enter(RoleName.SECRETARY)
    page = upload(visit, f"{HEADINGS}\nLê Văn Thử,Bí thư,,".encode())
    board.enter(RoleName.HEAD).post("/settings/lists", LEADER)
    assert take(visit, page) == 422
    assert [each.name for each in data(board).leaders] == ["Trần Thị Mẫu"]


@pytest.mark.parametrize("rows", ["{", "[1]", '[["a"]]', '[["", "", "", ""]]'])
def test_rows_that_no_preview_made_are_refused(board: Office, rows: str) -> None:
    visit = board.enter(RoleName.HEAD)
    seen = hidden(upload(visit, HEADINGS.encode()), "seen")
    form = {"site": "an-mau", "list": "leaders", "seen": seen, "rows": rows}
    assert visit.post("/settings/lists/taking", form).status_code == 422


def with_comma(comma: str) -> str:
    return f"Họ và tên{comma}Chức danh\r\nNguyễn Văn Ví Dụ{comma}Chủ tịch xã"


WINDOWS = "Ho\u0323 và tên;Chư\u0301c danh\nNguyê\u0303n Văn Vi\u0301 Du\u0323;Chu\u0309 ti\u0323ch xa\u0303"


@pytest.mark.parametrize(
    "content",
    [
        with_comma(",").encode(), with_comma(";").encode("utf-8-sig"), with_comma("\t").encode("utf-16"),
        b"\xfe\xff" + with_comma(";").encode("utf-16-be"), WINDOWS.encode("cp1258"),
    ],
    ids=["utf-8", "utf-8 with a mark", "utf-16", "utf-16-be", "windows-1258"],
)  # fmt: skip
def test_csv_is_read_however_excel_wrote_it(board: Office, content: bytes) -> None:
    sheet = sheet_rows(content, "ds.csv", Limits())
    assert sheet.rows[1] == ["Nguyễn Văn Ví Dụ", "Chủ tịch xã"], sheet
    visit = board.enter(RoleName.HEAD)
    assert states(upload(visit, content)) == ["Thêm mới"]


OLD_FONT = "Hä vµ tªn;Chøc danh\nNguyÔn V¨n VÝ Dô;Chñ tÞch x·"


def test_an_old_font_in_a_file_is_put_right_and_told(board: Office) -> None:
    for content in (OLD_FONT.encode("latin-1"), OLD_FONT.encode()):
        page = upload(board.enter(RoleName.HEAD), content)
        assert "Nguyễn Văn Ví Dụ" in page
        assert "TCVN3" in page


def workbook(rows: list[list[str]]) -> bytes:
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet, day = book.add_worksheet("x"), book.add_format({"num_format": "dd/mm/yyyy"})
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                sheet.write_string(number, column, cell)
        sheet.write_datetime(1, 2, date(2025, 7, 1), day)
        sheet.write_formula(1, 3, "=DATE(2099,1,1)", day, 46_295)
    return file.getvalue()


def test_a_workbook_is_read_and_a_formula_is_what_the_file_stores_of_it(board: Office) -> None:
    content = workbook([HEADINGS.split(","), ["Lê Văn Thử", "Bí thư"]])
    visit = board.enter(RoleName.HEAD)
    take(visit, upload(visit, content, filename="ds.xlsx"))
    (leader,) = data(board).leaders
    assert (leader.since, leader.until) == (date(2025, 7, 1), date(2026, 9, 30))


def bomb() -> bytes:
    file, packed = BytesIO(workbook([HEADINGS.split(",")])), BytesIO()
    with ZipFile(file) as old, ZipFile(packed, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            more = b" " * 20_000_000 if name.endswith("sheet1.xml") else b""
            new.writestr(name, old.read(name) + more)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "không có dòng nào"), (b"\x00\x01\x02", "Không đọc được"), (b"PK\x03\x04xx", "Không đọc được"),
        (b"a,b\n" * 2_100, "quá nhiều dòng"), (b"A,B\n1,2", "cột bắt buộc"), (bomb, "lớn bất thường"),
    ],
    ids=["empty", "bytes", "broken", "long", "other headings", "bomb"],
)  # fmt: skip
def test_a_file_that_is_no_list_is_refused_in_words(board: Office, content: object, words: str) -> None:
    page = upload(board.enter(RoleName.HEAD), content() if callable(content) else content)  # type: ignore[arg-type]
    assert words in page
    assert "Nhận vào danh sách" not in page


def test_no_file_and_one_that_is_too_large_are_refused(board: Office) -> None:
    visit, form = board.enter(RoleName.HEAD), {"site": "an-mau", "list": "leaders"}
    assert visit.post("/settings/lists/preview", form).status_code == 422
    large = {"file": ("x.csv", b"x" * (LARGEST_FILE + 1))}
    assert "2 MB" in visit.post("/settings/lists/preview", form, files=large).text
    stolen = visit.client.post("/settings/lists/preview", data=form, files={"file": ("x.csv", b"x")})
    assert stolen.status_code == 403


def test_what_is_taken_out_comes_in_again_unchanged_and_no_cell_acts(board: Office) -> None:
    visit = board.enter(RoleName.SECRETARY)
    visit.post("/settings/lists", LEADER | {"name": "=1+1", "since": "2025-07-01"})
    for form in ("csv", "xlsx"):
        file = visit.get(f"/settings/lists/file?name=leaders&form={form}")
        assert file.headers["content-disposition"].endswith(f'danh-sach-leaders-an-mau.{form}"')
        if form == "csv":
            assert "'=1+1" in file.text
        assert states(upload(visit, file.content, filename=f"x.{form}")) == ["Giữ nguyên"]
    template = visit.get("/settings/lists/file?name=places&form=csv&empty=1").content.decode("utf-8-sig")
    assert template == '"Tên cũ","Nay là","Ngày thay đổi"\r\n'
    assert visit.get("/settings/lists/file?form=exe").status_code == 404
    assert visit.get("/settings/lists?name=x").status_code == 404


def test_the_page_in_english_takes_vietnamese_files(board: Office) -> None:
    visit = board.enter(RoleName.HEAD)
    visit.post("/language", {"language": "en"})
    page = upload(visit, f"{HEADINGS}\nLê Văn Thử,Bí thư,,".encode())
    assert json.loads(hidden(page, "rows")) == [["Lê Văn Thử", "Bí thư", "", ""]]


def test_nothing_of_another_site_is_seen_or_changed(board: Office) -> None:
    visit = board.enter(RoleName.HEAD, site_key="dong-thu")
    for path in ("", "/switch", "/taking"):
        assert visit.post(f"/settings/lists{path}", LEADER).status_code == 404
    files = {"file": ("x.csv", b"x")}
    assert visit.post("/settings/lists/preview", LEADER, files=files).status_code == 404
    assert visit.get("/settings/lists/file?site=an-mau").status_code == 404


def test_who_only_reads_a_site_settles_nothing_in_it_whatever_he_is_elsewhere(board: Office) -> None:
    visit = board.enter(RoleName.SECRETARY, site_key="dong-thu")
    with board.database.writing() as session:
        site = session.query(Site).filter_by(key="an-mau").one()
        role = session.query(Role).filter_by(name=RoleName.SECRETARY).one()
        session.add(Role(user_id=role.user_id, site_id=site.id, name=RoleName.READER))
    assert visit.get("/settings/lists?site=an-mau").status_code == 403
    assert visit.post("/settings/lists", LEADER).status_code == 403
    assert visit.post("/settings/checks/sum_parts", {"site": "an-mau", "on": "0"}).status_code == 403
    assert visit.get("/settings/lists").status_code == 200


@pytest.fixture
def reader() -> Iterator[ChildSheetReader]:
    made = ChildSheetReader(Limits())
    yield made
    made._sandbox.__exit__(None, None, None)


def test_files_are_read_in_a_child(reader: ChildSheetReader) -> None:
    assert reader.rows(tables.as_xlsx("x", ["Từ"], [["Kơ Lai"]]), "x.xlsx").rows == [["Từ"], ["Kơ Lai"]]
