"""A word with Vietnamese marks that can be no Vietnamese syllable: "nghành", "tóan", "nứơc".

By rules of spelling and not by a word list: onset, rhyme and tone (`tinbai/vietnamese/syllables.py`). Names, foreign
words and abbreviations are left alone, and so is what the site's lexicon has.
"""

import re
from collections.abc import Iterator

from tinbai.checks.checked import Checked
from tinbai.checks.found import Found
from tinbai.checks.vocabulary.confused import PAIRS
from tinbai.checks.vocabulary.masked import masked
from tinbai.site_data import SiteData
from tinbai.vietnamese.respelled import respelled
from tinbai.vietnamese.syllables import is_syllable

_WORD = re.compile(r"[^\W\d_]+")
_LETTERS = re.compile(r"(?:[a-eghik-vxyàáâãèéêìíòóôõùúýăđĩũơưạ-ỹ])+")  # f, j, w, z are foreign
_LONGEST = 9
_MOST = 20  # findings; a text with more is no Vietnamese


def check(article: Checked, site: SiteData | None) -> Iterator[Found]:
    """Words in lower case with a mark are syllables."""
    lexicon = {word.lower() for line in (site.lexicon if site else ()) for word in line.split()}
    told = 0
    for passage in article.passages:
        for word in _WORD.finditer(masked(passage.text)):
            if not _is_wrong(word[0]) or word[0] in lexicon or word[0] in PAIRS:
                continue
            told += 1
            if told > _MOST:
                return
            yield Found(
                where=passage.where(*word.span()),
                message=f"Chữ “{word[0]}” không phải âm tiết tiếng Việt: có thể gõ nhầm.",
                repairs=respelled(word[0]),
                confidence=0.8,
            )


def _is_wrong(word: str) -> bool:
    if word.isascii() or not word.islower() or is_syllable(word) or len(word) > _LONGEST:
        return False
    return _LETTERS.fullmatch(word) is not None
