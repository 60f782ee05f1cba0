"""How sure it is which text the article is: which of the letter's texts, note or article, one item or several."""

from collections.abc import Iterator, Mapping

from ingest.anatomy import letter_text as own_text
from ingest.anatomy import letterhead, paper_foot, reply_lines, writer_lines
from ingest.anatomy.candidates import key_of
from ingest.anatomy.captions import LABEL as CAPTION_LABEL
from ingest.anatomy.chosen_basis import Basis, opening
from ingest.anatomy.items import RULE_WHY
from ingest.anatomy.kinds import is_pdf
from ingest.anatomy.labels import WHY as LABEL
from ingest.anatomy.placing import UNMATCHED
from ingest.anatomy.words import words
from ingest.reading import Chosen, Other, ReadArticle
from ingest.source import BODY, Source
from tinbai.blocks import text_of
from tinbai.wish import Items

RAW = "raw"
SHORT_NOTE, LONG_NOTE, WHOLE_ARTICLE = 40, 90, 250  # words
MOSTLY_COURTESY = 0.5
MOST_SCANS = 3  # that are offered to be read by machine
OFFERED_WORDS = 8  # of a text that is offered as the article
_ASIDE: Mapping[str, float] = {  # how sure it is that what is set aside for this reason belongs in no article
    own_text.GREETING: 0.97, own_text.CLOSING: 0.95, own_text.FOOTER: 0.95, own_text.RULE: 0.98,
    own_text.SIGNATURE: 0.88, own_text.NOTE: 0.9, own_text.EMOJI_WHY: 0.95, letterhead.WHY: 0.92,
    paper_foot.WHY: 0.88, reply_lines.HISTORY: 0.93, reply_lines.ATTRIBUTION: 0.97, reply_lines.DISCLAIMER: 0.95,
    reply_lines.FORWARD_HEADER: 0.97, writer_lines.PRIVATE: 0.9, writer_lines.DATED: 0.8, LABEL: 0.95,
    CAPTION_LABEL: 0.95, UNMATCHED: 0.5, RULE_WHY: 0.98,
}  # fmt: skip
_OTHER_REASON = 0.75


def source(basis: Basis) -> list[Chosen]:
    """Which text of the letter it is."""
    candidate = basis.piece.candidate
    confidence, reason = _source_basis(basis)
    found = [*_other_texts(basis)]
    if not candidate.raw:
        found.append(Other(value=RAW, label="chép nguyên toàn văn, không tách tiêu đề, tác giả, chú thích"))
    else:
        found.append(Other(value=candidate.key, label="tách lại tiêu đề, tác giả, chú thích như thường lệ"))
    return [Chosen(field="source", value=candidate.key, confidence=confidence, reason=reason, others=tuple(found))]


def _source_basis(basis: Basis) -> tuple[float, str]:
    candidate = basis.piece.candidate
    where = f"tệp {candidate.name}" if candidate.source else "thân thư"
    where = f"{where}, chép nguyên" if candidate.raw else where
    if not basis.sources:
        return 1.0, f"{where}; thư không kèm văn bản nào khác"
    if candidate.source is None:
        return 0.75, f"{where}, dài như một bài, dù thư có kèm tệp"
    unused = sum(key_of(each) not in {one.key for one in basis.choice.articles} for each in basis.sources)
    if unused:
        return 0.85, f"{where}; {unused} tệp khác có chữ nhưng không lấy làm bài"
    return 0.96, f"{where}; thân thư chỉ là lời thư" if _note_is_aside(basis) else where


def _other_texts(basis: Basis) -> Iterator[Other]:
    used = {each.key for each in basis.choice.articles}
    if BODY not in used and basis.body is not None and len(words(basis.note)) >= OFFERED_WORDS:
        yield Other(value=BODY, label=f"thân thư: “{opening(basis.note)}”")
    for each in basis.sources:
        text = _opening_of(each)
        if key_of(each) not in used and len(words(text)) > 2:
            yield Other(value=key_of(each), label=f"tệp {each.name}: “{opening(text)}”")
    read = {name for each in basis.sources for name in (each.sha256, each.name)}
    scans = [each for each in basis.letter.parts if is_pdf(each) and not read & {each.sha256, each.filename}]
    for part in scans[:MOST_SCANS]:
        yield Other(value=part.filename, label=f"tệp {part.filename}: để máy đọc bản quét, có thể sai chữ")


def _opening_of(source: Source) -> str:
    found: list[str] = []
    for block in source.blocks:
        found.append(text_of(block))
        if sum(map(len, found)) > 200:
            break
    return " ".join(found)


def _note_is_aside(basis: Basis) -> bool:
    return BODY not in {each.key for each in basis.choice.articles}


def note(basis: Basis) -> list[Chosen]:
    """Whether the letter's own text is a covering note, where something else could be the article."""
    count = len(words(basis.note))
    if not basis.sources or not count:
        return []
    if not _note_is_aside(basis):
        sure = count >= WHOLE_ARTICLE and basis.courteous < MOSTLY_COURTESY / 2
        return [
            Chosen(
                field="note", value="article", confidence=0.92 if sure else 0.7,
                reason=f"thân thư có {count} chữ, ít lời chào hỏi, nên cũng là một bài",
            )
        ]  # fmt: skip
    courteous = basis.courteous > MOSTLY_COURTESY
    confidence = 0.97 if count <= SHORT_NOTE else 0.92 if count <= LONG_NOTE or courteous else 0.75
    return [
        Chosen(
            field="note", value="note", confidence=confidence,
            reason=f"thân thư có {count} chữ" + (", phần lớn là lời chào hỏi" if courteous else ", chỉ giới thiệu tệp"),
        )
    ]  # fmt: skip


def items(basis: Basis) -> list[Chosen]:
    """Whether the text is one article or several."""
    candidate = basis.piece.candidate
    if candidate.split:
        count = sum(each.key == candidate.key for each in basis.choice.articles)
        merge = Other(value=str(Items.ONE), label=f"gộp {count} phần của văn bản này thành một bài")
        reason = f"văn bản có {count} tin, ngăn bằng dòng kẻ, số thứ tự hoặc dòng ghi tác giả"
        return [Chosen(field="items", value=str(Items.SEVERAL), confidence=0.85, reason=reason, others=(merge,))]
    if candidate.splittable:
        part = Other(value=str(Items.SEVERAL), label="tách thành nhiều bài, theo dòng kẻ hoặc dòng giống tiêu đề")
        reason = "văn bản có nhiều dòng giống tiêu đề nhưng không rõ là nhiều tin"
        return [Chosen(field="items", value=str(Items.ONE), confidence=0.8, reason=reason, others=(part,))]
    return [Chosen(field="items", value=str(Items.ONE), confidence=0.97, reason="văn bản chỉ có một tin, bài")]


def set_aside(article: ReadArticle, basis: Basis) -> list[Chosen]:
    """One decision for every reason for which passages were set aside."""
    whys = dict.fromkeys(piece.why for piece in (*basis.choice.set_aside, *article.set_aside))
    return [
        Chosen(
            field="set_aside", value="aside", confidence=_ASIDE.get(why, _OTHER_REASON), reason=why, about=why,
        )
        for why in whys
    ]  # fmt: skip
