"""Word files of the thirteenth batch: the first week of December."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import HND, TRAM, docx, jpg, sent
from tests.contributions.unseen.senders import CCB, MTTQ, TIEU_HOC
from tests.contributions.word import p, pic, r, table, word

WEDNESDAY = "Wed, 02 Dec 2026 09:20:31 +0700"


def two_items_side_by_side() -> Contribution:
    first = paragraphs("""
        Ngày 30/11, Chi hội Nông dân thôn Bãi Mẫu ra mắt tổ hợp tác nuôi dê sinh sản gồm 11 hộ, mỗi hộ góp từ hai đến
        bốn con dê cái.

        Tổ bầu ông Quàng Văn Sớm làm tổ trưởng, cử hai thành viên đi học kỹ thuật thú y ở tỉnh.
    """)
    second = paragraphs("""
        Sáng 01/12, Hội Nông dân xã An Mẫu giao 400 cây mắc ca giống cho 16 hội viên thôn Xóm Mới, tổng trị giá 28 triệu
        đồng.

        Các hộ cam kết trồng hết trong tuần, làm cỏ và bón phân đúng lịch hướng dẫn.
    """)
    left = (
        p("RA MẮT TỔ HỢP TÁC NUÔI DÊ SINH SẢN", bold=True, align="center") + p(pic(1), align="center")
        + p("Đàn dê của tổ hợp tác", italic=True, align="center") + "".join(p(text, align="both") for text in first)
        + p("Tin, ảnh: Quàng Sớm", bold=True, align="right")
    )  # fmt: skip
    right = (
        p("GIAO 400 CÂY MẮC CA GIỐNG CHO HỘI VIÊN", bold=True, align="center") + p(pic(2), align="center")
        + p("Hội viên nhận cây giống", italic=True, align="center") + "".join(p(text, align="both") for text in second)
        + p("Tin, ảnh: Cà Thị Lả", bold=True, align="right")
    )  # fmt: skip
    return Contribution(
        why="hai tin đặt cạnh nhau trong bảng một hàng hai ô không viền",
        raw=sent(
            HND, "Tin tuần của Hội Nông dân", "Hội gửi BBT 02 tin trong file đính kèm.\n",
            docx("Tin tuan HND.docx", word(table((left, right), border=False))), date=WEDNESDAY,
        ),
        articles=[
            Truth(
                title="RA MẮT TỔ HỢP TÁC NUÔI DÊ SINH SẢN", body=first, byline="Tin, ảnh: Quàng Sớm",
                author="Quàng Sớm", photos={1: "Đàn dê của tổ hợp tác"},
            ),
            Truth(
                title="GIAO 400 CÂY MẮC CA GIỐNG CHO HỘI VIÊN", body=second, byline="Tin, ảnh: Cà Thị Lả",
                author="Cà Thị Lả", photos={2: "Hội viên nhận cây giống"},
            ),
        ],
        never=("gửi BBT",),
    )  # fmt: skip


def three_items_of_one_paragraph() -> Contribution:
    items = {
        "Khám sàng lọc lao cho người cao tuổi": "Ngày 01/12, Trạm Y tế xã An Mẫu phối hợp với Bệnh viện Phổi tỉnh "
        "khám sàng lọc lao cho 164 người cao tuổi của bốn thôn, chụp X-quang lưu động tại sân trạm.",
        "Cấp màn tẩm hóa chất cho 70 hộ vùng sâu": "Trong hai ngày 28 và 29/11, cán bộ trạm đi bộ vào các xóm Khe "
        "Ngõa, Khe Bu cấp 140 chiếc màn tẩm hóa chất diệt muỗi và hướng dẫn bà con cách giặt, cách treo.",
        "Tiêm vắc xin bạch hầu mũi hai": "Chiều 30/11, trạm tiêm vắc xin bạch hầu mũi hai cho 58 học sinh lớp 6 của "
        "Trường THCS An Mẫu, không có trường hợp nào phản ứng sau tiêm.",
    }  # fmt: skip
    lines = [
        p(r(f"{number}. {title}: ", bold=True), r(text), align="both")
        for number, (title, text) in enumerate(items.items(), start=1)
    ]
    return Contribution(
        why="ba tin vắn, mỗi tin một đoạn: số thứ tự và tiêu đề đậm, dấu hai chấm rồi đến nội dung",
        raw=sent(
            TRAM, "tin tuần trạm y tế", "Trạm gửi BBT 3 tin ngắn trong tuần ạ.\n",
            docx("tin ngan.docx", word(*lines)), date=WEDNESDAY,
        ),
        articles=[Truth(title=title, body=[text]) for title, text in items.items()],
        never=("gửi BBT",),
    )  # fmt: skip


def labels_of_a_newspaper() -> Contribution:
    sapo = "Hai mươi năm gom sách cũ, thầy Bế Văn Chữ đã dựng được tủ sách hơn ba nghìn cuốn cho trẻ em thôn Cầu Giả."
    body = paragraphs("""
        Chiều nào sau giờ học, sân nhà thầy cũng rộn tiếng trẻ. Đứa chọn truyện tranh, đứa mượn sách về cây cỏ, muông
        thú.

        Thầy bảo: "Sách để trên giá thì chết, có người đọc sách mới sống". Vì thế thầy không lấy tiền đặt cọc, chỉ ghi
        tên vào sổ.

        Năm nay, thầy dự định mở thêm một góc đọc ở nhà văn hóa thôn.
    """)
    return Contribution(
        why="nhãn kiểu tòa soạn: Tít chính, Chapô, Chính văn, Chú thích ảnh, Bút danh",
        raw=sent(
            TIEU_HOC, "Bài gương người tốt", "Trường xin gửi bài viết về gương người tốt việc tốt.\n",
            docx("tu sach thay Chu.docx", word(
                p("Tít chính: Tủ sách của thầy Chữ"),
                p(f"Chapô: {sapo}"),
                p("Chính văn:"),
                *(p(text, align="both") for text in body),
                p(pic(3), align="center"),
                p("Chú thích ảnh: Thầy Chữ bên tủ sách của mình"),
                p("Bút danh: Lam Giang"),
            )), date=WEDNESDAY,
        ),
        articles=[
            Truth(
                title="Tủ sách của thầy Chữ", summary=sapo, body=body, byline="Bút danh: Lam Giang", author="Lam Giang",
                photos={3: "Thầy Chữ bên tủ sách của mình"},
            )
        ],
        never=("Chính văn", "Tít chính", "Chapô", "xin gửi"),
    )  # fmt: skip


def writer_told_above_the_title() -> Contribution:
    body = paragraphs("""
        Chiều 01/12, Hội Cựu chiến binh xã An Mẫu gặp mặt 34 hội viên từng tham gia chiến dịch biên giới phía Bắc.

        Tại buổi gặp mặt, các cựu chiến binh kể lại những ngày giữ chốt, nhắc tên đồng đội đã ngã xuống ở đồi Cỏ Tranh.

        Hội trích quỹ tặng 10 suất quà, mỗi suất 500.000 đồng cho các hội viên đau yếu.
    """)
    return Contribution(
        why="ba dòng Người gửi, Đơn vị, Số điện thoại ở trên tiêu đề của tệp",
        raw=sent(
            CCB, "Bài của CCB", "Gửi BBT bài của Hội CCB.\n",
            docx("gap mat.docx", word(
                p("Người gửi: Đèo Văn Chiến"), p("Đơn vị: Hội CCB xã An Mẫu"), p("Số điện thoại: 0900 000 071"),
                p(""),
                p("Gặp mặt cựu chiến binh tham gia chiến dịch biên giới", bold=True, align="center"),
                *(p(text, align="both") for text in body),
            )), jpg("gap mat ccb.jpg", 4), date=WEDNESDAY,
        ),
        articles=[
            Truth(
                title="Gặp mặt cựu chiến binh tham gia chiến dịch biên giới", body=body,
                byline="Người gửi: Đèo Văn Chiến", author="Đèo Văn Chiến", photos={4: None},
            )
        ],
        never=("0900 000 071", "Gửi BBT", "Đơn vị:"),
    )  # fmt: skip


def one_caption_for_two_photos() -> Contribution:
    body = paragraphs("""
        Ngày 29/11, gần 90 hộ dân thôn Đồng Thử cùng ra đường thôn trồng 1,4 km hàng rào hoa dâm bụt thay cho hàng rào
        tre đã mục.

        Cây giống do các hộ tự giâm từ tháng tám. Mỗi hộ chăm sóc đoạn rào trước cửa nhà mình.
    """)
    return Contribution(
        why="danh sách chú thích cuối bài: Ảnh 1, 2: chung một câu; Ảnh 3: riêng; ảnh rời tên số",
        raw=sent(
            MTTQ, "Hàng rào hoa Đồng Thử", "Kính gửi BBT tin và 3 ảnh.\n",
            docx("hang rao hoa.docx", word(
                p("ĐỒNG THỬ THAY HÀNG RÀO TRE BẰNG HÀNG RÀO HOA", bold=True, align="center"),
                *(p(text, align="both") for text in body),
                p("Ảnh 1, 2: Bà con trồng hoa dọc đường thôn"),
                p("Ảnh 3: Cây giống được các hộ giâm sẵn"),
                p("Mai Xuân Thử", bold=True, align="right"),
            )), jpg("1.jpg", 5), jpg("2.jpg", 6), jpg("3.jpg", 7), date=WEDNESDAY,
        ),
        articles=[
            Truth(
                title="ĐỒNG THỬ THAY HÀNG RÀO TRE BẰNG HÀNG RÀO HOA", body=body, byline="Mai Xuân Thử",
                author="Mai Xuân Thử",
                photos={
                    5: "Bà con trồng hoa dọc đường thôn", 6: "Bà con trồng hoa dọc đường thôn",
                    7: "Cây giống được các hộ giâm sẵn",
                },
            )
        ],
        never=("Kính gửi",),
    )  # fmt: skip


ALL = (
    two_items_side_by_side,
    three_items_of_one_paragraph,
    labels_of_a_newspaper,
    writer_told_above_the_title,
    one_caption_for_two_photos,
)
