"""Where the title of a Word file may be: in a box, in the subject, under a label, or just on top."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import HND, HPN, THCS, TRAM, docx, jpg, sent
from tests.contributions.word import p, r, table, word

NOTE = "Kính gửi Ban biên tập.\nĐơn vị xin gửi tin bài trong tệp đính kèm, kính đề nghị đăng tải.\nTrân trọng cảm ơn!\n"


def title_inside_a_table() -> Contribution:
    body = paragraphs("""
        Năm học 2026 - 2027, Trường THCS An Mẫu đón 142 học sinh lớp 6, chia thành 4 lớp. Nhà trường bố trí một tuần
        làm quen, trong đó mỗi em lớp 6 có một anh chị lớp 9 đi cùng trong giờ ra chơi và giờ ăn trưa.

        Ngoài giới thiệu nội quy, các em được tham quan phòng thí nghiệm, thư viện, học cách sắp xếp thời gian biểu
        và tham gia trò chơi tìm kho báu trong sân trường. Ban giám hiệu đánh giá tuần làm quen giúp học sinh đầu
        cấp bớt bỡ ngỡ.
    """)
    frame = table((p("TUẦN LỄ LÀM QUEN CỦA HỌC SINH LỚP 6", bold=True, align="center"),))
    return Contribution(
        why="tiêu đề đóng khung trong bảng một ô",
        raw=sent(
            THCS,
            "tin thcs",
            "Trường gửi tin ạ",
            docx("tin lop 6.docx", word(frame, *(p(text) for text in body), p("Hà Giả Lập", bold=True, align="right"))),
            jpg("lop6.jpg", 3),
        ),
        articles=[
            Truth(
                title="TUẦN LỄ LÀM QUEN CỦA HỌC SINH LỚP 6",
                body=body,
                byline="Hà Giả Lập",
                author="Hà Giả Lập",
                photos={3: None},
            )
        ],
    )


def no_title_in_the_file() -> Contribution:
    body = paragraphs("""
        Sáng ngày 30/9, Hội LHPN xã An Mẫu tổ chức lớp tập huấn kỹ năng bán hàng trực tuyến cho 40 hội viên đang sản
        xuất mật ong, măng khô, thổ cẩm.

        Giảng viên là chủ một cửa hàng nông sản trên mạng đã hướng dẫn chị em cách chụp ảnh sản phẩm bằng điện
        thoại, viết lời giới thiệu ngắn, đóng gói hàng dễ vỡ và trả lời khách khó tính. Mỗi học viên tự quay một
        đoạn phim 30 giây giới thiệu sản phẩm nhà mình ngay tại lớp.

        Sau lớp học, Hội lập nhóm hỗ trợ, cử ba chị thành thạo kèm cặp các chị còn bỡ ngỡ trong vòng hai tháng.
    """)
    return Contribution(
        why="tệp Word vào thẳng nội dung, tiêu đề chỉ có ở chủ đề thư",
        raw=sent(
            HPN,
            "Tin bài: Phụ nữ An Mẫu học bán hàng trực tuyến",
            NOTE,
            docx(
                "tin hpn 30-9.docx", word(*(p(text, align="both") for text in body), p("Thu Tạm Dịch", align="right"))
            ),
        ),
        articles=[
            Truth(
                title="Phụ nữ An Mẫu học bán hàng trực tuyến",
                body=body,
                byline="Thu Tạm Dịch",
                author="Thu Tạm Dịch",
                unit="Hội Phụ nữ",
            )
        ],
    )


def labels_in_the_file() -> Contribution:
    body = paragraphs("""
        Bệnh lở mồm long móng thường bùng phát khi thời tiết chuyển mùa. Gia súc mắc bệnh sốt cao trên 40 độ, bỏ ăn,
        chảy nhiều nước dãi, mụn nước mọc ở miệng và kẽ móng.

        Khi phát hiện gia súc có biểu hiện trên, bà con phải nhốt riêng con ốm, báo ngay cho thú y viên, không bán
        chạy, không giết mổ và không vứt xác ra kênh mương. Chuồng trại phải phun khử trùng liên tục ba ngày, sau đó
        mỗi tuần hai lần.

        Biện pháp chủ động nhất vẫn là tiêm phòng đủ hai mũi mỗi năm.
    """)
    sapo = (
        "Phát hiện sớm, cách ly kịp thời và tiêm phòng đầy đủ là ba việc người chăn nuôi cần làm để giữ đàn "
        "gia súc an toàn."
    )
    return Contribution(
        why="mẫu của phòng: nhãn in đậm, nội dung không đậm trên cùng dòng",
        raw=sent(
            HND,
            "Bài khuyến nông tháng 10",
            NOTE,
            docx(
                "LMLM.docx",
                word(
                    p(r("Thể loại: ", bold=True), r("Bài phổ biến kiến thức")),
                    p(r("Tiêu đề: ", bold=True), r("Chủ động phòng bệnh lở mồm long móng cho gia súc")),
                    p(r("Sapo: ", bold=True), r(sapo)),
                    p(r("Nội dung:", bold=True)),
                    *(p(text) for text in body),
                    p(r("Tác giả: ", bold=True), r("KS. Lại Văn Hư Cấu")),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Chủ động phòng bệnh lở mồm long móng cho gia súc",
                summary=sapo,
                body=body,
                byline="Tác giả: KS. Lại Văn Hư Cấu",
                author="KS. Lại Văn Hư Cấu",
                genre="Bài phổ biến kiến thức",
            )
        ],
        never=("Tiêu đề:", "Sapo:", "Nội dung:", "Thể loại:"),
    )


def title_plain_and_left() -> Contribution:
    body = paragraphs("""
        Trạm Y tế xã An Mẫu thông tin đến người dân lịch tiêm chủng mở rộng tháng 10 như sau: buổi sáng các ngày 14,
        15 và 16 tiêm cho trẻ dưới 1 tuổi; buổi chiều ngày 16 tiêm nhắc lại cho trẻ 18 tháng.

        Phụ huynh cho trẻ ăn no trước khi tiêm 30 phút, mang theo sổ tiêm chủng và thông báo cho cán bộ y tế nếu trẻ
        đang ho, sốt hoặc từng có phản ứng với mũi tiêm trước. Sau tiêm, trẻ được theo dõi tại trạm ít nhất 30 phút.
    """)
    return Contribution(
        why="tiêu đề không đậm, không căn giữa, chỉ là dòng ngắn đầu tệp",
        raw=sent(
            TRAM,
            "lịch tiêm",
            "Gửi BBT",
            docx(
                "lich tiem.docx", word(p("Lịch tiêm chủng mở rộng tháng 10 năm 2026"), *(p(t) for t in body), p("BBT"))
            ),
        ),
        articles=[
            Truth(
                title="Lịch tiêm chủng mở rộng tháng 10 năm 2026",
                body=body,
                byline="BBT",
                author="BBT",
            )
        ],
    )


ALL = (
    title_inside_a_table,
    no_title_in_the_file,
    labels_in_the_file,
    title_plain_and_left,
)
