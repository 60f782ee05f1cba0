"""Further Word files of the eleventh batch."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import CONG_AN, HND, THCS, docx, jpg, sent
from tests.contributions.word import box, p, pic, r, word

NOTE_DATE = "Wed, 18 Nov 2026 16:22:50 +0700"


def school_interview_with_a_kicker() -> Contribution:
    sapo = "Nhân ngày Nhà giáo Việt Nam, phóng viên có cuộc trò chuyện với cô giáo Lý Thị Vân, 30 năm bám bản."
    body = [
        "PV: Thưa cô, điều gì giữ cô ở lại với điểm trường Khe Ngõa lâu đến vậy?",
        "Cô Lý Thị Vân: Là lũ trẻ. Năm đầu tiên lên lớp, tôi chỉ có bảy học trò, mỗi em mang cho tôi một bó củi.",
        "PV: Khó khăn nhất cô từng trải qua là gì?",
        "Cô Lý Thị Vân: Mùa lũ năm 2008, đường sạt hết, tôi và phụ huynh phải gùi gạo nửa ngày mới tới trường.",
        "PV: Cô mong gì cho học trò hôm nay?",
        "Cô Lý Thị Vân: Tôi mong các em được học tiếp lên cao, rồi có em trở về dạy lại bản mình.",
        "Xin cảm ơn cô!",
    ]
    return Contribution(
        why="phỏng vấn hỏi - đáp, câu cuối Xin cảm ơn cô! là nội dung; (thực hiện) sau tên người viết",
        raw=sent(
            THCS,
            "Bài phỏng vấn 20/11",
            "Gửi BBT bài phỏng vấn cho số 20/11. Ảnh cô Vân kèm theo.\n",
            docx(
                "Phong van co Van.docx",
                word(
                    p("“Lũ trẻ giữ tôi ở lại”", bold=True, align="center"),
                    p(sapo, italic=True, align="both"),
                    *(p(r(text, bold=text.startswith("PV:")), align="both") for text in body),
                    p("Thu Trang (thực hiện)", bold=True, align="right"),
                ),
            ),
            jpg("co Van.jpg", 12),
            date=NOTE_DATE,
        ),
        articles=[
            Truth(
                title="“Lũ trẻ giữ tôi ở lại”",
                summary=sapo,
                body=body,
                byline="Thu Trang (thực hiện)",
                author="Thu Trang",
                photos={12: None},
            )
        ],
        never=("cho số 20/11",),
    )


def farmers_with_pictures_after_the_byline() -> Contribution:
    body = paragraphs("""
        Hội Nông dân xã An Mẫu vừa giải ngân 600 triệu đồng từ Quỹ Hỗ trợ nông dân cho 12 hộ thôn Bãi Mẫu thực hiện dự
        án nuôi dê sinh sản.

        Mỗi hộ được vay 50 triệu đồng, thời hạn 36 tháng, phí 0,7% một tháng. Trước khi nhận vốn, các hộ được tập huấn
        kỹ thuật làm chuồng, phòng bệnh cho dê.
    """)
    captions = ("Lãnh đạo Hội Nông dân xã trao vốn cho các hộ", "Mô hình nuôi dê của hộ ông Lò Văn Dê")
    return Contribution(
        why="hai ảnh để cuối tệp, sau dòng tác giả, mỗi ảnh có chú thích dưới dạng Ảnh 1 -, Ảnh 2 -",
        raw=sent(
            HND,
            "Tin giải ngân vốn QHTND",
            "Kính chuyển BBT!\n",
            docx(
                "Giai ngan von.docx",
                word(
                    p("GIẢI NGÂN 600 TRIỆU ĐỒNG CHO NÔNG DÂN NUÔI DÊ", bold=True, align="center"),
                    *(p(text, align="both") for text in body),
                    p("Tin, ảnh: Sùng A Củ - HND", bold=True, align="right"),
                    p(""),
                    p(pic(1), align="center"),
                    p(f"Ảnh 1 - {captions[0]}", italic=True, align="center"),
                    p(pic(2), align="center"),
                    p(f"Ảnh 2 - {captions[1]}", italic=True, align="center"),
                ),
            ),
            date=NOTE_DATE,
        ),
        articles=[
            Truth(
                title="GIẢI NGÂN 600 TRIỆU ĐỒNG CHO NÔNG DÂN NUÔI DÊ",
                body=body,
                byline="Tin, ảnh: Sùng A Củ - HND",
                author="Sùng A Củ",
                photos={1: captions[0], 2: captions[1]},
            )
        ],
        never=("Kính chuyển", "Ảnh 1", "Ảnh 2"),
    )


def police_with_a_picture_in_a_box() -> Contribution:
    body = paragraphs("""
        Từ ngày 10 đến 17/11, Công an xã An Mẫu phối hợp nhà trường tổ chức ký cam kết chấp hành Luật Trật tự, an toàn
        giao thông đường bộ cho 612 học sinh Trường THCS An Mẫu.

        Qua kiểm tra bãi xe, lực lượng chức năng phát hiện 14 xe máy phân khối trên 50 cm3 do học sinh điều khiển, mời
        phụ huynh đến làm việc.

        Công an xã sẽ duy trì chốt trực tại cổng trường giờ tan học từ nay đến hết học kỳ I.
    """)
    caption = "Học sinh ký cam kết chấp hành luật giao thông"
    return Contribution(
        why="ảnh và chú thích nằm trong hộp văn bản bên phải đoạn đầu; tác giả (tên - chức vụ) trong ngoặc",
        raw=sent(
            CONG_AN,
            "CAX An Mẫu - tin ký cam kết ATGT",
            "Kính gửi BBT,\nCông an xã gửi tin ký cam kết ATGT trong trường học.\nTrân trọng.\n",
            docx(
                "ky cam ket.docx",
                word(
                    p("Ký cam kết an toàn giao thông với học sinh", bold=True, align="center"),
                    p(box(p(pic(3)), p(caption, italic=True, align="center")), body[0], align="both"),
                    p(body[1], align="both"),
                    p(body[2], align="both"),
                    p("(Trung úy Lê Văn Còi, Công an xã)", italic=True, align="right"),
                ),
            ),
            date=NOTE_DATE,
        ),
        articles=[
            Truth(
                title="Ký cam kết an toàn giao thông với học sinh",
                body=body,
                byline="(Trung úy Lê Văn Còi, Công an xã)",
                photos={3: caption},
            )
        ],
        never=("Kính gửi", "Trân trọng"),
    )


ALL = (
    school_interview_with_a_kicker,
    farmers_with_pictures_after_the_byline,
    police_with_a_picture_in_a_box,
)
