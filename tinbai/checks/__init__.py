"""Automatic checks: one rule a file, all of them pure, run when an article arrives and whenever it is saved.

A rule gets the article as `Checked` and the site's data, and yields findings; it never changes the text.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tinbai.checks import (
    alt_missing,
    author_missing,
    body_short,
    caption_missing,
    column_missing,
    photo_blurred,
    photo_missing,
    photo_small,
    summary_missing,
    title_long,
    title_missing,
    title_shouting,
)
from tinbai.checks.checked import Checked, CheckedPhoto
from tinbai.finding import Finding
from tinbai.kind import Kind
from tinbai.site_data import SiteData

__all__ = ["CHECKS", "Check", "Checked", "CheckedPhoto", "check"]

Rule = Callable[[Checked, SiteData | None], Iterable[Finding]]
EVERY = frozenset(Kind)
ARTICLES = frozenset({Kind.ARTICLE})


@dataclass(frozen=True, kw_only=True)
class Check:
    """A rule and the kinds of content it looks at."""

    name: str
    rule: Rule
    kinds: frozenset[Kind]


CHECKS: Sequence[Check] = (
    Check(name="title_missing", rule=title_missing.check, kinds=EVERY),
    Check(name="title_shouting", rule=title_shouting.check, kinds=EVERY),
    Check(name="title_long", rule=title_long.check, kinds=ARTICLES),
    Check(name="summary_missing", rule=summary_missing.check, kinds=ARTICLES),
    Check(name="body_short", rule=body_short.check, kinds=ARTICLES),
    Check(name="photo_missing", rule=photo_missing.check, kinds=ARTICLES),
    Check(name="photo_small", rule=photo_small.check, kinds=ARTICLES),
    Check(name="photo_blurred", rule=photo_blurred.check, kinds=ARTICLES),
    Check(name="caption_missing", rule=caption_missing.check, kinds=ARTICLES),
    Check(name="alt_missing", rule=alt_missing.check, kinds=EVERY),
    Check(name="author_missing", rule=author_missing.check, kinds=ARTICLES),
    Check(name="column_missing", rule=column_missing.check, kinds=EVERY),
)


def check(article: Checked, site: SiteData | None) -> tuple[Finding, ...]:
    """Everything the rules have to say about an article, in the order of `CHECKS`."""
    return tuple(finding for each in CHECKS if article.kind in each.kinds for finding in each.rule(article, site))
