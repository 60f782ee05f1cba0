"""Case 6: from a phone and a personal mailbox; photos (HEIC with GPS, the same one twice from Zalo), few words."""

from tests.mail import material
from tests.mail.making.envelope import Envelope, headers
from tests.mail.making.mime import Multipart, Transfer, attachment, encoded, inline, letter, plain

TEXT = """\
Em gửi BBT mấy ảnh hội thi nấu ăn 10/10 nhà văn hoá xã ạ, hội mình có 12 đội thi, đội thôn Bãi Mẫu giải nhất. \
Chị Thử CT xã có dự. Chị viết giúp em nhé 🙏

Đã gửi từ iPhone của tôi
"""


def letters() -> dict[str, bytes]:
    """The case's letter."""
    envelope = Envelope(
        sender="Guong Do",
        address="guong.do@thu-ca-nhan.example",
        date="Sat, 10 Oct 2026 21:47:03 +0700",
        subject=encoded("(không có tiêu đề)"),
        message_id="<6B1F0C52-77A1-4E0B-9A0D-3F5E6A7B8C9D@thu-ca-nhan.example>",
        mailer="iPhone Mail (22A3354)",
        route="out.thu-ca-nhan.example (out.thu-ca-nhan.example [198.51.100.40])",
    )
    parts = [
        plain(TEXT, transfer=Transfer.BASE64),
        attachment("IMG_2034.HEIC", "image/heic", material.read("hoi-thi.heic")),
        attachment("z6000000000001_0a1b2c3d.jpg", "image/jpeg", material.read("hoi-thi-zalo-1.jpg")),
        attachment("z6000000000002_0a1b2c3d.jpg", "image/jpeg", material.read("hoi-thi-zalo-2.jpg")),
        inline("image0.png", "image/png", material.read("mat-cuoi.png"), content_id="image0@iphone"),
    ]
    boundary = "Apple-Mail-2034D6A1-06"
    return {"06-dien-thoai.eml": letter(headers(envelope), Multipart(subtype="mixed", boundary=boundary, parts=parts))}
