"""PDF: the text layer, or the word that there is none."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tests.ingest.openers.word_files import checks, docx, opened, paragraph, texts

TITLE = "KẾ HOẠCH"
TEXT = (
    "Triển khai chiến dịch tiêm vắc xin cho đàn gia súc, gia cầm đợt 2 năm 2026 trên địa bàn xã An Mẫu, bảo đảm tiêm "
    "đúng đối tượng, đúng thời gian, an toàn cho người và vật nuôi; phân công cán bộ thú y phụ trách từng thôn."
)


def test_a_scan_is_told_to_have_no_text() -> None:
    file = BytesIO()
    Image.new("L", (300, 400), 255).save(file, "PDF")
    result = opened(file.getvalue(), filename="45-KH-UBND.signed.pdf")
    assert result.source is None
    assert checks(result) == {"no_text_layer"}
    assert "bản quét không có lớp chữ" in result.findings[0].message


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice to make a PDF")
def test_lines_of_a_page_become_paragraphs_again(tmp_path: Path) -> None:
    (tmp_path / "kh.docx").write_bytes(docx(paragraph(TITLE) + paragraph(TEXT)))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [shutil.which("soffice") or "", profile, "--headless", "--convert-to", "pdf", "kh.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    assert texts(opened((tmp_path / "kh.pdf").read_bytes(), filename="kh.pdf")) == [TITLE, TEXT]
