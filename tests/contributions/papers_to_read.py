"""Announcements, reports and schedules: papers whose text is for readers."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import VAN_PHONG, docx, sent
from tests.contributions.word import p, table, word


def _head(number: str, date: str) -> str:
    return table(
        (
            p("ỦY BAN NHÂN DÂN", align="center") + p("XÃ AN MẪU", bold=True, align="center"),
            p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True, align="center")
            + p("Độc lập - Tự do - Hạnh phúc", bold=True, align="center"),
        ),
        (p(f"Số: {number}", align="center"), p(f"An Mẫu, {date}", italic=True, align="center")),
        border=False,
    )


def _foot(*lines: str) -> str:
    right = "".join(p(line, bold=True, align="center") for line in lines)
    left = p("Nơi nhận:", bold=True, italic=True) + p("- Như trên;") + p("- Lưu: VT.")
    return table((left, right), border=False)


def announcement_with_letterhead() -> Contribution:
    body = paragraphs("""
        Để bảo đảm chất lượng nước sinh hoạt, Ủy ban nhân dân xã An Mẫu thông báo tạm ngừng cấp nước từ 22 giờ ngày
        17/10 đến 5 giờ ngày 18/10/2026 trên địa bàn ba thôn Đồng Thử, Bãi Mẫu và Xóm Mới để súc rửa đường ống.

        Đề nghị các hộ dân chủ động dự trữ nước, khóa van tổng trước giờ ngừng cấp. Sau khi có nước trở lại, mở vòi
        xả khoảng 5 phút trước khi sử dụng cho ăn uống.

        Mọi thắc mắc xin liên hệ tổ vận hành trạm cấp nước xã trong giờ hành chính.
    """)
    return Contribution(
        why="thông báo có tên cơ quan, quốc hiệu, số ký hiệu ở đầu và nơi nhận, chữ ký ở cuối",
        raw=sent(
            VAN_PHONG,
            "Gửi thông báo ngừng nước",
            "Nhờ BBT đăng giúp thông báo kèm theo.\n",
            docx(
                "TB ngung nuoc.docx",
                word(
                    _head("118/TB-UBND", "ngày 12 tháng 10 năm 2026"),
                    p("THÔNG BÁO", bold=True, align="center"),
                    p("Về việc tạm ngừng cấp nước để súc rửa đường ống", bold=True, align="center"),
                    *(p(text, align="both") for text in body),
                    _foot("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Văn Ví Dụ"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="THÔNG BÁO Về việc tạm ngừng cấp nước để súc rửa đường ống",
                body=body,
                genre="Thông báo",
            )
        ],
        never=("CỘNG HÒA", "118/TB-UBND", "Nơi nhận", "KT. CHỦ TỊCH", "Nhờ BBT"),
        aside={
            "Số: 118/TB-UBND": "tên cơ quan, quốc hiệu ở đầu văn bản",
            "Lưu: VT": "nơi nhận, chữ ký ở cuối văn bản",
        },
    )


def schedule_of_the_week() -> Contribution:
    rows = [
        ("Thời gian", "Nội dung", "Chủ trì"),
        ("Thứ Hai 12/10", "Giao ban đầu tuần tại phòng họp tầng 2", "Đồng chí Lê Thị Thử"),
        ("Thứ Ba 13/10", "Kiểm tra tiến độ trạm bơm Bờ Gạo", "Đồng chí Nguyễn Văn Ví Dụ"),
        ("Thứ Năm 15/10", "Tiếp công dân định kỳ", "Đồng chí Lê Thị Thử"),
        ("Thứ Sáu 16/10", "Họp xét duyệt hộ nghèo năm 2026", "Đồng chí Nguyễn Văn Ví Dụ"),
    ]
    body = [
        *(" ".join(row) for row in rows),
        (
            "Lịch có thể thay đổi khi có công việc đột xuất; Văn phòng sẽ báo trước cho các đồng chí liên "
            "quan ít nhất nửa ngày."
        ),
    ]
    return Contribution(
        why="lịch công tác tuần: nội dung chính là một bảng",
        raw=sent(
            VAN_PHONG,
            "Lịch công tác tuần 42",
            "Kính gửi BBT đăng lịch công tác tuần 42.\n",
            docx(
                "lich tuan 42.docx",
                word(
                    p("LỊCH CÔNG TÁC CỦA LÃNH ĐẠO UBND XÃ TUẦN 42", bold=True, align="center"),
                    table(*(tuple(p(cell) for cell in row) for row in rows)),
                    p(body[-1], italic=True),
                ),
            ),
        ),
        articles=[Truth(title="LỊCH CÔNG TÁC CỦA LÃNH ĐẠO UBND XÃ TUẦN 42", body=body)],
        never=("Kính gửi",),
    )


def report_with_sections() -> Contribution:
    body = paragraphs("""
        Căn cứ đề cương hướng dẫn, Văn phòng báo cáo tình hình thực hiện chế độ thông tin, báo cáo 9 tháng và kế
        hoạch các báo cáo quý IV như sau:

        I. KẾT QUẢ 9 THÁNG

        1. Tổng số báo cáo phải gửi: 74; đã gửi đúng hạn 69, chậm hạn 5 báo cáo.

        2. Nguyên nhân chậm hạn chủ yếu do số liệu từ các thôn gửi muộn, biểu mẫu thay đổi giữa kỳ.

        II. KẾ HOẠCH QUÝ IV

        1. Báo cáo kinh tế - xã hội năm: hạn gửi ngày 10/11/2026, Phòng Kinh tế chủ trì.

        2. Báo cáo tổng kết cải cách hành chính: hạn gửi ngày 25/11/2026, Văn phòng chủ trì.

        3. Báo cáo công tác tiếp dân: hạn gửi ngày 05/12/2026, Văn phòng phối hợp công chức tư pháp.

        Đề nghị các thôn gửi số liệu trước hạn ít nhất năm ngày làm việc.
    """)
    return Contribution(
        why="báo cáo có mục La Mã viết hoa và mục đánh số gõ tay: đều là nội dung",
        raw=sent(
            VAN_PHONG,
            "Báo cáo chế độ thông tin",
            "Kính gửi BBT báo cáo để đăng tin.\nTrân trọng!\n",
            docx(
                "BC che do bao cao.docx",
                word(
                    p("Tình hình thực hiện chế độ báo cáo 9 tháng và kế hoạch quý IV", bold=True, align="center"),
                    *(p(text, bold=text.startswith("I")) for text in body),
                    p("Người viết: Duyên Thử Việc", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Tình hình thực hiện chế độ báo cáo 9 tháng và kế hoạch quý IV",
                body=body,
                byline="Người viết: Duyên Thử Việc",
                author="Duyên Thử Việc",
            )
        ],
        never=("Kính gửi", "Trân trọng!"),
    )


ALL = (
    announcement_with_letterhead,
    schedule_of_the_week,
    report_with_sections,
)
