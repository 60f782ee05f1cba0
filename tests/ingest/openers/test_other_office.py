"""Old spreadsheets and presentations, through the LibreOffice that is installed, and without one."""

import pytest

from tests.ingest.openers.office_files import open_deck, saved_as
from tests.ingest.openers.sheet_files import formats, rows, xlsx
from tests.ingest.openers.word_files import checks, opened, texts, zipped
from tests.ingest.vietnamese.alphabet import to_tcvn3
from tinbai.blocks import Table

SHEET = xlsx(
    rows((to_tcvn3("Danh sách"), None), (to_tcvn3("Thôn"), "x"), (to_tcvn3("Đồng Thử"), 46_310), style=1)
    + '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
    rows((to_tcvn3("Tổng"), 1_500_000), style=2),
    names=("Hộ nghèo", "Tổng"),
    styles=formats("dd/mm/yyyy", "#,##0", font=".VnTime"),
)
SHOWN = ["Hộ nghèo", "Danh sách\nThôn\tx\nĐồng Thử\t15/10/2026", "Tổng", "Tổng\t1.500.000"]


@pytest.mark.parametrize("extension", ["xls", "ods"])
def test_old_and_open_spreadsheets_show_what_the_new_ones_do(extension: str) -> None:
    result = opened(saved_as(extension, SHEET, was="xlsx"), filename=f"so.{extension}")
    expected = [text.replace("1.500.000", "1,500,000") for text in SHOWN] if extension == "ods" else SHOWN
    assert texts(result) == expected  # an .ods holds what its own program showed, here an English one
    assert result.source is not None
    tables = [block for block in result.source.blocks if isinstance(block, Table)]
    assert tables[0].rows[0][0].colspan == 2
    assert checks(result) == {"encoding_converted"}


@pytest.mark.parametrize("extension", ["ppt", "odp"])
def test_old_and_open_presentations_are_read(extension: str) -> None:
    content = open_deck()
    if extension == "ppt":
        content = saved_as(extension, content, was="odp")
    assert texts(opened(content, filename=f"bao cao.{extension}")) == ["Kết quả", "Thu đạt 98%"]


def test_a_file_with_a_password_or_a_broken_one_is_told() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    result = opened(ole + "Workbook".encode("utf-16-le"), filename="so lieu.xls")
    assert checks(result) == {"attachment_unreadable"}
    assert ".xlsx" in result.findings[0].message
    manifest = b"<manifest><file-entry><encryption-data/></file-entry></manifest>"
    mimetype = b"application/vnd.oasis.opendocument.spreadsheet"
    locked = zipped({"mimetype": mimetype, "META-INF/manifest.xml": manifest, "content.xml": b"\x00garbage"})
    assert checks(opened(locked)) == {"attachment_protected"}


def test_without_libreoffice_the_editor_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    result = opened(ole + "PowerPoint Document".encode("utf-16-le"), filename="a.ppt")
    assert checks(result) == {"libreoffice_missing"}
    assert "libreoffice-impress" in result.findings[0].message
