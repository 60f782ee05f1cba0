"""Decrees explained, notices, inspections, security, land, administration. Written in the manner of offices."""

LAW = """
Nghị định số 42/2022/NĐ-CP ngày 24/6/2022 của Chính phủ quy định về việc cung cấp thông tin và dịch vụ công trực tuyến
của cơ quan nhà nước trên môi trường mạng.

Theo khoản 1 Điều 5, người vi phạm bị phạt tiền từ 1.000.000 đồng đến 2.000.000 đồng; trường hợp tái phạm, mức phạt từ
3.000.000 đồng đến 5.000.000 đồng.

Điều 12 gồm 4 khoản; khoản 3 có các điểm a, b, c và d quy định về thành phần hồ sơ.

Thời hạn giải quyết là 15 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ; trường hợp phức tạp không quá 30 ngày.

Hồ sơ gồm: 01 đơn theo Mẫu số 04, 01 bản sao giấy khai sinh và 02 ảnh 4x6 cm chụp không quá 6 tháng.

Lệ phí đăng ký kết hôn có yếu tố nước ngoài là 1.000.000 đồng/trường hợp; đăng ký khai sinh đúng hạn được miễn lệ phí.

Quyết định số 38/2026/QĐ-UBND có hiệu lực từ ngày 01/11/2026, thay thế Quyết định số 12/2021/QĐ-UBND ngày 15/4/2021
của UBND tỉnh.

Thông báo số 214/TB-UBND ngày 09/10/2026 của UBND xã về việc lấy ý kiến đối với đồ án quy hoạch chi tiết tỷ lệ 1/500
khu dân cư Bãi Mẫu.

Thời gian niêm yết công khai là 30 ngày, từ ngày 12/10/2026 đến hết ngày 10/11/2026, tại trụ sở UBND xã và nhà văn hóa
các thôn.

Từ ngày 01/10/2026, người dân nộp hồ sơ đất đai tại Trung tâm Phục vụ hành chính công xã vào giờ hành chính các ngày
từ thứ Hai đến thứ Sáu.

Trung tâm Phục vụ hành chính công tiếp nhận 3.412 hồ sơ, đã giải quyết 3.305 hồ sơ, đang giải quyết 107 hồ sơ; không
có hồ sơ quá hạn.

Trong số 3.305 hồ sơ đã giải quyết, trước và đúng hạn 3.288 hồ sơ, quá hạn 17 hồ sơ, tỷ lệ đúng hạn đạt 99,5%.

Mức độ hài lòng của người dân đạt 98,2/100 điểm, tăng 1,7 điểm so với quý II năm 2026.

Công an xã lập biên bản 23 trường hợp vi phạm trật tự an toàn giao thông, xử phạt 18 trường hợp với tổng số tiền 21,6
triệu đồng, nhắc nhở 5 trường hợp.

Đêm 11 rạng sáng 12/10, tổ tuần tra phát hiện 4 thanh niên điều khiển 2 xe mô tô không đội mũ bảo hiểm, lạng lách trên
quốc lộ 6.

Tai nạn giao thông xảy ra 3 vụ, làm chết 1 người, bị thương 4 người; so với cùng kỳ giảm 2 vụ, giảm 1 người chết.

Người dân giao nộp 7 khẩu súng tự chế, 12 kích điện và 3,5 kg thuốc nổ; Công an xã đã lập biên bản tiếp nhận.

Lực lượng chữa cháy điều 2 xe cùng 14 cán bộ, chiến sĩ đến hiện trường; đám cháy được khống chế sau 40 phút, thiệt hại
khoảng 150 triệu đồng.

Chiều 7/10, UBND xã xử phạt 1 hộ 4.500.000 đồng (bốn triệu năm trăm nghìn đồng) vì đổ chất thải xây dựng không đúng
nơi quy định.

Khi có nghi ngờ lừa đảo, người dân gọi đường dây nóng 113 hoặc trực ban Công an xã: 0212 3900 001.

Đơn đề nghị của công dân phải ghi rõ ngày, tháng, năm; họ, tên, địa chỉ của người đề nghị và có chữ ký hoặc điểm chỉ.

Theo Luật Căn cước, công dân đủ 14 tuổi, 25 tuổi, 40 tuổi và 60 tuổi phải cấp đổi thẻ căn cước.

Xã có 6.240 công dân trong diện cấp căn cước, đã cấp cho 6.178 người, đạt 99%.

Đợt tuyển quân năm 2027, xã lập danh sách 142 công dân sơ tuyển, có 138 công dân có mặt, đạt 97,2%; qua sơ tuyển, 61
công dân đủ điều kiện khám tuyển.

Hội đồng nghĩa vụ quân sự gồm 15 thành viên do Chủ tịch UBND xã làm Chủ tịch Hội đồng, Chỉ huy trưởng Ban Chỉ huy Quân
sự xã làm Phó Chủ tịch Hội đồng.

HĐND xã khóa II, nhiệm kỳ 2026 - 2031, có 25 đại biểu; kỳ họp thứ Ba thông qua 9 nghị quyết.

Tổ bầu cử số 4 có 1.312 cử tri; đến 19 giờ đã có 1.312 cử tri đi bầu, đạt 100%.

Qua thanh tra 8 đơn vị, kiến nghị thu hồi nộp ngân sách 46.250.000 đồng, đã thu hồi 46.250.000 đồng, đạt 100%.

Hội đồng hòa giải đã tiếp nhận 21 vụ việc, hòa giải thành 17 vụ, không thành 2 vụ, đang hòa giải 2 vụ.

Từ đầu năm, xã tiếp 156 lượt công dân, nhận 64 đơn, trong đó 58 đơn đề nghị, phản ánh, 4 đơn khiếu nại, 2 đơn tố cáo.

Bảng giá đất ở tại vị trí 1 đường tỉnh 105 là 4.200.000 đồng/m²; vị trí 2 bằng 60% và vị trí 3 bằng 40% giá vị trí 1.

Diện tích thu hồi 12.480,5 m² của 37 hộ; tổng kinh phí bồi thường, hỗ trợ là 5.642.318.000 đồng.

Mức chuẩn trợ giúp xã hội là 500.000 đồng/tháng; người khuyết tật đặc biệt nặng được hưởng hệ số 2,0, tức 1.000.000
đồng/tháng.

Người cao tuổi từ đủ 75 tuổi thuộc hộ cận nghèo được trợ cấp hằng tháng theo Nghị định số 176/2025/NĐ-CP của Chính
phủ.

Lương cơ sở từ ngày 01/7/2024 là 2.340.000 đồng/tháng; mức đóng bảo hiểm y tế hộ gia đình của người thứ nhất bằng 4,5%
lương cơ sở.

Người thứ hai, thứ ba, thứ tư đóng lần lượt bằng 70%, 60%, 50% mức đóng của người thứ nhất; từ người thứ năm trở đi
đóng bằng 40%.

Nghị quyết số 12-NQ/ĐU ngày 18/9/2026 của Đảng ủy xã đề ra 5 nhóm nhiệm vụ, 3 khâu đột phá và 21 chỉ tiêu chủ yếu.

Đại hội Đảng bộ xã lần thứ I, nhiệm kỳ 2025 - 2030, bầu Ban Chấp hành gồm 27 đồng chí, Ban Thường vụ 9 đồng chí.

Đảng bộ xã có 24 chi bộ với 618 đảng viên, trong đó có 596 đảng viên chính thức, 22 đảng viên dự bị.

Chi bộ kết nạp 3 quần chúng ưu tú, chuyển đảng chính thức cho 2 đồng chí, trao Huy hiệu 30 năm tuổi Đảng cho 1 đồng
chí.

Kết quả lấy phiếu tín nhiệm: tín nhiệm cao 22/25 phiếu, đạt 88%; tín nhiệm 3/25 phiếu, chiếm 12%; không có phiếu tín
nhiệm thấp.

Sau khi sắp xếp, xã còn 14 thôn, giảm 5 thôn; số người hoạt động không chuyên trách ở thôn là 42 người.

Trước ngày 01/7/2025, địa bàn này thuộc huyện Cũ Mẫu; từ ngày đó, xã An Mẫu trực thuộc tỉnh Sông Mẫu.

Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025, UBND xã ban hành quy chế làm việc gồm 6 chương, 34 điều.

Văn bản góp ý gửi về Văn phòng HĐND và UBND xã trước 17 giờ ngày 30/10/2026 hoặc qua hộp thư
vanphong@anmau.songmau.example.

Tại phiên họp, 12/13 thành viên UBND xã có mặt; 12/12 thành viên dự họp biểu quyết nhất trí, đạt 100%.

Giấy phép xây dựng có thời hạn khởi công 12 tháng; chủ đầu tư đề nghị gia hạn trước khi hết hạn và được gia hạn tối đa
2 lần, mỗi lần 12 tháng.

Người lao động làm việc đủ 12 tháng có 12 ngày nghỉ phép; cứ đủ 5 năm làm việc được tăng thêm 1 ngày.

Phiên tòa lưu động xét xử 2 bị cáo, tuyên phạt mức án lần lượt là 7 năm 6 tháng tù và 24 tháng tù.

Kế hoạch số 96/KH-UBND ngày 05/10/2026 giao Công an xã chủ trì đợt cao điểm từ ngày 15/10 đến ngày 15/12/2026.
"""
