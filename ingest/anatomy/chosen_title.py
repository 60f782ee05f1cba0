"""How sure the title and the summary are, and which other lines could be them."""

from collections.abc import Mapping

from ingest.anatomy.chosen_basis import Basis, others
from ingest.anatomy.subject import has_diacritics, title_from
from ingest.anatomy.summary import LONGEST as LONGEST_SUMMARY
from ingest.anatomy.title import LONGEST, SENTENCE_ENDS, Look
from ingest.anatomy.words import one_line, words
from ingest.reading import Chosen
from tinbai.text import fold

LINES = 3  # at the top of the body that could be a title
SHORTEST_SUMMARY = 8  # words
_LOOKS: Mapping[Look, tuple[float, str]] = {
    Look.HEADING: (0.97, "dòng đầu bài, đặt kiểu đề mục"),
    Look.CENTRED_CAPITALS: (0.97, "dòng đầu bài, chữ hoa ở giữa trang"),
    Look.CAPITALS: (0.94, "dòng đầu bài, viết chữ hoa"),
    Look.CENTRED_BOLD: (0.96, "dòng đầu bài, chữ đậm ở giữa trang"),
    Look.BOLD: (0.92, "dòng đầu bài, chữ đậm"),
    Look.CENTRED: (0.85, "dòng đầu bài, ở giữa trang"),
    Look.PLAIN: (0.7, "dòng ngắn ở đầu bài, không có dấu hiệu nào khác"),
}


def title(basis: Basis) -> Chosen:
    """The title. Where the letter's subject says something else than a line that is merely short, it is less sure."""
    piece = basis.piece
    subject = title_from(basis.letter.subject, accented=False)
    confidence, reason = _title_basis(basis, subject)
    found = [
        (subject, "tiêu đề thư"),
        (piece.title_line or None, "chỉ dòng đầu của tiêu đề"),
        *((line, "dòng trong bài") for line in basis.lines(LINES, LONGEST) if not line.endswith(SENTENCE_ENDS)),
        (_name_of_file(basis), "tên tệp"),
    ]
    chosen = piece.title or ""
    return Chosen(
        field="title", value=chosen, confidence=confidence, reason=reason, others=others(found, without=chosen)
    )


def _title_basis(basis: Basis, subject: str | None) -> tuple[float, str]:
    piece = basis.piece
    if not piece.title:
        return 0.2, "không thấy dòng nào là tiêu đề"
    if piece.labels.title:
        return 0.98, "dòng ghi “Tiêu đề:” trong bài"
    if piece.title_look:
        confidence, reason = _LOOKS[piece.title_look]
        told = set(words(fold(subject or ""))) & set(words(fold(piece.title)))
        return (0.9, f"{reason}, giống tiêu đề thư") if confidence < 0.9 and len(told) > 2 else (confidence, reason)
    if piece.titled:
        return 0.9, "ghép từ các trường của văn bản"
    return (0.85 if basis.piece.candidate.source is None else 0.65), "lấy tiêu đề thư, vì trong bài không có"


def _name_of_file(basis: Basis) -> str | None:
    source = basis.piece.candidate.source
    stem = one_line(source.name.rpartition(".")[0].replace("_", " ")) if source else ""
    return stem if len(words(stem)) > 2 and has_diacritics(stem) else None


def summary(basis: Basis) -> Chosen:
    """The lead, or none."""
    piece = basis.piece
    chosen = piece.summary or ""
    first = next((line for line in basis.lines(1, LONGEST_SUMMARY) if len(words(line)) >= SHORTEST_SUMMARY), None)
    found = [(first, "đoạn đầu của bài")]
    if chosen:
        found.append(("", "không có tóm tắt: để đoạn này trong bài"))
    if piece.labels.summary:
        confidence, reason = 0.98, "dòng ghi “Tóm tắt:” hoặc “Sapo:” trong bài"
    elif chosen:
        confidence, reason = 0.9, "đoạn đầu in đậm hoặc in nghiêng, khác các đoạn sau"
    else:
        confidence, reason = 0.8, "không có đoạn đầu nào in khác các đoạn sau"
    return Chosen(
        field="summary", value=chosen, confidence=confidence, reason=reason, others=others(found, without=chosen)
    )
