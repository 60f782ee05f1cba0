"""Slips in dates. All places, people and events are invented."""

from collections.abc import Mapping, Sequence

from tests.tinbai.checks.slips.slip import Slip, slips, traps

WEEKDAY = (
    *slips(
        (
            "Vào sáng thứ tư (22/09/2026), Đoàn Thanh niên xã ra quân.",
            "Vào sáng thứ ba (22/09/2026), Đoàn Thanh niên xã ra quân.",
        ),
        ("Hội nghị được tổ chức vào thứ 6 ngày 24/9/2026.", "Hội nghị được tổ chức vào thứ 5 ngày 24/9/2026."),
        ("Sáng thứ Sáu, ngày 22/9/2026, xã họp giao ban.", "Sáng thứ Ba, ngày 22/9/2026, xã họp giao ban."),
        ("Chiều Thứ Hai (22/9), thôn Bãi Mẫu ra quân.", "Chiều Thứ Hai (21/9), thôn Bãi Mẫu ra quân."),
        ("Hội thi diễn ra vào Chủ nhật, ngày 26/9/2026.", "Hội thi diễn ra vào Chủ nhật, ngày 27/9/2026."),
        (
            "Lễ khai mạc lúc 8 giờ thứ 5, ngày 23 tháng 9 năm 2026.",
            "Lễ khai mạc lúc 8 giờ thứ 4, ngày 23 tháng 9 năm 2026.",
        ),
        ("Ngày 22/9/2026 (thứ Tư), đoàn kiểm tra đã làm việc.", "Ngày 22/9/2026 (thứ Ba), đoàn kiểm tra đã làm việc."),
        ("Thứ bảy - 19.9.2025, chợ phiên mở cửa.", "Thứ sáu - 19.9.2025, chợ phiên mở cửa."),
        ("Sáng thứ hai 22/9, trường tổ chức chào cờ.", "Sáng thứ ba 22/9, trường tổ chức chào cờ."),
        ("Kết quả công bố T6, ngày 24/9/2026.", "Kết quả công bố T5, ngày 24/9/2026."),
        ("Tối CN, 19/9/2026, đội văn nghệ biểu diễn.", "Tối CN, 20/9/2026, đội văn nghệ biểu diễn."),
        ("Cuộc họp ngày 17/9, thứ sáu, bàn về thu gom rác.", "Cuộc họp ngày 18/9, thứ sáu, bàn về thu gom rác."),
    ),
    *slips(
        ("Sáng thứ Hai, ngày 29/12, xã tổng kết năm.", "Sáng thứ Hai, ngày 28/12, xã tổng kết năm."), sent="2026-12-30"
    ),
    *traps(
        "Kỳ họp thứ Ba, ngày 25/9/2026, Hội đồng nhân dân xã thông qua 5 nghị quyết.",
        "Giải chạy lần thứ hai, ngày 20/9/2026, có 200 người dự.",
        "Ngày thứ hai (21/9) của lớp tập huấn dành cho thực hành.",
        "Rằm tháng Giêng, thứ Sáu 15/1 âm lịch, dân làng mở hội.",
        "Lễ hội mở vào thứ Hai, mùng 10/3 âm lịch.",
        "Trước đó, thứ Tư, ngày 12/3, xã đã phát động phong trào.",  # of 2025, by its day
        "Lịch trực: thứ Hai, thứ Tư và thứ Sáu, từ ngày 22/9/2026.",
        "Thứ Ba tuần tới, xã họp lại.",
        "Sáng thứ Hai (15/9 âm lịch), dân làng dâng hương.",
    ),
)
IMPOSSIBLE = (
    *slips(
        ("Thời gian: từ ngày 25/9 đến 31/9/2026.", "Thời gian: từ ngày 25/9 đến 30/9/2026."),
        ("Kéo dài đến hết ngày 31 tháng 11.", "Kéo dài đến hết ngày 30 tháng 11."),
        ("Hội thi khai mạc ngày 30-2-2026.", "Hội thi khai mạc ngày 28-2-2026."),
        ("Ngày 31/9/2026, xã tổng kết phong trào.", "Ngày 30/9/2026, xã tổng kết phong trào."),
        ("Hạn nộp hồ sơ là ngày 30/02/2026.", "Hạn nộp hồ sơ là ngày 28/02/2026."),
        ("Sáng ngày 29/2/2026, thôn họp.", "Sáng ngày 28/2/2026, thôn họp."),
        ("Ngày 32 tháng 8 năm 2026, chợ khai trương.", "Ngày 31 tháng 8 năm 2026, chợ khai trương."),
        ("Kế hoạch ban hành ngày 15/13/2026.", "Kế hoạch ban hành ngày 15/12/2026."),
        ("Từ ngày 1/9 đến ngày 31/11/2026, xã ra quân.", "Từ ngày 1/9 đến ngày 30/11/2026, xã ra quân."),
        ("Chiều 31/6, hội viên dọn vệ sinh.", "Chiều 30/6, hội viên dọn vệ sinh."),
        ("Lễ trao quà tổ chức ngày 31.4.2026.", "Lễ trao quà tổ chức ngày 30.4.2026."),
        ("Ngày 09/22/2026, đoàn về thăm xã.", "Ngày 22/09/2026, đoàn về thăm xã."),
        ("Ngày 00/9/2026, lớp học khai giảng.", "Ngày 01/9/2026, lớp học khai giảng."),
        sent="2026-10-02",
    ),
    *traps(
        "Ngày 30/2 âm lịch, làng Đồng Thử vào đám.",
        "Trạm trực 24/7, phục vụ 31/32 thôn.",
        "Nghị định số 45/2026/NĐ-CP có 31/11 điều sửa đổi.",
        "Ngày 29/2/2024 là ngày nhuận gần đây nhất.",
        "Tỷ lệ 31/9 hộ; biển số 31-02 được trao.",
        "Mục 4.31 và mục 2.30 của kế hoạch được thông qua.",
        "Xã có 30/31 chi bộ tổ chức sinh hoạt.",
    ),
)
AGAINST_WORDS = (
    *slips(
        (
            "Vừa qua, ngày 25/9/2026, thôn đã họp bầu trưởng thôn.",
            "Vừa qua, ngày 15/9/2026, thôn đã họp bầu trưởng thôn.",
        ),
        ("Ngày 30/9/2026 vừa qua, chi bộ đã sinh hoạt.", "Ngày 10/9/2026 vừa qua, chi bộ đã sinh hoạt."),
        ("Sáng nay (25/9), xã làm lễ khởi công.", "Sáng nay (22/9), xã làm lễ khởi công."),
        ("Chiều nay, 12/9/2026, trường khai giảng.", "Chiều nay, 22/9/2026, trường khai giảng."),
        ("Ngày 15/9/2026 sắp tới, hội thi sẽ mở màn.", "Ngày 15/10/2026 sắp tới, hội thi sẽ mở màn."),
        ("Sắp tới, ngày 01/8/2026, xã mở lớp.", "Sắp tới, ngày 01/10/2026, xã mở lớp."),
        ("Ngày 10/9/2026, Ban chỉ đạo sẽ tổ chức tổng kết.", "Ngày 10/10/2026, Ban chỉ đạo sẽ tổ chức tổng kết."),
        ("Tối nay, ngày 2/9, đội kịch biểu diễn.", "Tối nay, ngày 22/9, đội kịch biểu diễn."),
        ("Mới đây, ngày 2/11/2026, xã nhận bằng khen.", "Mới đây, ngày 2/9/2026, xã nhận bằng khen."),
        ("Sáng 5/9/2026, đoàn dự kiến khảo sát tuyến đường.", "Sáng 5/10/2026, đoàn dự kiến khảo sát tuyến đường."),
    ),
    *traps(
        "Thực hiện Kế hoạch số 45/KH-UBND ngày 07/9/2026, xã sẽ tổ chức tiêm phòng.",
        "Ngày 01/9/2026, xã ban hành kế hoạch; đến ngày 30/10/2026 sẽ hoàn thành.",
        "Kế hoạch số 45/KH-UBND ngày 07/9/2026 sẽ được triển khai ở 3 thôn.",
        "Hôm nay 22/9, thời gian qua thôn đã vận động được 20 hộ.",
        "Sáng nay (21/9), bài gửi hôm sau vẫn đúng.",
        "Thời gian tới, xã tiếp tục phát huy kết quả của ngày 15/9/2026.",
        "Từ ngày 1/10/2026, người dân sẽ nộp hồ sơ trực tuyến.",
    ),
)
EVENT = (
    *slips(
        ("Sáng ngày 15/9/2027, xã tổ chức lễ ra quân.", "Sáng ngày 15/9/2026, xã tổ chức lễ ra quân."),
        ("Chiều 25/9/2026, thôn Cầu Giả trao 20 suất quà.", "Chiều 21/9/2026, thôn Cầu Giả trao 20 suất quà."),
        ("Ngày 20/9/2025, Hội Nông dân xã tập huấn.", "Ngày 20/9/2026, Hội Nông dân xã tập huấn."),
        ("Sáng ngày 10/10/2026, đoàn đã đến thăm.", "Sáng ngày 10/9/2026, đoàn đã đến thăm."),
        ("Tối ngày 12/3/2026, đêm nhạc đã thu hút người dân.", "Tối ngày 12/9/2026, đêm nhạc đã thu hút người dân."),
        ("Vào sáng ngày 19 tháng 9 năm 2025, trường dự lễ.", "Vào sáng ngày 19 tháng 9 năm 2026, trường dự lễ."),
        ("Sáng thứ Bảy, ngày 5/7/2026, thôn họp.", "Sáng thứ Bảy, ngày 5/9/2026, thôn họp."),
        ("Ngày 22/12/2026, công an xã bắt giữ đối tượng.", "Ngày 21/9/2026, công an xã bắt giữ đối tượng."),
    ),
    *slips(("Sáng ngày 04/01/2025, xã giao quân.", "Sáng ngày 04/01/2026, xã giao quân."), sent="2026-01-05"),
    *traps(
        "Ngày 15/10/2026, xã sẽ tổ chức hội thi.",
        "Kế hoạch: ngày 15/12/2026 hoàn thành thu ngân sách.",
        "Năm 1945, ngày 2/9/1945, Bác Hồ đọc Tuyên ngôn.",
        "Chào mừng ngày 20/11/2026, trường phát động thi đua.",
        "Thôn có 120 hộ. Đường làng sạch đẹp.",
    ),
)
ANNIVERSARY = (
    *slips(
        (
            "Kỷ niệm 137 năm Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890 - 19/5/2026).",
            "Kỷ niệm 136 năm Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890 - 19/5/2026).",
        ),
        (
            "Tọa đàm kỷ niệm 95 năm Ngày thành lập Hội Liên hiệp Phụ nữ Việt Nam (20/10/1930 - 20/10/2026).",
            "Tọa đàm kỷ niệm 96 năm Ngày thành lập Hội Liên hiệp Phụ nữ Việt Nam (20/10/1930 - 20/10/2026).",
        ),
        (
            "Lễ kỷ niệm 82 năm Ngày thành lập Quân đội (22/12/1944–22/12/2025).",
            "Lễ kỷ niệm 81 năm Ngày thành lập Quân đội (22/12/1944–22/12/2025).",
        ),
        ("Kỷ niệm 80 năm Quốc khánh 2/9, thôn treo cờ.", "Kỷ niệm 81 năm Quốc khánh 2/9, thôn treo cờ."),
        (
            "Mít tinh kỷ niệm 97 năm Ngày thành lập Hội Nông dân Việt Nam.",
            "Mít tinh kỷ niệm 96 năm Ngày thành lập Hội Nông dân Việt Nam.",
        ),
        ("Trường kỷ niệm 40 năm thành lập (1976 - 2026).", "Trường kỷ niệm 50 năm thành lập (1976 - 2026)."),
        (
            "Kỷ niệm lần thứ 70 Ngày Thầy thuốc Việt Nam (27/2/1955 - 27/2/2026).",
            "Kỷ niệm lần thứ 71 Ngày Thầy thuốc Việt Nam (27/2/1955 - 27/2/2026).",
        ),
        (
            "Nhìn lại 20 năm thành lập Hợp tác xã Mẫu (2005-2026).",
            "Nhìn lại 21 năm thành lập Hợp tác xã Mẫu (2005-2026).",
        ),
        (
            "Hướng tới kỷ niệm 78 năm Ngày Thương binh - Liệt sĩ.",
            "Hướng tới kỷ niệm 79 năm Ngày Thương binh - Liệt sĩ.",
        ),
        (
            "Lễ kỷ niệm 50 năm Ngày giải phóng miền Nam được tổ chức trọng thể.",
            "Lễ kỷ niệm 51 năm Ngày giải phóng miền Nam được tổ chức trọng thể.",
        ),
    ),
    *traps(
        "Kế hoạch 5 năm phát triển kinh tế (2021 - 2025) đã hoàn thành.",
        "Sau 3 năm thực hiện đề án (2023 - 2026), xã đạt 19 tiêu chí.",
        "Ông Thử có 30 năm tuổi Đảng (1996 - 2026).",
        "Nhân dịp kỷ niệm 55 năm Ngày thành lập trường, 3 thế hệ thầy trò gặp nhau.",
        "Thực hiện Chỉ thị số 05-CT/TW, 10 năm qua (2016 - 2026), xã có 45 điển hình.",
        "Trong 12 năm làm nghề, bà Mẫu trồng 3 vườn.",
        "Sơ kết 5 năm phong trào giai đoạn (2021-2026).",
    ),
)

SLIPS: Mapping[str, Sequence[Slip]] = {
    "weekday_wrong": WEEKDAY, "date_impossible": IMPOSSIBLE, "date_against_words": AGAINST_WORDS, "event_date": EVENT,
    "anniversary": ANNIVERSARY,
}  # fmt: skip
