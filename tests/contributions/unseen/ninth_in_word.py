"""Word files of the ninth batch, odd but plausible: drawn words, whole pages as tables, rubrics, marks of editing."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import CONG_AN, DOAN, HND, HPN, THCS, TRAM, VAN_PHONG, docx, jpg, sent
from tests.contributions.unseen.senders import CCB, QUAN_SU, TIEU_HOC
from tests.contributions.word import p, pic, r, table, word


def page_as_one_table() -> Contribution:
    body = paragraphs("""
        Hơn một tháng nay, cứ chiều thứ Sáu, sân nhà văn hóa thôn Bãi Mẫu lại rộn ràng tiếng khèn. Lớp dạy khèn do ông
        Giàng A Sử mở có 17 em theo học, em nhỏ nhất mới tám tuổi.

        Ông Sử không lấy tiền công. Ông chỉ mong tiếng khèn không tắt theo lớp người già.
    """)
    caption = "Ông Giàng A Sử dạy các em thổi khèn"
    whole = table(
        (p("LỚP KHÈN CHIỀU THỨ SÁU", bold=True, align="center"),),
        (p(pic(1), align="center"),),
        (p(caption, italic=True, align="center"),),
        (p(body[0], align="both") + p(body[1], align="both"),),
        (p("Bài, ảnh: Mùa Thị Lá", bold=True, align="right"),),
    )
    return Contribution(
        why="cả trang là bảng một cột: tiêu đề, ảnh, chú thích, nội dung, tác giả mỗi thứ một hàng",
        raw=sent(DOAN, "Bài lớp khèn", "Đoàn xã gửi bài, nhờ các anh biên tập.\n", docx("khen.docx", word(whole))),
        articles=[
            Truth(
                title="LỚP KHÈN CHIỀU THỨ SÁU",
                body=body,
                byline="Bài, ảnh: Mùa Thị Lá",
                author="Mùa Thị Lá",
                photos={1: caption},
            )
        ],
        never=("nhờ các anh",),
    )


def rubric_above_the_title() -> Contribution:
    body = paragraphs("""
        Ai qua ngã ba chợ An Mẫu cũng biết quán nước của bà Hạ. Dưới gầm bàn bà luôn để sẵn một hộp bông băng, thuốc đỏ
        để băng bó cho người ngã xe.

        Mười hai năm, bà không nhớ đã giúp bao nhiêu người. Có người quay lại biếu bà chiếc nón, bà treo ngay đầu quán.
    """)
    return Contribution(
        why="chuyên mục NGƯỜI TỐT VIỆC TỐT nghiêng, gạch chân, căn trái phía trên tiêu đề, không có nhãn",
        raw=sent(
            HPN,
            "bài gương NTVT tháng 11",
            "Gửi em bài tháng này.\n",
            docx(
                "ba Ha.docx",
                word(
                    p(r("Chuyên mục: Người tốt - Việc tốt", italic=True, more='<w:u w:val="single"/>')),
                    p("Hộp bông băng dưới gầm bàn", bold=True, align="center"),
                    *(p(text, align="both") for text in body),
                    p("Thu Hiền (Hội LHPN xã)", bold=True, italic=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Hộp bông băng dưới gầm bàn",
                body=body,
                byline="Thu Hiền (Hội LHPN xã)",
                author="Thu Hiền",
            )
        ],
        never=("Gửi em", "Chuyên mục"),
    )


def edited_with_marks() -> Contribution:
    start = "Sáng 13/11, Trạm Y tế xã tiêm vắc xin phòng cúm miễn phí cho "
    end = " người cao tuổi mắc bệnh mạn tính ở bốn thôn."
    second = "Dự kiến đợt hai sẽ diễn ra vào đầu tháng 12."
    changed = (
        f"<w:p>{r(start)}"
        f'<w:del w:id="1" w:author="A" w:date="2026-11-13T00:00:00Z"><w:r><w:delText>98</w:delText></w:r></w:del>'
        f'<w:ins w:id="2" w:author="A" w:date="2026-11-13T00:00:00Z">{r("108")}</w:ins>{r(end)}</w:p>'
    )
    return Contribution(
        why="bản còn dấu sửa: 98 bị xóa, 108 được thêm, câu cuối là đoạn mới thêm",
        raw=sent(
            TRAM,
            "Tin tiêm cúm (đã sửa)",
            "Tin đã sửa theo ý kiến lãnh đạo, BBT đăng giúp trạm.\n",
            docx(
                "tiem cum.docx",
                word(
                    p("Tiêm vắc xin cúm miễn phí cho người cao tuổi", bold=True, align="center"),
                    changed,
                    f'<w:p><w:ins w:id="3" w:author="A" w:date="2026-11-13T00:00:00Z">{r(second)}</w:ins></w:p>',
                    p("Tin: Trạm Y tế", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Tiêm vắc xin cúm miễn phí cho người cao tuổi",
                body=[start + "108" + end, second],
                byline="Tin: Trạm Y tế",
            )
        ],
        never=("theo ý kiến lãnh đạo",),
    )


def roman_sections_are_no_items() -> Contribution:
    body = paragraphs("""
        Sau năm năm xây dựng nông thôn mới nâng cao, bộ mặt xã An Mẫu đã có nhiều đổi thay.

        I. Hạ tầng khang trang

        Toàn xã bê tông hóa 98% đường trục thôn, hai cây cầu treo được thay bằng cầu cứng. Điện lưới phủ kín bảy thôn.

        II. Thu nhập tăng

        Thu nhập bình quân đạt 58 triệu đồng một người một năm, gấp rưỡi so với năm 2021. Tỷ lệ hộ nghèo còn 2,1%.

        III. Còn đó nỗi lo

        Rác thải sinh hoạt và thiếu việc làm lúc nông nhàn vẫn là bài toán mà xã đang tìm lời giải.
    """)
    return Contribution(
        why="ba tiểu mục đánh số La Mã in đậm căn giữa không phải là ba tin",
        raw=sent(
            VAN_PHONG,
            "Bài NTM nâng cao",
            "Gửi BBT bài viết về kết quả NTM.\n",
            docx(
                "NTM.docx",
                word(
                    p("AN MẪU SAU NĂM NĂM XÂY DỰNG NÔNG THÔN MỚI NÂNG CAO", bold=True, align="center"),
                    p(body[0]),
                    p(body[1], bold=True, align="center"),
                    p(body[2]),
                    p(body[3], bold=True, align="center"),
                    p(body[4]),
                    p(body[5], bold=True, align="center"),
                    p(body[6]),
                    p("Thanh Bình", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="AN MẪU SAU NĂM NĂM XÂY DỰNG NÔNG THÔN MỚI NÂNG CAO",
                body=body,
                byline="Thanh Bình",
                author="Thanh Bình",
            )
        ],
        never=("Gửi BBT",),
    )


def text_and_photos_of_two_people() -> Contribution:
    body = paragraphs("""
        Bến đò ngang nối thôn Cầu Giả với thôn Xóm Mới chở chuyến cuối cùng chiều 08/11. Từ nay người dân đi trên cây
        cầu bê tông dài 96 m vừa khánh thành.

        Ông lái đò Tẩn Văn Chèo gác mái chèo sau ba mươi hai năm. Ông bảo buồn thì ít, mừng thì nhiều.
    """)
    return Contribution(
        why="tác giả hai dòng: Bài: ..., Ảnh: ..., căn phải; ảnh ở đầu bài, chú thích dưới ảnh căn trái",
        raw=sent(
            CCB,
            "Bài chuyến đò cuối",
            "BBT nhận bài nhé. Cảm ơn!\n",
            docx(
                "chuyen do.docx",
                word(
                    p("Chuyến đò cuối cùng", bold=True, align="center"),
                    p(pic(2)),
                    p("Ông Tẩn Văn Chèo bên con đò cũ.", italic=True),
                    *(p(text, align="both") for text in body),
                    p("Bài: Vàng Sao", bold=True, align="right"),
                    p("Ảnh: Lý Đò", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Chuyến đò cuối cùng",
                body=body,
                byline="Bài: Vàng Sao\nẢnh: Lý Đò",
                author="Vàng Sao",
                photos={2: "Ông Tẩn Văn Chèo bên con đò cũ."},
            )
        ],
        never=("BBT nhận bài",),
    )


def underlined_instead_of_bold() -> Contribution:
    body = paragraphs("""
        Chiều 12/11, các thầy cô giáo Trường Tiểu học Bãi Mẫu cùng phụ huynh trồng 300 gốc hoa mười giờ quanh bồn cây
        sân trường.

        Mỗi lớp nhận chăm sóc một bồn, cuối tháng chấm điểm thi đua.
    """)
    line = '<w:u w:val="single"/>'
    return Contribution(
        why="tiêu đề gạch chân thay vì đậm, căn trái; dòng Ngày viết ở cuối tệp",
        raw=sent(
            TIEU_HOC,
            "tin trồng hoa",
            "Kính gửi BBT.\n",
            docx(
                "trong hoa.docx",
                word(
                    p(r("Trồng hoa mười giờ quanh sân trường", more=line)),
                    *(p(text) for text in body),
                    p(r("Tin: Cô Thoa", more=line)),
                    p("Ngày viết: 12/11/2026"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Trồng hoa mười giờ quanh sân trường",
                body=body,
                byline="Tin: Cô Thoa",
                author="Cô Thoa",
            )
        ],
        never=("Kính gửi", "Ngày viết"),
    )


def captions_with_arrows() -> Contribution:
    body = paragraphs("""
        Đêm 11/11, lực lượng dân quân xã An Mẫu phối hợp tuần tra bảo vệ rừng giáp ranh. Tổ tuần tra gồm 15 người, đi bộ
        gần 20 km đường rừng.

        Qua tuần tra, tổ phát hiện và tháo dỡ 38 bẫy thú, nhắc nhở hai nhóm người vào rừng hái măng không khai báo.
    """)
    captions = ("Tổ tuần tra hội ý trước giờ xuất phát", "Bẫy thú được thu gom, tiêu hủy")
    return Contribution(
        why="chú thích đặt trên ảnh, mở đầu bằng mũi tên xuống; ảnh đặt sát mép trái",
        raw=sent(
            QUAN_SU,
            "Tin tuần tra rừng",
            "Ban CHQS xã báo cáo và gửi tin để BBT đăng.\n",
            docx(
                "tuan tra.docx",
                word(
                    p("Tuần tra đêm bảo vệ rừng giáp ranh", bold=True, align="center"),
                    p(body[0]),
                    p(f"↓ {captions[0]}", italic=True),
                    p(pic(3)),
                    p(f"↓ {captions[1]}", italic=True),
                    p(pic(4)),
                    p(body[1]),
                    p("Tin, ảnh: Ban CHQS xã", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Tuần tra đêm bảo vệ rừng giáp ranh",
                body=body,
                byline="Tin, ảnh: Ban CHQS xã",
                photos={3: captions[0], 4: captions[1]},
            )
        ],
        never=("báo cáo và gửi tin",),
    )


def radio_script() -> Contribution:
    body = paragraphs("""
        Kính thưa toàn thể bà con nhân dân!

        Thời tiết đang vào mùa hanh khô, nguy cơ cháy rừng rất cao. Ban Chỉ huy phòng cháy, chữa cháy rừng xã An Mẫu đề
        nghị bà con không đốt nương khi có gió to, không mang lửa vào rừng.

        Khi phát hiện khói, bà con gọi ngay cho trưởng thôn hoặc kiểm lâm địa bàn.

        Xin cảm ơn bà con đã chú ý lắng nghe!
    """)
    return Contribution(
        why="bài phát thanh: Kính thưa toàn thể bà con, Xin cảm ơn bà con đã chú ý lắng nghe là của bài",
        raw=sent(
            CONG_AN,
            "Bài tuyên truyền loa + đăng trang",
            "CAX gửi bài phát thanh, BBT đăng cả lên trang giúp.\n",
            docx(
                "phat thanh PCCCR.docx",
                word(
                    p("BÀI TUYÊN TRUYỀN", bold=True, align="center"),
                    p("Phòng cháy, chữa cháy rừng mùa hanh khô", bold=True, align="center"),
                    *(p(text, align="both") for text in body),
                ),
            ),
        ),
        articles=[Truth(title="Phòng cháy, chữa cháy rừng mùa hanh khô", body=body)],
        never=("BBT đăng cả", "BÀI TUYÊN TRUYỀN"),
    )


def photo_story_with_texts() -> Contribution:
    captions = (
        "Bốn giờ sáng, chị Lương Thị Men đã nhóm bếp đồ xôi.",
        "Lá giang, lá cẩm hái từ vườn nhà, giã lấy nước nhuộm xôi năm màu.",
        "Sáu giờ, những gói xôi đầu tiên theo học sinh tới trường.",
    )
    lead = (
        "Ở thôn Xóm Mới, nghề đồ xôi ngũ sắc nuôi sống hơn hai chục gia đình. Chúng tôi theo chân chị Lương Thị Men "
        "trong một buổi sáng."
    )
    return Contribution(
        why="chùm ảnh: một đoạn dẫn, ba ảnh mỗi ảnh một câu bên dưới căn đều không nghiêng",
        raw=sent(
            THCS,
            "Chùm ảnh xôi ngũ sắc",
            "Em gửi chùm ảnh dự thi ạ.\n",
            docx(
                "xoi.docx",
                word(
                    p("Chùm ảnh: Một buổi sáng xôi ngũ sắc", bold=True, align="center"),
                    p(lead, align="both"),
                    p(pic(5), align="center"),
                    p(captions[0], align="both"),
                    p(pic(6), align="center"),
                    p(captions[1], align="both"),
                    p(pic(7), align="center"),
                    p(captions[2], align="both"),
                    p("Thực hiện: Quàng Ảnh", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Chùm ảnh: Một buổi sáng xôi ngũ sắc",
                body=[lead],
                byline="Thực hiện: Quàng Ảnh",
                author="Quàng Ảnh",
                photos=dict(zip((5, 6, 7), captions, strict=True)),
            )
        ],
        never=("dự thi",),
    )


def farmers_with_pictures_side_by_side() -> Contribution:
    body = paragraphs("""
        Hội thi "Nhà nông đua tài" xã An Mẫu năm 2026 khép lại với phần thắng thuộc về đội thôn Xóm Mới. Năm đội trải
        qua ba phần thi sôi nổi.

        Ấn tượng nhất là phần thi bắt cá bằng nơm trên ruộng, khán giả reo hò không ngớt.
    """)
    caption = "Phần thi chào hỏi (trái) và phần thi bắt cá (phải)"
    return Contribution(
        why="hai ảnh trong cùng một đoạn, cạnh nhau, chung một chú thích (trái), (phải) ở dưới",
        raw=sent(
            HND,
            "Tin nhà nông đua tài",
            "Hội ND gửi tin ạ. Mong nhận được phản hồi của BBT.\n",
            docx(
                "dua tai.docx",
                word(
                    p("Thôn Xóm Mới giành giải Nhất “Nhà nông đua tài”", bold=True, align="center"),
                    p(body[0], align="both"),
                    p(pic(8), r("  "), pic(9), align="center"),
                    p(caption, italic=True, align="center"),
                    p(body[1], align="both"),
                    p("Tin, ảnh: Ngô Bắp", bold=True, align="right"),
                ),
            ),
            jpg("logo hoi thi.jpg", 10),
        ),
        articles=[
            Truth(
                title="Thôn Xóm Mới giành giải Nhất “Nhà nông đua tài”",
                body=body,
                byline="Tin, ảnh: Ngô Bắp",
                author="Ngô Bắp",
                photos={8: caption, 9: caption, 10: None},
            )
        ],
        never=("phản hồi",),
    )


ALL = (
    page_as_one_table,
    rubric_above_the_title,
    edited_with_marks,
    roman_sections_are_no_items,
    text_and_photos_of_two_people,
    underlined_instead_of_bold,
    captions_with_arrows,
    radio_script,
    photo_story_with_texts,
    farmers_with_pictures_side_by_side,
)
