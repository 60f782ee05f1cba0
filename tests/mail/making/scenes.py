"""Pictures that look like something: drawn, seeded, and unlike each other, as photos of one event are."""

from collections.abc import Callable
from enum import StrEnum
from random import Random

from PIL import Image, ImageDraw, ImageFilter

Colour = tuple[int, int, int]
Size = tuple[int, int]

SKIES: list[tuple[Colour, Colour]] = [
    ((96, 158, 214), (226, 238, 244)),
    ((130, 170, 205), (250, 226, 190)),
    ((150, 160, 172), (224, 226, 226)),
]
SHIRTS: list[Colour] = [(235, 235, 230), (60, 92, 148), (170, 58, 60), (90, 130, 84), (196, 160, 88), (96, 72, 110)]
SKIN: list[Colour] = [(224, 182, 148), (206, 160, 124), (236, 198, 166)]
GROUNDS: list[Colour] = [(118, 148, 70), (150, 158, 72), (88, 128, 66)]


class Place(StrEnum):
    """What a picture shows."""

    FIELD = "field"
    ROAD = "road"
    HALL = "hall"
    TABLE = "table"


def scene(place: Place, seed: int, size: Size) -> Image.Image:
    """The picture of that seed, with grain like a small sensor's. The same every time."""
    random = Random(seed)
    image = Image.new("RGB", size)
    PAINTERS[place](image, random)
    return _with_grain(image, random)


def _field(image: Image.Image, random: Random) -> None:
    horizon = _landscape(image, random)
    draw, (width, height) = ImageDraw.Draw(image), image.size
    dark = tuple(part - 26 for part in random.choice(GROUNDS))
    vanishing = random.uniform(0.2, 0.8) * width
    for row in range(-8, 24):
        draw.line([(vanishing, horizon), (width * row / 15, height)], fill=dark, width=max(1, width // 260))
    _people(image, random, count=random.randint(2, 6), ground=random.uniform(0.62, 0.9))


def _road(image: Image.Image, random: Random) -> None:
    horizon = _landscape(image, random)
    draw, (width, height) = ImageDraw.Draw(image), image.size
    end = random.uniform(0.3, 0.7) * width
    left, right = random.uniform(0.0, 0.25) * width, random.uniform(0.7, 1.0) * width
    draw.polygon([(end - 4, horizon), (end + 4, horizon), (right, height), (left, height)], fill=(176, 166, 150))
    _people(image, random, count=random.randint(5, 9), ground=random.uniform(0.7, 0.92))


def _hall(image: Image.Image, random: Random) -> None:
    draw, (width, height) = ImageDraw.Draw(image), image.size
    draw.rectangle((0, 0, width, height), fill=random.choice([(226, 216, 196), (206, 220, 222), (232, 228, 216)]))
    draw.rectangle((0, int(height * 0.72), width, height), fill=random.choice([(150, 112, 84), (128, 122, 118)]))
    left = random.uniform(0.08, 0.3) * width
    banner = (left, height * 0.1, left + width * random.uniform(0.4, 0.6), height * random.uniform(0.24, 0.36))
    draw.rectangle(banner, fill=random.choice([(178, 32, 36), (40, 84, 158)]))
    for line in (0.35, 0.65):
        y = banner[1] + (banner[3] - banner[1]) * line
        draw.line(
            [(banner[0] + width * 0.03, y), (banner[2] - width * 0.03, y)], fill=(246, 214, 92), width=height // 60
        )
    _people(image, random, count=random.randint(4, 8), ground=random.uniform(0.86, 0.97))


def _table(image: Image.Image, random: Random) -> None:
    draw, (width, height) = ImageDraw.Draw(image), image.size
    draw.rectangle((0, 0, width, height), fill=random.choice([(120, 84, 58), (196, 186, 168), (92, 112, 104)]))
    for _ in range(random.randint(5, 9)):
        x, y, r = (
            random.uniform(0.1, 0.9) * width,
            random.uniform(0.15, 0.85) * height,
            random.uniform(0.06, 0.13) * width,
        )
        draw.ellipse((x - r, y - r * 0.8, x + r, y + r * 0.8), fill=(244, 242, 236))
        food = random.choice([(196, 120, 52), (108, 150, 62), (206, 72, 48), (238, 206, 120)])
        draw.ellipse((x - r * 0.7, y - r * 0.55, x + r * 0.7, y + r * 0.55), fill=food)


PAINTERS: dict[Place, Callable[[Image.Image, Random], None]] = {
    Place.FIELD: _field,
    Place.ROAD: _road,
    Place.HALL: _hall,
    Place.TABLE: _table,
}


def _landscape(image: Image.Image, random: Random) -> float:
    """Sky, sun, hills and ground; gives the horizon's height in pixels."""
    width, height = image.size
    horizon = random.uniform(0.3, 0.55) * height
    top, bottom = random.choice(SKIES)
    ramp = Image.linear_gradient("L").resize(image.size)
    image.paste(Image.composite(Image.new("RGB", image.size, bottom), Image.new("RGB", image.size, top), ramp))
    draw = ImageDraw.Draw(image)
    sun, radius = random.uniform(0.1, 0.9) * width, width * random.uniform(0.03, 0.06)
    draw.ellipse((sun - radius, horizon * 0.3 - radius, sun + radius, horizon * 0.3 + radius), fill=(255, 246, 214))
    for _ in range(3):
        peak, span, rise = random.uniform(0, 1) * width, random.uniform(0.2, 0.5) * width, random.uniform(0.1, 0.6)
        hill = [(peak - span, horizon), (peak, horizon * (1 - rise)), (peak + span, horizon)]
        draw.polygon(hill, fill=(96 + random.randint(0, 30), 132 + random.randint(0, 20), 128))
    draw.rectangle((0, horizon, width, height), fill=random.choice(GROUNDS))
    return horizon


def _people(image: Image.Image, random: Random, *, count: int, ground: float) -> None:
    """People in a row: a head, a shirt, trousers; each of another height."""
    draw, (width, height) = ImageDraw.Draw(image), image.size
    for number in range(count):
        x = width * (number + random.uniform(0.3, 0.7)) / count
        tall, foot = height * random.uniform(0.26, 0.36), height * (ground + random.uniform(-0.03, 0.03))
        wide = tall * 0.17
        draw.rectangle((x - wide * 0.7, foot - tall * 0.45, x + wide * 0.7, foot), fill=(52, 54, 66))
        shirt = (x - wide, foot - tall * 0.82, x + wide, foot - tall * 0.4)
        draw.rounded_rectangle(shirt, radius=wide * 0.6, fill=random.choice(SHIRTS))
        head = (x - wide * 0.55, foot - tall, x + wide * 0.55, foot - tall * 0.8)
        draw.ellipse(head, fill=random.choice(SKIN))


def _with_grain(image: Image.Image, random: Random) -> Image.Image:
    width, height = image.size
    small = (max(1, width // 6), max(1, height // 6))
    noise = Image.frombytes("L", small, random.randbytes(small[0] * small[1])).resize(image.size)
    return Image.blend(image.filter(ImageFilter.GaussianBlur(0.6)), Image.merge("RGB", (noise, noise, noise)), 0.035)
