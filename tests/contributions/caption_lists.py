"""Captions in lists, and photos that lie loose beside the document."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import HPN, TRAM, VAN_PHONG, VHXH, docx, jpg, sent
from tests.contributions.word import p, pic, word

NOTE = "Kính gửi BBT!\nĐơn vị gửi tin và ảnh kèm theo, nhờ BBT biên tập và đăng giúp.\nCảm ơn BBT.\n"


def list_at_the_end_for_pictures_in_the_text() -> Contribution:
    body = paragraphs("""
        Sáng 19/9/2026, UBND xã An Mẫu phối hợp với đơn vị thi công tổ chức thông xe kỹ thuật cầu dân sinh Bến Gạo
        bắc qua kênh chính, thay cho cây cầu tạm bằng tre đã dùng hơn mười năm.

        Cầu dài 24 m, rộng 3,5 m, tải trọng 5 tấn, kết cấu dầm bê tông cốt thép. Kinh phí xây dựng 2,35 tỷ đồng,
        trong đó một doanh nghiệp quê ở thôn Xóm Mới tài trợ 1,5 tỷ đồng.

        Từ nay, gần 300 học sinh hai thôn bên kia kênh không còn phải đi vòng 4 km trong mùa nước nổi.
    """)
    return Contribution(
        why="ảnh nằm trong bài không chú thích, cuối tệp có danh sách chú thích đánh số",
        raw=sent(
            VAN_PHONG,
            "Tin thông xe cầu",
            NOTE,
            docx(
                "thong xe.docx",
                word(
                    p("Thông xe kỹ thuật cầu dân sinh Bến Gạo", bold=True, align="center"),
                    p(body[0]),
                    p(pic(8), align="center"),
                    p(body[1]),
                    p(pic(9), align="center"),
                    p(body[2]),
                    p("Tin, ảnh: Bảo Đặt Tên", bold=True, align="right"),
                    p("Chú thích ảnh:", bold=True),
                    p("Ảnh 1: Lãnh đạo xã và nhà tài trợ cắt băng thông xe."),
                    p("Ảnh 2: Học sinh thôn Xóm Mới đi trên cây cầu mới."),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Thông xe kỹ thuật cầu dân sinh Bến Gạo",
                body=body,
                byline="Tin, ảnh: Bảo Đặt Tên",
                author="Bảo Đặt Tên",
                photos={
                    8: "Lãnh đạo xã và nhà tài trợ cắt băng thông xe.",
                    9: "Học sinh thôn Xóm Mới đi trên cây cầu mới.",
                },
            )
        ],
        never=("Chú thích ảnh", "Ảnh 1"),
    )


def list_at_the_end_for_loose_photos() -> Contribution:
    body = paragraphs("""
        Từ ngày 21 đến 25/9, Hội LHPN xã An Mẫu tổ chức kiểm tra chéo hoạt động của 8 chi hội. Nội dung kiểm tra gồm
        việc quản lý nguồn vốn vay, thu nộp hội phí, xây dựng mô hình và công tác phát triển hội viên.

        Qua kiểm tra, 8/8 chi hội đều có sổ sách rõ ràng, tỷ lệ thu hút hội viên đạt 87,4%, không có nợ quá hạn. Chi
        hội thôn Xóm Mới được đánh giá cao với mô hình nuôi lợn tiết kiệm, mỗi tháng giúp một hội viên khó khăn 2
        triệu đồng không lấy lãi.
    """)
    return Contribution(
        why="ảnh rời đánh số trong tên tệp, danh sách chú thích cuối bài viết (1), (2), (3), thứ tự tệp đảo lộn",
        raw=sent(
            HPN,
            "Tin kiểm tra chéo",
            NOTE,
            docx(
                "kiem tra cheo.docx",
                word(
                    p("HỘI LHPN XÃ KIỂM TRA CHÉO HOẠT ĐỘNG CÁC CHI HỘI", bold=True, align="center"),
                    *(p(text) for text in body),
                    p("Tin: Phương Gọi Là", bold=True, align="right"),
                    p("Hình 1 - Đoàn kiểm tra sổ sách tại chi hội Cầu Giả"),
                    p("Hình 2 - Trao đổi kinh nghiệm với chi hội Xóm Mới"),
                    p("Hình 3 - Lợn nhựa tiết kiệm của hội viên"),
                ),
            ),
            jpg("hinh 3.jpg", 12),
            jpg("hinh 1.jpg", 10),
            jpg("hinh 2.jpg", 11),
        ),
        articles=[
            Truth(
                title="HỘI LHPN XÃ KIỂM TRA CHÉO HOẠT ĐỘNG CÁC CHI HỘI",
                body=body,
                byline="Tin: Phương Gọi Là",
                author="Phương Gọi Là",
                photos={
                    10: "Đoàn kiểm tra sổ sách tại chi hội Cầu Giả",
                    11: "Trao đổi kinh nghiệm với chi hội Xóm Mới",
                    12: "Lợn nhựa tiết kiệm của hội viên",
                },
            )
        ],
    )


def captions_by_file_name() -> Contribution:
    body = paragraphs("""
        Trạm Y tế xã An Mẫu vừa phối hợp với các trường học trên địa bàn khám, phát hiện sớm tật khúc xạ cho 615 học
        sinh. Kết quả có 149 em bị cận thị, chiếm 24,2%, trong đó 37 em chưa từng đeo kính.

        Bác sĩ khuyên phụ huynh cho con ngồi học đúng tư thế, đủ ánh sáng, cứ 20 phút nhìn gần thì nghỉ mắt 20 giây
        và chơi ngoài trời tối thiểu một giờ mỗi ngày. Các em có độ cận tăng nhanh cần được tái khám ba tháng một
        lần.
    """)
    return Contribution(
        why="chú thích ghi theo tên tệp ảnh, tên tệp không có số thứ tự",
        raw=sent(
            TRAM,
            "Tin khám mắt học đường",
            NOTE,
            docx(
                "kham mat.docx",
                word(
                    p("Gần một phần tư học sinh được khám bị cận thị", bold=True, align="center"),
                    *(p(text) for text in body),
                    p("Tin, ảnh: Bs. Lê Ngụ Ý", bold=True, align="right"),
                    p("Chú thích ảnh:", italic=True),
                    p("phat kinh.jpg: Trao kính miễn phí cho học sinh hộ nghèo"),
                    p("do mat.jpg: Kỹ thuật viên đo khúc xạ cho học sinh lớp 6B"),
                ),
            ),
            jpg("do mat.jpg", 2),
            jpg("phat kinh.jpg", 1),
        ),
        articles=[
            Truth(
                title="Gần một phần tư học sinh được khám bị cận thị",
                body=body,
                byline="Tin, ảnh: Bs. Lê Ngụ Ý",
                author="Bs. Lê Ngụ Ý",
                photos={
                    1: "Trao kính miễn phí cho học sinh hộ nghèo",
                    2: "Kỹ thuật viên đo khúc xạ cho học sinh lớp 6B",
                },
            )
        ],
        never=("phat kinh.jpg", "do mat.jpg", "Chú thích ảnh"),
    )


def captions_in_order_for_loose_photos() -> Contribution:
    body = paragraphs("""
        Hòa chung không khí cả nước hướng về ngày Chuyển đổi số quốc gia, sáng 10/10, Phòng Văn hóa - Xã hội tổ chức
        ngày hội "Công dân số An Mẫu" tại sân UBND xã.

        Gần 400 lượt người dân được hướng dẫn cài chữ ký số cá nhân, thanh toán hóa đơn điện qua điện thoại, tra cứu
        sổ sức khỏe điện tử. Gian hàng của Hội Nông dân giới thiệu 12 sản phẩm đặc trưng có gắn mã truy xuất nguồn
        gốc.
    """)
    return Contribution(
        why="chú thích bắt đầu bằng Ảnh: không số, ảnh rời tên do máy đặt, khớp theo thứ tự",
        raw=sent(
            VHXH,
            "Tin ngày hội công dân số",
            NOTE,
            docx(
                "cong dan so.docx",
                word(
                    p("NGÀY HỘI CÔNG DÂN SỐ AN MẪU NĂM 2026", bold=True, align="center"),
                    *(p(text) for text in body),
                    p("Ảnh: Đoàn viên giúp bà con cài chữ ký số cá nhân", italic=True),
                    p("Ảnh: Gian hàng nông sản có mã truy xuất nguồn gốc", italic=True),
                    p("Tin, ảnh: Ngọc Ví Như", bold=True, align="right"),
                ),
            ),
            jpg("IMG_2201.JPG", 3),
            jpg("IMG_2207.JPG", 4),
        ),
        articles=[
            Truth(
                title="NGÀY HỘI CÔNG DÂN SỐ AN MẪU NĂM 2026",
                body=body,
                byline="Tin, ảnh: Ngọc Ví Như",
                author="Ngọc Ví Như",
                photos={
                    3: "Đoàn viên giúp bà con cài chữ ký số cá nhân",
                    4: "Gian hàng nông sản có mã truy xuất nguồn gốc",
                },
            )
        ],
    )


def small_in_the_file_large_beside_it() -> Contribution:
    body = paragraphs("""
        Ngày 25/9, Chi hội Người cao tuổi thôn Cầu Giả tổ chức mừng thọ tập thể cho 19 cụ tròn 80, 85 và 90 tuổi.
        Buổi lễ diễn ra trang trọng, ấm cúng với sự tham dự đông đủ của con cháu.

        Dịp này, thôn ra mắt câu lạc bộ Liên thế hệ tự giúp nhau gồm 52 thành viên, sinh hoạt hai tuần một lần, tập
        dưỡng sinh mỗi sáng và có quỹ cho vay xoay vòng 30 triệu đồng.
    """)
    return Contribution(
        why="ảnh trong Word là bản thu nhỏ của ảnh gửi kèm; chú thích ở dưới ảnh nhỏ",
        raw=sent(
            VHXH,
            "Tin mừng thọ",
            NOTE,
            docx(
                "mung tho.docx",
                word(
                    p("Thôn Cầu Giả mừng thọ 19 cụ cao niên", bold=True, align="center"),
                    p(body[0]),
                    p(pic(5), align="center"),
                    p("Hình 1. Con cháu chúc thọ các cụ", italic=True, align="center"),
                    p(body[1]),
                    p(pic(6), align="center"),
                    p("Hình 2. Ra mắt câu lạc bộ Liên thế hệ", italic=True, align="center"),
                    p("CTV Lâm Quy Ước", bold=True, align="right"),
                ),
            ),
            jpg("DSC_0101.JPG", 6),
            jpg("DSC_0099.JPG", 5),
        ),
        articles=[
            Truth(
                title="Thôn Cầu Giả mừng thọ 19 cụ cao niên",
                body=body,
                byline="CTV Lâm Quy Ước",
                author="Lâm Quy Ước",
                photos={5: "Con cháu chúc thọ các cụ", 6: "Ra mắt câu lạc bộ Liên thế hệ"},
            )
        ],
    )


ALL = (
    list_at_the_end_for_pictures_in_the_text,
    list_at_the_end_for_loose_photos,
    captions_by_file_name,
    captions_in_order_for_loose_photos,
    small_in_the_file_large_beside_it,
)
