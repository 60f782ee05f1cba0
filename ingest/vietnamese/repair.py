"""Repair of one text without fonts, by its content. `repair_blocks.py` repairs what has fonts."""

import re
from collections import Counter
from dataclasses import dataclass

from ingest.vietnamese import viqr
from ingest.vietnamese.normal import normal
from ingest.vietnamese.wished import wished
from tinbai.vietnamese.detect import DECODERS, detect, has_unicode_vietnamese, marked_words, share_of_syllables
from tinbai.vietnamese.encoding import Encoding
from tinbai.vietnamese.mojibake import unread

_SURELY_UNICODE = 0.9
_HARDLY_LEGACY = 0.5
_NO_COINCIDENCE = 3  # so many marked words in a legacy encoding are not all syllables of Unicode as well
_LINES_JUDGED = 5_000  # one by one; those after them are taken for what the whole is
_DOMINANT = 0.8  # of the marked characters: less than this in one encoding makes a text a mixed one
_LINE = re.compile(r"[^\r\n]*(?:\r\n|[\r\n])|[^\r\n]+")  # some letters of VPS end a line for str.splitlines


@dataclass(frozen=True, kw_only=True)
class Repaired:
    """A text in Unicode NFC, the encoding it came in, and how sure that is, from 0 to 1."""

    text: str
    encoding: Encoding
    confidence: float


def repair_loose(text: str) -> Repaired:
    """Repair a text that has no fonts (a subject, a file name, a plain letter), line by line."""
    readable = unread(text)
    if (wish := wished()) is not None:
        changed = "".join(decoded_as(line, wish) for line in _LINE.findall(readable))
        return Repaired(text=changed, encoding=wish if changed != text else Encoding.UNICODE, confidence=1.0)
    whole = detect(readable)
    expected = whole.encoding if whole.encoding in DECODERS else None
    weights: Counter[Encoding] = Counter()
    lines = []
    for number, line in enumerate(_LINE.findall(readable)):
        encoding = detect(line, expected).encoding if number < _LINES_JUDGED else expected or Encoding.UNICODE
        weights[encoding] += beyond_ascii(line)
        lines.append(decoded(line, encoding))
    return Repaired(text="".join(lines), encoding=dominant(weights), confidence=whole.confidence)


def decoded_as(text: str, wish: Encoding) -> str:
    """`text` from the encoding that an editor asked for; what is plainly Unicode stays."""
    if wish is Encoding.VIQR:
        return normal(viqr.decode(text) if text.isascii() else text)
    return decoded(text, Encoding.UNICODE if has_unicode_vietnamese(text) else wish)


def decoded(text: str, encoding: Encoding, *, capitals: bool = False) -> str:
    """`text` from `encoding` to NFC; `capitals`: its font drew capitals."""
    decode = DECODERS.get(encoding)
    plain = normal(decode(text) if decode else text)
    return plain.upper() if capitals else plain


def contradicts_font(text: str, drawn: Encoding) -> bool:
    """Whether `text` is plainly Unicode although its font draws `drawn`: text pasted into such a paragraph is."""
    if has_unicode_vietnamese(text):
        return True
    marked = marked_words(text)
    before, after = share_of_syllables(marked), share_of_syllables([DECODERS[drawn](word) for word in marked])
    if len(marked) >= _NO_COINCIDENCE and before == 1:
        return True
    return before >= _SURELY_UNICODE and after < _HARDLY_LEGACY


def beyond_ascii(text: str) -> int:
    """How many characters of `text` are not ASCII: what its encoding matters for."""
    return 0 if text.isascii() else len(text) - len(text.encode("ascii", "ignore"))


def dominant(weights: Counter[Encoding]) -> Encoding:
    """The encoding of a text whose marked characters are so distributed."""
    legacy = [encoding for encoding in weights if encoding in DECODERS and weights[encoding]]
    if not legacy:
        return Encoding.UNICODE
    encoding, weight = weights.most_common(1)[0]
    return encoding if encoding in DECODERS and weight >= _DOMINANT * weights.total() else Encoding.MIXED
