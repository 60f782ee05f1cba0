"""Bylines in their many forms, and lines that name a source."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import CONG_AN, HND, THCS, VAN_PHONG, docx, sent
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


def names_in_capitals_below_the_title() -> Contribution:
    body = paragraphs("""
        Đã thành nếp, cứ chiều thứ Bảy cuối tháng, loa phát thanh thôn Bãi Mẫu lại vang lên câu mở đầu quen thuộc
        của chuyên mục "Chuyện nhà mình". Chuyên mục do ba cụ ông trong thôn tự viết, tự đọc, kể những việc tốt nhỏ
        bé quanh làng.

        Sau hơn một năm, 14 câu chuyện đã lên sóng. Chuyện anh thợ xây trả lại chiếc nhẫn vàng, chuyện cháu bé lớp 4
        nhặt được ví đem nộp công an xã, chuyện hai nhà hàng xóm tự dỡ tường nhường lối đi chung. Nghe riết thành
        quen, người ta bảo nhau sống sao cho khỏi xấu hổ khi cái loa cất tiếng.
    """)
    lead = "Không có phòng thu, không có nhuận bút, ba cụ ông vẫn đều đặn kể chuyện làng qua chiếc loa cũ."
    return Contribution(
        why="tên hai tác giả bằng chữ hoa ngay dưới tiêu đề",
        raw=sent(
            VAN_PHONG,
            "Gửi bài gương người tốt",
            NOTE,
            docx(
                "chuyen nha minh.docx",
                _file(
                    "Chuyện nhà mình trên sóng phát thanh thôn",
                    body,
                    lead=lead,
                    under_title="VĂN HÀO MẪU - TRẦN HỮU THỬ",
                ),
            ),
        ),
        articles=[
            Truth(
                title="Chuyện nhà mình trên sóng phát thanh thôn",
                summary=lead,
                body=body,
                byline="VĂN HÀO MẪU - TRẦN HỮU THỬ",
                author="VĂN HÀO MẪU - TRẦN HỮU THỬ",
            )
        ],
    )


def initials_at_the_end() -> Contribution:
    body = paragraphs("""
        Chiều ngày 24/9/2026, Công an xã An Mẫu đã trao trả chiếc xe máy cho anh Phùng Văn Tỉ Dụ, trú tại thôn Xóm
        Mới. Chiếc xe bị kẻ gian lấy trộm đêm 19/9 khi dựng ngoài hiên.

        Qua trích xuất hình ảnh từ ba mắt camera an ninh của thôn, chỉ sau bốn ngày, công an xã đã xác định được đối
        tượng và thu hồi tang vật. Nhận lại xe, anh Tỉ Dụ gửi thư cảm ơn tới tập thể cán bộ, chiến sĩ.
    """)
    return Contribution(
        why="tác giả viết tắt bốn chữ cái, căn phải ở cuối",
        raw=sent(
            CONG_AN,
            "Tin trả xe",
            NOTE,
            docx(
                "tra xe.docx",
                _file("Trao trả xe máy bị mất trộm cho người dân", body, p("NTAV", bold=True, align="right")),
            ),
        ),
        articles=[
            Truth(
                title="Trao trả xe máy bị mất trộm cho người dân",
                body=body,
                byline="NTAV",
                author="NTAV",
                unit="Công an xã",
            )
        ],
    )


def author_with_the_unit() -> Contribution:
    body = paragraphs("""
        Câu lạc bộ Tiếng Anh của trường vừa tổ chức buổi sinh hoạt với chủ đề "Em kể chuyện quê em". Mười hai nhóm
        học sinh lần lượt giới thiệu bến đò, chợ phiên, cây gạo cổ thụ và món bánh lá bằng tiếng Anh.

        Nhóm kể về bến đò cũ giành giải Nhất nhờ mô hình con thuyền ghép từ que kem. Giáo viên phụ trách cho biết
        buổi sinh hoạt tháng 11 sẽ mời các anh chị sinh viên quê An Mẫu về trò chuyện.
    """)
    return Contribution(
        why="tác giả kèm đơn vị sau gạch ngang",
        raw=sent(
            THCS,
            "tin CLB tiếng Anh",
            NOTE,
            docx(
                "clb.docx",
                _file(
                    "Em kể chuyện quê em bằng tiếng Anh",
                    body,
                    p("Tin, ảnh: Mai Giả Dụ - Trường THCS An Mẫu", align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Em kể chuyện quê em bằng tiếng Anh",
                body=body,
                byline="Tin, ảnh: Mai Giả Dụ - Trường THCS An Mẫu",
                author="Mai Giả Dụ",
                unit="Trường THCS An Mẫu",
                genre="Tin",
            )
        ],
    )


def two_authors_and_an_approver() -> Contribution:
    body = paragraphs("""
        Hội Nông dân xã An Mẫu vừa nghiệm thu mô hình trồng khoai tây vụ đông theo hướng hữu cơ trên diện tích 3,2
        ha với 21 hộ tham gia. Giống khoai do Phòng Kinh tế hỗ trợ 50%, phân vi sinh được ủ từ phụ phẩm nông nghiệp
        ngay tại ruộng.

        Năng suất đạt 18,4 tấn mỗi héc-ta, cao hơn ruộng đối chứng 2,1 tấn; giá bán tại ruộng 11.000 đồng một kg.
        Trừ chi phí, mỗi sào lãi gần 3,5 triệu đồng.

        Hội sẽ nhân rộng ra 10 ha trong vụ tới, ưu tiên những xứ đồng có đường nội đồng thuận tiện.
    """)
    return Contribution(
        why="Bài: hai người; Ảnh: người thứ ba, trên cùng dòng",
        raw=sent(
            HND,
            "Bài khoai tây",
            NOTE,
            docx(
                "khoai tay.docx",
                _file(
                    "Khoai tây hữu cơ bén đất An Mẫu",
                    body,
                    p("Bài: Hà Phép Thử, Ngân Tạm Ứng; Ảnh: CTV", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Khoai tây hữu cơ bén đất An Mẫu",
                body=body,
                byline="Bài: Hà Phép Thử, Ngân Tạm Ứng; Ảnh: CTV",
                author="Hà Phép Thử, Ngân Tạm Ứng",
                genre="Bài",
            )
        ],
    )


ALL = (
    names_in_capitals_below_the_title,
    initials_at_the_end,
    author_with_the_unit,
    two_authors_and_an_approver,
)
