"""The words for letters that were not answered with a receipt."""

from collections.abc import Mapping
from typing import Any

from review.language import Words
from tinbai.no_receipt import KEPT_AS, NoReceipt

_WHY: Mapping[NoReceipt, str] = Words(
    {
        NoReceipt.SWITCHED_OFF: "Không gửi: trang đang tắt thư xác nhận.",
        NoReceipt.MACHINE: "Không gửi: đây là thư tự động, trả lời có thể thành vòng lặp.",
        NoReceipt.OURSELVES: "Không gửi: thư mang địa chỉ của chính Ban biên tập.",
        NoReceipt.RESTRICTED: "Không gửi: thư từng bị hạn chế, thư xác nhận sẽ ghi tiêu đề bài.",
        NoReceipt.UNREGISTERED: "Không gửi: người gửi không có trong danh sách cộng tác viên.",
        NoReceipt.UNVERIFIED: (
            "Không gửi: chưa có gì xác thực người gửi, thư trả lời có thể tới người bị mạo danh. "
            "Nếu cần, báo cho cộng tác viên bằng cách khác."
        ),
        NoReceipt.ENOUGH: (
            "Không gửi: hôm nay địa chỉ này đã nhận đủ số thư tự động cho phép, hoặc gần đây có thư gửi tới bị trả lại."
        ),
    }
)


def why_none(reading: Mapping[str, Any] | None) -> str:
    """Why a letter got no receipt; "" when it got one, or became no article."""
    why = (reading or {}).get(KEPT_AS)
    return _WHY.get(why, "") if why else ""
