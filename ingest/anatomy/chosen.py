"""What the reader chose for an article, how sure it was, and what else could be chosen: nothing is decided in secret.

Everything here looks at decisions already made and changes none. The figures are judgements: 0.9 and above is hardly
ever wrong on the project's own letters, below 0.6 an editor should look (`tests/ingest/anatomy/test_chosen.py`).
"""

from ingest.anatomy.chosen_basis import Basis
from ingest.anatomy.chosen_captions import captions
from ingest.anatomy.chosen_encoding import encoding
from ingest.anatomy.chosen_people import author, byline, unit
from ingest.anatomy.chosen_place import column, genre, kind
from ingest.anatomy.chosen_source import items, note, set_aside, source
from ingest.anatomy.chosen_title import summary, title
from ingest.reading import Chosen, ReadArticle

__all__ = ["Basis", "chosen_of"]


def chosen_of(article: ReadArticle, basis: Basis) -> tuple[Chosen, ...]:
    """The decisions, in the order in which a page shows them."""
    decided = (
        source(basis), note(basis), items(basis), encoding(article, basis), kind(article),
        set_aside(article, basis),
        [title(basis)], [summary(basis)], [byline(basis)], [author(article, basis)], [unit(article, basis)],
        column(article), [genre(article, basis)], captions(article, basis),
    )  # fmt: skip
    return tuple(each for found in decided for each in found)
