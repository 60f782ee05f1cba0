"""Letters of the twelfth batch whose text stands in the mail: the last week of November."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.pictures import picture
from tests.contributions.sending import (
    CONG_AN,
    DOAN,
    GUONG,
    HPN,
    THCS,
    TRAM,
    VAN_PHONG,
    jpg,
    sent,
    with_pictures,
)
from tests.contributions.unseen.senders import HTX, KINH_TE, MAM_NON, MTTQ
from tests.mail.making.mime import attachment, html
from tests.mail.making.zips import Entry, archive

TUESDAY = "Tue, 24 Nov 2026 10:11:02 +0700"
FRIDAY = "Fri, 27 Nov 2026 15:52:47 +0700"


def police_by_the_outlook_app() -> Contribution:
    body = paragraphs("""
        Rạng sáng 23/11, Tổ tuần tra Công an xã An Mẫu phát hiện và kịp thời dập tắt đám cháy tại kho chứa rơm của gia
        đình bà Lò Thị Ún, thôn Đồng Thử.

        Đám cháy không gây thiệt hại về người, thiêu rụi khoảng 2 tấn rơm. Nguyên nhân ban đầu xác định do chập điện.

        Công an xã khuyến cáo nhân dân thường xuyên kiểm tra đường dây điện, không để rơm rạ gần bếp và ổ cắm.
    """)
    page = (
        '<html><body dir="auto"><div dir="ltr">Gửi BBT tin nóng nhé, anh đang ở hiện trường.</div>'
        '<div dir="ltr"><br></div><div dir="ltr">KỊP THỜI DẬP TẮT ĐÁM CHÁY KHO RƠM Ở ĐỒNG THỬ</div>'
        '<div dir="ltr"><br></div>'
        + '<div dir="ltr"><br></div>'.join(f'<div dir="ltr">{text}</div>' for text in body)
        + '<div dir="ltr"><br></div><div dir="ltr">Tin: CAX</div><div id="ms-outlook-mobile-signature"><div><br></div>'
        'Tải <a href="https://aka.example/o0ukef">Outlook cho iOS</a></div></body></html>'
    )
    return Contribution(
        why="Outlook trên iPhone: lời nhắn một câu, tiêu đề hoa, Tin: CAX, dòng Tải Outlook cho iOS",
        raw=sent(CONG_AN, "Cháy kho rơm", html(page), jpg("image0.jpeg", 1), jpg("image1.jpeg", 2), date=TUESDAY),
        articles=[
            Truth(
                title="KỊP THỜI DẬP TẮT ĐÁM CHÁY KHO RƠM Ở ĐỒNG THỬ",
                body=body,
                byline="Tin: CAX",
                photos={1: None, 2: None},
            )
        ],
        never=("ở hiện trường", "Outlook cho iOS"),
    )


def office_resends_after_remarks() -> Contribution:
    body = paragraphs("""
        Sáng 24/11, UBND xã An Mẫu tổ chức phiên họp thường kỳ tháng 11. Đồng chí Lê Thị Thử, Chủ tịch UBND xã chủ trì
        phiên họp.

        Phiên họp xem xét dự toán ngân sách năm 2027, phương án sắp xếp các điểm trường lẻ và kế hoạch tổ chức Tết cho
        hộ nghèo.

        Kết luận phiên họp, đồng chí Chủ tịch UBND xã giao Phòng Kinh tế hoàn thiện dự toán, trình HĐND xã trước ngày
        05/12.
    """)
    text = (
        "Chào BBT,\n\nVăn phòng gửi lại tin phiên họp đã chỉnh sửa theo góp ý của BBT (bổ sung ý kết luận), BBT dùng "
        "bản này giúp.\n\nSau đây là nội dung tin:\n\nPHIÊN HỌP THƯỜNG KỲ THÁNG 11 CỦA UBND XÃ AN MẪU\n\n"
        + "\n\n".join(body)
        + "\n\nThực hiện: Lan Phương\n\nCảm ơn BBT.\n\nLan Phương\nVăn phòng HĐND & UBND xã\n"
    )
    return Contribution(
        why="gửi lại bản đã sửa theo góp ý; Sau đây là nội dung tin:; Thực hiện: và chữ ký cùng một người",
        raw=sent(VAN_PHONG, "Tin phiên họp T11 (bản sửa)", text, jpg("phien hop.jpg", 3), date=TUESDAY),
        articles=[
            Truth(
                title="PHIÊN HỌP THƯỜNG KỲ THÁNG 11 CỦA UBND XÃ AN MẪU",
                body=body,
                byline="Thực hiện: Lan Phương",
                author="Lan Phương",
                photos={3: None},
            )
        ],
        never=("Chào BBT", "theo góp ý", "Sau đây là", "Cảm ơn BBT"),
    )


def nursery_with_a_labelled_letter() -> Contribution:
    body = paragraphs("""
        Sáng 25/11, Trường Mầm non Hoa Mẫu tổ chức diễn tập thoát hiểm khi có cháy cho 230 trẻ và 24 cán bộ, giáo viên.

        Khi chuông báo động vang lên, các cô hướng dẫn trẻ dùng khăn ướt che mũi, cúi thấp người và đi theo hàng ra sân.
        Sau bốn phút, toàn bộ trẻ đã có mặt tại điểm tập kết an toàn.
    """)
    page = (
        '<div dir="ltr"><div>Kính gửi Ban Biên tập</div><div>- Tiêu đề: <b>Bé tập thoát hiểm khi có cháy</b></div>'
        f"<div>- Nội dung:</div><div>{body[0]}</div><div>{body[1]}</div>"
        "<div>- Người viết: Lường Nhài</div><div>- Ảnh: 02 ảnh đính kèm</div><div>Trân trọng cảm ơn!</div></div>"
    )
    return Contribution(
        why="thư Gmail ghi nhãn có gạch đầu dòng: - Tiêu đề:, - Nội dung:, - Người viết:, - Ảnh:",
        raw=sent(
            MAM_NON, "Tin diễn tập PCCC", html(page), jpg("dien tap 1.jpg", 4), jpg("dien tap 2.jpg", 5), date=FRIDAY
        ),
        articles=[
            Truth(
                title="Bé tập thoát hiểm khi có cháy",
                body=body,
                byline="Người viết: Lường Nhài",
                author="Lường Nhài",
                photos={4: None, 5: None},
            )
        ],
        never=("Kính gửi", "Nội dung:", "02 ảnh", "Trân trọng"),
    )


def women_with_a_list_of_prizes() -> Contribution:
    body = paragraphs("""
        Tối 22/11, Hội LHPN xã An Mẫu tổ chức hội thi "Bữa cơm gia đình ấm áp yêu thương" với sự góp mặt của 7 chi hội.

        Mỗi đội có 60 phút để nấu một mâm cơm bốn món, chi phí không quá 200.000 đồng, sau đó thuyết trình về ý nghĩa
        mâm cơm.

        Kết quả chung cuộc:

        Giải Nhất: Chi hội thôn Bãi Mẫu

        Giải Nhì: Chi hội thôn Đồng Thử, Chi hội thôn Khe Ngõa

        Giải Ba: Chi hội thôn Xóm Mới
    """)
    page = (
        '<div dir="ltr"><div>Hội gửi BBT tin hội thi nấu ăn tối qua.</div><div><br></div>'
        '<div><b><font size="4">Ấm áp hội thi “Bữa cơm gia đình”</font></b></div><div><br></div>'
        f'<div>{body[0]}</div><div><img src="cid:pic6" width="540"></div><div><i>Các đội tranh tài nấu ăn</i></div>'
        f"<div>{body[1]}</div><div>{body[2]}</div><ul><li>{body[3]}</li><li>{body[4]}</li><li>{body[5]}</li></ul>"
        '<div><img src="cid:pic7" width="540"></div><div><i>Ban Tổ chức trao giải Nhất cho Chi hội thôn Bãi Mẫu</i>'
        "</div><div><b>Hà Niêu</b></div><div><br></div><div>Hội LHPN xã An Mẫu xin trân trọng cảm ơn BBT</div></div>"
    )
    return Contribution(
        why="Gmail: tiêu đề chữ to, danh sách giải trong ul, ảnh giữa và cuối; tên tác giả đậm một mình sau ảnh cuối",
        raw=sent(HPN, "Tin hội thi nấu ăn", with_pictures(page, [6, 7]), date=TUESDAY),
        articles=[
            Truth(
                title="Ấm áp hội thi “Bữa cơm gia đình”",
                body=body,
                byline="Hà Niêu",
                author="Hà Niêu",
                photos={6: "Các đội tranh tài nấu ăn", 7: "Ban Tổ chức trao giải Nhất cho Chi hội thôn Bãi Mẫu"},
            )
        ],
        never=("tối qua", "trân trọng cảm ơn"),
    )


def clinic_with_advice_in_points() -> Contribution:
    body = paragraphs("""
        Thời tiết giao mùa, số trẻ mắc tay chân miệng đến khám tại Trạm Y tế xã An Mẫu tăng gấp đôi so với tháng trước,
        trung bình mỗi ngày 6 ca.

        Để chủ động phòng bệnh, Trạm Y tế khuyến cáo người dân:

        - Rửa tay thường xuyên bằng xà phòng cho cả trẻ và người chăm sóc.

        - Làm sạch đồ chơi, bàn ghế, sàn nhà hằng ngày.

        - Không cho trẻ mắc bệnh đến lớp trong vòng 10 ngày.

        - Khi trẻ sốt cao, nôn nhiều, giật mình, đưa ngay đến cơ sở y tế.
    """)
    text = (
        "Kính gửi BBT, nhờ BBT đăng bài tuyên truyền giúp trạm.\n\n"
        "Chủ động phòng bệnh tay chân miệng cho trẻ\n\n" + "\n".join(body[:2]) + "\n" + "\n".join(body[2:]) + "\n"
        "                                                  Trạm Y tế xã An Mẫu\n\n"
        "-------------------------\nMail này được gửi từ hệ thống thư điện tử tỉnh Sông Mẫu. Vui lòng không in thư nếu "
        "không thật sự cần thiết.\n"
    )
    return Contribution(
        why="gạch đầu dòng trong thư chữ thường; tên trạm lùi sang phải; chân thư của hệ thống tỉnh",
        raw=sent(TRAM, "Bài tuyên truyền TCM", text, date=FRIDAY),
        articles=[Truth(title="Chủ động phòng bệnh tay chân miệng cho trẻ", body=body, byline="Trạm Y tế xã An Mẫu")],
        never=("Kính gửi", "hệ thống thư điện tử", "không in thư"),
    )


def school_two_items_with_asterisks() -> Contribution:
    first = paragraphs("""
        Chiều 24/11, đội tuyển bóng đá nam Trường THCS An Mẫu thắng Trường THCS Bến Thử 2 - 0, giành quyền vào bán kết
        giải học sinh toàn tỉnh. Hai bàn thắng do công của em Quàng Văn Sút, lớp 9A.
    """)
    second = paragraphs("""
        Sáng 25/11, Trường THCS An Mẫu phối hợp Thư viện tỉnh tổ chức chuyến xe sách lưu động. Hơn 500 học sinh được đọc
        sách, làm thẻ bạn đọc và thi giới thiệu cuốn sách em yêu.

        Thư viện tỉnh tặng nhà trường 120 đầu sách.
    """)
    text = (
        "Em chào cô Thảo, trường em gửi cô hai tin của tuần này ạ.\n\n"
        "* THCS An Mẫu vào bán kết giải bóng đá học sinh\n\n"
        + first[0]
        + "\n\n* Chuyến xe sách lưu động về trường\n\n"
        + "\n\n".join(second)
        + "\n\nẢnh: bong da.jpg là của tin 1, xe sach.jpg là của tin 2.\n\nEm Trang - GV Tin học\n"
    )
    return Contribution(
        why="hai tin mở đầu bằng dấu *; câu nói ảnh nào của tin nào; ký tên - chức vụ",
        raw=sent(THCS, "Tin THCS An Mẫu", text, jpg("xe sach.jpg", 9), jpg("bong da.jpg", 8), date=FRIDAY),
        articles=[
            Truth(title="THCS An Mẫu vào bán kết giải bóng đá học sinh", body=first, photos={8: None}),
            Truth(title="Chuyến xe sách lưu động về trường", body=second, photos={9: None}),
        ],
        never=("Em chào cô", "là của tin", "Em Trang"),
    )


def front_forwards_as_a_file() -> Contribution:
    body = paragraphs("""
        Chiều 23/11, Ban Công tác Mặt trận thôn Khe Ngõa bàn giao nhà đại đoàn kết cho bà Giàng Thị Nếp, hộ nghèo neo
        đơn của thôn.

        Ngôi nhà rộng 42 m2, trị giá 85 triệu đồng, trong đó Quỹ "Vì người nghèo" hỗ trợ 60 triệu đồng, còn lại là công
        sức của bà con.
    """)
    inner = sent(
        GUONG,
        "Bàn giao nhà đại đoàn kết",
        "Em gửi chị tin bàn giao nhà ạ\n\nBàn giao nhà đại đoàn kết ở Khe Ngõa\n\n"
        + "\n\n".join(body)
        + "\n\nTin, ảnh: Đỗ Gương\n",
        jpg("ban giao.jpg", 10),
        date=TUESDAY,
    )
    return Contribution(
        why="chuyển tiếp dưới dạng tệp .eml đính kèm, trong đó có bài và ảnh",
        raw=sent(
            MTTQ,
            "Fw: Bàn giao nhà đại đoàn kết",
            "Chuyển BBT đăng giúp tin của cộng tác viên.\n\nTrân trọng\n",
            attachment("Ban giao nha.eml", "message/rfc822", inner),
            date=FRIDAY,
        ),
        articles=[
            Truth(
                title="Bàn giao nhà đại đoàn kết ở Khe Ngõa",
                body=body,
                byline="Tin, ảnh: Đỗ Gương",
                author="Đỗ Gương",
                photos={10: None},
            )
        ],
        never=("Chuyển BBT", "Em gửi chị"),
    )


def cooperative_with_photos_in_an_archive() -> Contribution:
    body = paragraphs("""
        Tại Hội chợ nông sản vùng cao tổ chức cuối tuần qua, gian hàng của Hợp tác xã Rau Bến Thử bán hết 1,4 tấn rau,
        củ chỉ trong hai ngày.

        Nhiều khách hàng đặt mua định kỳ hằng tuần qua mạng. Hợp tác xã cũng ký được hợp đồng cung cấp rau cho ba trường
        học bán trú.
    """)
    text = (
        "Chào ban biên tập,\n\nHTX Rau Bến Thử gửi tin hội chợ, ảnh nén trong file zip.\n\n"
        "Rau Bến Thử “cháy hàng” ở hội chợ\n\n" + "\n\n".join(body) + "\n\nẢnh 1: Gian hàng của HTX tại hội chợ\n"
        "Ảnh 2: Khách chọn mua rau\n\nTin, ảnh: Sìn Văn Cải, Giám đốc HTX\n"
    )
    packed = archive([Entry(name="anh1.jpg", content=picture(11)), Entry(name="anh2.jpg", content=picture(12))])
    return Contribution(
        why="bài trong thư, ảnh nén trong zip tên anh1, anh2; chú thích Ảnh 1:, Ảnh 2: trên dòng tác giả",
        raw=sent(HTX, "HTX gửi tin", text, attachment("anh hoi cho.zip", "application/zip", packed), date=TUESDAY),
        articles=[
            Truth(
                title="Rau Bến Thử “cháy hàng” ở hội chợ",
                body=body,
                byline="Tin, ảnh: Sìn Văn Cải, Giám đốc HTX",
                author="Sìn Văn Cải",
                photos={11: "Gian hàng của HTX tại hội chợ", 12: "Khách chọn mua rau"},
            )
        ],
        never=("Chào ban biên tập", "ảnh nén"),
    )


def economy_recruits() -> Contribution:
    body = paragraphs("""
        Ban Quản lý chợ An Mẫu cần tuyển 02 nhân viên bảo vệ và 01 nhân viên vệ sinh môi trường.

        Yêu cầu: là công dân cư trú trên địa bàn xã, tuổi từ 20 đến 50, có sức khỏe tốt, lý lịch rõ ràng.

        Mức lương: từ 5,5 đến 6,5 triệu đồng/tháng, được đóng bảo hiểm theo quy định.

        Hồ sơ nộp tại văn phòng Ban Quản lý chợ trước ngày 10/12/2026. Điện thoại liên hệ: 0900 000 241 (gặp anh Páo).
    """)
    text = (
        "Phòng Kinh tế chuyển BBT đăng giúp Ban Quản lý chợ ạ.\n\nBAN QUẢN LÝ CHỢ AN MẪU THÔNG BÁO TUYỂN DỤNG\n\n"
        + "\n\n".join(body)
        + "\n\nTrân trọng thông báo!\n"
    )
    return Contribution(
        why="thông báo tuyển dụng: điện thoại liên hệ là nội dung; Trân trọng thông báo! là lời kết",
        raw=sent(KINH_TE, "Đăng tuyển dụng", text, date=FRIDAY),
        articles=[
            Truth(
                title="BAN QUẢN LÝ CHỢ AN MẪU THÔNG BÁO TUYỂN DỤNG",
                body=body,
                genre="Thông báo",
            )
        ],
        never=("chuyển BBT", "Trân trọng"),
    )


def youth_with_the_byline_under_the_title() -> Contribution:
    body = paragraphs("""
        Không chờ có vốn lớn mới khởi nghiệp, anh Lò Văn Nấm ở thôn Xóm Mới bắt đầu từ 200 bịch phôi nấm sò đặt trong
        gian bếp cũ.

        Sau ba năm, trại nấm của anh có 6.000 bịch, mỗi tháng xuất bán 8 tạ, cho thu nhập gần 15 triệu đồng.

        Anh Nấm còn hướng dẫn kỹ thuật cho năm thanh niên trong xã cùng làm.
    """)
    page = (
        '<div dir="ltr"><p>Đoàn xã gửi BBT bài gương thanh niên khởi nghiệp tháng 11.</p>'
        '<p style="text-align:center"><b>KHỞI NGHIỆP TỪ GIAN BẾP CŨ</b></p>'
        '<p style="text-align:center"><i>Bài và ảnh: Cầm Xanh</i></p>'
        + "".join(f"<p>{text}</p>" for text in body)
        + "<p>--</p><p>Đoàn TNCS Hồ Chí Minh xã An Mẫu</p></div>"
    )
    return Contribution(
        why="dòng tác giả nằm ngay dưới tiêu đề; chữ ký Đoàn xã sau hai gạch",
        raw=sent(DOAN, "Bài thanh niên khởi nghiệp", html(page), jpg("anh Nam.jpg", 1), date=FRIDAY),
        articles=[
            Truth(
                title="KHỞI NGHIỆP TỪ GIAN BẾP CŨ",
                body=body,
                byline="Bài và ảnh: Cầm Xanh",
                author="Cầm Xanh",
                photos={1: None},
            )
        ],
        never=("gửi BBT", "Hồ Chí Minh"),
    )


ALL = (
    police_by_the_outlook_app,
    office_resends_after_remarks,
    nursery_with_a_labelled_letter,
    women_with_a_list_of_prizes,
    clinic_with_advice_in_points,
    school_two_items_with_asterisks,
    front_forwards_as_a_file,
    cooperative_with_photos_in_an_archive,
    economy_recruits,
    youth_with_the_byline_under_the_title,
)
