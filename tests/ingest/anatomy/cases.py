"""The acceptance letters as the parser and the openers hand them to anatomy: blocks already repaired."""

from dataclasses import dataclass

from ingest.letter import Letter
from ingest.source import Source
from tests.ingest.anatomy.making import (
    body,
    bold,
    document,
    italic,
    letter,
    other,
    photo,
    picture_of,
    rule,
    table,
)
from tinbai.blocks import Align


@dataclass(frozen=True, kw_only=True)
class Case:
    """What `shape` is given."""

    letter: Letter
    body: Source | None = None
    sources: tuple[Source, ...] = ()


def good_contributor() -> Case:
    note = """Kính gửi: Ban biên tập Trang thông tin điện tử xã An Mẫu.

Hội Nông dân xã gửi tin "Tập huấn kỹ thuật trồng nấm rơm cho 45 hội viên", kính mong Ban biên tập xem xét, đăng tải.
(Có 01 file tin và 02 ảnh đính kèm)

Trân trọng cảm ơn!
--
Vũ Thị Thí Điểm
Phó Chủ tịch Hội Nông dân xã An Mẫu
ĐT: 0900 000 001"""
    docx = document(
        "Tin tap huan nam rom.docx",
        bold("Tập huấn kỹ thuật trồng nấm rơm cho 45 hội viên nông dân", Align.CENTER),
        italic(
            "Sáng ngày 15/10/2026, tại Nhà văn hóa thôn Đồng Thử, Hội Nông dân xã An Mẫu phối hợp với Phòng Kinh tế xã"
            " tổ chức lớp tập huấn kỹ thuật trồng nấm rơm trong nhà cho 45 hội viên."
        ),
        "Dự và khai mạc lớp học có đồng chí Nguyễn Văn Ví Dụ, Phó Chủ tịch UBND xã. Tại lớp tập huấn, các học viên"
        " được hướng dẫn cách xử lý rơm rạ, ủ meo, chăm sóc và thu hái nấm; tham quan mô hình của hộ ông Hoàng Văn"
        " Thử, mỗi vụ thu 1,2 tấn nấm, lãi khoảng 25 triệu đồng.",
        "Trong số 45 học viên có 30 nữ và 15 nam. Kết thúc lớp học, Hội Nông dân xã trao tặng 45 bộ tài liệu và 90 kg"
        " meo giống.",
        "Ảnh 1: Đồng chí Nguyễn Văn Ví Dụ phát biểu khai mạc lớp tập huấn.",
        "Ảnh 2: Các hội viên tham quan mô hình trồng nấm rơm.",
        bold("Tin, ảnh: Thí Điểm", Align.RIGHT),
    )
    parts = (other(docx.name, "application/octet-stream"), photo("2.jpg", 2), photo("1.jpg", 1))
    return Case(
        letter=letter(
            "hnd@songmau.example", "Hội Nông dân xã An Mẫu", "Tin bài: Tập huấn kỹ thuật trồng nấm rơm", parts
        ),
        body=body(note),
        sources=(docx,),
    )


def typed_in_the_mail() -> Case:
    text = """Kính gửi BBT! Nhà trường xin gửi tin như sau ạ:

TRƯỜNG THCS AN MẪU TỔ CHỨC KỶ NIỆM 96 NĂM NGÀY THÀNH LẬP HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM

Chiều ngày 20/10/2026, Công đoàn Trường THCS An Mẫu tổ chức tọa đàm kỷ niệm 96 năm Ngày thành lập Hội Liên hiệp Phụ nữ Việt Nam (20/10/1930 - 20/10/2026). Dự buổi tọa đàm có cô giáo Ngô Thị Mô Phỏng - Hiệu trưởng nhà trường cùng toàn thể 28 nữ cán bộ, giáo viên, nhân viên.
Tại buổi tọa đàm, các đại biểu đã ôn lại truyền thống 96 năm của Hội; Công đoàn tặng hoa và quà cho 28 chị em. Buổi tọa đàm diễn ra trong không khí ấm áp, vui tươi.

Rất mong được BBT đăng giúp. Nhà trường cảm ơn BBT ạ.
Người viết: Mô Phỏng
--------------------------------
Email này và các tệp đính kèm có thể chứa thông tin bảo mật. Nếu bạn không phải người nhận, xin vui lòng xóa email.
Virus-free. www.quetvirus.example"""  # noqa: E501
    return Case(letter=letter("thcs.anmau@songmau.example", "Trường THCS An Mẫu", "gui tin 20/10"), body=body(text))


def legacy_encoding() -> Case:
    docx = document(
        "tin lam duong.docx",
        bold("HỘI NÔNG DÂN XÃ AN MẪU RA QUÂN LÀM ĐƯỜNG GIAO THÔNG NÔNG THÔN"),
        "Sáng ngày 18/9/2026, được sự quan tâm của Đảng ủy, UBND xã, hơn 120 hội viên nông dân thôn Đồng Thử đã ra"
        " quân đắp 350 m đường giao thông nông thôn. Người dân trong thôn tự nguyện hiến 400 m2 đất và đóng góp 85"
        " ngày công.",
        "(Unicode) Ảnh: Đức Thử",
    )
    note = "kinh gui bbt xa. thon gui tin ra quan lam duong. nho bbt sua giup. cam on"
    return Case(
        letter=letter(
            "thon.dongthu@songmau.example",
            "Ban Mat tran thon Dong Thu",
            "tin lam đường GTNT",
            (other(docx.name, "application/msword"), photo("DSC0012.JPG", 3)),
        ),
        body=body(note),
        sources=(docx,),
    )


def old_word_file() -> Case:
    doc = document(
        "Nuoc sach.doc",
        "Nước sạch về với người dân ấp Hòa Bình",
        "Ngày 14/10/2026, Trạm Y tế xã và Hội Phụ nữ xã tổ chức lễ bàn giao công trình nước sạch cho 62 hộ dân ấp Hòa"
        " Bình. Công trình trị giá 480 triệu đồng, trong đó Nhà nước hỗ trợ 400 triệu đồng, người dân đóng góp 80"
        " triệu đồng.",
        "Bài và ảnh: Bác sĩ Giả Định",
    )
    archive = "Anh nuoc sach.rar"
    parts = (
        other(doc.name, "application/msword"),
        other(archive, "application/vnd.rar"),
        photo("a1.jpg", 4, inside=archive),
        photo("a2.jpg", 5, inside=archive),
    )
    return Case(
        letter=letter("tramyte@songmau.example", "Trạm Y tế An Mẫu", "Nước sạch về với người dân ấp Hòa Bình", parts),
        body=body("Kính gửi Ban biên tập, Trạm Y tế gửi bài. Trân trọng!"),
        sources=(doc,),
    )


def three_hamlets() -> Case:
    archive = "Tin bai tuan 40.zip"
    first = document(
        "1. Thôn Đồng Thử - Giao lưu văn nghệ.docx",
        bold("Thôn Đồng Thử giao lưu văn nghệ chào mừng ngày hội"),
        "Tối ngày 03/10/2026, tại nhà văn hóa thôn, các chi hội đã tổ chức giao lưu văn nghệ với sự tham gia của đông"
        " đảo bà con trong thôn và các em thiếu nhi.",
        "Tin, ảnh: Văn Mẫu",
        inside=archive,
    )
    second = document(
        "2. Thôn Bãi Mẫu - Vệ sinh môi trường.docx",
        bold("Thôn Bãi Mẫu ra quân tổng vệ sinh môi trường"),
        "Sáng ngày 04/10/2026, hơn 80 hộ dân thôn Bãi Mẫu ra quân tổng vệ sinh đường làng, ngõ xóm, khơi thông cống"
        " rãnh và thu gom rác thải.",
        "Tin: Thị Mẫu",
        inside=archive,
    )
    third = document(
        "3. Thôn Cầu Giả.docx",
        bold("Thôn Cầu Giả họp dân bàn làm đường"),
        "Tối ngày 02/10/2026, thôn Cầu Giả họp dân bàn việc góp đất mở rộng đường ngõ xóm, có 65 hộ dự họp.",
        rule("*****"),
        bold("Thôn Cầu Giả tặng quà người cao tuổi"),
        "Nhân Ngày Quốc tế Người cao tuổi, thôn Cầu Giả tặng 40 suất quà cho các cụ từ 80 tuổi trở lên trong thôn.",
        inside=archive,
    )
    pictures = tuple(photo(f"Thon Dong Thu ({number}).jpg", 10 + number, inside=archive) for number in range(1, 5))
    parts = (
        other(archive, "application/zip"),
        *(other(source.name, "application/msword", archive) for source in (first, second, third)),
        *pictures,
        photo("VSMT.jpg", 20, inside=archive),
        photo("IMG_9.jpg", 21, inside=archive),
        other("Thumbs.db", "application/octet-stream", archive),
        other("~$Thon Cau Gia.docx", "application/octet-stream", archive),
    )
    note = "Chuyển BBT 03 tin của các thôn (trong file nén), đồng chí duyệt giúp nhé."
    return Case(
        letter=letter(
            "vhxh@songmau.example",
            "Phòng Văn hóa - Xã hội",
            "Fwd: Fwd: Chuyển tiếp: tin bài các thôn tuần 40 (03 tin)",
            parts,
        ),
        body=body(note),
        sources=(first, second, third),
    )


def photos_from_a_phone() -> Case:
    text = """Em gửi BBT mấy ảnh hội thi nấu ăn 10/10 nhà văn hoá xã ạ, hội mình có 12 đội thi, đội thôn Bãi Mẫu giải nhất. Chị Thử CT xã có dự. Chị viết giúp em nhé 🙏

Đã gửi từ iPhone của tôi"""  # noqa: E501
    parts = (
        photo("IMG_2034.jpg", 30),
        photo("z6000000000001_0a1b2c3d.jpg", 31, (640, 427)),
        photo("z6000000000002_0a1b2c3d.jpg", 31, (620, 414)),
        photo("image0.png", 32, (20, 20)),
    )
    return Case(letter=letter("guong.do@thu-ca-nhan.example", "Guong Do", "(không có tiêu đề)", parts), body=body(text))


def full_of_slips() -> Case:
    picture = photo("image1.jpeg", 40, inside="bai 9 thang.docx")
    docx = document(
        "bai 9 thang.docx",
        bold('KẾT QUẢ 9 THÁNG PHONG TRÀO "TOÀN DÂN ĐOÀN KẾT XÂY DỰNG ĐỜI SỐNG VĂN HOÁ" XÃ AN MẪU', Align.CENTER),
        "Sáng thứ Sáu, ngày 22/9/2026, tại Hội trường UBND huyện Cũ Mẫu, đồng chí Nguyễn Văn Ví Dụ, Chủ tịch UBND xã"
        " chủ trì hội nghị sơ kết 9 tháng. Tham dự có 52 đại biểu, trong đó có 30 đại biểu nam và 20 đại biểu nữ.",
        "Đến nay toàn xã có 4.200 hộ, trong đó 3.780 hộ đạt Gia đình văn hóa (đạt 92%), tăng 3,5% so với cùng kỳ.",
        picture_of(picture),
        "Ngày 31/9/2026, Ban chỉ đạo sẽ tổ chức tổng kết. Một số mô hình tiêu biểu như: đường hoa 1.200 m, v.v...",
        "Đồng chí Nguyễn Văn Ví Dụ, Phó Chủ tịch UBND xã phát biểu chỉ đạo hội nghị, yêu cầu các nghành, đoàn thể"
        " khắc phục khó khăn, sữa chữa nhà văn hóa.",
        bold("Tin: VH-XH"),
    )
    return Case(
        letter=letter(
            "vhxh@songmau.example",
            "Phòng Văn hóa - Xã hội",
            "Bài: Kết quả 9 tháng phong trào toàn dân đoàn kết",
            (other(docx.name, "application/msword"), picture),
            "2026-09-22",
        ),
        body=body("Kính gửi Ban biên tập, Phòng VH-XH gửi bài, đề nghị đăng trong ngày. Trân trọng./."),
        sources=(docx,),
    )


def signed_document() -> Case:
    docx = document(
        "45-KH-UBND.docx",
        table(
            ("ỦY BAN NHÂN DÂN\nXÃ AN MẪU", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"),
            ("Số: 45/KH-UBND", "An Mẫu, ngày   tháng 10 năm 2026"),
        ),
        bold("KẾ HOẠCH", Align.CENTER),
        bold("Triển khai chiến dịch tiêm vắc xin cho đàn gia súc, gia cầm đợt 2 năm 2026", Align.CENTER),
        "Thực hiện kế hoạch của tỉnh, UBND xã xây dựng kế hoạch triển khai chiến dịch tiêm vắc xin như sau: các thôn"
        " rà soát tổng đàn, phối hợp với cán bộ thú y để tiêm phòng đủ số lượng và đúng thời gian.",
        table(("Nơi nhận:\n- Như trên;", "CHỦ TỊCH\n\nLê Thị Thử")),
    )
    note = """Kính gửi: Ban biên tập
Văn phòng đề nghị đăng tải Kế hoạch số 45/KH-UBND ngày 07/10/2026 của UBND xã về việc triển khai chiến dịch tiêm vắc xin cho đàn gia súc, gia cầm đợt 2 năm 2026 vào chuyên mục Văn bản chỉ đạo, điều hành; niêm yết đến hết ngày 31/10/2026.
Trân trọng./."""  # noqa: E501
    parts = (other("45-KH-UBND.signed.pdf", "application/pdf"), other(docx.name, "application/msword"))
    return Case(
        letter=letter(
            "vanphong@songmau.example",
            "Văn phòng HĐND và UBND xã",
            "V/v đăng tải Kế hoạch số 45/KH-UBND lên Trang TTĐT xã",
            parts,
        ),
        body=body(note),
        sources=(docx,),
    )


def replacement() -> Case:
    first = good_contributor()
    source = Source(
        name="Tin tap huan nam rom (SUA LAI).docx", blocks=first.sources[0].blocks, sha256="sha-of-corrected"
    )
    note = """Kính gửi BBT, hôm qua Hội gửi nhầm số liệu. Số hội viên dự là 54 người (36 nữ, 18 nam), không phải 45. Hội gửi lại file đúng, nhờ BBT thay giúp. Xin lỗi BBT vì sự bất tiện."""  # noqa: E501
    return Case(
        letter=letter(
            "hnd@songmau.example",
            "Hội Nông dân xã An Mẫu",
            "Re: Tin bài: Tập huấn kỹ thuật trồng nấm rơm - xin đính chính",
        ),
        body=body(note),
        sources=(source,),
    )


def denunciation() -> Case:
    docx = document(
        "KL 02.docx",
        "KẾT LUẬN nội dung tố cáo đối với ông Bùi Văn Giả Sử, Trưởng thôn Cầu Giả",
        "Ngày 03/8/2026, UBND xã nhận đơn của bà Tạ Thị Ẩn Danh, sinh năm 1970, CCCD số 001170000000, trú tại thôn Cầu"
        " Giả, điện thoại 0900000009, tố cáo ông Bùi Văn Giả Sử thu quỹ sai quy định…",
        "Kết luận: nội dung tố cáo đúng một phần…",
    )
    parts = (other(docx.name, "application/msword"), photo("Don to cao - ban viet tay.jpg", 50))
    note = (
        "Kính gửi BBT, đề nghị đăng Kết luận số 02/KL-UBND ngày 30/9/2026 vào chuyên mục Kết quả giải quyết đơn thư"
        " theo quy định."
    )
    return Case(
        letter=letter("vanphong@songmau.example", "Văn phòng", "Đăng công khai Kết luận nội dung tố cáo", parts),
        body=body(note),
        sources=(docx,),
    )


def copied_from_a_newspaper() -> Case:
    docx = document(
        "canh bao lua dao.docx",
        bold("Cảnh báo thủ đoạn lừa đảo qua mạng", Align.CENTER),
        "Thời gian gần đây, Công an xã tiếp nhận nhiều tin báo về thủ đoạn giả danh cán bộ gọi điện yêu cầu chuyển"
        " tiền. Đã có [số vụ: ...] vụ xảy ra trên địa bàn.",
        "Các đối tượng thường gọi điện tự xưng là cán bộ, yêu cầu cung cấp mã xác thực. (Theo Báo Minh Họa)",
        "Người dân cần cảnh giác, không cung cấp thông tin cá nhân cho người lạ. (Theo Báo Minh Họa)",
    )
    return Case(
        letter=letter(
            "congan@songmau.example",
            "Công an xã An Mẫu",
            "TIN BAI TUYEN TRUYEN LUA DAO QUA MANG",
            (other(docx.name, "application/msword"),),
        ),
        body=body("Gửi BBT đăng."),
        sources=(docx,),
    )


def outlook_oddities() -> Case:
    docx = document(
        "Tin 20-10.docx",
        bold("Hội Phụ nữ xã kỷ niệm Ngày Phụ nữ Việt Nam"),
        "Sáng ngày 20/10/2026, Hội Phụ nữ xã An Mẫu tổ chức kỷ niệm Ngày Phụ nữ Việt Nam với hơn 100 hội viên tham dự.",
        "Tin: Minh Thử",
        inside="winmail.dat",
    )
    parts = (
        other("winmail.dat", "application/ms-tnef"),
        other("invite.ics", "text/calendar"),
        photo("image001.png", 60, (200, 80)),
        other(docx.name, "application/msword", "winmail.dat"),
        photo("anh.jpg", 61, inside="winmail.dat"),
    )
    return Case(
        letter=letter("hpn@songmau.example", "Hội Phụ nữ xã", "Tin bài 20/10", parts),
        body=body("Kính gửi Ban biên tập, Hội Phụ nữ xã gửi tin kỷ niệm 20/10. Trân trọng!"),
        sources=(docx,),
    )


def a_citizen_asks() -> Case:
    text = (
        "Kinh gui UBND xa, gia dinh toi nop ho so cap doi giay chung nhan QSD dat ngay 01/9/2026, ma ho so"
        " 000.00.00-260901-0001, den nay chua co ket qua. Xin hoi khi nao co? Nguyen Thi Hoi, thon Bai Mau, 0900000010."
    )
    return Case(letter=letter("dan@thu-ca-nhan.example", "người dân", "Hoi ve cap doi so do"), body=body(text))


def impostor() -> Case:
    parts = (
        other("bai.docm", "application/vnd.ms-word.document.macroenabled.12"),
        other("hoso.rar", "application/vnd.rar"),
    )
    return Case(
        letter=letter("hoa.pham@ten-la.example", "Phạm Thị Minh Họa", "duyệt đăng gấp", parts),
        body=body("duyệt đăng gấp bài đính kèm"),
    )


ALL = (
    good_contributor,
    typed_in_the_mail,
    legacy_encoding,
    old_word_file,
    three_hamlets,
    photos_from_a_phone,
    full_of_slips,
    signed_document,
    replacement,
    denunciation,
    copied_from_a_newspaper,
    outlook_oddities,
    a_citizen_asks,
    impostor,
)
