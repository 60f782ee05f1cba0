"""Which pictures of a letter are one photo, and that pixels are looked at only where it could be."""

from io import BytesIO

import pytest
from PIL import Image

from ingest.anatomy import photos
from ingest.anatomy.photos import find_photos
from ingest.letter import Part
from tests.ingest.openers.photos import jpeg
from tinbai.pictures import Pattern, pattern, web_copy


def part(name: str, content: bytes, inside: str | None = None) -> Part:
    return Part(filename=name, media_type="image/jpeg", content=content, inline=False, content_id=None, inside=inside)


def taken(second: int) -> Image.Exif:
    exif = Image.Exif()
    exif[0x010F] = "NIKON"
    exif.get_ifd(0x8769)[0x9003] = f"2026:10:10 15:20:{second}"
    return exif


def noted_looks(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The pictures whose pixels are looked at from now on."""
    looked: list[bytes] = []

    def noting(content: bytes) -> Pattern:
        looked.append(content)
        return pattern(content)

    monkeypatch.setattr(photos, "pattern", noting)
    return looked


def test_a_smaller_copy_and_its_photo_are_one_and_the_larger_file_is_it() -> None:
    whole = jpeg(1200, 800)
    copy = web_copy(whole, longest=400)
    found = find_photos([part("image1.jpeg", copy), part("IMG_1.JPG", whole)])
    (photo,) = found.photos
    assert photo.part.filename == "IMG_1.JPG"
    assert len(photo.hashes) == 2
    assert [finding.check for finding in found.findings] == ["photo_doubled"]


def test_photos_of_different_moments_are_two_without_a_look_at_their_pixels(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(photos, "pattern", None)
    both = [part("1.jpg", jpeg(exif=taken(10))), part("2.jpg", jpeg(exif=taken(11)))]
    assert len(find_photos(both).photos) == 2


def test_photos_of_one_moment_are_compared() -> None:
    both = [part("1.jpg", jpeg(exif=taken(10))), part("2.jpg", jpeg(1, 1, seed=1))]
    same = [part("1.jpg", jpeg(640, 400, exif=taken(10))), part("2.jpg", jpeg(1280, 800, exif=taken(10)))]
    assert len(find_photos(same).photos) == 1
    assert len(find_photos(both).photos) == 1  # the other is too small to be a photo


def test_pictures_of_different_shapes_are_not_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    looked = noted_looks(monkeypatch)
    shapes = [jpeg(600, 400), jpeg(400, 600), jpeg(500, 500)]
    assert len(find_photos([part(f"{number}.jpg", content) for number, content in enumerate(shapes)]).photos) == 3
    assert looked == []


def test_each_picture_is_decoded_once_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    looked = noted_looks(monkeypatch)
    many = [part(f"{seed}.jpg", jpeg(seed=seed)) for seed in range(5)]
    assert len(find_photos(many).photos) == 5
    assert len(looked) == 5


def test_photos_of_one_document_are_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(photos, "pattern", None)
    many = [part(f"image{seed}.jpeg", jpeg(640, 400, seed=seed), "Bai viet.DOCX") for seed in range(3)]
    assert len(find_photos([*many, part("image4.jpeg", many[0].content, "Bai viet.DOCX")]).photos) == 3


@pytest.mark.parametrize("other", [None, "anh.zip", "Bai 2.docx"])
def test_a_copy_outside_of_the_document_is_found(other: str | None) -> None:
    whole = jpeg(1200, 800)
    found = find_photos([part("image1.jpeg", web_copy(whole, longest=400), "Bai.docx"), part("1.jpg", whole, other)])
    assert len(found.photos) == 1


def test_copies_in_one_archive_are_found() -> None:
    whole = jpeg(1200, 800)
    copy = part("nho.jpg", web_copy(whole, longest=400), "anh.zip")
    assert len(find_photos([copy, part("to.jpg", whole, "anh.zip")]).photos) == 1


def test_two_plain_surfaces_of_one_shape_are_two_photos() -> None:
    def plain(grey: int) -> bytes:
        return web_copy(_png(grey), longest=400)

    assert len(find_photos([part("1.jpg", plain(200)), part("2.jpg", plain(90))]).photos) == 2


def _png(grey: int) -> bytes:
    file = BytesIO()
    Image.new("L", (400, 300), grey).save(file, "PNG")
    return file.getvalue()
