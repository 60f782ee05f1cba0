"""EMF and WMF pictures of a Word file are rendered, and what cannot be is told."""

import gzip
import struct
from io import BytesIO
from zipfile import ZipFile

import pytest
from PIL import Image

from tests.ingest.openers.word_files import checks, docx, opened, paragraph, texts, zipped
from tinbai.blocks import Picture
from tinbai.limits import Limits

INLINE = (
    '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="4572000" cy="2743200"/><wp:docPr id="1" name="p"/>'
    '<a:graphic><a:blip r:embed="p1"/></a:graphic></wp:inline></w:drawing></w:r></w:p>'
)


def wmf() -> bytes:
    """A rectangle just inside a picture of 1000 to 600 units ([MS-WMF])."""

    def record(function: int, *words: int) -> bytes:
        return struct.pack(f"<IH{len(words)}h", 3 + len(words), function, *words)

    body = record(0x020B, 0, 0) + record(0x020C, 600, 1000) + record(0x041B, 550, 950, 50, 50) + record(0)
    placed = struct.pack("<IH4hHI", 0x9AC6CDD7, 0, 0, 0, 1000, 600, 720, 0)
    check = 0
    for (word,) in struct.iter_unpack("<H", placed):
        check ^= word
    return placed + struct.pack("<H", check) + struct.pack("<HHHIHIH", 1, 9, 0x300, 9 + len(body) // 2, 0, 10, 0) + body


def word_file(content: bytes, extension: str = "wmf") -> bytes:
    """A Word file with this picture under its proper name."""
    with ZipFile(BytesIO(docx(paragraph("Trước") + INLINE, media={"p1": content}))) as package:
        entries = {name: package.read(name) for name in package.namelist()}
    old, new = "p1.jpg", f"p1.{extension}"
    return zipped({name.replace(old, new): data.replace(old.encode(), new.encode()) for name, data in entries.items()})


@pytest.mark.parametrize(("content", "extension"), [(wmf(), "wmf"), (gzip.compress(wmf()), "wmz")], ids=["wmf", "wmz"])
def test_a_metafile_becomes_a_picture_of_its_own_shape(content: bytes, extension: str) -> None:
    result = opened(word_file(content, extension))
    assert result.source is not None
    (part,) = result.parts
    assert result.source.blocks[1] == Picture(sha256=part.sha256, width=480, height=288)
    assert (part.filename, part.media_type, part.inside, checks(result)) == ("p1.png", "image/png", "tin.docx", set())
    with Image.open(BytesIO(part.content)) as picture:
        assert picture.size == (1200, 720)
        dark = picture.convert("RGB").point(lambda value: 255 * (value < 100)).getbbox()
    assert dark is not None
    assert [round(edge, -1) for edge in dark] == [60, 60, 1140, 660]


def test_without_libreoffice_the_editor_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    result = opened(word_file(wmf()))
    assert texts(result) == ["Trước"]
    (finding,) = result.findings
    assert finding.check == "picture_not_shown"
    assert "libreoffice-draw" in finding.message
    assert [part.filename for part in result.parts] == ["p1.wmf"]  # kept as it came


@pytest.mark.parametrize(
    "content", [b"", b"\xd7\xcd\xc6\x9a" + b"\xff" * 60, b"\x1f\x8b\x08garbage", bytes(40) + b" EMF"]
)
def test_a_broken_metafile_loses_nothing_else(content: bytes) -> None:
    result = opened(word_file(content), limits=Limits(converter_seconds=20))
    assert texts(result)[0] == "Trước"


def test_charts_and_smart_art_of_a_word_file_give_their_words_and_a_finding() -> None:
    chart = (
        '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        "<c:pt><c:v>Thôn Một</c:v></c:pt><c:pt><c:v>12</c:v></c:pt></c:chartSpace>"
    )
    points = (
        '<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:pt><dgm:t><a:p>'
        "<a:r><a:t>Bước 1</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:dataModel>"
    )
    more = {"charts/chart1.xml": ("chart", chart), "diagrams/data1.xml": ("diagramData", points)}
    result = opened(docx(paragraph("Thân bài"), more=more))
    assert result.source is not None
    assert [(aside.text, aside.why) for aside in result.source.set_aside] == [
        ("Thôn Một\n12", "chữ trong biểu đồ"),
        ("Bước 1", "chữ trong sơ đồ SmartArt"),
    ]
    (finding,) = result.findings
    assert (finding.check, "1 biểu đồ, 1 sơ đồ SmartArt" in finding.message) == ("graphic_not_shown", True)
