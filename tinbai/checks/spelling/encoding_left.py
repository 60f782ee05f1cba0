"""Text in a legacy encoding (TCVN3, VNI, ...) or UTF-8 read wrongly, that the reading of the letter left as it was.

Quyết định 72/2002/QĐ-TTg: Unicode (TCVN 6909:2001) is what Party and State bodies exchange.
"""

from collections.abc import Iterator

from tinbai.checks.checked import Checked
from tinbai.checks.found import Found
from tinbai.checks.passages import Passage
from tinbai.checks.vocabulary.look_alikes import ETH
from tinbai.site_data import SiteData
from tinbai.vietnamese.detect import DECODERS, detect
from tinbai.vietnamese.encoding import Encoding
from tinbai.vietnamese.mojibake import unread

_SAMPLE = 20_000  # characters
_LOST = "\ufffd"


def check(article: Checked, _site: SiteData | None) -> Iterator[Found]:
    """Every text is Unicode Vietnamese; what looks otherwise is shown with what it would be."""
    for passage in article.passages:
        text = passage.text[:_SAMPLE]
        if not text.isascii():
            yield from _of(passage, text)


def _of(passage: Passage, text: str) -> Iterator[Found]:
    encoding = detect(text).encoding
    whole = passage.where(0, len(text))
    if encoding is not Encoding.UNICODE:
        name = {Encoding.TCVN3: "TCVN3 (ABC)", Encoding.VNI: "VNI"}.get(encoding, encoding.upper())
        yield Found(where=whole, message=f"Đoạn này còn lỗi bảng mã {name}.", repairs=(DECODERS[encoding](text),))
    elif (repaired := unread(text)) != text:
        yield Found(where=whole, message="Đoạn này là chữ UTF-8 bị đọc sai bảng mã.", repairs=(repaired,))
    elif _LOST in text:
        at = text.index(_LOST)
        yield Found(where=passage.where(at, at + 1), message="Có chữ bị hỏng khi chuyển mã: hãy đối chiếu với bản gốc.")
    elif any(letter in text for letter in ETH):
        at = min(text.index(letter) for letter in ETH if letter in text)
        yield Found(
            where=passage.where(at, at + 1),
            message="Chữ Đ này là ký tự của bảng chữ khác, máy tìm kiếm không nhận ra.",
            repairs=(ETH[text[at]],),
        )
