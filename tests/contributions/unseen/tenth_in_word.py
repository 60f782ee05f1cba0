"""Word files of the tenth batch: an ordinary week again, in other hands, with some oddities among them."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import CONG_AN, HPN, THCS, VHXH, docx, jpg, sent
from tests.contributions.unseen.senders import CONG_DOAN, KINH_TE, MTTQ
from tests.contributions.word import box, item, numbering, p, pic, table, word


def union_with_two_photos_and_credits() -> Contribution:
    sapo = (
        "Sáng 16/11, Công đoàn phường Bến Thử tổ chức chương trình “Bữa cơm công đoàn” cho 210 đoàn viên, người lao "
        "động "
        "đang làm việc tại cụm công nghiệp."
    )
    body = paragraphs("""
        Tại chương trình, lãnh đạo Công đoàn phường lắng nghe kiến nghị của người lao động về nhà trọ, nơi gửi trẻ và
        tiền làm thêm giờ.

        Dịp này, 15 đoàn viên hoàn cảnh khó khăn được nhận quà, mỗi suất trị giá 500.000 đồng.
    """)
    captions = (
        "Đoàn viên dùng bữa cơm công đoàn. Ảnh: Thanh Tú",
        "Chủ tịch Công đoàn phường trao quà cho đoàn viên. Ảnh: Thanh Tú",
    )
    return Contribution(
        why="sapo nghiêng; chú thích có Ảnh: tên ở cuối; tác giả Thanh Tú một mình, đậm, căn phải",
        raw=sent(
            CONG_DOAN,
            "Bữa cơm công đoàn",
            "Kính gửi Ban Biên tập Cổng TTĐT phường.\nCông đoàn phường gửi bài viết về Bữa cơm công đoàn, trân trọng "
            "đề "
            "nghị Ban Biên tập xem xét.\nNgười liên hệ: Thanh Tú, 0900 000 211.\n",
            docx(
                "Bua com cong doan 2026.docx",
                word(
                    p("Ấm áp “Bữa cơm công đoàn” ở Bến Thử", bold=True, align="center"),
                    p(sapo, italic=True, align="both"),
                    p(pic(1), align="center"),
                    p(captions[0], italic=True, align="center"),
                    p(body[0], align="both"),
                    p(pic(2), align="center"),
                    p(captions[1], italic=True, align="center"),
                    p(body[1], align="both"),
                    p("Thanh Tú", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Ấm áp “Bữa cơm công đoàn” ở Bến Thử",
                summary=sapo,
                body=body,
                byline="Thanh Tú",
                author="Thanh Tú",
                photos={1: captions[0], 2: captions[1]},
            )
        ],
        never=("đề nghị Ban Biên tập", "0900 000 211"),
    )


def economy_with_a_list_of_captions_before_the_byline() -> Contribution:
    body = paragraphs("""
        Những ngày này, hơn 40 hộ trồng quất cảnh ở thôn Xóm Mới đang tất bật uốn tán, tỉa quả cho vụ Tết. Toàn thôn có
        khoảng 9.000 cây, tăng 1.500 cây so với năm ngoái.

        Anh Trịnh Văn Quất cho biết thương lái đã đặt cọc hai phần ba vườn, giá từ 250.000 đồng đến 1,2 triệu đồng một
        cây.

        Phòng Kinh tế khuyến cáo các hộ không lạm dụng thuốc kích quả, giữ uy tín cho làng nghề.
    """)
    return Contribution(
        why="bốn ảnh rời; chú thích ở cuối tệp đánh 1/, 2/, 3/, 4/ dưới dòng Ghi chú ảnh; tác giả ở dưới cùng",
        raw=sent(
            KINH_TE,
            "Bài quất cảnh vào vụ",
            "Phòng Kinh tế chuyển BBT bài viết và 4 ảnh kèm theo.\n",
            docx(
                "quat canh.docx",
                word(
                    p("Làng quất cảnh Xóm Mới vào vụ Tết", bold=True, align="center"),
                    *(p(text, align="both") for text in body),
                    p("Ghi chú ảnh:", bold=True, italic=True),
                    p("1/ Uốn tán quất"),
                    p("2/ Vườn quất nhà anh Trịnh Văn Quất"),
                    p("3/ Tỉa quả"),
                    p("4/ Thương lái đến đặt cọc"),
                    p("Bài và ảnh: Bạch Tuyết", bold=True, align="right"),
                ),
            ),
            jpg("anh 4.jpg", 6),
            jpg("anh 1.jpg", 3),
            jpg("anh 2.jpg", 4),
            jpg("anh 3.jpg", 5),
        ),
        articles=[
            Truth(
                title="Làng quất cảnh Xóm Mới vào vụ Tết",
                body=body,
                byline="Bài và ảnh: Bạch Tuyết",
                author="Bạch Tuyết",
                photos={
                    3: "Uốn tán quất",
                    4: "Vườn quất nhà anh Trịnh Văn Quất",
                    5: "Tỉa quả",
                    6: "Thương lái đến đặt cọc",
                },
            )
        ],
        never=("chuyển BBT", "Ghi chú ảnh"),
    )


def police_with_bullets_and_hotline() -> Contribution:
    body = [
        "Thời điểm cuối năm, tình trạng giả danh nhân viên giao hàng để lừa đảo có chiều hướng gia tăng trên địa bàn.",
        "Công an xã An Mẫu khuyến cáo người dân:",
        "1. Không chuyển khoản khi chưa nhận và kiểm tra hàng.",
        "2. Không bấm vào đường dẫn lạ do người tự xưng giao hàng gửi.",
        "3. Lưu số điện thoại, hình ảnh tài khoản nhận tiền để cung cấp cho cơ quan công an.",
        "Khi cần hỗ trợ, liên hệ trực ban Công an xã: 0900 000 212.",
    ]
    return Contribution(
        why="danh sách đánh số của Word; câu cuối có số trực ban là nội dung; ký tên TRỰC BAN HÌNH SỰ không có",
        raw=sent(
            CONG_AN,
            "CAX An Mẫu: cảnh báo giả danh shipper",
            "Kính chuyển BBT đăng tải cảnh báo.\nTrân trọng!\n",
            docx(
                "canh bao shipper.docx",
                word(
                    p("CẢNH BÁO GIẢ DANH NHÂN VIÊN GIAO HÀNG ĐỂ LỪA ĐẢO", bold=True, align="center"),
                    p(body[0], align="both"),
                    p(body[1], align="both"),
                    *(item(text[3:]) for text in body[2:5]),
                    p(body[5], align="both"),
                    p("Nguồn: Công an xã An Mẫu", bold=True, align="right"),
                    lists=numbering(),
                ),
            ),
        ),
        articles=[
            Truth(
                title="CẢNH BÁO GIẢ DANH NHÂN VIÊN GIAO HÀNG ĐỂ LỪA ĐẢO",
                body=body,
                byline="Nguồn: Công an xã An Mẫu",
                source="Công an xã An Mẫu",
            )
        ],
        never=("Kính chuyển", "Trân trọng"),
    )


def women_with_captions_left_of_pictures() -> Contribution:
    body = paragraphs("""
        Chiều 15/11, Hội LHPN xã An Mẫu tổ chức truyền thông “Cha mẹ thay đổi” cho 90 hội viên có con trong độ tuổi vị
        thành niên.

        Các chị được chia sẻ cách lắng nghe con, nhận biết dấu hiệu trẻ bị bắt nạt và xử lý khi con mê trò chơi điện tử.
    """)
    captions = ("Báo cáo viên trao đổi với hội viên", "Các chị thảo luận nhóm")
    photos = table(
        (p(pic(7), align="center") + p(captions[0], align="center", italic=True),
         p(pic(8), align="center") + p(captions[1], align="center", italic=True)),
    )  # fmt: skip
    return Contribution(
        why="bảng một hàng hai ô, mỗi ô có ảnh và chú thích; tác giả ghi tên và chức danh sau dấu phẩy",
        raw=sent(
            HPN,
            "Tin truyền thông Cha mẹ thay đổi",
            "Hội LHPN xã gửi BBT tin truyền thông.\nEm cảm ơn BBT đã luôn đồng hành cùng Hội!\n",
            docx(
                "cha me thay doi.docx",
                word(
                    p("Truyền thông “Cha mẹ thay đổi” cho hội viên phụ nữ", bold=True, align="center"),
                    p(body[0], align="both"),
                    photos,
                    p(body[1], align="both"),
                    p("Tin, ảnh: Hà Thị Niêu, Chủ tịch Hội LHPN xã", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Truyền thông “Cha mẹ thay đổi” cho hội viên phụ nữ",
                body=body,
                byline="Tin, ảnh: Hà Thị Niêu, Chủ tịch Hội LHPN xã",
                author="Hà Thị Niêu",
                photos={7: captions[0], 8: captions[1]},
            )
        ],
        never=("đồng hành cùng Hội",),
    )


def culture_with_three_items_in_a_file() -> Contribution:
    first = paragraphs("""
        Nhà văn hóa thôn Bãi Mẫu vừa được lắp thêm 20 bộ bàn ghế và một máy chiếu do con em xa quê ủng hộ, trị giá 46
        triệu đồng.
    """)
    second = paragraphs("""
        Đội bóng chuyền hơi thôn Cầu Giả thắng đội thôn Đồng Thử với tỷ số 3 - 1 trong trận chung kết chiều 14/11, giành
        cúp vô địch giải các thôn lần thứ V.
    """)
    third = paragraphs("""
        Từ ngày 18/11, thư viện xã mở thêm góc đọc cho thiếu nhi với 350 đầu sách tranh, phục vụ cả sáng Chủ nhật hằng
        tuần.
    """)
    return Contribution(
        why="bản tin ba mẩu trong một tệp: 1. Tiêu đề đậm chữ thường, 2. ..., 3. ...; đầu tệp ghi TIN TUẦN 46",
        raw=sent(
            VHXH,
            "Tin tuần 46 - VHXH",
            "Gửi BBT 3 tin tuần 46, BBT chọn đăng.\n",
            docx(
                "Tin tuan 46 VHXH.docx",
                word(
                    p("Tin 1. Nhà văn hóa thôn Bãi Mẫu có thêm bàn ghế, máy chiếu", bold=True),
                    p(first[0], align="both"),
                    p("Tin 2. Thôn Cầu Giả vô địch giải bóng chuyền hơi", bold=True),
                    p(second[0], align="both"),
                    p("Tin 3. Thư viện xã mở góc đọc thiếu nhi", bold=True),
                    p(third[0], align="both"),
                ),
            ),
        ),
        articles=[
            Truth(title="Nhà văn hóa thôn Bãi Mẫu có thêm bàn ghế, máy chiếu", body=first),
            Truth(title="Thôn Cầu Giả vô địch giải bóng chuyền hơi", body=second),
            Truth(title="Thư viện xã mở góc đọc thiếu nhi", body=third),
        ],
        never=("chọn đăng", "Tin 1", "Tin 2", "Tin 3"),
    )


def school_with_a_box_of_facts() -> Contribution:
    body = paragraphs("""
        Chào mừng ngày Nhà giáo Việt Nam, sáng 16/11, Trường THCS An Mẫu khai mạc hội khỏe Phù Đổng cấp trường. Có 280
        vận động viên tranh tài ở sáu môn.

        Ngay sau lễ khai mạc là nội dung chạy 100 m và nhảy cao. Nhiều em phá kỷ lục của trường.
    """)
    facts = "Sáu môn thi đấu: điền kinh, cờ vua, đá cầu, bóng bàn, kéo co, bơi."
    caption = "Vận động viên rước đuốc tại lễ khai mạc"
    return Contribution(
        why="hộp văn bản có thông tin thêm là của bài; ảnh ở cuối bài, dưới ảnh chú thích đậm; tác giả dưới chú thích",
        raw=sent(
            THCS,
            "Tin HKPĐ cấp trường",
            "Nhà trường kính gửi BBT. Mong BBT đăng trước ngày 20/11.\n",
            docx(
                "HKPD.docx",
                word(
                    p("Khai mạc hội khỏe Phù Đổng Trường THCS An Mẫu", bold=True, align="center"),
                    p(body[0], align="both"),
                    p(box(p(facts))),
                    p(body[1], align="both"),
                    p(pic(9), align="center"),
                    p(caption, bold=True, align="center"),
                    p("Người viết bài: Thầy Chu Văn Đuốc", italic=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Khai mạc hội khỏe Phù Đổng Trường THCS An Mẫu",
                body=[body[0], facts, body[1]],
                byline="Người viết bài: Thầy Chu Văn Đuốc",
                author="Thầy Chu Văn Đuốc",
                photos={9: caption},
            )
        ],
        never=("kính gửi BBT",),
    )


def front_visit_in_one_paragraph_with_a_kicker() -> Contribution:
    body = paragraphs("""
        Ngày 14/11, Ủy ban MTTQ xã An Mẫu phối hợp Hội Người cao tuổi thăm hỏi, tặng 26 suất quà cho các cụ neo đơn. Mỗi
        suất gồm gạo, dầu ăn và 300.000 đồng tiền mặt, trích từ Quỹ Vì người nghèo.
    """)
    return Contribution(
        why="dòng ỦY BAN MTTQ XÃ AN MẪU đậm ở trên tiêu đề, tiêu đề không hoa; bài một đoạn; tác giả BTT MTTQ xã",
        raw=sent(
            MTTQ,
            "Tin tặng quà người cao tuổi neo đơn",
            "Gửi đ/c Thảo tin của Mặt trận, nhờ đ/c đưa lên trang.\n",
            docx(
                "qua NCT.docx",
                word(
                    p("ỦY BAN MTTQ VIỆT NAM XÃ AN MẪU", bold=True, align="center"),
                    p("-------"),
                    p("Tặng quà người cao tuổi neo đơn", bold=True, align="center"),
                    p(body[0], align="both"),
                    p("BTT MTTQ xã", bold=True, align="right"),
                ),
            ),
        ),
        articles=[Truth(title="Tặng quà người cao tuổi neo đơn", body=body, byline="BTT MTTQ xã")],
        never=("Gửi đ/c", "nhờ đ/c", "ỦY BAN MTTQ VIỆT NAM"),
    )


ALL = (
    union_with_two_photos_and_credits,
    economy_with_a_list_of_captions_before_the_byline,
    police_with_bullets_and_hotline,
    women_with_captions_left_of_pictures,
    culture_with_three_items_in_a_file,
    school_with_a_box_of_facts,
    front_visit_in_one_paragraph_with_a_kicker,
)
