"""Files that are two kinds at once: to us a picture or a document, to another program an archive or a script."""

import re

from ingest.letter import Part
from ingest.openers.sniff import Form, form_of

_ZIPS = frozenset({Form.ZIP, Form.DOCX, Form.XLSX, Form.XLSB, Form.PPTX, Form.ODT, Form.ODS, Form.ODP})
_PICTURES = frozenset({Form.JPEG, Form.PNG, Form.GIF, Form.WEBP, Form.BMP, Form.TIFF, Form.HEIC})
_NO_PDF = frozenset({Form.PDF, Form.TEXT, Form.MAIL, Form.OTHER})  # they may speak of it, or have junk before it
_PDF_WITHIN = 1024  # readers look for the header so far (ISO 32000-1, annex H, note 13)
_END_OF_ZIP = b"PK\x05\x06"
_END_SIZE = 22
_LONGEST_COMMENT = 65_535
_CODE = re.compile(rb"<\?php|<script[\s>/]|<html[\s>]|<!doctype html|<svg[\s>]|<%@ ?page|#!/bin/", re.IGNORECASE)
_ARCHIVES = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c")


def second_kind(part: Part) -> str | None:
    """What else `part` is, in words; None for a file of one kind. Never raises."""
    content = part.content
    form = form_of(content)
    if form not in _ZIPS and _ends_as_zip(content):
        return "tệp nén"
    if form not in _NO_PDF and content.find(b"%PDF-", 0, _PDF_WITHIN) > 0:
        return "tệp PDF"
    if form is Form.GIF and content[6:8] == b"/*":  # its width is the beginning of a script's comment
        return "mã lệnh"
    if form in _PICTURES and (_CODE.search(content, 0, 512) or _CODE.search(_behind_the_picture(content, form))):
        return "trang web hoặc mã lệnh"
    if form in _PICTURES and any(mark in _behind_the_picture(content, form) for mark in _ARCHIVES):
        return "tệp nén"
    return None


def _ends_as_zip(content: bytes) -> bool:
    """Whether the end of an archive's directory closes the file exactly: what merely contains one does not count."""
    at = content.rfind(_END_OF_ZIP, max(0, len(content) - _LONGEST_COMMENT - _END_SIZE))
    if at < 0 or at + _END_SIZE > len(content):
        return False
    comment = int.from_bytes(content[at + 20 : at + 22], "little")
    return at + _END_SIZE + comment == len(content) and b"PK\x01\x02" in content


def _behind_the_picture(content: bytes, form: Form) -> bytes:
    """What stands behind the mark that ends a picture; b"" for forms whose end is not marked."""
    mark = {Form.JPEG: b"\xff\xd9", Form.PNG: b"IEND\xaeB`\x82", Form.GIF: b"\x00\x3b"}.get(form)
    at = content.rfind(mark) if mark else -1
    return content[at + len(mark) :] if mark and at >= 0 else b""
