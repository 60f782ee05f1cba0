"""Each contribution, read once."""

from functools import cache
from pathlib import Path

from ingest.read import read
from ingest.reading import Reading
from tests.contributions.conserving import lost_pictures
from tests.contributions.contribution import Contribution
from tests.contributions.corpus import ALL
from tests.contributions.scoring import Score, score
from tinbai.limits import Limits
from tinbai.site_data import load

SITE = Path("tests/mail/site.toml")


@cache
def contribution(name: str) -> Contribution:
    """A letter with its truth."""
    return ALL[name]()


@cache
def reading(name: str) -> Reading:
    """What the reader makes of it."""
    result = read(contribution(name).raw, site=load(SITE), limits=Limits())
    lost_pictures(result)  # which learns to know the pictures that a program wrote anew
    return result


@cache
def scored(name: str) -> Score:
    """How good that is."""
    return score(name, contribution(name), reading(name))
