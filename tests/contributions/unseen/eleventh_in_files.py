"""Files of the eleventh batch in other forms: .doc, .rtf, .odt and PDF by LibreOffice, old fonts, captions apart."""

from collections.abc import Callable, Mapping
from pathlib import Path

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import DOAN, PDF, TRAM, VAN_PHONG, docx, jpg, sent
from tests.contributions.unseen.senders import CCB, CONG_DOAN, QUAN_SU
from tests.contributions.word import fonts, p, pic, r, style, word
from tests.ingest.vietnamese.alphabet import to_tcvn3, to_vni
from tests.mail.making.mime import attachment

MATERIAL = Path(__file__).with_name("material")
WORD97, RTF, ODT = "application/msword", "application/rtf", "application/vnd.oasis.opendocument.text"

MILITIA = paragraphs("""
    Ngày 17/11, Ban Chỉ huy Quân sự xã An Mẫu tổ chức huấn luyện bổ sung cho 46 chiến sĩ dân quân cơ động.

    Nội dung huấn luyện gồm bắn súng tiểu liên, ném lựu đạn và kỹ thuật cứu hộ, cứu nạn khi có lũ quét.

    Kết quả kiểm tra bắn đạn thật, 100% đạt yêu cầu, trong đó 78% khá, giỏi.
""")
MILITIA_TITLE = "Huấn luyện bổ sung cho dân quân cơ động"
UNION = paragraphs("""
    Chiều 18/11, Công đoàn phường Bến Thử phối hợp với siêu thị khai trương Phiên chợ nghĩa tình dành cho công nhân.

    Với phiếu mua hàng 300.000 đồng do Công đoàn tặng, 180 công nhân khó khăn được chọn gạo, dầu ăn, sữa với giá giảm
    20%.

    Phiên chợ mở cửa hết ngày 20/11.
""")
UNION_TITLE = "Phiên chợ nghĩa tình cho công nhân Bến Thử"
UNION_CAPTION = "Công nhân chọn hàng tại phiên chợ"
TREES = paragraphs("""
    Hưởng ứng Tết trồng cây, Hội Cựu chiến binh xã An Mẫu nhận trồng và chăm sóc 1.200 cây lát hoa trên đồi Pú Mẫu.

    Sau một năm, tỷ lệ cây sống đạt 94%. Các hội viên chia nhau mỗi tháng hai lần lên phát cỏ, bón phân.

    Ông Trần Bến, Chủ tịch Hội cho biết mười năm nữa đồi lát sẽ thành vốn quý cho con cháu.
""")
TREES_TITLE = "Đồi lát của những người lính già"
TREES_CAPTION = "Hội viên cựu chiến binh chăm sóc đồi lát"
BUDGET = paragraphs("""
    Sáng 19/11, Ban Kinh tế - Ngân sách HĐND xã An Mẫu giám sát việc thu, chi ngân sách tại Trường THCS An Mẫu và
    Trường Tiểu học Bãi Mẫu.

    Qua giám sát, các trường thực hiện công khai các khoản thu theo quy định, hồ sơ chứng từ được lưu giữ đầy đủ.

    Đoàn giám sát đề nghị các trường rà soát tài sản công, thanh lý thiết bị hỏng trước khi sáp nhập điểm trường.
""")
BUDGET_TITLE = "Giám sát thu, chi ngân sách tại các trường học"


def militia_source() -> bytes:
    """What LibreOffice made `material/dan-quan.doc` of: TCVN3."""
    old = ".VnTime"
    return word(
        p(r(to_tcvn3(MILITIA_TITLE), font=old, bold=True), align="center"),
        *(p(r(to_tcvn3(text), font=old), align="both") for text in MILITIA),
        p(r(to_tcvn3("Tin: Vàng A Súng - Ban CHQS xã"), font=old, bold=True), align="right"),
    )


def union_source() -> bytes:
    """What LibreOffice made `material/phien-cho.rtf` of."""
    return word(
        p(UNION_TITLE, bold=True, align="center"),
        p(UNION[0], align="both"),
        p(pic(4), align="center"),
        p(UNION_CAPTION, italic=True, align="center"),
        p(UNION[1], align="both"),
        p(UNION[2], align="both"),
        p("Thanh Tú", bold=True, align="right"),
    )


def trees_source() -> bytes:
    """What LibreOffice made `material/doi-lat.odt` of."""
    return word(
        p(TREES_TITLE, bold=True, align="center"),
        p(TREES[0], align="both"),
        p(TREES[1], align="both"),
        p(pic(5), align="center"),
        p(TREES_CAPTION, italic=True, align="center"),
        p(TREES[2], align="both"),
        p("Bài, ảnh: Hội CCB xã", bold=True, align="right"),
    )


def budget_source() -> bytes:
    """What LibreOffice made `material/giam-sat.pdf` of."""
    return word(
        p(BUDGET_TITLE, bold=True, align="center"),
        *(p(text, align="both") for text in BUDGET),
        p("Tin: Văn phòng HĐND và UBND xã", bold=True, align="right"),
    )


LIBREOFFICE: Mapping[str, tuple[str, Callable[[], bytes]]] = {
    "dan-quan.doc": ("doc:MS Word 97", militia_source),
    "phien-cho.rtf": ("rtf:Rich Text Format", union_source),
    "doi-lat.odt": ("odt:writer8", trees_source),
    "giam-sat.pdf": ("pdf:writer_pdf_Export", budget_source),
}


def militia_in_word_97() -> Contribution:
    return Contribution(
        why=".doc phông .VnTime; thư không dấu; một ảnh rời",
        raw=sent(
            QUAN_SU,
            "tin huan luyen dan quan",
            "Kinh gui Ban bien tap. Ban CHQS xa gui tin huan luyen. Tran trong cam on.\n",
            attachment("tin huan luyen.doc", WORD97, MATERIAL.joinpath("dan-quan.doc").read_bytes()),
            jpg("huan luyen.jpg", 6),
        ),
        articles=[
            Truth(
                title=MILITIA_TITLE,
                body=MILITIA,
                byline="Tin: Vàng A Súng - Ban CHQS xã",
                author="Vàng A Súng",
                photos={6: None},
            )
        ],
        never=("Kinh gui", "Tran trong"),
    )


def union_in_rtf() -> Contribution:
    return Contribution(
        why=".rtf có ảnh và chú thích; tên tác giả một mình căn phải",
        raw=sent(
            CONG_DOAN,
            "Tin phiên chợ nghĩa tình",
            "Gửi BBT tin Phiên chợ nghĩa tình. Nhờ BBT đăng trước 20/11 vì phiên chợ chỉ mở đến ngày đó.\n",
            attachment("phien cho.rtf", RTF, MATERIAL.joinpath("phien-cho.rtf").read_bytes()),
        ),
        articles=[
            Truth(
                title=UNION_TITLE,
                body=UNION,
                byline="Thanh Tú",
                author="Thanh Tú",
                photos={4: UNION_CAPTION},
            )
        ],
        never=("Nhờ BBT",),
    )


def veterans_in_odt() -> Contribution:
    return Contribution(
        why=".odt có ảnh giữa bài, chú thích nghiêng",
        raw=sent(
            CCB,
            "Bài viết đồi lát",
            "Kính gửi BBT\nHội gửi bài viết, nhờ BBT sửa giúp.\nChào trân trọng\n",
            attachment("Doi lat.odt", ODT, MATERIAL.joinpath("doi-lat.odt").read_bytes()),
        ),
        articles=[Truth(title=TREES_TITLE, body=TREES, byline="Bài, ảnh: Hội CCB xã", photos={5: TREES_CAPTION})],
        never=("Kính gửi", "sửa giúp", "Chào trân trọng"),
    )


def council_in_pdf() -> Contribution:
    return Contribution(
        why="bài lưu thành PDF từ Word, ảnh rời đính kèm",
        raw=sent(
            VAN_PHONG,
            "Tin giám sát thu chi trường học",
            "Văn phòng gửi BBT tin giám sát (bản PDF) và ảnh.\nTrân trọng./.\n",
            attachment("Tin giam sat.pdf", PDF, MATERIAL.joinpath("giam-sat.pdf").read_bytes()),
            jpg("giam sat 1.jpg", 7),
        ),
        articles=[
            Truth(
                title=BUDGET_TITLE,
                body=BUDGET,
                byline="Tin: Văn phòng HĐND và UBND xã",
                photos={7: None},
            )
        ],
        never=("bản PDF", "Trân trọng"),
    )


def clinic_in_vni_with_capitals() -> Contribution:
    title = "Tập huấn sơ cấp cứu cho y tế thôn"
    body = paragraphs("""
        Trong hai ngày 16 và 17/11, Trạm Y tế xã An Mẫu tổ chức tập huấn sơ cấp cứu ban đầu cho 14 nhân viên y tế thôn
        và cô đỡ thôn bản.

        Học viên được thực hành cầm máu, cố định xương gãy, ép tim ngoài lồng ngực và xử trí khi bị rắn cắn.
    """)
    caption = "Học viên thực hành cố định xương gãy"
    old = "VNI-Times"
    return Contribution(
        why="VNI theo phông từng run; chú thích VNI dưới ảnh; dòng tác giả VNI; thư Unicode",
        raw=sent(
            TRAM,
            "Tin tập huấn sơ cấp cứu",
            "Trạm gửi tin ạ, máy trạm vẫn dùng phông cũ nên BBT thông cảm.\n",
            docx(
                "so cap cuu.docx",
                word(
                    p(r(to_vni(title), font=old, bold=True), align="center"),
                    p(r(to_vni(body[0]), font=old), align="both"),
                    p(pic(8), align="center"),
                    p(r(to_vni(caption), font=old, italic=True), align="center"),
                    p(r(to_vni(body[1]), font=old), align="both"),
                    p(r(to_vni("Tin, ảnh: Điêu Thị Sáng"), font=old, bold=True), align="right"),
                    styles=style("Normal", look=fonts("Times New Roman")),
                ),
            ),
        ),
        articles=[
            Truth(
                title=title,
                body=body,
                byline="Tin, ảnh: Điêu Thị Sáng",
                author="Điêu Thị Sáng",
                photos={8: caption},
            )
        ],
        never=("phông cũ",),
    )


def youth_with_captions_in_a_second_file() -> Contribution:
    body = paragraphs("""
        Sáng 15/11, Đoàn xã An Mẫu ra quân sửa chữa nhà cho gia đình chính sách Hù Văn Tấm ở thôn Cầu Giả. 32 đoàn viên
        tham gia lợp lại mái, sơn tường và làm sân.

        Kinh phí 18 triệu đồng được trích từ quỹ "Nghĩa tình đồng đội" và ủng hộ của các nhà hảo tâm.
    """)
    return Contribution(
        why="bài một tệp, chú thích ảnh một tệp Word khác đánh số Ảnh 1:, Ảnh 2:, Ảnh 3:; ba ảnh rời đánh số",
        raw=sent(
            DOAN,
            "Đoàn xã gửi tin sửa nhà",
            "Kính gửi BBT, Đoàn xã gửi file tin, file chú thích ảnh và 3 ảnh ạ. Em cảm ơn!\n",
            docx(
                "Tin sua nha.docx",
                word(
                    p("Đoàn viên An Mẫu sửa nhà cho gia đình chính sách", bold=True, align="center"),
                    *(p(text, align="both") for text in body),
                    p("Tin, ảnh: Cầm Thị Xanh", bold=True, align="right"),
                ),
            ),
            docx(
                "Chu thich anh.docx",
                word(
                    p("CHÚ THÍCH ẢNH", bold=True, align="center"),
                    p("Ảnh 1: Đoàn viên lợp lại mái nhà"),
                    p("Ảnh 2: Sơn tường nhà ông Hù Văn Tấm"),
                    p("Ảnh 3: Trao quà cho gia đình"),
                ),
            ),
            jpg("1.jpg", 9),
            jpg("2.jpg", 10),
            jpg("3.jpg", 11),
        ),
        articles=[
            Truth(
                title="Đoàn viên An Mẫu sửa nhà cho gia đình chính sách",
                body=body,
                byline="Tin, ảnh: Cầm Thị Xanh",
                author="Cầm Thị Xanh",
                photos={
                    9: "Đoàn viên lợp lại mái nhà",
                    10: "Sơn tường nhà ông Hù Văn Tấm",
                    11: "Trao quà cho gia đình",
                },
            )
        ],
        never=("Em cảm ơn", "CHÚ THÍCH ẢNH"),
    )


ALL = (
    militia_in_word_97,
    union_in_rtf,
    veterans_in_odt,
    council_in_pdf,
    clinic_in_vni_with_capitals,
    youth_with_captions_in_a_second_file,
)
