"""Letters of the fourth batch: programs' own signatures and quotations, labels before titles, schedules, VNI."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import GUONG, THCS, TRAM, VAN_PHONG, both, jpg, sent
from tests.contributions.unseen.senders import BAC_HAI, CCB, MAM_NON
from tests.ingest.vietnamese.alphabet import to_vni
from tests.mail.making.mime import Leaf, Transfer, html


def signature_of_thunderbird() -> Contribution:
    body = paragraphs("""
        Ngày 30/10/2026, Trường Mầm non Hoa Mẫu đón đoàn đánh giá ngoài về kiểm định chất lượng giáo dục. Sau ba ngày
        làm
        việc, đoàn kết luận nhà trường đạt 21/25 tiêu chí mức 3.

        Đoàn đánh giá cao môi trường học tập xanh và bếp ăn một chiều của trường, đồng thời đề nghị bổ sung hai phòng
        chức năng trong năm học tới.
    """)
    page = (
        "<html><head></head><body><p>Kính gửi Ban biên tập!</p><p>Em xin gửi bài của trường ạ.</p>"
        '<p align="center"><b>Trường Mầm non Hoa Mẫu đón đoàn đánh giá ngoài</b></p>'
        + "".join(f'<p align="justify">{text}</p>' for text in body)
        + '<p align="right"><i><b>Tin: Mộc Thị Chồi Non</b></i></p><p>Kính thư!</p>'
        '<div class="moz-signature">-- <br><b>Mộc Thị Chồi Non</b><br>Văn thư Trường Mầm non Hoa Mẫu<br>'
        "<i>Trẻ em như búp trên cành</i></div></body></html>"
    )
    return Contribution(
        why="Thunderbird: chữ ký trong moz-signature có khẩu hiệu nghiêng; lời kết Kính thư!",
        raw=sent(MAM_NON, "Tin kiểm định chất lượng", html(page), mailer="Mozilla Thunderbird"),
        articles=[
            Truth(
                title="Trường Mầm non Hoa Mẫu đón đoàn đánh giá ngoài",
                body=body,
                byline="Tin: Mộc Thị Chồi Non",
                author="Mộc Thị Chồi Non",
            )
        ],
        never=("Kính gửi", "Em xin gửi", "Kính thư", "búp trên cành", "Văn thư"),
    )


def answer_from_yahoo() -> Contribution:
    body = paragraphs("""
        Tôi gặp ông Quách Văn Đò Ngang vào một chiều sông lặng. Ba mươi sáu năm chèo đò đưa học trò qua sông, ông chưa
        lấy
        của đứa trẻ nào một đồng.

        Từ ngày có cầu mới, bến đò thưa khách. Ông buộc con thuyền dưới gốc bần, chiều chiều vẫn ra tát nước, như chăm
        một
        người bạn già.

        Hỏi ông có buồn không, ông cười, bảo có cầu thì bọn trẻ đỡ ướt, mình vui chứ buồn gì.
    """)
    page = (
        '<html><body><div class="ydp1a yahoo-style-wrap" style="font-family:Helvetica"><div>Thưa BBT</div>'
        "<div>Tôi đã sửa bài theo góp ý, gửi lại bản mới dưới đây.</div><div><br></div>"
        '<div style="text-align:center"><span style="font-weight:700">Người chở đò không thu '
        "tiền</span></div><div><br></div>"
        + "".join(f"<div>{text}</div><div><br></div>" for text in body)
        + '<div style="text-align:right">Bài: Hai Nguyễn</div><div><br></div></div>'
        '<div id="ydp9yahoo_quoted_123" class="ydp9yahoo_quoted"><div style="font-size:13px">'
        "<div>Vào 09:12:45 GMT+7 Thứ Hai, 2 tháng 11, 2026, BBT An Mẫu &lt;bbt.anmau@songmau.example&gt; đã viết:</div>"
        "<div><br></div><div>Kính gửi bác, bài hay nhưng hơi dài, nhờ bác rút gọn đoạn giữa giúp. Trân "
        "trọng.</div></div></div>"
        "</body></html>"
    )
    return Contribution(
        why="Yahoo: trả lời, bản sửa ở trên, thư cũ trong yahoo_quoted; lời nhắn trước bài",
        raw=sent(BAC_HAI, "Re: bài người chở đò", html(page)),
        articles=[
            Truth(
                title="Người chở đò không thu tiền",
                body=body,
                byline="Bài: Hai Nguyễn",
                author="Hai Nguyễn",
            )
        ],
        never=("Thưa BBT", "theo góp ý", "rút gọn"),
    )


def label_before_the_title() -> Contribution:
    body = paragraphs("""
        Ngày 28/10, Trạm Y tế xã tổ chức hội thi nấu bữa ăn cho bà bầu tại nhà văn hóa thôn Đồng Thử. Mười hai cặp vợ
        chồng trẻ tham gia, các ông chồng phải tự tay nấu.

        Ban giám khảo chấm theo bốn tiêu chí: đủ bốn nhóm thực phẩm, giá dưới 60.000 đồng, ngon miệng và sạch sẽ. Giải
        Nhất thuộc về vợ chồng anh Tráng A Nồi, chị Sùng Thị Muôi.
    """)
    text = (
        "Kính gửi BBT\n\nTin: Các ông chồng vào bếp nấu bữa ăn cho bà bầu\n\n"
        + "\n\n".join(body)
        + "\n\nNgười đưa tin: Y sĩ Lý Thị Cặp Lồng\n\nXin cảm ơn!\n"
    )
    return Contribution(
        why="tiêu đề có nhãn Tin: ở trước; cuối bài là Người đưa tin:",
        raw=sent(TRAM, "tin hội thi", text, jpg("hoi thi nau an.jpg", 10)),
        articles=[
            Truth(
                title="Các ông chồng vào bếp nấu bữa ăn cho bà bầu",
                body=body,
                byline="Người đưa tin: Y sĩ Lý Thị Cặp Lồng",
                photos={10: None},
            )
        ],
        never=("Kính gửi", "Xin cảm ơn"),
    )


def title_in_the_line_that_sends_it() -> Contribution:
    body = paragraphs("""
        Tối 01/11, Chi bộ thôn Bãi Mẫu tổ chức lễ kết nạp đảng viên cho hai quần chúng ưu tú là anh Lèo Văn Phấn Đấu và
        chị Quàng Thị Lý Tưởng.

        Như vậy từ đầu năm đến nay, Đảng bộ xã đã kết nạp 19 đảng viên, đạt 95% kế hoạch. Trong đó có 11 đảng viên nữ,
        07
        đảng viên là người dân tộc thiểu số.
    """)
    text = (
        "BTG Đảng ủy gửi tin: Chi bộ thôn Bãi Mẫu kết nạp hai đảng viên mới\n\n"
        + "\n\n".join(body)
        + "\n\nBan Tuyên giáo\n"
    )
    return Contribution(
        why="tiêu đề đứng ngay sau lời gửi tin, trên cùng một dòng, sau dấu hai chấm",
        raw=sent(VAN_PHONG, "Tin kết nạp ĐV", text),
        articles=[Truth(title="Chi bộ thôn Bãi Mẫu kết nạp hai đảng viên mới", body=body)],
        never=("BTG Đảng ủy gửi",),
    )


def schedule_in_a_table_of_the_letter() -> Contribution:
    rows = [
        ("Ngày", "Thôn", "Địa điểm tiêm"),
        ("05/11/2026", "Đồng Thử, Xóm Mới", "Trạm Y tế xã"),
        ("06/11/2026", "Bãi Mẫu, Cầu Giả", "Nhà văn hóa thôn Bãi Mẫu"),
    ]
    opening = "Trạm Y tế xã An Mẫu thông báo lịch tiêm chủng mở rộng tháng 11/2026 như sau:"
    closing = "Các bà mẹ cho trẻ ăn no trước khi tiêm 30 phút, mang theo sổ tiêm chủng và mặc quần áo rộng cho trẻ."
    grid = "".join(
        "<tr>" + "".join(f"<td style='border:solid 1pt'>{cell}</td>" for cell in row) + "</tr>" for row in rows
    )
    page = (
        "<html><body><div>Trạm Y tế gửi BBT đăng giúp lịch tiêm ạ!</div><div><br></div>"
        "<div><b>LỊCH TIÊM CHỦNG MỞ RỘNG THÁNG 11/2026</b></div>"
        f"<div>{opening}</div><table border=1 cellspacing=0>{grid}</table><div>{closing}</div><div><br></div>"
        "<div>Trân trọng thông báo!</div><div><br></div>"
        "<table><tr><td><img src='cid:none'></td><td><b>TRẠM Y TẾ XÃ AN MẪU</b><br>Điện thoại: 0900 000 091<br>"
        "Email: tramyte@songmau.example</td></tr></table></body></html>"
    )
    return Contribution(
        why="lịch tiêm là bảng HTML trong thư; chữ ký cũng là bảng, có ảnh hỏng",
        raw=sent(TRAM, "lịch tiêm T11", html(page)),
        articles=[
            Truth(
                title="LỊCH TIÊM CHỦNG MỞ RỘNG THÁNG 11/2026",
                body=[opening, *(" ".join(row) for row in rows), closing],
            )
        ],
        never=("đăng giúp", "0900 000 091", "TRẠM Y TẾ XÃ AN MẪU"),
    )


def vni_in_plain_text() -> Contribution:
    title = "Hội Cựu chiến binh thăm lại chiến trường xưa"
    body = paragraphs("""
        Trong ba ngày cuối tháng 10, Hội Cựu chiến binh xã tổ chức cho 40 hội viên thăm lại chiến trường xưa. Đoàn dâng
        hương tại bốn nghĩa trang, tìm được ba phần mộ đồng đội quê An Mẫu.

        Nhiều bác đã ngoài tám mươi vẫn tự bước hết hơn hai trăm bậc đá. Trước khi về, mỗi người mang theo một nắm đất
        để
        đặt trong phòng truyền thống của Hội.
    """)
    text = "\n\n".join(map(to_vni, ["Kính gửi Ban biên tập", title, *body, "Bài: Tào Quân Ngũ", "Trân trọng cảm ơn"]))
    return Contribution(
        why="VNI trong thư văn bản thuần ghi iso-8859-1, có lời chào và lời kết",
        raw=sent(
            CCB,
            "Bai tham chien truong xua",
            Leaf(
                content_type="text/plain; charset=iso-8859-1",
                content=(text + "\n").encode("latin-1"),
                transfer=Transfer.QUOTED,
            ),
        ),
        articles=[Truth(title=title, body=body, byline="Bài: Tào Quân Ngũ", author="Tào Quân Ngũ")],
        never=("Kính gửi", "Trân trọng"),
    )


def two_recipients_as_a_list() -> Contribution:
    body = paragraphs("""
        Ngày 31/10, Trường THCS An Mẫu tổ chức chuyên đề "Phòng, chống bạo lực học đường" với hình thức phiên tòa giả
        định. Các vai thẩm phán, luật sư, nhân chứng đều do học sinh đảm nhận.

        Sau phiên tòa, hòm thư "Điều em muốn nói" nhận được 64 lá thư. Nhà trường cam kết đọc và trả lời từng lá thư
        trong
        vòng bảy ngày.
    """)
    text = (
        "Kính gửi:\n- Ban biên tập Trang thông tin điện tử xã;\n- Đài truyền thanh xã.\n\n"
        "Trường THCS An Mẫu trân trọng gửi tin hoạt động tháng 10 của nhà trường, cụ thể:\n\n"
        "PHIÊN TÒA GIẢ ĐỊNH TRONG TRƯỜNG HỌC\n\n"
        + "\n\n".join(body)
        + "\n\nTin, ảnh: Tổ GDCD\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n"
    )
    return Contribution(
        why="lời thư như công văn: Kính gửi hai nơi gạch đầu dòng; cuối thư có Nơi nhận",
        raw=sent(THCS, "Tin hoạt động tháng 10", text, jpg("phien toa.jpg", 11)),
        articles=[
            Truth(title="PHIÊN TÒA GIẢ ĐỊNH TRONG TRƯỜNG HỌC", body=body, byline="Tin, ảnh: Tổ GDCD", photos={11: None})
        ],
        never=("Kính gửi", "Đài truyền thanh xã", "Nơi nhận", "trân trọng gửi"),
    )


def both_versions_from_a_phone() -> Contribution:
    body = paragraphs("""
        Chiều nay 02/11 chợ An Mẫu khai trương khu bán hàng nông sản sạch với 14 sạp. Mỗi sạp treo bảng tên chủ hộ, ngày
        thu hái và số điện thoại để khách phản ánh.

        Chị Mào Thị Rổ Rá, bán rau 20 năm ở chợ, nói treo tên mình lên thấy có trách nhiệm hơn hẳn.
    """)
    lines = [
        "C ơi e gửi tin chợ nha",
        "Chợ An Mẫu có khu nông sản sạch",
        *body,
        "Hoa phụ nữ thôn",
        "Sent from my iPhone",
    ]
    page = "<div>" + "</div><div><br></div><div>".join(lines) + "</div>"
    return Contribution(
        why="nhắn tắt: C ơi e gửi tin nha; ký tên Hoa phụ nữ thôn; Sent from my iPhone",
        raw=sent(GUONG, "tin cho", both("\n\n".join(lines), page), jpg("IMG_7001.jpg", 12)),
        articles=[Truth(title="Chợ An Mẫu có khu nông sản sạch", body=body, photos={12: None})],
        never=("C ơi", "Sent from", "Hoa phụ nữ thôn"),
    )


ALL = (
    signature_of_thunderbird,
    answer_from_yahoo,
    label_before_the_title,
    title_in_the_line_that_sends_it,
    schedule_in_a_table_of_the_letter,
    vni_in_plain_text,
    two_recipients_as_a_list,
    both_versions_from_a_phone,
)
