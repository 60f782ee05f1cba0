"""Word files of the first batch: a drop cap, a contest entry, a poem, an export of Google Docs, a speech."""

from itertools import pairwise

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import THCS, VAN_PHONG, docx, sent
from tests.contributions.unseen.senders import CCB, KINH_TE, MTTQ
from tests.contributions.word import fonts, p, pic, r, style, table, word

DROP_CAP = (
    '<w:p><w:pPr><w:keepNext/><w:framePr w:dropCap="drop" w:lines="3" w:wrap="around" w:vAnchor="text"'
    ' w:hAnchor="text"/></w:pPr><w:r><w:rPr><w:sz w:val="116"/></w:rPr><w:t>V</w:t></w:r></w:p>'
)
COLUMNS = (
    '<w:p><w:pPr><w:sectPr><w:type w:val="continuous"/><w:cols w:num="1"/></w:sectPr></w:pPr></w:p>',
    '<w:sectPr><w:type w:val="continuous"/><w:cols w:num="2" w:space="340"/></w:sectPr>',
)


def drop_cap_in_two_columns() -> Contribution:
    body = paragraphs("""
        Về thôn Cầu Giả vào một ngày cuối thu, chúng tôi được nghe kể nhiều về người lính già lặng lẽ vá đường. Suốt
        bảy năm qua, cứ sau mỗi trận mưa, ông Lã Văn Hồn Hậu lại đẩy chiếc xe rùa chở đá dăm, xi măng đi lấp từng ổ
        gà trên con đường liên thôn.

        Ông bảo, ngày xưa bom đạn cày nát đường mà xe vẫn phải qua, nay đường quê chỉ vài cái hố, để trẻ con ngã thì
        không đành lòng. Tiền mua vật liệu ông trích từ lương hưu, ai góp ông cũng ghi vào cuốn sổ học trò, cuối năm
        đọc công khai trước cuộc họp thôn.

        Noi gương ông, Hội Cựu chiến binh xã đã lập tổ tự quản đường làng gồm 19 hội viên, mỗi người nhận chăm một
        đoạn 200 m.
    """)
    sapo = "Bảy năm, hơn ba trăm chuyến xe rùa, một người lính già và những con đường không còn ổ gà."
    return Contribution(
        why="trình bày như báo: chữ cái đầu phóng to (drop cap) nằm trong khung riêng, thân bài hai cột",
        raw=sent(
            CCB,
            "Hội CCB gửi bài",
            "Kính gửi đ/c Thư ký Ban biên tập!\n\nHội CCB xã gửi bài viết về gương hội viên. Đề nghị BBT quan tâm.\n\n"
            "T/M BAN THƯỜNG VỤ\nChủ tịch\nTào Văn Quân Hàm\n",
            docx(
                "Nguoi linh gia va duong.docx",
                word(
                    p("Người lính già vá đường", bold=True, align="center"),
                    p(sapo, bold=True),
                    COLUMNS[0],
                    DROP_CAP,
                    p(body[0][1:], align="both"),
                    *(p(text, align="both") for text in body[1:]),
                    p("Hoàng Kể Lại", bold=True, align="right"),
                    COLUMNS[1],
                ),
            ),
        ),
        articles=[
            Truth(
                title="Người lính già vá đường",
                summary=sapo,
                body=body,
                byline="Hoàng Kể Lại",
                author="Hoàng Kể Lại",
            )
        ],
        never=("Kính gửi", "Quân Hàm", "Đề nghị BBT"),
    )


def contest_entry_with_a_table_about_the_author() -> Contribution:
    body = paragraphs("""
        Mỗi sáng thứ Hai, trước giờ chào cờ, phòng tiếp dân của UBND xã đã sáng đèn. Chị Kha Thị Tận Tụy, công chức
        Văn phòng, lau lại mặt bàn, xếp ngay ngắn mấy chiếc ghế, pha một ấm trà nóng đợi người đến hỏi việc.

        Chị học ở Bác cách lắng nghe. Có cụ già kể chuyện đất đai suốt hai giờ, chị vẫn ghi đủ từng ý rồi đọc lại cho
        cụ nghe xem đã đúng lòng chưa. Nhờ vậy, ba năm liền xã không có đơn thư vượt cấp.

        Điều chị tâm đắc nhất là câu Bác dạy: "Việc gì có lợi cho dân phải hết sức làm". Chị chép câu ấy vào trang
        đầu cuốn sổ công tác, năm nào thay sổ cũng chép lại.
    """)
    about = table(
        (p("Họ và tên tác giả:"), p("Lục Thị Dự Thi")),
        (p("Đơn vị công tác:"), p("Văn phòng HĐND và UBND xã")),
        (p("Số điện thoại:"), p("0900 000 061")),
    )
    return Contribution(
        why="bài dự thi: bảng thông tin tác giả ở đầu tệp, dòng BÀI DỰ THI trên tiêu đề",
        raw=sent(
            VAN_PHONG,
            "Bài dự thi Học tập và làm theo Bác",
            "Kính gửi Ban Tổ chức, Ban biên tập.\nXin gửi bài dự thi (file kèm). Trân trọng cảm ơn.\n",
            docx(
                "Du thi - Luc Thi Du Thi.docx",
                word(
                    about,
                    p(""),
                    p("BÀI DỰ THI", bold=True, align="center"),
                    p("Ấm trà ở phòng tiếp dân", bold=True, align="center"),
                    *(p(text, align="both") for text in body),
                ),
            ),
        ),
        articles=[Truth(title="Ấm trà ở phòng tiếp dân", body=body, author="Lục Thị Dự Thi", byline=ABOUT_BYLINE)],
        never=("0900 000 061", "Kính gửi", "BÀI DỰ THI"),
    )


ABOUT_BYLINE = "Họ và tên tác giả: Lục Thị Dự Thi"


def poem() -> Contribution:
    stanzas = [
        (
            "Thầy đi qua cánh đồng mùa lúa chín\n"
            "Áo bạc màu như sắc cỏ ven đê\n"
            "Trang giáo án gói trong tàu lá chuối\n"
            "Mưa dầm dề vẫn giữ ấm lối về"
        ),
        (
            "Em lớn lên từ con chữ của thầy\n"
            "Nét nghiêng nghiêng như dáng người bên bảng\n"
            "Bụi phấn trắng rơi đầy hai thái dương\n"
            "Thành sợi tóc theo tháng năm lãng đãng"
        ),
        (
            "Mai em về làm cô giáo xóm sông\n"
            "Lại gói chữ trong mùi thơm lúa mới\n"
            "Vẫn con đường ngày xưa thầy đã tới\n"
            "Vẫn lá chuối xanh che ấm một đời"
        ),
    ]
    return Contribution(
        why="một bài thơ: mỗi khổ một đoạn, các câu ngắt bằng Shift+Enter, tên tác giả dưới bài",
        raw=sent(
            THCS,
            "Gửi thơ 20-11",
            "Nhà trường gửi BBT bài thơ nhân ngày 20/11 ạ.\nTrường THCS An Mẫu\n",
            docx(
                "Tho 20-11.docx",
                word(
                    p("GÓI CHỮ", bold=True, align="center"),
                    p("(Kính tặng các thầy cô giáo nhân ngày 20/11)", italic=True, align="center"),
                    *(p(r(stanza, italic=True), align="center") for stanza in stanzas),
                    p("Cô giáo Nhã Vần Thơ", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="GÓI CHỮ",
                body=[
                    "(Kính tặng các thầy cô giáo nhân ngày 20/11)",
                    *(stanza.replace("\n", " ") for stanza in stanzas),
                ],
                byline="Cô giáo Nhã Vần Thơ",
            )
        ],
        never=("Nhà trường gửi",),
    )


def _scattered(text: str) -> list[str]:
    """The text in many runs, as Google Docs leaves it: each names its font, and says that it is not bold."""
    look = '<w:b w:val="0"/><w:i w:val="0"/><w:color w:val="1f1f1f"/><w:rtl w:val="0"/>'
    cuts = [0, *range(7, len(text), 23), len(text)]
    return [r(text[start:end], font="Arial", more=look) for start, end in pairwise(cuts)]


def export_of_google_docs() -> Contribution:
    body = paragraphs("""
        Sau hai tháng thử nghiệm, sàn rau an toàn của xã An Mẫu đã kết nối được 23 hộ trồng rau với bảy bếp ăn tập
        thể. Mỗi tối, các bếp đặt hàng qua biểu mẫu; bốn giờ sáng hôm sau rau được gom về điểm cân chung tại nhà văn
        hóa thôn Xóm Mới.

        Điều khác biệt là mỗi bó rau mang một mã nhỏ. Quét mã, người mua biết rau cắt ở thửa nào, ngày nào ngừng phun
        thuốc. Hộ nào bị trả hàng hai lần trong tháng sẽ phải dừng cung cấp một tuần để kiểm tra lại quy trình.

        Bà Quàng Thị Luống Cải, một trong những hộ đầu tiên tham gia cho biết giá bán cao hơn chợ 15% mà không phải
        ngồi chợ từ khuya.
    """)
    caption = "Điểm cân rau lúc bốn giờ sáng"
    styles = "".join([
        style("Normal", look=fonts("Arial")),
        style("Title", based_on="Normal", look='<w:sz w:val="52"/>', name="Title"),
        style("Subtitle", based_on="Normal", look='<w:color w:val="666666"/><w:sz w:val="30"/>', name="Subtitle"),
    ])  # fmt: skip
    sapo = "Không cần chợ đầu mối, người trồng rau và các bếp ăn tìm thấy nhau bằng một biểu mẫu đặt hàng đơn giản."
    return Contribution(
        why="tải từ Google Docs (.docx): kiểu Title, Subtitle, chữ xé thành nhiều run, chú thích chữ nhỏ màu xám",
        raw=sent(
            KINH_TE,
            "Sàn rau",
            "Gửi BBT ạ, file tải từ Google Docs nên có lỗi định dạng thì BBT chỉnh giúp.\n",
            docx(
                "San rau an toan (2).docx",
                word(
                    p(*_scattered("Sàn rau bốn giờ sáng"), style="Title"),
                    p(*_scattered(sapo), style="Subtitle"),
                    p(*_scattered(body[0])),
                    p(pic(3)),
                    p(r(caption, font="Arial", more='<w:color w:val="888888"/><w:sz w:val="18"/>')),
                    p(""),
                    p(*_scattered(body[1])),
                    p(*_scattered(body[2])),
                    p(""),
                    p(*_scattered("Bài & ảnh: Lệ Biểu Mẫu")),
                    styles=styles,
                ),
            ),
        ),
        articles=[
            Truth(
                title="Sàn rau bốn giờ sáng",
                summary=sapo,
                body=body,
                byline="Bài & ảnh: Lệ Biểu Mẫu",
                author="Lệ Biểu Mẫu",
                genre="Bài",
                photos={3: caption},
            )
        ],
        never=("lỗi định dạng",),
    )


def speech() -> Contribution:
    body = [
        "Kính thưa các đồng chí lão thành cách mạng!",
        "Kính thưa các vị đại biểu, thưa toàn thể bà con nhân dân!",
        *paragraphs("""
            Hôm nay, trong không khí phấn khởi của ngày hội Đại đoàn kết toàn dân tộc, thay mặt lãnh đạo Đảng ủy, HĐND,
            UBND, Ủy ban MTTQ Việt Nam xã, tôi xin gửi tới bà con lời thăm hỏi ân cần và lời chúc mừng tốt đẹp nhất.

            Năm qua, khu dân cư Đồng Thử đã hiến 640 m² đất, làm mới 1,2 km đường hoa, giúp 9 hộ thoát nghèo. Đó là kết
            quả của tinh thần đồng lòng, việc dễ làm trước, việc khó làm sau, có sự góp sức của từng nhà.

            Tôi đề nghị khu dân cư tiếp tục giữ gìn nếp sống văn minh, chăm lo người già cô đơn và trẻ em mồ côi, để
            không ai bị bỏ lại phía sau.

            Nhân dịp này, xin kính chúc các đồng chí, các cụ, các vị cùng toàn thể bà con sức khỏe, hạnh phúc.
        """),
        "Xin trân trọng cảm ơn!",
    ]
    return Contribution(
        why="bài phát biểu: lời thưa, lời chúc, lời cảm ơn là của bài, không phải của thư",
        raw=sent(
            MTTQ,
            "PHÁT BIỂU NGÀY HỘI ĐẠI ĐOÀN KẾT",
            "Kính gửi BBT. UBMTTQ xã gửi toàn văn bài phát biểu của đ/c Bí thư để đăng tải.\nTrân trọng.\n",
            docx(
                "phat bieu ngay hoi.docx",
                word(
                    p("BÀI PHÁT BIỂU", bold=True, align="center"),
                    p("Của đồng chí Trần Văn Mẫu, Bí thư Đảng ủy xã", bold=True, align="center"),
                    p("tại Ngày hội Đại đoàn kết toàn dân tộc khu dân cư Đồng Thử", bold=True, align="center"),
                    p("---------", align="center"),
                    *(p(text, bold=text.startswith("Kính thưa"), align="both") for text in body),
                ),
            ),
        ),
        articles=[
            Truth(
                title="BÀI PHÁT BIỂU Của đồng chí Trần Văn Mẫu, Bí thư Đảng ủy xã tại Ngày hội Đại đoàn kết toàn dân "
                "tộc khu dân cư Đồng Thử",
                body=body,
            )
        ],
        never=("gửi toàn văn",),
    )


ALL = (
    drop_cap_in_two_columns,
    contest_entry_with_a_table_about_the_author,
    poem,
    export_of_google_docs,
    speech,
)
