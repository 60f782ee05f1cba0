"""What tinbai keeps with a post of its own: the item as it was given, so that the rows can be compared with it.

It is written last. A post without it, or with an older approval in it, was not finished, and is brought to its end
by whoever comes next.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from publish.portal import PortalAttachment, PortalItem, PortalPhoto, PortalText


@dataclass(frozen=True, kw_only=True)
class Size:
    """A smaller copy of a photo, under WordPress's name for its size. `file` is its path under our folder."""

    photo: str
    name: str
    file: str
    width: int
    height: int
    bytes: int


@dataclass(frozen=True, kw_only=True)
class Record:
    """An item as it was put there. `name` is its post_name, `categories` are term_taxonomy_ids."""

    name: str
    categories: tuple[int, ...]
    text: PortalText
    photos: tuple[PortalPhoto, ...]
    attachments: tuple[PortalAttachment, ...]
    sizes: tuple[Size, ...]

    @property
    def own_posts(self) -> Sequence[PortalPhoto | PortalAttachment]:
        """What has a post of its own in the media library."""
        return [*self.photos, *self.attachments]

    @property
    def files(self) -> Sequence[str]:
        """The paths of everything that lies in the folder for it."""
        return [*(one.file for one in self.own_posts), *(size.file for size in self.sizes)]


_JSON = TypeAdapter(Record)


def record_of(item: PortalItem, name: str, categories: Sequence[int], sizes: Sequence[Size]) -> Record:
    """What is kept of `item`."""
    return Record(
        name=name, categories=tuple(sorted(categories)), text=item.text, photos=tuple(item.photos),
        attachments=tuple(item.attachments), sizes=tuple(sizes),
    )  # fmt: skip


def dumped(record: Record) -> str:
    """For a meta value; in ASCII, which every character set of a table holds."""
    return json.dumps(_JSON.dump_python(record, mode="json"))


def loaded(value: str | None) -> Record | None:
    """What a meta value holds; None where there is none, or none that can be read: then the post is written anew."""
    if value is None:
        return None
    try:
        return _JSON.validate_json(value)
    except ValidationError:
        return None
