"""The form of an article's text: from the fields that a browser sent to a value, checked and cleaned."""

from dataclasses import dataclass

from review.posted import Posted, whole_number
from tinbai.clean import clean
from tinbai.errors import InputError

LONGEST_TITLE = 300
LONGEST_LINE = 2_000
TRAY = "tray"


@dataclass(frozen=True, kw_only=True)
class DraftPhoto:
    """A photo as the editor arranged it; `place` as in RevisionPhoto."""

    sha256: str
    caption: str
    alt: str
    place: int | None


@dataclass(frozen=True, kw_only=True)
class Draft:
    """What the editor wants the article to be. HTML has passed `clean`."""

    title: str
    summary: str
    body_html: str
    byline: str
    author: str
    source: str
    genre: str | None
    column_key: str
    needs_head: bool
    photos: tuple[DraftPhoto, ...]
    unit_key: str | None = None  # None: the form had no such field, and the unit stays


def draft_from(posted: Posted) -> Draft:
    """The draft in the form's fields. Raises InputError for what no repair can make sense of."""
    title = _line(posted, "title")
    if len(title) > LONGEST_TITLE:
        raise InputError(field="title", problem="title_long")
    return Draft(
        title=title,
        summary=posted.text("summary"),
        body_html=clean(posted.text("body_html")),
        byline=_line(posted, "byline"),
        author=_line(posted, "author"),
        source=_line(posted, "source"),
        genre=_line(posted, "genre")[:64] or None,
        column_key=posted.line("column"),
        needs_head=posted.ticked("needs_head"),
        photos=_photos(posted),
        unit_key=posted.line("unit") if posted.has("unit") else None,
    )


def _line(posted: Posted, name: str) -> str:
    value = posted.line(name)
    if len(value) > LONGEST_LINE:
        raise InputError(field=name, problem="line_long")
    return value


def _photos(posted: Posted) -> tuple[DraftPhoto, ...]:
    """The photos in the order of their `photo_order` fields; the fields of one photo stand at the same index."""
    columns = [posted.lines(f"photo_{name}") for name in ("sha256", "caption", "alt", "place", "order")]
    if len({len(column) for column in columns}) != 1:
        raise InputError(field="photos", problem="photos_uneven")
    rows = sorted(zip(*columns, strict=True), key=lambda row: whole_number(row[4], "photo_order"))
    return tuple(
        DraftPhoto(
            sha256=sha256, caption=caption[:LONGEST_LINE], alt=alt[:LONGEST_LINE],
            place=None if place == TRAY else whole_number(place, "photo_place"),
        )
        for sha256, caption, alt, place, _ in rows
        if place != "out"
    )  # fmt: skip
