"""Slips in manner, each with its clean twin."""

WORDING = {
    "traces_left": (
        ("Đã tiếp nhận [số vụ: ...] trình báo.", "Đã tiếp nhận 12 trình báo [1]."),
        ("Có xxx đại biểu dự.", "Đại hội XXX của Đảng bộ có 90 đại biểu."),
        ("Tổng kinh phí (bổ sung sau).", "Tổng kinh phí 20 triệu đồng (đã bổ sung)."),
        ("Đồng chí [tên] phát biểu.", "Đồng chí Trần Văn Mẫu phát biểu."),
        ("Thôn có ??? hộ nghèo.", "Thôn có bao nhiêu hộ nghèo? Còn 3 hộ."),
        ("Số liệu […] đến hết quý III.", "Số liệu… đến hết quý III, v.v..."),
        ("Ông Hoàng Văn Thử (cần kiểm tra lại) cho biết.", "Ông Hoàng Văn Thử (thôn Đồng Thử) cho biết."),
        ("Đoạn đường dài XXXX mét.", "Đoạn đường dài 350 mét, cỡ áo XXL."),
        ("(chèn ảnh lễ khai giảng)", "(Ảnh: Thí Điểm)"),
        ("TODO viết tiếp phần cuối.", "Bà con viết tiếp truyền thống."),
    ),
    "abbreviation_bare": tuple(
        (f"{word} xã họp bàn công việc sắp tới của địa phương.", clean) for word, clean in (
            ("BCHPCTT", "Ban Chỉ huy Phòng chống thiên tai (BCHPCTT) xã họp; BCHPCTT thống nhất."),
            ("HKH", "UBND xã họp bàn công việc."),
            ("TTPVHCC", "HĐND, UBND, MTTQ xã họp."),
            ("CTĐ", "Kỳ họp thứ XV bàn việc."),
            ("BQLDA", "Phòng VH-XH họp bàn công việc."),
            ("HNCT", "HỘI NGƯỜI CAO TUỔI XÃ HỌP"),
            ("TCTH", "Nghị định số 30/NĐ-CP và QĐ-UBND."),
            ("BVTV", "Công an xã làm CCCD cho học sinh THCS, THPT."),
        )
    ),
    "link_doubtful": (
        ("Xem tại bit.ly/anmau2026", "Xem tại https://anmau.songmau.example/tin"),
        ("Đăng ký: https://forms.gle/abcDEF1", "Đăng ký: https://dichvucong.gov.vn/p/home"),
        ("Tệp ở https://drive.google.com/file/d/1a2b", "Tệp đính kèm dưới bài."),
        ("Xem htp://anmau.vn", "Xem http://anmau.songmau.example."),
        ("Ảnh ở C:\\Users\\may1\\anh.jpg", "Ảnh ở trang www.songmau.example"),
        ("Trang http://192.168.1.20/noi-bo", "Gửi về bbt.anmau@songmau.example"),
        ("Trang http://localhost:8080/bai", "Mở lúc 8:30, tỷ số 2:1"),
        ("Xem https://", "Mức //2 của thang đo"),
        ("Rút gọn https://tinyurl.com/y3k", "Luật ở https://vbpl.vn/a"),
    ),
    "advertising": (
        ("Bà con hãy đến ngay!!!", "Bà con hãy đến!"), ("Giá sốc chỉ hôm nay.", "Giá lúa hôm nay tăng."),
        ("Không thể bỏ lỡ ngày hội.", "Ngày hội thu hút nhiều người."),
        ("Nhanh tay đăng ký.", "Bà con đăng ký trước ngày 10."),
        ("Mua ngay kẻo hết.", "Người dân mua sắm."), ("Sản phẩm tốt nhất thế giới.", "Sản phẩm đạt OCOP 3 sao."),
        ("Ưu đãi khủng cho hội viên.", "Vốn vay ưu đãi cho hội viên."), ("Thật vậy sao?!", "Thật vậy sao?"),
        ("Inbox để đặt hàng.", "Liên hệ Hợp tác xã để đặt hàng."),
    ),
    "copied_from_press": (
        ("Người dân cảnh giác. (Theo Báo Minh Họa)", "Người dân cảnh giác. (Theo báo cáo của Công an xã)"),
        ("Bão vào Biển Đông (Theo TTXVN)", "Bão vào Biển Đông (theo Đài Khí tượng Thủy văn)"),
        ("Giá lúa tăng (Nguồn: VnExpress)", "Giá lúa tăng (Nguồn: Phòng Kinh tế xã)"),
        ("Tin vui đầu năm.\nTheo Báo Mẫu Online", "Tin vui đầu năm.\nTheo Báo cáo số 12, xã có 20 mô hình."),
        ("Khai mạc hội chợ. (TTXVN)", "Khai mạc hội chợ. (MTTQ)"),
        ("Khai mạc hội chợ.\nPV", "Khai mạc hội chợ.\nPhóng viên của xã được tập huấn."),
        ("Lúa được mùa (Nguồn: baomau.vn)", "Lúa được mùa (theo Ban biên tập)"),
        ("Xã đạt chuẩn. (Dẫn theo Tạp chí Nông thôn Mẫu)", "Xã đạt chuẩn. (Ảnh: Báo tường nhà trường)"),
        ("Chuyển đổi số (Theo VTV)", "Chuyển đổi số (theo kế hoạch)"),
    ),
    "opening_vague": tuple(
        (" ".join([slip] * 4), " ".join([clean] * 4)) for slip, clean in (
            ("Trồng cây đem lại bóng mát và cảnh quan đẹp hơn.", "Sáng ngày 15/10, tại thôn, hội viên trồng cây."),
            ("Sáng nay mọi việc xong xuôi và rất tốt đẹp.", "Sáng nay 15/10, bà con thôn Bãi Mẫu đã xong việc."),
            ("Nông dân phấn khởi vì được giá.", "Vụ mùa năm nay, nông dân xã An Mẫu phấn khởi."),
            ("Tại hội trường có hoa, có cờ và có âm nhạc.", "Chiều 20/10, tại hội trường xã, Hội Phụ nữ tặng hoa."),
            ("Cây lúa cần nước, cần phân và cần nắng ấm.", "Những ngày này, nông dân trên địa bàn chăm lúa."),
            ("Văn nghệ góp phần làm cho đời sống vui tươi.", "Tối ngày 03/10, tại thôn, các đội văn nghệ thi."),
            ("Đọc sách là một thói quen bổ ích và lâu bền.", "Dịp khai giảng, học sinh Trường THCS đọc sách."),
            ("Uống nước nhớ nguồn là một đạo lý rất tốt đẹp.", "Ngày 27/7, Hội Cựu chiến binh xã thăm gia đình."),
        )
    ),
}  # fmt: skip
