"""What each check is called on the pages."""

from collections.abc import Mapping

from review.language import Words

CHECK: Mapping[str, str] = Words(
    {
        "title_missing": "Thiếu tiêu đề",
        "title_shouting": "Tiêu đề viết hoa toàn bộ",
        "title_long": "Tiêu đề quá dài",
        "summary_missing": "Thiếu sapo",
        "body_short": "Nội dung quá ngắn",
        "photo_missing": "Không có ảnh",
        "photo_small": "Ảnh quá nhỏ",
        "photo_blurred": "Ảnh mờ",
        "photo_sideways": "Ảnh bị xoay ngang",
        "photo_used": "Ảnh đã dùng ở bài khác",
        "caption_missing": "Ảnh thiếu chú thích",
        "alt_missing": "Ảnh thiếu văn bản thay thế",
        "author_missing": "Thiếu tác giả",
        "column_missing": "Chưa chọn chuyên mục",
        "weekday_wrong": "Thứ không khớp ngày",
        "date_impossible": "Ngày không có trong lịch",
        "date_against_words": "Ngày không khớp lời văn",
        "event_date": "Ngày diễn ra quá xa",
        "anniversary": "Số năm kỷ niệm không khớp",
        "sum_parts": "Tổng không bằng các phần",
        "sum_table": "Tổng trong bảng không khớp",
        "share_wrong": "Tỷ lệ phần trăm không khớp",
        "increase_wrong": "Mức tăng, giảm không khớp",
        "words_differ": "Số và chữ không khớp",
        "count_list": "Số đếm không khớp danh sách",
        "quantity_twice": "Một số liệu có hai giá trị",
        "number_form": "Cách viết số",
        "unit_form": "Cách viết đơn vị đo",
        "leader_title": "Chức danh lãnh đạo chưa đúng",
        "titles_differ": "Một người có hai chức danh",
        "name_spelled": "Một tên viết hai cách",
        "district_ended": "Còn dùng tên cấp huyện",
        "place_ended": "Còn dùng tên địa phương cũ",
        "document_number": "Số, ký hiệu văn bản",
        "document_replaced": "Dẫn văn bản đã bị thay thế",
        "fields_missing": "Văn bản thiếu thông tin",
        "encoding_left": "Còn chữ sai bảng mã",
        "words_confused": "Từ dễ nhầm",
        "syllable_unknown": "Âm tiết không có trong tiếng Việt",
        "tone_styles": "Lẫn hai kiểu đặt dấu thanh",
        "punctuation": "Dấu câu, khoảng trắng",
        "summary_long": "Sapo quá dài",
        "genre_short": "Ngắn so với thể loại",
        "opening_vague": "Mở bài chưa rõ ai, ở đâu, khi nào",
        "unit_missing": "Chưa rõ đơn vị gửi",
        "abbreviation_bare": "Chữ tắt chưa giải thích",
        "traces_left": "Còn dấu vết soạn thảo",
        "link_doubtful": "Liên kết đáng ngờ",
        "advertising": "Từ ngữ quảng cáo",
        "copied_from_press": "Có thể chép từ báo chí",
        "near_duplicate": "Gần trùng với bài khác",
        "secrecy_mark": "Dấu hiệu bí mật nhà nước",
        "denouncer": "Thông tin người tố cáo",
        "personal_number": "Số giấy tờ, điện thoại, tài khoản cá nhân",
        "birth_date": "Ngày sinh cá nhân",
        "patient_or_child": "Tên người bệnh, trẻ em",
    }
)

SUBJECT: Mapping[str, str] = Words(
    {
        "form": "Hình thức bài",
        "photos": "Ảnh",
        "dates": "Ngày tháng",
        "figures": "Số liệu",
        "persons": "Nhân sự",
        "places": "Địa danh",
        "documents": "Văn bản",
        "spelling": "Chính tả",
        "wording": "Câu chữ",
        "privacy": "Bí mật và dữ liệu cá nhân",
    },
    context="subject of checks",
)

OFF: Mapping[str, str] = Words({"off": "Đang tắt"})
