"""What happened to a mailbox lately, in the words of the office: each is told once, and has no end.

The passes and the daily comparison write it down as events of the mailbox and make it good by themselves; this is how
a person hears of it.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from tinbai.clock import local
from tinbai.delivery import MailboxRow
from tinbai.event import EMPTIED, LEFT_BEHIND, NEW_EPOCH, RECONCILED, Event

TOLD = (LEFT_BEHIND, NEW_EPOCH, EMPTIED, RECONCILED)
_LATELY = timedelta(days=1)
_NEW_EPOCH: Mapping[str, str] = {  # by why the UIDs mean other letters than before
    "uidvalidity": "Máy chủ thư đã đánh số lại thư của hộp thư {where}, như sau khi chuyển máy chủ. Hệ thống đối chiếu "
    "lại từ đầu: không thư nào bị bỏ qua hay bị lặp. Nếu không ai thay đổi gì, hãy hỏi đơn vị quản lý máy chủ thư.",
    "place": "Hộp thư {where} nay là của máy chủ, tài khoản hoặc thư mục khác. Hệ thống lấy lại thư từ đầu, thư đã có "
    "không bị lặp. Nếu không ai đổi cấu hình, hãy kiểm tra tệp cấu hình.",
    "restored": "Hộp thư {where} đã được phục hồi về một thời điểm trước. Hệ thống lấy lại thư từ đầu, thư đã có không "
    "bị lặp. Thư mà máy chủ thư đánh mất vẫn còn ở trang Thư đến.",
    "other letters": "Khi đối chiếu hằng ngày, hộp thư {where} có thư khác dưới số thứ tự của thư đã lưu, như sau khi "
    "phục hồi. Hệ thống lấy lại thư từ đầu, thư đã có không bị lặp. Hãy hỏi đơn vị quản lý máy chủ thư.",
}
_EMPTIED = (
    "Hộp thư {where} bỗng không còn thư nào, trước đó có {letters} thư. Thư đã lưu ở đây vẫn còn nguyên. Nếu không ai "
    "dọn hộp thư, hãy đổi mật khẩu và báo đơn vị quản lý máy chủ thư."
)
_RECONCILED = (
    "Khi đối chiếu hằng ngày, {absent} thư của hộp thư {where} chưa có ở đây; đã lấy bù {healed} thư. Thư lấy bù nằm ở "
    "trang Thư đến."
)
_MISSING = (
    "Khi đối chiếu hằng ngày, {absent} thư của hộp thư {where} chưa có ở đây; mới lấy bù {healed} thư, còn {missing} "
    "thư nằm trên máy chủ thư mà chưa tải được. Hệ thống tải lại ở lần đối chiếu sau. Hãy xem các thư mới trong hộp "
    "thư công vụ và báo đơn vị quản lý máy chủ thư."
)
_LEFT_BEHIND = (
    "Máy chủ thư ngắt kết nối mỗi khi hệ thống tải một thư của hộp thư {where}, nên chưa tải được thư đó. Hãy mở thư "
    "trong hộp thư công vụ; thư được ghi ở trang Thư đến, mục Tạm giữ."
)
_OFTEN = "Trong ngày {day}, việc này đã xảy ra {times} lần."


def has_happened(name: str) -> bool:
    """Whether a trouble's name is of this kind: its end is not told."""
    return name.partition(" ")[0] in TOLD


def happened(session: Session, row: MailboxRow, where: str, at: datetime) -> Iterator[tuple[str, str]]:
    """Names and words of what happened to the mailbox in the last day; `where` is what people call it.

    What happens again and again is one name a day, in the words of the last time.
    """
    of_it = (Event.noun == "mailbox", Event.noun_id == row.id, Event.decision.in_(TOLD))
    lately = local(at - _LATELY)
    since = lately.replace(hour=0, minute=0, second=0, microsecond=0)
    query = select(Event.at, Event.decision, Event.data).where(*of_it, Event.at > since).order_by(Event.id)
    alike: dict[str, list[Row[tuple[datetime, str, dict[str, Any] | None]]]] = {}
    for event in session.execute(query):
        name = f"{_kind(event.decision, event.data or {})} {where} {local(event.at):%Y-%m-%d}"
        alike.setdefault(name, []).append(event)
    for name, events in alike.items():
        last = events[-1]
        if last.at > lately:
            words = _words(last.decision, last.data or {}, where)
            often = _OFTEN.format(day=local(last.at).strftime("%d/%m/%Y"), times=len(events))
            yield name, f"{words} {often}" if len(events) > 1 else words


def _kind(decision: str, data: Mapping[str, Any]) -> str:
    if decision == RECONCILED and data["healed"] < data["absent"]:
        return f"{decision} missing"
    return f"{decision} {data['why']}" if decision == NEW_EPOCH else decision


def _words(decision: str, data: Mapping[str, Any], where: str) -> str:
    if decision == LEFT_BEHIND:
        return _LEFT_BEHIND.format(where=where)
    if decision == EMPTIED:
        return _EMPTIED.format(where=where, letters=data["from"])
    if decision == RECONCILED:
        missing = data["absent"] - data["healed"]
        words = _MISSING if missing > 0 else _RECONCILED
        return words.format(where=where, absent=data["absent"], healed=data["healed"], missing=missing)
    return _NEW_EPOCH[data["why"]].format(where=where)
