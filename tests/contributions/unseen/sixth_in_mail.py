"""Letters of the sixth batch: a full Outlook letter, text without diacritics, mass mail, captions in one line."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import DONG_THU, GUONG, HPN, THCS, VHXH, jpg, sent, with_pictures
from tests.contributions.unseen.senders import CCB, KINH_TE, SO_NN
from tests.mail.making.mime import html


def _mso(text: str, align: str = "", css: str = "") -> str:
    aligned = f" align={align} style='text-align:{align}'" if align else ""
    return f"<p class=MsoNormal{aligned}><span style='font-size:13.0pt;{css}'>{text}<o:p></o:p></span></p>"


def outlook_letter_with_everything() -> Contribution:
    sapo = "Sáng 05/11/2026, Hội LHPN xã An Mẫu tổ chức Ngày hội phụ nữ khởi nghiệp với 26 gian hàng của hội viên."
    body = paragraphs("""
        Tại ngày hội, các gian hàng giới thiệu nhiều sản phẩm địa phương như miến dong, mật ong, thổ cẩm, rượu men lá.
        Ba ý
        tưởng khởi nghiệp được trao giải, mỗi giải năm triệu đồng.

        Đồng chí Lê Thị Thử, Chủ tịch UBND xã đề nghị Hội tiếp tục hỗ trợ chị em về nhãn hiệu, mã vạch để đưa sản phẩm
        lên
        sàn thương mại điện tử.
    """)
    image = "<p class=MsoNormal align=center style='text-align:center'><img width=520 src=\"cid:pic{0}\"></p>"
    page = (
        "<html><body lang=VI><div class=WordSection1>"
        + _mso("<b>Kính gửi:</b> Ban biên tập Trang thông tin điện tử xã An Mẫu")
        + _mso(
            "Hội LHPN xã trân trọng gửi tới Ban biên tập tin hoạt động của Hội. Đề nghị Ban biên tập quan tâm đăng tải."
        )
        + _mso("&nbsp;")
        + _mso("<b>NGÀY HỘI PHỤ NỮ KHỞI NGHIỆP</b>", "center")
        + _mso("<b>XÃ AN MẪU NĂM 2026</b>", "center")
        + _mso(f"<b>{sapo}</b>")
        + _mso(body[0])
        + image.format(1)
        + _mso("<b>Khách tham quan gian hàng thổ cẩm</b>", "center")
        + _mso(body[1])
        + image.format(2)
        + _mso("<b>Trao giải cho các ý tưởng khởi nghiệp</b>", "center")
        + _mso("<b>Tin, ảnh: Ban Thường vụ Hội</b>", "right")
        + _mso("Xin trân trọng cảm ơn!")
        + _mso("----------------------------------")
        + _mso("<b>HỘI LIÊN HIỆP PHỤ NỮ XÃ AN MẪU</b>", css="color:navy")
        + _mso("Địa chỉ: Trụ sở UBND xã An Mẫu", css="color:navy")
        + _mso("Điện thoại: 0900 000 131 - Email: hpn@songmau.example", css="color:navy")
        + _mso(
            "<i>Nội dung thư điện tử này có thể chứa thông tin dành riêng cho người nhận. Nếu nhận nhầm, đề "
            "nghị thông báo "
            "lại và xóa thư.</i>",
            css="font-size:8pt",
        )
        + "</div></body></html>"
    )
    return Contribution(
        why="thư Outlook đủ mọi thứ: tiêu đề hai dòng, sapo đậm, chú thích đậm giữa, chữ ký sau gạch, lời lưu ý",
        raw=sent(HPN, "Hội LHPN xã An Mẫu gửi tin ngày 05/11", with_pictures(page, [1, 2])),
        articles=[
            Truth(
                title="NGÀY HỘI PHỤ NỮ KHỞI NGHIỆP XÃ AN MẪU NĂM 2026",
                summary=sapo,
                body=body,
                byline="Tin, ảnh: Ban Thường vụ Hội",
                photos={1: "Khách tham quan gian hàng thổ cẩm", 2: "Trao giải cho các ý tưởng khởi nghiệp"},
            )
        ],
        never=("Kính gửi", "trân trọng", "0900 000 131", "nhận nhầm", "quan tâm đăng tải"),
    )


def bullets_and_the_hamlet_below() -> Contribution:
    body = [
        (
            "Thực hiện phong trào Ngày Chủ nhật xanh, sáng 01/11 thôn Đồng Thử đã huy động 180 người tham gia các "
            "phần việc:"
        ),
        "• Phát quang 2 km đường trục thôn;",
        "• Thu gom 1,5 tấn rác thải;",
        "• Trồng mới 120 cây ban trắng hai bên đường.",
        "Sau buổi lao động, thôn tặng quà cho ba gia đình có vườn đẹp nhất, mỗi phần quà là một bộ dụng cụ làm vườn.",
    ]
    text = (
        "Thôn Đồng Thử gửi BBT tin:\n\nNGÀY CHỦ NHẬT XANH Ở ĐỒNG THỬ\n\n"
        + "\n".join(body)
        + "\n\nBan CTMT thôn Đồng Thử\n"
    )
    return Contribution(
        why="ý gạch đầu dòng bằng chấm tròn; không lời kết; ký Ban CTMT thôn",
        raw=sent(DONG_THU, "tin CN xanh", text, jpg("z5001.jpg", 3), jpg("z5002.jpg", 4)),
        articles=[
            Truth(
                title="NGÀY CHỦ NHẬT XANH Ở ĐỒNG THỬ",
                body=[line.removeprefix("• ") for line in body],
                photos={3: None, 4: None},
            )
        ],
        never=("gửi BBT", "Ban CTMT"),
    )


def nothing_has_diacritics() -> Contribution:
    body = [
        (
            "Sang nay 04/11 chi hoi phu nu thon Bai Mau trao 15 suat qua cho hoc sinh ngheo vuot kho, moi suat gom "
            "300 ngan dong va "
            "mot chiec ao am."
        ),
        (
            "So tien nay do chi em trong chi hoi ban phe lieu tu dau nam den nay. Chi hoi truong cho biet se duy "
            "tri viec lam nay "
            "hang nam."
        ),
    ]
    text = (
        "chao chi, em gui tin a\n\nPhu nu Bai Mau trao qua cho hoc sinh ngheo\n\n" + "\n".join(body) + "\n\nem cam on\n"
    )
    return Contribution(
        why="cả thư không dấu: lời chào, tiêu đề, bài, lời cảm ơn",
        raw=sent(GUONG, "tin phu nu", text, jpg("IMG_8001.jpg", 5)),
        articles=[Truth(title="Phu nu Bai Mau trao qua cho hoc sinh ngheo", body=body, photos={5: None})],
        never=("chao chi", "em cam on"),
    )


def mass_mail_of_the_province() -> Contribution:
    body = paragraphs("""
        Không khí lạnh tăng cường dự báo gây rét đậm từ ngày 08/11 tại các xã vùng cao. Để bảo vệ đàn vật nuôi, bà con
        cần
        che chắn chuồng trại kín gió, giữ nền chuồng khô ráo, dự trữ rơm, cỏ khô.

        Khi nhiệt độ dưới 12 độ C không thả rông trâu bò, không cho cày kéo; cho uống nước ấm có pha muối và bổ sung
        cháo,
        cám.

        Gia súc non, già yếu cần được mặc áo chống rét bằng bao tải, chăn cũ.
    """)
    text = (
        "Kính gửi: Ủy ban nhân dân các xã, phường trên địa bàn tỉnh\n\n"
        "Trung tâm Khuyến nông tỉnh đề nghị các đơn vị đăng tải nội dung tuyên truyền dưới đây trên trang "
        "thông tin điện tử và "
        "hệ thống truyền thanh cơ sở:\n\n"
        "Chủ động phòng, chống đói, rét cho đàn vật nuôi\n\n" + "\n\n".join(body) + "\n\n"
        "Nguồn: Trung tâm Khuyến nông tỉnh Sông Mẫu\n\n"
        "Trân trọng cảm ơn sự phối hợp của các đơn vị./.\n"
    )
    return Contribution(
        why="thư gửi chung các xã, phường; đề nghị đăng nội dung dưới đây; dòng nguồn; cảm ơn sự phối hợp",
        raw=sent(SO_NN, "V/v tuyên truyền phòng chống rét cho vật nuôi", text),
        articles=[
            Truth(
                title="Chủ động phòng, chống đói, rét cho đàn vật nuôi",
                body=body,
                byline="Nguồn: Trung tâm Khuyến nông tỉnh Sông Mẫu",
                source="Trung tâm Khuyến nông tỉnh Sông Mẫu",
            )
        ],
        never=("Kính gửi", "đề nghị các đơn vị", "sự phối hợp"),
    )


def respectfully_sent_at_the_end() -> Contribution:
    body = paragraphs("""
        Chiều 03/11, Trường THCS An Mẫu khai mạc giải bóng đá nam học sinh năm học 2026 - 2027. Mười đội bóng được
        chia làm
        hai bảng, thi đấu vào các chiều thứ Ba, thứ Năm.

        Trận mở màn giữa đội lớp 9A và đội lớp 8C kết thúc với tỷ số 3 - 2. Trận chung kết dự kiến diễn ra ngày 20/11.
    """)
    page = (
        '<div dir="ltr"><p>TRƯỜNG THCS AN MẪU GỬI TIN</p><p><b>Khai mạc giải bóng đá nam học sinh</b></p>'
        + "".join(f"<p>{text}</p>" for text in body)
        + "<p><b>Tin: Thầy Vũ (TPT Đội)</b></p><p>Trân trọng kính gửi BBT!</p>"
        '<div class="gmail_signature">--<br>Thầy Vũ<br><i>“Học, học nữa, học mãi”</i></div></div>'
    )
    return Contribution(
        why="dòng đầu viết hoa TRƯỜNG ... GỬI TIN trên tiêu đề thật; lời kết Trân trọng kính gửi BBT!",
        raw=sent(THCS, "tin bóng đá", html(page), jpg("khai mac.jpg", 6)),
        articles=[
            Truth(
                title="Khai mạc giải bóng đá nam học sinh",
                body=body,
                byline="Tin: Thầy Vũ (TPT Đội)",
                photos={6: None},
            )
        ],
        never=("GỬI TIN", "kính gửi BBT", "học mãi"),
    )


def answer_from_zimbra() -> Contribution:
    body = paragraphs("""
        Từ ngày 05/11, Phòng Kinh tế xã An Mẫu bắt đầu điều tra, rà soát diện tích cây ăn quả trên toàn xã. Tổ điều
        tra gồm
        18 người, đến từng hộ ghi chép diện tích, giống, năm trồng và sản lượng.

        Kết quả rà soát là cơ sở để cấp mã số vùng trồng và xây dựng kế hoạch hỗ trợ chế biến trong năm 2027.
    """)
    page = (
        '<html><body><div style="font-family: times new roman; font-size: 14pt"><div>Kính gửi BBT, Phòng Kinh '
        "tế gửi lại tin đã "
        "bổ sung số liệu.</div><div><br></div>"
        '<div style="text-align: center;"><strong>Điều tra diện tích cây ăn quả toàn xã</strong></div>'
        + "".join(f"<div>{text}</div>" for text in body)
        + '<div style="text-align: right;"><strong>Tin: Phòng Kinh tế</strong></div><div><br></div>'
        '<hr id="zwchr" data-marker="__DIVIDER__"><div data-marker="__HEADERS__"><b>Từ: </b>"BBT An Mẫu" '
        "&lt;bbt.anmau@songmau.example&gt;<br><b>Tới: </b>kinhte@songmau.example<br><b>Đã gửi: </b>Thứ Tư, 4 "
        "Tháng Mười Một, "
        "2026 09:02:11<br><b>Chủ đề: </b>Re: tin điều tra cây ăn quả</div><div><br></div>"
        '<div data-marker="__QUOTED_TEXT__"><div>Đề nghị phòng bổ sung số người tham gia tổ điều tra. Trân '
        "trọng.</div></div>"
        "</div></body></html>"
    )
    return Contribution(
        why="Zimbra: trả lời kèm bài đã sửa, thư cũ dưới vạch có Từ, Tới, Đã gửi, Chủ đề",
        raw=sent(KINH_TE, "Re: tin điều tra cây ăn quả", html(page), mailer="Zimbra 8.8.15_GA_4717"),
        articles=[
            Truth(title="Điều tra diện tích cây ăn quả toàn xã", body=body, byline="Tin: Phòng Kinh tế"),
        ],
        never=("Kính gửi", "gửi lại tin", "Đề nghị phòng"),
    )


def questions_of_law_and_answers() -> Contribution:
    body = paragraphs("""
        Hỏi: Người thuê trọ có phải đăng ký tạm trú không?

        Trả lời: Có. Công dân đến sinh sống tại chỗ ở hợp pháp ngoài nơi thường trú từ 30 ngày trở lên phải đăng ký
        tạm trú
        với Công an xã.

        Hỏi: Đăng ký tạm trú qua mạng được không?

        Trả lời: Được. Người dân có thể nộp hồ sơ trên cổng dịch vụ công hoặc ứng dụng định danh, kết quả trả trong ba
        ngày
        làm việc.
    """)
    text = (
        "Kính gửi BBT, Phòng VHXH gửi nội dung chuyên mục “Tìm hiểu pháp luật” số 11 ạ:\n\nĐăng ký tạm trú: "
        "những điều cần biết\n\n" + "\n\n".join(body) + "\n\n(Nguồn: Tổ tư pháp xã)\n\nTks!\n"
    )
    return Contribution(
        why="chuyên mục hỏi đáp pháp luật: Hỏi, Trả lời; nguồn trong ngoặc; lời kết Tks!",
        raw=sent(VHXH, "Tìm hiểu pháp luật số 11", text),
        articles=[
            Truth(
                title="Đăng ký tạm trú: những điều cần biết",
                body=body,
                byline="(Nguồn: Tổ tư pháp xã)",
                source="Tổ tư pháp xã",
            )
        ],
        never=("Kính gửi", "Tks"),
    )


def captions_in_one_line() -> Contribution:
    body = paragraphs("""
        Ngày 04/11, Hội Cựu chiến binh xã An Mẫu khánh thành nhà tình nghĩa cho hội viên Tẩn A Gió, thương binh hạng ba.
        Ngôi nhà rộng 60 m², tổng kinh phí 152 triệu đồng.

        Hội viên các chi hội góp 210 ngày công, tự tay san nền, đổ móng, lợp mái. Sau 45 ngày, căn nhà đã hoàn thành
        trước
        mùa rét.
    """)
    text = (
        "Chào BBT. Hội CCB gửi tin ạ.\n\nKhánh thành nhà tình nghĩa tặng thương binh\n\n"
        + "\n\n".join(body)
        + "\n\nChú thích ảnh: Ảnh 1: Cắt băng khánh thành; Ảnh 2: Trao chìa khóa nhà; Ảnh 3: Niềm vui bên nhà mới\n\n"
        "Tin, ảnh: Hội CCB xã\n"
    )
    return Contribution(
        why="ba chú thích viết trên một dòng, cách nhau dấu chấm phẩy",
        raw=sent(CCB, "Tin nhà tình nghĩa", text, jpg("anh 1.jpg", 7), jpg("anh 2.jpg", 8), jpg("anh 3.jpg", 9)),
        articles=[
            Truth(
                title="Khánh thành nhà tình nghĩa tặng thương binh",
                body=body,
                byline="Tin, ảnh: Hội CCB xã",
                photos={7: "Cắt băng khánh thành", 8: "Trao chìa khóa nhà", 9: "Niềm vui bên nhà mới"},
            )
        ],
        never=("Chào BBT", "Chú thích ảnh"),
    )


ALL = (
    outlook_letter_with_everything,
    bullets_and_the_hamlet_below,
    nothing_has_diacritics,
    mass_mail_of_the_province,
    respectfully_sent_at_the_end,
    answer_from_zimbra,
    questions_of_law_and_answers,
    captions_in_one_line,
)
