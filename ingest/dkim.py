"""DKIM (RFC 6376) as a second witness: the sender's domain signed this letter, and we checked that ourselves.

A signature that is missing, broken or of somebody else says nothing (section 6.1): only a good one counts, and only
when its domain is aligned with that of the From header.
"""

from collections.abc import Iterator, Mapping, Sequence

from ingest.alignment import aligned
from ingest.header_lines import HeaderLine
from ingest.signatures import covers, is_bounded, verify_dkim
from ingest.signing_keys import Keys, key_name, tags_of, usable

MOST_SIGNATURES = 3  # that are tried, of those that are aligned
_MOST_LOOKED_AT = 20


def keys_of_signers(lines: Sequence[HeaderLine], domain: str) -> Iterator[str]:
    """The names in DNS of the keys that could verify a letter whose From header is of `domain`."""
    for _, tags in _candidates(lines, domain):
        if (name := key_name(tags)) is not None:
            yield name


def signing_domain(raw: bytes, lines: Sequence[HeaderLine], domain: str, keys: Keys) -> str | None:
    """The domain of a good signature that speaks for `domain`; None when there is none."""
    for number, tags in _candidates(lines, domain):
        record = keys.get(key_name(tags) or "")
        if record is not None and usable(record, tags) and verify_dkim(raw, number, keys):
            return tags["d"].lower()
    return None


def _candidates(lines: Sequence[HeaderLine], domain: str) -> list[tuple[int, Mapping[str, str]]]:
    """The signatures worth trying: their number from the top, and their tags."""
    signatures = [line for line in lines if line.name == b"dkim-signature"][:_MOST_LOOKED_AT]
    found: list[tuple[int, Mapping[str, str]]] = []
    for number, line in enumerate(signatures):
        tags = tags_of(line.value) if is_bounded(line) else {}
        if tags.get("v") == "1" and aligned(tags.get("d", ""), domain) and covers(tags, lines):
            found.append((number, tags))
    return found[:MOST_SIGNATURES]
