"""The end of the wizard: the database, the board, its first user, and the configuration that says so.

All rows are one transaction, and the configuration is written last within it: a failure leaves everything as it was,
and the answers stay for another try. A power cut between the two leaves the file written and no rows: so what the file
said before is noted first, and the next end begins from there. Of two who come to the end at once, one is too late.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from review.accounts import add_user, note
from review.first_run import settings_file
from review.first_run.answers import HOW, Answers, End, How, Step
from review.first_run.fields import (
    check_address,
    mailbox_section,
    names_in,
    portal_section,
    site_section,
    smtp_section,
)
from review.first_run.taking_back import take_back
from tinbai.clock import local
from tinbai.config import Config
from tinbai.errors import InputError, TinbaiError
from tinbai.migrate import migrate
from tinbai.office import open_database
from tinbai.people import RoleName, User
from tinbai.site import Site
from tinbai.site_editing import ColumnWanted, save_column, save_unit
from tinbai.site_loading import load_sites

MAILBOX_KEYS = ("kind", "host", "port", "security", "ca_file", "username", "password", "folder")
SMTP_KEYS = ("host", "port", "security", "ca_file", "username", "password", "sender")
PORTAL_KEYS = ("kind", "url", "password", "media_path", "media_url", "address")


class AlreadySetUpError(TinbaiError):
    """Somebody was added in the meantime: the wizard has nothing more to say."""


@dataclass(frozen=True, kw_only=True)
class Administrator:
    """The first user, as typed. A head decides about articles, too."""

    username: str
    name: str
    title: str
    email: str
    password: str
    head: bool


def finish(config_path: Path, config: Config, answers: Answers, who: Administrator, *, at: datetime) -> None:
    """Set everything up as it was answered.

    Raises InputError for what the administrator typed, ConfigError, AlreadySetUpError, SQLAlchemyError, OSError or an
    error of the migrations.
    """
    database, end = open_database(config), None
    try:
        migrate(database)
        with database.writing() as session:
            _wait_for_others(session)
            if session.scalar(select(User.id).limit(1)) is not None:
                raise AlreadySetUpError
            end, wanted = _end(config_path, config, answers)
            load_sites(session, wanted, local(at).date())
            _fill(session, answers, who, at)
            answers.note_end(end)
            settings_file.write(config_path, end.written)
    except BaseException:
        if end is not None:
            take_back(config_path, config, end)
        raise
    finally:
        database.close()
    answers.forget()


def _wait_for_others(session: Session) -> None:
    """Until whoever else is at the end has committed; SQLite lets only one write anyhow."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text(f'LOCK TABLE "{User.__tablename__}" IN SHARE ROW EXCLUSIVE MODE'))


def _end(config_path: Path, config: Config, answers: Answers) -> tuple[End, Config]:
    """What the local file will say, and the whole configuration with it. Raises InputError, ConfigError."""
    before = _before(config_path, answers)
    answered = settings_file.without_blanks(settings_file.read(before), settings(answers, config.root))
    written = settings_file.merged(before, answered)
    wanted = settings_file.checked(config_path, written).model_copy(update={"root": config.root})
    return End(before=before, written=written), wanted


def _before(config_path: Path, answers: Answers) -> str:
    """What the local file says without what an end that was cut off has written into it."""
    standing, cut_off = settings_file.standing(config_path), answers.end
    if cut_off is None or standing == cut_off.before:
        return standing
    if standing == cut_off.written:
        return cut_off.before
    boards = settings_file.boards(cut_off.written) - settings_file.boards(cut_off.before)
    return settings_file.without_boards(standing, boards)  # somebody changed it since: all of that stays


def settings(answers: Answers, root: Path) -> dict[str, Any]:
    """What of the configuration follows from the answers; what a step left for later is left out."""
    site = answers.of(Step.SITE)
    board = site_section(site) | {"enabled": True}
    wanted: dict[str, Any] = {}
    if site["public_url"]:
        wanted["web"] = {"public_url": site["public_url"].strip().rstrip("/")}
    if _given(answers, Step.MAIL):
        smtp = smtp_section(answers.of(Step.MAIL), password_of_mail(answers, answers.of(Step.MAIL)), root)
        wanted["smtp"] = _said(smtp, SMTP_KEYS)
    if _given(answers, Step.MAILBOX):
        mailbox = mailbox_section(answers.of(Step.MAILBOX), answers.reference(Step.MAILBOX), root)
        board["mailboxes"] = [_said(mailbox, ("key", "enabled", *MAILBOX_KEYS))]
    if _given(answers, Step.PORTAL):
        portal = portal_section(answers.of(Step.PORTAL), answers.reference(Step.PORTAL), root)
        board["portals"] = [_said(portal, ("key", "enabled", *PORTAL_KEYS))]
    return {**wanted, "sites": [board]}


def password_of_mail(answers: Answers, values: Mapping[str, str]) -> str:
    """The secret for letters of ours: its own, or the mailbox's where the account is the same."""
    own = answers.reference(Step.MAIL)
    same = values["username"] == answers.of(Step.MAILBOX).get("username")
    return own or (answers.reference(Step.MAILBOX) if same else "")


def _given(answers: Answers, step: Step) -> bool:
    return answers.of(step).get(HOW, How.SKIPPED) != How.SKIPPED


def _said(section: Any, names: Sequence[str]) -> dict[str, Any]:
    """These keys of a section as TOML has them; "" for what is to be empty, whatever stands there already."""
    values: Mapping[str, Any] = section.model_dump(mode="json")
    return {name: values[name] for name in names if values[name] is not None}


def _fill(session: Session, answers: Answers, who: Administrator, at: datetime) -> None:
    """The board's first user, columns and units: all of them changed on the site's own pages later."""
    answered = answers.of(Step.SITE)
    site = session.scalars(select(Site).where(Site.key == site_section(answered)["key"])).one()
    roles = [RoleName.ADMIN, *([RoleName.HEAD] if who.head else [])]
    user = add_user(session, who.username, who.name, who.password, roles, site=site, at=at,
                    title=who.title, email=who.email or None)  # fmt: skip
    session.flush()
    note(session, user, "user_added", at=at)
    for position, name in enumerate(names_in(answered["columns"], "columns"), start=1):
        column = ColumnWanted(
            name=name, position=position, decisions=2, target=0, longest_silence_days=0, active=True
        )  # fmt: skip
        save_column(session, site, None, column, by=user, at=at)
    for name in names_in(answered["units"], "units"):
        save_unit(session, site, None, name=name, bloc="", active=True, by=user, at=at)


def administrator_of(values: Mapping[str, str]) -> Administrator:
    """What was typed about the first user. Raises InputError."""
    if values["password"] != values["again"]:
        raise InputError(field="again", problem="passwords_differ")
    if values["email"].strip():
        check_address(values["email"].strip(), "email")
    return Administrator(
        username=values["username"], name=values["name"], title=values["title"], email=values["email"].strip(),
        password=values["password"], head=bool(values["head"]),
    )  # fmt: skip
