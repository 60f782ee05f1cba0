"""A text taken apart: title, sapo, captions, byline, and what is left as the body."""

from dataclasses import dataclass, field

from ingest.anatomy.byline import Byline, joined, take_above_title, take_below_title, take_byline
from ingest.anatomy.candidates import Candidate
from ingest.anatomy.captions import Captions, take_captions
from ingest.anatomy.courtesy import is_address, speaks_to_board
from ingest.anatomy.footers import is_office
from ingest.anatomy.items import is_parting
from ingest.anatomy.labels import Labels, set_kind_aside, take_kind_off_title, take_labels
from ingest.anatomy.letter_text import CLOSING, GREETING, set_emoji_aside, set_tags_aside, takes_leave_below
from ingest.anatomy.letterhead import WHY as LETTERHEAD
from ingest.anatomy.letterhead import set_aside_letterhead
from ingest.anatomy.paper_foot import set_aside_foot
from ingest.anatomy.portal_lines import set_portal_lines_aside
from ingest.anatomy.sheet import Sheet
from ingest.anatomy.subject import has_diacritics, title_from
from ingest.anatomy.summary import take_summary
from ingest.anatomy.title import Look, look_of, take_title
from ingest.anatomy.title_lines import set_lines_below_title_aside, set_section_aside
from ingest.anatomy.words import one_line
from ingest.anatomy.writer_lines import set_approval_aside, set_introduction_aside, set_writer_lines_aside
from tinbai.blocks import Block, Rule, text_of

RULE_WHY = "dòng kẻ"


@dataclass(kw_only=True)
class Piece:
    """One article in the making. `text` is all that its candidate held, before anything was taken out."""

    candidate: Candidate
    text: str
    letterhead: str = ""
    title: str | None = None
    titled: bool = False  # the title was taken out of the text; else it came from the subject
    title_look: Look | None = None  # of the line it was taken from
    title_line: str = ""  # that line alone, where the title runs over several
    summary: str | None = None
    labels: Labels = field(default_factory=Labels)
    byline: Byline = field(default_factory=Byline)
    captions: Captions = field(default_factory=Captions)

    def body(self) -> list[tuple[int, Block]]:
        """What is left for the body, pictures at their places; a line drawn above or below all of it is none."""
        left = self.candidate.sheet.left()
        drawn = [order for order, (_, block) in enumerate(left) if not isinstance(block, Rule)]
        return left[drawn[0] : drawn[-1] + 1] if drawn else []


def take_apart(candidate: Candidate, subject: str | None) -> Piece:
    """Take a candidate apart. The sheet it holds is worked on in place."""
    sheet = candidate.sheet
    piece = Piece(candidate=candidate, text="\n".join(text_of(block) for _, block in sheet.left()))
    if candidate.raw:
        piece.title = title_from(subject, accented=has_diacritics(piece.text))
        return piece
    if candidate.source is not None:
        _set_office_aside(sheet)
    _set_rules_aside(piece)
    if candidate.source is None:
        set_emoji_aside(sheet)
        set_introduction_aside(sheet)
    set_approval_aside(sheet)
    above = Byline()
    set_portal_lines_aside(sheet)
    piece.letterhead = set_aside_letterhead(sheet)
    if candidate.source is not None:
        set_tags_aside(sheet)
        set_aside_foot(sheet)
        set_writer_lines_aside(sheet)
        above = take_above_title(sheet)
    set_kind_aside(sheet)
    _set_address_aside(piece)
    set_kind_aside(sheet)
    take_kind_off_title(sheet)
    piece.labels = take_labels(sheet)
    if candidate.source is not None:  # a letter's own was found together with its note
        _set_leave_aside(sheet)
    piece.captions = take_captions(sheet)
    own_text = candidate.source is None
    piece.byline = take_byline(sheet, in_letter=own_text, left=own_text and takes_leave_below(sheet))
    piece.byline = joined(above, piece.byline)
    if candidate.source is not None:
        _set_leave_aside(sheet)
    top = next((paragraph for _, paragraph in sheet.paragraphs()[:1]), None)
    if candidate.split:
        set_section_aside(sheet)
    own = piece.labels.title or take_title(sheet)
    if own and top and not piece.labels.title:
        piece.title_look, piece.title_line = look_of(top), one_line(text_of(top))
    piece.titled = bool(own)
    if own:
        set_lines_below_title_aside(sheet)
    if own and not piece.byline.author:
        piece.byline = take_below_title(sheet, own, piece.byline)
    piece.title = own or title_from(subject, accented=has_diacritics(piece.text))
    piece.summary = piece.labels.summary or (take_summary(sheet) if own else None)
    return piece


def _set_office_aside(sheet: Sheet) -> None:
    """The name of an office above a drawn line at the top: the head of an official paper, the country left out."""
    top = sheet.left()[:2]
    if len(top) == len(("office", "line")) and is_parting(top[1][1]) and is_office(one_line(text_of(top[0][1]))):
        sheet.set_aside([top[0][0]], LETTERHEAD)


def _set_address_aside(piece: Piece) -> None:
    """A "Kính gửi: Ban biên tập ..." that stands in the document itself."""
    for place, paragraph in piece.candidate.sheet.paragraphs()[:2]:
        if not is_address(text_of(paragraph)):
            return
        piece.candidate.sheet.set_aside([place], GREETING)


def _set_leave_aside(sheet: Sheet) -> None:
    """Thanks to the board at the end of a document that holds its own covering note."""
    for place, paragraph in sheet.paragraphs()[-1:]:
        if speaks_to_board(text_of(paragraph)):
            sheet.set_aside([place], CLOSING)


def _set_rules_aside(piece: Piece) -> None:
    """The characters of a rule are not its words, but nothing that was typed may vanish."""
    for place, block in piece.candidate.sheet.left():
        if isinstance(block, Rule):
            piece.candidate.sheet.note(place, block.text, RULE_WHY)
        elif is_parting(block):  # "-----o0o-----"
            piece.candidate.sheet.set_aside([place], RULE_WHY)
