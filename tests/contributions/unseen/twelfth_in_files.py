"""Files of the twelfth batch in other forms: .doc and .rtf by LibreOffice, old fonts."""

from collections.abc import Callable, Mapping
from pathlib import Path

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import DONG_THU, HND, TRAM, docx, jpg, sent
from tests.contributions.word import fonts, p, pic, r, style, word
from tests.ingest.vietnamese.alphabet import to_tcvn3
from tests.mail.making.mime import attachment

MATERIAL = Path(__file__).with_name("material")
THURSDAY = "Thu, 26 Nov 2026 08:44:19 +0700"

HARVEST_TITLE = "Đồng Thử được mùa lạc thu đông"
HARVEST = paragraphs("""
    Những ngày cuối tháng 11, bà con thôn Đồng Thử phấn khởi thu hoạch 24 ha lạc thu đông. Năng suất ước đạt 26 tạ một
    ha, cao nhất trong năm năm trở lại đây.

    Lạc tươi được thương lái thu mua tại ruộng với giá 17.000 đồng một kg, trừ chi phí mỗi sào lãi 2,5 triệu đồng.
""")
HARVEST_CAPTION = "Nông dân Đồng Thử thu hoạch lạc"
BLOOD_TITLE = "Thu được 138 đơn vị máu trong Ngày Chủ nhật đỏ"
BLOOD = paragraphs("""
    Ngày 22/11, tại nhà văn hóa xã, Ban Chỉ đạo vận động hiến máu tình nguyện xã An Mẫu tổ chức Ngày Chủ nhật đỏ.

    Chương trình thu hút hơn 170 người đăng ký, thu được 138 đơn vị máu an toàn.
""")


def harvest_source() -> bytes:
    """What LibreOffice made `material/duoc-mua-lac.doc` of."""
    return word(
        p(HARVEST_TITLE, bold=True, align="center"),
        p(HARVEST[0], align="both"),
        p(pic(2), align="center"),
        p(HARVEST_CAPTION, italic=True, align="center"),
        p(HARVEST[1], align="both"),
        p("Tin, ảnh: Lường Văn Mõ", bold=True, align="right"),
    )


def blood_source() -> bytes:
    """What LibreOffice made `material/chu-nhat-do.rtf` of: TCVN3, the title in a capitals' font."""
    return word(
        p(r(to_tcvn3(BLOOD_TITLE), font=".VnTimeH", bold=True), align="center"),
        *(p(r(to_tcvn3(text), font=".VnTime"), align="both") for text in BLOOD),
        p(r(to_tcvn3("Tin: Lù Thị Nhiệt"), font=".VnTime", bold=True), align="right"),
    )


LIBREOFFICE: Mapping[str, tuple[str, Callable[[], bytes]]] = {
    "duoc-mua-lac.doc": ("doc:MS Word 97", harvest_source),
    "chu-nhat-do.rtf": ("rtf:Rich Text Format", blood_source),
}


def hamlet_in_word_97() -> Contribution:
    return Contribution(
        why=".doc Unicode có ảnh và chú thích; thư chỉ một dòng",
        raw=sent(
            DONG_THU,
            "tin duoc mua",
            "Thôn gửi tin nha BBT\n",
            attachment("duoc mua.doc", "application/msword", MATERIAL.joinpath("duoc-mua-lac.doc").read_bytes()),
            date=THURSDAY,
        ),
        articles=[
            Truth(
                title=HARVEST_TITLE,
                body=HARVEST,
                byline="Tin, ảnh: Lường Văn Mõ",
                author="Lường Văn Mõ",
                photos={2: HARVEST_CAPTION},
            )
        ],
        never=("nha BBT",),
    )


def clinic_in_rtf_with_old_capitals() -> Contribution:
    return Contribution(
        why=".rtf TCVN3, tiêu đề phông .VnTimeH; chú thích của ảnh rời ghi trong thư",
        raw=sent(
            TRAM,
            "Tin hiến máu",
            "Trạm gửi BBT tin hiến máu.\nChú thích ảnh: Người dân tham gia hiến máu tại nhà văn hóa xã.\nCảm ơn BBT!\n",
            attachment("hien mau.rtf", "application/rtf", MATERIAL.joinpath("chu-nhat-do.rtf").read_bytes()),
            jpg("hien mau.jpg", 3),
            date=THURSDAY,
        ),
        articles=[
            Truth(
                title=BLOOD_TITLE.upper(),
                body=BLOOD,
                byline="Tin: Lù Thị Nhiệt",
                author="Lù Thị Nhiệt",
                photos={3: "Người dân tham gia hiến máu tại nhà văn hóa xã."},
            )
        ],
        never=("Cảm ơn BBT",),
    )


def farmers_with_fonts_in_the_style_and_a_unit_line() -> Contribution:
    title = "Ra mắt tổ hợp tác nuôi cá lồng"
    body = paragraphs("""
        Sáng 25/11, Hội Nông dân xã An Mẫu ra mắt tổ hợp tác nuôi cá lồng trên sông Mẫu gồm 9 thành viên với 34 lồng cá.

        Các thành viên góp vốn 20 triệu đồng một người, cùng mua cá giống, thức ăn và bao tiêu sản phẩm.
    """)
    return Contribution(
        why="TCVN3 theo phông mặc định; tên tác giả và dòng dưới là đơn vị; hai ảnh rời không chú thích",
        raw=sent(
            HND,
            "Tin tổ hợp tác",
            "Hội gửi tin, kèm 2 ảnh.\n",
            docx(
                "to hop tac.docx",
                word(
                    p(to_tcvn3(title), bold=True, align="center"),
                    *(p(to_tcvn3(text), align="both") for text in body),
                    p(to_tcvn3("Tin, ảnh: Sùng A Củ"), bold=True, align="right"),
                    p(to_tcvn3("Hội Nông dân xã"), italic=True, align="right"),
                    styles=style("Normal", look=fonts(".VnTime")),
                ),
            ),
            jpg("ca long 1.jpg", 12),
            jpg("ca long 2.jpg", 1),
            date=THURSDAY,
        ),
        articles=[
            Truth(
                title=title,
                body=body,
                byline="Tin, ảnh: Sùng A Củ\nHội Nông dân xã",
                author="Sùng A Củ",
                photos={12: None, 1: None},
            )
        ],
        never=("kèm 2 ảnh",),
    )


ALL = (
    hamlet_in_word_97,
    clinic_in_rtf_with_old_capitals,
    farmers_with_fonts_in_the_style_and_a_unit_line,
)
