"""What differs between a draft and the article beside the text: column, genre, unit, photos; each as a sentence."""

from collections.abc import Iterator

from review.draft_form import Draft, DraftPhoto
from review.language import _
from review.locale import vi
from review.taking import Names
from tinbai.article import Article
from tinbai.revision import RevisionPhoto


def other_changes(article: Article, draft: Draft, names: Names) -> list[str]:
    """The sentences, "của bạn" first."""
    columns = {key: name for name, key in names.columns.items()}
    units = {key: name for name, key in names.units.items()}
    pairs = [
        ("column", columns.get(draft.column_key, ""), article.column.name if article.column else ""),
        ("genre", draft.genre or "", article.genre or ""),
        ("needs_head", _("có") if draft.needs_head else _("không"), _("có") if article.needs_head else _("không")),
    ]
    if draft.unit_key is not None:
        pairs.append(("unit", units.get(draft.unit_key, ""), article.unit.name if article.unit else ""))
    found = [
        _("{field}: bản của bạn là “{yours}”, bản mới nhất là “{theirs}”.").format(
            field=vi.FIELD[field], yours=yours or _("chưa chọn"), theirs=theirs or _("chưa chọn")
        )
        for field, yours, theirs in pairs
        if yours != theirs
    ]
    return found + list(_photo_changes(draft, article.revision.photos if article.revision else []))


def _photo_changes(draft: Draft, photos: list[RevisionPhoto]) -> Iterator[str]:
    theirs = {photo.sha256: photo for photo in photos}
    yours = {photo.sha256: photo for photo in draft.photos}
    for sha256, photo in yours.items():
        other = theirs.get(sha256)
        if other is None:
            yield _("Bản của bạn có thêm một ảnh.")
        elif _looks(photo, other) != (other.caption, other.alt, other.place, other.edit, other.cover):
            yield _("Ảnh {name}: chú thích, vị trí hoặc cách cắt khác nhau.").format(name=other.filename)
    for sha256, other in theirs.items():
        if sha256 not in yours:
            yield _("Bản của bạn không có ảnh {name}.").format(name=other.filename)


def _looks(photo: DraftPhoto, other: RevisionPhoto) -> tuple[object, ...]:
    edit = other.edit if photo.edit is None else photo.edit
    return photo.caption, photo.alt, photo.place, edit, other.cover if photo.cover is None else photo.cover
