"""The words of the slip that is printed."""

from collections.abc import Mapping

from tinbai.workflow import Decision

OPINION: Mapping[str, str] = {
    Decision.SUBMIT: "Trình duyệt",
    Decision.ESCALATE: "Xin ý kiến Trưởng Ban biên tập",
    Decision.APPROVE: "Duyệt đăng",
    Decision.RETURN: "Trả lại",
    Decision.REJECT: "Không sử dụng",
    Decision.WITHDRAW: "Gỡ bài",
    Decision.CORRECT: "Đính chính",
    Decision.REPUBLISH: "Đăng lại",
    Decision.RESCHEDULE: "Đổi giờ đăng",
    Decision.GO_AHEAD: "Cho đăng dù đã muộn",
    Decision.BACK_TO_NEW: "Hoàn tác quyết định ngay trước",
    Decision.BACK_TO_EDITING: "Hoàn tác quyết định ngay trước",
    Decision.BACK_TO_SUBMITTED: "Hoàn tác quyết định ngay trước",
    Decision.BACK_TO_RETURNED: "Hoàn tác quyết định ngay trước",
    Decision.BACK_TO_PUBLISHED: "Hoàn tác quyết định ngay trước",
    "remark": "Ý kiến",
}
BY_LINK = "bằng liên kết"
EDITOR = "Người biên tập"
APPROVER = "Người duyệt"
