"""Which texts of a letter are articles: covering note against article, twins, and several items in one file."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from ingest.anatomy import byline
from ingest.anatomy.caption_files import captions_of, sort_out_caption_files
from ingest.anatomy.items import could_be_split, split_items
from ingest.anatomy.letter_text import CLOSING, GREETING, NOTE, LetterText
from ingest.anatomy.note_around import set_note_around_aside
from ingest.anatomy.portal_lines import set_portal_lines_aside
from ingest.anatomy.sheet import Sheet, merged
from ingest.anatomy.title import is_marked, looks_like_title
from ingest.anatomy.told_captions import take_told_above, take_told_in_note
from ingest.anatomy.words import words
from ingest.source import BODY, SetAside, Source
from tinbai.blocks import Block, Picture, text_of
from tinbai.text import fold

WHOLE_ARTICLE = 80  # words from which a document is certainly an article
SHORT_ARTICLE = 15  # words that do when the letter itself is only a note
LONGEST_NOTE = 120  # words of a covering note; a longer one is a note when it is mostly courtesy
LEAST_TYPED = 30  # words of an article in the letter itself, beside a document that lists captions
MOSTLY = 0.5  # share of courtesy up to which a text is more than a note
ALIKE = 0.9  # share of words in common from which two documents are the same one
CORRECTED = re.compile(
    r"\b(?:sua|da sua|sua lai|chinh sua|ban moi|chinh thuc|hoan chinh|ban cuoi|bo sung|final|v2|lan 2|ban 2)\b"
)
TABLES = (".xls", ".xlsx", ".xlsm", ".xlsb", ".ods", ".csv", ".ppt", ".pptx", ".pptm", ".pps", ".ppsx", ".odp")


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A text that becomes an article. `source` is None for the letter's own text."""

    sheet: Sheet
    source: Source | None = None
    split: bool = False  # one of several items in one file
    first: bool = True  # of these; what was set aside when the file was opened goes with it
    splittable: bool = False  # it could be several items, though it was taken for one
    raw: bool = False  # it is not to be taken apart

    @property
    def key(self) -> str:
        """What an editor's wish calls this text: "body", or the SHA-256 of its part."""
        return key_of(self.source)

    @property
    def name(self) -> str:
        """What `from_part` says."""
        return self.source.name if self.source else "body"


def key_of(source: Source | None) -> str:
    """The name of a text in an editor's wish."""
    return (source.sha256 or source.name) if source else BODY


@dataclass(kw_only=True)
class Choice:
    """The articles of a letter, and what of its texts is none."""

    articles: list[Candidate] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)
    own: set[str] = field(default_factory=set)  # hashes of the parts whose text is an article: no attachments


def choose(letter_text: LetterText, sources: Sequence[Source], *, paper: bool) -> Choice:
    """Choose the articles. `paper`: the letter sends an official document, so that at most one text is its article."""
    choice = Choice()
    documents = _without_twins([source for source in sources if _count(source.blocks)], choice)
    typed = letter_text.count >= LEAST_TYPED and letter_text.courteous <= MOSTLY
    sorted_out = sort_out_caption_files(documents, typed=typed)
    documents = _articles_among(sorted_out.others, letter_text, choice)
    if paper:
        documents = _first_only(documents, choice)
    for source in documents:
        choice.articles += items_of(source, letter_text, alone=len(documents) == 1)
        choice.own |= {source.sha256} if source.sha256 else set()
    if not documents or (_is_article(letter_text) and not paper):
        choice.articles[:0] = own_items(letter_text, alone=not documents)
    else:
        _take_told_captions(letter_text, choice)
        set_note_aside(letter_text, choice)
    _take_captions_of_files(sorted_out.lists, choice)
    return choice


def _take_captions_of_files(lists: Sequence[Source], choice: Choice) -> None:
    """Move the captions that came in documents of their own to the only article that they can belong to."""
    sheet = choice.articles[0].sheet if len(choice.articles) == 1 else None
    told, aside = captions_of(lists, sheet)
    if sheet is not None:
        sheet.blocks += told
    choice.set_aside += aside
    choice.own |= {source.sha256 for source in lists if source.sha256}


def _take_told_captions(letter_text: LetterText, choice: Choice) -> None:
    """Move the captions that the note tells to the only article that they can belong to."""
    if len(choice.articles) == 1:
        sheet = choice.articles[0].sheet
        sheet.blocks += take_told_in_note(letter_text.sheet, sheet)


def _articles_among(documents: list[Source], letter_text: LetterText, choice: Choice) -> list[Source]:
    """The documents that are articles: no tables, no PDF beside a text document, and not too short."""
    texts = [source for source in documents if not source.name.lower().endswith(TABLES)]
    typed = [source for source in texts if not source.name.lower().endswith(".pdf")]
    least = WHOLE_ARTICLE if _is_article(letter_text) else SHORT_ARTICLE
    chosen = [source for source in typed or texts if _count(source.blocks) >= least or _is_whole(source)]
    for source in documents:
        if source not in chosen:
            set_source_aside(source, f"nội dung tệp đi kèm {source.name}", choice)
    return chosen


def _is_whole(source: Source) -> bool:
    """Whether a document is an article however short it is: it has a title above and its writer below."""
    paragraphs = [paragraph for _, paragraph in Sheet.of(source.blocks).paragraphs()]
    titled = looks_like_title(paragraphs[:2]) and is_marked(paragraphs[0], text_of(paragraphs[0]))
    signed = any(byline.parse(text_of(paragraph)) for paragraph in paragraphs[-2:])
    return titled and signed and _count(source.blocks) >= SHORT_ARTICLE


def _is_article(letter_text: LetterText) -> bool:
    """Whether the letter's own text is an article even though documents came along."""
    return letter_text.count > LONGEST_NOTE and letter_text.courteous <= MOSTLY


def _first_only(documents: list[Source], choice: Choice) -> list[Source]:
    for source in documents[1:]:
        set_source_aside(source, f"nội dung tệp đi kèm {source.name}", choice)
    return documents[:1]


def _without_twins(sources: Sequence[Source], choice: Choice) -> list[Source]:
    """The sources without those that repeat another one: of a Word file and its PDF, the Word file stays.

    Of two versions of one text, the one stays whose name says that it was corrected; the other is not attached.
    """
    kept: list[tuple[Source, Counter[str]]] = []
    for source in sorted(sources, key=_rank):
        counted = Counter(words(fold(_text(source.blocks))))
        twin = next((other for other, theirs in kept if _alike(counted, theirs)), None)
        if twin is None:
            kept.append((source, counted))
        else:
            set_source_aside(source, f"trùng nội dung với tệp {twin.name}", choice)
            if source.sha256 and not _is_pdf(source):
                choice.own.add(source.sha256)
    order = {id(source): place for place, source in enumerate(sources)}
    return sorted((source for source, _ in kept), key=lambda each: order[id(each)])


def _rank(source: Source) -> tuple[bool, bool]:
    """A text that can be edited first, and a corrected version before another."""
    return _is_pdf(source), CORRECTED.search(re.sub(r"[\W_]+", " ", fold(source.name))) is None


def _is_pdf(source: Source) -> bool:
    return source.name.lower().endswith(".pdf")


def _alike(one: Counter[str], other: Counter[str]) -> bool:
    longer = max(one.total(), other.total())
    if min(one.total(), other.total()) < ALIKE * longer:
        return False
    return (one & other).total() >= ALIKE * longer


def set_source_aside(source: Source, why: str, choice: Choice) -> None:
    if text := _text(source.blocks):
        choice.set_aside.append(SetAside(text=text, why=why))
    choice.set_aside += source.set_aside


def set_note_aside(letter_text: LetterText, choice: Choice) -> None:
    sheet = letter_text.sheet
    sheet.set_aside([place for place, block in sheet.left() if not isinstance(block, Picture)], NOTE)
    pieces = [replace(piece, why=NOTE) if piece.why in (GREETING, CLOSING) else piece for piece in sheet.pieces()]
    choice.set_aside[:0] = [*merged(pieces), *letter_text.quoted]


def items_of(source: Source, letter_text: LetterText, *, alone: bool = False) -> list[Candidate]:
    """The items of one file; `alone`: there is no other."""
    return candidates_of(split_items(Sheet.of(source.blocks), letter_text.told, alone=alone), source)


def own_items(letter_text: LetterText, *, alone: bool = False) -> list[Candidate]:
    """The items that were typed in the letter itself, the note around them set aside; `alone`: with no documents."""
    set_portal_lines_aside(letter_text.sheet)
    told = take_told_above(letter_text.sheet)
    set_note_around_aside(letter_text.sheet)
    letter_text.sheet.blocks += told
    return candidates_of(split_items(letter_text.sheet, letter_text.told, alone=alone), None)


def candidates_of(sheets: Sequence[Sheet], source: Source | None) -> list[Candidate]:
    """The sheets of one text as candidates."""
    several = len(sheets) > 1
    return [
        Candidate(
            sheet=sheet, source=source, split=several, first=order == 0,
            splittable=not several and could_be_split(sheet),
        )
        for order, sheet in enumerate(sheets)
    ]  # fmt: skip


def _text(blocks: Iterable[Block]) -> str:
    return "\n".join(text for text in map(text_of, blocks) if text)


def _count(blocks: Iterable[Block]) -> int:
    return len(words(_text(blocks)))
