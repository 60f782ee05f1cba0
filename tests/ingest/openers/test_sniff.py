"""What a part is, is told by its content."""

import pytest

from ingest.openers.sniff import Form, form_of
from tests.ingest.openers.photos import jpeg
from tests.ingest.openers.word_files import docx, paragraph, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@pytest.mark.parametrize(
    ("content", "form"),
    [
        (docx(paragraph("x")), Form.DOCX),
        (zipped({"[Content_Types].xml": b"x", "xl/workbook.xml": b"x"}), Form.XLSX),
        (zipped({"[Content_Types].xml": b"x", "ppt/presentation.xml": b"x"}), Form.PPTX),
        (zipped({"a.docx": b"x"}), Form.ZIP),
        (OLE + "WordDocument".encode("utf-16-le"), Form.DOC),
        (OLE + "Workbook".encode("utf-16-le"), Form.XLS),
        (OLE + "__substg1.0_001A001F".encode("utf-16-le"), Form.MSG),
        (b"{\\rtf1 x}", Form.RTF),
        (b"%PDF-1.7", Form.PDF),
        (jpeg(), Form.JPEG),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00", Form.HEIC),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", Form.WEBP),
        (b"BEGIN:VCALENDAR\r\nVERSION:2.0", Form.CALENDAR),
        (b"From: a@b.example\r\nSubject: x\r\n\r\nhi", Form.MAIL),
        ("Từ: một bức thư\nChào bạn".encode(), Form.TEXT),
        (b"<!DOCTYPE html><p>x", Form.HTML),
        (b"\xef\xbb\xbf<html xmlns:o='x'>", Form.HTML),
        (b"<title>Tin</title><p>x", Form.HTML),
        (b"<!-- saved from url=(0014)about:internet -->\r\n<HTML>", Form.HTML),
        (b"<!-- " + b"x" * 9_000 + b"--><div\n class=a>x", Form.HTML),
        (b"\xef\xbb\xbf \r\n\t<?xml version='1.0'?>\n<!---->\n<html>", Form.HTML),
        ("\ufeff <!-- a --><title>Tin</title>".encode("utf-16-le"), Form.HTML),
        ("\ufeffTin <p>".encode("utf-16-be"), Form.TEXT),
        (b"<h2>Tin", Form.HTML),
        (b"<a@songmau.example> da viet", Form.TEXT),
        (b"<an mau> tin", Form.TEXT),
        (b"<!-- khong dong <p>x", Form.TEXT),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><text>x</text></svg>", Form.SVG),
        (b"\xef\xbb\xbf<?xml version='1.0'?><!-- a --><!DOCTYPE svg PUBLIC 'a' 'b'><svg/>", Form.SVG),
        (b"<?xml version='1.0'?>\n<svg width='1'/>", Form.SVG),
        (b"MZ\x90\x00\x03\x00", Form.OTHER),
        (b"", Form.TEXT),
    ],
)
def test_forms_are_told_by_content(content: bytes, form: Form) -> None:
    assert form_of(content) is form


@pytest.mark.timeout(20)
@pytest.mark.parametrize("piece", [b"<!---->", b"<!-- ", b"<?a?>", b"<?", b" ", b"<!doctype ", b"<"])
def test_what_stands_before_the_first_element_is_looked_at_once(piece: bytes) -> None:
    """Sixty comments took a pattern of nested repetitions longer than anybody lives."""
    assert form_of(piece * 200_000 + b"x") in (Form.TEXT, Form.HTML)
