"""The letter's own text: quoted history, greeting, signature and footers set aside, and what is left."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.anatomy import byline
from ingest.anatomy.courtesy import Manners, greeting_before, is_courtesy, leave_after
from ingest.anatomy.footers import is_footer, is_office, is_person, is_signature_line, is_signature_table
from ingest.anatomy.passing_on import passes_on
from ingest.anatomy.quoted import BlockReply, split_blocks
from ingest.anatomy.sheet import Sheet
from ingest.anatomy.spans import is_bold, split_at, stripped, substituted
from ingest.anatomy.words import words
from ingest.letter import Address
from ingest.source import SetAside, Source
from tinbai.blocks import Align, Block, Paragraph, Picture, Rule, Table, text_of
from tinbai.vietnamese.detect import has_unicode_vietnamese

NOTE = "lời thư"
GREETING = "lời chào"
CLOSING = "lời kết thư"
SIGNATURE = "chữ ký cuối thư"
FOOTER = "dòng chữ do máy hoặc ứng dụng tự thêm"
RULE = "đường kẻ"
PLACEHOLDER = re.compile(r"\[(?:image|cid|inline image|hình ảnh|ảnh)\b[^\]\n]{0,120}\]", re.IGNORECASE)
LAST_LINES = 4  # among which an article's last paragraph is
SHORTEST_PASSED_ON = 15  # words from which what was forwarded is the article, and the note above it is none
TAGS = re.compile(r"\s*(?:#\w+[\s,;]*)+")
TAGS_WHY = "thẻ # của mạng xã hội"
EMOJI_WHY = "biểu tượng cảm xúc"
KEYCAP = re.compile("(\\d)\ufe0f?\u20e3[^\\S\\n]*")  # a figure on a key, which counts the points of a list
EMOJI = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u27bf\u2b50\u2b55](?:[\ufe0f\u20e3\U0001f000-\U0001faff\u2600-\u27bf])*"
)


@dataclass(frozen=True, kw_only=True)
class LetterText:
    """The letter's own text after trimming. `sheet` holds what is left, and the pieces set aside from it."""

    sheet: Sheet
    quoted: tuple[SetAside, ...]
    forwarded_from: Address | None
    note: str  # all that was written, signature and quotations apart, as the covering note that it may be
    courteous: float  # share of the words in `note` that are courtesy, 0 to 1

    @property
    def told(self) -> str:
        """All that was said to the board: the note, and what was taken off it as courtesy."""
        spoken = [piece.text for piece in self.sheet.pieces() if piece.why in (GREETING, CLOSING, NOTE)]
        return "\n".join([self.note, *spoken])

    @property
    def count(self) -> int:
        """How many words are left."""
        return sum(len(words(text_of(block))) for _, block in self.sheet.left())


def read_letter_text(
    body: Source | None, subject: str | None, *, answers: bool = False, alone: bool = False
) -> LetterText:
    """Trim the letter's own text. No word is lost: what goes is set aside with its reason.

    `answers`: the letter's header names the letter that it follows; `alone`: nothing came along with it.
    """
    reply = _split(body.blocks if body else (), subject, answers=answers)
    aside = body.set_aside if body else ()
    foreign = has_unicode_vietnamese("\n".join(map(text_of, reply.blocks)))  # "Thanks" in an English letter is its text
    read = _trimmed(reply, aside, Manners(foreign=foreign))
    if read.count or not alone:
        return read
    # A letter that is nothing but politely spoken still says something: "Em đã sửa lại số liệu rồi ạ."
    plain = _trimmed(reply, aside, Manners(spoken=False, foreign=foreign))
    return plain if plain.count else read


def _trimmed(reply: BlockReply, aside: Sequence[SetAside], manners: Manners) -> LetterText:
    forwarded = reply.forwarded
    sheet = Sheet.of(reply.blocks)
    _set_placeholders_aside(sheet)
    set_tags_aside(sheet)
    _part_glued(sheet)
    _set_end_aside(sheet, manners)
    note = "\n".join(text_of(block) for _, block in sheet.left())
    if reply.passed_on:
        _set_note_aside(sheet, len(Sheet.of(reply.blocks[: reply.passed_on]).blocks))
    courteous = _courteous(sheet)
    _set_greeting_aside(sheet, manners)
    return LetterText(
        sheet=sheet,
        quoted=(*reply.set_aside, *aside),
        forwarded_from=Address(name=forwarded.name, address=forwarded.address) if forwarded else None,
        note=note,
        courteous=courteous,
    )


def _set_placeholders_aside(sheet: Sheet) -> None:
    """What a program writes in plain text where a picture stood: "[image: IMG_1.jpg]"."""
    for place, paragraph in sheet.paragraphs():
        if PLACEHOLDER.fullmatch(text_of(paragraph).strip()):
            sheet.set_aside([place], FOOTER)


def _part_glued(sheet: Sheet) -> None:
    """Set a greeting aside that begins the first paragraph, and a leave that ends the last one."""
    paragraphs = sheet.paragraphs()
    for place, paragraph in paragraphs[:1]:
        text = text_of(paragraph)
        cut = greeting_before(text)
        if cut:
            sheet.note(place, text[:cut].strip(), GREETING)
            sheet.blocks[place] = replace(paragraph, spans=stripped(split_at(paragraph.spans, [cut])[-1]))
    for place, paragraph in reversed(sheet.paragraphs()[-LAST_LINES:]):
        text = text_of(paragraph)
        cut = leave_after(text)
        if cut:
            sheet.note(place, text[cut:].strip(), CLOSING, behind=True)
            sheet.blocks[place] = replace(paragraph, spans=stripped(split_at(paragraph.spans, [cut])[0]))
            return


def _split(blocks: Sequence[Block], subject: str | None, *, answers: bool) -> BlockReply:
    reply = split_blocks(blocks, subject, answers=answers)
    if reply.set_aside and not any(words(text_of(block)) for block in reply.blocks):
        # nothing of one's own: what was passed on is what was meant
        return split_blocks(blocks, f"Fwd: {subject or ''}", answers=answers)
    return reply


def _set_note_aside(sheet: Sheet, start: int) -> None:
    """The note of who passed a text on that begins at `start`, when it says no more than that."""
    above = [(place, block) for place, block in sheet.left() if place < start]
    below = sum(len(words(text_of(block))) for place, block in sheet.left() if place >= start)
    if below >= SHORTEST_PASSED_ON and passes_on([text_of(block) for _, block in above]):
        sheet.set_aside([place for place, block in above if not isinstance(block, Picture)], NOTE)


def set_tags_aside(sheet: Sheet) -> None:
    """The tags below a text that was copied from a social network: "#anmau #nongthonmoi"."""
    for place, paragraph in sheet.paragraphs()[-LAST_LINES:]:
        if TAGS.fullmatch(text_of(paragraph)):
            sheet.set_aside([place], TAGS_WHY)


def takes_leave_below(sheet: Sheet) -> bool:
    """Whether a leave was taken below the last paragraph that is left."""
    last = max((place for place, _ in sheet.paragraphs()), default=len(sheet.blocks))
    return any(piece.why == CLOSING for place, pieces in sheet.aside.items() if place > last for piece in pieces)


def set_emoji_aside(sheet: Sheet) -> None:
    """Take the emoji out of a text that is going to be an article."""
    for place, line in sheet.paragraphs():
        paragraph = substituted(line, KEYCAP, r"\1. ") if KEYCAP.search(text_of(line)) else line
        sheet.blocks[place] = paragraph
        if found := EMOJI.findall(text_of(paragraph)):
            sheet.blocks[place] = substituted(paragraph, EMOJI, " ")
            sheet.note(place, " ".join(found), EMOJI_WHY)


def _set_end_aside(sheet: Sheet, manners: Manners) -> None:
    """The courtesies at the end, and the name and office below them. A byline among them stays."""
    end: list[tuple[int, str]] = []
    for place, block in reversed(sheet.left()):
        text = text_of(block)
        if isinstance(block, Paragraph) and byline.parse(text) and not manners.closes(text):
            continue
        if isinstance(block, Rule):
            end.append((place, RULE))
            continue
        if isinstance(block, Table) and is_signature_table(block):
            end.append((place, SIGNATURE))
            continue
        if not isinstance(block, Paragraph) or not (manners.closes(text) or is_signature_line(block)):
            break
        apart = block.align is Align.RIGHT or is_bold(block)
        named = apart and (is_person(text) or is_office(text))
        if named and any(said == CLOSING for _, said in end):
            break  # stands where a byline stands
        why = CLOSING if manners.closes(text) else FOOTER if is_footer(text) else SIGNATURE
        end.append((place, why))
    signed = any(why in (CLOSING, FOOTER) for _, why in end) or len(end) > 1
    for place, why in end:
        if signed or why != SIGNATURE:
            sheet.set_aside([place], why)


def _courteous(sheet: Sheet) -> float:
    lines = [text_of(block) for _, block in sheet.left()]
    total = sum(len(words(line)) for line in lines)
    return sum(len(words(line)) for line in lines if is_courtesy(line)) / total if total else 1.0


def _set_greeting_aside(sheet: Sheet, manners: Manners) -> None:
    for place, block in sheet.left()[:4]:
        if not isinstance(block, Paragraph) or not manners.greets(text_of(block)):
            return
        sheet.set_aside([place], GREETING)
