"""A picture's end is seen without decoding it, in every format that says where it is."""

from io import BytesIO

import pillow_heif
import pytest
from PIL import Image

from tests.ingest.openers.photos import jpeg
from tinbai.picture_end import is_whole
from tinbai.pictures import PictureError, measure


def saved(form: str) -> bytes:
    image = Image.open(BytesIO(jpeg(320, 240)))
    if form == "HEIF":
        file = BytesIO()
        pillow_heif.from_pillow(image).save(file, quality=80)
        return file.getvalue()
    file = BytesIO()
    image.save(file, form)
    return file.getvalue()


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "HEIF", "AVIF"])
def test_a_whole_picture_is_told_from_half_of_it(form: str) -> None:
    content = saved(form)
    assert is_whole(content, form) is True
    assert not is_whole(content[: len(content) // 2], form)
    assert not is_whole(content[:-30], form)


@pytest.mark.parametrize("form", ["GIF", "BMP", "TIFF"])
def test_where_the_frame_does_not_tell_nothing_is_said(form: str) -> None:
    assert is_whole(saved(form), form) is None


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "HEIF", "AVIF", "BMP", "TIFF"])
def test_half_a_picture_is_not_measured(form: str) -> None:
    content = saved(form)
    assert measure(content).width == 320
    with pytest.raises(PictureError):
        measure(content[: len(content) // 2])


def test_the_end_of_the_small_picture_inside_is_not_the_photos_end() -> None:
    inner = jpeg(64, 48)
    segment = b"\xff\xe1" + (len(inner) + 2).to_bytes(2, "big") + inner
    photo = jpeg(640, 480)
    whole = photo[:2] + segment + photo[2:]
    assert is_whole(whole, "JPEG") is True
    assert is_whole(whole[: len(segment) + 2_000], "JPEG") is False


def test_what_a_camera_writes_behind_the_end_is_allowed() -> None:
    assert is_whole(jpeg() + b"MotionPhoto" + bytes(5_000), "JPEG") is True


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xd8", b"\xff\xd8\xff\xe1", b"\xff\xd8\xff\xff\xff\xff\xff\xff", bytes(64)]
)
def test_nothing_breaks_on_scraps(content: bytes) -> None:
    for form in ("JPEG", "PNG", "WEBP", "HEIF", "GIF"):
        assert is_whole(content, form) in (True, False, None)
