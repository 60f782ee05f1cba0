"""Openers: what came along with a letter becomes text in blocks, or further parts.

One file for each form, all alike: `open_x(part, limits) -> Opened`, raising UnreadableError with a message for the
editor. Which one opens a part is told by its content alone. They are meant to run in a child process with limits on
time and memory; within those, nothing that a letter carries makes `open_part` raise.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from ingest.letter import Part
from ingest.openers.apple_file import open_apple_file, open_resources
from ingest.openers.archive import open_archive
from ingest.openers.binhex import open_binhex
from ingest.openers.docx import open_docx
from ingest.openers.html import open_html
from ingest.openers.image import open_image
from ingest.openers.ods import open_ods
from ingest.openers.office import open_office
from ingest.openers.other_office import open_other_office
from ingest.openers.pdf import open_pdf
from ingest.openers.plain import open_plain
from ingest.openers.slides import open_slides
from ingest.openers.sniff import Form, form_of
from ingest.openers.spreadsheet import open_spreadsheet
from ingest.openers.tnef import open_tnef
from ingest.openers.unreadable import UnreadableError, about_attachment, hint
from ingest.source import Opened
from tinbai.limits import Limits

_OPENERS: Mapping[Form, Callable[[Part, Limits], Opened]] = {
    Form.DOCX: open_docx,
    Form.DOC: open_office,
    Form.RTF: open_office,
    Form.ODT: open_office,
    Form.WORD_XML: open_office,
    Form.XLSX: open_spreadsheet,
    Form.ODS: open_ods,
    Form.XLS: open_other_office,
    Form.XLSB: open_other_office,
    Form.PPTX: open_slides,
    Form.PPT: open_other_office,
    Form.ODP: open_other_office,
    Form.HTML: open_html,
    Form.TEXT: open_plain,
    Form.PDF: open_pdf,
    Form.JPEG: open_image,
    Form.PNG: open_image,
    Form.GIF: open_image,
    Form.WEBP: open_image,
    Form.HEIC: open_image,
    Form.TIFF: open_image,
    Form.BMP: open_image,
    Form.ZIP: open_archive,
    Form.RAR: open_archive,
    Form.SEVEN_ZIP: open_archive,
    Form.TNEF: open_tnef,
    Form.APPLE_SINGLE: open_apple_file,
    Form.APPLE_DOUBLE: open_resources,
    Form.BINHEX: open_binhex,
}
_NOT_OPENED = {
    Form.CALENDAR: "“{name}” là lịch họp, không phải tệp của bài.",
}
_DRAWING = (
    "“{name}” là hình vẽ SVG. Tệp được giữ nhưng không hiển thị và không đăng, vì loại tệp này có thể chứa mã chạy "
    "được. Nếu là ảnh của bài, đề nghị người gửi gửi lại dạng .jpg hoặc .png."
)
_PROTECTED = "Tệp “{name}” có mật khẩu nên không đọc được; đề nghị người gửi bỏ mật khẩu rồi gửi lại."
_BROKEN = "Không đọc được tệp “{name}”: tệp hỏng hoặc viết khác thường. Tệp gốc vẫn được giữ; đề nghị gửi lại."
_EMPTY = "Tệp “{name}” rỗng; đề nghị người gửi gửi lại."


def open_part(part: Part, limits: Limits) -> Opened:
    """What is in `part`. Never raises: what cannot be opened is told by a finding, and the part itself is kept."""
    if not part.content:
        return Opened(findings=[about_attachment("attachment_unreadable", _EMPTY.format(name=part.filename))])
    form = form_of(part.content)
    opener = _OPENERS.get(form)
    if opener is None:
        return _unopened(part, form)
    try:
        return _of_part(opener(part, limits), part)
    except UnreadableError as error:
        return Opened(findings=[error.finding()])
    except Exception:  # noqa: BLE001 - the bytes are a stranger's: a library's surprise must not lose the letter
        return Opened(findings=[about_attachment("attachment_unreadable", _BROKEN.format(name=part.filename))])


def _of_part(opened: Opened, part: Part) -> Opened:
    """The source says which part it was read from."""
    if opened.source is None:
        return opened
    return replace(opened, source=replace(opened.source, sha256=part.sha256, inside=part.inside))


def _unopened(part: Part, form: Form) -> Opened:
    if form is Form.PROTECTED_OFFICE:
        return Opened(findings=[about_attachment("attachment_protected", _PROTECTED.format(name=part.filename))])
    if form is Form.SVG:
        return Opened(findings=[about_attachment("drawing_not_shown", _DRAWING.format(name=part.filename))])
    message = _NOT_OPENED.get(form)
    return Opened(findings=[hint("attachment_not_read", message.format(name=part.filename))] if message else ())
