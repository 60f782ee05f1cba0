"""What can be wrong with a backup, or with making or restoring one. The words for people are in backup_words."""

from dataclasses import dataclass
from enum import StrEnum


class Trouble(StrEnum):
    """Kinds of trouble; each is said in a sentence of its own."""

    # a backup that was looked at
    NO_BACKUP = "no_backup"
    UNFINISHED = "unfinished"
    MANIFEST = "manifest"
    DATABASE_MISSING = "database_missing"
    DATABASE_DAMAGED = "database_damaged"
    DATABASE_UNREADABLE = "database_unreadable"
    DATABASE_DIFFERS = "database_differs"
    REVISION_NEWER = "revision_newer"
    BLOB_MISSING = "blob_missing"
    BLOB_DAMAGED = "blob_damaged"
    # making one
    NO_DATABASE = "no_database"
    BUSY = "busy"
    NO_SPACE = "no_space"
    DISK = "disk"
    PROGRAM_MISSING = "program_missing"
    PROGRAM_FAILED = "program_failed"
    DATABASE_UNREACHABLE = "database_unreachable"
    # restoring one
    OTHER_ENGINE = "other_engine"
    TARGET_FULL = "target_full"
    TARGET_IN_USE = "target_in_use"
    INCOMPLETE = "incomplete"


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing that is wrong with a backup; `name` is the file, the blob, or what else it is about."""

    trouble: Trouble
    name: str
