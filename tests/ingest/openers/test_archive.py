"""Archives: readable names, nothing outside, nothing endless."""

import shutil
import struct
from io import BytesIO
from pathlib import Path
from unicodedata import normalize
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from tests.ingest.openers.photos import jpeg
from tests.ingest.openers.word_files import checks, docx, opened, paragraph, zipped
from tests.mail.making.rar5 import archive as rar
from tinbai.limits import Limits

NAME = "1. Thôn Đồng Thử - Giao lưu văn nghệ.docx"


def zip_with_raw_names(entries: dict[bytes, bytes]) -> bytes:
    """A zip as Windows makes it: names are bytes of the code page, and no flag says which."""
    file = BytesIO()
    names: list[tuple[bytes, bytes]] = []
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for number, (raw, content) in enumerate(entries.items()):
            placeholder = f"{number:0{len(raw)}d}"
            names.append((placeholder.encode(), raw))
            archive.writestr(ZipInfo(placeholder), content)
    packed = file.getvalue()
    for placeholder_bytes, raw in names:
        packed = packed.replace(placeholder_bytes, raw)
    return packed


def cp1258(text: str) -> bytes:
    """Windows-1258 has whole letters for the vowels, and marks of their own for the tones."""
    tones = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
    encoded = b""
    for letter in text:
        decomposed = normalize("NFD", letter)
        found = [mark for mark in decomposed if mark in tones]
        base = normalize("NFC", "".join(mark for mark in decomposed if mark not in tones))
        encoded += base.encode("cp1258") + "".join(found).encode("cp1258")
    return encoded


@pytest.mark.parametrize("encode", [lambda name: name.encode(), cp1258, lambda name: normalize("NFD", name).encode()])
def test_names_without_the_utf8_flag_are_made_readable(encode: object) -> None:
    assert callable(encode)
    result = opened(zip_with_raw_names({encode(NAME): b"x"}), filename="tin.zip")
    assert [part.filename for part in result.parts] == [NAME]


def test_the_unicode_name_that_info_zip_adds_is_used() -> None:
    info = ZipInfo("Thon.docx")
    name = "Thôn.docx".encode()
    info.extra = struct.pack("<HHBI", 0x7075, 5 + len(name), 1, 0) + name
    info.filename = info.orig_filename = "Th\u00f4n?.docx"
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr(info, b"x")
    assert opened(file.getvalue()).parts[0].filename.startswith("Thôn")


def test_the_letters_of_three_hamlets_come_out_and_litter_does_not() -> None:
    """Case 5 of the acceptance letters."""
    word = docx(paragraph("Tin"))
    entries = {NAME: word, "anh/Thon Dong Thu (1).jpg": jpeg(), "anh/Thumbs.db": b"x", "~$Thon.docx": b"x"}
    entries |= {
        "__MACOSX/._a": b"x",
        "../../etc/x.docx": word,
        "/abs.txt": b"x",
        "C:\\x.txt": b"x",
        "a\\..\\b.txt": b"x",
    }
    result = opened(zipped(entries), filename="Tin bai tuan 40.zip")
    assert [(part.filename, part.inside) for part in result.parts] == [
        (NAME, "Tin bai tuan 40.zip"),
        ("Thon Dong Thu (1).jpg", "Tin bai tuan 40.zip"),
    ]
    assert result.parts[1].media_type == "image/jpeg"
    assert checks(result) == {"path_traversal", "files_ignored"}
    traversal = next(finding for finding in result.findings if finding.check == "path_traversal")
    assert "../../etc/x.docx" in traversal.message


def test_two_files_of_one_name_are_told_apart_by_their_folders() -> None:
    result = opened(zipped({"thon1/tin.txt": b"a", "thon2/tin.txt": b"b"}))
    assert [part.filename for part in result.parts] == ["tin.txt", "thon2 - tin.txt"]


def test_a_bomb_is_refused() -> None:
    assert checks(opened(zipped({"a.txt": bytes(60_000_000)}))) == {"archive_bomb"}
    many = zipped({f"{n}.txt": b"" for n in range(30)})
    assert checks(opened(many, limits=Limits(archive_entries=20))) == {"archive_bomb"}


def test_more_files_than_the_limit_are_counted() -> None:
    result = opened(zipped({f"{n}.txt": b"x" for n in range(9)}), limits=Limits(parts=4))
    assert len(result.parts) == 4
    assert "5 tệp" in next(f.message for f in result.findings if f.check == "archive_cut")


def test_protected_files_are_told_and_the_others_read() -> None:
    packed = bytearray(zipped({"mat.txt": b"secret", "thuong.txt": b"open"}))
    packed[6] |= 1  # the local header's flag "encrypted", and the same in the central directory
    packed[packed.index(b"PK\x01\x02") + 8] |= 1
    result = opened(bytes(packed), filename="ho so.zip")
    assert [part.filename for part in result.parts] == ["thuong.txt"]
    assert checks(result) == {"attachment_protected"}


def test_symbolic_links_are_left_out() -> None:
    link = ZipInfo("link.txt")
    link.create_system = 3
    link.external_attr = 0o120777 << 16
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    assert opened(file.getvalue()).parts == []


@pytest.mark.parametrize(("head", "extension"), [(b"Rar!\x1a\x07\x01\x00", ".rar"), (b"7z\xbc\xaf\x27\x1c", ".7z")])
def test_an_archive_that_cannot_be_unpacked_is_told(head: bytes, extension: str) -> None:
    result = opened(head + bytes(100), filename=f"anh{extension}")
    assert checks(result) == {"archive_not_opened"}
    assert result.findings[0].message.startswith(f"Chưa giải nén được tệp {extension} “anh{extension}”")


def test_without_an_unpacker_the_editor_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    result = opened(b"Rar!\x1a\x07\x01\x00" + bytes(100), filename="anh.rar")
    assert "nén lại dạng .zip" in result.findings[0].message


@pytest.mark.skipif(shutil.which("unar") is None, reason="needs unar")
def test_the_photos_of_a_rar_come_out() -> None:
    """Case 4 of the acceptance letters."""
    photos = {"Ảnh một.jpg": jpeg(seed=1), "a2.jpg": jpeg(seed=2)}
    result = opened(rar(list(photos.items())), filename="Anh nuoc sach.rar")
    assert {part.filename: part.content for part in result.parts} == photos
    assert {part.inside for part in result.parts} == {"Anh nuoc sach.rar"}
    assert result.findings == []


@pytest.mark.skipif(shutil.which("unar") is None, reason="needs unar")
def test_a_rar_whose_names_lead_outside_writes_nothing_there(tmp_path: Path) -> None:
    goal = tmp_path / "x.txt"
    opened(rar([(f"../../../../../../../../{goal}", b"x"), ("a.txt", b"y")]))
    assert not goal.exists()


@pytest.mark.skipif(shutil.which("unar") is None, reason="needs unar")
def test_a_rar_beyond_the_limit_is_refused() -> None:
    limits = Limits(archive_bytes=1_000)
    assert checks(opened(rar([("a.txt", bytes(2_000))]), limits=limits)) == {"archive_bomb"}


@pytest.mark.skipif(shutil.which("unar") is None, reason="needs unar")
def test_a_rar_with_a_password_is_told_and_gives_no_empty_file() -> None:
    """Case 14a of the acceptance letters."""
    result = opened(rar([("ho so.txt", b"x" * 64)], password="anmau2026"), filename="hoso.rar")
    assert result.parts == []
    assert [finding.check for finding in result.findings] == ["attachment_protected"]
    assert result.findings[0].message.startswith("Tệp nén “hoso.rar” có mật khẩu")
