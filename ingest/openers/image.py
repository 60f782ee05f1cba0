"""Photos: they give no text. Opening one only checks that it is a picture that can be shown."""

from ingest.letter import Part
from ingest.openers.unreadable import UnreadableError
from ingest.source import Opened
from tinbai.limits import Limits
from tinbai.pictures import PictureError, check

_BROKEN = "Không mở được ảnh “{name}”: tệp hỏng. Đề nghị người gửi gửi lại ảnh."
_TOO_LARGE = "Ảnh “{name}” quá lớn ({megapixels:.0f} triệu điểm ảnh) nên không dùng được. Đề nghị gửi ảnh nhỏ hơn."


def open_image(part: Part, limits: Limits) -> Opened:
    """Nothing, when all is well. Raises UnreadableError for a picture that is broken or beyond the limit of pixels."""
    try:
        check(part.content, most_pixels=limits.pixels)
    except PictureError as error:
        if error.pixels is None:
            raise UnreadableError(_BROKEN.format(name=part.filename)) from error
        message = _TOO_LARGE.format(name=part.filename, megapixels=error.pixels / 1e6)
        raise UnreadableError(message, check="picture_too_large") from error
    return Opened()
