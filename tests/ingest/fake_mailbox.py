"""A mailbox in memory that can be told to misbehave."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ingest.mailbox import ServerLetter
from tests.rows import NOON
from tinbai.errors import MailboxError


@dataclass
class FakeMailbox:
    """Letters by UID. What is fetched and told is noted; `breaks_at` UIDs end the connection when they are fetched."""

    letters: dict[int, bytes] = field(default_factory=dict)
    uidvalidity: int = 7
    fetched: list[int] = field(default_factory=list)
    told: list[int] = field(default_factory=list)
    breaks_at: set[int] = field(default_factory=set)
    cut: dict[int, int] = field(default_factory=dict)  # UID: how many times its body comes a byte short
    silent: dict[int, int] = field(default_factory=dict)  # UID: how many times it does not come at all
    announced: dict[int, int] = field(default_factory=dict)  # UID: the size the server wrongly gives
    uidnext: int | None = None
    ordered: bool = True

    @property
    def count(self) -> int:
        return len(self.letters)

    def uids_above(self, uid: int) -> Sequence[int]:
        return sorted(one for one in self.letters if one > uid)

    def describe(self, uids: Sequence[int]) -> Mapping[int, ServerLetter]:
        return {
            uid: ServerLetter(uid=uid, size=self.announced.get(uid, len(self.letters[uid])), internal_date=NOON)
            for uid in uids
            if uid in self.letters
        }

    def fetch(self, uids: Sequence[int]) -> Iterator[tuple[int, bytes]]:
        for uid in uids:
            if uid in self.breaks_at:
                raise MailboxError(mailbox="chung", problem="the connection broke")
            self.fetched.append(uid)
            if self.silent.get(uid, 0) > 0:
                self.silent[uid] -= 1
            elif uid in self.letters:
                short = self.cut.get(uid, 0) > 0
                self.cut[uid] = self.cut.get(uid, 0) - 1
                yield uid, self.letters[uid][:-1] if short else self.letters[uid]

    def headers(self, uid: int, size: int) -> bytes:
        return self.letters[uid].partition(b"\r\n\r\n")[0][:size]

    def tell(self, uids: Sequence[int]) -> None:
        self.told += uids

    def close(self) -> None:
        self.fetched.clear()
