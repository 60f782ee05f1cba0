"""Copies planted for the rule on near-duplicates: a text as somebody else sends it once more."""

import re
from collections.abc import Collection, Sequence
from html import escape
from random import Random

from tinbai.checks import CHECKS, Checked, findings_of
from tinbai.checks.earlier import EarlierText
from tinbai.finding import Finding
from tinbai.shingles import sample

(RULE,) = [each for each in CHECKS if each.name == "near_duplicate"]
LONG = 35  # words of a paragraph that somebody takes over
_SENTENCE = re.compile(r"(?<=[.!?])\s")


def words_changed(text: str, share: float, words: Sequence[str], rng: Random) -> str:
    """That share of its words, wherever they stand, are others."""
    return "\n".join(
        " ".join(rng.choice(words) if rng.random() < share else word for word in line.split())
        for line in text.split("\n")
    )


def sentences_changed(text: str, share: float, sentences: Sequence[str], rng: Random) -> str:
    """That share of its sentences are others."""
    return "\n".join(
        " ".join(rng.choice(sentences) if rng.random() < share else each for each in _SENTENCE.split(line))
        for line in text.split("\n")
    )


def paragraph_of(text: str, rng: Random) -> str | None:
    """A paragraph of it that is worth taking."""
    long = [line for line in text.split("\n") if len(line.split()) >= LONG]
    return rng.choice(long) if long else None


def html_of(text: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in text.split("\n"))


def earlier(known: Sequence[str]) -> tuple[EarlierText, ...]:
    return tuple(
        EarlierText(article_id=n, code=f"AM-2026-{n:04}", title=text.split("\n")[0][:60], text=text)
        for n, text in enumerate(known)
    )


def told(text: str, known: Sequence[str], samples: Sequence[Collection[int]]) -> list[Finding]:
    """What is said of a text when those articles are there; looked up in memory as the index does it."""
    own = sample(text, seed=1)
    counts = sorted(((-len(own & set(each)), n) for n, each in enumerate(samples)))[:5]
    likely = {n for shared, n in counts if -shared >= 2}
    found = tuple(each for each in earlier(known) if each.article_id in likely)
    return list(findings_of(RULE, Checked(body_html=html_of(text), body_text=text, earlier=found), None))
