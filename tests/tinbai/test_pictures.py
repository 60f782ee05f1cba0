"""Public copies of photos carry nothing but the photo."""

from io import BytesIO

import pillow_heif
import pytest
from PIL import Image

from tests.ingest.openers.photos import jpeg
from tinbai.pictures import PictureError, check, distance, fingerprint, measure, web_copy


def exif(*, orientation: int = 1, gps: bool = False) -> Image.Exif:
    data = Image.Exif()
    data[0x0112] = orientation
    data[0x010F] = "Điện thoại"
    if gps:
        data[0x8825] = {1: "N", 2: (10.0, 30.0, 0.0), 3: "E", 4: (106.0, 40.0, 0.0)}
    return data


def shown(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


def test_a_copy_has_no_exif_and_no_place() -> None:
    original = jpeg(exif=exif(gps=True))
    assert measure(original).has_gps
    copy = web_copy(original, longest=200)
    assert not measure(copy).has_gps
    assert dict(shown(copy).getexif()) == {}
    assert "Điện thoại".encode() not in copy


def test_a_copy_stands_upright() -> None:
    lying = jpeg(400, 200, exif=exif(orientation=6))
    assert (measure(lying).width, measure(lying).height) == (200, 400)
    assert shown(web_copy(lying, longest=100)).size == (50, 100)


def test_a_copy_is_never_larger_than_the_original() -> None:
    assert shown(web_copy(jpeg(120, 80), longest=1600)).size == (120, 80)


def test_a_transparent_picture_stays_transparent_and_others_become_jpeg() -> None:
    file = BytesIO()
    Image.new("RGBA", (50, 50), (255, 0, 0, 100)).save(file, "PNG")
    assert shown(web_copy(file.getvalue(), longest=40)).format == "PNG"
    file = BytesIO()
    Image.new("P", (50, 50)).save(file, "GIF")
    assert shown(web_copy(file.getvalue(), longest=40)).format == "JPEG"


def test_heic_from_a_telephone_becomes_jpeg() -> None:
    file = BytesIO()
    pillow_heif.from_pillow(shown(jpeg(300, 200))).save(file, quality=80)
    assert measure(file.getvalue()).format == "HEIF"
    assert shown(web_copy(file.getvalue(), longest=150)).format == "JPEG"


def test_the_fingerprint_of_a_smaller_copy_is_nearly_the_same_and_of_another_photo_is_not() -> None:
    one, other = jpeg(640, 480, seed=1), jpeg(640, 480, seed=3)
    copy = web_copy(one, longest=200)
    assert distance(fingerprint(one), fingerprint(copy)) <= 4
    assert distance(fingerprint(one), fingerprint(other)) > 10


def test_pictures_beyond_the_limit_are_refused_before_they_are_decoded() -> None:
    file = BytesIO()
    Image.new("1", (13_000, 13_000)).save(file, "PNG")
    for work in (check, measure):
        with pytest.raises(PictureError) as caught:
            work(file.getvalue())
        assert caught.value.pixels == 169_000_000


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xd8\xff", b"GIF89a", b"not a picture", b"\x89PNG\r\n\x1a\n" + bytes(50)]
)
def test_what_is_no_picture_is_refused(content: bytes) -> None:
    with pytest.raises(PictureError):
        measure(content)


def test_a_photo_that_was_cut_off_is_refused() -> None:
    with pytest.raises(PictureError):
        web_copy(jpeg(800, 600)[:2000], longest=100)


def test_the_moment_a_photo_was_taken_is_read() -> None:
    data = exif()
    data.get_ifd(0x8769)[0x9003] = "2026:10:10 15:20:41"
    assert measure(jpeg(exif=data)).taken == "2026:10:10 15:20:41."
    assert measure(jpeg(exif=exif())).taken == ""
