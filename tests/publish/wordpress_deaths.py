"""Publishers that die between two statements, and what may stand in WordPress's tables at any moment."""

import re
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event, select

from publish.portal import PortalItem
from publish.portals.wordpress.portal import WordpressPortal
from publish.render import render
from tests.publish.setting import Office
from tests.publish.wordpress_portal import attachments_of, meta_of, rows_of, visible
from tinbai.publication import Publication

_FIGURE = r'<img src="([^"]+)" alt="[^"]*" class="wp-image-(\d+)"'
WRITES = ("INSERT", "UPDATE", "DELETE")


class Death(BaseException):
    """The process ends here. Its connection is closed, as the server sees it when the process is gone."""


@contextmanager
def dying(portal: WordpressPortal, after: int) -> Iterator[list[str]]:
    """Death before the statement that comes after so many that change something; yields those that were executed."""
    done: list[str] = []

    def execute(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if statement.startswith(WRITES):
            if len(done) == after:
                raise Death
            done.append(statement)

    event.listen(portal.engine, "before_cursor_execute", execute)
    try:
        yield done
    finally:
        event.remove(portal.engine, "before_cursor_execute", execute)


def die(portal: WordpressPortal, work: Callable[[], object], after: int) -> bool:
    """Do `work`, which dies after so many changes; whether it did."""
    with dying(portal, after):
        try:
            work()
        except Death:
            return True
    return False


def die_one_change_further_each_time(
    portal: WordpressPortal, work: Callable[[], object], photos: Collection[int]
) -> int:
    """Writers that each get one change further than those before them, on any engine; returns how many died."""
    deaths = 0
    while die(portal, work, 1):
        deaths += 1
        assert_nothing_half(portal, photos)
        if deaths > 60:
            pytest.fail("no writer comes to an end")
    return deaths


def item_of(office: Office, portal: WordpressPortal) -> PortalItem:
    """What the only publication gives to its portal now."""
    with office.database.reading() as session:
        return render(session.scalars(select(Publication)).one(), portal, office.blobs)


def assert_nothing_half(portal: WordpressPortal, photos: Collection[int]) -> None:
    """What readers see now, if anything, is one whole article, with one of these numbers of photos."""
    shown = visible(portal)
    assert len(shown) <= 1
    for number, _, _ in shown:
        content = rows_of(portal, f"SELECT post_content FROM wp_posts WHERE ID = {number}")[0][0]
        assert content.count("<!-- wp:image ") in photos
        assert len(re.findall(_FIGURE, content)) == content.count("<figcaption ") == content.count("<!-- wp:image ")
        known = {str(one): address for one, address, _ in attachments_of(portal, number)}
        for address, one in re.findall(_FIGURE, content):
            assert known.get(one) == address
            assert (portal.media_path / address.removeprefix(f"{portal.media_url}/")).exists()
            assert meta_of(portal, int(one)).keys() >= {"_wp_attached_file", "_wp_attachment_metadata"}
        cover = meta_of(portal, number).get("_thumbnail_id")
        assert "wp-image" not in content or cover in known
        assert rows_of(portal, f"SELECT * FROM wp_term_relationships WHERE object_id = {number}")


def leftovers(portal: WordpressPortal) -> list[Any]:
    """Rows that belong to nothing: posts of ours beside the one, meta and categories of posts that are not there."""
    ours = "SELECT post_id FROM wp_postmeta WHERE meta_key = '_tinbai_key'"
    return [
        *rows_of(portal, f"SELECT ID FROM wp_posts WHERE post_type = 'post' AND ID NOT IN ({ours})"),
        *rows_of(portal, f"SELECT ID FROM wp_posts WHERE post_type = 'attachment' AND post_parent NOT IN ({ours})"),
        *rows_of(portal, "SELECT post_id, meta_key FROM wp_postmeta WHERE post_id NOT IN (SELECT ID FROM wp_posts)"),
        *rows_of(
            portal,
            "SELECT object_id FROM wp_term_relationships WHERE object_id NOT IN (SELECT ID FROM wp_posts)",
        ),
    ]
