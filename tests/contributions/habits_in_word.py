"""Habits of people who write for an office: what they add to a Word file because they always have."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import CONG_AN, HPN, THCS, TRAM, VAN_PHONG, docx, sent
from tests.contributions.word import p, table, word

NOTE = "Kính gửi BBT bài viết kèm theo, mong được đăng.\n"


def party_letterhead() -> Contribution:
    body = paragraphs("""
        Sáng ngày 06/10/2026, Đảng ủy xã An Mẫu tổ chức hội nghị học tập, quán triệt nghị quyết mới cho 186 cán bộ
        chủ chốt từ xã đến thôn. Đồng chí Trần Văn Mẫu, Bí thư Đảng ủy trực tiếp truyền đạt.

        Sau hội nghị, mỗi chi bộ phải xây dựng chương trình hành động, nêu rõ việc, người chịu trách nhiệm và thời
        hạn hoàn thành, gửi về Văn phòng Đảng ủy trước ngày 25/10.
    """)
    head = table(
        (
            p("ĐẢNG BỘ TỈNH SÔNG MẪU", align="center")
            + p("ĐẢNG ỦY XÃ AN MẪU", bold=True, align="center")
            + p("*", align="center"),
            p("ĐẢNG CỘNG SẢN VIỆT NAM", bold=True, align="center"),
        ),
        (p("Số 12-TB/ĐU", align="center"), p("An Mẫu, ngày 07 tháng 10 năm 2026", italic=True, align="center")),
    )
    return Contribution(
        why="đầu tệp là tiêu đề văn bản của Đảng",
        raw=sent(
            VAN_PHONG,
            "Tin học tập nghị quyết",
            NOTE,
            docx(
                "hoc tap NQ.docx",
                word(
                    head,
                    p("Quán triệt nghị quyết cho cán bộ chủ chốt", bold=True, align="center"),
                    *(p(text, align="both") for text in body),
                    p("VPĐU", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Quán triệt nghị quyết cho cán bộ chủ chốt",
                body=body,
                byline="VPĐU",
                author="VPĐU",
            )
        ],
        never=("ĐẢNG CỘNG SẢN", "12-TB/ĐU"),
    )


def interview() -> Contribution:
    body = paragraphs("""
        PV: Thưa bà, vì sao Trạm chọn tháng 10 để phát động tuần lễ dinh dưỡng?

        Bác sĩ Cù Thị Hỏi Đáp: Tháng 10 là lúc giao mùa, trẻ hay ốm vặt, ăn kém. Nếu gia đình biết cách thì chỉ cần
        thêm quả trứng, thìa dầu là bữa bột đã khác.

        PV: Khó khăn lớn nhất hiện nay là gì?

        Bác sĩ Cù Thị Hỏi Đáp: Là thói quen nấu một nồi cháo ăn cả ngày. Chúng tôi đến từng nhà hướng dẫn, làm mẫu
        rồi để người mẹ tự làm lại. Sau ba tháng, tỷ lệ trẻ suy dinh dưỡng của xã giảm được 1,4%.

        PV: Xin trân trọng cảm ơn bà!
    """)
    sapo = (
        "Nhân tuần lễ Dinh dưỡng và Phát triển, phóng viên có cuộc trao đổi với Trạm trưởng Trạm Y tế xã về "
        "bữa ăn của trẻ nhỏ."
    )
    return Contribution(
        why="phỏng vấn: câu hỏi in đậm, câu cuối là lời cảm ơn của phóng viên, thuộc về bài",
        raw=sent(
            TRAM,
            "Bài phỏng vấn",
            NOTE,
            docx(
                "phong van.docx",
                word(
                    p("Bữa bột của con và chuyện của cả nhà", bold=True, align="center"),
                    p(sapo, italic=True),
                    *(p(text, bold=text.startswith("PV")) for text in body),
                    p("Thực hiện: Diệu Ghi Âm", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Bữa bột của con và chuyện của cả nhà",
                summary=sapo,
                body=body,
                byline="Thực hiện: Diệu Ghi Âm",
                author="Diệu Ghi Âm",
            )
        ],
    )


def heading_for_the_month() -> Contribution:
    body = paragraphs("""
        Hội LHPN xã vừa trao 5 máy may cho tổ hợp tác may gia công thôn Cầu Giả. Mỗi máy trị giá 6,2 triệu đồng,
        trích từ nguồn hỗ trợ của các nhà hảo tâm.

        Tổ hợp tác hiện có 14 thành viên, nhận may túi vải cho các cửa hàng trong tỉnh, thu nhập mỗi chị từ 3 đến 5
        triệu đồng một tháng mà vẫn trông được con nhỏ.
    """)
    return Contribution(
        why="trên tiêu đề còn có dòng TIN BÀI THÁNG 10/2026 và dòng Kính gửi trong chính tệp Word",
        raw=sent(
            HPN,
            "Tin bài tháng 10",
            NOTE,
            docx(
                "tin thang 10.docx",
                word(
                    p("TIN BÀI THÁNG 10/2026", bold=True, align="center"),
                    p("Kính gửi: Ban biên tập Trang thông tin điện tử xã An Mẫu", italic=True, align="center"),
                    p("Trao máy may cho phụ nữ Cầu Giả", bold=True, align="center"),
                    *(p(text, align="both") for text in body),
                    p("Tin: Bạch Kim Chỉ", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(title="Trao máy may cho phụ nữ Cầu Giả", body=body, byline="Tin: Bạch Kim Chỉ", author="Bạch Kim Chỉ")
        ],
        never=("TIN BÀI THÁNG", "Kính gửi"),
    )


def everything_in_bold() -> Contribution:
    body = paragraphs("""
        Công an xã An Mẫu khuyến cáo bà con cảnh giác với thủ đoạn giả làm người giao hàng, yêu cầu chuyển khoản
        trước rồi gửi đường dẫn lạ.

        Khi nhận cuộc gọi như vậy, tuyệt đối không bấm vào đường dẫn, không cung cấp mã xác thực. Nếu đã lỡ chuyển
        tiền, hãy gọi ngay cho ngân hàng để khóa tài khoản và đến trụ sở công an xã trình báo.
    """)
    return Contribution(
        why="cả bài in đậm; tiêu đề chỉ khác ở chỗ căn giữa",
        raw=sent(
            CONG_AN,
            "Khuyến cáo",
            NOTE,
            docx(
                "khuyen cao.docx",
                word(
                    p("Cảnh giác với thủ đoạn giả làm người giao hàng", bold=True, align="center"),
                    *(p(text, bold=True, align="both") for text in body),
                ),
            ),
        ),
        articles=[Truth(title="Cảnh giác với thủ đoạn giả làm người giao hàng", body=body)],
    )


def same_text_in_letter_and_file() -> Contribution:
    body = paragraphs("""
        Ngày 05/10, Trường THCS An Mẫu tổ chức kiểm tra bể nước, hệ thống điện và lan can toàn trường trước mùa mưa
        bão. Đoàn kiểm tra phát hiện bốn điểm cần sửa chữa, trong đó có mái nhà xe.

        Nhà trường đã thuê thợ khắc phục ngay trong tuần, đồng thời tập huấn cho 30 học sinh cờ đỏ kỹ năng hướng dẫn
        bạn bè sơ tán.
    """)
    title = "Trường học chủ động trước mùa mưa bão"
    text = "Kính gửi BBT\n\n" + title + "\n\n" + "\n\n".join(body) + "\n\nTin: Lộc Sao Chép\n\nTrân trọng\n"
    return Contribution(
        why="nội dung vừa dán trong thư vừa gửi tệp Word: chỉ là một bài",
        raw=sent(
            THCS,
            "Tin mưa bão",
            text,
            docx(
                "mua bao.docx",
                word(
                    p(title, bold=True, align="center"),
                    *(p(each) for each in body),
                    p("Tin: Lộc Sao Chép", bold=True, align="right"),
                ),
            ),
        ),
        articles=[Truth(title=title, body=body, byline="Tin: Lộc Sao Chép", author="Lộc Sao Chép")],
        never=("Kính gửi", "Trân trọng"),
    )


ALL = (
    party_letterhead,
    interview,
    heading_for_the_month,
    everything_in_bold,
    same_text_in_letter_and_file,
)
