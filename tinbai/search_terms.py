"""What an article is found by: the terms of its text, and of what somebody typed to find it.

A term is a word without its marks ("dang" for "Đảng"). A word that has marks gives a second term, which begins with
"=" and keeps them, the tone at its end: "hòa" and "hoà" are one word. Other first letters hold what is no word: "#" a
check that found something, "!" the severity of a finding, "@" the site. Both full-text indexes are filled with these
same terms, so that both find the same.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tinbai.text import fold

LONGEST_WORD = 40
MOST_WORDS = 12
MOST_TERMS = 20_000  # of one article: what comes after is not found
MOST_BYTES = 900_000  # of them all; PostgreSQL's tsvector holds 1,048,575 and refuses more
_WORD = re.compile(r"[^\W_]+")
_NAME = re.compile(r"[a-z0-9_]+")
_TONES = {"\u0300": "1", "\u0301": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5"}


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What is looked for. Every term of `folded` must be there; the last one may be the beginning of a word.

    `exact` asks besides for the marks as they were typed; None when none were.
    """

    folded: tuple[str, ...] = ()
    exact: tuple[str, ...] | None = None
    prefix: bool = False  # whether the last of `folded` may be a beginning


def words_of(text: str) -> list[str]:
    """The words of a text, in order, in lower case, as they are written."""
    return [word[:LONGEST_WORD] for word in _WORD.findall(unicodedata.normalize("NFC", text).lower())]


def terms_of_text(texts: Iterable[str]) -> list[str]:
    """The terms of these texts, each one once: the first MOST_TERMS, as far as they fit into MOST_BYTES of UTF-8."""
    found: dict[str, None] = {}
    size = 0
    for word in (word for text in texts for word in words_of(text)):
        for term in (word,) if word.isascii() else _terms_of_word(word):
            if term in found:
                continue
            size += len(term.encode())
            if len(found) == MOST_TERMS or size > MOST_BYTES:
                return list(found)
            found[term] = None
    return list(found)


@lru_cache(maxsize=4_096)
def _terms_of_word(word: str) -> tuple[str, ...]:
    """Of one word that is not ASCII. Vietnamese has some 7,000 syllables, and every article uses the same hundreds.

    Figures are not remembered: each article has its own number, and they would fill this for ever.
    """
    bare = fold(word)
    terms = (bare,) if bare else ()
    return terms if bare == word else (*terms, marked(word))


def terms_of_findings(findings: Iterable[Mapping[str, Any]]) -> list[str]:
    """A term for each check that found something, and for each severity."""
    found: dict[str, None] = {}
    for finding in findings:
        for term in (check_term(str(finding.get("check", ""))), severity_term(str(finding.get("severity", "")))):
            if term is not None:
                found[term] = None
    return list(found)


def check_term(name: str) -> str | None:
    """The term for a check; None when its name is none."""
    return f"#{name}" if _NAME.fullmatch(name) else None


def severity_term(name: str) -> str | None:
    """The term for a severity; None when its name is none."""
    return f"!{name}" if _NAME.fullmatch(name) else None


def site_term(site_id: int) -> str:
    """The term that every article of a site has."""
    return f"@{site_id}"


def wanted(typed: str) -> Wanted:
    """What somebody looks for who typed this."""
    words = words_of(typed)[:MOST_WORDS]
    folded = tuple(bare for word in words if (bare := fold(word)))
    exact = tuple(marked(word) if fold(word) != word else word for word in words)
    return Wanted(
        folded=folded, exact=exact if exact != folded else None, prefix=bool(folded) and len(folded[-1]) > 1
    )  # fmt: skip


def marked(word: str) -> str:
    """The term of a word with its marks."""
    letters, tone = [], ""
    for letter in unicodedata.normalize("NFD", word):
        if letter in _TONES:
            tone = _TONES[letter]
        else:
            letters.append(letter)
    return "=" + unicodedata.normalize("NFC", "".join(letters)) + tone
