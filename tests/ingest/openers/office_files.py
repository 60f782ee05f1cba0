"""Files of other office programs, most of them saved by LibreOffice."""

from ingest.openers.libreoffice import converted
from tests.ingest.openers.word_files import zipped
from tinbai.limits import Limits

FILTERS = {"doc": "MS Word 97", "rtf": "Rich Text Format", "odt": "writer8"}
_OTHERS = {"xls": "MS Excel 97", "ods": "calc8", "ppt": "MS PowerPoint 97"}
_READERS = {"docx": "MS Word 2007 XML", "xlsx": "Calc MS Excel 2007 XML", "odp": "impress8"}

_DECK = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" '
    'xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
    "<office:body><office:presentation>"
    '<draw:page draw:name="Trang một"><draw:frame presentation:class="title" svg:x="1cm" svg:y="1cm" svg:width="20cm" '
    'svg:height="2cm"><draw:text-box><text:p>Kết quả</text:p></draw:text-box></draw:frame>'
    '<draw:frame svg:x="1cm" svg:y="4cm" svg:width="20cm" svg:height="8cm"><draw:text-box><text:p>Thu đạt 98%</text:p>'
    "</draw:text-box></draw:frame></draw:page></office:presentation></office:body></office:document-content>"
)
_DECK_TYPE = b"application/vnd.oasis.opendocument.presentation"
_MANIFEST = (
    b'<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" m:version="1.2"><m:file-entry '
    b'm:full-path="/" m:media-type="' + _DECK_TYPE + b'"/>'
    b'<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>'
)


def saved_as(extension: str, content: bytes, *, was: str = "docx") -> bytes:
    """`content`, a .docx or what `was` says, in another form."""
    target = f"{extension}:{(FILTERS | _OTHERS)[extension]}"
    return converted(content, extension=was, reader=_READERS[was], target=target, limits=Limits())


def open_deck() -> bytes:
    """An .odp of one slide with a title and a line."""
    return zipped({"mimetype": _DECK_TYPE, "content.xml": _DECK.encode(), "META-INF/manifest.xml": _MANIFEST})
