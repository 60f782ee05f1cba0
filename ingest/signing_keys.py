"""Public keys of signers (RFC 6376, section 3.6.1): where they stand in DNS, and whether one may be used."""

import base64
import binascii
import re
from collections.abc import Mapping

from ingest.alignment import as_ascii

Keys = Mapping[str, bytes]  # the TXT record of each name, as DNS gave it; a name without a record is not there

_SELECTOR = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]{0,100}[a-z0-9_])?")
_LONGEST_RECORD = 2_000  # bytes: room for 8192 bits; longer keys cost time and prove no more
_SHORTEST_KEY = 140  # bytes of DER: 1024 bits (RFC 8301, section 3.2)


def tags_of(text: bytes) -> dict[str, str]:
    """A tag list (RFC 6376, section 3.2) without white space in its values; empty when it is none."""
    found: dict[str, str] = {}
    for piece in text.decode("latin-1").split(";"):
        if not piece.strip():
            continue
        name, equals, value = piece.partition("=")
        if not equals or name.strip() in found:  # a tag that stands twice makes the whole list invalid
            return {}
        found[name.strip()] = re.sub(r"\s", "", value)
    return found


def key_name(tags: Mapping[str, str]) -> str | None:
    """Where the key of a signature stands; None when its d= or s= is no name."""
    domain, selector = as_ascii(tags.get("d", "")), tags.get("s", "").lower()
    return f"{selector}._domainkey.{domain}" if domain and _SELECTOR.fullmatch(selector) else None


def usable(record: bytes, tags: Mapping[str, str]) -> bool:
    """Whether the key of this record may vouch for the signature with these tags.

    Revoked keys, keys of a domain that is only testing, keys for other services or hashes, and short ones may not.
    """
    key = tags_of(record) if len(record) <= _LONGEST_RECORD else {}
    if key.get("v", "DKIM1") != "DKIM1" or key.get("k", "rsa") != "rsa":
        return False
    flags = key.get("t", "").split(":")
    if "y" in flags or ("s" in flags and not _same_domain(tags)):
        return False
    if "h" in key and "sha256" not in key["h"].split(":"):
        return False
    if not {"*", "email"} & set(key.get("s", "*").split(":")):
        return False
    try:
        return len(base64.b64decode(key.get("p", ""), validate=True)) >= _SHORTEST_KEY
    except binascii.Error:
        return False


def _same_domain(tags: Mapping[str, str]) -> bool:
    return "i" not in tags or tags["i"].rpartition("@")[2].lower() == tags.get("d", "").lower()
