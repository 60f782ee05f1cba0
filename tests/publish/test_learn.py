"""A mapping learned from one article posted by hand, and then published with."""

import tomllib
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import create_engine
from typer.testing import CliRunner

from publish.learn import picture as pictures
from publish.learn.command import portal_app
from publish.learn.learn import learn_after, learn_before
from publish.learn.recognise import Known, moment_guess, text_guess
from publish.learn.toml import toml
from publish.one import Result
from tests.publish.mapped_portal import TABLES, a_mapped, by_hand, home_made, make_home_made, ours, rows_of
from tests.publish.setting import an_office, approve_an_article
from tinbai.config import PortalConfig
from tinbai.errors import InputError

AT = datetime(2026, 11, 23, 1, 15, 20, tzinfo=UTC)
LOCAL = AT.astimezone(ZoneInfo("Asia/Ho_Chi_Minh"))
KNOWN = Known(
    title="Ra quân làm sạch & đẹp đường thôn Mẫu", summary="Sáng 23/11, bà con thôn Mẫu ra quân dọn đường.",
    words="thu gom 12 bao rác", column="Tin mới", author="Lê Thị Mẫu", photos=("Đường thôn.JPG", "ra-quan.jpg"),
    captions=("Đoạn đường sau khi dọn.", "Bà con ra quân."), at=AT.replace(second=0),
)  # fmt: skip


@pytest.fixture
def url(tmp_path):
    made = f"sqlite:///{tmp_path}/portal.db"
    make_home_made(made)
    return made


def post_by_hand(url):
    """What the portal's own form leaves."""
    engine = create_engine(url)
    with engine.begin() as connection:
        number = by_hand(
            connection, home_made(), KNOWN.title.replace("&", "&amp;"), "ra-quan-lam-sach-dep-duong-thon-mau",
            int(AT.timestamp()), tt_ngan=KNOWN.summary, anh_dd="tin/2026/11/duong-thon.jpg",
            ng_sua=f"{LOCAL:%d/%m/%Y %H:%M}", tg=KNOWN.author, lx=0,
            noi_dung="<p>Mọi người đã <b>thu gom</b> 12 bao rác.</p>", ma_dm=3,
            anh=[("tin/2026/11/duong-thon.jpg", KNOWN.captions[0]), ("tin/2026/11/ra-quan_1.jpg", KNOWN.captions[1])],
        )  # fmt: skip
    engine.dispose()
    return number


def learned(url, tmp_path):
    """The lines that are told, and the mapping in them."""
    config = PortalConfig(key="cong", kind="mapped", enabled=False, url=url)
    before = list(learn_before(config, tmp_path, tmp_path))
    post_by_hand(url)
    after = list(learn_after(config, tmp_path, tmp_path, KNOWN))
    start = after.index("[sites.portals.mapping]")
    end = next(number for number, line in enumerate(after) if line == "Xem lại:")
    return before, after, tomllib.loads("\n".join(after[start:end]))["sites"]["portals"]["mapping"]


def test_one_article_teaches_the_whole_mapping(url, tmp_path):
    before, after, mapping = learned(url, tmp_path)
    assert before[0].startswith("Đã xem 5 bảng, 9 dòng")
    assert "  bảng tb_TinBai: thêm 1 dòng" in after
    assert "  bảng anh_tb: thêm 2 dòng" in after
    columns = mapping["columns"]
    zone = {"zone": "Asia/Ho_Chi_Minh"}
    assert columns["td"] == {"from": "title", "escape": True}
    assert columns["tt_ngan"] == {"from": "summary"}
    assert columns["dg_dan"] == {"from": "slug"}
    assert columns["anh_dd"] == {"from": "cover", "before": "tin/"}
    assert columns["ng_dang"] == {"from": "published_at", "as": "unix"}
    assert columns["ng_sua"] == {"from": "updated_at", "as": "text", "format": "%d/%m/%Y %H:%M", **zone}
    assert columns["tg"] == {"from": "author"}
    assert columns["nd_id"] == {"value": 7}
    assert columns["diem"] == {"value": "1.5"}
    assert mapping["status"] == {"column": "tth", "shown": 1, "hidden": 0}
    assert (mapping["id"], mapping["key"]) == ("Mã TB", {"column": "ghi_chu"})
    assert {(rows["table"], rows["of"]) for rows in mapping["rows"]} == {
        ("nd Bài", "item"), ("tb_dm", "category"), ("anh_tb", "photo"),
    }  # fmt: skip
    link = next(rows for rows in mapping["rows"] if rows["of"] == "category")
    look_up = {"table": "dm-cm", "by": "ten_dm", "gives": "ma_dm"}
    assert link["columns"] == {"ma_tb": {"from": "id"}, "ma_dm": {"from": "category", "look_up": look_up}}
    photo = next(rows for rows in mapping["rows"] if rows["of"] == "photo")
    assert photo["columns"] == {
        "ma_tb": {"from": "id"}, "tep": {"from": "file", "before": "tin/"}, "chu_thich": {"from": "caption"},
        "stt": {"from": "position"},
    }  # fmt: skip
    assert after[-1] == "Được: ghi thử 5 dòng vào tb_TinBai, anh_tb, nd Bài, tb_dm, rồi đã hủy."


def test_learning_and_proving_change_nothing_on_the_portal(url, tmp_path):
    config = PortalConfig(key="cong", enabled=False, url=url)
    file = tmp_path / "portal.db"
    content = file.read_bytes()
    list(learn_before(config, tmp_path, tmp_path))
    assert file.read_bytes() == content
    post_by_hand(url)
    content = file.read_bytes()
    assert list(learn_after(config, tmp_path, tmp_path, KNOWN))[-1].startswith("Được")
    assert file.read_bytes() == content


def test_what_was_learned_publishes(database, blobs, url, tmp_path):
    _, _, mapping = learned(url, tmp_path)
    portal = a_mapped(url, tmp_path, mapping=mapping)
    assert [one.words for one in portal.check() if not one.ok] == []
    office = an_office(database, blobs, portal)
    approve_an_article(office)
    (outcome,) = office.publish().outcomes
    assert (outcome.result, outcome.problem) == (Result.LIVE, "")
    (row,) = ours(portal)
    hand = next(one for one in rows_of(portal, TABLES[0]) if one["td"].startswith("Ra quân"))
    assert [row[name] for name in ("tth", "nd_id", "diem", "lx")] == [
        hand[name] for name in ("tth", "nd_id", "diem", "lx")
    ]
    assert len(rows_of(portal, "anh_tb")) == 4


def test_without_a_picture_or_with_another_title_it_is_said_what_to_do(url, tmp_path):
    config = PortalConfig(key="cong", enabled=False, url=url)
    with pytest.raises(InputError) as caught:
        list(learn_after(config, tmp_path, tmp_path, KNOWN))
    assert "--before" in caught.value.problem
    list(learn_before(config, tmp_path, tmp_path))
    told = list(learn_after(config, tmp_path, tmp_path, KNOWN))
    assert told[1] == "  (không có gì)"
    assert "Không có dòng mới nào mang tiêu đề ấy" in told[-1]


def test_a_picture_holds_no_content_and_stays_small(url, tmp_path, monkeypatch):
    monkeypatch.setattr(pictures, "WHOLE", 1)
    monkeypatch.setattr(pictures, "NEWEST", 1)
    config = PortalConfig(key="cong", enabled=False, url=url)
    list(learn_before(config, tmp_path, tmp_path))
    content = (tmp_path / "learn-cong.json").read_text(encoding="utf-8")
    assert "Tin cũ" not in content
    taken = pictures.kept(tmp_path / "learn-cong.json")
    assert [len(table.rows) for table in taken.tables.values()] == [0, 1, 1, 1, 1]
    assert taken.tables["tb_TinBai"].largest == 2
    post_by_hand(url)
    assert "  bảng tb_TinBai: thêm 1 dòng" in list(learn_after(config, tmp_path, tmp_path, KNOWN))


def test_two_pictures_of_one_table_have_no_hash_in_common(url):
    """So no list made beforehand tells what a hash was made of."""
    with create_engine(url).connect() as connection:
        one, two = (pictures.take(connection).tables["tb_TinBai"].rows for _ in range(2))
    hashes = [{*rows, *(each for row in rows.values() for each in row)} for rows in (one, two)]
    assert len(hashes[0]) > 2
    assert hashes[0].isdisjoint(hashes[1])


@pytest.mark.parametrize(
    ("title", "stored", "escape", "asked"),
    [
        ("Ra quân dọn đường", "Ra quân dọn đường", False, True),
        ("Điện & nước", "Điện & nước", False, False),
        ("Điện & nước", "Điện &amp; nước", True, False),
        ('Hội thi "Nhà nông"', "Hội thi &quot;Nhà nông&quot;", True, False),
        ('Hội thi "Nhà nông"', 'Hội thi "Nhà nông"', False, False),
    ],
)
def test_whether_a_portal_escapes_is_asked_where_the_sample_does_not_tell(title, stored, escape, asked):
    guess = text_guess(stored, replace(KNOWN, title=title))
    assert guess is not None
    assert guess.mapping == {"from": "title"} | ({"escape": True} if escape else {})
    assert ("escape = true" in guess.ask) is asked


def test_what_the_sample_does_not_tell_stands_under_what_is_to_be_looked_at(url, tmp_path):
    _, after, _ = learned(url, tmp_path)
    asked = [line.partition(":")[0].strip() for line in after if "thêm escape = true" in line]
    assert asked == ["columns.tt_ngan", "columns.tg", "rows[1].columns.chu_thich"]


def test_tables_that_there_was_no_time_for_are_named(url):
    with create_engine(url).connect() as connection:
        assert pictures.take(connection, seconds=0).left_out == ("anh_tb", "dm-cm", "nd Bài", "tb_TinBai", "tb_dm")


@pytest.mark.parametrize(
    ("value", "mapping"),
    [
        (int(AT.timestamp()), {"from": "published_at", "as": "unix"}),
        ("2026-11-23 08:15:20", {"as": "text", "format": "%Y-%m-%d %H:%M:%S", "zone": "Asia/Ho_Chi_Minh"}),
        ("2026-11-23 01:15:20", {"as": "text", "format": "%Y-%m-%d %H:%M:%S", "zone": "UTC"}),
        ("08:15 23/11/2026", {"as": "text", "format": "%H:%M %d/%m/%Y", "zone": "Asia/Ho_Chi_Minh"}),
        ("23/11/2026", {"as": "text", "format": "%d/%m/%Y", "zone": "Asia/Ho_Chi_Minh"}),
        (datetime(2026, 11, 23, 1, 15), {"zone": "UTC"}),  # noqa: DTZ001 - as a table has it
        (datetime(2026, 11, 23, 8, 15), {"zone": "Asia/Ho_Chi_Minh"}),  # noqa: DTZ001
        (5, None), ("2026-11-22 08:15:20", None), (True, None), ("23/13/2026", None),
    ],
)  # fmt: skip
def test_dates_are_recognised_with_their_form_and_zone(value, mapping):
    guess = moment_guess("ngay", value, KNOWN)
    assert (guess and guess.mapping) == (mapping and {"from": "published_at", **mapping})


@pytest.mark.parametrize(
    ("value", "source"),
    [
        (KNOWN.title, "title"), ("ra-quan-lam-sach-dep-duong-thon-mau-2", "slug"), ("Tin mới", "category"),
        ("<div>thu gom&nbsp;12 bao rác</div>", "body_html"), ("xin chào", None), ("", None), (3, None),
    ],
)  # fmt: skip
def test_texts_are_recognised_by_what_they_say(value, source):
    guess = text_guess(value, KNOWN)
    assert (guess and guess.mapping["from"]) == source


def test_names_and_texts_come_whole_through_toml():
    awkward = 'a "b" \\ \n \x7f ă'
    mapping = {"table": awkward, "columns": {awkward: {"value": awkward}}, "rows": []}
    assert tomllib.loads("\n".join(toml(mapping, {}, top="m")))["m"] == {
        "table": awkward,
        "columns": {awkward: {"value": awkward}},
    }


def test_the_command_asks_what_it_is_not_told_and_refuses_what_it_does_not_know(url, tmp_path):
    (tmp_path / "config.toml").write_text(
        '[[sites]]\nkey = "an-mau"\nname = "Xã An Mẫu"\ncode = "AM"\n[[sites.portals]]\nkey = "cong"\n'
        f'kind = "mapped"\nenabled = false\nurl = "{url}"\n',
        encoding="utf-8",
    )
    told = ["learn", "an-mau/cong", "--config", str(tmp_path / "config.toml")]
    run = CliRunner()
    assert run.invoke(portal_app, [*told, "--before"]).exit_code == 0
    post_by_hand(url)
    asked = [KNOWN.title, KNOWN.summary, KNOWN.words, KNOWN.column, "23/11/2026 08:15"]
    done = run.invoke(portal_app, [*told, "--after"], input="\n".join(asked) + "\n")
    assert "[sites.portals.mapping]" in done.output
    assert 'td = { from = "title", escape = true }' in done.output
    for wrong, problem in (
        (["learn", "an-mau/kho", *told[2:], "--before"], "không có cổng"),
        ([*told, "--before", "--after"], "chọn một trong hai"),
        ([*told, "--after", "--title", "a", "--summary", "a", "--words", "a", "--column", "a", "--at", "mai"], "mai"),
    ):
        refused = run.invoke(portal_app, wrong).exception
        assert isinstance(refused, InputError)
        assert problem in refused.problem
