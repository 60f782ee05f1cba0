"""Conservation as seen from outside: the words that were written and the pictures that were sent must be somewhere.

The words come from the XML of the Word files, from the decoded text of the letter, and from the truth, never from
what the reader says that it found in a file.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from io import BytesIO
from zipfile import ZipFile, is_zipfile

from lxml import etree

from ingest.anatomy.lost_words import WHY
from ingest.anatomy.words import words
from ingest.letter import Part
from ingest.reading import Reading
from tests.contributions.contribution import Contribution, Truth
from tests.contributions.pictures import number_of
from tinbai.text import nfc
from tinbai.vietnamese.encoding import Encoding

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def lost_words(contribution: Contribution, reading: Reading) -> Counter[str]:
    """The words that stand neither in an article nor among what was set aside."""
    kept = Counter(word for text in _kept(reading) for word in words(nfc(text)))
    sent = [reading.letter.text]
    if all(article.encoding is Encoding.UNICODE for article in reading.articles):
        sent += [text for part in reading.letter.parts for text in _texts_of_word(part)]
    wanted = Counter(word for text in sent for word in words(nfc(text)))
    promised = Counter(word for truth in contribution.articles for text in _texts_of(truth) for word in words(text))
    return (wanted - kept) | (promised - kept)


def lost_pictures(reading: Reading) -> list[int]:
    """The pictures that came along and are neither with an article nor in the tray."""
    came = {number_of(part.sha256, part.content) for part in reading.letter.parts if part.media_type == "image/jpeg"}
    shown = [photo for article in reading.articles for photo in article.photos]
    return sorted({n for n in came if n} - {number_of(photo.sha256) for photo in [*shown, *reading.photos]})


def _kept(reading: Reading) -> Iterator[str]:
    """What the reader kept; not what its own net caught, which says that a rule lost it."""
    for article in reading.articles:
        yield from (article.title or "", article.summary or "", article.body_text, article.byline or "")
        yield from (photo.caption or "" for photo in article.photos)
    asides = [*reading.set_aside, *(piece for article in reading.articles for piece in article.set_aside)]
    yield from (piece.text for piece in asides if piece.why != WHY)
    yield reading.letter.subject or ""


def _texts_of(truth: Truth) -> Iterable[str]:
    """What the writer wrote; a paper's title and body are composed from its fields."""
    if truth.fields is not None:
        return []
    captions = set(truth.photos.values()) - {None}
    return [truth.title or "", truth.summary or "", *truth.body, truth.byline or "", *(str(each) for each in captions)]


def _texts_of_word(part: Part) -> Iterator[str]:
    """The paragraphs of a Word file with their notes and headers; text boxes once."""
    if not (part.filename.lower().endswith(".docx") and is_zipfile(BytesIO(part.content))):
        return
    with ZipFile(BytesIO(part.content)) as archive:
        for name in archive.namelist():
            if name.startswith("word/") and name.endswith(".xml") and "styles" not in name:
                root = etree.fromstring(archive.read(name))
                initial = ""  # the first letter of the paragraph below, when that is drawn large
                for paragraph in root.iter(W + "p"):
                    if next(paragraph.iterancestors(FALLBACK), None) is None:
                        text = initial + "".join(_letters(paragraph))
                        initial = text if paragraph.find(f"{W}pPr/{W}framePr[@{W}dropCap]") is not None else ""
                        yield "" if initial else text


def _letters(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag in (W + "p", FALLBACK):
            continue
        if child.tag == W + "t":
            yield child.text or ""
        elif child.tag in (W + "br", W + "tab"):
            yield " "
        else:
            yield from _letters(child)
