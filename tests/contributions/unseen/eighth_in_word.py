"""Word files of the eighth batch, an ordinary week: captions below, in tables, in boxes, listed at the end."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import CONG_AN, DOAN, HND, TRAM, VAN_PHONG, VHXH, docx, jpg, sent
from tests.contributions.unseen.senders import MTTQ, QUAN_SU
from tests.contributions.word import box, p, pic, r, table, word


def drill_with_captions_below() -> Contribution:
    body = paragraphs("""
        Chiều 10/11/2026, tại chợ An Mẫu, Công an xã phối hợp với các lực lượng tại chỗ tổ chức diễn tập phương án chữa
        cháy và cứu nạn, cứu hộ. Tham gia diễn tập có 65 người và ba xe chữa cháy.

        Tình huống giả định là ki-ốt bán quần áo bị chập điện, lửa lan nhanh, hai người mắc kẹt trên gác xép. Sau 18
        phút, đám cháy được dập tắt, người bị nạn được đưa ra an toàn.

        Kết thúc buổi diễn tập, Ban Chỉ đạo đánh giá các lực lượng phối hợp nhịp nhàng, thao tác đúng quy trình.
    """)
    captions = ("Lực lượng chữa cháy triển khai đội hình tại chợ An Mẫu.", "Đưa người bị nạn ra khỏi khu vực cháy.")
    return Contribution(
        why="tin diễn tập: hai ảnh, chú thích nghiêng giữa dòng; thư gửi Tổ thư ký",
        raw=sent(
            CONG_AN,
            "CAX An Mẫu - Tin diễn tập PCCC chợ",
            "Kính gửi: Tổ Thư ký Ban Biên tập\n\nCông an xã chuyển Tổ Thư ký tin diễn tập PCCC. Đề nghị Tổ Thư ký tiếp "
            "nhận, trình duyệt theo quy định.\n\nXin cảm ơn sự phối hợp của các đồng chí.\n\nTrực ban CAX\n",
            docx(
                "Tin dien tap PCCC cho.docx",
                word(
                    p("CÔNG AN XÃ AN MẪU DIỄN TẬP CHỮA CHÁY TẠI CHỢ", bold=True, align="center"),
                    p(""),
                    p(body[0], align="both"),
                    p(pic(1), align="center"),
                    p(captions[0], italic=True, align="center"),
                    p(body[1], align="both"),
                    p(pic(2), align="center"),
                    p(captions[1], italic=True, align="center"),
                    p(body[2], align="both"),
                    p("Tin, ảnh: Thế Vinh", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="CÔNG AN XÃ AN MẪU DIỄN TẬP CHỮA CHÁY TẠI CHỢ",
                body=body,
                byline="Tin, ảnh: Thế Vinh",
                author="Thế Vinh",
                photos={1: captions[0], 2: captions[1]},
            )
        ],
        never=("Tổ Thư ký", "sự phối hợp của các đồng chí", "Trực ban"),
    )


def youth_month_with_a_table_of_two() -> Contribution:
    sapo = "Ba ngày cuối tuần, 46 đoàn viên thanh niên xã An Mẫu đã thắp sáng hai tuyến ngõ dài gần một cây số."
    body = paragraphs("""
        Công trình "Ánh sáng ngõ quê" có tổng giá trị 58 triệu đồng, trong đó đoàn viên đóng góp 120 ngày công, người
        dân hai bên ngõ ủng hộ 31 triệu đồng.

        Anh Bế Văn Sáng, Bí thư Đoàn xã cho biết từ nay đến Tết, Đoàn xã phấn đấu hoàn thành thêm bốn tuyến ngõ ở thôn
        Bãi Mẫu và thôn Cầu Giả.
    """)
    photos = table(
        (p(pic(3), align="center"), p(pic(4), align="center")),
        (
            p("Đoàn viên kéo dây, lắp bóng đèn", bold=True, italic=True, align="center"),
            p("Ngõ nhỏ thôn Đồng Thử lên đèn", bold=True, italic=True, align="center"),
        ),
        border=False,
    )
    return Contribution(
        why="sapo đậm, bảng hai ảnh hai chú thích đậm nghiêng đặt giữa bài; chữ ký có khẩu hiệu",
        raw=sent(
            DOAN,
            "[Đoàn xã] Tin công trình Ánh sáng ngõ quê",
            "Em chào anh chị,\n\nEm gửi tin của Đoàn xã, anh chị duyệt giúp em trong hôm nay nhé ạ.\n\nEm cảm ơn anh "
            "chị nhiều.\n\nBế Văn Sáng\nĐoàn TNCS Hồ Chí Minh xã An Mẫu\nDi động: 0900 000 201\n",
            docx(
                "anh sang ngo que.docx",
                word(
                    p("Tuổi trẻ An Mẫu thắp sáng ngõ quê", bold=True, align="center"),
                    p(sapo, bold=True, align="both"),
                    p(body[0], align="both"),
                    photos,
                    p(body[1], align="both"),
                    p("Tin và ảnh: Đoàn xã An Mẫu", bold=True, italic=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Tuổi trẻ An Mẫu thắp sáng ngõ quê",
                summary=sapo,
                body=body,
                byline="Tin và ảnh: Đoàn xã An Mẫu",
                photos={3: "Đoàn viên kéo dây, lắp bóng đèn", 4: "Ngõ nhỏ thôn Đồng Thử lên đèn"},
            )
        ],
        never=("anh chị duyệt", "0900 000 201", "Em cảm ơn"),
    )


def caption_in_a_box_below() -> Contribution:
    body = paragraphs("""
        Sáng 11/11, Trạm Y tế xã An Mẫu tổ chức khám sức khỏe cho 120 người cao tuổi ở hai thôn Đồng Thử và Xóm Mới. Các
        cụ được đo huyết áp, siêu âm ổ bụng, đo mật độ xương.

        Qua khám, trạm phát hiện 17 cụ có dấu hiệu loãng xương nặng, tư vấn chế độ ăn và chuyển bệnh viện tỉnh điều trị.
    """)
    caption = "Bác sĩ Trạm Y tế đo huyết áp cho các cụ"
    return Contribution(
        why="chú thích nằm trong hộp văn bản đặt ngay dưới ảnh; tiêu đề in đậm không căn giữa",
        raw=sent(
            TRAM,
            "Tin khám sức khỏe NCT",
            "Trạm Y tế kính gửi Ban biên tập tin khám sức khỏe người cao tuổi ngày 11/11.\n",
            docx(
                "kham NCT.docx",
                word(
                    p("Khám sức khỏe cho 120 người cao tuổi", bold=True),
                    p(body[0], align="both"),
                    p(pic(5), align="center"),
                    p(box(p(caption, align="center"))),
                    p(body[1], align="both"),
                    p("Người viết: Điều dưỡng Xuân", align="right", italic=True),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Khám sức khỏe cho 120 người cao tuổi",
                body=body,
                byline="Người viết: Điều dưỡng Xuân",
                author="Điều dưỡng Xuân",
                photos={5: caption},
            )
        ],
        never=("kính gửi Ban biên tập",),
    )


def captions_after_the_byline() -> Contribution:
    body = paragraphs("""
        Ngày 09/11, đoàn công tác của Hội Nông dân tỉnh khảo sát mô hình trồng chanh leo liên kết tại thôn Xóm Mới. Mô
        hình có 14 hộ tham gia với diện tích 6,8 ha, do Hội Nông dân xã An Mẫu đứng ra kết nối doanh nghiệp.

        Đoàn đánh giá cao cách ghi nhật ký đồng ruộng bằng điện thoại, đồng thời đề nghị các hộ mở rộng diện tích có
        kiểm soát, không chạy theo giá.

        Dự kiến tháng 12, lứa quả đầu tiên khoảng 22 tấn sẽ được thu mua tại vườn.
    """)
    return Contribution(
        why="ba ảnh rời; sau dòng tác giả có CHÚ THÍCH ẢNH: và danh sách Ảnh 1 (tên tệp)",
        raw=sent(
            HND,
            "Gửi tin bài ngày 09/11",
            "Kính gửi Ban biên tập,\nHội Nông dân xã gửi tin kèm 03 ảnh.\nKính đề nghị Ban biên tập sử dụng.\n"
            "Trân trọng cảm ơn./.\n",
            docx(
                "khao sat chanh leo.docx",
                word(
                    p("Khảo sát mô hình trồng chanh leo liên kết", bold=True, align="center"),
                    *(p(text, align="both") for text in body),
                    p("Tin, ảnh: Hồng Chanh", bold=True, align="right"),
                    p("CHÚ THÍCH ẢNH:", bold=True),
                    p("Ảnh 1 (IMG_2211.jpg): Đoàn công tác thăm vườn chanh leo của hộ ông Lù Văn Giàn."),
                    p("Ảnh 2 (IMG_2215.jpg): Kiểm tra nhật ký đồng ruộng trên điện thoại."),
                    p("Ảnh 3 (IMG_2230.jpg): Quang cảnh buổi làm việc."),
                ),
            ),
            jpg("IMG_2230.jpg", 8),
            jpg("IMG_2211.jpg", 6),
            jpg("IMG_2215.jpg", 7),
        ),
        articles=[
            Truth(
                title="Khảo sát mô hình trồng chanh leo liên kết",
                body=body,
                byline="Tin, ảnh: Hồng Chanh",
                author="Hồng Chanh",
                photos={
                    6: "Đoàn công tác thăm vườn chanh leo của hộ ông Lù Văn Giàn.",
                    7: "Kiểm tra nhật ký đồng ruộng trên điện thoại.",
                    8: "Quang cảnh buổi làm việc.",
                },
            )
        ],
        never=("đề nghị Ban biên tập", "CHÚ THÍCH"),
    )


def form_of_the_office_in_a_table() -> Contribution:
    body = paragraphs("""
        Từ ngày 16/11 đến ngày 30/11/2026, Phòng Văn hóa - Xã hội xã An Mẫu tổ chức rà soát hộ nghèo, hộ cận nghèo năm
        2026 trên địa bàn toàn xã.

        Mỗi thôn thành lập một tổ rà soát gồm trưởng thôn, cán bộ Mặt trận và đại diện chi hội phụ nữ. Kết quả được họp
        dân công khai trước khi trình Ủy ban nhân dân xã.
    """)
    form = table(
        (p("Tên tin, bài", bold=True), p("Rà soát hộ nghèo, hộ cận nghèo năm 2026")),
        (p("Thể loại", bold=True), p("Tin")),
        (p("Nội dung", bold=True), p(body[0]) + p(body[1])),
        (p("Tác giả", bold=True), p("Lục Thị Thống")),
        (p("Đơn vị", bold=True), p("Phòng Văn hóa - Xã hội")),
    )
    return Contribution(
        why="phiếu gửi tin, bài: bảng hai cột có nhãn bên trái, nội dung hai đoạn trong một ô",
        raw=sent(
            VHXH,
            "Phiếu gửi tin: rà soát hộ nghèo",
            "Gửi đ/c Thư ký BBT phiếu gửi tin (mẫu 01).\n",
            docx("Phieu gui tin.docx", word(p("PHIẾU GỬI TIN, BÀI", bold=True, align="center"), form)),
        ),
        articles=[
            Truth(
                title="Rà soát hộ nghèo, hộ cận nghèo năm 2026",
                body=body,
                author="Lục Thị Thống",
                unit="Phòng Văn hóa – Xã hội",
                genre="Tin",
                byline="Tác giả: Lục Thị Thống",
            )
        ],
        never=("PHIẾU GỬI", "Thể loại", "mẫu 01"),
    )


def conference_with_a_long_title() -> Contribution:
    body = paragraphs("""
        Sáng ngày 12/11/2026, Đảng ủy xã An Mẫu tổ chức Hội nghị sơ kết một năm vận hành mô hình chính quyền địa phương
        hai cấp. Đồng chí Trần Văn Mẫu, Bí thư Đảng ủy xã chủ trì hội nghị.

        Sau một năm, bộ phận một cửa tiếp nhận 9.845 hồ sơ, giải quyết đúng hạn 9.812 hồ sơ, đạt 99,7%. Tỷ lệ hồ sơ nộp
        trực tuyến tăng từ 41% lên 78%.

        Phát biểu kết luận, đồng chí Bí thư Đảng ủy yêu cầu các cơ quan tiếp tục rà soát, cắt giảm giấy tờ trùng lặp,
        bố trí người hướng dẫn tại các thôn xa trung tâm.
    """)
    captions = (
        "Đồng chí Trần Văn Mẫu, Bí thư Đảng ủy xã phát biểu kết luận Hội nghị",
        "Quang cảnh Hội nghị",
    )
    return Contribution(
        why="tiêu đề hoa ba dòng; ảnh đứng trước câu kết, hai ảnh liền nhau, mỗi ảnh một chú thích",
        raw=sent(
            VAN_PHONG,
            "Tin Hội nghị sơ kết 01 năm chính quyền 2 cấp",
            "BBT xem, biên tập và cho đăng trong chiều nay.\n\nVP Đảng ủy\n",
            docx(
                "Tin so ket.docx",
                word(
                    p("ĐẢNG ỦY XÃ AN MẪU TỔ CHỨC HỘI NGHỊ", bold=True, align="center"),
                    p("SƠ KẾT MỘT NĂM VẬN HÀNH MÔ HÌNH", bold=True, align="center"),
                    p("CHÍNH QUYỀN ĐỊA PHƯƠNG HAI CẤP", bold=True, align="center"),
                    p(r("*****"), align="center"),
                    p(body[0], align="both"),
                    p(body[1], align="both"),
                    p(pic(9), align="center"),
                    p(captions[0], italic=True, align="center"),
                    p(pic(10), align="center"),
                    p(captions[1], italic=True, align="center"),
                    p(body[2], align="both"),
                    p("Bài, ảnh: Mai Hoàn", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="ĐẢNG ỦY XÃ AN MẪU TỔ CHỨC HỘI NGHỊ SƠ KẾT MỘT NĂM VẬN HÀNH MÔ HÌNH CHÍNH QUYỀN "
                "ĐỊA PHƯƠNG HAI CẤP",
                body=body,
                byline="Bài, ảnh: Mai Hoàn",
                author="Mai Hoàn",
                photos={9: captions[0], 10: captions[1]},
            )
        ],
        never=("cho đăng", "VP Đảng ủy"),
    )


def three_items_with_headings_in_capitals() -> Contribution:
    first = paragraphs("""
        Sáng 09/11, Ban Chỉ huy Quân sự xã khám sơ tuyển nghĩa vụ quân sự năm 2027 cho 134 công dân trong độ tuổi. Qua
        sơ tuyển, 96 công dân đủ điều kiện khám tuyển.
    """)
    second = paragraphs("""
        Ngày 10/11, tiểu đội dân quân cơ động hành quân giúp bà Lầu Thị Neo, thôn Bãi Mẫu dựng lại nhà bị tốc mái. Căn
        nhà được lợp xong trong một ngày.
    """)
    return Contribution(
        why="một tệp hai tin, mỗi tin có tiêu đề hoa giữa dòng và dòng tác giả, cách nhau một dòng trống",
        raw=sent(
            QUAN_SU,
            "Ban CHQS gửi 02 tin",
            "Ban CHQS xã gửi BBT 02 tin trong tuần. Đề nghị đăng.\n",
            docx(
                "Tin tuan 46.docx",
                word(
                    p("134 CÔNG DÂN DỰ KHÁM SƠ TUYỂN NGHĨA VỤ QUÂN SỰ", bold=True, align="center"),
                    p(first[0], align="both"),
                    p("Tin: Đại úy Pờ Văn Lính", bold=True, align="right"),
                    p(""),
                    p("DÂN QUÂN GIÚP DÂN DỰNG LẠI NHÀ", bold=True, align="center"),
                    p(second[0], align="both"),
                    p("Tin: Đại úy Pờ Văn Lính", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="134 CÔNG DÂN DỰ KHÁM SƠ TUYỂN NGHĨA VỤ QUÂN SỰ",
                body=first,
                byline="Tin: Đại úy Pờ Văn Lính",
                author="Đại úy Pờ Văn Lính",
            ),
            Truth(title="DÂN QUÂN GIÚP DÂN DỰNG LẠI NHÀ", body=second, byline="Tin: Đại úy Pờ Văn Lính"),
        ],
        never=("Đề nghị đăng", "gửi BBT"),
    )


def front_day_with_a_wide_caption_row() -> Contribution:
    body = paragraphs("""
        Tối 12/11, thôn Cầu Giả tổ chức Ngày hội Đại đoàn kết toàn dân tộc. Dự ngày hội có đồng chí Lê Thị Thử, Chủ tịch
        UBND xã cùng hơn 300 bà con trong thôn.

        Năm qua, thôn Cầu Giả không có hộ nghèo phát sinh, 96% số hộ đạt gia đình văn hóa. Nhân dịp này, Ủy ban MTTQ xã
        trao tặng thôn một bộ loa kéo trị giá 6,5 triệu đồng.
    """)
    captions = ("Đồng chí Lê Thị Thử chúc mừng bà con thôn Cầu Giả", "Trao tặng bộ loa kéo cho thôn")
    photos = table(
        (p(pic(11), align="center"),),
        (p(captions[0], align="center", italic=True),),
        (p(pic(12), align="center"),),
        (p(captions[1], align="center", italic=True),),
        border=False,
    )
    return Contribution(
        why="bảng một cột không viền: ảnh, chú thích, ảnh, chú thích; cuối bài ghi CTV",
        raw=sent(
            MTTQ,
            "Tin ngày hội ĐĐK thôn Cầu Giả",
            "Dear BBT!\nMTTQ xã gửi tin ngày hội đại đoàn kết. Ảnh có trong file ạ.\nTks!\n",
            docx(
                "DDK Cau Gia.docx",
                word(
                    p("Ngày hội Đại đoàn kết ở thôn Cầu Giả", bold=True, align="center"),
                    p(body[0], align="both"),
                    photos,
                    p(body[1], align="both"),
                    p("CTV: Ngọc Hà", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Ngày hội Đại đoàn kết ở thôn Cầu Giả",
                body=body,
                byline="CTV: Ngọc Hà",
                author="Ngọc Hà",
                photos={11: captions[0], 12: captions[1]},
            )
        ],
        never=("Dear", "Tks", "trong file"),
    )


ALL = (
    drill_with_captions_below,
    youth_month_with_a_table_of_two,
    caption_in_a_box_below,
    captions_after_the_byline,
    form_of_the_office_in_a_table,
    conference_with_a_long_title,
    three_items_with_headings_in_capitals,
    front_day_with_a_wide_caption_row,
)
