"""How an item becomes rows of somebody's own tables: the `mapping` of a portal of the kind "mapped".

Names of tables and columns stand here and nowhere else; before anything is written they are looked for in the schema
that the database itself tells. See docs/portal-mapped.md.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import ConfigDict, Field, field_validator, model_validator

from tinbai.config_connection import Section

Scalar = bool | int | float | str
DatabaseName = Annotated[str, Field(min_length=1, max_length=128)]


class Source(StrEnum):
    """What of an item a column may get. The last two groups are of one photo, and of one attachment."""

    ID = "id"  # the number of the item's main row
    NEXT_NUMBER = "next_number"  # one more than the largest in the column
    KEY = "key"
    TITLE = "title"
    SLUG = "slug"
    SUMMARY = "summary"
    BODY = "body_html"
    BYLINE = "byline"
    AUTHOR = "author"
    SOURCE = "source"
    KIND = "kind"
    COLUMN_KEY = "column_key"
    COLUMN_NAME = "column_name"
    CATEGORY = "category"
    PUBLISHED_AT = "published_at"
    UPDATED_AT = "updated_at"
    COVER = "cover"
    COVER_URL = "cover_url"
    FILE = "file"
    URL = "url"
    POSITION = "position"
    CAPTION = "caption"
    ALT = "alt"
    WIDTH = "width"
    HEIGHT = "height"
    IS_COVER = "is_cover"
    NAME = "name"
    MEDIA_TYPE = "media_type"
    SIZE = "size"


_OF_FILES = {Source.FILE, Source.URL, Source.POSITION}
_OF_ROWS: Mapping[str, set[Source]] = {
    "photo": _OF_FILES | {Source.CAPTION, Source.ALT, Source.WIDTH, Source.HEIGHT, Source.IS_COVER},
    "attachment": _OF_FILES | {Source.NAME, Source.MEDIA_TYPE, Source.SIZE},
    "category": {Source.POSITION},
    "item": set(),
}
_OF_ONE = set().union(*_OF_ROWS.values())  # sources that mean nothing without a photo, an attachment, a category


class LookUp(Section):
    """The value of column `gives` in the row of `table` whose column `by` is what we have."""

    table: DatabaseName
    by: DatabaseName
    gives: DatabaseName


class ColumnMapping(Section):
    """What one column gets: a constant, or something of the item in the form that the portal wants."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    value: Scalar | None = None
    source: Annotated[Source | None, Field(alias="from")] = None
    form: Annotated[Literal["datetime", "unix", "text"], Field(alias="as")] = "datetime"
    format: str = "%Y-%m-%d %H:%M:%S"
    zone: str = ""  # empty: the portal's `timezone`
    before: str = ""
    after: str = ""
    escape: bool = False  # for a column that pages print as HTML
    unique: bool = True  # of a slug: -2, -3, … where it is taken
    values: Mapping[str, Scalar] = Field(default={})
    look_up: LookUp | None = None

    @field_validator("zone")
    @classmethod
    def _is_zone(cls, name: str) -> str:
        try:
            return name and ZoneInfo(name).key
        except (KeyError, OSError, ValueError) as error:
            raise ValueError("is no time zone; write Asia/Ho_Chi_Minh or UTC") from error

    @model_validator(mode="after")
    def _says_one_thing(self) -> "ColumnMapping":
        if (self.value is None) == (self.source is None):
            raise ValueError("needs either from (what of an article) or value (always the same)")
        return self


class KeyPlace(Section):
    """Where the key of a publication stands, by which its row is found again: exactly one of column and table."""

    column: str = ""
    marker: bool = False  # as a comment at the end of the text in `column`
    table: str = ""  # of ours: tinbai_key, approval, row_number


class StatusMapping(Section):
    """The column that says whether readers see the article."""

    column: DatabaseName
    shown: Scalar
    hidden: Scalar


class RowsMapping(Section):
    """Further rows: one for the item, or one for each of its photos, attachments or categories."""

    table: DatabaseName
    of: Literal["item", "photo", "attachment", "category"]
    columns: Mapping[str, ColumnMapping]

    @property
    def parent(self) -> str:
        """The column with the number of the main row."""
        return next(name for name, column in self.columns.items() if column.source is Source.ID)


class MappingConfig(Section):
    """The whole of it. Without a table there is none."""

    table: str = ""
    id: str = ""  # empty: its primary key
    key: KeyPlace = KeyPlace()
    status: StatusMapping | None = None
    take_down: Literal["hide", "delete"] = "hide"
    columns: Mapping[str, ColumnMapping] = Field(default={})
    rows: tuple[RowsMapping, ...] = ()

    def wrong(self) -> Iterator[str]:
        """What it cannot work with, each with its key."""
        if not self.table:
            yield "table is missing: the table that has one row for each article"
        if bool(self.key.column) == bool(self.key.table):
            yield "key needs either column (of that table) or table (one of ours); see docs/portal-mapped.md"
        if self.status is not None and str(self.status.shown) == str(self.status.hidden):
            yield "status: shown and hidden are the same"
        if self.take_down == "hide" and self.status is None:
            yield 'status is missing; or set take_down = "delete"'
        yield from self._wrong_sources()
        if self.key.column and self.key.marker != (self.key.column in self.columns):
            yield "key.column: with marker = true it is one of columns; without, it is none of them"
        if self.status is not None and self.status.column in self.columns:
            yield f"columns.{self.status.column} is the status column already"

    def _wrong_sources(self) -> Iterator[str]:
        everywhere = [self.columns, *(rows.columns for rows in self.rows if rows.of == "item")]
        sources = {column.source for columns in everywhere for column in columns.values()}
        for needed in (Source.TITLE, Source.BODY, Source.PUBLISHED_AT):
            if needed not in sources:
                yield f'columns: none has from = "{needed}"'
        for name, column in self.columns.items():
            if column.source in _OF_ONE | {Source.ID}:
                yield f'columns.{name}: from = "{column.source}" belongs into rows'
        for number, rows in enumerate(self.rows):
            if sum(column.source is Source.ID for column in rows.columns.values()) != 1:
                yield f'rows.{number}.columns: exactly one has from = "id", the number of the article'
            for name, column in rows.columns.items():
                if column.source in _OF_ONE - _OF_ROWS[rows.of]:
                    yield f'rows.{number}.columns.{name}: from = "{column.source}" is nothing of one {rows.of}'
