"""Copies of a picture turned and cut as an editor said, made anew from the pixels like every other copy."""

from PIL import Image

from tinbai.photo_edit import PhotoEdit
from tinbai.pictures.colours import in_srgb
from tinbai.pictures.copies import PHOTO_FORMATS, encoded
from tinbai.pictures.opened import MOST_PIXELS, opened
from tinbai.pictures.sizes import decoded_at, no_longer_than

_TURNED = {90: Image.Transpose.ROTATE_270, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_90}


def edited_copy(content: bytes, edit: str, longest: int, most_pixels: int = MOST_PIXELS) -> bytes:
    """A copy for the web, turned clockwise, then cut, its longer side at most `longest`.

    The same original and the same `edit` (see `PhotoEdit`) always give the same copy. Raises PictureError, and
    InputError for an `edit` that is none.
    """
    wanted = PhotoEdit.of(edit)
    across, down = 100 - wanted.left - wanted.right, 100 - wanted.top - wanted.bottom
    with opened(content, most_pixels) as image:
        fine = image.format not in PHOTO_FORMATS
        # So large that what is left after cutting still has the size that was asked for.
        upright = in_srgb(decoded_at(image, longest * 100 // min(across, down) + 1))
        if wanted.turn:
            upright = upright.transpose(_TURNED[wanted.turn])
        return encoded(no_longer_than(_cut(upright, wanted), longest), fine=fine)


def _cut(image: Image.Image, edit: PhotoEdit) -> Image.Image:
    left, top = image.width * edit.left // 100, image.height * edit.top // 100
    right, bottom = image.width - image.width * edit.right // 100, image.height - image.height * edit.bottom // 100
    return image.crop((left, top, max(right, left + 1), max(bottom, top + 1)))
