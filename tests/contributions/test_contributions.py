"""More than a hundred contributions of our own making, read as they would come in, against truth written by hand.

The bounds are those of the product: titles and captions right in 98 of 100, words of bodies 0.995 both ways, nothing
of a covering note in an article, and no word or picture lost. A contribution that may fall short stands in `SHORT`
with its reason.
"""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from ingest.reading import Reading
from tests.contributions.corpus import ALL
from tests.contributions.reading import contribution, reading, scored
from tests.contributions.scoring import Score, score

LEAST_CONTRIBUTIONS = 60
LEAST_RIGHT = 0.98
LEAST_WORDS = 0.995
LEAST_WORDS_OF_ONE = 0.97
SHORT: Mapping[str, str] = {}  # contribution -> why its body may hold less than LEAST_WORDS_OF_ONE


@pytest.fixture(scope="module")
def scores() -> list[Score]:
    return [scored(name) for name in ALL]


def test_there_are_enough_contributions_and_no_two_alike() -> None:
    assert len(ALL) >= LEAST_CONTRIBUTIONS
    bodies = [tuple(truth.body) for name in ALL for truth in contribution(name).articles]
    assert len(set(bodies)) == len(bodies)


def test_the_corpus_is_read_as_well_as_the_product_promises(scores: list[Score]) -> None:
    print(_table(scores))  # noqa: T201 - pytest shows it on failure
    assert _share(scores, "titles_right", "titles") >= LEAST_RIGHT
    assert _share(scores, "captions_right", "captions") >= LEAST_RIGHT
    assert _share(scores, "common", "wanted") >= LEAST_WORDS
    assert _share(scores, "common", "given") >= LEAST_WORDS
    assert sum(each.kinds_wrong for each in scores) == 0
    assert sum(each.courtesies for each in scores) == 0
    assert sum(each.lost for each in scores) == 0


@pytest.mark.parametrize("name", ALL)
def test_each_contribution_becomes_what_its_writer_meant(name: str) -> None:
    found = scored(name)
    assert found.lost == 0, found.mistakes
    assert found.courtesies == 0, found.mistakes
    if name not in SHORT:
        assert min(found.recall, found.precision) >= LEAST_WORDS_OF_ONE, found.mistakes
        assert found.mistakes == []


def test_the_score_sees_a_lost_word_a_wrong_caption_and_a_courtesy() -> None:
    name = "captions.captions_above"
    truth, good = contribution(name), reading(name)
    (article,) = good.articles
    photos = [replace(photo, caption=None) for photo in article.photos]
    first_line, _, rest = article.body_text.partition("\n")
    spoilt: Mapping[str, tuple[Reading, str]] = {
        "lost": (replace(good, articles=[replace(article, body_text=rest)]), "LOST words"),
        "captions": (replace(good, articles=[replace(article, photos=photos)]), "caption of 1"),
        "pictures": (replace(good, articles=[replace(article, photos=())]), "LOST pictures"),
        "title": (replace(good, articles=[replace(article, title=first_line)]), "title:"),
        "set aside": (replace(good, set_aside=()), "LOST words"),
        "articles": (replace(good, articles=[]), "articles: 0"),
        "twice": (replace(good, articles=[article, article]), "articles: 2"),
    }
    assert score(name, truth, good).mistakes == []
    for what, (bad, mistake) in spoilt.items():
        assert any(each.startswith(mistake) for each in score(name, truth, bad).mistakes), what
    courteous = replace(good, articles=[replace(article, body_text="Kính gửi BBT\n" + article.body_text)])
    assert score(name, replace(truth, never=("Kính gửi",)), courteous).courtesies == 1


def _share(scores: list[Score], part: str, whole: str) -> float:
    return sum(getattr(each, part) for each in scores) / sum(getattr(each, whole) for each in scores)


def _table(scores: list[Score]) -> str:
    """One line a contribution that is not right, with what is wrong, below the figures of all."""
    figures = {
        "titles": _share(scores, "titles_right", "titles"),
        "captions": _share(scores, "captions_right", "captions"),
        "recall": _share(scores, "common", "wanted"),
        "precision": _share(scores, "common", "given"),
    }
    lines = ["  ".join(f"{name} {figure:.4f}" for name, figure in figures.items())]
    for each in scores:
        if each.mistakes:
            lines.append(f"{each.name}  recall {each.recall:.3f}  precision {each.precision:.3f}")
            lines += [f"    {mistake}" for mistake in each.mistakes]
    return "\n".join(lines)
