"""Who sent it and for which unit: the site's register first, then what the letter says of itself."""

import re

from ingest.letter import Address
from tinbai.site_data import ContributorData, SiteData, UnitData
from tinbai.text import fold

OFFICE = re.compile(
    r"(?:hoi|truong|thon|ap|ban|to dan pho|phong|cong an|tram|van phong|doan|ubnd|uy ban|dang uy|mttq|mat tran"
    r"|trung tam|xa|phuong|khoi|lien doan|cong doan|chi bo|ban chi huy|hop tac xa|htx|benh vien|thu vien)\b"
)
NUMBERING = re.compile(r"^\s*\d{1,3}\s*[.)_-]\s*")


def is_registered(sender: Address | None, site: SiteData | None) -> bool:
    """Whether the sender stands in the site's register."""
    return contributor(sender, site) is not None


def contributor(sender: Address | None, site: SiteData | None) -> ContributorData | None:
    """The contributor whose address this is."""
    address = (sender.address or "").casefold() if sender else ""
    if not address or site is None:
        return None
    known = (each for each in site.contributors if address in {one.casefold() for one in each.addresses})
    return next(known, None)


def author_of(sender: Address | None, site: SiteData | None) -> str | None:
    """The contributor's own name, when the letter came from a private mailbox: an office's address names nobody."""
    found = contributor(sender, site)
    private = {one.casefold() for one in found.personal} if found else set()
    return found.name if found and sender and (sender.address or "").casefold() in private else None


def unit_of(sender: Address | None, filename: str | None, site: SiteData | None) -> str | None:
    """The unit an article is credited to: named in the file's name, else the sender's, else the sender's own name."""
    named = _unit_in_name(filename, site) if filename else None
    return named or _unit_of_sender(sender, site)


def _unit_in_name(filename: str, site: SiteData | None) -> str | None:
    stem = NUMBERING.sub("", filename.rpartition(".")[0] or filename)
    folded = f" {re.sub(r'[^a-z0-9]+', ' ', fold(stem))} "
    found = [
        (len(name), unit.name)
        for unit in (site.units if site else ())
        for name in (unit.name, *unit.names)
        if f" {re.sub(r'[^a-z0-9]+', ' ', fold(name))} " in folded
    ]
    if found:
        return max(found)[1]
    opening = re.split(r"\s+[-–_]\s+", stem)[0].strip()
    hamlet = re.fullmatch(r"(?:thôn|ấp|bản|tổ dân phố|khối|buôn|làng)\s+\S.{1,40}", opening, re.IGNORECASE)
    return opening[:1].upper() + opening[1:] if hamlet else None


def _unit_of_sender(sender: Address | None, site: SiteData | None) -> str | None:
    known = contributor(sender, site)
    if known and known.unit:
        return next((unit.name for unit in (site.units if site else ()) if unit.key == known.unit), None)
    name = sender.name if sender else None
    if not name:
        return None
    if site and (match := _named(name, site)):
        return match.name
    return name if OFFICE.match(fold(name)) else None


def _named(name: str, site: SiteData) -> UnitData | None:
    folded = fold(name)
    known = (unit for unit in site.units if folded in {fold(one) for one in (unit.name, *unit.names)})
    return next(known, None)
