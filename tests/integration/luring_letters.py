"""Letters that name an address wherever some program would fetch it: to show pictures, to say that they were read."""

import io
import zipfile

from tests.mail.making.docx import document, paragraph
from tests.mail.making.mime import Leaf, Multipart, attachment, encoded, html, letter, plain

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "word/_rels/document.xml.rels"


def luring(address: str) -> list[bytes]:
    """One as a page, and one for each kind of file. `address` ends with a slash."""
    headers = [
        ("From", "Hội Nông dân <hnd@songmau.example>"), ("Subject", encoded("Tin bài có đường dẫn")),
        ("Disposition-Notification-To", "<xem@noi-khac.example>"), ("List-Unsubscribe", f"<{address}bo>"),
        ("Return-Receipt-To", "<xem@noi-khac.example>"), ("Archived-At", f"<{address}luu>"),
        ("DKIM-Signature", "v=1; a=rsa-sha256; d=noi-khac.example; s=khoa; h=from; bh=AAAA; b=AAAA"),
    ]  # fmt: skip
    note = plain("Kính gửi Ban biên tập, xin gửi bài.")
    contents = [html(_page(address))]
    contents += [Multipart(subtype="mixed", boundary="B", parts=[note, file]) for file in _files(address)]  # type: ignore[misc]
    return [letter([*headers, ("Message-ID", f"<{n}@songmau.example>")], one) for n, one in enumerate(contents)]


def _page(address: str) -> str:
    return (
        f'<base href="{address}goc"><link rel="stylesheet" href="{address}kieu.css"><p>Ngày 1/10, xã tập huấn.</p>'
        f'<img src="{address}anh.png"><iframe src="{address}khung"></iframe><p style="background:url({address}nen)">x'
    )


def _files(address: str) -> list[Leaf]:
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg"><image href="{address}ve"/></svg>'
    elsewhere = f'message/external-body; access-type=URL; URL="{address}ngoai"'
    return [
        attachment("bai.docx", DOCX, _docx(address)),
        attachment("bai.rtf", "application/rtf", _rtf(address)),
        attachment("bai.html", "text/html", _page(address).encode()),
        attachment("ve.svg", "image/svg+xml", drawing.encode()),
        attachment("lich.ics", "text/calendar", f"BEGIN:VCALENDAR\r\nATTACH:{address}lich\r\nEND:VCALENDAR".encode()),
        attachment("loi-tat.url", "application/x-mswinurl", f"[InternetShortcut]\r\nURL={address}tat\r\n".encode()),
        attachment("ma.xml", "application/xml", f'<!DOCTYPE a SYSTEM "{address}ma.dtd"><a/>'.encode()),
        attachment("ngoai", elsewhere, b"Content-Type: image/png\r\n\r\n"),
    ]


def _docx(address: str) -> bytes:
    """With a picture and a template that stand elsewhere."""
    lines = "".join(
        f'<Relationship Id="lure{kind}" Type="{OFFICE}/{kind}" Target="{address}{kind}" TargetMode="External"/>'
        for kind in ("image", "attachedTemplate")
    )
    made, file = document([paragraph("Xã tập huấn trồng nấm rơm"), paragraph("Lớp có 45 hội viên.")]), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as plain_one, zipfile.ZipFile(file, "w") as packed:
        for name in plain_one.namelist():
            text = plain_one.read(name)
            closing = b"</Relationships>"
            packed.writestr(name, text.replace(closing, lines.encode() + closing) if name == RELATIONS else text)
    raw = file.getvalue()
    assert zipfile.ZipFile(io.BytesIO(raw)).read(RELATIONS).count(address.encode()) == 2
    return raw


def _rtf(address: str) -> bytes:
    """LibreOffice opens it, and what it names when it may."""
    picture = rf'{{\field{{\*\fldinst INCLUDEPICTURE "{address}anh.png"}}{{\fldrslt }}}}'
    head = rf"{{\rtf1\ansi {{\*\template {address}mau}}\pard Xa tap huan trong nam rom.\par "
    return (head + picture + "}").encode()
