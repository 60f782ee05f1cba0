"""Vietnamese in old encodings and odd normal forms."""

import unicodedata

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import DONG_THU, HND, HPN, THCS, TRAM, VHXH, docx, jpg, sent
from tests.contributions.word import TIMES, fonts, p, pic, r, style, word
from tests.ingest.vietnamese.alphabet import to_tcvn3, to_vni
from tests.mail.making.mime import Leaf, Transfer
from tests.mail.making.vietnamese import cp1258, with_combining_tones


def tcvn3_by_inherited_styles() -> Contribution:
    body = paragraphs("""
        Thực hiện nghị quyết của chi bộ, ngày 12 tháng 9 năm 2026, thôn Đồng Thử tổ chức lễ phát động hiến đất mở
        rộng ngõ xóm. Ngay tại buổi lễ đã có 18 hộ ký cam kết hiến tổng cộng 460 m² đất ở và đất vườn.

        Gia đình ông Thân Văn Đặt Điều hiến nhiều nhất với 72 m², tự phá tường rào dài 30 m và không nhận tiền hỗ
        trợ. Ông nói ngõ rộng thì xe cứu thương vào được, người già trong xóm đỡ lo.

        Dự kiến đến hết tháng 10, năm ngõ của thôn sẽ được mở rộng lên 3,5 m.
    """)
    title = "Đồng Thử phát động hiến đất mở rộng ngõ xóm"
    sapo = (
        "Chỉ sau một buổi sáng, gần nửa cây số ngõ nhỏ của thôn đã có đủ đất để mở rộng mà không phải đền bù "
        "một đồng nào."
    )
    styles = "".join(
        [
            style("Normal", look=fonts(".VnTime")),
            style("BodyText", based_on="Normal", name="Body Text"),
            style("Tit", based_on="Normal", look=fonts(".VnTimeH") + "<w:b/>", align="center"),
            style("Dan", based_on="BodyText", look="<w:i/>"),
        ]
    )
    return Contribution(
        why="TCVN3: phông của style gốc, tiêu đề phông chữ hoa .VnTimeH, sapo nghiêng từ style",
        raw=sent(
            DONG_THU,
            "tin hien dat",
            "thon gui bai, nho bbt xem giup\n",
            docx(
                "hien dat.docx",
                word(
                    p(to_tcvn3(title), style="Tit"),
                    p(to_tcvn3(sapo), style="Dan"),
                    *(p(to_tcvn3(text), style="BodyText") for text in body),
                    p(to_tcvn3("Tin: Tạ Văn Bịa Đặt"), align="right"),
                    styles=styles,
                ),
            ),
        ),
        articles=[
            Truth(
                title=title.upper(),
                summary=sapo,
                body=body,
                byline="Tin: Tạ Văn Bịa Đặt",
                author="Tạ Văn Bịa Đặt",
            )
        ],
    )


def vni_in_html() -> Contribution:
    body = paragraphs("""
        Sáng 18/9, Trạm Y tế xã tổ chức tập huấn sơ cấp cứu đuối nước cho 55 phụ huynh và giáo viên mầm non. Học
        viên được thực hành hà hơi thổi ngạt, ép tim ngoài lồng ngực trên mô hình.

        Cán bộ y tế nhắc nhở tuyệt đối không dốc ngược trẻ chạy vòng quanh vì sẽ làm mất thời gian vàng cấp cứu. Mỗi
        gia đình gần ao hồ nên có nắp đậy bể nước và rào chắn.
    """)
    lines = ["Tập huấn sơ cấp cứu đuối nước cho phụ huynh", *body, "Tin: Y tá Hồng Gượng"]
    page = (
        '<div style="font-family: VNI-Times, serif; font-size: 14pt">'
        f'<p align="center"><b>{to_vni(lines[0])}</b></p>'
        + "".join(f"<p>{to_vni(text)}</p>" for text in lines[1:-1])
        + f'<p align="right"><b>{to_vni(lines[-1])}</b></p></div>'
    )
    return Contribution(
        why="VNI trong thư HTML, bảng mã ghi iso-8859-1",
        raw=sent(
            TRAM,
            "Tin tap huan",
            Leaf(
                content_type="text/html; charset=iso-8859-1", content=page.encode("latin-1"), transfer=Transfer.QUOTED
            ),
        ),
        articles=[
            Truth(title=lines[0], body=body, byline="Tin: Y tá Hồng Gượng", author="Y tá Hồng Gượng", genre="Tin")
        ],
    )


def windows_1258_text() -> Contribution:
    title = "Hội thi tuyên truyền viên giỏi về an toàn thực phẩm"
    body = paragraphs("""
        Ngày 11/9/2026, Hội LHPN xã An Mẫu tổ chức hội thi tuyên truyền viên giỏi về an toàn thực phẩm với sự tham
        gia của 16 thí sinh là chi hội trưởng, chi hội phó và hội viên nòng cốt.

        Phần thi hùng biện sôi nổi nhất với chủ đề "Chọn rau sạch hay chọn rau rẻ". Thí sinh Bế Thị Gợi Ý của chi
        hội Cầu Giả giành giải Nhất, sẽ đại diện xã dự thi cấp tỉnh.
    """)
    text = "Kính gửi Ban biên tập\n\n" + title + "\n\n" + "\n\n".join(body) + "\n\nTin: Thanh Ướm Hỏi\n\nTrân trọng\n"
    return Contribution(
        why="thư văn bản thuần mã hóa windows-1258, dấu thanh là ký tự rời",
        raw=sent(
            HPN,
            "Tin hội thi",
            Leaf(content_type="text/plain; charset=windows-1258", content=cp1258(text), transfer=Transfer.QUOTED),
        ),
        articles=[Truth(title=title, body=body, byline="Tin: Thanh Ướm Hỏi", author="Thanh Ướm Hỏi")],
        never=("Kính gửi", "Trân trọng"),
    )


def nfd_everywhere() -> Contribution:
    title = "Học sinh An Mẫu sáng chế máy nhặt bóng bàn"
    caption = "Hai tác giả trẻ vận hành thử chiếc máy tại nhà đa năng"
    body = paragraphs("""
        Từ chiếc quạt hỏng, ống nhựa và vài bánh xe đồ chơi, hai học sinh lớp 9C Trường THCS An Mẫu là Thạch Văn
        Ngẫm và Ong Thị Nghĩ đã làm nên chiếc máy nhặt bóng bàn tự hành.

        Máy nặng 3,2 kg, chạy bằng pin sạc, mỗi phút nhặt được khoảng 40 quả bóng. Chi phí vật liệu chưa tới 400.000
        đồng. Sản phẩm vừa đoạt giải Ba cuộc thi sáng tạo thanh thiếu niên nhi đồng tỉnh Sông Mẫu.
    """)
    nfd = [unicodedata.normalize("NFD", text) for text in (title, *body, caption, "Bài và ảnh: Thùy Suy Tưởng")]
    return Contribution(
        why="máy Mac: toàn bộ chữ và tên tệp ở dạng NFD",
        raw=sent(
            THCS,
            "Bài học sinh sáng chế",
            unicodedata.normalize("NFD", "Kính gửi BBT bài viết đính kèm ạ.\n"),
            docx(
                unicodedata.normalize("NFD", "Máy nhặt bóng.docx"),
                word(
                    p(nfd[0], bold=True, align="center"),
                    p(nfd[1]),
                    p(pic(7), align="center"),
                    p(nfd[3], italic=True, align="center"),
                    p(nfd[2]),
                    p(nfd[4], bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title=title,
                body=body,
                byline="Bài và ảnh: Thùy Suy Tưởng",
                author="Thùy Suy Tưởng",
                photos={7: caption},
            )
        ],
    )


def tcvn3_without_any_font() -> Contribution:
    title = "Nông dân Bãi Mẫu thu hoạch ngô đông sớm"
    body = paragraphs("""
        Những ngày này, bà con thôn Bãi Mẫu đang tập trung thu hoạch ngô đông sớm. Năm nay thời tiết thuận lợi, cây
        ngô trổ cờ đều, bắp to, hạt chắc, năng suất bình quân đạt 210 kg mỗi sào.

        Ngô tươi được thương lái thu mua ngay tại ruộng với giá 5.500 đồng một kg, cao hơn năm trước 700 đồng. Sau
        khi thu bắp, thân lá được ủ chua làm thức ăn cho trâu bò trong mùa đông.
    """)
    text = "\n\n".join(map(to_tcvn3, [title, *body, "Tin: Thường Ước Định"])) + "\n"
    return Contribution(
        why="TCVN3 trong thư văn bản thuần, không có phông nào để dựa vào",
        raw=sent(
            HND,
            "tin ngo dong",
            Leaf(
                content_type="text/plain; charset=iso-8859-1", content=text.encode("latin-1"), transfer=Transfer.QUOTED
            ),
        ),
        articles=[Truth(title=title, body=body, byline="Tin: Thường Ước Định", author="Thường Ước Định")],
    )


def old_text_among_new() -> Contribution:
    title = "Ba thế hệ giữ nghề làm trống"
    body = paragraphs("""
        Trong căn nhà ba gian ở thôn Đồng Thử, tiếng đục đẽo vẫn vang lên từ tờ mờ sáng. Gia đình ông Lỗ Văn Hồi
        Tưởng đã ba đời làm trống, từ trống trường, trống hội đến trống đình.

        Để có một chiếc trống tốt, gỗ mít phải phơi đủ hai năm, da trâu phải thuộc bằng nước vôi trong đúng bảy
        ngày. Người thợ thử trống bằng tai, nghe tiếng vang mà biết chỗ da còn non.
    """)
    caption = "Ông Hồi Tưởng căng mặt trống đình"
    return Contribution(
        why="tệp trộn: tiêu đề và chú thích gõ Unicode tổ hợp, nội dung dán từ tệp cũ phông .VnTime",
        raw=sent(
            VHXH,
            "Bài làng nghề",
            "Gửi BBT bài viết.\n",
            docx(
                "lang trong.docx",
                word(
                    p(with_combining_tones(title), bold=True, align="center", font=TIMES),
                    *(p(r(to_tcvn3(text), font=".VnTime"), align="both") for text in body),
                    p(pic(8), align="center"),
                    p(with_combining_tones(caption), italic=True, align="center", font=TIMES),
                    p(with_combining_tones("Bài, ảnh: Quế Hồi Ức"), bold=True, align="right", font=TIMES),
                ),
            ),
            jpg("trong dinh.jpg", 8),
        ),
        articles=[
            Truth(
                title=title,
                body=body,
                byline="Bài, ảnh: Quế Hồi Ức",
                author="Quế Hồi Ức",
                photos={8: caption},
            )
        ],
    )


ALL = (
    tcvn3_by_inherited_styles,
    vni_in_html,
    windows_1258_text,
    nfd_everywhere,
    tcvn3_without_any_font,
    old_text_among_new,
)
