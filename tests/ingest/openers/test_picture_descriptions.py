"""Alternative texts of pictures in RTF and Word 97 files, which LibreOffice drops."""

import struct
from collections.abc import Iterator
from io import BytesIO
from time import process_time

import pytest
from olefile import OleFileIO

from ingest.openers import doc_descriptions, office
from ingest.openers.described import Description
from ingest.openers.doc_descriptions import descriptions_in_doc
from ingest.openers.drawing_records import properties_of
from ingest.openers.rtf_descriptions import descriptions_in_rtf
from tests.contributions.word import p, pic, word
from tests.ingest.openers.office_files import saved_as
from tests.ingest.openers.word_files import opened
from tests.mail.making.compound import compound
from tinbai.blocks import Picture

ALTS = ("Bà con đắp đường ở Xóm Mới", "Nước về đồng")
JPEG = b"\xff\xd8\xff\xe0" + bytes(range(200))
OTHER_JPEG = b"\xff\xd8\xff\xe0" + bytes(range(100))
SECONDS = 5  # looking through every group around each would be 400 million steps
DESCRIPTION, NAME = 0xC381, 0xC380


def test_rtf_tells_the_description_of_a_picture_in_the_line() -> None:
    content = _rtf(_picture(r"N\u432\'3f\u7899\'3fc v\u7873\'3f"))
    assert _told(descriptions_in_rtf(content)) == {JPEG: "Nước về"}


def test_rtf_tells_the_description_of_a_floating_shape_that_stands_behind_its_picture() -> None:
    picture = r"{\sp{\sn pib}{\sv " + _picture("") + "}}"
    shape = r"{\shp{\*\shpinst\shpleft0" + picture + r"{\sp{\sn wzDescription}{\sv H\'ecnh 1}}}}"
    assert _told(descriptions_in_rtf(_rtf(shape))) == {JPEG: "Hình 1"}


@pytest.mark.parametrize(
    "content",
    [
        _text.encode()
        for _text in (
            r"{\rtf1 khong co anh wzDescription}",
            r"{\rtf1{\pict{\*\picprop{\sp{\sn wzDescription}{\sv mot}}}\jpegblip ffd8f}}",
            r"{\rtf1{\pict{\*\picprop{\sp{\sn wzDescription}{\sv anh.jpg}}}\jpegblip ffd8ff00}}",
            r"{\rtf1{\sp{\sn wzDescription}{\sv mot}}{\pict\jpegblip ffd8ff00}}",
            r"}}}{\sn wzDescription",
            r"{\pict" * 3_000 + "wzDescription",
        )
    ],
)
def test_rtf_that_tells_nothing_usable_is_no_mistake(content: bytes) -> None:
    assert descriptions_in_rtf(content) == []


def test_rtf_of_many_groups_in_one_another_costs_no_more_than_its_length() -> None:
    deep = b"{" * 20_000 + rb"{\sp{\sn wzDescription}{\sv a}}" * 20_000
    begun = process_time()
    assert descriptions_in_rtf(rb"{\rtf1" + deep) == []
    assert process_time() - begun < SECONDS


def test_word_97_tells_the_description_of_each_picture() -> None:
    data = _picf({DESCRIPTION: ALTS[0]}) + b"\0\0\0" + _picf({NAME: "Picture 2", DESCRIPTION: ALTS[1]}, name=b"a.jpg")
    found = descriptions_in_doc(compound({"Data": data, "WordDocument": bytes(600)}))
    assert [(each.text, each.octets) for each in found] == [(alt, JPEG) for alt in ALTS]


@pytest.mark.parametrize("cut", [5, 60, 75, 90, 110, 140])
def test_word_97_cut_short_is_no_mistake(cut: int) -> None:
    whole = _picf({DESCRIPTION: ALTS[0]})
    torn = struct.pack("<I", cut) + whole[4:cut]
    assert descriptions_in_doc(compound({"Data": torn})) == []
    assert descriptions_in_doc(compound({"Data": whole})[: 512 + cut]) == []
    assert descriptions_in_doc(whole) == []


def test_word_97_tells_the_description_of_a_floating_picture_by_its_number_in_the_store() -> None:
    shapes = [(ALTS[0], 2), ("", 1), ("Ảnh không có trong kho", 9)]
    found = descriptions_in_doc(compound(_floating(shapes, [OTHER_JPEG, JPEG])))
    assert [(each.text, each.octets) for each in found] == [(ALTS[0], JPEG)]


def test_shapes_in_groups_are_read_and_groups_without_end_are_not_followed() -> None:
    grouped = _floating([(ALTS[0], 1)], [JPEG], groups=3)
    assert [each.text for each in descriptions_in_doc(compound(grouped))] == [ALTS[0]]
    assert descriptions_in_doc(compound(_floating([(ALTS[0], 1)], [JPEG], groups=40))) == []


@pytest.mark.parametrize("cut", [10, 40, 200, 0x22A, 0x22E, 700])
def test_floating_shapes_of_a_torn_file_are_no_mistake(cut: int) -> None:
    streams = _floating([(ALTS[0], 1)], [JPEG])
    torn = streams | {"WordDocument": streams["WordDocument"][:cut]}
    assert descriptions_in_doc(compound(torn)) == []
    assert descriptions_in_doc(compound(streams | {"1Table": streams["1Table"][: cut // 10]})) == []
    inline = streams | {"WordDocument": streams["WordDocument"][:cut], "Data": _picf({DESCRIPTION: ALTS[1]})}
    assert [each.text for each in descriptions_in_doc(compound(inline))] == [ALTS[1]]


def test_a_picture_in_rtf_keeps_its_alternative_text(monkeypatch: pytest.MonkeyPatch) -> None:
    content = saved_as("rtf", _with_pictures())
    assert _alts(content, "anh.rtf") == [*ALTS]
    monkeypatch.setattr(office, "descriptions_in_rtf", lambda _: [])
    assert _alts(content, "anh.rtf") == [None, None]


def test_a_picture_in_word_97_keeps_its_alternative_text(monkeypatch: pytest.MonkeyPatch) -> None:
    content = _with_description(saved_as("doc", _with_pictures()), ALTS[1])
    assert _alts(content, "anh.doc") == [None, ALTS[1]]
    monkeypatch.setattr(office, "descriptions_in_doc", lambda _: [])
    assert _alts(content, "anh.doc") == [None, None]


def test_a_floating_picture_in_word_97_keeps_its_alternative_text(monkeypatch: pytest.MonkeyPatch) -> None:
    content = _with_floating_description(saved_as("doc", word(p("Tin có ảnh"), _anchored(), p("Hết tin."))), ALTS[0])
    assert _alts(content, "anh.doc") == [ALTS[0]]
    monkeypatch.setattr(doc_descriptions, "floating_descriptions", lambda *_: iter(()))
    assert _alts(content, "anh.doc") == [None]


def _told(found: list[Description]) -> dict[bytes, str]:
    return {each.octets: each.text for each in found}


def _rtf(text: str) -> bytes:
    return (r"{\rtf1\ansi\ansicpg1252 " + text + r"\par}").encode("ascii")


def _picture(alt: str) -> str:
    told = r"{\*\picprop{\sp{\sn wzDescription}{\sv " + alt + r"}}{\sp{\sn wzName}{\sv Picture 1}}}"
    return r"{\*\shppict{\pict" + told + r"\picscalex100\jpegblip{\*\blipuid 00}" + JPEG.hex() + "}}"


def _with_pictures() -> bytes:
    drawn = [
        p(pic(number)).replace(f'name="Picture {number}"', f'name="Picture {number}" descr="{alt}"')
        for number, alt in enumerate(ALTS, 1)
    ]
    return word(p("Tin có ảnh"), *drawn)


def _alts(content: bytes, filename: str) -> list[str | None]:
    source = opened(content, filename=filename).source
    assert source is not None
    return [block.alt for block in source.blocks if isinstance(block, Picture)]


def _picf(properties: dict[int, str], *, name: bytes | None = None) -> bytes:
    """A picture in the line of a Word 97 file: header, the name of its file, shape with properties, JPEG."""
    values = [(text + "\0").encode("utf-16-le") for text in properties.values()]
    table = b"".join(struct.pack("<HI", key, len(value)) for key, value in zip(properties, values, strict=True))
    told = _record(len(properties) << 4 | 3, 0xF00B, table + b"".join(values))
    shape = _record(0x0F, 0xF004, _record(0x04B2, 0xF00A, bytes(8)) + told)
    jpeg = _record(0x46A0, 0xF01D, bytes(17) + JPEG)
    before = b"" if name is None else bytes([len(name)]) + name
    body = before + shape + jpeg
    header = struct.pack("<IHH", 0x44 + len(body), 0x44, 0x64 if name is None else 0x66)
    return header.ljust(0x44, b"\0") + body


def _floating(shapes: list[tuple[str, int]], pictures: list[bytes], *, groups: int = 0) -> dict[str, bytes]:
    """The streams of a Word 97 file with floating pictures: its store, and shapes that name the pictures by number."""
    document = bytearray(700)
    entries = b""
    for picture in pictures:
        entries += _record(2, 0xF007, bytes(28) + struct.pack("<II", len(document), 0))
        document += _record(0x46A0, 0xF01D, bytes(17) + picture)
    drawn = b"".join(_record(0x0F, 0xF004, _properties(alt, number)) for alt, number in shapes)
    for _ in range(groups):
        drawn = _record(0x0F, 0xF003, drawn)
    store = _record(0x0F, 0xF000, _record(0, 0xF006, bytes(16)) + _record(0x0F, 0xF001, entries))
    content = store + b"\0" + _record(0x0F, 0xF002, drawn)
    struct.pack_into("<H", document, 0x0A, 0x0200)
    struct.pack_into("<II", document, 0x22A, 50, len(content))
    return {"WordDocument": bytes(document), "1Table": bytes(50) + content}


def _anchored() -> str:
    """A paragraph with a picture that floats."""
    places = "".join(
        f'<wp:position{way} relativeFrom="{of}"><wp:posOffset>100000</wp:posOffset></wp:position{way}>'
        for way, of in (("H", "column"), ("V", "paragraph"))
    )
    anchor = '<wp:anchor simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
    floats = p(pic(1)).replace("<wp:inline>", f'{anchor}<wp:simplePos x="0" y="0"/>{places}')
    return floats.replace("</wp:inline>", "</wp:anchor>").replace("<wp:docPr", "<wp:wrapSquare/><wp:docPr")


def _with_floating_description(content: bytes, alt: str) -> bytes:
    """A Word 97 file of LibreOffice, which writes no descriptions, with one for the picture that floats."""
    with OleFileIO(BytesIO(content)) as file:
        streams = {path[0]: file.openstream(path).read() for path in file.listdir()}
    document, table = bytearray(streams["WordDocument"]), streams["1Table"]
    start, length = struct.unpack_from("<II", document, 0x22A)
    shapes, place = table[start : start + length], 0
    longer = b""
    while place + 8 <= len(shapes):
        version, kind, size = struct.unpack_from("<HHI", shapes, place)
        inner = shapes[place + 8 : place + 8 + size]
        longer += _described(version, kind, inner, alt) + shapes[place + 8 + size : place + 9 + size]
        place += 9 + size
    struct.pack_into("<II", document, 0x22A, len(table), len(longer))
    return compound(streams | {"WordDocument": bytes(document), "1Table": table + longer})


def _described(version: int, kind: int, content: bytes, alt: str) -> bytes:
    """A record, with the text in each shape that names a picture."""
    if kind in (0xF002, 0xF003):
        content = b"".join(_described(*part, alt) for part in _parts(content))
    elif kind == 0xF004 and properties_of(content).picture:
        value = (alt + "\0").encode("utf-16-le")
        content += _record(1 << 4 | 3, 0xF122, struct.pack("<HI", DESCRIPTION, len(value)) + value)
    return _record(version, kind, content)


def _parts(content: bytes) -> Iterator[tuple[int, int, bytes]]:
    place = 0
    while place + 8 <= len(content):
        version, kind, size = struct.unpack_from("<HHI", content, place)
        yield version, kind, content[place + 8 : place + 8 + size]
        place += 8 + size


def _properties(alt: str, number: int) -> bytes:
    value = (alt + "\0").encode("utf-16-le")
    table = struct.pack("<HIHI", 0x4104, number, DESCRIPTION, len(value))
    return _record(0x04B2, 0xF00A, bytes(8)) + _record(2 << 4 | 3, 0xF00B, table + value)


def _record(version: int, kind: int, content: bytes) -> bytes:
    return struct.pack("<HHI", version, kind, len(content)) + content


def _with_description(content: bytes, alt: str) -> bytes:
    """A Word 97 file of LibreOffice, which writes no descriptions, with one for its last picture."""
    with OleFileIO(BytesIO(content)) as file:
        streams = {path[0]: file.openstream(path).read() for path in file.listdir()}
    data = streams["Data"]
    start = data.rindex(b"\x44\x00\x64\x00") - 4
    shape = start + 0x44
    size = struct.unpack_from("<I", data, shape + 4)[0]
    value = (alt + "\0").encode("utf-16-le")
    told = _record(1 << 4 | 3, 0xF122, struct.pack("<HI", DESCRIPTION, len(value)) + value)
    end = shape + 8 + size
    longer = data[:shape] + data[shape : shape + 4] + struct.pack("<I", size + len(told)) + data[shape + 8 : end]
    length = struct.unpack_from("<I", data, start)[0] + len(told)
    longer = longer[:start] + struct.pack("<I", length) + longer[start + 4 :]
    return compound(streams | {"Data": longer + told + data[end:]})
