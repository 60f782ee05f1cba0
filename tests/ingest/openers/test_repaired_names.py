"""Names of files inside archives, parcels and letters within: what they were is told, as in the letter itself."""

from email.message import EmailMessage
from io import BytesIO
from zipfile import ZipFile

import pytest

from ingest.letter import Letter, Part
from ingest.nested import open_nested
from ingest.openers import archive
from ingest.openers.names import MOST_TOLD
from ingest.opening import open_parts
from ingest.repaired_headers import with_repaired_headers
from ingest.source import Opened
from tests.ingest.openers.test_archive import zip_with_raw_names
from tests.ingest.openers.tnef_file import tnef
from tests.ingest.openers.word_files import opened
from tests.mail.making.rar5 import archive as rar
from tinbai.limits import Limits

VNI = "Nöôùc saïch veà vôùi ngöôøi daân aáp Hoøa Bình"
UNICODE = "Nước sạch về với người dân ấp Hòa Bình"
TOLD = f"Đã chuyển mã từ VNI: tên tệp “{UNICODE}.txt” (trong thư gốc: “{VNI}.txt”) – đề nghị soát lại"


def zip_of(*names: str) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as packed:
        for name in names:
            packed.writestr(name, b"x")
    return file.getvalue()


def letter_with(name: str) -> bytes:
    letter = EmailMessage()
    letter["Subject"] = "Gửi kèm"
    letter.set_content("Kính gửi Ban biên tập.")
    letter.add_attachment(b"x", maintype="text", subtype="plain", filename=name)
    return letter.as_bytes()


@pytest.mark.parametrize(
    ("content", "filename"),
    [
        (zip_of(f"Anh/{VNI}.txt"), "tin.zip"),
        (zip_with_raw_names({f"{VNI}.txt".encode("cp1252"): b"x"}), "tin.zip"),
        (rar([(f"{VNI}.txt", b"x")]), "tin.rar"),
        (tnef({f"{VNI}.txt".encode("cp1252"): b"text " * 50}), "winmail.dat"),
    ],
    ids=["zip", "zip without the flag", "rar", "winmail.dat"],
)
def test_a_name_inside_is_repaired_and_told_with_its_original(content: bytes, filename: str) -> None:
    result = opened(content, filename=filename)
    assert [part.filename for part in result.parts] == [f"{UNICODE}.txt"]
    assert [finding.message for finding in result.findings if finding.check == "encoding_converted"] == [TOLD]


def test_a_name_in_a_letter_inside_is_told_too() -> None:
    part = Part(filename="thu.eml", media_type="message/rfc822", content=letter_with(f"{VNI}.txt"))
    result = open_nested(part, Limits())
    assert [inner.filename for inner in result.parts] == [f"{UNICODE}.txt"]
    assert [finding.message for finding in result.findings] == [TOLD]


def test_what_the_letter_itself_told_is_not_told_again() -> None:
    nested = Part(filename="thu.eml", media_type="message/rfc822", content=letter_with(f"{VNI}.txt"))
    inner = Part(filename=f"{VNI}.txt", media_type="text/plain", content=b"x", inside="thu.eml")
    letter = Letter(message_id=None, date=None, subject=None, sender=None, parts=(nested, inner))
    letter = with_repaired_headers(letter)
    gathered = open_parts(letter, Limits())
    told = [each.message for each in (*letter.findings, *gathered.findings) if each.check == "encoding_converted"]
    assert told == [TOLD]


def test_what_came_out_of_a_renamed_letter_says_so_by_its_new_name() -> None:
    nested = Part(filename=f"{VNI}.eml", media_type="message/rfc822", content=b"x")
    inner = Part(filename="a.txt", media_type="text/plain", content=b"x", inside=f"{VNI}.eml")
    letter = Letter(message_id=None, date=None, subject=None, sender=None, parts=(nested, inner))
    assert [part.inside for part in with_repaired_headers(letter).parts] == [None, f"{UNICODE}.eml"]


@pytest.mark.parametrize("name", ["Thôn Đồng Thử.txt", "Café à la crème.txt", "IMG_2026.txt", "Nguyễn (bản 2).txt"])
def test_a_name_that_needs_no_repair_is_not_spoken_of(name: str) -> None:
    result = opened(zip_of(name), filename="tin.zip")
    assert ([part.filename for part in result.parts], list(result.findings)) == ([name], [])


def test_only_so_many_are_told() -> None:
    result = opened(zip_of(*(f"{VNI} {number}.txt" for number in range(MOST_TOLD + 5))), filename="tin.zip")
    assert (len(result.parts), len(result.findings)) == (MOST_TOLD + 5, MOST_TOLD)


def test_without_the_guard_it_would_be_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "told_name", lambda *_: None)
    result: Opened = opened(zip_of(f"{VNI}.txt"), filename="tin.zip")
    assert list(result.findings) == []
