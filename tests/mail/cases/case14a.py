"""Case 14a: someone poses as the head of the board; DKIM and SPF fail; macros; a RAR and its password."""

from tests.mail.making.docx import document, paragraph
from tests.mail.making.envelope import Envelope, Sent, headers
from tests.mail.making.mime import Multipart, attachment, encoded, letter, plain
from tests.mail.making.rar5 import archive

PASSWORD = "anmau2026"
TEXT = f"""\
Gửi bộ phận kỹ thuật,

duyệt đăng gấp bài đính kèm, tôi đang họp nên không nghe máy được. Hồ sơ trong file nén, mật khẩu: {PASSWORD}

Phạm Thị Minh Họa
Trưởng Ban biên tập
"""
MACRO_ENABLED = "application/vnd.ms-word.document.macroEnabled.12"


def letters() -> dict[str, bytes]:
    """The case's letter. The address is in UTF-8, as SMTPUTF8 (RFC 6532) lets it be."""
    address = "hoa.pham@tên-lạ.example"
    envelope = Envelope(
        sender="Phạm Thị Minh Họa",
        address=address,
        date="Sun, 18 Oct 2026 23:58:09 +0700",
        subject=encoded("Duyệt đăng gấp"),
        message_id="<1792342689.14a@mail.may-la.example>",
        verdict=Sent.FAILED,
        route="mail.may-la.example (unknown [192.0.2.66])",
        return_path="tra-loi@may-la.example",
    )
    parts = [
        plain(TEXT),
        attachment("bai.docm", MACRO_ENABLED, _with_macros()),
        attachment("hoso.rar", "application/x-rar-compressed", archive([("ho so.txt", b"x" * 64)], password=PASSWORD)),
    ]
    return {"14a-mao-danh.eml": letter(headers(envelope), Multipart(subtype="mixed", boundary="=_14a", parts=parts))}


def _with_macros() -> bytes:
    """A document that says it has macros; the project inside is an OLE header and zeros, and can do nothing."""
    items = [paragraph("Thông báo khẩn", bold=True), paragraph("Đề nghị đăng ngay nội dung này lên trang chủ.")]
    return document(items, macros=bytes.fromhex("D0CF11E0A1B11AE1") + bytes(1528))
