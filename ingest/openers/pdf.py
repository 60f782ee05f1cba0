"""PDF: its text layer as paragraphs. Scripts in it never run; it is published as it came or not at all.

pypdfium2 ends at this file. Lines are joined by `paragraphs_of_lines.py`; a scan has no text layer, which is told.
"""

import ctypes
from collections.abc import Iterator
from math import sqrt

import pypdfium2
from pypdfium2 import raw

from ingest.letter import Part
from ingest.openers.finish import conversion_findings
from ingest.openers.pdf_signature import PdfSignature, State, check_signature
from ingest.openers.plain import plain_source
from ingest.openers.unreadable import UnreadableError, about_attachment, hint
from ingest.source import Opened
from tinbai.finding import Finding
from tinbai.limits import Limits
from tinbai.pictures import GreyPicture, in_rgb, jpeg_of

_MOST_PAGES = 200
_MOST_SIGNATURES = 20
_DOTS_PER_INCH = 200  # what scanners of offices do, and enough for machine reading
_SCREEN = 1_100  # pixels across a page that somebody reads on a screen
_MOST_PIXELS = 9_000_000  # of one rendered page
_FEW_LETTERS = 20  # a page: fewer than these are a stamp on a scan, not a text
_DAMAGED = "Không đọc được tệp PDF “{name}”: tệp hỏng hoặc có mật khẩu. Đề nghị người gửi gửi lại."
_SCANNED = (
    "“{name}” là bản quét không có lớp chữ; đề nghị kèm bản Word, hoặc gõ lại nội dung để người đọc tra cứu được."
)
_PARTLY_SCANNED = "“{name}” có {count} trang quét không có lớp chữ; đề nghị đối chiếu với bản gốc."
_SIGNED = "“{name}” có {count} chữ ký số; giữ nguyên tệp khi đăng, không sửa, không nén."
_INTACT = (
    "“{name}” có chữ ký số ghi tên {signer}; nội dung nguyên vẹn từ khi ký, chưa xác minh được tổ chức chứng thực. "
    "Giữ nguyên tệp khi đăng, không sửa, không nén."
)
_ADDED_TO = (
    "“{name}” có chữ ký số ghi tên {signer}, nhưng tệp được ghi thêm sau khi ký. Đề nghị mở tệp gốc, đối chiếu với "
    "bản đã ký trước khi đăng."
)
_BROKEN = (
    "Chữ ký số ghi tên {signer} trong “{name}” không khớp với nội dung: tệp bị sửa sau khi ký, hoặc bị hỏng. "
    "Đề nghị cơ quan ký gửi lại bản gốc."
)
_NAMELESS = "(không rõ tên)"
_CUT = "“{name}” có hơn {most} trang: chỉ đọc phần đầu."


def open_pdf(part: Part, limits: Limits) -> Opened:
    """The text layer of a PDF. Raises UnreadableError."""
    try:
        document = pypdfium2.PdfDocument(part.content)
    except (pypdfium2.PdfiumError, ValueError) as error:
        raise UnreadableError(_DAMAGED.format(name=part.filename)) from error
    try:
        pages = list(_page_texts(document, limits))
        findings = list(_findings(part, document, pages))
    finally:
        document.close()
    if not any(_has_text(page) for page in pages):
        return Opened(findings=findings)
    source = plain_source("\n\n".join(pages), name=part.filename)
    return Opened(source=source, findings=[*findings, *conversion_findings(source)])


def page_count(content: bytes) -> int:
    """How many pages there are; none where the file cannot be read."""
    try:
        document = pypdfium2.PdfDocument(content)
    except (pypdfium2.PdfiumError, ValueError):
        return 0
    try:
        return len(document)
    finally:
        document.close()


def page_pictures(content: bytes, *, most_pages: int) -> Iterator[GreyPicture]:
    """The first pages as they look, grey, at 200 points to the inch where that is not too much. Never raises."""
    try:
        document = pypdfium2.PdfDocument(content)
    except (pypdfium2.PdfiumError, ValueError):
        return
    try:
        for index in range(min(len(document), most_pages)):
            page = document[index]
            width, height = page.get_size()
            scale = min(_DOTS_PER_INCH / 72, sqrt(_MOST_PIXELS / max(1, width * height)))
            bitmap = page.render(scale=scale, grayscale=True)
            starts = range(0, bitmap.stride * bitmap.height, bitmap.stride)
            pixels = b"".join(bytes(bitmap.buffer[at : at + bitmap.width]) for at in starts)
            yield GreyPicture(width=bitmap.width, height=bitmap.height, pixels=pixels)
            bitmap.close()
            page.close()
    except pypdfium2.PdfiumError:
        return
    finally:
        document.close()


def coloured_page(content: bytes, index: int) -> bytes | None:
    """A page as a JPEG for reading on a screen; None when there is none. Never raises."""
    try:
        document = pypdfium2.PdfDocument(content)
    except (pypdfium2.PdfiumError, ValueError):
        return None
    try:
        if not 0 <= index < len(document):
            return None
        page = document[index]
        width, height = page.get_size()
        bitmap = page.render(scale=min(_SCREEN / max(1, width), sqrt(_MOST_PIXELS / max(1, width * height))))
        width, rows = bitmap.width, range(0, bitmap.stride * bitmap.height, bitmap.stride)
        pixels = b"".join(bytes(bitmap.buffer[at : at + width * bitmap.n_channels]) for at in rows)
        return jpeg_of(width, bitmap.height, in_rgb(pixels, bitmap.n_channels))
    except pypdfium2.PdfiumError:
        return None
    finally:
        document.close()


def _page_texts(document: pypdfium2.PdfDocument, limits: Limits) -> Iterator[str]:
    left = limits.document_xml_bytes
    for index in range(min(len(document), _MOST_PAGES)):
        try:
            page = document[index]
            textpage = page.get_textpage()
        except pypdfium2.PdfiumError:
            yield ""
            continue
        text = textpage.get_text_bounded(errors="replace")[:left]
        textpage.close()
        page.close()
        left -= len(text)
        yield text.replace("\r\n", "\n").replace("\ufffe", "\u00ad")  # pdfium marks a hyphen at a line's end so


def _has_text(page: str) -> bool:
    return sum(map(str.isalpha, page)) >= _FEW_LETTERS


def _findings(part: Part, document: pypdfium2.PdfDocument, pages: list[str]) -> Iterator[Finding]:
    scanned = sum(not _has_text(page) for page in pages)
    if scanned == len(pages):
        yield about_attachment("no_text_layer", _SCANNED.format(name=part.filename))
    elif scanned:
        yield hint("no_text_layer", _PARTLY_SCANNED.format(name=part.filename, count=scanned))
    yield from _about_signatures(part, document)
    if len(document) > _MOST_PAGES:
        yield about_attachment("document_cut", _CUT.format(name=part.filename, most=_MOST_PAGES))


def _about_signatures(part: Part, document: pypdfium2.PdfDocument) -> Iterator[Finding]:
    """Who signed, and whether the file is as it was signed. What somebody signs later is added to what was signed."""
    found = [_signature(part.content, document, number) for number in range(_signature_count(document))]
    for each in found:
        signer = each.signer or _NAMELESS
        if each.state is State.BROKEN:
            yield about_attachment("pdf_signature_broken", _BROKEN.format(name=part.filename, signer=signer))
        elif each.state is State.ADDED_TO:
            yield about_attachment("pdf_signature_added_to", _ADDED_TO.format(name=part.filename, signer=signer))
        elif each.state is not State.UNKNOWN:
            yield hint("pdf_signed", _INTACT.format(name=part.filename, signer=signer))
    unknown = sum(each.state is State.UNKNOWN for each in found)
    if unknown:
        yield hint("pdf_signed", _SIGNED.format(name=part.filename, count=unknown))


def _signature_count(document: pypdfium2.PdfDocument) -> int:
    count: int = raw.FPDF_GetSignatureCount(document.raw)
    return max(0, min(_MOST_SIGNATURES, count))


def _signature(file: bytes, document: pypdfium2.PdfDocument, number: int) -> PdfSignature:
    signature = raw.FPDF_GetSignatureObject(document.raw, number)
    size = raw.FPDFSignatureObj_GetContents(signature, None, 0)
    contents = ctypes.create_string_buffer(size)
    raw.FPDFSignatureObj_GetContents(signature, contents, size)
    count = raw.FPDFSignatureObj_GetByteRange(signature, None, 0)
    ranges = (ctypes.c_int * count)()
    raw.FPDFSignatureObj_GetByteRange(signature, ranges, count)
    return check_signature(file, contents.raw, list(ranges))
