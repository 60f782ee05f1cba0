"""Word files of the fourth batch: floating pictures, headings, labels for the board."""

from io import BytesIO

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.pictures import picture
from tests.contributions.sending import CONG_AN, HPN, THCS, docx, sent
from tests.contributions.unseen.senders import QUAN_SU
from tests.contributions.word import box, item, numbering, p, pic, r, word
from tests.mail.making.mime import attachment
from tests.mail.making.zips import Entry, archive


def caption_boxes_on_floating_pictures() -> Contribution:
    body = paragraphs("""
        Trong đợt cao điểm bảo đảm trật tự an toàn giao thông tháng 10, Công an xã An Mẫu đã tổ chức 14 ca tuần tra,
        nhắc nhở 132 trường hợp, lập biên bản 27 trường hợp vi phạm.

        "Chúng tôi không đặt nặng chuyện phạt, quan trọng là bà con hiểu đội mũ bảo hiểm là giữ mạng mình", Thiếu tá Phí
        Văn Cảnh Báo chia sẻ.

        Công an xã còn phối hợp với nhà trường phát 300 mũ bảo hiểm đạt chuẩn cho học sinh, lắp 6 gương cầu lồi ở các
        ngã ba khuất tầm nhìn.
    """)
    floating = [pic(n).replace("wp:inline", "wp:anchor") for n in (1, 2)]
    return Contribution(
        why="ảnh trôi nổi (anchor) cạnh đoạn văn, chú thích trong hộp văn bản ngay sau ảnh; câu trích dẫn in "
        "nghiêng đậm",
        raw=sent(
            CONG_AN,
            "Tin ATGT tháng 10",
            "Kính gửi BBT: CAX gửi tin ATGT. Đề nghị đưa tin trên trang và fanpage.\nTrân trọng!\nTrực ban CAX\n",
            docx(
                "ATGT T10.docx",
                word(
                    p("AN TOÀN GIAO THÔNG: TỪ NHẮC NHỞ ĐẾN Ý THỨC", bold=True, align="center"),
                    p(r(body[0]), align="both"),
                    p(floating[0], box(p("Phát mũ bảo hiểm cho học sinh", italic=True, align="center"))),
                    p(r(body[1], bold=True, italic=True), align="both"),
                    p(floating[1], box(p("Lắp gương cầu lồi tại ngã ba Cây Đa", italic=True, align="center"))),
                    p(r(body[2]), align="both"),
                    p("Tin, ảnh: CAX", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="AN TOÀN GIAO THÔNG: TỪ NHẮC NHỞ ĐẾN Ý THỨC",
                body=body,
                byline="Tin, ảnh: CAX",
                photos={1: "Phát mũ bảo hiểm cho học sinh", 2: "Lắp gương cầu lồi tại ngã ba Cây Đa"},
            )
        ],
        never=("Kính gửi", "fanpage", "Trực ban CAX"),
    )


def headings_of_python_docx() -> Contribution:
    lead = "Hai mươi năm, một lớp học chữ không bảng tên, không học phí, và một người thầy đã ngoài bảy mươi."
    body = [
        "Lớp học sau vườn nhãn",
        (
            "Lớp họp mỗi tối thứ Ba, thứ Năm trong gian nhà ngang sau vườn nhãn của thầy Mông Văn Mở Lối. Học "
            "trò là những bà, "
            "những chị chưa từng cầm bút, có người đã lên chức bà nội."
        ),
        "Quả ngọt",
        (
            "Đến nay 143 người đã đọc thông, viết thạo. Chị Giàng Thị Nét Chữ viết lá thư đầu tiên cho con "
            "trai đang đóng quân "
            "ngoài đảo, thư dài đúng bảy dòng."
        ),
    ]
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Trường THCS An Mẫu - Tập san Tri ân"
    document.add_heading("Ông giáo làng và lớp học sau vườn nhãn", level=2)
    document.add_paragraph().add_run(lead).bold = True
    document.add_heading(body[0], level=3)
    document.add_paragraph(body[1])
    document.add_picture(BytesIO(picture(3)), width=Cm(12))
    document.add_paragraph("Hình 1. Thầy Mở Lối chấm bài bên đèn bàn", style="Caption")
    document.add_heading(body[2], level=3)
    document.add_paragraph(body[3])
    end = document.add_paragraph("Thực hiện: Nhóm CLB Phóng viên nhỏ")
    end.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    buffer = BytesIO()
    document.save(buffer)
    return Contribution(
        why="python-docx: tiêu đề Heading 2, tiểu mục Heading 3, đầu trang có chữ, chú thích kiểu Caption có Hình 1.",
        raw=sent(
            THCS,
            "Bài dự thi tri ân thầy cô",
            "Kính gửi BBT,\nCLB Phóng viên nhỏ của trường có bài viết nhân ngày 20/11, gửi BBT sử dụng.\nChúc "
            "BBT sức khoẻ!\n",
            docx("ong giao lang.docx", buffer.getvalue()),
        ),
        articles=[
            Truth(
                title="Ông giáo làng và lớp học sau vườn nhãn",
                summary=lead,
                body=body,
                byline="Thực hiện: Nhóm CLB Phóng viên nhỏ",
                photos={3: "Thầy Mở Lối chấm bài bên đèn bàn"},
            )
        ],
        never=("Tập san Tri ân", "gửi BBT sử dụng"),
    )


def one_item_with_a_number() -> Contribution:
    body = paragraphs("""
        Ngày 02/11/2026, Ban Chỉ huy Quân sự xã An Mẫu tổ chức gặp mặt 21 công dân đủ điều kiện lên đường nhập ngũ năm
        2027. Các gia đình được nghe phổ biến chế độ, chính sách và thời gian giao quân.

        Tại buổi gặp mặt, ba thanh niên viết đơn tình nguyện nhập ngũ, trong đó có một người vừa tốt nghiệp đại học.
    """)
    return Contribution(
        why="chỉ một tin nhưng tiêu đề vẫn ghi Tin 01:, các ý đánh số tự động ở giữa bài",
        raw=sent(
            QUAN_SU,
            "tin QS tuần 44",
            "BCHQS xã gửi BBT 01 tin, nhờ BBT đăng.\n",
            docx(
                "Tin QS tuan 44.docx",
                word(
                    p("Tin 01: Gặp mặt công dân chuẩn bị nhập ngũ", bold=True),
                    p(body[0], align="both"),
                    item("Thời gian giao quân: dự kiến tháng 02/2027."),
                    item("Trợ cấp, quà tặng: theo quy định hiện hành."),
                    p(body[1], align="both"),
                    p("BCHQS xã", bold=True, align="right"),
                    lists=numbering(),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Gặp mặt công dân chuẩn bị nhập ngũ",
                body=[
                    body[0],
                    "1. Thời gian giao quân: dự kiến tháng 02/2027.",
                    "2. Trợ cấp, quà tặng: theo quy định hiện hành.",
                    body[1],
                ],
                byline="BCHQS xã",
            )
        ],
        never=("Tin 01", "nhờ BBT"),
    )


def note_to_the_board_at_the_end_of_the_file() -> Contribution:
    sapo = "Chỉ một chiếc ghế đá, vài chậu hoa, góc chờ xe buýt đầu thôn đã thành nơi người ta muốn nán lại."
    body = paragraphs("""
        Ý tưởng bắt đầu từ một buổi chiều mưa, khi chị em thấy học sinh đứng nép dưới gốc cây đợi xe. Chi hội phụ nữ
        thôn
        Xóm Mới bàn nhau dựng một mái che lợp tôn, kê ghế, treo tủ sách nhỏ.

        Kinh phí 11,5 triệu đồng do 76 hội viên đóng góp bằng cách bán phế liệu trong năm tháng. Đến nay góc chờ có 130
        cuốn sách, ai mượn tự ghi vào sổ, chưa mất cuốn nào.
    """)
    photos = archive(
        [
            Entry(name="Anh 1.jpg", content=picture(4)),
            Entry(name="Anh 2.jpg", content=picture(5)),
        ]
    )
    return Contribution(
        why="nhãn Sapo: và Nội dung: trong tệp; cuối tệp có dòng Ghi chú cho ban biên tập; ảnh trong tệp nén",
        raw=sent(
            HPN,
            "Bài góc chờ xe buýt + ảnh",
            "Em gửi bài kèm ảnh nén zip nhé chị.\n",
            docx(
                "goc cho xe.docx",
                word(
                    p(r("Tên bài: ", bold=True), r("Góc chờ xe buýt của chị em Xóm Mới")),
                    p(r("Sapo: ", bold=True), r(sapo)),
                    p(r("Nội dung:", bold=True)),
                    *(p(text) for text in body),
                    p("Ảnh 1: Học sinh đọc sách trong lúc chờ xe"),
                    p("Ảnh 2: Hội viên thay chậu hoa mới"),
                    p(r("Tác giả: ", bold=True), r("Bàng Thị Dừng Chân - Chi hội trưởng")),
                    p("Ghi chú: BBT chọn ảnh 1 làm ảnh đại diện giúp Hội.", italic=True),
                ),
            ),
            attachment("anh.zip", "application/zip", photos),
        ),
        articles=[
            Truth(
                title="Góc chờ xe buýt của chị em Xóm Mới",
                summary=sapo,
                body=body,
                byline="Tác giả: Bàng Thị Dừng Chân - Chi hội trưởng",
                author="Bàng Thị Dừng Chân",
                photos={4: "Học sinh đọc sách trong lúc chờ xe", 5: "Hội viên thay chậu hoa mới"},
            )
        ],
        never=("Ghi chú", "ảnh đại diện", "Tên bài", "Sapo"),
    )


ALL = (
    caption_boxes_on_floating_pictures,
    headings_of_python_docx,
    one_item_with_a_number,
    note_to_the_board_at_the_end_of_the_file,
)
