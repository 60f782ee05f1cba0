"""BinHex (.hqx): the Mac file in it. Its resources are of no use to others."""

from ingest.binhex import BinHexError, decode_binhex
from ingest.charset import decode
from ingest.filenames import name_for, safe_name
from ingest.letter import Part
from ingest.openers.sniff import form_of
from ingest.openers.unreadable import UnreadableError, about_attachment
from ingest.source import Opened
from tinbai.limits import Limits
from tinbai.text import clean_line

_DAMAGED = "Không mở được tệp BinHex “{name}”: tệp hỏng. Tệp gốc vẫn được giữ; đề nghị người gửi gửi lại tệp ban đầu."
_DOUBTFUL = "Tệp BinHex “{name}” bị thiếu hoặc sai một đoạn nên nội dung mở ra có thể hỏng; đề nghị người gửi gửi lại."
_TOO_BIG = "Không mở tệp BinHex “{name}” vì nội dung bung ra lớn bất thường. Đề nghị người gửi gửi lại tệp ban đầu."


def open_binhex(part: Part, limits: Limits) -> Opened:
    """The file in a BinHex text. Raises UnreadableError."""
    try:
        file = decode_binhex(part.content, limits.archive_bytes)
    except BinHexError as error:
        if error.too_large:
            raise UnreadableError(_TOO_BIG.format(name=part.filename), check="archive_bomb") from error
        raise UnreadableError(_DAMAGED.format(name=part.filename)) from error
    media_type = form_of(file.content).media_type
    name = safe_name(clean_line(decode(file.name, "mac").text)) or name_for(1, media_type)
    findings = () if file.sound else [about_attachment("attachment_damaged", _DOUBTFUL.format(name=part.filename))]
    inner = Part(filename=name, media_type=media_type, content=file.content, inside=part.filename)
    return Opened(parts=[inner], findings=findings)
