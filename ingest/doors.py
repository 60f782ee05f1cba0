"""The doors that letters come in by, one for each kind of mailbox."""

from collections.abc import Callable, Mapping

from ingest import folder, imap, pop3
from ingest.mailbox import Mailbox
from tinbai.config import MailboxConfig, MailboxKind

DOORS: Mapping[MailboxKind, Callable[[MailboxConfig], Mailbox]] = {
    MailboxKind.IMAP: imap.connect,
    MailboxKind.POP3: pop3.connect,
    MailboxKind.FOLDER: folder.connect,
}


def open_mailbox(config: MailboxConfig) -> Mailbox:
    """Log in and open the folder. Raises MailboxError."""
    return DOORS[config.kind](config)


def place(config: MailboxConfig) -> str:
    """What the UIDs of a mailbox belong to: another place under the same key has other letters."""
    if config.kind is MailboxKind.FOLDER:
        return f"folder:{config.folder}"
    server = f"{config.kind}://{config.username}@{config.host.lower()}:{config.port}"
    if config.kind is MailboxKind.POP3:
        return server
    # INBOX is the only name of a folder that is the same in every case (RFC 3501 section 5.1).
    return f"{server}/{'INBOX' if config.folder.upper() == 'INBOX' else config.folder}"
