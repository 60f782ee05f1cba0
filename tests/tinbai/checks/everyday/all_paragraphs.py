"""Two hundred paragraphs as offices write them every day, in letters of 15/10/2026. All invented, and none is wrong."""

from tests.tinbai.checks.everyday.economy import ECONOMY
from tests.tinbai.checks.everyday.history import HISTORY
from tests.tinbai.checks.everyday.law import LAW
from tests.tinbai.checks.everyday.life import LIFE

PARAGRAPHS: tuple[str, ...] = tuple(
    " ".join(part.split()) for text in (ECONOMY, LIFE, LAW, HISTORY) for part in text.split("\n\n")
)
