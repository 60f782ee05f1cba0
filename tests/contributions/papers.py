"""Official papers, announcements, reports, schedules, settlements."""

from functools import cache

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import PDF, VAN_PHONG, docx, sent
from tests.contributions.word import p, table, word
from tests.mail.making.mime import attachment
from tests.mail.making.scan import scanned_pdf
from tests.mail.making.signing import signed
from tinbai.kind import Kind


@cache
def _signed_scan(title: str) -> bytes:
    pdf, _ = signed(scanned_pdf((), [[f"# {title}"]]), signer="Lê Thị Thử")
    return pdf


def _head(number: str, date: str) -> str:
    return table(
        (
            p("ỦY BAN NHÂN DÂN", align="center") + p("XÃ AN MẪU", bold=True, align="center"),
            p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True, align="center")
            + p("Độc lập - Tự do - Hạnh phúc", bold=True, align="center"),
        ),
        (p(f"Số: {number}", align="center"), p(f"An Mẫu, {date}", italic=True, align="center")),
        border=False,
    )


def _foot(*lines: str) -> str:
    right = "".join(p(line, bold=True, align="center") for line in lines)
    left = p("Nơi nhận:", bold=True, italic=True) + p("- Như trên;") + p("- Lưu: VT.")
    return table((left, right), border=False)


def dispatch_as_signed_pdf() -> Contribution:
    text = (
        "Kính gửi: Ban biên tập Trang thông tin điện tử xã.\n"
        "Văn phòng đề nghị đăng tải Công văn số 312/UBND-KT ngày 06/10/2026 của UBND xã về việc tăng "
        "cường phòng, chống rét "
        "cho cây trồng, vật nuôi vụ đông xuân.\nTrân trọng./.\n"
    )
    return Contribution(
        why="công văn: chỉ có bản PDF ký số, nội dung thư là lời đề nghị đăng",
        raw=sent(
            VAN_PHONG,
            "V/v đăng tải Công văn số 312/UBND-KT",
            text,
            attachment("312-UBND-KT.signed.pdf", PDF, _signed_scan("CONG VAN 312")),
        ),
        articles=[
            Truth(
                kind=Kind.DOCUMENT,
                title="Công văn tăng cường phòng, chống rét cho cây trồng, vật nuôi vụ đông xuân",
                body=[
                    (
                        "Công văn số 312/UBND-KT ngày 06/10/2026 của UBND xã An Mẫu về việc tăng cường "
                        "phòng, chống rét cho cây trồng, "
                        "vật nuôi vụ đông xuân."
                    )
                ],
                fields={
                    "type": "Công văn",
                    "number": "312/UBND-KT",
                    "issued": "06/10/2026",
                    "issuer": "UBND xã An Mẫu",
                },
                attachments=["312-UBND-KT.signed.pdf"],
                genre="Văn bản",
            )
        ],
        never=("Kính gửi", "đề nghị đăng tải", "Trân trọng"),
        aside={"Văn phòng đề nghị đăng tải Công văn": "lời thư"},
    )


def plan_in_word_and_pdf() -> Contribution:
    lines = paragraphs("""
        Thực hiện chỉ đạo của cấp trên về công tác cải cách hành chính, Ủy ban nhân dân xã An Mẫu ban hành kế hoạch
        tự kiểm tra như sau:

        I. MỤC ĐÍCH

        1. Đánh giá đúng thực trạng việc tiếp nhận, giải quyết thủ tục hành chính tại Bộ phận Một cửa.

        II. NỘI DUNG

        1. Kiểm tra hồ sơ quá hạn, việc xin lỗi tổ chức, cá nhân bằng văn bản, việc niêm yết công khai thủ tục.

        2. Thời gian kiểm tra: từ ngày 20/10 đến ngày 30/10/2026.

        III. TỔ CHỨC THỰC HIỆN

        1. Văn phòng HĐND và UBND xã chủ trì, tổng hợp báo cáo trước ngày 05/11/2026.
    """)
    text = (
        "Kính gửi BBT,\nVăn phòng xin gửi Kế hoạch số 61/KH-UBND ngày 09/10/2026 của UBND xã về việc tự "
        "kiểm tra công tác cải cách hành "
        "chính năm 2026, đề nghị đăng lên mục Văn bản.\nXin cảm ơn.\n"
    )
    return Contribution(
        why="kế hoạch: bản PDF ký số để đăng, bản Word để dùng nội bộ",
        raw=sent(
            VAN_PHONG,
            "Đăng Kế hoạch số 61/KH-UBND",
            text,
            docx(
                "61-KH-UBND.docx",
                word(
                    _head("61/KH-UBND", "ngày 09 tháng 10 năm 2026"),
                    p("KẾ HOẠCH", bold=True, align="center"),
                    p("Tự kiểm tra công tác cải cách hành chính năm 2026", bold=True, align="center"),
                    *(p(line) for line in lines),
                    _foot("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Thị Thử"),
                ),
            ),
            attachment("61-KH-UBND.signed.pdf", PDF, _signed_scan("KE HOACH 61")),
        ),
        articles=[
            Truth(
                kind=Kind.DOCUMENT,
                title="Kế hoạch tự kiểm tra công tác cải cách hành chính năm 2026",
                body=[
                    (
                        "Kế hoạch số 61/KH-UBND ngày 09/10/2026 của UBND xã An Mẫu về việc tự kiểm tra công "
                        "tác cải cách hành chính năm 2026."
                    )
                ],
                fields={
                    "type": "Kế hoạch",
                    "number": "61/KH-UBND",
                    "issued": "09/10/2026",
                    "signatory": "Lê Thị Thử – Chủ tịch",
                },
                attachments=["61-KH-UBND.signed.pdf"],
            )
        ],
        never=("Kính gửi", "xin gửi Kế hoạch", "Nơi nhận", "CỘNG HÒA"),
        aside={"Nơi nhận": "nơi nhận, chữ ký ở cuối văn bản"},
    )


def settlement_of_a_complaint() -> Contribution:
    body = paragraphs("""
        Sau khi xác minh, Chủ tịch UBND xã nhận thấy việc đo đạc lại ranh giới thửa đất số 214, tờ bản đồ số 9 được
        thực hiện đúng trình tự, có sự chứng kiến của các hộ liền kề.

        Nội dung khiếu nại về việc không được mời chứng kiến là không có cơ sở; nội dung đề nghị cắm lại mốc giới bị
        xê dịch trong quá trình thi công mương là có cơ sở.

        Giao cán bộ địa chính phối hợp với đơn vị thi công cắm lại hai mốc giới trong thời hạn 15 ngày kể từ ngày
        quyết định có hiệu lực.
    """)
    return Contribution(
        why="kết quả giải quyết khiếu nại: ảnh đơn không được đăng",
        raw=sent(
            VAN_PHONG,
            "Công khai Quyết định giải quyết khiếu nại số 88/QĐ-UBND",
            "Kính gửi BBT đăng công khai quyết định kèm theo vào chuyên mục Kết quả giải quyết đơn thư.\n",
            docx(
                "QD 88 giai quyet khieu nai.docx",
                word(
                    p("QUYẾT ĐỊNH GIẢI QUYẾT KHIẾU NẠI VỀ RANH GIỚI ĐẤT", bold=True, align="center"),
                    *(p(text, align="both") for text in body),
                ),
            ),
        ),
        articles=[
            Truth(
                kind=Kind.SETTLEMENT,
                title="QUYẾT ĐỊNH GIẢI QUYẾT KHIẾU NẠI VỀ RANH GIỚI ĐẤT",
                body=body,
                genre="Kết quả giải quyết đơn thư",
            )
        ],
        never=("Kính gửi",),
    )


ALL = (
    dispatch_as_signed_pdf,
    plan_in_word_and_pdf,
    settlement_of_a_complaint,
)
