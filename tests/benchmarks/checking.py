"""The checks, timed one by one on an article of a thousand words: `.venv/bin/python -m tests.benchmarks.checking`.

The text has what keeps the rules busy: dates, sums, shares, lists, names, and a table. Prints a table for
docs/benchmarks.md; medians of process time, so that a neighbour hardly matters.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import process_time

from tests.tinbai.checks.ordinary import PARAGRAPHS
from tests.tinbai.checks.slips.figures import THREE, table
from tinbai.checks import CHECKS, Checked, CheckedPhoto, check, findings_of
from tinbai.checks.checked import count_words
from tinbai.checks.earlier import EarlierText
from tinbai.checks.passages import body_of
from tinbai.earlier_texts import MOST_COMPARED
from tinbai.html import text_of_html
from tinbai.site_data import load

WORDS, ROUNDS = 1_000, 9
SITE = Path(__file__).parents[1] / "mail" / "site.toml"


def article() -> Checked:
    """A thousand words of ordinary paragraphs and a table."""
    html = table(*THREE, "Tổng cộng|295|1.150")
    for paragraph in PARAGRAPHS:
        if count_words(text_of_html(html)) >= WORDS:
            break
        html += f"<p>{paragraph}</p>"
    return Checked(
        title=PARAGRAPHS[0], summary=PARAGRAPHS[1], body_html=html, body_text=text_of_html(html), author="Thử",
        photos=(CheckedPhoto(filename="1.jpg", caption=PARAGRAPHS[2]),), date=datetime(2026, 9, 22, 3, tzinfo=UTC),
        earlier=tuple(_earlier(number) for number in range(MOST_COMPARED)),
    )  # fmt: skip


def _earlier(number: int) -> EarlierText:
    """Another article, of which a part stands in the first one."""
    text = "\n".join(PARAGRAPHS[number * 7 :])
    return EarlierText(article_id=number, code=f"AM-2026-{number}", title="Bài trước", text=text)


def took(work: Callable[[], object]) -> float:
    """Milliseconds of process time: the median of some rounds after one that fills the caches."""
    work()
    times = []
    for _ in range(ROUNDS):
        start = process_time()
        work()
        times.append(process_time() - start)
    return median(times) * 1_000


def main() -> None:
    site = load(SITE)
    parsed = article()
    print(f"{count_words(parsed.body_text)} words")
    print("| check | ms |\n|---|---|")
    for each in CHECKS:
        alone = took(lambda each=each: list(findings_of(each, parsed, site)))  # type: ignore[misc]
        print(f"| `{each.name}` | {alone:.2f} |")
    print(f"| parsing the body | {took(lambda: body_of(parsed.body_html, '')):.2f} |")
    print(f"| the whole chain | {took(lambda: check(replace(parsed), site)):.1f} |")


if __name__ == "__main__":
    main()
