"""Sentences that other parts of the program made in Vietnamese, said in the language of the request.

They are made of a text with places for names and figures, long before it is known who reads them, and some lie in the
database. So they are known again by their form: the catalogue has each text with its places, {0} or {where}. What
stands in a place is shown as it is, for it may be a stranger's (a file name, a quotation); only where the catalogue
says that sentences of ours stand in it is it looked at, too.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from re import compile as pattern

from review.catalogues import holding_sentences, told
from review.language import SOURCE, language

_PLACE = pattern(r"\{(\w+)\}")
_DIGITS = "digits"  # how the names of places begin that scripts/words.py made of %H, %d and so on
_DEEPEST = 4  # sentences in sentences
_LONGEST = 1_000  # letters; longer ones are shown as they are
_TRIES = 300  # times that a piece of one sentence is held against the forms: strangers' names have what ends sentences
_BETWEEN = pattern(r"; |\. |: |, ")
_NEXT = pattern(r"; |\. ")
_BEGINNING = 4  # letters by which forms are told apart before they are tried


def said(sentence: str, *, whole: bool = False) -> str:
    """`sentence` in the language of this request; as it is, where it is none that the catalogue has.

    `whole`: it is not taken apart, since a person may have written it, who began as we do.
    """
    spoken = language()
    if spoken == SOURCE or not 0 < len(sentence) <= _LONGEST:
        return sentence
    return _said(sentence, spoken, whole=whole)


@lru_cache(maxsize=1_000)
def _said(sentence: str, spoken: str, *, whole: bool) -> str:
    search = _Search(spoken)
    return (search.one(sentence) or sentence) if whole else search.said(sentence, _DEEPEST)


class _Search:
    """Looks through one sentence for those it is made of. Its tries are counted, so it ends soon whatever it reads."""

    def __init__(self, spoken: str) -> None:
        self._forms = _forms(spoken)
        self._left = _TRIES

    def one(self, sentence: str) -> str | None:
        """A single sentence; None where the catalogue has none like it."""
        return self._known(sentence, _DEEPEST)

    def said(self, sentence: str, deepest: int) -> str:
        """`sentence` with what is known of it translated."""
        whole = self._known(sentence, deepest)
        if whole is not None or not deepest:
            return sentence if whole is None else whole
        for between in reversed(list(_BETWEEN.finditer(sentence))):  # several sentences, one after the other
            first = self._known(sentence[: between.start()], deepest)
            if first is not None:
                return first + between[0] + self.said(sentence[between.end() :], deepest)
            if not self._left:
                break
        return sentence

    def _known(self, sentence: str, deepest: int) -> str | None:
        """A single sentence, if it is one of the catalogue's; a full stop at its end says nothing."""
        if not self._left or not deepest:
            return None
        self._left -= 1
        bare = sentence.removesuffix(".")
        for form in (*self._forms.get(_beginning(bare), ()), *self._forms.get("", ())):
            values = form.values(bare)
            if values is not None:
                inside = {
                    place: self.said(value, deepest - 1) if place in form.holding else value
                    for place, value in values.items()
                }
                return _begun_like(sentence, form.filled(inside)) + sentence[len(bare) :]
        return None


def _beginning(words: str) -> str:
    return words[:1].lower() + words[1:_BEGINNING]


def _begun_like(sentence: str, words: str) -> str:
    """`words` with a capital where `sentence` begins with one."""
    return words[:1].upper() + words[1:] if sentence[:1].isupper() else words


@dataclass(frozen=True, kw_only=True)
class _Form:
    """What sentences look like that are made of one text: what stands around its places, and their names in order.

    `holding` names the places in which sentences stand; `words` is the text in the other language.
    """

    around: Sequence[str]
    places: Sequence[str]
    holding: frozenset[str]
    words: str

    def values(self, sentence: str) -> Mapping[str, str] | None:
        """What stands in the places; None when `sentence` is of another form. The first letter may be a capital.

        A place ends where what follows it comes first, and never moves on from there: so a sentence is gone through
        once, and no other way to fill the places would do better (but for figures, where it may be missed). No place
        is empty, and one at the end leaves what comes after it: another sentence.
        """
        begin, *between = self.around
        if begin and sentence[:1].lower() + sentence[1 : len(begin)] != begin[:1].lower() + begin[1:]:
            return None
        if not between:
            return {} if len(sentence) == len(begin) else None
        at, end, found = len(begin), len(sentence) - len(between[-1]), []
        if end <= at or not sentence.endswith(between[-1]):
            return None
        for piece in between[:-1]:
            here = sentence.find(piece, at + 1, end)
            if here < 0:
                return None
            found.append(sentence[at:here])
            at = here + len(piece)
        last = sentence[at:end]
        if not last or (end == len(sentence) and self.places[-1] not in self.holding and _NEXT.search(last)):
            return None
        values = dict(zip(self.places, [*found, last], strict=True))
        return values if all(_fits(*each) for each in values.items()) else None

    def filled(self, values: Mapping[str, str]) -> str:
        """The words with `values` in their places."""
        return _PLACE.sub(lambda place: values[place[1]], self.words)


def _fits(place: str, value: str) -> bool:
    return not place.startswith(_DIGITS) or (value.isascii() and value.isdigit())


@cache
def _forms(spoken: str) -> Mapping[str, Sequence[_Form]]:
    """Of every text, those that say most first, by how it begins; "" if a place comes too soon to tell."""
    forms: dict[str, list[_Form]] = {}
    holding = holding_sentences(spoken)
    for text, words in sorted(told(spoken).items(), key=lambda each: len(_PLACE.sub("", each[0])), reverse=True):
        pieces = _PLACE.split(text)  # words, name of a place, words, …
        form = _Form(around=pieces[::2], places=pieces[1::2], holding=holding.get(text, frozenset()), words=words)
        told_apart = len(pieces) == 1 or len(pieces[0]) >= _BEGINNING
        forms.setdefault(_beginning(pieces[0]) if told_apart else "", []).append(form)
    return forms
