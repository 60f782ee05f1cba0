"""Word files of the seventh batch, as they come on an ordinary day."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import HND, THCS, VAN_PHONG, docx, jpg, sent
from tests.contributions.unseen.senders import CCB, MAM_NON, MTTQ
from tests.contributions.word import p, pic, r, table, word


def minutes_of_a_visit() -> Contribution:
    sapo = (
        "Chiều 05/11/2026, đồng chí Trần Văn Mẫu, Bí thư Đảng ủy xã đã thăm, tặng quà gia đình chính sách thôn Bãi Mẫu."
    )
    body = paragraphs("""
        Tại các nơi đến thăm, đồng chí Bí thư Đảng ủy ân cần hỏi thăm sức khỏe, đời sống của các gia đình, bày tỏ lòng
        biết
        ơn đối với sự hy sinh của các thương binh, liệt sĩ.

        Dịp này, xã trao 18 suất quà, mỗi suất trị giá một triệu đồng. Các gia đình xúc động cảm ơn sự quan tâm của
        cấp ủy,
        chính quyền địa phương.
    """)
    return Contribution(
        why="tin lãnh đạo thăm hỏi: sapo đậm nghiêng, ảnh ngay sau sapo, chú thích có tên và chức danh",
        raw=sent(
            VAN_PHONG,
            "Tin đ/c Bí thư thăm gia đình chính sách",
            "BBT đăng giúp tin này ở mục Hoạt động của lãnh đạo nhé.\nVP\n",
            docx(
                "tham gia dinh CS.docx",
                word(
                    p("BÍ THƯ ĐẢNG ỦY XÃ THĂM, TẶNG QUÀ", bold=True, align="center"),
                    p("GIA ĐÌNH CHÍNH SÁCH THÔN BÃI MẪU", bold=True, align="center"),
                    p(sapo, bold=True, italic=True, align="both"),
                    p(pic(1), align="center"),
                    p(
                        "Đồng chí Trần Văn Mẫu, Bí thư Đảng ủy xã tặng quà gia đình chính sách.",
                        italic=True,
                        align="center",
                    ),
                    *(p(text, align="both") for text in body),
                    p("Tin, ảnh: Khánh Ly", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="BÍ THƯ ĐẢNG ỦY XÃ THĂM, TẶNG QUÀ GIA ĐÌNH CHÍNH SÁCH THÔN BÃI MẪU",
                summary=sapo,
                body=body,
                byline="Tin, ảnh: Khánh Ly",
                author="Khánh Ly",
                photos={1: "Đồng chí Trần Văn Mẫu, Bí thư Đảng ủy xã tặng quà gia đình chính sách."},
            )
        ],
        never=("BBT đăng giúp",),
    )


def school_meeting_without_dress() -> Contribution:
    body = paragraphs("""
        Sáng 05/11/2026, Trường THCS An Mẫu tổ chức họp cha mẹ học sinh giữa học kỳ I. Thầy hiệu trưởng thông báo kết
        quả
        học tập, rèn luyện và kế hoạch ôn tập cuối kỳ.

        Phụ huynh nhất trí hỗ trợ nhà trường lắp thêm bốn máy lọc nước. Nhiều ý kiến đề nghị tăng cường giờ ngoại
        khóa, dạy
        kỹ năng bơi lội cho học sinh.
    """)
    return Contribution(
        why="tệp không định dạng gì: tiêu đề chữ thường căn trái, ảnh và chú thích cũng chữ thường, tác giả chữ thường",
        raw=sent(
            THCS,
            "hop phu huynh",
            "Trường gửi BBT tin họp phụ huynh.\nCảm ơn BBT.\n",
            docx(
                "hop phu huynh.docx",
                word(
                    p("Trường THCS An Mẫu họp cha mẹ học sinh giữa học kỳ I"),
                    p(body[0]),
                    p(pic(2)),
                    p("Quang cảnh buổi họp"),
                    p(body[1]),
                    p("Người viết: Vũ Thị Hòa"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Trường THCS An Mẫu họp cha mẹ học sinh giữa học kỳ I",
                body=body,
                byline="Người viết: Vũ Thị Hòa",
                author="Vũ Thị Hòa",
                photos={2: "Quang cảnh buổi họp"},
            )
        ],
        never=("Trường gửi BBT",),
    )


def veterans_congress_with_a_table_of_photos() -> Contribution:
    body = paragraphs("""
        Ngày 06/11/2026, Hội Cựu chiến binh xã An Mẫu tổ chức gặp mặt kỷ niệm ngày thành lập Hội. Gần 200 hội viên ôn
        lại
        truyền thống, giao lưu văn nghệ và trao kỷ niệm chương cho 14 đồng chí.

        Trong năm, hội viên đã hiến 1.200 m² đất làm đường, giúp nhau 340 triệu đồng vốn không lãi, nhận đỡ đầu chín
        cháu mồ
        côi.
    """)
    photos = table(
        (p(pic(5), align="center"),),
        (p(r("Ảnh 1: ", bold=True), r("Trao kỷ niệm chương cho hội viên", italic=True), align="center"),),
        (p(pic(6), align="center"),),
        (p(r("Ảnh 2: ", bold=True), r("Tiết mục văn nghệ của chi hội Đồng Thử", italic=True), align="center"),),
    )
    return Contribution(
        why="bảng một cột ảnh và chú thích có nhãn đậm; cuối bài TUẤN ANH viết hoa",
        raw=sent(
            CCB,
            "Tin gặp mặt CCB",
            "Kính gửi các đ/c BBT, Hội CCB gửi tin, đề nghị các đ/c biên tập và đăng. Cảm ơn các đ/c.\n",
            docx(
                "gap mat CCB.docx",
                word(
                    p("Gặp mặt kỷ niệm ngày thành lập Hội Cựu chiến binh", bold=True, align="center"),
                    p(body[0]),
                    photos,
                    p(body[1]),
                    p("TUẤN ANH", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Gặp mặt kỷ niệm ngày thành lập Hội Cựu chiến binh",
                body=body,
                byline="TUẤN ANH",
                author="TUẤN ANH",
                photos={5: "Trao kỷ niệm chương cho hội viên", 6: "Tiết mục văn nghệ của chi hội Đồng Thử"},
            )
        ],
        never=("Kính gửi", "Cảm ơn các đ/c"),
    )


def front_with_statistics_and_a_note() -> Contribution:
    body = paragraphs("""
        Ủy ban MTTQ Việt Nam xã An Mẫu vừa tổng kết cuộc vận động quyên góp ủng hộ đồng bào bị thiên tai. Sau 15 ngày,
        toàn
        xã ủng hộ 286.450.000 đồng, 3,2 tấn gạo và 140 thùng hàng.

        Dẫn đầu là thôn Đồng Thử với 71 triệu đồng. Toàn bộ số tiền, hàng đã chuyển về Ban Cứu trợ tỉnh.

        Danh sách ủng hộ được niêm yết tại nhà văn hóa các thôn./.
    """)
    return Contribution(
        why="cuối tệp có Ghi chú gửi BBT và số điện thoại người viết; thư chỉ có một câu",
        raw=sent(
            MTTQ,
            "Tin ủng hộ đồng bào thiên tai",
            "Gửi BBT tin bài (đính kèm).\n",
            docx(
                "ung ho.docx",
                word(
                    p("Toàn xã ủng hộ đồng bào vùng thiên tai hơn 286 triệu đồng", bold=True, align="center"),
                    *(p(text, align="both") for text in body),
                    p("Tin: Ban Thường trực MTTQ xã", bold=True, align="right"),
                    p("(BBT cần thêm số liệu xin liên hệ đ/c Hợi, số 0900 000 141)", italic=True),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Toàn xã ủng hộ đồng bào vùng thiên tai hơn 286 triệu đồng",
                body=body,
                byline="Tin: Ban Thường trực MTTQ xã",
            )
        ],
        never=("BBT cần thêm", "0900 000 141"),
    )


def kindergarten_with_captions_by_position() -> Contribution:
    body = paragraphs("""
        Sáng 06/11, Trường Mầm non Hoa Mẫu tổ chức hội thi giáo viên dạy giỏi cấp trường. Mười sáu cô giáo tham gia ba
        phần
        thi: lý thuyết, thực hành và làm đồ dùng dạy học.

        Ban giám khảo đánh giá cao các tiết dạy lấy trẻ làm trung tâm. Kết thúc hội thi, nhà trường trao hai giải
        Nhất, ba
        giải Nhì và năm giải Ba.
    """)
    return Contribution(
        why="ảnh rời cô giáo.jpg, đồ chơi.jpg; cuối bài ghi Chú thích theo tên tệp",
        raw=sent(
            MAM_NON,
            "Tin hội thi GVDG",
            "Em gửi tin và 2 ảnh ạ.\n",
            docx(
                "GVDG.docx",
                word(
                    p("Hội thi giáo viên dạy giỏi ở Trường Mầm non Hoa Mẫu", bold=True, align="center"),
                    *(p(text, align="both") for text in body),
                    p("Tin, ảnh: Mộc Thị Chồi Non", bold=True, align="right"),
                    p("Chú thích ảnh:", bold=True),
                    p("- co giao.jpg: Một tiết dạy của cô giáo lớp Mầm"),
                    p("- do choi.jpg: Phần thi làm đồ dùng dạy học"),
                ),
            ),
            jpg("do choi.jpg", 10),
            jpg("co giao.jpg", 9),
        ),
        articles=[
            Truth(
                title="Hội thi giáo viên dạy giỏi ở Trường Mầm non Hoa Mẫu",
                body=body,
                byline="Tin, ảnh: Mộc Thị Chồi Non",
                author="Mộc Thị Chồi Non",
                photos={9: "Một tiết dạy của cô giáo lớp Mầm", 10: "Phần thi làm đồ dùng dạy học"},
            )
        ],
        never=("Em gửi tin", "Chú thích ảnh"),
    )


def farmers_two_items_in_word() -> Contribution:
    first = paragraphs("""
        Ngày 04/11, Hội Nông dân xã cung ứng 12 tấn phân bón trả chậm cho 86 hộ hội viên ở bốn thôn, thời hạn trả sau
        sáu
        tháng không tính lãi.
    """)
    second = paragraphs("""
        Ngày 06/11, chi hội Nông dân thôn Xóm Mới ra mắt tổ hợp tác nuôi dê sinh sản gồm 11 thành viên, tổng đàn ban
        đầu 130
        con, do ông Sộng A Dê làm tổ trưởng.
    """)
    return Contribution(
        why="hai tin ngắn, mỗi tin một đoạn, tiêu đề đậm TIN 1, TIN 2 đứng riêng một dòng trên tiêu đề",
        raw=sent(
            HND,
            "HND gửi 2 tin",
            "Kính gửi BBT 2 tin ngắn.\n",
            docx(
                "2 tin.docx",
                word(
                    p("TIN 1", bold=True),
                    p("Cung ứng phân bón trả chậm cho hội viên", bold=True, align="center"),
                    p(first[0]),
                    p("TIN 2", bold=True),
                    p("Ra mắt tổ hợp tác nuôi dê Xóm Mới", bold=True, align="center"),
                    p(second[0]),
                    p("Tin: Hội Nông dân xã", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(title="Cung ứng phân bón trả chậm cho hội viên", body=first),
            Truth(title="Ra mắt tổ hợp tác nuôi dê Xóm Mới", body=second, byline="Tin: Hội Nông dân xã"),
        ],
        never=("Kính gửi", "TIN 1", "TIN 2"),
    )


ALL = (
    minutes_of_a_visit,
    school_meeting_without_dress,
    veterans_congress_with_a_table_of_photos,
    front_with_statistics_and_a_note,
    kindergarten_with_captions_by_position,
    farmers_two_items_in_word,
)
