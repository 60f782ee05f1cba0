"""Case 11: copied from a newspaper and from our own June, full of tracked changes, comments and a gap to fill."""

from tests.mail.cases.case01 import DOCX
from tests.mail.making.docx import Change, Paragraph, Run, document
from tests.mail.making.envelope import Envelope, headers
from tests.mail.making.mime import Multipart, attachment, letter, plain

TITLE = "Cảnh báo thủ đoạn lừa đảo qua mạng dịp cuối năm"
PUBLISHED_ON_2_JUNE = (
    (
        "Thời gian gần đây, trên địa bàn xã xuất hiện tình trạng các đối tượng gọi điện thoại tự xưng là cán bộ "
        "công an, viện "
        "kiểm sát, nhân viên ngân hàng, yêu cầu người dân cung cấp số tài khoản, mật khẩu và mã xác thực để "
        "chiếm đoạt tiền "
        "trong tài khoản."
    ),
    (
        "Các đối tượng thường gửi đường dẫn lạ qua tin nhắn, mời cài đặt ứng dụng giả mạo dịch vụ công. Khi "
        "người dân cài đặt, "
        "điện thoại bị chiếm quyền điều khiển và tiền trong tài khoản bị chuyển đi chỉ sau vài phút."
    ),
)
COMMENTS = ("chỗ này hỏi lại sếp", "kiểm tra lại số liệu trước khi đăng")
GAP = "[số vụ: ...]"
SOURCE = "(Theo Báo Minh Họa)"


def letters() -> dict[str, bytes]:
    """The case's letter."""
    envelope = Envelope(
        sender="Công an xã An Mẫu",
        address="congan@songmau.example",
        date="Wed, 14 Oct 2026 17:25:00 +0700",
        subject="TIN BAI TUYEN TRUYEN LUA DAO QUA MANG",
        message_id="<20261014172500.CA9@webmail.songmau.example>",
        mailer="Zimbra 9.0.0 (ZimbraWebClient - Firefox (Win))",
    )
    parts = [plain("Gửi BBT đăng.\n"), attachment("canh bao lua dao.docx", DOCX, document(paragraphs()))]
    return {"11-sao-chep.eml": letter(headers(envelope), Multipart(subtype="mixed", boundary="=_zm_11", parts=parts))}


def paragraphs() -> list[Paragraph]:
    """The Word file's paragraphs. Of the words that count, about 40 % are inserted and 38 % stood in June's article."""
    return [
        Paragraph(runs=[Run(text=TITLE, bold=True)], align="center"),
        *(Paragraph(runs=[Run(text=text)]) for text in PUBLISHED_ON_2_JUNE),
        _third(),
        _fourth(),
        _fifth(),
        _sixth(),
    ]


def _inserted(text: str, *, comment: str | None = None) -> Run:
    return Run(text=text, change=Change.INSERTED, comment=comment)


def _deleted(text: str) -> Run:
    return Run(text=text, change=Change.DELETED)


def _third() -> Paragraph:
    return Paragraph(
        runs=[
            Run(text="Theo Công an "),
            _deleted("huyện"),
            _inserted("xã"),
            Run(text=", từ đầu năm đến nay đã tiếp nhận "),
            Run(text=GAP, highlight="yellow"),
            Run(text=" người dân trình báo, "),
            _inserted("tổng số tiền bị chiếm đoạt lên đến hàng trăm triệu đồng", comment=COMMENTS[0]),
            Run(text="."),
        ]
    )


def _fourth() -> Paragraph:
    return Paragraph(
        runs=[
            _inserted(
                "Thủ đoạn mới là dùng trí tuệ nhân tạo để giả giọng nói và khuôn mặt của người thân, gọi video "
                "vay tiền "
                "gấp; hoặc giả danh nhân viên giao hàng báo có đơn hàng đã thanh toán hộ, đề nghị chuyển khoản "
                "vào số tài "
                "khoản lạ"
            ),
            _deleted(" mà đối tượng đã chuẩn bị từ trước"),
            Run(text="."),
        ]
    )


def _fifth() -> Paragraph:
    return Paragraph(
        runs=[
            Run(text="Người dân cần "),
            _inserted(
                "bình tĩnh, không cung cấp thông tin cá nhân, không chuyển tiền theo yêu cầu của người lạ, không "
                "cài đặt "
                "ứng dụng ngoài kho chính thức",
                comment=COMMENTS[1],
            ),
            _deleted("cảnh giác"),
            Run(text=". Khi đã chuyển tiền, cần báo ngân hàng khóa tài khoản ngay."),
        ]
    )


def _sixth() -> Paragraph:
    return Paragraph(
        runs=[
            Run(text="Khi phát hiện dấu hiệu lừa đảo, "),
            _inserted("đề nghị báo ngay cho Công an xã để được hướng dẫn kịp thời."),
            Run(text=f" {SOURCE}"),
        ]
    )
