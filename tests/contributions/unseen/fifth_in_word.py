"""Word files of the fifth batch: an epigraph, a series, photos without captions, links."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import CONG_AN, DOAN, VHXH, docx, jpg, sent
from tests.contributions.unseen.senders import CCB, TIEU_HOC
from tests.contributions.word import p, pic, word


def epigraph_below_the_title() -> Contribution:
    verse = "“Ở đâu có nước, ở đó có làng”"
    body = paragraphs("""
        Con mương Bờ Gạo dài hơn ba cây số, chảy qua bốn thôn rồi mới chịu hòa vào sông Mẫu. Người già kể mương do cụ tổ
        họ Lã khơi từ hơn hai trăm năm trước, mỗi nhà góp một suất đinh.

        Mấy năm trước, mương nghẽn vì rác. Cựu chiến binh Lã Văn Khơi Dòng lội xuống vớt túi ni lông một mình suốt một
        mùa hè. Đến mùa sau thì cả làng cùng lội.

        Nay mương trong, trẻ con lại tắm. Dọc bờ, Hội Cựu chiến binh trồng được 320 gốc sấu.
    """)
    return Contribution(
        why="câu đề từ nghiêng căn phải dưới tiêu đề là của bài; tên tác giả viết hoa ở cuối",
        raw=sent(
            CCB,
            "Hội CCB xã: bài viết Con mương của làng",
            "Kính gửi BBT bài viết về gương cựu chiến binh làm môi trường.\nKính thư\nHội CCB\n",
            docx(
                "con muong.docx",
                word(
                    p("CON MƯƠNG CỦA LÀNG", bold=True, align="center"),
                    p(verse, italic=True, align="right"),
                    *(p(text, align="both") for text in body),
                    p("LÃ THỊ NGỌN NGUỒN", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="CON MƯƠNG CỦA LÀNG",
                body=[verse, *body],
                byline="LÃ THỊ NGỌN NGUỒN",
                author="LÃ THỊ NGỌN NGUỒN",
            )
        ],
        never=("Kính gửi", "Kính thư"),
    )


def photos_at_the_end_without_captions() -> Contribution:
    body = paragraphs("""
        Hưởng ứng phong trào Kế hoạch nhỏ, tuần qua học sinh Trường Tiểu học Bãi Mẫu đã thu gom được 860 kg giấy vụn, 75
        kg vỏ lon. Lớp 3A dẫn đầu với 142 kg.

        Số tiền 4.315.000 đồng thu được sẽ dành mua xe đạp cho hai bạn nhà xa. Lễ trao xe dự kiến diễn ra ngày 20/11.

        Một số hình ảnh của phong trào:
    """)
    return Contribution(
        why="cuối bài là dòng Một số hình ảnh... rồi ba ảnh liền nhau không chú thích; tác giả đứng trước các ảnh",
        raw=sent(
            TIEU_HOC,
            "TH Bãi Mẫu gửi tin KHN",
            "Kính gửi Quý Ban!\nTrường TH Bãi Mẫu gửi tin Kế hoạch nhỏ, kính mong Quý Ban đăng tải.\nTrân "
            "trọng kính chào.\n",
            docx(
                "ke hoach nho.docx",
                word(
                    p("Phong trào Kế hoạch nhỏ ở Trường Tiểu học Bãi Mẫu", bold=True, align="center"),
                    p(body[0]),
                    p(body[1]),
                    p("Tin, ảnh: Liên đội", bold=True, align="right"),
                    p(body[2], bold=True),
                    p(pic(1), align="center"),
                    p(pic(2), align="center"),
                    p(pic(3), align="center"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Phong trào Kế hoạch nhỏ ở Trường Tiểu học Bãi Mẫu",
                body=body,
                byline="Tin, ảnh: Liên đội",
                photos={1: None, 2: None, 3: None},
            )
        ],
        never=("Quý Ban",),
    )


def link_to_a_film_above_the_byline() -> Contribution:
    body = paragraphs("""
        Tối 03/11, chung kết cuộc thi "Thanh niên với văn hóa giao thông" do Đoàn xã phối hợp Công an xã tổ chức đã thu
        hút hơn 400 khán giả. Bốn đội trải qua ba phần thi: chào hỏi, kiến thức và tiểu phẩm.

        Đội chi đoàn Trường THCS giành giải Nhất nhờ tiểu phẩm "Một giây" kể về cái giá của một lần vượt đèn đỏ.

        Xem video tiểu phẩm đoạt giải tại: https://video.songmau.example/mot-giay
    """)
    return Contribution(
        why="dòng Xem video tại: đường dẫn đứng ngay trên dòng tác giả; đầu trang và cuối trang có chữ",
        raw=sent(
            DOAN,
            "Tin chung kết VHGT",
            "BBT nhận tin giúp Đoàn xã nhé, video link trong bài ạ. Em cảm ơn!\n",
            docx(
                "chung ket.docx",
                word(
                    p("Chung kết cuộc thi “Thanh niên với văn hóa giao thông”", bold=True, align="center"),
                    *(p(text) for text in body),
                    p("Tin: BTV Đoàn xã", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Chung kết cuộc thi “Thanh niên với văn hóa giao thông”",
                body=body,
                byline="Tin: BTV Đoàn xã",
            )
        ],
        never=("nhận tin giúp", "Em cảm ơn"),
    )


def part_one_of_a_series() -> Contribution:
    sapo = "Chuyển đổi số không bắt đầu từ máy móc, mà từ việc một bà bán rau dám nhận tiền qua mã QR."
    body = paragraphs("""
        Sáu giờ sáng, chợ An Mẫu đã đông. Ở sạp của bà Vàng Thị Rau Ngót, chiếc biển mã QR ép nhựa treo cạnh cân đĩa. Bà
        kể ban đầu sợ lắm, sợ tiền chạy đi đâu mất.

        Tổ công nghệ số cộng đồng của thôn, gồm năm bạn trẻ, ngồi cạnh bà ba buổi chợ liền. Đến nay 78 trên 112 sạp của
        chợ đã nhận chuyển khoản.

        (Còn nữa)
    """)
    return Contribution(
        why="bài nhiều kỳ: tiêu đề hoa, dưới là Kỳ 1: ... in đậm chữ thường; cuối bài (Còn nữa) là của bài",
        raw=sent(
            VHXH,
            "Loạt bài chuyển đổi số - kỳ 1",
            "Phòng VHXH gửi BBT loạt bài 2 kỳ, hôm nay gửi kỳ 1.\n",
            docx(
                "CDS ky 1.docx",
                word(
                    p("CHUYỂN ĐỔI SỐ TỪ GÁNH HÀNG RAU", bold=True, align="center"),
                    p("Kỳ 1: Chiếc biển mã QR cạnh cân đĩa", bold=True, align="center"),
                    p(sapo, bold=True, italic=True),
                    *(p(text, align="both") for text in body),
                    p("Bài và ảnh: Thoan Lật Giở", bold=True, align="right"),
                ),
            ),
            jpg("cho.jpg", 4),
        ),
        articles=[
            Truth(
                title="CHUYỂN ĐỔI SỐ TỪ GÁNH HÀNG RAU Kỳ 1: Chiếc biển mã QR cạnh cân đĩa",
                summary=sapo,
                body=body,
                byline="Bài và ảnh: Thoan Lật Giở",
                author="Thoan Lật Giở",
                photos={4: None},
            )
        ],
        never=("hôm nay gửi",),
    )


def captions_that_say_in_the_picture() -> Contribution:
    body = paragraphs("""
        Đêm 01/11, mưa lớn làm sạt lở ta-luy dương tại km 2 đường vào bản Nà Giả, khoảng 60 m³ đất đá tràn xuống mặt
        đường. Công an xã lập tức cử lực lượng chốt chặn hai đầu, hướng dẫn người dân đi đường vòng.

        Đến 10 giờ ngày 02/11, với ba máy xúc và 50 người tham gia, tuyến đường được thông một làn. Không có thiệt hại
        về
        người.
    """)
    captions = (
        "Trong ảnh: Lực lượng công an chốt chặn đầu đường trong đêm.",
        "Trong ảnh: Máy xúc dọn đất đá sáng 02/11.",
    )
    return Contribution(
        why="chú thích mở đầu bằng Trong ảnh:, kết thúc bằng dấu chấm, căn đều, không nghiêng; ảnh và chữ cách "
        "một dòng trống",
        raw=sent(
            CONG_AN,
            "Tin sạt lở (GẤP)",
            "Kính gửi BBT, đề nghị đăng gấp để bà con biết đường tránh!\n",
            docx(
                "sat lo.docx",
                word(
                    p("Khắc phục sạt lở trên đường vào bản Nà Giả", bold=True, align="center"),
                    p(body[0], align="both"),
                    p(pic(5), align="center"),
                    p(""),
                    p(captions[0], align="both"),
                    p(body[1], align="both"),
                    p(pic(6), align="center"),
                    p(""),
                    p(captions[1], align="both"),
                    p("Công an xã An Mẫu", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Khắc phục sạt lở trên đường vào bản Nà Giả",
                body=body,
                byline="Công an xã An Mẫu",
                photos={5: captions[0], 6: captions[1]},
            )
        ],
        never=("đăng gấp",),
    )


ALL = (
    epigraph_below_the_title,
    photos_at_the_end_without_captions,
    link_to_a_film_above_the_byline,
    part_one_of_a_series,
    captions_that_say_in_the_picture,
)
