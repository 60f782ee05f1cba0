"""A document says the same as .docx, .doc, .rtf and .odt: changes, notes, tables, pictures, margins."""

from collections.abc import Iterator, Sequence

import pytest

from ingest.openers import warm_office
from ingest.source import Opened
from tests.ingest.openers.full_file import full_file
from tests.ingest.openers.office_files import FILTERS, saved_as
from tests.ingest.openers.word_files import checks, opened
from tinbai.blocks import Align, Block, Paragraph, Picture, Table


def told(result: Opened, *, spans: bool) -> list[str]:
    """Everything that the blocks say, a line each; `spans`: how many columns and rows a cell covers, too."""
    assert result.source is not None
    return list(_lines(result.source.blocks, spans=spans))


def _lines(blocks: Sequence[Block], *, spans: bool) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            align = None if block.align is Align.LEFT else block.align  # the same; LibreOffice says so each time
            yield f"{block.heading} {align} {block.list_level} {block.marker} {list(block.spans)}"
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    yield f"cell {cell.colspan} {cell.rowspan}" if spans else "cell"
                    yield from _lines(cell.blocks, spans=spans)
        elif isinstance(block, Picture):
            yield f"picture {block.width} {block.height}"


def aside(result: Opened) -> set[tuple[str, str]]:
    assert result.source is not None
    return {(each.why, each.text) for each in result.source.set_aside}


@pytest.mark.parametrize("extension", FILTERS)
def test_an_older_form_says_what_the_word_file_said(extension: str) -> None:
    as_word = opened(full_file())
    result = opened(saved_as(extension, full_file()), filename=f"tin.{extension}")
    exact = extension != "rtf"  # where a table stands in another one, LibreOffice's own RTF loses the grid
    assert told(result, spans=exact) == told(as_word, spans=exact)
    assert aside(result) == aside(as_word)
    assert {why for why, _ in aside(result)} == {
        "đầu trang của tệp Word", "chân trang của tệp Word", "chú thích cuối trang", "ghi chú (comment) trong tệp Word",
        "đoạn đã xoá (theo dõi thay đổi)", "chữ ẩn trong tệp Word",
    }  # fmt: skip
    assert checks(result) == checks(as_word) == {"editing_traces"}
    assert "1 ghi chú; 1 chỗ tô màu: “Chỗ tô màu”; 1 đoạn" in result.findings[0].message
    assert len(result.parts) == 1


@pytest.mark.hard
@pytest.mark.parametrize("extension", FILTERS)
def test_a_text_box_is_read_once_from_every_form(extension: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(warm_office._Kept, "is_possible", False)
        content = saved_as(extension, full_file(with_box=True))
    result = opened(content, filename=f"tin.{extension}")
    exact = extension != "rtf"
    assert told(result, spans=exact) == told(opened(full_file(with_box=True)), spans=exact)


@pytest.mark.hard
@pytest.mark.parametrize("extension", FILTERS)
def test_a_warm_libreoffice_reads_as_one_that_was_started_for_the_file(
    extension: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(warm_office._Kept, "is_possible", False)
    content = saved_as(extension, full_file(with_box=True))
    cold = opened(content, filename="tin")
    monkeypatch.setattr(warm_office._Kept, "is_possible", True)
    warm = opened(content, filename="tin")
    assert warm_office._Kept.office is not None
    assert warm == cold
