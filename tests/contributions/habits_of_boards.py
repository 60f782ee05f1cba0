"""Habits of people who write to a board they know: long notes, forms, photo stories."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import (
    CONG_AN,
    GUONG,
    HND,
    HPN,
    VHXH,
    docx,
    jpg,
    sent,
)
from tests.contributions.word import p, pic, word
from tests.mail.making.mime import html


def photo_story_with_a_numbered_list() -> Contribution:
    body = [
        (
            "Phiên chợ quê đầu tiên của thôn Bãi Mẫu họp sáng mùng Hai, hơn sáu mươi hàng quán, khách gần xa "
            "nườm nượp. Xin giới thiệu vài hình ảnh."
        )
    ]
    text = (
        "Gửi BBT chùm ảnh chợ quê ạ\n\nChùm ảnh: Phiên chợ quê Bãi Mẫu\n\n" + body[0] + "\n\nChú thích ảnh:\n"
        "1. Gánh hàng xén đầu chợ\n2. Bà cụ 86 tuổi bán chổi rơm\n3. Trẻ em xúm quanh hàng tò he\n\nThực "
        "hiện: Quân Bấm Máy\n"
    )
    return Contribution(
        why="chùm ảnh: chú thích là danh sách 1. 2. 3. trong thư, ảnh đặt tên anh (1), anh (2), anh (3)",
        raw=sent(VHXH, "chùm ảnh", text, jpg("anh (3).jpg", 3), jpg("anh (1).jpg", 1), jpg("anh (2).jpg", 2)),
        articles=[
            Truth(
                title="Chùm ảnh: Phiên chợ quê Bãi Mẫu",
                body=body,
                byline="Thực hiện: Quân Bấm Máy",
                author="Quân Bấm Máy",
                photos={1: "Gánh hàng xén đầu chợ", 2: "Bà cụ 86 tuổi bán chổi rơm", 3: "Trẻ em xúm quanh hàng tò he"},
            )
        ],
        never=("Gửi BBT", "Chú thích ảnh"),
    )


def dashes_from_zalo() -> Contribution:
    body = [
        "- Thời gian: 7 giờ 30 phút ngày 18/10/2026 (Chủ nhật).",
        "- Địa điểm: sân nhà văn hóa thôn Xóm Mới.",
        (
            "- Nội dung: hiến máu tình nguyện đợt 3, chỉ tiêu 80 đơn vị máu. Người tham gia từ 18 đến 60 "
            "tuổi, cân nặng từ 45 kg trở lên, mang theo căn cước."
        ),
        (
            "- Trước khi hiến máu nên ngủ đủ giấc, ăn nhẹ, không uống rượu bia. Mỗi người hiến máu được nhận "
            "một phần quà và giấy chứng nhận."
        ),
    ]
    text = (
        "Dạ em gửi chị thông báo để đăng nhé\nTHÔNG BÁO HIẾN MÁU TÌNH NGUYỆN ĐỢT 3\n"
        + "\n".join(body)
        + "\nE cảm ơn c ạ\n"
    )
    return Contribution(
        why="thông báo chép từ Zalo: các ý gạch đầu dòng, lời nhắn viết tắt",
        raw=sent(GUONG, "thong bao hien mau", text),
        articles=[Truth(title="THÔNG BÁO HIẾN MÁU TÌNH NGUYỆN ĐỢT 3", body=body, genre="Thông báo")],
        never=("Dạ em gửi", "cảm ơn c"),
    )


def long_note_above_the_file() -> Contribution:
    body = paragraphs("""
        Tổ hợp tác nuôi ong thôn Đồng Thử vừa thu hoạch vụ mật hoa nhãn với sản lượng 1,9 tấn, tăng gần gấp rưỡi năm
        ngoái. Nhờ có mã truy xuất nguồn gốc, giá bán đạt 180.000 đồng một lít.

        Tổ trưởng Ông Văn Mật Ngọt cho biết tổ sẽ chuyển đàn lên vùng hoa keo trong tháng 11, đồng thời nhận đào tạo
        nghề cho sáu thanh niên.
    """)
    note = (
        "Kính gửi Ban biên tập,\n\nHội Nông dân xã xin gửi bài viết về tổ hợp tác nuôi ong thôn Đồng "
        "Thử. Bài này tuần trước Hội đã gửi một lần nhưng "
        "ảnh bị mờ nên hôm nay gửi lại ảnh rõ hơn, đề nghị Ban biên tập dùng bản gửi lần này và bỏ bản "
        "cũ giúp Hội. Nếu bài dài quá, Ban biên tập cứ "
        "cắt bớt cho phù hợp. Hội cũng xin hỏi lịch nộp tin bài tháng 11 và mức nhuận bút mới đã áp dụng "
        "chưa để Hội thông báo đến các chi hội.\n\n"
        "Xin trân trọng cảm ơn.\n\nĐinh Văn Thư Từ\nChủ tịch Hội Nông dân xã\n"
    )
    return Contribution(
        why="lời thư dài hơn 80 từ, kể lể nhiều việc, bài ở tệp kèm",
        raw=sent(
            HND,
            "Gửi lại bài nuôi ong",
            note,
            docx(
                "nuoi ong.docx",
                word(
                    p("Vụ mật hoa nhãn ở Đồng Thử", bold=True, align="center"),
                    *(p(text) for text in body),
                    p(pic(6), align="center"),
                    p("Ảnh: Quay mật tại trại ong", italic=True, align="center"),
                    p("Bài, ảnh: Thư Từ", bold=True, align="right"),
                ),
            ),
            jpg("quay mat.jpg", 6),
        ),
        articles=[
            Truth(
                title="Vụ mật hoa nhãn ở Đồng Thử",
                body=body,
                byline="Bài, ảnh: Thư Từ",
                author="Thư Từ",
                photos={6: "Quay mật tại trại ong"},
            )
        ],
        never=("Kính gửi", "nhuận bút", "trân trọng"),
    )


def table_of_labels_in_html() -> Contribution:
    body = paragraphs("""
        Công an xã An Mẫu ra mắt tủ sách pháp luật lưu động đặt trên xe đạp, mỗi tuần dừng ở một thôn. Tủ có 140
        cuốn sách mỏng, chữ to, tranh vẽ dễ hiểu về giao thông, hôn nhân, đất đai và phòng chống ma túy.

        Sau một tháng, tủ sách đã phục vụ 380 lượt người, nhiều nhất là học sinh và người cao tuổi.
    """)
    page = (
        '<div>Kính gửi BBT tin:</div><table border="1"><tr><td><b>Tiêu đề</b></td><td>Tủ sách pháp luật '
        "trên xe đạp</td></tr>"
        f"<tr><td><b>Nội dung</b></td><td><p>{body[0]}</p><p>{body[1]}</p></td></tr>"
        "<tr><td><b>Tác giả</b></td><td>Đăng Pháp Lý</td></tr></table><div>Trân trọng</div>"
    )
    return Contribution(
        why="mẫu gửi tin là bảng hai cột: Tiêu đề, Nội dung, Tác giả",
        raw=sent(CONG_AN, "Tin tủ sách", html(page)),
        articles=[
            Truth(
                title="Tủ sách pháp luật trên xe đạp", body=body, byline="Tác giả: Đăng Pháp Lý", author="Đăng Pháp Lý"
            )
        ],
        never=("Kính gửi", "Nội dung", "Trân trọng"),
    )


def captions_without_any_dress() -> Contribution:
    body = paragraphs("""
        Sáng 09/10, Hội LHPN xã An Mẫu khai trương gian bếp 0 đồng tại khuôn viên Trạm Y tế. Mỗi sáng thứ Ba và thứ
        Sáu, bếp nấu 60 suất cháo miễn phí cho bệnh nhân và người nhà.

        Gạo, thịt, rau do chị em và tiểu thương chợ An Mẫu góp. Tổ bếp có 18 chị chia ca từ bốn giờ sáng, tính đến
        nay đã nấu 240 suất.
    """)
    return Contribution(
        why="chú thích dưới ảnh là chữ thường căn trái, không nghiêng, không nhãn",
        raw=sent(
            HPN,
            "Tin bếp 0 đồng",
            "Kính gửi BBT tin kèm theo.\n",
            docx(
                "bep 0 dong.docx",
                word(
                    p("Gian bếp 0 đồng", bold=True, align="center"),
                    p(body[0]),
                    p(pic(8)),
                    p("Chị em tổ bếp chuẩn bị cháo từ sáng sớm"),
                    p(body[1]),
                    p("Tin, ảnh: Thơm Nồi Cháo", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Gian bếp 0 đồng",
                body=body,
                byline="Tin, ảnh: Thơm Nồi Cháo",
                author="Thơm Nồi Cháo",
                photos={8: "Chị em tổ bếp chuẩn bị cháo từ sáng sớm"},
            )
        ],
    )


ALL = (
    photo_story_with_a_numbered_list,
    dashes_from_zalo,
    long_note_above_the_file,
    table_of_labels_in_html,
    captions_without_any_dress,
)
