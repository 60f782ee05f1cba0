"""Letters of the thirteenth batch whose text stands in the mail: the first week of December."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import (
    DOAN,
    HND,
    THCS,
    jpg,
    sent,
    with_pictures,
)  # fmt: skip
from tests.contributions.unseen.senders import MAM_NON, QUAN_SU
from tests.mail.making.mime import html

THURSDAY = "Thu, 03 Dec 2026 15:02:11 +0700"


def two_items_of_one_paragraph() -> Contribution:
    items = {
        "Bàn giao nhà đồng đội": "Ngày 01/12, Ban CHQS xã An Mẫu bàn giao ngôi nhà 60 m2 cho gia đình quân nhân Lò "
        "Văn Giữ, thôn Cầu Giả. Nhà trị giá 145 triệu đồng, trong đó cán bộ, dân quân góp 82 ngày công.",
        "Huấn luyện dân quân năm nhất": "Sáng 02/12, 36 chiến sĩ dân quân năm thứ nhất của xã bước vào đợt huấn luyện "
        "15 ngày. Nội dung gồm điều lệnh, bắn súng và cứu hộ khi lũ về.",
    }
    text = (
        "Kính gửi BBT!\n\nBan CHQS xã gửi 2 tin ngắn:\n\n"
        + "\n\n".join(f"{number}. {title}: {said}" for number, (title, said) in enumerate(items.items(), start=1))
        + "\n\nTrân trọng!\n"
    )
    return Contribution(
        why="hai tin trong thư chữ thường, mỗi tin một đoạn: số, tiêu đề, dấu hai chấm, nội dung",
        raw=sent(QUAN_SU, "2 tin quân sự tuần này", text, date=THURSDAY),
        articles=[Truth(title=title, body=[said]) for title, said in items.items()],
        never=("Kính gửi", "2 tin ngắn", "Trân trọng"),
    )


def copied_from_a_portal() -> Contribution:
    sapo = (
        "Từ tháng 12, nông dân xã An Mẫu có thể gửi mẫu đất đến điểm tiếp nhận tại Hội Nông dân để xét nghiệm miễn phí."
    )
    body = paragraphs("""
        Theo Trung tâm Khuyến nông tỉnh, mỗi hộ được gửi tối đa ba mẫu. Kết quả trả sau mười ngày, kèm lời khuyên về cây
        trồng, phân bón phù hợp.

        Mẫu đất lấy ở độ sâu 20 cm, phơi khô trong bóng râm, đựng trong túi sạch có ghi tên chủ ruộng và xứ đồng.
    """)
    page = (
        "<div>Anh chị BBT xem đăng lại tin này trên trang xã giúp Hội.</div><div><br></div>"
        '<div><a href="https://khuyennong.example/">Trang chủ</a> » <a href="https://khuyennong.example/tin">Tin tức'
        "</a></div><h1>Nông dân được xét nghiệm đất miễn phí</h1>"
        "<div><i>Thứ Tư, 02/12/2026, 08:15 (GMT+7)</i></div><div>Lượt xem: 214</div>"
        f"<p><b>{sapo}</b></p>"
        + "".join(f"<p>{text}</p>" for text in body)
        + '<p style="text-align:right"><b>Theo khuyennong.example</b></p>'
        "<div>Chia sẻ: Facebook | Zalo | In trang</div>"
    )
    return Contribution(
        why="tin chép từ cổng khác: đường dẫn mục lục, ngày giờ GMT+7, lượt xem, nút chia sẻ",
        raw=sent(HND, "Đăng lại tin khuyến nông", html(page), date=THURSDAY),
        articles=[
            Truth(
                title="Nông dân được xét nghiệm đất miễn phí",
                summary=sapo,
                body=body,
                source="khuyennong.example",
                byline="Theo khuyennong.example",
            )
        ],
        never=("Lượt xem", "Chia sẻ", "Trang chủ", "GMT+7", "Anh chị BBT"),
    )


def signature_above_the_article() -> Contribution:
    body = paragraphs("""
        Ngày 02/12, Trường THCS An Mẫu tổ chức ngày hội trải nghiệm nghề với 12 gian do phụ huynh và học sinh cùng dựng.

        Gian làm bánh, gian sửa xe đạp và gian thêu tay thu hút đông học sinh nhất. Nhiều em lần đầu được cầm kìm, cầm
        kim.

        Cô Ngô Thị Mô Phỏng, Hiệu trưởng nhà trường cho biết ngày hội sẽ được tổ chức mỗi học kỳ một lần.
    """)
    text = (
        "Kính gửi BBT,\n\nNhà trường gửi bài đăng trang xã. Bài ở phía dưới ạ.\n\nTrân trọng,\n\nVăn phòng Trường THCS "
        "An Mẫu\nĐT: 0900 000 044\n\n\nNGÀY HỘI TRẢI NGHIỆM NGHỀ CỦA HỌC SINH AN MẪU\n\n"
        + "\n\n".join(body)
        + "\n\nTổ Truyền thông\n"
    )
    return Contribution(
        why="lời thư và chữ ký ở trên, bài dán ở dưới chữ ký",
        raw=sent(THCS, "Bài ngày hội nghề", text, jpg("gian hang.jpg", 2), date=THURSDAY),
        articles=[
            Truth(
                title="NGÀY HỘI TRẢI NGHIỆM NGHỀ CỦA HỌC SINH AN MẪU",
                body=body,
                photos={2: None},
            )
        ],
        never=("Kính gửi", "Tổ Truyền thông", "0900 000 044", "phía dưới", "Trân trọng"),
    )


def captions_above_inline_photos() -> Contribution:
    body = paragraphs("""
        Sáng 03/12, các cô giáo và phụ huynh Trường Mầm non Hoa Mẫu cùng nhau làm vườn rau sạch 150 m2 phía sau bếp.

        Rau cải, su hào trồng từ bây giờ đến Tết sẽ đủ cho bữa trưa của 230 cháu.
    """)
    page = (
        '<div dir="ltr"><div>Dạ em gửi tin vườn rau ạ.</div><div><br></div><div><b>Vườn rau của cô và bé</b></div>'
        f"<div>{body[0]}</div><div>{body[1]}</div><div><br></div><div>Ảnh: Phụ huynh làm đất, lên luống</div>"
        '<div><img src="cid:pic3" width="450"></div><div>Ảnh: Các bé tưới rau cùng cô</div>'
        '<div><img src="cid:pic4" width="450"></div><div><br></div><div>Tin, ảnh: Lường Nhài</div></div>'
    )
    return Contribution(
        why="Gmail: chú thích có Ảnh: đứng TRÊN từng ảnh, hai ảnh liền nhau ở cuối bài",
        raw=sent(MAM_NON, "Tin vườn rau", with_pictures(page, [3, 4]), date=THURSDAY),
        articles=[
            Truth(
                title="Vườn rau của cô và bé",
                body=body,
                byline="Tin, ảnh: Lường Nhài",
                author="Lường Nhài",
                photos={3: "Phụ huynh làm đất, lên luống", 4: "Các bé tưới rau cùng cô"},
            )
        ],
        never=("em gửi",),
    )


def copied_from_zalo_on_a_computer() -> Contribution:
    body = paragraphs("""
        Chiều 02/12, Đoàn Thanh niên xã An Mẫu sửa xong 18 bóng đèn đường bị hỏng trên tuyến Cầu Giả đi Bãi Mẫu.

        Kinh phí 5,4 triệu đồng lấy từ tiền bán 600 kg phế liệu do các chi đoàn thu gom trong tháng 11.
    """)
    text = (
        "Chuyển tin từ nhóm Zalo sang BBT nhé.\n\nBí thư Đoàn xã\n02/12/2026 17:41\n\n"
        "Tuổi trẻ An Mẫu thắp sáng đường quê\n\n" + "\n\n".join(body) + "\n\nTin: Sầm Huy\n"
    )
    return Contribution(
        why="chép từ Zalo trên máy tính: tên người nhắn một dòng, ngày giờ một dòng ở trên tin",
        raw=sent(DOAN, "tin đoàn", text, jpg("z6101112131415_9f8e7d6c5b4a.jpg", 5), date=THURSDAY),
        articles=[
            Truth(
                title="Tuổi trẻ An Mẫu thắp sáng đường quê",
                body=body,
                byline="Tin: Sầm Huy",
                author="Sầm Huy",
                photos={5: None},
            )
        ],
        never=("17:41", "nhóm Zalo", "Bí thư Đoàn xã"),
    )


ALL = (
    two_items_of_one_paragraph,
    copied_from_a_portal,
    signature_above_the_article,
    captions_above_inline_photos,
    copied_from_zalo_on_a_computer,
)
