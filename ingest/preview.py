"""An attached file for an editor's eyes, made from its bytes: the text of a document, the pages of a PDF as pictures.

Pure functions that run in a child process; nothing of the file itself reaches a browser.
"""

from ingest.letter import Part
from ingest.openers import open_part
from ingest.openers.pdf import coloured_page, page_count
from ingest.openers.sniff import Form, form_of
from tinbai.html import render
from tinbai.limits import Limits
from tinbai.preview import Preview

MOST_PAGES = 60
MOST_BLOCKS = 2_000
# What opens without LibreOffice, in a moment.
_TEXTS = frozenset({Form.DOCX, Form.XLSX, Form.ODS, Form.PPTX, Form.HTML, Form.TEXT})
_NOT_SHOWN = "Loại tệp này chưa xem trước được ở đây. Tải về máy để xem."
_EMPTY = "Không thấy chữ nào trong tệp này. Tải về máy để xem."


def preview(content: bytes, filename: str, limits: Limits) -> Preview:
    """What can be shown of a file. Raises nothing."""
    form = form_of(content)
    if form is Form.PDF:
        count = page_count(content)
        if not count:
            return Preview(problem="Không mở được tệp PDF này: tệp hỏng hoặc có mật khẩu.")
        return Preview(pages=min(count, MOST_PAGES), more=count > MOST_PAGES)
    if form not in _TEXTS:
        return Preview(problem=_NOT_SHOWN)
    opened = open_part(Part(filename=filename, media_type=form.value, content=content), limits)
    if opened.source is None:
        return Preview(problem=opened.findings[0].message if opened.findings else _EMPTY)
    blocks = opened.source.blocks
    html = render(blocks[:MOST_BLOCKS])
    return Preview(html=html, more=len(blocks) > MOST_BLOCKS) if html else Preview(problem=_EMPTY)


def page(content: bytes, number: int) -> bytes | None:
    """A page of a PDF as a JPEG, from 1; None when there is none."""
    return coloured_page(content, number - 1) if 1 <= number <= MOST_PAGES else None
