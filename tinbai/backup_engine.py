"""Our own database as backups see it: copied, looked into, put in place, on whichever engine it is."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.engine import make_url

from tinbai import backup_postgresql, backup_sqlite
from tinbai.backup_blobs import Tick
from tinbai.backup_contents import Contents
from tinbai.backup_trouble import Trouble
from tinbai.config import Config
from tinbai.errors import BackupError
from tinbai.secret import database_url

FILES = {"sqlite": "database.sqlite", "postgresql": "database.pgdump"}
LOOKS: dict[str, Callable[[Path], Contents]] = {"sqlite": backup_sqlite.look, "postgresql": backup_postgresql.look}


@dataclass(frozen=True, kw_only=True)
class BackupEngine:
    """The database of an office. `where` is a file's path on SQLite, an address with its password on PostgreSQL."""

    name: str
    where: str

    @property
    def path(self) -> Path | None:
        """SQLite's file; None elsewhere."""
        return Path(self.where) if self.name == "sqlite" else None

    def size(self) -> int:
        """About how many bytes a copy takes, at most."""
        return backup_sqlite.size(self.path) if self.path else backup_postgresql.size(self.where)

    def copy(self, target: Path, tick: Tick) -> None:
        """Copy one moment of it into the file `target`."""
        if self.path:
            backup_sqlite.copy(self.path, target, tick)
        else:
            backup_postgresql.copy(self.where, target, tick)

    def place(self, copied: Path) -> None:
        """Put a copy in its place. Nobody else may have it open."""
        if self.path:
            backup_sqlite.place(copied, self.path)
        else:
            backup_postgresql.place(copied, self.where)

    def refuse_when_in_use(self) -> None:
        """Raises BackupError (TARGET_IN_USE) when somebody else has it open."""
        if self.path:
            backup_sqlite.refuse_when_in_use(self.path)
        else:
            backup_postgresql.refuse_when_in_use(self.where)


def engine_of(config: Config) -> BackupEngine:
    """The database that the configuration names. Nothing is opened yet."""
    url = make_url(database_url(config.database.url, config.database.password, config.root))
    name = url.get_backend_name()
    where = str(url.database) if name == "sqlite" else url.render_as_string(hide_password=False)
    return BackupEngine(name=name, where=where)


def look(engine: str, copied: Path) -> Contents:
    """What a copy that `engine` made holds. Raises BackupError."""
    if engine not in LOOKS:
        raise BackupError(Trouble.OTHER_ENGINE, engine)
    return LOOKS[engine](copied)
