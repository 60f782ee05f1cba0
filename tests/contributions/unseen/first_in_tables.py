"""Word files of the first batch that live by their tables and pictures: letterheads, results, photos after the end."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import CONG_AN, HPN, VAN_PHONG, docx, sent
from tests.contributions.unseen.senders import CONG_DOAN, TIEU_HOC
from tests.contributions.word import p, pic, r, table, word


def one_caption_below_a_row_of_pictures() -> Contribution:
    body = paragraphs("""
        Trong hai ngày 24 và 25/10, Trường Tiểu học Bãi Mẫu tổ chức trại hè muộn cho 215 học sinh khối 4 và khối 5.
        Trại dựng ngay trên sân trường, gồm mười lều do phụ huynh cùng các con tự buộc từ tre và bạt cũ.

        Đêm lửa trại, lần đầu tiên nhiều em được nghe các bác cựu chiến binh kể chuyện giữ làng. Sáng hôm sau, các đội
        thi nấu cơm bằng bếp củi, thi buộc dây, thi tìm đường bằng la bàn giấy.

        Cô Tổng phụ trách Chu Thị Còi Tàu cho biết kinh phí cả trại hết 9,6 triệu đồng, hoàn toàn do xã hội hóa.
    """)
    merged = (
        '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="4500"/><w:gridCol w:w="4500"/></w:tblGrid>'
        f"<w:tr><w:tc>{p(pic(1), align='center')}</w:tc><w:tc>{p(pic(2), align='center')}</w:tc></w:tr>"
        '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
        + p("Các đội dựng trại và thi nấu cơm bằng bếp củi", italic=True, align="center")
        + "</w:tc></w:tr></w:tbl>"
    )
    caption = "Các đội dựng trại và thi nấu cơm bằng bếp củi"
    return Contribution(
        why="hai ảnh trên một hàng bảng, hàng dưới gộp ô là chú thích chung; dòng đầu bài in đậm không là sapo",
        raw=sent(
            TIEU_HOC,
            "TIN TRẠI HÈ MUỘN - TH BÃI MẪU",
            "Kính gửi BBT cổng TTĐT xã!\nTrường TH Bãi Mẫu gửi tin, bài về hoạt động của nhà trường.\n"
            "Kính mong được BBT quan tâm, giúp đỡ./.\n\nNgười gửi: Chu Thị Còi Tàu - TPT Đội\nSĐT: 0900.000.062\n",
            docx(
                "TIN TRAI HE.docx",
                word(
                    p("TRẠI HÈ MUỘN Ở TRƯỜNG TIỂU HỌC BÃI MẪU", bold=True, align="center"),
                    p(body[0], align="both"),
                    p(body[1], align="both"),
                    merged,
                    p(body[2], align="both"),
                    p("Tin bài: Chu Thị Còi Tàu - Tổng phụ trách Đội", bold=True, italic=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="TRẠI HÈ MUỘN Ở TRƯỜNG TIỂU HỌC BÃI MẪU",
                body=body,
                byline="Tin bài: Chu Thị Còi Tàu - Tổng phụ trách Đội",
                author="Chu Thị Còi Tàu",
                photos={1: caption, 2: caption},
            )
        ],
        never=("Kính gửi", "Người gửi", "0900.000.062", "giúp đỡ"),
    )


def letterhead_and_signature_around_news() -> Contribution:
    body = paragraphs("""
        Thời gian gần đây, trên địa bàn xã xuất hiện một số đối tượng đi xe bán tải, tự xưng nhân viên công ty điện
        lực, gõ cửa từng nhà chào bán thiết bị "tiết kiệm điện" với giá từ 1,5 đến 3 triệu đồng.

        Qua xác minh, các thiết bị này không có tác dụng tiết kiệm điện, một số còn gây chập cháy ổ cắm. Ngày
        21/10/2026, Công an xã đã mời làm việc, lập biên bản hai trường hợp.

        Công an xã đề nghị nhân dân:

        1. Không mua thiết bị điện của người lạ, không cho người lạ tháo công tơ.

        2. Khi phát hiện trường hợp nghi vấn, báo ngay số trực ban của Công an xã để được hướng dẫn.
    """)
    head = table(
        (
            p("CÔNG AN TỈNH SÔNG MẪU", align="center") + p("CÔNG AN XÃ AN MẪU", bold=True, align="center"),
            p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True, align="center")
            + p("Độc lập - Tự do - Hạnh phúc", bold=True, align="center")
            + p("An Mẫu, ngày 22 tháng 10 năm 2026", italic=True, align="center"),
        ),
        border=False,
    )
    foot = table(
        (
            p("Nơi nhận:", bold=True, italic=True)
            + p("- BBT Trang TTĐT xã;")
            + p("- Đài truyền thanh xã;")
            + p("- Lưu: CAX."),
            p("TRƯỞNG CÔNG AN XÃ", bold=True, align="center")
            + p("(Đã ký)", italic=True, align="center")
            + p("Thiếu tá Phí Văn Cảnh Báo", bold=True, align="center"),
        ),
        border=False,
    )
    return Contribution(
        why="tin tuyên truyền trình bày như văn bản: tên cơ quan, quốc hiệu, TIN BÀI TUYÊN TRUYỀN, nơi nhận, đã ký",
        raw=sent(
            CONG_AN,
            "V/v gửi tin bài tuyên truyền",
            "Kính gửi: Văn phòng HĐND-UBND xã\n\nCông an xã gửi tin bài tuyên truyền đến Ban biên tập để đăng tải trên "
            "Trang TTĐT và đọc trên loa truyền thanh.\n\nTrân trọng!\n",
            docx(
                "TIN BAI TT.docx",
                word(
                    head,
                    p(""),
                    p("TIN BÀI TUYÊN TRUYỀN", bold=True, align="center"),
                    p("Cảnh giác với chiêu trò bán thiết bị tiết kiệm điện", bold=True, align="center"),
                    p("_____________", align="center"),
                    *(p(text, align="both") for text in body),
                    p(""),
                    foot,
                ),
            ),
        ),
        articles=[
            Truth(title="Cảnh giác với chiêu trò bán thiết bị tiết kiệm điện", body=body, unit="Công an xã"),
        ],
        never=("CỘNG HÒA", "Nơi nhận", "Đã ký", "TIN BÀI TUYÊN TRUYỀN", "Kính gửi"),
        aside={"Nơi nhận": "nơi nhận, chữ ký ở cuối văn bản"},
    )


def photos_after_the_byline() -> Contribution:
    opening = (
        "Ngày 25/10/2026, Công đoàn phường Bến Thử tổ chức giải cầu lông cán bộ, công nhân viên chức lao động lần thứ "
        "IV. Giải thu hút 64 vận động viên đến từ 15 công đoàn cơ sở, tranh tài ở bốn nội dung."
    )
    rows = [
        ("Nội dung", "Giải Nhất", "Giải Nhì"),
        ("Đôi nam", "CĐ Trường THCS Bến Thử", "CĐ Công an phường"),
        ("Đôi nữ", "CĐ Trạm Y tế", "CĐ Trường Mầm non Hoa Mẫu"),
    ]
    closing = (
        "Bế mạc giải, Ban tổ chức trao cờ, tiền thưởng cho các đội đoạt giải và tặng giải phong cách cho vận động viên "
        "cao tuổi nhất, 57 tuổi."
    )
    return Contribution(
        why="bảng kết quả; sau dòng tác giả mới đến ảnh, mỗi ảnh một chú thích, trên có dòng Một số hình ảnh",
        raw=sent(
            CONG_DOAN,
            "CĐ phường gửi tin giải cầu lông",
            "Em gửi tin giải cầu lông nhé ạ, ảnh em để luôn trong file.\nThanks BBT!\n",
            docx(
                "giai cau long.docx",
                word(
                    p(
                        r("Sôi nổi giải cầu lông công nhân viên chức lao động phường Bến Thử", bold=True),
                        align="center",
                    ),
                    p(opening),
                    table(*(tuple(p(cell) for cell in row) for row in rows)),
                    p(closing),
                    p("Tin, ảnh: CĐP Bến Thử", bold=True, align="right"),
                    p("Một số hình ảnh tại giải đấu:", italic=True),
                    p(pic(4), align="center"),
                    p("Trận chung kết đôi nam", align="center"),
                    p(pic(5), align="center"),
                    p("Trao giải phong cách cho vận động viên cao tuổi nhất", align="center"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Sôi nổi giải cầu lông công nhân viên chức lao động phường Bến Thử",
                body=[opening, *(" ".join(row) for row in rows), closing, "Một số hình ảnh tại giải đấu:"],
                byline="Tin, ảnh: CĐP Bến Thử",
                photos={4: "Trận chung kết đôi nam", 5: "Trao giải phong cách cho vận động viên cao tuổi nhất"},
            )
        ],
        never=("Thanks",),
    )


def title_bold_at_the_left_and_a_name_without_label() -> Contribution:
    sapo = (
        "Chiều ngày 26/10/2026, Văn phòng HĐND và UBND xã An Mẫu tổ chức tập huấn sử dụng chữ ký số cá nhân "
        "cho cán bộ, "
        "công chức và những người hoạt động không chuyên trách ở thôn."
    )
    body = paragraphs("""
        Tham gia tập huấn có 41 học viên. Tại buổi tập huấn, cán bộ kỹ thuật của đơn vị viễn thông hướng dẫn cài đặt
        ứng dụng, đăng ký chứng thư số và thực hành ký 05 loại văn bản thường dùng.

        Trao đổi tại buổi tập huấn, đồng chí Phạm Thị Minh Họa, Chánh Văn phòng HĐND và UBND nhấn mạnh: từ ngày
        15/11/2026, văn bản gửi nhận trong nội bộ xã không còn bản giấy, trừ văn bản mật.

        Kết thúc lớp học, 100% học viên ký số thành công trên điện thoại cá nhân.
    """)
    return Contribution(
        why="tiêu đề đậm chữ thường căn trái; sapo đậm; ảnh chen giữa, chú thích nghiêng căn phải; cuối là tên "
        "và phòng",
        raw=sent(
            VAN_PHONG,
            "tin tập huấn CKS",
            "BBT duyệt đăng tin kèm theo nhé.\n\nNgọc Hà\n",
            docx(
                "tap huan CKS.docx",
                word(
                    p("Tập huấn chữ ký số cá nhân cho cán bộ xã, thôn", bold=True),
                    p(sapo, bold=True, align="both"),
                    p(pic(6)),
                    p("Quang cảnh lớp tập huấn", italic=True, align="right"),
                    p(body[0], align="both"),
                    p(body[1], align="both"),
                    p(pic(7)),
                    p("Học viên thực hành ký số trên điện thoại.", italic=True, align="right"),
                    p(body[2], align="both"),
                    p("Ngọc Hà – VP HĐND&UBND", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Tập huấn chữ ký số cá nhân cho cán bộ xã, thôn",
                summary=sapo,
                body=body,
                byline="Ngọc Hà – VP HĐND&UBND",
                author="Ngọc Hà",
                photos={6: "Quang cảnh lớp tập huấn", 7: "Học viên thực hành ký số trên điện thoại."},
            )
        ],
        never=("BBT duyệt",),
    )


def captions_beside_the_pictures() -> Contribution:
    body = paragraphs("""
        Hưởng ứng Tháng hành động vì bình đẳng giới, sáng 27/10 Hội LHPN xã An Mẫu ra mắt mô hình "Địa chỉ tin cậy tại
        cộng đồng" ở thôn Bãi Mẫu. Ban chủ nhiệm gồm năm người, trong đó có hai nam giới.

        Nạn nhân bạo lực gia đình được tạm lánh tối đa ba ngày, được tư vấn tâm lý và hỗ trợ liên hệ cơ quan chức
        năng. Đường dây nóng trực 24/24 giờ.
    """)
    photos = table(
        (p(pic(8)), p("Ban chủ nhiệm mô hình ra mắt trước bà con", italic=True)),
        (p(pic(9)), p("Tiểu phẩm tuyên truyền của chi hội Bãi Mẫu", italic=True)),
    )
    return Contribution(
        why="bảng hai cột: ảnh bên trái, chú thích bên phải",
        raw=sent(
            HPN,
            "Tin ra mắt mô hình",
            "Hội LHPN xã gửi BBT tin bài tháng 10.\nRất mong nhận được sự hợp tác của BBT.\n",
            docx(
                "ra mat mo hinh.docx",
                word(
                    p("Ra mắt mô hình “Địa chỉ tin cậy tại cộng đồng”", bold=True, align="center"),
                    *(p(text) for text in body),
                    photos,
                    p("Thực hiện: Hội LHPN xã", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Ra mắt mô hình “Địa chỉ tin cậy tại cộng đồng”",
                body=body,
                byline="Thực hiện: Hội LHPN xã",
                photos={
                    8: "Ban chủ nhiệm mô hình ra mắt trước bà con",
                    9: "Tiểu phẩm tuyên truyền của chi hội Bãi Mẫu",
                },
            )
        ],
        never=("Rất mong",),
    )


ALL = (
    one_caption_below_a_row_of_pictures,
    letterhead_and_signature_around_news,
    photos_after_the_byline,
    title_bold_at_the_left_and_a_name_without_label,
    captions_beside_the_pictures,
)
