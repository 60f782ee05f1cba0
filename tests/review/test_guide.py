"""The contributors' guide: open to everybody, with the board's own address and columns, and nothing else of its own."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.review.office import Office
from tinbai.column import Column
from tinbai.config import Config, load
from tinbai.people import RoleName
from tinbai.site import Site

BOX = {"key": "chung", "host": "mail.example", "username": "bbt.anmau@songmau.example"}
FOLDER = {"key": "thu-muc", "kind": "folder", "folder": "/thu"}
OFF = {"key": "cu", "enabled": False, "host": "mail.example", "username": "cu@songmau.example"}
SITE = {"key": "an-mau", "name": "Xã An Mẫu", "code": "AM"}


def with_sites(office: Office, *sites: dict) -> None:
    desk = office.app.state.desk
    config = Config.model_validate({"root": "/", "sites": list(sites)})
    office.app.state.desk = replace(desk, config=desk.config.model_copy(update={"sites": config.sites}))


def test_whoever_has_no_log_in_reads_where_and_how_to_write(office: Office) -> None:
    with_sites(office, SITE | {"mailboxes": [BOX, FOLDER, OFF]})
    stranger = office.stranger()
    assert stranger.get("/guide").headers["location"] == "/guide/an-mau"
    page = stranger.get("/guide/an-mau")
    assert page.status_code == 200
    assert 'href="mailto:bbt.anmau@songmau.example"' in page.text
    assert "cu@songmau.example" not in page.text
    assert "Ảnh 1.jpg" in page.text
    assert "AM-…" in page.text


def test_it_names_the_columns_that_are_open_in_their_order(office: Office) -> None:
    with_sites(office, SITE)
    with office.database.writing() as session:
        site = session.query(Site).filter_by(key="an-mau").one()
        columns = session.query(Column).filter_by(site_id=site.id).order_by(Column.position, Column.id).all()
        columns.append(Column(site_id=site.id, key="moi", name="Chuyển đổi số", position=9))
        session.add(columns[-1])
        columns[0].active = False
        gone, left = columns[0].name, [column.name for column in columns[1:]]
    page = office.stranger().get("/guide/an-mau").text
    assert gone not in page
    assert [name for name in left if name in page] == left
    assert sorted(left, key=page.index) == left


def test_where_there_are_several_boards_one_chooses(office: Office) -> None:
    with_sites(office, SITE, SITE | {"key": "binh-mau", "name": "Xã Bình Mẫu", "code": "BM"})
    page = office.stranger().get("/guide").text
    assert 'href="/guide/an-mau"' in page
    assert 'href="/guide/binh-mau"' in page


def test_a_board_that_is_not_served_here_has_none(office: Office) -> None:
    with_sites(office, SITE)
    assert office.stranger().get("/guide/khong-co").status_code == 404


def test_it_looks_the_same_to_whoever_is_logged_in(office: Office) -> None:
    with_sites(office, SITE)
    assert office.enter(RoleName.EDITOR).get("/guide/an-mau").text == office.stranger().get("/guide/an-mau").text


CONFIGURED = """
[web]
{web}
[[sites]]
key = "an-mau"
name = "An Mẫu"
code = "AM"
{site}
"""


@pytest.mark.parametrize(
    ("web", "site", "guide"),
    [
        ('public_url = "https://bbt.songmau.example"', "", "https://bbt.songmau.example/guide/an-mau"),
        ('public_url = "https://bbt.songmau.example/"', "", "https://bbt.songmau.example/guide/an-mau"),
        ('public_url = "https://bbt.songmau.example"', 'guide = "https://songmau.example/gui"', "https://songmau.example/gui"),
        ("", "", ""),
    ],
)  # fmt: skip
def test_receipts_name_it_where_our_address_is_known_and_no_other_page_is_named(
    tmp_path: Path, web: str, site: str, guide: str
) -> None:
    path = tmp_path / "config.toml"
    path.write_text(CONFIGURED.format(web=web, site=site), encoding="utf-8")
    (configured,) = load(path).sites
    assert configured.guide == guide
