"""Letters of the eleventh batch whose text stands in the mail itself: one more ordinary week of November."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import (
    DOAN,
    HND,
    HPN,
    NGUOI_DAN,
    TRAM,
    VHXH,
    jpg,
    sent,
    with_pictures,
)
from tests.contributions.unseen.senders import MTTQ
from tests.mail.making.mime import html
from tinbai.kind import Kind

MONDAY = "Mon, 16 Nov 2026 15:40:12 +0700"
THURSDAY = "Thu, 19 Nov 2026 09:05:33 +0700"


def front_answers_the_weekly_reminder() -> Contribution:
    body = paragraphs("""
        Tối 15/11, khu dân cư Bãi Mẫu tổ chức Ngày hội Đại đoàn kết toàn dân tộc. Đến dự có đồng chí Lê Thị Thử, Phó Bí
        thư Đảng ủy, Chủ tịch UBND xã cùng đông đảo nhân dân trong thôn.

        Năm qua, Bãi Mẫu có 187/201 hộ đạt danh hiệu Gia đình văn hóa, không còn hộ nghèo. Nhân dân đóng góp 318 triệu
        đồng và hơn 600 ngày công làm đường, sửa nhà văn hóa.

        Tại ngày hội, 12 hộ tiêu biểu được biểu dương. Phần hội diễn ra sôi nổi với các trò kéo co, đẩy gậy, bịt mắt
        đánh trống.
    """)
    page = (
        '<html><body><div style="font-family: times new roman, serif; font-size: 14pt; color: #000000">'
        "<div>Kính gửi đ/c Thảo, em gửi tin Đại đoàn kết của Bãi Mẫu theo nhắc của BBT ạ.</div><div><br></div>"
        "<div><strong>Khu dân cư Bãi Mẫu vui Ngày hội Đại đoàn kết</strong></div>"
        + "".join(f"<div>{text}</div>" for text in body)
        + "<div><em>Tin, ảnh: Hoàng Văn Kiên - UBMTTQ xã</em></div><div><br></div><div>Em cảm ơn chị ạ!</div>"
        '<hr id="zwchr"><div><b>Từ: </b>"BBT An Mẫu" &lt;bbt.anmau@songmau.example&gt;<br><b>Đến: </b>mttq'
        "@songmau.example, hpn@songmau.example<br><b>Đã gửi: </b>Thứ Hai, 16 Tháng Mười Một 2026 08:02:11<br>"
        "<b>Chủ đề: </b>Nhắc gửi tin, bài tuần 47<br></div><div><br></div><div>Đề nghị các đơn vị gửi tin, bài tuần 47 "
        "về BBT trước 16h00 thứ Năm.</div></div></body></html>"
    )
    return Contribution(
        why="Zimbra: trả lời thư nhắc gửi tin, bài ở trên thư cũ; tiêu đề đậm căn trái; tên tác giả - cơ quan",
        raw=sent(MTTQ, "Re: Nhắc gửi tin, bài tuần 47", html(page), jpg("DSC_0412.JPG", 1), date=MONDAY),
        articles=[
            Truth(
                title="Khu dân cư Bãi Mẫu vui Ngày hội Đại đoàn kết",
                body=body,
                byline="Tin, ảnh: Hoàng Văn Kiên - UBMTTQ xã",
                author="Hoàng Văn Kiên",
                photos={1: None},
            )
        ],
        never=("Kính gửi", "theo nhắc", "Em cảm ơn", "tuần 47"),
    )


def youth_writes_the_title_in_the_subject() -> Contribution:
    body = paragraphs("""
        Sáng Chủ nhật 15/11, hơn 60 đoàn viên Đoàn xã An Mẫu có mặt tại bờ kè sông Mẫu để thu gom rác, phát quang bụi
        rậm. Sau ba giờ làm việc, các bạn trẻ gom được gần hai tấn rác.

        Bí thư Đoàn xã cho biết từ nay đến cuối năm, mỗi chi đoàn sẽ nhận chăm sóc một đoạn kè dài 200 m.
    """)
    page = (
        f'<div dir="auto">{body[0]}<div dir="auto"><br></div><div dir="auto">{body[1]}</div><div dir="auto"><br></div>'
        '<div dir="auto">Cầm Thị Xanh</div><div dir="auto"><br></div><div dir="auto">Ảnh em gửi kèm bên dưới ạ</div>'
        "</div>"
    )
    return Contribution(
        why="Gmail trên điện thoại: tiêu đề chỉ có ở chủ đề thư, bài bắt đầu ngay; tên người gửi; ảnh kèm",
        raw=sent(
            DOAN,
            "Tuổi trẻ An Mẫu làm sạch bờ kè sông Mẫu",
            html(page),
            jpg("20261115_073344.jpg", 2),
            jpg("20261115_081020.jpg", 3),
            date=MONDAY,
        ),
        articles=[Truth(title="Tuổi trẻ An Mẫu làm sạch bờ kè sông Mẫu", body=body, photos={2: None, 3: None})],
        never=("gửi kèm bên dưới",),
    )


def clinic_in_outlook_with_two_pictures() -> Contribution:
    body = paragraphs("""
        Ngày 17/11, Trạm Y tế xã An Mẫu phối hợp Bệnh viện Mắt tỉnh Sông Mẫu khám sàng lọc đục thủy tinh thể cho 143
        người cao tuổi trên địa bàn.

        Qua khám, các bác sĩ phát hiện 19 trường hợp cần phẫu thuật, trong đó 7 trường hợp được đưa đi mổ ngay trong
        tuần bằng xe của bệnh viện.

        Toàn bộ chi phí khám và mổ được Quỹ Bảo hiểm y tế và nhà hảo tâm chi trả.
    """)
    captions = ("Bác sĩ Bệnh viện Mắt tỉnh khám cho người cao tuổi", "Người dân chờ đến lượt khám tại Trạm Y tế xã")
    mso = '<p class="MsoNormal" style="text-align:justify;text-indent:36.0pt"><span>{}<o:p></o:p></span></p>'
    shown = (
        '<p class="MsoNormal" align="center" style="text-align:center"><img width="500" height="333" '
        'id="Picture_x0020_{0}" src="cid:pic{0}"><o:p></o:p></p><p class="MsoNormal" align="center" '
        'style="text-align:center"><i>{1}<o:p></o:p></i></p>'
    )
    page = (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"><body lang="VI"><div class="WordSection1">'
        '<p class="MsoNormal">Kính gửi: Ban biên tập Trang thông tin điện tử xã<o:p></o:p></p>'
        '<p class="MsoNormal">Trạm Y tế kính chuyển tin hoạt động ngày 17/11. Đề nghị BBT đăng giúp.<o:p></o:p></p>'
        '<p class="MsoNormal"><o:p>&nbsp;</o:p></p>'
        '<p class="MsoNormal" align="center" style="text-align:center"><b>143 NGƯỜI CAO TUỔI ĐƯỢC KHÁM MẮT MIỄN PHÍ'
        "<o:p></o:p></b></p>"
        + mso.format(body[0])
        + shown.format(4, captions[0])
        + mso.format(body[1])
        + shown.format(5, captions[1])
        + mso.format(body[2])
        + '<p class="MsoNormal" align="right" style="text-align:right"><b>TYT An Mẫu<o:p></o:p></b></p>'
        '<p class="MsoNormal"><o:p>&nbsp;</o:p></p><p class="MsoNormal">Trân trọng,<o:p></o:p></p>'
        '<p class="MsoNormal"><b>Điêu Thị Sáng</b> | Điều dưỡng<o:p></o:p></p><p class="MsoNormal">Trạm Y tế xã An Mẫu'
        "<o:p></o:p></p><p class='MsoNormal'>M: 0900 000 231<o:p></o:p></p></div></body></html>"
    )
    return Contribution(
        why="Outlook: hai ảnh giữa bài, chú thích nghiêng; TYT An Mẫu đậm căn phải; chữ ký có gạch đứng",
        raw=sent(TRAM, "Tin khám mắt người cao tuổi", with_pictures(page, [4, 5]), mailer="Microsoft Outlook 16.0"),
        articles=[
            Truth(
                title="143 NGƯỜI CAO TUỔI ĐƯỢC KHÁM MẮT MIỄN PHÍ",
                body=body,
                byline="TYT An Mẫu",
                photos={4: captions[0], 5: captions[1]},
            )
        ],
        never=("Kính gửi", "kính chuyển", "Điêu Thị Sáng", "0900 000 231"),
    )


def culture_forwards_a_school() -> Contribution:
    body = paragraphs("""
        Sáng 16/11, Trường Tiểu học Bãi Mẫu tổ chức Ngày hội đọc sách với chủ đề "Mỗi trang sách - một chân trời". Gần
        400 học sinh tham gia đổi sách, kể chuyện theo tranh và thi xếp sách nghệ thuật.

        Nhân dịp này, phụ huynh các lớp ủng hộ tủ sách dùng chung 215 cuốn truyện.

        Em Lò Thị Sách, lớp 5A chia sẻ: "Em đổi được ba cuốn truyện mà em thích từ lâu".
    """)
    page = (
        '<div dir="ltr">Chị chuyển BBT tin của TH Bãi Mẫu nhé, chị xem thấy nội dung ổn rồi.<br><br>'
        '<div class="gmail_quote"><div dir="ltr" class="gmail_attr">---------- Forwarded message ---------<br>Từ: '
        '<strong class="gmail_sendername" dir="auto">TH Bãi Mẫu</strong> <span dir="auto">&lt;th.baimau@songmau'
        ".example&gt;</span><br>Date: 10:31, Th 3, 17 thg 11, 2026<br>Subject: Tin ngày hội đọc sách<br>To: vhxh"
        ' &lt;vhxh@songmau.example&gt;<br></div><br><br><div dir="ltr"><div>Trường TH Bãi Mẫu kính gửi quý phòng tin '
        "bài sau:</div><div><br></div><div><b>Rộn ràng Ngày hội đọc sách ở Trường Tiểu học Bãi Mẫu</b></div><div><br>"
        "</div>"
        + "".join(f"<div>{text}</div><div><br></div>" for text in body)
        + "<div><b>Bài và ảnh: Nông Thị Hiền</b></div></div></div></div>"
    )
    return Contribution(
        why="phòng chuyển tiếp thư của trường bằng Gmail (HTML), bài nằm trong thư gốc",
        raw=sent(VHXH, "Fwd: Tin ngày hội đọc sách", html(page), jpg("ngay hoi doc sach.jpg", 6), date=THURSDAY),
        articles=[
            Truth(
                title="Rộn ràng Ngày hội đọc sách ở Trường Tiểu học Bãi Mẫu",
                body=body,
                byline="Bài và ảnh: Nông Thị Hiền",
                author="Nông Thị Hiền",
                photos={6: None},
            )
        ],
        never=("Chị chuyển", "kính gửi quý phòng", "Forwarded"),
    )


def women_with_three_short_items() -> Contribution:
    first = paragraphs("""
        Ngày 14/11, chi hội phụ nữ thôn Cầu Giả ra mắt mô hình "Biến rác thành tiền". Ngay buổi đầu, 52 chị em mang đến
        96 kg vỏ lon, giấy vụn; số tiền bán được 410.000 đồng nhập quỹ giúp hội viên nghèo.
    """)
    second = paragraphs("""
        Chiều 15/11, Hội LHPN xã trao 2 con bò giống cho chị Lù Thị Pà và chị Giàng Thị Dợ ở thôn Đồng Thử. Mỗi con trị
        giá 16 triệu đồng, do Hội vận động doanh nghiệp hỗ trợ.
    """)
    third = paragraphs("""
        Từ ngày 16 đến 18/11, lớp dạy nghề đan lát mây tre do Hội LHPN xã phối hợp mở tại thôn Xóm Mới thu hút 30 học
        viên. Sau khóa học, hợp tác xã Mây tre An Mẫu cam kết thu mua sản phẩm.
    """)
    text = (
        "Kính gửi BBT,\nHội LHPN xã gửi BBT 03 tin trong tuần, kèm 3 ảnh (tên ảnh theo số thứ tự tin).\n\n"
        "1. Cầu Giả ra mắt mô hình “Biến rác thành tiền”\n" + first[0] + "\n\n"
        "2. Trao bò giống cho phụ nữ nghèo\n" + second[0] + "\n\n"
        "3. Mở lớp dạy nghề đan lát mây tre\n" + third[0] + "\n\n"
        "Trân trọng!\nT/M BTV Hội\nChủ tịch\nĐỗ Thị Gương\n"
    )
    return Contribution(
        why="ba tin đánh số 1. 2. 3. trong thư, tiêu đề liền nội dung; ảnh tin 1, tin 2, tin 3; ký T/M BTV Hội",
        raw=sent(
            HPN,
            "Hội LHPN xã gửi tin tuần 47",
            text,
            jpg("tin 1.jpg", 7),
            jpg("tin 2.jpg", 8),
            jpg("tin 3.jpg", 9),
            date=THURSDAY,
        ),
        articles=[
            Truth(title="Cầu Giả ra mắt mô hình “Biến rác thành tiền”", body=first, photos={7: None}),
            Truth(title="Trao bò giống cho phụ nữ nghèo", body=second, photos={8: None}),
            Truth(title="Mở lớp dạy nghề đan lát mây tre", body=third, photos={9: None}),
        ],
        never=("Kính gửi", "tên ảnh theo", "T/M BTV", "Đỗ Thị Gương"),
    )


def farmers_with_captions_by_file_name() -> Contribution:
    body = paragraphs("""
        Sáng 18/11, Hội Nông dân xã An Mẫu tổ chức hội thảo đầu bờ giống lúa nếp thơm vụ mùa 2026 tại cánh đồng Nà Sang.
        Dự hội thảo có 70 nông dân của năm thôn.

        Theo đánh giá, giống lúa mới cứng cây, ít sâu bệnh, năng suất đạt 58 tạ một ha, cao hơn giống cũ 6 tạ. Thương
        lái đặt mua tại ruộng với giá 11.000 đồng một kg.

        Hội Nông dân xã đề nghị các chi hội đăng ký diện tích gieo cấy vụ tới trước ngày 10/12.
    """)
    text = (
        "Kính gửi Ban Biên tập!\n\nTin: HỘI THẢO ĐẦU BỜ GIỐNG LÚA NẾP THƠM\n\n"
        + "\n\n".join(body)
        + "\n\nTin ảnh: Đinh Văn Thư Từ - CT HND xã\n\n"
        "Chú thích ảnh:\n- IMG_4471: Nông dân thăm ruộng lúa nếp thơm\n- IMG_4480: Cân năng suất tại ruộng\n\n"
        "BBT biên tập giúp, xin cảm ơn.\n"
    )
    return Contribution(
        why="chú thích cuối thư ghi theo tên tệp ảnh IMG_4471; Tin: đứng trước tiêu đề hoa; Tin ảnh: tên - chức vụ",
        raw=sent(HND, "tin hoi thao dau bo", text, jpg("IMG_4480.jpg", 11), jpg("IMG_4471.jpg", 10), date=THURSDAY),
        articles=[
            Truth(
                title="HỘI THẢO ĐẦU BỜ GIỐNG LÚA NẾP THƠM",
                body=body,
                byline="Tin ảnh: Đinh Văn Thư Từ - CT HND xã",
                author="Đinh Văn Thư Từ",
                photos={10: "Nông dân thăm ruộng lúa nếp thơm", 11: "Cân năng suất tại ruộng"},
            )
        ],
        never=("Kính gửi", "Chú thích ảnh", "biên tập giúp"),
    )


def resident_asks_about_a_land_book() -> Contribution:
    body = paragraphs("""
        Gia đình tôi có thửa đất vườn ở thôn Xóm Mới, sử dụng ổn định từ năm 1989 đến nay, chưa có sổ đỏ. Đầu năm tôi có
        nộp hồ sơ nhưng được trả lại do thiếu trích lục.

        Vậy tôi xin hỏi thủ tục trích lục bản đồ địa chính hiện nay nộp ở đâu, lệ phí bao nhiêu và thời gian giải quyết
        là mấy ngày?
    """)
    text = (
        "Kính gửi UBND xã An Mẫu\n\nTôi tên là Ma Văn Thửa, trú tại thôn Xóm Mới, xã An Mẫu, số điện thoại 0900 000 "
        "232.\n\n" + "\n\n".join(body) + "\n\nRất mong được trả lời. Tôi xin chân thành cảm ơn.\n"
    )
    return Contribution(
        why="công dân hỏi thủ tục đất đai, có giới thiệu tên, nơi ở, điện thoại",
        raw=sent(NGUOI_DAN, "Hỏi về thủ tục trích lục bản đồ địa chính", text, date=MONDAY),
        articles=[Truth(kind=Kind.QUESTION, title="Hỏi về thủ tục trích lục bản đồ địa chính", body=body)],
        never=("Kính gửi", "0900 000 232", "Rất mong"),
    )


ALL = (
    front_answers_the_weekly_reminder,
    youth_writes_the_title_in_the_subject,
    clinic_in_outlook_with_two_pictures,
    culture_forwards_a_school,
    women_with_three_short_items,
    farmers_with_captions_by_file_name,
    resident_asks_about_a_land_book,
)
