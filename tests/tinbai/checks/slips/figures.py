"""Slips in figures. All places, people and events are invented."""

from collections.abc import Mapping, Sequence

from tests.tinbai.checks.slips.slip import Slip, slips, traps

SUM = (
    *slips(
        (
            "Hội thi có 60 thí sinh, trong đó 35 thí sinh nữ, 30 thí sinh nam.",
            "Hội thi có 65 thí sinh, trong đó 35 thí sinh nữ, 30 thí sinh nam.",
        ),
        (
            "Tổng số 25 hộ được hỗ trợ, gồm 12 hộ nghèo, 8 hộ cận nghèo và 4 hộ chính sách.",
            "Tổng số 24 hộ được hỗ trợ, gồm 12 hộ nghèo, 8 hộ cận nghèo và 4 hộ chính sách.",
        ),
        (
            "Đoàn có 18 người, gồm: 8 bác sĩ, 6 điều dưỡng, 3 dược sĩ.",
            "Đoàn có 18 người, gồm: 8 bác sĩ, 7 điều dưỡng, 3 dược sĩ.",
        ),
        (
            "Quyên góp 45 triệu đồng, bao gồm tiền mặt 30 triệu đồng và hiện vật 20 triệu đồng.",
            "Quyên góp 50 triệu đồng, bao gồm tiền mặt 30 triệu đồng và hiện vật 20 triệu đồng.",
        ),
        (
            "Tham dự có 52 đại biểu, trong đó có 30 đại biểu nam và 20 đại biểu nữ.",
            "Tham dự có 50 đại biểu, trong đó có 30 đại biểu nam và 20 đại biểu nữ.",
        ),
        (
            "Trị giá 480 triệu đồng, gồm: xã hỗ trợ 400 triệu đồng, dân góp 90 triệu đồng.",
            "Trị giá 480 triệu đồng, gồm: xã hỗ trợ 400 triệu đồng, dân góp 80 triệu đồng.",
        ),
        (
            "Các thôn góp 1,25 tỷ đồng, gồm: Đồng Thử 450 triệu đồng, Bãi Mẫu 500 triệu đồng, Cầu Giả 200 triệu đồng.",
            "Các thôn góp 1,25 tỷ đồng, gồm: Đồng Thử 450 triệu đồng, Bãi Mẫu 500 triệu đồng, Cầu Giả 300 triệu đồng.",
        ),
        ("Đại hội bầu 15 đồng chí, gồm 10 nam và 4 nữ.", "Đại hội bầu 15 đồng chí, gồm 11 nam và 4 nữ."),
        (
            "Xã có 12 chi bộ, bao gồm 8 chi bộ thôn, 3 chi bộ trường học và 2 chi bộ cơ quan.",
            "Xã có 12 chi bộ, bao gồm 8 chi bộ thôn, 2 chi bộ trường học và 2 chi bộ cơ quan.",
        ),
        (
            "Toàn xã gieo cấy 350 ha, trong đó lúa 280 ha, còn lại 60 ha ngô.",
            "Toàn xã gieo cấy 350 ha, trong đó lúa 280 ha, còn lại 70 ha ngô.",
        ),
        (
            "Đã khen thưởng 30 trường hợp, gồm 12 tập thể và 17 cá nhân.",
            "Đã khen thưởng 30 trường hợp, gồm 13 tập thể và 17 cá nhân.",
        ),
        (
            "Bộ phận một cửa nhận 271 hồ sơ, trong đó 250 hồ sơ trực tuyến, 20 hồ sơ trực tiếp.",
            "Bộ phận một cửa nhận 271 hồ sơ, trong đó 251 hồ sơ trực tuyến, 20 hồ sơ trực tiếp.",
        ),
        (
            "Sản lượng đạt 12,5 tấn, gồm 8,2 tấn cam và 5,3 tấn bưởi.",
            "Sản lượng đạt 12,5 tấn, gồm 8,2 tấn cam và 4,3 tấn bưởi.",
        ),
        (
            "Tổng kinh phí 2,5 tỷ đồng, trong đó Nhà nước 1,5 tỷ đồng, nhân dân 800 triệu đồng.",
            "Tổng kinh phí 2,5 tỷ đồng, trong đó Nhà nước 1,5 tỷ đồng, nhân dân 1.000 triệu đồng.",
        ),
    ),
    *traps(
        "Tặng 20 suất quà, mỗi suất gồm 3 hộp bánh và 5 hộp sữa.",
        "Có khoảng 50 người dự, gồm 30 nam và 25 nữ.",
        "Tổ chức 3 lớp tập huấn, gồm 120 học viên và 6 giảng viên.",
        "Gia đình có 6 người, trong đó 2 người già và 3 trẻ em.",
        "Đại hội có 120 đại biểu, đại diện cho hơn 1.500 hội viên của 12 chi hội.",
        "Thôn có 480 nhân khẩu, trong đó 300 nhân khẩu dân tộc Thử, còn lại là dân tộc Kinh.",
        "Một số mô hình tiêu biểu như: 3 tuyến đường hoa, gồm 1 tuyến ở thôn, 1 tuyến ở xã, v.v...",
        "Xã có 468 hội viên, trong đó có 95 đảng viên, 22 hội viên cao tuổi.",
        "Có 52 đại biểu dự, trong đó 10 đảng viên và 20 nữ.",
        "Trao 45 phần quà, mỗi phần gồm 10 kg gạo và 1 thùng mì.",
        "Toàn xã có 539 hộ, gồm 271 hộ ở thôn Đồng Thử, 197 hộ ở thôn Bãi Mẫu. Riêng thôn Cầu Giả có 71 hộ.",
        "Khoảng 50 người dự, gồm 30 người lớn và 25 trẻ em.",
        "Chương trình gồm 2 phần, diễn ra trong 3 giờ với 12 tiết mục.",
        "Sản lượng đạt 3,5 tấn, gồm 1,23 tấn cam và 2,25 tấn bưởi.",
        "Xã có 4.200 hộ, trong đó 3.780 hộ đạt chuẩn (90%).",
        "Lớp học có 45 học viên, trong đó có 30 học viên đến từ thôn Đồng Thử.",
        "Tuyến đường dài 2,5 km, gồm 1.500 m bê tông và 1.000 m cấp phối.",
        "Hội có 120 hội viên sinh hoạt ở 5 chi hội, gồm 3 chi hội thôn và 2 chi hội nghề.",
    ),
)


def table(*rows: str) -> str:
    """Rows of cells apart by "|", the first one the header."""
    head, *body = ["".join(f"<t{'d' if number else 'h'}>{cell}</t{'d' if number else 'h'}>" for cell in row.split("|"))
                   for number, row in enumerate(rows)]  # fmt: skip
    lines = "".join(f"<tr>{row}</tr>" for row in body)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table>"


THREE = ("Thôn|Số hộ|Số người", "Đồng Thử|120|480", "Bãi Mẫu|95|360", "Cầu Giả|80|310")
WIDE = ("TT|Thôn|Nam|Nữ|Tổng số", "1|Đồng Thử|20|25|45", "2|Bãi Mẫu|18|12|30", "3|Cầu Giả|11|9|20")
MONEY = ("STT|Nội dung|Số tiền (đồng)", "1|Mua giống|1.250.000", "2|Thuê máy|2.400.000", "3|Nước uống|350.000")
TABLES = (
    *slips(
        (table(*THREE, "Tổng cộng|305|1.150"), table(*THREE, "Tổng cộng|295|1.150")),
        (table(*THREE, "Tổng|295|1.250"), table(*THREE, "Tổng|295|1.150")),
        (table(*WIDE[:3], "3|Cầu Giả|11|9|21"), table(*WIDE)),
        (table(*WIDE, "|Cộng|49|46|96"), table(*WIDE, "|Cộng|49|46|95")),
        (table(*MONEY, "|Tổng cộng|4.100.000"), table(*MONEY, "|Tổng cộng|4.000.000")),
        (
            table("Thôn|Diện tích (ha)", "Tổng số|30,5", "Đồng Thử|12,5", "Bãi Mẫu|17,5"),
            table("Thôn|Diện tích (ha)", "Tổng số|30,0", "Đồng Thử|12,5", "Bãi Mẫu|17,5"),
        ),
        (
            table("Hạng mục|Quý I|Quý II|Tổng", "Thu|10|12|22", "Chi|8|9|19", "Khác|1|2|3"),
            table("Hạng mục|Quý I|Quý II|Tổng", "Thu|10|12|22", "Chi|8|9|17", "Khác|1|2|3"),
        ),
        (
            table("TT|Tên|Điểm", "I|Khối thôn|30", "1|Đồng Thử|10", "2|Bãi Mẫu|20", "II|Khối trường|15", "|Cộng|46"),
            table("TT|Tên|Điểm", "I|Khối thôn|30", "1|Đồng Thử|10", "2|Bãi Mẫu|20", "II|Khối trường|15", "|Cộng|45"),
        ),
    ),
    *traps(
        table("Thôn|Số hộ|Tỷ lệ (%)", "Đồng Thử|120|90", "Bãi Mẫu|95|80", "Tổng cộng|215|85"),
        table("Tên|Năm sinh|Điểm", "An|1990|9", "Bình|1992|8", "Cộng|2|17"),
        table("Thôn|Số hộ", "Đồng Thử|120", "Bãi Mẫu|–", "Tổng|200"),
        table("Thôn|Số hộ", "Đồng Thử|120", "Trong đó hộ nghèo|20", "Bãi Mẫu|80", "Tổng|200"),
        table("Nội dung|Kế hoạch|Thực hiện", "Lúa|100|98", "Ngô|50|55"),
        table("Thôn|Tổng số|Nữ", "Đồng Thử|120|50", "Bãi Mẫu|80|30", "Cầu Giả|70|20"),
    ),
)
SHARE = (
    *slips(
        ("Trong tổng số 250 hộ, có 200 hộ đạt chuẩn (75%).", "Trong tổng số 250 hộ, có 200 hộ đạt chuẩn (80%)."),
        ("Có 38/40 học sinh đỗ tốt nghiệp, đạt tỉ lệ 98%.", "Có 38/40 học sinh đỗ tốt nghiệp, đạt tỉ lệ 95%."),
        ("Số hộ thoát nghèo là 30/120 hộ, tương đương 30%.", "Số hộ thoát nghèo là 30/120 hộ, tương đương 25%."),
        (
            "Xã có 4.200 hộ, trong đó 3.780 hộ đạt Gia đình văn hóa (đạt 92%).",
            "Xã có 4.200 hộ, trong đó 3.780 hộ đạt Gia đình văn hóa (đạt 90%).",
        ),
        ("Có 45/50 hộ ký cam kết (80%).", "Có 45/50 hộ ký cam kết (90%)."),
        ("Đến nay 19/23 thôn có nhà văn hóa, đạt 86,2%.", "Đến nay 19/23 thôn có nhà văn hóa, đạt 82,6%."),
        ("Thu ngân sách 450/500 triệu đồng (đạt 95%).", "Thu ngân sách 450/500 triệu đồng (đạt 90%)."),
        ("Có 1.235/1.300 cử tri đi bầu, đạt tỷ lệ 97%.", "Có 1.235/1.300 cử tri đi bầu, đạt tỷ lệ 95%."),
        (
            "Trường có 320 học sinh, trong đó 80 học sinh giỏi (chiếm 35%).",
            "Trường có 320 học sinh, trong đó 80 học sinh giỏi (chiếm 25%).",
        ),
        ("Đã tiêm 2.150/2.500 con (68%).", "Đã tiêm 2.150/2.500 con (86%)."),
        ("Số phiếu tán thành 24/25, bằng 94%.", "Số phiếu tán thành 24/25, bằng 96%."),
        (
            "Toàn xã có 1.500 ha, trong đó 450 ha trồng cam (chiếm 33,3%).",
            "Toàn xã có 1.500 ha, trong đó 450 ha trồng cam (chiếm 30,0%).",
        ),
    ),
    *traps(
        "Có 2/3 thôn đạt chuẩn (66,6%).",
        "Có 2/3 thôn đạt chuẩn (66,7%).",
        "Xã có 4.200 hộ, trong đó 3.780 hộ đạt chuẩn, tăng 3,5% so với cùng kỳ.",
        "Thu 450 triệu đồng, đạt 112% kế hoạch.",
        "Thực hiện 560/500 triệu đồng (đạt 112%).",
        "Ngày 22/9, đạt 92% tiến độ.",
        "Có 45/50 hộ tham gia, tăng 20% so với năm trước.",
        "Có 45/50 hộ tham gia, tăng so với năm trước (20%).",
        "Lãi suất 6,5%/năm, cho vay 45 hộ.",
        "Văn bản số 16/2026 quy định mức 30%.",
    ),
)
INCREASE = (
    *slips(
        ("Sản lượng từ 120 tấn tăng lên 150 tấn, tăng 20%.", "Sản lượng từ 120 tấn tăng lên 150 tấn, tăng 25%."),
        (
            "Thu ngân sách đạt 12 tỷ đồng, tăng 2 tỷ đồng (25%) so với cùng kỳ.",
            "Thu ngân sách đạt 12 tỷ đồng, tăng 2 tỷ đồng (20%) so với cùng kỳ.",
        ),
        ("Thu nhập tăng từ 50 lên 55 triệu đồng (tăng 15%).", "Thu nhập tăng từ 50 lên 55 triệu đồng (tăng 10%)."),
        (
            "Số hội viên từ 120 lên 150 hội viên, tăng 20 hội viên.",
            "Số hội viên từ 120 lên 150 hội viên, tăng 30 hội viên.",
        ),
        ("Hộ nghèo giảm từ 40 hộ xuống còn 30 hộ, giảm 20%.", "Hộ nghèo giảm từ 40 hộ xuống còn 30 hộ, giảm 25%."),
        (
            "Doanh thu đạt 550 triệu đồng, tăng 50 triệu đồng (15%) so với năm trước.",
            "Doanh thu đạt 550 triệu đồng, tăng 50 triệu đồng (10%) so với năm trước.",
        ),
        ("Diện tích mở rộng từ 10 ha lên 12,5 ha, tăng 20%.", "Diện tích mở rộng từ 10 ha lên 12,5 ha, tăng 25%."),
        ("Năng suất từ 5,2 tấn lên 5,8 tấn, tăng 0,4 tấn.", "Năng suất từ 5,2 tấn lên 5,8 tấn, tăng 0,6 tấn."),
        ("Số vụ vi phạm giảm từ 25 vụ xuống 20 vụ (giảm 25%).", "Số vụ vi phạm giảm từ 25 vụ xuống 20 vụ (giảm 20%)."),
        ("Xã có 330 hộ khá, tăng 30 hộ (12%) so với năm 2025.", "Xã có 330 hộ khá, tăng 30 hộ (10%) so với năm 2025."),
    ),
    *traps(
        "Tỷ lệ hộ nghèo giảm từ 5% xuống 3%, giảm 2%.",
        "Tỷ lệ tăng từ 80% lên 90%, tăng 10%.",
        "Thu ngân sách tăng 15,17% so với cùng kỳ.",
        "Từ năm 2020 đến năm 2026, số hộ khá tăng 20%.",
        "Nâng từ 3 sao lên 4 sao, doanh thu tăng 20%.",
        "Thu nhập từ 50 lên 55 triệu đồng/người/năm, tăng 10%.",
    ),
)
WORDS = (
    *slips(
        (
            "Vận động được 1.250.000.000 đồng (một tỷ hai trăm triệu đồng).",
            "Vận động được 1.250.000.000 đồng (một tỷ hai trăm năm mươi triệu đồng).",
        ),
        ("Hỗ trợ 20.000.000 đồng (Hai triệu đồng).", "Hỗ trợ 20.000.000 đồng (Hai mươi triệu đồng)."),
        (
            "Số tiền 3.500.000 đồng (bằng chữ: ba triệu năm trăm đồng).",
            "Số tiền 3.500.000 đồng (bằng chữ: ba triệu năm trăm nghìn đồng).",
        ),
        ("Đoàn có 12 (mười một) đồng chí.", "Đoàn có 12 (mười hai) đồng chí."),
        ("Giá trị 1,5 tỷ đồng (một tỷ năm mươi triệu đồng).", "Giá trị 1,5 tỷ đồng (một tỷ năm trăm triệu đồng)."),
        ("Thời hạn 05 (sáu) ngày làm việc.", "Thời hạn 05 (năm) ngày làm việc."),
        ("Trao 45 suất quà (bốn mươi tư).", "Trao 45 suất quà (bốn mươi lăm)."),
        (
            "Kinh phí 250 triệu đồng (hai trăm năm lăm triệu đồng)".replace("năm lăm", "năm mươi lăm") + ".",
            "Kinh phí 250 triệu đồng (hai trăm năm mươi triệu đồng).",
        ),
        (
            "Nộp 1.005.000 đồng (một triệu năm mươi nghìn đồng chẵn).",
            "Nộp 1.005.000 đồng (một triệu không trăm linh năm nghìn đồng chẵn).",
        ),
    ),
    *traps(
        "Trao 10 suất (một suất trị giá 500.000 đồng).",
        "Giá 1.500.000 đồng (một triệu rưỡi).",
        "Có 45 hội viên (hai người vắng).",
        "Hỗ trợ 2 triệu đồng (hai triệu đồng chẵn).",
        "Thôn có 3 tổ (một tổ tự quản).",
        "Thu 24 (hai mươi bốn) triệu đồng.",
        "Diện tích 5 ha (năm 2026).",
    ),
)
COUNT = (
    *slips(
        (
            "Có 05 đơn vị: Công an xã, Ban Chỉ huy Quân sự xã, Đoàn Thanh niên, Hội Phụ nữ.",
            "Có 04 đơn vị: Công an xã, Ban Chỉ huy Quân sự xã, Đoàn Thanh niên, Hội Phụ nữ.",
        ),
        (
            "Xã công nhận 03 mô hình gồm: Đường hoa, Camera an ninh, Thôn sạch, Nhà sạch.",
            "Xã công nhận 04 mô hình gồm: Đường hoa, Camera an ninh, Thôn sạch, Nhà sạch.",
        ),
        (
            "Dự có đại diện 4 thôn: Đồng Thử, Bãi Mẫu và Cầu Giả.",
            "Dự có đại diện 3 thôn: Đồng Thử, Bãi Mẫu và Cầu Giả.",
        ),
        (
            "Đoàn kiểm tra 02 đơn vị: Trạm Y tế, Trường Mầm non, Công an xã.",
            "Đoàn kiểm tra 03 đơn vị: Trạm Y tế, Trường Mầm non, Công an xã.",
        ),
        (
            "Hội thi có 5 đội gồm Đồng Thử, Bãi Mẫu, Cầu Giả, Hòa Thử.",
            "Hội thi có 4 đội gồm Đồng Thử, Bãi Mẫu, Cầu Giả, Hòa Thử.",
        ),
        (
            "Đại hội bầu 3 đồng chí: Nguyễn Văn Thử, Trần Thị Mẫu.",
            "Đại hội bầu 2 đồng chí: Nguyễn Văn Thử, Trần Thị Mẫu.",
        ),
        (
            "Hội nghị thống nhất 4 nội dung: thu ngân sách, làm đường, vệ sinh môi trường.",
            "Hội nghị thống nhất 3 nội dung: thu ngân sách, làm đường, vệ sinh môi trường.",
        ),
        (
            "Xã trao thưởng cho 2 cá nhân là bà Lê Thị Thử, ông Trần Văn Mẫu, ông Bùi Văn Ví.",
            "Xã trao thưởng cho 3 cá nhân là bà Lê Thị Thử, ông Trần Văn Mẫu, ông Bùi Văn Ví.",
        ),
        ("Giải có 6 môn: kéo co, đẩy gậy, chạy, bóng chuyền.", "Giải có 4 môn: kéo co, đẩy gậy, chạy, bóng chuyền."),
        ("Xã có 3 dân tộc: Kinh, Thử, Mẫu, Ví.", "Xã có 4 dân tộc: Kinh, Thử, Mẫu, Ví."),
    ),
    *traps(
        "Có 8 địa phương gửi tin: Đồng Thử, Bãi Mẫu, Cầu Giả. Riêng thôn Hòa Thử chưa gửi.",
        "Có 12 đơn vị như: Đồng Thử, Bãi Mẫu.",
        "Dự có 2 đơn vị: Phòng Văn hóa và Thông tin, Trạm Y tế.",
        "Xã có 12 thôn: 10 thôn vùng cao, 2 thôn vùng thấp.",
        "Hội thi gồm 3 phần: chào hỏi, năng khiếu (hát, múa), kiến thức.",
        "Trao quà cho 20 hộ: các hộ nghèo, hộ cận nghèo.",
        "Lớp có 5 nội dung: trồng nấm, nuôi gà, v.v.",
    ),
)


def told(title: str, wrong: str, right: str, summary: str = "") -> Slip:
    return Slip(title=title, summary=summary, wrong=wrong, right=right)


TWICE = (
    told(
        "Tập huấn cho 45 hội viên nông dân",
        "Lớp học dành cho 54 hội viên nông dân.",
        "Lớp học dành cho 45 hội viên nông dân.",
    ),
    told(
        "Trao 120 suất quà cho học sinh",
        "Đoàn đã trao 102 suất quà tận tay các em.",
        "Đoàn đã trao 120 suất quà tận tay các em.",
    ),
    told("Khám bệnh cho 300 người cao tuổi", "Trạm khám cho 330 người cao tuổi.", "Trạm khám cho 300 người cao tuổi."),
    told(
        "Trồng 2.000 cây xanh", "Ngày đầu ra quân đã trồng 1.000 cây xanh.", "Ngày đầu ra quân đã trồng 2.000 cây xanh."
    ),
    told(
        "Bê tông hóa đường thôn",
        "Có 26 hộ dân hiến đất.",
        "Có 62 hộ dân hiến đất.",
        summary="Thôn vận động 62 hộ dân hiến đất.",
    ),
    told(
        "Kết nạp 12 đảng viên mới",
        "Lễ kết nạp 21 đảng viên mới diễn ra trang trọng.",
        "Lễ kết nạp 12 đảng viên mới diễn ra trang trọng.",
    ),
    told("Tặng 15 xe đạp cho trẻ em", "Hội trao 10 xe đạp.", "Hội trao 15 xe đạp."),
    told("08 đội thi tham gia", "Có 10 đội thi tranh tài.", "Có 08 đội thi tranh tài."),
    *traps("Có 30 hội viên nữ và 15 hội viên nam.", title="Tập huấn cho 45 hội viên nông dân"),
    *traps("Đoàn trao 20 suất quà ở thôn Đồng Thử, 100 suất quà ở thôn Bãi Mẫu.", title="Trao 120 suất quà"),
    *traps("Năm 2025 trao 90 suất quà, năm nay trao 120 suất quà.", title="Trao 120 suất quà"),
    *traps("Hơn 50 năm tuổi Đảng, ông Thử vẫn làm việc.", title="Trao Huy hiệu 55 năm tuổi Đảng"),
)
FORM = (
    *slips(
        ("Thu nhập bình quân 4.5 triệu đồng/tháng.", "Thu nhập bình quân 4,5 triệu đồng/tháng."),
        ("Diện tích 3.25ha.", "Diện tích 3,25ha."),
        ("Tổng mức đầu tư 2,350,000,000 đồng.", "Tổng mức đầu tư 2.350.000.000 đồng."),
        ("Thu hoạch 12.5 tấn nấm.", "Thu hoạch 12,5 tấn nấm."),
        ("Hỗ trợ 1,250,000 đồng mỗi hộ.", "Hỗ trợ 1.250.000 đồng mỗi hộ."),
        ("Tăng 3.5% so với cùng kỳ.", "Tăng 3,5% so với cùng kỳ."),
        ("Giá bán 12,500 đồng một bó.", "Giá bán 12.500 đồng một bó."),
        ("Kinh phí 1.25.000 đồng.", "Kinh phí 125.000 đồng."),
        ("Diện tích 2.75 ha.", "Diện tích 2,75 ha."),
        ("Đường dài 1.5 km.", "Đường dài 1,5 km."),
        ("Trị giá 1.2 tỷ đồng.", "Trị giá 1,2 tỷ đồng."),
        ("Phát 25.0000 đồng tiền hỗ trợ.", "Phát 250.000 đồng tiền hỗ trợ."),
    ),
    *traps(
        "Mục 2.1 của kế hoạch; bảng 3.2 kèm theo.",
        "Ngày 22.9.2026, xã thu 1.234.567,5 đồng.",
        "Phiên bản 2.0 của phần mềm.",
        "Dài 1.250 m, rộng 3,5 m.",
        "Tại mục 4.5 ha có nghĩa là héc-ta.",
        "Lúc 7.30, xe chạy 1.200 km.",
    ),
)
UNIT = (
    *slips(
        ("Trao 500Kg gạo.", "Trao 500kg gạo."),
        ("Thu 120 Kg nấm.", "Thu 120 kg nấm."),
        ("Làm 350 m2 sân.", "Làm 350 m² sân."),
        ("Dài 2 Km.", "Dài 2 km."),
        ("Trồng 5 Ha cam.", "Trồng 5 ha cam."),
        ("Bơm 30 m3 nước.", "Bơm 30 m³ nước."),
        ("Dùng 200 KWh điện.", "Dùng 200 kWh điện."),
        ("Cần 10 lit dầu.", "Cần 10 lít dầu."),
        ("Có 3 hecta ao.", "Có 3 ha ao."),
        ("Máy 5 KW.", "Máy 5 kW."),
    ),
    *traps(
        "Thưởng 5 KMT.",
        "Quốc lộ 1A dài 12 km.",
        "Cấp 20 m² đất và 3 m³ gỗ.",
        "Lớp 5 Hạnh phúc.",
        "Ký 5 ký kết hợp tác với 2 đơn vị.",
    ),
)

SLIPS: Mapping[str, Sequence[Slip]] = {
    "sum_parts": SUM, "sum_table": TABLES, "share_wrong": SHARE, "increase_wrong": INCREASE, "words_differ": WORDS,
    "count_list": COUNT, "quantity_twice": TWICE, "number_form": FORM, "unit_form": UNIT,
}  # fmt: skip
