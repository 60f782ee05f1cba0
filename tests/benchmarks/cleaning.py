"""Cleaning beside its yardstick: bleach as it comes, with the same allow-list and CSS sanitizer, on the same text."""

from collections.abc import Callable, Mapping
from random import Random

import bleach
from bleach.css_sanitizer import CSSSanitizer

from tests.benchmarks.measure import Pair, measured, paired
from tests.mail.corpus_text import news
from tinbai.clean import SCHEMES, clean, clean_letter
from tinbai.html_normal import ALLOWED
from tinbai.letter_html import ATTRIBUTES, PROPERTIES, TAGS

SIZES = (50_000, 100_000, 200_000, 400_000, 700_000, 990_000)  # characters; the limit is a million
_BLEACH_ENDS = 200_000  # characters from which on bleach alone takes minutes
_SEED = 7
_ARTICLE_ATTRIBUTES = {
    "a": ["href", "title", "rel"],
    "ol": ["start"],
    "p": ["style"],
    "td": ["style", "colspan", "rowspan"],
    "th": ["style", "colspan", "rowspan"],
}
_ROW = "<tr><td style='width:33%;border:solid 1pt'>{}</td><td align=center>{}</td></tr>"


def cleaning(rounds: int) -> tuple[Pair, ...]:
    """Ours against bleach: Word's HTML of 200 kB as an article and as a letter, and the same for a letter of 15 kB."""
    word, small = word_html(200_000), word_html(15_000)
    return (
        paired("cleaning 200 kB of an article, against bleach", lambda: clean(word), _article(word), rounds=rounds),
        paired("cleaning 200 kB of a letter, against bleach", _ours(word), _letter(word), rounds=rounds),
        paired("cleaning 15 kB of an article, against bleach", lambda: clean(small), _article(small), rounds=rounds),
        paired("cleaning 15 kB of a letter, against bleach", _ours(small), _letter(small), rounds=rounds),
    )


def by_length(rounds: int = 3) -> Mapping[str, Mapping[int, float]]:
    """Milliseconds of processor time by kind of text and its length, least of `rounds`; bleach only where it ends."""
    spent: dict[str, dict[int, float]] = {"article": {}, "letter": {}, "table": {}, "bleach, article": {}}
    for size in SIZES:
        word, table = word_html(size), table_html(size)
        ways = [lambda html=word: clean(html), _ours(word), _table(table)]  # type: ignore[misc]
        ways += [_article(word)] if size <= _BLEACH_ENDS else []
        for name, way in zip(spent, ways, strict=False):
            spent[name][size] = min(measured(way).cpu for _ in range(rounds)) * 1000
    return spent


def as_table(spent: Mapping[str, Mapping[int, float]]) -> str:
    """The rows of the table in docs/benchmarks.md: milliseconds, and milliseconds a kB."""
    lines = []
    for size in SIZES:
        cells = [
            f"{each[size]:.0f} ({each[size] / size * 1000:.2f})" if size in each else "–" for each in spent.values()
        ]
        lines.append(f"| {size // 1000} | {' | '.join(cells)} |")
    return "\n".join(["| kB | " + " | ".join(spent) + " |", "|---" * (len(spent) + 1) + "|", *lines])


def word_html(size: int) -> str:
    """About `size` characters of an article as Word writes it."""
    random, html = Random(_SEED), ""
    while len(html) < size:
        html += "".join(_word_paragraph(line) for line in news(random).lines)
    return html[: html.rindex("<p ", 0, size + 1)]


def table_html(size: int) -> str:
    """About `size` characters of one long table."""
    random, rows, length = Random(_SEED), [], 0
    while length < size:
        rows += [_ROW.format(line, number) for number, line in enumerate(news(random).lines)]
        length = sum(map(len, rows)) if len(rows) % 64 < 8 else length + sum(map(len, rows[-4:]))
    return f"<table border=1>{''.join(rows)[:size].rpartition('<tr>')[0]}</table>"


def _word_paragraph(text: str) -> str:
    first, _, rest = text.partition(" ")
    span = "<span lang=VI style='font-size:14.0pt;line-height:115%;font-family:\"Times New Roman\",serif'>"
    return (
        "<p class=MsoNormal align=center style='margin:0in;text-align:justify;text-indent:36.0pt;font-size:14.0pt'>"
        f"<b>{span}{first}<o:p></o:p></span></b>{span} {rest}&nbsp;"
        f'<a href="https://songmau.example/tin?so=1&amp;trang=2">xem</a></span></p>\n\n'
    )


def _ours(html: str) -> Callable[[], object]:
    return lambda: clean_letter(html, image=lambda _: None)


def _table(html: str) -> Callable[[], object]:
    return lambda: clean(html)


def _article(html: str) -> Callable[[], object]:
    css = CSSSanitizer(allowed_css_properties=["text-align"])
    return lambda: bleach.clean(
        html, tags=ALLOWED, attributes=_ARTICLE_ATTRIBUTES, protocols=SCHEMES, strip=True, css_sanitizer=css
    )


def _letter(html: str) -> Callable[[], object]:
    css = CSSSanitizer(allowed_css_properties=PROPERTIES)
    attributes = {name: sorted(keys) for name, keys in ATTRIBUTES.items()}
    return lambda: bleach.clean(
        html, tags=TAGS, attributes=attributes, protocols=[*SCHEMES, "cid"], strip=True, css_sanitizer=css
    )
