"""Documents that programs wrote: LibreOffice's .doc, .rtf and .odt (in `material/`), and python-docx.

`build` makes the files of LibreOffice from what stands here; they are not the same bytes twice.
"""

from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.pictures import picture, small
from tests.contributions.sending import CONG_AN, HND, HPN, THCS, VHXH, docx, jpg, sent
from tests.contributions.word import TIMES, fonts, p, pic, style, table, word
from tests.ingest.vietnamese.alphabet import to_tcvn3
from tests.mail.making.mime import attachment

MATERIAL = Path(__file__).with_name("material")
NOTE = "Kính gửi BBT!\nĐơn vị gửi bài trong tệp đính kèm.\nTrân trọng./.\n"

WELL = paragraphs("""
    Vừa qua, thôn Cầu Giả đưa vào sử dụng giếng khoan tập thể cấp nước cho 74 hộ ở khu đồi Cây Sấu, nơi nhiều năm
    liền thiếu nước vào mùa khô.

    Giếng sâu 86 m, bơm bằng điện mặt trời, mỗi giờ cho khoảng 5 m³ nước. Ban quản lý do dân bầu gồm năm người, thu
    mỗi khối nước 4.000 đồng để bảo dưỡng máy.

    Bà Bàng Thị Hình Tượng nhà ở cuối đồi kể trước đây mỗi ngày phải gánh mười hai đôi nước, nay vặn vòi là có.
""")
CHOIR = paragraphs("""
    Câu lạc bộ Tiếng hát đồng quê của Hội LHPN xã An Mẫu tròn một năm hoạt động. Từ 12 thành viên ban đầu, nay câu
    lạc bộ có 39 chị em, người trẻ nhất 22, người cao tuổi nhất 71.

    Các chị tự sưu tầm lời cổ, mời nghệ nhân về dạy, may trang phục từ vải cũ. Trong năm, câu lạc bộ biểu diễn 26
    buổi phục vụ bà con, trong đó bốn buổi tại bệnh viện tỉnh.
""")
CARP = paragraphs("""
    Hội Nông dân xã phối hợp với Phòng Kinh tế thả 1,5 vạn con cá giống xuống đoạn sông Mẫu chảy qua địa bàn nhằm
    tái tạo nguồn lợi thủy sản. Các loại cá được thả gồm chép, trôi, mè và trắm cỏ.

    Cùng với thả cá, 110 hộ làm nghề chài lưới ký cam kết không dùng kích điện, không dùng lưới mắt nhỏ trong mùa
    sinh sản.
""")


def _word97_source() -> bytes:
    return word(
        p("Nước về đồi Cây Sấu", bold=True, align="center"),
        p(WELL[0], align="both"),
        p(pic(1), align="center"),
        p("Giếng khoan tập thể ở khu đồi Cây Sấu", italic=True, align="center"),
        p(WELL[1], align="both"),
        p(WELL[2], align="both"),
        p("Bài và ảnh: Khánh Tạo Hình", bold=True, align="right"),
    )


def _rtf_source() -> bytes:
    return word(
        p("MỘT NĂM TIẾNG HÁT ĐỒNG QUÊ", bold=True, align="center"),
        *(p(text, align="both") for text in CHOIR),
        p("Tin: Nhung Ẩn Ngữ", bold=True, align="right"),
    )


def _tcvn3_source() -> bytes:
    return word(
        p(to_tcvn3("Thả cá giống tái tạo nguồn lợi thủy sản"), bold=True, align="center", style="Dam"),
        *(p(to_tcvn3(text), style="Dam", align="both") for text in CARP),
        p(to_tcvn3("Tin: Hà Vỏ Bọc"), style="Dam", bold=True, align="right"),
        styles=style("Normal", look=fonts(TIMES)) + style("Dam", based_on="Normal", look=fonts(".VnTime")),
    )


def _odt_source() -> bytes:
    return word(
        p("Lớp học bơi miễn phí của chiến sĩ công an xã", bold=True, align="center"),
        p(SWIM[0], align="both"),
        table(
            (p(pic(2), align="center"), p(pic(3), align="center")),
            (
                p("Khởi động trước khi xuống nước", italic=True, align="center"),
                p("Các em tập nổi với phao", italic=True, align="center"),
            ),
        ),
        p(SWIM[1], align="both"),
        p("Tin, ảnh: Kiên Giả Sử", bold=True, align="right"),
    )


SWIM = paragraphs("""
    Hè năm nay, Công an xã An Mẫu mở bốn lớp học bơi miễn phí cho 120 trẻ em hoàn cảnh khó khăn. Lớp học diễn ra vào
    sáng thứ Bảy, Chủ nhật tại bể bơi di động đặt ở sân nhà văn hóa thôn Xóm Mới.

    Ngoài kỹ thuật bơi, các em học cách cứu đuối gián tiếp bằng sào, phao, dây. Kết thúc khóa, 113 em bơi được 25 m,
    được cấp giấy chứng nhận và tặng áo phao.
""")
LIBREOFFICE: Mapping[str, tuple[str, Callable[[], bytes]]] = {
    "nuoc-ve-doi.doc": ("doc:MS Word 97", _word97_source),
    "tieng-hat.rtf": ("rtf:Rich Text Format", _rtf_source),
    "tha-ca.doc": ("doc:MS Word 97", _tcvn3_source),
    "hoc-boi.odt": ("odt:writer8", _odt_source),
}


def _made(name: str) -> bytes:
    return MATERIAL.joinpath(name).read_bytes()


def word_97_with_a_picture() -> Contribution:
    return Contribution(
        why=".doc (Word 97) do LibreOffice lưu, ảnh và chú thích bên trong",
        raw=sent(
            VHXH,
            "Bài nước sạch đồi Cây Sấu",
            NOTE,
            attachment("Nuoc ve doi.doc", "application/msword", _made("nuoc-ve-doi.doc")),
        ),
        articles=[
            Truth(
                title="Nước về đồi Cây Sấu",
                body=WELL,
                byline="Bài và ảnh: Khánh Tạo Hình",
                author="Khánh Tạo Hình",
                photos={1: "Giếng khoan tập thể ở khu đồi Cây Sấu"},
            )
        ],
        never=("Kính gửi", "Trân trọng"),
    )


def rich_text() -> Contribution:
    return Contribution(
        why=".rtf do LibreOffice lưu",
        raw=sent(HPN, "Tin CLB", NOTE, attachment("tieng hat.rtf", "application/rtf", _made("tieng-hat.rtf"))),
        articles=[
            Truth(title="MỘT NĂM TIẾNG HÁT ĐỒNG QUÊ", body=CHOIR, byline="Tin: Nhung Ẩn Ngữ", author="Nhung Ẩn Ngữ")
        ],
    )


def word_97_in_tcvn3() -> Contribution:
    return Contribution(
        why=".doc (Word 97), chữ TCVN3 theo phông của style, ảnh rời",
        raw=sent(
            HND,
            "tin tha ca",
            NOTE,
            attachment("tha ca.doc", "application/msword", _made("tha-ca.doc")),
            jpg("tha ca.jpg", 4),
        ),
        articles=[
            Truth(
                title="Thả cá giống tái tạo nguồn lợi thủy sản",
                body=CARP,
                byline="Tin: Hà Vỏ Bọc",
                author="Hà Vỏ Bọc",
                photos={4: None},
            )
        ],
    )


def open_document() -> Contribution:
    return Contribution(
        why=".odt do LibreOffice lưu, hai ảnh và hai chú thích trong bảng",
        raw=sent(
            CONG_AN,
            "Tin học bơi",
            NOTE,
            attachment("hoc boi.odt", "application/vnd.oasis.opendocument.text", _made("hoc-boi.odt")),
        ),
        articles=[
            Truth(
                title="Lớp học bơi miễn phí của chiến sĩ công an xã",
                body=SWIM,
                byline="Tin, ảnh: Kiên Giả Sử",
                author="Kiên Giả Sử",
                photos={2: "Khởi động trước khi xuống nước", 3: "Các em tập nổi với phao"},
            )
        ],
    )


def python_docx_with_its_template() -> Contribution:
    sapo = (
        "Ngày hội đọc sách năm nay của Trường THCS An Mẫu có thêm phiên chợ đổi sách, nơi tiền tệ duy nhất "
        "là những cuốn sách đã đọc xong."
    )
    body = [
        (
            "Phiên chợ họp ở dãy hành lang tầng một từ 7 giờ 30 đến 10 giờ, mỗi lớp một sạp, tự trang trí và "
            "đặt tên. Luật chơi gồm ba điều:"
        ),
        "Một cuốn đổi một cuốn, không phân biệt dày mỏng.",
        "Người đưa sách phải kể được vì sao nên đọc cuốn ấy.",
        "Sách không ai đổi sẽ tặng thư viện trường.",
        (
            "Hơn 900 cuốn sách đã tìm được chủ mới. Em Mã Thị Ngẫu Nhiên, lớp 7A mang đến bảy cuốn và ra về "
            "với đủ bảy câu chuyện mới."
        ),
    ]
    document = Document()
    document.add_heading("Phiên chợ không dùng tiền", level=0)
    document.add_paragraph().add_run(sapo).italic = True
    document.add_paragraph(body[0])
    for text in body[1:4]:
        document.add_paragraph(text, style="List Bullet")
    document.add_picture(BytesIO(small(5)), width=Cm(11))
    document.paragraphs[-1].alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph("Một sạp sách của lớp 7A", style="Caption")
    document.add_paragraph(body[4])
    end = document.add_paragraph("Bài, ảnh: Trinh Đọc Thử")
    end.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    return Contribution(
        why="python-docx với mẫu mặc định: kiểu Title, List Bullet, Caption",
        raw=sent(THCS, "Bài phiên chợ sách", NOTE, docx("phien cho sach.docx", _saved(document))),
        articles=[
            Truth(
                title="Phiên chợ không dùng tiền",
                summary=sapo,
                body=body,
                byline="Bài, ảnh: Trinh Đọc Thử",
                author="Trinh Đọc Thử",
                photos={5: "Một sạp sách của lớp 7A"},
            )
        ],
    )


def python_docx_with_photos_in_a_row() -> Contribution:
    body = paragraphs("""
        Chi hội Nông dân thôn Bãi Mẫu vừa tổ chức tham quan mô hình nuôi lươn không bùn tại trang trại của anh Lò
        Văn Thí Nghiệm. Hơn 30 hội viên được xem tận mắt hệ thống bể xếp tầng, cách lọc nước và pha thức ăn.

        Theo tính toán, mỗi bể 6 m² thả 2.000 con giống, sau mười tháng cho thu 380 kg lươn thịt. Chi hội sẽ chọn ba
        hộ làm điểm trong năm tới.
    """)
    document = Document()
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.add_run("Tham quan mô hình nuôi lươn không bùn").bold = True
    for text in body:
        document.add_paragraph(text)
    row = document.add_paragraph()
    for number in (6, 7):
        row.add_run().add_picture(BytesIO(picture(number)), width=Cm(7))
    caption = document.add_paragraph()
    caption.alignment = WD_ALIGN_PARAGRAPH.CENTER
    caption.add_run("Hội viên xem hệ thống bể nuôi xếp tầng").italic = True
    document.add_paragraph("Tin, ảnh: CTV Bắc Thí Điểm")
    return Contribution(
        why="python-docx: hai ảnh trên một hàng chung một chú thích; dòng tác giả không căn, không đậm",
        raw=sent(HND, "Tin tham quan", NOTE, docx("nuoi luon.docx", _saved(document))),
        articles=[
            Truth(
                title="Tham quan mô hình nuôi lươn không bùn",
                body=body,
                byline="Tin, ảnh: CTV Bắc Thí Điểm",
                photos={6: "Hội viên xem hệ thống bể nuôi xếp tầng", 7: "Hội viên xem hệ thống bể nuôi xếp tầng"},
            )
        ],
    )


def _saved(document: object) -> bytes:
    buffer = BytesIO()
    document.save(buffer)  # type: ignore[attr-defined]
    return buffer.getvalue()


ALL = (
    word_97_with_a_picture,
    rich_text,
    word_97_in_tcvn3,
    open_document,
    python_docx_with_its_template,
    python_docx_with_photos_in_a_row,
)
