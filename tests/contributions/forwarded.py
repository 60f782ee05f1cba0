"""Pieces that came through other hands, or in wrappings: forwarded, nested, in winmail.dat."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.pictures import picture
from tests.contributions.sending import CONG_AN, DONG_THU, HPN, VAN_PHONG, VHXH, docx, jpg, sent
from tests.contributions.word import p, word
from tests.mail.making.mime import Leaf, Transfer, html
from tests.mail.making.tnef import winmail


def forwarded_inline_by_an_office() -> Contribution:
    body = paragraphs("""
        Sáng 04/10, thôn Xóm Mới khánh thành sân bóng chuyền hơi rộng 200 m² do các hộ dân tự san lấp từ bãi đất
        trống đầu làng. Tổng chi phí 45 triệu đồng, trong đó con em làm ăn xa gửi về 30 triệu đồng.

        Ngay sau lễ cắt băng, ba trận giao hữu giữa các xóm diễn ra sôi nổi, thu hút đông đảo người xem cổ vũ.
    """)
    text = (
        "Chuyển BBT tin của thôn Xóm Mới, nhờ BBT xem xét đăng.\n\n"
        "Phòng Văn hóa - Xã hội\n\n"
        "---------- Forwarded message ---------\n"
        "Từ: Thôn Xóm Mới <xommoi@thu-ca-nhan.example>\n"
        "Date: CN, 4 thg 10, 2026 vào lúc 20:11\n"
        "Subject: tin sân bóng\n"
        "To: vhxh <vhxh@songmau.example>\n\n\n"
        "Em gửi chị tin của thôn ạ\n\n"
        "THÔN XÓM MỚI KHÁNH THÀNH SÂN BÓNG CHUYỀN HƠI\n\n" + "\n\n".join(body) + "\n\nTin: Lực Giả Sơn\n"
    )
    return Contribution(
        why="phòng chuyển tiếp nguyên văn tin của thôn, kèm lời nhắn ở trên",
        raw=sent(VHXH, "Fwd: tin sân bóng", text),
        articles=[
            Truth(
                title="THÔN XÓM MỚI KHÁNH THÀNH SÂN BÓNG CHUYỀN HƠI",
                body=body,
                byline="Tin: Lực Giả Sơn",
                author="Lực Giả Sơn",
            )
        ],
        never=("Chuyển BBT", "Em gửi chị", "Forwarded", "Subject"),
    )


def in_a_winmail_dat() -> Contribution:
    body = paragraphs("""
        Chiều 06/10, Công an xã An Mẫu phối hợp Đoàn Thanh niên tổ chức chương trình "Em làm chiến sĩ công an nhí"
        cho 60 học sinh tiểu học. Các em được tập điều lệnh, nhận biết biển báo giao thông, thực hành gọi 113, 114,
        115 khi gặp sự cố.

        Kết thúc chương trình, mỗi em nhận một chiếc còi cứu hộ và thẻ ghi nhớ số điện thoại người thân.
    """)
    file = word(
        p("Em làm chiến sĩ công an nhí", bold=True, align="center"),
        *(p(text) for text in body),
        p("Ảnh: Các em thực hành gọi điện báo cháy", italic=True),
        p("Tin, ảnh: Thắng Giả Lả", bold=True, align="right"),
    )
    pack = Leaf(
        content_type="application/ms-tnef; name=winmail.dat",
        content=winmail([("Cong an nhi.docx", file), ("bao chay.jpg", picture(9))]),
        headers=[("Content-Disposition", "attachment; filename=winmail.dat")],
    )
    return Contribution(
        why="Outlook gửi winmail.dat: bài và ảnh nằm trong đó",
        raw=sent(CONG_AN, "Tin công an nhí", "Kính gửi BBT.\nCông an xã gửi tin đính kèm.\n", pack),
        articles=[
            Truth(
                title="Em làm chiến sĩ công an nhí",
                body=body,
                byline="Tin, ảnh: Thắng Giả Lả",
                author="Thắng Giả Lả",
                photos={9: "Các em thực hành gọi điện báo cháy"},
            )
        ],
    )


def nested_as_a_letter() -> Contribution:
    body = paragraphs("""
        Từ mùng 8 đến mùng 10 tháng 8 âm lịch, thôn Đồng Thử mở hội đình. Phần lễ có rước nước, dâng hương; phần hội
        có cờ người, bắt vịt, thi gói bánh lá và hát giao duyên bên bờ ao sen.

        Ban tổ chức bố trí hai bãi gửi xe miễn phí, nhắc nhở các hàng quán niêm yết giá. Ba ngày hội diễn ra vui
        tươi, không xảy ra mất trộm hay chen lấn.
    """)
    inner = sent(
        DONG_THU,
        "Hội đình Đồng Thử",
        "Kính gửi phòng, thôn gửi tin hội đình ạ.\n",
        docx(
            "hoi dinh.docx",
            word(
                p("RỘN RÀNG HỘI ĐÌNH ĐỒNG THỬ", bold=True, align="center"),
                *(p(text) for text in body),
                p("Tin: Cụ Từ Giả Cầy", bold=True, align="right"),
            ),
        ),
        jpg("hoi dinh.jpg", 10),
    )
    return Contribution(
        why="văn phòng đính kèm nguyên lá thư của thôn (.eml)",
        raw=sent(
            VAN_PHONG,
            "Chuyển thư của thôn",
            "Chuyển BBT xử lý giúp.\n",
            Leaf(
                content_type='message/rfc822; name="hoi dinh.eml"',
                content=inner,
                transfer=Transfer.EIGHT,
                headers=[("Content-Disposition", 'attachment; filename="hoi dinh.eml"')],
            ),
        ),
        articles=[
            Truth(
                title="RỘN RÀNG HỘI ĐÌNH ĐỒNG THỬ",
                body=body,
                byline="Tin: Cụ Từ Giả Cầy",
                author="Cụ Từ Giả Cầy",
                photos={10: None},
                unit="Thôn Đồng Thử",
            )
        ],
        never=("Chuyển BBT", "Kính gửi"),
    )


def outlook_forward_in_html() -> Contribution:
    body = paragraphs("""
        Sáng 02/10, Hội LHPN xã cùng nhóm thiện nguyện "Nắng Ấm" khám bệnh, cấp thuốc miễn phí cho 230 phụ nữ và trẻ
        em tại hai thôn vùng bãi. Tổng giá trị thuốc và quà tặng 92 triệu đồng.

        Đoàn dành hẳn một buổi tư vấn chăm sóc sức khỏe sinh sản cho các bà mẹ trẻ và tặng 30 chiếc xe đẩy tay giúp
        chị em chở nước, chở phân.
    """)
    page = (
        "<html><body><div class=WordSection1><p class=MsoNormal>Kính chuyển BBT.<o:p></o:p></p><p "
        "class=MsoNormal>&nbsp;</p>"
        "<div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p "
        "class=MsoNormal><b>From:</b> Nhóm Nắng Ấm "
        "&lt;nang.am@thu-ca-nhan.example&gt; <br><b>Sent:</b> Friday, October 2, 2026 4:15 "
        "PM<br><b>To:</b> hpn@songmau.example<br>"
        "<b>Subject:</b> Tin thiện nguyện</p></div>"
        "<p class=MsoNormal>Nhóm em gửi chị tin ạ.</p>"
        "<p class=MsoNormal align=center><b>Khám bệnh miễn phí cho phụ nữ và trẻ em vùng bãi</b></p>"
        + "".join(f"<p class=MsoNormal>{text}</p>" for text in body)
        + "<p class=MsoNormal align=right><b>Tin: Nắng Ấm</b></p></div></body></html>"
    )
    return Contribution(
        why="Outlook chuyển tiếp HTML: From, Sent, To, Subject trên một vạch kẻ",
        raw=sent(HPN, "FW: Tin thiện nguyện", html(page)),
        articles=[
            Truth(
                title="Khám bệnh miễn phí cho phụ nữ và trẻ em vùng bãi",
                body=body,
                byline="Tin: Nắng Ấm",
                author="Nắng Ấm",
            )
        ],
        never=("Kính chuyển", "From:", "Nhóm em gửi"),
    )


ALL = (forwarded_inline_by_an_office, in_a_winmail_dat, nested_as_a_letter, outlook_forward_in_html)
