"""Conservation: no word that came with a letter is lost on the way to its articles."""

from collections import Counter
from collections.abc import Iterable

from ingest.anatomy.shape import Shaped
from ingest.anatomy.words import words
from ingest.reading import ReadArticle
from ingest.source import SetAside, Source
from tinbai.blocks import text_of
from tinbai.text import nfc


def missing_words(texts: Iterable[str], shaped: Shaped) -> Counter[str]:
    """The words that stand neither in an article nor among what was set aside, with how many are missing."""
    wanted = Counter(word for text in texts for word in words(nfc(text)))
    return wanted - Counter(word for text in _kept(shaped) for word in words(nfc(text)))


def text_of_source(source: Source) -> str:
    """All the words of a source: its blocks and what its opener set aside."""
    blocks = [text_of(block) for block in source.blocks]
    return "\n".join([*blocks, *(piece.text for piece in source.set_aside)])


def _kept(shaped: Shaped) -> Iterable[str]:
    for article in shaped.articles:
        yield from _words_of(article)
    yield from _texts(shaped.set_aside)
    yield from (photo.caption or "" for photo in shaped.photos)


def _words_of(article: ReadArticle) -> Iterable[str]:
    yield from (article.title or "", article.summary or "", article.body_text, article.byline or "")
    yield from (photo.caption or "" for photo in article.photos)
    yield from _texts(article.set_aside)


def _texts(pieces: Iterable[SetAside]) -> Iterable[str]:
    return (piece.text for piece in pieces)
