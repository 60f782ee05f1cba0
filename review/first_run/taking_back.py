"""After an end that failed: the configuration says again what it said before, unless the database has its rows.

An error does not say that nothing was committed: the connection may break before PostgreSQL's answer to COMMIT is
here. A file that is left without rows does no harm, since the next end begins from what stood there before; rows
without the file would be a user without a board, and a wizard that never comes back.
"""

from pathlib import Path

import structlog
from sqlalchemy import select, text
from sqlalchemy.exc import SQLAlchemyError

from review.first_run import settings_file
from review.first_run.answers import End
from tinbai.config import Config
from tinbai.errors import TinbaiError
from tinbai.office import open_database
from tinbai.people import User

WAIT_SECONDS = 10  # for a transaction whose end was not told; a commit is there within it, or it is left unknown
_log = structlog.get_logger(__name__)


def take_back(config_path: Path, config: Config, end: End) -> None:
    """Put back what `end` has changed in the local file; left as it is where rows were, or may have been, committed.

    Raises nothing of files and databases: the error that was before it counts, and this one is logged.
    """
    try:
        if settings_file.standing(config_path) == end.written != end.before and not _has_user(config):
            settings_file.write(config_path, end.before)
    except (SQLAlchemyError, TinbaiError, OSError) as error:
        _log.warning("the configuration stays as the wizard wrote it", exc_info=error)


def _has_user(config: Config) -> bool:
    """Whether somebody was added, asked on a new connection and after what may still be committing."""
    database = open_database(config)
    try:
        with database.reading() as session:
            if session.get_bind().dialect.name == "postgresql":  # the wizard's transaction holds a lock on this table
                session.execute(text(f"SET LOCAL lock_timeout = '{WAIT_SECONDS}s'"))
                session.execute(text(f'LOCK TABLE "{User.__tablename__}" IN SHARE ROW EXCLUSIVE MODE'))
            return session.scalar(select(User.id).limit(1)) is not None
    finally:
        database.close()
