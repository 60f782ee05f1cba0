"""How sure the encoding of an article's source is, and which others would make sense of it."""

from collections.abc import Iterator

from ingest.anatomy.chosen_basis import Basis, opening
from ingest.reading import Chosen, Other, ReadArticle
from ingest.source import Source
from ingest.vietnamese import viqr
from ingest.vietnamese.repair import decoded_as
from tinbai.blocks import text_of
from tinbai.vietnamese.detect import DECODERS, has_unicode_vietnamese, marked_words, share_of_syllables
from tinbai.vietnamese.encoding import Encoding

SAMPLE = 4_000  # characters that are judged
WORDS_TRIED = 40  # marked words that every other encoding is tried on
SENSE = 0.5  # share of marked words that another encoding must turn into syllables to be offered
NAMES = {
    Encoding.UNICODE: "giữ nguyên chữ như trong thư",
    Encoding.TCVN3: "TCVN3 (ABC)",
    Encoding.VNI: "VNI",
    Encoding.VISCII: "VISCII",
    Encoding.VPS: "VPS",
    Encoding.VIQR: "VIQR (chữ không dấu kèm ký hiệu)",
}


def encoding(article: ReadArticle, basis: Basis) -> list[Chosen]:
    """The encoding of the text that the article was taken from."""
    source = basis.piece.candidate.source or basis.body
    if source is None:
        return []
    before = (source.original or _text(source))[:SAMPLE]
    confidence, reason = _basis_of(source)
    found = tuple(_offered(before, article.encoding))
    return [Chosen(field="encoding", value=str(article.encoding), confidence=confidence, reason=reason, others=found)]


def _basis_of(source: Source) -> tuple[float, str]:
    after = _text(source)[:SAMPLE]
    if source.encoding is Encoding.UNICODE:
        if after.isascii() and viqr.could_be(after):
            return 0.5, "chữ không dấu, có thể gõ theo lối VIQR"
        marked = [] if after.isascii() or has_unicode_vietnamese(after) else marked_words(after)
        sense = share_of_syllables(marked)
        return (1.0, "chữ Unicode") if sense >= SENSE else (0.6, "có chữ không đọc được thành tiếng Việt")
    sense = round(min(0.98, share_of_syllables(marked_words(after))), 2)
    if source.encoding is Encoding.MIXED:
        return min(sense, 0.75), "trong bài có nhiều bảng mã cũ khác nhau"
    return sense, "theo phông chữ, hoặc vì chuyển mã xong thì chữ đọc được"


def _offered(before: str, now: Encoding) -> Iterator[Other]:
    """What would give something else and makes some sense."""
    if before.isascii():
        if now is not Encoding.VIQR and viqr.could_be(before):
            yield _other(before, Encoding.VIQR)
        elif now is Encoding.VIQR:
            yield _other(before, Encoding.UNICODE)
        return
    if now is not Encoding.UNICODE:
        yield _other(before, Encoding.UNICODE)
    elif has_unicode_vietnamese(before):
        return
    marked = marked_words(before)[:WORDS_TRIED]
    for each in DECODERS:
        if each is not now and share_of_syllables([decoded_as(word, each) for word in marked]) >= SENSE:
            yield _other(before, each)


def _other(before: str, encoding: Encoding) -> Other:
    telling = next((line for line in before.split("\n") if encoding is Encoding.VIQR or not line.isascii()), before)
    return Other(value=str(encoding), label=f"{NAMES[encoding]}: “{opening(decoded_as(telling, encoding))}”")


def _text(source: Source) -> str:
    """As much of a source's text as is judged."""
    found: list[str] = []
    length = 0
    for block in source.blocks:
        text = text_of(block)
        found.append(text)
        length += len(text)
        if length > SAMPLE:
            break
    return "\n".join(found)
