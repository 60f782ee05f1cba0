"""A grammar of damaged files: Word packages, archives, pictures and papers with one to three things wrong in them."""

import struct
from collections.abc import Sequence
from functools import cache
from io import BytesIO
from random import Random
from zipfile import ZipFile

from tests.mail.making.docx import Item, Paragraph, Picture, Run, Style, Table, document, paragraph
from tests.mail.making.mime import Multipart, attachment, letter, plain
from tests.mail.making.pdf import text_pdf
from tests.mail.making.photos import jpeg, logo, png
from tests.mail.making.rar5 import archive as rar
from tests.mail.making.tnef import winmail
from tests.mail.making.vietnamese import tcvn3
from tests.mail.making.zips import Entry, archive

ADDRESSES = [("From", "hnd@songmau.example"), ("To", "bbt.anmau@songmau.example"), ("Subject", "gui tin")]
LINES = ("Thôn Bãi Mẫu ra quân dọn đường", "Sáng ngày 04/10, 60 hộ đã tham gia.", "Tin, ảnh: Thí Điểm")
NAMES = ("tin.docx", "tin.doc", "anh.zip", "a.rar", "1.jpg", "ke hoach.pdf", "winmail.dat", "khong-duoi", "a.docx.exe")
XML_PIECES: Sequence[bytes] = (
    *(b"<w:p>", b"</w:p>", b"</w:r>", b"<w:tbl><w:tr><w:tc>", b"&amp;", b"&#0;", b"&#xFFFF;", b"&nbsp;", b"<", b"]]>"),
    *(b"<!-- ", b"<![CDATA[", b"<?xml version='1.1'?>", b"<!DOCTYPE x>", b"\x00", b"\xff\xfe", b"\xed\xa0\x80"),
    *(b'<w:ilvl w:val="-1"/>', b'<w:gridSpan w:val="99999999"/>', b'<w:sz w:val="abc"/>', b"<w:tab/>" * 300),
    b"<w:p><w:r><w:t>" * 200,
    b"<w:del><w:ins>" * 20,
    b'<w:instrText>HYPERLINK "javascript:alert(1)"</w:instrText>',
)


def broken_file(random: Random) -> bytes:
    """A letter with one damaged file, under a name that may be any."""
    kind = random.choice(FILES)
    content = kind(random)
    if random.random() < 0.2:
        content = _torn(content, random)
    if random.random() < 0.15:
        content = archive([Entry(name=random.choice(NAMES), content=content), Entry(name="b.txt", content=b"b")])
    name = random.choice(NAMES)
    parts = [plain("Gửi Ban biên tập tin của thôn.\n"), attachment(name, "application/octet-stream", content)]
    return letter(ADDRESSES, Multipart(subtype="mixed", boundary="=_f", parts=parts))


def docx_of_damaged_xml(random: Random) -> bytes:
    """A Word file whose zip is right and whose XML is not."""
    entries = []
    for name, content in _good_docx():
        damaged = name.endswith((".xml", ".rels")) and random.random() < 0.4
        entries.append((name, _damaged_xml(content, random) if damaged else content))
    return _zipped(entries)


def docx_of_damaged_parts(random: Random) -> bytes:
    """A Word file with parts missing, doubled, moved, exchanged or swollen."""
    entries = list(_good_docx())
    for _ in range(random.randint(1, 3)):
        number = random.randrange(len(entries))
        name, content = entries[number]
        other = random.choice(entries)
        change = random.choice(
            [
                [],
                [(name, content), (name, other[1])],
                [(name.upper(), content)],
                [("/" + name, content)],
                [(name.replace("/", "\\"), content)],
                [("../" + name, content)],
                [(name, other[1])],
                [(name, b"")],
                [(name, content + b" " * 3_000_000)],
                [(name, random.randbytes(500))],
            ]
        )
        entries[number : number + 1] = change
        if not entries:
            break
    return _zipped(entries)


def docx_of_turning_relations(random: Random) -> bytes:
    """A Word file whose parts point to themselves, to nothing, or out of the package."""
    good = _good_docx()
    return _zipped([(name, _turned(content, random) if name.endswith(".rels") else content) for name, content in good])


def damaged_archive(random: Random) -> bytes:
    """A zip, RAR or TNEF with octets turned over, most of them where names and sizes stand."""
    files = [(f"{number}.jpg", random.randbytes(60)) for number in range(random.randint(1, 4))]
    whole = bytearray(
        random.choice(
            [archive([Entry(name=name, content=content) for name, content in files]), rar(files), winmail(files)]
        )
    )
    for _ in range(random.randint(1, 12)):
        near_the_end = random.random() < 0.5
        place = random.randrange(max(0, len(whole) - 120), len(whole)) if near_the_end else random.randrange(len(whole))
        whole[place] = random.choice([0, 0xFF, 0x7F, random.randrange(256)])
    return bytes(whole)


def lying_zip(random: Random) -> bytes:
    """A zip whose directory gives other sizes, sums, flags, methods or offsets than the files have."""
    whole = bytearray(archive([Entry(name=f"{number}.txt", content=b"a" * 3_000) for number in range(3)]))
    place = whole.find(b"PK\x01\x02")
    for _ in range(random.randint(1, 3)):
        field, form = random.choice([(8, "<H"), (10, "<H"), (16, "<I"), (20, "<I"), (24, "<I"), (28, "<H"), (42, "<I")])
        top = 0xFFFF if form == "<H" else 0xFFFFFFFF
        struct.pack_into(form, whole, place + field, random.choice([0, 1, 12, 99, top, top // 2]))
    return bytes(whole)


def damaged_picture(random: Random) -> bytes:
    """A JPEG or PNG cut short, with wrong sums, sizes or segments."""
    whole = bytearray(random.choice(_pictures()))
    head = min(len(whole), 700)
    for _ in range(random.randint(0, 6)):
        whole[random.randrange(head)] = random.randrange(256)
    end = len(whole) if random.random() < 0.5 else random.randrange(20, len(whole))
    return bytes(whole[:end]) + random.choice(
        [b"", b"\x00" * 50, b"<script>alert(1)</script>", b"PK\x05\x06" + bytes(18)]
    )


def damaged_paper(random: Random) -> bytes:
    """A PDF, or what begins like a file of another program, with pieces changed, doubled and lost."""
    whole = random.choice([text_pdf(["Ke hoach 45", "Don duong lang"]), _odd_office(random)])
    for _ in range(random.randint(1, 3)):
        begin = random.randrange(len(whole))
        foreign = random.choice([b"", b"0 R", b"stream\n", b"<<" * 50, b"[" * 300, b"-1", b"99999999999", b"\x00"])
        whole = whole[:begin] + foreign + whole[begin + random.randint(0, 40) :]
        whole = whole or b"%PDF"
    return whole


def _odd_office(random: Random) -> bytes:
    """What begins like the files of other office programs."""
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + random.randbytes(700)
    sheet = archive(
        [Entry(name="xl/workbook.xml", content=b"<workbook/>"), Entry(name="[Content_Types].xml", content=b"")]
    )
    calendar = b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:hop\r\n"
    return random.choice([ole, sheet, calendar, b"7z\xbc\xaf\x27\x1c" + random.randbytes(80), b"MZ" + bytes(90)])


def _turned(relations: bytes, random: Random) -> bytes:
    """Half of the targets are other ones."""
    targets = [b"document.xml", b"../word/document.xml", b"../../../etc/passwd", b"http://198.51.100.9/a", b"", b"NULL"]
    first, *pieces = relations.split(b'Target="')
    turned = [first]
    for piece in pieces:
        value, mark, rest = piece.partition(b'"')
        turned.append((random.choice(targets) if random.random() < 0.5 else value) + mark + rest)
    return b'Target="'.join(turned)


def _damaged_xml(content: bytes, random: Random) -> bytes:
    for _ in range(random.randint(1, 4)):
        begin = random.randint(0, len(content))
        end = begin + random.choice([0, 0, 1, 20, 400])
        content = content[:begin] + random.choice(XML_PIECES) + content[end:]
    return content


def _torn(content: bytes, random: Random) -> bytes:
    begin = random.randint(0, len(content))
    return random.choice([content[begin:], content[:begin], random.randbytes(20) + content, content + content[:begin]])


def _zipped(entries: Sequence[tuple[str, bytes]]) -> bytes:
    return archive([Entry(name=name, content=content) for name, content in entries])


@cache
def _good_docx() -> tuple[tuple[str, bytes], ...]:
    """The parts of a Word file that has something of everything."""
    items: list[Item] = [
        Table(rows=[["UBND XÃ AN MẪU", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]]),
        paragraph(LINES[0], bold=True, align="center"),
        Paragraph(
            runs=[Run(text=LINES[1], comment="xem lại số hộ"), Run(text=tcvn3(" Bà con phấn khởi."), font=".VnTime")]
        ),
        Picture(jpeg=jpeg(logo().convert("RGB")), width=120, height=120),
        paragraph(LINES[2], italic=True, align="right"),
    ]
    whole = document(items, styles=[Style(name="Normal", font=".VnTime")])
    with ZipFile(BytesIO(whole)) as package:
        return tuple((info.filename, package.read(info)) for info in package.infolist())


@cache
def _pictures() -> tuple[bytes, ...]:
    return jpeg(logo().convert("RGB")), png(logo())


FILES = (
    docx_of_damaged_xml,
    docx_of_damaged_xml,
    docx_of_damaged_parts,
    docx_of_turning_relations,
    damaged_archive,
    lying_zip,
    damaged_picture,
    damaged_paper,
)
