"""Senders that look like somebody the site knows: names and addresses one letter, one script or one ending away.

Nobody is accused by this: it says why a person should look twice before he lets an unknown sender in. What is made to
deceive (letters of another script, a known domain inside of a foreign one) is `grave`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.alignment import aligned, as_ascii, domain_of, organizational_domain
from tinbai.confusables import skeleton
from tinbai.site_data import SiteData
from tinbai.text import fold

MOST = 5  # are told of one sender
_LONGEST = 200  # characters of a name that are looked at
_SHORTEST_LABEL = 5  # letters; shorter ones are alike by chance
_SHORTEST_LOCAL = 4
_FEWEST_WORDS = 2  # of a name that is looked for inside of another


@dataclass(frozen=True, kw_only=True)
class Alike:
    """One likeness, for people: what is like what. `grave`: hardly by chance."""

    words: str
    grave: bool = False


def look_alikes(address: str, name: str, site: SiteData) -> Sequence[Alike]:
    """What is suspicious about a sender who is not in the register."""
    found = [*_of_domain(domain_of(address), site), *_of_local_part(address, site), *_of_name(name, site)]
    unique = {one.words: one for one in sorted(found, key=lambda one: not one.grave)}
    return list(unique.values())[:MOST]


def _of_domain(domain: str, site: SiteData) -> Iterator[Alike]:
    ascii_domain = as_ascii(domain)
    if ascii_domain is None:
        return
    shown, all_known = _readable(ascii_domain), _known_domains(site)
    if any(aligned(ascii_domain, known) for known in all_known):
        return  # of an organization that is known
    for known in all_known:
        if skeleton(shown) == skeleton(_readable(known)):
            yield Alike(words=f"tên miền {ascii_domain} được viết cho giống {known}", grave=True)
        elif f".{known}." in f".{ascii_domain}" or known.replace(".", "-") in ascii_domain:
            yield Alike(words=f"tên miền {ascii_domain} mượn tên {known} nhưng thuộc nơi khác", grave=True)
        else:
            yield from _of_organization(ascii_domain, known)


def _of_organization(domain: str, known: str) -> Iterator[Alike]:
    """The organization's own label: the same one under another ending, or one letter away."""
    mine, theirs = _own_label(domain), _own_label(known)
    if len(theirs) < _SHORTEST_LABEL:
        return
    if mine == theirs:
        yield Alike(words=f"tên miền {domain} chỉ khác phần đuôi so với {known}")
    elif one_slip_apart(skeleton(mine), skeleton(theirs)):
        yield Alike(words=f"tên miền {domain} chỉ khác một chữ so với {known}")


def _of_local_part(address: str, site: SiteData) -> Iterator[Alike]:
    local, _, domain = address.rpartition("@")
    for known in _known_addresses(site):
        other, _, known_domain = known.rpartition("@")
        if domain != known_domain or local == other or len(other) < _SHORTEST_LOCAL:
            continue
        first, second = (skeleton(each).translate(_SEPARATORS) for each in (local, other))
        if first == second or one_slip_apart(first, second):
            yield Alike(words=f"địa chỉ {address} gần giống {known} của cộng tác viên đã đăng ký")


_SEPARATORS = str.maketrans("", "", "._-+")


def _of_name(name: str, site: SiteData) -> Iterator[Alike]:
    folded, look = f" {fold(name[:_LONGEST])} ", f" {skeleton(name[:_LONGEST])} "
    for known in _known_names(site):
        if f" {skeleton(known)} " not in look or (len(known.split()) < _FEWEST_WORDS and folded.strip() != fold(known)):
            continue
        if f" {fold(known)} " in folded:
            yield Alike(words=f"thư mang tên “{known}” đã đăng ký, nhưng gửi từ địa chỉ khác")
        else:
            yield Alike(words=f"tên người gửi dùng chữ lạ viết cho giống “{known}”", grave=True)


def one_slip_apart(first: str, second: str) -> bool:
    """Whether one letter more, less or other, or two neighbours swapped, makes the one into the other."""
    if first == second or abs(len(first) - len(second)) > 1:
        return False
    start = next((place for place, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), None)
    if start is None:
        return True  # one is the beginning of the other
    rest, others = first[start:], second[start:]
    if len(first) != len(second):
        return rest[1:] == others or rest == others[1:]
    return rest[1:] == others[1:] or (rest[:2] == others[1::-1] and rest[2:] == others[2:])


def _known_addresses(site: SiteData) -> Sequence[str]:
    own = [address.lower() for one in site.contributors for address in one.addresses]
    return list(dict.fromkeys([*own, *(address.lower() for address in site.mailbox_addresses)]))


def _known_domains(site: SiteData) -> Sequence[str]:
    domains = (as_ascii(domain_of(address)) for address in _known_addresses(site))
    return list(dict.fromkeys(filter(None, domains)))


def _known_names(site: SiteData) -> Sequence[str]:
    names = [name for one in site.contributors for name in (one.name, *one.aliases)]
    return list(dict.fromkeys([*names, *(unit.name for unit in site.units)]))


def _own_label(domain: str) -> str:
    return (organizational_domain(domain) or domain).partition(".")[0]


def _readable(domain: str) -> str:
    """With its international labels (xn--…) as people see them."""
    try:
        return domain.encode("ascii").decode("idna")
    except UnicodeError:
        return domain
