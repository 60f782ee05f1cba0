"""Letters of the fourteenth batch with several files: two versions, a text file of captions, telling names."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.pictures import picture
from tests.contributions.sending import (
    DONG_THU,
    VAN_PHONG,
    docx,
    jpg,
    sent,
)  # fmt: skip
from tests.contributions.unseen.senders import HTX
from tests.contributions.word import p, word
from tests.mail.making.mime import attachment
from tests.mail.making.zips import Entry, archive

FRIDAY = "Fri, 04 Dec 2026 08:11:50 +0700"


def photos_named_by_what_they_show() -> Contribution:
    body = paragraphs("""
        Ngày 03/12, HĐND xã An Mẫu khai mạc kỳ họp thứ tư, xem xét 9 tờ trình về ngân sách và đầu tư công năm 2027.

        Các đại biểu dành nửa ngày chất vấn về tiến độ sửa đập tràn và việc cấp nước sạch cho thôn Khe Ngõa.
    """)
    return Contribution(
        why="tên tệp ảnh chính là nội dung ảnh; trong bài không có chú thích",
        raw=sent(
            VAN_PHONG,
            "Tin kỳ họp HĐND",
            "Văn phòng gửi tin và ảnh.\n",
            docx(
                "ky hop.docx",
                word(
                    p("Khai mạc kỳ họp thứ tư HĐND xã An Mẫu", bold=True, align="center"),
                    *(p(text, align="both") for text in body),
                    p("Lan Phương", bold=True, align="right"),
                ),
            ),
            jpg("Quang cảnh kỳ họp.jpg", 12),
            jpg("Đại biểu chất vấn.jpg", 1),
            date=FRIDAY,
        ),
        articles=[
            Truth(
                title="Khai mạc kỳ họp thứ tư HĐND xã An Mẫu",
                body=body,
                byline="Lan Phương",
                author="Lan Phương",
                photos={12: None, 1: None},
            )
        ],
        never=("gửi tin",),
    )


def archive_with_captions_in_a_text_file() -> Contribution:
    body = paragraphs("""
        Hợp tác xã Rau Bến Thử vừa lắp hệ thống tưới nhỏ giọt cho 1,5 ha dưa lưới, tiết kiệm 40% lượng nước so với
        tưới rãnh.

        Kinh phí 210 triệu đồng, trong đó tỉnh hỗ trợ một nửa. Lứa dưa đầu tiên dự kiến thu hoạch trước Tết.

        Nhiều hộ trong vùng đã đến tham quan, đăng ký làm theo.
    """)
    document = word(
        p("Tưới nhỏ giọt trên đồng dưa Bến Thử", bold=True, align="center"),
        *(p(text, align="both") for text in body),
        p("Bài: Phùng Vụ", bold=True, align="right"),
    )
    told = "anh1.jpg: Hệ thống ống tưới giữa luống dưa\r\nanh2.jpg: Xã viên kiểm tra đầu tưới\r\n"
    return Contribution(
        why="tệp nén: bài Word, hai ảnh và một tệp .txt ghi chú thích theo tên ảnh",
        raw=sent(
            HTX,
            "Bài tưới nhỏ giọt",
            "HTX gửi bài trong file nén.\n",
            attachment(
                "tuoi nho giot.zip",
                "application/zip",
                archive(
                    [
                        Entry(name=b"bai.docx", content=document),
                        Entry(name=b"anh1.jpg", content=picture(4)),
                        Entry(name=b"anh2.jpg", content=picture(5)),
                        Entry(name=b"chu thich.txt", content=told.encode()),
                    ]
                ),
            ),
            date=FRIDAY,
        ),
        articles=[
            Truth(
                title="Tưới nhỏ giọt trên đồng dưa Bến Thử",
                body=body,
                byline="Bài: Phùng Vụ",
                author="Phùng Vụ",
                photos={4: "Hệ thống ống tưới giữa luống dưa", 5: "Xã viên kiểm tra đầu tưới"},
            )
        ],
        never=("gửi bài",),
    )


def two_versions_in_one_letter() -> Contribution:
    body = paragraphs("""
        Tối 02/12, thôn Đồng Thử khai trương sân bóng chuyền 180 m2 do bà con góp tiền và công xây dựng.

        Sân có đèn chiếu sáng, lưới mới, khán đài ghép từ thân tre. Tổng kinh phí 46 triệu đồng.

        Ngay tối khai trương, bốn đội của các xóm đã thi đấu giao hữu trước hơn 200 khán giả.
    """)

    def file(cost: str) -> bytes:
        return word(
            p("Đồng Thử có sân bóng chuyền mới", bold=True, align="center"),
            *(p(text.replace("46 triệu", cost), align="both") for text in body),
            p("Tin: Mõ Thôn", bold=True, align="right"),
        )

    return Contribution(
        why="hai bản của cùng một tin trong một thư; lời thư bảo lấy bản sửa, tên tệp có chữ sua",
        raw=sent(
            DONG_THU,
            "tin sân bóng",
            "Thôn gửi tin. Bản trước ghi nhầm số tiền, BBT lấy bản sửa giúp.\n",
            docx("san bong.docx", file("64 triệu")),
            docx("san bong (sua).docx", file("46 triệu")),
            date=FRIDAY,
        ),
        articles=[Truth(title="Đồng Thử có sân bóng chuyền mới", body=body, byline="Tin: Mõ Thôn", author="Mõ Thôn")],
        never=("ghi nhầm",),
    )


ALL = (
    photos_named_by_what_they_show,
    archive_with_captions_in_a_text_file,
    two_versions_in_one_letter,
)
