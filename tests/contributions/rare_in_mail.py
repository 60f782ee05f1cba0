"""What is met now and then in letters: slogans below the name, dictated news, questions that are an article."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import CONG_AN, DOAN, DONG_THU, GUONG, HND, THCS, VAN_PHONG, VHXH, both, jpg, sent
from tests.mail.making.mime import html


def request_and_article_in_one_breath() -> Contribution:
    body = paragraphs("""
        Sáng nay 14/10, thôn Đồng Thử bốc xếp xong 26 tấn lúa giống cho bà con vay, mỗi hộ ba mươi cân, cuối vụ trả
        bằng thóc.

        Cách làm này có từ sáu năm nay, do chi bộ khởi xướng sau trận lũ làm trôi kho giống của gần nửa thôn.
    """)
    text = (
        "BBT ơi thôn có tin này gửi BBT nhé.\n\nKho giống nghĩa tình\n\n"
        + "\n\n".join(body)
        + "\n\nViết bởi Hợi - trưởng thôn\n"
    )
    return Contribution(
        why="lời nhắn suồng sã; dòng cuối: Viết bởi Hợi - trưởng thôn",
        raw=sent(DONG_THU, "kho giong", text),
        articles=[Truth(title="Kho giống nghĩa tình", body=body, byline="Viết bởi Hợi - trưởng thôn", author="Hợi")],
        never=("BBT",),
    )


def signature_with_a_slogan() -> Contribution:
    body = paragraphs("""
        Trong buổi chào cờ sáng thứ Hai, Trường THCS An Mẫu phát động cuộc thi viết thư cho tương lai. Học sinh viết
        cho chính mình năm 25 tuổi, bỏ vào hộp gỗ niêm phong.

        Chiếc hộp sẽ được mở vào năm 2036 trước sự có mặt của các cựu học sinh. Sau hai ngày, đã có 311 bức thư.
    """)
    page = (
        "<div>Kính thưa Ban biên tập, nhà trường xin gửi tới quý Ban tin sau:</div><br>"
        "<div><b>Viết thư cho tuổi hai mươi lăm</b></div>"
        + "".join(f"<p>{text}</p>" for text in body)
        + "<p><b>Tin: Thầy Hưng</b></p><p>Kính chúc Ban biên tập sức khỏe, thành công!</p>"
        '<p style="color:gray">TRƯỜNG THCS AN MẪU<br>Thi đua dạy tốt, học tốt<br>Website: thcsanmau.songmau.example</p>'
    )
    return Contribution(
        why="lời chúc cuối thư, chữ ký có khẩu hiệu và trang web",
        raw=sent(THCS, "tin cuộc thi", html(page)),
        articles=[
            Truth(title="Viết thư cho tuổi hai mươi lăm", body=body, byline="Tin: Thầy Hưng", author="Thầy Hưng")
        ],
        never=("Kính thưa", "Kính chúc", "Website", "Thi đua dạy tốt"),
    )


def article_with_a_list_of_names() -> Contribution:
    body = [
        (
            "Hội đồng Nghĩa vụ quân sự xã thông báo danh sách công dân khám tuyển ngày 20/10/2026 tại Trạm Y "
            "tế xã, bắt đầu từ 7 giờ:"
        ),
        "1. Mã Văn Khỏe",
        "2. Ngân Văn Mạnh",
        "3. Sầm Văn Vững",
        (
            "Công dân mang theo căn cước và giấy gọi khám. Người vắng mặt không có lý do chính đáng sẽ bị xử "
            "lý theo quy định."
        ),
        "Đề nghị các thôn đọc danh sách trên loa hằng ngày.",
    ]
    text = (
        "Kính gửi BBT đăng giúp thông báo:\n\nThông báo lịch khám tuyển nghĩa vụ quân sự\n\n"
        + "\n".join(body)
        + "\n\nTrân trọng!\n"
    )
    return Contribution(
        why="danh sách tên người trong bài; câu cuối bắt đầu bằng Đề nghị",
        raw=sent(CONG_AN, "lịch khám NVQS", text),
        articles=[Truth(title="Thông báo lịch khám tuyển nghĩa vụ quân sự", body=body, genre="Thông báo")],
        never=("Kính gửi", "Trân trọng"),
    )


def title_in_quotation_marks_in_the_note() -> Contribution:
    body = paragraphs("""
        Không còn cảnh chen nhau đóng tiền ở nhà trưởng thôn, từ tháng 10 người dân xã An Mẫu nộp phí vệ sinh qua mã
        QR dán ở cổng nhà. Tổ thu gom chỉ việc quét để biết hộ nào đã nộp.

        Sau nửa tháng, 71% số hộ đã nộp theo cách mới. Các cụ già được đoàn viên đến tận nơi hướng dẫn, ai không
        dùng điện thoại vẫn nộp tiền mặt như cũ.
    """)
    text = (
        'Kính gửi: Ban biên tập\n\nVăn phòng gửi tin: "Nộp phí vệ sinh bằng mã QR" để đăng trong tuần này.\n\n'
        + "\n\n".join(body)
        + "\n\nTin: Văn phòng UBND xã\n"
    )
    return Contribution(
        why="tiêu đề nằm trong ngoặc kép giữa lời thư, bài vào thẳng nội dung",
        raw=sent(VAN_PHONG, "Tin: Nộp phí vệ sinh bằng mã QR", text),
        articles=[Truth(title="Nộp phí vệ sinh bằng mã QR", body=body, byline="Tin: Văn phòng UBND xã")],
        never=("Kính gửi", "để đăng trong tuần"),
    )


def gmail_plain_with_stars() -> Contribution:
    body = paragraphs("""
        Lớp học đàn tính của nghệ nhân Nông Văn Dây Tơ mở tại nhà văn hóa thôn Cầu Giả đã bước sang tuần thứ năm.
        Hai mươi hai học trò, nhỏ nhất lớp 3, lớn nhất là bác công chức vừa nghỉ hưu.

        Học phí là một bó củi hoặc một bài hát cũ ghi lại từ ông bà. Đến nay thầy trò đã sưu tầm được 34 bài then.
    """)
    text = "Chào BBT,\n\n*Lớp học đàn tính*\n\n" + "\n\n".join(body) + "\n\n*Bài: Nốt Trầm*\n\nThân mến,\nPhòng VHXH\n"
    page = (
        '<div dir="ltr">Chào BBT,<br><br><b>Lớp học đàn tính</b><br><br>'
        + "<br><br>".join(body)
        + "<br><br><b>Bài: Nốt Trầm</b><br><br>Thân mến,<br>Phòng VHXH</div>"
    )
    return Contribution(
        why="Gmail: mọi thứ trong một div, cách nhau bằng br; lời kết Thân mến",
        raw=sent(VHXH, "bai dan tinh", both(text, page)),
        articles=[Truth(title="Lớp học đàn tính", body=body, byline="Bài: Nốt Trầm", author="Nốt Trầm", genre="Bài")],
        never=("Chào BBT", "Thân mến", "Phòng VHXH"),
    )


def voice_typed_from_a_phone() -> Contribution:
    body = [
        (
            "chiều nay hội phụ nữ thôn bãi mẫu tổ chức gói 300 chiếc bánh chưng gửi đồng bào vùng lũ. có 25 "
            "chị tham gia, gạo nếp do bà con góp được 90 cân, thịt và "
            "đỗ mua bằng quỹ chi hội. bánh luộc suốt đêm, sáng mai 5 giờ xe chở đi."
        )
    ]
    text = "Chị ơi đăng giúp em tin này với\n" + body[0] + "\nEm Hoa chi hội trưởng\nĐược gửi từ điện thoại của tôi\n"
    return Contribution(
        why="nhắn bằng giọng nói: không viết hoa, không tiêu đề, xưng tên cuối thư",
        raw=sent(GUONG, "tin", text, jpg("IMG_0001.jpg", 7)),
        articles=[Truth(title=None, body=body, photos={7: None})],
        never=("Chị ơi", "điện thoại của tôi"),
    )


def two_photos_with_captions_in_the_letter() -> Contribution:
    body = paragraphs("""
        Đoàn xã An Mẫu vừa khánh thành sân chơi thiếu nhi làm từ lốp xe cũ tại thôn Xóm Mới. Mười bốn món đồ chơi
        như xích đu, bập bênh, cầu thăng bằng do đoàn viên tự tay cắt, sơn.

        Tổng chi phí 8 triệu đồng, chủ yếu mua sơn và dây thừng. Chiều nào sân cũng đông trẻ nhỏ.
    """)
    text = (
        "Gửi BBT tin sân chơi:\n\nSân chơi từ lốp xe cũ\n\n"
        + "\n\n".join(body)
        + "\n\nAnh 1: Doan vien son lop xe\nAnh 2: Tre em choi xich du\n\nTin, ảnh: Bánh Xe\n"
    )
    return Contribution(
        why="chú thích gõ không dấu Anh 1:, Anh 2: trong thư có dấu",
        raw=sent(DOAN, "tin sân chơi", text, jpg("Anh 1.jpg", 8), jpg("Anh 2.jpg", 9)),
        articles=[
            Truth(
                title="Sân chơi từ lốp xe cũ",
                body=body,
                byline="Tin, ảnh: Bánh Xe",
                author="Bánh Xe",
                photos={8: "Doan vien son lop xe", 9: "Tre em choi xich du"},
            )
        ],
        never=("Gửi BBT",),
    )


def farmers_ask_in_the_article() -> Contribution:
    body = paragraphs("""
        Hỏi: Lúa đang đòng bị vàng lá từ chóp xuống, có phải do thiếu đạm không?

        Đáp: Không hẳn. Cần nhổ vài khóm xem rễ. Nếu rễ đen, có mùi tanh thì đất bị ngộ độc hữu cơ, phải rút nước
        phơi ruộng ba ngày rồi bón lân.

        Hỏi: Khi nào thì phun phòng đạo ôn cổ bông?

        Đáp: Khi lúa trỗ lác đác, phun vào chiều mát, đủ lượng nước hai bình một sào.
    """)
    text = (
        "Kính gửi Ban biên tập mục Nhà nông hỏi đáp:\n\nNhà nông hỏi, cán bộ khuyến nông trả lời\n\n"
        + "\n\n".join(body)
        + ("\n\nBiên soạn: KS. Lúa Trổ\n")
    )
    return Contribution(
        why="mục hỏi đáp khuyến nông do Hội biên soạn: là bài, không phải câu hỏi của dân",
        raw=sent(HND, "Nhà nông hỏi đáp số 10", text),
        articles=[
            Truth(
                title="Nhà nông hỏi, cán bộ khuyến nông trả lời",
                body=body,
                byline="Biên soạn: KS. Lúa Trổ",
                author="KS. Lúa Trổ",
            )
        ],
        never=("Kính gửi",),
    )


ALL = (
    request_and_article_in_one_breath,
    signature_with_a_slogan,
    article_with_a_list_of_names,
    title_in_quotation_marks_in_the_note,
    gmail_plain_with_stars,
    voice_typed_from_a_phone,
    two_photos_with_captions_in_the_letter,
    farmers_ask_in_the_article,
)
