"""How sure it is who wrote an article, and for which unit."""

from ingest.anatomy import byline as bylines
from ingest.anatomy.chosen_basis import Basis, others
from ingest.anatomy.letter_text import SIGNATURE
from ingest.anatomy.people import contributor
from ingest.anatomy.title import SENTENCE_ENDS
from ingest.anatomy.words import one_line, words
from ingest.reading import Chosen, ReadArticle
from tinbai.blocks import Paragraph, text_of

LAST_LINES = 2
UNIT_OF_SENDER = "đơn vị của người gửi trong danh sách cộng tác viên"


def byline(basis: Basis) -> Chosen:
    """The line as it is printed below the article."""
    found = basis.piece.byline.text
    chosen = found or ""
    if found and any(bylines.parse(line) for line in found.split("\n")):
        confidence, reason = 0.96, "dòng ghi người viết, người chụp ảnh hoặc nguồn"
    elif found:
        confidence, reason = 0.75, "tên đứng riêng một dòng"
    else:
        confidence, reason = 0.8, "không thấy dòng nào ghi tác giả"
    alternatives = [(line, "dòng cuối bài") for line in _last_lines(basis)]
    alternatives += [(line, "chữ ký cuối thư") for line in _signature(basis)]
    if chosen:
        alternatives.append(("", "không ghi: để dòng này trong bài"))
    return Chosen(
        field="byline", value=chosen, confidence=confidence, reason=reason,
        others=others(alternatives, without=chosen),
    )  # fmt: skip


def _last_lines(basis: Basis) -> list[str]:
    found = [one_line(text_of(block)) for _, block in basis.piece.body()[-LAST_LINES:] if isinstance(block, Paragraph)]
    return [line for line in found if 0 < len(words(line)) <= bylines.LONGEST and not line.endswith(SENTENCE_ENDS)]


def _signature(basis: Basis) -> list[str]:
    pieces = [*basis.piece.candidate.sheet.pieces(), *basis.choice.set_aside]
    lines = [line for piece in pieces if piece.why == SIGNATURE for line in piece.text.split("\n")[:1]]
    return [line for line in lines if 0 < len(words(line)) <= bylines.LONGEST]


def author(article: ReadArticle, basis: Basis) -> Chosen:
    """Who wrote it."""
    chosen = article.author or ""
    known = contributor(basis.letter.sender, basis.site)
    if chosen and chosen == basis.piece.byline.author:
        confidence, reason = 0.92, "tên trong dòng ghi tác giả"
    elif chosen:
        confidence, reason = 0.75, "chủ hộp thư cá nhân đã gửi bài"
    else:
        confidence, reason = 0.7, "bài không ghi tên ai"
    sender = basis.letter.sender
    found = [
        (basis.piece.byline.author, "tên trong dòng ghi tác giả"),
        (known.name if known else None, "cộng tác viên đã gửi thư"),
        (sender.name if sender else None, "tên người gửi trên thư"),
        (article.unit, "đơn vị gửi bài"),
    ]
    return Chosen(
        field="author", value=chosen, confidence=confidence, reason=reason, others=others(found, without=chosen)
    )


def unit(article: ReadArticle, basis: Basis) -> Chosen:
    """Which unit it is credited to."""
    chosen = article.unit or ""
    own = _unit_of_sender(basis)
    if chosen and chosen == own:
        confidence, reason = 0.95, UNIT_OF_SENDER
    elif chosen and chosen == basis.piece.byline.unit:
        confidence, reason = 0.85, "đơn vị ghi cùng tên tác giả"
    elif chosen and article.from_part != "body":
        confidence, reason = 0.85, "đơn vị ghi trong tên tệp hoặc tên người gửi"
    elif chosen:
        confidence, reason = 0.7, "tên người gửi trên thư"
    else:
        confidence, reason = 0.6, "không rõ bài của đơn vị nào"
    found = [(own, UNIT_OF_SENDER), (basis.piece.byline.unit, "đơn vị ghi cùng tên tác giả")]
    return Chosen(
        field="unit", value=chosen, confidence=confidence, reason=reason, others=others(found, without=chosen)
    )


def _unit_of_sender(basis: Basis) -> str | None:
    known = contributor(basis.letter.sender, basis.site)
    if known is None or basis.site is None:
        return None
    return next((each.name for each in basis.site.units if each.key == known.unit), None)
