"""The keys of signers, asked of the one DNS server that the configuration names. dnspython ends at this file.

Letters must be read whether that server answers or not: all questions about one letter share a short time, answers are
remembered, and a server that stays silent is left alone for a while. Asked is only for keys that could decide
something: of signatures aligned with the From header, and of sealers that the site trusts.
"""

import ipaddress
import itertools
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from threading import Lock
from time import monotonic
from typing import BinaryIO

import dns.exception
import dns.resolver

from ingest.arc import keys_of_sealers
from ingest.dkim import keys_of_signers
from ingest.from_header import from_domain
from ingest.header_lines import LONGEST_BLOCK, header_lines
from ingest.signing_keys import Keys
from tinbai.config_dns import DnsConfig
from tinbai.site_data import SiteData

MOST_NAMES = 16  # asked for one letter
_MOST_REMEMBERED = 2_000
_LONGEST_ANSWER = 4_000  # bytes of one TXT record
_SHORTEST_MEMORY, _LONGEST_MEMORY = 60.0, 86_400.0  # seconds, whatever the record's own time to live is
_MEMORY_OF_NOTHING = 300.0  # seconds that a missing record, or a failure, is remembered
_SILENCES = 3  # one after the other; then the server is left alone …
_REST = 300.0  # … for so many seconds


@dataclass(frozen=True, kw_only=True)
class _Answer:
    """A TXT record, or None for none; until when it is remembered."""

    text: bytes | None
    until: float


class KeyLookup:
    """Fetches keys and remembers them. May be shared by threads; without a configured server it finds nothing."""

    def __init__(self, config: DnsConfig, *, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._seconds = config.timeout_seconds
        self._resolver = _resolver(config) if config.server else None
        self._answers: OrderedDict[str, _Answer] = OrderedDict()
        self._silent = 0
        self._rests_until = 0.0
        self._lock = Lock()

    def for_letter(self, letter: bytes | BinaryIO, site: SiteData | None) -> Keys:
        """The keys that the letter's signatures need, as far as they are there and come in time. Never raises."""
        if self._resolver is None or site is None:
            return {}
        lines = header_lines(_beginning(letter))
        domain = from_domain(lines)
        names = itertools.chain(keys_of_sealers(lines, site), keys_of_signers(lines, domain) if domain else ())
        return self.fetch(itertools.islice(dict.fromkeys(names), MOST_NAMES))

    def fetch(self, names: Iterable[str]) -> Keys:
        """The records of these names, within the configured time for all of them together."""
        deadline = self._clock() + self._seconds
        found: dict[str, bytes] = {}
        for name in names:
            answer = self._remembered(name)
            if answer is None:
                answer = self._ask(name, deadline - self._clock())
            if answer is not None and answer.text is not None:
                found[name] = answer.text
        return found

    def _remembered(self, name: str) -> _Answer | None:
        with self._lock:
            answer = self._answers.get(name)
            return answer if answer is not None and answer.until > self._clock() else None

    def _ask(self, name: str, seconds: float) -> _Answer | None:
        if seconds <= 0 or self._resolver is None or self._clock() < self._rests_until:
            return None
        try:
            answer = self._resolver.resolve(name, "TXT", lifetime=seconds, search=False)
        except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
            return self._remember(name, None, _MEMORY_OF_NOTHING)
        except (dns.exception.DNSException, OSError, ValueError):
            self._count_silence()
            return None  # asked again with the next letter
        texts = [b"".join(record.strings) for record in answer]
        text = texts[0] if len(texts) == 1 and len(texts[0]) <= _LONGEST_ANSWER else None  # several: RFC 6376, 3.6.2.2
        seconds_to_live = float(answer.rrset.ttl) if answer.rrset is not None else 0.0
        return self._remember(name, text, min(max(seconds_to_live, _SHORTEST_MEMORY), _LONGEST_MEMORY))

    def _remember(self, name: str, text: bytes | None, seconds: float) -> _Answer:
        answer = _Answer(text=text, until=self._clock() + seconds)
        with self._lock:
            self._silent = 0
            self._answers[name] = answer
            self._answers.move_to_end(name)
            while len(self._answers) > _MOST_REMEMBERED:
                self._answers.popitem(last=False)
        return answer

    def _count_silence(self) -> None:
        with self._lock:
            self._silent += 1
            if self._silent >= _SILENCES:
                self._silent, self._rests_until = 0, self._clock() + _REST


def try_server(config: DnsConfig) -> bool:
    """Whether the configured server answers at all; what it says does not matter."""
    try:
        _resolver(config).resolve(".", "NS", lifetime=config.timeout_seconds, raise_on_no_answer=False)
    except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
        return True
    except (dns.exception.DNSException, OSError):
        return False
    return True


def _resolver(config: DnsConfig) -> dns.resolver.Resolver:
    """One that knows no other server than ours, whatever this machine uses itself."""
    resolver = dns.resolver.Resolver(configure=False)
    resolver.nameservers = [str(ipaddress.ip_address(config.server))]
    resolver.port = config.port
    resolver.timeout = config.timeout_seconds
    return resolver


def _beginning(letter: bytes | BinaryIO) -> bytes:
    """The headers; a file is left as it was found."""
    if isinstance(letter, bytes):
        return letter[:LONGEST_BLOCK]
    place = letter.tell()
    letter.seek(0)
    head = letter.read(LONGEST_BLOCK)
    letter.seek(place)
    return head
