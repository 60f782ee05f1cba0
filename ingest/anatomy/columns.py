"""Columns that would fit, each with its reason. The editor chooses; the first is only a proposal."""

import re
from collections.abc import Mapping
from functools import lru_cache

from ingest.anatomy.people import contributor
from ingest.letter import Address
from ingest.reading import ColumnGuess
from tinbai.kind import Kind
from tinbai.site_data import ColumnData, SiteData
from tinbai.text import fold

NAMED = re.compile(r"\bchuyen muc:? ([^.;:\n]{2,80})")
_WORD = re.compile(r"\w+")
LEAST = 0.2
MOST = 5
MOST_CONFIDENCE = 0.99
OF_KIND: Mapping[Kind, str] = {Kind.DOCUMENT: "van ban", Kind.QUESTION: "hoi dap", Kind.SETTLEMENT: "don thu"}


def suggest_columns(
    *,
    title: str | None,
    text: str,
    note: str,
    label: str | None,
    kind: Kind,
    unit: str | None,
    sender: Address | None,
    site: SiteData | None,
) -> tuple[ColumnGuess, ...]:
    """The columns of the site that fit, best first. `note` is the covering note, `label` a "Chuyên mục:" line."""
    if site is None:
        return ()
    usual = _usual_column(unit, sender, site)
    wished = _wished(label, note)
    spaced_title, spaced_text = _spaced((title or "").casefold()), _spaced(text.casefold())
    guesses = [_guess(column, spaced_title, spaced_text, wished, kind, usual) for column in site.columns]
    fitting = [guess for guess in guesses if guess.confidence >= LEAST]
    return tuple(sorted(fitting, key=lambda guess: -guess.confidence)[:MOST])


def _guess(column: ColumnData, title: str, text: str, wished: str, kind: Kind, usual: str | None) -> ColumnGuess:
    doubt, reasons = 1.0, []
    if wished and _names(wished, column.name):
        doubt *= 0.03
        reasons.append("người gửi đề nghị chuyên mục này")
    if kind in OF_KIND and OF_KIND[kind] in fold(column.name):
        doubt *= 0.08
        reasons.append("đúng loại nội dung")
    in_title, in_text = _hits(column, title), _hits(column, text)
    if spoken := in_title | in_text:
        doubt *= 1 - min(0.85, 0.25 * len(in_title) + 0.12 * len(in_text))
        reasons.append(f"có từ: {', '.join(sorted(spoken)[:4])}")
    if usual == column.key:
        doubt *= 0.55
        reasons.append("chuyên mục thường dùng của đơn vị")
    return ColumnGuess(
        name=column.name, reason="; ".join(reasons), confidence=min(MOST_CONFIDENCE, round(1 - doubt, 2))
    )


def _hits(column: ColumnData, spaced: str) -> set[str]:
    """The column's words that stand in the text, with their diacritics, whatever the case."""
    return {word for word, needle in _needles(column.words) if needle in spaced}


@lru_cache(maxsize=1_024)
def _needles(words: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((word, _spaced(word.casefold())) for word in words)


def _spaced(text: str) -> str:
    """The words of a text, each between two spaces."""
    return f" {' '.join(_WORD.findall(text))} "


def _wished(label: str | None, note: str) -> str:
    named = NAMED.findall(fold(note))
    return " ".join([fold(label or ""), *named]).strip()


def _names(wished: str, name: str) -> bool:
    plain = _spaced(wished).strip()
    return bool(plain) and _spaced(fold(name)).strip() in plain


def _usual_column(unit: str | None, sender: Address | None, site: SiteData) -> str | None:
    found = next((each for each in site.units if each.name == unit), None)
    if found is None:
        known = contributor(sender, site)
        found = next((each for each in site.units if known and each.key == known.unit), None)
    return found.column if found else None
