"""The stages of the way, each beside its yardstick."""

import gc
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from imapclient import IMAPClient

from ingest.imap import connect as open_imap
from ingest.run import poll
from ingest.sandbox import Reader
from ingest.waiting import read_waiting
from tests.benchmarks.measure import Pair, paired, paired_when_ready
from tests.benchmarks.naive import naive
from tests.offices import write_config
from tests.servers.dovecot import Dovecot, MailAccount
from tinbai.blobs import Blobs
from tinbai.clock import now
from tinbai.config import Config, MailboxConfig, load
from tinbai.memory import collect_seldom
from tinbai.office import Office, migrated_office


def fetching(dovecot: Dovecot, account: MailAccount, folder: Path, rounds: int) -> tuple[Pair, Pair]:
    """Fetching to synced files, against mbsync with FSync and against imapclient as it comes (bytes dropped)."""
    plain = _plain(load(write_config(folder, dovecot, account)), dovecot)

    def ours() -> None:
        shutil.rmtree(folder / "blobs", ignore_errors=True)
        blobs = Blobs(folder / "blobs")
        mailbox = open_imap(plain)
        uids = mailbox.uids_above(0)
        mailbox.describe(uids)
        for start in range(0, len(uids), 20):
            blobs.put_all([raw for _, raw in mailbox.fetch(uids[start : start + 20])])
        mailbox.close()

    def as_it_comes() -> None:
        with IMAPClient(dovecot.host, port=dovecot.port, ssl=False, timeout=60) as client:
            client.login(account.user, account.password)
            client.select_folder("INBOX", readonly=True)
            uids = client.search("ALL")
            for start in range(0, len(uids), 20):
                client.fetch(uids[start : start + 20], ["BODY.PEEK[]"])

    mbsync = paired(
        "fetching, against mbsync with FSync", ours, lambda: _mbsync(dovecot, account, folder), rounds=rounds
    )
    return mbsync, paired("fetching, against imapclient as it comes", ours, as_it_comes, rounds=rounds)


def end_to_end(dovecot: Dovecot, account: MailAccount, folder: Path, rounds: int) -> Pair:
    """From the mailbox to durable drafts, against the naive way; both on one core without TLS, the server's work apart.

    Both sides have started when the clock does: an office runs for months. Our reading happens in a child of a fork
    server, whose processor time we do not see: the clock tells.
    """

    @contextmanager
    def ours() -> Iterator[Callable[[], object]]:
        home = folder / "ours"
        home.mkdir()
        with (
            migrated_office(write_config(home, dovecot, account)) as office,
            Reader(limits=office.config.limits) as reader,
        ):
            reader.read(b"Subject: x\r\n\r\nx", site=None)
            with _collecting_seldom():
                yield lambda: _polled_and_read(office, reader, dovecot)
        _remove(home)

    @contextmanager
    def other() -> Iterator[Callable[[], object]]:
        home = folder / "naive"
        home.mkdir()
        yield lambda: naive(dovecot.host, dovecot.port, account.user, account.password, home / "naive.db")
        _remove(home)

    os.sched_setaffinity(0, {0})
    try:
        return paired_when_ready(
            "end to end on one core, against the naive way", ours, other, rounds=rounds, counts_cpu=False
        )
    finally:
        os.sched_setaffinity(0, range(os.cpu_count() or 1))


@contextmanager
def _collecting_seldom() -> Iterator[None]:
    """As the running program does; the other side has Python's own way, before and after."""
    usual = gc.get_threshold()
    collect_seldom()
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()


def _polled_and_read(office: Office, reader: Reader, dovecot: Dovecot) -> None:
    (site,) = office.config.sites
    poll(office.config, site, _plain(office.config, dovecot), office.database, office.blobs, clock=now)
    read_waiting(office.config, office.database, office.blobs, reader, clock=now)


def _remove(folder: Path) -> None:
    """Take it away, and let the disk come to rest: what one side leaves to be written is not the other's time."""
    shutil.rmtree(folder)
    os.sync()


def _plain(config: Config, dovecot: Dovecot) -> MailboxConfig:
    """The mailbox of `config` without TLS, as the other sides connect."""
    (site,) = config.sites
    here = {"host": "127.0.0.1", "port": dovecot.port, "security": "plain", "ca_file": ""}
    return site.mailboxes[0].model_copy(update=here)


def _mbsync(dovecot: Dovecot, account: MailAccount, folder: Path) -> None:
    home = folder / "mbsync"
    shutil.rmtree(home, ignore_errors=True)
    (home / "mail").mkdir(parents=True)
    (home / "rc").write_text(
        f"""FSync yes
IMAPAccount a
Host {dovecot.host}
Port {dovecot.port}
User {account.user}
Pass {account.password}
SSLType None
AuthMechs LOGIN

IMAPStore far
Account a

MaildirStore near
Path {home}/mail/
Inbox {home}/mail/inbox

Channel all
Far :far:
Near :near:
Patterns INBOX
Create Near
SyncState *
Sync Pull
""",
        encoding="utf-8",
    )
    environment = {**os.environ, "HOME": str(home)}
    subprocess.run(["mbsync", "-q", "-c", str(home / "rc"), "-a"], check=True, env=environment)
