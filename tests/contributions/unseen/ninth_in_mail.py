"""Letters of the ninth batch, odd but plausible: posts copied from a fan page, three hands, captions in a sentence."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import CONG_AN, DONG_THU, GUONG, HPN, THCS, TRAM, VHXH, both, jpg, sent, with_pictures
from tests.contributions.unseen.senders import BAC_HAI, CCB, KINH_TE, MAM_NON, MTTQ
from tests.mail.making.mime import html


def post_of_the_fan_page() -> Contribution:
    body = paragraphs("""
        Sáng nay 13/11, hơn 50 chị em phụ nữ thôn Cầu Giả đã cùng nhau vẽ 120 m tranh tường dọc đường vào nhà văn hóa.

        Những bức tranh về ruộng bậc thang, nhà sàn, hoa ban khiến con đường đẹp hẳn lên.
    """)
    text = (
        "Chị ơi em copy luôn bài em đăng Facebook, chị lược bớt đăng trang xã giúp em nha\n\n"
        "🌸 CON ĐƯỜNG TRANH TƯỜNG THÔN CẦU GIẢ 🌸\n\n👉 " + body[0] + "\n\n👉 " + body[1] + "\n\n"
        "#anmau #phunucaugia\n"
    )
    return Contribution(
        why="bài chép từ Facebook: biểu tượng đầu tiêu đề và đầu đoạn, thẻ # ở cuối",
        raw=sent(HPN, "bài facebook", text, jpg("received_1183.jpeg", 1)),
        articles=[
            Truth(
                title="CON ĐƯỜNG TRANH TƯỜNG THÔN CẦU GIẢ",
                body=[*body],
                photos={1: None},
            )
        ],
        never=("copy luôn", "Facebook", "#anmau"),
    )


def captions_told_in_a_sentence() -> Contribution:
    body = paragraphs("""
        Ngày 12/11, Hội Cựu chiến binh xã tổ chức cho 36 hội viên về thăm lại chiến trường xưa. Đoàn dâng hương tại
        nghĩa trang liệt sĩ, thăm hầm chỉ huy trên đồi.

        Nhiều bác bật khóc khi tìm thấy tên đồng đội trên bia mộ.
    """)
    text = (
        "Kính gửi BBT,\nHội gửi tin và 2 ảnh. Ảnh 1 là đoàn dâng hương, ảnh 2 là thăm hầm chỉ huy.\n\n"
        "Cựu chiến binh An Mẫu về thăm chiến trường xưa\n\n" + "\n\n".join(body) + "\n\nTin, ảnh: Hội CCB xã\n"
    )
    return Contribution(
        why="chú thích kể trong một câu của lời thư: Ảnh 1 là ..., ảnh 2 là ...",
        raw=sent(CCB, "Tin về nguồn", text, jpg("1.jpg", 2), jpg("2.jpg", 3)),
        articles=[
            Truth(
                title="Cựu chiến binh An Mẫu về thăm chiến trường xưa",
                body=body,
                byline="Tin, ảnh: Hội CCB xã",
                photos={2: "đoàn dâng hương", 3: "thăm hầm chỉ huy"},
            )
        ],
        never=("Kính gửi", "gửi tin và 2 ảnh"),
    )


def date_line_above_the_title() -> Contribution:
    body = paragraphs("""
        Sáng 13/11, Ban quản lý chợ An Mẫu lắp đặt xong ba họng nước chữa cháy và 24 bình bột tại các dãy ki-ốt. Tổng
        kinh phí 118 triệu đồng do tiểu thương đóng góp.

        Ban quản lý đề nghị bà con không để hàng che lấp họng nước, tắt điện trước khi ra về.
    """)
    text = (
        "BBT kính mến,\nPhòng Kinh tế gửi tin ngắn về chợ.\n\nAn Mẫu, ngày 13/11/2026\n\n"
        "Chợ An Mẫu có thêm ba họng nước chữa cháy\n\n" + "\n\n".join(body) + "\n\n(Phòng Kinh tế xã An Mẫu)\n"
    )
    return Contribution(
        why="dòng địa danh, ngày tháng đứng trên tiêu đề; tên phòng trong ngoặc cuối bài",
        raw=sent(KINH_TE, "tin chợ", text),
        articles=[
            Truth(
                title="Chợ An Mẫu có thêm ba họng nước chữa cháy",
                body=body,
                byline="(Phòng Kinh tế xã An Mẫu)",
            )
        ],
        never=("kính mến", "gửi tin ngắn"),
    )


def old_man_without_paragraphs() -> Contribution:
    body = paragraphs("""
        Thôn tôi có cây đa to lắm, năm người ôm không xuể. Các cụ bảo cây có từ thời lập làng. Hôm mùng 10 vừa rồi bão
        làm gãy một cành lớn chắn ngang đường. Bà con không ai bảo ai, người cưa, người kéo, hai tiếng là đường thông.
        Gỗ cành đa thôn để lại đóng bàn ghế cho nhà văn hóa.
    """)
    text = (
        "Tôi là Hai Nguyễn, đã nghỉ hưu, xin gửi mẩu chuyện này, nếu dùng được thì đăng, không thì thôi.\n\n"
        "Cành đa gãy\n\n" + body[0] + "\n\nChào các đồng chí.\nHai Nguyễn, thôn Bãi Mẫu, 0900 000 204\n"
    )
    return Contribution(
        why="bác về hưu gửi mẩu chuyện: lời thư dài tự nhiên; ký tên kèm thôn và số điện thoại trên một dòng",
        raw=sent(BAC_HAI, "gui mau chuyen", text),
        articles=[Truth(title="Cành đa gãy", body=body)],
        never=("nếu dùng được", "Chào các đồng chí", "0900 000 204"),
    )


def answer_inside_the_quote() -> Contribution:
    body = paragraphs("""
        Chiều 12/11, Trường THCS An Mẫu tổ chức sân chơi "Rung chuông vàng" tìm hiểu lịch sử địa phương cho học sinh
        khối 8. Có 96 em tham gia.

        Em Vì Văn Chuông, lớp 8A là người cuối cùng trên sàn đấu, rung được chuông vàng ở câu hỏi thứ 20.
    """)
    text = (
        "Vâng, em gửi tin ạ. Em cảm ơn anh.\n\n"
        "Rung chuông vàng ở Trường THCS An Mẫu\n\n" + "\n\n".join(body) + "\n\nTin: Thư viện trường\n\n"
        "Vào Th 4, 11 thg 11, 2026 vào lúc 16:40 BBT An Mẫu <bbt.anmau@songmau.example> đã viết:\n\n"
        "> Chào em,\n> Tuần này trường có tin gì không, gửi anh trước 16 giờ thứ Sáu nhé.\n> Thân.\n"
    )
    return Contribution(
        why="trả lời thư hỏi tin: Vâng, em gửi tin ạ ở đầu, thư cũ dưới dòng đã viết:",
        raw=sent(THCS, "Re: hỏi tin tuần này", text),
        articles=[
            Truth(title="Rung chuông vàng ở Trường THCS An Mẫu", body=body, byline="Tin: Thư viện trường"),
        ],
        never=("Vâng, em gửi", "Tuần này trường", "Thân."),
    )


def pasted_from_zalo() -> Contribution:
    body = paragraphs("""
        Sáng 14/11 tại nhà văn hóa thôn Xóm Mới, Trạm Y tế phối hợp chi hội phụ nữ hướng dẫn 48 bà mẹ nấu cháo dinh
        dưỡng cho trẻ dưới hai tuổi.

        Các bà mẹ được thực hành ba món cháo từ nguyên liệu có sẵn trong vườn.
    """)
    text = (
        "[08:12, 14/11/2026] Trạm Y tế: Tin hôm nay em gửi anh\n\nHướng dẫn nấu cháo dinh dưỡng cho trẻ\n\n"
        + "\n\n".join(body)
        + "\n\nẢnh em gửi zalo rồi nha anh\n"
    )
    return Contribution(
        why="chép từ Zalo: dòng đầu có giờ, ngày trong ngoặc vuông và tên người gửi; câu cuối nói về ảnh",
        raw=sent(TRAM, "tin trạm", text),
        articles=[Truth(title="Hướng dẫn nấu cháo dinh dưỡng cho trẻ", body=body)],
        never=("08:12", "em gửi anh", "gửi zalo"),
    )


def verse_of_thanks_at_the_end() -> Contribution:
    body = paragraphs("""
        Nhân ngày Nhà giáo Việt Nam, Công an xã An Mẫu đến thăm, chúc mừng các thầy cô giáo ba trường học trên địa bàn.

        Thay mặt đơn vị, đồng chí Trưởng Công an xã chúc các thầy cô mạnh khỏe, hạnh phúc, tiếp tục vun trồng những mầm
        non của quê hương.
    """)
    page = (
        "<p>Chào BBT.</p><p>Gửi BBT nội dung sau để đăng tải:</p>"
        "<p><b>Công an xã chúc mừng ngày Nhà giáo Việt Nam</b></p>"
        + "".join(f"<p>{text}</p>" for text in body)
        + "<p><i>CAX An Mẫu thực hiện</i></p><p>Chúc BBT một ngày tốt lành!</p>"
        "<p style='color:gray;font-size:9px'>Thông báo: Nội dung thư này chỉ dành cho người nhận có tên nêu trên.</p>"
    )
    return Contribution(
        why="CAX An Mẫu thực hiện là dòng tác giả; dưới là lời chúc BBT và thông báo chữ xám",
        raw=sent(CONG_AN, "Tin chúc mừng 20/11", html(page), jpg("tang hoa.jpg", 4)),
        articles=[
            Truth(
                title="Công an xã chúc mừng ngày Nhà giáo Việt Nam",
                body=body,
                byline="CAX An Mẫu thực hiện",
                photos={4: None},
            )
        ],
        never=("Chào BBT", "ngày tốt lành", "chỉ dành cho người nhận"),
    )


def forwarded_thrice() -> Contribution:
    body = paragraphs("""
        Ngày 10/11, thôn Đồng Thử tổ chức lễ mừng thọ cho 21 cụ tròn 70, 75, 80 và 90 tuổi. Mỗi cụ được tặng một tấm vải
        và một phong bì 300.000 đồng.

        Buổi lễ kết thúc bằng bữa cơm thân mật do các cháu trong đội văn nghệ tự tay nấu.
    """)
    text = (
        "FYI\n\nSent from my iPad\n\nBegin forwarded message:\n\n"
        "From: Mặt trận <mttq@songmau.example>\nDate: 11 November 2026 at 09:15:02 GMT+7\nTo: vhxh@songmau.example\n"
        "Subject: Fwd: mung tho\n\nChuyển Phòng VHXH xem giúp.\n\n"
        "-------- Thư chuyển tiếp --------\nTiêu đề: mung tho\nNgày: Tue, 10 Nov 2026 20:44:10 +0700\n"
        "Từ: Thôn Đồng Thử <thon.dongthu@songmau.example>\nTới: mttq@songmau.example\n\n\n"
        "Thôn báo tin mừng thọ ạ\n\nĐồng Thử mừng thọ 21 cụ cao tuổi\n\n" + "\n\n".join(body) + "\n\nLường Mõ\n"
    )
    return Contribution(
        why="chuyển tiếp qua ba người bằng ba chương trình: iPad tiếng Anh, Thunderbird tiếng Việt",
        raw=sent(VHXH, "Fwd: Fwd: mung tho", text),
        articles=[Truth(title="Đồng Thử mừng thọ 21 cụ cao tuổi", body=body)],
        never=("FYI", "iPad", "Chuyển Phòng", "Tiêu đề:", "báo tin"),
    )


def html_with_pictures_before_the_text() -> Contribution:
    body = paragraphs("""
        Hôm nay các bé lớp 4 tuổi B được đi tham quan trang trại bò sữa của gia đình bạn Bống. Các con được tận tay cho
        bò ăn cỏ và nếm sữa ấm.

        Chuyến đi giúp các con biết yêu quý con vật và công sức của người nông dân.
    """)
    page = (
        '<div dir="auto"><img src="cid:pic5"><br>Bé Bống cho bò ăn cỏ<br><img src="cid:pic6"><br>Cả lớp bên đàn bò'
        "<br><br>"
        f"Một ngày làm nông dân nhí<br><br>{body[0]}<br><br>{body[1]}<br><br>Cô Hiền<br><br>Em nhờ BBT đăng cho trường "
        "ạ</div>"
    )
    return Contribution(
        why="ảnh và chú thích ở đầu thư, trên cả tiêu đề; tất cả trong một khối ngắt dòng br; lời nhờ ở cuối",
        raw=sent(MAM_NON, "Tin tham quan", with_pictures(page, [5, 6])),
        articles=[
            Truth(
                title="Một ngày làm nông dân nhí",
                body=body,
                photos={5: "Bé Bống cho bò ăn cỏ", 6: "Cả lớp bên đàn bò"},
            )
        ],
        never=("Em nhờ BBT", "Cô Hiền"),
    )


def english_note_around_vietnamese() -> Contribution:
    body = paragraphs("""
        Sáng 14/11, nhóm tình nguyện viên nước ngoài dạy tiếng Anh miễn phí cho 52 học sinh xã An Mẫu tại thư viện xã.
        Lớp học kéo dài đến hết tháng 12.

        Các em được luyện phát âm, kể chuyện và tập dẫn khách thăm làng nghề.
    """)
    lines = [
        "Dear Editorial Board,",
        "Please find below a short news item about our class. Feel free to edit.",
        "Lớp học tiếng Anh miễn phí ở thư viện xã",
        *body,
        "Many thanks,",
        "Anna and the volunteers",
    ]
    page = "".join(f"<p>{text}</p>" for text in lines)
    return Contribution(
        why="lời thư bằng tiếng Anh, bài bằng tiếng Việt",
        raw=sent(GUONG, "News: English class", both("\n\n".join(lines), page)),
        articles=[Truth(title="Lớp học tiếng Anh miễn phí ở thư viện xã", body=body)],
        never=("Dear", "Feel free", "Many thanks", "Anna"),
    )


def front_with_a_line_for_the_editor_first() -> Contribution:
    body = paragraphs("""
        Chiều 13/11, Ban Thường trực Ủy ban MTTQ xã An Mẫu giám sát việc thu, chi các khoản đóng góp tại thôn Xóm Mới.
        Đoàn kiểm tra sổ sách, trao đổi với 14 hộ dân.

        Qua giám sát, các khoản thu đều được họp dân bàn bạc; thôn cần niêm yết chi tiết hơn các khoản chi.
    """)
    text = (
        "(Tin không có ảnh, đề nghị đăng mục Mặt trận - đoàn thể)\n\n"
        "GIÁM SÁT VIỆC THU, CHI CÁC KHOẢN ĐÓNG GÓP Ở THÔN XÓM MỚI\n\n" + "\n\n".join(body) + "\n\n"
        "                                             Tin: Quế - MTTQ\n"
    )
    return Contribution(
        why="dòng đầu trong ngoặc là lời cho biên tập: không có ảnh, đăng mục nào; không lời chào, không lời kết",
        raw=sent(MTTQ, "Tin giám sát", text),
        articles=[
            Truth(
                title="GIÁM SÁT VIỆC THU, CHI CÁC KHOẢN ĐÓNG GÓP Ở THÔN XÓM MỚI",
                body=body,
                byline="Tin: Quế - MTTQ",
                author="Quế",
            )
        ],
        never=("Tin không có ảnh", "đề nghị đăng mục"),
    )


def hamlet_letter_with_a_postscript_of_figures() -> Contribution:
    body = paragraphs("""
        Thôn Đồng Thử vừa bầu xong trưởng thôn nhiệm kỳ mới. Có 402/418 cử tri đi bầu, đạt 96,2%. Ông Lường Văn Mõ tái
        đắc cử với 377 phiếu.

        Ngay sau hội nghị, ông Mõ hứa trong năm tới sẽ làm xong đường ra nghĩa trang.
    """)
    text = (
        "Kính gửi các đồng chí BBT\n\nBầu trưởng thôn Đồng Thử nhiệm kỳ mới\n\n"
        + "\n\n".join(body)
        + "\n\nTin của thôn\n\nTB: số phiếu tôi đã đối chiếu biên bản, BBT yên tâm.\n"
    )
    return Contribution(
        why="tái bút viết tắt TB: ở cuối, nói với ban biên tập; Tin của thôn là dòng ký",
        raw=sent(DONG_THU, "bau truong thon", text),
        articles=[Truth(title="Bầu trưởng thôn Đồng Thử nhiệm kỳ mới", body=body, byline="Tin của thôn")],
        never=("Kính gửi", "TB:", "yên tâm"),
    )


ALL = (
    post_of_the_fan_page,
    captions_told_in_a_sentence,
    date_line_above_the_title,
    old_man_without_paragraphs,
    answer_inside_the_quote,
    pasted_from_zalo,
    verse_of_thanks_at_the_end,
    forwarded_thrice,
    html_with_pictures_before_the_text,
    english_note_around_vietnamese,
    front_with_a_line_for_the_editor_first,
    hamlet_letter_with_a_postscript_of_figures,
)
