"""What people add around their text in Word: bylines elsewhere, bank accounts, tables."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import DOAN, DONG_THU, HND, VHXH, docx, jpg, sent
from tests.contributions.word import p, pic, r, style, table, word

NOTE = "Kính gửi BBT bài viết kèm theo, mong được đăng.\n"


def byline_below_the_title() -> Contribution:
    body = paragraphs("""
        Những ngày đầu tháng Mười, đi dọc cánh đồng Cửa Đình, người ta bắt gặp từng tốp nông dân tỉ mẩn vơ rơm, nhặt
        cỏ chuẩn bị đất trồng hành tím. Năm nay cả xã trồng 26 ha, nhiều nhất từ trước tới nay.

        Ông Mẫn Văn Lấy Lệ, người có thâm niên hai mươi vụ hành bảo rằng trồng hành như nuôi con mọn, nắng sợ héo,
        mưa sợ thối, nhưng đất không phụ công người.
    """)
    return Contribution(
        why="dòng Bài, ảnh: ... nằm ngay dưới tiêu đề chứ không ở cuối",
        raw=sent(
            HND,
            "bài hành tím",
            NOTE,
            docx(
                "hanh tim.docx",
                word(
                    p("Mùa hành tím", bold=True, align="center"),
                    p("Bài, ảnh: Thục Tả Thực", italic=True, align="center"),
                    *(p(text, align="both") for text in body),
                ),
            ),
        ),
        articles=[
            Truth(title="Mùa hành tím", body=body, byline="Bài, ảnh: Thục Tả Thực", author="Thục Tả Thực", genre="Bài")
        ],
    )


def bank_account_at_the_end() -> Contribution:
    body = paragraphs("""
        Hơn hai mươi năm làm trưởng thôn, ông Trà Văn Gương Sáng chưa một lần nhận phụ cấp cho riêng mình. Toàn bộ
        số tiền ấy ông gom lại, mua bò giống cho các hộ nghèo mượn nuôi rẽ.

        Từ ba con bò đầu tiên, đến nay đàn bò nghĩa tình của thôn có 22 con, đã giúp 17 hộ thoát nghèo. Người trước
        trả bê cho người sau, cứ thế nối dài không cần một tờ giấy cam kết nào.
    """)
    return Contribution(
        why="cuối bài có thông tin nhận nhuận bút: địa chỉ, điện thoại, số tài khoản",
        raw=sent(
            DONG_THU,
            "Bài gương người tốt việc tốt",
            NOTE,
            docx(
                "ong Sang.docx",
                word(
                    p("Đàn bò nghĩa tình", bold=True, align="center"),
                    *(p(text, align="both") for text in body),
                    p("Tác giả: Lưu Kể Chuyện", bold=True, align="right"),
                    p("Địa chỉ: thôn Đồng Thử, xã An Mẫu, tỉnh Sông Mẫu"),
                    p("Điện thoại: 0900 000 051"),
                    p("Số tài khoản: 0000111122223 Ngân hàng Minh Họa, chi nhánh Sông Mẫu"),
                ),
            ),
        ),
        articles=[Truth(title="Đàn bò nghĩa tình", body=body, byline="Tác giả: Lưu Kể Chuyện", author="Lưu Kể Chuyện")],
        never=("Số tài khoản", "0900 000 051", "Địa chỉ"),
    )


def signed_like_an_application() -> Contribution:
    body = paragraphs("""
        Thực hiện chương trình công tác năm, ngày 08/10/2026, Ban Thường vụ Đoàn xã tổ chức hội nghị lần thứ chín
        đánh giá hoạt động quý III và bàn nhiệm vụ quý IV.

        Hội nghị thống nhất chọn ba việc trọng tâm: vận động làm 500 m đường hoa, hỗ trợ năm mô hình khởi nghiệp và
        mở hai lớp tiếng Anh miễn phí cho thiếu nhi.
    """)
    return Contribution(
        why="cuối tệp có địa danh, ngày tháng, chữ NGƯỜI VIẾT và họ tên như đơn từ",
        raw=sent(
            DOAN,
            "Tin hội nghị BTV",
            NOTE,
            docx(
                "tin BTV.docx",
                word(
                    p("HỘI NGHỊ BAN THƯỜNG VỤ ĐOÀN XÃ LẦN THỨ CHÍN", bold=True, align="center"),
                    *(p(text, align="both") for text in body),
                    p("An Mẫu, ngày 09 tháng 10 năm 2026", italic=True, align="right"),
                    p("NGƯỜI VIẾT", bold=True, align="right"),
                    p("Tôn Thất Chấp Bút", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="HỘI NGHỊ BAN THƯỜNG VỤ ĐOÀN XÃ LẦN THỨ CHÍN",
                body=body,
                byline="NGƯỜI VIẾT\nTôn Thất Chấp Bút",
                author="Tôn Thất Chấp Bút",
            )
        ],
        never=("An Mẫu, ngày 09",),
    )


def results_in_a_table_then_the_byline() -> Contribution:
    rows = [
        ("Giải", "Đơn vị", "Tiền thưởng"),
        ("Nhất", "Thôn Cầu Giả", "3.000.000 đồng"),
        ("Nhì", "Thôn Xóm Mới", "2.000.000 đồng"),
    ]
    opening = (
        "Tối 03/10, vòng chung kết hội thi tiếng hát người cao tuổi xã An Mẫu khép lại trong tiếng vỗ "
        "tay không ngớt. Bảy tiết mục xuất sắc nhất được "
        "dàn dựng công phu, trang phục đẹp, đậm chất quê hương. Kết quả cụ thể:"
    )
    return Contribution(
        why="bảng kết quả ở cuối bài, dưới bảng là dòng tác giả và một dòng Video",
        raw=sent(
            VHXH,
            "Tin tiếng hát NCT",
            NOTE,
            docx(
                "tieng hat nct.docx",
                word(
                    p("Chung kết tiếng hát người cao tuổi", style="Heading1"),
                    p(opening),
                    table(*(tuple(p(cell) for cell in row) for row in rows)),
                    p("Tin: Uyên Bảng Biểu", align="right"),
                    styles=style("Normal") + style("Heading1", based_on="Normal", look="<w:b/>", name="heading 1"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Chung kết tiếng hát người cao tuổi",
                body=[opening, *(" ".join(row) for row in rows)],
                byline="Tin: Uyên Bảng Biểu",
                author="Uyên Bảng Biểu",
            )
        ],
    )


def text_and_photo_bylines_on_two_lines() -> Contribution:
    body = paragraphs("""
        Chiều 30/9, Hội Nông dân xã bàn giao hệ thống tưới nhỏ giọt cho tổ hợp tác trồng dưa lưới thôn Bãi Mẫu. Hệ
        thống phủ 1.800 m² nhà màng, điều khiển bằng điện thoại, tiết kiệm khoảng 40% lượng nước.

        Tổ trưởng Khổng Văn Tiết Kiệm cho biết lứa dưa đầu tiên sẽ xuống giống ngày 20/10, dự kiến thu hoạch đúng
        dịp Tết Dương lịch.
    """)
    return Contribution(
        why=(
            "Tin: và Ảnh: trên hai dòng cuối; chú thích là chữ thường, không nghiêng, không giữa dòng, chỉ "
            "có chữ Ảnh minh họa"
        ),
        raw=sent(
            HND,
            "Tin tưới nhỏ giọt",
            NOTE,
            docx(
                "dua luoi.docx",
                word(
                    p(r("Bàn giao hệ thống tưới nhỏ giọt", bold=True), align="center"),
                    p(body[0]),
                    p(pic(2)),
                    p("Ảnh 1: Lắp đặt đường ống trong nhà màng"),
                    p(body[1]),
                    p("Tin: Hoàn Phân Công", bold=True, align="right"),
                    p("Ảnh: Nhật Phối Hợp", bold=True, align="right"),
                ),
            ),
            jpg("anh1.jpg", 2),
        ),
        articles=[
            Truth(
                title="Bàn giao hệ thống tưới nhỏ giọt",
                body=body,
                byline="Tin: Hoàn Phân Công\nẢnh: Nhật Phối Hợp",
                author="Hoàn Phân Công",
                photos={2: "Lắp đặt đường ống trong nhà màng"},
            )
        ],
    )


ALL = (
    byline_below_the_title,
    bank_account_at_the_end,
    signed_like_an_application,
    results_in_a_table_then_the_byline,
    text_and_photo_bylines_on_two_lines,
)
