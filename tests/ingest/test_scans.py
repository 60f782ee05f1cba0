"""Scanned and photographed pages are read by machine, as a proposal that says so."""

import random
from collections import Counter
from collections.abc import Sequence
from email.message import EmailMessage
from io import BytesIO

import pypdfium2
import pytest
from PIL import Image, ImageFilter

from ingest import scans
from ingest.read import read
from ingest.reading import Reading
from tests.ingest.letters_here import raw_letter
from tests.ingest.openers.photos import jpeg
from tests.ingest.openers.word_files import docx, paragraph
from tests.mail.making.scan import handwriting, scanned_pdf
from tinbai.kind import Kind
from tinbai.limits import Limits
from tinbai.wish import Wish

TITLE = "Hội Nông dân xã An Mẫu ra quân làm đường giao thông"
TEXT = (
    (
        "Sáng ngày 18/9/2026, được sự quan tâm của Đảng ủy, UBND xã, hơn 120 hội viên nông dân thôn Đồng Thử đã ra "
        "quân đắp 350 m đường giao thông nông thôn. Người dân trong thôn tự nguyện hiến 400 m2 đất và đóng góp 85 ngày "
        "công."
    ),
    (
        "Phát biểu tại buổi lễ, bà Lê Thị Thử đề nghị các chi hội tiếp tục vận động hội viên giữ gìn vệ sinh chung, "
        "trồng cây hai bên đường và sửa chữa các đoạn mương thoát nước bị hỏng sau mùa mưa bão vừa qua."
    ),
)
SCAN = scanned_pdf((), [[f"# {TITLE}", *TEXT]])


def letter(text: str, *files: tuple[str, bytes], wish: Wish | None = None) -> Reading:
    """The reading of a letter with these files."""
    message = EmailMessage()
    message["From"], message["Subject"] = "Thôn Đồng Thử <dongthu@songmau.example>", "Gửi tin"
    message.set_content(text)
    for name, content in files:
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return read(message.as_bytes(), site=None, limits=Limits(), wish=wish)


def photographed() -> bytes:
    """A phone's photo of the page: grey paper, uneven light, a little out of focus."""
    page = pypdfium2.PdfDocument(SCAN)[0].render(scale=2.2).to_pil().convert("L")
    half = page.crop((0, 0, page.width, page.height // 2))
    light = Image.linear_gradient("L").resize(half.size).point(lambda shade: 150 + shade // 4)
    lit = Image.composite(light, light.point(lambda shade: shade // 5), half.point(lambda shade: 255 * (shade > 128)))
    file = BytesIO()
    lit.filter(ImageFilter.GaussianBlur(0.7)).convert("RGB").save(file, "JPEG", quality=85)
    return file.getvalue()


def words_found(reading: Reading) -> float:
    """The share of the words of the page that stand in the article."""
    (article,) = reading.articles
    wanted = Counter(f"{TITLE} {' '.join(TEXT)}".split())
    found = Counter(f"{article.title} {article.summary or ''} {article.body_text}".split())
    return (wanted & found).total() / wanted.total()


def checks(reading: Reading) -> set[str]:
    return {finding.check for finding in reading.findings}


@pytest.mark.parametrize(("name", "least"), [("tin.pdf", 0.95), ("IMG_0412.jpg", 0.9)])
def test_a_page_is_read_and_the_editor_told_that_a_machine_did_it(name: str, least: float) -> None:
    content = SCAN if name.endswith(".pdf") else photographed()
    reading = letter("Kính gửi Ban biên tập. Trân trọng!", (name, content))
    assert words_found(reading) >= least
    (finding,) = (finding for finding in reading.findings if finding.check == "read_by_machine")
    assert name in finding.message
    assert "đối chiếu" in finding.message
    assert "scan_partly_read" not in checks(reading)
    (article,) = reading.articles
    kept = [file.filename for file in article.attachments] + [photo.filename for photo in article.photos]
    assert kept == [name]  # the scan itself stays with the article


def test_pages_that_were_not_read_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scans, "_MOST_PAGES", 1)
    reading = letter("Gửi tin.", ("tin.pdf", scanned_pdf((), [[f"# {TITLE}", *TEXT], ["Trang hai."]])))
    (finding,) = (finding for finding in reading.findings if finding.check == "scan_partly_read")
    assert "1 trang đầu" in finding.message


def test_a_letter_that_brings_typed_text_is_not_kept_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scans, "read_pages", _never)
    body = "".join(paragraph(text) for text in (TITLE, *TEXT))
    for reading in (
        letter("Gửi tin.", ("tin.docx", docx(body)), ("tin.pdf", SCAN)),
        letter(f"{TITLE}\n\n" + "\n\n".join(TEXT * 2), ("tin.pdf", SCAN)),
        letter("Gửi ảnh.", ("phong canh.jpg", jpeg(800, 600)), ("toi.jpg", _plain(20)), ("trang.jpg", _plain(250))),
    ):
        assert "read_by_machine" not in checks(reading)


def _never(*_given: object, **_named: object) -> Sequence[str]:
    raise AssertionError("a machine was asked to read")


def _plain(shade: int) -> bytes:
    file = BytesIO()
    Image.new("L", (600, 400), shade).save(file, "JPEG")
    return file.getvalue()


def test_what_makes_no_sense_is_no_proposal() -> None:
    file = BytesIO()
    handwriting(3).save(file, "PDF")
    reading = letter("Gửi tin.", ("viet tay.pdf", file.getvalue().replace(b"65536 f", b"65535 f", 1)))
    assert "read_by_machine" not in checks(reading)
    assert "no_text_layer" in checks(reading)


def test_without_tesseract_the_editor_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    reading = letter("Gửi tin.", ("tin.pdf", SCAN))
    assert {"machine_reading_missing", "no_text_layer"} <= checks(reading)
    message = next(finding.message for finding in reading.findings if finding.check == "machine_reading_missing")
    assert "tesseract-ocr-vie" in message


def test_reading_by_machine_ends_when_its_time_is_over() -> None:
    noise = random.Random(1).randbytes(1654 * 2339)
    file = BytesIO()
    pages = [Image.frombytes("L", (1654, 2339), noise)] * 4
    pages[0].save(file, "PDF", resolution=200, save_all=True, append_images=pages[1:])
    message = EmailMessage()
    message["From"] = "a@songmau.example"
    message.set_content("Gửi tin.")
    message.add_attachment(file.getvalue(), maintype="application", subtype="pdf", filename="nhieu.pdf")
    reading = read(message.as_bytes(), site=None, limits=Limits(converter_seconds=3))
    assert "read_by_machine" not in checks(reading)


def test_a_broken_pdf_and_a_broken_photo_harm_nothing() -> None:
    reading = letter("Gửi tin.", ("a.pdf", SCAN[:2_000]), ("b.jpg", b"\xff\xd8\xff" + bytes(300)))
    assert "read_by_machine" not in checks(reading)


def test_beside_a_typed_text_a_scan_is_offered_and_read_when_somebody_wants_it(monkeypatch: pytest.MonkeyPatch) -> None:
    typed = docx("".join(paragraph(line) for line in ("HỘI NÔNG DÂN RA QUÂN", TEXT[1], TEXT[1])))
    files = (("tin.docx", typed), ("tin.pdf", SCAN))
    with monkeypatch.context() as nothing_is_read:
        nothing_is_read.setattr(scans, "read_pages", _never)
        reading = letter("Kính gửi Ban biên tập. Trân trọng!", *files)
    (article,) = reading.articles
    assert article.from_part == "tin.docx"
    (chosen,) = (each for each in article.chosen if each.field == "source")
    assert ("tin.pdf", "tệp tin.pdf: để máy đọc bản quét, có thể sai chữ") in [
        (each.value, each.label) for each in chosen.others
    ]
    wished = letter("Kính gửi Ban biên tập. Trân trọng!", *files, wish=Wish(source="tin.pdf"))
    assert wished.articles[0].from_part == "tin.pdf"
    assert words_found(wished) >= 0.95
    assert "read_by_machine" in checks(wished)


def test_a_wanted_scan_that_cannot_be_read_gives_nothing_instead_of_something_else() -> None:
    typed = docx("".join(paragraph(line) for line in ("HỘI NÔNG DÂN RA QUÂN", TEXT[1], TEXT[1])))
    files = (("tin.docx", typed), ("tin.pdf", scanned_pdf((), [[]])))
    assert letter("Kính gửi Ban biên tập.", *files, wish=Wish(source="tin.pdf")).articles == []


def test_the_scan_of_an_official_document_becomes_its_text_when_somebody_wants_it() -> None:
    raw = raw_letter("08")
    (plain,) = read(raw, site=None, limits=Limits()).articles
    (wished,) = read(raw, site=None, limits=Limits(), wish=Wish(source="45-KH-UBND.signed.pdf")).articles
    assert (plain.kind, wished.kind) == (Kind.DOCUMENT, Kind.DOCUMENT)
    assert "lở mồm long móng" not in plain.body_text
    assert "lở mồm long móng" in wished.body_text
    assert [each.filename for each in wished.attachments] == ["45-KH-UBND.signed.pdf"]
