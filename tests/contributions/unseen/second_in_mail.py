"""Letters of the second batch: a list's footer, a signature in a table, forms, forwards from phones."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import GUONG, HND, HPN, TRAM, both, jpg, sent
from tests.contributions.unseen.senders import BAC_HAI, CONG_DOAN
from tests.mail.making.mime import html


def footer_of_a_mailing_list() -> Contribution:
    body = paragraphs("""
        Sáng 01/11, tại đình Đồng Thử, Hội Nông dân xã tổ chức ngày hội "Hạt giống của bà". Hơn 40 gia đình mang đến
        112 giống cây bản địa được giữ qua nhiều đời như lạc đỏ, đỗ nho nhe, bí chuông, nếp cái mờ.

        Mỗi giống được dán tên, ghi cách gieo trồng và tên người giữ giống. Ban tổ chức trao bằng khen cho cụ Cầm Thị
        Lúa Mẹ, 91 tuổi, người giữ được nhiều giống nhất.
    """)
    text = (
        "Kính gửi các anh chị,\nHội Nông dân gửi tin để các anh chị đăng giúp.\n\n"
        "Ngày hội “Hạt giống của bà”\n\n" + "\n\n".join(body) + "\n\nTin: Hội ND xã\n\nThân mến.\n\n"
        "-- \n"
        "Bạn nhận được thư này vì bạn đã đăng ký vào nhóm “Tin bài An Mẫu” trên Google Groups.\n"
        "Để hủy đăng ký khỏi nhóm này và ngừng nhận email từ nhóm, hãy gửi email đến tinbai+huy@nhom.example.\n"
        "Để xem cuộc thảo luận này, hãy truy cập https://nhom.example/d/msgid/tinbai/77.\n"
    )
    return Contribution(
        why="thư gửi qua nhóm Google: phần chân thư của nhóm; lời chào gửi các anh chị",
        raw=sent(HND, "[Tin bài An Mẫu] Tin ngày hội hạt giống", text),
        articles=[Truth(title="Ngày hội “Hạt giống của bà”", body=body, byline="Tin: Hội ND xã")],
        never=("Kính gửi", "Thân mến", "Google Groups", "hủy đăng ký"),
    )


def signature_in_a_table() -> Contribution:
    body = paragraphs("""
        Công đoàn phường Bến Thử vừa ký thỏa thuận phúc lợi với ba đơn vị, gồm phòng khám, siêu thị và cửa hàng điện
        máy. Theo đó, 1.860 đoàn viên được giảm từ 5 đến 20% khi khám bệnh, mua sắm.

        Đoàn viên chỉ cần xuất trình thẻ đoàn viên điện tử trên điện thoại. Chương trình áp dụng từ ngày 05/11/2026
        đến hết ngày 31/12/2027.
    """)
    page = (
        '<html><body style="font-family:Calibri"><p>Dear BBT,</p><p>Công đoàn phường gửi tin để BBT đăng trên '
        "trang.</p>"
        '<p style="font-size:16pt"><b>Ký thỏa thuận phúc lợi cho 1.860 đoàn viên công đoàn</b></p>'
        + "".join(f"<p style='text-align:justify'>{text}</p>" for text in body)
        + "<p><b><i>Tin, bài: Ban Chính sách</i></b></p>"
        "<p>Thanks &amp; Best regards,</p>"
        '<table border="0" cellpadding="4"><tr><td rowspan="3"><b>LĐ</b></td><td><b>Ma Thị Phúc Lợi (Ms.)</b></td></tr>'
        "<tr><td>Phó Chủ tịch | Công đoàn phường Bến Thử</td></tr>"
        "<tr><td>M: 0900 000 071 | E: <a "
        'href="mailto:congdoan.benthu@songmau.example">congdoan.benthu@songmau.example</a>'
        "</td></tr></table>"
        '<p style="font-size:8pt;color:#999">CONFIDENTIALITY NOTICE: The contents of this email message and '
        "any attachments "
        "are intended solely for the addressee(s) and may contain confidential information. If you are not the "
        "intended "
        "recipient, please delete it.</p></body></html>"
    )
    return Contribution(
        why="chữ ký là bảng HTML có chức danh, điện thoại; lời kết tiếng Anh; thông báo bảo mật viết hoa",
        raw=sent(CONG_DOAN, "Tin thỏa thuận phúc lợi", html(page), mailer="Microsoft Outlook 16.0"),
        articles=[
            Truth(
                title="Ký thỏa thuận phúc lợi cho 1.860 đoàn viên công đoàn",
                body=body,
                byline="Tin, bài: Ban Chính sách",
            )
        ],
        never=("Dear BBT", "Best regards", "Phúc Lợi (Ms.)", "CONFIDENTIALITY", "0900 000 071", "gửi tin để"),
    )


def form_with_labels_and_captions() -> Contribution:
    body = paragraphs("""
        Từ ngày 26 đến 30/10, Hội LHPN xã An Mẫu mở lớp dạy nghề làm bánh cho 30 phụ nữ chưa có việc làm ổn định. Học
        viên được học cách làm 15 loại bánh ngọt, bánh mặn và cách bán hàng trên mạng xã hội.

        Sau lớp học, Hội hỗ trợ thành lập tổ hợp tác "Bếp An", kết nối vay vốn 20 triệu đồng mỗi người với lãi suất ưu
        đãi.
    """)
    sapo = "Lớp học ngắn ngày mở ra cho nhiều chị em An Mẫu một cái nghề có thể làm ngay tại căn bếp nhà mình."
    text = (
        "Dạ em gửi BBT tin theo mẫu ạ.\n\n"
        "TIÊU ĐỀ: Nghề mới từ căn bếp nhỏ\n"
        f"TÓM TẮT: {sapo}\n"
        "NỘI DUNG:\n" + "\n".join(body) + "\n"
        "CHÚ THÍCH ẢNH 1: Học viên thực hành làm bánh bông lan\n"
        "CHÚ THÍCH ẢNH 2: Sản phẩm của lớp học\n"
        "TÁC GIẢ: Vi Thị Bột Nở\n"
        "CHUYÊN MỤC: Mặt trận - đoàn thể\n\n"
        "Em cảm ơn BBT nhiều ạ, chúc BBT ngày làm việc hiệu quả.\n"
    )
    return Contribution(
        why="mẫu tin có nhãn viết hoa, kể cả chú thích ảnh; chuyên mục đứng cuối, sau tác giả",
        raw=sent(HPN, "Tin lớp dạy nghề làm bánh", text, jpg("Ảnh 2.jpg", 11), jpg("Ảnh 1.jpg", 10)),
        articles=[
            Truth(
                title="Nghề mới từ căn bếp nhỏ",
                summary=sapo,
                body=body,
                byline="TÁC GIẢ: Vi Thị Bột Nở",
                author="Vi Thị Bột Nở",
                photos={10: "Học viên thực hành làm bánh bông lan", 11: "Sản phẩm của lớp học"},
            )
        ],
        never=("theo mẫu", "CHUYÊN MỤC", "Em cảm ơn", "TIÊU ĐỀ"),
    )


def forwarded_from_an_iphone() -> Contribution:
    body = paragraphs("""
        Chiều nay 30/10, bà con tổ liên gia số 4 thôn Bãi Mẫu cùng nhau dựng lại căn bếp cho cụ Phùng Thị Khói Lam sau
        trận lốc đêm 28/10. Người góp tre, người góp ngói, ai không có thì góp công.

        Đến năm giờ chiều, bếp đã đỏ lửa. Nồi cơm đầu tiên cụ nấu đãi mười hai người thợ không công.
    """)
    text = (
        "Chị chuyển BBT tin của tổ 4 nhé, chị thấy viết mộc mạc mà hay.\n\nGửi từ iPhone của tôi\n\n"
        "Bắt đầu thư được chuyển tiếp:\n\n"
        "> Từ: Tổ 4 Bãi Mẫu <to4@thu-ca-nhan.example>\n> Ngày: 19:44:10 GMT+7 Ngày 30 tháng 10 năm 2026\n"
        "> Đến: guong.do@thu-ca-nhan.example\n> Chủ đề: Bếp của cụ Lam\n>\n"
        "> Bếp của cụ Lam\n>\n> " + "\n>\n> ".join(body) + "\n>\n> Người viết: tổ trưởng Sáu\n"
    )
    return Contribution(
        why="iPhone chuyển tiếp: Bắt đầu thư được chuyển tiếp, nội dung đều có dấu > ở đầu dòng",
        raw=sent(GUONG, "Fwd: Bếp của cụ Lam", text),
        articles=[Truth(title="Bếp của cụ Lam", body=body, byline="Người viết: tổ trưởng Sáu")],
        never=("chị thấy", "iPhone", "Chủ đề"),
    )


def health_advice_from_zimbra() -> Contribution:
    body = [
        "Thời tiết giao mùa, bệnh tay chân miệng có nguy cơ bùng phát. Trạm Y tế xã An Mẫu khuyến cáo:",
        "Rửa tay thường xuyên bằng xà phòng cho cả người lớn và trẻ em.",
        "Ăn chín, uống chín; không mớm cơm, không dùng chung thìa bát.",
        "Lau sàn nhà, đồ chơi bằng dung dịch khử khuẩn hai lần mỗi tuần.",
        "Khi trẻ sốt cao trên 39 độ, giật mình, nôn nhiều phải đưa ngay đến cơ sở y tế.",
        "Bệnh hiện chưa có thuốc điều trị đặc hiệu, vì vậy phòng bệnh vẫn là cách tốt nhất để bảo vệ trẻ.",
    ]
    page = (
        '<html><body><div style="font-family: arial, helvetica, sans-serif; font-size: 12pt; color: #000000">'
        "<div>Trạm Y tế kính gửi BBT bài tuyên truyền phòng bệnh.<br></div><div><br></div>"
        '<div style="text-align: center;"><span style="font-size: 18pt;">Chủ động phòng bệnh tay chân '
        "miệng</span></div>"
        f"<div>{body[0]}</div><ul>" + "".join(f"<li>{text}</li>" for text in body[1:5]) + f"</ul><div>{body[5]}</div>"
        '<div style="text-align: right;"><em>TYT An Mẫu</em></div><div><br></div><div>Trân trọng kính chào!<br></div>'
        "<div>-------------------------------</div><div>Trạm Y tế xã An Mẫu</div>"
        "<div>Đường dây nóng: 0900 000 072</div></div></body></html>"
    )
    return Contribution(
        why="Zimbra: tiêu đề chữ to căn giữa không đậm; danh sách chấm; ký tên đơn vị căn phải; chữ ký sau gạch",
        raw=sent(TRAM, "Tuyên truyền TCM", html(page), mailer="Zimbra 8.8.15_GA_4717"),
        articles=[Truth(title="Chủ động phòng bệnh tay chân miệng", body=body, byline="TYT An Mẫu")],
        never=("kính gửi BBT", "kính chào", "0900 000 072"),
    )


def below_the_quoted_letter() -> Contribution:
    body = paragraphs("""
        Ngày 27/10, Ban đại diện Hội Người cao tuổi thôn Xóm Mới tổ chức giải cờ tướng chào mừng Ngày người cao tuổi.
        Ba mươi hai kỳ thủ tuổi từ 60 đến 84 thi đấu loại trực tiếp trong hai ngày.

        Giải Nhất thuộc về cụ Nùng Văn Pháo Đầu, người từng ba lần vô địch. Cụ dành tiền thưởng mua bộ cờ lớn tặng nhà
        văn hóa thôn.
    """)
    quoted = (
        "> Kính gửi bác Hai,\n> BBT đã nhận được ảnh giải cờ nhưng chưa có bài. Nhờ bác viết mấy dòng gửi "
        "BBT.\n> Trân trọng.\n"
    )
    text = (
        "Vào Thứ Tư, 28 thg 10, 2026 lúc 08:15 BBT An Mẫu <bbt.anmau@songmau.example> đã viết:\n"
        + quoted
        + "\nBác viết thế này, các cháu xem có được không:\n\nGiải cờ tướng người cao tuổi thôn Xóm Mới\n\n"
        + "\n\n".join(body)
        + "\n\nBác Hai\n"
    )
    page = (
        '<div dir="ltr"><div class="gmail_quote"><div dir="ltr" class="gmail_attr">Vào Thứ Tư, 28 thg 10, 2026 '
        "lúc 08:15 BBT "
        "An Mẫu &lt;<a href=mailto:bbt.anmau@songmau.example>bbt.anmau@songmau.example</a>&gt; đã viết:<br></div>"
        '<blockquote class="gmail_quote" style="margin:0 0 0 .8ex">Kính gửi bác Hai,<br>BBT đã nhận được ảnh '
        "giải cờ nhưng "
        "chưa có bài. Nhờ bác viết mấy dòng gửi BBT.<br>Trân trọng.</blockquote></div>"
        "<div>Bác viết thế này, các cháu xem có được không:</div><div><br></div>"
        "<div>Giải cờ tướng người cao tuổi thôn Xóm Mới</div><div><br></div>"
        + "".join(f"<div>{text}</div><div><br></div>" for text in body)
        + "<div>Bác Hai</div></div>"
    )
    return Contribution(
        why="trả lời bên dưới thư được trích; lời nhắn mở đầu và tên người gửi ở cuối",
        raw=sent(BAC_HAI, "Re: Ảnh giải cờ", both(text, page), jpg("20261027_co.jpg", 12)),
        articles=[Truth(title="Giải cờ tướng người cao tuổi thôn Xóm Mới", body=body, photos={12: None})],
        never=("chưa có bài", "các cháu xem", "Bác Hai"),
    )


ALL = (
    footer_of_a_mailing_list,
    signature_in_a_table,
    form_with_labels_and_captions,
    forwarded_from_an_iphone,
    health_advice_from_zimbra,
    below_the_quoted_letter,
)
