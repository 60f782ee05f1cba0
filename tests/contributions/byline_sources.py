"""Lines that name a source or stand in brackets, and bylines that hide."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import DOAN, HPN, TRAM, VHXH, docx, sent
from tests.contributions.word import p, word

NOTE = "Gửi Ban biên tập tin bài đính kèm, mong BBT xem xét đăng tải. Xin cảm ơn.\n"


def _file(title: str, body: list[str], *end: str, lead: str = "", under_title: str = "") -> bytes:
    return word(
        p(title, bold=True, align="center"),
        *([p(under_title, bold=True, align="center")] if under_title else []),
        *([p(lead, italic=True)] if lead else []),
        *(p(text, align="both") for text in body),
        *end,
    )


def collected_with_a_source() -> Contribution:
    body = paragraphs("""
        Theo quy định mới, từ ngày 01/7/2026, người lao động nông thôn tham gia bảo hiểm xã hội tự nguyện được ngân
        sách hỗ trợ một phần tiền đóng. Mức hỗ trợ khác nhau giữa hộ nghèo, hộ cận nghèo và các đối tượng còn lại.

        Thời gian hỗ trợ tối đa là 10 năm. Người tham gia có thể đóng hằng tháng, ba tháng, sáu tháng, mười hai
        tháng một lần hoặc một lần cho nhiều năm về sau. Thủ tục được thực hiện tại điểm thu của xã hoặc qua cổng
        dịch vụ công.
    """)
    return Contribution(
        why="T/h và Nguồn trên hai dòng cuối",
        raw=sent(
            VHXH,
            "Bài tuyên truyền BHXH",
            NOTE,
            docx(
                "bhxh.docx",
                _file(
                    "Hỗ trợ người dân nông thôn đóng bảo hiểm xã hội tự nguyện",
                    body,
                    p("T/h: Lệ Sưu Tập", bold=True, align="right"),
                    p("Nguồn: Tạp chí Bảo hiểm Minh Họa", italic=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Hỗ trợ người dân nông thôn đóng bảo hiểm xã hội tự nguyện",
                body=body,
                byline="T/h: Lệ Sưu Tập\nNguồn: Tạp chí Bảo hiểm Minh Họa",
                author="Lệ Sưu Tập",
                source="Tạp chí Bảo hiểm Minh Họa",
                genre="Sưu tầm, tổng hợp",
            )
        ],
    )


def according_to_a_newspaper() -> Contribution:
    body = paragraphs("""
        Các chuyên gia dinh dưỡng khuyến cáo, người cao tuổi không nên bỏ bữa tối nhưng cần ăn trước 19 giờ, giảm
        muối, tăng rau xanh và cá nhỏ ăn được cả xương.

        Uống đủ 1,5 đến 2 lít nước mỗi ngày, chia làm nhiều lần, hạn chế uống sau 21 giờ để tránh mất ngủ. Đi bộ 30
        phút mỗi ngày giúp giữ khối cơ và phòng ngừa loãng xương.
    """)
    return Contribution(
        why="dòng cuối (Theo ...) là nguồn, không có tác giả",
        raw=sent(
            TRAM,
            "bài sức khỏe",
            NOTE,
            docx(
                "nguoi cao tuoi.docx",
                _file("Người cao tuổi ăn uống thế nào cho khỏe", body, p("(Theo Sức khỏe Ví Dụ)", align="right")),
            ),
        ),
        articles=[
            Truth(
                title="Người cao tuổi ăn uống thế nào cho khỏe",
                body=body,
                byline="(Theo Sức khỏe Ví Dụ)",
                source="Sức khỏe Ví Dụ",
                genre="Sưu tầm, tổng hợp",
            )
        ],
    )


def name_in_brackets() -> Contribution:
    body = paragraphs("""
        Ngày 29/9, Đoàn Thanh niên xã tổ chức diễn đàn "Thanh niên An Mẫu với khát vọng lập nghiệp". Diễn đàn thu
        hút 150 đoàn viên cùng sáu chủ cơ sở sản xuất trẻ đang thành công trên địa bàn.

        Nhiều câu hỏi thẳng thắn được đặt ra về vay vốn, đất đai, đầu ra sản phẩm. Chủ cơ sở mộc Tống Văn Ước Đoán
        kể anh từng ba lần trắng tay và khuyên các bạn trẻ hãy bắt đầu từ thứ mình hiểu rõ nhất.

        Bế mạc diễn đàn, ban tổ chức công bố quỹ đồng hành 200 triệu đồng cho vay không lãi trong 12 tháng.
    """)
    return Contribution(
        why="tên tác giả và chức danh trong ngoặc đơn ở dòng cuối",
        raw=sent(
            DOAN,
            "Diễn đàn lập nghiệp",
            NOTE,
            docx(
                "dien dan.docx",
                _file(
                    "Thanh niên An Mẫu với khát vọng lập nghiệp",
                    body,
                    p("(Tin, ảnh: Bùi Ẩn Ý - Bí thư Đoàn xã)", align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Thanh niên An Mẫu với khát vọng lập nghiệp",
                body=body,
                byline="(Tin, ảnh: Bùi Ẩn Ý - Bí thư Đoàn xã)",
                author="Bùi Ẩn Ý",
                genre="Tin",
            )
        ],
    )


def byline_glued_to_the_last_paragraph() -> Contribution:
    body = paragraphs("""
        Sáng 17/9, tại nhà văn hóa thôn Xóm Mới, Hội LHPN xã tổ chức truyền thông phòng chống bạo lực gia đình cho
        70 cặp vợ chồng.

        Qua tiểu phẩm "Sau cánh cửa" do hội viên tự dàn dựng, người xem nhận ra sự im lặng cũng là một cách tiếp
        tay. Nhiều ông chồng xung phong lên sân khấu nói lời xin lỗi vợ, khiến hội trường vừa cười vừa lau nước mắt.
    """)
    return Contribution(
        why="dòng tác giả dính vào đoạn cuối bằng một dấu xuống dòng mềm (Shift+Enter)",
        raw=sent(
            HPN,
            "Tin truyền thông",
            NOTE,
            docx(
                "bao luc gia dinh.docx",
                _file("Sau cánh cửa không còn im lặng", [body[0], body[1] + "\nTin: Hồng Dẫn Chứng"]),
            ),
        ),
        articles=[
            Truth(
                title="Sau cánh cửa không còn im lặng",
                body=body,
                byline="Tin: Hồng Dẫn Chứng",
                author="Hồng Dẫn Chứng",
                genre="Tin",
            )
        ],
    )


ALL = (
    collected_with_a_source,
    according_to_a_newspaper,
    name_in_brackets,
    byline_glued_to_the_last_paragraph,
)
