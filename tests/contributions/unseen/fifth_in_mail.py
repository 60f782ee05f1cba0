"""Letters of the fifth batch: greetings glued to the text, banners of a server, numbered items, lost property."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import CONG_AN, DONG_THU, HPN, NGUOI_DAN, THCS, VAN_PHONG, jpg, sent
from tests.contributions.unseen.senders import CONG_DOAN, MTTQ
from tests.mail.making.mime import html
from tinbai.kind import Kind


def greeting_and_leave_glued_to_the_text() -> Contribution:
    body = paragraphs("""
        Sáng nay 03/11, thôn Đồng Thử tổ chức nạo vét 800 m kênh nội đồng, có 120 người tham gia. Kênh nghẽn bùn từ sau
        đợt mưa lớn cuối tháng 9 khiến 20 ha ruộng thiếu nước.

        Đến trưa, nước đã về tới xứ đồng Cửa Đình. Bà con phấn khởi, hẹn nhau tuần tới làm tiếp đoạn còn lại.
    """)
    text = "Kính gửi BBT. " + body[0] + "\n" + body[1] + " Trân trọng cảm ơn BBT!\n"
    return Contribution(
        why="lời chào dính đầu đoạn thứ nhất, lời cảm ơn dính cuối đoạn cuối; không tiêu đề",
        raw=sent(DONG_THU, "tin", text, jpg("IMG_1101.jpg", 8)),
        articles=[Truth(title=None, body=body, photos={8: None})],
        never=("Kính gửi", "Trân trọng cảm ơn"),
    )


def banner_of_the_mail_server() -> Contribution:
    body = [
        (
            "Từ ngày 01/12/2026, người lao động có thể tham gia tủ sách pháp luật công đoàn tại ba điểm trên địa "
            "bàn phường."
        ),
        "Điểm 1: Nhà văn hóa công nhân khu phố 2;",
        "Điểm 2: Trụ sở Liên đoàn Lao động phường;",
        "Điểm 3: Quán cà phê sách Bến Thử, số 17 đường Bờ Sông.",
        "Mỗi điểm có 300 đầu sách về lao động, bảo hiểm, nhà ở xã hội và được mượn về trong 14 ngày.",
    ]
    bullets = "".join(
        "<p class=MsoListParagraph style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if "
        "!supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "
        f'"Times New Roman"\'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>{text}<o:p></o:p></p>'
        for text in body[1:4]
    )
    page = (
        '<html><body lang=VI><div style="background:#fff3cd;border:1px solid #999"><p><b>[CẢNH BÁO]</b> Thư '
        "này được gửi từ "
        "bên ngoài cơ quan. Không mở liên kết hoặc tệp đính kèm nếu không biết rõ người gửi.</p></div><div "
        "class=WordSection1>"
        "<p class=MsoNormal>Kính gửi Ban biên tập,</p><p class=MsoNormal>Công đoàn phường kính nhờ Ban biên "
        "tập đăng tin.</p>"
        "<p class=MsoNormal align=center style='text-align:center'><b><span style='font-size:15.0pt'>Ba điểm "
        "đọc sách pháp luật "
        "cho người lao động</span></b></p>"
        f"<p class=MsoNormal>{body[0]}</p>{bullets}<p class=MsoNormal>{body[4]}</p>"
        "<p class=MsoNormal align=right style='text-align:right'><b>Tin: CĐ phường</b></p>"
        "<p class=MsoNormal>Trân trọng.</p></div></body></html>"
    )
    return Contribution(
        why="máy chủ thư chèn khung [CẢNH BÁO] thư từ bên ngoài ở đầu; danh sách chấm kiểu Outlook",
        raw=sent(CONG_DOAN, "[EXT] Tin điểm đọc sách", html(page)),
        articles=[
            Truth(title="Ba điểm đọc sách pháp luật cho người lao động", body=body, byline="Tin: CĐ phường"),
        ],
        never=("CẢNH BÁO", "Kính gửi", "kính nhờ"),
    )


def items_with_numbered_titles() -> Contribution:
    first = paragraphs("""
        Sáng 01/11, Ủy ban MTTQ Việt Nam xã An Mẫu tổ chức giám sát việc bình xét hộ nghèo tại thôn Bãi Mẫu. Đoàn giám
        sát
        dự cuộc họp bình xét, nghe ý kiến của 46 hộ dân và kiểm tra ngẫu nhiên 10 phiếu rà soát.

        Kết quả, việc bình xét công khai, đúng đối tượng; hai hộ được đề nghị xem xét bổ sung.
    """)
    second = paragraphs("""
        Chiều 02/11, Ban Thanh tra nhân dân xã họp định kỳ, thông qua kế hoạch giám sát công trình đường trục thôn Cầu
        Giả.
        Mỗi tuần hai thành viên sẽ có mặt tại công trường, ghi nhật ký giám sát.

        Ban đề nghị chủ đầu tư công khai dự toán tại nhà văn hóa thôn trước khi thi công.
    """)
    text = (
        "Kính gửi BBT!\nUB MTTQ xã gửi BBT các tin sau:\n\n"
        "1. GIÁM SÁT VIỆC BÌNH XÉT HỘ NGHÈO TẠI THÔN BÃI MẪU\n" + "\n".join(first) + "\n\n"
        "2. BAN THANH TRA NHÂN DÂN HỌP ĐỊNH KỲ\n" + "\n".join(second) + "\n\n"
        "Trân trọng cảm ơn BBT.\nTM. BAN THƯỜNG TRỰC\n"
    )
    return Contribution(
        why="hai tin trong thư, tiêu đề viết hoa có số 1., 2. ở trước",
        raw=sent(MTTQ, "MTTQ gửi tin tuần", text),
        articles=[
            Truth(title="GIÁM SÁT VIỆC BÌNH XÉT HỘ NGHÈO TẠI THÔN BÃI MẪU", body=first),
            Truth(title="BAN THANH TRA NHÂN DÂN HỌP ĐỊNH KỲ", body=second),
        ],
        never=("Kính gửi", "các tin sau", "Trân trọng", "THƯỜNG TRỰC"),
    )


def lost_property_with_a_telephone() -> Contribution:
    body = paragraphs("""
        Ngày 31/10/2026, Công an xã An Mẫu tiếp nhận từ em Thào A Ngay Thẳng, học sinh lớp 6C một chiếc ví da màu nâu
        nhặt
        được tại cổng chợ.

        Trong ví có 4.750.000 đồng, một thẻ ngân hàng và một số giấy tờ không ghi địa chỉ.

        Ai là chủ sở hữu mang theo giấy tờ tùy thân đến trụ sở Công an xã hoặc gọi số 0900 000 095 để nhận lại tài sản.
    """)
    text = (
        "Kính gửi BBT đăng thông báo sau:\n\nTHÔNG BÁO TÌM CHỦ SỞ HỮU TÀI SẢN\n\n"
        + "\n".join(body)
        + "\n\nXin cảm ơn!\n"
    )
    return Contribution(
        why="thông báo tìm chủ tài sản: câu cuối có số điện thoại, là nội dung chứ không phải chữ ký",
        raw=sent(CONG_AN, "Thông báo tìm chủ sở hữu", text),
        articles=[Truth(title="THÔNG BÁO TÌM CHỦ SỞ HỮU TÀI SẢN", body=body, genre="Thông báo")],
        never=("Kính gửi", "Xin cảm ơn"),
    )


def question_of_a_farmer() -> Contribution:
    body = paragraphs("""
        Gia đình tôi thuê 5 sào đất công ích của xã từ năm 2021, hợp đồng đến hết năm nay. Nay tôi muốn tiếp tục thuê để
        trồng cây ăn quả.

        Cho tôi hỏi thủ tục gia hạn gồm những gì, nộp ở đâu và có được ưu tiên so với người mới không?
    """)
    text = (
        "Kính gửi: Chuyên mục Hỏi đáp\n\n"
        + "\n\n".join(body)
        + "\n\nTôi xin chân thành cảm ơn!\n\nLò Văn Sào Ruộng\nThôn Bãi Mẫu, xã An Mẫu\nSố ĐT: 0900 000 096\n"
        "Email: sao.ruong@thu-ca-nhan.example\n"
    )
    return Contribution(
        why="câu hỏi của nông dân về thuê đất công ích, có tên, địa chỉ, điện thoại, email ở cuối",
        raw=sent(NGUOI_DAN, "Hỏi về gia hạn thuê đất công ích", text),
        articles=[Truth(kind=Kind.QUESTION, title="Hỏi về gia hạn thuê đất công ích", body=body)],
        never=("Kính gửi", "chân thành cảm ơn", "0900 000 096", "Sào Ruộng"),
    )


def stars_and_underscores() -> Contribution:
    sapo = "Không phấn trắng bảng đen, tiết Lịch sử của lớp 8B diễn ra ngay dưới gốc đa đình làng."
    body = paragraphs("""
        Sáng 03/11, 38 học sinh lớp 8B Trường THCS An Mẫu có tiết học đặc biệt về cuộc khởi nghĩa địa phương. Cụ Thân
        Văn
        Kể Sử, 88 tuổi vừa chỉ từng vết đạn trên cột đình vừa kể.

        Các em chia nhóm vẽ bản đồ trận đánh, phỏng vấn cụ rồi viết thành bài thu hoạch. Cô giáo bộ môn cho biết điểm
        kiểm
        tra sau tiết học này cao hơn hẳn các chương trước.
    """)
    text = (
        "Chào BBT,\n\nTrường gửi bài viết ạ.\n\n*Tiết học dưới gốc đa*\n\n_"
        + sapo
        + "_\n\n"
        + "\n\n".join(body)
        + "\n\n*Bài, ảnh: Kha Thị Bảng Xanh*\n\n[image: z7001.jpg]\n\nThân mến!\n"
    )
    return Contribution(
        why="Gmail chỉ gửi văn bản thuần: *đậm*, _nghiêng_, [image: ...] thay chỗ ảnh",
        raw=sent(THCS, "Bài tiết học lịch sử", text, jpg("z7001.jpg", 9)),
        articles=[
            Truth(
                title="Tiết học dưới gốc đa",
                summary=sapo,
                body=body,
                byline="Bài, ảnh: Kha Thị Bảng Xanh",
                author="Kha Thị Bảng Xanh",
                photos={9: None},
            )
        ],
        never=("Chào BBT", "Trường gửi", "[image", "Thân mến", "*"),
    )


def opening_hours_from_the_office() -> Contribution:
    body = paragraphs("""
        Để tạo thuận lợi cho người dân đi làm xa, từ ngày 07/11/2026, Trung tâm Phục vụ hành chính công xã An Mẫu làm
        việc
        thêm sáng thứ Bảy, từ 7 giờ 30 đến 11 giờ 30.

        Các thủ tục được giải quyết gồm chứng thực, khai sinh, xác nhận tình trạng hôn nhân và trả kết quả.

        Trân trọng thông báo để nhân dân được biết.
    """)
    page = (
        '<html><body><div style="font-family:times new roman;font-size:14pt"><p>Dear chị Minh Họa và BBT,</p>'
        "<p>VP nhờ BBT đăng thông báo dưới đây lên trang nhất giúp VP. Tks BBT!</p><hr>"
        '<p style="text-align:center"><strong>Làm việc thêm sáng thứ Bảy tại Trung tâm Phục vụ hành chính '
        "công</strong></p>"
        + "".join(f"<p>{text}</p>" for text in body)
        + "<hr><p>Nông Thị Một Cửa<br>Chuyên viên VP HĐND-UBND xã<br>Zalo: 0900 000 097</p></div></body></html>"
    )
    return Contribution(
        why="bài giữa hai đường kẻ; Trân trọng thông báo để nhân dân được biết là câu cuối của bài",
        raw=sent(VAN_PHONG, "nhờ đăng TB làm thứ 7", html(page)),
        articles=[
            Truth(title="Làm việc thêm sáng thứ Bảy tại Trung tâm Phục vụ hành chính công", body=body),
        ],
        never=("Dear chị", "Tks BBT", "Một Cửa", "0900 000 097"),
    )


def captions_between_brackets_in_the_text() -> Contribution:
    body = paragraphs("""
        Chiều 03/11, Hội LHPN xã An Mẫu tổ chức ngày hội "Áo dài đi chợ". Hơn 150 chị em mặc áo dài, xách làn nhựa, cùng
        nhau đi chợ để tuyên truyền giảm túi ni lông.

        Tiểu thương chợ An Mẫu hưởng ứng bằng cách giảm giá 5% cho ai mang theo làn. Ban quản lý chợ cho biết lượng rác
        nhựa trong ngày giảm hẳn.
    """)
    text = (
        "Hội LHPN xã xin gửi BBT tin kèm 2 ảnh ạ:\n\nNgày hội “Áo dài đi chợ”\n\n"
        + body[0]
        + "\n\n(Ảnh 1: Chị em xách làn đi chợ)\n\n"
        + body[1]
        + "\n\n(Ảnh 2: Tiểu thương treo biển giảm giá)\n\n(Tin, ảnh: Hội LHPN xã)\n"
    )
    return Contribution(
        why="chú thích trong ngoặc đơn chen giữa bài: (Ảnh 1: ...); dòng tác giả cũng trong ngoặc",
        raw=sent(HPN, "Hội LHPN gửi tin áo dài đi chợ", text, jpg("anh2.jpg", 11), jpg("anh1.jpg", 10)),
        articles=[
            Truth(
                title="Ngày hội “Áo dài đi chợ”",
                body=body,
                byline="(Tin, ảnh: Hội LHPN xã)",
                photos={10: "Chị em xách làn đi chợ", 11: "Tiểu thương treo biển giảm giá"},
            )
        ],
        never=("xin gửi BBT",),
    )


ALL = (
    greeting_and_leave_glued_to_the_text,
    banner_of_the_mail_server,
    items_with_numbered_titles,
    lost_property_with_a_telephone,
    question_of_a_farmer,
    stars_and_underscores,
    opening_hours_from_the_office,
    captions_between_brackets_in_the_text,
)
