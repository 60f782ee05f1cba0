"""ARC (RFC 8617): what a forwarder that the site trusts found out before it changed the letter or its way.

Anybody can seal anything, so a chain is worth what its sealer is worth. Believed is only the newest seal, when its
domain is one of the site's `arc_sealers`; what the sealer says it saw itself stands in the field of its own set.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from ingest.authentication_results import parse_results
from ingest.header_lines import HeaderLine
from ingest.server_results import Authentication, verdict_on
from ingest.signatures import covers, is_bounded, verify_arc
from ingest.signing_keys import Keys, key_name, tags_of, usable
from tinbai.site_data import SiteData

MOST_SETS = 10  # RFC 8617 allows 50; no letter to an office was forwarded so often
_INSTANCE = re.compile(rb"\s*i\s*=\s*([0-9]{1,2})\s*;")
_SEAL, _SIGNATURE, _RESULTS = b"arc-seal", b"arc-message-signature", b"arc-authentication-results"

Sets = Mapping[int, Mapping[bytes, HeaderLine]]


def keys_of_sealers(lines: Sequence[HeaderLine], site: SiteData) -> Iterator[str]:
    """The names in DNS of the keys that the chain needs; none when its newest sealer is not trusted."""
    sets = _sets(lines)
    if _sealer(sets, site) is None:
        return
    signed = [one[_SEAL] for one in sets.values()] + [sets[len(sets)][_SIGNATURE]]
    for line in signed:
        if (name := key_name(tags_of(line.value))) is not None:
            yield name


def sealed_by(raw: bytes, lines: Sequence[HeaderLine], domain: str, site: SiteData, keys: Keys) -> str | None:
    """The trusted sealer that saw the From domain authenticated; None when there is none."""
    sets = _sets(lines)
    sealer = _sealer(sets, site)
    if sealer is None or not all(name in keys for name in keys_of_sealers(lines, site)):
        return None
    newest = sets[len(sets)]
    for field in (_SEAL, _SIGNATURE):
        tags = tags_of(newest[field].value)
        if not usable(keys[key_name(tags) or ""], tags):
            return None
    if not covers(tags_of(newest[_SIGNATURE].value), lines):
        return None
    value = newest[_RESULTS].value
    results = parse_results(value[value.index(b";") + 1 :])
    if results is None or verdict_on(results.results, domain) is not Authentication.PASSED:
        return None
    return sealer if verify_arc(raw, keys) else None


def _sealer(sets: Sets, site: SiteData) -> str | None:
    """The domain of the newest seal, when the site trusts it and it made the newest signature too."""
    newest = sets.get(len(sets))
    if newest is None:
        return None
    domains = {tags_of(newest[field].value).get("d", "").lower() for field in (_SEAL, _SIGNATURE)}
    trusted = domains & {each.lower() for each in site.arc_sealers}
    return trusted.pop() if len(domains) == 1 and trusted else None


def _sets(lines: Sequence[HeaderLine]) -> Sets:
    """The sets by their number; empty when the chain has a gap, something double, or what is beyond the limits."""
    found: dict[int, dict[bytes, HeaderLine]] = {}
    for line in lines:
        if line.name not in (_SEAL, _SIGNATURE, _RESULTS):
            continue
        number = _INSTANCE.match(line.value)
        if number is None or not is_bounded(line) or line.name in found.setdefault(int(number[1]), {}):
            return {}
        found[int(number[1])][line.name] = line
    whole = set(found) == set(range(1, len(found) + 1)) and all(len(one) == 3 for one in found.values())
    return found if whole and len(found) <= MOST_SETS else {}
