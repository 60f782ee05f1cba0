"""What each command does, with its progress on a terminal and its words in Vietnamese."""

import json
import socket
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import Progress
from rich.table import Table
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from ingest.key_lookup import KeyLookup
from ingest.run import poll as poll_mailbox
from ingest.sandbox import Reader
from ingest.waiting import read_waiting
from publish.dry_run_due import dry_run_due
from publish.late import patience
from publish.one import Result
from publish.opened import open_portals
from publish.run import publish_due
from review.accounts import add_user as add_account
from review.accounts import set_active
from review.accounts import set_password as set_account_password
from review.first_run.needed import is_needed
from review.locale import first_run as first_run_words
from review.security import second_factor
from tinbai import checking, serve
from tinbai.article import Article, ArticleStatus
from tinbai.clock import local, now
from tinbai.config import Config, load
from tinbai.errors import InputError, MailboxError
from tinbai.message import Message, MessageStatus
from tinbai.office import Office, migrated_office, office
from tinbai.people import RoleName, User
from tinbai.site import Site
from tinbai.site_loading import load_site as load_site_rows
from tinbai.words import explain
from tinbai.workflow import Fate, settle

__all__ = ["Office", "office"]

RESULTS = {
    Result.LIVE: "Đã đăng",
    Result.WITHDRAWN: "Đã gỡ",
    Result.LATER: "Cổng chưa nhận được, sẽ thử lại",
    Result.BROKEN: "Lỗi của chương trình, sẽ thử lại",
    Result.REFUSED: "Cổng từ chối, cần người xem",
    Result.SKIPPED: "Bỏ qua (đã có tiến trình khác làm, hoặc không còn cần)",
}

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)


def first_run(path: Path, *, with_timetable: bool) -> tuple[bool, socket.socket | None]:
    """Where nobody can log in yet: the wizard in the place of the site, until it is finished.

    Returns whether the office is to be opened now, and the door that is open already.
    """
    config = load(path)
    try:
        needed = is_needed(config)
    except SQLAlchemyError as error:
        said = str(getattr(error, "orig", None) or error).strip().partition("\n")[0]
        raise InputError(field="database", problem=first_run_words.DATABASE_AWAY.format(problem=said)) from error
    if not needed:
        return True, None
    shown: list[str] = []

    def tell(code: str) -> None:
        words = first_run_words.CODE_USED if shown else first_run_words.CODE_ON_TERMINAL
        shown.append(code)
        err.print(words.format(address=_address(config), code=code), markup=False)

    try:
        listening = serve.serve_first_run(path, config, checking.trials(), tell, with_timetable=with_timetable)
    except OSError as error:
        words = first_run_words.PORT_TAKEN.format(port=config.web.port, problem=error.strerror or error)
        raise InputError(field="port", problem=words) from error
    err.print(first_run_words.FINISHED if listening else first_run_words.LEFT, markup=False)
    return listening is not None, listening


def run(office: Office, listening: socket.socket | None = None) -> None:
    """The timetable and the review site, until told to stop."""
    _say_address(office)
    serve.serve(office, with_timetable=True, listening=listening)


def web(office: Office, listening: socket.socket | None = None) -> None:
    """The review site alone."""
    _say_address(office)
    serve.serve(office, with_timetable=False, listening=listening)


def poll(office: Office, *, read: bool) -> bool:
    """Every mailbox once, and the letters that wait; False when a mailbox could not be reached."""
    well = True
    with Progress(console=err, transient=True, disable=not err.is_terminal) as progress:
        for site, mailbox in office.mailboxes():
            bar = progress.add_task(f"Lấy thư {site.key}/{mailbox.key}", total=None)
            try:
                received = poll_mailbox(
                    office.config, site, mailbox, office.database, office.blobs, clock=now,
                    progress=lambda done, total, bar=bar: progress.update(bar, completed=done, total=total),  # type: ignore[misc]
                )  # fmt: skip
            except MailboxError as error:
                err.print(explain(error), style="red", markup=False)
                well = False
                continue
            if received is None:
                out.print(f"{site.key}/{mailbox.key}: một tiến trình khác đang lấy thư.")
            else:
                out.print(f"{site.key}/{mailbox.key}: {received.stored} thư mới, {received.known} thư đã có.")
        if read:
            bar = progress.add_task("Đọc thư", total=None)
            with Reader(limits=office.config.limits, keys_for=KeyLookup(office.config.dns).for_letter) as reader:
                settled = read_waiting(
                    office.config, office.database, office.blobs, reader, clock=now,
                    progress=lambda _message: progress.advance(bar),
                )  # fmt: skip
            out.print(f"Đã đọc {settled} thư.")
    return well


def publish(office: Office) -> None:
    """What is due, once."""
    done = publish_due(
        office.database, open_portals(office.config), office.blobs, clock=now, patience=patience(office.config)
    )
    for result in Result:
        out.print(f"{RESULTS[result]}: {done.count(result)}")
    for publication in done.stranded:
        out.print(f"Lần đăng số {publication} chờ một cổng không còn trong cấu hình.", style="red")


def dry_run(office: Office) -> None:
    """What the next pass would write on the portals."""
    portals = open_portals(office.config)
    for line in dry_run_due(office.database, portals, office.blobs, clock=now, patience=patience(office.config)):
        out.print(line, markup=False)


def migrate(config: Path) -> None:
    """The newest form of the database, and the sites of the configuration."""
    with migrated_office(config) as opened:
        out.print(f"Cơ sở dữ liệu đã sẵn sàng; {len(opened.config.sites)} ban biên tập.")


def check(config: Config) -> bool:
    """Every connection; whether all are right."""
    well = True
    for checked in checking.check(config):
        mark, style = ("đúng", "green") if checked.ok else ("SAI", "red")
        out.print(f"{mark:5} {checked.name}: {checked.words}", style=style, markup=False)
        well = well and checked.ok
    return well


def reprocess(office: Office, ids: Sequence[int]) -> None:
    """Have letters read again: failed, held, or set down as nothing."""
    for message_id in ids:
        with office.database.writing() as session:
            message = session.get(Message, message_id)
            if message is None:
                raise InputError(field="reprocess", problem=f"không có thư số {message_id}")
            settle(session, message, Fate.REPROCESS, by=None, at=now(), reason="Đọc lại theo lệnh.")
            message.attempts = 0
        out.print(f"Thư số {message_id} sẽ được đọc lại.")


def list_messages(office: Office, *, status: str | None, as_json: bool, limit: int) -> None:
    """The newest letters."""
    query = select(Message).order_by(Message.id.desc()).limit(limit)
    if status is not None:
        query = query.where(Message.status == _one_of(MessageStatus, status))
    with office.database.reading() as session:
        rows = [_message(message) for message in session.scalars(query)]
    _show(rows, as_json=as_json)


def list_articles(office: Office, *, status: str | None, as_json: bool, limit: int) -> None:
    """The newest articles."""
    query = select(Article).order_by(Article.id.desc()).limit(limit)
    if status is not None:
        query = query.where(Article.status == _one_of(ArticleStatus, status))
    with office.database.reading() as session:
        rows = [_article(article) for article in session.scalars(query)]
    _show(rows, as_json=as_json)


def add_user(
    office: Office, *, username: str, name: str, password: str, site: str, roles: Sequence[RoleName],
    column: str | None, title: str, email: str | None,
) -> None:  # fmt: skip
    """A user with roles in one site."""
    with office.database.writing() as session:
        add_account(
            session, username=username, name=name, password=password, site=_site(session, site), roles=roles,
            column=column, title=title, email=email, at=now(),
        )  # fmt: skip
    out.print(f"Đã thêm người dùng {username}.")


def set_password(office: Office, username: str, password: str, *, without_code: bool = False) -> None:
    """A new password for a user; `without_code` takes his second factor away, too."""
    with office.database.writing() as session:
        user = _user(session, username)
        set_account_password(session, user, password)
        if without_code:
            second_factor.remove(session, user.id)
    out.print(f"Đã đặt lại mật khẩu của {username}.")


def lock_user(office: Office, username: str, *, locked: bool) -> None:
    """Shut a user out, or let him in again."""
    with office.database.writing() as session:
        set_active(session, _user(session, username), active=not locked)
    out.print(f"Đã khóa {username}." if locked else f"Đã mở lại {username}.")


def load_site(office: Office, key: str, file: Path) -> None:
    """Columns, units and contributors of one site."""
    with office.database.writing() as session:
        data = load_site_rows(session, _site(session, key), file, local(now()).date())
    out.print(
        f"Đã nạp {len(data.columns)} chuyên mục, {len(data.units)} đơn vị, {len(data.contributors)} cộng tác viên."
    )


def _say_address(office: Office) -> None:
    err.print(f"Trang biên tập: {_address(office.config)}", markup=False)


def _address(config: Config) -> str:
    return config.web.public_url or f"http://{config.web.host}:{config.web.port}/"


def _site(session: Session, key: str) -> Site:
    site: Site | None = session.scalar(select(Site).where(Site.key == key))
    if site is None:
        raise InputError(field="site", problem=f"không có ban biên tập “{key}”; hãy xem [[sites]] trong cấu hình")
    return site


def _user(session: Session, username: str) -> User:
    user: User | None = session.scalar(select(User).where(User.username == username.strip().lower()))
    if user is None:
        raise InputError(field="username", problem=f"không có người dùng “{username}”")
    return user


def _one_of(kind: Any, value: str) -> Any:
    try:
        return kind(value)
    except ValueError as error:
        raise InputError(field="status", problem=f"phải là một trong: {', '.join(kind)}") from error


def _message(message: Message) -> dict[str, Any]:
    return {
        "id": message.id, "status": message.status.value, "reason": message.reason, "from": message.from_address,
        "subject": None if message.restriction else message.subject,
        "received_at": local(message.received_at).isoformat(timespec="seconds"),
        "size": message.size, "sha256": message.sha256, "attempts": message.attempts,
    }  # fmt: skip


def _article(article: Article) -> dict[str, Any]:
    return {
        "id": article.id, "code": article.code, "status": article.status.value, "kind": article.kind.value,
        "title": article.revision.title if article.revision else "",
        "column": article.column.name if article.column else None,
        "unit": article.unit.name if article.unit else None, "message": article.message_id,
        "changed_at": local(article.changed_at).isoformat(timespec="seconds"),
    }  # fmt: skip


def _show(rows: Sequence[dict[str, Any]], *, as_json: bool) -> None:
    if as_json:
        for row in rows:
            sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
        return
    if not rows:
        out.print("Không có gì.")
        return
    table = Table(*rows[0].keys())
    for row in rows:
        table.add_row(*("" if value is None else str(value) for value in row.values()))
    out.print(table)
