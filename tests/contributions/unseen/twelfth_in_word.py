"""Word files of the twelfth batch: the last week of November."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import CONG_AN, VAN_PHONG, VHXH, docx, jpg, sent
from tests.contributions.unseen.senders import CCB, MTTQ, QUAN_SU, TIEU_HOC
from tests.contributions.word import p, pic, r, table, word

THURSDAY = "Thu, 26 Nov 2026 08:44:19 +0700"
BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def caption_in_the_paragraph_of_its_picture() -> Contribution:
    body = paragraphs("""
        Sáng 24/11, Phòng Văn hóa - Xã hội xã An Mẫu tổ chức trao 56 suất học bổng "Tiếp bước đến trường" cho học sinh
        nghèo vượt khó.

        Mỗi suất học bổng trị giá một triệu đồng, do Hội Khuyến học xã vận động các doanh nghiệp trên địa bàn ủng hộ.

        Em Thào A Vượt, học sinh lớp 8 xúc động: "Em sẽ dùng tiền mua sách và áo ấm cho em gái".
    """)
    captions = ("Lãnh đạo xã trao học bổng cho học sinh", "Các em học sinh tại buổi lễ")
    return Contribution(
        why="chú thích cùng đoạn với ảnh, xuống dòng bằng Shift+Enter; Người viết bài căn phải",
        raw=sent(
            VHXH,
            "Gửi bài học bổng",
            "Phòng gửi BBT bài học bổng Tiếp bước đến trường.\n",
            docx(
                "hoc bong.docx",
                word(
                    p("56 SUẤT HỌC BỔNG TIẾP BƯỚC ĐẾN TRƯỜNG", bold=True, align="center"),
                    p(body[0], align="both"),
                    p(pic(4), r("\n" + captions[0], italic=True), align="center"),
                    p(body[1], align="both"),
                    p(pic(5), r("\n" + captions[1], italic=True), align="center"),
                    p(body[2], align="both"),
                    p("Người viết bài: Vương Thị Thảo", bold=True, align="right"),
                ),
            ),
            date=THURSDAY,
        ),
        articles=[
            Truth(
                title="56 SUẤT HỌC BỔNG TIẾP BƯỚC ĐẾN TRƯỜNG",
                body=body,
                byline="Người viết bài: Vương Thị Thảo",
                author="Vương Thị Thảo",
                photos={4: captions[0], 5: captions[1]},
            )
        ],
        never=("gửi BBT",),
    )


def two_items_on_two_pages() -> Contribution:
    first = paragraphs("""
        Ngày 23/11, Ban Chỉ huy Quân sự xã An Mẫu tổ chức sơ tuyển nghĩa vụ quân sự năm 2027. Có 84/86 thanh niên có mặt
        theo lệnh gọi, đạt 97,6%.

        Qua sơ tuyển, 51 thanh niên đủ điều kiện khám tuyển vào đầu tháng 12.
    """)
    second = paragraphs("""
        Chiều 24/11, cán bộ, chiến sĩ Ban Chỉ huy Quân sự xã giúp gia đình ông Vừ A Chống, thôn Cầu Giả dựng lại chuồng
        trâu bị gió lốc làm đổ.

        Sau một buổi, chuồng trâu đã hoàn thành, kịp che rét cho hai con trâu của gia đình.
    """)
    return Contribution(
        why="một tệp Word hai tin, mỗi tin một trang, tin nào có tiêu đề hoa, ảnh, chú thích và tác giả riêng",
        raw=sent(
            QUAN_SU,
            "2 tin quân sự",
            "Ban CHQS xã gửi BBT 2 tin (chung 1 file). Đề nghị BBT đăng thành 2 tin riêng.\n",
            docx(
                "2 tin quan su.docx",
                word(
                    p("SƠ TUYỂN NGHĨA VỤ QUÂN SỰ NĂM 2027", bold=True, align="center"),
                    p(first[0], align="both"),
                    p(pic(6), align="center"),
                    p("Thanh niên khám sơ tuyển", italic=True, align="center"),
                    p(first[1], align="both"),
                    p("Tin, ảnh: Pờ Văn Lính", bold=True, align="right"),
                    BREAK,
                    p("GIÚP DÂN DỰNG LẠI CHUỒNG TRÂU", bold=True, align="center"),
                    p(second[0], align="both"),
                    p(pic(7), align="center"),
                    p("Bộ đội địa phương giúp dân dựng chuồng trâu", italic=True, align="center"),
                    p(second[1], align="both"),
                    p("Tin, ảnh: Vàng A Súng", bold=True, align="right"),
                ),
            ),
            date=THURSDAY,
        ),
        articles=[
            Truth(
                title="SƠ TUYỂN NGHĨA VỤ QUÂN SỰ NĂM 2027",
                body=first,
                byline="Tin, ảnh: Pờ Văn Lính",
                author="Pờ Văn Lính",
                photos={6: "Thanh niên khám sơ tuyển"},
            ),
            Truth(
                title="GIÚP DÂN DỰNG LẠI CHUỒNG TRÂU",
                body=second,
                byline="Tin, ảnh: Vàng A Súng",
                author="Vàng A Súng",
                photos={7: "Bộ đội địa phương giúp dân dựng chuồng trâu"},
            ),
        ],
        never=("Đề nghị BBT",),
    )


def office_with_who_approved() -> Contribution:
    body = paragraphs("""
        Chiều 25/11, Thường trực HĐND xã An Mẫu tiếp xúc cử tri thôn Khe Ngõa trước kỳ họp cuối năm. Có 92 cử tri tham
        dự.

        Cử tri kiến nghị sớm sửa đập tràn đầu thôn, kéo thêm đường điện sinh hoạt cho 17 hộ ở xa.

        Đại diện UBND xã tiếp thu, giải trình từng nội dung cử tri nêu.
    """)
    return Contribution(
        why="cuối tệp có Người viết: ... và Lãnh đạo duyệt: ... hai dòng",
        raw=sent(
            VAN_PHONG,
            "Tin TXCT thôn Khe Ngõa",
            "Kính gửi BBT tin đã được lãnh đạo duyệt.\n",
            docx(
                "TXCT Khe Ngoa.docx",
                word(
                    p("Thường trực HĐND xã tiếp xúc cử tri thôn Khe Ngõa", bold=True, align="center"),
                    *(p(text, align="both") for text in body),
                    p("Người viết: Phạm Thị Hoa", bold=True, align="right"),
                    p("Lãnh đạo duyệt: Phạm Thị Minh Họa", bold=True, align="right"),
                ),
            ),
            jpg("TXCT (1).JPG", 8),
            date=THURSDAY,
        ),
        articles=[
            Truth(
                title="Thường trực HĐND xã tiếp xúc cử tri thôn Khe Ngõa",
                body=body,
                byline="Người viết: Phạm Thị Hoa",
                author="Phạm Thị Hoa",
                photos={8: None},
            )
        ],
        never=("Kính gửi", "Lãnh đạo duyệt"),
    )


def front_with_a_schedule() -> Contribution:
    rows = [
        ("Ngày", "Thời gian", "Địa điểm"),
        ("01/12", "8 giờ", "Nhà văn hóa thôn Bãi Mẫu"),
        ("02/12", "14 giờ", "Nhà văn hóa thôn Xóm Mới"),
    ]
    body = [
        "Ủy ban MTTQ xã An Mẫu thông báo lịch tiếp xúc giữa đại biểu HĐND tỉnh với cử tri trên địa bàn xã như sau:",
        *(" ".join(row) for row in rows),
        "Kính mời cử tri sắp xếp thời gian tham dự đông đủ.",
    ]
    return Contribution(
        why="thông báo lịch tiếp xúc cử tri có bảng; câu Kính mời cử tri là nội dung",
        raw=sent(
            MTTQ,
            "Lịch TXCT đại biểu HĐND tỉnh",
            "Gửi em đăng giúp chị lịch TXCT. Cảm ơn em!\n",
            docx(
                "Lich TXCT.docx",
                word(
                    p("LỊCH TIẾP XÚC CỬ TRI CỦA ĐẠI BIỂU HĐND TỈNH", bold=True, align="center"),
                    p(body[0], align="both"),
                    table(*(tuple(p(cell) for cell in row) for row in rows)),
                    p(body[4], align="both"),
                ),
            ),
            date=THURSDAY,
        ),
        articles=[Truth(title="LỊCH TIẾP XÚC CỬ TRI CỦA ĐẠI BIỂU HĐND TỈNH", body=body)],
        never=("Gửi em", "Cảm ơn em"),
    )


def veterans_story_with_title_at_the_left() -> Contribution:
    sapo = "Ở tuổi 76, thương binh Hoàng Văn Nhân vẫn ngày ngày sửa xe miễn phí cho học trò nghèo bên cổng trường."
    body = paragraphs("""
        Quán sửa xe của ông chỉ là một tấm bạt và chiếc hòm gỗ đựng đồ nghề. Tấm biển nhỏ ghi: "Vá xe học sinh không lấy
        tiền".

        Tay nghề của người lính lái xe

        Trở về từ chiến trường với tỷ lệ thương tật 41%, ông học nghề sửa xe để nuôi bốn con ăn học.

        Niềm vui tuổi già

        "Thấy lũ trẻ đi học đúng giờ là tôi vui", ông cười, đôi tay vẫn thoăn thoắt lắp xích.
    """)
    caption = "Thương binh Hoàng Văn Nhân sửa xe cho học sinh. Ảnh: Trần Bến"
    return Contribution(
        why="tiêu đề đậm căn trái, sapo đậm nghiêng, tiểu mục đậm, chú thích có tên người chụp, tác giả hoa căn phải",
        raw=sent(
            CCB,
            "Bài gương thương binh",
            "Hội CCB gửi BBT bài viết gương thương binh Hoàng Văn Nhân.\nĐề nghị BBT duyệt đăng.\n",
            docx(
                "Guong thuong binh.docx",
                word(
                    p("Quán sửa xe không lấy tiền của người thương binh", bold=True),
                    p(r(sapo, bold=True, italic=True), align="both"),
                    p(body[0], align="both"),
                    p(pic(9), align="center"),
                    p(caption, italic=True, align="center"),
                    p(body[1], bold=True),
                    p(body[2], align="both"),
                    p(body[3], bold=True),
                    p(body[4], align="both"),
                    p("TRẦN BẾN", bold=True, align="right"),
                ),
            ),
            date=THURSDAY,
        ),
        articles=[
            Truth(
                title="Quán sửa xe không lấy tiền của người thương binh",
                summary=sapo,
                body=body,
                byline="TRẦN BẾN",
                author="TRẦN BẾN",
                photos={9: caption},
            )
        ],
        never=("duyệt đăng",),
    )


def school_with_pictures_below_the_byline() -> Contribution:
    body = paragraphs("""
        Sáng 23/11, hơn 400 học sinh Trường Tiểu học Bãi Mẫu tham gia ngày hội "Em yêu làn điệu dân ca". Tám lớp mang
        đến 16 tiết mục hát then, múa xòe và thổi sáo.

        Nhà trường mời nghệ nhân Hoàng Thị Then về chấm điểm và dạy các em những câu hát cổ.
    """)
    announced = "Một số hình ảnh của ngày hội:"
    captions = ("Học sinh lớp 4B biểu diễn hát then", "Nghệ nhân Hoàng Thị Then dạy hát cho học sinh")
    return Contribution(
        why="tác giả trước phần ảnh; dòng Một số hình ảnh của ngày hội:, rồi các ảnh với chú thích dưới",
        raw=sent(
            TIEU_HOC,
            "TH Bãi Mẫu - tin ngày hội dân ca",
            "Kính gửi BBT tin của trường ạ.\nTrân trọng kính chào!\n",
            docx(
                "Ngay hoi dan ca.docx",
                word(
                    p("Ngày hội “Em yêu làn điệu dân ca”", bold=True, align="center"),
                    *(p(text, align="both") for text in body),
                    p("Tin: Nông Thị Hiền", bold=True, align="right"),
                    p(announced, bold=True, italic=True),
                    p(pic(10), align="center"),
                    p(captions[0], italic=True, align="center"),
                    p(pic(11), align="center"),
                    p(captions[1], italic=True, align="center"),
                ),
            ),
            date=THURSDAY,
        ),
        articles=[
            Truth(
                title="Ngày hội “Em yêu làn điệu dân ca”",
                body=[*body, announced],
                byline="Tin: Nông Thị Hiền",
                author="Nông Thị Hiền",
                photos={10: captions[0], 11: captions[1]},
            )
        ],
        never=("Kính gửi", "kính chào"),
    )


def police_photo_news() -> Contribution:
    body = paragraphs("""
        Công an xã An Mẫu vừa trao trả ví tiền cùng nhiều giấy tờ tùy thân cho chị Lò Thị Quên, trú tại thôn Bãi Mẫu.
        Chiếc ví do em Mùa A Thật, học sinh lớp 6C nhặt được trên đường đi học về và mang đến trụ sở Công an xã.
    """)
    caption = "Em Mùa A Thật (bên phải) trao lại ví cho người đánh mất"
    return Contribution(
        why="tin ảnh một đoạn: ảnh ngay dưới tiêu đề, chú thích thường căn giữa, rồi một đoạn; Theo Công an xã",
        raw=sent(
            CONG_AN,
            "Tin ảnh nhặt được của rơi",
            "BBT đăng giúp, tin này hay để nêu gương các cháu.\n",
            docx(
                "nhat duoc vi.docx",
                word(
                    p("Nhặt được của rơi, trả người đánh mất", bold=True, align="center"),
                    p(pic(2), align="center"),
                    p(caption, align="center"),
                    p(body[0], align="both"),
                    p("Theo Công an xã An Mẫu", italic=True, align="right"),
                ),
            ),
            date=THURSDAY,
        ),
        articles=[
            Truth(
                title="Nhặt được của rơi, trả người đánh mất",
                body=body,
                byline="Theo Công an xã An Mẫu",
                photos={2: caption},
            )
        ],
        never=("nêu gương các cháu",),
    )


ALL = (
    caption_in_the_paragraph_of_its_picture,
    two_items_on_two_pages,
    office_with_who_approved,
    front_with_a_schedule,
    veterans_story_with_title_at_the_left,
    school_with_pictures_below_the_byline,
    police_photo_news,
)
