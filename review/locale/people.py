"""The words of the office for users, their accounts, and how they get in."""

from collections.abc import Mapping

from review.language import N_, Words, kept
from tinbai.people import Notify, RoleName
from tinbai.site_text import TextKey

ROLE: Mapping[RoleName, str] = Words(
    {
        RoleName.EDITOR: "Biên tập",
        RoleName.APPROVER: "Duyệt",
        RoleName.PUBLISHER: "Đăng",
        RoleName.READER: "Xem",
        RoleName.HEAD: "Trưởng Ban biên tập",
        RoleName.SECRETARY: "Thư ký",
        RoleName.ADMIN: "Quản trị",
    },
    context="role",
)

ROLE_MEANS: Mapping[RoleName, str] = Words(
    {
        RoleName.EDITOR: "Sửa tin, bài, trình duyệt, trả lại, từ chối; nhận hoặc từ chối người gửi.",
        RoleName.APPROVER: "Như biên tập; thêm quyền duyệt, hẹn giờ đăng, gỡ bài và đăng lại.",
        RoleName.PUBLISHER: "Với bài đã duyệt: định giờ đăng, gỡ bài, đăng lại. Không sửa và không duyệt nội dung.",
        RoleName.READER: "Xem tin, bài và thư đến; không quyết định việc gì.",
        RoleName.HEAD: "Mọi quyền ở mọi chuyên mục, kể cả thư mật và người dùng.",
        RoleName.SECRETARY: "Như biên tập; thêm quyền xử lý thư bị giữ, sửa chuyên mục, đơn vị và mẫu thư.",
        RoleName.ADMIN: "Người dùng, thiết lập và nhật ký; không quyết định về tin, bài.",
    }
)

NOTIFY: Mapping[Notify, str] = Words(
    {
        Notify.IMMEDIATE: "Ngay khi có việc",
        Notify.DIGEST: "Một thư mỗi ngày",
        Notify.NONE: "Không gửi thư",
    }
)

# Written into the log, so in Vietnamese for whoever reads it.
TEXT: Mapping[TextKey, str] = {
    TextKey.RETURN_REASONS: kept("lý do trả lại"),
    TextKey.RECEIPT: kept("thư xác nhận đã nhận"),
    TextKey.RETURN: kept("thư trả lại"),
    TextKey.PUBLISHED: kept("thư báo đã đăng"),
}

EVENT: Mapping[str, str] = Words(
    {
        "log_in": "đăng nhập",
        "user_added": "mời người dùng",
        "user_changed": "sửa thông tin tài khoản",
        "user_roles": "thay đổi vai trò",
        "user_password": "đặt mật khẩu mới",
        "user_link": "gửi đường dẫn đặt mật khẩu",
        "user_locked": "khóa tài khoản",
        "user_unlocked": "mở khóa tài khoản",
        "second_factor_on": "bật xác thực hai bước",
        "second_factor_off": "tắt xác thực hai bước",
        "recovery_codes": "lấy mã dự phòng mới",
        "sessions_ended": "kết thúc phiên đăng nhập",
        "column_added": "thêm chuyên mục",
        "column_changed": "sửa chuyên mục",
        "unit_added": "thêm đơn vị",
        "unit_changed": "sửa đơn vị",
        "text_changed": "sửa lời trong thư",
        "log_exported": "xuất nhật ký",
    }
)

DONE: Mapping[str, str] = Words(
    {
        "user_invited": "Đã thêm người dùng. Thư mời sẽ được gửi trong ít phút tới.",
        "user_changed": "Đã lưu thông tin.",
        "user_roles": "Đã lưu vai trò. Vai trò mới có hiệu lực ngay.",
        "user_link": "Đã gửi thư có đường dẫn để đặt mật khẩu.",
        "user_locked": "Đã khóa tài khoản. Mọi phiên đăng nhập của người này đã kết thúc.",
        "user_unlocked": "Đã mở khóa tài khoản.",
        "account_saved": "Đã lưu thông tin.",
        "password_changed": "Đã đổi mật khẩu. Các phiên đăng nhập ở nơi khác đã kết thúc.",
        "password_set": "Đã đặt mật khẩu. Mời đăng nhập.",
        "sessions_ended": "Đã kết thúc phiên đăng nhập.",
        "second_factor_off": "Đã tắt xác thực hai bước.",
        "step_over": "Lần đăng nhập trước chưa xong và đã hết thời gian. Mời đăng nhập lại.",
        "provider_failed": "Chưa đăng nhập được bằng tài khoản cơ quan. Thử lại, hoặc dùng tên đăng nhập và mật khẩu.",
        "provider_unknown": (
            "Tài khoản cơ quan này chưa gắn với người dùng nào ở đây. Nhờ người quản trị thêm địa chỉ thư."
        ),
        "column_saved": "Đã lưu chuyên mục.",
        "unit_saved": "Đã lưu đơn vị.",
        "texts_saved": "Đã lưu lời trong thư.",
    }
)

PROBLEM: Mapping[str, str] = Words(
    {
        "roles_missing": (
            "Chưa chọn vai trò nào. Chọn ít nhất một vai trò; người không còn làm việc thì khóa tài khoản."
        ),
        "head_by_head": (
            "Trang này đã có Trưởng Ban biên tập: chỉ Trưởng ban trao được vai trò Trưởng ban cho người khác."
        ),
        "user_address_taken": "Địa chỉ thư này đang là của một tài khoản khác. Mỗi tài khoản cần một địa chỉ riêng.",
        "not_oneself": "Không thể tự làm việc này cho chính mình. Nhờ một người quản trị khác.",
        "email_missing": "Cần có địa chỉ thư để gửi đường dẫn đặt mật khẩu.",
        "user_is_locked": "Tài khoản đang bị khóa. Mở khóa trước khi gửi đường dẫn.",
        "passwords_differ": "Hai lần nhập mật khẩu không giống nhau. Nhập lại.",
        "password_wrong": "Mật khẩu hiện tại không đúng.",
        "directory_away": (
            "Chưa hỏi được máy chủ tài khoản của cơ quan nên chưa kiểm tra được mật khẩu. Hãy thử lại sau ít phút."
        ),
        "password_locked": "Có quá nhiều lần nhập sai. Thử lại sau ít phút.",
        "second_factor_on": "Xác thực hai bước đang bật. Tắt trước khi cài lại.",
        "second_factor_over": "Việc cài đặt chưa bắt đầu hoặc đã xong. Mở lại trang rồi thử lại.",
        "second_factor_demanded": "Đơn vị yêu cầu xác thực hai bước với vai trò của bạn nên không tắt được.",
        "entry_name_wrong": "Cần có tên, dài nhất 250 ký tự.",
        "text_long": "Lời thêm quá dài (trên 2.000 ký tự). Rút gọn rồi lưu lại.",
        "from_file": "Mục này do tệp danh mục của trang quản lý. Sửa trong tệp đó.",
    }
)

CODE_WRONG = N_("Mã không đúng hoặc đã dùng. Chờ mã mới trên điện thoại rồi nhập lại.")
ASKED_TOO_OFTEN = N_("Đã yêu cầu quá nhiều lần. Thử lại sau {minutes} phút.")


def role_words(name: RoleName, column: str | None = None) -> str:
    """A role, with the column that it is for."""
    return f"{ROLE[name]}: {column}" if column else ROLE[name]


_DETAILS: Mapping[str, str] = Words({
    "name": "tên", "title": "chức vụ", "email": "địa chỉ thư", "position": "thứ tự", "decisions": "số lần quyết định",
    "target": "chỉ tiêu", "longest_silence_days": "số ngày nhắc", "bloc": "khối", "active": "sử dụng",
})  # fmt: skip
_VALUES: Mapping[str, str] = Words({"True": "có", "False": "không", "None": "không"})


def detail_words(detail: str, columns: Mapping[int | None, str]) -> str:
    """What the history keeps of a change, in words: "approver:3", "email", "active: False"."""
    name, sign, value = detail.partition(":")
    value = value.strip()
    if name in set(RoleName):
        return role_words(RoleName(name), columns.get(int(value), value) if value.isdigit() else None)
    if name in _DETAILS:
        return f"{_DETAILS[name]}: {_VALUES.get(value, value)}" if sign else _DETAILS[name]
    return detail
