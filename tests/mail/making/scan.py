"""A signed paper as it leaves a scanner: black and white pages, a little askew, with specks, and no text layer."""

import textwrap
from collections.abc import Sequence
from io import BytesIO
from random import Random

from PIL import Image, ImageDraw, ImageFont

A4_AT_200_DPI = (1654, 2339)
MARGIN, LINE, COLUMNS = 190, 46, 74
FONT, BOLD = "DejaVuSerif.ttf", "DejaVuSerif-Bold.ttf"  # of Debian's fonts-dejavu-core; has all of Vietnamese


def scanned_pdf(letterhead: Sequence[tuple[str, str]], pages: Sequence[Sequence[str]]) -> bytes:
    """A PDF with one picture a page, paragraphs wrapped. One that begins with `#` is bold and centred."""
    images = [_page(lines, number, letterhead if number == 1 else ()) for number, lines in enumerate(pages, 1)]
    buffer = BytesIO()
    images[0].save(buffer, "PDF", resolution=200, save_all=True, append_images=images[1:])
    # Pillow writes a generation that the format does not allow (at most 65535), and strict readers refuse the file.
    return buffer.getvalue().replace(b"65536 f", b"65535 f", 1)


def handwriting(seed: int, size: tuple[int, int] = (900, 1270)) -> Image.Image:
    """A page written by hand, unreadable on purpose: nothing in it can be recognised."""
    random = Random(seed)
    image = Image.new("RGB", size, (244, 240, 226))
    draw = ImageDraw.Draw(image)
    for y in range(110, size[1] - 90, 44):
        draw.line([(60, y + 10), (size[0] - 40, y + 10)], fill=(196, 206, 220))
        x, end = random.randint(70, 110), size[0] - random.randint(60, 300)
        while x < end:
            word = [(x + step * 7, y + random.randint(-14, 8)) for step in range(random.randint(4, 9))]
            draw.line(word, fill=(32, 44, 116), width=3, joint="curve")
            x = word[-1][0] + random.randint(14, 26)
    return image


def _page(paragraphs: Sequence[str], number: int, letterhead: Sequence[tuple[str, str]]) -> Image.Image:
    random = Random(number)
    image = Image.new("L", A4_AT_200_DPI, 255)
    draw = ImageDraw.Draw(image)
    body, bold = ImageFont.truetype(FONT, 30), ImageFont.truetype(BOLD, 30)
    y = MARGIN
    for left, right in letterhead:
        draw.text((A4_AT_200_DPI[0] * 0.27, y), left, font=body, fill=0, anchor="ma")
        draw.text((A4_AT_200_DPI[0] * 0.7, y), right, font=body, fill=0, anchor="ma")
        y += LINE
    for text in paragraphs:
        y += LINE // 3
        heading = text.startswith("# ")
        for line in textwrap.wrap(text.removeprefix("# "), COLUMNS):
            if heading:
                draw.text((A4_AT_200_DPI[0] / 2, y), line, font=bold, fill=0, anchor="ma")
            else:
                draw.text((MARGIN, y), line, font=body, fill=0)
            y += LINE
    draw.text((A4_AT_200_DPI[0] / 2, A4_AT_200_DPI[1] - 120), str(number), font=body, fill=0, anchor="ma")
    for _ in range(60):
        x, y = random.randrange(A4_AT_200_DPI[0]), random.randrange(A4_AT_200_DPI[1])
        draw.ellipse((x, y, x + 2, y + 2), fill=0)
    askew = image.rotate(random.uniform(-0.6, 0.6), resample=Image.Resampling.BICUBIC, fillcolor=255)
    return askew.point(lambda shade: 255 if shade > 140 else 0).convert("1")
