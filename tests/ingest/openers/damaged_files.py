"""Office files with damage made at random, and whether LibreOffice reads them all the same."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from random import Random

from ingest.openers import office, other_office
from ingest.openers.libreoffice import ConversionError, converted
from ingest.openers.rtf_binary import honest_binaries
from ingest.openers.sniff import Form
from tests.ingest.openers.full_file import full_file
from tests.ingest.openers.office_files import open_deck, saved_as
from tests.ingest.openers.sheet_files import rows, xlsx
from tinbai.limits import Limits

WORD_97 = (Path(__file__).parents[2] / "mail/material/nuoc-sach.doc").read_bytes()
WORD_2003 = (
    b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
    b'<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body><w:p><w:r>'
    b"<w:t>Tin m\xe1\xbb\x9bi</w:t></w:r></w:p></w:body></w:wordDocument>"
)
_HEADER = 512  # bytes, of a compound file


@cache
def good_files() -> Mapping[str, bytes]:
    """A good file of each form that LibreOffice reads for us."""
    sheet, deck = xlsx(rows(("Thôn", "Số hộ"), ("Đồng Thử", 62))), open_deck()
    return {
        "small.doc": WORD_97,
        "full.doc": saved_as("doc", full_file()),
        "full.rtf": saved_as("rtf", full_file()),
        "full.odt": saved_as("odt", full_file()),
        "word.xml": WORD_2003,
        "sheet.xls": saved_as("xls", sheet, was="xlsx"),
        "deck.ppt": saved_as("ppt", deck, was="odp"),
        "deck.odp": deck,
    }


def damaged_files(seed: int) -> Iterator[tuple[str, bytes]]:
    """Every good file with every kind of damage once, each with what it is."""
    for name, content in good_files().items():
        for damage in _DAMAGES:
            said = f"{name}, {damage.__name__.strip('_')}, {seed}"
            yield said, damage(content, Random(said))


def libreoffice_reads(content: bytes, form: Form) -> bool:
    """Whether LibreOffice makes anything of `content`, given to it as our openers do."""
    if form in office._KINDS:
        (extension, reader), target = office._KINDS[form], "docx:MS Word 2007 XML"
        content = honest_binaries(content) if form is Form.RTF else content
    else:
        kind = other_office._KINDS[form]
        extension, reader, target = kind.extension, kind.reader, kind.target
    try:
        return bool(converted(content, extension=extension, reader=reader, target=target, limits=Limits()))
    except ConversionError:
        return False


def _cut_off(content: bytes, random: Random) -> bytes:
    return content[: random.randrange(len(content) // 2, len(content))]


def _cut_out(content: bytes, random: Random) -> bytes:
    place = random.randrange(8, len(content))
    return content[:place] + content[place + random.randint(1, 1_500) :]


def _doubled(content: bytes, random: Random) -> bytes:
    place = random.randrange(8, len(content))
    return content[: place + random.randint(1, 1_500)] + content[place:]


def _put_in(content: bytes, random: Random) -> bytes:
    place = random.randrange(8, len(content))
    return content[:place] + random.randbytes(random.choice([1, 3, 30, 512])) + content[place:]


def _wiped(content: bytes, random: Random) -> bytes:
    place = random.randrange(0, len(content)) // _HEADER * _HEADER or 8
    return content[:place] + bytes(len(content[place : place + _HEADER])) + content[place + _HEADER :]


def _turned_bits(content: bytes, random: Random) -> bytes:
    return _turned(content, random, len(content), random.randint(1, 20))


def _turned_bits_of_the_header(content: bytes, random: Random) -> bytes:
    return _turned(content, random, 90, random.randint(1, 3))


def _something_behind(content: bytes, random: Random) -> bytes:
    return content + random.choice([b"\r\n", b"x" * 700, bytes(70_000), content])


def _turned(content: bytes, random: Random, end: int, bits: int) -> bytes:
    octets = bytearray(content)
    for _ in range(bits):
        octets[random.randrange(8, min(end, len(octets)))] ^= 1 << random.randrange(8)
    return bytes(octets)


_DAMAGES: tuple[Callable[[bytes, Random], bytes], ...] = (
    _cut_off,
    _cut_out,
    _doubled,
    _put_in,
    _wiped,
    _turned_bits,
    _turned_bits_of_the_header,
    _something_behind,
)
