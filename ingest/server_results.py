"""What the receiving mail server found out about a letter: its own Authentication-Results, and nobody else's.

The field is known by its name and by its place. Everything that the sender wrote stands below everything that our
server put on top (RFC 8601, section 5), so a field counts only

- when it bears one of the site's server names,
- as one of the topmost `authserv_headers` fields of its kind, without one of somebody else above it,
- above From, To, Subject, Date and Message-ID, which are the sender's,
- with no Received of a foreign server above it: what stands below that came along with the letter,
- and when its bytes are beyond doubt (`ingest/header_lines.py`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ingest.alignment import aligned, as_ascii, domain_of, organizational_domain
from ingest.authentication_results import Result, parse_results
from ingest.header_lines import HeaderLine
from tinbai.site_data import SiteData

_SENDERS_OWN = frozenset({b"from", b"to", b"cc", b"subject", b"date", b"message-id", b"mime-version"})
_BY = re.compile(rb"\bby\s{1,50}([^\s;()]{1,255})", re.IGNORECASE)
_ADDRESS_LITERAL = re.compile(r"\[.*\]|[0-9.]+|[0-9a-f]*:[0-9a-f:.]+", re.IGNORECASE)
_FAILS = frozenset({"fail", "hardfail"})


class Authentication(StrEnum):
    """What a witness says of the From domain."""

    PASSED = "passed"
    FAILED = "failed"
    ABSENT = "absent"  # says nothing, or nothing that may be believed


@dataclass(frozen=True, kw_only=True)
class Said:
    """What the server said, and for people why it says nothing although it seems to."""

    found: Authentication
    ignored: str = ""


def server_says(lines: Sequence[HeaderLine], domain: str, site: SiteData) -> Said:
    """The verdict of the site's own servers on a From header of `domain`."""
    if not site.authserv_ids:
        return Said(found=Authentication.ABSENT)
    results: list[Result] = []
    ignored = ""
    for each in _trusted(lines, site):
        if isinstance(each, str):
            ignored = each
            break
        decided = {result.method for result in results}
        results += [result for result in each if result.method not in decided]  # of two that differ, the upper one
    return Said(found=verdict_on(results, domain), ignored=ignored)


def verdict_on(results: Sequence[Result], domain: str) -> Authentication:
    """DMARC decides where there is a verdict about this very domain; else DKIM and SPF, as far as they are aligned."""
    wanted = as_ascii(domain)
    dmarc = {one.result for one in results if one.method == "dmarc" and wanted and as_ascii(one.domain) == wanted}
    if "pass" in dmarc:
        return Authentication.PASSED if dmarc == {"pass"} else Authentication.FAILED
    if dmarc & _FAILS:
        return Authentication.FAILED
    others = [one for one in results if one.method in ("dkim", "spf")]
    if any(one.result == "pass" and aligned(one.domain, domain) for one in others):
        return Authentication.PASSED
    return Authentication.FAILED if any(one.result in _FAILS for one in others) else Authentication.ABSENT


def _trusted(lines: Sequence[HeaderLine], site: SiteData) -> Iterator[Sequence[Result] | str]:
    """The results of each field that counts, topmost first; at its end perhaps why the next one does not."""
    wanted = {each.lower() for each in site.authserv_ids}
    own = _own_domains(site)
    taken = 0
    foreign = ""
    for line in lines:
        if line.name in _SENDERS_OWN or not line.name or taken == site.authserv_headers:
            return
        if line.name == b"received":
            foreign = foreign or _foreign(line, own)
        if line.name != b"authentication-results":
            continue
        results = parse_results(line.value) if line.plain else None
        if results is None or results.server not in wanted:
            return
        if foreign:
            yield (
                f"dòng Authentication-Results nằm dưới dòng Received của máy chủ lạ {foreign} nên không được tin. "
                f"Nếu {foreign} là máy chủ của đơn vị, người quản trị thêm vào own_servers trong tệp danh mục"
            )
            return
        taken += 1
        yield results.results


def _own_domains(site: SiteData) -> frozenset[str]:
    names = [*site.authserv_ids, *site.own_servers, *map(domain_of, site.mailbox_addresses)]
    return frozenset(filter(None, (_organization(name.lower()) for name in names)))


def _foreign(line: HeaderLine, own: frozenset[str]) -> str:
    """The host that wrote a Received field, when it is none of ours; "" for ours, and for what names no domain."""
    found = _BY.search(line.value)
    host = found[1].decode("ascii", "replace").lower().strip(".") if found else ""
    if not host or "." not in host or _ADDRESS_LITERAL.fullmatch(host) or _organization(host) in own:
        return ""
    return host


def _organization(name: str) -> str | None:
    return organizational_domain(name) or as_ascii(name)
