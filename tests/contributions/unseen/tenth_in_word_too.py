"""Further Word files of the tenth batch."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import DOAN, HND, TRAM, VAN_PHONG, docx, jpg, sent
from tests.contributions.unseen.senders import CCB
from tests.contributions.word import p, pic, r, table, word


def farmers_story_with_subheads_and_captions() -> Contribution:
    sapo = "Từ hai bàn tay trắng, ông Nông Văn Ong giờ có trong tay 180 đàn ong, mỗi năm thu hơn hai tấn mật."
    body = paragraphs("""
        Ông Ong quê ở miền xuôi, theo vợ lên thôn Đồng Thử lập nghiệp năm 1998. Vốn liếng ban đầu là ba đàn ong người
        quen cho.

        Bài học từ những lần mất trắng

        Năm 2008, rét đậm làm chết gần hết đàn. Ông đi học lại từ đầu, ghi chép nhiệt độ từng ngày.

        Chia sẻ để cùng giàu

        Hiện ông hướng dẫn 12 hộ trong thôn nuôi ong, bao tiêu toàn bộ sản phẩm.
    """)
    caption = "Ông Nông Văn Ong kiểm tra cầu ong."
    return Contribution(
        why="bài gương điển hình: sapo đậm, hai tiểu mục đậm căn trái, ảnh có chú thích dấu chấm, Bài, ảnh: QUANG HÀ",
        raw=sent(
            HND,
            "Gương nông dân giỏi - ông Nông Văn Ong",
            "Hội ND xã gửi BBT bài gương điển hình nông dân sản xuất kinh doanh giỏi.\nMọi góp ý xin phản hồi qua "
            "hộp thư "
            "này.\n",
            docx(
                "ong Ong.docx",
                word(
                    p("NGƯỜI LÀM GIÀU TỪ MẬT NGỌT", bold=True, align="center"),
                    p(sapo, bold=True, align="both"),
                    p(body[0], align="both"),
                    p(body[1], bold=True),
                    p(body[2], align="both"),
                    p(pic(10), align="center"),
                    p(caption, italic=True, align="center"),
                    p(body[3], bold=True),
                    p(body[4], align="both"),
                    p("Bài, ảnh: QUANG HÀ", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="NGƯỜI LÀM GIÀU TỪ MẬT NGỌT",
                summary=sapo,
                body=body,
                byline="Bài, ảnh: QUANG HÀ",
                author="QUANG HÀ",
                photos={10: caption},
            )
        ],
        never=("Mọi góp ý",),
    )


def clinic_with_letterhead_by_tabs() -> Contribution:
    body = paragraphs("""
        Trạm Y tế xã An Mẫu tổ chức khám, cấp thuốc miễn phí cho người có công với cách mạng nhân dịp cuối năm.

        Thời gian: 7 giờ 30 phút ngày 22/11/2026 (Chủ nhật).

        Địa điểm: Trạm Y tế xã.

        Đề nghị các thôn thông báo tới các gia đình chính sách được biết.
    """)
    return Contribution(
        why="thông báo: THÔNG BÁO một dòng, trích yếu dòng dưới nghiêng đậm; cuối có TRƯỞNG TRẠM và tên, căn phải",
        raw=sent(
            TRAM,
            "Thông báo khám người có công",
            "Trạm Y tế gửi thông báo đề nghị đăng trang và đọc loa.\n",
            docx(
                "TB kham.docx",
                word(
                    p("THÔNG BÁO", bold=True, align="center"),
                    p("Về việc khám, cấp thuốc miễn phí cho người có công", bold=True, italic=True, align="center"),
                    *(p(text, align="both") for text in body),
                    p("TRƯỞNG TRẠM", bold=True, align="right"),
                    p("Bác sĩ Lù Thị Nhiệt", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="THÔNG BÁO Về việc khám, cấp thuốc miễn phí cho người có công",
                body=body,
                genre="Thông báo",
                byline="TRƯỞNG TRẠM\nBác sĩ Lù Thị Nhiệt",
            )
        ],
        never=("đọc loa",),
    )


def veterans_with_numbered_boxes() -> Contribution:
    body = paragraphs("""
        Sáng 17/11, Hội Cựu chiến binh xã An Mẫu phối hợp nhà trường tổ chức buổi nói chuyện truyền thống cho 320 học
        sinh.

        Đại tá Hoàng Văn Kể, nguyên trung đoàn trưởng kể lại những ngày giữ chốt. Sân trường lặng đi khi ông nhắc tên
        từng đồng đội đã ngã xuống.
    """)
    captions = ("Đại tá Hoàng Văn Kể nói chuyện với học sinh", "Học sinh tặng hoa các cựu chiến binh")
    return Contribution(
        why="chú thích là Hình 1:, Hình 2: chữ thường căn trái; giữa ảnh và chú thích có dòng trống",
        raw=sent(
            CCB,
            "Tin nói chuyện truyền thống",
            "Các đồng chí nhận tin giúp Hội.\n",
            docx(
                "noi chuyen.docx",
                word(
                    p("Nói chuyện truyền thống với học sinh", bold=True, align="center"),
                    p(body[0], align="both"),
                    p(pic(11), align="center"),
                    p(""),
                    p(f"Hình 1: {captions[0]}"),
                    p(body[1], align="both"),
                    p(pic(12), align="center"),
                    p(""),
                    p(f"Hình 2: {captions[1]}"),
                    p(r("Tin, ảnh: ", bold=True), r("Hội CCB xã An Mẫu"), align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Nói chuyện truyền thống với học sinh",
                body=body,
                byline="Tin, ảnh: Hội CCB xã An Mẫu",
                photos={11: captions[0], 12: captions[1]},
            )
        ],
        never=("nhận tin giúp",),
    )


def office_answer_to_a_request() -> Contribution:
    body = paragraphs("""
        Chiều 17/11, Thường trực HĐND xã An Mẫu thẩm tra các báo cáo, tờ trình trình kỳ họp thứ ba, HĐND xã khóa II.
        Đồng chí Trần Văn Mẫu, Bí thư Đảng ủy, Chủ tịch HĐND xã chủ trì.

        Các đại biểu đề nghị làm rõ tiến độ giải ngân vốn đầu tư công và phương án bố trí trụ sở dôi dư.

        Kỳ họp dự kiến khai mạc ngày 08/12/2026.
    """)
    return Contribution(
        why="thư trả lời, trích thư cũ; bài trong tệp; ảnh đặt đầu tệp trên tiêu đề, không chú thích",
        raw=sent(
            VAN_PHONG,
            "Re: Đề nghị gửi tin thẩm tra",
            "Văn phòng gửi lại tin theo đề nghị của BBT.\n\nVào Th 3, 17 thg 11, 2026 vào lúc 15:02 BBT An Mẫu "
            "<bbt.anmau@songmau.example> đã viết:\n\n> Đề nghị Văn phòng gửi tin thẩm tra chiều nay.\n",
            docx(
                "tham tra.docx",
                word(
                    p(pic(3), align="center"),
                    p("THƯỜNG TRỰC HĐND XÃ THẨM TRA CÁC NỘI DUNG TRÌNH KỲ HỌP THỨ BA", bold=True, align="center"),
                    *(p(text, align="both") for text in body),
                    p("Tin, ảnh: Lan Phương", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="THƯỜNG TRỰC HĐND XÃ THẨM TRA CÁC NỘI DUNG TRÌNH KỲ HỌP THỨ BA",
                body=body,
                byline="Tin, ảnh: Lan Phương",
                author="Lan Phương",
                photos={3: None},
            )
        ],
        never=("theo đề nghị", "Đề nghị Văn phòng"),
    )


def youth_form_of_the_union() -> Contribution:
    body = paragraphs("""
        Chiều 15/11, Đoàn xã An Mẫu tổ chức ngày hội đổi rác lấy quà. Người dân mang đến 430 kg giấy, nhựa, vỏ lon để
        đổi lấy 260 cây giống và túi vải.

        Số tiền bán phế liệu được dùng mua áo ấm cho thiếu nhi vùng xa.
    """)
    form = table(
        (p("Tiêu đề tin:"), p("Ngày hội đổi rác lấy quà", bold=True)),
        (p("Người viết:"), p("Cầm Thị Xanh")),
        (p("Ngày viết:"), p("15/11/2026")),
    )
    return Contribution(
        why="đầu tệp có bảng nhãn: tiêu đề, người viết, ngày viết; nội dung ở dưới bảng",
        raw=sent(
            DOAN,
            "Đoàn xã gửi tin đổi rác lấy quà",
            "Em gửi tin theo biểu mẫu mới ạ.\n",
            docx("doi rac.docx", word(form, *(p(text, align="both") for text in body))),
            jpg("doi rac.jpg", 4),
        ),
        articles=[
            Truth(
                title="Ngày hội đổi rác lấy quà",
                body=body,
                byline="Người viết: Cầm Thị Xanh",
                author="Cầm Thị Xanh",
                photos={4: None},
            )
        ],
        never=("biểu mẫu", "Ngày viết"),
    )


ALL = (
    farmers_story_with_subheads_and_captions,
    clinic_with_letterhead_by_tabs,
    veterans_with_numbered_boxes,
    office_answer_to_a_request,
    youth_form_of_the_union,
)
