"""Articles in the letter itself, as the programs of offices write HTML."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import CONG_AN, HPN, THCS, TRAM, both, sent, with_pictures
from tests.mail.making.mime import html

OUTLOOK = (
    '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">'
    '<head><meta name=Generator content="Microsoft Word 15 (filtered medium)"><style><!-- p.MsoNormal, li.MsoNormal'
    '{margin:0cm;font-size:13.0pt;font-family:"Times New Roman",serif;} --></style></head>'
    '<body lang=VI link="#0563C1"><div class=WordSection1>'
)


def _mso(text: str, *, align: str = "", css: str = "", kind: str = "MsoNormal") -> str:
    aligned = f" align={align} style='text-align:{align}'" if align else ""
    return f"<p class={kind}{aligned}><span style='font-size:14.0pt;{css}'>{text}<o:p></o:p></span></p>\n"


def outlook_in_word_style() -> Contribution:
    body = paragraphs("""
        Dự hội nghị có đồng chí Lê Thị Thử, Chủ tịch UBND xã; lãnh đạo Công an xã và 118 đại biểu là bí thư chi bộ,
        trưởng thôn, tổ trưởng tổ bảo vệ an ninh trật tự ở cơ sở.

        Theo báo cáo, trong 9 tháng, lực lượng bảo vệ an ninh trật tự ở cơ sở đã tham gia tuần tra 236 ca, phát hiện
        17 vụ việc, giúp hòa giải 29 mâu thuẫn trong nội bộ nhân dân. Mô hình "Tiếng mõ an ninh" ở thôn Cầu Giả tiếp
        tục phát huy tác dụng, sáu tháng liền không xảy ra trộm cắp.

        Kết luận hội nghị, đồng chí Chủ tịch UBND xã yêu cầu các tổ bám sát địa bàn, không để bị động trong dịp cuối
        năm, đồng thời giao Văn phòng rà soát trang phục, công cụ hỗ trợ còn thiếu trước ngày 30/10.
    """)
    sapo = (
        "Sáng ngày 07/10/2026, Công an xã An Mẫu tổ chức hội nghị sơ kết 9 tháng hoạt động của lực lượng "
        "tham gia bảo vệ an "
        "ninh, trật tự ở cơ sở."
    )
    page = (
        OUTLOOK
        + _mso("Kính gửi Ban Biên tập,")
        + _mso("Công an xã gửi tin, đề nghị BBT đăng tải giúp.")
        + _mso("&nbsp;")
        + _mso("<b>Sơ kết 9 tháng hoạt động của lực lượng bảo vệ an ninh, trật tự ở cơ sở</b>", align="center")
        + _mso(f"<b>{sapo}</b>")
        + "".join(_mso(text) for text in body)
        + _mso("<b><i>Tin: Công an xã An Mẫu</i></b>", align="right")
        + _mso("&nbsp;")
        + _mso("Trân trọng!")
        + _mso("<b>Đại úy Khúc Văn Mượn Tên</b>", css="color:#1F3864")
        + _mso("Công an xã An Mẫu | Mobile: 0900 000 031", css="color:#1F3864")
        + "</div></body></html>"
    )
    return Contribution(
        why="Outlook dùng Word soạn thư: MsoNormal, o:p, chữ ký có màu",
        raw=sent(CONG_AN, "Tin sơ kết ANTT cơ sở", html(page), mailer="Microsoft Outlook 16.0"),
        articles=[
            Truth(
                title="Sơ kết 9 tháng hoạt động của lực lượng bảo vệ an ninh, trật tự ở cơ sở",
                summary=sapo,
                body=body,
                byline="Tin: Công an xã An Mẫu",
                author="Công an xã An Mẫu",
                genre="Tin",
            )
        ],
        never=("Kính gửi", "đăng tải giúp", "Trân trọng", "Mượn Tên", "Mobile"),
    )


def gmail_with_a_signature_class() -> Contribution:
    body = paragraphs("""
        Vừa qua, khuôn viên Trường THCS An Mẫu có thêm một góc nhỏ đặc biệt: vườn thuốc nam rộng 140 m² do thầy và
        trò lớp 8A tự tay cải tạo từ khu đất bỏ hoang sau nhà để xe.

        Vườn hiện có 36 loài cây như đinh lăng, ngải cứu, xạ can, kim ngân, mỗi cây đều gắn biển tên và mã QR dẫn
        tới bài giới thiệu công dụng do chính học sinh biên soạn dưới sự hướng dẫn của giáo viên môn Khoa học tự
        nhiên.

        Thầy Triệu Văn Giả Danh, giáo viên chủ nhiệm chia sẻ các em học được nhiều hơn những gì có trong sách: biết
        ủ phân, biết chờ đợi và biết chia phần việc nặng cho nhau.
    """)
    page = (
        '<div dir="ltr"><div>Kính gửi BBT,</div><div><br></div><div>Trường gửi bài viết dưới đây, mong '
        "BBT xem xét.</div>"
        '<div><br></div><div style="text-align:center"><b>Vườn thuốc nam của lớp 8A</b></div><div><br></div>'
        + "".join(f"<div>{text}<br></div><div><br></div>" for text in body)
        + '<div style="text-align:right"><b>Bài và ảnh: Giả Danh</b></div><div><br></div>'
        '<div>Trân trọng.</div><div><br clear="all"></div><br><span class="gmail_signature_prefix">-- </span><br>'
        '<div dir="ltr" class="gmail_signature" data-smartmail="gmail_signature"><div '
        'dir="ltr"><b>Trường THCS An Mẫu</b>'
        "<div>Thôn Đồng Thử, xã An Mẫu</div><div>Tel: 0900 000 032</div></div></div></div>"
    )
    text = "Kính gửi BBT,\n\nTrường gửi bài viết dưới đây, mong BBT xem xét.\n\n*Vườn thuốc nam của lớp 8A*\n\n" + (
        "\n\n".join(body)
        + "\n\n*Bài và ảnh: Giả Danh*\n\nTrân trọng.\n\n-- \n*Trường THCS An Mẫu*\nTel: 0900 000 032\n"
    )
    return Contribution(
        why="Gmail: text và HTML song song, chữ ký trong lớp gmail_signature",
        raw=sent(THCS, "Bài viết của trường", both(text, page)),
        articles=[
            Truth(
                title="Vườn thuốc nam của lớp 8A",
                body=body,
                byline="Bài và ảnh: Giả Danh",
                author="Giả Danh",
                genre="Bài",
                unit="Trường THCS An Mẫu",
            )
        ],
        never=("Kính gửi", "mong BBT", "Trân trọng", "Tel:", "*"),
    )


def zimbra_with_font_tags() -> Contribution:
    body = paragraphs("""
        Chiều 05/10, tại nhà văn hóa thôn Cầu Giả, Hội LHPN xã An Mẫu bàn giao "Mái ấm tình thương" cho hội viên
        Lường Thị Ví Von, 41 tuổi, một mình nuôi hai con nhỏ.

        Căn nhà cấp bốn rộng 52 m², tổng trị giá 118 triệu đồng, trong đó quỹ Mái ấm tình thương hỗ trợ 50 triệu
        đồng, họ hàng và bà con lối xóm góp 68 triệu đồng cùng 73 ngày công.

        Nhận chìa khóa nhà mới, chị Ví Von nghẹn ngào cảm ơn các cấp Hội đã giúp mẹ con chị có nơi che mưa che nắng.
    """)
    page = (
        '<html><body><div style="font-family: times new roman, new york, times, serif; font-size: 14pt; '
        'color: #000000">'
        '<div>Kính gửi: BBT Trang TTĐT xã<br></div><div><br data-mce-bogus="1"></div>'
        '<div style="text-align: center;" data-mce-style="text-align: center;"><strong>'
        "BÀN GIAO MÁI ẤM TÌNH THƯƠNG CHO HỘI VIÊN KHÓ KHĂN</strong></div>"
        + "".join(f'<div style="text-align: justify;"><span style="color:#000">{text}</span></div>' for text in body)
        + '<div style="text-align: right;"><em><strong>Tác giả: Hoài Ẩn Dụ</strong></em></div><div><br></div>'
        '<div>Xin cảm ơn!</div><div data-marker="__SIG_PRE__"><div>Hội LHPN xã An Mẫu</div></div></div></body></html>'
    )
    return Contribution(
        why="Zimbra: div căn lề, chữ ký trong data-marker, nội dung có lời cảm ơn phải giữ",
        raw=sent(HPN, "Tin bàn giao nhà", html(page), mailer="Zimbra 8.8.15_GA_4717"),
        articles=[
            Truth(
                title="BÀN GIAO MÁI ẤM TÌNH THƯƠNG CHO HỘI VIÊN KHÓ KHĂN",
                body=body,
                byline="Tác giả: Hoài Ẩn Dụ",
                author="Hoài Ẩn Dụ",
            )
        ],
        never=("Kính gửi", "Xin cảm ơn!", "Hội LHPN xã An Mẫu\n"),
    )


def word_page_with_pictures_and_captions() -> Contribution:
    body = paragraphs("""
        Từ ngày 28/9 đến 02/10/2026, Trạm Y tế xã An Mẫu tổ chức khám sức khỏe định kỳ cho 356 người cao tuổi. Người
        dân được đo huyết áp, thử đường huyết, siêu âm ổ bụng và tư vấn chế độ ăn.

        Qua khám sàng lọc, bác sĩ phát hiện 88 người tăng huyết áp, 41 người có đường huyết cao, trong đó 12 người
        lần đầu biết mình mắc bệnh. Tất cả được lập sổ theo dõi và hẹn tái khám hằng tháng.

        Trạm trưởng cho biết đợt khám tiếp theo sẽ ưu tiên người cao tuổi sống một mình, xe của trạm sẽ đón tận nhà.
    """)
    picture = (
        "<p class=MsoNormal align=center style='text-align:center'><img width=450 height=300 src=\"cid:pic{0}\"></p>"
    )
    page = (
        OUTLOOK
        + _mso("<b>356 NGƯỜI CAO TUỔI ĐƯỢC KHÁM SỨC KHỎE ĐỊNH KỲ</b>", align="center")
        + _mso(body[0])
        + picture.format(1)
        + _mso("<i>Bác sĩ siêu âm ổ bụng cho người cao tuổi thôn Xóm Mới</i>", align="center", kind="MsoCaption")
        + _mso(body[1])
        + picture.format(2)
        + _mso("<i>Đo huyết áp tại nhà văn hóa thôn Đồng Thử. Ảnh: Lan Giả Bộ</i>", align="center", kind="MsoCaption")
        + _mso(body[2])
        + _mso("<b>Tin, ảnh: Lan Giả Bộ</b>", align="right")
        + "</div></body></html>"
    )
    return Contribution(
        why="ảnh nằm trong thư Outlook (cid), chú thích nghiêng giữa dòng ngay dưới ảnh",
        raw=sent(TRAM, "Tin khám NCT", with_pictures(page, [1, 2])),
        articles=[
            Truth(
                title="356 NGƯỜI CAO TUỔI ĐƯỢC KHÁM SỨC KHỎE ĐỊNH KỲ",
                body=body,
                byline="Tin, ảnh: Lan Giả Bộ",
                author="Lan Giả Bộ",
                photos={
                    1: "Bác sĩ siêu âm ổ bụng cho người cao tuổi thôn Xóm Mới",
                    2: "Đo huyết áp tại nhà văn hóa thôn Đồng Thử. Ảnh: Lan Giả Bộ",
                },
            )
        ],
    )


ALL = (
    outlook_in_word_style,
    gmail_with_a_signature_class,
    zimbra_with_font_tags,
    word_page_with_pictures_and_captions,
)
