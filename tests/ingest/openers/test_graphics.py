"""Charts and SmartArt of Word, PowerPoint and Excel files become pictures at their place; their words are kept."""

from io import BytesIO

import pytest
from PIL import Image

from ingest.openers import painter as painter_file
from ingest.source import Opened
from tests.ingest.openers.graphic_files import CHART_WORDS, STEPS, chart, graphic, in_word, smart_art
from tests.ingest.openers.sheet_files import pptx, relations, rows, shape, xlsx
from tests.ingest.openers.word_files import checks, docx, opened, paragraph, texts
from tinbai.blocks import Paragraph, Picture

CHART = {"charts/chart1.xml": ("chart", chart())}


def colours(content: bytes) -> set[tuple[int, ...]]:
    """The colours that cover more than a hundredth of a picture."""
    with Image.open(BytesIO(content)) as image:
        counted = image.convert("RGB").getcolors(1 << 24) or []
        return {colour for count, colour in counted if count > image.width * image.height / 100}  # type: ignore[misc]


def shown_after(result: Opened, text: str) -> Picture:
    """The picture behind the paragraph with this text."""
    assert result.source is not None
    place = texts(result).index(text)
    picture = result.source.blocks[place + 1]
    assert isinstance(picture, Picture)
    return picture


def aside(result: Opened) -> dict[str, str]:
    assert result.source is not None
    return {each.why: each.text for each in result.source.set_aside}


def test_a_chart_of_a_word_file_is_painted_at_its_place_in_its_own_shape() -> None:
    body = paragraph("Trước") + in_word("chart", alt="Hộ nghèo hai thôn") + paragraph("Sau")
    result = opened(docx(body, more=CHART))
    picture = shown_after(result, "Trước")
    (part,) = result.parts
    assert (part.filename, part.media_type, part.inside) == ("chart1.png", "image/png", "tin.docx")
    assert (picture.sha256, picture.alt) == (part.sha256, "Hộ nghèo hai thôn")
    assert (picture.width, picture.height) == (576, 288)
    with Image.open(BytesIO(part.content)) as image:
        assert image.size == (1600, 800)
    assert (0x44, 0x72, 0xC4) in colours(part.content)  # the columns
    assert texts(result)[-1] == "Sau"
    assert set(CHART_WORDS) <= set(aside(result)["chữ trong biểu đồ"].split("\n"))
    (finding,) = result.findings
    assert finding.check == "graphic_painted"
    assert "1 biểu đồ" in finding.message


def test_smart_art_is_painted_from_the_shapes_that_word_drew_last() -> None:
    result = opened(docx(paragraph("Ba bước") + in_word("smartArt"), more=smart_art()))
    shown_after(result, "Ba bước")
    assert (0x1F, 0x4E, 0x79) in colours(result.parts[0].content)
    assert aside(result)["chữ trong sơ đồ SmartArt"].split("\n") == list(STEPS)
    assert checks(result) == {"graphic_painted"}


@pytest.mark.parametrize("kind", ["chart", "smartArt"])
def test_a_graphic_on_a_slide_stands_among_its_shapes(kind: str) -> None:
    frame = (
        '<p:graphicFrame><p:xfrm><a:off x="0" y="0"/><a:ext cx="4000000" cy="2000000"/></p:xfrm>'
        f"{graphic(kind)}</p:graphicFrame>"
    )
    parts = smart_art("ppt/diagrams/") if kind == "smartArt" else {"ppt/charts/chart1.xml": ("chart", chart())}
    related = [(f"r{each}", each, f"/{name}") for name, (each, _) in parts.items()]
    files = {name: xml.encode() for name, (_, xml) in parts.items()}
    files["ppt/slides/_rels/slide1.xml.rels"] = relations(*related)
    result = opened(pptx(shape("Kết quả", kind="title") + frame, files=files))
    shown_after(result, "Kết quả")
    assert checks(result) == {"graphic_painted"}


def test_a_chart_over_a_sheet_follows_its_table() -> None:
    drawing = (
        '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:graphicFrame>'
        f"{graphic('chart')}</xdr:graphicFrame></xdr:twoCellAnchor></xdr:wsDr>"
    )
    files = {
        "xl/worksheets/_rels/sheet1.xml.rels": relations(("d", "drawing", "../drawings/drawing1.xml")),
        "xl/drawings/drawing1.xml": drawing.encode(),
        "xl/drawings/_rels/drawing1.xml.rels": relations(("rchart", "chart", "../charts/chart1.xml")),
        "xl/charts/chart1.xml": chart().encode(),
    }
    result = opened(xlsx(rows(("Thôn Một", 12)) + '<drawing r:id="d"/>', files=files))
    shown_after(result, texts(result)[0])
    assert checks(result) == {"graphic_painted"}


def test_a_chart_that_cannot_be_drawn_is_told_as_before() -> None:
    broken = {
        "charts/chart1.xml": (
            "chart",
            chart()
            .replace("<c:plotArea>", "<c:plotAre>")
            .replace("</c:plotArea>", "</c:plotAre>")
            .replace("c:title", "c:titl"),
        )
    }
    result = opened(docx(paragraph("Trước") + in_word("chart"), more=broken))
    assert (result.parts, checks(result)) == ([], {"graphic_not_shown"})
    assert "Thôn Một" in aside(result)["chữ trong biểu đồ"]


def test_only_so_many_graphics_of_one_file_are_painted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(painter_file, "_MOST", 1)
    result = opened(docx(in_word("chart") + in_word("smartArt"), more={**CHART, **smart_art()}))
    assert len(result.parts) == 1
    assert checks(result) == {"graphic_painted", "graphic_not_shown"}


def test_without_libreoffice_the_words_are_set_aside_and_the_editor_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    result = opened(docx(paragraph("Trước") + in_word("chart"), more=CHART))
    assert result.source is not None
    assert all(isinstance(block, Paragraph) for block in result.source.blocks)
    assert checks(result) == {"graphic_not_shown"}
    assert set(CHART_WORDS) <= set(aside(result)["chữ trong biểu đồ"].split("\n"))
