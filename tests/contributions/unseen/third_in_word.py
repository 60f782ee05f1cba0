"""Word files of the third batch: mastheads, kickers, figures in a row, steps with pictures."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import HPN, TRAM, docx, sent
from tests.contributions.unseen.senders import SO_NN, TIEU_HOC
from tests.contributions.word import p, pic, r, table, word


def masthead_of_a_bulletin() -> Contribution:
    body = paragraphs("""
        Ốc bươu vàng đang phát sinh mạnh trên các chân ruộng trũng chuẩn bị gieo cấy vụ xuân. Trung tâm Khuyến nông
        tỉnh khuyến cáo bà con áp dụng biện pháp thủ công và sinh học là chính.

        Cắm cọc tre xung quanh bờ để ốc bò lên đẻ trứng, sáng sớm đi thu gom. Thả vịt vào ruộng trước khi bừa lần cuối,
        mỗi sào khoảng 15 con, thả liên tục năm ngày.

        Chỉ dùng thuốc khi mật độ trên 3 con mỗi mét vuông và phải giữ nước trong ruộng ít nhất ba ngày sau khi phun.
    """)
    masthead = table(
        (
            p("BẢN TIN KHUYẾN NÔNG", bold=True, align="center"),
            p("Số 10 - Tháng 10/2026", italic=True, align="center"),
        )
    )
    return Contribution(
        why="đầu tệp là măng-sét của bản tin trong bảng: tên bản tin, số, tháng",
        raw=sent(
            SO_NN,
            "Bản tin khuyến nông số 10",
            "Kính gửi các đồng chí phụ trách trang TTĐT cấp xã,\n\nTrung tâm gửi bản tin số 10 để khai thác, sử dụng.\n"
            "Đề nghị ghi rõ nguồn khi đăng lại.\n\nTrân trọng./.\n",
            docx(
                "Ban tin so 10.docx",
                word(
                    masthead,
                    p("Phòng trừ ốc bươu vàng đầu vụ xuân", bold=True, align="center"),
                    *(p(text, align="both") for text in body),
                    p("KS. Điêu Thị Ruộng Đồng", bold=True, align="right"),
                    p("Trung tâm Khuyến nông tỉnh Sông Mẫu", italic=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Phòng trừ ốc bươu vàng đầu vụ xuân",
                body=body,
                byline="KS. Điêu Thị Ruộng Đồng\nTrung tâm Khuyến nông tỉnh Sông Mẫu",
            )
        ],
        never=("BẢN TIN", "ghi rõ nguồn"),
    )


def three_pictures_in_a_row_with_figure_numbers() -> Contribution:
    body = paragraphs("""
        Sáng 02/11, Trường Tiểu học Bãi Mẫu tổ chức ngày hội STEM với 24 gian trưng bày. Mỗi lớp mang đến một sản phẩm
        tái chế có thể chuyển động, phát sáng hoặc đo đếm được.

        Sản phẩm "Thùng rác biết cảm ơn" của lớp 5B thu hút đông người xem nhất. Mỗi khi có vỏ hộp sữa bỏ vào, thùng
        lại phát ra giọng nói của chính các em.
    """)
    row = table(
        (
            p(pic(1)) + p("Hình 1. Gian trưng bày lớp 5B", align="center"),
            p(pic(2)) + p("Hình 2. Máy đo mưa tự chế", align="center"),
            p(pic(3)) + p("Hình 3. Đèn bàn từ que kem", align="center"),
        ),
        border=False,
    )
    return Contribution(
        why="ba ảnh một hàng, mỗi ô ảnh và chú thích Hình 1., Hình 2., Hình 3.; tác giả ghi Tin, ảnh không có "
        "dấu hai chấm",
        raw=sent(
            TIEU_HOC,
            "tin ngày hội stem",
            "Kính gửi Ban biên tập. Trường gửi tin và ảnh trong file đính kèm. Trân trọng!\n",
            docx(
                "stem.docx",
                word(
                    p("Ngày hội STEM ở Trường Tiểu học Bãi Mẫu", bold=True, align="center"),
                    p(body[0]),
                    row,
                    p(body[1]),
                    p("Tin, ảnh Lò Thị Sáng Chế", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Ngày hội STEM ở Trường Tiểu học Bãi Mẫu",
                body=body,
                byline="Tin, ảnh Lò Thị Sáng Chế",
                author="Lò Thị Sáng Chế",
                photos={1: "Gian trưng bày lớp 5B", 2: "Máy đo mưa tự chế", 3: "Đèn bàn từ que kem"},
            )
        ],
        never=("Kính gửi",),
    )


def kicker_above_the_title() -> Contribution:
    body = paragraphs("""
        (Trang TTĐT An Mẫu) - Ngày 03/11/2026, Hội LHPN xã An Mẫu tổ chức chương trình "Đồng hành cùng phụ nữ biên
        cương" tại bản Nà Giả. Đoàn trao 20 suất quà, mỗi suất trị giá 800.000 đồng cho phụ nữ nghèo, đơn thân.

        Đoàn cũng tặng điểm trường 02 bộ máy tính, 50 chăn ấm và khám bệnh, phát thuốc cho 94 lượt người.

        Dự kiến trước Tết Nguyên đán, Hội sẽ trở lại hỗ trợ xây một nhà vệ sinh cho điểm trường.
    """)
    return Contribution(
        why="dòng tên đơn vị có dấu hai chấm đứng trên tiêu đề; đầu bài có (Trang TTĐT An Mẫu) -",
        raw=sent(
            HPN,
            "Hội LHPN xã gửi tin hoạt động biên cương",
            "BBT ơi cho Hội gửi tin nhé, cần đăng trước 05/11 ạ.\n",
            docx(
                "bien cuong.docx",
                word(
                    p("Hội LHPN xã An Mẫu:", bold=True, align="center"),
                    p("Đồng hành cùng phụ nữ biên cương", bold=True, align="center"),
                    *(p(text, align="both") for text in body),
                    p(pic(4), align="center"),
                    p("Trao quà cho phụ nữ bản Nà Giả. Ảnh: Hội LHPN xã", italic=True, align="center"),
                    p("Chu Lan", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Hội LHPN xã An Mẫu: Đồng hành cùng phụ nữ biên cương",
                body=body,
                byline="Chu Lan",
                author="Chu Lan",
                photos={4: "Trao quà cho phụ nữ bản Nà Giả. Ảnh: Hội LHPN xã"},
            )
        ],
        never=("BBT ơi",),
    )


def steps_with_pictures() -> Contribution:
    body = [
        "Từ ngày 01/11/2026, người dân xã An Mẫu có thể đặt lịch khám tại Trạm Y tế qua điện thoại. Cách làm như sau:",
        "Bước 1: Mở ứng dụng sổ sức khỏe, chọn mục Đặt lịch khám.",
        "Bước 2: Chọn Trạm Y tế xã An Mẫu, chọn ngày và giờ còn trống.",
        "Bước 3: Bấm Xác nhận và lưu mã số khám.",
        (
            "Người cao tuổi không dùng điện thoại thông minh có thể nhờ cộng tác viên y tế thôn đặt giúp. Đến "
            "khám đúng giờ "
            "hẹn, người bệnh được gọi theo mã số, không phải xếp hàng lấy số như trước."
        ),
    ]
    return Contribution(
        why="hướng dẫn từng bước, sau mỗi bước một ảnh màn hình có chú thích (Hình 1), (Hình 2) trong ngoặc",
        raw=sent(
            TRAM,
            "Hướng dẫn đặt lịch khám",
            "Trạm Y tế gửi bài hướng dẫn, nhờ BBT đăng để bà con biết. Xin cảm ơn!\n\nBs. Thượng\n",
            docx(
                "huong dan dat lich.docx",
                word(
                    p("Đặt lịch khám bệnh qua điện thoại", bold=True, align="center"),
                    p(body[0]),
                    p(r("Bước 1:", bold=True), r(body[1][7:])),
                    p(pic(5), align="center"),
                    p("Hình 1: Mục Đặt lịch khám trên màn hình chính", italic=True, align="center"),
                    p(r("Bước 2:", bold=True), r(body[2][7:])),
                    p(pic(6), align="center"),
                    p("Hình 2: Chọn ngày, giờ khám", italic=True, align="center"),
                    p(r("Bước 3:", bold=True), r(body[3][7:])),
                    p(body[4]),
                    p("Trạm Y tế xã An Mẫu", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Đặt lịch khám bệnh qua điện thoại",
                body=body,
                byline="Trạm Y tế xã An Mẫu",
                photos={5: "Mục Đặt lịch khám trên màn hình chính", 6: "Chọn ngày, giờ khám"},
            )
        ],
        never=("nhờ BBT",),
    )


ALL = (
    masthead_of_a_bulletin,
    three_pictures_in_a_row_with_figure_numbers,
    kicker_above_the_title,
    steps_with_pictures,
)
