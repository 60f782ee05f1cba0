"""Whether the wizard is to be shown: on an installation that nobody was ever added to."""

from pathlib import Path

from sqlalchemy import inspect, select
from sqlalchemy.engine import make_url

from review.first_run.answers import Answers
from tinbai.config import Config
from tinbai.db import Database
from tinbai.office import open_database
from tinbai.people import User


def is_needed(config: Config) -> bool:
    """True while no board is configured, or a wizard was left half done; never once there is a user.

    Who configured a board by hand adds its first user by hand (`tinbai user add`), too. A database that cannot be
    reached is no fresh one: its error is raised.
    """
    if config.sites and not Answers(config.root).begun:
        return False
    return not has_users(config)


def has_users(config: Config) -> bool:
    """Whether our database has a user; one that is not there yet is not made. Raises SQLAlchemyError."""
    url = make_url(config.database.url)
    if url.get_backend_name() == "sqlite" and not (config.root / (url.database or "")).is_file():
        return False
    database = open_database(config)
    try:
        return _has_users(database)
    finally:
        database.close()


def _has_users(database: Database) -> bool:
    if not inspect(database.engine).has_table(User.__tablename__):
        return False
    with database.reading() as session:
        return session.scalar(select(User.id).limit(1)) is not None


def folder_problem(folder: Path) -> str:
    """Why the wizard could write nothing into the configuration's folder, as the system says it; "" when it can."""
    probe = Answers(folder).file.with_suffix(".probe")
    try:
        probe.touch(mode=0o600)
        probe.unlink()
    except OSError as error:
        return error.strerror or str(error)
    return ""
