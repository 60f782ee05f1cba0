"""A hundred ordinary paragraphs with names, places, numbers, documents and links. All invented, and none is wrong."""

_OPENINGS = (
    "Sáng ngày {d}/10/2026, tại Nhà văn hóa thôn {place}, {unit} xã An Mẫu họp với {n} đại biểu.",
    "Chiều {d}/10, {unit} xã phối hợp với Trạm Y tế xã khám bệnh cho {n} người cao tuổi thôn {place}.",
    "Thực hiện Kế hoạch số {n}/KH-UBND ngày 02/10/2026 của UBND xã An Mẫu, thôn {place} dọn vệ sinh đường làng.",
    "Những ngày này, bà con thôn {place} thu hoạch lúa mùa; năng suất ước đạt 5,{n} tấn/ha, cao hơn năm ngoái.",
    "Nhân dịp kỷ niệm ngày truyền thống, {unit} xã đến thăm, tặng {n} suất quà cho gia đình chính sách thôn {place}.",
)
_ENDINGS = (
    "Dự và phát biểu có đồng chí Lê Thị Thử, Chủ tịch UBND xã; đồng chí Nguyễn Văn Ví Dụ, Phó Chủ tịch UBND xã.",
    "Theo ông Hoàng Văn Thử, Trưởng thôn, mỗi hộ đóng góp 2 ngày công và 350.000 đồng, công khai hằng quý.",
    "Liên hệ đường dây nóng 0900 000 005 hoặc xem tại https://anmau.songmau.example/thong-bao.",
    "Căn cứ Nghị định số 42/2022/NĐ-CP của Chính phủ và Quyết định số 16/QĐ-UBND, xã niêm yết danh sách trong 15 ngày.",
    "Trước đây, khi còn thuộc huyện Cũ Mẫu, con đường này chỉ rộng 2 m; nay đã được mở rộng thành 4,5 m.",
    "Các em học sinh Trường THCS An Mẫu biểu diễn 6 tiết mục; em Vũ Thị Nháp, lớp 9A, đạt giải Nhất kể chuyện.",
    "Bí thư Đảng ủy xã Trần Văn Mẫu đề nghị các chi bộ tuyên truyền, giữ gìn khối đại đoàn kết.",
    "Giá lúa khoảng 7.500 đồng/kg, nấm rơm 60.000 - 70.000 đồng/kg; hợp tác xã bao tiêu sản phẩm.",
    "Bà Đỗ Thị Gương, Chủ tịch Hội Phụ nữ xã, cho biết: “Chị em rất phấn khởi khi có vốn làm ăn, chăm lo con cái.”",
    "Người dân không cung cấp số tài khoản, mật khẩu, mã OTP cho người lạ; hãy báo ngay cho Công an xã.",
    "Đoàn gồm 12 thành viên, đi qua Đắk Lắk, Krông Năng và Huế, trao 30 triệu đồng giúp bà con sau bão số 5.",
    "Trạm đã tiêm vắc xin cho 245 trẻ, 12 cháu được theo dõi; bệnh nhân sốt xuất huyết giảm 30%.",
    "Liệt sĩ Lò Văn Mẫu sinh năm 1946, quê ở bản Nà Thử, hy sinh năm 1968.",
    "Hệ thống phần mềm vận hành ổn định: 98,5% hồ sơ được số hóa, 1.234/1.250 hồ sơ trả đúng hạn.",
    "Thôn giao tổ bảo vệ an ninh, trật tự ở cơ sở tuần tra từ 22h00 đến 4h30 sáng hôm sau.",
    "Sau hội nghị, các đại biểu tham quan mô hình trồng nấm, nuôi ong lấy mật; mật ong đã đạt OCOP 3 sao.",
    "Ban tổ chức trao giải Nhất cho đội thôn Đồng Thử, giải Nhì cho đội thôn Bãi Mẫu.",
    "UBND xã yêu cầu các thôn báo cáo kết quả trước ngày 25/10/2026 (qua Văn phòng HĐND và UBND xã).",
    "Bác Hồ từng căn dặn: “Học tập tốt, lao động tốt”; lời dạy ấy được nhà trường ghi nhớ suốt 60 năm qua.",
    "Kết luận thanh tra không phát hiện sai phạm; số tiền 12.450.000 đồng đã được chi đúng đối tượng, đúng quy định.",
)
_PLACES = ("Đồng Thử", "Bãi Mẫu", "Cầu Giả", "Hòa Bình")
_UNITS = ("Hội Nông dân", "Hội Phụ nữ", "Đoàn Thanh niên", "Hội Cựu chiến binh", "Công an")

PARAGRAPHS = tuple(
    f"{opening} {ending}".format(d=10 + number % 6, n=20 + number, place=_PLACES[number % 4], unit=_UNITS[number % 5])
    for number, (opening, ending) in enumerate((one, other) for other in _ENDINGS for one in _OPENINGS)
)
