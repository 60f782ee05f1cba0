"""Photos and their captions: above, below, beside, in boxes, in lists, and photos that lie loose."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import CONG_AN, DOAN, HND, THCS, docx, sent
from tests.contributions.word import box, p, pic, table, word

NOTE = "Kính gửi BBT!\nĐơn vị gửi tin và ảnh kèm theo, nhờ BBT biên tập và đăng giúp.\nCảm ơn BBT.\n"


def captions_above() -> Contribution:
    body = paragraphs("""
        Ngày 22/9, đoàn công tác của xã do đồng chí Nguyễn Văn Ví Dụ, Phó Chủ tịch UBND xã dẫn đầu đã kiểm tra công
        tác phòng cháy chữa cháy tại chợ An Mẫu và 3 cơ sở kinh doanh khí đốt.

        Đoàn ghi nhận chợ đã bố trí 18 bình chữa cháy, 2 bể nước; tuy nhiên lối đi giữa các dãy hàng vải còn bị lấn
        chiếm, một số hộ dùng ổ cắm nối dài không bảo đảm an toàn.

        Phó Chủ tịch UBND xã yêu cầu Ban quản lý chợ giải tỏa lối đi trước ngày 30/9 và tổ chức diễn tập chữa cháy
        trong tháng 10.
    """)
    return Contribution(
        why="chú thích nằm TRÊN ảnh, mỗi ảnh một dòng nghiêng giữa dòng",
        raw=sent(
            CONG_AN,
            "Tin kiểm tra PCCC",
            NOTE,
            docx(
                "PCCC.docx",
                word(
                    p("KIỂM TRA CÔNG TÁC PHÒNG CHÁY CHỮA CHÁY TẠI CHỢ AN MẪU", bold=True, align="center"),
                    p(body[0]),
                    p("Đoàn kiểm tra bể nước chữa cháy của chợ", italic=True, align="center"),
                    p(pic(1), align="center"),
                    p(body[1]),
                    p("Ổ cắm nối dài không bảo đảm an toàn ở dãy hàng vải", italic=True, align="center"),
                    p(pic(2), align="center"),
                    p(body[2]),
                    p("Tin, ảnh: Đình Giả Tưởng", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="KIỂM TRA CÔNG TÁC PHÒNG CHÁY CHỮA CHÁY TẠI CHỢ AN MẪU",
                body=body,
                byline="Tin, ảnh: Đình Giả Tưởng",
                author="Đình Giả Tưởng",
                photos={
                    1: "Đoàn kiểm tra bể nước chữa cháy của chợ",
                    2: "Ổ cắm nối dài không bảo đảm an toàn ở dãy hàng vải",
                },
            )
        ],
    )


def captions_in_table_cells() -> Contribution:
    body = paragraphs("""
        Hưởng ứng tháng cao điểm "Vì người nghèo", Đoàn Thanh niên xã An Mẫu tổ chức đổi rác lấy cây xanh tại sân
        nhà văn hóa trung tâm. Cứ 2 kg giấy vụn hoặc 30 vỏ lon được đổi một chậu sen đá hoặc một cây giống ổi lê.

        Chỉ trong buổi sáng, chương trình thu về 640 kg giấy, hơn 4.000 vỏ lon, trao tận tay người dân 350 cây. Tiền
        bán phế liệu được 5.180.000 đồng, đủ mua 10 thẻ bảo hiểm y tế tặng học sinh mồ côi.
    """)
    photos = table(
        (p(pic(3), align="center"), p(pic(4), align="center")),
        (
            p("Các em nhỏ mang giấy vụn tới đổi cây", italic=True, align="center"),
            p("Đoàn viên phân loại vỏ lon", italic=True, align="center"),
        ),
    )
    return Contribution(
        why="hai ảnh cạnh nhau trong bảng, hàng dưới là hai chú thích khác nhau",
        raw=sent(
            DOAN,
            "Tin đổi rác lấy cây",
            NOTE,
            docx(
                "doi rac.docx",
                word(
                    p("Đổi rác lấy cây xanh ở An Mẫu", bold=True, align="center"),
                    p(body[0]),
                    photos,
                    p(body[1]),
                    p("Tin và ảnh: Tú Mường Tượng", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Đổi rác lấy cây xanh ở An Mẫu",
                body=body,
                byline="Tin và ảnh: Tú Mường Tượng",
                author="Tú Mường Tượng",
                photos={3: "Các em nhỏ mang giấy vụn tới đổi cây", 4: "Đoàn viên phân loại vỏ lon"},
            )
        ],
    )


def caption_in_the_same_cell() -> Contribution:
    body = paragraphs("""
        Lần đầu tiên, vải thiều sớm của Hợp tác xã Bãi Mẫu được cấp mã số vùng trồng với diện tích 14,6 ha, 38 hộ
        tham gia. Toàn bộ quy trình chăm sóc được ghi chép bằng nhật ký điện tử.

        Giám đốc hợp tác xã Cấn Văn Tựa Như cho biết vụ tới sẽ liên kết với hai doanh nghiệp để bao tiêu ít nhất 60
        tấn quả, giá sàn 22.000 đồng một kg.
    """)
    frame = table(
        (
            p(pic(5), align="center") + p("Ghi nhật ký điện tử tại vườn vải", align="center"),
            p(pic(6), align="center") + p("Tỉa cành sau thu hoạch", align="center"),
        )
    )
    return Contribution(
        why="ảnh và chú thích của nó cùng một ô bảng, chú thích không nghiêng",
        raw=sent(
            HND,
            "Tin vải thiều",
            NOTE,
            docx(
                "vai thieu.docx",
                word(
                    p("Vải thiều sớm Bãi Mẫu được cấp mã số vùng trồng", bold=True, align="center"),
                    p(body[0], align="both"),
                    p(body[1], align="both"),
                    frame,
                    p("Tin, ảnh: Vân Tựa", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Vải thiều sớm Bãi Mẫu được cấp mã số vùng trồng",
                body=body,
                byline="Tin, ảnh: Vân Tựa",
                author="Vân Tựa",
                photos={5: "Ghi nhật ký điện tử tại vườn vải", 6: "Tỉa cành sau thu hoạch"},
            )
        ],
    )


def caption_in_a_text_box() -> Contribution:
    body = paragraphs("""
        Nhằm giúp học sinh hiểu hơn về nghề truyền thống của quê hương, Trường THCS An Mẫu tổ chức cho 86 em khối 7
        trải nghiệm tại làng nón Đồng Thử.

        Các em được nghệ nhân Đàm Thị Giai Thoại, 78 tuổi chỉ cách chọn lá, là lá, quay nón và thắt nhôi. Sau hai
        giờ cặm cụi, 20 chiếc nón đầu tay đã hoàn thành, tuy đường kim còn vụng nhưng em nào cũng vui.
    """)
    return Contribution(
        why="chú thích đặt trong hộp văn bản (text box) neo vào đoạn chứa ảnh",
        raw=sent(
            THCS,
            "Tin trải nghiệm làng nón",
            NOTE,
            docx(
                "lang non.docx",
                word(
                    p("HỌC SINH KHỐI 7 TRẢI NGHIỆM TẠI LÀNG NÓN ĐỒNG THỬ", bold=True, align="center"),
                    p(body[0], align="both"),
                    p(
                        pic(7),
                        box(p("Nghệ nhân Giai Thoại hướng dẫn các em khâu nón", italic=True, align="center")),
                        align="center",
                    ),
                    p(body[1], align="both"),
                    p("Tin, ảnh: Cô Hoán Dụ", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="HỌC SINH KHỐI 7 TRẢI NGHIỆM TẠI LÀNG NÓN ĐỒNG THỬ",
                body=body,
                byline="Tin, ảnh: Cô Hoán Dụ",
                author="Cô Hoán Dụ",
                photos={7: "Nghệ nhân Giai Thoại hướng dẫn các em khâu nón"},
            )
        ],
    )


ALL = (
    captions_above,
    captions_in_table_cells,
    caption_in_the_same_cell,
    caption_in_a_text_box,
)
