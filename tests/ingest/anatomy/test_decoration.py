"""What is a photo of the article, and what only adorns the letter: hard cases of both."""

from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from PIL import Image, ImageDraw, ImageFilter

from ingest.anatomy import decoration
from ingest.anatomy.decoration import is_decoration
from ingest.letter import Part
from tests.mail.making.photos import camera_exif, jpeg, logo, png, smiley
from tests.mail.making.scenes import Place, scene
from tinbai.pictures import is_emblem, measure


def part(name: str, content: bytes, *, inline: bool = False, inside: str | None = None) -> Part:
    return Part(
        filename=name, media_type="image/png", content=content, inline=inline, content_id=None, inside=inside
    )  # fmt: skip


def decorates(name: str, content: bytes, **options: Any) -> bool:
    return is_decoration(part(name, content, **options), measure(content))


def photo(size: tuple[int, int] = (1280, 853), place: Place = Place.HALL) -> Image.Image:
    return scene(place, 7, size)


def banner_on_a_wall() -> Image.Image:
    """A photo of a red banner with yellow letters: few colours, as in an emblem, but light falls on it."""
    image = Image.linear_gradient("L").resize((1160, 870)).point(lambda value: 150 + value // 4).convert("RGB")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 180, 1160, 690), fill=(178, 32, 36))
    for x in range(120, 1040, 90):
        draw.rectangle((x, 400, x + 50, 540), fill=(246, 214, 92))
    noise = Image.effect_noise(image.size, 18).convert("RGB")
    return Image.blend(image, noise, 0.08)


def poster() -> Image.Image:
    image = Image.new("RGB", (900, 1200), (24, 90, 160))
    draw = ImageDraw.Draw(image)
    random = Random(3)
    for row in range(80, 1150, 60):
        draw.rectangle((80, row, 80 + random.randrange(300, 740), row + 26), fill=(255, 255, 255))
    return image


def chart() -> Image.Image:
    image = Image.new("RGB", (720, 460), "white")
    draw = ImageDraw.Draw(image)
    for number, height in enumerate((120, 240, 180, 330, 290)):
        draw.rectangle((70 + number * 130, 420 - height, 150 + number * 130, 420), fill=(68, 114, 196))
    return image


def code(side: int = 360) -> Image.Image:
    random = Random(5)
    small = Image.frombytes("L", (33, 33), bytes(random.choice((0, 255)) for _ in range(33 * 33)))
    framed = Image.new("L", (41, 41), 255)
    framed.paste(small, (4, 4))
    return framed.resize((side, side), Image.Resampling.NEAREST).convert("RGB")


def page_on_a_screen() -> Image.Image:
    image = Image.new("RGB", (1366, 768), "white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 1366, 90), fill=(32, 96, 180))
    for row in range(130, 740, 22):
        draw.rectangle((200, row, 1100, row + 8), fill=(60, 60, 60))
    return image


def strip(size: tuple[int, int] = (600, 120)) -> Image.Image:
    return photo(size, Place.FIELD)


PHOTOS: dict[str, Callable[[], tuple[str, bytes]]] = {
    "a photo": lambda: ("IMG_2031.jpg", jpeg(photo())),
    "a photo that Word named": lambda: ("image1.jpeg", jpeg(photo())),
    "a small photo that Word named": lambda: ("image1.jpeg", jpeg(photo((380, 253)))),
    "a photo of a banner on the wall": lambda: ("banner.jpg", jpeg(banner_on_a_wall())),
    "a photo of a logo by a camera": lambda: ("logo.jpg", jpeg(logo(800), camera="Nokia G22")),
    "a photo called like a logo": lambda: ("logo hoi thi.jpg", jpeg(photo((900, 600), Place.TABLE))),
    "a poster in the text": lambda: ("image003.png", png(poster())),
    "a chart from Excel": lambda: ("image002.png", png(chart())),
    "a code to scan": lambda: ("ma-qr-cuoc-thi.png", png(code())),
    "a page on a screen": lambda: ("Screenshot 2026-10-12.png", png(page_on_a_screen())),
    "an emblem without such a name": lambda: ("phuong-an-1.png", png(logo(800))),
    "an emblem larger than any signature's": lambda: ("logo chinh thuc.png", png(logo(2000))),
    "a panorama": lambda: ("IMG_0007.JPG", jpeg(photo((4000, 900), Place.FIELD))),
    "a word in which a name hides": lambda: ("silicon.png", png(logo(500))),
}
DECORATION: dict[str, Callable[[], tuple[str, bytes]]] = {
    "a smiley": lambda: ("image0.png", png(smiley())),
    "a unit's emblem in a signature": lambda: ("image001.png", png(logo(160))),
    "an emblem of 390 pixels": lambda: ("image001.png", png(logo(390))),
    "a logo of 800 pixels": lambda: ("logo.png", png(logo(800))),
    "a logo as JPEG": lambda: ("Logo_UBND_xa.jpg", jpeg(logo(800), quality=60)),
    "the emblem of the unit, in Vietnamese": lambda: ("bieu-trung-hoi.png", png(logo(600))),
    "a network's icon": lambda: ("facebook.png", png(logo(256))),
    "a line": lambda: ("duong-ke.png", png(Image.new("RGB", (900, 4), "red"))),
    "a tiny photo of a person": lambda: ("image004.jpg", jpeg(photo((150, 150)))),
    "a point that reports who reads": lambda: ("x.gif", png(Image.new("RGB", (1, 1)))),
}


@pytest.mark.parametrize("case", PHOTOS)
def test_photos(case: str) -> None:
    assert not decorates(*PHOTOS[case]())


@pytest.mark.parametrize("case", DECORATION)
def test_decoration(case: str) -> None:
    assert decorates(*DECORATION[case]())


def test_a_banner_below_a_signature_is_decoration_and_one_in_a_document_or_attached_is_not() -> None:
    banner = png(strip())
    assert decorates("chao-mung.png", banner, inline=True)
    assert not decorates("chao-mung.png", banner, inline=True, inside="Bai.docx")
    assert not decorates("chao-mung.png", banner)


def test_a_sticker_in_the_text_is_decoration() -> None:
    sticker = Image.new("RGBA", (240, 240), (0, 0, 0, 0))
    sticker.paste(logo(200).convert("RGBA"), (20, 20))
    assert decorates("a1b2c3.png", png(sticker), inline=True)
    assert not decorates("a1b2c3.png", png(sticker.resize((900, 900))), inline=True)


def test_what_a_camera_took_is_a_photo_whatever_it_is_called() -> None:
    assert camera_exif("Nokia G22")
    assert not decorates("image001.jpg", jpeg(logo(300), camera="Nokia G22"))
    assert decorates("image001.jpg", jpeg(logo(300)))


@pytest.mark.parametrize("place", Place)
@pytest.mark.parametrize("size", [(200, 133), (400, 267), (1600, 1066)])
def test_no_scene_is_an_emblem(place: Place, size: tuple[int, int]) -> None:
    assert not is_emblem(jpeg(photo(size, place)))


@pytest.mark.parametrize("quality", [30, 60, 90])
def test_compression_does_not_hide_an_emblem(quality: int) -> None:
    assert is_emblem(jpeg(logo(400), quality=quality))
    assert is_emblem(jpeg(logo(400).filter(ImageFilter.GaussianBlur(1)), quality=quality))


def test_names_alone_would_take_photos_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoration, "is_emblem", lambda _: True)
    taken_away = [case for case, make in PHOTOS.items() if decorates(*make())]
    assert taken_away == [
        "a small photo that Word named",
        "a photo of a banner on the wall",
        "a photo called like a logo",
    ]
