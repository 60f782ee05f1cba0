"""The words of the office for a board's lists and for the page of the checks."""

from collections.abc import Mapping

from review.language import N_, Words
from tinbai.site_list import ListName

LIST: Mapping[ListName, str] = Words(
    {
        ListName.LEADERS: "Lãnh đạo, chức danh",
        ListName.PLACES: "Tên địa phương đã thay đổi",
        ListName.ABBREVIATIONS: "Chữ viết tắt",
        ListName.HOTLINES: "Số công khai",
        ListName.LEXICON: "Từ ngữ riêng",
        ListName.REPLACED: "Văn bản đã thay thế",
    }
)

LIST_MEANS: Mapping[ListName, str] = Words(
    {
        ListName.LEADERS: "Chức danh trong bài được so với danh sách này, theo ngày của bài.",
        ListName.PLACES: "Tên xã, thôn đã sáp nhập hoặc đổi tên. Bài mới còn dùng tên cũ sẽ được nhắc.",
        ListName.ABBREVIATIONS: "Chữ viết tắt bạn đọc đã quen, không cần giải thích trong bài.",
        ListName.HOTLINES: (
            "Số điện thoại, số tài khoản của cơ quan được phép đăng. Số khác trong bài bị coi là dữ liệu cá nhân."
        ),
        ListName.LEXICON: "Tên riêng, từ địa phương viết đúng mà quy tắc chính tả không biết.",
        ListName.REPLACED: "Bài dẫn văn bản đã bị thay thế sẽ được nhắc, kèm văn bản mới.",
    }
)

# By list and field; these stand above the columns of a file, too.
FIELD: Mapping[str, str] = Words(
    {
        "leaders.name": "Họ và tên",
        "leaders.value": "Chức danh",
        "leaders.since": "Từ ngày",
        "leaders.until": "Đến ngày",
        "places.name": "Tên cũ",
        "places.value": "Nay là",
        "places.until": "Ngày thay đổi",
        "abbreviations.name": "Chữ tắt",
        "abbreviations.value": "Nghĩa của chữ tắt",
        "hotlines.name": "Số điện thoại, tài khoản",
        "hotlines.value": "Của cơ quan nào",
        "lexicon.name": "Từ ngữ",
        "lexicon.value": "Ghi chú thêm",
        "replaced.note": "Loại văn bản",
        "replaced.name": "Số, ký hiệu cũ",
        "replaced.until": "Ngày cuối còn hiệu lực",
        "replaced.value": "Văn bản mới thay thế",
        "replaced.since": "Văn bản mới có hiệu lực từ",
    }
)

STATE: Mapping[str, str] = Words(
    {
        "added": "Thêm mới",
        "changed": "Thay đổi",
        "same": "Giữ nguyên",
        "refused": "Không nhận",
    },
    context="row of a list",
)

ORIGIN: Mapping[str, str] = Words(
    {
        "page": "nhập trên trang",
        "file": "từ tệp danh mục",
        "program": "có sẵn trong chương trình",
    }
)

EVENT: Mapping[str, str] = Words(
    {
        "list_changed": "sửa danh sách kiểm tra",
        "list_switched": "bật, tắt mục trong danh sách kiểm tra",
        "check_tuned": "đổi cách kiểm tra",
    }
)

DONE: Mapping[str, str] = Words(
    {
        "entry_saved": "Đã lưu. Lần kiểm tra tới sẽ theo danh sách này.",
        "entry_switched": "Đã lưu. Lần kiểm tra tới sẽ theo danh sách này.",
        "list_taken": "Đã nhận danh sách từ tệp. Lần kiểm tra tới sẽ theo danh sách này.",
        "check_saved": "Đã lưu. Lần kiểm tra tới sẽ theo cách này.",
    }
)

PROBLEM: Mapping[str, str] = Words(
    {
        "entry_missing": "Còn thiếu ô bắt buộc.",
        "entry_long": "Có ô dài quá 250 ký tự.",
        "entry_day": "Ngày không đúng. Viết như 01/07/2025.",
        "entry_days": "Ngày đầu sau ngày cuối.",
        "entry_number": "Số chỉ gồm chữ số, dấu cách, dấu chấm và dấu gạch, ít nhất 3 chữ số.",
        "entry_document": "Số, ký hiệu văn bản viết như 43/2011/NĐ-CP.",
        "entry_twice": "Trùng với một dòng ở trên trong tệp.",
        "entry_gone": "Mục này không còn trong danh sách. Mở lại trang rồi thử lại.",
        "list_long": "Danh sách chỉ chứa được 5.000 mục. Bỏ bớt rồi lưu lại.",
        "list_stale": "Danh sách vừa được người khác thay đổi. Chọn lại tệp để xem trước lần nữa.",
        "file_missing": "Chưa chọn tệp. Bấm chọn tệp Excel (.xlsx) hoặc CSV rồi thử lại.",
        "file_large": "Tệp lớn hơn 2 MB. Chia danh sách thành nhiều tệp nhỏ hơn.",
        "check_fixed": "Kiểm tra này bảo vệ bí mật và dữ liệu cá nhân nên không tắt và không giảm mức được.",
    }
)

HEADINGS_MISSING = N_("Tệp không có đủ các cột bắt buộc ở dòng đầu: {names}. Hãy dùng tệp mẫu.")
NO_READER = N_("Chưa đọc được tệp ở đây. Hãy nhập từng mục trên trang.")
