"""What differs between the photos and files of two versions, in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from review.language import _
from tinbai.revision import Revision, RevisionPhoto


@dataclass(frozen=True, kw_only=True)
class PhotoChange:
    """A photo that was added, left out, put in another's place, or whose words or place changed."""

    words: str
    sha256: str
    was: str = ""  # the photo that it replaces


def changed_photos(before: Revision, after: Revision) -> list[PhotoChange]:
    """The changes, in the order of the newer version; what was left out last."""
    old = {photo.sha256: photo for photo in before.photos}
    gone = {photo.filename.casefold(): photo for photo in before.photos if photo.sha256 not in _hashes(after)}
    found: list[PhotoChange] = []
    for photo in after.photos:
        if photo.sha256 in old:
            if changes := _changed_words(old[photo.sha256], photo):
                words = _("Ảnh {name}: {changes}.").format(name=photo.filename, changes=changes)
                found.append(PhotoChange(words=words, sha256=photo.sha256))
            continue
        replaced = gone.pop(photo.filename.casefold(), None) or _same_place(photo, gone.values())
        if replaced is None:
            words = _("Thêm ảnh {name}.").format(name=_named(photo))
            found.append(PhotoChange(words=words, sha256=photo.sha256))
        else:
            gone.pop(replaced.filename.casefold(), None)
            words = _("Thay ảnh {name} bằng ảnh mới.").format(name=photo.filename)
            found.append(PhotoChange(words=words, sha256=photo.sha256, was=replaced.sha256))
    found += [
        PhotoChange(words=_("Bỏ ảnh {name}.").format(name=_named(photo)), sha256=photo.sha256)
        for photo in gone.values()
    ]
    return found


def changed_files(before: Revision, after: Revision) -> list[str]:
    """The files that go with the article and differ, each as a sentence."""
    old = {each.sha256: each.filename for each in before.attachments}
    new = {each.sha256: each.filename for each in after.attachments}
    added = [_("Thêm tệp {name}.").format(name=name) for sha256, name in new.items() if sha256 not in old]
    return added + [_("Bỏ tệp {name}.").format(name=name) for sha256, name in old.items() if sha256 not in new]


def _hashes(revision: Revision) -> set[str]:
    return {photo.sha256 for photo in revision.photos}


def _same_place(photo: RevisionPhoto, gone: Iterable[RevisionPhoto]) -> RevisionPhoto | None:
    """The one photo left out at the same place with the same caption: it was replaced, whatever its name."""
    alike = [
        each
        for each in gone
        if each.place is not None and each.place == photo.place and (each.caption == photo.caption or not each.caption)
    ]
    return alike[0] if len(alike) == 1 else None


def _named(photo: RevisionPhoto) -> str:
    return f"{photo.filename} ({photo.caption})" if photo.caption else photo.filename


def _changed_words(old: RevisionPhoto, new: RevisionPhoto) -> str:
    found = []
    if old.caption != new.caption:
        words, none = _("chú thích “{before}” nay là “{after}”"), _("không có")
        found.append(words.format(before=old.caption or none, after=new.caption or none))
    if old.alt != new.alt:
        found.append(_("đổi văn bản thay thế"))
    if (old.place is None) != (new.place is None):
        found.append(_("đưa vào khay, không đăng") if new.place is None else _("đưa vào bài"))
    elif old.place != new.place:
        found.append(_("đổi vị trí trong bài"))
    if (old.edit or "") != (new.edit or ""):
        found.append(_("cắt, xoay ảnh") if new.edit else _("để nguyên ảnh gốc, không cắt, không xoay"))
    if bool(old.cover) != bool(new.cover):
        found.append(_("chọn làm ảnh đại diện") if new.cover else _("thôi làm ảnh đại diện"))
    return "; ".join(found)
