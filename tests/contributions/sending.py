"""Letters as contributors send them: who, about what, a text, and files."""

from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

from tests.contributions.pictures import picture
from tests.mail.making.envelope import Envelope, headers
from tests.mail.making.mime import Leaf, Multipart, attachment, encoded, html, letter, plain

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"


@dataclass(frozen=True, kw_only=True)
class Sender:
    """A contributor's name and address as they stand in the From header."""

    name: str
    address: str


HND = Sender(name="Hội Nông dân xã An Mẫu", address="hnd@songmau.example")
HPN = Sender(name="Hội LHPN xã An Mẫu", address="hpn@songmau.example")
THCS = Sender(name="Trường THCS An Mẫu", address="thcs.anmau@songmau.example")
TRAM = Sender(name="Trạm Y tế An Mẫu", address="tramyte@songmau.example")
VHXH = Sender(name="Phòng Văn hóa - Xã hội", address="vhxh@songmau.example")
CONG_AN = Sender(name="Công an xã An Mẫu", address="congan@songmau.example")
VAN_PHONG = Sender(name="Văn phòng HĐND và UBND xã", address="vanphong@songmau.example")
DONG_THU = Sender(name="Thôn Đồng Thử", address="thon.dongthu@songmau.example")
GUONG = Sender(name="Do Guong", address="guong.do@thu-ca-nhan.example")
DOAN = Sender(name="Đoàn Thanh niên xã An Mẫu", address="doantn@songmau.example")
NGUOI_DAN = Sender(name="Thu Mau", address="nguoi.dan.thu@thu-ca-nhan.example")


def sent(
    sender: Sender,
    subject: str,
    text: str | Leaf | Multipart,
    *files: Leaf,
    mailer: str | None = None,
    date: str = "Mon, 12 Oct 2026 10:21:40 +0700",
    more: tuple[tuple[str, str], ...] = (),
) -> bytes:
    """The letter's bytes. A `text` that is only text goes as text/plain in UTF-8."""
    key = crc32(f"{sender.address}{subject}{date}".encode())
    envelope = Envelope(
        sender=sender.name,
        address=sender.address,
        date=date,
        subject=encoded(subject),
        message_id=f"<{key:08x}.{len(files)}@{sender.address.rpartition('@')[2]}>",
        mailer=mailer,
        more=more,
    )
    body = plain(text) if isinstance(text, str) else text
    content = Multipart(subtype="mixed", boundary=f"=_b{key:08x}", parts=[body, *files]) if files else body
    return letter(headers(envelope), content)


def both(text: str, page: str) -> Multipart:
    """The same text plain and as HTML, as most programs send it."""
    return Multipart(subtype="alternative", boundary=f"=_a{crc32(page.encode()):08x}", parts=[plain(text), html(page)])


def with_pictures(page: str, numbers: Sequence[int]) -> Multipart:
    """HTML that shows pictures, each as `cid:pic<number>`."""
    shown = [_shown(number) for number in numbers]
    return Multipart(subtype="related", boundary=f"=_r{crc32(page.encode()):08x}", parts=[html(page), *shown])


def _shown(number: int) -> Leaf:
    name = f"image{number:03d}.jpg"
    return Leaf(
        content_type=f'image/jpeg; name="{name}"',
        content=picture(number),
        headers=[("Content-ID", f"<pic{number}>"), ("Content-Disposition", f'inline; filename="{name}"')],
    )


def docx(name: str, content: bytes) -> Leaf:
    """A Word file that came along."""
    return attachment(name, DOCX, content)


def jpg(name: str, number: int) -> Leaf:
    """A photo that came along."""
    return attachment(name, "image/jpeg", picture(number))
