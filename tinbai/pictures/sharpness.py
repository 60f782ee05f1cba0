"""How sharp a picture is: the largest size at which it still has sharp edges."""

from PIL import Image, ImageChops, ImageFilter

from tinbai.pictures.sizes import no_longer_than

# Found on 52 photos, each as it was, softened, darkened, in fog, and recompressed (docs/benchmarks.md).
LOOKED_AT = (1024, 768, 512, 256, 128, 64)  # longer sides, pixels
_NEARLY = 1.3  # a picture of 800 pixels is looked at as it is, not made larger
_LOSS = 1.5  # how much less steep a sharp edge is after blurring
_STEEP = 16  # shades of grey from one point to the next
_LEAST_POINTS = 6
_MOST_GAIN = 3
_WHITE = 255


def sharp_at(grey: Image.Image) -> int | None:
    """The first size, from the largest down, at which the picture has sharp edges.

    An edge is sharp when blurring it by one pixel takes much of its steepness away; one that is soft already hardly
    changes (after Zhuo and Sim, "Defocus map estimation from a single image", 2011). It is the ratio that counts, so
    fog and night are no blur; and a sharp face before a soft background is enough.
    """
    own = max(grey.size)
    for longest in (each for each in LOOKED_AT if each < own * _NEARLY):
        small = _stretched(no_longer_than(grey, longest))
        if min(small.size) > 1 and _sharp_points(small) >= max(_LEAST_POINTS, small.width * small.height // 1000):
            return min(longest, own)
    return None


def _sharp_points(grey: Image.Image) -> int:
    """How many points are steep, and were much less so after blurring."""
    steep, blurred = _steepness(grey), _steepness(grey.filter(ImageFilter.GaussianBlur(1)))
    needed = ImageChops.lighter(
        blurred.point([min(_WHITE, round(value * _LOSS)) for value in range(256)]),
        Image.new("L", blurred.size, _STEEP - 1),
    )
    return sum(ImageChops.subtract(steep, needed).histogram()[1:])


def _steepness(grey: Image.Image) -> Image.Image:
    """The larger of the differences to the next point in the row and in the column."""
    width, height = grey.size
    here = grey.crop((0, 0, width - 1, height - 1))
    right, below = grey.crop((1, 0, width, height - 1)), grey.crop((0, 1, width - 1, height))
    return ImageChops.lighter(ImageChops.difference(here, right), ImageChops.difference(here, below))


def _stretched(grey: Image.Image) -> Image.Image:
    """With its contrast spread, at most threefold: more would make edges of noise."""
    counts, total, below = grey.histogram(), grey.width * grey.height, 0
    low, high = None, _WHITE
    for value, count in enumerate(counts):
        below += count
        low = value if low is None and below > total * 0.005 else low
        if below >= total * 0.995:
            high = value
            break
    gain = min(_MOST_GAIN, _WHITE / max(high - (low or 0), 1))
    if gain <= 1:
        return grey
    return grey.point([max(0, min(_WHITE, round((value - (low or 0)) * gain))) for value in range(256)])
