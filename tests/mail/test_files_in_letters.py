"""Archives, pictures and the signed plan: readable by other people's tools, and as nasty as their cases want."""

import shutil
import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pillow_heif
import pypdfium2
import pytest
from PIL import Image
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from tests.mail.cases.case14a import PASSWORD
from tests.mail.reading import files_of, parsed

GPS = 0x8825
UTF8_FLAG = 0x800

needs_unar = pytest.mark.skipif(shutil.which("unar") is None, reason="apt-get install unar")


@pytest.fixture
def plan() -> bytes:
    return files_of(parsed("08"))["45-KH-UBND.signed.pdf"]


def unar(folder: Path, archive: bytes, *options: str) -> subprocess.CompletedProcess[bytes]:
    path = folder / "a.rar"
    path.write_bytes(archive)
    command = ["unar", "-f", "-q", "-D", "-o", str(folder), *options, str(path)]
    return subprocess.run(command, capture_output=True, timeout=60, check=False)


@needs_unar
def test_unar_takes_both_photos_out_of_the_rar(tmp_path: Path) -> None:
    assert unar(tmp_path, files_of(parsed("04"))["Anh nuoc sach.rar"]).returncode == 0
    photos = [BytesIO((tmp_path / name).read_bytes()) for name in ("a1.jpg", "a2.jpg")]
    assert [Image.open(photo).size for photo in photos] == [(800, 533)] * 2


@needs_unar
@pytest.mark.parametrize(("password", "opens"), [(PASSWORD, True), ("khac", False)])
def test_the_locked_rar_opens_with_the_password_of_the_letter_only(
    tmp_path: Path, password: str, *, opens: bool
) -> None:
    locked = files_of(parsed("14a"))["hoso.rar"]
    assert (unar(tmp_path, locked, "-p", password).returncode == 0) is opens


def test_the_zip_has_names_of_a_vietnamese_windows_and_one_that_climbs_out() -> None:
    with ZipFile(BytesIO(files_of(parsed("05"))["Tin bai tuan 40.zip"])) as archive:
        assert archive.testzip() is None
        entries = archive.infolist()
    assert not any(entry.flag_bits & UTF8_FLAG for entry in entries)
    names = [entry.filename.encode("cp437").decode("cp1258") for entry in entries]
    assert names[2] == "3. Thôn C\u00e2\u0300u Gia\u0309.docx"
    assert {"anh/Thumbs.db", "~$Thon Cau Gia.docx", "../../etc/x.docx"} < set(names)
    assert len([name for name in names if name.endswith(".jpg")]) == 5


def test_the_document_with_macros_says_so() -> None:
    with ZipFile(BytesIO(files_of(parsed("14a"))["bai.docm"])) as archive:
        assert "word/vbaProject.bin" in archive.namelist()
        assert b"macroEnabled" in archive.read("[Content_Types].xml")


def test_the_phone_photo_knows_where_it_was_taken() -> None:
    photo = pillow_heif.open_heif(BytesIO(files_of(parsed("06"))["IMG_2034.HEIC"])).to_pillow()
    assert photo.size == (1600, 1200)
    assert photo.getexif().get_ifd(GPS)[1] == "N"


def test_the_zalo_photos_are_one_picture_in_two_files() -> None:
    files = files_of(parsed("06"))
    first, second = (files[f"z600000000000{n}_0a1b2c3d.jpg"] for n in (1, 2))
    assert first != second
    assert looks(first) == looks(second)


def test_the_photos_of_one_letter_look_unlike() -> None:
    with ZipFile(BytesIO(files_of(parsed("05"))["Tin bai tuan 40.zip"])) as archive:
        seen = [looks(archive.read(name)) for name in archive.namelist() if name.endswith(".jpg")]
    distances = [(a ^ b).bit_count() for number, a in enumerate(seen) for b in seen[number + 1 :]]
    assert min(distances) > 12


def test_the_big_photo_has_twelve_megapixels() -> None:
    assert Image.open(BytesIO(files_of(parsed("03"))["DSC0012.JPG"])).size == (4000, 3000)


def test_the_plan_has_three_pages_and_no_text(plan: bytes) -> None:
    pdf = pypdfium2.PdfDocument(plan)
    assert ["".join(page.get_textpage().get_text_range().split()) for page in pages(pdf)] == [""] * 3
    pdf.close()


def test_the_plan_is_signed_by_the_chairwoman_whom_nobody_vouches_for(plan: bytes) -> None:
    (signature,) = PdfFileReader(BytesIO(plan)).embedded_signatures
    status = validate_pdf_signature(signature, ValidationContext(trust_roots=[], allow_fetching=False))
    assert status.intact
    assert status.valid
    assert not status.trusted
    assert signature.signer_cert.subject.native["common_name"] == "Lê Thị Thử"


def pages(pdf: pypdfium2.PdfDocument) -> Iterator[pypdfium2.PdfPage]:
    return (pdf[number] for number in range(len(pdf)))


def looks(photo: bytes) -> int:
    """A difference hash: alike for the same picture at another quality."""
    small = Image.open(BytesIO(photo)).convert("L").resize((9, 8)).tobytes()
    steps = [small[row * 9 + x] > small[row * 9 + x + 1] for row in range(8) for x in range(8)]
    return sum(step << place for place, step in enumerate(steps))
