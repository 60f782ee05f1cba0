"""No bytes make an opener raise, hang, or fill the memory."""

import random
from io import BytesIO
from time import process_time
from zipfile import ZipFile

import pytest

from tests.ingest.openers.photos import jpeg
from tests.ingest.openers.word_files import checks, docx, opened, paragraph, texts, zipped
from tinbai.limits import Limits

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    "doctype",
    [
        f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]>',
        '<!DOCTYPE x [<!ENTITY l9 SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE x SYSTEM "http://songmau.example/x.dtd">',
    ],
)
def test_a_doctype_is_refused(doctype: str) -> None:
    plain = docx(paragraph("trước"))
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    text = "&l9;" if "l9" in doctype else "x"
    body = f"<w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body>"
    document = f'{doctype}<w:document xmlns:w="{namespace}">{body}</w:document>'
    hostile = zipped({**_entries(plain), "word/document.xml": document.encode()})
    result = opened(hostile)
    assert result.source is None
    assert checks(result) <= {"hostile_document", "attachment_unreadable"}
    assert result.findings


def _entries(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_picture_that_unpacks_to_a_hundred_megabytes_is_refused_at_once() -> None:
    blip = '<w:p><w:r><w:drawing><a:blip r:embed="p1"/></w:drawing></w:r></w:p>'
    bomb = docx(blip, media={"p1": b"\xff\xd8\xff" + bytes(100_000_000)})
    started = process_time()
    assert checks(opened(bomb)) == {"archive_bomb"}
    assert process_time() - started < 3


def test_a_document_of_endless_paragraphs_is_cut_and_said_so() -> None:
    result = opened(docx(paragraph("một") * 3_000), limits=Limits(document_blocks=100))
    assert len(texts(result)) == 100
    assert "document_cut" in checks(result)


def test_xml_beyond_the_limit_is_refused() -> None:
    limits = Limits(document_xml_bytes=10_000)
    assert checks(opened(docx(paragraph("một hai ba") * 3_000), limits=limits)) == {"archive_bomb"}


def test_tables_in_tables_without_end_do_not_exhaust_the_stack() -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 2_000 + paragraph("x") + "</w:tc></w:tr></w:tbl>" * 2_000
    assert opened(docx(deep)).findings
    fair = "<w:tbl><w:tr><w:tc>" * 60 + paragraph("đáy") + "</w:tc></w:tr></w:tbl>" * 60
    assert texts(opened(docx(fair))) == ["đáy"]


def test_damaged_files_of_every_kind_become_findings_or_nothing() -> None:
    dice = random.Random(7)
    seeds = [
        docx(paragraph("Nội dung"), media={"p": jpeg()}),
        jpeg(),
        zipped({"a.txt": b"abc" * 50}),
        b"%PDF-1.7\n" + bytes(200),
    ]
    for _ in range(200):
        content = bytearray(dice.choice(seeds))
        for _ in range(dice.randint(1, 30)):
            content[dice.randrange(len(content))] = dice.randrange(256)
        opened(bytes(content[: dice.randint(1, len(content))]))


@pytest.mark.parametrize(
    "head", [b"PK\x03\x04", b"%PDF-1.4", b"\xff\xd8\xff\xe0", b"\x78\x9f\x3e\x22", b"GIF89a", b"II*\x00"]
)
def test_a_signature_with_nothing_behind_it_raises_nothing(head: bytes) -> None:
    for tail in (b"", b"\x00" * 40, bytes(range(256))):
        result = opened(head + tail)
        assert result.source is None


def test_an_empty_file_is_told() -> None:
    assert checks(opened(b"")) == {"attachment_unreadable"}


def test_a_protected_word_file_is_told() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le")
    assert checks(opened(ole)) == {"attachment_protected"}
