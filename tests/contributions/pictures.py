"""The pictures that go with contributions: a dozen, numbered, no two alike; each also small, as Word keeps it."""

from functools import cache
from hashlib import sha256
from io import BytesIO

from PIL import Image

from tests.mail.making.photos import jpeg, logo, png
from tests.mail.making.scenes import Place, scene
from tinbai.pictures import distance, fingerprint

COUNT = 12
LARGE, SMALL = (660, 440), (450, 300)
_PLACES = tuple(Place)


@cache
def picture(number: int) -> bytes:
    """A photo as a camera leaves it."""
    return jpeg(scene(_PLACES[number % len(_PLACES)], 900 + number, LARGE), quality=60)


@cache
def small(number: int) -> bytes:
    """The same photo as a program shrinks it for a document."""
    return jpeg(Image.open(BytesIO(picture(number))).resize(SMALL), quality=50)


@cache
def emblem() -> bytes:
    """A unit's emblem, which is no photo."""
    return png(logo(90))


def number_of(digest: str, content: bytes = b"") -> int | None:
    """Which picture it is that has this hash. One that a program wrote anew is known once its bytes were seen."""
    known = _numbers()
    if digest not in known and content:
        pattern = fingerprint(content)
        near = min(range(1, COUNT + 1), key=lambda n: distance(pattern, fingerprint(picture(n))))
        known[digest] = near
    return known.get(digest)


@cache
def _numbers() -> dict[str, int]:
    return {sha256(make(n)).hexdigest(): n for n in range(1, COUNT + 1) for make in (picture, small)}
