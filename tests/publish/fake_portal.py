"""A portal in memory that does what it is told to: for tests of when things happen, not of what is written."""

import threading
from collections.abc import Collection, Sequence
from datetime import datetime

from publish.points import Point, Reached
from publish.portal import Checked, Placed, PortalItem, Shown
from tinbai.errors import PortalError


class FakePortal:
    """Keeps items by key. While `down`, every call fails as an unreachable server does."""

    media_url = "/media"
    longest_photo_side = 1600

    def __init__(self, key: str) -> None:
        self.key = key
        self.items: dict[str, PortalItem] = {}
        self.puts = 0
        self.tried = 0
        self.down = False
        self.gate: threading.Event | None = None

    def put(self, item: PortalItem, reached: Reached) -> Placed:
        self.answer()
        reached(Point.ROW_WRITTEN)
        self.puts += 1
        self.items[item.text.key] = item
        reached(Point.COMMITTED)
        return self.placed(item)

    def former_files(self, item: PortalItem) -> Sequence[str]:
        del item
        return []

    def remove_files(self, files: Collection[str]) -> None:
        pass

    def look_up(self, key: str) -> Placed | None:
        self.answer()
        return self.placed(self.items[key]) if key in self.items else None

    def take_down(self, key: str, approval: int) -> Placed | None:
        del approval
        self.answer()
        item = self.items.pop(key, None)
        return None if item is None else self.placed(item)

    def read_back(self, key: str) -> Shown | None:
        item = self.items.get(key)
        if item is None:
            return None
        files: dict[str, str | None] = {photo.file: photo.sha256 for photo in item.photos}
        files |= {attachment.file: attachment.sha256 for attachment in item.attachments}
        return Shown(
            placed=self.placed(item), text=item.text, photos=item.photos, attachments=item.attachments, on_disk=files
        )

    def check(self) -> Sequence[Checked]:
        return []

    def sweep_media(self, older_than: datetime) -> Sequence[str]:
        del older_than
        return []

    def close(self) -> None:
        pass

    def answer(self) -> None:
        self.tried += 1
        if self.gate is not None:
            assert self.gate.wait(60)
        if self.down:
            raise PortalError(portal=self.key, problem="không kết nối được")

    def placed(self, item: PortalItem) -> Placed:
        return Placed(portal_id="1", approval=item.text.approval, visible=True, address="")
