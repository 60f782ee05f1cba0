"""What the reader of the letter chose for an article, how sure it was, and what an editor can choose instead.

Two ways: another text is put into the form, where it can be taken back as quickly (`taking.py`); another reading of
the letter is asked for (`decisions/rereading.py`).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy.orm import Session

from review.locale import vi
from review.locale.parted import together_again
from review.sentences import said
from tinbai.article import Article
from tinbai.message import Message
from tinbai.rereading import Rereading, requests_about
from tinbai.revision import Revision

TEXTS = ("title", "summary", "byline", "author", "unit", "column", "genre", "caption")
READINGS = ("source", "note", "items", "encoding", "kind")
Json = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Option:
    """Something to choose. `take` is what the form sends; `current`: it is what stands there now."""

    value: str
    label: str
    take: str
    current: bool = False


@dataclass(frozen=True, kw_only=True)
class ChoiceRow:
    """One decision as the page shows it. `tone`: good, calm, warn. `undo`: back to what is saved, from a draft."""

    field: str
    name: str
    value: str
    sure: str
    tone: str
    reason: str
    options: Sequence[Option]
    undo: str = ""
    edited: bool = False  # somebody has written something else than what the reader offered


def chosen_of(article: Article) -> Sequence[Json]:
    """The reader's decisions that the newest version goes back to; none for what was never read from a letter."""
    origin = origin_of(article)
    return (origin.chosen or []) if origin is not None else []


def origin_of(article: Article) -> Revision | None:
    """The reading that the newest version goes back to."""
    newest = article.revision
    if newest is None or newest.origin is None:
        return newest
    return next((each for each in article.revisions if each.number == newest.origin), newest)


def text_rows(article: Article, form: Mapping[str, str], saved: Mapping[str, str]) -> dict[str, ChoiceRow]:
    """The decisions that are texts, by their field; a caption's is "caption:" and its photo.

    `form` holds what the page shows in each field, `saved` what is saved.
    """
    rows = {}
    for number, chosen in enumerate(chosen_of(article)):
        if chosen["field"] not in TEXTS:
            continue
        key = key_of(chosen)
        if key in form:
            rows[key] = _text_row(chosen, number, key, form[key], saved.get(key, ""))
    return rows


def key_of(chosen: Json) -> str:
    """The name of the field that a decision is about."""
    return f"caption:{chosen['about']}" if chosen["field"] == "caption" else str(chosen["field"])


def _text_row(chosen: Json, number: int, key: str, now: str, saved: str) -> ChoiceRow:
    values = [(chosen["value"], chosen["reason"]), *((each["value"], each["label"]) for each in chosen["others"])]
    options = [
        Option(value=value, label=said(label), take=f"{number}/{place}", current=_same(value, now))
        for place, (value, label) in enumerate(values)
    ]
    undo = "" if _same(now, saved) else f"{number}/saved"
    sure = vi.surety(chosen["confidence"])
    return ChoiceRow(
        field=key, name=vi.FIELD.get(chosen["field"], ""), value=chosen["value"],
        reason=said(chosen["reason"]), options=[option for option in options if not option.current], undo=undo,
        edited=not any(option.current for option in options), sure=sure.words, tone=sure.tone,
    )  # fmt: skip


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()) == " ".join(other.split())


@dataclass(frozen=True, kw_only=True)
class Parted:
    """The reading that parted an article off another one, and which of its items the article is, counted from 0."""

    request: Rereading
    place: int


def reading_rows(article: Article, *, rereadable: bool, parted: Parted | None = None) -> list[ChoiceRow]:
    """The decisions that only another reading of the letter can change, with what can be asked for.

    What was parted off is put together again at the article that it came from: the row says so.
    """
    rows = [_reading_row(chosen, rereadable=rereadable) for chosen in chosen_of(article) if chosen["field"] in READINGS]
    if parted is None:
        return rows
    reason = together_again(parted.request.article.code)
    return [replace(row, options=[], reason=reason) if row.field == "items" else row for row in rows]


def _reading_row(chosen: Json, *, rereadable: bool) -> ChoiceRow:
    options = [Option(value=each["value"], label=said(each["label"]), take="") for each in chosen["others"]]
    sure = vi.surety(chosen["confidence"])
    return ChoiceRow(
        field=chosen["field"], name=vi.READING[chosen["field"]], value=vi.read_value(chosen["field"], chosen["value"]),
        reason=said(chosen["reason"]), options=options if rereadable else [], sure=sure.words, tone=sure.tone,
    )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class AsideRow:
    """A passage that was set aside, how sure that is, and the button that puts it into the article or takes it out."""

    text: str
    why: str
    sure: str
    tone: str
    take: str
    within: bool


def aside_rows(article: Article, pieces: Sequence[Any], body_lines: Sequence[str]) -> Iterator[AsideRow]:
    """The passages, those about which the reader was less sure first."""
    told = {
        chosen["about"]: float(chosen["confidence"]) for chosen in chosen_of(article) if chosen["field"] == "set_aside"
    }
    standing = {" ".join(line.split()) for line in body_lines}
    found = []
    for number, piece in enumerate(pieces):
        text, why = (piece["text"], piece["why"]) if isinstance(piece, Mapping) else (piece.text, piece.why)
        lines = [" ".join(line.split()) for line in text.split("\n") if line.strip()]
        within = bool(lines) and all(line in standing for line in lines)
        confidence = told.get(why, 0.6)
        sure = vi.surety(confidence)
        row = AsideRow(text=text, why=said(why), take=f"aside/{number}", within=within, sure=sure.words, tone=sure.tone)
        found.append((confidence, row))
    yield from (row for _, row in sorted(found, key=lambda one: one[0]))


def can_be_reread(session: Session, article: Article) -> bool:
    """Whether another reading can be asked for: the letter that it was read from is here."""
    letter = letter_of(session, article)
    return letter is not None and letter.stored


def parted_off(session: Session, article: Article) -> Parted | None:
    """How an article came to be that no plain reading of its letter gives; None for one that such a reading gives."""
    return parted_in(session.scalars(requests_about(article)), article)


def parted_in(requests: Iterable[Rereading], article: Article) -> Parted | None:
    """The same, where the requests about the article and its letter are known."""
    for request in requests:
        ids = [each["id"] for each in request.made]
        if article.id in ids:
            return Parted(request=request, place=ids.index(article.id) + 1)
    return None


def letter_of(session: Session, article: Article) -> Message | None:
    """The letter that the newest version was read from."""
    origin = origin_of(article)
    return session.get(Message, origin.message_id) if origin is not None and origin.message_id else None
