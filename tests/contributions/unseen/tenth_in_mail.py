"""Letters of the tenth batch that hold the text themselves: an ordinary week again, with some oddities among them."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import CONG_AN, DONG_THU, GUONG, HPN, THCS, TRAM, VHXH, jpg, sent, with_pictures
from tests.contributions.unseen.senders import BAC_HAI, MAM_NON, QUAN_SU, TIEU_HOC
from tests.mail.making.mime import html


def hamlet_head_from_a_telephone() -> Contribution:
    body = paragraphs("""
        Sáng nay 18/11 thôn Đồng Thử họp dân bàn việc hiến đất mở đường ra cánh đồng Mả Lớn. 41 hộ đến họp đều giơ tay
        nhất trí.

        Ông Lường Văn Kén hiến nhiều nhất, 120 m2 đất ruộng. Dự kiến đầu tháng 12 sẽ san nền.
    """)
    text = (
        "BBT ơi thôn gửi tin\n\nĐồng Thử họp dân bàn hiến đất mở đường\n\n"
        + "\n\n".join(body)
        + "\n\nẢnh thôn gửi kèm, BBT xem cái nào dùng được thì dùng.\nMõ Đồng Thử\n"
    )
    return Contribution(
        why="thôn gửi từ điện thoại: BBT ơi thôn gửi tin; câu cuối nói về ảnh; ký Mõ Đồng Thử",
        raw=sent(DONG_THU, "thon gui tin", text, jpg("IMG20261118083011.jpg", 5), jpg("IMG20261118084502.jpg", 6)),
        articles=[
            Truth(title="Đồng Thử họp dân bàn hiến đất mở đường", body=body, photos={5: None, 6: None}),
        ],
        never=("BBT ơi", "cái nào dùng được", "Mõ Đồng Thử"),
    )


def school_by_outlook_web() -> Contribution:
    body = paragraphs("""
        Ngày 17/11, Trường Tiểu học Bãi Mẫu tổ chức chuyên đề dạy học tiếng Việt cho học sinh dân tộc. Tham dự có 34
        giáo viên của bốn trường trong cụm.

        Qua hai tiết dạy, các thầy cô trao đổi cách dùng tranh, trò chơi và lời hát để giúp học sinh lớp 1 mạnh dạn nói.

        Chuyên đề lần sau sẽ do Trường THCS An Mẫu đăng cai vào tháng 12.
    """)
    page = (
        '<html><body dir="ltr"><div class="elementToProof">Kính gửi Ban biên tập,</div><div class="elementToProof"><br>'
        '</div><div class="elementToProof">Trường xin gửi tin chuyên đề. Rất mong được quý Ban quan tâm.</div>'
        '<div class="elementToProof"><br></div>'
        '<div class="elementToProof" style="text-align:center"><b>CHUYÊN ĐỀ DẠY HỌC TIẾNG VIỆT CHO HỌC SINH DÂN TỘC</b>'
        "</div>"
        + "".join(f'<div class="elementToProof">{text}</div>' for text in body)
        + '<div class="elementToProof" style="text-align:right"><i>Tin: Tổ chuyên môn 1</i></div>'
        '<div class="elementToProof"><br></div><div id="Signature"><div><b>Trường Tiểu học Bãi Mẫu</b></div>'
        "<div>ĐC: thôn Bãi Mẫu - ĐT: 0900 000 221</div></div></body></html>"
    )
    return Contribution(
        why="Outlook trên web: elementToProof, tiêu đề hoa giữa dòng, tác giả nghiêng căn phải, chữ ký riêng",
        raw=sent(TIEU_HOC, "Tin chuyên đề tiếng Việt", html(page), jpg("chuyen de.jpg", 7)),
        articles=[
            Truth(
                title="CHUYÊN ĐỀ DẠY HỌC TIẾNG VIỆT CHO HỌC SINH DÂN TỘC",
                body=body,
                byline="Tin: Tổ chuyên môn 1",
                photos={7: None},
            )
        ],
        never=("Kính gửi", "quý Ban", "0900 000 221"),
    )


def nursery_with_pictures_in_a_row() -> Contribution:
    body = paragraphs("""
        Sáng 18/11, Trường Mầm non Hoa Mẫu đón đoàn kiểm tra công nhận trường đạt chuẩn quốc gia mức độ 1.

        Đoàn dự giờ ba lớp, kiểm tra bếp ăn và hồ sơ. Kết quả sẽ được công bố trong tháng 12.
    """)
    captions = ("Đoàn kiểm tra dự giờ lớp 3 tuổi", "Kiểm tra bếp ăn bán trú")
    page = (
        '<div dir="auto">Em chào BBT ạ, trường em gửi tin đón đoàn kiểm tra ạ.<br><br>'
        f"<b>Đón đoàn kiểm tra trường chuẩn quốc gia</b><br><br>{body[0]}<br><br>{body[1]}<br><br>"
        f'<img src="cid:pic8"><br><i>Ảnh 1: {captions[0]}</i><br><br><img src="cid:pic9"><br>'
        f"<i>Ảnh 2: {captions[1]}</i><br><br>Tin và ảnh: Lường Nhài<br><br>BBT sửa câu chữ giúp em nhé!</div>"
    )
    return Contribution(
        why="Gmail điện thoại: ảnh sau bài, chú thích Ảnh 1:, Ảnh 2: nghiêng; lời nhờ sau dòng tác giả",
        raw=sent(MAM_NON, "Tin đoàn kiểm tra", with_pictures(page, [8, 9])),
        articles=[
            Truth(
                title="Đón đoàn kiểm tra trường chuẩn quốc gia",
                body=body,
                byline="Tin và ảnh: Lường Nhài",
                author="Lường Nhài",
                photos={8: captions[0], 9: captions[1]},
            )
        ],
        never=("Em chào", "sửa câu chữ"),
    )


def soldier_in_plain_capitals() -> Contribution:
    body = paragraphs("""
        Trong hai ngày 16 và 17/11, Ban Chỉ huy Quân sự xã An Mẫu tổ chức phúc tra quân dự bị động viên tại bảy thôn. Có
        118/121 quân nhân có mặt, đạt 97,5%.

        Ba đồng chí vắng mặt có lý do chính đáng sẽ được phúc tra bổ sung trước ngày 25/11.
    """)
    text = (
        "KÍNH GỬI: BAN BIÊN TẬP TRANG THÔNG TIN ĐIỆN TỬ XÃ\n\n"
        "PHÚC TRA QUÂN DỰ BỊ ĐỘNG VIÊN NĂM 2026\n\n" + "\n\n".join(body) + "\n\nNGƯỜI VIẾT TIN: ĐẠI ÚY PỜ VĂN LÍNH\n\n"
        "TRÂN TRỌNG!\n"
    )
    return Contribution(
        why="lời chào, tiêu đề, tác giả, lời kết đều viết hoa",
        raw=sent(QUAN_SU, "TIN PHÚC TRA", text),
        articles=[
            Truth(
                title="PHÚC TRA QUÂN DỰ BỊ ĐỘNG VIÊN NĂM 2026",
                body=body,
                byline="NGƯỜI VIẾT TIN: ĐẠI ÚY PỜ VĂN LÍNH",
                author="ĐẠI ÚY PỜ VĂN LÍNH",
            )
        ],
        never=("KÍNH GỬI", "TRÂN TRỌNG"),
    )


def forwarded_for_somebody_on_leave() -> Contribution:
    body = paragraphs("""
        Tối 16/11, câu lạc bộ dân vũ thôn Xóm Mới tròn một tuổi. Từ 9 chị em ban đầu, nay câu lạc bộ có 33 thành viên,
        tập đều ba tối mỗi tuần.

        Các chị vừa được mời biểu diễn tại ngày hội đại đoàn kết của xã.
    """)
    text = (
        "Chị Thảo nghỉ nên em chuyển thay ạ.\n\n"
        "---------- Forwarded message ---------\nTừ: Do Guong <guong.do@thu-ca-nhan.example>\n"
        "Date: 21:10, Th 2, 16 thg 11, 2026\nSubject: CLB dân vũ\nTo: Thảo <vhxh@songmau.example>\n\n\n"
        "Gửi Thảo bài về câu lạc bộ của chị nhé.\n\nCâu lạc bộ dân vũ Xóm Mới tròn một tuổi\n\n"
        + "\n\n".join(body)
        + "\n\nGương Đỗ\n"
    )
    return Contribution(
        why="người khác chuyển thay: Chị Thảo nghỉ nên em chuyển thay ạ; thư trong gửi thân mật",
        raw=sent(VHXH, "Fwd: CLB dân vũ", text),
        articles=[Truth(title="Câu lạc bộ dân vũ Xóm Mới tròn một tuổi", body=body)],
        never=("nghỉ nên", "Gửi Thảo", "Subject"),
    )


def old_man_with_a_memory() -> Contribution:
    body = paragraphs("""
        Ngày ấy cả xã chỉ có một cái đài, đặt ở nhà ông chủ nhiệm hợp tác xã. Tối tối, trẻ con người lớn kéo đến ngồi
        kín sân nghe chuyện kể.

        Bây giờ nhà nào cũng có ti vi, điện thoại. Nhưng tôi vẫn nhớ cái đài cũ và tiếng rè rè của nó.
    """)
    text = (
        "Gửi ban biên tập.\nTôi viết mấy dòng hồi ký, mong được góp vào trang của xã.\n\nCái đài của làng\n\n"
        + "\n\n".join(body)
        + "\n\nNgười viết: Hai Nguyễn (hưu trí thôn Bãi Mẫu)\n\nRất vui nếu được phản hồi.\n"
    )
    return Contribution(
        why="hồi ký: mong được góp vào trang; người viết kèm ngoặc đơn; câu cuối Rất vui nếu được phản hồi",
        raw=sent(BAC_HAI, "hoi ky", text),
        articles=[
            Truth(
                title="Cái đài của làng",
                body=body,
                byline="Người viết: Hai Nguyễn (hưu trí thôn Bãi Mẫu)",
                author="Hai Nguyễn",
            )
        ],
        never=("Gửi ban biên tập", "mấy dòng hồi ký", "Rất vui"),
    )


def police_in_two_parts() -> Contribution:
    first = paragraphs("""
        Ngày 17/11, Công an xã An Mẫu vận động người dân thôn Cầu Giả giao nộp bốn khẩu súng săn tự chế. Người giao nộp
        được lập biên bản, không bị xử lý.
    """)
    second = paragraphs("""
        Sáng 18/11, Công an xã trao trả chiếc xe đạp điện bị mất cắp cho em Hù Thị Xe, học sinh lớp 9B. Đối tượng trộm
        cắp đã bị bắt giữ sau ba ngày.
    """)
    page = (
        "<p>Kính gửi BBT, CAX gửi 02 tin ngắn:</p><p><b>1. Vận động giao nộp súng săn tự chế</b></p>"
        f"<p>{first[0]}</p><p><b>2. Trao trả xe đạp điện cho học sinh</b></p><p>{second[0]}</p>"
        "<p style='text-align:right'><b>Tin: Công an xã</b></p><p>Trân trọng./.</p>"
    )
    return Contribution(
        why="hai tin trong thư, tiêu đề đậm đánh số 1., 2. chữ thường; lời thư nói rõ 02 tin; một dòng tác giả chung",
        raw=sent(CONG_AN, "CAX gửi 02 tin", html(page)),
        articles=[
            Truth(title="Vận động giao nộp súng săn tự chế", body=first),
            Truth(title="Trao trả xe đạp điện cho học sinh", body=second, byline="Tin: Công an xã"),
        ],
        never=("Kính gửi", "gửi 02 tin", "Trân trọng"),
    )


def clinic_answers_with_figures() -> Contribution:
    body = paragraphs("""
        Tính đến ngày 17/11, toàn xã An Mẫu ghi nhận 12 ca mắc sốt xuất huyết, giảm 9 ca so với cùng kỳ. Không có ca
        nặng.

        Trạm Y tế đã phun hóa chất tại ba ổ dịch nhỏ ở thôn Xóm Mới, phát tờ rơi tới 480 hộ dân.
    """)
    text = (
        "Theo yêu cầu của BBT, trạm gửi số liệu và tin như dưới đây ạ:\n\n"
        "Toàn xã ghi nhận 12 ca sốt xuất huyết\n\n" + "\n\n".join(body) + "\n\nTrưởng trạm: BS. Lù Thị Nhiệt\n"
        "Có gì BBT alo em: 0900 000 222\n"
    )
    return Contribution(
        why="Theo yêu cầu của BBT, trạm gửi số liệu; dưới là Trưởng trạm: BS. ... và dòng alo",
        raw=sent(TRAM, "số liệu SXH", text),
        articles=[Truth(title="Toàn xã ghi nhận 12 ca sốt xuất huyết", body=body)],
        never=("Theo yêu cầu", "alo em", "Trưởng trạm"),
    )


def women_with_a_poem_title_and_greeting_in_one() -> Contribution:
    body = paragraphs("""
        Chiều 17/11, chi hội phụ nữ thôn Đồng Thử tổ chức gói bánh chưng tặng bộ đội biên phòng. 28 chị em gói được 150
        chiếc bánh từ 60 kg gạo nếp.

        Chi hội trưởng cho biết bánh sẽ được chuyển lên đồn ngay trong đêm.
    """)
    text = (
        "Kính gửi BBT.\n\nHội LHPN xã gửi tin: Bánh chưng xanh tặng bộ đội\n\n"
        + "\n\n".join(body)
        + "\n\nTin, ảnh: Hội LHPN xã\n\nChân thành cảm ơn sự hỗ trợ của quý báo!\n"
    )
    return Contribution(
        why="tiêu đề nằm sau Hội LHPN xã gửi tin:; lời kết gọi nhầm là quý báo",
        raw=sent(HPN, "Tin bánh chưng", text, jpg("goi banh.jpg", 10)),
        articles=[
            Truth(
                title="Bánh chưng xanh tặng bộ đội",
                body=body,
                byline="Tin, ảnh: Hội LHPN xã",
                photos={10: None},
            )
        ],
        never=("Kính gửi", "quý báo"),
    )


def school_without_any_note() -> Contribution:
    body = paragraphs("""
        Chiều 18/11, Liên đội Trường THCS An Mẫu tổng kết đợt thi đua "Hoa điểm tốt dâng thầy cô". Toàn liên đội có
        4.126 điểm 9, điểm 10.

        Chi đội 7A dẫn đầu, được nhận cờ thi đua. Năm bạn có nhiều điểm tốt nhất được tặng bộ sách.
    """)
    page = (
        '<div style="font-family:Arial"><h3>4.126 điểm tốt dâng tặng thầy cô</h3>'
        + "".join(f"<p>{text}</p>" for text in body)
        + '<p style="text-align:right">Liên đội Trường THCS An Mẫu</p></div>'
    )
    return Contribution(
        why="thư chỉ có bài: tiêu đề h3, không lời chào, không lời kết; tên liên đội căn phải là tác giả",
        raw=sent(THCS, "Tin tổng kết thi đua", html(page)),
        articles=[
            Truth(
                title="4.126 điểm tốt dâng tặng thầy cô",
                body=body,
                byline="Liên đội Trường THCS An Mẫu",
            )
        ],
    )


def contributor_with_a_link_to_photos() -> Contribution:
    body = paragraphs("""
        Mấy hôm nay, chợ phiên Bản Nà đông hơn hẳn vì có thêm gian hàng thổ cẩm của tổ hợp tác phụ nữ. Tổ có 16 chị, dệt
        khăn, túi và vỏ gối.

        Chị Vàng Thị Khung, tổ trưởng cho biết mỗi phiên tổ bán được khoảng bốn triệu đồng.
    """)
    text = (
        "Em chào cô chú Ban biên tập ạ!\nEm là Gương, cộng tác viên mới. Em gửi bài đầu tiên, có gì chưa được mong "
        "cô chú "
        "chỉ bảo.\n\nThổ cẩm xuống chợ\n\n"
        + "\n\n".join(body)
        + "\n\nBài: Gương Đỗ\n\nẢnh em để trên Drive, dung lượng lớn quá: https://drive.example/anh-cho\n"
    )
    return Contribution(
        why="cộng tác viên mới tự giới thiệu; sau tác giả có câu nói về ảnh trên Drive với đường dẫn",
        raw=sent(GUONG, "bài cộng tác", text),
        articles=[Truth(title="Thổ cẩm xuống chợ", body=body, byline="Bài: Gương Đỗ", author="Gương Đỗ")],
        never=("Em chào", "cộng tác viên mới", "Drive"),
    )


ALL = (
    hamlet_head_from_a_telephone,
    school_by_outlook_web,
    nursery_with_pictures_in_a_row,
    soldier_in_plain_capitals,
    forwarded_for_somebody_on_leave,
    old_man_with_a_memory,
    police_in_two_parts,
    clinic_answers_with_figures,
    women_with_a_poem_title_and_greeting_in_one,
    school_without_any_note,
    contributor_with_a_link_to_photos,
)
