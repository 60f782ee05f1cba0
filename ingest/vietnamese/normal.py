"""Unicode text as the product keeps it: NFC, only characters that mean something."""

import re
from functools import cache

from tinbai.text import nfc
from tinbai.vietnamese.detect import has_unicode_vietnamese

# Controls, zero-width characters, direction overrides, the byte order mark, lone surrogates, soft hyphens: whatever
# is drawn by nothing, or draws other text than what is stored.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_LINE_BREAKS = re.compile("\r\n|[\r\x85\u2028\u2029]")
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_MARKS = "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u064b-\u065f\u0e38-\u0e4b\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
_D_LOOK_ALIKES = str.maketrans({"Ð": "Đ", "\u0189": "Đ", "ð": "đ", "\u0256": "đ"})  # Eth, African D


@cache
def _many_marks(most: int) -> re.Pattern[str]:
    return re.compile(f"([{_MARKS}]{{{most}}})[{_MARKS}]+")


def normal(text: str, *, combining_marks: int = 30) -> str:
    r"""`text` in NFC without what cannot be seen; every kind of space is a space, every line break is "\n".

    Marks beyond `combining_marks` in a row are dropped first: normalising them takes quadratic time (UAX #15).
    """
    if text.isascii() and text.isprintable():
        return text
    # What can be printed is none of these; most text is only that, and all of this is asked for each run of each line.
    seen = text if text.isprintable() else _SPACES.sub(" ", _LINE_BREAKS.sub("\n", _INVISIBLE.sub("", text)))
    composed = nfc(_many_marks(combining_marks).sub(r"\1", seen) if len(seen) > combining_marks else seen)
    return composed.translate(_D_LOOK_ALIKES) if has_unicode_vietnamese(composed) else composed
