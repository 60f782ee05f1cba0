"""Deliberate mistakes, one for each promise: with any of them the tests of deaths must find something wrong."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from hashlib import sha256
from typing import Any
from unittest import mock

from sqlalchemy.orm.attributes import set_committed_value

from ingest import draft, receive, waiting
from ingest.epoch import move_cursor
from tests.integration.step_office import SteppingMailbox
from tinbai import blobs
from tinbai.db import Database
from tinbai.message import Message, MessageStatus
from tinbai.workflow import settle

PAUSE_SECONDS = 0.0  # after the first half of a mistake: whoever kills at random hits it more easily


@contextmanager
def tells_first() -> Iterator[None]:
    """The server is told while a letter is fetched, as by programs that fetch without BODY.PEEK."""
    fetch = SteppingMailbox.fetch

    def telling(self: SteppingMailbox, uids: Sequence[int]) -> Iterator[tuple[int, bytes]]:
        self.tell(uids)
        yield from fetch(self, uids)

    with mock.patch.object(SteppingMailbox, "fetch", telling):
        yield


@contextmanager
def moves_the_cursor_first() -> Iterator[None]:
    """The cursor passes over letters whose rows are not committed yet."""
    commit = receive._commit

    def early(database: Database, epoch: Any, arrivals: Sequence[Any], clock: Any) -> int:
        move_cursor(database, epoch, max(arrival.about.uid for arrival in arrivals))
        time.sleep(PAUSE_SECONDS)
        return commit(database, epoch, arrivals, clock)

    with mock.patch.object(receive, "_commit", early):
        yield


@contextmanager
def commits_rows_first() -> Iterator[None]:
    """A letter's row is committed before its bytes are on the disk."""
    put_all, commit = blobs.Blobs.put_all, receive._commit
    owed: list[tuple[Any, Sequence[bytes]]] = []

    def put_later(self: blobs.Blobs, contents: Sequence[bytes], **_: bool) -> list[str]:
        owed.append((self, contents))
        return [sha256(content).hexdigest() for content in contents]

    def commit_first(*given: Any) -> int:
        new = commit(*given)
        while owed:
            put_all(*owed.pop())
        return new

    with mock.patch.object(blobs.Blobs, "put_all", put_later), mock.patch.object(receive, "_commit", commit_first):
        yield


@contextmanager
def never_syncs() -> Iterator[None]:
    """Nothing is synced: it shows when the power is cut."""
    with mock.patch.object(blobs, "sync"):
        yield


@contextmanager
def drafts_in_two_transactions() -> Iterator[None]:
    """The articles are committed in one transaction, and that their letter is done with in another."""
    settled = waiting._settled
    owed: list[tuple[int, tuple[Any, ...], dict[str, Any]]] = []

    def settle_later(_session: Any, message: Message, *given: Any, **options: Any) -> None:
        owed.append((message.id, given, options))

    def settle_then(config: Any, database: Database, *given: Any) -> bool:
        done = settled(config, database, *given)
        time.sleep(PAUSE_SECONDS)
        while owed:
            message_id, what, options = owed.pop()
            with database.writing() as session:
                settle(session, session.get_one(Message, message_id), *what, **options)
        return done

    with mock.patch.object(draft, "settle", settle_later), mock.patch.object(waiting, "_settled", settle_then):
        yield


@contextmanager
def drafts_what_is_drafted() -> Iterator[None]:
    """Whoever has read a letter drafts it, without looking whether somebody else has done so meanwhile."""

    def careless(session: Any, message: Message, *given: Any, **options: Any) -> Any:
        set_committed_value(message, "status", MessageStatus.RECEIVED)
        return draft.draft(session, message, *given, **options)

    def unguarded(_session: Any, message: Message, *_: Any, **__: Any) -> None:
        message.status = MessageStatus.DRAFTED

    with (
        mock.patch.object(waiting, "draft", careless),
        mock.patch.object(draft, "settle", unguarded),
        mock.patch.object(draft, "twin_of", return_value=None),
        mock.patch.object(draft, "_answer", return_value=None),  # its unique key alone would stop it
    ):
        yield


VARIANTS: Mapping[str, Callable[[], AbstractContextManager[None]]] = {
    "none": nullcontext,
    "tells first": tells_first,
    "moves the cursor first": moves_the_cursor_first,
    "commits rows first": commits_rows_first,
    "never syncs": never_syncs,
    "drafts in two transactions": drafts_in_two_transactions,
    "drafts what is drafted": drafts_what_is_drafted,
}
