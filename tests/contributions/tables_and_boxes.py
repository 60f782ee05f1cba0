"""Tables that belong to the text, boxes that hold a part of it, notes below the line."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import DONG_THU, HND, TRAM, VAN_PHONG, VHXH, docx, sent
from tests.contributions.word import box, item, numbering, p, pic, r, style, table, word

NOTE = "Kính gửi Ban biên tập tin trong tệp kèm theo.\n"
NOTES_XML = (
    '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:footnote w:id="1"><w:p><w:r><w:t>Số liệu thống kê đến hết ngày 30/9/2026.</w:t></w:r></w:p></w:footnote>'
    "</w:footnotes>"
)


def table_of_figures() -> Contribution:
    rows = [
        ("TT", "Thôn", "Số hộ", "Đạt chuẩn"),
        ("1", "Đồng Thử", "312", "301"),
        ("2", "Bãi Mẫu", "287", "269"),
        ("3", "Cầu Giả", "254", "250"),
    ]
    body = [
        (
            "Sau ba tháng triển khai phong trào xây dựng hộ gia đình có nhà tiêu hợp vệ sinh, đến hết tháng "
            "9 toàn xã đã có 820 hộ ở ba "
            "thôn trọng điểm đạt chuẩn, cụ thể như sau:"
        ),
        *(" ".join(row) for row in rows),
        (
            "Phấn đấu đến hết năm, ba thôn này có 100% số hộ đạt chuẩn. Trạm Y tế tiếp tục cử cán bộ đến "
            "từng hộ chưa đạt để hướng dẫn cải "
            "tạo, kết nối vay vốn ưu đãi và giám sát chất lượng thi công."
        ),
    ]
    grid = table(*(tuple(p(cell, align="center") for cell in row) for row in rows))
    return Contribution(
        why="bảng số liệu giữa bài phải ở lại trong nội dung",
        raw=sent(
            TRAM,
            "Tin nhà tiêu HVS",
            NOTE,
            docx(
                "hvs.docx",
                word(
                    p("Ba thôn trọng điểm có 820 hộ đạt chuẩn nhà tiêu hợp vệ sinh", bold=True, align="center"),
                    p(body[0]),
                    grid,
                    p(body[-1]),
                    p("Tin: Nhàn Khái Quát", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Ba thôn trọng điểm có 820 hộ đạt chuẩn nhà tiêu hợp vệ sinh",
                body=body,
                byline="Tin: Nhàn Khái Quát",
                author="Nhàn Khái Quát",
            )
        ],
    )


def numbered_list_of_word() -> Contribution:
    body = [
        (
            "Chuẩn bị cho kỳ nghỉ lễ dài ngày, UBND xã An Mẫu đề nghị các hộ dân, cơ quan, trường học thực "
            "hiện tốt một số nội dung:"
        ),
        "1. Treo cờ Tổ quốc từ 18 giờ ngày 31/8 đến hết ngày 03/9.",
        "2. Tổng vệ sinh đường làng, ngõ xóm vào sáng Chủ nhật 30/8.",
        "3. Không đốt pháo, thả đèn trời; kiểm tra thiết bị điện, bếp gas trước khi đi vắng.",
        "4. Khai báo tạm trú cho người thân về thăm quê qua ứng dụng định danh.",
        "Các trưởng thôn có trách nhiệm thông tin rộng rãi trên loa truyền thanh mỗi ngày hai lần.",
    ]
    return Contribution(
        why="danh sách đánh số tự động của Word: số phải còn trong nội dung",
        raw=sent(
            VAN_PHONG,
            "Thông báo nghỉ lễ",
            NOTE,
            docx(
                "nghi le.docx",
                word(
                    p("THÔNG BÁO", bold=True, align="center"),
                    p("Một số việc cần thực hiện dịp nghỉ lễ Quốc khánh 2/9", bold=True, align="center"),
                    p(body[0]),
                    *(item(text[3:]) for text in body[1:5]),
                    p(body[5]),
                    lists=numbering(),
                ),
            ),
            date="Wed, 26 Aug 2026 08:10:00 +0700",
        ),
        articles=[
            Truth(
                title="THÔNG BÁO Một số việc cần thực hiện dịp nghỉ lễ Quốc khánh 2/9",
                body=body,
                genre="Thông báo",
            )
        ],
    )


def sapo_in_a_text_box() -> Contribution:
    body = paragraphs("""
        Đến thôn Đồng Thử những ngày này, điều dễ nhận thấy là hai bên đường trục chính rực rỡ sắc vàng của cúc, sắc
        tím của chiều tím. Tuyến đường hoa dài 1.150 m do chính các hộ dân ven đường tự trồng, tự chăm.

        Mỗi sáng Chủ nhật, cứ nghe ba hồi kẻng, nhà nào cũng cử một người ra nhổ cỏ, tưới hoa. Lâu dần thành thói
        quen, vắng mặt là thấy thiếu. Nhờ đường sạch, hoa đẹp, tình trạng vứt rác bừa bãi hai bên đường đã chấm dứt
        hẳn.
    """)
    sapo = (
        "Từ một tuyến đường bụi bặm, bà con thôn Đồng Thử đã cùng nhau làm nên con đường hoa ai đi qua cũng "
        "muốn dừng chân."
    )
    return Contribution(
        why="sapo nghiêng nằm trong hộp văn bản neo ở tiêu đề",
        raw=sent(
            DONG_THU,
            "bài đường hoa",
            NOTE,
            docx(
                "duong hoa.docx",
                word(
                    p(r("Rực rỡ đường hoa Đồng Thử", bold=True), box(p(sapo, italic=True)), align="center"),
                    p(body[0]),
                    p(pic(9), align="center"),
                    p("Đường hoa thôn Đồng Thử một sáng Chủ nhật", italic=True, align="center"),
                    p(body[1]),
                    p("Bài và ảnh: Loan Biểu Tượng", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Rực rỡ đường hoa Đồng Thử",
                summary=sapo,
                body=body,
                byline="Bài và ảnh: Loan Biểu Tượng",
                author="Loan Biểu Tượng",
                photos={9: "Đường hoa thôn Đồng Thử một sáng Chủ nhật"},
            )
        ],
    )


def footnote_and_page_header() -> Contribution:
    body = paragraphs("""
        Tính đến hết quý III, tổng thu ngân sách trên địa bàn xã An Mẫu đạt 41,7 tỷ đồng, bằng 86% dự toán năm, tăng
        7,3% so với cùng kỳ. Thu từ hộ kinh doanh và dịch vụ đóng góp lớn nhất.

        Về đầu tư công, xã đã giải ngân 19,2 tỷ đồng, đạt 74% kế hoạch. Ba công trình hoàn thành đưa vào sử dụng gồm
        đường trục thôn Cầu Giả, nhà hiệu bộ trường mầm non và trạm bơm Bờ Gạo.
    """)
    header = (
        '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>Bản '
        "tin nội bộ xã An Mẫu số 39"
    )
    header += "</w:t></w:r></w:p></w:hdr>"
    noted = p(r(body[0]), '<w:r><w:footnoteReference w:id="1"/></w:r>')
    return Contribution(
        why="chú thích cuối trang và đầu trang của Word không lẫn vào bài",
        raw=sent(
            VAN_PHONG,
            "Tin KTXH quý III",
            NOTE,
            docx(
                "ktxh.docx",
                word(
                    p("Thu ngân sách 9 tháng của xã đạt 86% dự toán", bold=True, align="center"),
                    noted,
                    p(body[1]),
                    p("Tin: Văn phòng", bold=True, align="right"),
                    more={"footnotes.xml": ("footnotes", NOTES_XML), "header1.xml": ("header", header)},
                ),
            ),
        ),
        articles=[
            Truth(
                title="Thu ngân sách 9 tháng của xã đạt 86% dự toán",
                body=body,
                byline="Tin: Văn phòng",
            )
        ],
        never=("Bản tin nội bộ",),
        aside={"Bản tin nội bộ xã An Mẫu số 39": "đầu trang của tệp Word"},
    )


def article_inside_a_frame() -> Contribution:
    body = paragraphs("""
        Chiều ngày 15/9, Hội Nông dân xã phối hợp với một công ty giống cây trồng tổ chức hội thảo đầu bờ đánh giá
        giống lúa nếp hương gieo cấy tại xứ đồng Cửa Đình, thôn Cầu Giả.

        Trên diện tích 5 ha, giống lúa mới cứng cây, ít sâu bệnh, thời gian sinh trưởng 108 ngày, năng suất ước đạt
        61 tạ một héc-ta. Nông dân tham gia hội thảo đều mong muốn được cung ứng giống ngay trong vụ xuân tới.
    """)
    frame = table(
        (
            p("HỘI THẢO ĐẦU BỜ GIỐNG LÚA NẾP HƯƠNG", bold=True, align="center")
            + "".join(p(text, align="both") for text in body)
            + p("Tin: Tiến Mô Tả", bold=True, align="right"),
        )
    )
    return Contribution(
        why="cả bài viết đặt trong một khung bảng một ô",
        raw=sent(HND, "Tin hội thảo", NOTE, docx("hoi thao dau bo.docx", word(frame, styles=style("Normal")))),
        articles=[
            Truth(
                title="HỘI THẢO ĐẦU BỜ GIỐNG LÚA NẾP HƯƠNG",
                body=body,
                byline="Tin: Tiến Mô Tả",
                author="Tiến Mô Tả",
            )
        ],
    )


def text_beside_pictures() -> Contribution:
    body = paragraphs("""
        Trong khuôn khổ tuần lễ văn hóa, tối 26/9, xã An Mẫu tổ chức liên hoan hát dân ca và diễn xướng. Bảy đội văn
        nghệ với hơn 120 diễn viên không chuyên mang đến 24 tiết mục.

        Ấn tượng nhất là trích đoạn hát đối trên thuyền của đội Xóm Mới, được khán giả vỗ tay yêu cầu diễn lại. Ban
        giám khảo trao giải A cho đội Xóm Mới, hai giải B cho đội Bãi Mẫu và đội Trường THCS.
    """)
    return Contribution(
        why="ảnh và chữ cùng một đoạn văn: ảnh chen giữa dòng, chú thích cùng đoạn với ảnh sau Shift+Enter",
        raw=sent(
            VHXH,
            "Tin liên hoan dân ca",
            NOTE,
            docx(
                "dan ca.docx",
                word(
                    p("Liên hoan hát dân ca xã An Mẫu", bold=True, align="center"),
                    p(body[0]),
                    p(pic(11), r("\nTiết mục hát đối trên thuyền của đội Xóm Mới", italic=True), align="center"),
                    p(body[1]),
                    p("Tin, ảnh: Tuyết Minh Họa", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Liên hoan hát dân ca xã An Mẫu",
                body=body,
                byline="Tin, ảnh: Tuyết Minh Họa",
                author="Tuyết Minh Họa",
                photos={11: "Tiết mục hát đối trên thuyền của đội Xóm Mới"},
            )
        ],
    )


ALL = (
    table_of_figures,
    numbered_list_of_word,
    sapo_in_a_text_box,
    footnote_and_page_header,
    article_inside_a_frame,
    text_beside_pictures,
)
