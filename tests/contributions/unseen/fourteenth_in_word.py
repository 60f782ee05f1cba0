"""Word files of the fourteenth batch: tables, forms and bulletins of the first days of December."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import (
    CONG_AN,
    HND,
    TRAM,
    docx,
    jpg,
    sent,
)  # fmt: skip
from tests.contributions.unseen.senders import KINH_TE, TIEU_HOC
from tests.contributions.word import p, pic, r, table, word

FRIDAY = "Fri, 04 Dec 2026 08:11:50 +0700"


def captions_in_the_row_above() -> Contribution:
    body = paragraphs("""
        Chiều 03/12, Hội Nông dân xã An Mẫu nghiệm thu mô hình nuôi cá lồng trên hồ Khe Bu của sáu hội viên thôn Xóm
        Mới.

        Sau bảy tháng, mỗi lồng thu 320 kg cá trắm, trừ chi phí còn lãi 11 triệu đồng.

        Hội đề nghị xã cho mở rộng thêm mười lồng trong năm tới.
    """)
    return Contribution(
        why="bảng hai cột: hàng trên là chú thích, hàng dưới là ảnh",
        raw=sent(
            HND,
            "tin cá lồng",
            "Hội gửi tin ạ.\n",
            docx(
                "ca long.docx",
                word(
                    p("NGHIỆM THU MÔ HÌNH NUÔI CÁ LỒNG", bold=True, align="center"),
                    p(body[0], align="both"),
                    table(
                        (
                            p("Lồng cá trên hồ Khe Bu", italic=True, align="center"),
                            p("Cân cá mẻ đầu", italic=True, align="center"),
                        ),
                        (p(pic(1), align="center"), p(pic(2), align="center")),
                        border=False,
                    ),
                    p(body[1], align="both"),
                    p(body[2], align="both"),
                    p("Tin, ảnh: Cà Thị Lả", bold=True, align="right"),
                ),
            ),
            date=FRIDAY,
        ),
        articles=[
            Truth(
                title="NGHIỆM THU MÔ HÌNH NUÔI CÁ LỒNG",
                body=body,
                byline="Tin, ảnh: Cà Thị Lả",
                author="Cà Thị Lả",
                photos={1: "Lồng cá trên hồ Khe Bu", 2: "Cân cá mẻ đầu"},
            )
        ],
        never=("gửi tin",),
    )


def points_in_bold_are_no_items() -> Contribution:
    body = [
        (
            "Sáng 03/12, Phòng Kinh tế xã An Mẫu thông tin kết quả sản xuất tháng 11 và nhiệm vụ tháng 12 trên ba "
            "lĩnh vực:"
        ),
        (
            "1. Về trồng trọt: Toàn xã đã gieo trồng 310 ha cây vụ đông, đạt 97% kế hoạch; ngô đông sinh trưởng "
            "tốt, rau màu "
            "được giá, bà con phấn khởi mở rộng diện tích."
        ),
        (
            "2. Về chăn nuôi: Đàn trâu, bò có 1.240 con, đàn lợn 3.600 con; không xảy ra dịch bệnh, các hộ đã che "
            "chắn chuồng "
            "trại trước đợt rét."
        ),
        (
            "3. Về lâm nghiệp: Trồng mới 42 ha rừng, khoán bảo vệ 860 ha; lực lượng kiểm lâm địa bàn tuần tra 14 "
            "lượt, không "
            "phát hiện vi phạm."
        ),
    ]
    return Contribution(
        why="một bài có ba ý đánh số, đầu ý in đậm rồi hai chấm; không phải ba tin",
        raw=sent(
            KINH_TE,
            "Tin sản xuất tháng 11",
            "Phòng gửi BBT 01 tin về 3 lĩnh vực.\n",
            docx(
                "san xuat.docx",
                word(
                    p("Kết quả sản xuất nông, lâm nghiệp tháng 11", bold=True, align="center"),
                    p(body[0], align="both"),
                    *(
                        p(r(text.partition(":")[0] + ":", bold=True), r(text.partition(":")[2]), align="both")
                        for text in body[1:]
                    ),
                    p("Hà Thước", bold=True, align="right"),
                ),
            ),
            date=FRIDAY,
        ),
        articles=[
            Truth(title="Kết quả sản xuất nông, lâm nghiệp tháng 11", body=body, byline="Hà Thước", author="Hà Thước")
        ],
        never=("gửi BBT",),
    )


def form_of_three_columns() -> Contribution:
    body = paragraphs("""
        Ngày 02/12, Trường Tiểu học Bãi Mẫu tổ chức ngày hội đọc sách với chủ đề "Sách mở cửa sổ". Hơn 400 học sinh tham
        gia.

        Các em kể chuyện theo sách, vẽ lại nhân vật yêu thích và đổi truyện cho nhau.
    """)
    return Contribution(
        why="phiếu ba cột: STT, mục, nội dung",
        raw=sent(
            TIEU_HOC,
            "Phiếu gửi tin",
            "Trường gửi phiếu tin.\n",
            docx(
                "phieu tin.docx",
                word(
                    table(
                        (p("STT"), p("Mục"), p("Nội dung")),
                        (p("1"), p("Tiêu đề"), p("Ngày hội đọc sách ở Tiểu học Bãi Mẫu")),
                        (p("2"), p("Nội dung"), p(body[0]) + p(body[1])),
                        (p("3"), p("Tác giả"), p("Lò Thị Sách")),
                        (p("4"), p("Điện thoại"), p("0900 000 088")),
                    ),
                ),
            ),
            jpg("doc sach.jpg", 3),
            date=FRIDAY,
        ),
        articles=[
            Truth(
                title="Ngày hội đọc sách ở Tiểu học Bãi Mẫu",
                body=body,
                byline="Tác giả: Lò Thị Sách",
                author="Lò Thị Sách",
                photos={3: None},
            )
        ],
        never=("0900 000 088", "gửi phiếu", "STT"),
    )


def labels_of_captions_in_bold() -> Contribution:
    body = paragraphs("""
        Sáng 03/12, Trạm Y tế xã An Mẫu khởi động chiến dịch uống vitamin A đợt 2 cho 612 trẻ từ 6 đến 60 tháng tuổi.

        Ngoài trạm, năm điểm uống được đặt tại nhà văn hóa các thôn để phụ huynh đỡ phải đi xa.
    """)
    return Contribution(
        why="dưới ảnh: Ảnh 01. in đậm rồi chú thích thường; dòng cuối Người đưa tin có chức danh",
        raw=sent(
            TRAM,
            "tin vitamin A",
            "Gửi BBT.\n",
            docx(
                "vitamin.docx",
                word(
                    p("Khởi động chiến dịch uống vitamin A đợt 2", bold=True, align="center"),
                    p(body[0], align="both"),
                    p(pic(4), align="center"),
                    p(r("Ảnh 01. ", bold=True), r("Cho trẻ uống vitamin A tại trạm"), align="center"),
                    p(pic(5), align="center"),
                    p(r("Ảnh 02. ", bold=True), r("Phụ huynh chờ đến lượt con"), align="center"),
                    p(body[1], align="both"),
                    p("Người đưa tin: Y sĩ Hà Mai", italic=True, align="right"),
                ),
            ),
            date=FRIDAY,
        ),
        articles=[
            Truth(
                title="Khởi động chiến dịch uống vitamin A đợt 2",
                body=body,
                byline="Người đưa tin: Y sĩ Hà Mai",
                author="Y sĩ Hà Mai",
                photos={4: "Cho trẻ uống vitamin A tại trạm", 5: "Phụ huynh chờ đến lượt con"},
            )
        ],
        never=("Gửi BBT",),
    )


def picture_from_the_internet() -> Contribution:
    body = paragraphs("""
        Công an xã An Mẫu khuyến cáo người dân cảnh giác với các cuộc gọi tự xưng nhân viên điện lực yêu cầu cập nhật
        hợp đồng.

        Kẻ gian gửi đường dẫn, hướng dẫn cài phần mềm lạ rồi chiếm quyền điều khiển điện thoại.

        Khi nhận cuộc gọi như vậy, hãy tắt máy và gọi tổng đài của ngành điện để hỏi lại.
    """)
    return Contribution(
        why="ảnh minh họa lấy trên mạng: chú thích Ảnh minh họa (nguồn: Internet); tác giả là cơ quan trong ngoặc",
        raw=sent(
            CONG_AN,
            "Khuyến cáo lừa đảo điện lực",
            "CAX gửi bài khuyến cáo.\n",
            docx(
                "dien luc.docx",
                word(
                    p("CẢNH GIÁC VỚI CUỘC GỌI GIẢ DANH ĐIỆN LỰC", bold=True, align="center"),
                    p(pic(6), align="center"),
                    p("Ảnh minh họa (nguồn: Internet)", italic=True, align="center"),
                    *(p(text, align="both") for text in body),
                    p("(Công an xã An Mẫu)", italic=True, align="right"),
                ),
            ),
            date=FRIDAY,
        ),
        articles=[
            Truth(
                title="CẢNH GIÁC VỚI CUỘC GỌI GIẢ DANH ĐIỆN LỰC",
                body=body,
                byline="(Công an xã An Mẫu)",
                author="Công an xã An Mẫu",
                photos={6: "Ảnh minh họa (nguồn: Internet)"},
            )
        ],
        never=("gửi bài",),
    )


ALL = (
    captions_in_the_row_above,
    points_in_bold_are_no_items,
    form_of_three_columns,
    labels_of_captions_in_bold,
    picture_from_the_internet,
)
