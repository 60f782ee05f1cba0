"""Habits of people who type into the letter itself, and of the programs that they use."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import (
    DOAN,
    DONG_THU,
    THCS,
    TRAM,
    VAN_PHONG,
    sent,
    with_pictures,
)
from tests.mail.making.mime import Leaf, Transfer, html


def flowed_by_thunderbird() -> Contribution:
    body = paragraphs("""
        Chiều 01/10, Ban Chỉ huy phòng thủ dân sự xã An Mẫu kiểm tra các điểm xung yếu trên tuyến đê bao dài 6,4 km.
        Đoàn ghi nhận ba vị trí có mạch sủi nhỏ, đã cắm biển cảnh báo và bố trí vật tư tại chỗ.

        Trưởng các thôn được yêu cầu kiện toàn đội xung kích 20 người, trực 24/24 giờ khi có tin bão.
    """)
    lines: list[str] = []
    for text in body:
        line = ""
        for word_ in text.split():
            if len(line) + len(word_) > 70:
                lines.append(line)
                line = ""
            line += word_ + " "
        lines += [line.rstrip(), ""]
    text = (
        "Chào BBT,\n\nKiểm tra đê bao trước mùa lũ\n\n"
        + "\n".join(lines)
        + "\nTin: Vĩnh Đắp Đê\n-- \nVăn phòng UBND xã An Mẫu\n0900 000 061\n"
    )
    leaf = Leaf(content_type="text/plain; charset=utf-8; format=flowed", content=text.encode(), transfer=Transfer.EIGHT)
    return Contribution(
        why="Thunderbird: format=flowed, chữ ký sau dấu gạch gạch cách",
        raw=sent(VAN_PHONG, "tin đê", leaf),
        articles=[
            Truth(title="Kiểm tra đê bao trước mùa lũ", body=body, byline="Tin: Vĩnh Đắp Đê", author="Vĩnh Đắp Đê")
        ],
        never=("Chào BBT", "0900", "Văn phòng UBND xã An Mẫu"),
    )


def gmail_with_pictures_between() -> Contribution:
    body = paragraphs("""
        Sáng Chủ nhật 04/10, hơn 200 người dân và học sinh tham gia đi bộ vì môi trường trên cung đường 5 km ven
        sông Mẫu. Vừa đi, mọi người vừa nhặt rác, thu gom được 310 kg chai nhựa, túi ni lông.

        Ban tổ chức tặng mỗi người một cây giống để trồng tại vườn nhà, nhắn nhủ nhau giữ dòng sông sạch như ngày
        các cụ còn gánh nước ăn.
    """)
    page = (
        '<div dir="ltr">Chào anh chị,<div>em gửi tin đi bộ sáng nay ạ.</div><div><br></div>'
        "<div><b>ĐI BỘ VÌ DÒNG SÔNG XANH</b></div><div><br></div>"
        f"<div>{body[0]}</div><div><br></div>"
        '<div style="text-align:center"><img src="cid:pic4" alt="image.png" width="452" height="301"><br></div>'
        '<div style="text-align:center"><i>Đoàn người đi bộ dọc bờ sông</i></div>'
        f"<div><br></div><div>{body[1]}</div><div><br></div>"
        '<div style="text-align:center"><img src="cid:pic5" alt="image.png" width="452" height="301"></div>'
        '<div style="text-align:center">Các em nhỏ nhặt rác ở bến thuyền</div>'
        "<div><br></div><div>Phạm Lội Bộ</div><div>Đoàn xã An Mẫu</div></div>"
    )
    return Contribution(
        why="Gmail: ảnh chèn giữa thư, chú thích gõ dưới ảnh, một chú thích không nghiêng; ký tên và đơn vị",
        raw=sent(DOAN, "tin đi bộ", with_pictures(page, [4, 5])),
        articles=[
            Truth(
                title="ĐI BỘ VÌ DÒNG SÔNG XANH",
                body=body,
                photos={4: "Đoàn người đi bộ dọc bờ sông", 5: "Các em nhỏ nhặt rác ở bến thuyền"},
            )
        ],
        never=("Chào anh chị", "em gửi tin", "Lội Bộ", "Đoàn xã An Mẫu"),
    )


def yahoo_with_a_disclaimer() -> Contribution:
    body = paragraphs("""
        Trạm Y tế xã An Mẫu vừa được công nhận đạt chuẩn cơ sở xanh, sạch, đẹp với 94 trên 100 điểm. Đoàn thẩm định
        đánh giá cao khu phân loại rác thải y tế, lối đi cho người khuyết tật và vườn cây thuốc 60 loài.

        Thời gian tới, Trạm tiếp tục lắp pin mặt trời và thu gom nước mưa để tưới vườn.
    """)
    page = (
        (
            '<div class="yahoo-style-wrap" style="font-family:times new roman, serif;font-size:16px;"><div '
            'dir="ltr">Kính gửi Ban biên tập</div>'
            '<div dir="ltr"><br></div><div dir="ltr" style="text-align:center"><b>Trạm Y tế xã đạt chuẩn '
            "xanh, sạch, đẹp</b></div>"
        )
        + "".join(f'<div dir="ltr">{text}</div>' for text in body)
        + '<div dir="ltr">Tin: Ngân Vệ Sinh</div><div dir="ltr"><br></div><div dir="ltr">Thân '
        'ái,</div><div dir="ltr">Trạm Y tế</div></div>'
        "<p style='font-size:9px'>Confidentiality notice: This e-mail is intended only for the addressee "
        "and may contain confidential "
        "information.</p>"
    )
    return Contribution(
        why="Yahoo: lời kết Thân ái, và đoạn bảo mật tiếng Anh",
        raw=sent(TRAM, "Tin dat chuan", html(page)),
        articles=[
            Truth(
                title="Trạm Y tế xã đạt chuẩn xanh, sạch, đẹp",
                body=body,
                byline="Tin: Ngân Vệ Sinh",
                author="Ngân Vệ Sinh",
            )
        ],
        never=("Kính gửi", "Thân ái", "Confidentiality"),
    )


def courtesy_inside_the_article_stays() -> Contribution:
    body = paragraphs("""
        Cầm trên tay tấm giấy khen, em Thân Thị Hiếu Học, học sinh lớp 9B vẫn chưa hết ngỡ ngàng. Em vừa gửi thư cảm
        ơn tới các cô bác trong Hội Khuyến học đã giúp em có xe đạp đến trường.

        "Kính gửi các bác, cháu xin hứa sẽ học thật tốt để không phụ lòng mong mỏi của mọi người", bức thư viết bằng
        nét chữ nắn nót.

        Trân trọng tấm lòng ấy, Hội Khuyến học quyết định nhận đỡ đầu em đến hết lớp 12.
    """)
    text = "Gửi BBT\n\nBức thư của cô học trò nghèo\n\n" + "\n\n".join(body) + "\n\nBài: Nhã Cảm Động\n"
    return Contribution(
        why="các từ Kính gửi, Trân trọng, cảm ơn nằm trong chính bài viết phải giữ lại",
        raw=sent(THCS, "bài viết", text),
        articles=[
            Truth(
                title="Bức thư của cô học trò nghèo",
                body=body,
                byline="Bài: Nhã Cảm Động",
                author="Nhã Cảm Động",
                genre="Bài",
            )
        ],
        never=("Gửi BBT",),
    )


def last_line_of_the_article_names_an_office() -> Contribution:
    body = paragraphs("""
        Nhà văn hóa thôn Đồng Thử sẽ đóng cửa để sơn sửa từ ngày 19 đến 24/10. Trong thời gian này, các câu lạc bộ
        tạm sinh hoạt tại sân đình, lớp học hè chuyển sang nhà ông trưởng thôn.

        Bà con cần mượn bàn ghế, phông bạt liên hệ trước một ngày với tổ quản lý.
    """)
    text = (
        "Tạm đóng cửa nhà văn hóa thôn để sơn sửa\n\n"
        + "\n\n".join(body)
        + "\n\nBan quản lý Nhà văn hóa thôn Đồng Thử\n"
    )
    return Contribution(
        why="thư không lời chào; dòng cuối là tên ban quản lý ký dưới",
        raw=sent(DONG_THU, "thông báo", text),
        articles=[Truth(title="Tạm đóng cửa nhà văn hóa thôn để sơn sửa", body=body)],
        never=("Ban quản lý Nhà văn hóa",),
    )


ALL = (
    flowed_by_thunderbird,
    gmail_with_pictures_between,
    yahoo_with_a_disclaimer,
    courtesy_inside_the_article_stays,
    last_line_of_the_article_names_an_office,
)
