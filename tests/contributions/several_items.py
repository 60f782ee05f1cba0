"""Several items in one file or one letter, and several files in one archive."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.pictures import picture
from tests.contributions.sending import CONG_AN, DONG_THU, HPN, THCS, VAN_PHONG, VHXH, docx, jpg, sent
from tests.contributions.word import p, pic, style, word
from tests.mail.making.mime import attachment
from tests.mail.making.zips import Entry, archive

NOTE = "Kính gửi Ban biên tập,\nĐơn vị gửi các tin trong tuần, đề nghị BBT đăng dần.\nTrân trọng./.\n"

FLOWERS = paragraphs("""
    Ngày 20/9, Chi hội Phụ nữ thôn Bãi Mẫu tổ chức trồng 400 gốc hoa giấy dọc tuyến đê. Kinh phí cây giống 6 triệu
    đồng do hội viên đóng góp từ quỹ tiết kiệm.

    Chi hội phân công mỗi tổ chăm sóc 100 gốc, hằng tháng kiểm tra chéo và chấm điểm thi đua cuối năm.
""")
CLUB = paragraphs("""
    Tối 23/9, câu lạc bộ dân vũ thôn Cầu Giả ra mắt với 34 thành viên từ 28 đến 66 tuổi. Câu lạc bộ tập luyện vào
    tối thứ Ba, thứ Năm và thứ Bảy hằng tuần.

    Chủ nhiệm câu lạc bộ cho biết sắp tới sẽ giao lưu với các thôn bạn để tạo phong trào.
""")


def two_items_parted_by_asterisks() -> Contribution:
    return Contribution(
        why="hai tin trong một tệp, cách nhau dòng ***",
        raw=sent(
            HPN,
            "Tin tuần 39 (02 tin)",
            NOTE,
            docx(
                "Tin tuan 39.docx",
                word(
                    p("Trồng 400 gốc hoa giấy trên tuyến đê Bãi Mẫu", bold=True, align="center"),
                    *(p(text) for text in FLOWERS),
                    p("Tin: Huệ Gán Ghép", bold=True, align="right"),
                    p("***", align="center"),
                    p("Ra mắt câu lạc bộ dân vũ thôn Cầu Giả", bold=True, align="center"),
                    *(p(text) for text in CLUB),
                    p("Tin: Lan Phỏng Theo", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Trồng 400 gốc hoa giấy trên tuyến đê Bãi Mẫu",
                body=FLOWERS,
                byline="Tin: Huệ Gán Ghép",
                author="Huệ Gán Ghép",
            ),
            Truth(
                title="Ra mắt câu lạc bộ dân vũ thôn Cầu Giả",
                body=CLUB,
                byline="Tin: Lan Phỏng Theo",
                author="Lan Phỏng Theo",
            ),
        ],
    )


def items_labelled_tin_1_tin_2() -> Contribution:
    first = paragraphs("""
        Ngày 15/9/2026, tổ công tác của Công an xã phối hợp với thú y xã kiểm tra 4 điểm giết mổ gia súc, lập biên
        bản nhắc nhở 1 điểm chưa có sổ theo dõi nguồn gốc gia súc. Chủ các điểm đã ký cam kết khắc phục trong vòng
        10 ngày.
    """)
    second = paragraphs("""
        Tối 17/9/2026, Công an xã cùng dân quân tuần tra khép kín địa bàn, phát hiện 6 thanh thiếu niên tụ tập đi xe
        máy không đội mũ bảo hiểm. Lực lượng chức năng đã mời gia đình đến trụ sở, yêu cầu viết cam kết quản lý con
        em.
    """)
    third = paragraphs("""
        Từ đầu tháng 9 đến nay, Công an xã đã cấp 212 tài khoản định danh mức 2, đến tận nhà làm thủ tục cho 13
        trường hợp già yếu, khuyết tật. Công dân được nhận kết quả qua đường bưu điện nếu có nhu cầu.
    """)
    return Contribution(
        why="ba tin ngắn trong một tệp, mỗi tin mở đầu bằng Tin 1:, Tin 2:, Tin 3:",
        raw=sent(
            CONG_AN,
            "Gửi 03 tin",
            NOTE,
            docx(
                "03 tin cong an.docx",
                word(
                    p("Tin 1: Kiểm tra các điểm giết mổ gia súc", bold=True),
                    p(first[0]),
                    p("Tin 2: Tuần tra, nhắc nhở thanh thiếu niên vi phạm giao thông", bold=True),
                    p(second[0]),
                    p("Tin 3: Cấp định danh điện tử tận nhà cho người già yếu", bold=True),
                    p(third[0]),
                ),
            ),
        ),
        articles=[
            Truth(title="Kiểm tra các điểm giết mổ gia súc", body=first, unit="Công an xã"),
            Truth(title="Tuần tra, nhắc nhở thanh thiếu niên vi phạm giao thông", body=second),
            Truth(title="Cấp định danh điện tử tận nhà cho người già yếu", body=third),
        ],
        never=("Tin 1", "Tin 2", "Tin 3"),
    )


def two_items_typed_in_the_letter() -> Contribution:
    first = paragraphs("""
        Sáng 14/9, Trường THCS An Mẫu phát động quyên góp sách giáo khoa cũ cho học sinh vùng bị ngập. Sau ba ngày,
        các lớp đã góp được 1.260 cuốn sách và 4.700.000 đồng mua vở. Toàn bộ số sách được phân loại, bọc lại cẩn
        thận trước khi chuyển đi.
    """)
    second = paragraphs("""
        Trong hai ngày 17 và 18/9, 48 cán bộ, giáo viên của trường được tập huấn sử dụng trí tuệ nhân tạo trong soạn
        bài và kiểm tra đánh giá. Lớp tập huấn nhấn mạnh giáo viên phải kiểm chứng nội dung trước khi dùng cho học
        sinh.
    """)
    text = (
        "Kính gửi BBT, nhà trường gửi 2 tin:\n\n"
        "Quyên góp sách cũ tặng học sinh vùng ngập\n\n" + first[0] + "\n\nTin: Thu Khái Niệm\n\n"
        "------------\n\n"
        "Tập huấn sử dụng trí tuệ nhân tạo cho giáo viên\n\n"
        + second[0]
        + "\n\nTin: Quý Định Nghĩa\n\nTrân trọng cảm ơn BBT!\n"
    )
    return Contribution(
        why="hai tin gõ ngay trong thư, cách nhau đường gạch",
        raw=sent(THCS, "2 tin của trường", text),
        articles=[
            Truth(
                title="Quyên góp sách cũ tặng học sinh vùng ngập",
                body=first,
                byline="Tin: Thu Khái Niệm",
                author="Thu Khái Niệm",
            ),
            Truth(
                title="Tập huấn sử dụng trí tuệ nhân tạo cho giáo viên",
                body=second,
                byline="Tin: Quý Định Nghĩa",
                author="Quý Định Nghĩa",
            ),
        ],
        never=("gửi 2 tin", "Trân trọng"),
    )


def two_files_with_photos_named_alike() -> Contribution:
    first = paragraphs("""
        Chiều 28/9, UBND xã An Mẫu họp giao ban về tiến độ giải phóng mặt bằng đường liên xã. Đến nay đã có 61/64 hộ
        đồng thuận nhận tiền bồi thường. Ba hộ còn lại đề nghị kiểm đếm bổ sung cây lâu năm.

        Chủ tịch UBND xã giao tổ công tác hoàn thành kiểm đếm trước ngày 05/10 và công khai kết quả tại nhà văn hóa
        thôn.
    """)
    second = paragraphs("""
        Sáng 29/9, đoàn giám sát của HĐND xã làm việc với Trạm Y tế về công tác khám chữa bệnh ban đầu. Đoàn ghi
        nhận số lượt khám 9 tháng đạt 7.920 lượt, tăng 12% so với cùng kỳ.

        Đoàn kiến nghị bổ sung 2 biên chế điều dưỡng và sửa chữa mái dãy nhà điều trị trước mùa đông.
    """)
    return Contribution(
        why="hai tệp Word, ảnh rời đặt tên theo từng tin",
        raw=sent(
            VAN_PHONG,
            "Gửi 2 tin hoạt động của xã",
            NOTE,
            docx(
                "Giao ban GPMB.docx",
                word(
                    p("Họp giao ban giải phóng mặt bằng đường liên xã", bold=True, align="center"),
                    *(p(t) for t in first),
                ),
            ),
            docx(
                "HDND giam sat tram y te.docx",
                word(p("HĐND xã giám sát tại Trạm Y tế", bold=True, align="center"), *(p(t) for t in second)),
            ),
            jpg("HDND giam sat tram y te.jpg", 1),
            jpg("Giao ban GPMB (1).jpg", 2),
            jpg("Giao ban GPMB (2).jpg", 3),
        ),
        articles=[
            Truth(title="Họp giao ban giải phóng mặt bằng đường liên xã", body=first, photos={2: None, 3: None}),
            Truth(title="HĐND xã giám sát tại Trạm Y tế", body=second, photos={1: None}),
        ],
    )


def folders_in_an_archive() -> Contribution:
    first = paragraphs("""
        Sáng 26/9, thôn Bãi Mẫu tổ chức bốc thăm vị trí 32 ki-ốt trong chợ quê mới. Việc bốc thăm công khai trước sự
        chứng kiến của các hộ kinh doanh, Ban công tác Mặt trận và công an viên. Chợ dự kiến họp phiên đầu vào mùng
        2 tháng 9 âm lịch.
    """)
    second = paragraphs("""
        Ngày 27/9, thôn Cầu Giả hoàn thành lắp 45 bóng đèn năng lượng mặt trời trên 1,8 km đường ngõ. Mỗi hộ góp
        150.000 đồng, con em xa quê ủng hộ thêm 21 triệu đồng. Từ nay bà con đi làm về muộn không còn sợ đường tối.
    """)
    files = archive(
        [
            Entry(
                name="Thôn Bãi Mẫu/cho que.docx",
                content=word(
                    p("Bốc thăm ki-ốt chợ quê Bãi Mẫu", bold=True, align="center"),
                    p(first[0]),
                    p("Tin: Sự Tạm Thời", align="right"),
                ),
            ),
            Entry(name="Thôn Bãi Mẫu/cho que.jpg", content=picture(4)),
            Entry(
                name="Thôn Cầu Giả/den duong.docx",
                content=word(
                    p("Thắp sáng đường ngõ Cầu Giả", bold=True, align="center"),
                    p(second[0]),
                    p("Tin: Thạo Giả Đò", align="right"),
                ),
            ),
            Entry(name="Thôn Cầu Giả/den duong.jpg", content=picture(5)),
        ]
    )
    return Contribution(
        why="tệp nén có thư mục cho từng thôn, mỗi thư mục một tin và một ảnh",
        raw=sent(VHXH, "Tin các thôn", NOTE, attachment("Tin cac thon.zip", "application/zip", files)),
        articles=[
            Truth(title="Bốc thăm ki-ốt chợ quê Bãi Mẫu", body=first, byline="Tin: Sự Tạm Thời", photos={4: None}),
            Truth(title="Thắp sáng đường ngõ Cầu Giả", body=second, byline="Tin: Thạo Giả Đò", photos={5: None}),
        ],
    )


def headings_part_the_items() -> Contribution:
    first = paragraphs("""
        Sáng 12/9, hơn 90 người dân thôn Đồng Thử tham gia đắp lề đường trục chính. Sau một ngày lao động, 700 m lề
        đường được đắp đất màu, sẵn sàng trồng hoa. Ban công tác Mặt trận thôn nấu cơm trưa phục vụ bà con.
    """)
    second = paragraphs("""
        Tối 13/9, chi bộ thôn Đồng Thử tổ chức sinh hoạt chuyên đề về nêu gương. Các đảng viên thẳng thắn góp ý cho
        nhau, đăng ký 27 việc làm cụ thể từ nay đến cuối năm và phân công người theo dõi từng việc.
    """)
    styles = style("Normal") + style("Heading1", based_on="Normal", look="<w:b/>", name="heading 1")
    return Contribution(
        why="hai tin trong một tệp, mỗi tin mở đầu bằng Heading 1 và kết bằng dòng tác giả, không có vạch ngăn",
        raw=sent(
            DONG_THU,
            "tin thôn tháng 9",
            NOTE,
            docx(
                "tin thang 9.docx",
                word(
                    p("Người dân Đồng Thử đắp lề đường", style="Heading1"),
                    p(first[0]),
                    p(pic(6), align="center"),
                    p("Bà con đắp đất màu ven đường", italic=True, align="center"),
                    p("Tin, ảnh: Xuân Khởi Thảo", bold=True, align="right"),
                    p("Chi bộ Đồng Thử sinh hoạt chuyên đề nêu gương", style="Heading1"),
                    p(second[0]),
                    p("Tin: Xuân Khởi Thảo", bold=True, align="right"),
                    styles=styles,
                ),
            ),
        ),
        articles=[
            Truth(
                title="Người dân Đồng Thử đắp lề đường",
                body=first,
                byline="Tin, ảnh: Xuân Khởi Thảo",
                author="Xuân Khởi Thảo",
                photos={6: "Bà con đắp đất màu ven đường"},
            ),
            Truth(
                title="Chi bộ Đồng Thử sinh hoạt chuyên đề nêu gương",
                body=second,
                byline="Tin: Xuân Khởi Thảo",
                author="Xuân Khởi Thảo",
            ),
        ],
    )


ALL = (
    two_items_parted_by_asterisks,
    items_labelled_tin_1_tin_2,
    two_items_typed_in_the_letter,
    two_files_with_photos_named_alike,
    folders_in_an_archive,
    headings_part_the_items,
)
