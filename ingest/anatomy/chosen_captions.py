"""How sure each photo's caption is, and which other lines could be it."""

from itertools import pairwise

from ingest.anatomy.captions import Caption
from ingest.anatomy.chosen_basis import Basis, others
from ingest.anatomy.frames import pictures_of
from ingest.anatomy.placing import number_in
from ingest.anatomy.words import one_line, words
from ingest.reading import Chosen, ReadArticle, ReadPhoto
from tinbai.blocks import Paragraph, text_of

LONGEST = 60  # words of a line that could be a caption


def captions(article: ReadArticle, basis: Basis) -> list[Chosen]:
    """One decision for every photo of the article."""
    below = _lines_below(basis)
    return [_caption(photo, article, basis, below) for photo in article.photos]


def _caption(photo: ReadPhoto, article: ReadArticle, basis: Basis, below: dict[str, str]) -> Chosen:
    near = {caption.text for caption in basis.piece.captions.near.values()}
    loose = list(basis.piece.captions.loose)
    chosen = photo.caption or ""
    found: list[tuple[str | None, str]] = [(_line_below(photo, basis, below), "đoạn chữ ngay dưới ảnh")]
    found += [(each.caption, "chú thích của ảnh khác") for each in article.photos]
    found += [(text, "dòng chú thích trong bài") for text in (*sorted(near), *(each.text for each in loose))]
    if chosen:
        found.append(("", "không có chú thích"))
    confidence, reason = _basis_of(photo, near, loose, several=len(article.photos) > 1)
    return Chosen(
        field="caption", value=chosen, confidence=confidence, reason=reason, about=photo.sha256,
        others=others(found, without=chosen),
    )  # fmt: skip


def _basis_of(photo: ReadPhoto, near: set[str], loose: list[Caption], *, several: bool) -> tuple[float, str]:
    if not photo.caption:
        return (0.55 if loose or near else 0.85), "không thấy dòng nào là chú thích của ảnh này"
    if photo.caption in near:
        return 0.95, "dòng chữ đặt cạnh ảnh trong bài"
    own = next((caption for caption in loose if caption.text == photo.caption), None)
    if own is not None and own.file:
        return 0.97, "dòng chú thích ghi tên tệp ảnh"
    if own is not None and own.number is not None and own.number == number_in(photo.filename):
        return 0.95, f"chú thích số {own.number}, tên tệp ảnh cũng mang số đó"
    if not several and len(loose) == 1:
        return 0.9, "thư có một ảnh và một dòng chú thích"
    return 0.7, "ghép theo thứ tự: ảnh và chú thích không mang số"


def _lines_below(basis: Basis) -> dict[str, str]:
    """By a picture's hash, the short paragraph that stands below it in the body."""
    found: dict[str, str] = {}
    left = [block for _, block in basis.piece.body()]
    for block, following in pairwise(left):
        if isinstance(following, Paragraph):
            text = one_line(text_of(following))
            if 0 < len(words(text)) <= LONGEST:
                found |= {picture.sha256: text for picture in pictures_of(block)}
    return found


def _line_below(photo: ReadPhoto, basis: Basis, below: dict[str, str]) -> str | None:
    hashes = next((each.hashes for each in basis.photos if each.sha256 == photo.sha256), ())
    return next((below[one] for one in hashes if one in below), None)
