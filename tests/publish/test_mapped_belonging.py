"""Rows that are not ours stay as they are: of an article that took our number, and in other languages."""

from datetime import timedelta

import pytest
from sqlalchemy import create_engine, text

from publish.one import Result
from tests.publish.mapped_portal import MAPPING, a_mapped, by_hand, home_made, make_home_made, rows_of
from tests.publish.setting import an_office, approve_an_article
from tests.publish.test_mapped_portal import change, changed, published_files, results, withdraw_now
from tests.publish.test_publish import approve_now, save_again

ENGLISH = "<p>In English.</p>"


@pytest.fixture
def url(tmp_path):
    made = f"sqlite:///{tmp_path}/portal.db"
    make_home_made(made)
    return made


@pytest.fixture
def portal(url, tmp_path):
    run(url, "CREATE TABLE tinbai_key (tinbai_key VARCHAR(36) PRIMARY KEY, approval BIGINT, row_number VARCHAR(64))")
    return a_mapped(url, tmp_path, mapping=changed(key={"table": "tinbai_key"}))


@pytest.fixture
def office(database, blobs, portal):
    made = an_office(database, blobs, portal)
    approve_an_article(made)
    assert results(made) == [(Result.LIVE, "")]
    return made


def run(url, *statements):
    engine = create_engine(url)
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


def take_our_number(portal):
    """Somebody deletes the article on the portal, and SQLite gives its number to the next one."""
    change(portal, 'DELETE FROM "tb_TinBai" WHERE "Mã TB" = 3')
    for table in ("nd Bài", "tb_dm", "anh_tb"):
        change(portal, f'DELETE FROM "{table}" WHERE ma_tb = 3')
    with portal.engine.begin() as connection:
        assert by_hand(connection, home_made(), "Tin của người khác", "tin-cua-nguoi-khac", 1_790_500_000) == 3


def others(portal):
    (row,) = [one for one in rows_of(portal, "tb_TinBai") if one["Mã TB"] == 3]
    return row


def lose_records(portal):
    for file in portal.media_path.glob(".tinbai-records/*.json"):
        file.unlink()


@pytest.mark.parametrize("lost", [False, True])
def test_an_article_that_took_our_number_is_never_written_over(office, portal, lost):
    take_our_number(portal)
    if lost:
        lose_records(portal)
    before = others(portal)
    office.change(save_again())
    office.change(approve_now)
    ((result, problem),) = results(office)
    assert result == Result.REFUSED
    assert "dòng 3 của bảng tb_TinBai không còn là bài này" in problem
    assert others(portal) == before


@pytest.mark.parametrize("lost", [False, True])
def test_nor_is_it_taken_down(office, portal, lost):
    take_our_number(portal)
    if lost:
        lose_records(portal)
    office.change(withdraw_now)
    ((result, problem),) = results(office)
    assert result == Result.REFUSED
    assert "xóa dòng có row_number = 3 trong bảng tinbai_key" in problem
    assert others(portal)["tth"] == 1


def test_readers_see_nothing_of_ours_under_that_number(office, portal):
    key = office.publication().key
    assert portal.read_back(key).placed.visible
    take_our_number(portal)
    assert portal.look_up(key) is None
    assert not portal.read_back(key).placed.visible


def test_what_the_message_says_to_do_lets_it_out_again_under_a_number_of_its_own(office, portal):
    take_our_number(portal)
    before = others(portal)
    office.change(save_again())
    office.change(approve_now)
    office.publish()
    change(portal, "DELETE FROM tinbai_key WHERE row_number = 3")
    office.clock.forward(timedelta(minutes=1))
    office.change(save_again(title="Tin đã sửa lần nữa"))
    office.change(approve_now)
    assert results(office) == [(Result.LIVE, "")]
    assert others(portal) == before
    assert [row["td"] for row in rows_of(portal, "tb_TinBai") if row["Mã TB"] > 3] == ["Tin đã sửa lần nữa"]
    assert len(published_files(portal)) == 2


def test_an_article_that_people_changed_on_the_portal_is_still_ours(office, portal):
    change(portal, "UPDATE \"tb_TinBai\" SET td = 'Ai đó đã sửa', dg_dan = 'sua' WHERE \"Mã TB\" = 3")
    office.change(save_again())
    office.change(approve_now)
    assert results(office) == [(Result.LIVE, "")]


def test_a_lost_record_alone_stops_no_update(office, portal):
    lose_records(portal)
    office.change(save_again())
    office.change(approve_now)
    assert results(office) == [(Result.LIVE, "")]


def in_languages(keys):
    """A table of texts with a row for each language, made so that `keys` are unique."""
    return f"CREATE TABLE chu (stt INTEGER PRIMARY KEY, ma_tb INTEGER, ngon_ngu TEXT, noi_dung TEXT, xem INTEGER{keys})"


def a_portal_in_languages(url, tmp_path, keys):
    run(url, in_languages(keys))
    columns = {
        "ma_tb": {"from": "id"}, "noi_dung": {"from": "body_html"}, "ngon_ngu": {"value": "vi"}, "xem": {"value": 0},
    }  # fmt: skip
    rows = [{"table": "chu", "of": "item", "columns": columns}, *MAPPING["rows"][1:]]
    return a_mapped(url, tmp_path, mapping=changed(rows=rows))


@pytest.mark.parametrize(
    ("keys", "meddle", "left"),
    [
        (", UNIQUE (ma_tb, ngon_ngu)", "UPDATE chu SET xem = 41, noi_dung = 'x' WHERE ngon_ngu = 'vi'", ["vi", "en"]),
        (", UNIQUE (ma_tb, ngon_ngu)", "DELETE FROM chu WHERE ngon_ngu = 'vi'", ["en", "vi"]),
        ("", "UPDATE chu SET xem = 41 WHERE ngon_ngu = 'vi'", ["vi", "en"]),
        ("", "UPDATE chu SET noi_dung = 'x' WHERE ngon_ngu = 'vi'", ["vi", "en"]),
    ],
)
def test_the_rows_of_other_languages_keep_what_they_say(database, blobs, url, tmp_path, keys, meddle, left):
    portal = a_portal_in_languages(url, tmp_path, keys)
    office = an_office(database, blobs, portal)
    approve_an_article(office)
    office.publish()
    change(portal, f"INSERT INTO chu (ma_tb, ngon_ngu, noi_dung, xem) VALUES (3, 'en', '{ENGLISH}', 5)")
    change(portal, meddle)
    office.change(save_again(photos=1))
    office.change(approve_now)
    assert results(office) == [(Result.LIVE, "")]
    rows = rows_of(portal, "chu")
    assert [row["ngon_ngu"] for row in rows] == left
    said = {row["ngon_ngu"]: row["noi_dung"] for row in rows}
    assert said["en"] == ENGLISH
    assert said["vi"].count("<figure>") == 1


def test_where_nobody_can_tell_which_row_is_ours_none_is_written(database, blobs, url, tmp_path):
    portal = a_portal_in_languages(url, tmp_path, "")
    office = an_office(database, blobs, portal)
    approve_an_article(office)
    office.publish()
    change(portal, "INSERT INTO chu (ma_tb, ngon_ngu, noi_dung, xem) SELECT ma_tb, 'en', noi_dung, xem FROM chu")
    change(portal, "UPDATE chu SET noi_dung = 'x', ngon_ngu = 'fr' WHERE ngon_ngu = 'vi'")
    change(portal, "UPDATE chu SET noi_dung = 'y' WHERE ngon_ngu = 'en'")
    before = rows_of(portal, "chu")
    office.change(save_again(photos=1))
    office.change(approve_now)
    ((result, problem),) = results(office)
    assert result == Result.REFUSED
    assert "không rõ dòng nào là của tinbai" in problem
    assert rows_of(portal, "chu") == before
