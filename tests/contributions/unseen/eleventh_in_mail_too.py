"""Further letters of the eleventh batch whose text stands in the mail."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import CONG_AN, DONG_THU, GUONG, THCS, VAN_PHONG, both, jpg, sent, with_pictures
from tests.contributions.unseen.senders import BAC_HAI, KINH_TE, MAM_NON, TIEU_HOC
from tests.mail.making.mime import html

THURSDAY = "Thu, 19 Nov 2026 09:05:33 +0700"
FRIDAY = "Fri, 20 Nov 2026 14:18:09 +0700"


def office_announces_a_closed_road() -> Contribution:
    body = paragraphs("""
        Để thi công cầu Khe Ngõa trên tuyến đường liên thôn Bãi Mẫu - Cầu Giả, UBND xã An Mẫu thông báo:

        Cấm các phương tiện giao thông qua lại đoạn Km1+200 đến Km1+450 kể từ 6 giờ ngày 23/11 đến hết ngày 15/12/2026.

        Trong thời gian trên, đề nghị nhân dân đi theo đường tránh qua thôn Xóm Mới, chú ý biển báo và tuân theo hướng
        dẫn của lực lượng chức năng.
    """)
    text = (
        "Kính gửi: BBT Trang TTĐT xã\n\nVăn phòng đề nghị BBT đăng thông báo sau và chuyển Đài truyền thanh phát "
        "trong 3 ngày.\n\nTHÔNG BÁO\nVề việc cấm đường để thi công cầu Khe Ngõa\n\n"
        + "\n\n".join(body)
        + "\n\nTrân trọng cảm ơn!\n\n-----\nVăn phòng HĐND và UBND xã An Mẫu\nĐT: 0900 000 233\n"
    )
    return Contribution(
        why="thông báo gõ trong thư: THÔNG BÁO và trích yếu hai dòng; lời nhờ đăng và phát loa ở trên",
        raw=sent(VAN_PHONG, "Thông báo cấm đường", text, date=FRIDAY),
        articles=[
            Truth(
                title="THÔNG BÁO Về việc cấm đường để thi công cầu Khe Ngõa",
                body=body,
                genre="Thông báo",
            )
        ],
        never=("Kính gửi", "chuyển Đài", "Trân trọng cảm ơn", "0900 000 233"),
    )


def school_teacher_by_yahoo() -> Contribution:
    body = paragraphs("""
        Sáng 20/11, Trường THCS An Mẫu long trọng tổ chức lễ kỷ niệm 44 năm Ngày Nhà giáo Việt Nam.

        Đến dự có đồng chí Trần Văn Mẫu, Bí thư Đảng ủy xã; đại diện các ban, ngành, đoàn thể, Ban đại diện cha mẹ học
        sinh cùng toàn thể cán bộ, giáo viên và 612 học sinh nhà trường.

        Tại buổi lễ, thầy giáo Hiệu trưởng ôn lại truyền thống vẻ vang của ngành. Nhà trường khen thưởng 9 giáo viên đạt
        thành tích xuất sắc trong phong trào thi đua dạy tốt.

        Buổi lễ khép lại trong tiếng hát và những bó hoa tươi thắm.
    """)
    page = (
        '<html><head></head><body><div class="yahoo-style-wrap" style="font-family:Helvetica Neue, Helvetica, Arial, '
        'sans-serif;font-size:16px;"><div dir="ltr" data-setdir="false">Kính gửi BBT Trang thông tin điện tử xã An Mẫu!'
        '</div><div dir="ltr" data-setdir="false">Trường THCS An Mẫu xin gửi đến BBT tin lễ kỷ niệm 20/11 cùng một '
        'số hình ảnh. Mong BBT đưa tin sớm ạ.</div><div dir="ltr"><br></div><div dir="ltr" data-setdir="false">TRƯỜNG '
        'THCS AN MẪU KỶ NIỆM 44 NĂM NGÀY NHÀ GIÁO VIỆT NAM</div><div dir="ltr"><br></div>'
        + "".join(f'<div dir="ltr" data-setdir="false">{text}</div>' for text in body)
        + '<div dir="ltr"><br></div><div dir="ltr" data-setdir="false">Người viết: Trần Thị Phấn Trắng</div></div>'
        "</body></html>"
    )
    return Contribution(
        why="Yahoo: mỗi đoạn một div, tiêu đề hoa không đậm căn trái; Người viết: ở cuối, không lời kết",
        raw=sent(
            THCS,
            "Tin 20/11 của trường",
            html(page),
            jpg("le 20.11 (1).jpg", 3),
            jpg("le 20.11 (2).jpg", 4),
            jpg("le 20.11 (3).jpg", 5),
            date=FRIDAY,
        ),
        articles=[
            Truth(
                title="TRƯỜNG THCS AN MẪU KỶ NIỆM 44 NĂM NGÀY NHÀ GIÁO VIỆT NAM",
                body=body,
                byline="Người viết: Trần Thị Phấn Trắng",
                author="Trần Thị Phấn Trắng",
                photos={3: None, 4: None, 5: None},
            )
        ],
        never=("Kính gửi", "Mong BBT"),
    )


def police_warning_pasted_from_word() -> Contribution:
    sapo = (
        "Thời gian gần đây, trên địa bàn xã xuất hiện tình trạng đối tượng tự xưng cán bộ điện lực gọi điện yêu cầu "
        "người dân cập nhật ứng dụng để chiếm đoạt tài sản."
    )
    body = paragraphs("""
        Thủ đoạn của chúng là thông báo nợ tiền điện, dọa cắt điện trong ngày rồi gửi đường dẫn cài ứng dụng giả. Khi
        nạn nhân cài đặt, điện thoại bị chiếm quyền điều khiển, tiền trong tài khoản bị rút sạch.

        Trong tháng 11, đã có hai người dân ở thôn Cầu Giả bị mất tổng cộng 63 triệu đồng.

        Công an xã đề nghị nhân dân tuyệt đối không cài ứng dụng lạ, chỉ thanh toán tiền điện qua các kênh chính thức.
        Khi phát hiện dấu hiệu nghi vấn, báo ngay cho Công an xã.
    """)
    page = (
        '<div dir="ltr"><p>Gửi đồng chí Thảo</p><p>Công an xã gửi bài tuyên truyền, đồng chí đăng giúp trong hôm nay '
        'nhé.</p><p style="text-align:center"><b><span style="font-size:14pt">CẢNH GIÁC VỚI CHIÊU LỪA GIẢ DANH CÁN BỘ '
        f'ĐIỆN LỰC</span></b></p><p style="text-align:justify"><b>{sapo}</b></p>'
        + "".join(f'<p style="text-align:justify;text-indent:1cm">{text}</p>' for text in body)
        + '<p style="text-align:right"><b>Đại úy Hà Văn Đèn - Công an xã</b></p></div>'
    )
    return Contribution(
        why="dán từ Word vào thư: tiêu đề giữa, sapo đậm, tác giả có cấp bậc - đơn vị căn phải",
        raw=sent(CONG_AN, "Bài tuyên truyền giả danh điện lực", html(page), date=FRIDAY),
        articles=[
            Truth(
                title="CẢNH GIÁC VỚI CHIÊU LỪA GIẢ DANH CÁN BỘ ĐIỆN LỰC",
                summary=sapo,
                body=body,
                byline="Đại úy Hà Văn Đèn - Công an xã",
            )
        ],
        never=("Gửi đồng chí", "đăng giúp trong hôm nay"),
    )


def economy_from_roundcube() -> Contribution:
    body = paragraphs("""
        Chiều 19/11, UBND xã An Mẫu tổ chức hội nghị triển khai trồng cây vụ đông và phòng, chống rét cho đàn vật nuôi.
        Đồng chí Nguyễn Văn Ví Dụ, Phó Chủ tịch UBND xã chủ trì hội nghị.

        Vụ đông năm nay, toàn xã phấn đấu trồng 210 ha rau màu các loại; tiêm phòng đạt trên 90% tổng đàn trâu, bò.

        Phát biểu chỉ đạo, đồng chí Phó Chủ tịch yêu cầu các thôn rà soát chuồng trại, vận động nhân dân dự trữ thức ăn,
        không thả rông gia súc khi nhiệt độ xuống dưới 12 độ C.
    """)
    text = (
        "Kính gửi BBT,\r\n\r\nPhòng Kinh tế gửi tin hội nghị chiều nay.\r\n\r\n"
        "An Mẫu triển khai trồng cây vụ đông, chống rét cho vật nuôi\r\n\r\n"
        + "\r\n\r\n".join(body)
        + "\r\n\r\nTin: Bùi Thị Ngô - Phòng Kinh tế\r\nẢnh: Văn Sắn\r\n\r\n-- \r\nPhòng Kinh tế xã An Mẫu\r\n"
        "Email: kinhte@songmau.example\r\n"
    )
    return Contribution(
        why="Roundcube, chữ thường: hai dòng Tin:, Ảnh: của hai người; chữ ký sau gạch",
        raw=sent(KINH_TE, "tin hoi nghi vu dong", text, jpg("hoi nghi.jpg", 6), mailer="Roundcube Webmail/1.6.5"),
        articles=[
            Truth(
                title="An Mẫu triển khai trồng cây vụ đông, chống rét cho vật nuôi",
                body=body,
                byline="Tin: Bùi Thị Ngô - Phòng Kinh tế\nẢnh: Văn Sắn",
                photos={6: None},
            )
        ],
        never=("Kính gửi", "chiều nay", "Email:"),
    )


def pupils_with_photo_captions_beside_names() -> Contribution:
    body = paragraphs("""
        Chiều 18/11, Trường Tiểu học Bãi Mẫu đón 25 bác sĩ của Đoàn khám nha khoa lưu động về khám răng cho học sinh.

        Có 386 em được khám, 112 em được nhổ răng sữa, trám răng ngay tại trường. Mỗi em còn được tặng một bộ bàn chải
        và kem đánh răng.

        Hoạt động nằm trong chương trình "Nụ cười học đường" của nhà trường năm học 2026 - 2027.
    """)
    captions = ("Học sinh lớp 1 xếp hàng chờ khám", "Bác sĩ hướng dẫn cách chải răng")
    page = (
        '<div dir="ltr"><div>Dạ em chào anh chị, em là Yến, phụ trách tin bài của trường TH Bãi Mẫu, em gửi tin ạ.'
        '</div><div><br></div><div style="text-align:center"><b>Khám răng miễn phí cho học sinh Tiểu học Bãi Mẫu</b>'
        f"</div><div>{body[0]}</div><div>{body[1]}</div>"
        '<div style="text-align:center"><img src="cid:pic7" width="480"><br><i>Ảnh: ' + captions[0] + "</i></div>"
        '<div style="text-align:center"><img src="cid:pic8" width="480"><br><i>Ảnh: ' + captions[1] + "</i></div>"
        f'<div>{body[2]}</div><div style="text-align:right"><b>Hoàng Yến</b></div><div><br></div><div>Anh chị nhận '
        "được báo lại em với ạ. Em cảm ơn!</div></div>"
    )
    return Contribution(
        why="Gmail: chú thích bắt đầu bằng Ảnh: mà không phải tên người chụp; lời tự giới thiệu; lời nhờ báo lại",
        raw=sent(TIEU_HOC, "Tin khám răng", with_pictures(page, [7, 8]), date=FRIDAY),
        articles=[
            Truth(
                title="Khám răng miễn phí cho học sinh Tiểu học Bãi Mẫu",
                body=body,
                byline="Hoàng Yến",
                author="Hoàng Yến",
                photos={7: captions[0], 8: captions[1]},
            )
        ],
        never=("em là Yến", "báo lại em", "Em cảm ơn"),
    )


def old_teacher_sends_a_poem() -> Contribution:
    body = [
        "Bụi phấn rơi trên mái đầu đã bạc",
        "Bến sông xưa thầy đưa mấy chuyến đò",
        "Bao lớp trẻ qua sông rồi đi khắp",
        "Còn lại thầy bên bến vắng gió mưa",
        "Tháng mười một em về thăm trường cũ",
        "Hàng phượng già vẫn đỏ một góc sân",
    ]
    text = (
        "Nhân ngày Nhà giáo Việt Nam, tôi gửi Ban biên tập bài thơ nhỏ. Nếu được, nhờ BBT đăng ở trang văn nghệ.\n\n"
        "NGƯỜI ĐƯA ĐÒ\n\n" + "\n".join(body[:4]) + "\n\n" + "\n".join(body[4:]) + "\n\n"
        "Tác giả: Nguyễn Văn Hai (thôn Bãi Mẫu)\n"
    )
    return Contribution(
        why="bài thơ: lời nhờ một câu ở trên, Tác giả: tên và nơi ở trong ngoặc ở dưới",
        raw=sent(BAC_HAI, "Gửi bài thơ 20/11", text, date=FRIDAY),
        articles=[
            Truth(
                title="NGƯỜI ĐƯA ĐÒ",
                body=body,
                byline="Tác giả: Nguyễn Văn Hai (thôn Bãi Mẫu)",
                author="Nguyễn Văn Hai",
            )
        ],
        never=("nhờ BBT",),
    )


def collaborator_sends_a_story_alternative() -> Contribution:
    body = paragraphs("""
        Căn bếp nhỏ của bà Tòng Thị Hặc ở thôn Cầu Giả lúc nào cũng thơm mùi gừng. Hơn mười năm nay, bà giữ nghề làm
        mứt gừng truyền thống của gia đình.

        Mỗi vụ Tết, bà làm chừng ba tạ mứt. "Gừng phải chọn củ già, luộc ba lần nước rồi mới sên", bà Hặc nói.

        Năm nay, con gái bà mở trang bán hàng trên mạng, khách các tỉnh đặt đã kín đến giữa tháng Chạp.
    """)
    lines = [
        "Kính gửi anh Tuấn,",
        "Em gửi anh bài viết về mứt gừng Cầu Giả, anh xem có đăng được không ạ.",
        "Thơm cay mứt gừng Cầu Giả",
        *body,
        "Ghi chép của Gương Đỗ",
        "Em Gương",
    ]
    page = (
        '<div dir="ltr"><div>' + lines[0] + "</div><div>" + lines[1] + "</div><br><div><b>" + lines[2] + "</b></div>"
        + "".join(f"<div>{text}</div>" for text in lines[3:6])
        + f"<div><i>{lines[6]}</i></div><br><div>{lines[7]}</div></div>"
    )  # fmt: skip
    return Contribution(
        why="Gmail có cả chữ thường và HTML: Ghi chép của ... là tác giả; ký Em Gương",
        raw=sent(GUONG, "Bài mứt gừng", both("\n\n".join(lines), page), jpg("mut gung.jpg", 9), date=FRIDAY),
        articles=[
            Truth(
                title="Thơm cay mứt gừng Cầu Giả",
                body=body,
                byline="Ghi chép của Gương Đỗ",
                author="Gương Đỗ",
                photos={9: None},
            )
        ],
        never=("Kính gửi anh", "xem có đăng", "Em Gương"),
    )


def hamlet_telephone_with_title_on_the_first_line() -> Contribution:
    body = paragraphs("""
        Vừa qua thôn Đồng Thử khởi công xây cổng chào ở đầu thôn. Cổng rộng 6 m, cao 5,2 m, kinh phí 74 triệu đồng do
        bà con và con em đi làm ăn xa đóng góp.

        Dự kiến công trình hoàn thành trước Tết Nguyên đán.
    """)
    text = "Đồng Thử xây cổng chào\n\n" + "\n\n".join(body) + "\n\nTin ảnh Lường Mõ\n\nĐã gửi từ iPhone của tôi\n"
    return Contribution(
        why="iPhone: không lời chào, dòng đầu là tiêu đề; Tin ảnh Lường Mõ không dấu hai chấm; ảnh IMG_",
        raw=sent(DONG_THU, "Tin thôn", text, jpg("IMG_0921.jpeg", 12), date=THURSDAY),
        articles=[
            Truth(
                title="Đồng Thử xây cổng chào",
                body=body,
                byline="Tin ảnh Lường Mõ",
                author="Lường Mõ",
                photos={12: None},
            )
        ],
        never=("iPhone",),
    )


def nursery_with_emoji_and_captions_below() -> Contribution:
    body = paragraphs("""
        Hòa chung không khí chào mừng ngày 20/11, Trường Mầm non Hoa Mẫu tổ chức hội thi "Cô giáo tài năng duyên dáng"
        với sự tham gia của 18 cô giáo.

        Các cô trải qua ba phần thi: chào hỏi, năng khiếu và ứng xử sư phạm. Giải Nhất thuộc về cô Vi Thị Duyên, giáo
        viên lớp 5 tuổi B.

        Hội thi để lại nhiều ấn tượng đẹp trong lòng phụ huynh và các bé.
    """)
    captions = ("Phần thi chào hỏi của các cô", "Ban Giám hiệu trao giải Nhất cho cô Vi Thị Duyên")
    page = (
        '<div dir="ltr"><p>Em gửi tin trường em ạ 🌹</p><p>Hội thi “Cô giáo tài năng duyên dáng” Trường MN Hoa Mẫu</p>'
        + "".join(f"<p>{text}</p>" for text in body)
        + f'<p><img src="cid:pic1" alt="IMG_1.jpg"></p><p>{captions[0]}</p>'
        f'<p><img src="cid:pic2" alt="IMG_2.jpg"></p><p>{captions[1]}</p><p>TIN ẢNH: HOA MẪU</p>'
        "<p>Chúc anh chị BBT sức khỏe ạ!</p></div>"
    )
    return Contribution(
        why="Gmail: ảnh và chú thích chữ thường sau bài; TIN ẢNH: viết hoa; lời chúc cuối thư",
        raw=sent(MAM_NON, "MN Hoa Mẫu gửi tin hội thi", with_pictures(page, [1, 2]), date=THURSDAY),
        articles=[
            Truth(
                title="Hội thi “Cô giáo tài năng duyên dáng” Trường MN Hoa Mẫu",
                body=body,
                byline="TIN ẢNH: HOA MẪU",
                photos={1: captions[0], 2: captions[1]},
            )
        ],
        never=("Em gửi tin", "Chúc anh chị"),
    )


ALL = (
    office_announces_a_closed_road,
    school_teacher_by_yahoo,
    police_warning_pasted_from_word,
    economy_from_roundcube,
    pupils_with_photo_captions_beside_names,
    old_teacher_sends_a_poem,
    collaborator_sends_a_story_alternative,
    hamlet_telephone_with_title_on_the_first_line,
    nursery_with_emoji_and_captions_below,
)
