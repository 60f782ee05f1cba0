"""Files of the second batch: items on pages of their own, captions in a table at the end, python-docx with styles."""

from io import BytesIO

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt, RGBColor

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.pictures import picture
from tests.contributions.sending import THCS, VHXH, docx, jpg, sent
from tests.contributions.unseen.senders import MAM_NON
from tests.contributions.word import p, pic, table, word

PAGE = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def items_on_pages_of_their_own() -> Contribution:
    first = paragraphs("""
        Ngày 20/10, Phòng Văn hóa - Xã hội phối hợp thư viện tỉnh đưa xe thư viện lưu động về Trường Tiểu học Bãi Mẫu.
        Xe chở 2.400 cuốn sách, 12 máy tính bảng, phục vụ 380 học sinh trong một ngày.

        Nhiều em lần đầu được đọc sách nổi ba chiều và nghe truyện bằng tai nghe.
    """)
    second = paragraphs("""
        Chiều 22/10, đoàn công tác của Sở Văn hóa, Thể thao và Du lịch khảo sát cụm di tích đình - chùa thôn Đồng Thử
        để lập hồ sơ đề nghị xếp hạng cấp tỉnh. Đoàn ghi nhận 14 hiện vật có giá trị, trong đó có quả chuông đúc năm
        1802.

        Đoàn đề nghị địa phương khoanh vùng bảo vệ, không tự ý tu sửa khi chưa có ý kiến chuyên môn.
    """)
    return Contribution(
        why="hai tin trong một tệp, mỗi tin một trang (ngắt trang), có tiêu đề giữa và dòng tác giả; ảnh trong "
        "từng tin",
        raw=sent(
            VHXH,
            "tin tuần 43 của phòng VHXH",
            "Chào BBT, phòng gửi 2 tin tuần này. Có gì liên hệ số máy phòng nhé.\n",
            docx(
                "Tin tuan 43.docx",
                word(
                    p("Xe thư viện lưu động về với học sinh Bãi Mẫu", bold=True, align="center"),
                    *(p(text, align="both") for text in first),
                    p(pic(4), align="center"),
                    p("Học sinh đọc sách trên xe thư viện", italic=True, align="center"),
                    p("Tin, ảnh: Thoan Lật Giở", bold=True, align="right"),
                    PAGE,
                    p("Khảo sát di tích đình - chùa Đồng Thử", bold=True, align="center"),
                    p(second[0], align="both"),
                    p(pic(5), align="center"),
                    p("Quả chuông đúc năm 1802", italic=True, align="center"),
                    p(second[1], align="both"),
                    p("Tin, ảnh: Thoan Lật Giở", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Xe thư viện lưu động về với học sinh Bãi Mẫu",
                body=first,
                byline="Tin, ảnh: Thoan Lật Giở",
                author="Thoan Lật Giở",
                photos={4: "Học sinh đọc sách trên xe thư viện"},
            ),
            Truth(
                title="Khảo sát di tích đình - chùa Đồng Thử",
                body=second,
                byline="Tin, ảnh: Thoan Lật Giở",
                author="Thoan Lật Giở",
                photos={5: "Quả chuông đúc năm 1802"},
            ),
        ],
        never=("Chào BBT",),
    )


def captions_in_a_table_of_files() -> Contribution:
    body = paragraphs("""
        Ngày 23/10/2026, Trường Mầm non Hoa Mẫu tổ chức hội thi "Bé với an toàn giao thông" cho 160 trẻ mẫu giáo lớn.
        Sân trường được kẻ vạch thành ngã tư thu nhỏ, có đèn tín hiệu làm từ hộp các-tông.

        Các bé lần lượt thực hành đi bộ qua đường, đội mũ bảo hiểm đúng cách, nhận biết mười biển báo quen thuộc. Phụ
        huynh cùng tham gia phần thi "Cha mẹ làm gương".
    """)
    rows = [
        ("STT", "Tên file ảnh", "Chú thích ảnh"),
        ("1", "DSC_4410.jpg", "Các bé thực hành qua đường tại ngã tư thu nhỏ"),
        ("2", "DSC_4428.jpg", "Phụ huynh thi đội mũ bảo hiểm cho con"),
    ]
    return Contribution(
        why="chú thích nằm trong bảng ở cuối bài: số thứ tự, tên tệp ảnh, chú thích",
        raw=sent(
            MAM_NON,
            "Tin bài trường MN Hoa Mẫu",
            "Kính gửi Ban biên tập\n\nNhà trường kính gửi tin bài và 02 ảnh. Rất mong được đăng tải.\n\nNhà trường xin "
            "chân thành cảm ơn!\n\nHiệu trưởng\nGiàng Thị Búp Măng\n",
            docx(
                "hoi thi ATGT.docx",
                word(
                    p("Hội thi “Bé với an toàn giao thông”", bold=True, align="center"),
                    *(p(text, align="both") for text in body),
                    p("Tác giả: Giàng Thị Búp Măng", bold=True, align="right"),
                    table(*(tuple(p(cell) for cell in row) for row in rows)),
                ),
            ),
            jpg("DSC_4428.jpg", 7),
            jpg("DSC_4410.jpg", 6),
        ),
        articles=[
            Truth(
                title="Hội thi “Bé với an toàn giao thông”",
                body=body,
                byline="Tác giả: Giàng Thị Búp Măng",
                author="Giàng Thị Búp Măng",
                photos={
                    6: "Các bé thực hành qua đường tại ngã tư thu nhỏ",
                    7: "Phụ huynh thi đội mũ bảo hiểm cho con",
                },
            )
        ],
        never=("Kính gửi", "DSC_", "Hiệu trưởng"),
    )


def python_docx_in_colours() -> Contribution:
    sapo = "Từ vỏ chai và que kem, học sinh lớp 9A dựng lại cả một góc chợ quê ngay trong lớp học Ngữ văn."
    body = paragraphs("""
        Tiết học diễn ra sáng 29/10 với chủ đề "Chợ trong văn chương". Bốn nhóm học sinh nhận bốn đoạn văn, phải dựng
        lại không gian ấy bằng mô hình rồi thuyết minh như hướng dẫn viên du lịch.

        Nhóm của em Lý Thị Chợ Phiên dựng quán nước gốc đa với đủ chõng tre, bát nước vối. Nhóm khác làm hàng tò he
        biết quay nhờ mô tơ đồ chơi cũ.

        Cô giáo Ngữ văn Đèo Thị Trang Sách cho biết sau tiết học, bài viết của các em có nhiều chi tiết thật hơn hẳn.
    """)
    document = Document()
    title = document.add_paragraph()
    run = title.add_run("Góc chợ quê trong tiết học văn")
    run.font.size, run.font.color.rgb = Pt(20), RGBColor(0xC0, 0x00, 0x00)
    document.add_paragraph(sapo, style="Intense Quote")
    document.add_paragraph(body[0])
    document.add_paragraph().add_run().add_picture(BytesIO(picture(8)), width=Cm(14))
    small = document.add_paragraph().add_run("Ảnh: Nhóm học sinh thuyết minh về quán nước gốc đa")
    small.font.size = Pt(9)
    document.add_paragraph(body[1])
    document.add_paragraph().add_run().add_picture(BytesIO(picture(9)), width=Cm(14))
    small = document.add_paragraph().add_run("Ảnh: Hàng tò he biết quay")
    small.font.size = Pt(9)
    document.add_paragraph(body[2])
    end = document.add_paragraph()
    end.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    end.add_run("Bài viết: ").bold = True
    end.add_run("Tổ Ngữ văn - Trường THCS An Mẫu")
    buffer = BytesIO()
    document.save(buffer)
    return Contribution(
        why="tiêu đề chỉ là chữ to màu đỏ; sapo kiểu Intense Quote; chú thích chữ nhỏ mở đầu bằng Ảnh:",
        raw=sent(
            THCS,
            "Bài tiết học văn",
            "Trường THCS An Mẫu kính gửi BBT bài viết.\nTrân trọng cảm ơn BBT đã đồng hành cùng nhà trường!\n",
            docx("tiet hoc van.docx", buffer.getvalue()),
        ),
        articles=[
            Truth(
                title="Góc chợ quê trong tiết học văn",
                summary=sapo,
                body=body,
                byline="Bài viết: Tổ Ngữ văn - Trường THCS An Mẫu",
                photos={8: "Nhóm học sinh thuyết minh về quán nước gốc đa", 9: "Hàng tò he biết quay"},
            )
        ],
        never=("đồng hành",),
    )


ALL = (items_on_pages_of_their_own, captions_in_a_table_of_files, python_docx_in_colours)
