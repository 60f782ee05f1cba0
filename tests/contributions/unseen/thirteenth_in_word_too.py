"""More Word files of the thirteenth batch: bulletins, contest entries, courts played at school."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import CONG_AN, HPN, VAN_PHONG, VHXH, docx, jpg, sent
from tests.contributions.unseen.senders import KINH_TE
from tests.contributions.word import p, pic, word

WEDNESDAY = "Wed, 02 Dec 2026 09:20:31 +0700"


def captions_with_a_triangle() -> Contribution:
    body = paragraphs("""
        Sáng 02/12, Công an xã An Mẫu phối hợp với Trường Tiểu học Bãi Mẫu tổ chức phiên tòa giả định về bạo lực học
        đường.

        Các vai thẩm phán, luật sư, bị cáo đều do học sinh lớp 5 đảm nhận. Hơn 300 bạn ngồi kín sân trường theo dõi.

        Kết thúc phiên tòa, Đại úy Lò Văn Luật giải đáp 14 câu hỏi của học sinh.
    """)
    return Contribution(
        why="chú thích mở đầu bằng dấu tam giác ▲, có ảnh đứng cuối tệp sau dòng tác giả ký hiệu ✍",
        raw=sent(
            CONG_AN, "Phiên tòa giả định", "Công an xã gửi tin kèm ảnh trong bài.\n",
            docx("phien toa.docx", word(
                p("Phiên tòa giả định ở trường tiểu học", bold=True, align="center"),
                p(body[0], align="both"),
                p(pic(8), align="center"),
                p("▲ Học sinh trong vai hội đồng xét xử", italic=True, align="center"),
                p(body[1], align="both"), p(body[2], align="both"),
                p(pic(9), align="center"),
                p("▲ Đại úy Lò Văn Luật trả lời học sinh", italic=True, align="center"),
                p("✍ Tin, ảnh: Văn Luật", bold=True, align="right"),
            )), date=WEDNESDAY,
        ),
        articles=[
            Truth(
                title="Phiên tòa giả định ở trường tiểu học", body=body, byline="✍ Tin, ảnh: Văn Luật",
                author="Văn Luật",
                photos={8: "Học sinh trong vai hội đồng xét xử", 9: "Đại úy Lò Văn Luật trả lời học sinh"},
            )
        ],
        never=("gửi tin",),
    )  # fmt: skip


def a_line_in_brackets_below_the_title() -> Contribution:
    sapo = "Giữa ngày đông, những ngôi nhà sàn ở thôn Khe Ngõa vẫn đỏ lửa bếp và rộn tiếng khung cửi."
    body = paragraphs("""
        Nhờ nghề dệt

        Bà Lường Thị Ỏn năm nay 67 tuổi, ngồi khung cửi từ năm lên chín. Mỗi tấm thổ cẩm của bà bán được từ 800.000 đến
        một triệu đồng.

        Lớp trẻ nối nghề

        Tổ dệt hiện có 21 chị em, trong đó có bảy chị dưới 30 tuổi. Hội LHPN xã đã mở cho tổ một trang bán hàng trên
        mạng.
    """)
    return Contribution(
        why="tiêu đề hoa hai dòng, dòng ba trong ngoặc nghiêng; sapo đậm; tiểu mục; tác giả có tên hội trong ngoặc",
        raw=sent(
            HPN, "Bài: thổ cẩm Khe Ngõa", "Hội LHPN xã gửi bài, ảnh để trong bài.\n",
            docx("tho cam.docx", word(
                p("TIẾNG KHUNG CỬI", bold=True, align="center"),
                p("Ở THÔN KHE NGÕA", bold=True, align="center"),
                p("(Bài dự thi viết về phụ nữ làm kinh tế)", italic=True, align="center"),
                p(sapo, bold=True, align="both"),
                p(body[0], bold=True), p(body[1], align="both"),
                p(pic(10), align="center"),
                p("Bà Lường Thị Ỏn bên khung cửi. Ảnh: Thúy Hà", italic=True, align="center"),
                p(body[2], bold=True), p(body[3], align="both"),
                p("Bài: Thúy Hà (Hội LHPN xã)", bold=True, align="right"),
            )), date=WEDNESDAY,
        ),
        articles=[
            Truth(
                title="TIẾNG KHUNG CỬI Ở THÔN KHE NGÕA", summary=sapo, body=body,
                byline="Bài: Thúy Hà (Hội LHPN xã)", author="Thúy Hà",
                photos={10: "Bà Lường Thị Ỏn bên khung cửi. Ảnh: Thúy Hà"},
            )
        ],
        never=("gửi bài",),
    )  # fmt: skip


def writer_and_place_below_the_title() -> Contribution:
    body = paragraphs("""
        Sáng 01/12, Phòng Kinh tế xã An Mẫu kiểm tra tiến độ làm 2,3 km đường bê tông nội đồng tại thôn Bãi Mẫu.

        Đến nay, đơn vị thi công đã đổ được 1,1 km. Bà con đóng góp 260 ngày công đào đắp lề đường.

        Phòng yêu cầu đơn vị thi công che bạt khi trời mưa, bảo đảm độ dày mặt đường 18 cm.
    """)
    return Contribution(
        why="dưới tiêu đề: tên người viết – phòng, nghiêng căn phải, rồi dòng địa danh, ngày tháng nghiêng",
        raw=sent(
            KINH_TE, "Tin kiểm tra đường nội đồng", "Phòng gửi BBT tin.\n",
            docx("kiem tra duong.docx", word(
                p("Kiểm tra tiến độ làm đường nội đồng thôn Bãi Mẫu", bold=True, align="center"),
                p("Hà Văn Thước – Phòng Kinh tế xã", italic=True, align="right"),
                p("An Mẫu, ngày 01 tháng 12 năm 2026", italic=True, align="right"),
                *(p(text, align="both") for text in body),
            )), jpg("duong noi dong.jpg", 11), date=WEDNESDAY,
        ),
        articles=[
            Truth(
                title="Kiểm tra tiến độ làm đường nội đồng thôn Bãi Mẫu", body=body,
                byline="Hà Văn Thước – Phòng Kinh tế xã", author="Hà Văn Thước", photos={11: None},
            )
        ],
        never=("gửi BBT", "tháng 12 năm 2026"),
    )  # fmt: skip


def photos_pointed_to_in_the_text() -> Contribution:
    body = paragraphs("""
        Sáng 02/12, Văn phòng HĐND và UBND xã tổ chức tập huấn dùng chữ ký số cho 38 cán bộ, công chức (ảnh 1). Mỗi học
        viên được thực hành ký ba loại văn bản.

        Khó nhất là khâu cài phần mềm trên máy cũ, các học viên trẻ phải xuống tận bàn giúp người lớn tuổi (xem ảnh 2).

        Từ ngày 15/12, toàn bộ văn bản đi của xã sẽ được ký số.
    """)
    return Contribution(
        why="trong bài có (ảnh 1), (xem ảnh 2) chỉ tới ảnh; chú thích hai ảnh rời ghi sau dòng tác giả",
        raw=sent(
            VAN_PHONG, "Tin tập huấn chữ ký số", "Gửi BBT tin tập huấn.\n",
            docx("chu ky so.docx", word(
                p("CÁN BỘ XÃ HỌC DÙNG CHỮ KÝ SỐ", bold=True, align="center"),
                *(p(text, align="both") for text in body),
                p("Tin: Lan Phương", bold=True, align="right"),
                p("- Ảnh 1: Toàn cảnh lớp tập huấn;"),
                p("- Ảnh 2: Học viên giúp nhau cài phần mềm."),
            )), jpg("anh1.jpg", 12), jpg("anh2.jpg", 1), date=WEDNESDAY,
        ),
        articles=[
            Truth(
                title="CÁN BỘ XÃ HỌC DÙNG CHỮ KÝ SỐ", body=body, byline="Tin: Lan Phương", author="Lan Phương",
                photos={12: "Toàn cảnh lớp tập huấn;", 1: "Học viên giúp nhau cài phần mềm."},
            )
        ],
        never=("Gửi BBT",),
    )  # fmt: skip


def bulletin_with_sections() -> Contribution:
    first = paragraphs("""
        Ngày 28/11, lễ hội cơm mới của người Mẫu ở thôn Xóm Mới thu hút hơn 700 lượt người. Phần hội có ném còn, đẩy gậy
        và thi giã cốm.
    """)
    second = paragraphs("""
        Tối 30/11, tám đội bóng chuyền hơi của các thôn bước vào vòng đấu loại giải chào mừng Ngày thành lập Quân đội.
        Chung kết diễn ra ngày 20/12.
    """)
    return Contribution(
        why="bản tin hai mục La Mã I. VĂN HÓA, II. THỂ THAO; dưới mỗi mục một tin có tiêu đề đậm",
        raw=sent(
            VHXH, "Bản tin tuần 48", "Phòng VH-XH gửi 02 tin tuần 48.\n",
            docx("ban tin tuan 48.docx", word(
                p("I. TIN VĂN HÓA", bold=True),
                p("Đông vui lễ hội cơm mới thôn Xóm Mới", bold=True, align="center"),
                p(first[0], align="both"), p("Tin: Hà Thu", italic=True, align="right"),
                p("II. TIN THỂ THAO", bold=True),
                p("Tám đội tranh giải bóng chuyền hơi", bold=True, align="center"),
                p(second[0], align="both"), p("Tin: Văn Bính", italic=True, align="right"),
            )), date=WEDNESDAY,
        ),
        articles=[
            Truth(title="Đông vui lễ hội cơm mới thôn Xóm Mới", body=first, byline="Tin: Hà Thu", author="Hà Thu"),
            Truth(title="Tám đội tranh giải bóng chuyền hơi", body=second, byline="Tin: Văn Bính", author="Văn Bính"),
        ],
        never=("VH-XH gửi", "TIN VĂN HÓA", "TIN THỂ THAO"),
    )  # fmt: skip


ALL = (
    captions_with_a_triangle,
    a_line_in_brackets_below_the_title,
    writer_and_place_below_the_title,
    photos_pointed_to_in_the_text,
    bulletin_with_sections,
)
