"""Case 14c: one letter that arrives twice, by POP3 and by a forward: same Message-ID and body, other Received."""

from email.utils import parsedate_to_datetime

from tests.mail import material
from tests.mail.making.envelope import Envelope, headers, received
from tests.mail.making.mime import Multipart, attachment, encoded, letter, plain

DATE = "Mon, 27 Jul 2026 09:40:10 +0700"
TEXT = """\
Hội Phụ nữ xã An Mẫu thăm, tặng quà gia đình chính sách

Sáng ngày 27/7/2026, Hội Phụ nữ xã An Mẫu tổ chức thăm hỏi, tặng quà các gia đình chính sách trên địa bàn xã nhân kỷ \
niệm 79 năm Ngày Thương binh - Liệt sĩ (27/7/1947 - 27/7/2026).
Đoàn đã đến thăm 15 gia đình tại các thôn Đồng Thử, Bãi Mẫu và Cầu Giả, mỗi gia đình được tặng một suất quà trị giá \
500.000 đồng. Thay mặt Hội, đồng chí Đỗ Thị Gương ân cần thăm hỏi sức khỏe, động viên các gia đình tiếp tục phát huy \
truyền thống cách mạng.

Tin, ảnh: Đỗ Thị Gương
"""


def letters() -> dict[str, bytes]:
    """The case's two letters."""
    return {"14c-1-lan-mot.eml": _arrival("pop3"), "14c-2-lan-hai.eml": _arrival("forward")}


def _arrival(way: str) -> bytes:
    envelope = Envelope(
        sender="Hội Phụ nữ xã",
        address="hpn@songmau.example",
        date=DATE,
        subject=encoded("Tin: Thăm, tặng quà gia đình chính sách"),
        message_id="<20260727094010.HPN7@webmail.songmau.example>",
        mailer="Zimbra 9.0.0 (ZimbraWebClient - Chrome (Win))",
    )
    parts = [plain(TEXT), attachment("tham hoi.jpg", "image/jpeg", material.read("tham-hoi.jpg"))]
    written = parsedate_to_datetime(DATE)
    trace = [
        ("Received", received(f"from {way}.songmau.example ({way}.songmau.example [203.0.113.30])", written, way)),
        ("X-Delivered-By", way),
    ]
    return letter([*trace, *headers(envelope)], Multipart(subtype="mixed", boundary="=_zm_14c", parts=parts))
