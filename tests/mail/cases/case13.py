"""Case 13: a citizen asks, without diacritics. Never an article."""

from tests.mail.making.envelope import Envelope, headers
from tests.mail.making.mime import Transfer, letter, plain

TEXT = (
    "Kinh gui UBND xa, gia dinh toi nop ho so cap doi giay chung nhan QSD dat ngay 01/9/2026, ma ho so\n"
    "000.00.00-260901-0001, den nay chua co ket qua. Xin hoi khi nao co? Nguyen Thi Hoi, thon Bai Mau, 0900000010.\n"
)


def letters() -> dict[str, bytes]:
    """The case's letter."""
    envelope = Envelope(
        sender="người dân",
        address="dan@thu-ca-nhan.example",
        date="Mon, 12 Oct 2026 19:31:20 +0700",
        subject="Hoi ve cap doi so do",
        message_id="<CAF0-hoi-dap-13@thu-ca-nhan.example>",
        route="out.thu-ca-nhan.example (out.thu-ca-nhan.example [198.51.100.40])",
    )
    return {"13-hoi-dap.eml": letter(headers(envelope), plain(TEXT, charset="us-ascii", transfer=Transfer.SEVEN))}
