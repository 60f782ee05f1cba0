"""Letters that only named roles may see: why, and where it shows. Nothing of their text is in the answer."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from ingest.anatomy.kinds import is_settlement
from ingest.letter import Letter
from ingest.petitions import is_petition
from ingest.reading import ReadArticle
from ingest.source import Source
from tinbai.blocks import text_of
from tinbai.kind import Kind
from tinbai.restriction import Restriction
from tinbai.secrecy_marks import has_mark

_OPENED = 4_000  # lines of one text that are looked at: marks and headings stand at the top, or in a footer


@dataclass(frozen=True, kw_only=True)
class Restricted:
    """What a letter is, and the reason in words for whoever may see it."""

    restriction: Restriction
    reason: str


def restricted(
    letter: Letter, sources: Sequence[Source | None] = (), articles: Sequence[ReadArticle] = ()
) -> Restricted | None:
    """What keeps a letter from the eyes of the board, or None.

    `sources` are all of its texts as they were read: typed, from documents, from scans; `articles` tell whether it is
    the result of a proceeding, which is to be published, or a question.
    """
    read = [source for source in sources if source]
    place = _place_of_mark(letter, read)
    if place is not None:
        return Restricted(restriction=Restriction.SECRET, reason=_MARKED.format(place=place))
    titles = [article.title for article in articles] or [None]
    if not any(is_settlement(title, letter.subject) for title in titles) and is_petition(
        subject=letter.subject,
        names=[_stem(part.filename) for part in letter.parts],
        lines=[*_lines(letter.text), *(line for source in read for line in _lines_of(source))],
        asks=any(article.kind is Kind.QUESTION for article in articles),
    ):
        return Restricted(restriction=Restriction.PETITION, reason=_PETITION)
    return None


_MARKED = (
    "Có dấu chỉ độ mật hoặc dấu lưu hành nội bộ ở {place}. Không sao chép, không chuyển tiếp, không đăng; "
    "báo người phụ trách bảo vệ bí mật nhà nước của cơ quan. Chỉ thả ra khi chắc chắn đó không phải là dấu mật."
)
_PETITION = (
    "Có vẻ là đơn tố cáo, khiếu nại hoặc đơn thư riêng của công dân. Không lập thành tin, bài, không trả lời tự động; "
    "chuyển cho bộ phận tiếp công dân, xử lý đơn và giữ kín thông tin người gửi."
)


def _place_of_mark(letter: Letter, sources: Sequence[Source]) -> str | None:
    if has_mark([letter.subject or ""]):
        return "tiêu đề thư"
    if has_mark(_lines(letter.text)):
        return "nội dung thư"
    for number, part in enumerate(letter.parts, start=1):
        if has_mark([_stem(part.filename).replace("_", "  ")]):
            return f"tên tệp đính kèm thứ {number}"
    for source in sources:
        if has_mark(_lines_of(source)):
            return "nội dung thư" if source.sha256 is None else "nội dung tệp đính kèm"
    return None


def _lines_of(source: Source) -> Iterator[str]:
    """The lines of a source and of what was set aside of it: headers, footers, boxes, comments."""
    texts = [*(text_of(block) for block in source.blocks), *(piece.text for piece in source.set_aside)]
    yield from _lines("\n".join(texts))


def _lines(text: str) -> Iterable[str]:
    lines = text.splitlines()
    return lines if len(lines) <= _OPENED else [*lines[: _OPENED // 2], *lines[-_OPENED // 2 :]]


def _stem(filename: str) -> str:
    return PurePosixPath(filename).stem
