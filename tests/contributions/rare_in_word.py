"""What is met now and then in Word files: verses, blocks of approval, titles in parts, captions in brackets."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import CONG_AN, DOAN, HND, HPN, THCS, TRAM, VAN_PHONG, VHXH, docx, jpg, sent
from tests.contributions.word import p, pic, r, style, table, word

NOTE = "Kính chào Ban biên tập!\nEm gửi bài và ảnh ạ. Em cảm ơn.\n"


def credit_in_brackets_below_pictures() -> Contribution:
    body = paragraphs("""
        Chiều 13/10, đội văn nghệ thôn Xóm Mới biểu diễn phục vụ các cụ ở trung tâm bảo trợ. Mười hai tiết mục chèo,
        quan họ được các cụ vỗ tay theo suốt buổi.

        Đội đã chuẩn bị ba tuần, tự may khăn áo và chở loa đài bằng xe công nông. Cụ bà cao tuổi nhất trung tâm còn
        lên hát cùng một câu đò đưa.
    """)
    file = word(
        p("Tiếng hát đến với người già neo đơn", bold=True, align="center"),
        p(body[0], align="both"),
        p(pic(1), align="center"),
        p("(Đội văn nghệ biểu diễn tại hội trường trung tâm)", italic=True, align="center"),
        p(body[1], align="both"),
        p(pic(2), align="center"),
        p("Cụ bà hát cùng đội văn nghệ (ảnh: CTV)", italic=True, align="center"),
        p("Tin, ảnh: Đào Hát Ru", bold=True, align="right"),
    )
    return Contribution(
        why="chú thích trong ngoặc đơn; chú thích có tên người chụp trong ngoặc ở cuối",
        raw=sent(VHXH, "tin văn nghệ", NOTE, docx("van nghe.docx", file)),
        articles=[
            Truth(
                title="Tiếng hát đến với người già neo đơn",
                body=body,
                byline="Tin, ảnh: Đào Hát Ru",
                author="Đào Hát Ru",
                photos={
                    1: "(Đội văn nghệ biểu diễn tại hội trường trung tâm)",
                    2: "Cụ bà hát cùng đội văn nghệ (ảnh: CTV)",
                },
            )
        ],
    )


def three_pictures_in_a_table_of_one_column() -> Contribution:
    body = paragraphs("""
        Ngày 12/10, Hội LHPN xã hoàn thành vẽ 180 m tường bích họa tại ngõ vào trường tiểu học. Các bức vẽ kể chuyện
        làng nghề, chuyện bà cháu, chuyện phân loại rác.

        Mười hai họa sĩ là hội viên và giáo viên mỹ thuật, vẽ vào các buổi chiều sau giờ làm. Sơn do một cửa hàng
        vật liệu tặng.
    """)
    file = word(
        p("Ngõ nhỏ thành phòng tranh", bold=True, align="center"),
        *(p(text) for text in body),
        table(
            (p(pic(3), align="center"),),
            (p("Học sinh xem bức vẽ làng nghề", align="center"),),
            (p(pic(4), align="center"),),
            (p("Hội viên tô những nét cuối cùng", align="center"),),
        ),
        p("Tác giả bài và ảnh: Phấn Sắc Màu", bold=True, align="right"),
    )
    return Contribution(
        why="ảnh và chú thích xen kẽ trong bảng một cột ở cuối; nhãn Tác giả bài và ảnh",
        raw=sent(HPN, "tin bích họa", NOTE, docx("bich hoa.docx", file)),
        articles=[
            Truth(
                title="Ngõ nhỏ thành phòng tranh",
                body=body,
                byline="Tác giả bài và ảnh: Phấn Sắc Màu",
                author="Phấn Sắc Màu",
                photos={3: "Học sinh xem bức vẽ làng nghề", 4: "Hội viên tô những nét cuối cùng"},
            )
        ],
    )


def long_title_in_three_lines() -> Contribution:
    body = paragraphs("""
        Tham dự có 75 cán bộ công đoàn cơ sở, đại diện người lao động ở sáu doanh nghiệp và ba hợp tác xã. Nội dung
        đối thoại xoay quanh bữa ăn ca, nhà trọ và chế độ thai sản.

        Chủ tịch UBND xã Lê Thị Thử đã trả lời trực tiếp 18 câu hỏi, giao các bộ phận giải quyết 5 kiến nghị trước
        ngày 15/11.
    """)
    sapo = "Chiều 11/10/2026, UBND xã An Mẫu tổ chức hội nghị đối thoại với người lao động trên địa bàn."
    file = word(
        p(
            r("HỘI NGHỊ ĐỐI THOẠI\nGIỮA CHỦ TỊCH UBND XÃ VỚI CÔNG NHÂN,\nNGƯỜI LAO ĐỘNG NĂM 2026", bold=True),
            align="center",
        ),
        p(sapo, bold=True, italic=True),
        *(p(text) for text in body),
        p("Văn phòng HĐND và UBND xã", bold=True, align="right"),
    )
    return Contribution(
        why="tiêu đề ba dòng ngắt bằng Shift+Enter; sapo vừa đậm vừa nghiêng; cuối bài là tên cơ quan",
        raw=sent(VAN_PHONG, "đối thoại", NOTE, docx("doi thoai.docx", file)),
        articles=[
            Truth(
                title="HỘI NGHỊ ĐỐI THOẠI GIỮA CHỦ TỊCH UBND XÃ VỚI CÔNG NHÂN, NGƯỜI LAO ĐỘNG NĂM 2026",
                summary=sapo,
                body=body,
                byline="Văn phòng HĐND và UBND xã",
            )
        ],
    )


def poem_at_the_end() -> Contribution:
    body = [
        (
            "Nhân ngày Phụ nữ Việt Nam, cô giáo Tằng Thị Vần Thơ gửi tới chị em bài thơ nhỏ viết trong đêm "
            "trực bán trú, khi các em học sinh đã ngủ say và ngoài "
            "hiên mưa rơi lất phất."
        ),
        (
            "Ngoài kia gió thổi qua đèo\nTrong này con trẻ ngủ theo tiếng ru\nBao nhiêu năm tháng mịt "
            "mù\nMột lòng giữ ngọn đèn từ tay ai"
        ),
    ]
    file = word(
        p("Lời ru trong đêm trực", bold=True, align="center"),
        p(body[0], align="both"),
        p(r(body[1], italic=True), align="center"),
        p("Tằng Thị Vần Thơ", bold=True, align="right"),
    )
    return Contribution(
        why="bài có một khổ thơ căn giữa, nghiêng, ngắt dòng mềm",
        raw=sent(THCS, "bài thơ 20/10", NOTE, docx("bai tho.docx", file)),
        articles=[
            Truth(title="Lời ru trong đêm trực", body=body, byline="Tằng Thị Vần Thơ", author="Tằng Thị Vần Thơ")
        ],
    )


def captions_listed_for_pairs() -> Contribution:
    body = paragraphs("""
        Công an xã An Mẫu tổ chức thực tập phương án cứu nạn đuối nước tại bến đò ngang với 40 cán bộ, dân quân,
        đoàn viên tham gia. Tình huống giả định là thuyền chở tám người bị lật giữa dòng.

        Chỉ sau mười một phút, toàn bộ nạn nhân được đưa vào bờ, sơ cứu và chuyển đến Trạm Y tế. Rút kinh nghiệm, xã
        sẽ trang bị thêm 30 áo phao cho bến.
    """)
    file = word(
        p("THỰC TẬP CỨU NẠN ĐUỐI NƯỚC TẠI BẾN ĐÒ", bold=True, align="center"),
        *(p(text) for text in body),
        p("Tin, ảnh: Sóng Cả", bold=True, align="right"),
        p("Ghi chú ảnh:", bold=True),
        p("(1) Lực lượng cứu nạn tiếp cận thuyền bị lật"),
        p("(2) Sơ cứu nạn nhân trên bờ"),
    )
    return Contribution(
        why="danh sách Ghi chú ảnh đánh số (1), (2); ảnh tên BEN DO 01, BEN DO 02",
        raw=sent(
            CONG_AN, "tin cứu nạn", NOTE, docx("cuu nan.docx", file), jpg("BEN DO 02.jpg", 6), jpg("BEN DO 01.jpg", 5)
        ),
        articles=[
            Truth(
                title="THỰC TẬP CỨU NẠN ĐUỐI NƯỚC TẠI BẾN ĐÒ",
                body=body,
                byline="Tin, ảnh: Sóng Cả",
                author="Sóng Cả",
                photos={5: "Lực lượng cứu nạn tiếp cận thuyền bị lật", 6: "Sơ cứu nạn nhân trên bờ"},
            )
        ],
    )


def subtitle_above_the_title() -> Contribution:
    body = paragraphs("""
        Bốn năm trước, khu đồi Cây Sấu chỉ toàn lau lách. Nay 11 ha na dai của mười ba gia đình trẻ đã bước vào vụ
        thu thứ hai, quả to, ít hạt.

        Anh Lều Văn Bền Gan kể ba tháng đầu gánh nước tưới đêm, có người bỏ cuộc. Những người ở lại góp vốn mua
        chung máy bơm, thuê chung kỹ sư, rồi đặt tên vườn là Na Bạn Bè.
    """)
    file = word(
        p("Thanh niên An Mẫu lập nghiệp:", italic=True, align="center"),
        p("Vườn na bạn bè trên đồi Cây Sấu", bold=True, align="center"),
        *(p(text) for text in body),
        p("Bài: Bút Lông", bold=True, align="right"),
    )
    return Contribution(
        why="dòng dẫn nghiêng phía trên tiêu đề chính",
        raw=sent(DOAN, "bài na", NOTE, docx("na.docx", file)),
        articles=[
            Truth(
                title="Thanh niên An Mẫu lập nghiệp: Vườn na bạn bè trên đồi Cây Sấu",
                body=body,
                byline="Bài: Bút Lông",
                author="Bút Lông",
            )
        ],
    )


def approval_block_at_the_end() -> Contribution:
    body = paragraphs("""
        Trạm Y tế phối hợp các thôn diệt bọ gậy đợt 3 từ ngày 10 đến 12/10. Gần 1.900 hộ được kiểm tra, lật úp 4.200
        vật chứa nước, thả cá vào 650 bể.

        Chỉ số bọ gậy giảm từ 32 xuống 11. Đến nay toàn xã ghi nhận hai ca sốt xuất huyết, đều đã khỏi.
    """)
    file = word(
        p("Ba ngày diệt bọ gậy", style="T"),
        *(p(text) for text in body),
        table(
            (
                p("NGƯỜI DUYỆT", bold=True, align="center") + p("Tiêu Văn Kiểm Tra", align="center"),
                p("NGƯỜI VIẾT", bold=True, align="center") + p("Nghiêm Thị Ghi Chép", align="center"),
            ),
            border=False,
        ),
        styles=style("Normal") + style("T", based_on="Normal", look="<w:b/>", align="center"),
    )
    return Contribution(
        why="cuối tệp là bảng NGƯỜI DUYỆT, NGƯỜI VIẾT",
        raw=sent(TRAM, "tin bọ gậy", NOTE, docx("bo gay.docx", file)),
        articles=[
            Truth(
                title="Ba ngày diệt bọ gậy",
                body=body,
                byline="NGƯỜI VIẾT: Nghiêm Thị Ghi Chép",
                author="Nghiêm Thị Ghi Chép",
            )
        ],
        never=("NGƯỜI DUYỆT", "Kiểm Tra"),
    )


def video_and_link_lines() -> Contribution:
    body = paragraphs("""
        Mời bà con xem hướng dẫn cách ủ phân từ rơm rạ bằng men vi sinh do cán bộ Hội Nông dân xã thực hiện tại thôn
        Cầu Giả. Mỗi tấn rơm cho khoảng 4 tạ phân, chi phí men chưa đến 60.000 đồng.

        Sau 45 ngày, đống ủ tơi xốp, không mùi, bón lót cho ngô và rau rất tốt.

        Video: https://video.songmau.example/u-phan
    """)
    file = word(
        p("Hướng dẫn ủ phân từ rơm rạ", bold=True, align="center"),
        *(p(text) for text in body),
        p("Thực hiện: Nhóm truyền thông Hội Nông dân", bold=True, align="right"),
    )
    return Contribution(
        why="có dòng đường dẫn video trong bài; tác giả là một nhóm",
        raw=sent(HND, "video ủ phân", NOTE, docx("u phan.docx", file)),
        articles=[
            Truth(
                title="Hướng dẫn ủ phân từ rơm rạ",
                body=body,
                byline="Thực hiện: Nhóm truyền thông Hội Nông dân",
                author="Nhóm truyền thông Hội Nông dân",
            )
        ],
    )


ALL = (
    credit_in_brackets_below_pictures,
    three_pictures_in_a_table_of_one_column,
    long_title_in_three_lines,
    poem_at_the_end,
    captions_listed_for_pairs,
    subtitle_above_the_title,
    approval_block_at_the_end,
    video_and_link_lines,
)
