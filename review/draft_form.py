"""The form of an article's text: from the fields that a browser sent to a value, checked and cleaned."""

from dataclasses import dataclass

from review.posted import Posted, whole_number
from tinbai.clean import clean
from tinbai.errors import InputError
from tinbai.photo_edit import PhotoEdit
from tinbai.revision import RevisionPhoto

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
    edit: str | None = None  # as PhotoEdit writes it; None: the form had no such fields, and it stays
    cover: bool | None = None  # the same


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


def photo_of(photo: RevisionPhoto) -> DraftPhoto:
    """A photo as it was saved."""
    return DraftPhoto(
        sha256=photo.sha256, caption=photo.caption, alt=photo.alt, place=photo.place, edit=photo.edit, cover=photo.cover
    )


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
    edits = _edits(posted, len(columns[0]))
    if {len(column) for column in columns} != {len(edits)}:
        raise InputError(field="photos", problem="photos_uneven")
    rows = sorted(zip(*columns, edits, strict=True), key=lambda row: whole_number(row[4] or "", "photo_order"))
    cover = posted.line("photo_cover") if edits[:1] != [None] else None
    return tuple(
        DraftPhoto(
            sha256=sha256, caption=caption[:LONGEST_LINE], alt=alt[:LONGEST_LINE],
            place=None if place == TRAY else whole_number(place, "photo_place"), edit=edit,
            cover=None if cover is None else sha256 == cover,
        )
        for sha256, caption, alt, place, _, edit in rows
        if place != "out"
    )  # fmt: skip


def _edits(posted: Posted, count: int) -> list[str | None]:
    """How each photo is turned and cut; None for each where the form does not say. Raises InputError."""
    if not posted.has("photo_turn"):
        return [None] * count
    names = ("turn", "left", "top", "right", "bottom")
    columns = [posted.lines(f"photo_{name}") for name in names]
    if len({len(column) for column in columns}) != 1:
        raise InputError(field="photos", problem="photos_uneven")
    rows = ([whole_number(value or "0", "photo_edit") for value in row] for row in zip(*columns, strict=True))
    return [str(PhotoEdit(**dict(zip(names, row, strict=True)))) for row in rows]
