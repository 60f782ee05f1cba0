"""The words for decisions: in the history, after they were made, and when they cannot be."""

from collections.abc import Mapping

from review.language import Words
from review.locale import joining
from tinbai.workflow import Decision

# After the name of who decided.
EVENT: Mapping[str, str] = Words(
    {
        Decision.CLAIM: "nhận xử lý",
        Decision.EDIT: "lưu bản sửa",
        Decision.SUBMIT: "trình duyệt",
        Decision.APPROVE: "duyệt đăng",
        Decision.RETURN: "trả lại cho đơn vị gửi",
        Decision.RENEW: "nhận bản mới của đơn vị gửi",
        Decision.REJECT: "từ chối",
        Decision.RESTORE: "khôi phục",
        Decision.PUBLISH: "đăng lên cổng",
        Decision.WITHDRAW: "gỡ bài",
        Decision.REPUBLISH: "đăng lại",
        Decision.ESCALATE: "xin ý kiến Trưởng Ban biên tập",
        Decision.RESCHEDULE: "đổi giờ đăng",
        Decision.GO_AHEAD: "cho đăng dù đã muộn",
        Decision.CORRECT: "ghi đính chính",
        Decision.SPLIT: "tách thành hai bài",
        Decision.MERGE: "gộp một bài khác vào bài này",
        Decision.GO_INTO: "gộp bài này vào bài khác",
        Decision.BACK_TO_NEW: "hoàn tác",
        Decision.BACK_TO_EDITING: "hoàn tác",
        Decision.BACK_TO_SUBMITTED: "hoàn tác",
        Decision.BACK_TO_RETURNED: "hoàn tác",
        Decision.BACK_TO_PUBLISHED: "hoàn tác",
        "correction_dropped": "bỏ lời đính chính",
        "remark": "nêu ý kiến",
        "remark_settled": "đánh dấu ý kiến đã giải quyết",
        "relate": "gắn với tin, bài khác",
        "unrelate": "bỏ gắn với tin, bài khác",
        "split_undone": "hoàn tác việc tách bài",
        "merge_undone": "hoàn tác việc gộp bài",
        "made_by_split": "tạo bài khi tách từ bài khác",
        **joining.EVENT,
    }
)

# Said at the top of the page afterwards.
DONE: Mapping[str, str] = Words(
    {
        "claim": "Bạn đã nhận xử lý bài này.",
        "submission": "Đã trình duyệt.",
        "approval": "Đã duyệt. Bài sẽ được đăng trong ít phút tới.",
        "approval_later": "Đã duyệt và hẹn giờ đăng.",
        "return": "Đã trả lại. Thư nêu lý do sẽ được gửi cho người gửi bài.",
        "return_silent": "Đã trả lại. Không có thư nào được gửi đi; hãy báo cho người gửi bằng cách khác.",
        "rejection": "Đã từ chối. Có thể khôi phục bất cứ lúc nào.",
        "restoration": "Đã khôi phục. Bài trở về danh sách mới tiếp nhận.",
        "withdrawal": "Đã yêu cầu gỡ bài. Bài sẽ biến mất khỏi cổng trong ít phút tới.",
        "republication": "Đã yêu cầu đăng lại.",
        "undoing": "Đã hoàn tác. Bài trở lại như trước quyết định đó.",
        "escalation": "Đã xin ý kiến Trưởng Ban biên tập. Từ nay chỉ Trưởng ban duyệt được bài này.",
        "rescheduling": "Đã đổi giờ đăng.",
        "go_ahead": "Đã cho đăng dù muộn. Bài sẽ lên cổng trong ít phút tới.",
        "correction": "Đã ghi lời đính chính. Sửa bài rồi trình duyệt: lời đính chính đi cùng bản được duyệt tới đây.",
        "correction_dropped": "Đã bỏ lời đính chính.",
        "remark": "Đã ghi ý kiến.",
        "remark_settled": "Đã đánh dấu ý kiến này là đã giải quyết.",
        "splitting": "Đã tách. Phần còn lại ở bài này; phần sau thành một bài mới.",
        "split_undone": "Đã hoàn tác việc tách: bài trở lại nguyên vẹn, bài tách ra đã được cất đi.",
        "merging": "Đã gộp. Chữ và ảnh của bài kia nằm ở cuối bài này.",
        "merge_undone": "Đã hoàn tác việc gộp: cả hai bài trở lại như trước.",
        "related": "Đã gắn với tin, bài trước.",
        "unrelated": "Đã bỏ gắn.",
        "pin_set": "Đã đặt mã PIN.",
        **joining.DONE,
    }
)

# InputError.problem → what is wrong and what to do next.
PROBLEM: Mapping[str, str] = Words(
    {
        "column_missing": "Bài chưa có chuyên mục. Chọn chuyên mục rồi lưu trước khi duyệt.",
        "portal_missing": "Chưa có cổng nào được cấu hình để đăng bài. Báo cho người quản trị kiểm tra cấu hình cổng.",
        "reason_missing": "Cần ghi rõ lý do. Nhập lý do rồi thử lại.",
        "time_wrong": "Giờ hẹn không đúng. Nhập theo dạng ngày/tháng/năm giờ:phút.",
        "time_past": "Giờ hẹn đã qua. Chọn một giờ trong tương lai, hoặc để trống để đăng ngay.",
        "time_missing": "Chưa có giờ đăng mới. Chọn ngày giờ rồi thử lại.",
        "not_live": "Bài này không hiển thị trên cổng nào nên không có gì để gỡ.",
        "blocking_findings": (
            "Bài còn lỗi phải xử lý nên chưa trình duyệt, chưa duyệt được. Sửa các lỗi đó rồi thử lại; "
            "nếu vẫn cần đăng, Trưởng Ban biên tập có thể bỏ qua và ghi rõ lý do."
        ),
        "letter_unfinished": (
            "Thư còn chỗ trống chưa có lý do. Chọn lý do, hoặc sửa lại nội dung thư, rồi gửi; bài vẫn nguyên như cũ."
        ),
        "letter_long": "Thư dài quá. Rút gọn xuống dưới 20.000 ký tự rồi gửi; bài vẫn nguyên như cũ.",
        "undo_late": "Đã quá thời gian hoàn tác. Xem các nút ở mục Xử lý bài để chọn việc phù hợp.",
        "undo_letter_left": "Thư đã gửi đi nên không hoàn tác được nữa. Nếu cần, hãy gọi điện cho người gửi bài.",
        "undo_published": "Bài đã bắt đầu được đăng nên không hoàn tác được nữa. Nếu cần, hãy dùng nút Gỡ bài.",
        "nothing_to_undo": "Không có quyết định nào của bạn vừa đưa ra để hoàn tác.",
        "already_started": "Bài đã bắt đầu được đăng nên không đổi giờ được nữa.",
        "correction_missing": "Cần ghi nội dung đính chính: chỗ nào sai, đúng là thế nào.",
        "correction_long": "Lời đính chính dài quá. Rút gọn xuống dưới 2.000 ký tự.",
        "correction_out": "Lời đính chính này đã được duyệt đăng nên không bỏ được nữa.",
        "remark_missing": "Chưa có nội dung ý kiến. Viết ý kiến rồi gửi.",
        "remark_long": "Ý kiến dài quá. Rút gọn xuống dưới 4.000 ký tự.",
        "place_wrong": "Không tách được ở chỗ này. Tải lại trang rồi chọn lại đoạn bắt đầu bài thứ hai.",
        "same_article": "Hãy chọn một bài khác với bài này.",
        "article_unknown": "Không có bài nào mang mã số này trong đơn vị. Kiểm tra lại mã số.",
        "merge_closed": "Bài kia đã duyệt, đã đăng hoặc đã từ chối nên không gộp được.",
        "merge_published": (
            "Bài kia đang được đăng hoặc đang hiển thị trên cổng nên không cất đi được. "
            "Mở bài kia và gộp bài này vào đó, hoặc gỡ bài kia khỏi cổng."
        ),
        "still_published": (
            "Bài đang được đăng hoặc đang hiển thị trên cổng nên chưa từ chối được. Gỡ bài khỏi cổng trước: "
            "mở bài, lưu lại nếu chưa thấy nút Gỡ bài, rồi bấm Gỡ bài và ghi lý do."
        ),
        "undo_changed": "Một trong hai bài đã được sửa hay xử lý tiếp nên không hoàn tác được nữa.",
        "already_related": "Hai tin, bài này đã được gắn với nhau.",
        "pin_shape": "Mã PIN gồm 6 đến 12 chữ số.",
        "pin_simple": "Mã PIN này quá dễ đoán. Không dùng một chữ số lặp lại, dãy số liên tiếp.",
        "pin_differs": "Hai lần nhập mã PIN không giống nhau. Nhập lại cả hai ô.",
        "password_wrong": "Mật khẩu không đúng.",
        **joining.PROBLEM,
    }
)
