"""More letters of the thirteenth batch: a text file, a telephone, labels in short."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import (
    CONG_AN,
    DONG_THU,
    HPN,
    VHXH,
    jpg,
    sent,
    with_pictures,
)  # fmt: skip
from tests.contributions.unseen.senders import HTX
from tests.mail.making.mime import attachment

THURSDAY = "Thu, 03 Dec 2026 15:02:11 +0700"


def text_file_with_places_for_photos() -> Contribution:
    body = paragraphs("""
        Vụ đông này, Hợp tác xã Rau Bến Thử trồng 4 ha cà rốt theo hợp đồng với một nhà máy chế biến ở tỉnh.

        Giá thu mua 6.500 đồng một kg, hợp tác xã cam kết giao 80 tấn trước ngày 20/01.

        Xã viên Phùng Văn Vụ phấn khởi: "Chưa vụ nào trồng ra mà đã biết bán cho ai như vụ này".
    """)
    content = (
        "CÀ RỐT BẾN THỬ CÓ NƠI BAO TIÊU\r\n\r\n"
        + body[0]
        + "\r\n\r\n[Ảnh 1: Cánh đồng cà rốt của hợp tác xã]\r\n\r\n"
        + body[1]
        + "\r\n\r\n[Ảnh 2: Xã viên Phùng Văn Vụ]\r\n\r\n"
        + body[2]
        + "\r\n\r\nBài, ảnh: HTX Rau Bến Thử\r\n"
    )
    return Contribution(
        why="bài là tệp .txt của Notepad; chỗ chèn ảnh ghi trong ngoặc vuông kèm chú thích; ảnh rời đánh số",
        raw=sent(
            HTX, "Bài cà rốt", "HTX gửi bài (file txt) và 2 ảnh.\n",
            attachment("ca rot.txt", "text/plain; charset=utf-8", b"\xef\xbb\xbf" + content.encode()),
            jpg("1.jpg", 6), jpg("2.jpg", 7), date=THURSDAY,
        ),
        articles=[
            Truth(
                title="CÀ RỐT BẾN THỬ CÓ NƠI BAO TIÊU", body=body, byline="Bài, ảnh: HTX Rau Bến Thử",
                photos={6: "Cánh đồng cà rốt của hợp tác xã", 7: "Xã viên Phùng Văn Vụ"},
            )
        ],
        never=("gửi bài",),
    )  # fmt: skip


def outlook_table_of_photos() -> Contribution:
    body = paragraphs("""
        Sáng 03/12, Hội LHPN xã An Mẫu tổ chức hội thi gói bánh chưng gù giữa sáu chi hội.

        Trong 60 phút, mỗi đội gói và buộc lạt 12 chiếc bánh. Ban giám khảo chấm hình thức, thời gian và phần thuyết
        trình.

        Giải nhất thuộc về Chi hội Phụ nữ thôn Xóm Mới.
    """)
    cell = "<td width=300 style='padding:0cm 5.4pt'><p class=MsoNormal align=center>{}</p></td>"
    page = (
        "<html><body lang=VI><div class=WordSection1><p class=MsoNormal>Kính gửi BBT, Hội gửi tin hội thi.</p>"
        "<p class=MsoNormal>&nbsp;</p><p class=MsoNormal align=center><b>HỘI THI GÓI BÁNH CHƯNG GÙ</b></p>"
        + "".join(f"<p class=MsoNormal style='text-align:justify'>{text}</p>" for text in body)
        + "<table border=0 cellspacing=0><tr>"
        + cell.format('<img width=280 src="cid:pic8">')
        + cell.format('<img width=280 src="cid:pic9">')
        + "</tr><tr>"
        + cell.format("<i>Các đội gói bánh</i>")
        + cell.format("<i>Trao giải nhất cho thôn Xóm Mới</i>")
        + "</tr></table>"
        "<p class=MsoNormal align=right><b>Tin, ảnh: Thúy Hà</b></p><p class=MsoNormal>Trân trọng./.</p></div>"
        "</body></html>"
    )
    return Contribution(
        why="Outlook: hai ảnh trong bảng không viền, hàng dưới là chú thích; lời kết Trân trọng./.",
        raw=sent(HPN, "Tin hội thi bánh chưng", with_pictures(page, [8, 9]), date=THURSDAY),
        articles=[
            Truth(
                title="HỘI THI GÓI BÁNH CHƯNG GÙ",
                body=body,
                byline="Tin, ảnh: Thúy Hà",
                author="Thúy Hà",
                photos={8: "Các đội gói bánh", 9: "Trao giải nhất cho thôn Xóm Mới"},
            )
        ],
        never=("Kính gửi", "Trân trọng"),
    )


def phone_with_captions_on_one_line() -> Contribution:
    body = paragraphs("""
        Sáng nay 03/12 thôn Đồng Thử khánh thành chiếc cầu treo dài 42 m bắc qua suối Mẫu. Cầu do bà con góp 190 triệu
        đồng và 300 ngày công.

        Từ nay 46 hộ bên kia suối không phải lội qua nước lũ đi làm, đi học nữa.
    """)
    text = (
        "Khánh thành cầu treo suối Mẫu\n\n"
        + "\n\n".join(body)
        + "\n\nHình 1: Cầu treo nhìn từ đầu thôn. Hình 2: Bà con đi qua cầu mới.\n\nĐược gửi từ điện thoại Galaxy "
        "của tôi\n"
    )
    return Contribution(
        why="điện thoại: hai chú thích Hình 1:, Hình 2: trên cùng một dòng; tên ảnh là ngày giờ chụp",
        raw=sent(
            DONG_THU,
            "Tin cầu treo",
            text,
            jpg("20261203_073012.jpg", 10),
            jpg("20261203_074501.jpg", 11),
            date=THURSDAY,
        ),
        articles=[
            Truth(
                title="Khánh thành cầu treo suối Mẫu",
                body=body,
                photos={10: "Cầu treo nhìn từ đầu thôn.", 11: "Bà con đi qua cầu mới."},
            )
        ],
        never=("Galaxy",),
    )


def ends_with_the_word_end() -> Contribution:
    body = paragraphs("""
        Hội thảo "Giữ rừng đầu nguồn" diễn ra chiều 02/12 tại Nhà văn hóa xã An Mẫu, quy tụ 60 chủ rừng, cán bộ kiểm lâm
        và nhà khoa học.

        Các ý kiến đều cho rằng muốn giữ rừng thì người dân phải sống được nhờ rừng. Mô hình trồng sa nhân dưới tán cho
        thu 40 triệu đồng mỗi ha là một ví dụ.

        Ban tổ chức ghi nhận 17 ý kiến để gửi tới ngành kiểm lâm tỉnh.
    """)
    text = (
        'Kính gửi quý Ban,\n\nPhòng gửi tin "Chủ rừng bàn chuyện giữ rừng", nội dung như sau:\n\n'
        "CHỦ RỪNG BÀN CHUYỆN GIỮ RỪNG\n\n" + "\n\n".join(body) + "\n\nHà Thu\n\n--- HẾT ---\n\nMong BBT duyệt sớm.\n"
    )
    return Contribution(
        why="lời thư nêu tên tin trong ngoặc kép rồi mới đến tiêu đề; cuối bài có dòng --- HẾT ---",
        raw=sent(VHXH, "V/v gửi tin hội thảo", text, jpg("hoi thao giu rung.jpg", 12), date=THURSDAY),
        articles=[Truth(title="CHỦ RỪNG BÀN CHUYỆN GIỮ RỪNG", body=body, photos={12: None})],
        never=("Kính gửi", "nội dung như sau", "HẾT", "duyệt sớm", "Hà Thu"),
    )


def labels_in_short() -> Contribution:
    body = paragraphs("""
        Đêm 01/12, Công an xã An Mẫu giải cứu một cá thể cầy hương mắc bẫy trong vườn nhà ông Tòng Văn Vườn, thôn Bãi
        Mẫu.

        Con vật nặng 3 kg, bị thương nhẹ ở chân, đã được bàn giao cho kiểm lâm chăm sóc trước khi thả về rừng.
    """)
    text = (
        "Gửi BBT:\n\nTĐ: Giải cứu cầy hương mắc bẫy\nND: "
        + body[0]
        + "\n"
        + body[1]
        + "\nTG: Văn Luật\nẢnh: 01 (gửi kèm)\n"
    )
    return Contribution(
        why="nhãn viết tắt: TĐ:, ND:, TG:, Ảnh: 01 (gửi kèm)",
        raw=sent(CONG_AN, "tin cầy hương", text, jpg("cay huong.jpg", 1), date=THURSDAY),
        articles=[
            Truth(
                title="Giải cứu cầy hương mắc bẫy",
                body=body,
                byline="TG: Văn Luật",
                author="Văn Luật",
                photos={1: None},
            )
        ],
        never=("Gửi BBT", "ND:", "01 (gửi kèm)"),
    )


ALL = (
    text_file_with_places_for_photos,
    outlook_table_of_photos,
    phone_with_captions_on_one_line,
    ends_with_the_word_end,
    labels_in_short,
)
