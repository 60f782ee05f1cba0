"""Slips in references to documents and in spelling, each with its clean twin."""

DOCUMENTS_AND_SPELLING = {
    "document_number": (
        ("Theo Quyết định số 16 /QĐ -UBND của UBND xã.", "Theo Quyết định số 16/QĐ-UBND của UBND xã."),
        ("Kế hoạch số 45/KH/UBND được ban hành.", "Kế hoạch số 45/KH-UBND được ban hành."),
        ("Quyết định số 45/KH-UBND về tiêm phòng.", "Kế hoạch số 45/KH-UBND về tiêm phòng."),
        ("Nghị định số 42/2022/NĐ-CP ngày 24/6/2021.", "Nghị định số 42/2022/NĐ-CP ngày 24/6/2022."),
        ("Nghị quyết số 12/NQ-HĐND của UBND xã.", "Nghị quyết số 12/NQ-HĐND của HĐND xã."),
        ("Quyết định số 88/QD-UBND ngày 02/10/2026.", "Quyết định số 88/QĐ-UBND ngày 02/10/2026."),
        ("Thông báo số 9/tb-ubnd.", "Thông báo số 9/TB-UBND."),
        ("Tờ trình số 30 - TTr - UBND.", "Công văn số 08-CV/ĐU của Đảng ủy."),
        ("Báo cáo số 21/CT-UBND.", "Chỉ thị số 21/CT-UBND và Báo cáo số 22/BC-UBND."),
    ),
    "document_replaced": tuple(
        (slip, clean) for slip, clean in (
            ("Thực hiện Nghị định 43/2011/NĐ-CP của Chính phủ.", "Thực hiện Nghị định 42/2022/NĐ-CP của Chính phủ."),
            ("Căn cứ NĐ 43/2011, xã công khai thông tin.", "Nghị định 42/2022 thay thế NĐ 43/2011 từ ngày 15/8/2022."),
            ("theo nghị định số 43 / 2011 / NĐ-CP.", "theo nghị định số 143/2011/NĐ-CP."),
            ("Nghị định 43/2011/nđ-cp quy định việc này.", "Trước đây, Nghị định 43/2011/NĐ-CP quy định việc này."),
            ("Điều 10 của Nghị định số 43/2011/NĐ-CP.", "Điều 10 của Nghị định số 43/2013/NĐ-CP."),
            ("Bám sát quy định (Nghị định 43/2011).", "Nghị định 43/2011 đã hết hiệu lực."),
            ("Nghị định 43/2011 về cung cấp thông tin trên cổng.", "Có 43 thôn, 2011 hộ tham gia."),
            ("Các quy định: Luật, NĐ 43/2011/NĐ-CP.", "Các quy định: Luật, NĐ 42/2022/NĐ-CP."),
        )
    ),
    "words_confused": (
        ("Sữa chữa nhà văn hóa thôn.", "Cho trẻ uống sữa, chữa bệnh cho người nghèo."),
        ("Các hộ chia sẽ kinh nghiệm.", "Các hộ chia sẻ kinh nghiệm; phần được chia sẽ do thôn quyết."),
        ("Việc sát nhập hai thôn.", "Cơ quan kiểm sát nhập cuộc, việc sáp nhập hai thôn."),
        ("Mô hình được cập nhập.", "Mô hình được cập nhật, trung cập nhập học."),
        ("Nghành nông nghiệp phát triển.", "Ngành nông nghiệp phát triển."),
        ("Chi bộ có trương trình hành động.", "Xã chủ trương trình HĐND xem xét."),
        ("Đoàn đi thăm quan mô hình.", "Đoàn đi tham quan mô hình, thăm quan chức cũ."),
        ("KỸ NIỆM NGÀY THÀNH LẬP", "KỶ NIỆM NGÀY THÀNH LẬP"),
        ("Bổ xung hồ sơ trước ngày 10.", "Bổ sung hồ sơ trước ngày 10."),
        ("Xã đề suất hỗ trợ giống.", "Vấn đề suất ăn của học sinh bán trú."),
        ("Cũng cố tổ chức hội.", "Hội cũng cố gắng, củng cố tổ chức."),
        ("Hổ trợ vốn cho hộ nghèo, nổ lực giảm nghèo.", "Hỗ trợ vốn cho hộ nghèo, nỗ lực giảm nghèo."),
    ),
    "syllable_unknown": (
        ("Bà con phấn khởi ra nứơc.", "Bà con phấn khởi ra nước."),
        ("Phương án an tòan.", "Phương án an toàn."),
        ("Thực hiẹn tốt nhiêm vụ, gghề nghiệp ổn định, kêt quã.", "Thực hiện tốt nhiệm vụ, nghề nghiệp ổn định."),
        ("Người dân đựơc tập huấn.", "Người dân được tập huấn ở Đắk Lắk, Krông Ana."),
        ("Công tác ngiệp vụ được nâng lên, ghế ngế đủ.", "Công tác nghiệp vụ được nâng lên."),
        ("Ba đội đoat gỉai nhất.", "Ba đội đoạt giải nhất, uống cà phê, xem video."),
        ("Đường liên thôn dài hơn trứơc.", "Đường liên thôn dài hơn trước, có xe buýt, karaoke."),
        ("Các em hoc tâp̣ kết quã tốt, phuơng tiện.", "Các em học tập kết quả tốt, đi xoèn xoẹt."),
        ("Bà con cưć phấn khởi, nguồn cấc tốt, quỳên lợi.", "Bà con phấn khởi, quyền lợi bảo đảm."),
    ),
    "tone_styles": tuple(
        (f"Nhà văn {old} và {new} thôn.", f"Nhà văn {old} và {old2} thôn.") for old, new, old2 in (
            ("hóa", "hoà", "hòa"), ("hòa", "thuỷ", "thủy"), ("Ủy", "khoẻ", "khỏe"), ("xòe", "tuỳ", "tùy"),
            ("tỏa", "uỷ", "ủy"), ("HÓA", "HOÀ", "HÒA"), ("lũy", "huỷ", "hủy"), ("thúy", "quý hoá", "quý hóa"),
        )
    ),
    "punctuation": (
        ("Bà con vui , phấn khởi.", "Bà con vui, phấn khởi."),
        ("Bà con vui,phấn khởi.", "Thu 1,2 tấn; giá 12.500 đồng."),
        ("Hội nghị kết thúc.Các đại biểu ra về.", "Hội nghị tại TP.HCM ngày 22.01.2016 kết thúc."),
        ("Thôn có  30 hộ.", "Thôn có 30 hộ."),
        ("Bà con phấn khởi..", "Đường hoa, camera, v.v... và cây xanh…"),
        ("Ai đến ? Đến sớm.", "Ai đến? Đến sớm."),
        ("Ba thôn:Bãi Mẫu ;Cầu Giả ; Đồng Thử.", "Ba thôn: Bãi Mẫu; Cầu Giả; Đồng Thử lúc 8:30."),
        ("Có gạo,, muối.", "Xem https://songmau.example/a,b;c.html?x=1,2 nhé."),
    ),
    "encoding_left": (
        ("®\u00adêng giao th«ng n«ng th«n ®· xong, héi viªn n«ng d©n phÊn khëi", "đường giao thông nông thôn đã xong"),
        ("S¸ng ngµy 18/9, ®¹i héi n«ng d©n x· thµnh c«ng tèt ®Ñp", "Sáng ngày 18/9, đại hội nông dân xã thành công"),
        ("Nöôùc saïch veà vôùi ngöôøi daân aáp Hoøa Bình", "Nước sạch về với người dân ấp Hòa Bình"),
        ("Ban bieân taäp göûi lôøi caûm ôn ñeán ngöôøi daân", "Ban biên tập gửi lời cảm ơn đến người dân"),
        ("Há»™i Phá»¥ ná»¯ xÃ£ gá»\u00adi tin", "Hội Phụ nữ xã gửi tin café, naïve"),
        ("Tiáº¿ng Viá»‡t bá»‹ há»\u008fng", "Tiếng Việt bị hỏng; Zürich và São Paulo"),
        ("Thôn \ufffdồng Thử họp", "Thôn Đồng Thử họp"),
        ("Nghị định số 72/2013/N\u00d0-CP", "Nghị định số 72/2013/NĐ-CP"),
        ("Ðảng ủy xã họp".replace("Đ", "\u00d0"), "Đảng ủy xã họp"),
    ),
}  # fmt: skip
