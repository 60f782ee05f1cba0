"""Articles in the letter itself, as copying from elsewhere and older programs leave them."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import HND, VAN_PHONG, VHXH, sent
from tests.mail.making.mime import html


def pasted_from_google_docs() -> Contribution:
    body = paragraphs("""
        Anh Chử Văn Tưởng Tượng, 34 tuổi, ở thôn Bãi Mẫu từng làm công nhân cơ khí 8 năm trước khi trở về quê nuôi
        ếch. Bốn bể xi măng đầu tiên thất bại vì nguồn nước nhiễm phèn.

        Không nản, anh đi học ở ba trang trại trong tỉnh, đầu tư hệ thống lọc và chuyển sang nuôi trong vèo lưới.
        Hiện mỗi năm gia đình xuất bán 3 lứa, khoảng 6 tấn ếch thịt, trừ chi phí lãi gần 190 triệu đồng.

        Không giữ nghề cho riêng mình, anh nhận hướng dẫn miễn phí cho 11 thanh niên trong xã, bán chịu con giống
        cho 5 hộ khó khăn, đến kỳ thu hoạch mới lấy tiền.
    """)
    sapo = (
        "Bỏ phố về quê với hai bàn tay trắng, chàng trai thôn Bãi Mẫu đã biến khu ao hoang thành trại ếch thu tiền tỷ."
    )
    span = (
        "<span style=\"font-size:14pt;font-family:'Times New Roman',serif;font-weight:{0};font-style:{1};\">{2}</span>"
    )
    para = '<p dir="ltr" style="line-height:1.38;text-align:{0};margin-top:0pt;margin-bottom:8pt;">{1}</p>'
    page = (
        '<div dir="ltr">Hội Nông dân gửi bài ạ.<br><br><span id="docs-internal-guid-0a1b2c3d-7fff">'
        + para.format("center", span.format(700, "normal", "Người nuôi ếch ở Bãi Mẫu"))
        + para.format("justify", span.format(400, "italic", sapo))
        + "".join(para.format("justify", span.format(400, "normal", text)) for text in body)
        + para.format("right", span.format(700, "normal", "Bài: Thu Giả Thuyết"))
        + "</span><br></div>"
    )
    return Contribution(
        why="dán từ Google Docs: in đậm, nghiêng bằng font-weight và font-style",
        raw=sent(HND, "Bài: Người nuôi ếch ở Bãi Mẫu", html(page)),
        articles=[
            Truth(
                title="Người nuôi ếch ở Bãi Mẫu",
                summary=sapo,
                body=body,
                byline="Bài: Thu Giả Thuyết",
                author="Thu Giả Thuyết",
                genre="Bài",
            )
        ],
        never=("gửi bài ạ",),
    )


def wps_with_a_layout_table() -> Contribution:
    body = paragraphs("""
        Ngày 01/10/2026, Bộ phận Một cửa xã An Mẫu chính thức vận hành ki-ốt tự phục vụ, giúp người dân tự tra cứu
        tình trạng hồ sơ, lấy số thứ tự và đánh giá mức độ hài lòng.

        Sau một tuần, đã có 274 lượt sử dụng, thời gian chờ trung bình giảm từ 18 phút xuống còn 7 phút. Với người
        già không quen thao tác, hai đoàn viên thanh niên trực luân phiên để hỗ trợ từ 8 giờ đến 11 giờ các ngày thứ
        Hai và thứ Năm.

        Văn phòng HĐND và UBND xã cho biết sẽ bổ sung chức năng in biên nhận và thanh toán phí bằng mã QR trong
        tháng 11.
    """)
    page = (
        (
            '<html><head><meta name="Generator" content="WPS Office"></head><body><table border="0" '
            'cellspacing="0"><tr><td>'
            '<p style="text-align:center"><span style="font-weight:bold">Đưa ki-ốt tự phục vụ vào Bộ phận '
            "Một cửa</span></p>"
        )
        + "".join(f'<p style="text-indent:28pt"><span>{text}</span></p>' for text in body)
        + '<p style="text-align:right"><span style="font-weight:bold">Thực hiện: Minh Tỷ Lệ</span></p>'
        "</td></tr></table></body></html>"
    )
    return Contribution(
        why="WPS: cả bài nằm trong một bảng chỉ để trình bày",
        raw=sent(VAN_PHONG, "Gửi tin Một cửa", html(page)),
        articles=[
            Truth(
                title="Đưa ki-ốt tự phục vụ vào Bộ phận Một cửa",
                body=body,
                byline="Thực hiện: Minh Tỷ Lệ",
                author="Minh Tỷ Lệ",
                unit="Văn phòng HĐND và UBND",
            )
        ],
    )


def old_program_with_breaks_only() -> Contribution:
    body = paragraphs("""
        Thư viện xã An Mẫu vừa tiếp nhận 520 đầu sách do Thư viện tỉnh luân chuyển, gồm sách pháp luật, kỹ thuật
        trồng trọt, truyện thiếu nhi và sách chữ to cho người cao tuổi.

        Từ tháng 10, thư viện mở cửa thêm sáng Chủ nhật. Bạn đọc dưới 15 tuổi được cấp thẻ miễn phí, chỉ cần mang
        theo giấy khai sinh bản sao hoặc phụ huynh bảo lãnh.
    """)
    page = (
        "<BODY><FONT face='Times New Roman' size=4>BBT than men,<BR><BR><CENTER><B>Thêm 520 đầu sách về với bạn đọc An "
        f"Mẫu</B></CENTER><BR>{body[0]}<BR><BR>{body[1]}<BR><BR><I>(Nguồn: Thư viện xã)</I><BR><BR></FONT></BODY>"
    )
    return Contribution(
        why="chương trình thư cũ: chỉ có br và font; nguồn trong ngoặc ở dòng cuối",
        raw=sent(VHXH, "sach moi", html(page)),
        articles=[
            Truth(
                title="Thêm 520 đầu sách về với bạn đọc An Mẫu",
                body=body,
                byline="(Nguồn: Thư viện xã)",
                source="Thư viện xã",
            )
        ],
        never=("BBT than men",),
    )


def outlook_com_with_headings() -> Contribution:
    body = [
        (
            "Mùa mưa bão đang vào cao điểm. Để bảo vệ vườn cây, chuồng trại, Hội Nông dân xã khuyến cáo bà "
            "con một số việc sau."
        ),
        "Đối với cây ăn quả",
        (
            "Khơi rãnh thoát nước giữa các luống, tỉa bớt cành vượt, chống đỡ những cây đang mang quả bằng "
            "cọc chữ A. Không bón "
            "đạm trước khi có mưa lớn vì cây dễ nứt quả."
        ),
        "Đối với chuồng trại",
        "• Gia cố mái, che chắn phía hướng gió.",
        "• Dự trữ thức ăn khô đủ dùng 5 ngày, kê cao cách nền ít nhất 30 cm.",
        "• Rắc vôi bột quanh chuồng ngay khi nước rút.",
        "Khi cần hỗ trợ, bà con liên hệ chi hội nông dân của thôn để được cử người giúp.",
    ]
    text = [line.removeprefix("• ") for line in body]
    page = (
        '<div class="elementToProof" style="font-family: Aptos, sans-serif; font-size: 12pt;">Gửi BBT '
        "bài khuyến nông.</div>"
        "<h1>Bảo vệ cây trồng, vật nuôi trong mùa mưa bão</h1>"
        f"<p>{text[0]}</p><h2>{text[1]}</h2><p>{text[2]}</p><h2>{text[3]}</h2>"
        f"<ul><li>{text[4]}</li><li>{text[5]}</li><li>{text[6]}</li></ul><p>{text[7]}</p>"
        '<p style="text-align:right"><b>T/h: Nguyễn Thị Chẳng Hạn</b></p><div id="ms-outlook-mobile-signature">'
        "Tải Outlook cho iOS</div>"
    )
    return Contribution(
        why="Outlook trên web: tiêu đề h1, tiểu mục h2, danh sách chấm; byline tổng hợp",
        raw=sent(HND, "khuyến nông", html(page)),
        articles=[
            Truth(
                title="Bảo vệ cây trồng, vật nuôi trong mùa mưa bão",
                body=body,
                byline="T/h: Nguyễn Thị Chẳng Hạn",
                author="Nguyễn Thị Chẳng Hạn",
                genre="Sưu tầm, tổng hợp",
            )
        ],
        never=("Gửi BBT", "Tải Outlook"),
    )


ALL = (
    pasted_from_google_docs,
    wps_with_a_layout_table,
    old_program_with_breaks_only,
    outlook_com_with_headings,
)
