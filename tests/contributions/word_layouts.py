"""Word files as offices lay them out: where the title is, what stands above it, how the sapo looks."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import CONG_AN, DOAN, VAN_PHONG, VHXH, docx, sent
from tests.contributions.word import p, pic, style, table, word

NOTE = "Kính gửi Ban biên tập.\nĐơn vị xin gửi tin bài trong tệp đính kèm, kính đề nghị đăng tải.\nTrân trọng cảm ơn!\n"


def title_on_two_lines_sapo_in_bold() -> Contribution:
    body = paragraphs("""
        Tới dự buổi lễ có đồng chí Lê Thị Thử, Chủ tịch UBND xã; đại diện Mặt trận Tổ quốc và các đoàn thể; thân
        nhân của 46 gia đình liệt sĩ trên địa bàn.

        Nghĩa trang được xây dựng từ năm 1984, qua nhiều năm một số hạng mục đã xuống cấp. Công trình tu bổ lần này
        gồm lát lại 820 m² sân hành lễ bằng đá, thay 46 bia mộ, trồng 60 cây hoàng lan và lắp hệ thống đèn năng
        lượng mặt trời. Tổng kinh phí 1,9 tỷ đồng từ nguồn xã hội hóa và ngân sách xã.

        Thay mặt thân nhân liệt sĩ, cụ Ngụy Thị Ước Lệ xúc động bày tỏ lòng biết ơn trước nghĩa cử của các thế hệ
        con cháu.
    """)
    sapo = (
        "Sáng ngày 27/9/2026, UBND xã An Mẫu long trọng tổ chức lễ khánh thành công trình tu bổ, tôn tạo "
        "nghĩa trang liệt "
        "sĩ xã sau bốn tháng thi công."
    )
    return Contribution(
        why="tiêu đề chữ hoa hai dòng, sapo in đậm, ảnh giữa bài với chú thích nghiêng ở dưới",
        raw=sent(
            VAN_PHONG,
            "Gửi tin khánh thành",
            NOTE,
            docx(
                "tin khanh thanh.docx",
                word(
                    p("KHÁNH THÀNH CÔNG TRÌNH TU BỔ, TÔN TẠO", bold=True, align="center"),
                    p("NGHĨA TRANG LIỆT SĨ XÃ AN MẪU", bold=True, align="center"),
                    p(sapo, bold=True, align="both"),
                    p(body[0], align="both"),
                    p(pic(1), align="center"),
                    p("Đồng chí Lê Thị Thử cắt băng khánh thành công trình", italic=True, align="center"),
                    p(body[1], align="both"),
                    p(body[2], align="both"),
                    p("Tin, ảnh: Quốc Tạm Bợ", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="KHÁNH THÀNH CÔNG TRÌNH TU BỔ, TÔN TẠO NGHĨA TRANG LIỆT SĨ XÃ AN MẪU",
                summary=sapo,
                body=body,
                byline="Tin, ảnh: Quốc Tạm Bợ",
                author="Quốc Tạm Bợ",
                genre="Tin",
                photos={1: "Đồng chí Lê Thị Thử cắt băng khánh thành công trình"},
            )
        ],
        never=("Kính gửi", "Trân trọng"),
        aside={"Đơn vị xin gửi tin bài trong tệp đính kèm": "lời thư"},
    )


def look_from_styles() -> Contribution:
    body = paragraphs("""
        Các vận động viên tranh tài ở bốn môn: cầu lông, bóng bàn, kéo co và đẩy gậy. Ban tổ chức bố trí thi đấu
        vòng tròn tính điểm để đội nào cũng được ra sân ít nhất ba trận.

        Chung cuộc, đoàn thể thao Trường THCS An Mẫu xếp thứ nhất toàn đoàn với 7 huy chương vàng; đoàn Công an xã
        xếp thứ nhì; đoàn thôn Cầu Giả xếp thứ ba. Giải phong cách được trao cho đội kéo co nữ thôn Bãi Mẫu.
    """)
    sapo = (
        "Hơn 200 vận động viên của 14 đoàn đã tham dự Đại hội Thể dục thể thao xã An Mẫu lần thứ I, diễn ra "
        "từ ngày 18 đến 20/9."
    )
    styles = "".join(
        [
            style("Normal", look='<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'),
            style("KieuGoc", based_on="Normal", look="<w:b/>", align="center"),
            style("TieuDeBai", based_on="KieuGoc", name="Tieu de bai"),
            style("Sapo", based_on="Normal", look="<w:i/>", align="both"),
            style("ChuThich", based_on="Sapo", align="center"),
            style("TacGia", based_on="KieuGoc", align="right"),
        ]
    )
    return Contribution(
        why="đậm, nghiêng, căn giữa đều từ style kế thừa; đoạn văn không có định dạng riêng",
        raw=sent(
            VHXH,
            "Tin ĐH TDTT",
            "Phòng VH-XH gửi tin ĐH TDTT.\n",
            docx(
                "Tin DH TDTT.docx",
                word(
                    p("Sôi nổi Đại hội Thể dục thể thao xã An Mẫu lần thứ I", style="TieuDeBai"),
                    p(sapo, style="Sapo"),
                    p(body[0]),
                    p(pic(2), style="ChuThich"),
                    p("Chung kết kéo co nữ giữa hai đội Bãi Mẫu và Cầu Giả.", style="ChuThich"),
                    p(body[1]),
                    p("Bài, ảnh: Sơn Giả Cổ", style="TacGia"),
                    styles=styles,
                ),
            ),
        ),
        articles=[
            Truth(
                title="Sôi nổi Đại hội Thể dục thể thao xã An Mẫu lần thứ I",
                summary=sapo,
                body=body,
                byline="Bài, ảnh: Sơn Giả Cổ",
                author="Sơn Giả Cổ",
                genre="Bài",
                photos={2: "Chung kết kéo co nữ giữa hai đội Bãi Mẫu và Cầu Giả."},
            )
        ],
    )


def letterhead_and_column_line() -> Contribution:
    body = paragraphs("""
        Trong quý III, Công an xã đã tuyên truyền trực tiếp tại 16 buổi họp thôn, phát 1.300 tờ rơi, đăng 24 tin
        cảnh báo trên nhóm Zalo của các thôn về thủ đoạn giả danh cán bộ ngân hàng, giả danh nhân viên điện lực.

        Nhờ đó, số vụ người dân bị chiếm đoạt tài sản qua mạng giảm từ 5 vụ ở quý II xuống còn 1 vụ. Đáng chú ý,
        ngày 14/8, bà Giáp Thị Nói Mẫu ở thôn Xóm Mới đã kịp dừng chuyển 80 triệu đồng khi nhớ ra nội dung tờ rơi
        dán ở cửa nhà.

        Công an xã đề nghị người dân khi nhận cuộc gọi lạ yêu cầu chuyển tiền thì gọi ngay cho công an viên của
        thôn.
    """)
    head = table(
        (
            p("CÔNG AN TỈNH SÔNG MẪU", align="center") + p("CÔNG AN XÃ AN MẪU", bold=True, align="center"),
            p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True, align="center")
            + p("Độc lập - Tự do - Hạnh phúc", bold=True, align="center"),
        ),
        ("<w:p/>", p("An Mẫu, ngày 05 tháng 10 năm 2026", italic=True, align="center")),
        border=False,
    )
    return Contribution(
        why="bảng tên cơ quan, quốc hiệu, ngày tháng ở đầu; dòng Chuyên mục dưới tiêu đề",
        raw=sent(
            CONG_AN,
            "Bài tuyên truyền quý III",
            NOTE,
            docx(
                "Bai tuyen truyen.docx",
                word(
                    head,
                    p("BÀI VIẾT", bold=True, align="center"),
                    p("Hiệu quả từ những buổi tuyên truyền phòng chống lừa đảo trên mạng", bold=True, align="center"),
                    p("Chuyên mục: Quốc phòng – an ninh", italic=True),
                    *(p(text, align="both") for text in body),
                    p("Người viết bài: Trung úy Hán Văn Giả Trang", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Hiệu quả từ những buổi tuyên truyền phòng chống lừa đảo trên mạng",
                body=body,
                byline="Người viết bài: Trung úy Hán Văn Giả Trang",
                author="Trung úy Hán Văn Giả Trang",
                unit="Công an xã",
            )
        ],
        never=("CỘNG HÒA", "CÔNG AN TỈNH", "Chuyên mục", "ngày 05 tháng 10", "BÀI VIẾT"),
        aside={"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM": "tên cơ quan, quốc hiệu ở đầu văn bản"},
    )


def heading_styles_with_sections() -> Contribution:
    body = paragraphs("""
        Dọc triền sông Mẫu, những ruộng dâu đã trở lại sau gần ba mươi năm vắng bóng. Người mở đầu là bà Mạc Thị Ngụ
        Ngôn, 63 tuổi, ở thôn Bãi Mẫu.

        Từ năm sào dâu đầu tiên

        Năm 2021, bà thuê lại năm sào đất bãi trồng dâu giống mới, vừa làm vừa gọi điện hỏi cán bộ kỹ thuật. Lứa tằm
        đầu hỏng mất nửa vì lá dâu dính thuốc sâu từ ruộng bên. Bà họp các chủ ruộng, xin đổi đất để dâu nằm liền
        một khoảnh.

        Đến tổ hợp tác mười bảy hộ

        Nay tổ hợp tác có 17 hộ, 9 ha dâu, mỗi năm nuôi 8 lứa, bán được hơn 11 tấn kén. Thu nhập bình quân mỗi hộ 14
        triệu đồng một tháng trong mùa tằm. Tổ còn thu mua phân tằm cho các hộ trồng cam, không bỏ phí thứ gì.
    """)
    styles = style("Normal") + style("Heading1", based_on="Normal", look="<w:b/>", name="heading 1")
    styles += style("Heading2", based_on="Normal", look="<w:b/>", name="heading 2")
    return Contribution(
        why="tiêu đề theo kiểu Heading 1, tiểu mục Heading 2, không sapo",
        raw=sent(
            DOAN,
            "Bài viết nông thôn mới",
            NOTE,
            docx(
                "Dau tam.docx",
                word(
                    p("Dâu xanh trở lại bến sông", style="Heading1"),
                    p(body[0]),
                    p(body[1], style="Heading2"),
                    p(body[2]),
                    p(body[3], style="Heading2"),
                    p(body[4]),
                    p("Bài và ảnh: Hạnh Ngoa Dụ", bold=True, align="right"),
                    styles=styles,
                ),
            ),
        ),
        articles=[
            Truth(
                title="Dâu xanh trở lại bến sông",
                body=body,
                byline="Bài và ảnh: Hạnh Ngoa Dụ",
                author="Hạnh Ngoa Dụ",
                genre="Bài",
            )
        ],
    )


ALL = (
    title_on_two_lines_sapo_in_bold,
    look_from_styles,
    letterhead_and_column_line,
    heading_styles_with_sections,
)
