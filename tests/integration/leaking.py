"""The program with a leak: connections to the mail server are never closed. Takes the arguments of `tinbai`."""

from unittest import mock

from ingest.imap import ImapMailbox
from tinbai.cli import main

KEPT: list[ImapMailbox] = []


def keep(mailbox: ImapMailbox) -> None:
    KEPT.append(mailbox)


if __name__ == "__main__":
    with mock.patch.object(ImapMailbox, "close", keep):
        main()
