"""The covering note around an article that was typed in the letter itself: what is written to the board goes aside.

`letter_text` has taken what is courtesy whatever stands beside it. Here an article is known to be there, so a line
above it that asks for its publication is no part of it, nor is a name below it that carries no label.
"""

import re
from collections.abc import Sequence

from ingest.anatomy import byline
from ingest.anatomy.caption_labels import announces_enclosed, announces_pictures, is_header, label_of
from ingest.anatomy.courtesy import (
    addresses_board,
    is_address,
    is_all_courtesy,
    is_closing,
    is_courtesy,
    names_board,
)
from ingest.anatomy.footers import is_contact, is_footer, is_office, is_person
from ingest.anatomy.labels import is_labelled
from ingest.anatomy.letter_text import CLOSING, GREETING, SIGNATURE, takes_leave_below
from ingest.anatomy.sheet import Sheet
from ingest.anatomy.spans import is_bold
from ingest.anatomy.subject import has_diacritics
from ingest.anatomy.title import REAL_PARAGRAPH, looks_like_title
from ingest.anatomy.words import is_shouting, one_line, words
from tinbai.blocks import Align, Paragraph, text_of
from tinbai.vietnamese.detect import has_unicode_vietnamese

MOST_LINES = 10  # of a note above an article, of a leave below it
LEAST_LEFT = 15  # words that must be left: two sentences from a telephone are all there is, courtesy or not
LONGEST_SIGNATURE = 12  # words of a line
OWN_NAME = re.compile(r"(?:Em|Cháu|Tôi|Cô|Chú|Bác|Mình)\s+(?P<name>\w+)(?:\s+\w+){0,6}")
LEADS_IN = re.compile(  # somebody says what follows: "Bác viết thế này, các cháu xem nhé:"
    r"(?:dạ,? )?(?:em|tôi|mình|cháu|bác|cô|chú|chị|anh|chúng tôi|chúng em|bên em)\b[^.!?]*:"
    r"|(?:nội dung|bài viết|tin|tin, bài|cụ thể|chi tiết)\b[^.!?:]{0,30}\b(?:như sau|sau đây"
    r"|dưới đây)\s*[:.]?",
    re.IGNORECASE,
)
SENDS = re.compile(
    r".{0,60}\b(?:gửi|chuyển)\b.{0,30}\b(?:tin|bài|bài viết"
    r"|tin bài)\s*:\s*(?P<title>[^\"“”:]*[^\"“”:.!?;,])",
    re.IGNORECASE,
)
SHORTEST_TITLE = 4  # words
LONGEST_SIGN_OFF = 6  # words
SHORTEST_END = 12  # words of a paragraph that may be an article's last
LONGEST_SENTENCE = 40  # words of one that may hold courtesy and an article's beginning
LONGEST_SPEECH = 80  # words of one line of a note
TELLS_WHEN = re.compile(
    r"(?:sáng|trưa|chiều|tối|đêm|ngày|hôm|vừa qua|thời gian|trong|tại|vào|lúc|từ|tháng|tuần|hiện)\b", re.IGNORECASE
)
SHORTEST_FOREIGN = 4  # words
MOST_SPOKEN = 3  # lines between a greeting and the title
LONGEST_LEAVE = 60  # words below the byline


def set_note_around_aside(sheet: Sheet) -> None:
    """Set the note aside, where what is left is enough to be an article."""
    paragraphs = sheet.paragraphs()
    accented = has_unicode_vietnamese("\n".join(text_of(paragraph) for _, paragraph in paragraphs))
    greeted = accented and any(piece.why == GREETING for piece in sheet.pieces())
    above = _above(paragraphs, accented=accented, greeted=greeted)
    below = _below(paragraphs[len(above) :], left=takes_leave_below(sheet))
    taken = {place for place, _ in (*above, *below)}
    if sum(len(words(text_of(block))) for place, block in sheet.left() if place not in taken) < LEAST_LEFT:
        return
    title = _title_in_request(paragraphs, len(above))
    sheet.set_aside([place for place, _ in above], GREETING)
    if title:
        _leave_title(sheet, above[-1][0], title)
    for place, why in below:
        sheet.set_aside([place], why)


def _above(
    paragraphs: Sequence[tuple[int, Paragraph]], *, accented: bool, greeted: bool
) -> Sequence[tuple[int, Paragraph]]:
    """The lines at the top that speak to the board, up to the last that asks or greets.

    A line that is no known courtesy may stand among them only when a title follows the note, and more text than it.
    `accented`: the text is Vietnamese with its marks; `greeted`: so it is, and a greeting stood above these lines; then
    whatever stands between it and a title is spoken to the board.
    """
    end = strange = 0
    titled = False
    for order, (_, paragraph) in enumerate(paragraphs[:MOST_LINES]):
        text = text_of(paragraph)
        dressed = _is_dressed(paragraph) and not is_address(text)
        if dressed or len(words(text)) > LONGEST_SPEECH or byline.parse(text):
            spoken = greeted or end > 0
            titled = dressed and spoken and end < order and _is_note(paragraphs, order)
            end = order if titled else end
            break
        if len(words(text)) > LONGEST_SENTENCE and not is_all_courtesy(text):
            strange = strange or order + 1
        elif _is_spoken(text) or (accented and _is_foreign(text) and not _stands_above_text(paragraphs, order)):
            end = order + 1
        elif not (is_person(text) or is_office(text) or is_contact(text) or is_footer(text)):
            strange = strange or order + 1
    if strange and strange <= end and not titled and not _begins_article(paragraphs, end):
        end = strange - 1
        while end and not _is_spoken(text_of(paragraphs[end - 1][1])):
            end -= 1
    return paragraphs[: end or (_spoken_lines(paragraphs) if greeted else 0)]


def _is_spoken(text: str) -> bool:
    """Whether a line above an article speaks to the board: by its words, by leading in what follows, or by name."""
    return is_courtesy(text) or LEADS_IN.fullmatch(text.strip()) is not None or names_board(text)


def _is_foreign(text: str) -> bool:
    """Whether a line has no mark at all: beside Vietnamese text it is in another language, or written in haste."""
    spoken = [word for word in words(text) if word.isalpha()]
    return len(spoken) >= SHORTEST_FOREIGN and not is_shouting(text) and not has_diacritics(text)


def _stands_above_text(paragraphs: Sequence[tuple[int, Paragraph]], order: int) -> bool:
    """Whether a real paragraph follows: then a line without a mark may be a title that was typed in haste."""
    return any(len(words(text_of(line))) >= REAL_PARAGRAPH for _, line in paragraphs[order + 1 : order + 2])


def _spoken_lines(paragraphs: Sequence[tuple[int, Paragraph]]) -> int:
    """How many short sentences below a greeting stand above a line that reads like a title, a real paragraph below it.

    No article begins with a sentence and goes on with its title. One that tells when something was has begun.
    """
    for order, (_, paragraph) in enumerate(paragraphs[: MOST_SPOKEN + 1]):
        text = text_of(paragraph).strip()
        if text[-1:] not in ".!?:,…":
            return order if order and _stands_above_text(paragraphs, order) and _is_note(paragraphs, order) else 0
        if len(words(text)) > LONGEST_SENTENCE or TELLS_WHEN.match(text):
            return 0
    return 0


def _is_note(paragraphs: Sequence[tuple[int, Paragraph]], end: int) -> bool:
    """Whether all that stands above a title in its dress is written to the board: short, and nothing with a label."""
    texts = [text_of(paragraph) for _, paragraph in paragraphs[:end]]
    short = sum(len(words(text)) for text in texts) <= LONGEST_SPEECH and _begins_article(paragraphs, end)
    return short and not any(is_labelled(text) for text in texts)


def _begins_article(paragraphs: Sequence[tuple[int, Paragraph]], start: int) -> bool:
    """Whether a title stands at `start`, with more text below it than above."""
    counts = [len(words(text_of(paragraph))) for _, paragraph in paragraphs]
    below = [paragraph for _, paragraph in paragraphs[start : start + 2]]
    return looks_like_title(below) and sum(counts[start + 1 :]) > sum(counts[:start])


def _title_in_request(paragraphs: Sequence[tuple[int, Paragraph]], end: int) -> str | None:
    """The title that the last line of the note goes on with: "Hội gửi tin: Ra quân làm đường", none standing below."""
    match = SENDS.fullmatch(one_line(text_of(paragraphs[end - 1][1]))) if end else None
    if match is None or len(words(match["title"])) < SHORTEST_TITLE or end >= len(paragraphs):
        return None
    return None if looks_like_title([paragraph for _, paragraph in paragraphs[end : end + 2]]) else match["title"]


def _leave_title(sheet: Sheet, place: int, title: str) -> None:
    """Leave the title of a line that was set aside."""
    whole = sheet.aside[place].pop()
    sheet.note(place, whole.text.replace(title, "", 1).strip(), whole.why)
    sheet.put_back(place, title)


def _is_dressed(paragraph: Paragraph) -> bool:
    """Whether a line looks like a title: nobody centres a request."""
    centred = paragraph.align is Align.CENTER
    return paragraph.heading is not None or centred or is_bold(paragraph) or is_shouting(text_of(paragraph))


def _below(paragraphs: Sequence[tuple[int, Paragraph]], *, left: bool) -> list[tuple[int, str]]:
    """The lines at the end that take leave or sign; a byline among them is passed over.

    `left`: a leave was taken below them: a name above it that is set apart is no signature.
    """
    found = _after_leave(paragraphs) or _after_byline(paragraphs) or _sign_off(paragraphs)
    form = any(is_labelled(text_of(paragraph)) for _, paragraph in paragraphs)
    for place, paragraph in reversed(paragraphs[: len(paragraphs) - len(found)]):
        text = text_of(paragraph)
        if not form and byline.names_sender(text):
            found.append((place, SIGNATURE))
            continue
        if byline.parse(text) and not is_closing(text):
            continue
        if is_closing(text) or addresses_board(text):
            found.append((place, CLOSING))
        elif _is_apart(paragraph, left=left) and (is_person(text) or is_office(text)):
            break  # stands where a byline stands
        elif is_person(text) or is_contact(text) or is_office(text) or _names_itself(text):
            found.append((place, SIGNATURE))
        else:
            break
    return found


def _is_apart(paragraph: Paragraph, *, left: bool) -> bool:
    return paragraph.align is Align.RIGHT or (left and is_bold(paragraph))


def _after_byline(paragraphs: Sequence[tuple[int, Paragraph]]) -> list[tuple[int, str]]:
    """A few lines below the line that names the author, when none of them belongs to photos: they end the letter."""
    last = paragraphs[-MOST_LINES:]
    end = next((order for order in reversed(range(len(last))) if _credits(text_of(last[order][1]))), None)
    after = last[end + 1 :] if end is not None else []
    texts = [text_of(line) for _, line in after]
    of_photos = any(map(_is_about_photos, texts))
    titled = any(_is_dressed(line) for _, line in after)
    if of_photos or titled or sum(len(words(text)) for text in texts) > LONGEST_LEAVE:
        return []
    return [(place, CLOSING if is_closing(text_of(line)) else SIGNATURE) for place, line in reversed(after)]


def _sign_off(paragraphs: Sequence[tuple[int, Paragraph]]) -> list[tuple[int, str]]:
    """A few words without a full stop below the last sentence: who writes, whatever they call themselves."""
    if len(paragraphs) < 3:
        return []
    (_, above), (place, last) = paragraphs[-2:]
    text, before = text_of(last).strip(), text_of(above).strip()
    named = text[:1].isupper() and (text[-1:].isalpha() or text[-1:] == ")") and not any(map(str.isdigit, text))
    named = named and last.list_level is None and last.align is not Align.RIGHT
    ended = len(words(before)) >= SHORTEST_END and before[-1:] in '.!?…”"'
    signs = named and ended and len(words(text)) <= LONGEST_SIGN_OFF and not _has_label(text)
    return [(place, SIGNATURE)] if signs else []


def _is_about_photos(text: str) -> bool:
    return bool(label_of(text)) or is_header(text) or announces_enclosed(text) or announces_pictures(text)


def _has_label(text: str) -> bool:
    return byline.parse(text) is not None or label_of(text) is not None or is_labelled(text)


def _credits(text: str) -> bool:
    found = byline.parse(text)
    return found is not None and found.author is not None and not is_closing(text)


def _after_leave(paragraphs: Sequence[tuple[int, Paragraph]]) -> list[tuple[int, str]]:
    """All that follows a leave-taking, a slogan too, when there are but a few short lines of it."""
    last = paragraphs[-MOST_LINES:]
    leave = next((order for order in reversed(range(len(last))) if is_closing(text_of(last[order][1]))), None)
    after = last[leave + 1 :] if leave is not None else []
    short = all(len(words(text_of(line))) <= LONGEST_SIGNATURE and not byline.parse(text_of(line)) for _, line in after)
    return [(place, SIGNATURE) for place, _ in reversed(after)] if short else []


def _names_itself(text: str) -> bool:
    """Whether a line is how somebody signs to friends: "Em Hoa chi hội trưởng"."""
    match = OWN_NAME.fullmatch(text.strip())
    return match is not None and match["name"][0].isupper()
