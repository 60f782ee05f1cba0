"""Files of the fifth batch: a file of Word 97 in TCVN3, and one that came with an empty letter."""

from collections.abc import Callable, Mapping
from pathlib import Path

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import GUONG, HND, docx, sent
from tests.contributions.word import fonts, p, pic, style, table, word
from tests.ingest.vietnamese.alphabet import to_tcvn3
from tests.mail.making.mime import attachment, plain

MATERIAL = Path(__file__).with_name("material")


CHICKENS = paragraphs("""
    Mô hình nuôi gà thả đồi theo hướng an toàn sinh học ở thôn Cầu Giả sau một năm đã cho kết quả rõ rệt. Năm hộ tham
    gia
    nuôi 4.200 con, tỷ lệ sống đạt 96%.

    Ông Hạng A Vịt, chủ hộ nuôi nhiều nhất cho biết gà được ăn ngô, rau rừng và giun quế, thịt chắc nên thương lái đặt
    mua
    từ khi còn trong chuồng.

    Hội Nông dân xã sẽ nhân rộng mô hình ra ba thôn còn lại, gắn với xây dựng nhãn hiệu tập thể gà đồi An Mẫu.
""")


def chickens_source() -> bytes:
    """What LibreOffice made `material/ga-doi.doc` of: TCVN3 by the default style, a letterhead, a caption, a byline."""
    head = table(
        (
            p(to_tcvn3("HỘI NÔNG DÂN XÃ AN MẪU"), bold=True, align="center"),
            p(to_tcvn3("An Mẫu, ngày 02 tháng 11 năm 2026"), italic=True, align="center"),
        ),
        border=False,
    )
    return word(
        head,
        p(to_tcvn3("Gà đồi Cầu Giả được giá"), bold=True, align="center"),
        p(to_tcvn3(CHICKENS[0])),
        p(to_tcvn3(CHICKENS[1])),
        p(pic(7), align="center"),
        p(to_tcvn3("Đàn gà thả đồi của gia đình ông Hạng A Vịt"), italic=True, align="center"),
        p(to_tcvn3(CHICKENS[2])),
        p(to_tcvn3("Tin, ảnh: Chiêu Gà Con"), bold=True, align="right"),
        styles=style("Normal", look=fonts(".VnTime")),
    )


LIBREOFFICE: Mapping[str, tuple[str, Callable[[], bytes]]] = {"ga-doi.doc": ("doc:MS Word 97", chickens_source)}


def word_97_with_a_letterhead_of_the_union() -> Contribution:
    return Contribution(
        why=".doc TCVN3 do LibreOffice lưu; đầu tệp là bảng tên hội và địa danh, ngày tháng, không có quốc hiệu",
        raw=sent(
            HND,
            "tin ga doi",
            "Hoi ND gui tin, nho BBT dang giup. Xin cam on BBT!\n",
            attachment("ga doi.doc", "application/msword", MATERIAL.joinpath("ga-doi.doc").read_bytes()),
        ),
        articles=[
            Truth(
                title="Gà đồi Cầu Giả được giá",
                body=CHICKENS,
                byline="Tin, ảnh: Chiêu Gà Con",
                author="Chiêu Gà Con",
                photos={7: "Đàn gà thả đồi của gia đình ông Hạng A Vịt"},
            )
        ],
        never=("HỘI NÔNG DÂN XÃ", "ngày 02 tháng 11", "nho BBT"),
    )


def empty_letter_with_a_file() -> Contribution:
    body = paragraphs("""
        Chiều 02/11, chi hội phụ nữ thôn Đồng Thử ra mắt tổ "Đi chợ hộ người già" gồm 15 chị. Cứ thứ Ba và thứ Bảy, các
        chị nhận danh sách qua điện thoại, mua giúp rau, thịt, thuốc rồi mang tới tận nhà.

        Tổ hiện giúp 32 cụ sống một mình. Chị Gương, người nghĩ ra cách làm này bảo chỉ cần thêm một vòng xe là các cụ
        có
        bữa cơm tươi.
    """)
    return Contribution(
        why="thư trống, chỉ có chủ đề và tệp; tệp không có tiêu đề đậm mà chỉ có dòng đầu; cuối tệp là tên trong ngoặc",
        raw=sent(
            GUONG,
            "Fwd: bai di cho ho",
            plain(""),
            docx(
                "di cho ho.docx",
                word(
                    p("Đi chợ hộ người già"),
                    *(p(text) for text in body),
                    p("(Gương Đỗ)", align="right"),
                ),
            ),
        ),
        articles=[
            Truth(title="Đi chợ hộ người già", body=body, byline="(Gương Đỗ)", author="Gương Đỗ"),
        ],
    )


ALL = (
    word_97_with_a_letterhead_of_the_union,
    empty_letter_with_a_file,
)
