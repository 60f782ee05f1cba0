"""A presentation becomes text: a group of blocks for each slide."""

from ingest.source import Source
from tests.ingest.openers.photos import jpeg
from tests.ingest.openers.sheet_files import SLIDE, pptx, relations, shape
from tests.ingest.openers.word_files import checks, opened, texts, zipped
from tests.ingest.vietnamese.alphabet import to_vni
from tinbai.blocks import Paragraph, Picture, Rule, Table
from tinbai.limits import Limits


def source_of(content: bytes) -> Source:
    source = opened(content, filename="bao cao.pptx").source
    assert source is not None
    return source


def test_slides_come_in_the_order_of_the_presentation_each_under_its_title() -> None:
    content = pptx(
        shape("Thân bài") + shape("Trang hai", kind="title"), shape("Mở đầu") + shape("Trang một", kind="ctrTitle")
    )
    source = source_of(content)
    assert texts(opened(content)) == ["Trang một", "Mở đầu", "", "Trang hai", "Thân bài"]
    assert isinstance(source.blocks[2], Rule)
    assert [block.heading for block in source.blocks if isinstance(block, Paragraph)] == [2, None, 2, None]


def test_grouped_shapes_tables_and_pictures_are_read_at_their_place() -> None:
    table = (
        "<p:graphicFrame><a:graphic><a:graphicData><a:tbl><a:tr>"
        '<a:tc gridSpan="2"><a:txBody><a:p><a:r><a:t>Tổng</a:t></a:r></a:p></a:txBody></a:tc><a:tc hMerge="1"/></a:tr>'
        "<a:tr><a:tc><a:txBody><a:p><a:r><a:t>1</a:t></a:r></a:p></a:txBody></a:tc>"
        "<a:tc><a:txBody><a:p><a:r><a:t>2</a:t></a:r></a:p></a:txBody></a:tc></a:tr></a:tbl></a:graphicData></a:graphic>"
        "</p:graphicFrame>"
    )
    picture = '<p:pic><p:blipFill><a:blip r:embed="p1"/></p:blipFill></p:pic>'
    files = {
        "ppt/slides/_rels/slide1.xml.rels": relations(("p1", "image", "../media/image1.jpg")),
        "ppt/media/image1.jpg": jpeg(),
    }
    content = pptx(f"<p:grpSp>{shape('Trong nhóm')}<p:grpSp>{picture}</p:grpSp></p:grpSp>{table}", files=files)
    source = source_of(content)
    first, photo, grid = source.blocks
    assert isinstance(first, Paragraph)
    assert photo == Picture(sha256=opened(content).parts[0].sha256)
    assert isinstance(grid, Table)
    assert [[(cell.colspan, cell.rowspan) for cell in row] for row in grid.rows] == [[(2, 1)], [(1, 1), (1, 1)]]


def test_notes_comments_footers_and_hidden_slides_are_set_aside() -> None:
    shapes = shape("nói chậm") + shape("3", kind="sldNum")
    notes = f"<p:notes {SLIDE}><p:cSld><p:spTree>{shapes}</p:spTree></p:cSld></p:notes>"
    files = {
        "ppt/slides/_rels/slide1.xml.rels": relations(
            ("n", "notesSlide", "../notesSlides/notesSlide1.xml"), ("c", "comments", "../comments/comment1.xml")
        ),
        "ppt/notesSlides/notesSlide1.xml": notes.encode(),
        "ppt/comments/comment1.xml": f"<p:cmLst {SLIDE}><p:cm><p:text>sửa số</p:text></p:cm></p:cmLst>".encode(),
    }
    source = source_of(pptx(shape("Nội dung") + shape("UBND xã", kind="ftr"), files=files))
    assert [(aside.text, aside.why) for aside in source.set_aside] == [
        ("nói chậm", "ghi chú của người trình bày"),
        ("sửa số", "ghi chú (comment) trong tệp trình chiếu"),
        ("UBND xã", "chữ lặp lại trên mỗi trang trình chiếu"),
    ]
    hidden = source_of(pptx(shape("Bỏ"), slide_attributes='show="0"'))
    assert [(aside.text, aside.why) for aside in hidden.set_aside] == [("Bỏ", "trang trình chiếu bị ẩn")]


def test_smart_art_gives_its_words_and_a_finding() -> None:
    names = f'{SLIDE} xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
    steps = ("Bước 1", "Bước 2")
    points = "".join(f"<dgm:pt><dgm:t><a:p><a:r><a:t>{step}</a:t></a:r></a:p></dgm:t></dgm:pt>" for step in steps)
    data = f"<dgm:dataModel {names}>{points}</dgm:dataModel>"
    files = {
        "ppt/slides/_rels/slide1.xml.rels": relations(("d", "diagramData", "../diagrams/data1.xml")),
        "ppt/diagrams/data1.xml": data.encode(),
    }
    content = pptx(shape("Quy trình"), files=files)
    assert [aside.text for aside in source_of(content).set_aside] == ["Bước 1\nBước 2"]
    assert checks(opened(content)) == {"graphic_not_shown"}


def test_legacy_fonts_are_repaired() -> None:
    assert texts(opened(pptx(shape(to_vni("Hội Nông dân"), font="VNI-Times")))) == ["Hội Nông dân"]


def test_a_presentation_without_end_is_cut_and_told() -> None:
    result = opened(pptx(*[shape("a", "b")] * 60), limits=Limits(document_blocks=50))
    assert checks(result) == {"document_cut"}


def test_what_is_broken_or_declares_a_doctype_is_told() -> None:
    assert checks(opened(zipped({"[Content_Types].xml": b"<T/>", "ppt/presentation.xml": b"<x"}))) == {
        "attachment_unreadable"
    }
    files = {"ppt/slides/slide1.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}
    assert checks(opened(pptx(shape("a"), files=files))) == {"hostile_document"}
