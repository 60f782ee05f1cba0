"""Letters of the third batch: forwards of forwards, bylines without a colon, postscripts, captions announced."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import CONG_AN, DOAN, GUONG, HPN, VAN_PHONG, VHXH, jpg, sent, with_pictures
from tests.contributions.unseen.senders import KINH_TE
from tests.mail.making.mime import html


def forward_of_a_forward() -> Contribution:
    body = paragraphs("""
        Sáng 28/10, tổ vay vốn thôn Cầu Giả tổ chức giải ngân đợt 4 cho 17 hộ với tổng số tiền 1,02 tỷ đồng. Các hộ vay
        chủ yếu để chăn nuôi trâu bò sinh sản, trồng cây ăn quả.

        Tổ trưởng tổ vay vốn Mè Thị Tiết Kiệm cho biết nhiều năm liền tổ không có nợ quá hạn.
    """)
    page = (
        "<html><body lang=VI><div class=WordSection1><p class=MsoNormal>Chuyển BBT.</p><p class=MsoNormal>Trân "
        "trọng!</p>"
        "<p class=MsoNormal><b>Ninh Thị Văn Thư</b><br>Văn phòng HĐND và UBND xã An Mẫu<br>Tel: 0900 000 081</p>"
        "<div style='border:none;border-top:solid #E1E1E1 1.0pt'><p class=MsoNormal><b>Từ:</b> Phòng Kinh tế "
        "&lt;kinhte@songmau.example&gt;<br><b>Đã gửi:</b> Thứ Sáu, 30 Tháng Mười 2026 3:10 CH<br><b>Đến:</b> "
        "vanphong@songmau.example<br><b>Chủ đề:</b> CHT: tin giải ngân</p></div>"
        "<p class=MsoNormal>Em nhận được tin của tổ vay vốn, chuyển chị xử lý ạ.</p>"
        "<div style='border:none;border-top:solid #E1E1E1 1.0pt'><p class=MsoNormal><b>Từ:</b> Tổ vay vốn Cầu Giả "
        "&lt;tovayvon@thu-ca-nhan.example&gt;<br><b>Đã gửi:</b> Thứ Sáu, 30 Tháng Mười 2026 9:41 SA<br><b>Đến:</b> "
        "kinhte@songmau.example<br><b>Chủ đề:</b> tin giải ngân</p></div>"
        "<p class=MsoNormal>Kính gửi phòng Kinh tế</p>"
        "<p class=MsoNormal align=center style='text-align:center'><b>Giải ngân hơn 1 tỷ đồng vốn vay cho hộ "
        "dân Cầu Giả"
        "</b></p>"
        + "".join(f"<p class=MsoNormal>{text}</p>" for text in body)
        + "<p class=MsoNormal>Tổ trưởng<br>Mè Thị Tiết Kiệm<br>0900 000 082</p></div></body></html>"
    )
    return Contribution(
        why="chuyển tiếp hai lần bằng Outlook tiếng Việt, mỗi lần có lời nhắn; chữ ký của người đầu ở cuối",
        raw=sent(VAN_PHONG, "CHT: CHT: tin giải ngân", html(page)),
        articles=[Truth(title="Giải ngân hơn 1 tỷ đồng vốn vay cho hộ dân Cầu Giả", body=body)],
        never=("Chuyển BBT", "Văn Thư", "chuyển chị xử lý", "Kính gửi", "0900 000 082", "Chủ đề"),
    )


def byline_without_a_colon() -> Contribution:
    body = paragraphs("""
        Sáng nay 31/10, hơn 60 chị em chi hội phụ nữ thôn Cầu Giả ra quân dọn vệ sinh tuyến kênh dài 1,3 km. Rác thải
        nhựa được gom riêng, chở về điểm tập kết bằng ba chuyến xe công nông.

        Chi hội còn trồng 200 khóm chuối hoa hai bên bờ. Từ nay mỗi tổ phụ nữ tự quản 300 m kênh, cuối tháng chấm điểm.
    """)
    page = (
        '<div dir="auto">E gửi BBT tin vệ sinh kênh mương ạ<br><br>Phụ nữ Cầu Giả làm sạch kênh mương<br><br>'
        + "<br><br>".join(body)
        + "<br><br>Tin và ảnh Hoàng Thị Bếp<br><br>P/s: ảnh e gửi sau qua zalo cho BBT nhé</div>"
    )
    return Contribution(
        why="Gmail trên điện thoại: một khối br; dòng tác giả không có dấu hai chấm; tái bút P/s ở cuối",
        raw=sent(GUONG, "Tin chi hội PN Cầu Giả", html(page), jpg("20261031_070211.jpg", 7)),
        articles=[
            Truth(
                title="Phụ nữ Cầu Giả làm sạch kênh mương",
                body=body,
                byline="Tin và ảnh Hoàng Thị Bếp",
                author="Hoàng Thị Bếp",
                photos={7: None},
            )
        ],
        never=("E gửi BBT", "P/s", "zalo"),
    )


def captions_announced_as_enclosed() -> Contribution:
    body = paragraphs("""
        Ngày 01/11, Đoàn xã An Mẫu phối hợp câu lạc bộ xe đạp tổ chức hành trình "Đạp xe vì môi trường" dài 18 km qua
        bảy thôn. Có 96 đoàn viên tham gia, người nhỏ tuổi nhất 16, người lớn tuổi nhất 35.

        Dọc đường, đoàn phát 500 túi vải, nhặt được 34 bao rác. Chặng cuối, các bạn trồng 40 cây lát hoa tại nghĩa
        trang liệt sĩ.
    """)
    text = (
        "Kính gửi BBT!\nĐoàn xã gửi tin để BBT biên tập.\n\nĐẠP XE VÌ MÔI TRƯỜNG\n\n"
        + "\n\n".join(body)
        + "\n\nThực hiện: Giàng A Đạp\n\n"
        "Ảnh gửi kèm:\n1- Đoàn xe xuất phát từ nhà văn hóa trung tâm\n2- Trồng cây lát hoa tại nghĩa trang liệt sĩ\n\n"
        "BCH Đoàn xã trân trọng cảm ơn.\n"
    )
    return Contribution(
        why="sau dòng tác giả có mục Ảnh gửi kèm: với các dòng 1-, 2- là chú thích",
        raw=sent(DOAN, "Tin đạp xe", text, jpg("2.jpg", 9), jpg("1.jpg", 8)),
        articles=[
            Truth(
                title="ĐẠP XE VÌ MÔI TRƯỜNG",
                body=body,
                byline="Thực hiện: Giàng A Đạp",
                author="Giàng A Đạp",
                photos={
                    8: "Đoàn xe xuất phát từ nhà văn hóa trung tâm",
                    9: "Trồng cây lát hoa tại nghĩa trang liệt sĩ",
                },
            )
        ],
        never=("Kính gửi", "trân trọng cảm ơn", "Ảnh gửi kèm"),
    )


def title_in_the_subject_only() -> Contribution:
    body = paragraphs("""
        Hồi 22 giờ 15 phút ngày 30/10/2026, tổ tuần tra Công an xã An Mẫu phối hợp lực lượng bảo vệ an ninh trật tự cơ
        sở thôn Xóm Mới phát hiện một nhóm bốn đối tượng có biểu hiện trộm cắp dây điện tại công trình trạm bơm.

        Tang vật thu giữ gồm 46 m dây cáp đồng, hai kìm cộng lực và một xe mô tô. Hiện vụ việc đang được hoàn thiện hồ
        sơ để xử lý theo quy định của pháp luật.
    """)
    text = "\n\n".join(body) + "\n\nCAX An Mẫu\n\nGửi từ Outlook dành cho Android<https://aka.example/AAb9ysg>\n"
    return Contribution(
        why="không chào hỏi, không tiêu đề trong thư: tiêu đề chỉ có ở chủ đề; cuối thư CAX An Mẫu",
        raw=sent(CONG_AN, "Công an xã An Mẫu bắt giữ nhóm trộm dây điện trạm bơm", text),
        articles=[Truth(title="Công an xã An Mẫu bắt giữ nhóm trộm dây điện trạm bơm", body=body)],
        never=("Outlook dành cho", "CAX An Mẫu"),
    )


def pictures_with_credits_after_a_bar() -> Contribution:
    body = paragraphs("""
        Tối 31/10, đội văn nghệ xã An Mẫu công diễn vở chèo "Bến quê" sau sáu tháng dàn dựng. Vở có 32 diễn viên, phần
        lớn là nông dân, giáo viên và người buôn bán ở chợ.

        Khán phòng 450 chỗ kín từ bảy giờ. Nhiều người đứng dọc hành lang xem đến phút cuối. Đạo diễn kể có hôm tập
        xong đã nửa đêm, mọi người lại rủ nhau ra ruộng tát nước.

        Vở sẽ tham dự liên hoan sân khấu quần chúng toàn tỉnh vào tháng 12.
    """)
    image = (
        '<p style="text-align:center"><img src="cid:pic{0}" width="520"></p><p '
        'style="text-align:center"><em>{1}</em></p>'
    )
    page = (
        '<div style="font-family:Aptos"><p>Kính chào Ban biên tập,</p><p>Phòng VH-XH xin gửi bài và ảnh trong thư.</p>'
        "<h2>“Bến quê” sáng đèn</h2>"
        f"<p>{body[0]}</p>"
        + image.format(10, "Một cảnh trong vở chèo “Bến quê” | Ảnh: Đình Khán")
        + f"<p>{body[1]}</p>"
        + image.format(11, "Khán phòng kín chỗ | Ảnh: Đình Khán")
        + f"<p>{body[2]}</p><p style='text-align:right'><strong>ĐÌNH KHÁN</strong></p>"
        "<p>Trân trọng,</p><p>Phòng VH-XH</p></div>"
    )
    return Contribution(
        why="Outlook mới: tiêu đề h2, chú thích có | Ảnh: tên; tên tác giả hoa, đậm, căn phải rồi mới Trân trọng",
        raw=sent(VHXH, "Bài vở chèo Bến quê", with_pictures(page, [10, 11])),
        articles=[
            Truth(
                title="“Bến quê” sáng đèn",
                body=body,
                byline="ĐÌNH KHÁN",
                author="ĐÌNH KHÁN",
                photos={
                    10: "Một cảnh trong vở chèo “Bến quê” | Ảnh: Đình Khán",
                    11: "Khán phòng kín chỗ | Ảnh: Đình Khán",
                },
            )
        ],
        never=("Kính chào", "xin gửi bài", "Trân trọng,"),
    )


def results_as_dashes() -> Contribution:
    body = paragraphs("""
        Sau hai ngày tranh tài sôi nổi, hội thi "Nhà nông đua tài" xã An Mẫu năm 2026 đã khép lại. Ban tổ chức trao các
        giải thưởng như sau:

        - Giải Nhất: Đội thôn Bãi Mẫu;

        - Giải Nhì: Đội thôn Đồng Thử;

        - Giải Ba: Đội thôn Cầu Giả và đội thôn Xóm Mới;

        - Giải phụ: Phần thi trang phục ấn tượng thuộc về đội thôn Xóm Mới.

        Đội đoạt giải Nhất sẽ đại diện xã tham dự hội thi cấp tỉnh vào tháng 12/2026.
    """)
    text = (
        "Gửi: Ban Biên tập trang TTĐT\nVề việc: đăng kết quả hội thi\n\nPhòng Kinh tế đề nghị Ban Biên tập "
        "đăng kết quả hội "
        "thi với nội dung như sau:\n\nKẾT QUẢ HỘI THI “NHÀ NÔNG ĐUA TÀI” XÃ AN MẪU NĂM 2026\n\n"
        + "\n".join(body)
        + "\n\nPhòng Kinh tế trân trọng đề nghị!\nNgười liên hệ: đ/c Sầm Thị Mùa Vàng, ĐT 0900 000 083\n"
    )
    return Contribution(
        why="lời thư như công văn: Gửi, Về việc; danh sách giải gạch đầu dòng; người liên hệ ở cuối",
        raw=sent(KINH_TE, "Đăng kết quả hội thi", text),
        articles=[Truth(title="KẾT QUẢ HỘI THI “NHÀ NÔNG ĐUA TÀI” XÃ AN MẪU NĂM 2026", body=body)],
        never=("Về việc", "trân trọng đề nghị", "Người liên hệ", "đề nghị Ban Biên tập"),
    )


def article_after_a_long_note() -> Contribution:
    body = paragraphs("""
        Chiều 30/10, Hội LHPN xã An Mẫu tổ chức hội thi "Vườn rau dinh dưỡng" giữa 12 chi hội. Mỗi chi hội giới thiệu
        một khu vườn không quá 50 m² nhưng đủ rau ăn quanh năm cho gia đình bốn người.

        Vườn của chị Kiểu Thị Giàn Bầu được chấm cao nhất nhờ cách trồng xen ba tầng, tận dụng nước vo gạo để tưới và
        không dùng một giọt thuốc trừ sâu nào.
    """)
    text = (
        "Kính gửi: Ban biên tập\n\n"
        "Lời đầu tiên cho phép Hội LHPN xã gửi tới Ban biên tập lời chúc sức khỏe và lời chào trân trọng nhất.\n"
        "Thực hiện Công văn của Ban biên tập về việc gửi tin, bài tháng 10, Hội LHPN xã xin gửi 01 tin như "
        "sau. Kính đề nghị "
        "Ban biên tập xem xét, biên tập và đăng tải.\n\n"
        "Hội thi “Vườn rau dinh dưỡng”\n\n" + "\n\n".join(body) + "\n\nTin bài: Hội LHPN xã\n\n"
        "Một lần nữa, Hội LHPN xã xin trân trọng cảm ơn sự phối hợp của Ban biên tập.\n\n"
        "TM. BAN THƯỜNG VỤ\nCHỦ TỊCH\n\nĐỗ Thị Gương\n"
    )
    return Contribution(
        why="lời thư trang trọng nhiều câu trước bài; sau bài còn lời cảm ơn và chữ ký thay mặt ban thường vụ",
        raw=sent(HPN, "Hội LHPN xã gửi tin tháng 10", text),
        articles=[Truth(title="Hội thi “Vườn rau dinh dưỡng”", body=body, byline="Tin bài: Hội LHPN xã")],
        never=("Lời đầu tiên", "Thực hiện Công văn", "Một lần nữa", "BAN THƯỜNG VỤ", "Kính đề nghị"),
    )


ALL = (
    forward_of_a_forward,
    byline_without_a_colon,
    captions_announced_as_enclosed,
    title_in_the_subject_only,
    pictures_with_credits_after_a_bar,
    results_as_dashes,
    article_after_a_long_note,
)
