"""Any number of broken letters, for the promise that reading never raises and never loses one.

The first of a run are the known recipes, each once; then all kinds come mixed.
"""

from collections.abc import Callable, Iterator, Sequence
from random import Random

from tests.mail.breaking.attachments import ATTACHMENTS
from tests.mail.breaking.crashes import CRASHES
from tests.mail.breaking.files import broken_file
from tests.mail.breaking.floods import FLOODS
from tests.mail.breaking.grammar import broken_letter
from tests.mail.breaking.mutations import damaged_letter
from tests.mail.breaking.nesting import broken_nesting
from tests.mail.breaking.pages import broken_page

Breaker = Callable[[Random], bytes]
RECIPES: Sequence[Breaker] = (*CRASHES, *FLOODS, *ATTACHMENTS)
AFTERWARDS: Sequence[tuple[Breaker, float]] = (  # with their shares; the rest are recipes again
    (broken_letter, 0.28),
    (broken_nesting, 0.12),
    (broken_page, 0.12),
    (broken_file, 0.15),
    (damaged_letter, 0.25),
)


def malformed(count: int, seed: int, *, first: int = 0) -> Iterator[bytes]:
    """`count` broken letters from number `first` on, the same for the same seed."""
    for number in range(first, first + count):
        random = Random(f"{seed}/{number}")
        yield _breaker(number, random)(random)


def _breaker(number: int, random: Random) -> Breaker:
    if number < len(RECIPES):
        return RECIPES[number]
    dice = random.random()
    for breaker, share in AFTERWARDS:
        dice -= share
        if dice < 0:
            return breaker
    return random.choice(RECIPES)
