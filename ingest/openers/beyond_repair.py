"""Office files that LibreOffice is sure to give up, told without it.

To learn it from LibreOffice costs seconds: after a failure it is started anew. What is turned away here must never be a
file that it reads; `tests/ingest/openers/test_beyond_repair.py` damages good files by the hundred and asks both.
"""

import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from itertools import islice
from zipfile import BadZipFile, ZipFile

from lxml import etree

from ingest.openers.compound_file import CompoundFile
from ingest.openers.libreoffice import DAMAGED, ConversionError
from ingest.openers.rtf_groups import is_closed
from ingest.openers.sniff import Form

_WORD_97, _FLAGS, _ENCRYPTED = b"\xec\xa5", 11, 1  # [MS-DOC] 2.5.1, FibBase
_WORKBOOKS = (b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00")  # [MS-XLS] 2.4.21, BOF, and those of its forerunners
_DIRECTORY, _DIRECTORY_END = b"PK\x01\x02", b"PK\x05\x06"  # of a zip
_MANIFEST, _XML_PARTS = "META-INF/manifest.xml", ("content.xml", "styles.xml")
_PIECE, _MOST_PIECES = 65_536, 320  # bytes; what is longer than 20 MB, LibreOffice may look at


def refuse_beyond_repair(content: bytes, form: Form) -> None:
    """Raises ConversionError, as LibreOffice's failure does."""
    if is_beyond_repair(content, form):
        raise ConversionError(DAMAGED)


def is_beyond_repair(content: bytes, form: Form) -> bool:
    """Whether LibreOffice cannot read `content`, which looks like `form`. When in doubt it is asked."""
    may_be_read = _CHECKS.get(form)
    return may_be_read is not None and not may_be_read(content)


def _is_word_97(content: bytes) -> bool:
    """Whether the first page of Word's stream begins with its mark, and says that nothing is encrypted."""
    page = CompoundFile(content).beginning("WordDocument")
    return page.startswith(_WORD_97) and len(page) > _FLAGS and not page[_FLAGS] & _ENCRYPTED


def _is_workbook(content: bytes) -> bool:
    file = CompoundFile(content)
    return any(file.beginning(name).startswith(_WORKBOOKS) for name in ("Workbook", "Book"))


def _is_open_document(content: bytes) -> bool:
    """Whether it is a package with its directory at the place that is named, and XML where text and styles belong."""
    end = content.rfind(_DIRECTORY_END)
    named = int.from_bytes(content[end + 16 : end + 20], "little")
    if end < 0 or not content.startswith(_DIRECTORY, named):
        return False
    try:
        with ZipFile(BytesIO(content)) as package:
            names = package.namelist()
            return _MANIFEST in names and all(_has_xml(package, name) for name in _XML_PARTS if name in names)
    except zlib.error:
        return False
    except (BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError, EOFError):
        return True


def _has_xml(package: ZipFile, name: str) -> bool:
    """Whether a part is well-formed, or has nothing in it, or is too much to look at. Raises what zipfile raises."""
    with package.open(name) as file:
        pieces = list(islice(iter(lambda: file.read(_PIECE), b""), _MOST_PIECES))
    return len(pieces) in (0, _MOST_PIECES) or _is_well_formed(b"".join(pieces))


def _is_well_formed(content: bytes) -> bool:
    parser = etree.XMLParser(target=_Nothing(), resolve_entities=False, no_network=True, load_dtd=False)
    try:
        etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        return False
    return True


class _Nothing:
    """What a parser makes of a text whose words nobody wants."""

    def close(self) -> None:
        """The end."""


_CHECKS: Mapping[Form, Callable[[bytes], bool]] = {
    Form.DOC: _is_word_97,
    Form.RTF: is_closed,
    Form.ODT: _is_open_document,
    Form.ODP: _is_open_document,
    Form.WORD_XML: _is_well_formed,
    Form.XLS: _is_workbook,
    Form.PPT: lambda content: CompoundFile(content).has("PowerPoint Document"),
}
