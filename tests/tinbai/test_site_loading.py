"""A site's TOML becomes rows, again and again, and nothing is ever deleted."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.rows import a_site
from tinbai.column import Assignment, Column
from tinbai.db import Database
from tinbai.errors import SiteDataError
from tinbai.people import Contributor, ContributorAddress, Unit
from tinbai.site import Site
from tinbai.site_loading import data_of, load_site

FIRST = """
name = "Trang thông tin điện tử xã An Mẫu"
[[columns]]
key = "kinh-te"
name = "Kinh tế"
unit = "hnd"
[[columns]]
key = "van-ban"
name = "Văn bản"
[[units]]
key = "hnd"
name = "Hội Nông dân"
[[contributors]]
name = "Đỗ Thị Gương"
unit = "hnd"
addresses = ["HND@songmau.example", "guong.do@thu-ca-nhan.example"]
personal = ["guong.do@thu-ca-nhan.example"]
"""


def load(database: Database, folder: Path, text: str, today: date) -> None:
    (folder / "site.toml").write_text(text, encoding="utf-8")
    with database.writing() as session:
        site = session.scalar(select(Site)) or a_site(session)
        load_site(session, site, folder / "site.toml", today)


def test_loading_makes_columns_units_and_people(database: Database, tmp_path: Path) -> None:
    load(database, tmp_path, FIRST, date(2026, 10, 1))
    with database.reading() as session:
        active = session.scalars(select(Column.key).where(Column.active).order_by(Column.position)).all()
        assert active == ["kinh-te", "van-ban"]
        assert {row.address: row.personal for row in session.scalars(select(ContributorAddress))} == {
            "hnd@songmau.example": False,
            "guong.do@thu-ca-nhan.example": True,
        }
        assert data_of(session.scalars(select(Site)).one()).columns[0].unit == "hnd"


def test_what_the_file_no_longer_names_is_switched_off_and_comes_back(database: Database, tmp_path: Path) -> None:
    load(database, tmp_path, FIRST, date(2026, 10, 1))
    load(database, tmp_path, 'name = "An Mẫu"\n', date(2026, 10, 2))
    with database.reading() as session:
        assert session.scalars(select(Column.active)).all() == [False] * 3
        assert session.scalars(select(Unit.active)).all() == [False]
        assert session.scalars(select(Contributor.active)).all() == [False]
    load(database, tmp_path, FIRST, date(2026, 10, 3))
    with database.reading() as session:
        assert session.scalars(select(Contributor.active)).all() == [True]


def test_a_change_of_who_answers_for_a_column_ends_one_assignment_and_opens_another(
    database: Database, tmp_path: Path
) -> None:
    load(database, tmp_path, FIRST, date(2026, 10, 1))
    load(database, tmp_path, FIRST, date(2026, 10, 5))
    other = FIRST.replace('key = "hnd"', 'key = "hpn"').replace('unit = "hnd"', 'unit = "hpn"')
    load(database, tmp_path, other, date(2026, 11, 1))
    with database.reading() as session:
        spans = [(row.since, row.until) for row in session.scalars(select(Assignment).order_by(Assignment.id))]
        assert spans == [(date(2026, 10, 1), date(2026, 11, 1)), (date(2026, 11, 1), None)]


@pytest.mark.parametrize(
    ("text", "key"),
    [('name = "x"\ncolums = []\n', "colums"), ('name = "x"\n[[columns]]\nkey = "a"\n', "columns.0.name")],
)
def test_a_mistake_names_its_key_and_changes_nothing(database: Database, tmp_path: Path, text: str, key: str) -> None:
    load(database, tmp_path, FIRST, date(2026, 10, 1))
    with pytest.raises(SiteDataError) as caught:
        load(database, tmp_path, text, date(2026, 10, 2))
    assert caught.value.key == key
    with database.reading() as session:
        assert session.scalars(select(Unit.active).where(Unit.key == "hnd")).all() == [True]
