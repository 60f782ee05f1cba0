"""Columns, units and the wording of letters, kept on the pages: what readers of letters know, and what letters say."""

from datetime import date
from pathlib import Path

import pytest

from tests.review.office import Office
from tests.review.people_rows import COLUMN
from tests.review.test_users import said
from tinbai.column import Column
from tinbai.people import Origin, RoleName, Unit
from tinbai.site import Site
from tinbai.site_loading import data_of, load_site
from tinbai.site_text import TextKey, text_of

NEW = COLUMN | {"site": "an-mau", "name": "Nông thôn mới", "position": "3", "decisions": "1", "target": "4"}
FILE = """
name = "Trang xã An Mẫu"
[[columns]]
key = "kinh-te"
name = "Kinh tế"
[[units]]
key = "hnd"
name = "Hội Nông dân xã An Mẫu"
"""


def with_file(office: Office, folder: Path) -> None:
    """The board's own file is loaded."""
    path = folder / "site.toml"
    path.write_text(FILE, encoding="utf-8")
    with office.database.writing() as session:
        load_site(session, session.query(Site).filter_by(key="an-mau").one(), path, date(2026, 10, 15))


def column(office: Office, name: str) -> Column:
    with office.database.reading() as session:
        site = session.query(Site).filter_by(key="an-mau").one()
        return session.query(Column).filter_by(site_id=site.id, name=name).one()


def known(office: Office) -> tuple[list[str], list[str]]:
    """The columns and units that readers of letters know."""
    with office.database.reading() as session:
        data = data_of(session.query(Site).filter_by(key="an-mau").one())
        return [each.name for each in data.columns], [each.name for each in data.units]


def test_a_new_column_is_there_for_articles_roles_and_readers_of_letters(office: Office) -> None:
    visit = office.enter(RoleName.SECRETARY)
    answer = visit.post("/settings/columns", NEW)
    assert answer.headers["location"] == "/settings/columns?site=an-mau&done=column_saved"
    made = column(office, "Nông thôn mới")
    assert (made.key, made.decisions, made.target, made.active, made.origin) == (
        "nong-thon-moi", 1, 4, True, Origin.PAGE,
    )  # fmt: skip
    assert "Nông thôn mới" in known(office)[0]
    assert "Nông thôn mới" in office.enter(RoleName.HEAD).get("/users/new").text
    visit.post("/settings/columns", NEW)
    with office.database.reading() as session:
        assert session.query(Column).filter_by(key="nong-thon-moi-2").count() == 1


def test_a_column_is_changed_and_taken_out_of_use_never_removed(office: Office) -> None:
    visit, before = office.enter(RoleName.ADMIN), column(office, "Kinh tế")
    form = {key: value for key, value in NEW.items() if key != "active"} | {"name": "Kinh tế - xã hội"}
    assert visit.post(f"/settings/columns/{before.id}", form).status_code == 303
    after = column(office, "Kinh tế - xã hội")
    assert (after.id, after.key, after.active) == (before.id, "kinh-te", False)
    told = said(office, "column_changed")
    assert "name: Kinh tế" in told["before"]
    assert "active: False" in told["after"]
    assert "Kinh tế - xã hội" not in known(office)[0]


@pytest.mark.parametrize(
    "wrong", [{"name": " "}, {"decisions": "3"}, {"target": "-1"}, {"position": "x"}, {"longest_silence_days": "99999"}]
)
def test_what_is_wrong_with_a_column_is_said(office: Office, wrong: dict[str, str]) -> None:
    assert office.enter(RoleName.HEAD).post("/settings/columns", NEW | wrong).status_code == 422


def test_what_the_boards_file_names_is_changed_there_only_and_the_rest_stays_when_it_is_loaded_again(
    office: Office, tmp_path: Path
) -> None:
    visit = office.enter(RoleName.HEAD)
    visit.post("/settings/columns", NEW)
    visit.post("/settings/units", {"site": "an-mau", "name": "Trạm Y tế", "bloc": "chính quyền"})
    with_file(office, tmp_path)
    with_file(office, tmp_path)
    assert known(office) == (["Kinh tế", "Nông thôn mới"], ["Hội Nông dân xã An Mẫu", "Trạm Y tế"])
    assert column(office, "Nông thôn mới").active
    assert not column(office, "Văn hóa – xã hội").active  # it was the file's, and the file names it no more
    answer = visit.post(f"/settings/columns/{column(office, 'Kinh tế').id}", NEW)
    assert answer.status_code == 422
    assert "tệp danh mục" in answer.text
    assert "từ tệp danh mục" in visit.get("/settings/columns").text
    assert "từ tệp danh mục" in visit.get("/settings/units").text


def test_a_unit_is_added_and_changed(office: Office) -> None:
    visit = office.enter(RoleName.SECRETARY)
    visit.post("/settings/units", {"site": "an-mau", "name": "Trạm Y tế xã", "bloc": "chính quyền"})
    with office.database.reading() as session:
        unit = session.query(Unit).filter_by(key="tram-y-te-xa").one()
    assert "Trạm Y tế xã" in known(office)[1]
    visit.post(f"/settings/units/{unit.id}", {"name": "Trạm Y tế", "bloc": "", "active": "1"})
    assert "Trạm Y tế" in known(office)[1]
    assert said(office, "unit_changed")["about"] == "Trạm Y tế"


def test_nothing_of_another_site_is_changed(office: Office) -> None:
    visit, own = office.enter(RoleName.HEAD, site_key="dong-thu"), column(office, "Kinh tế")
    assert visit.post(f"/settings/columns/{own.id}", NEW).status_code == 404
    assert visit.post("/settings/columns", NEW).status_code == 404
    assert visit.post("/settings/texts", {"site": "an-mau", "receipt": "x"}).status_code == 404


def test_what_letters_say_besides_is_kept_and_taken_away_again(office: Office) -> None:
    visit = office.enter(RoleName.SECRETARY)
    form = {"site": "an-mau", "return_reasons": "Thiếu ảnh.\nThiếu tên.", "receipt": "Điện thoại: 0123."}
    assert visit.post("/settings/texts", form).status_code == 303
    page = visit.get("/settings/texts").text
    assert "Điện thoại: 0123." in page
    article_id = office.article()
    assert "Thiếu ảnh." in visit.get(f"/articles/{article_id}/return").text
    assert said(office, "text_changed")["after"] == ["lý do trả lại", "thư xác nhận đã nhận"]
    visit.post("/settings/texts", {"site": "an-mau"})
    with office.database.reading() as session:
        site = session.query(Site).filter_by(key="an-mau").one()
        assert [text_of(session, site.id, key) for key in TextKey] == [""] * len(TextKey)
    assert "Bổ sung chú thích cho từng ảnh" in visit.get("/settings/texts").text


def test_a_text_that_is_too_long_is_refused(office: Office) -> None:
    answer = office.enter(RoleName.HEAD).post("/settings/texts", {"site": "an-mau", "receipt": "x" * 2001})
    assert answer.status_code == 422


def test_scripts_in_any_of_it_stay_text(office: Office) -> None:
    visit, script = office.enter(RoleName.HEAD), "<script>alert(1)</script>"
    visit.post("/settings/columns", NEW | {"name": script})
    visit.post("/settings/units", {"site": "an-mau", "name": script, "bloc": script})
    visit.post("/settings/texts", {"site": "an-mau", "receipt": script, "return_reasons": script})
    for path in ("/settings/columns", "/settings/units", "/settings/texts", "/users/new", "/audit"):
        assert script not in visit.get(path).text
