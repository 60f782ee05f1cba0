"""Files of the fourth batch: merged heads, a photo story in a table, two articles in one letter."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import HND, VAN_PHONG, VHXH, docx, sent
from tests.contributions.word import p, pic, table, word


def table_with_a_merged_head() -> Contribution:
    opening = (
        "Tính đến ngày 31/10/2026, xã An Mẫu đã thực hiện đạt và vượt nhiều chỉ tiêu kinh tế - xã hội đề ra từ "
        "đầu năm. "
        "Kết quả một số chỉ tiêu chủ yếu được thể hiện trong bảng dưới đây."
    )
    closing = (
        "Từ nay đến cuối năm, xã tập trung hoàn thành hai chỉ tiêu còn lại là thu ngân sách và tỷ lệ hồ sơ trực tuyến."
    )
    head = (
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tcPr><w:vMerge "
        f'w:val="restart"/></w:tcPr>{p("Chỉ tiêu", bold=True)}</w:tc><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
        f"{p('Năm 2026', bold=True)}</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{p('')}</w:tc><w:tc>"
        f"{p('Kế hoạch')}</w:tc><w:tc>{p('Thực hiện')}</w:tc></w:tr><w:tr><w:tc>"
        f"{p('Thu nhập bình quân (triệu đồng)')}</w:tc>"
        f"<w:tc>{p('68')}</w:tc><w:tc>{p('69,4')}</w:tc></w:tr></w:tbl>"
    )
    return Contribution(
        why="bảng có tiêu đề cột gộp ô hai tầng; sau bảng còn đoạn kết, cuối cùng là Người tổng hợp",
        raw=sent(
            VAN_PHONG,
            "Gửi bài KTXH 10 tháng",
            "Văn phòng gửi BBT bài viết về kết quả KTXH 10 tháng. Trân trọng.\n",
            docx(
                "KTXH 10T.docx",
                word(
                    p("Kinh tế - xã hội 10 tháng: nhiều chỉ tiêu vượt kế hoạch", bold=True, align="center"),
                    p(opening, align="both"),
                    head,
                    p(closing, align="both"),
                    p("Người tổng hợp: Lường Thị Biểu Mẫu", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Kinh tế - xã hội 10 tháng: nhiều chỉ tiêu vượt kế hoạch",
                body=[
                    opening,
                    "Chỉ tiêu Năm 2026 Kế hoạch Thực hiện",
                    "Thu nhập bình quân (triệu đồng) 68 69,4",
                    closing,
                ],
                byline="Người tổng hợp: Lường Thị Biểu Mẫu",
                author="Lường Thị Biểu Mẫu",
            )
        ],
        never=("Trân trọng",),
    )


def photo_story_with_hardly_any_text() -> Contribution:
    opening = "Chợ phiên Nà Giả họp ba ngày một lần. Ống kính của cộng tác viên ghi lại phiên chợ sáng 01/11/2026."
    shots = {6: "Bếp lửa đầu chợ", 7: "Mặc cả con lợn cắp nách", 8: "Trẻ theo mẹ xuống chợ", 9: "Tan phiên"}
    return Contribution(
        why="phóng sự ảnh: bốn ảnh trong bảng hai nhân hai, chú thích rất ngắn; dòng cuối chỉ có Ảnh: tên",
        raw=sent(
            VHXH,
            "Chùm ảnh chợ phiên",
            "Phòng VHXH gửi chùm ảnh của CTV.\n",
            docx(
                "chum anh cho phien.docx",
                word(
                    p("CHÙM ẢNH: SỚM MAI CHỢ PHIÊN NÀ GIẢ", bold=True, align="center"),
                    p(opening, italic=True),
                    table(
                        (p(pic(6)), p(pic(7))),
                        (p(shots[6], align="center"), p(shots[7], align="center")),
                        (p(pic(8)), p(pic(9))),
                        (p(shots[8], align="center"), p(shots[9], align="center")),
                    ),
                    p("Ảnh: Vàng A Ống Kính", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="CHÙM ẢNH: SỚM MAI CHỢ PHIÊN NÀ GIẢ",
                body=[opening],
                byline="Ảnh: Vàng A Ống Kính",
                photos=shots,
            )
        ],
        never=("Phòng VHXH gửi",),
    )


def article_in_the_letter_and_another_in_a_file() -> Contribution:
    first = paragraphs("""
        Sáng 02/11, Hội Nông dân xã An Mẫu tổ chức bốc thăm, bàn giao 30 con bò sinh sản cho 30 hộ hội viên khó khăn.
        Nguồn vốn 540 triệu đồng từ Quỹ Hỗ trợ nông dân tỉnh.

        Các hộ nhận bò cam kết chăm sóc tốt, sau 24 tháng chuyển lại con bê cho hộ kế tiếp. Cán bộ thú y xã tiêm phòng
        đầy đủ cho đàn bò trước khi bàn giao. Mỗi hộ còn được tập huấn cách trồng cỏ voi, ủ chua thức ăn và làm chuồng
        tránh gió lùa. Hội phân công mỗi ủy viên ban chấp hành phụ trách ba hộ, hằng tháng đến kiểm tra, ghi sổ theo
        dõi.

        Nhân dịp này, Hội trao tặng năm bộ máy thái cỏ cho năm tổ hội nghề nghiệp chăn nuôi, tổng trị giá 42 triệu đồng.
        Đại diện các hộ nhận bò, ông Tòng Văn Chuồng Trại bày tỏ quyết tâm thoát nghèo trong hai năm tới.
    """)
    second = paragraphs("""
        Chi hội Nông dân thôn Cầu Giả vừa hoàn thành 1,1 km đường điện thắp sáng nội đồng phục vụ vụ đông. Bà con có thể
        thu hoạch rau từ ba giờ sáng mà không phải đeo đèn pin.

        Tổng kinh phí 63 triệu đồng, trong đó hội viên đóng góp 40 triệu đồng và hàng trăm ngày công đào hố, dựng cột.
    """)
    text = (
        "Kính gửi BBT.\nHội Nông dân gửi 2 tin: 1 tin trong thư này, 1 tin ở file đính kèm.\n\n"
        "Trao bò sinh sản cho hội viên nông dân khó khăn\n\n"
        + "\n\n".join(first)
        + "\n\nTin: Cầm Đàn Bò\n\nTrân trọng!\n"
    )
    return Contribution(
        why="một tin gõ trong thư, một tin khác ở tệp đính kèm: hai bài",
        raw=sent(
            HND,
            "Hội ND gửi 2 tin",
            text,
            docx(
                "Cau Gia thap sang noi dong.docx",
                word(
                    p("Thắp sáng đường nội đồng Cầu Giả", bold=True, align="center"),
                    *(p(each) for each in second),
                    p("Tin: Lù Cột Điện", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Trao bò sinh sản cho hội viên nông dân khó khăn",
                body=first,
                byline="Tin: Cầm Đàn Bò",
                author="Cầm Đàn Bò",
            ),
            Truth(
                title="Thắp sáng đường nội đồng Cầu Giả",
                body=second,
                byline="Tin: Lù Cột Điện",
                author="Lù Cột Điện",
            ),
        ],
        never=("Kính gửi", "gửi 2 tin", "Trân trọng"),
    )


ALL = (
    table_with_a_merged_head,
    photo_story_with_hardly_any_text,
    article_in_the_letter_and_another_in_a_file,
)
