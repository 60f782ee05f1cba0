"""Articles typed straight into the letter, as plain text."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import CONG_AN, DOAN, DONG_THU, HND, THCS, VHXH, jpg, sent


def title_on_its_own_line() -> Contribution:
    body = paragraphs("""
        Ngày 06/10/2026, tại sân vận động xã, Ban Chỉ huy Quân sự xã An Mẫu tổ chức lễ ra quân huấn luyện lực lượng
        dân quân tại chỗ năm 2026. Tham gia huấn luyện có 64 chiến sĩ đến từ 7 thôn trong xã.

        Trong thời gian 5 ngày, các chiến sĩ được học 8 nội dung gồm điều lệnh đội ngũ, kỹ thuật bắn súng tiểu liên,
        công tác phòng thủ dân sự, kỹ năng cứu hộ khi có mưa lũ. Ban Chỉ huy đã chuẩn bị đầy đủ giáo án, mô hình học
        cụ và hợp đồng nấu ăn tại chỗ cho anh em.

        Phát biểu tại lễ ra quân, đồng chí Trần Văn Mẫu yêu cầu các chiến sĩ chấp hành nghiêm thời gian, bảo đảm an
        toàn tuyệt đối về người và vũ khí trang bị trong suốt đợt huấn luyện.
    """)
    text = (
        "Kính gửi Ban biên tập trang thông tin điện tử xã,\n\n"
        "Dân quân xã An Mẫu ra quân huấn luyện năm 2026\n\n"
        + "\n\n".join(body)
        + "\n\nTin: Hữu Giả\n\nTrân trọng cảm ơn Ban biên tập./.\n\n--\nHữu Giả\nTrợ lý Ban CHQS xã\nĐT: 0900 000 021\n"
    )
    return Contribution(
        why="tiêu đề thường trên dòng riêng, các đoạn cách nhau dòng trống",
        raw=sent(CONG_AN, "Tin huấn luyện dân quân", text),
        articles=[
            Truth(
                title="Dân quân xã An Mẫu ra quân huấn luyện năm 2026",
                body=body,
                byline="Tin: Hữu Giả",
                author="Hữu Giả",
                genre="Tin",
                unit="Công an xã",
            )
        ],
        never=("Kính gửi", "Trân trọng", "Trợ lý", "0900"),
        aside={"Trân trọng cảm ơn Ban biên tập": "lời kết thư"},
    )


def labelled_form() -> Contribution:
    body = paragraphs("""
        Từ đầu năm học đến nay, Liên đội Trường THCS An Mẫu duy trì đều đặn mô hình "Tủ sách ra sân" vào giờ ra chơi
        thứ Tư và thứ Sáu hằng tuần. Mỗi lớp có một giá sách lưu động khoảng 60 cuốn do học sinh và phụ huynh đóng
        góp.

        Cô giáo Lương Thị Tỷ Dụ, Tổng phụ trách Đội cho biết số lượt mượn sách trong tháng 9 đạt 1.140 lượt, gấp đôi
        cùng kỳ. Nhiều em trước đây ngại đọc nay đã viết được bài giới thiệu sách dài 2 trang giấy.

        Nhà trường dự kiến nhân rộng mô hình sang điểm trường Cầu Giả từ tháng 11.
    """)
    text = "\n".join(
        [
            "Tiêu đề: Tủ sách ra sân ở Trường THCS An Mẫu",
            (
                "Tóm tắt: Mỗi tuần hai buổi, những giá sách lưu động được đẩy ra sân trường, kéo học sinh trở "
                "lại với trang giấy."
            ),
            "Nội dung:",
            *body,
            "Tác giả: Tỷ Dụ",
        ]
    )
    return Contribution(
        why="bài gõ theo mẫu có nhãn: Tiêu đề, Tóm tắt, Nội dung, Tác giả",
        raw=sent(THCS, "Gửi bài tuần 40", text),
        articles=[
            Truth(
                title="Tủ sách ra sân ở Trường THCS An Mẫu",
                summary="Mỗi tuần hai buổi, những giá sách lưu động được đẩy ra sân trường, kéo học sinh trở lại với"
                " trang giấy.",
                body=body,
                byline="Tác giả: Tỷ Dụ",
                author="Tỷ Dụ",
            )
        ],
        never=("Tiêu đề:", "Tóm tắt:", "Nội dung:"),
    )


def title_only_in_the_subject() -> Contribution:
    body = paragraphs("""
        Sáng 09/10, thôn Đồng Thử tổ chức nạo vét tuyến kênh mương nội đồng dài gần 900 m, chuẩn bị nguồn nước cho
        vụ đông. Từ 6 giờ sáng, hơn 80 người dân mang theo cuốc, xẻng, quang gánh có mặt tại đầu kênh Bờ Gạo.

        Đến 11 giờ trưa cùng ngày, toàn tuyến đã được khơi thông, 3 điểm sạt bờ được đóng cọc tre gia cố. Ông Tăng
        Văn Mường Tượng, trưởng thôn cho hay đây là lần thứ tư trong năm bà con ra quân làm thủy lợi nội đồng mà
        không cần thuê máy, tiết kiệm cho thôn khoảng 12 triệu đồng.
    """)
    text = "Thôn xin gửi tin như sau:\n\n" + "\n\n".join(body) + "\n\nCảm ơn các anh chị.\n"
    return Contribution(
        why="tiêu đề chỉ có ở dòng chủ đề của thư",
        raw=sent(DONG_THU, "Tin: Thôn Đồng Thử nạo vét kênh mương chuẩn bị vụ đông", text),
        articles=[
            Truth(
                title="Thôn Đồng Thử nạo vét kênh mương chuẩn bị vụ đông", body=body, genre="Tin", unit="Thôn Đồng Thử"
            )
        ],
        never=("xin gửi tin", "Cảm ơn"),
    )


def lines_as_zalo_breaks_them() -> Contribution:
    body = [
        "Tối 4/10, Chi đoàn thôn Bãi Mẫu tổ chức đêm hội Trăng rằm cho 136 em thiếu nhi trong thôn.",
        "Các em được rước đèn quanh xóm, xem múa lân, chơi ô ăn quan và phá cỗ.",
        "Chi đoàn trao 15 suất quà, mỗi suất 200.000 đồng cho các em có hoàn cảnh khó khăn vươn lên học giỏi.",
        "Kinh phí do đoàn viên bán phế liệu gây quỹ từ tháng 8 và các nhà hảo tâm ủng hộ, tổng cộng 7.450.000 đồng.",
        (
            "Anh Quách Văn Giả Như, bí thư chi đoàn nói: năm sau sẽ làm đèn ông sao từ chai nhựa để các em "
            "vừa chơi vừa học "
            "cách giữ môi trường."
        ),
    ]
    text = (
        "Chào anh chị ban biên tập ạ 😊\nĐÊM HỘI TRĂNG RẰM CỦA THIẾU NHI BÃI MẪU\n"
        + "\n".join(body)
        + ("\nTin ảnh: Giả Như\nNhờ các anh chị đăng giúp chi đoàn em với ạ 🙏\nEm cảm ơn nhiều!\n")
    )
    return Contribution(
        why="chép từ Zalo: mỗi câu một dòng, không dòng trống, có biểu tượng cảm xúc",
        raw=sent(
            DOAN, "trung thu bãi mẫu", text, jpg("z6012345678901_aa11bb22.jpg", 1), jpg("z6012345678902_cc33.jpg", 2)
        ),
        articles=[
            Truth(
                title="ĐÊM HỘI TRĂNG RẰM CỦA THIẾU NHI BÃI MẪU",
                body=body,
                byline="Tin ảnh: Giả Như",
                author="Giả Như",
                photos={1: None, 2: None},
            )
        ],
        never=("Chào anh chị", "đăng giúp", "cảm ơn nhiều", "😊", "🙏"),
    )


def lines_cut_at_72_columns() -> Contribution:
    text = """\
Kính gửi BBT, Hội Nông dân xã gửi tin, ảnh sau:

Hội Nông dân xã An Mẫu giải ngân 1,2 tỷ đồng vốn vay ủy thác

Chiều 08/10/2026, tại trụ sở UBND xã, Hội Nông dân xã phối hợp với điểm
giao dịch Ngân hàng Chính sách xã hội tổ chức giải ngân vốn vay ủy thác
cho 24 hộ hội viên thuộc 3 tổ tiết kiệm và vay vốn.

Tổng số tiền giải ngân đợt này là 1,2 tỷ đồng, thuộc các chương trình
cho vay hộ mới thoát nghèo, nước sạch vệ sinh môi trường nông thôn và
giải quyết việc làm. Mức vay bình quân 50 triệu đồng một hộ, thời hạn
từ 36 đến 60 tháng.

Bà Nhâm Thị Ước Chừng, tổ trưởng tổ số 5 cho biết phần lớn các hộ dùng
vốn để làm chuồng nuôi dê và mua giống cây ăn quả.

Ảnh 1: Cán bộ tín dụng hướng dẫn hội viên ký khế ước.
Ảnh 2: Các hộ nhận tiền vay tại điểm giao dịch xã.

Tin, ảnh: Ước Chừng
"""
    body = paragraphs("""
        Chiều 08/10/2026, tại trụ sở UBND xã, Hội Nông dân xã phối hợp với điểm giao dịch Ngân hàng Chính sách xã
        hội tổ chức giải ngân vốn vay ủy thác cho 24 hộ hội viên thuộc 3 tổ tiết kiệm và vay vốn.

        Tổng số tiền giải ngân đợt này là 1,2 tỷ đồng, thuộc các chương trình cho vay hộ mới thoát nghèo, nước sạch
        vệ sinh môi trường nông thôn và giải quyết việc làm. Mức vay bình quân 50 triệu đồng một hộ, thời hạn từ 36
        đến 60 tháng.

        Bà Nhâm Thị Ước Chừng, tổ trưởng tổ số 5 cho biết phần lớn các hộ dùng vốn để làm chuồng nuôi dê và mua
        giống cây ăn quả.
    """)
    return Contribution(
        why="chương trình thư ngắt dòng ở cột 72; chú thích đánh số, ảnh rời đặt tên bằng số",
        raw=sent(HND, "Giải ngân vốn", text, jpg("2.jpg", 4), jpg("1.jpg", 3), mailer="Mutt 1.5"),
        articles=[
            Truth(
                title="Hội Nông dân xã An Mẫu giải ngân 1,2 tỷ đồng vốn vay ủy thác",
                body=body,
                byline="Tin, ảnh: Ước Chừng",
                author="Ước Chừng",
                unit="Hội Nông dân",
                photos={
                    3: "Cán bộ tín dụng hướng dẫn hội viên ký khế ước.",
                    4: "Các hộ nhận tiền vay tại điểm giao dịch xã.",
                },
            )
        ],
        never=("Kính gửi", "gửi tin", "Ảnh 1", "Ảnh 2"),
    )


def capitals_over_two_lines() -> Contribution:
    body = paragraphs("""
        Thực hiện kế hoạch truyền thông về dân số, ngày 02 tháng 10 năm 2026, Phòng Văn hóa - Xã hội xã phối hợp với
        Trạm Y tế tổ chức buổi nói chuyện chuyên đề "Mất cân bằng giới tính khi sinh - thực trạng và giải pháp" cho
        95 cặp vợ chồng trẻ.

        Báo cáo viên đã nêu rõ tỷ số giới tính khi sinh của xã 9 tháng qua là 109 bé trai trên 100 bé gái; phân tích
        nguyên nhân từ tâm lý muốn có con trai nối dõi, đồng thời giải đáp 14 câu hỏi của người dự.

        Cuối buổi, các cặp vợ chồng ký cam kết không lựa chọn giới tính thai nhi.
    """)
    text = (
        "Kính gửi: Ban biên tập Cổng thông tin điện tử xã An Mẫu\n"
        "Phòng Văn hóa - Xã hội xã gửi bài viết, đề nghị Ban biên tập xem xét đăng tải.\n\n"
        "NÓI CHUYỆN CHUYÊN ĐỀ VỀ CÂN BẰNG GIỚI TÍNH KHI SINH\nCHO CÁC CẶP VỢ CHỒNG TRẺ XÃ AN MẪU\n\n"
        + "\n".join(body)
        + "\n\nBài viết: Thanh Phỏng Đoán\n\n"
        "Rất mong nhận được sự quan tâm của Ban biên tập.\nXin trân trọng cảm ơn!\n\n"
        "PHÒNG VĂN HÓA - XÃ HỘI XÃ AN MẪU\nĐịa chỉ: Trung tâm hành chính xã An Mẫu, tỉnh Sông Mẫu\n"
        "Điện thoại: 0900.000.022 - Email: vhxh@songmau.example\n"
    )
    return Contribution(
        why="tiêu đề chữ hoa trên hai dòng; dưới thư là khối tên cơ quan, địa chỉ, điện thoại",
        raw=sent(VHXH, "V/v gửi bài tuyên truyền dân số", text),
        articles=[
            Truth(
                title="NÓI CHUYỆN CHUYÊN ĐỀ VỀ CÂN BẰNG GIỚI TÍNH KHI SINH CHO CÁC CẶP VỢ CHỒNG TRẺ XÃ AN MẪU",
                body=body,
                byline="Bài viết: Thanh Phỏng Đoán",
                author="Thanh Phỏng Đoán",
                genre="Bài",
            )
        ],
        never=("Kính gửi", "xem xét đăng tải", "Rất mong", "trân trọng", "Địa chỉ", "PHÒNG VĂN HÓA", "Điện thoại"),
    )


ALL = (
    title_on_its_own_line,
    labelled_form,
    title_only_in_the_subject,
    lines_as_zalo_breaks_them,
    lines_cut_at_72_columns,
    capitals_over_two_lines,
)
