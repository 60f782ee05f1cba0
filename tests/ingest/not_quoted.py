"""Letters in which nothing is quoted, though something in them looks so: not one word of them may be cut."""

from collections.abc import Mapping

ARTICLES: Mapping[str, str] = {
    "a programme with from, to and date": (
        "Mời bà con dự hội chợ\n\nTừ: 7:30\nĐến: 11:00\nNgày: 20/10/2026\nChủ đề: Nông sản sạch\n\nMọi người "
        "cùng đến dự."
    ),
    "a line that begins with from a day": (
        "Lịch tiêm vắc xin như sau.\n\nTừ: ngày 15/10/2026\nĐến: ngày 20/10/2026\nTiêu đề: Đợt hai\n\nĐề "
        "nghị bà con đưa trẻ đi tiêm."
    ),
    "a bus line": "Tuyến xe mới.\n\nTừ: Bến xe An Mẫu\nĐến: Bến xe Sông Mẫu\nNgày: hằng ngày\n\nGiá vé 20.000 đồng.",
    "a form": (
        "Gửi tin bài theo mẫu.\n\nNgười gửi: Vũ Thị Thí Điểm <hnd@songmau.example>\nNgày gửi: 20/10/2026\n"
        "Tiêu đề: Hội Nông dân ra quân\nNội dung: Sáng 20/10, Hội ra quân vệ sinh đường làng."
    ),
    "a form with an hour": (
        "Gửi tin bài theo mẫu.\n\nNgười gửi: Vũ Thị Thí Điểm <hnd@songmau.example>\nNgày gửi: 20/10/2026 07:30\n"
        "Tiêu đề: Hội Nông dân ra quân\nNội dung: Sáng 20/10, Hội ra quân vệ sinh đường làng."
    ),
    "a quotation in an article": (
        "Trong thư ngày 15/10/1968, Bác Hồ đã viết:\n\nCác cháu hãy cố gắng.\n\nThầy trò thi đua."
    ),
    "a quotation with its hour": (
        "Lúc 8:30 ngày 2/9/2026, trong sổ vàng lưu niệm, đồng chí Chủ tịch đã viết:\n\nRất tự hào về quê "
        "hương.\n\nĐoàn ra về."
    ),
    "a quotation in English": (
        "On 2 September 1945 at 14:00 he wrote:\n\nAll people are born equal.\n\nThe pupils learned it by heart."
    ),
    "wrote within a sentence": (
        "On Monday the pupils wrote letters to soldiers.\n\nOn Tuesday, 15/10, they wrote again and sang."
    ),
    "somebody wrote in Vietnamese prose": (
        "Vào ngày 15/10 các em đã viết thư gửi Trường Sa.\n\nCác em viết: Chúng em yêu biển đảo."
    ),
    "a letter shown as an example": (
        "Công an xã cảnh báo thư lừa đảo. Thư giả có dạng như sau.\n\nTừ: Ngân hàng Giả <lua@thu-gia.example>\n"
        "Đã gửi: Thứ Năm, 15 Tháng Mười 2026 14:20\nĐến: khach@thu-ca-nhan.example\nChủ đề: Trúng thưởng\n\n"
        "Khi nhận thư này, bà con không bấm vào đường dẫn."
    ),
    "rules between sections": "Phần một nói về lúa.\n\n-----\n\nPhần hai nói về nấm rơm và cách trồng.\n\n-----\n\n"
    + (
        "Phần ba nói về chăn nuôi gia cầm, cách phòng bệnh, tiêm vắc xin đúng lịch và vệ sinh chuồng trại. " * 4
    ).strip(),
    "items divided by asterisks": "Tin một.\n\n*****\n\nTin hai.\n\n*****\n\nTin ba.",
    "dashes in a sentence": "Hội -- và Đoàn - cùng ra quân\n\n- Thôn Đồng Thử\n\n- Thôn Bãi Mẫu",
    "an arrow for a list mark": "Các việc cần làm:\n\n-> Dọn đường\n\n=> Trồng cây\n\n>>> Tổng kết vào cuối tháng.",
    "list marks like quotation marks": (
        "Kế hoạch gồm ba việc.\n\n> Dọn đường làng\n\n> Trồng cây xanh\n\n> Tổng kết\n\nĐề nghị các thôn thực hiện."
    ),
    "list marks at the end": "Kế hoạch gồm ba việc:\n\n> Dọn đường làng\n\n> Trồng cây xanh\n\n> Tổng kết",
    "a greeting within": (
        "Kính gửi bà con nông dân\n\nHội xin thông báo lịch tập huấn.\n\nKính gửi kèm tài liệu cho từng thôn."
    ),
    "an article about e-mail": (
        "Cách dùng thư điện tử công vụ\n\nKhi trả lời, chương trình ghi dòng đã viết ở đầu thư cũ.\n\n"
        "Khi chuyển tiếp, có dòng Thư gốc hoặc Forwarded message phía trên.\n\nNgười dùng nên xóa dòng Đã "
        "gửi từ iPhone."
    ),
    "an article about viruses": (
        "Cách phòng vi-rút máy tính\n\nMáy không có phần mềm diệt vi-rút rất dễ bị lấy cắp dữ liệu."
    ),
    "a notice about paper": "Hãy cân nhắc kỹ các giống lúa.\n\nTrước khi in tờ rơi, các thôn kiểm tra số liệu.",
    "phones in the text": "Gửi qua điện thoại là cách nhanh nhất\n\nĐược gửi từ các thôn, 54 tin đã đến Ban biên tập.",
    "two items parted by two dashes": (
        "Thôn Bãi Mẫu ra quân làm đường.\n\nCó 54 hộ tham gia.\n\n--\n\n"
        "Thôn Đồng Thử tổ chức giao lưu văn nghệ.\n\nCó 12 tiết mục được biểu diễn."
    ),
    "a long text below two dashes": "Mở đầu.\n\n--\n\n"
    + (
        "Bà con thôn Bãi Mẫu thu hoạch lúa sớm, năng suất đạt sáu tấn một héc-ta, cao hơn vụ trước rất nhiều. " * 8
    ).strip(),
}
"""Text with an empty line between paragraphs; in HTML each paragraph is one."""

PAGES: Mapping[str, tuple[str, list[str]]] = {
    "a table first": (
        (
            "<table><tr><td>Thôn</td><td>Số hộ</td></tr><tr><td>Bãi Mẫu</td><td>54</td></tr></table>"
            "<p>Sau đây là bài.</p>"
            "<hr><p>Bài tiếp tục sau đường kẻ với việc làm đường của ba thôn.</p>"
        ),
        [
            "Thôn\tSố hộ\nBãi Mẫu\t54",
            "Sau đây là bài.",
            "",
            "Bài tiếp tục sau đường kẻ với việc làm đường của ba thôn.",
        ],
    ),
    "a signature mark in a table": (
        (
            "<p>Bảng phân công.</p><table><tr><td>--</td><td>Tổ một</td></tr>"
            "<tr><td>--</td><td>Tổ hai</td></tr></table>"
            "<p>Các tổ thực hiện đúng lịch.</p>"
        ),
        ["Bảng phân công.", "--\tTổ một\n--\tTổ hai", "Các tổ thực hiện đúng lịch."],
    ),
    "a quotation set off by a bar": (
        (
            '<p>Bác Hồ dạy.</p><blockquote style="border-left:4px solid #ccc">'
            "<p>Học đi đôi với hành.</p></blockquote>"
            "<p>Thầy trò làm theo.</p>"
        ),
        ["Bác Hồ dạy.", "Học đi đôi với hành.", "Thầy trò làm theo."],
    ),
    "a quotation set off at the end": (
        '<p>Bác Hồ dạy.</p><blockquote class="wp-block-quote"><p>Học đi đôi với hành.</p></blockquote>',
        ["Bác Hồ dạy.", "Học đi đôi với hành."],
    ),
    "a blockquote that only indents": (
        '<p>Bài viết.</p><blockquote style="margin:0 0 0 40px;border:none"><p>Đoạn thụt lề.</p></blockquote>',
        ["Bài viết.", "Đoạn thụt lề."],
    ),
    "a paragraph with a line above it": (
        (
            '<p>Mở bài.</p><div style="border:none;border-top:solid #E1E1E1 1.0pt">'
            "<p>Giờ học: từ 7:30</p></div><p>Thân bài.</p>"
        ),
        ["Mở bài.", "Giờ học: từ 7:30", "Thân bài."],
    ),
    "an article written into the place of the signature": (
        '<p>Kính gửi Ban biên tập</p><div id="AppleMailSignature">'
        + "".join(f"<p>Câu {number} của bài</p>" for number in range(1, 20))
        + "</div>",
        ["Kính gửi Ban biên tập", *(f"Câu {number} của bài" for number in range(1, 20))],
    ),
    "a short article written into the place of the signature": (
        (
            '<p>Kính gửi Ban biên tập</p><div id="AppleMailSignature"><p>Sáng nay thôn Bãi Mẫu ra quân làm đường.</p>'
            "<p>Có 54 hộ tham gia, đóng góp hai trăm ngày công.</p></div>"
        ),
        [
            "Kính gửi Ban biên tập",
            "Sáng nay thôn Bãi Mẫu ra quân làm đường.",
            "Có 54 hộ tham gia, đóng góp hai trăm ngày công.",
        ],
    ),
    "all in the place of the signature": (
        '<div class="gmail_signature"><p>Hội gửi tin ngắn.</p></div>',
        ["Hội gửi tin ngắn."],
    ),
    "text in the place of an attribution": (
        '<p>Tin một.</p><div class="gmail_attr">Tin hai viết nhầm chỗ.</div><p>Tin ba.</p>',
        ["Tin một.", "Tin hai viết nhầm chỗ.", "Tin ba."],
    ),
}
"""HTML with the text of every block, all of which must be kept; a drawn line has none."""
