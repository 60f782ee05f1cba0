"""Ordinary paragraphs with figures, dates, lists and names, as offices write them. All invented, and none is wrong.

Letters of 2026-09-22. Some are hard on purpose: open lists, rates, overlapping groups, shares of other things.
"""

_TEXT = """
Sáng ngày 21/9/2026, tại Nhà văn hóa thôn Đồng Thử, Hội Nông dân xã An Mẫu tổ chức lớp tập huấn cho 45 hội viên.
Trong số 45 học viên có 30 nữ và 15 nam; mỗi học viên được nhận 02 kg meo giống và 01 bộ tài liệu.
Đến ngày 15/9/2026, toàn xã đã thu 12,4/15 tỷ đồng, đạt 82,7% kế hoạch năm, tăng 8,3% so với cùng kỳ năm 2025.
Sáu tháng đầu năm, Bộ phận Một cửa nhận 2.682 hồ sơ, trong đó có 2.105 hồ sơ trực tuyến; đúng hạn đạt 99,2%.
Theo Quyết định số 16/QĐ-UBND ngày 12/01/2026, tổ công tác gồm 09 thành viên do Phó Chủ tịch UBND xã làm tổ trưởng.
Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 và Công văn số 957/VP-TH ngày 25/6/2026, xã báo lịch tiếp dân.
Vụ hè thu năm nay, nông dân gieo cấy 350 ha lúa, năng suất bình quân 58 tạ/ha, sản lượng ước đạt 2.030 tấn.
Tham dự có đồng chí Lê Thị Thử, Chủ tịch UBND xã; đại diện 8 thôn; cùng hơn 120 hội viên, đoàn viên thanh niên.
Từ 7h30 đến 10h45 ngày 20/9, lực lượng chức năng kiểm tra 12 cơ sở, nhắc nhở 3 trường hợp, lập biên bản 1 trường hợp.
Kinh phí làm đường là 480 triệu đồng, trong đó Nhà nước hỗ trợ 400 triệu đồng, người dân đóng góp 80 triệu đồng.
Toàn xã có 4.200 hộ với 16.800 nhân khẩu, sinh sống ở 12 thôn; trong đó 62 hộ nghèo, 81 hộ cận nghèo.
Trường THCS An Mẫu năm học 2026 - 2027 có 16 lớp với 562 học sinh, tăng 01 lớp và 28 học sinh so với năm học trước.
Hội thi thu hút 12 đội thi đến từ 12 thôn; đội thôn Bãi Mẫu giành giải Nhất, đội thôn Cầu Giả giải Nhì.
Ban Tổ chức trao 1 giải Nhất, 2 giải Nhì, 3 giải Ba và 5 giải Khuyến khích cho các đội.
Đợt 1 từ ngày 01/10 đến hết ngày 15/10/2026, đợt 2 từ ngày 16/10 đến ngày 31/10/2026.
Giá cam tại vườn dao động từ 18.000 đến 22.000 đồng/kg, cao hơn 3.000 đồng so với năm trước.
Hộ ông Hoàng Văn Thử nuôi 200 con gà, mỗi lứa lãi khoảng 15 triệu đồng; một năm nuôi 3 lứa.
Nhân kỷ niệm 81 năm Quốc khánh nước Cộng hòa xã hội chủ nghĩa Việt Nam (02/9/1945 - 02/9/2026), các thôn treo cờ.
Sau 5 năm thực hiện Nghị quyết số 05-NQ/ĐU (2021 - 2026), thu nhập bình quân đầu người đạt 62 triệu đồng/năm.
Tuyến đường dài 1,2 km, rộng 3,5 m, dày 18 cm, tổng mức đầu tư 1,85 tỷ đồng, hoàn thành trước ngày 30/10/2026.
Đường dây nóng hoạt động 24/7; mọi phản ánh được xử lý trong 02 ngày làm việc.
Hội Phụ nữ xã hiện có 12 chi hội, 1.150 hội viên; 9 tháng qua kết nạp thêm 35 hội viên mới.
Công an xã vận động người dân giao nộp 05 khẩu súng tự chế, 2,3 kg pháo nổ các loại.
Trạm Y tế xã tiêm vắc xin cho 1.045 trẻ em dưới 5 tuổi, đạt 98,6%; cấp 2.100 viên vitamin A.
Kết quả biểu quyết: 24/25 đại biểu tán thành, đạt 96%.
Đại hội bầu Ban Chấp hành gồm 15 đồng chí; đồng chí Phạm Văn Mẫu giữ chức Chủ tịch.
Chương trình "Mẹ đỡ đầu" đã nhận nuôi 8 em có hoàn cảnh khó khăn, mức hỗ trợ 500.000 đồng/tháng/em.
Ngày hội có 3 hoạt động chính: thi nấu ăn, kéo co và văn nghệ.
Các đơn vị đạt thành tích cao như: thôn Đồng Thử 98 điểm, thôn Bãi Mẫu 96 điểm, Trường Mầm non 95 điểm...
Toàn huyện cũ trước đây có 18 xã; nay xã An Mẫu mới gồm 3 xã nhập lại.
Chiều thứ Hai, ngày 21/9/2026, đoàn công tác của tỉnh khảo sát 2 điểm sạt lở tại thôn Cầu Giả.
Lễ phát động diễn ra lúc 8 giờ 00 phút, thứ Bảy, ngày 26/9/2026 tại sân vận động xã.
Lớp học diễn ra trong 5 ngày; ngày thứ nhất (14/9) học lý thuyết, ngày thứ hai (15/9) thực hành.
Tết Trung thu năm nay (rằm tháng 8 âm lịch) rơi vào ngày 25/9/2026 dương lịch.
Giỗ Tổ Hùng Vương mùng 10/3 âm lịch, tức ngày 26/4/2026.
Tổng số 271 tin, bài, trong đó 22 tin của thôn, 95 tin của đoàn thể. Riêng Hội Nông dân gửi 41 tin.
Xã được giao 19 chỉ tiêu, đến nay có 15 chỉ tiêu đạt và vượt, 4 chỉ tiêu dự kiến đạt vào cuối năm.
Hỗ trợ 01 hộ nghèo xây nhà với số tiền 60.000.000 đồng (sáu mươi triệu đồng).
Thời gian nhận hồ sơ: 05 (năm) ngày làm việc, kể từ ngày 22/9/2026.
Số tiền ủng hộ là 35.450.000 đồng (Bằng chữ: Ba mươi lăm triệu bốn trăm năm mươi nghìn đồng chẵn).
Tỷ lệ hộ nghèo giảm từ 2,4% xuống còn 1,5%; tỷ lệ hộ dùng nước sạch tăng từ 88% lên 94,5%.
Sản lượng nấm tăng từ 10 tấn năm 2024 lên 12 tấn năm 2025, tăng 20%.
Dân số xã tăng từ 16.500 người lên 16.800 người, tăng 300 người.
Doanh thu của hợp tác xã đạt 1,1 tỷ đồng, tăng 100 triệu đồng (10%) so với năm 2025.
Thôn vận động 62 hộ hiến 1.240 m² đất, đóng góp 350 ngày công và 85 triệu đồng.
Câu lạc bộ có 25 thành viên, sinh hoạt vào 19 giờ 30 tối thứ Tư hằng tuần.
Khoản 2 Điều 15 và điểm b khoản 1 Điều 30 Luật Đất đai quy định rõ việc này.
Quốc lộ 6 đoạn km 12+500 đến km 14 tạm dừng lưu thông từ 22 giờ ngày 23/9/2026.
Mức phạt từ 3.000.000 đồng đến 5.000.000 đồng đối với hành vi đổ rác sai nơi quy định.
Đoàn đã thăm, tặng quà 5 gia đình: bà Lê Thị Thử, ông Trần Văn Mẫu, ông Bùi Văn Ví, bà Ngô Thị Dụ và ông Đỗ Văn Họa.
Xã phấn đấu đến năm 2030 có 100% thôn đạt chuẩn, thu nhập đạt 80 triệu đồng/người/năm.
Ngày 12/9/2026, UBND xã ban hành Kế hoạch số 78/KH-UBND; theo đó, từ ngày 01/10/2026 sẽ ra quân tổng vệ sinh.
Cuộc thi bắt đầu từ ngày 05/9/2026, sẽ kết thúc vào ngày 30/11/2026.
Trong đợt này, 3/12 thôn hoàn thành trước hạn, chiếm 25%.
Nhà trường có 42 cán bộ, giáo viên, nhân viên, trong đó có 35 giáo viên, 28 đảng viên.
Điểm cầu xã có 65 đại biểu; tỉnh tổ chức tại 124 điểm cầu với trên 5.000 đại biểu.
Hợp tác xã liên kết 45 hộ trồng 12 ha cam, trong đó 7 ha đã cho thu hoạch, sản lượng 140 tấn.
Phát hiện 04 vụ, 07 đối tượng; xử phạt hành chính 03 vụ với số tiền 12,5 triệu đồng, chuyển cơ quan điều tra 01 vụ.
Hiệu trưởng cho biết: "Năm nay, 98/120 học sinh lớp 9 đỗ vào lớp 10, đạt 81,7%".
Tổ hòa giải ở thôn hòa giải thành 14/16 vụ việc, đạt 87,5%.
Nhiệt độ thấp nhất 18 - 20 độ C, cao nhất 27 - 29 độ C; lượng mưa 50 - 100 mm, có nơi trên 150 mm.
Số điện thoại liên hệ: 0900 000 001; tài khoản 0123 4567 8901 tại Quỹ tín dụng An Mẫu.
Chi hội 3 có 96 hội viên, gồm 40 hội viên nam và 56 hội viên nữ.
Buổi lễ có sự tham gia của 300 người, gồm 180 học sinh, 100 phụ huynh và 20 giáo viên.
Công trình gồm 2 tầng, 8 phòng học, khởi công ngày 10/3/2026, đưa vào sử dụng ngày 05/9/2026.
Trao 20 suất học bổng, mỗi suất gồm 1 triệu đồng và 10 quyển vở.
Ngân sách năm 2026: thu 15 tỷ đồng, chi 14,2 tỷ đồng.
Ngày 2/9 năm 1945, tại Quảng trường Ba Đình, Chủ tịch Hồ Chí Minh đọc bản Tuyên ngôn Độc lập.
Giải bóng chuyền lần thứ hai, ngày 19/9/2026, có 6 đội nam và 4 đội nữ tranh tài.
Kỳ họp thứ Ba, ngày 18/9/2026, HĐND xã thông qua 7 nghị quyết.
"""
PARAGRAPHS: tuple[str, ...] = tuple(line for line in _TEXT.split("\n") if line)
