"""The words of the office for contributors, and for senders who wait for an answer."""

from collections.abc import Mapping

from review.language import Words
from tinbai import senders

EVENT: Mapping[str, str] = Words(
    {
        senders.ACCEPT: "nhận người gửi",
        senders.REFUSE: "từ chối người gửi",
        senders.READMIT: "bỏ từ chối người gửi",
        senders.REGISTER: "thêm cộng tác viên",
        senders.CHANGE: "sửa thông tin cộng tác viên",
        senders.STOP: "cho ngừng cộng tác",
        senders.RESUME: "cho cộng tác trở lại",
        senders.ADD_ADDRESS: "thêm địa chỉ",
        senders.REMOVE_ADDRESS: "bỏ địa chỉ",
    }
)

DONE: Mapping[str, str] = Words(
    {
        "sender_accepted": "Đã nhận người gửi. Từ nay thư từ địa chỉ này được xử lý như thư của cộng tác viên.",
        "sender_refused": "Đã từ chối người gửi. Từ nay thư từ địa chỉ này không thành tin, bài.",
        "sender_readmitted": "Đã bỏ từ chối. Thư tiếp theo từ địa chỉ này sẽ chờ xác nhận.",
        "contributor_added": "Đã thêm cộng tác viên.",
        "contributor_changed": "Đã lưu thông tin cộng tác viên.",
        "contributor_stopped": "Đã cho ngừng. Thư gửi sau sẽ chờ xác nhận như thư của người lạ.",
        "contributor_resumed": "Đã cho cộng tác trở lại.",
        "address_added": "Đã thêm địa chỉ.",
        "address_removed": "Đã bỏ địa chỉ.",
    }
)

PROBLEM: Mapping[str, str] = Words(
    {
        "contributor_name_missing": "Cần có tên cộng tác viên, dài nhất 250 ký tự. Nhập tên rồi thử lại.",
        "contributor_name_taken": (
            "Đã có cộng tác viên mang tên này. Quay lại, chọn cộng tác viên đó trong danh sách, hoặc ghi tên khác."
        ),
        "contributor_unknown": "Cộng tác viên này không có trong danh sách. Tải lại trang rồi chọn lại.",
        "address_wrong": "Địa chỉ thư không đúng. Ghi theo dạng ten@don-vi.vn, không có dấu cách.",
        "address_taken": (
            "Địa chỉ này đang thuộc một cộng tác viên khác. Mở cộng tác viên đó, bỏ địa chỉ hoặc cho ngừng, "
            "rồi thử lại."
        ),
    }
)

TABS: Mapping[str, str] = Words(
    {
        "waiting": "Chờ xác nhận",
        "active": "Đang cộng tác",
        "stopped": "Đã ngừng",
        "refused": "Đã từ chối",
    }
)
