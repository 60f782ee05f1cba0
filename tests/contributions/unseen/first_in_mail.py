"""Letters of the first batch that hold the text themselves: wrapped lines, news in brief, an invitation, a reply."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import DONG_THU, THCS, TRAM, sent, with_pictures
from tests.contributions.unseen.senders import KINH_TE, QUAN_SU
from tests.mail.making.mime import html, plain

WRAPPED = """\
Kính gửi Ban biên tập Cổng thông tin điện tử

     Ban CHQS xã gửi Ban biên tập tin:

     BAN CHỈ HUY QUÂN SỰ XÃ AN MẪU TỔ CHỨC HỘI THAO
     QUÂN SỰ QUỐC PHÒNG NĂM 2026

     Ngày 28/10/2026, tại thao trường thôn Xóm Mới, Ban Chỉ huy Quân sự
xã An Mẫu tổ chức hội thao quân sự quốc phòng cho lực lượng dân quân cơ
động và dân quân tại chỗ. Tham gia hội thao có 72 cán bộ, chiến sĩ.
     Các vận động viên thi đấu ở năm nội dung: bắn súng tiểu liên AK bài
1, ném lựu đạn xa đúng hướng, tháo lắp súng ban đêm, băng bó cứu thương
và chạy vũ trang 3.000 m.
     Kết quả, trung đội dân quân cơ động đạt giải Nhất toàn đoàn; tiểu
đội dân quân thôn Cầu Giả đạt giải Nhì.

                                        Tin: Bá Thao Trường

     Trân trọng cảm ơn!
     Ban CHQS xã An Mẫu
"""


def wrapped_at_seventy_columns() -> Contribution:
    return Contribution(
        why="chương trình thư ngắt dòng ở cột 72, đoạn văn lùi đầu dòng, tiêu đề hoa hai dòng",
        raw=sent(QUAN_SU, "TIN HỘI THAO", plain(WRAPPED)),
        articles=[
            Truth(
                title="BAN CHỈ HUY QUÂN SỰ XÃ AN MẪU TỔ CHỨC HỘI THAO QUÂN SỰ QUỐC PHÒNG NĂM 2026",
                body=paragraphs("""
                    Ngày 28/10/2026, tại thao trường thôn Xóm Mới, Ban Chỉ huy Quân sự xã An Mẫu tổ chức hội thao quân
                    sự quốc phòng cho lực lượng dân quân cơ động và dân quân tại chỗ. Tham gia hội thao có 72 cán bộ,
                    chiến sĩ.

                    Các vận động viên thi đấu ở năm nội dung: bắn súng tiểu liên AK bài 1, ném lựu đạn xa đúng hướng,
                    tháo lắp súng ban đêm, băng bó cứu thương và chạy vũ trang 3.000 m.

                    Kết quả, trung đội dân quân cơ động đạt giải Nhất toàn đoàn; tiểu đội dân quân thôn Cầu Giả đạt
                    giải Nhì.
                """),
                byline="Tin: Bá Thao Trường",
                author="Bá Thao Trường",
            )
        ],
        never=("Kính gửi", "gửi Ban biên tập tin", "Trân trọng"),
    )


def news_in_brief() -> Contribution:
    body = paragraphs("""
        * Sáng 20/10, Phòng Kinh tế xã cấp phát 1.400 cây quế giống cho 35 hộ thôn Đồng Thử theo chương trình phủ xanh
        đất trống.

        * Ngày 21/10, đoàn kiểm tra liên ngành nhắc nhở ba cơ sở kinh doanh vật tư nông nghiệp chưa niêm yết giá bán.

        * Từ ngày 22/10 đến 25/10, trạm bơm Bờ Gạo vận hành hai ca, bảo đảm nước tưới cho 110 ha ngô đông.

        * Tính đến hết ngày 26/10, toàn xã gieo trồng được 215 ha cây vụ đông, đạt 86% kế hoạch.
    """)
    text = (
        "Kính gửi BBT,\n\nTIN VẮN KINH TẾ TUẦN 43\n\n"
        + "\n\n".join(body)
        + "\n\nPhòng Kinh tế xã\n\n---\nGửi từ Zalo Mail\n"
    )
    return Contribution(
        why="tin vắn: bốn mẩu, mỗi mẩu một dấu sao, không mẩu nào có tiêu đề; là một bài",
        raw=sent(KINH_TE, "tin van tuan 43", text),
        articles=[
            Truth(title="TIN VẮN KINH TẾ TUẦN 43", body=[line[2:] for line in body]),
        ],
        never=("Kính gửi", "Zalo"),
    )


def invitation_that_is_the_news() -> Contribution:
    body = paragraphs("""
        Được sự đồng ý của Đảng ủy, UBND xã, thôn Đồng Thử tổ chức Ngày hội Đại đoàn kết toàn dân tộc năm 2026.

        Thời gian: từ 7 giờ 30 phút, Chủ nhật ngày 15/11/2026.

        Địa điểm: Nhà văn hóa thôn Đồng Thử.

        Chương trình gồm phần lễ, trao danh hiệu gia đình văn hóa tiêu biểu, bữa cơm đoàn kết và giao lưu bóng chuyền
        hơi giữa các xóm.

        Ban công tác Mặt trận thôn trân trọng kính mời các cụ, các ông, các bà, bà con đang sinh sống tại thôn cùng con
        em xa quê về tham dự.

        Sự có mặt của bà con là niềm vinh dự cho thôn.
    """)
    text = (
        "Dạ thôn gửi BBT đăng giúp thư mời ạ\n\nGIẤY MỜI DỰ NGÀY HỘI ĐẠI ĐOÀN KẾT THÔN ĐỒNG THỬ\n\n"
        + "\n".join(body)
        + "\n\nCảm ơn BBT nhiều. Có gì BBT gọi cho em số 0900 000 063.\n"
    )
    return Contribution(
        why="giấy mời đăng lên trang: lời kính mời là nội dung bài",
        raw=sent(DONG_THU, "thư mời ngày hội", text),
        articles=[Truth(title="GIẤY MỜI DỰ NGÀY HỘI ĐẠI ĐOÀN KẾT THÔN ĐỒNG THỬ", body=body)],
        never=("Dạ thôn gửi", "0900 000 063", "Cảm ơn BBT"),
    )


def answer_above_a_quoted_reminder() -> Contribution:
    body = paragraphs("""
        Từ ngày 19 đến 23/10/2026, Trạm Y tế xã triển khai tiêm bổ sung vắc xin bạch hầu - uốn ván cho 268 trẻ 7 tuổi
        tại hai trường tiểu học. Kết quả, 261 trẻ được tiêm, đạt 97,4%; 07 trẻ tạm hoãn do sốt sẽ được tiêm vét vào
        ngày 30/10.

        Các điểm tiêm bố trí đủ bàn khám sàng lọc, phòng chờ và phòng theo dõi sau tiêm 30 phút. Chưa ghi nhận trường
        hợp nào phản ứng nặng.
    """)
    page = (
        '<div style="font-family:arial;font-size:14px">Dạ em gửi ạ!<br><br>'
        "<b>Tiêm bổ sung vắc xin bạch hầu - uốn ván cho trẻ 7 tuổi</b><br><br>"
        + "<br><br>".join(body)
        + "<br><br>BS. Hạ Sốt<br><br>"
        "<div>-----Thông điệp gốc-----<br>Từ: BBT An Mẫu &lt;bbt.anmau@songmau.example&gt;<br>"
        "Gửi: Thứ Hai, 26 tháng Mười 2026 08:02<br>Tới: tramyte@songmau.example<br>"
        "Chủ đề: Nhắc gửi tin tháng 10</div><div>Kính gửi Trạm Y tế, trong tháng 10 Trạm chưa có tin, bài. Đề "
        "nghị Trạm "
        "gửi ít nhất 01 tin trước ngày 28/10. Trân trọng.</div></div>"
    )
    return Contribution(
        why="trả lời thư nhắc bài: tin ở trên, dưới là -----Thông điệp gốc----- với Từ, Gửi, Tới, Chủ đề",
        raw=sent(TRAM, "RE: Nhắc gửi tin tháng 10", html(page), date="Mon, 26 Oct 2026 15:12:00 +0700"),
        articles=[
            Truth(
                title="Tiêm bổ sung vắc xin bạch hầu - uốn ván cho trẻ 7 tuổi",
                body=body,
            )
        ],
        never=("BS. Hạ Sốt", "Dạ em gửi", "Thông điệp gốc", "chưa có tin, bài"),
    )


def pictures_with_small_print_below() -> Contribution:
    body = paragraphs("""
        Chiều 29/10, Liên đội Trường THCS An Mẫu tổ chức ngày hội "Thu gom pin cũ - Đổi lấy mầm xanh". Chỉ trong một
        buổi chiều, các chi đội đã gom được 2.316 viên pin.

        Cứ 20 viên pin, các em được đổi một chậu cây nhỏ do câu lạc bộ Sinh học ươm. Toàn bộ số pin được bàn giao cho
        đơn vị xử lý chất thải nguy hại.
    """)
    shown = (
        '<div><img src="cid:pic{0}" style="max-width:100%"></div><div><font size="1" color="#777777">{1}</font></div>'
    )
    page = (
        '<div dir="auto">Kính gửi các cô chú Ban biên tập</div><div dir="auto"><br></div>'
        '<div dir="auto">Thu gom pin cũ, đổi lấy mầm xanh</div><div dir="auto"><br></div>'
        f'<div dir="auto">{body[0]}</div>'
        + shown.format(10, "Học sinh lớp 6B đếm pin trước khi đổi cây")
        + f'<div dir="auto">{body[1]}</div>'
        + shown.format(11, "Những chậu cây do câu lạc bộ Sinh học ươm")
        + '<div dir="auto">Người viết bài: Cô Lã Thị Mầm</div><div dir="auto"><br></div>'
        '<div id="ms-outlook-mobile-signature"><div></div><div style="direction:ltr">Lấy <a '
        'href="https://aka.example/x">Outlook cho Android</a></div></div>'
    )
    return Contribution(
        why="Outlook trên Android: mọi dòng một div, không chữ đậm nào; chú thích chữ nhỏ xám dưới ảnh cid",
        raw=sent(THCS, "Tin thu gom pin cũ", with_pictures(page, [10, 11])),
        articles=[
            Truth(
                title="Thu gom pin cũ, đổi lấy mầm xanh",
                body=body,
                byline="Người viết bài: Cô Lã Thị Mầm",
                photos={
                    10: "Học sinh lớp 6B đếm pin trước khi đổi cây",
                    11: "Những chậu cây do câu lạc bộ Sinh học ươm",
                },
            )
        ],
        never=("Kính gửi", "Outlook cho Android"),
    )


ALL = (
    wrapped_at_seventy_columns,
    news_in_brief,
    invitation_that_is_the_news,
    answer_above_a_quoted_reminder,
    pictures_with_small_print_below,
)
