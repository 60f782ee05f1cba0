"""Copies of one photo are known as such, and photos that only resemble each other are not."""

from functools import cache
from io import BytesIO
from random import Random
from typing import Any

import pytest
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter

from tests.mail.making.scenes import Place, scene
from tests.tinbai.test_web_copies import heic
from tinbai.pictures import distance, is_same, likeness, pattern

SIZE = (1600, 1066)


@cache
def photo(place: Place = Place.HALL, seed: int = 1) -> Image.Image:
    return scene(place, seed, SIZE)


def encoded(image: Image.Image, form: str = "JPEG", **options: Any) -> bytes:
    file = BytesIO()
    image.save(file, form, **options)
    return file.getvalue()


def resized(image: Image.Image, width: int) -> Image.Image:
    return image.resize((width, round(width * image.height / image.width)), Image.Resampling.LANCZOS)


def same(one: bytes, other: bytes) -> bool:
    return is_same(pattern(one), pattern(other))


COPIES = {
    "made smaller by Word": lambda image: encoded(resized(image, 600), quality=80),
    "sent by a messenger": lambda image: encoded(resized(image, 1280), quality=55),
    "a preview of 320 pixels": lambda image: encoded(resized(image, 320), quality=75),
    "badly compressed": lambda image: encoded(resized(image, 480), quality=30),
    "as PNG": lambda image: encoded(image, "PNG"),
    "as WebP": lambda image: encoded(image, "WEBP", quality=70),
    "as HEIC": lambda image: heic(resized(image, 800)),  # in its full size it takes seconds to encode
    "a little brighter": lambda image: encoded(ImageEnhance.Brightness(image).enhance(1.04)),
}


def moved(image: Image.Image) -> Image.Image:
    """The next frame: somebody has raised an arm."""
    frame = image.copy()
    ImageDraw.Draw(frame).line((700, 500, 860, 380), fill=(52, 54, 66), width=34)
    return frame


def stamped(image: Image.Image) -> Image.Image:
    marked = image.copy()
    ImageDraw.Draw(marked).rectangle((40, 40, 300, 140), fill="white")
    return marked


OTHERS = {
    "its mirror image": lambda image: image.transpose(Image.Transpose.FLIP_LEFT_RIGHT),
    "turned upside down": lambda image: image.transpose(Image.Transpose.ROTATE_180),
    "the next frame": moved,
    "with a mark on it": stamped,
    "cut to its middle": lambda image: image.crop((160, 107, 1440, 959)),
    "from a step to the side": lambda image: image.transform(
        image.size, Image.Transform.AFFINE, (1, 0, 60, 0, 1, 20), Image.Resampling.BICUBIC
    ),
    "at night": lambda image: ImageEnhance.Brightness(image).enhance(0.5),
}


@pytest.mark.parametrize("place", Place)
@pytest.mark.parametrize("copy", COPIES)
def test_a_copy_is_known(copy: str, place: Place) -> None:
    assert same(encoded(photo(place), quality=92), COPIES[copy](photo(place)))


@pytest.mark.parametrize("place", Place)
@pytest.mark.parametrize("other", OTHERS)
def test_another_photo_of_the_same_is_another(other: str, place: Place) -> None:
    assert not same(encoded(photo(place)), encoded(OTHERS[other](photo(place))))


def burst() -> list[Image.Image]:
    """Ten frames within two seconds, from a hand that is not quite still: one person walks through the hall."""
    frames = []
    for number in range(10):
        frame = photo(Place.HALL).transform(
            SIZE, Image.Transform.AFFINE, (1, 0, number % 3, 0, 1, number % 2), Image.Resampling.BICUBIC
        )
        x = 300 + 90 * number
        ImageDraw.Draw(frame).rectangle((x, 420, x + 130, 860), fill=(60, 92, 148))
        frames.append(frame)
    return frames


def test_ten_frames_of_a_burst_are_ten_photos() -> None:
    patterns = [pattern(encoded(frame)) for frame in burst()]
    pairs = [(a, b) for at, a in enumerate(patterns) for b in patterns[:at]]
    assert len(pairs) == 45
    assert not any(is_same(a, b) for a, b in pairs)
    assert any(distance(a.bits, b.bits) <= 6 for a, b in pairs)  # the 64 bits alone would merge some


def test_the_finer_look_is_what_tells_them_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(likeness, "_LIKE_SHADES", 255)
    wrong = [name for name, change in OTHERS.items() if same(encoded(photo()), encoded(change(photo())))]
    assert "the next frame" in wrong
    assert "with a mark on it" in wrong


def certificate(name: int) -> bytes:
    """One of many, that differ in a line."""
    image = Image.new("RGB", SIZE, (250, 246, 232))
    draw = ImageDraw.Draw(image)
    draw.rectangle((60, 60, 1540, 1006), outline=(150, 30, 30), width=30)
    draw.rectangle((400, 200, 1200, 280), fill=(170, 40, 40))
    random = Random(name)
    x = 420
    for _ in range(6):
        wide = random.randrange(50, 160)
        draw.rectangle((x, 480, x + wide, 540), fill=(40, 40, 60))
        x += wide + 30
    return encoded(image.filter(ImageFilter.GaussianBlur(0.6)))


def test_two_certificates_with_different_names_are_two() -> None:
    assert not same(certificate(1), certificate(2))


def test_of_plain_surfaces_nothing_is_said() -> None:
    grey = encoded(Image.new("RGB", SIZE, (128, 128, 128)))
    assert pattern(grey).is_plain
    assert not same(grey, grey)
