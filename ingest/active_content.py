"""Scripts and the like within documents: what an innocent file would do when it is opened elsewhere.

Macros are told by the openers. Here are the others: scripts of PDF, SVG, HTML and OpenDocument, programs and controls
embedded in office files, links of theirs that fetch or start something without being clicked.
"""

import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from html import unescape

from ingest.letter import Part
from ingest.openers.sniff import Form, form_of
from ingest.openers.unreadable import UnreadableError
from ingest.openers.zip_entries import zip_entries
from tinbai.limits import Limits

_MOST = 2_000_000  # bytes of one piece that are unpacked or decoded


def active_content(part: Part, limits: Limits) -> str | None:
    """What in `part` would act, in words for the editor; None when nothing is found. Never raises."""
    look = _LOOKS.get(form_of(part.content))
    try:
        return look(part.content, limits) if look else None
    except (UnreadableError, ValueError, RecursionError):
        return None  # the opener says that it cannot be read


def _spelled(name: bytes) -> bytes:
    """A PDF name in every spelling: each of its characters may be written #xx (ISO 32000-1, section 7.3.5)."""
    return b"".join(rb"(?:%c|#(?i:%02x))" % (code, code) for code in name)


_PDF_NAMES = {
    b"JavaScript": "mã lệnh JavaScript",
    b"JS": "mã lệnh JavaScript",
    b"Launch": "lệnh mở chương trình",
    b"EmbeddedFile": "tệp khác nằm bên trong",
    b"RichMedia": "nội dung Flash hoặc phim",
}
_PDF_ACTS = [(re.compile(rb"/%s(?=[\s/<>(\[\]])" % _spelled(name)), words) for name, words in _PDF_NAMES.items()]
_PDF_OBJECTS = re.compile(rb"/%s" % _spelled(b"ObjStm"))
_PDF_DICTIONARY = 500  # bytes before a stream that say what it is


def _in_pdf(content: bytes, limits: Limits) -> str | None:
    del limits
    for text in _objects(content):
        for name, words in _PDF_ACTS:
            if name.search(text):
                return words
    return None


def _objects(content: bytes) -> Iterator[bytes]:
    """What stands between the streams of a PDF, and the objects kept in streams (ISO 32000-1, section 7.5.7)."""
    position = 0
    while (start := content.find(b"stream", position)) >= 0:
        end = content.find(b"endstream", start)
        if end < 0:
            break
        between = content[position:start]
        yield between
        if _PDF_OBJECTS.search(between[-_PDF_DICTIONARY:]):
            yield _unpacked(content[start:end].removeprefix(b"stream").lstrip(b"\r\n"))
        position = end + len(b"endstream")
    yield content[position:]


def _unpacked(stream: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream, _MOST) + b" "
    except zlib.error:
        return b""


_MARKUP = (
    (re.compile(r"<\s*script\b", re.IGNORECASE), "mã lệnh (script)"),
    (re.compile(r"<[^<>]{0,2000}[\s\"'/]on[a-z]{3,30}\s{0,9}=", re.IGNORECASE), "mã lệnh (script)"),
    (re.compile(r"j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t\s*:", re.IGNORECASE), "mã lệnh (script)"),
    (
        re.compile(r"<\s*(?:iframe|object|embed|applet|foreignobject|form)\b", re.IGNORECASE),
        "khung hoặc biểu mẫu nhúng",
    ),
    (re.compile(r"<\s*meta[^<>]{0,200}http-equiv[^<>]{0,200}refresh", re.IGNORECASE), "lệnh tự chuyển sang trang khác"),
)


def _in_markup(content: bytes, limits: Limits) -> str | None:
    del limits
    wide = content[:2] in {b"\xff\xfe", b"\xfe\xff"}
    text = content[:_MOST].decode("utf-16" if wide else "latin-1", "replace")
    shown = unescape(text.replace("\0", ""))
    return next((words for mark, words in _MARKUP if mark.search(text) or mark.search(shown)), None)


_PACKAGE = b"\x0c\x00\x03\x00\x00\x00\x00\x00\xc0\x00\x00\x00\x00\x00\x00\x46"  # the class of any file put into another
_EMBEDDED = "tệp khác nằm bên trong"
_FETCHES = re.compile(
    rb"<Relationship\b(?=[^<>]{0,2000}/(?:attachedTemplate|oleObject|frame|aFChunk|subDocument)[\"'])"
    rb"(?=[^<>]{0,2000}Target\s{0,9}=\s{0,9}[\"'](?:https?|ftp|mhtml|ms-[a-z]+):)",
    re.IGNORECASE,
)
_DDE = re.compile(rb"<w:(?:instrText|fldSimple)\b[^<]{0,300}\bDDE(?:AUTO)?\b|<ddeLink\b", re.IGNORECASE)


def _in_ooxml(content: bytes, limits: Limits) -> str | None:
    for entry in zip_entries(content, limits):
        path = entry.path.lower()
        if "/activex/" in path:
            return "điều khiển ActiveX"
        found = None
        if path.endswith(".rels"):
            found = "liên kết tự tải tệp từ nơi khác" if _FETCHES.search(entry.read()) else None
        elif path.endswith(".bin") and "/embeddings/" in path:
            found = _EMBEDDED if _PACKAGE in entry.read() else None
        elif path.endswith(("document.xml", ".xml")) and ("externallinks/" in path or path == "word/document.xml"):
            found = "lệnh gọi chương trình khác (DDE)" if _DDE.search(entry.read()) else None
        if found:
            return found
    return None


def _in_open_document(content: bytes, limits: Limits) -> str | None:
    for entry in zip_entries(content, limits):
        if entry.path.startswith(("Basic/", "Scripts/")) and not entry.path.endswith(
            ("script-lb.xml", "script-lc.xml")
        ):
            return "macro"
        if entry.path == "content.xml" and re.search(rb"vnd\.sun\.star\.script:|<script:event-listener", entry.read()):
            return "lệnh gọi macro"
    return None


def _in_ole(content: bytes, limits: Limits) -> str | None:
    del limits
    return _EMBEDDED if _PACKAGE in content else None


_RTF_ACTS = re.compile(
    rb"\\objupdate\b|\\objautlink\b|\\\*\\template\s+(?:https?|ftp|\\\\)|\bDDEAUTO\b"
    rb"|5\s*0\s*6\s*1\s*6\s*3\s*6\s*b\s*6\s*1\s*6\s*7\s*6\s*5\s*0\s*0",  # "Package", as hexadecimal
    re.IGNORECASE,
)


def _in_rtf(content: bytes, limits: Limits) -> str | None:
    del limits
    return "đối tượng nhúng tự chạy hoặc tệp khác nằm bên trong" if _RTF_ACTS.search(content) else None


_LOOKS: Mapping[Form, Callable[[bytes, Limits], str | None]] = {
    Form.PDF: _in_pdf,
    Form.SVG: _in_markup,
    Form.HTML: _in_markup,
    Form.DOCX: _in_ooxml,
    Form.XLSX: _in_ooxml,
    Form.XLSB: _in_ooxml,
    Form.PPTX: _in_ooxml,
    Form.ODT: _in_open_document,
    Form.ODS: _in_open_document,
    Form.ODP: _in_open_document,
    Form.DOC: _in_ole,
    Form.XLS: _in_ole,
    Form.PPT: _in_ole,
    Form.RTF: _in_rtf,
}
