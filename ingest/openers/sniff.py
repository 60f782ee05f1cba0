"""What a part is, told by its content. The name and the declared type are the sender's word and decide nothing."""

import re
from enum import Enum
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from ingest.binhex import is_binhex
from ingest.openers.markup import Markup, markup_of

_HEAD = 4096
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument."
_HEIC_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1", b"avif")
_MAIL = re.compile(
    rb"^(Received|Return-Path|Delivered-To|Envelope-To|From|Sender|Reply-To|To|Cc|Date|Subject|Message-ID|In-Reply-To"
    rb"|References|Thread-\w+|MIME-Version|Content-Type|DKIM-Signature|Authentication-Results|ARC-[\w-]+|X-[\w-]+):",
    re.IGNORECASE,
)
_MAIL_LINES = 2
_TEXT_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x1b"))


class Form(Enum):
    """The forms that are told apart, each with its media type."""

    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    XLSB = "application/vnd.ms-excel.sheet.binary.macroenabled.12"
    PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    ODT = "application/vnd.oasis.opendocument.text"
    ODS = "application/vnd.oasis.opendocument.spreadsheet"
    ODP = "application/vnd.oasis.opendocument.presentation"
    DOC = "application/msword"
    XLS = "application/vnd.ms-excel"
    PPT = "application/vnd.ms-powerpoint"
    MSG = "application/vnd.ms-outlook"
    PROTECTED_OFFICE = "application/vnd.ms-office.encrypted"
    WORD_XML = "application/vnd.ms-word.2003+xml"
    RTF = "application/rtf"
    PDF = "application/pdf"
    JPEG = "image/jpeg"
    PNG = "image/png"
    GIF = "image/gif"
    WEBP = "image/webp"
    HEIC = "image/heic"
    TIFF = "image/tiff"
    BMP = "image/bmp"
    SVG = "image/svg+xml"
    ZIP = "application/zip"
    RAR = "application/vnd.rar"
    SEVEN_ZIP = "application/x-7z-compressed"
    TNEF = "application/ms-tnef"
    APPLE_SINGLE = "application/applefile"
    APPLE_DOUBLE = "application/x-apple-double"  # the half without the data
    BINHEX = "application/mac-binhex40"
    CALENDAR = "text/calendar"
    MAIL = "message/rfc822"
    HTML = "text/html"
    TEXT = "text/plain"
    OTHER = "application/octet-stream"

    @property
    def media_type(self) -> str:
        """The registered media type, or the one in use."""
        return self.value

    @property
    def is_photo(self) -> bool:
        """Whether it is a picture of pixels: a drawing in SVG is a program as well, and is never shown."""
        return self.value.startswith("image/") and self is not Form.SVG


_SIGNATURES: tuple[tuple[bytes, Form], ...] = (
    (b"{\\rtf", Form.RTF),
    (b"%PDF-", Form.PDF),
    (b"\xff\xd8\xff", Form.JPEG),
    (b"\x89PNG\r\n\x1a\n", Form.PNG),
    (b"GIF87a", Form.GIF),
    (b"GIF89a", Form.GIF),
    (b"II*\x00", Form.TIFF),
    (b"MM\x00*", Form.TIFF),
    (b"Rar!\x1a\x07", Form.RAR),
    (b"7z\xbc\xaf\x27\x1c", Form.SEVEN_ZIP),
    (b"\x78\x9f\x3e\x22", Form.TNEF),
    (b"\x00\x05\x16\x00", Form.APPLE_SINGLE),
    (b"\x00\x05\x16\x07", Form.APPLE_DOUBLE),
)
_OPEN_DOCUMENTS: tuple[tuple[bytes, Form], ...] = (
    (b"text", Form.ODT),
    (b"spreadsheet", Form.ODS),
    (b"presentation", Form.ODP),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS: tuple[tuple[str, Form], ...] = (
    ("EncryptedPackage", Form.PROTECTED_OFFICE),
    ("__substg1.0_", Form.MSG),
    ("WordDocument", Form.DOC),
    ("PowerPoint Document", Form.PPT),
    ("Workbook", Form.XLS),
    ("Book", Form.XLS),
)


def form_of(content: bytes) -> Form:
    """The form of `content`. Never raises."""
    for signature, form in _SIGNATURES:
        if content.startswith(signature):
            return form
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return Form.WEBP
    if content[4:8] == b"ftyp" and content[8:12] in _HEIC_BRANDS:
        return Form.HEIC
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_form(content)
    if content.startswith(_OLE):
        return _ole_form(content)
    return _text_form(content)


def _zip_form(content: bytes) -> Form:
    if content[30:100].startswith(_OPEN_DOCUMENT):
        kind = content[30 + len(_OPEN_DOCUMENT) : 100]
        return next((form for name, form in _OPEN_DOCUMENTS if kind.startswith(name)), Form.ZIP)
    try:
        with ZipFile(BytesIO(content)) as package:
            names = {name.replace("\\", "/").lower() for name in package.namelist()}
    except (BadZipFile, ValueError, OSError, NotImplementedError, EOFError):
        return Form.ZIP
    if "[content_types].xml" not in names:
        return Form.ZIP
    if "xl/workbook.bin" in names:
        return Form.XLSB
    for folder, form in (("word/", Form.DOCX), ("xl/", Form.XLSX), ("ppt/", Form.PPTX)):
        if any(name.startswith(folder) for name in names):
            return form
    return Form.ZIP


def _ole_form(content: bytes) -> Form:
    """OLE keeps the names of its streams in UTF-16 in directory sectors, which may lie anywhere."""
    for stream, form in _OLE_STREAMS:
        if stream.encode("utf-16-le") in content:
            return form
    return Form.OTHER


def _text_form(content: bytes) -> Form:
    head = content[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _markup_form(content) or Form.TEXT
    if not head.strip() or head.translate(None, _TEXT_CONTROLS) != head:
        return Form.OTHER if head.strip() else Form.TEXT
    if head.lstrip()[:15].upper() == b"BEGIN:VCALENDAR":
        return Form.CALENDAR
    if b'progid="Word.Document"' in head or b"schemas.microsoft.com/office/word/2003/wordml" in head:
        return Form.WORD_XML
    if is_binhex(head):
        return Form.BINHEX
    return _markup_form(content) or (Form.MAIL if _is_mail(head) else Form.TEXT)


def _markup_form(content: bytes) -> Form | None:
    match markup_of(content):
        case Markup.HTML:
            return Form.HTML
        case Markup.SVG:
            return Form.SVG
    return None


def _is_mail(head: bytes) -> bool:
    """Mail starts with header lines: at least two known ones, the first at the very top."""
    lines = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0].splitlines()
    return bool(lines) and bool(_MAIL.match(lines[0])) and sum(bool(_MAIL.match(line)) for line in lines) >= _MAIL_LINES
