"""Pictures decoded and made smaller, as fast as can be without a difference to see."""

from PIL import Image, ImageOps

from tinbai.pictures.colours import in_8_bits

_REDUCING_GAP = 2.0  # averaged down to twice the wanted size at most, and only then resampled


def decoded_at(image: Image.Image, longest: int) -> Image.Image:
    """The picture upright, no longer than `longest`, in a mode of 8 bits that may still have its own colours."""
    scale_while_decoding(image, longest, None)
    if image.mode in ("P", "1", "PA") or "transparency" in image.info:
        small = image.convert("RGBA" if image.has_transparency_data else "RGB")  # a palette cannot be averaged
        small.info["icc_profile"] = image.info.get("icc_profile")
    elif image.mode.startswith(("I", "F")):
        small = in_8_bits(image)
    else:
        image.load()
        small = image
    return ImageOps.exif_transpose(no_longer_than(small, longest))


def scale_while_decoding(image: Image.Image, longest: int, mode: str | None) -> None:
    """Let the JPEG decoder leave out what a copy of that size cannot show (a half, a quarter, an eighth).

    Its rule looks at both sides, so it must be asked for the shape of this picture.
    """
    if image.format in ("JPEG", "MPO") and max(image.size) > longest:
        image.draft(mode, _fitting(image.size, longest))


def no_longer_than(image: Image.Image, longest: int) -> Image.Image:
    if max(image.size) <= longest:
        return image
    size = _fitting(image.size, longest)
    if image.width == size[0] * 2 and image.height == size[1] * 2:
        return image.reduce(2)
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=_REDUCING_GAP)


def _fitting(size: tuple[int, int], longest: int) -> tuple[int, int]:
    scale = longest / max(size)
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))
