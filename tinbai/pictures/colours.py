"""Colours: whatever a picture is stored in, 8 bits a channel in sRGB come out."""

from io import BytesIO
from typing import cast

from PIL import Image, ImageCms

_MODES_WITH_ALPHA = ("RGBA", "LA", "PA")
_SRGB_COLOURS = ((0.4361, 0.2225, 0.0139), (0.3851, 0.7169, 0.0971), (0.1431, 0.0606, 0.7139))
_SAME_COLOUR = 0.005
_WHITE = 255
_WHITES = (1, 0xFF, 0xFFFF)  # of fractions, of 8 bits and of 16 bits kept in wider numbers


def in_srgb(image: Image.Image) -> Image.Image:
    """RGB or RGBA in sRGB. Phones take theirs in Display P3; a broken profile is as good as none."""
    profile, mode = image.info.get("icc_profile"), "RGBA" if image.mode in _MODES_WITH_ALPHA else "RGB"
    if image.mode == "LA":
        image = image.convert("RGBA")
    if image.mode == "LAB":
        image = _converted(image, ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")), mode)
    elif profile:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            image = image if _is_srgb(source) else _converted(image, source, mode)
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass
    return image if image.mode == mode else image.convert(mode)


def _converted(image: Image.Image, source: ImageCms.ImageCmsProfile, mode: str) -> Image.Image:
    converted = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode=mode)
    return image if converted is None else converted


def _is_srgb(profile: ImageCms.ImageCmsProfile) -> bool:
    """By its name and, since anybody may call it so, by its red, green and blue (IEC 61966-2-1, adapted to D50)."""
    held = profile.profile
    colours = [each[0] for each in (held.red_colorant, held.green_colorant, held.blue_colorant) if each]
    if len(colours) < len(_SRGB_COLOURS) or "srgb" not in (held.profile_description or "").lower():
        return False
    return all(
        abs(have - want) < _SAME_COLOUR
        for colour, wanted in zip(colours, _SRGB_COLOURS, strict=True)
        for have, want in zip(colour, wanted, strict=True)
    )


def in_8_bits(image: Image.Image) -> Image.Image:
    """A grey picture with 16 or 32 bits a point, or with fractions (TIFF), which may mean any range."""
    if image.mode.startswith("I;16"):
        scale = _WHITE / 0xFFFF
    else:
        _, brightest = cast("tuple[float, float]", image.convert("F").getextrema())
        scale = _WHITE / next((white for white in _WHITES if brightest <= white), brightest)
    return image.convert("F").point(lambda value: value * scale + 0).convert("L")
