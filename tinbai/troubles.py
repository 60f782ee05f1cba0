"""What is wrong at this moment, in the words of the office: what it means, and what to do."""

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from tinbai.clamd import Clamd
from tinbai.clock import Clock, local
from tinbai.clock_difference import clock_difference
from tinbai.config_alarms import AlarmsConfig
from tinbai.delivery import MailboxRow
from tinbai.errors import ScannerError
from tinbai.happened import happened
from tinbai.health import health
from tinbai.office import Office
from tinbai.pages_amiss import NAME, pages_amiss
from tinbai.silence import arrivals, too_silent
from tinbai.site import Site
from tinbai.working_time import WorkingTime

NEARLY_FULL = 2  # times the room below which nothing more is fetched
_MEGABYTE = 1_000_000
# By the names that `health` gives its problems; what it says itself is for whoever looks after the server.
_UNWELL: Mapping[str, str] = {
    "mailbox": "Không lấy được thư của hộp thư {where}. Thư trên máy chủ thư vẫn còn nguyên và sẽ được lấy bù. "
    "Hãy chạy lệnh “tinbai check” trên máy chủ để biết sai ở đâu.",
    "publications": "Có tin, bài đã đến giờ mà chưa đăng được lên cổng. Hãy kiểm tra cơ sở dữ liệu của cổng bằng lệnh "
    "“tinbai check”; đăng được thì hệ thống tự đăng bù.",
    "publications_kept": "Có tin, bài lẽ ra đã được đăng từ nhiều giờ trước nên đang được giữ lại. Hãy mở từng bài để "
    "cho đăng tiếp, hẹn giờ khác hoặc gỡ.",
    "publications_failed": "Cổng không nhận tin, bài đã duyệt. Hãy mở bài để xem lý do, sửa rồi duyệt lại.",
    "letters_failed": "Có thư trả lời không gửi đi được. Hãy kiểm tra máy chủ gửi thư (mục [smtp]) bằng lệnh "
    "“tinbai check”.",
    "messages_failed": "Có thư đọc ba lần không xong. Thư gốc vẫn được giữ: hãy mở trang Thư đến để xem.",
    "messages_unread": "Có thư đã về nhưng chưa được đọc. Hãy xem nhật ký của chương trình trên máy chủ.",
}


@dataclass(frozen=True, kw_only=True)
class Trouble:
    """Something that is wrong. `name` stays the same as long as it is the same trouble; `site` is a key."""

    name: str
    words: str
    site: str | None = None
    in_hours: bool = False  # nobody is called for it out of working hours


def troubles(office: Office, *, clock: Clock) -> list[Trouble]:
    """Everything that is wrong now."""
    at, config = clock(), office.config.alarms
    between = timedelta(seconds=office.config.timetable.poll_seconds)
    found = list(_unwell(office, clock))
    found.extend(_disk(office))
    found.extend(_scanner(office))
    working = WorkingTime(office.config.working_time)
    wanted = {(site.key, box.key) for site, box in office.mailboxes()}
    with office.database.reading() as session:
        found.extend(
            Trouble(name=f"{NAME} {site}/{portal}", words=words, site=site)
            for site, portal, words in pages_amiss(session, office.config, at)
        )
        query = select(Site.key, MailboxRow).join(Site, MailboxRow.site_id == Site.id)
        rows = [(site, row) for site, row in session.execute(query) if (site, row.key) in wanted]
        for site, row in rows:
            found.extend(_of_mailbox(session, site, row, config, working, at, between))
    return found


def _unwell(office: Office, clock: Clock) -> Iterator[Trouble]:
    for name, detail in health(office, clock=clock).problems.items():
        kind, _, where = name.partition(" ")
        if kind in _UNWELL:
            words = _UNWELL[kind].format(where=where)
            yield Trouble(name=name, words=f"{words} ({detail})", site=where.partition("/")[0] or None)


def _disk(office: Office) -> Iterator[Trouble]:
    free = shutil.disk_usage(office.blobs.root).free
    least = office.config.blobs.free_bytes
    if free < NEARLY_FULL * least:
        yield Trouble(
            name="disk",
            words=f"Ổ đĩa của máy chủ sắp đầy: còn {free // _MEGABYTE} MB. Còn dưới {least // _MEGABYTE} MB thì hệ "
            "thống thôi lấy thư mới. Hãy dọn bớt tệp hoặc thêm dung lượng.",
        )


def _scanner(office: Office) -> Iterator[Trouble]:
    if not office.config.scanner.address:
        return
    try:
        Clamd(office.config.scanner).ping()
    except ScannerError:
        yield Trouble(
            name="scanner",
            words="Chương trình diệt virus (clamd) không trả lời nên thư đã về đang nằm chờ, chưa được đọc. Hãy khởi "
            "động lại clamav-daemon trên máy chủ; khi chương trình chạy lại, thư tự được đọc tiếp.",
        )


def _of_mailbox(
    session: Session, site: str, row: MailboxRow, config: AlarmsConfig, working: WorkingTime, at: datetime,
    between: timedelta,
) -> Iterator[Trouble]:  # fmt: skip
    where = f"{site}/{row.key}"
    if config.silence:
        fixed = timedelta(hours=config.silence_hours) or None
        received = list(session.scalars(arrivals(row.id, at)))[::-1]
        silent = too_silent(received, at, working, fixed=fixed)
        if silent is not None:
            words = _silence_words(where, received[-1], silent)
            yield Trouble(name=f"silence {where}", words=words, site=site, in_hours=True)
    if row.quota_room and row.quota_used is not None and row.quota_used * 100 >= config.quota_percent * row.quota_room:
        share = min(100, row.quota_used * 100 // row.quota_room)
        words = (
            f"Hộp thư {where} đã dùng {share} % dung lượng. Khi đầy, máy chủ thư sẽ trả lại thư của cộng tác viên. "
            "Hãy dọn bớt thư cũ trên máy chủ thư (tin, bài đã được lưu ở đây) hoặc xin thêm dung lượng."
        )
        yield Trouble(name=f"quota {where}", words=words, site=site)
    if row.certificate_until is not None and row.certificate_until - at < timedelta(days=config.certificate_days):
        day = local(row.certificate_until).strftime("%d/%m/%Y")
        words = (
            f"Chứng thư bảo mật của máy chủ thư (hộp thư {where}) hết hạn ngày {day}. Sau ngày đó không lấy được thư. "
            "Hãy báo đơn vị quản lý máy chủ thư gia hạn."
        )
        yield Trouble(name=f"certificate {where}", words=words, site=site)
    for name, words in happened(session, row, where, at):
        yield Trouble(name=name, words=words, site=site)
    yield from _clock(session, site, row, config.clock_minutes, at, between)


def _silence_words(where: str, last: datetime, silent: timedelta) -> str:
    hours = silent.total_seconds() / 3600
    return (
        f"Hộp thư {where} không có thư mới đã {hours:.0f} giờ làm việc (thư cuối: "
        f"{local(last).strftime('%H:%M ngày %d/%m/%Y')}), lâu hơn mọi khi. Hãy gửi thử một thư; nếu không về, báo đơn "
        "vị quản lý máy chủ thư."
    )


def _clock(
    session: Session, site: str, row: MailboxRow, minutes: int, at: datetime, between: timedelta
) -> Iterator[Trouble]:
    where = f"{site}/{row.key}"
    apart = clock_difference(session, row.id, at, between=between).total_seconds() / 60
    if apart > minutes:
        words = (
            f"Đồng hồ của máy chủ này chậm hơn máy chủ thư (hộp thư {where}) khoảng {apart:.0f} phút, nên tin, bài có "
            "thể lên cổng sai giờ. Hãy bật đồng bộ giờ (NTP)."
        )
        yield Trouble(name=f"clock {where}", words=words, site=site)
    if apart < -minutes:
        words = (
            f"Đồng hồ của máy chủ này nhanh hơn máy chủ thư (hộp thư {where}) khoảng {-apart:.0f} phút, nên tin, bài "
            "có thể lên cổng sai giờ. Hãy bật đồng bộ giờ (NTP)."
        )
        yield Trouble(name=f"clock {where}", words=words, site=site)
