"""Case 5: four items of three hamlets in one ZIP made on Windows, forwarded twice, with a path that climbs out."""

from tests.mail import material
from tests.mail.making.docx import document, paragraph
from tests.mail.making.envelope import Envelope, headers
from tests.mail.making.mime import Multipart, attachment, encoded, letter, plain
from tests.mail.making.vietnamese import cp1258
from tests.mail.making.zips import Entry, archive

NOTE = """\
Chuyển BBT 03 tin của các thôn (trong file nén), đồng chí duyệt giúp nhé.

---------- Forwarded message ---------
From: Thôn Đồng Thử <thon.dongthu@songmau.example>
Date: Vào 20:30, CN, 4 thg 10, 2026
Subject: tin thon
To: vhxh@songmau.example

Thôn gửi các anh tin văn nghệ ạ.
"""
STARS = "*****"
DONG_THU = (
    "Thôn Đồng Thử giao lưu văn nghệ mừng mùa gặt",
    (
        "Tối ngày 03/10/2026, tại Nhà văn hóa thôn Đồng Thử, Ban công tác Mặt trận thôn tổ chức đêm giao lưu văn "
        "nghệ mừng "
        "mùa gặt với sự tham gia của 6 đội văn nghệ trong xã."
    ),
    (
        "Đêm giao lưu có 14 tiết mục ca, múa ca ngợi quê hương, đất nước, do chính bà con trong thôn dàn dựng và "
        "biểu diễn. "
        "Hơn 200 người dân đã đến xem và cổ vũ."
    ),
    "Kết thúc đêm giao lưu, Ban tổ chức tặng quà lưu niệm cho 6 đội tham gia.",
    "Tin, ảnh: Văn Thử",
)
BAI_MAU = (
    "Thôn Bãi Mẫu ra quân tổng vệ sinh môi trường",
    (
        "Sáng ngày 04/10/2026, thôn Bãi Mẫu huy động 85 người dân ra quân tổng vệ sinh môi trường trên các trục "
        "đường chính "
        "của thôn."
    ),
    (
        "Bà con đã quét dọn 2 km đường, khơi thông 600 m rãnh thoát nước, thu gom và vận chuyển 3 tấn rác thải đến "
        "nơi tập kết."
    ),
    "Đây là hoạt động được thôn duy trì vào sáng Chủ nhật đầu tiên hằng tháng.",
    "Tin, ảnh: Thị Mẫu",
)
CAU_GIA = (
    "Thôn Cầu Giả tặng quà Trung thu cho trẻ em",
    "Tối ngày 25/9/2026, Chi đoàn thôn Cầu Giả tổ chức vui Trung thu và tặng 120 suất quà cho thiếu nhi trong thôn.",
    "Các cháu được xem múa lân, rước đèn và tham gia các trò chơi dân gian.",
    "Tin: Chi đoàn thôn",
    STARS,
    "Thôn Cầu Giả thu 30 triệu đồng quỹ khuyến học",
    (
        "Ngày 02/10/2026, Chi hội khuyến học thôn Cầu Giả họp tổng kết đợt vận động quỹ khuyến học năm 2026. Đến "
        "nay, toàn "
        "thôn đã thu được 30 triệu đồng từ 150 hộ dân."
    ),
    "Số tiền trên được dùng để khen thưởng học sinh giỏi và giúp đỡ học sinh có hoàn cảnh khó khăn.",
    "Tin: Chi hội khuyến học",
)
CLIMBING = ("Tệp lạc", "Tệp này nằm trong tệp nén với một đường dẫn ra ngoài thư mục.")


def letters() -> dict[str, bytes]:
    """The case's letter."""
    envelope = Envelope(
        sender="Phòng Văn hóa - Xã hội",
        address="vhxh@songmau.example",
        date="Mon, 05 Oct 2026 09:15:30 +0700",
        subject=encoded("Fwd: Fwd: Chuyển tiếp: tin bài các thôn tuần 40 (03 tin)"),
        message_id="<20261005091530.A77@webmail.songmau.example>",
        mailer="Zimbra 9.0.0 (ZimbraWebClient - Edge (Win))",
    )
    parts = [plain(NOTE), attachment("Tin bai tuan 40.zip", "application/x-zip-compressed", _archive())]
    return {
        "05-ba-thon-mot-tep.eml": letter(headers(envelope), Multipart(subtype="mixed", boundary="=_zm_05", parts=parts))
    }


def _archive() -> bytes:
    """Names in the code page of a Vietnamese Windows, without the flag that says UTF-8."""
    return archive(
        [
            Entry(name=cp1258("1. Thôn Đồng Thử - Giao lưu văn nghệ.docx"), content=_article(DONG_THU)),
            Entry(name=cp1258("2. Thôn Bãi Mẫu - Vệ sinh môi trường.docx"), content=_article(BAI_MAU)),
            Entry(name=cp1258("3. Thôn Cầu Giả.docx"), content=_article(CAU_GIA)),
            Entry(name=b"anh/", content=b"", deflated=False),
            *(
                Entry(
                    name=b"anh/Thon Dong Thu (%d).jpg" % n, content=material.read(f"dong-thu-{n}.jpg"), deflated=False
                )
                for n in range(1, 5)
            ),
            Entry(name=b"anh/VSMT.jpg", content=material.read("ve-sinh.jpg"), deflated=False),
            Entry(name=b"anh/Thumbs.db", content=_thumbnails()),
            Entry(name=b"~$Thon Cau Gia.docx", content=_lock_file("Can bo van hoa")),
            Entry(name=b"../../etc/x.docx", content=_article(CLIMBING)),
        ]
    )


def _article(lines: tuple[str, ...]) -> bytes:
    titles = {lines[0], CAU_GIA[CAU_GIA.index(STARS) + 1]}
    return document(
        [paragraph(line, bold=line in titles, align="center" if line in titles else None) for line in lines]
    )


def _thumbnails() -> bytes:
    """The beginning of Windows' thumbnail cache: an OLE header and nothing of use."""
    return bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16) + bytes.fromhex("3E000300FEFF0900") + bytes(2048 - 32)


def _lock_file(user: str) -> bytes:
    """Word's owner file: the user's name, once in bytes and once in UTF-16, 162 bytes in all."""
    single = bytes([len(user)]) + user.encode("ascii")
    wide = len(user).to_bytes(2, "little") + user.encode("utf-16-le")
    return (single.ljust(55, b"\0") + wide).ljust(162, b"\0")
