"""Words that stand in an article which was received before: sent twice, copied, or taken over in part."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tinbai.checks.checked import Checked
from tinbai.checks.earlier import EarlierText
from tinbai.checks.found import Found
from tinbai.checks.passages import Passage
from tinbai.finding import Severity, Where
from tinbai.occasion import FEW_FIGURES, count_figures, figures_alike, same_occasion
from tinbai.shingles import SIZE, Overlap, overlap, shingles, words_of
from tinbai.site_data import SiteData
from tinbai.tuning import number

_FEWEST_WORDS = 30  # in common: fewer are turns of phrase, even where they are half of a short notice
_OTHER_FIGURES = 0.5  # share of figures in common, below which another occasion is another piece of news
_SOME = 0.25  # share of the words from which, scattered as they may be, they are told as a hint
_FORMULA = 3  # earlier articles that have a passage: then everybody writes so
_OF_FORMULA = 0.8  # how much of it they have


@dataclass(frozen=True, kw_only=True)
class _Compared:
    earlier: EarlierText
    shingles: frozenset[int]
    overlap: Overlap


def check(article: Checked, site: SiteData | None) -> Iterator[Found]:
    """One finding, on the earlier article that has most of the words. `article.earlier` says which may have any."""
    passages = [each for each in article.passages if each.field in {"summary", "body"}] if article.earlier else []
    words = [words_of(each.text) for each in passages]
    text = [word for each in words for word in each]
    if len(text) < _FEWEST_WORDS:
        return  # also where no earlier article is known
    own, whole = shingles(text), "\n".join(each.text for each in passages)
    compared = [_compare(own, earlier) for earlier in article.earlier if not _is_next(whole, earlier.text)]
    compared = [each for each in compared if each.overlap.shared >= _FEWEST_WORDS]
    if not compared:
        return
    nearest = max(compared, key=lambda each: each.overlap.shared)
    share = nearest.overlap.shared / len(text)
    if share >= number(site, "near_duplicate", "share"):
        yield _found(nearest.earlier, nearest.overlap.shared, len(text), Where(field="body"), None)
        return
    row = number(site, "near_duplicate", "words_in_a_row")
    for each in sorted(compared, key=lambda each: each.overlap.start - each.overlap.end):
        long = each.overlap.end - each.overlap.start >= row
        scattered = each is nearest and share >= _SOME
        if (long or scattered) and not _is_formula(own, each.overlap, compared):
            place = _place(passages, words, each.overlap)
            yield _found(each.earlier, each.overlap.shared, len(text), place, Severity.HINT)
            return


def _compare(own: Sequence[int], earlier: EarlierText) -> _Compared:
    other = frozenset(shingles(words_of(earlier.text)))
    return _Compared(earlier=earlier, shingles=other, overlap=overlap(own, other))


def _is_next(text: str, earlier: str) -> bool:
    """Whether it is another month's report in the same words: it says so, and has figures of its own."""
    if same_occasion(text, earlier):
        return False
    few = min(count_figures(text), count_figures(earlier)) < FEW_FIGURES
    return few or figures_alike(text, earlier) < _OTHER_FIGURES


def _is_formula(own: Sequence[int], row: Overlap, compared: Sequence[_Compared]) -> bool:
    """Whether several of the others have the same row of words: legal bases, the closing of every notice."""
    taken = own[row.start : row.end - SIZE + 1]
    having = (sum(each in other.shingles for each in taken) >= _OF_FORMULA * len(taken) for other in compared)
    return sum(having) >= _FORMULA


def _place(passages: Sequence[Passage], words: Sequence[Sequence[str]], row: Overlap) -> Where:
    """The passage in which most of a row of words stands."""
    begin, best, most = 0, passages[0], 0
    for passage, each in zip(passages, words, strict=True):
        inside = min(row.end, begin + len(each)) - max(row.start, begin)
        if inside > most:
            best, most = passage, inside
        begin += len(each)
    return best.where(0, len(best.text))


def _found(earlier: EarlierText, shared: int, words: int, where: Where, milder: Severity | None) -> Found:
    share = 100 * shared // words
    told = f"{shared} trong {words} chữ ({share}%) đã có trong bài “{earlier.title}” ({earlier.code}), nhận trước đó."
    advice = "Hãy xem có phải đoạn chép lại không." if milder else "Hãy xem có phải bài trùng không."
    return Found(
        where=where, message=f"{told} {advice}", confidence=0.6 if milder else 0.9, milder=milder,
        article_id=earlier.article_id,
    )  # fmt: skip
