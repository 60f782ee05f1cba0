"""An article in somebody's own tables, on SQLite: from approval to proof, and back."""

from datetime import datetime, timedelta
from html import unescape
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import create_engine, text

from publish.claim import LEASE
from publish.one import Result
from publish.points import Point
from publish.portal_database import writing
from tests.publish.mapped_portal import HOME, MAPPING, TABLES, a_mapped, make_home_made, ours, rows_of
from tests.publish.setting import CAPTIONS, PDF, a_photo, an_office, approve_an_article
from tests.publish.test_publish import approve_now, save_again
from tinbai.approval import approve, republish, withdraw
from tinbai.config import PortalConfig

SLUG = "tap-huan-ky-thuat-trong-nam-rom-cho-45-hoi-vien-nong-dan"


@pytest.fixture
def url(tmp_path):
    made = f"sqlite:///{tmp_path}/portal.db"
    make_home_made(made)
    return made


@pytest.fixture
def portal(url, tmp_path):
    return a_mapped(url, tmp_path)


@pytest.fixture
def office(database, blobs, portal):
    return an_office(database, blobs, portal)


def results(office):
    return [(outcome.result, outcome.problem) for outcome in office.publish().outcomes]


def change(portal, statement):
    with writing(portal.engine, portal.key) as connection:
        connection.execute(text(statement))


def changed(**more):
    """The mapping with other parts."""
    return MAPPING | more


def published_files(portal):
    return sorted(path.name for path in portal.media_path.rglob("*") if path.is_file() and "/." not in str(path))


def withdraw_now(session, article, head):
    withdraw(session, article, by=head, at=article.changed_at, note="Sai")


def test_an_approved_article_is_rows_in_all_five_tables(office, portal):
    approve_an_article(office)
    assert results(office) == [(Result.LIVE, "")]
    (row,) = ours(portal)
    number = row["Mã TB"]
    publication = office.publication()
    local = office.clock().astimezone(ZoneInfo("Asia/Ho_Chi_Minh"))
    assert row["td"] == "Tập huấn kỹ thuật trồng nấm rơm cho 45 hội viên nông dân"
    assert (row["dg_dan"], row["tth"], row["lx"], row["nd_id"]) == (SLUG, 1, 0, 7)
    assert row["ng_dang"] == int(office.clock().timestamp())
    assert row["ng_sua"] == f"{local:%d/%m/%Y %H:%M}"
    assert row["ghi_chu"] == f"{publication.key}.{publication.approval}"
    (body,) = [one for one in rows_of(portal, "nd Bài") if one["ma_tb"] == number]
    assert all(caption in body["noi_dung"] for caption in CAPTIONS)
    assert {one["ma_dm"] for one in rows_of(portal, "tb_dm") if one["ma_tb"] == number} == {1, 3}
    photos = rows_of(portal, "anh_tb")
    assert [(one["ma_tb"], one["stt"], one["chu_thich"]) for one in photos] == [
        (number, 1, CAPTIONS[0]), (number, 2, CAPTIONS[1]),
    ]  # fmt: skip
    files = [portal.media_path / one["tep"].removeprefix("tin/") for one in photos]
    assert [file.read_bytes() for file in files] == [a_photo(1), a_photo(2)]
    assert row["anh_dd"] == photos[0]["tep"]
    assert publication.address == f"{HOME}/bai/{SLUG}-{number}.html"
    assert PDF in [path.read_bytes() for path in portal.media_path.rglob("*.pdf")]


def test_a_second_pass_and_a_second_put_write_nothing(office, portal):
    approve_an_article(office)
    office.publish()
    before = [rows_of(portal, table) for table in TABLES]
    assert office.publish().outcomes == []
    assert [rows_of(portal, table) for table in TABLES] == before


def test_a_new_approval_renews_the_rows_and_keeps_number_address_and_views(office, portal):
    approve_an_article(office)
    office.publish()
    (first,) = ours(portal)
    change(portal, f'UPDATE "tb_TinBai" SET lx = 41 WHERE "Mã TB" = {first["Mã TB"]}')
    change(portal, f"INSERT INTO anh_tb (ma_tb, tep, stt) VALUES ({first['Mã TB']}, 'tay.jpg', 9)")
    office.clock.forward(timedelta(days=1))
    office.change(save_again(photos=1))
    office.change(lambda session, article, head: approve(
        session, article, by=head, at=office.clock(), portals=["cong"]
    ))  # fmt: skip
    assert results(office) == [(Result.LIVE, "")]
    (row,) = ours(portal)
    assert row["td"] == "Tập huấn trồng nấm rơm cho 54 hội viên"
    assert (row["Mã TB"], row["dg_dan"], row["lx"]) == (first["Mã TB"], SLUG, 41)
    assert [one["tep"] for one in rows_of(portal, "anh_tb") if one["tep"] == "tay.jpg"] == ["tay.jpg"]
    assert len(rows_of(portal, "anh_tb")) == 2
    assert len([one for one in rows_of(portal, "nd Bài") if one["ma_tb"] == row["Mã TB"]]) == 1
    assert len(published_files(portal)) == 1


def test_what_is_taken_down_is_hidden_without_files_and_comes_back_in_the_same_row(office, portal):
    approve_an_article(office)
    office.publish()
    (first,) = ours(portal)
    office.change(withdraw_now)
    assert results(office) == [(Result.WITHDRAWN, "")]
    (row,) = ours(portal)
    assert (row["Mã TB"], row["tth"]) == (first["Mã TB"], 0)
    assert (published_files(portal), rows_of(portal, "anh_tb")) == ([], [])
    office.change(lambda session, article, head: republish(session, article, by=head, at=office.clock()))
    assert results(office) == [(Result.LIVE, "")]
    (row,) = ours(portal)
    assert (row["Mã TB"], row["tth"], row["dg_dan"]) == (first["Mã TB"], 1, SLUG)
    assert (len(published_files(portal)), len(rows_of(portal, "anh_tb"))) == (3, 2)


def test_where_the_mapping_says_so_what_is_taken_down_is_deleted(database, blobs, url, tmp_path):
    portal = a_mapped(url, tmp_path, mapping=changed(take_down="delete"))
    office = an_office(database, blobs, portal)
    before = [rows_of(portal, table) for table in TABLES]
    approve_an_article(office)
    office.publish()
    office.change(withdraw_now)
    assert results(office) == [(Result.WITHDRAWN, "")]
    assert [rows_of(portal, table) for table in TABLES] == before
    assert published_files(portal) == []


def test_a_row_that_somebody_deleted_leaves_no_public_files_after_a_withdrawal(office, portal):
    approve_an_article(office)
    office.publish()
    change(portal, 'DELETE FROM "tb_TinBai" WHERE ghi_chu IS NOT NULL')
    assert portal.read_back(office.publication().key).placed.visible is False
    office.change(withdraw_now)
    assert results(office) == [(Result.WITHDRAWN, "")]
    assert published_files(portal) == []


@pytest.mark.parametrize("point", [Point.FILES_WRITTEN, Point.ROW_WRITTEN, Point.COMMITTED, Point.READ_BACK])
def test_whoever_dies_leaves_one_article_after_the_next_pass(office, portal, point):
    class Death(BaseException):
        pass

    def die(reached):
        if reached is point:
            raise Death

    approve_an_article(office)
    with pytest.raises(Death):
        office.publish(die)
    assert len(ours(portal)) == (0 if point in {Point.FILES_WRITTEN, Point.ROW_WRITTEN} else 1)
    office.clock.forward(LEASE + timedelta(seconds=1))
    assert results(office) == [(Result.LIVE, "")]
    assert len(ours(portal)) == 1
    assert len(rows_of(portal, "anh_tb")) == 2


def test_a_lost_record_is_no_second_article(office, portal):
    """The key in the row decides whether it is there; the record only whether it is finished."""
    approve_an_article(office)
    office.publish()
    for file in portal.media_path.glob(".tinbai-records/*.json"):
        file.unlink()
    assert portal.read_back(office.publication().key).text.approval == 0
    office.change(save_again())
    office.change(approve_now)
    assert results(office) == [(Result.LIVE, "")]
    assert len(ours(portal)) == 1
    assert len(rows_of(portal, "anh_tb")) == 2


def test_a_withdrawal_without_a_record_takes_the_files_that_the_rows_name(office, portal):
    approve_an_article(office)
    office.publish()
    for file in portal.media_path.glob(".tinbai-records/*.json"):
        file.unlink()
    office.change(withdraw_now)
    assert results(office) == [(Result.WITHDRAWN, "")]
    assert [name for name in published_files(portal) if name.endswith(".jpg")] == []


def test_a_photo_whose_caption_somebody_changed_is_one_photo_after_the_next_approval(office, portal):
    approve_an_article(office)
    office.publish()
    change(portal, "UPDATE anh_tb SET chu_thich = 'Ai đó đã sửa' WHERE stt = 1")
    office.change(save_again())
    office.change(approve_now)
    assert results(office) == [(Result.LIVE, "")]
    assert sorted(one["chu_thich"] for one in rows_of(portal, "anh_tb")) == sorted(CAPTIONS)


def test_without_the_look_up_there_would_be_two(office, portal, monkeypatch):
    """What the two tests above are worth."""
    approve_an_article(office)
    office.publish()
    monkeypatch.setattr("publish.portals.mapped.rows.Rows.find", lambda *_: None)
    office.change(save_again())
    office.change(approve_now)
    (outcome,) = office.publish().outcomes
    assert "không tìm thấy khóa" in outcome.problem  # and the transaction is undone
    monkeypatch.undo()
    assert len(ours(portal)) == 1


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE \"tb_TinBai\" SET td = 'Ai đó đã sửa' WHERE ghi_chu <> ''", "title"),
        ("UPDATE \"tb_TinBai\" SET ng_dang = 5 WHERE ghi_chu <> ''", "published_at"),
        ("UPDATE \"tb_TinBai\" SET tth = 0 WHERE ghi_chu <> ''", "visible"),
        ("UPDATE \"tb_TinBai\" SET anh_dd = NULL WHERE ghi_chu <> ''", "photos"),
        ("UPDATE \"nd Bài\" SET noi_dung = noi_dung || ' '", "body_html"),
        ('DELETE FROM "nd Bài"', "body_html"),
        ("DELETE FROM tb_dm WHERE ma_dm = 3", "column_key"),
        ("UPDATE anh_tb SET chu_thich = 'x' WHERE stt = 2", "photos"),
        ("DELETE FROM anh_tb WHERE stt = 1", "photos"),
    ],
)  # fmt: skip
def test_what_the_rows_say_otherwise_is_refused_with_the_field_named(office, portal, statement, named):
    approve_an_article(office)

    def meddle(point):
        if point is Point.COMMITTED:
            change(portal, statement)

    (outcome,) = office.publish(meddle).outcomes
    assert outcome.result == Result.REFUSED
    assert outcome.problem == f"đọc lại trên cổng thấy khác bài đã duyệt: {named}"


def test_two_articles_with_one_title_have_two_addresses(office, portal):
    change(portal, f'UPDATE "tb_TinBai" SET dg_dan = \'{SLUG}\' WHERE "Mã TB" = 1')
    approve_an_article(office)
    approve_an_article(office)
    office.publish()
    assert sorted(row["dg_dan"] for row in ours(portal)) == [f"{SLUG}-2", f"{SLUG}-3"]


def test_a_category_that_the_portal_does_not_have_is_waited_for(office, portal):
    portal.config = portal.config.model_copy(update={"categories": {"kinh-te": ("Nông nghiệp",)}})
    approve_an_article(office)
    ((result, problem),) = results(office)
    assert result == Result.LATER
    assert "Nông nghiệp" in problem
    assert ours(portal) == []
    change(portal, "INSERT INTO \"dm-cm\" (ten_dm, thu_tu) VALUES ('Nông nghiệp', 0)")
    office.clock.forward(timedelta(minutes=5))
    assert results(office) == [(Result.LIVE, "")]


def test_a_title_longer_than_its_column_is_refused_with_the_figures(office, portal):
    approve_an_article(office)
    office.change(save_again(title="T" * 151))
    office.change(approve_now)
    ((result, problem),) = results(office)
    assert result == Result.REFUSED
    assert "td (151 ký tự, tối đa 150)" in problem
    assert ours(portal) == []


def test_a_title_is_escaped_where_pages_print_it_as_html(office, portal):
    approve_an_article(office)
    office.change(save_again(title="Nấm <script>x</script> & rơm"))
    office.change(approve_now)
    assert results(office) == [(Result.LIVE, "")]
    assert ours(portal)[0]["td"] == "Nấm &lt;script&gt;x&lt;/script&gt; &amp; rơm"


def body_in_main(**more):
    """The body in the main row's summary column, beside a key of another sort."""
    columns = MAPPING["columns"] | {"tt_ngan": {"from": "body_html"}}
    return changed(columns=columns, rows=MAPPING["rows"][1:], **more)


def test_the_key_may_be_a_marker_within_a_text(database, blobs, url, tmp_path):
    portal = a_mapped(url, tmp_path, mapping=body_in_main(key={"column": "tt_ngan", "marker": True}))
    office = an_office(database, blobs, portal)
    approve_an_article(office)
    assert results(office) == [(Result.LIVE, "")]
    publication = office.publication()
    said = rows_of(portal, "tb_TinBai")[2]["tt_ngan"]
    assert said.endswith(f"</figure>\n<!-- tinbai {publication.key}.{publication.approval} -->")
    office.change(save_again())
    office.change(approve_now)
    assert results(office) == [(Result.LIVE, "")]
    assert len(rows_of(portal, "tb_TinBai")) == 3


def test_the_key_may_stand_in_a_table_of_ours(database, blobs, url, tmp_path):
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text(
            "CREATE TABLE tinbai_key (tinbai_key VARCHAR(36) PRIMARY KEY, approval BIGINT NOT NULL, "
            "row_number VARCHAR(64) NOT NULL)"
        ))  # fmt: skip
    portal = a_mapped(url, tmp_path, mapping=changed(key={"table": "tinbai_key"}))
    office = an_office(database, blobs, portal)
    approve_an_article(office)
    assert results(office) == [(Result.LIVE, "")]
    (known,) = rows_of(portal, "tinbai_key")
    assert (known["tinbai_key"], known["row_number"]) == (office.publication().key, "3")
    office.change(save_again())
    office.change(approve_now)
    assert results(office) == [(Result.LIVE, "")]
    assert len(rows_of(portal, "tb_TinBai")) == 3
    office.change(withdraw_now)
    assert results(office) == [(Result.WITHDRAWN, "")]


def test_check_finds_nothing_wrong_and_changes_nothing(portal):
    before = [rows_of(portal, table) for table in TABLES]
    assert [one.words for one in portal.check() if not one.ok] == []
    assert [rows_of(portal, table) for table in TABLES] == before


@pytest.mark.parametrize(
    ("more", "key", "words"),
    [
        ({"table": "tb_tinbai2"}, "mapping.table:", "không có bảng “tb_tinbai2”"),
        ({"status": {"column": "trang_thai", "shown": 1, "hidden": 0}}, "mapping.status.column:", "các cột có là"),
        ({"columns": {**MAPPING["columns"], "tieu_de": {"from": "byline"}}}, "mapping.columns.tieu_de:", "“tieu_de”"),
        ({"columns": {k: v for k, v in MAPPING["columns"].items() if k != "nd_id"}}, "mapping.columns:", "“nd_id”"),
        ({"key": {"column": "nd_id2"}}, "mapping.key.column:", "“nd_id2”"),
        ({"key": {"column": "anh_dd_ngan"}}, "mapping.key.column:", "“anh_dd_ngan”"),
        ({"status": {"column": "tth", "shown": "hien", "hidden": 0}}, "mapping.status.column:", "“hien”"),
        ({"columns": MAPPING["columns"] | {"lx": {"value": "không"}}}, "mapping.columns.lx:", "“không”"),
        ({"rows": [MAPPING["rows"][0] | {"table": 'x"; DROP TABLE anh_tb; --'}]}, "mapping.rows[1].table:", "sửa tên"),
    ],
)
def test_a_name_that_the_database_does_not_know_is_told_with_its_key_before_anything_is_written(
    database, blobs, url, tmp_path, more, key, words
):
    portal = a_mapped(url, tmp_path, mapping=changed(**more))
    (wrong,) = [one.words for one in portal.check() if not one.ok]
    assert key in wrong
    assert words in wrong
    office = an_office(database, blobs, portal)
    approve_an_article(office)
    ((result, problem),) = results(office)
    assert result == Result.LATER
    assert key in problem
    assert published_files(portal) == []
    assert len(rows_of(portal, "tb_TinBai")) == 2


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"key": {}}, "key needs either"),
        ({"status": {"column": "tth", "shown": 1, "hidden": 1}}, "shown and hidden are the same"),
        ({"status": None}, "status is missing"),
        ({"columns": {"td": {"from": "title"}}}, 'from = "published_at"'),
        ({"columns": MAPPING["columns"] | {"x": {"from": "caption"}}}, "columns.x"),
        ({"columns": MAPPING["columns"] | {"x": {"from": "title", "value": 1}}}, "either from"),
        ({"rows": [MAPPING["rows"][0], MAPPING["rows"][2] | {"columns": {"tep": {"from": "file"}}}]}, 'from = "id"'),
    ],
)
def test_a_mapping_that_cannot_work_is_an_error_of_the_configuration(more, words):
    given = {"key": "cong", "kind": "mapped", "url": "sqlite:///x.db", "media_path": "m", "mapping": changed(**more)}
    with pytest.raises(ValueError, match=words):
        PortalConfig.model_validate(given)


def test_hostile_words_are_values_and_never_statements(office, portal):
    hostile = "'); DROP TABLE anh_tb; -- %s :x {0} \\'"
    approve_an_article(office)
    office.change(save_again(title=hostile))
    office.change(approve_now)
    assert results(office) == [(Result.LIVE, "")]
    assert unescape(ours(portal)[0]["td"]) == hostile


def test_the_record_is_its_owners_alone(office, portal):
    approve_an_article(office)
    office.publish()
    (file,) = portal.media_path.glob(".tinbai-records/*.json")
    assert file.stat().st_mode & 0o777 == 0o600


def test_the_sweep_takes_leftovers_and_nothing_that_an_article_shows(office, portal):
    approve_an_article(office)
    office.publish()
    left = portal.media_path / "2026" / "10" / f"am-2026-0001-{'a' * 16}.jpg"
    left.write_bytes(b"of a publisher that died")
    before = published_files(portal)
    later = datetime.now(tz=ZoneInfo("UTC")) + timedelta(days=2)
    assert portal.sweep_media(later) == [f"2026/10/{left.name}"]
    assert len(published_files(portal)) == len(before) - 1
    (record,) = portal.media_path.glob(".tinbai-records/*.json")
    record.unlink()
    swept = portal.sweep_media(later)  # what a row names stays, even so
    assert [name.rpartition(".")[2] for name in swept] == ["pdf"]
    record.write_text("spoilt")
    assert portal.sweep_media(later) == []
    assert len([name for name in published_files(portal) if name.endswith(".jpg")]) == 2


def test_an_error_never_prints_the_article(office, portal):
    approve_an_article(office)
    assert portal.look_up("nobody") is None  # the schema is known by now
    with writing(portal.engine, portal.key) as connection:
        connection.execute(text("DROP TABLE anh_tb"))
    ((_, problem),) = results(office)
    assert "anh_tb" in problem
    assert "Ví Dụ" not in problem


def test_an_older_approval_never_overwrites_a_newer_one(office, portal):
    approve_an_article(office)
    office.publish()
    key = office.publication().key
    assert portal.take_down(key, approval=0).visible
    assert ours(portal)[0]["tth"] == 1
    assert portal.look_up(key).visible
