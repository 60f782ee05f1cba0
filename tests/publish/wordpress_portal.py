"""A WordPress portal for an article to go to, and what its tables say afterwards."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from publish.portals import open_portal
from publish.portals.wordpress.portal import WordpressPortal
from tests.servers.wordpress import ask
from tinbai.config import PortalConfig

HOME = "https://anmau.example"


def a_wordpress(url: str, uploads: Path, key: str = "cong", **config: Any) -> WordpressPortal:
    """The portal whose tables are at `url`; its uploads folder is made."""
    uploads.mkdir(exist_ok=True)
    told = {"media_url": f"{HOME}/wp-content/uploads", "categories": {"kinh-te": ("kinh-te", "tin-moi")}} | config
    opened = open_portal(
        PortalConfig.model_validate({"key": key, "kind": "wordpress", "url": url, "media_path": str(uploads), **told}),
        uploads,
    )
    assert isinstance(opened, WordpressPortal)
    return opened


def rows_of(portal: WordpressPortal, statement: str) -> Sequence[tuple[Any, ...]]:
    """What its database answers."""
    return ask(portal.config.url, statement)


def visible(portal: WordpressPortal) -> Sequence[tuple[Any, ...]]:
    """Number, name and title of what readers see of ours."""
    return rows_of(
        portal, "SELECT ID, post_name, post_title FROM wp_posts WHERE post_type = 'post' AND post_status = 'publish'"
    )


def meta_of(portal: WordpressPortal, number: int) -> dict[str, str]:
    """The meta values of a post."""
    return dict(rows_of(portal, f"SELECT meta_key, meta_value FROM wp_postmeta WHERE post_id = {number}"))


def attachments_of(portal: WordpressPortal, number: int) -> Sequence[tuple[Any, ...]]:
    """Number, address and media type of a post's files."""
    return rows_of(
        portal,
        "SELECT ID, guid, post_mime_type FROM wp_posts WHERE post_type = 'attachment' "
        f"AND post_parent = {number} ORDER BY ID",
    )


def counts(portal: WordpressPortal) -> dict[str, int]:
    """The categories' counters by slug."""
    return dict(
        rows_of(
            portal,
            "SELECT slug, count FROM wp_terms JOIN wp_term_taxonomy USING (term_id) WHERE taxonomy = 'category'",
        )
    )


def files_of(portal: WordpressPortal) -> list[str]:
    """What lies in our folder, with a name of its own."""
    found = (path for path in portal.media_path.rglob("*") if path.is_file() and not path.name.startswith("."))
    return sorted(str(path.relative_to(portal.media_path)) for path in found)
