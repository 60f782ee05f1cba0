"""Photos and files: what goes public, under which name, and how it comes to lie in the folder."""

import os
import stat
from datetime import UTC, datetime
from io import BytesIO

import pytest
from PIL import Image
from sqlalchemy.engine import make_url

from publish import media
from publish.file_names import OURS, attachment_file, photo_file
from publish.kinds import public_fields
from publish.media_owner import MARKER, mark, marked_by, owner_of
from publish.points import Point, unheard
from tests.publish.setting import a_photo
from tinbai.kind import Kind
from tinbai.pictures import PictureError
from tinbai.plain_picture import is_plain
from tinbai.public_copy import public_copy

OCTOBER = datetime(2026, 10, 31, 20, 0, tzinfo=UTC)  # 03:00 on the first of November in Việt Nam


def saved(form, mode="RGB", size=(40, 30), **options):
    file = BytesIO()
    Image.new(mode, size, 7).save(file, form, **options)
    return file.getvalue()


def with_exif():
    exif = Image.Exif()
    exif[0x010E] = "chụp tại nhà riêng"
    return saved("JPEG", exif=exif)


def test_a_plain_photo_within_the_size_goes_out_byte_for_byte():
    assert public_copy(a_photo(1), 1600).content == a_photo(1)


def test_a_larger_photo_is_made_smaller_and_always_the_same():
    first, second = (public_copy(a_photo(1, (900, 600)), 300) for _ in range(2))
    assert (first.width, first.height) == (300, 200)
    assert first == second


def test_a_progressive_photo_and_one_with_restart_markers_are_plain():
    assert is_plain(saved("JPEG", progressive=True))
    assert is_plain(saved("JPEG", restart_marker_rows=1))


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(with_exif(), id="EXIF"),
        pytest.param(saved("JPEG", comment=b"<?php"), id="a comment"),
        pytest.param(a_photo(1) + b"<script>alert(1)</script>", id="something behind the end"),
        pytest.param(a_photo(1)[:-2], id="no end"),
        pytest.param(a_photo(1)[:300], id="cut off"),
        pytest.param(saved("PNG") + b"PK\x03\x04", id="a PNG with an archive behind it"),
        pytest.param(saved("PNG")[:-20], id="a PNG cut off"),
        pytest.param(saved("GIF", "P"), id="GIF"),
        pytest.param(b"", id="nothing"),
        pytest.param(b"\xff\xd8", id="a beginning"),
        pytest.param(b"\xff\xd8" + bytes(100), id="zeros"),
    ],
)
def test_what_holds_more_or_less_than_a_picture_is_not_plain(content):
    assert not is_plain(content)


@pytest.mark.parametrize(
    "original", [with_exif(), saved("JPEG", comment=b"<?php system(1) ?>"), a_photo(3) + b"<?php system(1) ?>"]
)
def test_what_was_hidden_in_a_photo_is_not_in_its_public_copy(original):
    copy = public_copy(original, 1600).content
    assert "nhà riêng".encode() not in copy
    assert b"<?php" not in copy
    assert is_plain(copy)


def test_a_plain_png_goes_out_as_it_is_and_keeps_its_ending():
    copy = public_copy(saved("PNG", "RGBA"), 1600)
    assert (copy.content, copy.ending) == (saved("PNG", "RGBA"), ".png")


def test_what_is_no_picture_is_refused():
    with pytest.raises(PictureError):
        public_copy(b"<svg onload=alert(1)>", 1600)


def test_names_are_ascii_and_tell_nothing_of_the_contributors_name_for_a_photo():
    assert photo_file("AM-2026-0123", OCTOBER, "ab" * 32, ".jpg") == f"2026/11/am-2026-0123-{'ab' * 8}.jpg"


def test_an_attachment_keeps_what_its_name_says():
    name = attachment_file("AM-2026-0123", OCTOBER, "cd" * 32, "Kế hoạch số 45-KH-UBND đợt 2.signed.PDF")
    assert name == f"2026/11/am-2026-0123-ke-hoach-so-45-kh-ubnd-dot-2-signed-{'cd' * 8}.pdf"


@pytest.mark.parametrize("name", ["../../etc/x.pdf", "..\\..\\x.pdf", "/etc/x.pdf", "a" * 5000 + ".pdf", ".pdf.pdf"])
def test_no_name_leads_out_of_the_folder(name):
    file = attachment_file("AM-2026-0123", OCTOBER, "cd" * 32, name)
    assert OURS.fullmatch(file.removeprefix("2026/11/"))


def test_only_the_fields_that_readers_may_see_go_out():
    fields = {"number": "45/KH-UBND", "telephone": "0900000010", "issued": "07/10/2026"}
    assert public_fields(Kind.DOCUMENT, fields) == {"number": "45/KH-UBND", "issued": "07/10/2026"}
    assert public_fields(Kind.QUESTION, fields) == {}


def test_a_file_that_is_half_written_has_no_name_of_its_own(tmp_path):
    seen: list[str] = []

    def look(point):
        if point is Point.FILE_HALF_WRITTEN:
            seen.extend(path.name for path in (tmp_path / "2026" / "10").iterdir())

    media.write_files(tmp_path, {"2026/10/a.jpg": b"photo"}, look)
    assert [name.startswith(".tinbai-") for name in seen] == [True]
    assert [path.name for path in (tmp_path / "2026" / "10").iterdir()] == ["a.jpg"]


def test_readers_may_read_what_was_written(tmp_path):
    media.write_files(tmp_path, {"2026/10/a.jpg": b"photo"}, unheard)
    assert stat.S_IMODE((tmp_path / "2026" / "10" / "a.jpg").stat().st_mode) == 0o644


def test_a_file_that_is_there_is_only_dated_anew_and_a_broken_one_is_written_again(tmp_path):
    whole, broken = tmp_path / "2026/10/a.jpg", tmp_path / "2026/10/b.jpg"
    media.write_files(tmp_path, {"2026/10/a.jpg": b"a", "2026/10/b.jpg": b"b"}, unheard)
    os.utime(whole, (0, 0))
    inode = whole.stat().st_ino
    broken.write_bytes(b"")
    media.write_files(tmp_path, {"2026/10/a.jpg": b"a", "2026/10/b.jpg": b"b"}, unheard)
    assert whole.stat().st_ino == inode
    assert whole.stat().st_mtime > 0
    assert broken.read_bytes() == b"b"


def test_an_error_leaves_no_temporary_file(tmp_path):
    def fail(point):
        raise OSError(point)

    with pytest.raises(OSError, match="file_half_written"):
        media.write_files(tmp_path, {"2026/10/a.jpg": b"a"}, fail)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("file", ["../a.jpg", "/etc/passwd", "2026/../../a", ""])
def test_a_row_that_somebody_changed_leads_to_no_file_outside(tmp_path, file):
    with pytest.raises(ValueError, match="media folder"):
        media.remove(tmp_path, [file])


def test_sweeping_takes_what_a_dead_publisher_left_and_nothing_else(tmp_path):
    folder = tmp_path / "2026" / "10"
    folder.mkdir(parents=True)
    names = [".tinbai-x1", f"am-2026-0001-{'a' * 16}.jpg", f"am-2026-0002-{'b' * 16}.jpg", "logo.png"]
    for name in names:
        (folder / name).write_bytes(b"x")
    kept = {f"2026/10/{names[1]}"}
    assert media.sweep(tmp_path, kept, datetime(2020, 1, 1, tzinfo=UTC)) == []
    swept = media.sweep(tmp_path, kept, datetime(2100, 1, 1, tzinfo=UTC))
    assert swept == [f"2026/10/{names[0]}", f"2026/10/{names[2]}"]
    assert sorted(path.name for path in folder.iterdir()) == sorted([names[1], names[3]])


@pytest.fixture
def strict_umask():
    before = os.umask(0o077)
    yield
    os.umask(before)


def mode_of(path):
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.usefixtures("strict_umask")
def test_the_web_server_may_go_through_every_folder_however_strict_the_umask(tmp_path):
    root = tmp_path / "portal" / "media"
    media.write_files(root, {"2026/10/a.jpg": b"a"}, unheard)
    made = [root.parent, root, root / "2026", root / "2026" / "10"]
    assert [oct(mode_of(folder)) for folder in made] == ["0o755"] * 4
    assert mode_of(root / "2026" / "10" / "a.jpg") == 0o644


def test_a_folder_that_a_dead_publisher_left_closed_is_opened_and_one_that_the_office_made_is_left_alone(tmp_path):
    tmp_path.chmod(0o700)
    (tmp_path / "2026").mkdir(mode=0o750)
    (tmp_path / "2026" / "10").mkdir(mode=0o700)
    media.write_files(tmp_path, {"2026/10/a.jpg": b"a"}, unheard)
    assert [mode_of(folder) for folder in (tmp_path, tmp_path / "2026", tmp_path / "2026/10")] == [0o700, 0o750, 0o755]


def test_a_folders_owner_is_its_database_and_not_who_logs_in_there():
    one = owner_of(make_url("postgresql+psycopg://tinbai:secret@db.example/portal"))
    assert owner_of(make_url("postgresql://other:changed@db.example/portal")) == one
    assert owner_of(make_url("postgresql://tinbai:secret@db.example/portal2")) != one
    assert owner_of(make_url("mysql://u@h/d")) == owner_of(make_url("mariadb+pymysql://u@h/d?charset=utf8mb4"))


@pytest.mark.usefixtures("strict_umask")
def test_whoever_marks_a_folder_first_keeps_it(tmp_path):
    root = tmp_path / "media"
    assert marked_by(root) is None
    assert mark(root, "a" * 64) == "a" * 64
    assert mark(root, "b" * 64) == "a" * 64
    assert marked_by(root) == "a" * 64
    assert [mode_of(path) for path in (root, root / MARKER)] == [0o755, 0o644]
    assert [path.name for path in root.iterdir()] == [MARKER]
