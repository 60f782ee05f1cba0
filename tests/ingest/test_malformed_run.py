"""Broken letters among good ones, the whole way from the mailbox to drafts: none stops another, none costs much."""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import count, islice
from pathlib import Path

import pytest
from sqlalchemy import select
from structlog.testing import capture_logs

from ingest.run import poll
from ingest.waiting import read_waiting
from tests.ingest.fake_mailbox import FakeMailbox
from tests.ingest.ledger import Cost
from tests.ingest.measured_reader import MeasuredReader, measured, percentile
from tests.mail.corpus import Photos
from tests.mail.corpus import letters as good_letters
from tests.mail.malformed import malformed
from tests.rows import NOON, a_site
from tinbai.blobs import Blobs
from tinbai.config import Config
from tinbai.db import Database
from tinbai.delivery import MailboxRow
from tinbai.message import Message, MessageStatus

SEED = 20261123
BAD_TO_ONE_GOOD = 10
AT_ONCE = 500  # letters that stand in the mailbox when it is polled
PORTION = 1_000  # of the 10,000; each is a run of its own, so that it ends within minutes
ENOUGH_FOR_P99 = 1_000  # the first letters are the known recipes, each once
MOST_CPU_SECONDS, MOST_BYTES, P99_SECONDS = 20, 1_000_000_000, 0.5
SITE_DATA = 'name = "Trang thông tin điện tử xã An Mẫu"\nhold_unknown = false\n'


@dataclass(kw_only=True)
class Outcome:
    """What became of a run."""

    good: set[str] = field(default_factory=set)  # hashes
    bad: set[str] = field(default_factory=set)
    lost: list[str] = field(default_factory=list)  # whose bytes are not in the blob store as they came
    errors: list[str] = field(default_factory=list)  # that were logged with a traceback
    costs: Mapping[str, Cost] = field(default_factory=dict)
    statuses: Mapping[str, tuple[MessageStatus, str | None]] = field(default_factory=dict)

    def table(self) -> str:
        """The figures for docs/reliability.md."""
        ends = Counter(
            (("good" if name in self.good else "broken"), str(end[0])) for name, end in self.statuses.items()
        )
        seconds = [self.costs[name].seconds for name in self.bad]
        cpu = [self.costs[name].cpu_seconds for name in self.bad]
        lines = [f"{len(self.bad)} different broken letters and {len(self.good)} good ones, seed {SEED}"]
        lines += [f"  {kind}, {status}: {number}" for (kind, status), number in sorted(ends.items())]
        for name, values in (("clock", seconds), ("processor", cpu)):
            figures = [f"p{percent} {percentile(values, percent):.3f}" for percent in (50, 99)]
            lines.append(f"  seconds of the {name}: {', '.join(figures)}, most {max(values):.2f}")
        lines.append(f"  most memory: {max(cost.peak_bytes for cost in self.costs.values()) / 1e6:.0f} MB")
        by_others = [cost.office_seconds for cost in self.costs.values() if cost.office_seconds]
        lines.append(f"  other programs: {len(by_others)} letters, {sum(by_others):.0f} seconds of the processor")
        lines.append(f"  attempts that were ended by a limit: {sum(cost.killed for cost in self.costs.values())}")
        slow = sorted(self.bad, key=lambda name: -self.costs[name].cpu_seconds)[:12]
        lines.append(f"  the slowest: {', '.join(f'{name[:12]} ({self.costs[name].told()})' for name in slow)}")
        lines.append(f"  uncaught errors: {len(self.errors)}; letters whose bytes were lost: {len(self.lost)}")
        return "\n".join(lines)


@pytest.fixture
def config(tmp_path: Path, database: Database) -> Config:
    """One site that holds no letter for its sender alone, with one mailbox."""
    with database.writing() as session:
        site = a_site(session)
        site.data = SITE_DATA
        session.add(MailboxRow(site_id=site.id, key="chung"))
    section = {"key": "an-mau", "name": "An Mẫu", "code": "AM", "mailboxes": [{"key": "chung"}]}
    return Config.model_validate({"root": tmp_path, "sites": [section], "blobs": {"free_bytes": 0}})


@pytest.mark.timeout(7200)
@pytest.mark.parametrize(
    ("first", "letters"),
    [(0, 60), *(pytest.param(first, PORTION, marks=pytest.mark.hard) for first in range(0, 10_000, PORTION))],
)
def test_broken_letters_take_nothing_from_the_good_ones_between_them(
    first: int, letters: int, config: Config, database: Database, blobs: Blobs, tmp_path, monkeypatch, capsys
) -> None:
    outcome = run(first, letters, config, database, blobs, measured(monkeypatch, tmp_path / "ledger", config.limits))
    with capsys.disabled():
        sys.stderr.write(f"\n{outcome.table()}\n")
    assert outcome.errors == []
    assert outcome.lost == []
    taken = {MessageStatus.DRAFTED, MessageStatus.JOINED}
    assert {name: outcome.statuses[name] for name in outcome.good if outcome.statuses[name][0] not in taken} == {}
    assert MessageStatus.RECEIVED not in {status for status, _ in outcome.statuses.values()}
    costs = outcome.costs.values()
    assert max(cost.cpu_seconds for cost in costs) <= MOST_CPU_SECONDS
    assert max(cost.peak_bytes for cost in costs) <= MOST_BYTES
    if letters >= ENOUGH_FOR_P99:  # processor time: what else the machine does is not the letters' fault
        assert percentile([outcome.costs[name].cpu_seconds for name in outcome.bad], 99) <= P99_SECONDS


def run(first: int, letters: int, config: Config, database: Database, blobs: Blobs, reader: MeasuredReader) -> Outcome:
    """`letters` broken ones from number `first` on, and good ones between them, received and read in one process."""
    outcome = Outcome()
    mailbox, uids = FakeMailbox(), count(1)
    site = config.sites[0]
    waiting = _mixed(first, letters, outcome)
    with reader, capture_logs() as logged:
        while some := {next(uids): raw for raw in islice(waiting, AT_ONCE)}:
            mailbox.letters = some
            poll(config, site, site.mailboxes[0], database, blobs, clock=lambda: NOON, open_mailbox=lambda _: mailbox)
            read_waiting(config, database, blobs, reader, clock=lambda: NOON)
            names = {uid: sha256(raw).hexdigest() for uid, raw in some.items()}
            outcome.lost += [names[uid] for uid, raw in some.items() if blobs.get(names[uid]) != raw]
        outcome.costs = reader.costs
    outcome.errors = [str(entry) for entry in logged if entry["log_level"] == "error"]
    with database.reading() as session:
        rows = session.execute(select(Message.sha256, Message.status, Message.reason))
        outcome.statuses = {name: (status, reason) for name, status, reason in rows}
    return outcome


def _mixed(first: int, letters: int, outcome: Outcome) -> Iterator[bytes]:
    """Every tenth broken letter is followed by a good one; the last letter is a good one: the pool is alive."""
    good = good_letters(letters // BAD_TO_ONE_GOOD, SEED + first, photos=Photos.SMALL)
    for number, raw in enumerate(malformed(letters, SEED, first=first), 1):
        outcome.bad.add(sha256(raw).hexdigest())
        yield raw
        if number % BAD_TO_ONE_GOOD == 0:
            one = next(good)
            outcome.good.add(sha256(one).hexdigest())
            yield one
