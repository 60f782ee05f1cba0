"""Older office files, through the LibreOffice that is installed, and without one."""

import shutil

import pytest

from tests.ingest.openers.office_files import FILTERS, saved_as
from tests.ingest.openers.word_files import checks, docx, opened, paragraph, texts
from tests.ingest.vietnamese.alphabet import to_vni
from tinbai.vietnamese.encoding import Encoding

TITLE = "Nước sạch về với người dân ấp Hòa Bình"
TEXT = (
    "Ngày 14/10/2026, Trạm Y tế xã và Hội Phụ nữ xã tổ chức lễ bàn giao công trình nước sạch cho 62 hộ dân ấp Hòa "
    "Bình. Công trình trị giá 480 triệu đồng."
)
BYLINE = "Bài và ảnh: Bác sĩ Giả Định"
needs_libreoffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice Writer")


@pytest.fixture(scope="module", params=FILTERS)
def converted(request: pytest.FixtureRequest) -> tuple[str, bytes]:
    """Case 4 of the acceptance letters, saved by LibreOffice in an older format."""
    body = "".join(paragraph(to_vni(text), font="VNI-Times") for text in (TITLE, TEXT, BYLINE))
    return request.param, saved_as(request.param, docx(body))


@needs_libreoffice
def test_legacy_letters_survive_the_way_through_libreoffice(converted: tuple[str, bytes]) -> None:
    extension, content = converted
    result = opened(content, filename=f"Nuoc sach.{extension}")
    assert texts(result) == [TITLE, TEXT, BYLINE]
    assert result.source is not None
    assert (result.source.encoding, result.source.name) == (Encoding.VNI, f"Nuoc sach.{extension}")


@needs_libreoffice
def test_a_broken_word_file_gives_no_garbage() -> None:
    content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le") + b"garbage" * 50
    result = opened(content, filename="hong.doc")
    assert result.source is None
    assert checks(result) == {"attachment_unreadable"}


def test_without_libreoffice_rtf_and_odt_still_give_their_text(
    converted: tuple[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    extension, content = converted
    monkeypatch.setenv("PATH", "/nowhere")
    result = opened(content, filename=f"a.{extension}")
    assert checks(result) >= {"libreoffice_missing"}
    assert "libreoffice-writer" in result.findings[0].message
    if extension != "doc":
        assert texts(result) == [TITLE, TEXT, BYLINE]
