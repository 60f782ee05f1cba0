"""Any number of broken letters, for the promise that reading never raises and never loses one.

The first of a run are the known recipes, each once; then all kinds come mixed.
"""

from collections.abc import Callable, Iterator, Sequence
from random import Random

from tests.mail.breaking.attachments import ATTACHMENTS
from tests.mail.breaking.crashes import CRASHES
from tests.mail.breaking.floods import FLOODS
from tests.mail.breaking.grammar import broken_letter
from tests.mail.breaking.mutations import damaged_letter

Breaker = Callable[[Random], bytes]
RECIPES: Sequence[Breaker] = (*CRASHES, *FLOODS, *ATTACHMENTS)
GRAMMAR, MUTATION = 0.55, 0.35  # shares of the letters after the recipes; the rest are recipes again


def malformed(count: int, seed: int) -> Iterator[bytes]:
    """`count` broken letters, the same for the same seed."""
    for number in range(count):
        random = Random(f"{seed}/{number}")
        yield _breaker(number, random)(random)


def _breaker(number: int, random: Random) -> Breaker:
    if number < len(RECIPES):
        return RECIPES[number]
    dice = random.random()
    if dice < GRAMMAR:
        return broken_letter
    return damaged_letter if dice < GRAMMAR + MUTATION else random.choice(RECIPES)
