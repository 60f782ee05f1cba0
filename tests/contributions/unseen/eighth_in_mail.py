"""Letters of the eighth batch, an ordinary week: Gmail, Outlook, Zimbra, telephones, several items, forms."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import (
    DONG_THU,
    HPN,
    NGUOI_DAN,
    THCS,
    TRAM,
    VAN_PHONG,
    VHXH,
    both,
    docx,
    jpg,
    sent,
    with_pictures,
)
from tests.contributions.unseen.senders import KINH_TE, TIEU_HOC
from tests.contributions.unseen.senders import MAM_NON as NURSERY
from tests.contributions.word import p, word
from tests.mail.making.mime import html
from tinbai.kind import Kind


def nursery_in_gmail_with_pictures_between() -> Contribution:
    body = paragraphs("""
        Sáng ngày 11/11, cô và trò Trường Mầm non Hoa Mẫu tổ chức "Phiên chợ quê của bé". Sân trường biến thành khu chợ
        nhỏ với 12 gian hàng bày rau, củ, bánh trái do phụ huynh chuẩn bị.

        Các bé được cầm tiền giấy tự làm để đi chợ, học cách chào hỏi, mặc cả và nói lời cảm ơn.

        Cô Hiệu trưởng cho biết toàn bộ rau củ còn lại được đưa vào bữa trưa của các con.
    """)
    captions = ("Gian hàng rau của lớp 5 tuổi A", "Các bé học đi chợ")
    shown = '<div><img src="cid:pic{0}" width="562" height="375"><br></div><div>{1}</div><div><br></div>'
    page = (
        '<div dir="ltr"><div>Kính gửi BBT ạ!</div><div>Trường MN Hoa Mẫu gửi tin bài hoạt động của trường, mong BBT '
        "chỉnh sửa và đăng tin giúp nhà trường.</div><div><br></div>"
        "<div><b>PHIÊN CHỢ QUÊ CỦA BÉ MẦM NON HOA MẪU</b></div><div><br></div>"
        f"<div>{body[0]}</div><div><br></div>"
        + shown.format(1, captions[0])
        + f"<div>{body[1]}</div><div><br></div>"
        + shown.format(2, captions[1])
        + f"<div>{body[2]}</div><div><br></div><div><b><i>Bài và ảnh: Cô Lường Thị Nhài</i></b></div>"
        '<div><br></div><div>Trân trọng cảm ơn BBT ạ!</div><div><br clear="all"></div>'
        '<span class="gmail_signature_prefix">-- </span><br><div dir="ltr" class="gmail_signature">'
        '<div dir="ltr"><b>Trường Mầm non Hoa Mẫu</b><div>Thôn Xóm Mới, xã An Mẫu</div>'
        "<div>Điện thoại: 0900 000 202</div></div></div></div>"
    )
    return Contribution(
        why="Gmail trên web: tiêu đề hoa đậm, ảnh chèn giữa, chú thích chữ thường dưới ảnh, chữ ký của trường",
        raw=sent(NURSERY, "Tin phiên chợ quê", with_pictures(page, [1, 2])),
        articles=[
            Truth(
                title="PHIÊN CHỢ QUÊ CỦA BÉ MẦM NON HOA MẪU",
                body=body,
                byline="Bài và ảnh: Cô Lường Thị Nhài",
                photos={1: captions[0], 2: captions[1]},
            )
        ],
        never=("Kính gửi", "chỉnh sửa và đăng tin", "0900 000 202", "Thôn Xóm Mới"),
    )


def correction_in_outlook() -> Contribution:
    body = paragraphs("""
        Từ ngày 12/11/2026, Phòng Kinh tế xã An Mẫu tổ chức cấp phát 3.200 lọ chế phẩm vi sinh cho các hộ chăn nuôi trên
        địa bàn. Mỗi hộ được nhận từ hai đến năm lọ tùy quy mô đàn.

        Các hộ đến nhận tại nhà văn hóa thôn, mang theo căn cước để đối chiếu danh sách.
    """)
    mso = '<p class="MsoNormal"><span style="font-size:13.0pt">{}<o:p></o:p></span></p>'
    page = (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"><body lang="EN-US"><div class="WordSection1">'
        + mso.format("Kính gửi BBT,")
        + mso.format("Tin gửi sáng nay phòng ghi nhầm số lượng (2.300 lọ). BBT dùng bản dưới đây thay cho bản cũ giúp.")
        + mso.format("&nbsp;")
        + '<p class="MsoNormal" align="center" style="text-align:center"><b><span>Cấp phát chế phẩm vi sinh cho hộ '
        "chăn nuôi<o:p></o:p></span></b></p>"
        + "".join(mso.format(text) for text in body)
        + '<p class="MsoNormal" align="right" style="text-align:right"><b>Tin: Phòng Kinh tế<o:p></o:p></b></p>'
        + mso.format("Xin lỗi BBT vì sự nhầm lẫn này.")
        + '<div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in">'
        '<p class="MsoNormal"><b>From:</b> Phong Kinh te &lt;kinhte@songmau.example&gt; <br><b>Sent:</b> Wednesday, '
        "November 11, 2026 8:15 AM<br><b>To:</b> bbt.anmau@songmau.example<br><b>Subject:</b> Tin chế phẩm vi sinh"
        "<o:p></o:p></p></div></div>"
        + mso.format("Cấp phát chế phẩm vi sinh cho hộ chăn nuôi")
        + mso.format("Từ ngày 12/11/2026, Phòng Kinh tế xã An Mẫu tổ chức cấp phát 2.300 lọ chế phẩm vi sinh.")
        + "</div></body></html>"
    )
    return Contribution(
        why="Outlook: gửi lại bản đúng ở trên bản cũ, câu xin lỗi sau dòng tác giả",
        raw=sent(KINH_TE, "RE: Tin chế phẩm vi sinh (bản đính chính)", html(page), mailer="Microsoft Outlook 16.0"),
        articles=[
            Truth(title="Cấp phát chế phẩm vi sinh cho hộ chăn nuôi", body=body, byline="Tin: Phòng Kinh tế"),
        ],
        never=("bản dưới đây", "Xin lỗi", "2.300", "Sent:"),
    )


def zimbra_with_a_signature_block() -> Contribution:
    body = paragraphs("""
        Thực hiện kế hoạch của Ủy ban nhân dân xã, từ ngày 15/11 đến ngày 15/12/2026, Văn phòng HĐND và UBND xã tiếp
        nhận ý kiến góp ý của nhân dân vào dự thảo quy chế sử dụng nhà văn hóa thôn.

        Ý kiến góp ý gửi trực tiếp tại bộ phận một cửa hoặc bỏ vào hòm thư đặt tại nhà văn hóa các thôn.

        Sau khi tổng hợp, dự thảo sẽ được trình Hội đồng nhân dân xã tại kỳ họp cuối năm.
    """)
    page = (
        '<html><body><div style="font-family: arial, helvetica, sans-serif; font-size: 12pt; color: #000000">'
        "<div>Kính gửi đồng chí Thư ký Ban biên tập,</div><div>Văn phòng gửi nội dung để đăng Trang TTĐT xã.</div>"
        '<div><br data-mce-bogus="1"></div><div style="text-align: center;" data-mce-style="text-align: center;">'
        "<strong>Lấy ý kiến nhân dân về quy chế sử dụng nhà văn hóa thôn</strong></div>"
        + "".join(f"<div>{text}</div>" for text in body)
        + '<div><br></div><div>Trân trọng.</div><div><br></div><div data-marker="__SIG_POST__">-- <br>'
        "<div>Nông Đức Hạnh<br>Công chức Văn phòng<br>Máy lẻ: 0900 000 203</div></div></div></body></html>"
    )
    return Contribution(
        why="Zimbra: tiêu đề đậm giữa dòng, không dòng tác giả, chữ ký sau gạch có chức danh và máy lẻ",
        raw=sent(VAN_PHONG, "Đăng tin lấy ý kiến quy chế", html(page), mailer="Zimbra 9.0.0_GA_4583"),
        articles=[Truth(title="Lấy ý kiến nhân dân về quy chế sử dụng nhà văn hóa thôn", body=body)],
        never=("Kính gửi", "để đăng Trang", "Máy lẻ", "Nông Đức Hạnh"),
    )


def telephone_without_marks_in_the_greeting() -> Contribution:
    body = paragraphs("""
        Sáng nay 12/11, bà con thôn Đồng Thử ra quân dọn vệ sinh đường làng, khơi thông 400 m cống rãnh. Có 85 người
        tham gia.

        Trưởng thôn Lường Văn Mõ cho biết từ nay cứ sáng thứ Năm tuần thứ hai của tháng thôn sẽ làm tổng vệ sinh một
        lần.
    """)
    text = (
        "Em gui tin thon a, nho chi dang giup em\n\nThôn Đồng Thử ra quân tổng vệ sinh\n\n"
        + "\n\n".join(body)
        + "\n\nTin ảnh: Mõ\n\nEm cam on chi nhieu\nGửi từ điện thoại Samsung Galaxy của tôi.\n"
    )
    return Contribution(
        why="điện thoại Samsung: lời nhắn không dấu, bài có dấu, hai ảnh tên số",
        raw=sent(DONG_THU, "tin thon dt", text, jpg("20261112_071503.jpg", 3), jpg("20261112_071622.jpg", 4)),
        articles=[
            Truth(
                title="Thôn Đồng Thử ra quân tổng vệ sinh",
                body=body,
                byline="Tin ảnh: Mõ",
                author="Mõ",
                photos={3: None, 4: None},
            )
        ],
        never=("Em gui", "Em cam on", "Samsung"),
    )


def two_items_with_words_for_numbers() -> Contribution:
    first = paragraphs("""
        Ngày 10/11, Hội LHPN xã An Mẫu phối hợp Trạm Y tế khám phụ khoa miễn phí cho 164 chị em thôn Bãi Mẫu. Những
        trường hợp nghi ngờ được giới thiệu lên tuyến trên.
    """)
    second = paragraphs("""
        Chiều 11/11, chi hội phụ nữ thôn Xóm Mới ra mắt mô hình "Thùng gạo sẻ chia". Mỗi hội viên góp một bơ gạo một
        tháng để giúp tám hội viên hoàn cảnh khó khăn.
    """)
    text = (
        "Kính gửi: BBT\nHội LHPN xã gửi BBT 2 tin ạ.\n\nTIN THỨ NHẤT\n\nKhám phụ khoa miễn phí cho 164 chị em\n\n"
        + first[0]
        + "\n\nTIN THỨ HAI\n\nRa mắt “Thùng gạo sẻ chia”\n\n"
        + second[0]
        + "\n\nNgười gửi: Hà Thị Niêu - CT Hội\n"
    )
    return Contribution(
        why="hai tin trong thư, đánh số bằng chữ: TIN THỨ NHẤT, TIN THỨ HAI trên dòng riêng",
        raw=sent(HPN, "Hội LHPN gửi 2 tin tuần 46", text),
        articles=[
            Truth(title="Khám phụ khoa miễn phí cho 164 chị em", body=first),
            Truth(title="Ra mắt “Thùng gạo sẻ chia”", body=second),
        ],
        never=("Kính gửi", "TIN THỨ", "Người gửi"),
    )


def forwarded_by_the_office_with_a_file() -> Contribution:
    body = paragraphs("""
        Trường Tiểu học Bãi Mẫu vừa khánh thành thư viện xanh ngay dưới tán bàng trong sân trường. Thư viện có 640 đầu
        sách, mở cửa cả giờ ra chơi.

        Kinh phí làm kệ sách do hội cha mẹ học sinh ủng hộ, tổng trị giá 23 triệu đồng.
    """)
    page_note = (
        "E chuyển chị tin của trường TH Bãi Mẫu, chị xử lý nhé.\n\n"
        "---------- Thư đã chuyển tiếp ---------\nTừ: TH Bãi Mẫu <th.baimau@songmau.example>\n"
        "Ngày: 16:02, Th 4, 11 thg 11, 2026\nChủ đề: Tin thư viện xanh\nĐến: vhxh <vhxh@songmau.example>\n\n\n"
        "Kính gửi Phòng VHXH, nhà trường gửi tin để phòng chuyển BBT.\n\nTrân trọng!\nBGH\n"
    )
    return Contribution(
        why="phòng chuyển tiếp thư của trường, bài ở tệp kèm; thư gốc chỉ có lời gửi",
        raw=sent(
            VHXH,
            "Fwd: Tin thư viện xanh",
            page_note,
            docx(
                "thu vien xanh.docx",
                word(
                    p("Thư viện xanh dưới tán bàng", bold=True, align="center"),
                    *(p(text) for text in body),
                    p("Tin: Tổ Văn phòng", bold=True, align="right"),
                ),
            ),
            jpg("thu vien.jpg", 6),
        ),
        articles=[
            Truth(
                title="Thư viện xanh dưới tán bàng",
                body=body,
                byline="Tin: Tổ Văn phòng",
                photos={6: None},
            )
        ],
        never=("E chuyển", "nhà trường gửi tin", "BGH"),
    )


def form_typed_in_the_letter() -> Contribution:
    sapo = "Giờ ra chơi của học sinh lớp 4A nay rộn tiếng trống tế, tiếng thanh la của câu lạc bộ trống hội."
    body = paragraphs("""
        Câu lạc bộ do thầy Tổng phụ trách lập ra từ tháng 9, gồm 24 em. Mỗi tuần các em tập hai buổi với nghệ nhân Ma
        Văn Trống của thôn Bãi Mẫu.

        Ngày 20/11 tới, câu lạc bộ sẽ biểu diễn lần đầu trước toàn trường.
    """)
    text = (
        "Kính gửi BBT!\n\nTên bài: Trống hội trong sân trường\nTóm tắt: "
        + sapo
        + "\nNội dung chính: "
        + "\n".join(body)
        + "\nNgười thực hiện: Ma Thị Thanh La\nĐơn vị: Trường Tiểu học Bãi Mẫu\nSố ảnh kèm theo: 01\n\nKính thư!\n"
    )
    return Contribution(
        why="mẫu nhãn gõ trong thư: Tên bài, Tóm tắt, Nội dung chính, Người thực hiện, Đơn vị, Số ảnh kèm theo",
        raw=sent(TIEU_HOC, "Bài trống hội", text, jpg("trong hoi.jpg", 7)),
        articles=[
            Truth(
                title="Trống hội trong sân trường",
                summary=sapo,
                body=body,
                byline="Người thực hiện: Ma Thị Thanh La",
                author="Ma Thị Thanh La",
                photos={7: None},
            )
        ],
        never=("Kính gửi", "Nội dung chính", "Số ảnh", "Kính thư"),
    )


def question_about_a_health_card() -> Contribution:
    body = paragraphs("""
        Mẹ tôi năm nay 82 tuổi, đã chuyển về ở cùng gia đình tôi tại thôn Bãi Mẫu từ tháng 8. Thẻ bảo hiểm y tế của mẹ
        tôi ghi nơi khám ban đầu ở xã cũ.

        Tôi muốn hỏi đổi nơi khám ban đầu về Trạm Y tế An Mẫu thì làm ở đâu, có phải chờ đến đầu quý không?
    """)
    plain_text = "\n\n".join(["Thưa quý cơ quan,", *body, "Mong sớm nhận được hồi âm.", "Nguyễn Thị Thu Mẫu"])
    page = "".join(
        f"<div>{text}</div><br>"
        for text in ["Thưa quý cơ quan,", *body, "Mong sớm nhận được hồi âm.", "Nguyễn Thị Thu Mẫu"]
    )
    return Contribution(
        why="người dân hỏi về nơi khám bảo hiểm y tế; Thưa quý cơ quan, Mong sớm nhận được hồi âm",
        raw=sent(NGUOI_DAN, "Hỏi đổi nơi khám chữa bệnh ban đầu", both(plain_text, page)),
        articles=[Truth(kind=Kind.QUESTION, title="Hỏi đổi nơi khám chữa bệnh ban đầu", body=body)],
        never=("Thưa quý", "hồi âm", "Thu Mẫu"),
    )


def school_alternative_with_a_list() -> Contribution:
    body = paragraphs("""
        Sau bốn buổi chấm, Ban giám khảo hội thi "Giữ gìn vở sạch, luyện chữ đẹp" Trường THCS An Mẫu đã chọn được những
        cá nhân xuất sắc nhất:

        + Giải Nhất: em Hà Thị Nắn Nót, lớp 6A;

        + Giải Nhì: em Lò Văn Thẳng, lớp 7B và em Vi Thị Tròn, lớp 6C;

        + Giải Ba: ba em học sinh khối 8.

        Lễ trao giải diễn ra trong tiết chào cờ đầu tuần tới.
    """)
    lines = ["Gửi BBT đăng tin hội thi ạ.", "Kết quả hội thi vở sạch chữ đẹp", *body, "Tin: Tổ Ngữ văn", "Thân chào!"]
    page = "".join(f'<p style="margin:0">{text}</p>' for text in lines)
    return Contribution(
        why="danh sách giải bắt đầu bằng dấu cộng; lời kết Thân chào!",
        raw=sent(THCS, "Tin VSCĐ", both("\n\n".join(lines), page)),
        articles=[Truth(title="Kết quả hội thi vở sạch chữ đẹp", body=body, byline="Tin: Tổ Ngữ văn")],
        never=("Gửi BBT", "Thân chào"),
    )


def clinic_notice_to_the_point() -> Contribution:
    body = paragraphs("""
        Trạm Y tế xã An Mẫu thông báo lịch uống vitamin A đợt 2 năm 2026 cho trẻ từ 6 đến 60 tháng tuổi.

        Thời gian: sáng ngày 01/12/2026.

        Địa điểm: tại nhà văn hóa các thôn.

        Đề nghị các gia đình đưa trẻ đến đúng giờ, mang theo sổ theo dõi sức khỏe.
    """)
    text = (
        "Trạm Y tế gửi BBT thông báo, đề nghị đăng tải rộng rãi đến nhân dân.\n\n"
        "THÔNG BÁO LỊCH UỐNG VITAMIN A ĐỢT 2 NĂM 2026\n\n" + "\n".join(body) + "\n\nTRẠM Y TẾ XÃ AN MẪU\n"
    )
    return Contribution(
        why="thông báo của trạm: Thời gian, Địa điểm; dưới cùng là tên trạm viết hoa",
        raw=sent(TRAM, "TB uống vitamin A", text),
        articles=[Truth(title="THÔNG BÁO LỊCH UỐNG VITAMIN A ĐỢT 2 NĂM 2026", body=body, genre="Thông báo")],
        never=("gửi BBT", "đăng tải rộng rãi"),
    )


ALL = (
    nursery_in_gmail_with_pictures_between,
    correction_in_outlook,
    zimbra_with_a_signature_block,
    telephone_without_marks_in_the_greeting,
    two_items_with_words_for_numbers,
    forwarded_by_the_office_with_a_file,
    form_typed_in_the_letter,
    question_about_a_health_card,
    school_alternative_with_a_list,
    clinic_notice_to_the_point,
)
