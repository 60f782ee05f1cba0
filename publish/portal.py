"""A portal as the publisher sees it: what is given to it, and what it shows.

`Portal` is implemented once per kind of portal in `publish/portals/`. A portal is somebody else's: nothing here
creates or alters a table.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from publish.points import Reached


@dataclass(frozen=True, kw_only=True)
class PortalText:
    """The text of an item, field by field as the portal stores it. `fields` is JSON; times have no fractions."""

    key: str  # of the publication; never changes
    approval: int  # which approval is being carried out; a later one has a higher number
    column_key: str
    column_name: str
    title: str
    slug: str
    summary: str
    body_html: str
    byline: str
    author: str
    source: str
    kind: str
    fields: str
    published_at: datetime
    updated_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class PortalPhoto:
    """A photo in the text. `file` is its path under the media folder, `sha256` that of the public copy."""

    file: str
    caption: str
    alt: str
    width: int
    height: int
    sha256: str
    is_cover: bool


@dataclass(frozen=True, kw_only=True)
class PortalAttachment:
    """A file beside the text. `name` is what readers see."""

    file: str
    name: str
    media_type: str
    size: int
    sha256: str


@dataclass(frozen=True, kw_only=True)
class PortalItem:
    """Everything a portal is given. `contents` holds the bytes by file, `originals` what each was made from.

    `files_begin` is what the path of every file of its article begins with, in this revision and in earlier ones.
    """

    text: PortalText
    files_begin: str
    photos: Sequence[PortalPhoto]
    attachments: Sequence[PortalAttachment]
    contents: Mapping[str, bytes]
    originals: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Placed:
    """Where an item stands on the portal."""

    portal_id: str
    approval: int
    visible: bool
    address: str


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What the portal shows, read anew. `on_disk` has the SHA-256 of each file, None where there is no file."""

    placed: Placed
    text: PortalText
    photos: Sequence[PortalPhoto]
    attachments: Sequence[PortalAttachment]
    on_disk: Mapping[str, str | None]


@dataclass(frozen=True, kw_only=True)
class Checked:
    """One thing that was tried, and in words for an office's IT person what is right or wrong with it."""

    ok: bool
    words: str


class Portal(Protocol):
    """A portal. Every method raises PortalError; `retryable` says whether the same call may succeed later.

    What is about the item itself (a title too long) is not retryable. What is about the portal (it cannot be
    reached, a right or a table is missing) is: somebody puts it right, and everything that waited goes out.
    """

    @property
    def key(self) -> str:
        """Its name in `config.toml`."""

    @property
    def media_url(self) -> str:
        """What stands before a file's path in a page."""

    @property
    def longest_photo_side(self) -> int:
        """Photos are made no larger than this, in pixels."""

    def put(self, item: PortalItem, reached: Reached) -> Placed:
        """Write files first, then the item in one transaction.

        The key is looked up first: an item that carries this approval is left as it is, an older one is renewed,
        a newer one raises. Calls `reached` at the points from FILE_HALF_WRITTEN to COMMITTED.
        """

    def former_files(self, item: PortalItem) -> Sequence[str]:
        """Files of earlier revisions of the item that readers can still reach: made for it, and in no row any more."""

    def remove_files(self, files: Collection[str]) -> None:
        """Take `files` away from readers; one that is gone already is no error."""

    def look_up(self, key: str) -> Placed | None:
        """Where the item is, or None."""

    def take_down(self, key: str, approval: int) -> Placed | None:
        """Hide the item from readers, its files too, unless a newer approval is there. None: it was never there."""

    def read_back(self, key: str) -> Shown | None:
        """What the portal shows, through a new connection."""

    def check(self) -> Sequence[Checked]:
        """Try everything that publishing needs, and change nothing."""

    def sweep_media(self, older_than: datetime) -> Sequence[str]:
        """Remove files that publishing left behind and no row refers to; returns their names.

        `older_than` should be a day ago or more: files are written before the rows that refer to them.
        """

    def close(self) -> None:
        """Let go of every connection."""
