"""`tinbai check`: tries every connection that the configuration names, and says what is right or wrong."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from ingest.doors import open_mailbox
from ingest.imap import ImapMailbox
from ingest.key_lookup import try_server
from ingest.mailbox import Mailbox
from publish.portals import open_portal
from review.first_run.trials import Trials, Tried
from review.security.directory import Directory
from tinbai.blobs import Blobs
from tinbai.clamd import Clamd
from tinbai.clock import now
from tinbai.config import Config, MailboxConfig, MailboxKind, PortalConfig, SmtpConfig
from tinbai.errors import TinbaiError
from tinbai.migrate import current, head
from tinbai.office import open_database
from tinbai.outbox import LetterKind, OutgoingLetter, own_message_id
from tinbai.sending import connection, send_trial
from tinbai.words import explain


@dataclass(frozen=True, kw_only=True)
class Checked:
    """One thing that was tried; `words` say what is right, or what is wrong and what to do."""

    name: str
    ok: bool
    words: str


def check(config: Config) -> Iterator[Checked]:
    """Try the database, the blob store, the mail server, every mailbox and every portal, one after the other."""
    yield _tried("Cơ sở dữ liệu", lambda: _database(config))
    yield _tried("Kho tệp", lambda: _blobs(config))
    if config.smtp.host:
        yield _tried(f"Gửi thư ({config.smtp.host})", lambda: _smtp(config))
    else:
        words = "chưa cấu hình máy chủ gửi thư: thư trả lời nằm chờ trong hộp đi"
        yield Checked(name="Gửi thư", ok=True, words=words)
    if config.scanner.address:
        yield _tried(f"Quét virus ({config.scanner.address})", lambda: _scanner(config))
    yield _dns(config)
    if config.ldap.host:
        yield _tried(f"Máy chủ tài khoản ({config.ldap.host})", lambda: _directory(config))
    if not config.sites:
        words = "chưa có ban biên tập nào: chạy tinbai run rồi cài đặt lần đầu bằng trình duyệt"
        yield Checked(name="Ban biên tập", ok=True, words=words)
    for site in config.sites:
        for mailbox in site.mailboxes:
            name = f"Hộp thư {site.key}/{mailbox.key}"
            yield _tried(name, lambda mailbox=mailbox: _mailbox(mailbox)) if mailbox.enabled else _off(name)  # type: ignore[misc]
        for portal in site.portals:
            name = f"Cổng {site.key}/{portal.key}"
            if portal.enabled:
                yield from _portal(name, portal, config.root)
            else:
                yield _off(name)


def trials() -> Trials:
    """The live tests of the first-run wizard: what `check` tries, while it is being set up; and a letter that goes."""

    def portal(section: PortalConfig, root: Path) -> Sequence[Tried]:
        return [_said(each) for each in _portal("", section, root)]

    return Trials(
        mailbox=lambda section: [_said(_tried("", lambda: _mailbox(section)))],
        portal=portal,
        letter=lambda smtp, to: [_said(_tried("", lambda: _letter(smtp, to)))],
    )


def _said(checked: Checked) -> Tried:
    words = checked.words[:1].upper() + checked.words[1:]
    return Tried(ok=checked.ok, words=words)


def _letter(smtp: SmtpConfig, to: str) -> str:
    letter = OutgoingLetter(
        kind=LetterKind.ACCOUNT, to=to, message_id=own_message_id(smtp.sender), in_reply_to=None,
        subject="Thư thử của trang biên tập", text="Thư này báo rằng trang biên tập đã gửi được thư.\n",
    )  # fmt: skip
    send_trial(smtp, letter, "Trang biên tập", at=now())
    return f"máy chủ đã nhận thư thử gửi tới {to}; hãy mở hộp thư ấy xem"


def _tried(name: str, attempt: Callable[[], str]) -> Checked:
    try:
        return Checked(name=name, ok=True, words=attempt())
    except (TinbaiError, SQLAlchemyError, OSError) as error:
        return Checked(name=name, ok=False, words=explain(error))


def _scanner(config: Config) -> str:
    Clamd(config.scanner).ping()
    return "chương trình diệt virus trả lời"


def _directory(config: Config) -> str:
    seen = Directory(config.ldap).look()
    if seen is None:
        return (
            "kết nối được; tên và mật khẩu chỉ thử được khi có người đăng nhập; web.lockout_tries phải "
            "thấp hơn số lần nhập sai thì bị khóa trên máy chủ tài khoản"
        )
    if not seen:
        attribute, base = config.ldap.address_attribute, config.ldap.base
        return f"đăng nhập được, nhưng không thấy ai có địa chỉ thư ({attribute}) trong nhánh {base}"
    return "đăng nhập được và tìm được người"


def _off(name: str) -> Checked:
    return Checked(name=name, ok=True, words="đang tắt (enabled = false)")


def _database(config: Config) -> str:
    database = open_database(config)
    try:
        with database.reading() as session:
            session.execute(text("SELECT 1"))
        if current(database) != head():
            return "kết nối được; chưa nâng cấp, hãy chạy: tinbai migrate"
        return "kết nối được, đúng phiên bản"
    finally:
        database.close()


def _blobs(config: Config) -> str:
    blobs = Blobs(config.path(config.blobs.path))
    name = blobs.put(b"tinbai check")
    blobs.get(name)
    return f"ghi và đọc được ở {blobs.root}"


def _smtp(config: Config) -> str:
    with connection(config.smtp) as server:
        server.noop()
    return "đăng nhập được" if config.smtp.username else "kết nối được"


def _dns(config: Config) -> Checked:
    server = config.dns.server
    if not server:
        words = "chưa cấu hình ([dns] server): chữ ký DKIM và ARC không được kiểm tra ở đây"
        return Checked(name="Máy chủ tên miền", ok=True, words=words)
    answers = try_server(config.dns)
    silent = "không trả lời; kiểm tra địa chỉ, cổng và tường lửa. Thư vẫn được đọc bình thường"
    words = "có trả lời" if answers else silent
    return Checked(name=f"Máy chủ tên miền ({server})", ok=answers, words=words)


def _mailbox(mailbox: MailboxConfig) -> str:
    opened = open_mailbox(mailbox)
    try:
        count = len(opened.uids_above(0))
        return f"{_opened_words(mailbox, count)}{_abilities(opened, mailbox)}"
    finally:
        opened.close()


def _opened_words(mailbox: MailboxConfig, count: int) -> str:
    match mailbox.kind:
        case MailboxKind.IMAP:
            return f"đăng nhập được, thư mục {mailbox.folder} có {count} thư"
        case MailboxKind.POP3:
            return f"đăng nhập được, hộp thư có {count} thư"
        case MailboxKind.FOLDER:
            return f"đọc được, thư mục {mailbox.folder} có {count} tệp .eml"


def _abilities(opened: Mailbox, mailbox: MailboxConfig) -> str:
    """What a server cannot do; letters are received all the same."""
    if not isinstance(opened, ImapMailbox):
        return ""
    words = ""
    if mailbox.idle and not opened.has_idle():
        words += "; máy chủ không báo thư mới (IDLE), thư được hỏi định kỳ"
    if not opened.can_tell():
        words += f"; máy chủ không nhận từ khóa “{mailbox.after_name}”, thư đã lưu sẽ không được đánh dấu"
    return words


def _portal(name: str, portal: PortalConfig, root: Path) -> Iterator[Checked]:
    try:
        opened = open_portal(portal, root)
        for tried in opened.check():
            yield Checked(name=name, ok=tried.ok, words=tried.words)
    except TinbaiError as error:
        yield Checked(name=name, ok=False, words=explain(error))
