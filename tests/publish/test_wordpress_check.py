"""What `tinbai check` says about a WordPress, the rights that its document grants, and its configuration."""

from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from publish.one import Result
from publish.portals import open_portal
from publish.portals.wordpress.session import wordpress_engine
from tests.integration.test_publish_once import granted
from tests.pictures_here import PicturesHere
from tests.publish.setting import an_office, approve_an_article
from tests.publish.test_wordpress_portal import change, results
from tests.publish.wordpress_portal import a_wordpress, rows_of
from tinbai import picture_sandbox
from tinbai.approval import withdraw
from tinbai.config import PortalConfig, load
from tinbai.errors import ConfigError, PortalError
from tinbai.publication import PublicationStatus

TEXTS = ("post_content", "post_title", "post_excerpt", "to_ping", "pinged", "post_content_filtered")
DATED = ("post_date", "post_date_gmt", "post_type", "post_status", *TEXTS)


def dated(hour):
    """Values of a post by somebody else, at midnight of GMT."""
    empty = ", ''" * len(TEXTS)
    return f"('2026-01-01 {hour}', '2026-01-01 00:00', 'post', 'publish'{empty})"


@pytest.fixture
def portal(wordpress_tables, tmp_path):
    return a_wordpress(wordpress_tables, tmp_path / "uploads")


@pytest.mark.hard
def test_check_finds_nothing_wrong_and_changes_nothing(portal):
    before = rows_of(portal, "CHECKSUM TABLE wp_posts, wp_postmeta, wp_term_taxonomy, wp_term_relationships")
    assert [one.words for one in portal.check() if not one.ok] == []
    assert rows_of(portal, "CHECKSUM TABLE wp_posts, wp_postmeta, wp_term_taxonomy, wp_term_relationships") == before


@pytest.mark.hard
@pytest.mark.parametrize(
    ("config", "named"),
    [
        ({"prefix": "vs_"}, ["vs_posts", "có: wp_"]),
        ({"author_id": 99}, ["99", "author_id"]),
        ({"categories": {"van-hoa": ("khong-co",)}}, ["khong-co", "van-hoa"]),
        ({"timezone": "UTC"}, ["+7 giờ", "UTC"]),
        ({"url": "mysql://root@127.0.0.1:1/x", "timeout_seconds": 1}, ["Không kết nối được"]),
    ],
)
def test_check_says_what_is_wrong_in_words(wordpress_tables, tmp_path, config, named):
    portal = a_wordpress(config.pop("url", wordpress_tables), tmp_path / "uploads", **config)
    if "timezone" in config:
        change(portal, f"INSERT INTO wp_posts ({', '.join(DATED)}) VALUES {', '.join([dated('07:00')] * 3)}")
    (wrong,) = [one.words for one in portal.check() if not one.ok]
    for word in named:
        assert word in wrong


@pytest.mark.hard
def test_the_clock_is_not_compared_with_articles_of_ours(wordpress_tables, tmp_path):
    portal = a_wordpress(wordpress_tables, tmp_path / "uploads", timezone="UTC")
    change(portal, f"INSERT INTO wp_posts ({', '.join(DATED)}) VALUES {', '.join([dated('07:00')] * 3)}")
    assert not all(one.ok for one in portal.check())
    change(portal, "INSERT INTO wp_postmeta (post_id, meta_key) SELECT ID, '_tinbai_key' FROM wp_posts")
    assert all(one.ok for one in portal.check())


@pytest.mark.hard
@pytest.mark.parametrize(("charset", "ok"), [("latin1", False), ("utf8mb3", True)])
@pytest.mark.parametrize("table", ["wp_posts", "wp_postmeta"])
def test_a_table_in_which_vietnamese_cannot_stand_is_told(portal, table, charset, ok):
    change(portal, f"ALTER TABLE {table} CONVERT TO CHARACTER SET {charset}")
    (told,) = [one for one in portal.check() if f"Bảng {table} " in one.words]
    assert told.ok is ok


def test_the_granted_rights_are_enough_and_each_that_is_missing_is_named(database, blobs, portal, monkeypatch):
    monkeypatch.setattr(picture_sandbox, "_sandbox", lambda *_: PicturesHere())
    office = an_office(database, blobs, portal)
    document = Path("docs/portal-wordpress.md").read_text(encoding="utf-8")
    name = make_url(portal.config.url).database
    change(portal, "DROP USER IF EXISTS 'tinbai_portal'@'%'")
    for statement in granted(document, "mariadb", name):
        change(portal, statement)
    limited = make_url(portal.config.url).set(username="tinbai_portal", password="a-long-secret")
    portal.engine = wordpress_engine(limited.render_as_string(hide_password=False), 5)
    assert [one.words for one in portal.check() if not one.ok] == []
    approve_an_article(office)
    assert results(office) == [(Result.LIVE, "")]
    office.change(lambda session, article, head: withdraw(session, article, by=head, at=office.clock(), note="nhầm"))
    assert results(office) == [(Result.WITHDRAWN, "")]
    assert office.publication().status is PublicationStatus.WITHDRAWN
    portal.sweep_media(office.clock())
    for right, table in (
        ("DELETE", "wp_posts"),
        ("INSERT", "wp_term_relationships"),
        ("UPDATE (count)", "wp_term_taxonomy"),
    ):
        rows_of(portal, f"REVOKE {right} ON {name}.{table} FROM 'tinbai_portal'@'%'")
        assert [one.words for one in portal.check() if not one.ok and f"{right} trên {table}" in one.words]
    rows_of(portal, "DROP USER 'tinbai_portal'@'%'")


def test_the_configuration_in_the_document_can_be_loaded_and_mistakes_are_named(tmp_path):
    document = Path("docs/portal-wordpress.md").read_text(encoding="utf-8")
    block = document.split("```toml\n")[1].split("```")[0]
    site = '[[sites]]\nkey = "xa"\nname = "Xã"\ncode = "X"\n'
    path = tmp_path / "config.toml"
    path.write_text(site + block, encoding="utf-8")
    (portal,) = load(path).sites[0].portals
    assert portal.kind == "wordpress"
    for given, named in (
        ("mysql+pymysql://", "postgresql+psycopg://"), ('prefix = "wp_"', 'prefix = "wp_; --"'),
        ("Asia/Ho_Chi_Minh", "Asia/Atlantis"), ("https://anmau.example/wp-content", "/wp-content"),
    ):  # fmt: skip
        assert given in block
        path.write_text(site + block.replace(given, named), encoding="utf-8")
        with pytest.raises(ConfigError):
            load(path)


def test_a_portal_without_an_address_is_told_in_words(tmp_path):
    config = PortalConfig.model_construct(
        **{**PortalConfig(key="cong").model_dump(), "kind": "wordpress", "media_path": "x"}
    )
    with pytest.raises(PortalError, match="url"):
        open_portal(config, tmp_path)
