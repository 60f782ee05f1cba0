"""Letters of the fourteenth batch: texts that a program wrote, lists on keys, a line below the note."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import (
    DOAN,
    GUONG,
    THCS,
    jpg,
    sent,
)  # fmt: skip
from tests.contributions.unseen.senders import BAC_HAI, CCB, QUAN_SU
from tests.mail.making.mime import html

FRIDAY = "Fri, 04 Dec 2026 08:11:50 +0700"


def written_by_a_machine() -> Contribution:
    sapo = "Ngày 03/12, xã An Mẫu chính thức đưa vào hoạt động điểm thu mua phế liệu gây quỹ cho học sinh nghèo."
    body = paragraphs("""
        Điểm thu mua đặt tại sân nhà văn hóa thôn Đồng Thử, mở cửa sáng thứ bảy hằng tuần.

        Ngay buổi đầu, bà con đã mang đến hơn 400 kg giấy vụn, vỏ lon.

        Số tiền thu được sẽ mua áo ấm cho 26 em nhỏ trước Tết.
    """)
    text = (
        "Dạ em gửi BBT bài ạ.\n\nDưới đây là bài viết theo yêu cầu của bạn:\n\n**Phế liệu thành áo ấm cho học "
        "sinh nghèo**\n\n"
        f"**{sapo}**\n\n" + "\n\n".join(body) + "\n\nNếu bạn cần chỉnh sửa thêm, hãy cho tôi biết nhé!\n\nGương\n"
    )
    return Contribution(
        why="bài do trợ lý máy viết dán nguyên: Dưới đây là bài viết theo yêu cầu, dấu ** quanh tiêu đề và sapo",
        raw=sent(GUONG, "bài phế liệu", text, jpg("phe lieu.jpg", 10), date=FRIDAY),
        articles=[
            Truth(
                title="Phế liệu thành áo ấm cho học sinh nghèo",
                summary=sapo,
                body=body,
                author="Đỗ Thị Gương",
                photos={10: None},
            )
        ],
        never=("em gửi", "yêu cầu của bạn", "chỉnh sửa thêm", "**"),
    )


def labels_in_asterisks() -> Contribution:
    body = paragraphs("""
        Sáng 04/12, Đoàn Thanh niên xã An Mẫu ra mắt tổ công nghệ số lưu động gồm 12 đoàn viên.

        Mỗi tối thứ năm, tổ đến một thôn giúp bà con cài chữ ký số, nộp hồ sơ qua mạng.
    """)
    text = (
        "Gửi BBT\n\n**Tiêu đề:** Tổ công nghệ số lưu động của tuổi trẻ An Mẫu\n\n**Nội dung:**\n\n"
        + "\n\n".join(body)
        + "\n\n**Tác giả:** Sầm Huy\n"
    )
    return Contribution(
        why="nhãn trong dấu ** như máy viết: **Tiêu đề:**, **Nội dung:**, **Tác giả:**",
        raw=sent(DOAN, "tin tổ công nghệ", text, jpg("to cong nghe.jpg", 11), date=FRIDAY),
        articles=[
            Truth(
                title="Tổ công nghệ số lưu động của tuổi trẻ An Mẫu",
                body=body,
                byline="Tác giả: Sầm Huy",
                author="Sầm Huy",
                photos={11: None},
            )
        ],
        never=("Gửi BBT", "Nội dung:", "**"),
    )


def numbers_in_boxes() -> Contribution:
    body = [
        "Trước đợt rét đậm, Ban Chỉ huy Quân sự xã An Mẫu đề nghị các hộ chăn nuôi làm ngay ba việc:",
        "1. Che kín chuồng trại, dự trữ rơm khô đủ dùng 15 ngày.",
        "2. Không thả rông trâu, bò khi nhiệt độ dưới 12 độ.",
        "3. Báo ngay cho trưởng thôn khi gia súc có dấu hiệu bị ốm.",
        "Dân quân các thôn trực 24/24 giờ, sẵn sàng giúp dân dựng lại chuồng trại bị gió lốc làm hư hỏng.",
    ]
    text = (
        "Nhờ BBT đăng gấp giúp Ban CHQS.\n\n📢 BA VIỆC CẦN LÀM TRƯỚC ĐỢT RÉT ĐẬM\n\n"
        + body[0]
        + f"\n1️⃣ {body[1][3:]}\n2️⃣ {body[2][3:]}\n"
        f"3️⃣ {body[3][3:]}\n\n{body[4]}\n"
    )
    return Contribution(
        why="chép từ Zalo: loa ở đầu tiêu đề, số trong ô vuông 1️⃣ 2️⃣ 3️⃣ đầu các ý",
        raw=sent(QUAN_SU, "đăng gấp", text, date=FRIDAY),
        articles=[Truth(title="BA VIỆC CẦN LÀM TRƯỚC ĐỢT RÉT ĐẬM", body=body)],
        never=("đăng gấp", "📢"),
    )


def a_drawn_line_below_the_note() -> Contribution:
    body = paragraphs("""
        Sáng 04/12, Hội Cựu chiến binh xã An Mẫu trao 20 con bò giống cho hội viên nghèo từ nguồn quỹ "Nghĩa tình đồng
        đội".

        Mỗi con bò trị giá 12 triệu đồng. Sau ba năm, hội viên hoàn lại một con bê để Hội trao cho người khác.

        Ông Đèo Văn Chiến, Chủ tịch Hội cho biết đã có 31 hội viên thoát nghèo nhờ cách làm này.
    """)
    page = (
        '<html><body><div style="font-family: arial; font-size: 12pt"><div>Kính gửi đồng chí Họa!</div><div>Hội '
        "CCB gửi bài "
        "để đồng chí duyệt đăng. Ảnh Hội gửi qua Zalo sau.</div><div>Kính thư</div><div>Đèo Văn Chiến</div><hr>"
        "<div><strong>Bò giống nghĩa tình</strong></div>"
        + "".join(f"<div>{text}</div>" for text in body)
        + "<div><em>Tin: Văn Chiến</em></div></div></body></html>"
    )
    return Contribution(
        why="Zimbra: lời thư và tên ký ở trên một đường kẻ, bài ở dưới",
        raw=sent(CCB, "Bài bò giống", html(page), date=FRIDAY),
        articles=[Truth(title="Bò giống nghĩa tình", body=body, byline="Tin: Văn Chiến", author="Văn Chiến")],
        never=("Kính gửi", "qua Zalo", "Kính thư", "Hội CCB gửi"),
    )


def captions_in_a_row_after_a_colon() -> Contribution:
    body = paragraphs("""
        Chiều 03/12, Trường THCS An Mẫu khánh thành thư viện xanh dưới hàng xà cừ, có 14 ghế đá và 900 cuốn sách.

        Toàn bộ giá sách do học sinh lớp 9 đóng từ ván cũ dưới sự hướng dẫn của thầy Lý Văn Mộc.
    """)
    text = (
        "Kính gửi BBT, nhà trường gửi tin ạ.\n\nTHƯ VIỆN XANH DƯỚI HÀNG XÀ CỪ\n\n"
        + "\n\n".join(body)
        + "\n\nTin, ảnh: Mô Phỏng\n\nChú thích ảnh lần lượt:\n- Học sinh đọc sách giờ ra chơi\n- Thầy Mộc và "
        "học sinh đóng giá sách\n"
    )
    return Contribution(
        why="Chú thích ảnh lần lượt: rồi các dòng gạch đầu dòng không số; ảnh tên IMG",
        raw=sent(THCS, "tin thư viện xanh", text, jpg("IMG_0101.jpg", 2), jpg("IMG_0102.jpg", 3), date=FRIDAY),
        articles=[
            Truth(
                title="THƯ VIỆN XANH DƯỚI HÀNG XÀ CỪ",
                body=body,
                byline="Tin, ảnh: Mô Phỏng",
                author="Mô Phỏng",
                photos={2: "Học sinh đọc sách giờ ra chơi", 3: "Thầy Mộc và học sinh đóng giá sách"},
            )
        ],
        never=("Kính gửi",),
    )


def wishes_of_a_pensioner() -> Contribution:
    body = paragraphs("""
        Cứ độ tháng chạp, tôi lại nhớ phiên chợ Mẫu ngày trước. Chợ họp bên gốc đa, bán từ con lợn cắp nách đến bó lá
        dong.

        Người đi chợ không vội. Mua xong vẫn ngồi lại uống bát nước vối, hỏi thăm nhau chuyện mùa màng.

        Nay chợ đã xây hai tầng, có mái che, có mã quét trả tiền. Chỉ gốc đa là vẫn đứng đó, như người giữ chợ.
    """)
    text = (
        "Thân gửi các đồng chí trong Ban biên tập,\n\nTôi gửi bài này nhân dịp giáp Tết, nếu thấy dùng được thì "
        "các đồng chí "
        "đăng, không thì thôi, tôi không phiền lòng.\n\nNhớ chợ Mẫu\n\n"
        + "\n\n".join(body)
        + "\n\nNguyễn Hai\n(Thôn Cầu Giả)\n\nChúc các đồng chí ăn Tết vui vẻ.\n"
    )
    return Contribution(
        why="tản văn của người về hưu: lời thư dài lịch sự, tiêu đề ba chữ, tên và thôn trong ngoặc ở dưới",
        raw=sent(BAC_HAI, "Gui bai", text, date=FRIDAY),
        articles=[Truth(title="Nhớ chợ Mẫu", body=body, byline="Nguyễn Hai\n(Thôn Cầu Giả)", author="Nguyễn Hai")],
        never=("Thân gửi", "phiền lòng", "ăn Tết vui vẻ"),
    )


ALL = (
    written_by_a_machine,
    labels_in_asterisks,
    numbers_in_boxes,
    a_drawn_line_below_the_note,
    captions_in_a_row_after_a_colon,
    wishes_of_a_pensioner,
)
