"""History pieces, portraits, travel, science for farmers, culture: features that wander through years and places."""

HISTORY = """
Ngày 7/5/1954, chiến dịch Điện Biên Phủ toàn thắng sau 56 ngày đêm, buộc thực dân Pháp ký Hiệp định Giơ-ne-vơ ngày
21/7/1954.

Đình làng Bãi Mẫu dựng năm 1742, trùng tu lớn vào các năm 1886, 1931 và 2008; hiện còn lưu 9 đạo sắc phong.

Cách mạng Tháng Tám năm 1945 thành công; ngày 2/9/1945, nước Việt Nam Dân chủ Cộng hòa ra đời.

Trong kháng chiến chống Mỹ, xã có 412 thanh niên lên đường nhập ngũ, 87 người đã hy sinh, 64 người là thương binh.

Toàn xã có 5 Bà mẹ Việt Nam Anh hùng, nay còn 1 mẹ được các đơn vị nhận phụng dưỡng với mức 1,5 triệu đồng/tháng.

Nghĩa trang liệt sĩ có 126 phần mộ, trong đó 109 phần mộ có đầy đủ thông tin và 17 phần mộ chưa xác định được danh
tính.

Nhân kỷ niệm 79 năm Ngày Thương binh - Liệt sĩ (27/7/1947 - 27/7/2026), xã tặng 286 suất quà, tổng trị giá 114,4 triệu
đồng.

Kỷ niệm 96 năm Ngày thành lập Hội Liên hiệp Phụ nữ Việt Nam (20/10/1930 - 20/10/2026), các chi hội tổ chức thi nấu ăn,
cắm hoa.

Hướng tới kỷ niệm 44 năm Ngày Nhà giáo Việt Nam (20/11/1982 - 20/11/2026), nhà trường phát động phong trào thi đua dạy
tốt, học tốt.

Hội Nông dân Việt Nam thành lập ngày 14/10/1930; năm nay Hội tròn 96 tuổi.

Sau 40 năm đổi mới (1986 - 2026), thu nhập của người dân tăng nhiều lần, nhà tạm được xóa hết từ năm 2024.

Ông Hoàng Văn Thử sinh ra trong một gia đình nông dân nghèo; năm 1972, khi vừa tròn 18 tuổi, ông xung phong vào chiến
trường.

Bà Đỗ Thị Gương kể, năm 1968 cả thôn chỉ có 40 nóc nhà tranh, nay đã có 215 hộ, nhà xây kiên cố chiếm hơn chín phần
mười.

Rời quân ngũ năm 1985 với thương tật 41%, ông vay 5 triệu đồng mua 2 con trâu, mở 3 ha đồi trồng quế.

Mười năm sau, đồi quế cho thu lứa đầu được 80 triệu đồng; đến nay gia đình ông có 12 ha rừng, mỗi năm thu gần 500
triệu đồng.

Cây đa đầu làng có tuổi đời hơn 300 năm, cao 28 m, chu vi gốc 9,6 m, được công nhận là Cây Di sản năm 2019.

Từ trung tâm xã đi theo đường tỉnh 105 khoảng 7 km, rẽ trái 1,5 km là đến thác Bạc, nơi nước đổ từ độ cao 35 m.

Giá vé tham quan là 20.000 đồng/người lớn, 10.000 đồng/trẻ em; miễn phí với trẻ dưới 6 tuổi và người trên 80 tuổi.

Mùa lúa chín đẹp nhất từ ngày 20/9 đến ngày 10/10; du khách nên mang áo ấm vì đêm xuống nhiệt độ còn 16 - 17 độ C.

Nghề dệt thổ cẩm ở bản Nà Thử có từ đầu thế kỷ XIX; một tấm váy dệt xong mất 2 tháng, bán từ 1,8 đến 3 triệu đồng.

Bánh chưng đen gói theo tỷ lệ 10 kg gạo nếp, 3 kg thịt, 2 kg đỗ; luộc 10 đến 12 tiếng, để được 7 - 10 ngày.

Để trồng 1 sào khoai tây cần 35 - 40 kg giống, 400 kg phân chuồng, 12 kg đạm, 20 kg lân và 10 kg kali.

Bón thúc lần 1 sau khi mọc 15 - 20 ngày, lần 2 cách lần 1 từ 15 đến 20 ngày; giữ ẩm đất 70 - 80%.

Pha 20 ml thuốc với 16 lít nước, phun đều cho 1 sào Bắc Bộ (360 m²), ngừng phun trước thu hoạch 14 ngày.

Lợn con 21 ngày tuổi tiêm mũi 1 vắc xin dịch tả, liều 1 ml/con; nhắc lại sau 3 - 4 tuần.

Nước rửa chuồng pha vôi bột theo tỷ lệ 10 kg vôi cho 100 lít nước; rắc vôi quanh chuồng 1 kg/10 m².

Hạt giống ngâm trong nước ấm (3 sôi 2 lạnh) từ 24 đến 36 giờ, ủ ở nhiệt độ 30 - 32 độ C đến khi nứt nanh.

Người trưởng thành nên ngủ 7 - 8 giờ mỗi đêm, uống 1,5 - 2 lít nước, đi bộ ít nhất 30 phút/ngày, 5 ngày/tuần.

Huyết áp bình thường dưới 130/85 mmHg; khi đo hai lần cách nhau 5 phút đều từ 140/90 mmHg trở lên cần đi khám.

Chỉ số khối cơ thể (BMI) bằng cân nặng chia cho bình phương chiều cao; người cao 1,6 m, nặng 56 kg có BMI khoảng 21,9.

Nhà sàn 5 gian của gia đình ông Lò Văn Mẫu dựng năm 1979 bằng gỗ nghiến, dài 18 m, rộng 9 m, có 28 cột kê đá.

Làng có 4 dòng họ lớn: họ Trần, họ Lê, họ Lò và họ Hoàng; mỗi năm hai kỳ tế lễ vào rằm tháng Hai và rằm tháng Tám âm
lịch.

Tương truyền, năm Mậu Thân 1788, nghĩa quân dừng chân ở bến Cầu Giả 3 ngày, được dân làng giúp 200 gánh lương.

Khu di tích rộng 2,7 ha, được xếp hạng di tích lịch sử cấp quốc gia theo Quyết định số 1288-VH/QĐ ngày 16/11/1988.

Năm 1958, hợp tác xã đầu tiên của xã ra đời với 32 hộ, 41 ha ruộng, 18 con trâu; đến năm 1960 đã có 96% số hộ vào hợp
tác xã.

Trận lũ tháng 8/1971 nhấn chìm 7/9 thôn, cuốn trôi 63 ngôi nhà; nước rút sau 11 ngày.

Thầy giáo Vũ Văn Nháp gắn bó với điểm trường bản Nà Thử từ tháng 9/1996, đến nay vừa tròn 30 năm.

Lớp ghép 1 + 2 có 11 em, gồm 6 em lớp 1 và 5 em lớp 2; nhà em xa nhất cách trường 4 km đường rừng.

Chị Mai Thị Mẫu, 34 tuổi, khởi nghiệp với 2 lò sấy, mỗi mẻ sấy 120 kg chuối tươi được 24 kg thành phẩm.

Cứ 5 kg chuối tươi cho 1 kg chuối sấy, giá bán 110.000 đồng/kg; trừ chi phí, mỗi tháng chị lãi 15 - 18 triệu đồng.

Ban đầu tổ hợp tác chỉ có 7 thành viên, năm 2024 tăng lên 15 thành viên, nay là 23 thành viên.

Bức tranh tường dài 120 m, cao 2,2 m do 14 giáo viên, đoàn viên vẽ trong 9 ngày, hết 86 kg sơn các màu.

Bài thơ “Về An Mẫu” gồm 6 khổ, 24 câu, được phổ nhạc năm 1998 và hát trong các dịp hội làng.

Cuốn lịch sử Đảng bộ xã giai đoạn 1947 - 2025 dày 312 trang, in 500 cuốn, chia thành 5 chương.

Thời chiến, đoạn đường 12 km này hứng 1.400 quả bom; nay là tuyến đường rộng 7,5 m, hai bên trồng 900 cây hoa ban.

Chợ phiên họp vào các ngày 2, 7, 12, 17, 22, 27 âm lịch; phiên cuối năm đông nhất, có khi tới 3.000 người.

Con suối dài 14,5 km bắt nguồn từ đỉnh Pu Mẫu cao 1.426 m, chảy qua 6 thôn rồi đổ ra sông Mẫu.

Tết Trung thu 2026, câu lạc bộ làm 65 chiếc đèn ông sao, 2 đèn kéo quân cao 3 m, rước quanh làng tối 25/9.

Đội chiếu bóng lưu động năm xưa có 3 người, 1 máy nổ và 1 chiếc xe Gát 69; mỗi tháng chiếu 12 - 15 buổi.

Gia đình ông có 4 thế hệ với 17 người cùng chung sống; cụ bà năm nay 97 tuổi vẫn nhớ từng câu hát ru.
"""
