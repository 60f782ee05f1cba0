"""Word files of the second batch: a title in a box, spaces that centre, an interview, letterheads made of tabs."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import CONG_AN, DOAN, TRAM, VAN_PHONG, docx, sent
from tests.contributions.unseen.senders import HTX, SO_NN
from tests.contributions.word import box, fonts, p, pic, r, style, word
from tests.ingest.vietnamese.alphabet import to_vni


def title_in_a_box() -> Contribution:
    body = paragraphs("""
        Tối 30/10, tại sân vận động xã An Mẫu, Đoàn Thanh niên xã tổ chức đêm nhạc gây quỹ "Áo ấm cho em". Hơn 700
        khán giả đã đến cổ vũ 18 tiết mục của các ca sĩ không chuyên là đoàn viên, thanh niên trong xã.

        Sau ba giờ biểu diễn, thùng quyên góp nhận được 46.350.000 đồng cùng 212 chiếc áo ấm còn mới. Số tiền này sẽ
        được chuyển tới điểm trường Nà Giả trước ngày 15/11.

        Anh Bế Văn Đàn Ghi, Bí thư Đoàn xã cho biết sang năm đêm nhạc sẽ được tổ chức thành hai buổi.
    """)
    return Contribution(
        why="tiêu đề nằm trong hộp văn bản neo vào một đoạn trống ở đầu tệp; ảnh đứng trước bài, chú thích dưới ảnh",
        raw=sent(
            DOAN,
            "tin đêm nhạc gây quỹ",
            "Đoàn xã xin gửi tin. Mong được đăng sớm ạ. Chúc BBT cuối tuần vui vẻ!\n",
            docx(
                "dem nhac.docx",
                word(
                    p(box(p("ĐÊM NHẠC GÂY QUỸ “ÁO ẤM CHO EM”", bold=True, align="center"))),
                    p(pic(1), align="center"),
                    p("Tiết mục mở màn của chi đoàn Cầu Giả", italic=True, align="center"),
                    *(p(text, align="both") for text in body),
                    p("Tin, ảnh: Đoàn xã", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="ĐÊM NHẠC GÂY QUỸ “ÁO ẤM CHO EM”",
                body=body,
                byline="Tin, ảnh: Đoàn xã",
                photos={1: "Tiết mục mở màn của chi đoàn Cầu Giả"},
            )
        ],
        never=("Mong được", "Chúc BBT"),
    )


def centred_by_spaces_and_tabs() -> Contribution:
    body = paragraphs("""
        Hợp tác xã Rau Bến Thử vừa lắp đặt xong kho lạnh bảo quản rau quả dung tích 120 m³, trị giá 890 triệu đồng,
        trong đó vốn của xã viên 590 triệu đồng, còn lại là nguồn khuyến công của tỉnh.

        Có kho lạnh, rau thu hoạch buổi chiều được sơ chế, đóng túi và giữ ở nhiệt độ 4 đến 8 độ C, sáng hôm sau giao
        cho siêu thị mà vẫn tươi. Tỷ lệ hao hụt giảm từ 17% xuống còn 5%.

        Giám đốc hợp tác xã Mùa Văn Ươm Mầm nói mục tiêu năm tới là mỗi ngày xuất ba tấn rau.
    """)
    return Contribution(
        why="căn giữa bằng dấu cách, căn phải bằng tab; sau tiêu đề là dòng gạch; chữ ./. ở cuối bài",
        raw=sent(
            HTX,
            "BÀI VIẾT CỦA HTX",
            "Kính gửi : BBT trang thông tin xã.\nTôi là Ươm, GĐ HTX. Nhờ các anh chị xem và sửa lại câu chữ giúp HTX.\n"
            "Cám ơn nhiều.\n",
            docx(
                "bai viet htx.docx",
                word(
                    p(""),
                    p(r("                    KHO LẠNH CỦA HỢP TÁC XÃ RAU BẾN THỬ", bold=True)),
                    p(r("                                -----o0o-----")),
                    p(r("     " + body[0])),
                    p(r("     " + body[1])),
                    p(r("     " + body[2] + "/.")),
                    p(r("\t\t\t\t\t\tNgười viết: Mùa Thị Hạt", bold=True)),
                ),
            ),
        ),
        articles=[
            Truth(
                title="KHO LẠNH CỦA HỢP TÁC XÃ RAU BẾN THỬ",
                body=body,
                byline="Người viết: Mùa Thị Hạt",
                author="Mùa Thị Hạt",
            )
        ],
        never=("Kính gửi", "Nhờ các anh chị", "Cám ơn nhiều"),
    )


def interview_with_dashes() -> Contribution:
    asked = [
        "* Thưa ông, vụ đông năm nay có gì khác so với mọi năm?",
        "* Nông dân lo nhất là đầu ra. Ông có lời khuyên nào?",
        "* Vâng, xin cảm ơn ông về cuộc trò chuyện!",
    ]
    answered = paragraphs("""
        - Ông Hứa Văn Khuyến Nông: Năm nay mưa muộn, đất ướt kéo dài nên thời vụ phải lùi khoảng mười ngày. Chúng tôi
        khuyến cáo bà con chọn giống ngắn ngày, làm bầu ngô sẵn trong nhà, khi đất ráo là đưa ra ruộng.

        - Ông Hứa Văn Khuyến Nông: Đừng trồng theo phong trào. Mỗi xã nên chọn hai, ba cây chủ lực, ký hợp đồng trước
        khi gieo hạt. Trung tâm sẵn sàng làm cầu nối với các doanh nghiệp chế biến.
    """)
    sapo = (
        "Trước thềm vụ đông, chúng tôi đã trao đổi với ông Hứa Văn Khuyến Nông, Phó Giám đốc Trung tâm Khuyến nông "
        "tỉnh Sông Mẫu về thời vụ và cơ cấu cây trồng."
    )
    caption = "Ông Hứa Văn Khuyến Nông thăm ruộng ngô đông tại xã An Mẫu. (Ảnh do nhân vật cung cấp)"
    body = [asked[0], answered[0], asked[1], answered[1], asked[2]]
    return Contribution(
        why="phỏng vấn: câu hỏi dấu sao in đậm, câu trả lời gạch đầu dòng; chú thích dài có ngoặc; dòng ghi "
        "người thực hiện",
        raw=sent(
            SO_NN,
            "Bài phỏng vấn vụ đông",
            "Kính gửi Ban biên tập các xã, phường,\n\nTrung tâm Khuyến nông gửi bài phỏng vấn để các đơn vị sử "
            "dụng.\n\n"
            "Trân trọng.\n\nPhòng Thông tin - Huấn luyện\n",
            docx(
                "PV vu dong 2026.docx",
                word(
                    p("“Đừng trồng theo phong trào”", bold=True, align="center"),
                    p(sapo, bold=True, align="both"),
                    p(pic(2), align="center"),
                    p(caption, italic=True, align="center"),
                    *(p(text, bold=text.startswith("*"), align="both") for text in body),
                    p("NGÔ ĐÔNG (thực hiện)", bold=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="“Đừng trồng theo phong trào”",
                summary=sapo,
                body=body,
                byline="NGÔ ĐÔNG (thực hiện)",
                author="NGÔ ĐÔNG",
                photos={2: caption},
            )
        ],
        never=("Kính gửi", "để các đơn vị sử dụng"),
    )


def letterhead_made_of_tabs() -> Contribution:
    body = paragraphs("""
        Căn cứ kết quả xét chọn ngày 27/10/2026, Ủy ban nhân dân xã An Mẫu thông báo danh sách 03 hộ gia đình được hỗ
        trợ xây dựng nhà đại đoàn kết đợt 2 năm 2026 như sau:

        1. Hộ bà Sùng Thị Mái Ngói, thôn Cầu Giả, mức hỗ trợ 60 triệu đồng.

        2. Hộ ông Lầu Văn Cột Kèo, thôn Bãi Mẫu, mức hỗ trợ 60 triệu đồng.

        3. Hộ ông Chang Văn Nền Nhà, thôn Đồng Thử, mức hỗ trợ 30 triệu đồng (sửa chữa).

        Mọi ý kiến phản ánh về danh sách trên gửi về Văn phòng HĐND và UBND xã trước ngày 10/11/2026./.
    """)
    return Contribution(
        why="tên cơ quan và quốc hiệu trên cùng dòng, cách nhau bằng tab; nơi nhận và chữ ký cũng bằng tab",
        raw=sent(
            VAN_PHONG,
            "TB danh sách hộ hỗ trợ nhà ở",
            "BBT đăng giúp thông báo này vào mục Thông báo.\nTrân trọng.\n",
            docx(
                "TB nha o.docx",
                word(
                    p(r("ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True)),
                    p(r("      XÃ AN MẪU\t\t       Độc lập - Tự do - Hạnh phúc", bold=True)),
                    p(r("    Số: 131/TB-UBND\t\tAn Mẫu, ngày 29 tháng 10 năm 2026", italic=True)),
                    p(""),
                    p("THÔNG BÁO", bold=True, align="center"),
                    p("Danh sách hộ gia đình được hỗ trợ nhà đại đoàn kết đợt 2 năm 2026", bold=True, align="center"),
                    *(p(text, align="both") for text in body),
                    p(r("Nơi nhận:\t\t\tTM. ỦY BAN NHÂN DÂN", bold=True)),
                    p(r("- Như trên;\t\t\t\tCHỦ TỊCH")),
                    p(r("- Lưu: VT.\t\t\t\t(đã ký)")),
                    p(r("\t\t\t\t\tLê Thị Thử", bold=True)),
                ),
            ),
        ),
        articles=[
            Truth(
                title="THÔNG BÁO Danh sách hộ gia đình được hỗ trợ nhà đại đoàn kết đợt 2 năm 2026",
                body=body,
                genre="Thông báo",
            )
        ],
        never=("CỘNG HÒA", "131/TB-UBND", "Nơi nhận", "TM. ỦY BAN", "BBT đăng giúp"),
    )


def vni_by_default_font() -> Contribution:
    title = "Bác sĩ về làng khám mắt cho người cao tuổi"
    caption = "Các cụ đợi đến lượt khám mắt"
    body = paragraphs("""
        Sáng 31/10, đoàn bác sĩ bệnh viện mắt tỉnh Sông Mẫu về khám mắt, cấp thuốc miễn phí cho 188 người cao tuổi của
        xã An Mẫu. Sau khám, 27 cụ được chỉ định mổ đục thủy tinh thể và sẽ được xe đưa đón tận nhà.

        Cụ Vừ Thị Mắt Sáng, 83 tuổi, xúc động nói đã năm năm nay cụ không đọc được thư cháu gửi. Trạm Y tế xã sẽ theo
        dõi và nhắc lịch tái khám cho từng cụ.
    """)
    styles = style("Normal", look=fonts("VNI-Times"))
    return Contribution(
        why="VNI theo phông của style mặc định, chú thích đặt trong bảng một cột cùng ảnh",
        raw=sent(
            TRAM,
            "Tin khám mắt",
            "Kính gửi BBT, Trạm gửi tin ạ\n",
            docx(
                "kham mat.docx",
                word(
                    p(to_vni(title), bold=True, align="center"),
                    p(to_vni(body[0])),
                    "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>"
                    f"<w:tr><w:tc>{p(pic(3), align='center')}</w:tc></w:tr>"
                    f"<w:tr><w:tc>{p(to_vni(caption), italic=True, align='center')}</w:tc></w:tr></w:tbl>",
                    p(to_vni(body[1])),
                    p(to_vni("Tin và ảnh: Điều dưỡng Lành"), bold=True, align="right"),
                    styles=styles,
                ),
            ),
        ),
        articles=[
            Truth(title=title, body=body, byline="Tin và ảnh: Điều dưỡng Lành", photos={3: caption}),
        ],
        never=("Trạm gửi tin",),
    )


def advice_with_questions_as_headings() -> Contribution:
    body = paragraphs("""
        Thời gian gần đây, nhiều người dân nhận được cuộc gọi tự xưng cán bộ công an yêu cầu cài phần mềm định danh.
        Công an xã An Mẫu giải đáp một số câu hỏi thường gặp.

        Cơ quan công an có làm việc qua điện thoại không?

        Không. Khi cần làm việc, cơ quan công an gửi giấy mời hoặc giấy triệu tập, có dấu đỏ và chữ ký của người có
        thẩm quyền.

        Lỡ cài phần mềm lạ thì phải làm gì?

        Ngay lập tức tắt mạng, rút thẻ sim, gọi ngân hàng khóa tài khoản từ một máy khác, sau đó mang điện thoại đến
        trụ sở công an gần nhất. Không tự ý gỡ phần mềm vì sẽ mất dấu vết.

        Báo tin ở đâu?

        Trực ban Công an xã tiếp nhận tin 24/24 giờ, kể cả ngày nghỉ.
    """)
    return Contribution(
        why="tuyên truyền dạng hỏi đáp: mỗi câu hỏi là một tiểu mục in đậm; cuối tệp có dòng (Nguồn: ...)",
        raw=sent(
            CONG_AN,
            "Fw: tuyen truyen gia danh cong an",
            "Trân trọng gửi BBT đăng tải.\n\n\n--\nCông an xã An Mẫu\nĐC: thôn Đồng Thử, xã An Mẫu\n",
            docx(
                "tuyen truyen.docx",
                word(
                    p("Giải đáp về thủ đoạn giả danh cán bộ công an", bold=True, align="center"),
                    *(p(text, bold=text.endswith("?"), align="both") for text in body),
                    p("(Nguồn: Đội An ninh - Công an xã)", italic=True, align="right"),
                ),
            ),
        ),
        articles=[
            Truth(
                title="Giải đáp về thủ đoạn giả danh cán bộ công an",
                body=body,
                byline="(Nguồn: Đội An ninh - Công an xã)",
                source="Đội An ninh - Công an xã",
            )
        ],
        never=("Trân trọng gửi",),
    )


ALL = (
    title_in_a_box,
    centred_by_spaces_and_tabs,
    interview_with_dashes,
    letterhead_made_of_tabs,
    vni_by_default_font,
    advice_with_questions_as_headings,
)
