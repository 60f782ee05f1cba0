"""Files that are dangerous to open, small as sent: bombs, entities, lying sizes, truncated and double-faced ones."""

import struct
import zlib
from random import Random

from tests.mail.making.docx import document, paragraph
from tests.mail.making.mime import Multipart, attachment, letter, plain
from tests.mail.making.rar5 import archive as rar
from tests.mail.making.tnef import winmail
from tests.mail.making.zips import Entry, archive

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ADDRESSES = [("From", "hnd@songmau.example"), ("To", "bbt.anmau@songmau.example"), ("Subject", "tin")]
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 8))
MEBIBYTE = 1024 * 1024


def _with(name: str, media_type: str, content: bytes) -> bytes:
    parts = [plain("Gui BBT.\n"), attachment(name, media_type, content)]
    return letter(ADDRESSES, Multipart(subtype="mixed", boundary="=_b", parts=parts))


def _docx_of(xml: str) -> bytes:
    return archive(
        [
            Entry(
                name="[Content_Types].xml",
                content=b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
            ),
            Entry(name="word/document.xml", content=xml.encode()),
        ]
    )


def docx_with_laughs(_: Random) -> bytes:
    """Entities that multiply."""
    xml = (
        f'<!DOCTYPE d [<!ENTITY a0 "ha">{LAUGHS}]><w:document {W}><w:body><w:p><w:r><w:t>&a7;</w:t></w:r></w:p>'
        "</w:body></w:document>"
    )
    return _with("tin.docx", DOCX, _docx_of(xml))


def docx_reading_a_file(_: Random) -> bytes:
    """An entity that points to a file of the machine that opens it."""
    xml = (
        f'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]><w:document {W}><w:body><w:p><w:r><w:t>[&x;] sau'
        "</w:t></w:r></w:p></w:body></w:document>"
    )
    return _with("tin.docx", DOCX, _docx_of(xml))


def docx_with_a_bomb(_: Random) -> bytes:
    """A picture of twenty mebibytes of zeros."""
    bomb = Entry(name="word/media/image1.jpeg", content=bytes(20 * MEBIBYTE))
    return _with("tin.docx", DOCX, archive([Entry(name="word/document.xml", content=b"<w/>"), bomb]))


def docx_cut_short(random: Random) -> bytes:
    """A good document without its end."""
    whole = document([paragraph("Tin ngắn"), paragraph("Nội dung")])
    return _with("tin.docx", DOCX, whole[: random.randrange(10, len(whole))])


def zip_with_odd_names(_: Random) -> bytes:
    """Paths that climb, begin at the root, hold NUL, repeat, or are empty."""
    names = (b"../../x.docx", b"/etc/x", b"a\x00b.jpg", b"a.txt", b"a.txt", b"", b"C:\\x.docx", b"a/" * 200 + b"b")
    return _with("tin.zip", "application/zip", archive([Entry(name=name, content=b"x") for name in names]))


def zip_in_zip(_: Random) -> bytes:
    """Ten archives, each in the next."""
    content = b"x"
    for level in range(10):
        content = archive([Entry(name=f"{level}.zip", content=content)])
    return _with("tin.zip", "application/zip", content)


def zip_with_very_many_files(_: Random) -> bytes:
    """Three thousand empty files."""
    entries = [Entry(name=f"{n}.jpg", content=b"", deflated=False) for n in range(3_000)]
    return _with("anh.zip", "application/zip", archive(entries))


def enormous_picture(_: Random) -> bytes:
    """A PNG that says it has 169 megapixels, in a few kilobytes."""
    side = 13_000
    rows = zlib.compress(bytes((side // 8 + 2) * side), 9)
    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    content = b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")
    return _with("anh.png", "image/png", content)


def picture_that_is_a_page(random: Random) -> bytes:
    """HTML or SVG under the name of a photo."""
    content = random.choice(
        [
            b"<html><script>alert(1)</script></html>",
            b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
            b"GIF89a/*<script>alert(1)</script>*/",
            b"\xff\xd8\xff\xe0 khong phai anh",
        ]
    )
    return _with("1.jpg", "image/jpeg", content)


def archive_with_wrong_sums(random: Random) -> bytes:
    """RAR or TNEF in which some octets are not what they were."""
    whole = bytearray(random.choice([rar([("a.jpg", b"x" * 200)]), winmail([("a.docx", b"x" * 200)])]))
    for _ in range(5):
        whole[random.randrange(len(whole))] ^= 1 << random.randrange(8)
    name = "a.rar" if whole[:2] == b"Ra" else "winmail.dat"
    return _with(name, "application/octet-stream", bytes(whole))


def pdf_of_nothing(random: Random) -> bytes:
    """What begins like a PDF and is none."""
    rest = random.choice(
        [b"", b"\n1 0 obj\n<</Length 999999999>>\nstream\n", b"\ntrailer<</Root 1 0 R/Prev 0>>\nstartxref\n0\n%%EOF"]
    )
    return _with("van ban.pdf", "application/pdf", b"%PDF-1.7" + rest)


def rtf_that_lies(random: Random) -> bytes:
    """RTF with octets announced that never come, groups never closed, and control words that mean nothing."""
    wrong = random.choice(
        [rb"{\*\bin99999999 a}", b"{" * 500, rb"{\pict\jpegblip\picw-1 ffd8}", rb"\u-99999?\'zz\ls99999 "]
    )
    return _with("tin.rtf", "application/rtf", rb"{\rtf1\ansi{\fonttbl{\f0 .VnTime;}}\f0 Tin " + wrong + b"}")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


ATTACHMENTS = (
    docx_with_laughs,
    docx_reading_a_file,
    docx_with_a_bomb,
    docx_cut_short,
    zip_with_odd_names,
    zip_in_zip,
    zip_with_very_many_files,
    enormous_picture,
    picture_that_is_a_page,
    archive_with_wrong_sums,
    pdf_of_nothing,
    rtf_that_lies,
)
