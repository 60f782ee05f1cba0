"""How near a reading comes to the truth about its letter: every mistake named, every figure counted."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ingest.anatomy.words import one_line, words
from ingest.reading import ReadArticle, Reading
from tests.contributions.conserving import lost_pictures, lost_words
from tests.contributions.contribution import Contribution, Truth
from tests.contributions.pictures import number_of
from tinbai.text import nfc


@dataclass(kw_only=True)
class Score:
    """Counts that can be added up, and the mistakes in words."""

    name: str
    titles: int = 0
    titles_right: int = 0
    captions: int = 0
    captions_right: int = 0
    wanted: int = 0  # words that belong in bodies
    given: int = 0  # words that stand in bodies
    common: int = 0
    kinds_wrong: int = 0
    courtesies: int = 0
    lost: int = 0  # words and pictures that are nowhere
    mistakes: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """The share of the words that belong in bodies and stand there."""
        return self.common / self.wanted if self.wanted else 1.0

    @property
    def precision(self) -> float:
        """The share of the words in bodies that belong there."""
        return self.common / self.given if self.given else 1.0


def score(name: str, contribution: Contribution, reading: Reading) -> Score:
    """Compare a reading with the truth."""
    found = Score(name=name)
    pairs, extra = _pairs(contribution.articles, reading.articles)
    if len(reading.articles) != len(contribution.articles):
        found.mistakes.append(f"articles: {len(reading.articles)} instead of {len(contribution.articles)}")
    for truth, article in pairs:
        _title(found, truth, article)
        _captions(found, truth, article)
        _body(found, truth, article)
        _rest(found, truth, article)
    found.given += sum(len(words(article.body_text)) for article in extra)
    _never(found, contribution, reading.articles)
    _aside(found, contribution, reading)
    _lost(found, contribution, reading)
    return found


def _pairs(
    truths: Sequence[Truth], articles: Sequence[ReadArticle]
) -> tuple[list[tuple[Truth, ReadArticle | None]], list[ReadArticle]]:
    """Each truth with the article whose words are most like its own; and the articles that no truth asked for."""
    left = list(articles)
    pairs: list[tuple[Truth, ReadArticle | None]] = []
    for truth in truths:
        best = max(left, key=lambda article: _likeness(truth, article), default=None)
        if best is not None:
            left.remove(best)
        pairs.append((truth, best))
    return pairs, left


def _likeness(truth: Truth, article: ReadArticle) -> float:
    wanted = Counter(words(" ".join([truth.title or "", *truth.body])))
    given = Counter(words(f"{article.title} {article.body_text}"))
    return (wanted & given).total() / max(1, given.total())


def _title(found: Score, truth: Truth, article: ReadArticle | None) -> None:
    found.titles += 1
    given = article.title if article else None
    found.titles_right += given == truth.title
    _note(found, "title", truth.title, given)


def _captions(found: Score, truth: Truth, article: ReadArticle | None) -> None:
    photos = {number_of(photo.sha256): photo.caption for photo in article.photos} if article else {}
    found.captions += len(truth.photos)
    for number, caption in truth.photos.items():
        right = number in photos and photos[number] == caption
        found.captions_right += right
        if not right:
            _note(found, f"caption of {number}", caption, photos.get(number, "(no such photo)"))
    if strange := set(photos) - set(truth.photos):
        found.mistakes.append(f"photos of another: {sorted(map(str, strange))}")


def _body(found: Score, truth: Truth, article: ReadArticle | None) -> None:
    wanted = Counter(word for paragraph in truth.body for word in words(paragraph))
    given = Counter(words(nfc(article.body_text))) if article else Counter[str]()
    found.wanted += wanted.total()
    found.given += given.total()
    found.common += (wanted & given).total()
    if missing := wanted - given:
        found.mistakes.append(f"body lacks: {' '.join(missing.elements())[:120]}")
    if strange := given - wanted:
        found.mistakes.append(f"body has too much: {' '.join(strange.elements())[:120]}")


def _rest(found: Score, truth: Truth, article: ReadArticle | None) -> None:
    if article is None:
        found.kinds_wrong += 1
        return
    found.kinds_wrong += article.kind != truth.kind
    _note(found, "kind", str(truth.kind), str(article.kind))
    _note(found, "summary", truth.summary, article.summary)
    _note(found, "byline", truth.byline, article.byline)
    for name in ("author", "unit", "source", "genre"):
        if (wanted := getattr(truth, name)) is not None:
            _note(found, name, wanted, getattr(article, name))
    _note(found, "attachments", list(truth.attachments), [each.filename for each in article.attachments])
    for name, value in (truth.fields or {}).items():
        _note(found, f"field {name}", value, article.fields.get(name))


def _note(found: Score, what: str, wanted: object, given: object) -> None:
    if wanted != given:
        found.mistakes.append(f"{what}: {given!r} instead of {wanted!r}")


def _never(found: Score, contribution: Contribution, articles: Iterable[ReadArticle]) -> None:
    """Courtesies and signatures that stand in an article."""
    for article in articles:
        captions = [photo.caption for photo in article.photos]
        texts = [article.title, article.summary, article.body_text, article.byline, *captions]
        whole = one_line("\n".join(nfc(text) for text in texts if text))
        for words_of_courtesy in contribution.never:
            if words_of_courtesy in whole:
                found.courtesies += 1
                found.mistakes.append(f"courtesy in the article: {words_of_courtesy!r}")


def _aside(found: Score, contribution: Contribution, reading: Reading) -> None:
    pieces = [*reading.set_aside, *(piece for article in reading.articles for piece in article.set_aside)]
    for text, why in contribution.aside.items():
        reasons = {piece.why for piece in pieces if text in piece.text}
        if why not in reasons:
            found.mistakes.append(f"set aside: {text!r} for {sorted(reasons)} instead of {why!r}")
    tray = [number_of(photo.sha256) for photo in reading.photos]
    if sorted(map(str, tray)) != sorted(map(str, contribution.tray)):
        found.mistakes.append(f"tray: {tray} instead of {list(contribution.tray)}")


def _lost(found: Score, contribution: Contribution, reading: Reading) -> None:
    missing, pictures = lost_words(contribution, reading), lost_pictures(reading)
    found.lost = missing.total() + len(pictures)
    if missing:
        found.mistakes.append(f"LOST words: {' '.join(missing.elements())[:120]}")
    if pictures:
        found.mistakes.append(f"LOST pictures: {pictures}")
