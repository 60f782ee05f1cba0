"""The chain of checks: every rule, what it looks at, how much it weighs, and where it comes from."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice

import structlog

from tinbai.checks.checked import Checked
from tinbai.checks.dates import anniversary, date_against_words, date_impossible, event_date, weekday_wrong
from tinbai.checks.documents import document_number, document_replaced, fields_missing
from tinbai.checks.figures import (
    count_list,
    increase_wrong,
    number_form,
    quantity_twice,
    share_wrong,
    sum_parts,
    sum_table,
    unit_form,
    words_differ,
)
from tinbai.checks.form import (
    author_missing,
    body_short,
    column_missing,
    summary_missing,
    title_long,
    title_missing,
    title_shouting,
)
from tinbai.checks.found import Found
from tinbai.checks.persons import leader_title, name_spelled, titles_differ
from tinbai.checks.photos import (
    alt_missing,
    caption_missing,
    photo_blurred,
    photo_missing,
    photo_sideways,
    photo_small,
    photo_used,
)
from tinbai.checks.places import district_ended, place_ended
from tinbai.checks.privacy import birth_date, denouncer, patient_or_child, personal_number, secrecy_mark
from tinbai.checks.spelling import encoding_left, punctuation, syllable_unknown, tone_styles, words_confused
from tinbai.checks.wording import (
    abbreviation_bare,
    advertising,
    copied_from_press,
    genre_short,
    link_doubtful,
    near_duplicate,
    opening_vague,
    summary_long,
    traces_left,
    unit_missing,
)
from tinbai.finding import Finding, Severity, Where
from tinbai.kind import Kind
from tinbai.site_data import SiteData
from tinbai.tuning import Source, rules, tuning

Rule = Callable[[Checked, SiteData | None], Iterable[Found]]
MOST = 30  # places that one check speaks of: who has a table of numbers to hide sees it by then

log = structlog.get_logger()
EVERY = frozenset(Kind)
ARTICLES = frozenset({Kind.ARTICLE})
DOCUMENTS, SETTLEMENTS = frozenset({Kind.DOCUMENT}), frozenset({Kind.SETTLEMENT})
EDITED = EVERY - {Kind.QUESTION}  # a citizen's own words stay as they are
BLOCK, WARN, HINT = Severity.BLOCK, Severity.WARN, Severity.HINT
_WEIGHT: Mapping[Severity, int] = {severity: number for number, severity in enumerate(Severity)}  # heaviest first


@dataclass(frozen=True, kw_only=True)
class Check:
    """A rule, the kinds of content it looks at, what its findings weigh, and the key of its source in `rules.toml`."""

    name: str
    rule: Rule
    kinds: frozenset[Kind]
    severity: Severity
    source: str
    subject: str

    @property
    def comes_from(self) -> Source:
        """The decree or convention that the rule goes by."""
        return rules().sources[self.source]


def _row(subject: str, rule: Rule, kinds: frozenset[Kind], severity: Severity, source: str) -> Check:
    """A line of the chain. The name of a check is that of its file.

    Its data is looked up here already: children that read letters are forked with everything loaded.
    """
    name = rule.__module__.rpartition(".")[2]
    if name not in rules().checks or source not in rules().sources:
        raise LookupError(name, source)
    return Check(name=name, rule=rule, kinds=kinds, severity=severity, source=source, subject=subject)


CHECKS: Sequence[Check] = (
    # subject   rule                   kinds     severity  source
    _row("form", title_missing.check, EVERY, BLOCK, "usage"),
    _row("form", title_shouting.check, EVERY, WARN, "records"),
    _row("form", title_long.check, ARTICLES, HINT, "usage"),
    _row("form", summary_missing.check, ARTICLES, WARN, "usage"),
    _row("form", body_short.check, ARTICLES, WARN, "usage"),
    _row("photos", photo_missing.check, ARTICLES, WARN, "usage"),
    _row("photos", photo_small.check, ARTICLES, WARN, "usage"),
    _row("photos", photo_blurred.check, ARTICLES, WARN, "usage"),
    _row("photos", photo_sideways.check, EVERY, WARN, "usage"),
    _row("photos", photo_used.check, ARTICLES, WARN, "usage"),
    _row("photos", caption_missing.check, ARTICLES, WARN, "usage"),
    _row("photos", alt_missing.check, EVERY, HINT, "accessibility"),
    _row("form", author_missing.check, ARTICLES, WARN, "usage"),
    _row("form", column_missing.check, EVERY, HINT, "usage"),
    _row("dates", weekday_wrong.check, EDITED, WARN, "calendar"),
    _row("dates", date_impossible.check, EDITED, WARN, "calendar"),
    _row("dates", date_against_words.check, ARTICLES, WARN, "calendar"),
    _row("dates", event_date.check, ARTICLES, WARN, "calendar"),
    _row("dates", anniversary.check, EDITED, WARN, "calendar"),
    _row("figures", sum_parts.check, EDITED, WARN, "arithmetic"),
    _row("figures", sum_table.check, EDITED, WARN, "arithmetic"),
    _row("figures", share_wrong.check, EDITED, WARN, "arithmetic"),
    _row("figures", increase_wrong.check, EDITED, WARN, "arithmetic"),
    _row("figures", words_differ.check, EDITED, WARN, "arithmetic"),
    _row("figures", count_list.check, EDITED, HINT, "usage"),
    _row("figures", quantity_twice.check, ARTICLES, HINT, "usage"),
    _row("figures", number_form.check, EDITED, WARN, "usage"),
    _row("figures", unit_form.check, EDITED, HINT, "measures"),
    _row("persons", leader_title.check, EDITED, WARN, "usage"),
    _row("persons", titles_differ.check, EDITED, WARN, "usage"),
    _row("persons", name_spelled.check, EDITED, HINT, "usage"),
    _row("places", district_ended.check, EDITED, WARN, "two_tiers"),
    _row("places", place_ended.check, EDITED, WARN, "usage"),
    _row("documents", document_number.check, EDITED, HINT, "records"),
    _row("documents", document_replaced.check, EDITED, HINT, "usage"),
    _row("documents", fields_missing.check, DOCUMENTS, WARN, "portals"),
    _row("spelling", encoding_left.check, EVERY, WARN, "unicode"),
    _row("spelling", words_confused.check, EDITED, HINT, "spelling"),
    _row("spelling", syllable_unknown.check, EDITED, HINT, "spelling"),
    _row("spelling", tone_styles.check, EDITED, HINT, "spelling"),
    _row("spelling", punctuation.check, EDITED, HINT, "usage"),
    _row("wording", summary_long.check, ARTICLES, HINT, "usage"),
    _row("wording", genre_short.check, ARTICLES, HINT, "usage"),
    _row("wording", opening_vague.check, ARTICLES, HINT, "usage"),
    _row("wording", unit_missing.check, ARTICLES, HINT, "usage"),
    _row("wording", abbreviation_bare.check, ARTICLES, HINT, "records"),
    _row("wording", traces_left.check, EDITED, WARN, "usage"),
    _row("wording", link_doubtful.check, EVERY, WARN, "usage"),
    _row("wording", advertising.check, EDITED, HINT, "usage"),
    _row("wording", copied_from_press.check, ARTICLES, WARN, "usage"),
    _row("wording", near_duplicate.check, EDITED, WARN, "usage"),
    _row("privacy", secrecy_mark.check, EVERY, BLOCK, "secrets"),
    _row("privacy", denouncer.check, SETTLEMENTS, BLOCK, "denunciations"),
    _row("privacy", personal_number.check, EVERY, BLOCK, "personal_data"),
    _row("privacy", birth_date.check, EVERY, WARN, "personal_data"),
    _row("privacy", patient_or_child.check, EVERY, WARN, "children"),
)


def check(article: Checked, site: SiteData | None) -> tuple[Finding, ...]:
    """Everything the rules have to say about an article, in the order of `CHECKS`."""
    return tuple(finding for each in CHECKS for finding in _spoken(each, article, site))


def _spoken(each: Check, article: Checked, site: SiteData | None) -> list[Finding]:
    """What one check says, of MOST places at most. No mistake of ours in one may keep an article from being saved."""
    try:
        return list(islice(findings_of(each, article, site), MOST))
    except Exception:
        log.exception("check_failed", check=each.name)
        return []


def findings_of(each: Check, article: Checked, site: SiteData | None) -> Iterator[Finding]:
    """What one check says, with the severity that the site wants; nothing where it is switched off."""
    wish = tuning(site, each.name)
    if not wish.on or article.kind not in each.kinds:
        return
    severity = wish.severity or each.severity
    for found in each.rule(article, site):
        yield Finding(
            check=each.name,
            severity=max(severity, found.milder or severity, key=_WEIGHT.__getitem__),
            where=found.where,
            message=found.message,
            repairs=found.repairs,
            confidence=found.confidence,
            digest=_digest(article, found.where),
            article_id=found.article_id,
        )


def _digest(article: Checked, where: Where) -> str:
    """What stands at a place; "" where it names no characters. A digest: findings are stored, counted and listed."""
    if where.start is None or where.end is None:
        return ""
    written = article.texts.get((where.field, where.block), "")[where.start : where.end]
    return sha256(written.encode()).hexdigest()[:16]
