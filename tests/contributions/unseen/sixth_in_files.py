"""Files of the sixth batch: numbered photos, odd spaces and normal forms, sections, a long caption."""

import unicodedata

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import HND, TRAM, VAN_PHONG, docx, jpg, sent
from tests.contributions.unseen.senders import MAM_NON
from tests.contributions.word import p, pic, style, word


def sections_and_a_name_with_the_office_below() -> Contribution:
    sapo = "Một năm sau ngày vận hành chính quyền hai cấp, người dân An Mẫu thấy gì từ tấm biển Một cửa?"
    body = [
        "1. Gần dân hơn",
        "Bà Tráng Thị Hồ Sơ ở thôn Cầu Giả kể trước đây đi làm giấy tờ phải qua hai chuyến đò, nay chỉ mất mười phút.",
        "2. Nhanh hơn",
        "Tỷ lệ hồ sơ trả trước hạn đạt 61%, trong đó lĩnh vực hộ tịch hầu hết được trả trong ngày.",
        "3. Và những điều còn trăn trở",
        "Nhiều người cao tuổi vẫn lúng túng với dịch vụ công trực tuyến. Xã đã bố trí mỗi thôn một điểm hỗ trợ.",
    ]
    return Contribution(
        why="ba tiểu mục đánh số in đậm; cuối bài tên tác giả nghiêng căn phải, dòng dưới là đơn vị trong ngoặc",
        raw=sent(
            VAN_PHONG,
            "Bài một năm chính quyền 2 cấp",
            "Gửi BBT bài viết của Văn phòng.\n",
            docx(
                "mot nam.docx",
                word(
                    p("Một năm nhìn lại từ bộ phận Một cửa", bold=True, align="center"),
                    p(sapo, bold=True),
                    *(p(text, bold=text[0].isdigit()) for text in body),
                    p("Hà Lan", bold=True, italic=True, align="right"),
                    p("(Văn phòng HĐND và UBND xã)", italic=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Một năm nhìn lại từ bộ phận Một cửa",
                summary=sapo,
                body=body,
                byline="Hà Lan\n(Văn phòng HĐND và UBND xã)",
                author="Hà Lan",
            )
        ],
        never=("Gửi BBT",),
    )


def two_files_with_photos_named_after_them() -> Contribution:
    first = paragraphs("""
        Sáng 04/11, Trạm Y tế xã tổ chức cân, đo và uống vitamin A cho 356 trẻ dưới năm tuổi tại bốn điểm. Tỷ lệ trẻ
        được
        uống đạt 98,6%.

        Qua cân đo, có 21 trẻ suy dinh dưỡng thể nhẹ cân, được lập danh sách theo dõi hằng tháng.
    """)
    second = paragraphs("""
        Chiều 04/11, Trạm Y tế xã ra quân phun hóa chất diệt muỗi tại 120 hộ quanh ổ dịch sốt xuất huyết thôn Xóm Mới.

        Cán bộ y tế hướng dẫn các hộ lật úp dụng cụ chứa nước, thả cá vào bể, phát quang bụi rậm quanh nhà.
    """)
    return Contribution(
        why="hai tệp Tin 1, Tin 2; ảnh đặt tên tin 1 (1), tin 1 (2), tin 2; chú thích đánh số trong từng tệp",
        raw=sent(
            TRAM,
            "TYT gửi 02 tin",
            "Kính gửi BBT 02 tin của Trạm.\n\nTrạm Y tế xã An Mẫu\n",
            docx(
                "Tin 1.docx",
                word(
                    p("Uống vitamin A cho trẻ dưới năm tuổi", bold=True, align="center"),
                    *(p(text) for text in first),
                    p("Ảnh 1: Cho trẻ uống vitamin A"),
                    p("Ảnh 2: Cân trẻ tại điểm Bãi Mẫu"),
                    p("Tin, ảnh: TYT xã", bold=True, align="right"),
                ),
            ),
            docx(
                "Tin 2.docx",
                word(
                    p("Phun hóa chất diệt muỗi tại thôn Xóm Mới", bold=True, align="center"),
                    *(p(text) for text in second),
                    p("Ảnh: Phun hóa chất quanh nhà dân"),
                    p("Tin, ảnh: TYT xã", bold=True, align="right"),
                ),
            ),
            jpg("tin 2.jpg", 7),
            jpg("tin 1 (2).jpg", 6),
            jpg("tin 1 (1).jpg", 5),
        ),
        articles=[
            Truth(
                title="Uống vitamin A cho trẻ dưới năm tuổi",
                body=first,
                byline="Tin, ảnh: TYT xã",
                photos={5: "Cho trẻ uống vitamin A", 6: "Cân trẻ tại điểm Bãi Mẫu"},
            ),
            Truth(
                title="Phun hóa chất diệt muỗi tại thôn Xóm Mới",
                body=second,
                byline="Tin, ảnh: TYT xã",
                photos={7: "Phun hóa chất quanh nhà dân"},
            ),
        ],
        never=("Kính gửi",),
    )


def odd_spaces_and_normal_forms() -> Contribution:
    title = "Trường Mầm non Hoa Mẫu tổ chức ngày hội dinh dưỡng của bé"
    sapo = "Những mâm cơm nhỏ xíu do chính tay các bé bày biện đã làm nên một buổi sáng rộn tiếng cười."
    body = paragraphs("""
        Ngày hội diễn ra sáng 05/11 với sự tham gia của 210 trẻ và phụ huynh. Các bé được xem cô cấp dưỡng nấu ăn,
        được tự
        tay nhặt rau, rửa bát và bày mâm cơm.

        Nhà trường cũng giới thiệu thực đơn bốn tuần, công khai giá từng bữa ăn để phụ huynh góp ý.
    """)

    def spaced(text: str) -> str:
        return unicodedata.normalize("NFD", text).replace(" của ", "\u00a0của\u00a0").replace(", ", ",\u2009 ")

    return Contribution(
        why="NFD, dấu cách không ngắt, dấu cách hẹp, ký tự không rộng lẫn trong chữ; sapo nghiêng theo style",
        raw=sent(
            MAM_NON,
            "Tin ngày hội dinh dưỡng",
            "Trường MN Hoa Mẫu kính gửi BBT. Mong được hỗ trợ đăng tin. Trường xin cảm ơn!\n",
            docx(
                "dinh duong.docx",
                word(
                    p(spaced(title), bold=True, align="center"),
                    p(spaced(sapo), style="Dan"),
                    *(p(spaced(text)) for text in body),
                    p(pic(8), align="center"),
                    p(spaced("Các bé bày mâm cơm của lớp Lá"), italic=True, align="center"),
                    p(spaced("Tin, ảnh: Giàng Thị Búp Măng"), bold=True, align="right"),
                    styles=style("Normal") + style("Dan", based_on="Normal", look="<w:i/>"),
                ),
            ),
        ),
        articles=[
            Truth(
                title=title,
                summary=sapo,
                body=body,
                byline="Tin, ảnh: Giàng Thị Búp Măng",
                author="Giàng Thị Búp Măng",
                photos={8: "Các bé bày mâm cơm của lớp Lá"},
            )
        ],
        never=("Mong được", "xin cảm ơn"),
    )


def two_unions_and_a_long_caption() -> Contribution:
    body = paragraphs("""
        Sáng 05/11/2026, Hội Nông dân và Hội LHPN xã An Mẫu ký kết chương trình phối hợp giai đoạn 2026 - 2031, tập
        trung
        vào ba nội dung: vay vốn, dạy nghề và bảo vệ môi trường.

        Theo chương trình, hai hội sẽ cùng quản lý 26 tổ tiết kiệm và vay vốn, mỗi năm mở ít nhất bốn lớp dạy nghề ngắn
        hạn. Lễ ký kết có sự chứng kiến của đồng chí Trần Văn Mẫu, Bí thư Đảng ủy xã.
    """)
    caption = (
        "Từ trái sang: bà Đỗ Thị Gương, Chủ tịch Hội LHPN xã; đồng chí Trần Văn Mẫu, Bí thư Đảng ủy xã và ông "
        "Đinh Văn Thư "
        "Từ, Chủ tịch Hội Nông dân xã tại lễ ký kết"
    )
    return Contribution(
        why="chú thích dài liệt kê người từ trái sang, có dấu chấm phẩy; Tin của một hội, Ảnh của hội kia trên "
        "hai dòng",
        raw=sent(
            HND,
            "Hội ND gửi tin ký kết",
            "Kính gửi: BBT\nHội Nông dân xã gửi tin ký kết phối hợp với Hội LHPN. Ảnh kèm trong file.\nTrân trọng.\n",
            docx(
                "ky ket.docx",
                word(
                    p("KÝ KẾT CHƯƠNG TRÌNH PHỐI HỢP GIỮA HỘI NÔNG DÂN VÀ HỘI LHPN XÃ", bold=True, align="center"),
                    p(body[0]),
                    p(pic(9), align="center"),
                    p(caption, italic=True, align="both"),
                    p(body[1]),
                    p("Tin: Hội ND xã", bold=True, align="right"),
                    p("Ảnh: Hội LHPN xã", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="KÝ KẾT CHƯƠNG TRÌNH PHỐI HỢP GIỮA HỘI NÔNG DÂN VÀ HỘI LHPN XÃ",
                body=body,
                byline="Tin: Hội ND xã\nẢnh: Hội LHPN xã",
                photos={9: caption},
            )
        ],
        never=("Kính gửi", "Ảnh kèm trong file"),
    )


ALL = (
    sections_and_a_name_with_the_office_below,
    two_files_with_photos_named_after_them,
    odd_spaces_and_normal_forms,
    two_unions_and_a_long_caption,
)
