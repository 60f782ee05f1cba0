"""multipart/alternative (RFC 2046 section 5.1.4): which of several forms of one text is read."""

import re
from collections.abc import Iterable, Sequence

from ingest.bodies import Body

_WORDS = re.compile(r"\w+")
_ENOUGH_OF_THE_TEXT = 0.5  # how much of the plain alternative's text the HTML must have to stand for it


def best_of(forms: Sequence[Sequence[Body]]) -> int | None:
    """Which form is used: the last one with HTML if it has the text, else the plain one; None where no form has any."""
    rich = [place for place, bodies in enumerate(forms) if any(body.html is not None for body in bodies)]
    plain = [place for place, bodies in enumerate(forms) if bodies and place not in rich]
    fullest = max(plain, key=lambda place: _words(forms[place]), default=None)
    if rich and (fullest is None or _words(forms[rich[-1]]) >= _ENOUGH_OF_THE_TEXT * _words(forms[fullest])):
        return rich[-1]
    return fullest if rich else (plain[-1] if plain else None)


def _words(bodies: Iterable[Body]) -> int:
    return sum(len(_WORDS.findall(body.text)) for body in bodies)
