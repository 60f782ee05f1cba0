"""Web sizes of camera photos against what Pillow does when nobody thinks about it. Run by `make bench`."""

from collections.abc import Callable, Sequence
from functools import cache
from io import BytesIO

from PIL import Image, ImageOps

from tests.benchmarks.measure import Pair, paired
from tests.mail.making.photos import camera_exif
from tests.mail.making.scenes import Place, scene
from tinbai.picture import LARGE, MEDIUM, SMALL
from tinbai.pictures import looked_at

CAMERA = (4000, 3000)
SIZES = (LARGE, MEDIUM, SMALL)


@cache
def photos() -> tuple[bytes, ...]:
    """Four photos of 12 megapixels as a telephone stores them, of 1 to 4 MB."""
    made = []
    for number, place in enumerate(Place):
        image = scene(place, number, CAMERA)
        noise = Image.effect_noise(CAMERA, 4 + 4 * number).convert("RGB")
        file = BytesIO()
        Image.blend(image, noise, 0.05).save(file, "JPEG", quality=90, exif=camera_exif("Nokia G22"))
        made.append(file.getvalue())
    return tuple(made)


def by_pillow(content: bytes, sizes: Sequence[int]) -> list[bytes]:
    """The whole picture decoded once, and each size made from it: no metadata, upright, the same quality."""
    made = []
    with Image.open(BytesIO(content)) as image:
        whole = ImageOps.exif_transpose(image).convert("RGB")
    for longest in sizes:
        copy = whole.copy()
        copy.thumbnail((longest, longest), Image.Resampling.LANCZOS, reducing_gap=None)
        bare = Image.new("RGB", copy.size)
        bare.paste(copy)
        file = BytesIO()
        bare.save(file, "JPEG", quality=85, progressive=True, optimize=True)
        made.append(file.getvalue())
    return made


def by_us(content: bytes, sizes: Sequence[int]) -> list[bytes]:
    """The same by `looked_at`, which judges the sharpness as well."""
    return [copy.content for copy in looked_at(content, sizes=sizes).copies]


def picture_sizes(rounds: int) -> list[Pair]:
    """Three sizes, and the two that are usual elsewhere."""
    return [
        _pair("three sizes of a photo of 12 megapixels", SIZES, rounds),
        _pair("two sizes (1600 and 480)", (LARGE, SMALL), rounds),
    ]


def _pair(name: str, sizes: Sequence[int], rounds: int) -> Pair:
    def each(way: Callable[[bytes, Sequence[int]], list[bytes]]) -> Callable[[], object]:
        return lambda: [way(content, sizes) for content in photos()]

    return paired(name, each(by_us), each(by_pillow), rounds=rounds)
