"""What an editor should know of a photo besides how it looks: its size, and what was left out of its public copy."""

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy.orm import Session

from review.language import N_, SOURCE, _, language
from tinbai.picture import Picture, pictures_of

GPS = N_("Đã bỏ vị trí chụp (GPS) khỏi bản đăng. Tệp gốc vẫn giữ nguyên.")


def photo_notes(session: Session, originals: Collection[str]) -> Mapping[str, Sequence[str]]:
    """The notes by the original's hash. What has not been prepared yet has none."""
    return {original: _notes(picture) for original, picture in pictures_of(session, originals).items()}


def _notes(picture: Picture) -> list[str]:
    notes = []
    if picture.problem:
        words = _("Không dùng được ảnh này: {problem}. Đề nghị đơn vị gửi lại, hoặc bỏ ảnh khỏi bài.")
        notes.append(words.format(problem=picture.problem))
    if picture.width and picture.height:
        words = _("{width} × {height} điểm ảnh")
        notes.append(words.format(width=_number(picture.width), height=_number(picture.height)))
    if picture.has_gps and not picture.problem:
        notes.append(_(GPS))
    return notes


def _number(number: int) -> str:
    return f"{number:,}".replace(",", "." if language() == SOURCE else ",")
