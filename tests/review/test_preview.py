"""Attached files are looked at without harm: text as clean HTML, PDF pages as pictures, all made in a child process."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from PIL import Image

from ingest.preview import preview
from ingest.previewing import ChildPreviewer
from review.app import create
from tests.review.office import Office, Visit, a_picture
from tinbai.limits import Limits
from tinbai.message import MessagePart, MessageStatus
from tinbai.people import RoleName
from tinbai.restriction import Restriction


@pytest.fixture(scope="module")
def previewer() -> ChildPreviewer:
    return ChildPreviewer(Limits())


@pytest.fixture
def looking(office: Office, previewer: ChildPreviewer) -> Office:
    app = create(office.config, office.database, office.blobs, clock=office.clock, previews=previewer)
    return Office(app=app, database=office.database, blobs=office.blobs, clock=office.clock, config=office.config)


def word_file() -> bytes:
    document = Document()
    document.add_heading("Tập huấn trồng nấm", 1)
    document.add_paragraph("Sáng 15/10, tại nhà văn hóa <script>alert(1)</script>")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Nữ", "30"
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def pdf_file(pages: int = 2) -> bytes:
    images = [Image.new("RGB", (300, 400), "orange") for _ in range(pages)]
    file = BytesIO()
    images[0].save(file, "PDF", save_all=True, append_images=images[1:])
    return file.getvalue()


def letter(office: Office, content: bytes, filename: str, media_type: str = "application/x", **options: Any) -> int:
    part = MessagePart(
        position=0, filename=filename, media_type=media_type, size=len(content), sha256=office.blobs.put(content)
    )
    return office.letter(MessageStatus.DRAFTED, parts=[part], **options)


def editor(office: Office) -> Visit:
    return office.enter(RoleName.EDITOR)


def test_a_word_file_is_shown_as_clean_text(looking: Office) -> None:
    number = letter(looking, word_file(), "bai.docx")
    answer = editor(looking).get(f"/messages/{number}/parts/0/preview")
    assert answer.status_code == 200
    assert "Tập huấn trồng nấm</strong></h2>" in answer.text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in answer.text
    assert "<script>alert" not in answer.text
    assert "<td>30</td>" in answer.text
    assert "script-src 'self'" in answer.headers["content-security-policy"]


def test_the_pages_of_a_pdf_are_pictures(looking: Office) -> None:
    number = letter(looking, pdf_file(), "quyet-dinh.pdf")
    visit = editor(looking)
    page = visit.get(f"/messages/{number}/parts/0/preview").text
    assert page.count("preview-page") == 2
    picture = visit.get(f"/messages/{number}/parts/0/pages/2")
    assert picture.headers["content-type"] == "image/jpeg"
    image = Image.open(BytesIO(picture.content)).convert("RGB")
    red, green, blue = image.getpixel((100, 100))  # type: ignore[misc]
    assert red > 200 > green > 100 > blue  # orange, not blue: the channels are in order
    assert visit.get(f"/messages/{number}/parts/0/pages/3").status_code == 404
    assert visit.get(f"/messages/{number}/parts/0/pages/0").status_code == 404


def test_a_photo_is_shown_made_anew(looking: Office) -> None:
    number = letter(looking, a_picture(), "1.jpg", "image/jpeg")
    page = editor(looking).get(f"/messages/{number}/parts/0/preview").text
    assert f'src="/messages/{number}/parts/0/picture?size=large"' in page


@pytest.mark.parametrize(
    ("content", "filename"),
    [(b"MZ\x90\x00 program", "x.exe"), (b"%PDF-1.4 broken", "x.pdf"), (b"PK\x03\x04 broken", "x.docx"), (b"", "x.txt")],
)
def test_what_cannot_be_shown_says_so_and_is_still_to_be_had(looking: Office, content: bytes, filename: str) -> None:
    number = letter(looking, content, filename)
    page = editor(looking).get(f"/messages/{number}/parts/0/preview")
    assert page.status_code == 200
    assert "note-calm" in page.text
    assert f'href="/messages/{number}/parts/0" download' in page.text


def test_a_restricted_letters_files_stay_closed(looking: Office) -> None:
    number = letter(looking, word_file(), "bai.docx", restriction=Restriction.SECRET)
    assert editor(looking).get(f"/messages/{number}/parts/0/preview").status_code == 404
    assert editor(looking).get(f"/messages/{number}/parts/0/pages/1").status_code == 404
    assert looking.enter(RoleName.HEAD).get(f"/messages/{number}/parts/0/preview").status_code == 200


def test_a_file_that_takes_too_long_is_given_up_and_the_next_one_opens(tmp_path: Path) -> None:
    """A quarter of a second of processor time for a file that needs more; the child is ended, the previewer lives."""
    hurried = ChildPreviewer(Limits(document_blocks=1))
    path = tmp_path / "a"
    path.write_bytes(word_file())
    assert hurried.preview(path, "bai.docx").problem == "" or hurried.preview(path, "bai.docx").more
    assert hurried.page(path, 1) is None


def test_without_a_previewer_the_page_says_that_the_file_must_be_downloaded(office: Office) -> None:
    number = letter(office, word_file(), "bai.docx")
    assert "Tải về máy để xem" in editor(office).get(f"/messages/{number}/parts/0/preview").text


def test_a_long_document_is_shown_as_far_as_somebody_reads() -> None:
    text = "\n\n".join(f"Đoạn văn số {number} của bài." for number in range(3_000)).encode()
    shown = preview(text, "dai.txt", Limits())
    assert shown.more
    assert "Đoạn văn số 10 " in shown.html
