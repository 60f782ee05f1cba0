"""Alignment: whether a domain that was authenticated may speak for the domain of the From header.

Relaxed alignment of DMARC (RFC 9989, RFC 7489 section 3.1): the same organizational domain, which is one label below a
public suffix. RFC 9989 walks through DNS for it; without network it is found by the list of public suffixes, as RFC
7489 did. The list comes with a package and is never fetched: gov.vn, edu.vn, com.vn and the provinces'
names stand in it, so that two communes of a province are one organization, and two offices under gov.vn are not.
publicsuffixlist ends at this file.
"""

import re
from functools import cache, lru_cache

from publicsuffixlist import PublicSuffixList

_LONGEST = 253  # characters; RFC 1035 section 2.3.4
_DOMAIN = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")


@lru_cache(maxsize=4_096)
def as_ascii(domain: str) -> str | None:
    """The domain as it stands in DNS, in lower case; None for what can be no name of a mail domain."""
    bare = domain.strip().lower().removesuffix(".")
    if not bare.isascii():
        try:
            bare = bare.encode("idna").decode("ascii")
        except UnicodeError:
            return None
    return bare if len(bare) <= _LONGEST and _DOMAIN.fullmatch(bare) else None


@lru_cache(maxsize=4_096)
def organizational_domain(domain: str) -> str | None:
    """The domain of the organization; None for a public suffix itself and for what is no domain."""
    name = as_ascii(domain)
    return _suffixes().privatesuffix(name) if name else None


def aligned(domain: str, of: str) -> bool:
    """Whether `domain`, which was authenticated, speaks for `of`."""
    first, second = as_ascii(domain), as_ascii(of)
    if first is None or second is None:
        return False
    if first == second:
        return True
    organization = organizational_domain(first)
    return organization is not None and organization == organizational_domain(second)


def domain_of(address: str) -> str:
    """What stands behind the last @, in lower case; "" when there is none."""
    return address.rpartition("@")[2].strip(" .>").lower() if "@" in address else ""


@cache
def _suffixes() -> PublicSuffixList:
    """Read once, when two domains differ for the first time: it takes a tenth of a second."""
    return PublicSuffixList()
