"""More Word files of the fourteenth batch: two items behind their labels, a teacher of evening classes."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import (
    HPN,
    VHXH,
    docx,
    sent,
)  # fmt: skip
from tests.contributions.word import p, pic, word

FRIDAY = "Fri, 04 Dec 2026 08:11:50 +0700"


def title_with_a_quotation_below() -> Contribution:
    sapo = "Ba mươi năm lội suối mở lớp xóa mù chữ, cô giáo Vàng Thị Mây chưa một lần xin chuyển về xuôi."
    body = paragraphs("""
        Lớp học tối của cô có 17 học viên, người nhiều tuổi nhất đã 63. Ban ngày họ lên nương, ban đêm cặm cụi tập viết
        dưới ánh đèn pin.

        "Biết chữ rồi, tôi tự đọc được đơn thuốc của con", chị Giàng Thị Sua khoe.

        Cô Mây bảo chỉ mong có thêm vài chiếc bàn cho học viên khỏi phải kê vở lên đùi.
    """)
    return Contribution(
        why="tiêu đề hai dòng đậm chữ thường, dòng hai trong ngoặc kép; sapo nghiêng; tác giả P.V",
        raw=sent(
            VHXH,
            "bài cô Mây",
            "Phòng gửi bài về cô giáo Mây.\n",
            docx(
                "co May.docx",
                word(
                    p("Cô giáo của những lớp học đêm", bold=True, align="center"),
                    p('"Còn người muốn học, tôi còn dạy"', bold=True, italic=True, align="center"),
                    p(sapo, italic=True, align="both"),
                    p(body[0], align="both"),
                    p(pic(7), align="center"),
                    p("Cô Vàng Thị Mây cầm tay học viên tập viết", italic=True, align="center"),
                    p(body[1], align="both"),
                    p(body[2], align="both"),
                    p("Bài, ảnh: Hà Thu", bold=True, align="right"),
                ),
            ),
            date=FRIDAY,
        ),
        articles=[
            Truth(
                title='Cô giáo của những lớp học đêm "Còn người muốn học, tôi còn dạy"',
                summary=sapo,
                body=body,
                byline="Bài, ảnh: Hà Thu",
                author="Hà Thu",
                photos={7: "Cô Vàng Thị Mây cầm tay học viên tập viết"},
            )
        ],
        never=("gửi bài",),
    )


def second_item_behind_its_label() -> Contribution:
    first = paragraphs("""
        Sáng 02/12, Hội LHPN xã An Mẫu tổ chức hiến máu tình nguyện, thu được 84 đơn vị máu. Nhiều chị em lần đầu tham
        gia.
    """)
    second = paragraphs("""
        Chiều cùng ngày, Hội phối hợp với Đoàn Thanh niên dọn vệ sinh 1,2 km bờ suối Mẫu, vớt được hơn năm tạ rác,
        phần lớn là túi ni lông.
    """)
    return Contribution(
        why="hai tin trong tệp: Tin thứ nhất: tiêu đề, Tin thứ hai: tiêu đề trên cùng dòng với nhãn",
        raw=sent(
            HPN,
            "2 tin HPN",
            "Hội gửi BBT hai tin ạ.\n",
            docx(
                "2 tin.docx",
                word(
                    p("Tin thứ nhất: 84 đơn vị máu từ ngày hội hiến máu", bold=True),
                    p(first[0], align="both"),
                    p(pic(8), align="center"),
                    p("Chị em hiến máu", italic=True, align="center"),
                    p("Tin thứ hai: Phụ nữ và thanh niên dọn sạch bờ suối", bold=True),
                    p(second[0], align="both"),
                    p(pic(9), align="center"),
                    p("Vớt rác trên suối Mẫu", italic=True, align="center"),
                ),
            ),
            date=FRIDAY,
        ),
        articles=[
            Truth(title="84 đơn vị máu từ ngày hội hiến máu", body=first, photos={8: "Chị em hiến máu"}),
            Truth(title="Phụ nữ và thanh niên dọn sạch bờ suối", body=second, photos={9: "Vớt rác trên suối Mẫu"}),
        ],
        never=("gửi BBT",),
    )


ALL = (
    title_with_a_quotation_below,
    second_item_behind_its_label,
)
