"""Word files of the eleventh batch: one more ordinary week of November."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import HPN, VAN_PHONG, VHXH, docx, jpg, sent
from tests.contributions.unseen.senders import CCB, KINH_TE
from tests.contributions.word import p, pic, style, table, word

NOTE_DATE = "Wed, 18 Nov 2026 16:22:50 +0700"


def council_meeting_with_three_pictures() -> Contribution:
    sapo = (
        "Chiều 17/11, Đảng ủy xã An Mẫu tổ chức Hội nghị Ban Chấp hành lần thứ 9 (mở rộng) đánh giá tình hình thực "
        "hiện nhiệm vụ 11 tháng, triển khai nhiệm vụ cuối năm 2026. Đồng chí Trần Văn Mẫu, Bí thư Đảng ủy chủ trì."
    )
    body = paragraphs("""
        Trong 11 tháng, thu ngân sách trên địa bàn đạt 14,6 tỷ đồng, bằng 103% dự toán. Giải ngân vốn đầu tư công đạt
        81,4%.

        Các đại biểu tập trung thảo luận giải pháp đẩy nhanh tiến độ hai công trình trường học, xử lý tồn tại trong
        quản lý đất đai.

        Kết luận hội nghị, đồng chí Bí thư Đảng ủy yêu cầu các chi bộ nêu cao trách nhiệm người đứng đầu, hoàn thành các
        chỉ tiêu còn lại trước ngày 25/12.
    """)
    captions = (
        "Quang cảnh Hội nghị",
        "Đồng chí Trần Văn Mẫu, Bí thư Đảng ủy xã phát biểu kết luận Hội nghị",
        "Đại biểu thảo luận tại Hội nghị",
    )
    return Contribution(
        why="tin hội nghị: tiêu đề hoa hai dòng, sapo đậm, ba ảnh có chú thích nghiêng; tên và cơ quan cách gạch",
        raw=sent(
            VAN_PHONG,
            "Tin HN BCH lần thứ 9",
            "Kính gửi Ban biên tập,\n\nVăn phòng gửi tin Hội nghị BCH Đảng bộ xã lần thứ 9 (mở rộng).\n\nTrân trọng!\n",
            docx(
                "Tin HN BCH lan 9.docx",
                word(
                    p("HỘI NGHỊ BAN CHẤP HÀNH ĐẢNG BỘ XÃ AN MẪU", bold=True, align="center"),
                    p("LẦN THỨ 9 (MỞ RỘNG)", bold=True, align="center"),
                    p(""),
                    p(sapo, bold=True, align="both"),
                    p(pic(1), align="center"),
                    p(captions[0], italic=True, align="center"),
                    p(body[0], align="both"),
                    p(pic(2), align="center"),
                    p(captions[1], italic=True, align="center"),
                    p(body[1], align="both"),
                    p(pic(3), align="center"),
                    p(captions[2], italic=True, align="center"),
                    p(body[2], align="both"),
                    p("Hồng Nhung – Văn phòng Đảng ủy", bold=True, align="right"),
                ),
            ),
            date=NOTE_DATE,
        ),
        articles=[
            Truth(
                title="HỘI NGHỊ BAN CHẤP HÀNH ĐẢNG BỘ XÃ AN MẪU LẦN THỨ 9 (MỞ RỘNG)",
                summary=sapo,
                body=body,
                byline="Hồng Nhung – Văn phòng Đảng ủy",
                author="Hồng Nhung",
                photos={1: captions[0], 2: captions[1], 3: captions[2]},
            )
        ],
        never=("Kính gửi", "Trân trọng"),
    )


def women_with_heading_and_caption_styles() -> Contribution:
    body = paragraphs("""
        Sáng 18/11, Hội LHPN xã An Mẫu khai giảng lớp xóa mù chữ cho 24 phụ nữ dân tộc thiểu số thôn Khe Ngõa. Học viên
        lớn tuổi nhất năm nay 57 tuổi.

        Lớp học mở vào buổi tối, mỗi tuần bốn buổi, do các cô giáo Trường Tiểu học Bãi Mẫu tình nguyện đứng lớp.

        Chị Sùng Thị Chữ tâm sự: "Tôi chỉ mong tự viết được tên mình và đọc được tin nhắn của con".
    """)
    styles = (
        style("Normal", look='<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="28"/>')
        + style("Heading1", based_on="Normal", look="<w:b/>", name="heading 1")
        + style("Caption", based_on="Normal", look="<w:i/><w:sz w:val='24'/>", align="center", name="caption")
    )
    return Contribution(
        why="tiêu đề kiểu Heading 1, chú thích kiểu Caption có số Hình 1., Hình 2.; Tác giả: ở cuối căn trái",
        raw=sent(
            HPN,
            "[HPN] Tin khai giảng lớp xóa mù chữ",
            "Chào em, chị gửi tin lớp xóa mù, em đăng giúp chị nhé. Chị Gương.\n",
            docx(
                "Tin lop xoa mu chu 18.11.docx",
                word(
                    p("Khai giảng lớp xóa mù chữ cho phụ nữ thôn Khe Ngõa", style="Heading1"),
                    p(body[0]),
                    p(pic(4), align="center"),
                    p("Hình 1. Các học viên trong buổi học đầu tiên", style="Caption"),
                    p(body[1]),
                    p(pic(5), align="center"),
                    p("Hình 2. Cô giáo cầm tay học viên tập viết", style="Caption"),
                    p(body[2]),
                    p("Tác giả: Hà Thị Niêu"),
                    styles=styles,
                ),
            ),
            date=NOTE_DATE,
        ),
        articles=[
            Truth(
                title="Khai giảng lớp xóa mù chữ cho phụ nữ thôn Khe Ngõa",
                body=body,
                byline="Tác giả: Hà Thị Niêu",
                author="Hà Thị Niêu",
                photos={4: "Các học viên trong buổi học đầu tiên", 5: "Cô giáo cầm tay học viên tập viết"},
            )
        ],
        never=("đăng giúp chị", "Hình 1", "Hình 2"),
    )


def culture_with_four_pictures_in_a_table() -> Contribution:
    body = paragraphs("""
        Tối 14/11, tại sân vận động xã diễn ra đêm chung kết Liên hoan tiếng hát khu dân cư xã An Mẫu lần thứ III.

        Vượt qua 11 đội, khu dân cư Xóm Mới giành giải Nhất toàn đoàn với màn hát múa "Về với bản em". Giải Nhì thuộc về
        khu dân cư Đồng Thử.

        Liên hoan thu hút hơn 1.500 lượt người xem, góp phần gìn giữ làn điệu dân ca của các dân tộc trên địa bàn.
    """)
    captions = (
        "Tiết mục của khu dân cư Xóm Mới",
        "Tiết mục của khu dân cư Đồng Thử",
        "Lãnh đạo xã tặng hoa các đội",
        "Đông đảo khán giả đến xem",
    )
    photos = table(
        (p(pic(6), align="center"), p(pic(7), align="center")),
        (p(captions[0], italic=True, align="center"), p(captions[1], italic=True, align="center")),
        (p(pic(8), align="center"), p(pic(9), align="center")),
        (p(captions[2], italic=True, align="center"), p(captions[3], italic=True, align="center")),
    )
    return Contribution(
        why="bảng ảnh 2x2, hàng ảnh rồi hàng chú thích; dòng Tin, bài: tên – Ảnh: tên khác",
        raw=sent(
            VHXH,
            "Gửi tin liên hoan tiếng hát",
            "Gửi BBT.\nPhòng VH-XH gửi tin Liên hoan tiếng hát khu dân cư, ảnh có trong file.\n",
            docx(
                "TIN LIEN HOAN.docx",
                word(
                    p("Sôi nổi Liên hoan tiếng hát khu dân cư xã An Mẫu", bold=True, align="center"),
                    *(p(text, align="both") for text in body),
                    photos,
                    p("Tin, bài: Minh Châu – Ảnh: Tiến Đạt", bold=True, italic=True, align="right"),
                ),
            ),
            date=NOTE_DATE,
        ),
        articles=[
            Truth(
                title="Sôi nổi Liên hoan tiếng hát khu dân cư xã An Mẫu",
                body=body,
                byline="Tin, bài: Minh Châu – Ảnh: Tiến Đạt",
                photos={6: captions[0], 7: captions[1], 8: captions[2], 9: captions[3]},
            )
        ],
        never=("Gửi BBT", "ảnh có trong file"),
    )


def veterans_with_the_head_of_the_association() -> Contribution:
    body = paragraphs("""
        Ngày 16/11/2026, Hội Cựu chiến binh xã An Mẫu tổ chức Đại hội thi đua "Cựu chiến binh gương mẫu" giai đoạn 2021
        - 2026.

        Năm năm qua, toàn Hội có 412 lượt hội viên được khen thưởng; xây dựng 14 mô hình kinh tế cho thu nhập trên 200
        triệu đồng một năm; hiến 3.860 m2 đất làm đường.

        Đại hội biểu dương 21 tập thể, cá nhân điển hình tiên tiến.
    """)
    head = table(
        (
            p("HỘI CCB TỈNH SÔNG MẪU", align="center") + p("HỘI CCB XÃ AN MẪU", bold=True, align="center"),
            p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True, align="center")
            + p("Độc lập - Tự do - Hạnh phúc", bold=True, align="center"),
        ),
        (p(""), p("An Mẫu, ngày 17 tháng 11 năm 2026", italic=True, align="center")),
        border=False,
    )
    return Contribution(
        why="tin có bảng tên hội, quốc hiệu, địa danh ngày tháng ở đầu; TIN BÀI đứng riêng trên tiêu đề",
        raw=sent(
            CCB,
            "Hoi CCB gui tin Dai hoi thi dua",
            "Kính gửi Ban biên tập\nHội CCB xã gửi tin Đại hội thi đua yêu nước.\nKính mong đăng tải.\n",
            docx(
                "tin DH thi dua.docx",
                word(
                    head,
                    p("TIN BÀI", bold=True, align="center"),
                    p("Hội Cựu chiến binh xã tổ chức Đại hội thi đua “Cựu chiến binh gương mẫu”", bold=True,
                      align="center"),
                    *(p(text, align="both") for text in body),
                    p("Người đưa tin: Trần Bến", bold=True, align="right"),
                ),
            ),
            jpg("DH thi dua 1.jpg", 10),
            jpg("DH thi dua 2.jpg", 11),
            date=NOTE_DATE,
        ),
        articles=[
            Truth(
                title="Hội Cựu chiến binh xã tổ chức Đại hội thi đua “Cựu chiến binh gương mẫu”",
                body=body,
                byline="Người đưa tin: Trần Bến",
                author="Trần Bến",
                photos={10: None, 11: None},
            )
        ],
        never=("Kính gửi", "CỘNG HÒA", "TIN BÀI", "Kính mong"),
    )  # fmt: skip


def economy_with_a_table_of_prices() -> Contribution:
    body = [
        "Phòng Kinh tế xã An Mẫu tổng hợp giá một số nông sản tại chợ trung tâm xã ngày 18/11 để bà con tham khảo.",
        "Mặt hàng Đơn vị Giá (đồng)",
        "Ngô hạt khô kg 7.200",
        "Sắn lát kg 5.100",
        "Gà đồi hơi kg 92.000",
        "So với tuần trước, giá gà đồi tăng nhẹ do nhu cầu đám cưới cuối năm, các mặt hàng khác ổn định.",
    ]
    rows = [("Mặt hàng", "Đơn vị", "Giá (đồng)"), ("Ngô hạt khô", "kg", "7.200"), ("Sắn lát", "kg", "5.100"),
            ("Gà đồi hơi", "kg", "92.000")]  # fmt: skip
    return Contribution(
        why="bảng giá ba cột giữa bài; tác giả là tên phòng trong dòng Nguồn tin:",
        raw=sent(
            KINH_TE,
            "Gia nong san tuan 47",
            "BBT đăng giúp bảng giá tuần này như mọi tuần nhé.\n",
            docx(
                "gia nong san.docx",
                word(
                    p("Giá nông sản tại chợ An Mẫu ngày 18/11/2026", bold=True, align="center"),
                    p(body[0], align="both"),
                    table(*(tuple(p(cell) for cell in row) for row in rows)),
                    p(body[5], align="both"),
                    p("Nguồn tin: Phòng Kinh tế xã", italic=True, align="right"),
                ),
            ),
            date=NOTE_DATE,
        ),
        articles=[
            Truth(
                title="Giá nông sản tại chợ An Mẫu ngày 18/11/2026",
                body=body,
                byline="Nguồn tin: Phòng Kinh tế xã",
            )
        ],
        never=("như mọi tuần",),
    )


ALL = (
    council_meeting_with_three_pictures,
    women_with_heading_and_caption_styles,
    culture_with_four_pictures_in_a_table,
    veterans_with_the_head_of_the_association,
    economy_with_a_table_of_prices,
)
