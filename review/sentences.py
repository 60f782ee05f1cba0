"""Sentences that other parts of the program made in Vietnamese, said in the language of the request.

They are made of a text with places for names and figures, long before it is known who reads them, and some lie in the
database. So they are known again by their form: the catalogue has each text with its places, {0} or {where}, and what
stands in a place is a sentence, too, or is shown as it is.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from review.catalogues import told
from review.language import SOURCE, language

_PLACE = re.compile(r"\{(\w+)\}")
_DEEPEST = 4  # sentences in sentences
_LONGEST = 1_000  # letters; longer ones are shown as they are, since looking at every form takes its time
_BETWEEN = re.compile(r"; |\. |: ")


def said(sentence: str) -> str:
    """`sentence` in the language of this request; as it is, where it is none that the catalogue has."""
    spoken = language()
    if spoken == SOURCE or not 0 < len(sentence) <= _LONGEST:
        return sentence
    return _said(sentence, spoken, _DEEPEST)


def _said(sentence: str, spoken: str, deepest: int) -> str:
    found = _known(sentence, spoken, deepest)
    if found is not None or not deepest:
        return sentence if found is None else found
    for between in reversed(list(_BETWEEN.finditer(sentence))):  # several sentences, one after the other
        first = _known(sentence[: between.start()], spoken, deepest)
        if first is not None:
            return first + between[0] + _said(sentence[between.end() :], spoken, deepest)
    return sentence


def _known(sentence: str, spoken: str, deepest: int) -> str | None:
    """A single sentence, if it is one of the catalogue's; a full stop at its end says nothing."""
    bare = sentence.removesuffix(".")
    for each in _forms(spoken) if deepest else ():
        match = each.form.fullmatch(bare)
        if match is not None:
            inside = [_said(part, spoken, deepest - 1) for part in match.groups()]
            return _begun_like(sentence, _filled(each, inside)) + sentence[len(bare) :]
    return None


def _filled(form: "_Form", inside: Sequence[str]) -> str:
    values = dict(zip(form.places, inside, strict=True))
    return _PLACE.sub(lambda place: values[place[1]], form.words)


def _begun_like(sentence: str, words: str) -> str:
    """`words` with a capital where `sentence` begins with one."""
    return words[:1].upper() + words[1:] if sentence[:1].isupper() else words


@dataclass(frozen=True, kw_only=True)
class _Form:
    """What sentences look like that are made of one text, the names of its places in order, and its words elsewhere."""

    form: re.Pattern[str]
    places: Sequence[str]
    words: str


@cache
def _forms(spoken: str) -> Sequence[_Form]:
    """Of every text, those that say most first."""
    texts = sorted(told(spoken).items(), key=lambda text: len(_PLACE.sub("", text[0])), reverse=True)
    return [_form(text, words) for text, words in texts]


def _form(text: str, words: str) -> _Form:
    """The first letter may be a capital or none."""
    pieces = _PLACE.split(text)  # words, name of a place, words, …
    fixed = [re.escape(piece) for piece in pieces[::2]]
    if fixed[0][:1].isalpha():
        fixed[0] = f"[{fixed[0][0].lower()}{fixed[0][0].upper()}]{fixed[0][1:]}"
    return _Form(form=re.compile("(.+?)".join(fixed), re.DOTALL), places=pieces[1::2], words=words)
