"""Whatever a photo is stored in, its copy is what people see: upright, in the colours it has, in what browsers know."""

from functools import cache
from io import BytesIO
from typing import Any

import pytest
from PIL import Image, ImageCms, features

from tests.mail.making.scenes import Place, scene
from tests.tinbai.colour_profiles import ADOBE_RGB, DISPLAY_P3, SRGB, Colours, colour_profile
from tinbai.pictures import PictureError, looked_at, measure, web_copy

SIZE = (640, 426)


@cache
def picture() -> Image.Image:
    return scene(Place.TABLE, 2, SIZE)


def encoded(image: Image.Image, form: str, **options: Any) -> bytes:
    file = BytesIO()
    image.save(file, form, **options)
    return file.getvalue()


def shown(content: bytes) -> Any:
    return Image.open(BytesIO(content))


def difference(one: Image.Image, other: Image.Image) -> float:
    """How many shades two pictures of one size differ on average, worst channel."""
    a, b = (image.convert("RGB").resize((64, 43), Image.Resampling.BOX).tobytes() for image in (one, other))
    return max(sum(abs(x - y) for x, y in zip(a[k::3], b[k::3], strict=True)) / (len(a) / 3) for k in range(3))


def sixteen_bits() -> bytes:
    grey = picture().convert("L")
    wide = grey.convert("I").point(lambda value: value * 257 + 0)
    return encoded(wide.convert("I;16"), "PNG")


STORED = {
    "JPEG": lambda: encoded(picture(), "JPEG", quality=92),
    "progressive JPEG": lambda: encoded(picture(), "JPEG", quality=92, progressive=True),
    "grey JPEG": lambda: encoded(picture().convert("L"), "JPEG", quality=92),
    "CMYK JPEG": lambda: encoded(picture().convert("CMYK"), "JPEG", quality=92),
    "PNG": lambda: encoded(picture(), "PNG"),
    "PNG of a palette": lambda: encoded(picture().quantize(200), "PNG"),
    "PNG of 16 bits": sixteen_bits,
    "opaque PNG with alpha": lambda: encoded(picture().convert("RGBA"), "PNG"),
    "grey PNG with alpha": lambda: encoded(picture().convert("LA"), "PNG"),
    "GIF": lambda: encoded(picture(), "GIF"),
    "GIF that moves": lambda: encoded(
        picture(), "GIF", save_all=True, append_images=[Image.new("RGB", SIZE)], duration=100
    ),
    "WebP": lambda: encoded(picture(), "WEBP", quality=90),
    "WebP without loss": lambda: encoded(picture(), "WEBP", lossless=True),
    "BMP": lambda: encoded(picture(), "BMP"),
    "TIFF": lambda: encoded(picture(), "TIFF", compression="tiff_lzw"),
    "TIFF in CMYK": lambda: encoded(picture().convert("CMYK"), "TIFF"),
    "TIFF of 32 bits": lambda: encoded(picture().convert("L").convert("F"), "TIFF"),
    "TIFF of fractions": lambda: encoded(picture().convert("F").point(lambda value: value * (1 / 255) + 0), "TIFF"),
    "TIFF in LAB": lambda: encoded(lab(), "TIFF"),
    "HEIC": lambda: heic(picture()),
    "AVIF": lambda: encoded(picture(), "AVIF", quality=85),
}
GREY = {"grey JPEG", "PNG of 16 bits", "grey PNG with alpha", "TIFF of 32 bits", "TIFF of fractions"}


def lab() -> Image.Image:
    srgb = ImageCms.createProfile("sRGB")
    made = ImageCms.profileToProfile(picture(), srgb, ImageCms.createProfile("LAB"), outputMode="LAB")
    assert made is not None
    return made


def heic(image: Image.Image, **options: Any) -> bytes:
    import pillow_heif  # noqa: PLC0415 - it registers itself where it is imported

    file = BytesIO()
    pillow_heif.from_pillow(image).save(file, quality=85, **options)
    return file.getvalue()


@pytest.mark.parametrize("form", sorted(STORED))
def test_every_usual_form_becomes_a_jpeg_that_looks_the_same(form: str) -> None:
    content = STORED[form]()
    copy = shown(web_copy(content, longest=320))
    wanted = picture().convert("L") if form in GREY else picture()
    assert (copy.format, copy.size, copy.mode) == ("JPEG", (320, 213), "RGB")
    assert difference(copy, wanted) < 6
    assert measure(content).width == 640


def in_colours(colours: Colours, name: str = "a camera's") -> bytes:
    """The picture as a camera with these colours stores it: other numbers for the same look."""
    profile = colour_profile(name, colours)
    there = ImageCms.profileToProfile(picture(), ImageCms.createProfile("sRGB"), BytesIO(profile), outputMode="RGB")
    assert there is not None
    return encoded(there, "JPEG", quality=95, icc_profile=profile)


@pytest.mark.parametrize("colours", [ADOBE_RGB, DISPLAY_P3])
def test_wide_colours_become_those_of_the_web(colours: Colours) -> None:
    content = in_colours(colours)
    copy = shown(web_copy(content, longest=320))
    assert difference(shown(content), picture()) > 6  # whoever leaves the profile out shows other colours
    assert difference(copy, picture()) < 4
    assert "icc_profile" not in copy.info


def test_a_profile_is_believed_for_what_it_holds_and_not_for_its_name() -> None:
    assert difference(shown(web_copy(in_colours(ADOBE_RGB, "sRGB IEC61966-2.1"), longest=320)), picture()) < 4


def test_a_photo_that_is_in_srgb_already_is_not_converted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ImageCms, "profileToProfile", None)
    web_copy(encoded(picture(), "JPEG", icc_profile=colour_profile("sRGB", SRGB)), longest=320)
    web_copy(
        encoded(picture(), "JPEG", icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()),
        longest=320,
    )


@pytest.mark.parametrize("profile", [b"", b"no profile", bytes(5000), colour_profile("x", ADOBE_RGB)[:200]])
def test_a_broken_profile_is_as_good_as_none(profile: bytes) -> None:
    copy = shown(web_copy(encoded(picture(), "JPEG", quality=92, icc_profile=profile), longest=320))
    assert difference(copy, picture()) < 4


def test_the_colours_of_a_palette_are_averaged_and_not_picked() -> None:
    stripes = Image.new("P", (400, 400))
    stripes.putpalette([0, 0, 0, 255, 255, 255])
    stripes.putdata([(x // 2) % 2 for _ in range(400) for x in range(400)])
    copy = shown(web_copy(encoded(stripes, "PNG"), longest=100)).convert("L")
    low, high = copy.getextrema()
    assert 100 < low <= high < 155


@pytest.mark.parametrize("form", ["PNG", "WEBP", "GIF", "TIFF"])
def test_what_is_transparent_stays_so(form: str) -> None:
    seen = Image.new("RGBA", (200, 100), (0, 0, 0, 0))
    seen.paste((200, 30, 30, 255), (0, 0, 100, 100))
    copy = shown(web_copy(encoded(seen, form), longest=100))
    assert copy.format == "PNG"
    assert copy.getpixel((80, 25)) == (0, 0, 0, 0) or copy.getpixel((80, 25))[3] == 0
    assert copy.getpixel((20, 25))[3] == 255


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("form", ["JPEG", "WEBP", "AVIF", "HEIC", "TIFF", "PNG"])
def test_a_photo_stands_upright_whichever_way_the_telephone_was_held(form: str, orientation: int) -> None:
    marked = Image.new("RGB", (300, 200), "white")
    marked.paste("red", (0, 0, 150, 100))  # the upper left quarter
    ways = Image.Transpose
    turned = {
        2: ways.FLIP_LEFT_RIGHT, 3: ways.ROTATE_180, 4: ways.FLIP_TOP_BOTTOM, 5: ways.TRANSPOSE, 6: ways.ROTATE_90,
        7: ways.TRANSVERSE, 8: ways.ROTATE_270,
    }  # fmt: skip
    stored = marked.transpose(turned[orientation]) if orientation in turned else marked
    exif = Image.Exif()
    exif[0x0112] = orientation
    content = heic(stored, exif=exif.tobytes()) if form == "HEIC" else encoded(stored, form, exif=exif)
    info, copy = measure(content), shown(web_copy(content, longest=150)).convert("RGB")
    assert (copy.size, info.width, info.height) == ((150, 100), 300, 200)
    red = copy.getpixel((30, 20))
    assert red[0] > 200
    assert red[1] < 60
    assert min(copy.getpixel((120, 20)) + copy.getpixel((30, 80))) > 200


@pytest.mark.parametrize("width", [4000, 4001, 3999, 3201, 3199, 1601, 1600, 999])
def test_scaling_while_decoding_loses_nothing_that_can_be_seen(width: int) -> None:
    photo = scene(Place.ROAD, 4, (width, width * 3 // 4))
    content = encoded(photo, "JPEG", quality=92)
    copy = shown(web_copy(content, longest=1600))
    assert max(copy.size) == min(width, 1600)
    assert difference(copy, photo) < 2


def test_of_several_sizes_the_largest_is_the_same_as_alone() -> None:
    content = encoded(scene(Place.FIELD, 8, (2400, 1600)), "JPEG")
    copies = looked_at(content, sizes=(480, 1600, 960)).copies
    assert [(copy.longest, copy.width, copy.height) for copy in copies] == [
        (1600, 1600, 1067), (960, 960, 640), (480, 480, 320)
    ]  # fmt: skip
    assert copies[0].content == web_copy(content, longest=1600)


def test_very_long_pictures_keep_a_side() -> None:
    assert shown(web_copy(encoded(Image.new("RGB", (6000, 2)), "PNG"), longest=480)).size == (480, 1)


def test_the_libraries_know_the_forms_that_telephones_send() -> None:
    assert features.check("avif")
    assert features.check("webp")


def test_a_picture_too_large_is_refused_before_it_is_decoded() -> None:
    with pytest.raises(PictureError) as caught:
        looked_at(encoded(Image.new("1", (2000, 2000)), "PNG"), sizes=(480,), most_pixels=1_000_000)
    assert caught.value.pixels == 4_000_000
