"""Slips with names, titles and places, each with its clean twin. The site's list: see `site.py`."""

PEOPLE_AND_PLACES = {
    "leader_title": (
        ("Đồng chí Nguyễn Văn Ví Dụ, Chủ tịch UBND xã chủ trì.",
         "Đồng chí Nguyễn Văn Ví Dụ, Phó Chủ tịch UBND xã chủ trì."),
        ("Phó Chủ tịch UBND xã Lê Thị Thử đến dự.", "Chủ tịch UBND xã Lê Thị Thử đến dự."),
        ("Bà Lê Thị Thử - Phó Chủ tịch UBND xã phát biểu.", "Bà Lê Thị Thử - Chủ tịch UBND xã phát biểu."),
        ("Bí thư Đảng ủy xã Lê Thị Thử kết luận.", "Bí thư Đảng ủy xã Trần Văn Mẫu kết luận."),
        ("Đồng chí Trần Văn Mẫu, Phó Bí thư Đảng ủy xã.", "Đồng chí Trần Văn Mẫu, Bí thư Đảng ủy xã."),
        ("Phó Chánh Văn phòng HĐND và UBND Phạm Thị Minh Họa.", "Chánh Văn phòng HĐND và UBND Phạm Thị Minh Họa."),
        ("Chủ tịch UBND xã Hồ Văn Cựu dự lễ.", "Nguyên Chủ tịch UBND xã Hồ Văn Cựu dự lễ."),
        ("Ông Nguyễn Văn Ví Dụ (Chủ tịch UBND xã) trao quà.", "Ông Nguyễn Văn Ví Dụ (Phó Chủ tịch UBND xã) trao quà."),
        ("Đồng chí Lê Thị Thử – Phó Chủ tịch Ủy ban nhân dân xã.", "Đồng chí Lê Thị Thử – Chủ tịch Hội Khuyến học xã."),
    ),
    "titles_differ": tuple(
        (f"Đồng chí {name}, {one} {of} dự.\nĐồng chí {name}, {other} {of} phát biểu.",
         f"Đồng chí {name}, {one} {of} dự.\nĐồng chí {name}, {right} phát biểu.")
        for name, one, other, of, right in (
            ("Vũ Thị Thí Điểm", "Chủ tịch", "Phó Chủ tịch", "Hội Nông dân xã", "Chủ tịch Hội Nông dân xã"),
            ("Đỗ Văn Thực", "Bí thư", "Phó Bí thư", "Đảng ủy", "Chủ tịch HĐND xã"),
            ("Ngô Thị Mô Phỏng", "Hiệu trưởng", "Phó Hiệu trưởng", "", "Hiệu trưởng nhà trường"),
            ("Hoàng Văn Giả", "Trưởng thôn", "Phó Trưởng thôn", "", "Bí thư Chi bộ thôn"),
            ("Bùi Thị Nháp", "Phó Trưởng phòng", "Trưởng phòng", "", "Chủ tịch Công đoàn"),
            ("Lý Văn Kiểm", "Phó Trưởng Công an", "Trưởng Công an", "xã", "Phó Trưởng Công an xã"),
            ("Đinh Văn Tập", "Chỉ huy trưởng", "Phó Chỉ huy trưởng", "", "Chỉ huy trưởng Ban Chỉ huy Quân sự xã"),
            ("Mai Thị Thảo", "Phó Giám đốc", "Giám đốc", "", "Chủ tịch Hội Phụ nữ xã"),
        )
    ),
    "name_spelled": (
        ("Ông Hoàng Văn Thử thu 2 tấn. Bà con học ông Hoàng Văn Thừ.",
         "Ông Hoàng Văn Thử thu 2 tấn. Bà con học ông Hoàng Văn Thử."),
        ("Đồng chí Nguyễn Văn Ví Dự chủ trì.", "Đồng chí Nguyễn Văn Ví Dụ chủ trì."),
        ("Bà Lê Thị Thứ phát biểu.", "Bà Lê Thị Thử phát biểu."),
        ("Đồng chí Pham Thị Minh Họa ký.", "Đồng chí Phạm Thị Minh Hoạ ký."),
        ("Ông Trân Văn Mẫu dự.", "Ông Trần Văn Mẫu dự."),
        ("Bà Tạ Thị Gương và chị Tạ Thị Gường.", "Bà Tạ Thị Gương và chị Tạ Thị Nương."),
        ("Anh Lò Văn Pín làm, rồi anh Lò Văn Pìn bán.", "Anh Lò Văn Pín làm, rồi anh Lò Văn Pang bán."),
        ("Cô giáo Ngô Thị Mô Phỏng; cô Ngô Thị Mô Phóng.", "Cô giáo Ngô Thị Mô Phỏng; cô Ngô Thị Mô Phỏng."),
    ),
    "district_ended": (
        ("Hội nghị tại Hội trường huyện Cũ Mẫu.", "Hội nghị tại Hội trường huyện Cũ Mẫu cũ."),
        ("Lãnh đạo UBND huyện Sông Thử đến dự.", "Lãnh đạo UBND xã Sông Thử đến dự."),
        ("Đoàn đến từ quận Thử Nghiệm, thành phố Mẫu.", "Trước đây, đoàn đến từ quận Thử Nghiệm."),
        ("Công an thị xã Bến Giả tuyên truyền.", "Thị xã Bến Giả được thành lập năm 2009."),
        ("Chợ thị trấn Đồi Mẫu mở phiên.", "Chợ thị trấn Đồi Mẫu cũ, nay là xã Đồi Mẫu, mở phiên."),
        ("Người dân Quận 7 tham gia.", "Năm 2019, người dân Quận 7 tham gia."),
        ("Phòng Giáo dục huyện Ví Dụ tổ chức thi.", "Sau khi sáp nhập, các xã của huyện Ví Dụ ổn định."),
        ("Huyện Mẫu Sơn ra quân trồng cây.", "Ngày 12/5/2025, huyện Mẫu Sơn ra quân trồng cây."),
        ("Trạm nằm ở trung tâm HUYỆN CŨ MẪU.",
         "Trong kháng chiến, huyện Cũ Mẫu là căn cứ; cấp huyện đã lùi vào lịch sử."),
    ),
    "place_ended": (
        ("Bà con xã Đồng Thử phấn khởi.", "Bà con thôn Đồng Thử phấn khởi."),
        ("UBND xã Đồng Thử thông báo lịch tiêm.", "UBND xã An Mẫu thông báo lịch tiêm."),
        ("XÃ ĐỒNG THỬ RA QUÂN LÀM ĐƯỜNG", "XÃ AN MẪU RA QUÂN LÀM ĐƯỜNG"),
        ("Chợ phiên xã Hòa Giả mở lại.", "Chợ phiên xã Hòa Giả cũ mở lại."),
        ("Đường về xã Hoà Giả đã xong.", "Trước đây, đường về xã Hoà Giả còn lầy lội."),
        ("Tại xã Đồng Thử, 20 hộ được vay vốn.", "Năm 2023, tại xã Đồng Thử, 20 hộ được vay vốn."),
        ("Trường THCS xã Đồng Thử khai giảng.", "Trường ở xã Đồng Thử, nay là xã An Mẫu, khai giảng."),
        ("Ngày 10/10/2026, xã Đồng Thử họp dân.", "Ngày 10/10/2024, xã Đồng Thử họp dân."),
    ),
}  # fmt: skip
