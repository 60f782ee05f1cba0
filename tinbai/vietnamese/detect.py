"""Which encoding a text is in, judged by its content alone.

A text is taken for a legacy encoding only when decoding turns its marked words into Vietnamese syllables and they
were none before. The bar stands high: a wrong repair destroys a text, a missed one only leaves it ugly. It stands
higher still for VISCII and VPS, which share most codes with Latin-1 and are rare: only where TCVN3 and VNI do not fit.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tinbai.vietnamese import tcvn3, viscii, vni, vps
from tinbai.vietnamese.encoding import Encoding
from tinbai.vietnamese.syllables import is_bare_syllable, is_syllable

DECODERS: dict[Encoding, Callable[[str], str]] = {
    Encoding.TCVN3: tcvn3.decode,
    Encoding.VNI: vni.decode,
    Encoding.VISCII: viscii.decode,
    Encoding.VPS: vps.decode,
}
_COMMON = (Encoding.TCVN3, Encoding.VNI)
_RARE = (Encoding.VISCII, Encoding.VPS)

_VALID_AFTER = 0.9
_VALID_BEFORE = 0.5
_LEAD_OVER_RUNNER_UP = 0.05
_BARE_VALID = 0.7  # words without marks may be names, abbreviations, figures
_ENOUGH_MARKED_WORDS = 3  # fewer than these need a tell-tale besides
_ENOUGH_FOR_RARE = 5  # different ones; there are no tell-tales
_EXPECTED_VALID_AFTER = 0.75  # once the rest of the source is known to be in an encoding
_SAMPLE = 20_000  # characters that are looked at

_UNICODE_ONLY = re.compile(r"[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")
_DIGIT = re.compile(r"[\d²³¹\u2070-\u2089]")
_SPACES = re.compile(r"[^\S\x1c-\x1f\x85]+")  # those five are letters of VPS and VISCII
_BETWEEN_WORDS = re.compile(r"[-/–.,;:(]")
_EDGES = " \t\n.,;:!?()[]{}<>\"'/\\|*+=~_-–—“”‘’…&%#@$"
# Signs between letters, where no writing but these fonts' puts them; in VNI, two marked vowels or đ in one word.
_TELL_TALES = {
    Encoding.TCVN3: re.compile(
        r"[^\W\d_][µ¶·¸¹©«¬ª®¨\u00ad»¼½¾][^\W\d_]|(?<!\w)[®§][^\W\d_\u00ad]|®\u00ad|\w[·µ](?!\w)"
    ),
    Encoding.VNI: re.compile(r"[öô][ôùøûõï]|ö[ôaiutn]|[aeo][äåáà]|ñ[aeiouyôö]|[aeouyAEOUY][ïøûõù][a-z]|[Ññ][oôöa]"),
}


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """An encoding and how sure it is, from 0 to 1."""

    encoding: Encoding
    confidence: float


def has_unicode_vietnamese(text: str) -> bool:
    """Whether `text` has letters that only Unicode Vietnamese has; then it is in no legacy encoding."""
    return _UNICODE_ONLY.search(text) is not None


def detect(text: str, expected: Encoding | None = None) -> Verdict:
    """Judge `text`. `expected` is what the rest of its source is in: then a lower bar will do."""
    sample = text[:_SAMPLE]
    if sample.isascii() or has_unicode_vietnamese(sample):
        return Verdict(encoding=Encoding.UNICODE, confidence=1.0)
    marked, bare = _words(sample)
    if not marked:
        return Verdict(encoding=Encoding.UNICODE, confidence=1.0)
    before = share_of_syllables(marked)
    scores = {encoding: _decoded_share(marked, encoding) for encoding in _COMMON}
    if before <= _VALID_BEFORE or expected in _RARE:
        scores |= {encoding: _decoded_share(marked, encoding) for encoding in _RARE}
    best = max(scores, key=lambda encoding: (scores[encoding], encoding == expected))
    if best == expected and scores[best] >= _EXPECTED_VALID_AFTER and scores[best] > before:
        return Verdict(encoding=best, confidence=scores[best])
    if before <= _VALID_BEFORE and _bare_words_fit(bare):
        common = {encoding: scores[encoding] for encoding in _COMMON}
        for rivals, enough in ((common, _enough), (scores, _enough_for_rare)):
            best = max(rivals, key=rivals.__getitem__)
            if _is_clear(best, rivals) and enough(marked, sample, best):
                return Verdict(encoding=best, confidence=rivals[best])
    return Verdict(encoding=Encoding.UNICODE, confidence=before)


def _is_clear(best: Encoding, scores: Mapping[Encoding, float]) -> bool:
    runner_up = max(score for encoding, score in scores.items() if encoding != best)
    return scores[best] >= _VALID_AFTER and scores[best] >= runner_up + _LEAD_OVER_RUNNER_UP


def share_of_syllables(words: Sequence[str]) -> float:
    """The share of `words` that are Vietnamese syllables; 1 when there are none."""
    return sum(map(is_syllable, words)) / len(words) if words else 1.0


def marked_words(text: str) -> list[str]:
    """The words of `text` that carry a character beyond ASCII."""
    return _words(text)[0]


def _words(text: str) -> tuple[list[str], list[str]]:
    """Words with and without characters beyond ASCII; figures and abbreviations in capitals are neither."""
    words = [word for piece in _SPACES.split(text) for word in _BETWEEN_WORDS.split(piece.strip(_EDGES)) if word]
    marked = [word for word in words if not word.isascii() and not _DIGIT.search(word)]
    bare = [word for word in words if word.isascii() and word.isalpha() and not word.isupper()]
    return [word.strip(_EDGES) for word in marked], bare


def _decoded_share(words: Sequence[str], encoding: Encoding) -> float:
    return share_of_syllables([DECODERS[encoding](word) for word in words])


def _bare_words_fit(bare: Sequence[str]) -> bool:
    return sum(map(is_bare_syllable, bare)) >= _BARE_VALID * len(bare)


def _enough(marked: Sequence[str], text: str, encoding: Encoding) -> bool:
    return len(marked) >= _ENOUGH_MARKED_WORDS or _TELL_TALES[encoding].search(text) is not None


def _enough_for_rare(marked: Sequence[str], _text: str, encoding: Encoding) -> bool:
    return encoding in _RARE and len(set(marked)) >= _ENOUGH_FOR_RARE
