"""Letters written on telephones."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import DOAN, DONG_THU, GUONG, HPN, TRAM, both, jpg, sent
from tests.mail.making.mime import html


def iphone_with_divs() -> Contribution:
    body = paragraphs("""
        Chiều nay 11/10, Chi hội Phụ nữ thôn Cầu Giả ra mắt tổ "Chợ không túi ni lông" với 22 thành viên là các chị
        em bán hàng tại chợ Cầu.

        Mỗi gian hàng được phát 10 chiếc làn nhựa cho khách mượn, khách đặt cọc 20.000 đồng và nhận lại khi trả làn.
        Chị Vi Thị Thí Dụ, bán rau ở dãy giữa chợ nói ngày đầu đã có hơn ba mươi lượt khách mượn làn.

        Chi hội đặt mục tiêu đến cuối năm giảm một nửa lượng túi ni lông dùng ở chợ, sau đó vận động các hàng ăn
        sáng quanh chợ cùng tham gia.
    """)
    page = (
        '<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"></head><body dir="auto">'
        "Em chào chị ạ, em gửi tin của chi hội, chị xem giúp em nhé<div><br></div>"
        "<div><b>Ra mắt tổ chợ không túi ni lông ở thôn Cầu Giả</b></div><div><br></div>"
        + "".join(f"<div>{text}</div><div><br></div>" for text in body)
        + '<div>Người viết: Thí Dụ</div><div><br id="lineBreakAtBeginningOfSignature">'
        '<div dir="ltr">Đã gửi từ iPhone của tôi</div></div></body></html>'
    )
    return Contribution(
        why="iPhone: thẻ div, dòng trống là br, chữ ký của máy",
        raw=sent(GUONG, "Tin chi hội Cầu Giả", html(page), jpg("IMG_4410.jpeg", 5), mailer="iPhone Mail (23A341)"),
        articles=[
            Truth(
                title="Ra mắt tổ chợ không túi ni lông ở thôn Cầu Giả",
                body=body,
                byline="Người viết: Thí Dụ",
                author="Thí Dụ",
                unit="Hội Phụ nữ",
                photos={5: None},
            )
        ],
        never=("Em chào chị", "xem giúp", "iPhone"),
    )


def android_gmail() -> Contribution:
    body = paragraphs("""
        Trong hai ngày 7 và 8/10/2026, Trạm Y tế xã tổ chức chiến dịch uống vitamin A đợt 2 cho trẻ từ 6 đến 36
        tháng tuổi tại 7 điểm nhà văn hóa thôn.

        Kết quả, 412 trên tổng số 420 trẻ trong độ tuổi được uống, đạt 98,1%; 8 trẻ còn lại đang ốm sẽ được uống vét
        tại trạm vào ngày 15/10. Cùng dịp này, các mẹ được cân, đo chiều cao cho con và nghe hướng dẫn nấu bột đủ
        bốn nhóm chất từ thực phẩm có sẵn trong vườn nhà.
    """)
    lines = [
        "Trạm gửi tin nhờ BBT đăng ạ.",
        "",
        "412 trẻ em xã An Mẫu được uống vitamin A",
        "",
        *"\n\n".join(body).split("\n"),
        "",
        "Y sĩ Nông Thị Tạm Gọi",
        "",
        "Vào 16:02, Th 5, 8 thg 10, 2026 BBT An Mẫu <bbt.anmau@songmau.example> đã viết:",
        "> Đề nghị Trạm gửi tin về chiến dịch vitamin A trong ngày.",
    ]
    page = (
        '<div dir="auto">Trạm gửi tin nhờ BBT đăng ạ.<div dir="auto"><br></div>'
        '<div dir="auto">412 trẻ em xã An Mẫu được uống vitamin A</div><div dir="auto"><br></div>'
        + '<div dir="auto"><br></div>'.join(f'<div dir="auto">{text}</div>' for text in body)
        + '<div dir="auto"><br></div><div dir="auto">Y sĩ Nông Thị Tạm Gọi</div></div><br>'
        '<div class="gmail_quote"><div dir="ltr" class="gmail_attr">Vào 16:02, Th 5, 8 thg 10, 2026 BBT An Mẫu '
        '&lt;<a href="mailto:bbt.anmau@songmau.example">bbt.anmau@songmau.example</a>&gt; đã viết:<br></div>'
        '<blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px #ccc solid;padding-left:1ex">'
        "Đề nghị Trạm gửi tin về chiến dịch vitamin A trong ngày.</blockquote></div>"
    )
    return Contribution(
        why="Gmail trên Android: trả lời thư nhắc của Ban biên tập, tên người gửi đứng riêng ở cuối",
        raw=sent(
            TRAM, "Re: Đề nghị gửi tin vitamin A", both("\n".join(lines), page), jpg("IMG_20261008_081502.jpg", 6)
        ),
        articles=[
            Truth(
                title="412 trẻ em xã An Mẫu được uống vitamin A",
                body=body,
                unit="Trạm Y tế",
                photos={6: None},
            )
        ],
        never=("nhờ BBT", "đã viết", "Đề nghị Trạm", "Tạm Gọi"),
    )


def samsung_all_in_one_paragraph() -> Contribution:
    body = [
        "Sáng 10/10 tại ao sen trước đình làng, thôn Đồng Thử tổ chức giải bơi chải truyền thống lần thứ 11.",
        "Năm nay có 9 đội thuyền nam và 4 đội thuyền nữ, mỗi thuyền 12 tay chèo, thi cự ly 600 m.",
        (
            "Sau gần 3 giờ tranh tài sôi nổi dưới tiếng trống hội, giải Nhất thuyền nam thuộc về đội xóm Đông, giải "
            "Nhất "
            "thuyền nữ thuộc về đội xóm Chùa."
        ),
        "Giải bơi là dịp để bà con giữ nếp cũ của ông cha và rèn luyện sức khỏe.",
    ]
    page = (
        "<div>Kính gửi BBT</div><div>SÔI NỔI GIẢI BƠI CHẢI THÔN ĐỒNG THỬ</div><div>"
        + "<br>".join(body)
        + '</div><div><br></div><div>Đức Tạm Đặt</div><div><br></div><div id="composer_signature" dir="auto">'
        '<div style="font-size:12px;color:#575757">Được gửi từ điện thoại thông minh Samsung Galaxy của '
        "tôi.</div></div>"
    )
    return Contribution(
        why="điện thoại Samsung: các câu cách nhau bằng br trong một div",
        raw=sent(
            DONG_THU, "(không có chủ đề)", html(page), jpg("20261010_093011.jpg", 7), jpg("20261010_094522.jpg", 8)
        ),
        articles=[
            Truth(
                title="SÔI NỔI GIẢI BƠI CHẢI THÔN ĐỒNG THỬ",
                body=body,
                unit="Thôn Đồng Thử",
                photos={7: None, 8: None},
            )
        ],
        never=("Kính gửi", "Samsung"),
    )


def plain_from_a_phone_with_numbers() -> Contribution:
    body = [
        (
            'Ngày 03/10/2026, Hội Liên hiệp Phụ nữ xã tổ chức hội thi "Bữa cơm gia đình ấm áp yêu thương". '
            "Dự thi có 8 đội đến "
            "từ 8 chi hội, mỗi đội 3 người."
        ),
        "Các đội trải qua hai phần thi:",
        "1. Thi nấu mâm cơm 6 người ăn với số tiền không quá 180.000 đồng.",
        "2. Thi thuyết trình về ý nghĩa bữa cơm gia đình.",
        (
            "Kết quả, chi hội Bãi Mẫu đoạt giải Nhất, chi hội Đồng Thử giải Nhì, hai chi hội Cầu Giả và Xóm "
            "Mới đồng giải Ba."
        ),
    ]
    text = (
        "Hội thi bữa cơm gia đình ấm áp yêu thương tại xã An Mẫu\n"
        + "\n".join(body)
        + "\nTin và ảnh: Mai Hình Dung\n\nSent from my Samsung Galaxy smartphone.\n"
    )
    return Contribution(
        why="không lời chào, danh sách đánh số gõ tay, chữ ký điện thoại tiếng Anh",
        raw=sent(HPN, "tin HPN", text, jpg("1.jpg", 9)),
        articles=[
            Truth(
                title="Hội thi bữa cơm gia đình ấm áp yêu thương tại xã An Mẫu",
                body=body,
                byline="Tin và ảnh: Mai Hình Dung",
                author="Mai Hình Dung",
                genre="Tin",
                photos={9: None},
            )
        ],
        never=("Samsung",),
    )


def a_few_photos_and_two_lines() -> Contribution:
    body = [
        (
            "Chiều 12/10 đoàn xã ra quân dọn vệ sinh bờ kênh Bờ Gạo, có 35 bạn tham gia, thu được gần 40 bao "
            "rác, trồng thêm "
            "120 m hoa mười giờ dọc bờ kênh phía nhà văn hóa thôn Cầu Giả."
        )
    ]
    return Contribution(
        why="chỉ có vài dòng và ảnh, chưa thành bài: không tiêu đề",
        raw=sent(
            DOAN,
            "ảnh",
            body[0] + "\n\nGửi từ Zalo trên điện thoại\n",
            jpg("z6111111111111_0f0f.jpg", 10),
            jpg("z6111111111112_0e0e.jpg", 11),
            date="Mon, 12 Oct 2026 19:02:00 +0700",
        ),
        articles=[Truth(title=None, body=body, photos={10: None, 11: None})],
        never=("Zalo",),
    )


ALL = (
    iphone_with_divs,
    android_gmail,
    samsung_all_in_one_paragraph,
    plain_from_a_phone_with_numbers,
    a_few_photos_and_two_lines,
)
