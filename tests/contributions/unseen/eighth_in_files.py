"""Files of the eighth batch, an ordinary week: old fonts mixed, LibreOffice's own format, photos packed."""

from collections.abc import Callable, Mapping
from pathlib import Path

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.pictures import picture
from tests.contributions.sending import CONG_AN, DONG_THU, HND, VHXH, docx, jpg, sent
from tests.contributions.unseen.senders import CCB, HTX
from tests.contributions.word import TIMES, fonts, p, pic, r, style, word
from tests.ingest.vietnamese.alphabet import to_tcvn3, to_vni
from tests.mail.making.mime import attachment
from tests.mail.making.zips import Entry, archive

MATERIAL = Path(__file__).with_name("material")

CLUB = paragraphs("""
    Câu lạc bộ thơ của Hội Cựu chiến binh xã An Mẫu vừa ra mắt tập "Bến sông xưa" gồm 78 bài của 19 tác giả. Người cao
    tuổi nhất trong câu lạc bộ năm nay 91 tuổi.

    Tập thơ do các hội viên tự góp tiền in 300 cuốn, tặng thư viện các trường và nhà văn hóa thôn.

    Chủ nhiệm câu lạc bộ cho biết mỗi tháng hội viên gặp nhau một lần, đọc thơ và giúp nhau sửa chữ.
""")
CLUB_CAPTION = "Các tác giả ký tặng sách bạn đọc"


def club_source() -> bytes:
    """What LibreOffice made `material/cau-lac-bo-tho.odt` of."""
    return word(
        p("Ra mắt tập thơ “Bến sông xưa”", bold=True, align="center"),
        p(CLUB[0], align="both"),
        p(pic(8), align="center"),
        p(CLUB_CAPTION, italic=True, align="center"),
        p(CLUB[1], align="both"),
        p(CLUB[2], align="both"),
        p("Tin, ảnh: Trần Bến", bold=True, align="right"),
    )


LIBREOFFICE: Mapping[str, tuple[str, Callable[[], bytes]]] = {"cau-lac-bo-tho.odt": ("odt:writer8", club_source)}


def club_in_libreoffice() -> Contribution:
    return Contribution(
        why=".odt do LibreOffice lưu: ảnh trong bài, chú thích nghiêng giữa dòng",
        raw=sent(
            CCB,
            "Hội CCB gửi tin CLB thơ",
            "Kính gửi BBT!\nHội CCB xã gửi tin ra mắt tập thơ. Mong BBT quan tâm.\nChào thân ái và quyết thắng!\n",
            attachment(
                "cau lac bo tho.odt",
                "application/vnd.oasis.opendocument.text",
                MATERIAL.joinpath("cau-lac-bo-tho.odt").read_bytes(),
            ),
        ),
        articles=[
            Truth(
                title="Ra mắt tập thơ “Bến sông xưa”",
                body=CLUB,
                byline="Tin, ảnh: Trần Bến",
                author="Trần Bến",
                photos={8: CLUB_CAPTION},
            )
        ],
        never=("Kính gửi", "quyết thắng"),
    )


def two_fonts_in_one_file() -> Contribution:
    title = "Nông dân An Mẫu vào vụ khoai tây đông"
    body = paragraphs("""
        Vụ đông năm nay, nông dân xã An Mẫu xuống giống 95 ha khoai tây, tăng 12 ha so với năm trước. Giống mới cho củ
        đều, thời gian sinh trưởng 85 ngày.

        Hợp tác xã dịch vụ nông nghiệp ký hợp đồng bao tiêu với giá 8.500 đồng một cân, ứng trước phân bón cho các hộ.

        Bà Đèo Thị Mầm ở thôn Bãi Mẫu nhẩm tính nếu thời tiết thuận, mỗi sào lãi chừng ba triệu đồng.
    """)
    return Contribution(
        why="tiêu đề, đoạn đầu phông .VnTime; đoạn giữa dán từ chỗ khác bằng Times New Roman; tác giả phông .VnTime",
        raw=sent(
            HND,
            "Tin vu dong",
            "Kinh gui BBT. Hoi ND gui tin vu dong. Tran trong.\n",
            docx(
                "vu dong.docx",
                word(
                    p(r(to_tcvn3(title), font=".VnTime", bold=True), align="center"),
                    p(r(to_tcvn3(body[0]), font=".VnTime"), align="both"),
                    p(r(body[1], font=TIMES), align="both"),
                    p(r(to_tcvn3(body[2]), font=".VnTime"), align="both"),
                    p(r(to_tcvn3("Tin: Sùng A Củ"), font=".VnTime", bold=True), align="right"),
                ),
            ),
        ),
        articles=[Truth(title=title, body=body, byline="Tin: Sùng A Củ", author="Sùng A Củ")],
        never=("Kinh gui", "Tran trong"),
    )


def vni_by_the_default_style() -> Contribution:
    title = "Thôn Đồng Thử lắp 14 mắt camera an ninh"
    body = paragraphs("""
        Thôn Đồng Thử vừa lắp xong 14 mắt camera an ninh ở các ngả đường vào thôn. Kinh phí 52 triệu đồng do nhân dân và
        con em xa quê đóng góp.

        Hình ảnh được truyền về nhà trưởng thôn và trực ban Công an xã. Từ khi có camera, tình trạng trộm chó, trộm gà
        gần như không còn.
    """)
    caption = "Công an xã hướng dẫn sử dụng camera"
    styles = style("Normal", look=fonts("VNI-Times"))
    return Contribution(
        why="VNI-Times theo style mặc định; chú thích dưới ảnh; tiêu đề đậm",
        raw=sent(
            DONG_THU,
            "Tin camera",
            "Thôn gửi tin, BBT sửa lỗi phông giúp thôn với ạ.\n",
            docx(
                "camera.docx",
                word(
                    p(to_vni(title), bold=True, align="center"),
                    p(to_vni(body[0])),
                    p(pic(9), align="center"),
                    p(to_vni(caption), italic=True, align="center"),
                    p(to_vni(body[1])),
                    p(to_vni("Tin, ảnh: Trưởng thôn"), bold=True, align="right"),
                    styles=styles,
                ),
            ),
        ),
        articles=[Truth(title=title, body=body, byline="Tin, ảnh: Trưởng thôn", photos={9: caption})],
        never=("sửa lỗi phông",),
    )


def photos_packed_with_the_file() -> Contribution:
    body = paragraphs("""
        Ngày 08/11, Công an xã An Mẫu tổ chức ra quân cấp căn cước lưu động cho người già yếu, người khuyết tật tại nhà.
        Tổ công tác đi bảy thôn, làm hồ sơ cho 43 trường hợp.

        Cụ Thào Thị Mỷ, 94 tuổi xúc động vì không phải nhờ con cháu cõng ra trụ sở.
    """)
    packed = archive(
        [
            Entry(
                name="Tin can cuoc/Tin can cuoc.docx",
                content=word(
                    p("Cấp căn cước tại nhà cho người già yếu", bold=True, align="center"),
                    *(p(text, align="both") for text in body),
                    p("Ảnh 1: Cán bộ lấy vân tay cho cụ Thào Thị Mỷ", italic=True),
                    p("Ảnh 2: Tổ công tác vào tận thôn xa nhất", italic=True),
                    p("Tin, ảnh: Công an xã An Mẫu", bold=True, align="right"),
                ),
            ),
            Entry(name="Tin can cuoc/Anh 1.jpg", content=picture(10)),
            Entry(name="Tin can cuoc/Anh 2.jpg", content=picture(11)),
        ]
    )
    return Contribution(
        why="một tệp zip có thư mục: bài Word và hai ảnh đánh số; chú thích trước dòng tác giả",
        raw=sent(
            CONG_AN,
            "CAX gửi tin cấp căn cước lưu động",
            "Kính gửi BBT, CAX gửi file nén.\nXin cảm ơn!\n",
            attachment("Tin can cuoc.zip", "application/zip", packed),
        ),
        articles=[
            Truth(
                title="Cấp căn cước tại nhà cho người già yếu",
                body=body,
                byline="Tin, ảnh: Công an xã An Mẫu",
                photos={10: "Cán bộ lấy vân tay cho cụ Thào Thị Mỷ", 11: "Tổ công tác vào tận thôn xa nhất"},
            )
        ],
        never=("file nén",),
    )


def cooperative_with_captions_in_the_letter() -> Contribution:
    body = paragraphs("""
        Hợp tác xã Rau Bến Thử vừa được cấp chứng nhận VietGAP cho 5,2 ha rau ăn lá. Đây là diện tích rau VietGAP đầu
        tiên của phường.

        Để được chứng nhận, 27 hộ thành viên phải ghi nhật ký, thay toàn bộ vỏ thuốc bằng bể thu gom và lấy mẫu nước
        tưới ba lần.
    """)
    text = (
        "Kính gửi Ban biên tập,\nHTX gửi bài và ảnh như đã trao đổi qua điện thoại.\n\nChú thích ảnh:\n"
        "1. Vườn rau cải của hộ anh Sìn\n2. Nhận giấy chứng nhận VietGAP\n\nCảm ơn Ban biên tập.\n"
    )
    return Contribution(
        why="bài ở tệp Word, ảnh rời 1.jpg, 2.jpg, chú thích ghi trong thư",
        raw=sent(
            HTX,
            "HTX rau Bến Thử gửi bài",
            text,
            docx(
                "VietGAP.docx",
                word(
                    p("Bến Thử có vùng rau VietGAP đầu tiên", bold=True, align="center"),
                    *(p(each, align="both") for each in body),
                    p("Bài, ảnh: Sìn Văn Cải", bold=True, align="right"),
                ),
            ),
            jpg("1.jpg", 1),
            jpg("2.jpg", 2),
        ),
        articles=[
            Truth(
                title="Bến Thử có vùng rau VietGAP đầu tiên",
                body=body,
                byline="Bài, ảnh: Sìn Văn Cải",
                author="Sìn Văn Cải",
                photos={1: "Vườn rau cải của hộ anh Sìn", 2: "Nhận giấy chứng nhận VietGAP"},
            )
        ],
        never=("như đã trao đổi",),
    )


def two_files_two_items() -> Contribution:
    first = paragraphs("""
        Nhà văn hóa xã An Mẫu vừa đưa phòng đọc ban đêm vào hoạt động, mở cửa từ 18 giờ đến 21 giờ các ngày thứ Ba, thứ
        Năm, thứ Bảy. Phòng có 40 chỗ ngồi và wifi miễn phí.

        Sau hai tuần, trung bình mỗi tối có 35 bạn đọc, phần lớn là học sinh cấp ba.
    """)
    second = paragraphs("""
        Đội văn nghệ quần chúng xã An Mẫu vừa giành giải Nhì tại liên hoan dân ca, dân vũ cấp tỉnh. Đội mang đến liên
        hoan ba tiết mục, trong đó có điệu múa khăn do nghệ nhân cao tuổi truyền dạy.

        Liên hoan có 32 đội tham gia, diễn ra trong ba ngày tại thành phố.
    """)

    def made(title: str, body: list[str]) -> bytes:
        return word(
            p(title, bold=True, align="center"),
            *(p(text, align="both") for text in body),
            p("Tin: Phòng VH-XH", bold=True, align="right"),
        )

    return Contribution(
        why="hai tệp Word, mỗi tệp một tin; ảnh đặt tên theo từng tin",
        raw=sent(
            VHXH,
            "Phòng VHXH gửi tin",
            "Gửi BBT 02 tin để đăng trong tuần.\nTrân trọng./.\n",
            docx("Phong doc ban dem.docx", made("Phòng đọc sáng đèn ban đêm", first)),
            docx("Lien hoan dan ca.docx", made("An Mẫu đoạt giải Nhì liên hoan dân ca", second)),
            jpg("lien hoan dan ca.jpg", 4),
            jpg("phong doc.jpg", 5),
        ),
        articles=[
            Truth(title="Phòng đọc sáng đèn ban đêm", body=first, byline="Tin: Phòng VH-XH", photos={5: None}),
            Truth(
                title="An Mẫu đoạt giải Nhì liên hoan dân ca", body=second, byline="Tin: Phòng VH-XH", photos={4: None}
            ),
        ],
        never=("Gửi BBT", "Trân trọng"),
    )


ALL = (
    club_in_libreoffice,
    two_fonts_in_one_file,
    vni_by_the_default_style,
    photos_packed_with_the_file,
    cooperative_with_captions_in_the_letter,
    two_files_two_items,
)
