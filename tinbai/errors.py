"""Every error of ours. They carry data and say whether a retry makes sense; texts for people are made at the edge."""

from collections.abc import Sequence


class TinbaiError(Exception):
    """The root of them all. `retryable`: the same call may succeed later without anybody changing anything."""

    retryable = False


class ConfigError(TinbaiError):
    """A key of the configuration is unknown, of the wrong type, or impossible. `key` names it ("smtp.port")."""

    def __init__(self, *, path: str, key: str | None, problem: str) -> None:
        self.path = path
        self.key = key
        self.problem = problem
        super().__init__(f"{path}: {key}: {problem}" if key else f"{path}: {problem}")


class SiteDataError(ConfigError):
    """A site's own data file cannot be used."""


class SecretError(TinbaiError):
    """A secret is missing, or its file is readable by others. `reference` is the "env:..." or "file:..." given."""

    def __init__(self, *, reference: str, problem: str) -> None:
        self.reference = reference
        self.problem = problem
        super().__init__(f"{reference}: {problem}")


class ForbiddenMoveError(TinbaiError):
    """The table of moves has no such move."""

    def __init__(self, *, noun: str, key: object, status: str, decision: str) -> None:
        self.noun = noun
        self.key = key
        self.status = status
        self.decision = decision
        super().__init__(f"{noun} {key}: {decision} is no move from {status}")


class StaleError(TinbaiError):
    """Somebody else was faster: the row is not in the state that was read."""

    retryable = True

    def __init__(self, *, noun: str, key: object) -> None:
        self.noun = noun
        self.key = key
        super().__init__(f"{noun} {key} has changed since it was read")


class NotAllowedError(TinbaiError):
    """The user has no right to do this."""

    def __init__(self, *, user: object, right: str) -> None:
        self.user = user
        self.right = right
        super().__init__(f"user {user} lacks the right to {right}")


class InputError(TinbaiError):
    """What a person typed cannot be accepted. `field` names it, `problem` is the message key for the page."""

    def __init__(self, *, field: str, problem: str) -> None:
        self.field = field
        self.problem = problem
        super().__init__(f"{field}: {problem}")


class BlobMissingError(TinbaiError):
    """Bytes that a row refers to are not in the store."""

    def __init__(self, sha256: str) -> None:
        self.sha256 = sha256
        super().__init__(f"no blob {sha256}")


class MalwareError(TinbaiError):
    """Somebody wants a file in which the virus scanner found `name`; None: it has not been scanned yet."""

    def __init__(self, *, name: str | None) -> None:
        self.name = name
        super().__init__("malware" if name else "not scanned yet")


class MailboxError(TinbaiError):
    """The mail server did not do what was asked.

    `reached`: it answers, and only some letters could not be had. `refused`: it does not let this account in.
    """

    def __init__(
        self, *, mailbox: str, problem: str, retryable: bool = True, reached: bool = False, refused: bool = False
    ) -> None:
        self.mailbox = mailbox
        self.problem = problem
        self.retryable = retryable
        self.reached = reached
        self.refused = refused
        super().__init__(f"mailbox {mailbox}: {problem}")


class ScannerError(TinbaiError):
    """The virus scanner cannot be reached: what is to be scanned waits."""

    retryable = True

    def __init__(self, *, problem: str) -> None:
        self.problem = problem
        super().__init__(f"scanner: {problem}")


class DirectoryError(TinbaiError):
    """The authority's directory (LDAP) could not be asked, or what it said is none of the answers that there can be."""

    retryable = True

    def __init__(self, *, problem: str) -> None:
        self.problem = problem
        super().__init__(f"directory: {problem}")


class DroppedError(MailboxError):
    """The mail server ended the connection, or fell silent, while it was to give the letters `uids`."""

    def __init__(self, *, mailbox: str, problem: str, uids: Sequence[int], retryable: bool = True) -> None:
        self.uids = tuple(uids)
        super().__init__(mailbox=mailbox, problem=problem, retryable=retryable, reached=True)


class PortalError(TinbaiError):
    """The portal did not take, change or show what was asked."""

    def __init__(self, *, portal: str, problem: str, retryable: bool = True) -> None:
        self.portal = portal
        self.problem = problem
        self.retryable = retryable
        super().__init__(f"portal {portal}: {problem}")


class MailSendError(TinbaiError):
    """The mail server refused an outgoing letter, or could not be reached."""

    def __init__(self, *, problem: str, retryable: bool = True) -> None:
        self.problem = problem
        self.retryable = retryable
        super().__init__(problem)


class ReadingFailedError(TinbaiError):
    """A letter could not be read within the limits, even without opening what it carries."""

    def __init__(self, *, problem: str) -> None:
        self.problem = problem
        super().__init__(problem)


class OutdatedDatabaseError(TinbaiError):
    """The database is not at the migration this program knows. `found` is None for an empty one."""

    def __init__(self, *, found: str | None, wanted: str | None) -> None:
        self.found = found
        self.wanted = wanted
        super().__init__(f"the database is at {found}, this program needs {wanted}")


class MigrationBusyError(TinbaiError):
    """Another process is changing the tables, or holds one of them."""

    retryable = True

    def __init__(self) -> None:
        super().__init__("another process migrates this database, or holds one of its tables")


class NewerDatabaseError(TinbaiError):
    """The database was made by a newer program: this one does not know its migration `found`."""

    def __init__(self, *, found: str, known: str | None) -> None:
        self.found = found
        self.known = known
        super().__init__(f"the database is at {found}, this program knows migrations up to {known}")


class BrokenReferencesError(TinbaiError):
    """Rows of `tables` refer to rows that are not there: after a migration, a mistake of ours."""

    def __init__(self, *, tables: list[str]) -> None:
        self.tables = tables
        super().__init__(f"rows refer to nothing in: {', '.join(tables)}")


class BackupError(TinbaiError):
    """A backup, or restoring one, cannot go on. `trouble` is its kind, `names` what it is about."""

    def __init__(self, trouble: str, *names: str) -> None:
        self.trouble = trouble
        self.names = names
        super().__init__(" ".join((trouble, *names)))
