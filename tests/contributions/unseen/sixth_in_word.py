"""Word files of the sixth batch: ordinary news, text beside a picture, one paragraph for all, a vacancy."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import CONG_AN, DOAN, VAN_PHONG, VHXH, docx, jpg, sent
from tests.contributions.word import p, pic, r, table, word


def ordinary_news_with_two_photos() -> Contribution:
    body = paragraphs("""
        Ngày 04/11/2026, Công an xã An Mẫu phối hợp Trường THCS An Mẫu tổ chức buổi tuyên truyền pháp luật về phòng,
        chống
        thuốc lá điện tử cho hơn 400 học sinh.

        Tại buổi tuyên truyền, các em được xem những hình ảnh thực tế về tác hại của thuốc lá điện tử, được hướng dẫn
        cách
        từ chối khi bạn bè rủ rê. Nhiều câu hỏi của học sinh đã được cán bộ công an giải đáp.

        Kết thúc buổi tuyên truyền, toàn thể học sinh ký cam kết không tàng trữ, sử dụng thuốc lá điện tử.
    """)
    return Contribution(
        why="tin thường gặp: tiêu đề đậm giữa, hai ảnh xen giữa, chú thích nghiêng; cuối bài Văn Bình - CAX",
        raw=sent(
            CONG_AN,
            "CAX gửi tin tuyên truyền thuốc lá điện tử",
            "Kính gửi đồng chí Thảo!\nCAX gửi đồng chí tin tuyên truyền, nhờ đồng chí đăng giúp.\nCảm ơn đồng chí!\n",
            docx(
                "tuyen truyen TLDT.docx",
                word(
                    p("Tuyên truyền phòng, chống thuốc lá điện tử cho học sinh", bold=True, align="center"),
                    p(body[0], align="both"),
                    p(pic(1), align="center"),
                    p("Công an xã tuyên truyền tại Trường THCS An Mẫu", italic=True, align="center"),
                    p(body[1], align="both"),
                    p(pic(2), align="center"),
                    p("Học sinh đặt câu hỏi với cán bộ công an", italic=True, align="center"),
                    p(body[2], align="both"),
                    p("Văn Bình - CAX", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Tuyên truyền phòng, chống thuốc lá điện tử cho học sinh",
                body=body,
                byline="Văn Bình - CAX",
                author="Văn Bình",
                photos={
                    1: "Công an xã tuyên truyền tại Trường THCS An Mẫu",
                    2: "Học sinh đặt câu hỏi với cán bộ công an",
                },
            )
        ],
        never=("Kính gửi đồng chí", "Cảm ơn đồng chí"),
    )


def text_beside_a_picture_in_a_table() -> Contribution:
    body = paragraphs("""
        Về thôn Bãi Mẫu hỏi ông Lường Văn Rừng, ai cũng biết người đàn ông gần ba mươi năm giữ khu rừng đầu nguồn. Ông
        thuộc từng gốc lim, gốc trám, biết con suối nào cạn trước, con suối nào cạn sau.

        Mỗi tháng ông nhận tiền khoán bảo vệ rừng vừa đủ mua gạo, nhưng chưa một ngày bỏ chuyến tuần rừng. Ông nói rừng
        còn thì nước còn, nước còn thì ruộng còn.

        Năm nay tổ bảo vệ rừng của thôn có thêm bốn thanh niên xin vào. Ông mừng vì đã có người nối bước.
    """)
    beside = table(
        (
            p(body[1], align="both"),
            p(pic(3), align="center") + p("Ông Rừng bên gốc lim già", italic=True, align="center"),
        ),
        border=False,
    )
    return Contribution(
        why="một đoạn văn đặt cạnh ảnh trong bảng hai cột không viền; chú thích dưới ảnh trong cùng ô",
        raw=sent(
            VHXH,
            "Bài gương điển hình tháng 11",
            "Chị gửi em bài gương điển hình, em xem đăng nhé.\n",
            docx(
                "Guong dien hinh.docx",
                word(
                    p("Người giữ rừng đầu nguồn", bold=True, align="center"),
                    p(body[0], align="both"),
                    beside,
                    p(body[2], align="both"),
                    p("Bài, ảnh: Phong Lan", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Người giữ rừng đầu nguồn",
                body=body,
                byline="Bài, ảnh: Phong Lan",
                author="Phong Lan",
                photos={3: "Ông Rừng bên gốc lim già"},
            )
        ],
        never=("Chị gửi em",),
    )


def everything_in_one_paragraph() -> Contribution:
    body = paragraphs("""
        Ngày 02/11/2026, Chi đoàn thôn Xóm Mới tổ chức sinh hoạt chuyên đề "Thanh niên nói không với tín dụng "
                                                                           "đen". Tham dự
        có 42 đoàn viên và đại diện ban công tác Mặt trận thôn.

        Các đoàn viên được nghe câu chuyện có thật của một gia đình phải bán ruộng vì vay nóng qua mạng, sau đó cùng
        thảo
        luận cách nhận biết ứng dụng cho vay trái phép.
    """)
    return Contribution(
        why="cả tệp là một đoạn văn, các dòng ngắt bằng Shift+Enter; tiêu đề là run đậm ở dòng đầu",
        raw=sent(
            DOAN,
            "Tin chi đoàn Xóm Mới",
            "Em gửi tin của chi đoàn Xóm Mới ạ, ảnh em để riêng.\n",
            docx(
                "tin chi doan.docx",
                word(
                    p(
                        r("Chi đoàn Xóm Mới nói không với tín dụng đen\n", bold=True),
                        r(body[0] + "\n" + body[1] + "\n"),
                        r("Tin, ảnh: Chi đoàn Xóm Mới", bold=True),
                    )
                ),
            ),
            jpg("chi doan.jpg", 4),
        ),
        articles=[
            Truth(
                title="Chi đoàn Xóm Mới nói không với tín dụng đen",
                body=body,
                byline="Tin, ảnh: Chi đoàn Xóm Mới",
                photos={4: None},
            )
        ],
        never=("Em gửi tin",),
    )


def vacancy_with_letterhead_and_foot() -> Contribution:
    body = paragraphs("""
        Căn cứ nhu cầu công việc, Trung tâm Dịch vụ tổng hợp xã An Mẫu thông báo tuyển dụng lao động hợp đồng như sau:

        1. Vị trí: 01 nhân viên vận hành trạm cấp nước.

        2. Điều kiện: tốt nghiệp trung cấp nghề điện trở lên, có sức khỏe tốt, tuổi từ 20 đến 45.

        3. Hồ sơ nộp tại Trung tâm trước 17 giờ ngày 20/11/2026.
    """)
    head = table(
        (
            p("UBND XÃ AN MẪU", align="center")
            + p("TRUNG TÂM DỊCH VỤ TỔNG HỢP", bold=True, align="center")
            + p("Số: 07/TB-TTDVTH", align="center"),
            p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True, align="center")
            + p("Độc lập – Tự do – Hạnh phúc", bold=True, align="center")
            + p("An Mẫu, ngày 03 tháng 11 năm 2026", italic=True, align="center"),
        ),
        border=False,
    )
    foot = table(
        (
            p("Nơi nhận:", bold=True) + p("- Trang TTĐT xã (đăng tải);") + p("- Lưu VT."),
            p("GIÁM ĐỐC", bold=True, align="center") + p("Ngân Văn Tuyển", bold=True, align="center"),
        ),
        border=False,
    )
    return Contribution(
        why="thông báo tuyển dụng: số hiệu trong bảng đầu, tiêu đề hai dòng, nơi nhận và chữ ký trong bảng cuối",
        raw=sent(
            VAN_PHONG,
            "Đăng TB tuyển dụng",
            "Kính gửi BBT! Đề nghị BBT đăng giúp thông báo tuyển dụng. Thời gian đăng: từ ngày 04/11 đến 20/11.\n",
            docx(
                "TB tuyen dung.docx",
                word(
                    head,
                    p("THÔNG BÁO", bold=True, align="center"),
                    p("Tuyển dụng lao động hợp đồng", bold=True, align="center"),
                    *(p(text, align="both") for text in body),
                    foot,
                ),
            ),
        ),
        articles=[Truth(title="THÔNG BÁO Tuyển dụng lao động hợp đồng", body=body, genre="Thông báo")],
        never=("CỘNG HÒA", "07/TB", "Nơi nhận", "GIÁM ĐỐC", "Đề nghị BBT"),
    )


ALL = (
    ordinary_news_with_two_photos,
    text_beside_a_picture_in_a_table,
    everything_in_one_paragraph,
    vacancy_with_letterhead_and_foot,
)
