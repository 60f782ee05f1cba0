"""Small and blurred photos, each told only when it is known, and with few false alarms."""

from functools import cache

import pytest
from PIL import Image, ImageEnhance, ImageFilter

from tests.mail.making.photos import jpeg
from tests.mail.making.scenes import Place, scene
from tinbai.checks import Checked, CheckedPhoto
from tinbai.checks.photos.photo_blurred import check as blurred
from tinbai.checks.photos.photo_small import check as small
from tinbai.pictures import looked_at, sharpness

SIZE = (1600, 1066)


@cache
def photo(place: Place) -> Image.Image:
    return scene(place, 11, SIZE)


def looks(image: Image.Image, quality: int = 85) -> CheckedPhoto:
    sharp_at = looked_at(jpeg(image, quality=quality), sizes=(1600, 480)).sharp_at
    return CheckedPhoto(filename="1.jpg", longest=max(image.size), sharp_at=sharp_at)


def is_told(image: Image.Image, quality: int = 85) -> bool:
    return bool(list(blurred(Checked(photos=(looks(image, quality),)), None)))


def soft(image: Image.Image, pixels: float) -> Image.Image:
    return image.filter(ImageFilter.GaussianBlur(pixels))


def behind_glass(image: Image.Image) -> Image.Image:
    """A sharp person before a soft background, as a portrait lens makes it."""
    made = soft(image, 9)
    made.paste(image.crop((400, 100, 1300, 1050)), (400, 100))
    return made


SHARP = {
    "as it is": lambda image: image,
    "in fog": lambda image: ImageEnhance.Contrast(image).enhance(0.35),
    "in the evening": lambda image: ImageEnhance.Brightness(image).enhance(0.35),
    "sent by a messenger": lambda image: image.resize((1280, 853)),
    "small": lambda image: image.resize((640, 426)),
    "a portrait": behind_glass,
}


@pytest.mark.parametrize("place", Place)
@pytest.mark.parametrize("case", SHARP)
def test_a_sharp_photo_is_not_told(case: str, place: Place) -> None:
    assert not is_told(SHARP[case](photo(place)))


@pytest.mark.parametrize("place", Place)
@pytest.mark.parametrize("pixels", [5, 8, 12])
def test_a_blurred_photo_is_told(pixels: float, place: Place) -> None:
    assert is_told(soft(photo(place), pixels))


def test_a_blurred_photo_in_fog_is_told_and_a_plain_wall_is_not() -> None:
    assert is_told(ImageEnhance.Contrast(soft(photo(Place.HALL), 6)).enhance(0.5))
    assert not is_told(Image.new("RGB", SIZE, (200, 190, 170)))
    assert not is_told(Image.linear_gradient("L").resize(SIZE).convert("RGB"))


def test_without_the_ratio_fog_would_be_blur(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharpness, "_STEEP", 120)  # what a fixed threshold of steepness comes to
    assert is_told(SHARP["in fog"](photo(Place.ROAD)))


def test_small_ones_are_told_and_unknown_ones_are_not() -> None:
    sizes = (799, 800, None)
    photos = tuple(CheckedPhoto(filename=f"{size}.jpg", longest=size) for size in sizes)
    (finding,) = small(Checked(photos=photos), None)
    assert finding.where.block == 0
    assert "799 điểm ảnh" in finding.message
    assert list(blurred(Checked(photos=photos), None)) == []
