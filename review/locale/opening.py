"""The words for letters that not everybody may open, and for what nobody may download."""

from collections.abc import Mapping

from review.language import N_, Words
from tinbai.event import DOWNLOADED, OPENED

EVENT: Mapping[str, str] = Words({OPENED: "mở xem thư", DOWNLOADED: "tải thư hoặc tệp của thư về"})
MALWARE = N_(
    "Chương trình diệt virus báo có mã độc ({name}) nên không ai tải về được. Báo người phụ trách an toàn thông tin; "
    "nếu tin là báo nhầm, bấm “Đọc lại” sau khi chương trình diệt virus đã cập nhật."
)
NOT_SCANNED = N_("Thư chưa được quét virus nên chưa tải về được. Đợi thư được đọc rồi thử lại.")
