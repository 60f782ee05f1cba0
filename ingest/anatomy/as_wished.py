"""The texts of a letter chosen as an editor wants it for one of its articles; the others stay as they were chosen."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.anatomy.candidates import (
    Candidate,
    Choice,
    candidates_of,
    items_of,
    key_of,
    own_items,
    set_note_aside,
    set_source_aside,
)
from ingest.anatomy.items import split_freely
from ingest.anatomy.letter_text import LetterText
from ingest.anatomy.note_around import set_note_around_aside
from ingest.anatomy.sheet import Sheet
from ingest.source import BODY, Source
from tinbai.wish import Items, Wish

ASIDE = "nội dung tệp đi kèm"


@dataclass(frozen=True, kw_only=True)
class Texts:
    """What there is to choose from. `letter_text` is fresh: nothing of it has been taken by an earlier choice."""

    letter_text: LetterText
    body: Source | None
    sources: Sequence[Source]


@dataclass(frozen=True, kw_only=True)
class WishedChoice:
    """`choice` anew; `mine` are the places of the wished articles in it, `merged` the numbers that went into them."""

    choice: Choice
    mine: Sequence[int]
    merged: Sequence[int] = ()


def as_wished(plain: Choice, wish: Wish, texts: Texts) -> WishedChoice:
    """`plain` with the article that the wish is about chosen anew; what is now in no article is set aside."""
    place = min(wish.ordinal, max(len(plain.articles) - 1, 0))
    before = plain.articles[place] if plain.articles else None
    key = wish.source or (before.key if before else BODY)
    if wish.source not in (None, BODY) and key not in map(key_of, texts.sources):
        return WishedChoice(choice=plain, mine=())  # a scan that the machine could not read
    wished = _candidates(before, key, wish, texts)
    merged = _siblings(plain, place) if wish.items == Items.ONE and before is not None and key == before.key else []
    kept = [(order, each) for order, each in enumerate(plain.articles) if order != place and order not in merged]
    start = sum(order < place for order, _ in kept)
    others = [each for _, each in kept]
    articles = [*others[:start], *wished, *others[start:]]
    mine = tuple(range(start, start + len(wished)))
    if wish.part is not None:
        mine = mine[wish.part : wish.part + 1] or mine[-1:]
    choice = _with_the_rest_aside(articles, texts)
    if any(each.source is not None and each.source.sha256 is None for each in wished):
        choice.own |= plain.own  # what a machine read stands for the typed text: that does not become an attachment
    return WishedChoice(choice=choice, mine=mine, merged=tuple(merged))


def _siblings(plain: Choice, place: int) -> list[int]:
    """The other items of the same text."""
    own = plain.articles[place]
    return [order for order, each in enumerate(plain.articles) if each.key == own.key and order != place]


def _candidates(before: Candidate | None, key: str, wish: Wish, texts: Texts) -> list[Candidate]:
    source = next((each for each in texts.sources if key_of(each) == key), None)
    if before is not None and before.split and key == before.key and wish.items is None:
        return [replace(before, raw=wish.raw)]  # one of several items stays that one
    if wish.raw and wish.part is None:
        blocks = source.blocks if source else texts.body.blocks if texts.body else ()
        return [Candidate(sheet=Sheet.of(blocks), source=source, raw=True)]
    if wish.items is None:
        return items_of(source, texts.letter_text) if source else own_items(texts.letter_text)
    sheet = Sheet.of(source.blocks) if source else texts.letter_text.sheet
    if source is None:
        set_note_around_aside(sheet)
    if wish.items == Items.SEVERAL:
        parts = candidates_of(split_freely(sheet), source)
        return [replace(each, raw=wish.raw and order == wish.part) for order, each in enumerate(parts)]
    return [Candidate(sheet=sheet, source=source)]


def _with_the_rest_aside(articles: list[Candidate], texts: Texts) -> Choice:
    choice = Choice(articles=articles)
    used = {each.key for each in articles}
    for source in texts.sources:
        if key_of(source) not in used:
            set_source_aside(source, f"{ASIDE} {source.name}", choice)
        elif source.sha256:
            choice.own.add(source.sha256)
    if BODY not in used:
        set_note_aside(texts.letter_text, choice)
    return choice
