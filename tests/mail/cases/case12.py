"""Case 12: Outlook's oddities. Winmail.dat, three character sets that are not what they say, a meeting, a logo."""

from tests.mail import material
from tests.mail.making.docx import document, paragraph
from tests.mail.making.envelope import Envelope, headers
from tests.mail.making.mime import Leaf, Multipart, Transfer, attachment, inline, letter
from tests.mail.making.tnef import winmail

FROM = "=?windows-1258?Q?H=F4=F2i_Phu=F2_n=FD=DE_xa=DE?= <hpn@songmau.example>"
SUBJECT = "=?iso-8859-1?Q?Tin_b=C3=A0i_20/10?="
NOTE = "Kính gửi Ban biên tập, Hội Phụ nữ xã gửi tin kỷ niệm 20/10. Trân trọng!\n"
ARTICLE = (
    "Hội Phụ nữ xã An Mẫu tọa đàm kỷ niệm 96 năm Ngày thành lập Hội Liên hiệp Phụ nữ Việt Nam",
    (
        "Sáng ngày 20/10/2026, tại Nhà văn hóa xã, Hội Liên hiệp Phụ nữ xã An Mẫu tổ chức tọa đàm kỷ niệm 96 năm "
        "Ngày thành "
        "lập Hội Liên hiệp Phụ nữ Việt Nam (20/10/1930 - 20/10/2026)."
    ),
    (
        "Dự buổi tọa đàm có đồng chí Trần Văn Mẫu, Bí thư Đảng ủy xã; đồng chí Lê Thị Thử, Chủ tịch UBND xã cùng "
        "60 cán bộ, hội "
        "viên đại diện cho các chi hội."
    ),
    (
        "Tại buổi tọa đàm, các đại biểu đã ôn lại truyền thống của Hội và trao đổi kinh nghiệm xây dựng gia đình "
        "hạnh phúc. "
        "Dịp này, Hội Phụ nữ xã trao 10 suất quà cho hội viên có hoàn cảnh khó khăn."
    ),
    "Tin, ảnh: Đỗ Thị Gương",
)
MEETING = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//An Mau//Lich hop//VI
METHOD:REQUEST
BEGIN:VEVENT
UID:hop-20261022@songmau.example
DTSTAMP:20261020T040000Z
DTSTART:20261022T010000Z
DTEND:20261022T020000Z
SUMMARY:Họp giao ban Hội Phụ nữ
LOCATION:Nhà văn hóa xã
END:VEVENT
END:VCALENDAR
"""


def letters() -> dict[str, bytes]:
    """The case's letter."""
    envelope = Envelope(
        sender="",
        raw_from=FROM,
        address="hpn@songmau.example",
        date="Tue, 20 Oct 2026 11:00:00 +0700",
        subject=SUBJECT,
        message_id="<00b301dd41c2$8e51f0a0$aaf5d1e0$@songmau.example>",
        mailer="Microsoft Outlook 14.0",
    )
    mislabelled = Leaf(content_type="text/plain; charset=us-ascii", content=NOTE.encode(), transfer=Transfer.EIGHT)
    invitation = MEETING.replace("\n", "\r\n").encode()
    parts = [
        mislabelled,
        attachment("winmail.dat", "application/ms-tnef", _tnef()),
        attachment("invite.ics", "text/calendar; charset=utf-8; method=REQUEST", invitation),
        inline(
            "image001.png", "image/png", material.read("bieu-trung.png"), content_id="image001.png@01DD41C2.8E51F0A0"
        ),
    ]
    boundary = "----=_NextPart_000_00B4_01DD41FD"
    return {"12-outlook.eml": letter(headers(envelope), Multipart(subtype="mixed", boundary=boundary, parts=parts))}


def _tnef() -> bytes:
    title, *body = ARTICLE
    article = document([paragraph(title, bold=True, align="center"), *(paragraph(text) for text in body)])
    return winmail([("Tin 20-10.docx", article), ("anh.jpg", material.read("hoi-phu-nu.jpg"))])
