"""How sure column, genre and kind are."""

from collections.abc import Mapping

from ingest.anatomy.chosen_basis import Basis, others
from ingest.anatomy.genre import IN_SUBJECT, LONGEST_NEWS, OF_KIND
from ingest.anatomy.words import words
from ingest.reading import Chosen, Other, ReadArticle
from tinbai.kind import Kind
from tinbai.text import fold

SURE_ENOUGH = 0.6  # a column is filled in from here on; below, it is only suggested
DOUBTFUL_LENGTH = 80  # words around the border between news and longer pieces
_KINDS: Mapping[Kind, tuple[float, str]] = {
    Kind.ARTICLE: (0.95, "không có dấu hiệu của văn bản, câu hỏi hay kết quả giải quyết đơn thư"),
    Kind.DOCUMENT: (0.88, "thư gửi kèm tệp PDF và nói đến việc đăng văn bản"),
    Kind.QUESTION: (0.8, "người gửi hỏi hoặc phản ánh, và không có trong danh sách cộng tác viên"),
    Kind.SETTLEMENT: (0.9, "tiêu đề nói đến kết quả giải quyết đơn thư"),
}
_KIND_WORDS: Mapping[Kind, str] = {
    Kind.ARTICLE: "tin, bài",
    Kind.DOCUMENT: "văn bản",
    Kind.QUESTION: "câu hỏi",
    Kind.SETTLEMENT: "kết quả giải quyết đơn thư",
}


def column(article: ReadArticle) -> list[Chosen]:
    """The column, when there is a site with columns to choose from."""
    if not article.columns:
        return []
    best, *rest = article.columns
    sure = best.confidence >= SURE_ENOUGH
    offered = rest if sure else article.columns
    return [
        Chosen(
            field="column", value=best.name if sure else "", confidence=best.confidence,
            reason=best.reason if sure else "chưa chuyên mục nào đủ chắc nên chưa chọn",
            others=tuple(Other(value=guess.name, label=guess.reason) for guess in offered),
        )
    ]  # fmt: skip


def genre(article: ReadArticle, basis: Basis) -> Chosen:
    """The genre."""
    confidence, reason = _genre_basis(article, basis)
    found = [("Tin", "thể loại khác"), ("Bài", "thể loại khác"), ("Thông báo", "thể loại khác")]
    if article.kind in OF_KIND:
        found = []
    chosen = article.genre or ""
    return Chosen(
        field="genre", value=chosen, confidence=confidence, reason=reason, others=others(found, without=chosen)
    )


def _genre_basis(article: ReadArticle, basis: Basis) -> tuple[float, str]:
    piece = basis.piece
    if article.kind in OF_KIND:
        return 0.95, "theo loại nội dung"
    if piece.labels.genre:
        return 0.97, "dòng ghi thể loại trong bài"
    if piece.byline.genre:
        return 0.9, "theo dòng ghi tác giả"
    if article.genre == "Thông báo":
        return 0.9, "tiêu đề bắt đầu bằng “Thông báo”"
    if IN_SUBJECT.match(fold(basis.letter.subject or "")):
        return 0.85, "theo tiêu đề thư"
    length = len(words("\n".join(part for part in (article.summary, article.body_text) if part)))
    near = abs(length - LONGEST_NEWS) < DOUBTFUL_LENGTH
    return (0.55 if near else 0.7), f"theo độ dài: {length} chữ"


def kind(article: ReadArticle) -> list[Chosen]:
    """What kind of thing it is."""
    confidence, reason = _KINDS[article.kind]
    found = tuple(
        Other(value=str(each), label=f"đọc lại như {_KIND_WORDS[each]}") for each in Kind if each != article.kind
    )
    return [Chosen(field="kind", value=str(article.kind), confidence=confidence, reason=reason, others=found)]
