"""Sports, school, weather, meetings, schedules, obituaries, health: what happens in a commune. All is right."""

LIFE = """
Trong trận chung kết bóng đá nam chiều 11/10, đội thôn Bãi Mẫu thắng đội thôn Đồng Thử với tỷ số 3-1 (hiệp một 1-0).

Giải bóng chuyền hơi trung cao tuổi có 10 đội tham gia, chia thành 2 bảng, mỗi bảng 5 đội, thi đấu vòng tròn tính
điểm.

Kết thúc giải cầu lông, vận động viên Vũ Văn Nháp giành huy chương Vàng nội dung đơn nam sau khi thắng 21-18, 19-21,
21-15.

Đội tuyển xã giành 2 huy chương Vàng, 3 huy chương Bạc, 4 huy chương Đồng, xếp thứ Ba toàn đoàn tại Đại hội Thể dục
thể thao tỉnh lần thứ X.

Đường chạy 5 km dành cho nam xuất phát lúc 5 giờ 30 phút; người về nhất là anh Lò Văn Mẫu với thành tích 17 phút 42
giây.

Hội thi kéo co thu hút 9 đội nam, 7 đội nữ; ban tổ chức trao 2 giải Nhất, 2 giải Nhì và 4 giải Ba.

Trường Tiểu học An Mẫu khai giảng năm học 2026 - 2027 với 22 lớp, 684 học sinh, trong đó có 128 học sinh lớp 1.

Kết quả khảo sát đầu năm: 92,4% học sinh đạt yêu cầu môn Tiếng Việt, 89,7% đạt yêu cầu môn Toán.

Năm học trước, nhà trường có 45 giải cấp tỉnh, gồm 5 giải Nhất, 12 giải Nhì, 13 giải Ba và 15 giải Khuyến khích.

Em Trần Thị Thử, học sinh lớp 9B Trường THCS An Mẫu, đoạt giải Nhì cuộc thi viết thư quốc tế UPU lần thứ 55 cấp tỉnh.

Lịch học hè: thứ Hai, thứ Tư, thứ Sáu hằng tuần, từ 7h30 đến 9h30, tại phòng máy tính tầng 2.

Điểm chuẩn vào lớp 10 của trường là 31,25 điểm, tăng 1,5 điểm so với năm học trước; có 240 thí sinh trúng tuyển.

Phụ huynh đóng góp tự nguyện 150.000 đồng/học sinh/năm học để mua thêm sách cho thư viện.

Đêm 14/10, vùng núi có mưa rải rác; ngày 15/10 trời nắng, nhiệt độ thấp nhất 19 - 21 độ C, cao nhất 29 - 31 độ C.

Dự báo từ ngày 18 đến ngày 20/10, không khí lạnh tăng cường gây mưa rào và dông, lượng mưa phổ biến 30 - 60 mm, có nơi
trên 100 mm.

Hồi 4 giờ ngày 13/10, vị trí tâm áp thấp nhiệt đới ở khoảng 17,2 độ Vĩ Bắc, 113,5 độ Kinh Đông; sức gió mạnh nhất cấp
7, giật cấp 9.

Gió đông bắc cấp 3 - 4, độ ẩm trung bình 78%; người dân chủ động che chắn chuồng trại cho gia súc khi trời chuyển rét.

Lượng mưa đo được tại trạm Cầu Giả từ 19 giờ ngày 9/10 đến 7 giờ ngày 10/10 là 86,4 mm.

Kính mời các đồng chí đại biểu HĐND xã dự kỳ họp chuyên đề vào hồi 8 giờ 00, ngày 22/10/2026 (thứ Năm), tại Hội trường
tầng 2 UBND xã.

Lịch tiếp công dân của Chủ tịch UBND xã tháng 11/2026: ngày 05/11 và ngày 19/11, từ 8h00 đến 11h00 tại Phòng Tiếp công
dân.

Lịch trực Trạm Y tế tuần từ 19/10 đến 25/10: thứ Hai bác sĩ Trần Thị Nháp; thứ Ba y sĩ Lê Văn Thử; thứ Tư điều dưỡng
Ngô Thị Dụ.

Thông báo tạm ngừng cấp điện: từ 7h00 đến 16h30 ngày 21/10/2026, khu vực các thôn Đồng Thử, Bãi Mẫu, để sửa chữa đường
dây 35 kV.

Tàu hỏa SE7 đến ga lúc 10h25, chậm 15 phút so với lịch; chuyến xe khách Sông Mẫu - Hà Nội chạy lúc 5h00, 9h30 và
13h45.

Trạm Y tế tổ chức tiêm vắc xin sởi - rubella cho trẻ 18 tháng tuổi vào ngày 25 hằng tháng; lịch tháng này là Chủ nhật,
25/10/2026.

Đợt khám sàng lọc có 312 người cao tuổi tham gia, phát hiện 46 người tăng huyết áp, 18 người có chỉ số đường huyết
cao.

Trong tháng 9, trên địa bàn ghi nhận 7 ca sốt xuất huyết, giảm 5 ca so với tháng 8; không có ca tử vong.

Tỷ lệ bao phủ bảo hiểm y tế đạt 95,2%; số người tham gia bảo hiểm xã hội tự nguyện là 415 người, đạt 96,5% kế hoạch.

Gia đình chúng tôi vô cùng thương tiếc báo tin: cụ ông Trần Văn Mẫu, 92 tuổi, cán bộ tiền khởi nghĩa, đã từ trần hồi 3
giờ 15 phút ngày 12/10/2026.

Lễ viếng cụ bà Lê Thị Thử bắt đầu từ 13 giờ ngày 13/10; lễ truy điệu và an táng vào hồi 8 giờ ngày 14/10 tại nghĩa
trang thôn Bãi Mẫu.

Ông Lò Văn Mẫu, đảng viên 60 năm tuổi Đảng, huân chương Kháng chiến hạng Nhì, từ trần ngày 8/10/2026, hưởng thọ 86
tuổi.

Hội Người cao tuổi mừng thọ 3 cụ tròn 100 tuổi, 12 cụ 90 tuổi, 35 cụ 80 tuổi; kinh phí 28,5 triệu đồng.

Ngày 10/10/2026 (tức ngày 30 tháng Tám năm Bính Ngọ), nhân dân thôn Đồng Thử làm lễ khánh thành đình làng.

Lễ hội xuống đồng diễn ra mùng 8 tháng Giêng hằng năm với phần lễ rước nước và phần hội gồm ném còn, đẩy gậy, tung cù.

Đội văn nghệ thôn gồm 16 thành viên, tập luyện vào tối thứ Ba và tối thứ Sáu hằng tuần, đã biểu diễn 24 buổi trong
năm.

Câu lạc bộ dân ca có 32 hội viên, người nhiều tuổi nhất 78 tuổi, người ít tuổi nhất 9 tuổi.

Thư viện xã có 4.320 đầu sách, phục vụ 1.860 lượt bạn đọc từ đầu năm, bình quân mỗi tháng hơn 200 lượt.

Chương trình hiến máu đợt 3 tiếp nhận 165 đơn vị máu, vượt 15 đơn vị so với chỉ tiêu 150 đơn vị được giao.

Đoàn Thanh niên thắp sáng 2,4 km đường quê với 80 bóng đèn năng lượng mặt trời, tổng trị giá 64 triệu đồng.

Chi đoàn thôn Cầu Giả có 27 đoàn viên, trong đó 14 nam và 13 nữ; 9 tháng qua kết nạp 6 đoàn viên mới.

Hội Liên hiệp Phụ nữ xã trao 15 chiếc xe đạp, 30 suất học bổng, tổng trị giá 52,5 triệu đồng cho học sinh vượt khó.

Sáng thứ Ba, 13/10/2026, đồng chí Lê Thị Thử, Chủ tịch UBND xã, dự ngày hội Đại đoàn kết tại thôn Cầu Giả.

Chiều thứ Tư (14/10), đoàn kiểm tra liên ngành gồm 5 thành viên kiểm tra 6 cơ sở, phát hiện 1 cơ sở chưa niêm yết giá.

Hội nghị có 85/90 đại biểu được triệu tập về dự, đạt 94,4%; đoàn chủ tịch gồm 3 đồng chí, thư ký hội nghị 2 đồng chí.

Tham gia đoàn có các ông: Hoàng Văn Thử, Trưởng thôn Đồng Thử; Đỗ Văn Họa, Bí thư chi bộ; cùng đại diện 5 hộ dân.

Tuần lễ chuyển đổi số diễn ra từ ngày 5 đến ngày 10/10, có 1.420 lượt người được hướng dẫn cài đặt ứng dụng VNeID.

Lớp xóa mù chữ khai giảng tối 6/10 có 24 học viên từ 35 đến 62 tuổi; mỗi tuần học 4 buổi, mỗi buổi 2 tiết.

Nhóm thiện nguyện Hoa Mẫu nấu 120 suất cháo vào sáng thứ Bảy hằng tuần tặng bệnh nhân; mỗi suất khoảng 12.000 đồng.

Vòng 1 hội thi có 36 thí sinh, vòng 2 chọn 12 thí sinh; chung kết diễn ra tối 24/10 tại sân khấu ngoài trời.

Bể bơi thông minh dài 12 m, rộng 6 m, sâu 0,9 - 1,2 m, mở cửa từ 16h30 đến 18h30 các ngày trong tuần.

Nhà trường có 38 cán bộ, giáo viên, nhân viên; 100% giáo viên đạt chuẩn, 64,5% trên chuẩn về trình độ đào tạo.
"""
