"""Where things of ours are on a portal: addresses of articles and files, and the portal's own clock.

Our files lie in a folder of their own under the uploads folder: WordPress's own months stay its web server's.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from publish.file_names import OURS

FOLDER = "tinbai"
_CONTENT = "/wp-content/"
_PATH = re.compile(rf"\d{{4}}/\d\d/{OURS.pattern}")  # under our folder


@dataclass(frozen=True, kw_only=True)
class Places:
    """`uploads` is the address of the uploads folder, `pattern` that of an article with {id} and {slug}, or ""."""

    uploads: str
    pattern: str
    zone: ZoneInfo

    @property
    def media_url(self) -> str:
        """The address of our folder."""
        return f"{self.uploads.rstrip('/')}/{FOLDER}"

    @property
    def home(self) -> str:
        """The address of the portal, without a slash at its end."""
        before, found, _ = self.uploads.partition(_CONTENT)
        parts = urlsplit(self.uploads)
        return before if found else f"{parts.scheme}://{parts.netloc}"

    def article(self, number: int, name: str) -> str:
        """Where readers find a post."""
        return (self.pattern or f"{self.home}/?p={{id}}").replace("{id}", str(number)).replace("{slug}", name)

    def guid(self, number: int) -> str:
        """What WordPress itself gives a post: never changed, and no address to click."""
        return f"{self.home}/?p={number}"

    def address_of(self, file: str) -> str:
        """The address of a file of ours."""
        return f"{self.media_url}/{file}"

    @staticmethod
    def file_at(address: str) -> str | None:
        """The file of ours that has this address, or None.

        Whatever stands before our folder: a portal moves to another domain and keeps its rows.
        """
        _, found, file = address.rpartition(f"/{FOLDER}/")
        return file if found and _PATH.fullmatch(file) else None

    @staticmethod
    def below_uploads(file: str) -> str:
        """A file's path as WordPress keeps it."""
        return f"{FOLDER}/{file}"

    def clock(self, moment: datetime) -> datetime:
        """`moment` on the portal's clock, naive, in whole seconds."""
        return moment.astimezone(self.zone).replace(tzinfo=None, microsecond=0)

    @staticmethod
    def utc(moment: datetime) -> datetime:
        """`moment` in UTC, naive, in whole seconds."""
        return moment.astimezone(UTC).replace(tzinfo=None, microsecond=0)

    def dates(self, published: datetime, changed: datetime) -> Mapping[str, datetime]:
        """The four dates of a row."""
        return {
            "post_date": self.clock(published), "post_date_gmt": self.utc(published),
            "post_modified": self.clock(changed), "post_modified_gmt": self.utc(changed),
        }  # fmt: skip
