"""Files of the third batch: notes inside the file, a letter of thanks, TCVN3 by the run, a sketch."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import DONG_THU, HND, docx, sent
from tests.contributions.unseen.senders import CCB, MTTQ
from tests.contributions.word import fonts, p, r, style, table, word
from tests.ingest.vietnamese.alphabet import to_tcvn3


def covering_note_inside_the_file() -> Contribution:
    body = paragraphs("""
        Sáng 01/11, Hội Cựu chiến binh xã An Mẫu tổ chức hành trình về nguồn tại khu di tích Bến Vượt cho 45 hội viên và
        30 học sinh. Các thế hệ cùng dâng hương, nghe kể về trận đánh giữ bến năm xưa.

        Bác Hoàng Văn Nhân Chứng, người duy nhất của trung đội còn lại, xúc động trao cho thế hệ trẻ chiếc bi đông ông
        giữ suốt 54 năm.
    """)
    return Contribution(
        why="lời thư viết ngay trong tệp Word: kính gửi, xin gửi tin sau ở trên; cảm ơn và ký tên, chức vụ ở dưới",
        raw=sent(
            CCB,
            "(no subject)",
            "Xem file đính kèm\n",
            docx(
                "CCB gui BBT.docx",
                word(
                    p(r("Kính gửi: ", bold=True), r("Ban biên tập Trang thông tin điện tử xã An Mẫu"), align="center"),
                    p("Hội Cựu chiến binh xã xin gửi tới Ban biên tập bản tin sau, mong Ban biên tập cho đăng:"),
                    p("VỀ NGUỒN Ở BẾN VƯỢT", bold=True, align="center"),
                    *(p(text, align="both") for text in body),
                    p("Rất mong được sự quan tâm của Ban biên tập. Xin trân trọng cảm ơn!"),
                    p("NGƯỜI GỬI TIN", bold=True, align="right"),
                    p("Phó Chủ tịch Hội", align="right"),
                    p("Vương Văn Ba Lô", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="VỀ NGUỒN Ở BẾN VƯỢT",
                body=body,
                byline="NGƯỜI GỬI TIN\nPhó Chủ tịch Hội\nVương Văn Ba Lô",
                author="Vương Văn Ba Lô",
            )
        ],
        never=("Kính gửi", "xin gửi tới", "Rất mong được"),
    )


def letter_of_thanks() -> Contribution:
    body = paragraphs("""
        Kính gửi: Các cơ quan, đơn vị, doanh nghiệp và toàn thể nhân dân xã An Mẫu.

        Trong tháng cao điểm "Vì người nghèo" năm 2026, Ban Vận động Quỹ "Vì người nghèo" xã đã nhận được sự ủng hộ của
        31 cơ quan, đơn vị và 1.940 hộ dân với tổng số tiền 412.600.000 đồng.

        Toàn bộ số tiền được dùng để hỗ trợ xây mới 04 nhà đại đoàn kết, sửa chữa 06 nhà và tặng quà Tết cho hộ nghèo.

        Ban Vận động xin trân trọng cảm ơn tấm lòng vàng của quý vị và kính chúc quý vị mạnh khỏe, hạnh phúc.
    """)
    return Contribution(
        why="thư cảm ơn để đăng: Kính gửi, trân trọng cảm ơn, kính chúc đều là nội dung; chữ ký TM. ở cuối",
        raw=sent(
            MTTQ,
            "Đăng thư cảm ơn",
            "Đề nghị BBT đăng Thư cảm ơn của Ban Vận động (đính kèm).\n",
            docx(
                "Thu cam on.docx",
                word(
                    p("THƯ CẢM ƠN", bold=True, align="center"),
                    *(p(text, align="both") for text in body),
                    p("TM. BAN VẬN ĐỘNG", bold=True, align="right"),
                    p("TRƯỞNG BAN", bold=True, align="right"),
                    p("Đàm Văn Nhân Ái", bold=True, align="right"),
                ),
            ),
        ),
        articles=[Truth(title="THƯ CẢM ƠN", body=body)],
        never=("Đề nghị BBT", "TM. BAN VẬN ĐỘNG"),
    )


def tcvn3_with_direct_fonts_and_a_table() -> Contribution:
    title = "Kết quả thu hoạch vụ mùa của các thôn"
    opening = (
        "Đến hết ngày 25/10, bà con nông dân xã An Mẫu đã thu hoạch xong 486 ha lúa mùa. Năng suất bình quân "
        "ước đạt 55 "
        "tạ trên một héc-ta, tăng 2 tạ so với vụ mùa năm trước. Kết quả cụ thể của từng thôn như sau:"
    )
    rows = [("Thôn", "Diện tích (ha)", "Năng suất (tạ/ha)"), ("Đồng Thử", "142", "57"), ("Bãi Mẫu", "118", "54")]
    closing = "Ngay sau thu hoạch, các thôn đã cày ải, chuẩn bị đất trồng cây vụ đông trên diện tích 210 ha."
    old = ".VnTime"
    return Contribution(
        why="TCVN3 ghi phông trên từng run, kể cả trong bảng số liệu; tiêu đề đậm căn trái",
        raw=sent(
            HND,
            "ket qua vu mua",
            "HND gui bao cao tin vu mua, nho BBT dang gium. Xin cam on.\n",
            docx(
                "vu mua.docx",
                word(
                    p(r(to_tcvn3(title), bold=True, font=old)),
                    p(r(to_tcvn3(opening), font=old)),
                    table(*(tuple(p(r(to_tcvn3(cell), font=old)) for cell in row) for row in rows)),
                    p(r(to_tcvn3(closing), font=old)),
                    p(r(to_tcvn3("Tin: Ban Nông nghiệp"), font=old), align="right"),
                    styles=style("Normal", look=fonts("Times New Roman")),
                ),
            ),
        ),
        articles=[
            Truth(
                title=title,
                body=[opening, *(" ".join(row) for row in rows), closing],
                byline="Tin: Ban Nông nghiệp",
            )
        ],
        never=("nho BBT",),
    )


def sketch_with_its_writer_below_the_title() -> Contribution:
    body = paragraphs("""
        Không ai nhớ cây gạo đầu thôn Đồng Thử bao nhiêu tuổi. Người già nhất làng bảo khi cụ còn để chỏm, gốc gạo đã
        to bằng cái nong, mùa hoa đỏ rực một góc trời.

        Dưới gốc gạo, người đi xa ngồi nghỉ chân, người ở nhà ngóng tin. Năm bão lớn, gạo gãy một cành, cả làng ra dựng
        cọc chống, lấy bùn ao đắp vào vết thương cho cây.

        Tháng ba này, hoa lại nở. Lũ trẻ nhặt hoa xâu thành vòng, như bà chúng, mẹ chúng đã từng.
    """)
    return Contribution(
        why="tản văn: không thời gian, địa điểm sự kiện; dòng dưới tiêu đề ghi Tản văn của ...",
        raw=sent(
            DONG_THU,
            "Bài cộng tác",
            "Kính gửi BBT, tôi xin gửi bài tản văn, nếu dùng được mong BBT báo lại. Kính!\n",
            docx(
                "cay gao.docx",
                word(
                    p("Cây gạo đầu làng", bold=True, align="center"),
                    p("Tản văn của Thái Hương Quê", italic=True, align="center"),
                    *(p(text, align="both") for text in body),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Cây gạo đầu làng",
                body=body,
                byline="Tản văn của Thái Hương Quê",
                author="Thái Hương Quê",
            )
        ],
        never=("nếu dùng được",),
    )


ALL = (
    covering_note_inside_the_file,
    letter_of_thanks,
    tcvn3_with_direct_fonts_and_a_table,
    sketch_with_its_writer_below_the_title,
)
