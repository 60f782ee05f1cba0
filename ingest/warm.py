"""Imported by the server from which the readers' children are forked: it reads one letter, so that they need not begin.

What is loaded when it is first needed (Pillow's formats, the public suffixes, the syllables, html5lib) is then in every
child from its start, and its memory is shared. The first letter of a child cost a tenth of a second without it.
"""

import zipfile
from contextlib import suppress
from email.message import EmailMessage
from io import BytesIO

from ingest.read import read
from tinbai.limits import Limits
from tinbai.memory import collect_seldom
from tinbai.site_data import ColumnData, SiteData

_WORDS = "Sáng nay, xã tổ chức hội nghị tổng kết công tác năm; đồng chí Chủ tịch chủ trì."
_DOCUMENT = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    f"<w:body><w:p><w:r><w:t>{_WORDS}</w:t></w:r></w:p></w:body></w:document>"
)
_SITE = SiteData(name="x", authserv_ids=("mx.x.example",), columns=(ColumnData(key="x", name="x"),))


def _photo() -> bytes:
    """A JPEG of 640 x 480 without content, with the EXIF that a camera would write (ITU-T T.81, annex B)."""
    exif = b"Exif\0\0II*\0" + bytes([8, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    frame = bytes([8, 480 >> 8, 480 & 255, 640 >> 8, 640 & 255, 1, 1, 0x11, 0])
    scan = bytes([1, 1, 0, 0, 63, 0])
    segments = ((0xE1, exif), (0xC0, frame), (0xDA, scan))
    written = b"".join(bytes([0xFF, mark]) + (len(held) + 2).to_bytes(2, "big") + held for mark, held in segments)
    return b"\xff\xd8" + written + b"\0\xff\xd9"


def _document() -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("word/document.xml", _DOCUMENT)
    return file.getvalue()


def _letter() -> bytes:
    letter = EmailMessage()
    letter["Authentication-Results"] = "mx.x.example; dkim=pass header.d=y.example"
    letter["From"], letter["Subject"] = "a@z.example", "Gửi bài"
    letter.set_content(f"Kính gửi Ban biên tập.\n\n{_WORDS}\n")
    letter.add_alternative(f"<p>{_WORDS}</p><p>{_WORDS}</p>", subtype="html")
    letter.add_attachment(_photo(), maintype="image", subtype="jpeg", filename="a.jpg")
    letter.add_attachment(_document(), maintype="application", subtype="octet-stream", filename="a.docx")
    return letter.as_bytes()


with suppress(Exception):  # a cold child is slow; without this server there would be none
    read(_letter(), site=_SITE, limits=Limits())
collect_seldom()  # here, so that no child walks, and by that copies, what it shares
