"""Reports on the economy, budgets, farming, markets and works: many sums, shares and changes. All are right."""

ECONOMY = """
Chín tháng đầu năm 2026, tổng giá trị sản xuất trên địa bàn xã đạt 612,4 tỷ đồng, bằng 78,5% kế hoạch năm và tăng 6,2%
so với cùng kỳ năm trước.

Cơ cấu kinh tế chuyển dịch đúng hướng: nông nghiệp chiếm 41,5%, công nghiệp - xây dựng chiếm 27,3%, thương mại - dịch
vụ chiếm 31,2%.

Tổng thu ngân sách nhà nước trên địa bàn đạt 18.450 triệu đồng, trong đó thu từ thuế, phí là 7.950 triệu đồng, thu bổ
sung từ ngân sách cấp trên là 10.500 triệu đồng.

Tổng chi ngân sách 9 tháng là 16.230 triệu đồng, gồm chi đầu tư phát triển 5.730 triệu đồng, chi thường xuyên 10.500
triệu đồng.

Giải ngân vốn đầu tư công đến ngày 30/9/2026 được 9,84/12,3 tỷ đồng, đạt 80% kế hoạch vốn giao.

Diện tích gieo trồng cây hằng năm là 1.245 ha; trong đó lúa 820 ha, ngô 215 ha, rau màu các loại 210 ha.

Năng suất lúa mùa ước đạt 56,8 tạ/ha, cao hơn 1,3 tạ/ha so với vụ mùa năm 2025; sản lượng thóc cả vụ ước đạt 2.329
tấn.

Tổng đàn lợn có 4.860 con, tăng 320 con; đàn trâu, bò 1.120 con, giảm 45 con; đàn gia cầm 68.500 con, tăng 4,1% so với
cùng kỳ.

Sản lượng thủy sản nuôi trồng đạt 185 tấn, tăng 15 tấn so với cùng kỳ; sản lượng khai thác tự nhiên đạt 22,5 tấn.

Giá lợn hơi tại các thôn dao động 58.000 - 61.000 đồng/kg; giá gà thả vườn 95.000 đồng/kg; trứng vịt 2.800 đồng/quả.

Tại chợ Bãi Mẫu sáng 14/10, rau muống 8.000 đồng/mớ, cà chua 22.000 đồng/kg, thịt ba chỉ 130.000 đồng/kg, cá trắm
65.000 đồng/kg.

Giá gạo tẻ thường 15.500 đồng/kg, gạo nếp cái 28.000 đồng/kg, tăng từ 500 đến 1.000 đồng/kg so với đầu tháng.

Giá xăng RON 95-III tại các cửa hàng trên địa bàn là 20.140 đồng/lít, giảm 310 đồng/lít so với kỳ điều hành trước.

Hợp tác xã dịch vụ nông nghiệp An Mẫu đạt doanh thu 3,6 tỷ đồng, lợi nhuận 420 triệu đồng; thu nhập bình quân của
người lao động là 6,5 triệu đồng/tháng.

Mô hình trồng dưa lưới của ông Bùi Văn Ví rộng 2.000 m², mỗi năm 3 vụ, mỗi vụ thu 5 tấn quả, bán với giá 35.000
đồng/kg.

Xã có 14 sản phẩm OCOP được công nhận, trong đó 3 sản phẩm đạt 4 sao và 11 sản phẩm đạt 3 sao.

Số hộ kinh doanh cá thể trên địa bàn là 268 hộ, tăng 21 hộ; có 17 doanh nghiệp đang hoạt động, giải quyết việc làm cho
640 lao động.

Dự án nâng cấp đường liên thôn dài 3,4 km, mặt đường rộng 5,5 m, tổng mức đầu tư 14,7 tỷ đồng, khởi công tháng 3/2026,
dự kiến hoàn thành trong tháng 12/2026.

Công trình kênh mương nội đồng thôn Đồng Thử dài 1.850 m do Nhà nước hỗ trợ 70% kinh phí, nhân dân đóng góp 30%.

Tổng kinh phí xây dựng nhà văn hóa là 1,2 tỷ đồng, trong đó ngân sách xã 800 triệu đồng, nhân dân đóng góp 400 triệu
đồng và 650 ngày công.

Bà con hiến 3.250 m² đất, tháo dỡ 480 m tường rào, chặt 1.100 cây các loại để mở rộng đường.

Tổng dư nợ ủy thác qua các hội, đoàn thể đạt 42,6 tỷ đồng với 812 hộ vay; nợ quá hạn chiếm 0,12%.

Ngân hàng Chính sách xã hội giải ngân 24 món vay, tổng số tiền 1.680 triệu đồng, bình quân 70 triệu đồng/hộ.

Thu nhập bình quân đầu người năm 2025 đạt 58 triệu đồng, dự kiến năm 2026 đạt 63,5 triệu đồng, tăng 5,5 triệu đồng.

Tỷ lệ hộ nghèo đa chiều giảm từ 3,1% đầu năm xuống còn 2,2%; hộ cận nghèo còn 3,4%.

Năm 2025, xã có 130 hộ nghèo; đến tháng 9/2026 còn 93 hộ, giảm 37 hộ.

Toàn xã có 62 km đường giao thông nông thôn, trong đó 55,8 km đã được cứng hóa, đạt 90%.

Tỷ lệ hộ sử dụng điện thường xuyên, an toàn đạt 99,8%; tỷ lệ hộ dùng nước hợp vệ sinh đạt 97,5%, nước sạch theo quy
chuẩn đạt 71%.

Khối lượng rác thải sinh hoạt thu gom bình quân 6,8 tấn/ngày, tỷ lệ thu gom, xử lý đạt 94%.

Diện tích rừng trồng mới là 46,2 ha, bằng 115,5% kế hoạch; độ che phủ rừng duy trì ở mức 52,3%.

Vụ đông năm nay, xã phấn đấu gieo trồng 320 ha, gồm 150 ha ngô, 90 ha khoai tây và 80 ha rau các loại.

Phòng Kinh tế cung ứng 12 tấn giống, 85 tấn phân bón; hỗ trợ 50% giá giống cho các hộ tham gia cánh đồng mẫu lớn.

Bốn máy gặt đập liên hợp và 11 máy cày làm đất được huy động, bảo đảm thu hoạch lúa mùa xong trước ngày 25/10.

Kết quả đấu giá quyền sử dụng đất ngày 08/10/2026: 12/15 lô trúng đấu giá, thu về 9,36 tỷ đồng, cao hơn giá khởi điểm
11%.

Giá trị xuất khẩu hàng thủ công mỹ nghệ của làng nghề đạt 1,25 triệu USD, tăng 0,15 triệu USD so với cùng kỳ.

Hộ bà Ngô Thị Dụ vay 80 triệu đồng, lãi suất 6,6%/năm, đầu tư 3 con bò sinh sản; sau 2 năm đàn bò phát triển lên 8
con.

Lượng khách du lịch đến xã trong 9 tháng ước 24.600 lượt, trong đó khách quốc tế 1.200 lượt; doanh thu du lịch 7,4 tỷ
đồng.

Các tổ thu thuế đã thu 1.246 triệu đồng thuế sử dụng đất phi nông nghiệp, đạt 103,8% dự toán giao.

Chỉ số giá tiêu dùng tháng 9/2026 tăng 0,21% so với tháng trước và tăng 3,18% so với cùng kỳ năm 2025, theo số liệu
thống kê.

Trong số 19 tiêu chí nông thôn mới nâng cao, xã đã đạt 16 tiêu chí, còn 3 tiêu chí là giao thông, môi trường và thu
nhập.

Cả xã có 2.150 hộ đăng ký Gia đình văn hóa, kết quả bình xét có 1.978 hộ đạt, chiếm 92%.

Mức hỗ trợ chuyển đổi từ lúa sang cây ăn quả là 10 triệu đồng/ha đối với diện tích từ 0,5 ha trở lên.

Xe tải 2,5 tấn không được lưu thông qua cầu Cầu Giả từ 6 giờ đến 18 giờ hằng ngày trong thời gian sửa chữa.

Trạm bơm Đồng Thử có 3 tổ máy, công suất mỗi tổ 1.000 m³/giờ, phục vụ tưới cho 210 ha.

Mực nước hồ Bãi Mẫu lúc 7 giờ ngày 14/10 là 24,65 m, dưới mực nước dâng bình thường 0,85 m; dung tích đạt 82%.

Tổng số tiền ủng hộ đồng bào vùng lũ là 215.600.000 đồng (Hai trăm mười lăm triệu sáu trăm nghìn đồng).

Quỹ “Vì người nghèo” thu được 96 triệu đồng, chi 74 triệu đồng làm 1 nhà đại đoàn kết và tặng 48 suất quà; hiện còn 22
triệu đồng.

Quỹ Đền ơn đáp nghĩa vận động được 38,5 triệu đồng/35 triệu đồng chỉ tiêu, đạt 110%.

Tiền công lao động phổ thông 300.000 - 350.000 đồng/ngày, thợ chính 450.000 đồng/ngày, cao điểm thu hoạch có lúc
500.000 đồng/ngày.

Mùa vải năm nay, sản lượng ước đạt 640 tấn, giảm 20% so với 800 tấn của năm 2025 do ảnh hưởng của thời tiết.
"""
