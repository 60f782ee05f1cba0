"""Letters of the seventh batch, as they come on an ordinary day."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import CONG_AN, DONG_THU, HPN, TRAM, jpg, sent
from tests.contributions.unseen.senders import CONG_DOAN
from tests.mail.making.mime import html


def police_warning_in_the_letter() -> Contribution:
    body = paragraphs("""
        Gần đây trên địa bàn tỉnh xuất hiện thủ đoạn lừa đảo bán vé xem bóng đá giả qua mạng xã hội. Đối tượng lập
        trang giả
        mạo, đăng ảnh vé thật rồi yêu cầu chuyển khoản trước.

        Công an xã khuyến cáo người dân chỉ mua vé qua kênh chính thức, không chuyển tiền cho tài khoản lạ. Khi nghi
        ngờ bị
        lừa, giữ lại tin nhắn, hóa đơn chuyển tiền và trình báo ngay.
    """)
    text = (
        "Kính gửi: BBT Trang TTĐT xã\nCAX gửi BBT nội dung cảnh báo, đề nghị đăng sớm.\n\n"
        "CẢNH BÁO LỪA ĐẢO BÁN VÉ BÓNG ĐÁ QUA MẠNG\n\n" + "\n\n".join(body) + "\n\nCông an xã An Mẫu\n\nTrân trọng./.\n"
    )
    return Contribution(
        why="cảnh báo gõ trong thư; tên đơn vị dưới bài rồi mới Trân trọng",
        raw=sent(CONG_AN, "Cảnh báo lừa đảo", text),
        articles=[Truth(title="CẢNH BÁO LỪA ĐẢO BÁN VÉ BÓNG ĐÁ QUA MẠNG", body=body)],
        never=("Kính gửi", "đề nghị đăng sớm", "Trân trọng"),
    )


def clinic_day_from_a_telephone() -> Contribution:
    body = paragraphs("""
        Sáng nay 06/11 Trạm Y tế xã khám sàng lọc tăng huyết áp, tiểu đường cho 145 người dân thôn Xóm Mới. Qua khám
        phát
        hiện 38 người huyết áp cao, 12 người đường máu cao.

        Trạm đã lập sổ theo dõi, cấp thuốc và hẹn tái khám cho từng người. Tuần sau trạm sẽ khám ở thôn Cầu Giả.
    """)
    page = (
        "<div>Chị Hoa ơi em gửi tin của trạm ạ</div><div><br></div>"
        "<div>Khám sàng lọc bệnh mạn tính tại thôn Xóm Mới</div>"
        "<div><br></div>"
        + "".join(f"<div>{text}</div><div><br></div>" for text in body)
        + "<div>Tin ảnh: Y sĩ Mai</div><div><br></div><div>Em cảm ơn chị nhiều nhé</div><div><br></div>"
        '<div dir="ltr">Đã gửi từ iPhone của tôi</div>'
    )
    return Contribution(
        why="thư iPhone: Chị Hoa ơi, không có gì in đậm, Tin ảnh: Y sĩ Mai, hai ảnh rời",
        raw=sent(TRAM, "tin trạm y tế", html(page), jpg("IMG_3301.jpg", 3), jpg("IMG_3302.jpg", 4)),
        articles=[
            Truth(
                title="Khám sàng lọc bệnh mạn tính tại thôn Xóm Mới",
                body=body,
                byline="Tin ảnh: Y sĩ Mai",
                photos={3: None, 4: None},
            )
        ],
        never=("Chị Hoa ơi", "Em cảm ơn", "iPhone"),
    )


def contest_rules_with_points() -> Contribution:
    body = paragraphs("""
        Công đoàn phường Bến Thử phát động cuộc thi ảnh "Nụ cười người lao động" năm 2026 với thể lệ như sau:

        1. Đối tượng: đoàn viên, người lao động trên địa bàn phường.

        2. Tác phẩm: ảnh màu chụp trong năm 2026, mỗi tác giả gửi không quá năm ảnh.

        3. Thời gian nhận ảnh: từ ngày 10/11 đến hết ngày 10/12/2026.

        4. Giải thưởng: một giải Nhất 5.000.000 đồng, hai giải Nhì 3.000.000 đồng, ba giải Ba 2.000.000 đồng.

        Ảnh dự thi gửi về hộp thư congdoan.benthu@songmau.example, tiêu đề ghi rõ họ tên và đơn vị.
    """)
    text = (
        "Dear BBT,\n\nCông đoàn phường nhờ BBT đăng giúp thể lệ cuộc thi.\n\n"
        "PHÁT ĐỘNG CUỘC THI ẢNH “NỤ CƯỜI NGƯỜI LAO ĐỘNG”\n\n" + "\n".join(body) + "\n\nBest regards,\nMa Thị Phúc Lợi\n"
    )
    return Contribution(
        why="thể lệ cuộc thi: các mục đánh số, câu cuối có địa chỉ thư là nội dung; Dear và Best regards",
        raw=sent(CONG_DOAN, "thể lệ thi ảnh", text),
        articles=[Truth(title="PHÁT ĐỘNG CUỘC THI ẢNH “NỤ CƯỜI NGƯỜI LAO ĐỘNG”", body=body)],
        never=("Dear", "nhờ BBT", "Best regards", "Ma Thị"),
    )


def hamlet_news_with_a_list_at_the_end() -> Contribution:
    body = paragraphs("""
        Thôn Đồng Thử vừa bình xét xong danh hiệu gia đình văn hóa năm 2026. Có 288/312 hộ đạt, chiếm 92,3%.

        Ba gia đình được đề nghị khen thưởng cấp xã gồm:

        - Gia đình ông Lò Văn Kính;

        - Gia đình bà Tòng Thị Nhường;

        - Gia đình anh Cầm Văn Hòa.
    """)
    text = (
        "Kính gửi BBT tin của thôn\n\nĐồng Thử có 288 hộ đạt gia đình văn hóa\n\n"
        + "\n".join(body)
        + "\n\nTrưởng thôn\nLường Văn Mõ\n"
    )
    return Contribution(
        why="bài kết thúc bằng danh sách tên; dưới là Trưởng thôn và họ tên, không có lời kết",
        raw=sent(DONG_THU, "tin thon", text, jpg("binh xet.jpg", 7)),
        articles=[Truth(title="Đồng Thử có 288 hộ đạt gia đình văn hóa", body=body, photos={7: None})],
        never=("Kính gửi", "Lường Văn Mõ"),
    )


def womens_model_in_gmail() -> Contribution:
    sapo = "Mỗi tuần một buổi, các chị ở thôn Cầu Giả cùng nhau nấu bữa trưa cho những em nhỏ đi học xa nhà."
    body = paragraphs("""
        Bếp đặt ở gian sau nhà văn hóa thôn. Chị nào rảnh thì đứng bếp, chị nào bận thì góp rau, góp củi. Mỗi bữa bếp
        nấu 45
        suất, đủ cơm, canh và một món mặn.

        Sau ba tháng, không còn em nào phải nhịn trưa. Cô giáo chủ nhiệm lớp 7A bảo buổi chiều các em học tỉnh táo hẳn.
    """)
    page = (
        '<div dir="ltr">Kính gửi anh chị BBT<div>Hội LHPN xã gửi bài viết, mong anh chị sửa giúp cho hay hơn ạ</div>'
        "<div><br></div>"
        '<div style="text-align:center"><b><font size="4">Bếp ăn trưa ở nhà văn hóa</font></b></div>'
        f"<div><i>{sapo}</i></div><div>{body[0]}</div>"
        f"<div>{body[1]}</div>"
        '<div style="text-align:right"><b>Bài viết: Hà Thị Niêu</b></div><div><br></div>'
        '<div>-- <br><div dir="ltr" class="gmail_signature">Hội LHPN xã An Mẫu<br>ĐT 0900 000 142</div></div></div>'
    )
    return Contribution(
        why="Gmail: tiêu đề chữ to giữa dòng, sapo nghiêng, tác giả căn phải, chữ ký",
        raw=sent(HPN, "Bài bếp ăn trưa", html(page), jpg("bep.jpg", 8)),
        articles=[
            Truth(
                title="Bếp ăn trưa ở nhà văn hóa",
                summary=sapo,
                body=body,
                byline="Bài viết: Hà Thị Niêu",
                author="Hà Thị Niêu",
                photos={8: None},
            )
        ],
        never=("Kính gửi", "mong anh chị", "0900 000 142"),
    )


ALL = (
    police_warning_in_the_letter,
    clinic_day_from_a_telephone,
    contest_rules_with_points,
    hamlet_news_with_a_list_at_the_end,
    womens_model_in_gmail,
)
