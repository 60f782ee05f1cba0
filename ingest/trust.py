"""Who really sent a letter: what our own mail server found out, held against the register of contributors.

A From header is a claim. Only the Authentication-Results of servers that the site trusts count, and of these only
the topmost without a gap: everything below a foreign one may have been written by the sender (RFC 8601 section 5).
Nothing is looked up on the network. Without any trusted server a registered address is accepted, as unverified.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from authres import AuthenticationResultsHeader, AuthResError

from ingest.letter import Letter
from tinbai.site_data import ContributorData, LeaderData, SiteData
from tinbai.text import fold

_HEADER_BLOCK = re.compile(rb"\A.*?(?:\r?\n\r?\n|\Z)", re.DOTALL)
_FROM_HEADER = re.compile(rb"^From[ \t]*:", re.IGNORECASE | re.MULTILINE)
_LONGEST_HEADERS = 262_144
_ADDRESS = re.compile(r"[^\s<>\"(),;]+@([^\s<>\"(),;]+)")
_FAILED = frozenset({"fail", "permerror", "policy"})


class Standing(StrEnum):
    """How far the sender of a letter is known."""

    VERIFIED = "verified"  # registered, and a trusted server confirmed the domain
    UNVERIFIED = "unverified"  # registered, and nobody confirmed or denied it
    FORGED = "forged"  # pretends to be somebody
    UNKNOWN = "unknown"  # not in the register


@dataclass(frozen=True, kw_only=True)
class Trust:
    """The judgement. `unit` is a unit's key; `personal` says that the address is a private mailbox."""

    contributor: ContributorData | None
    unit: str | None
    standing: Standing
    personal: bool
    reason: str


class _Authentication(StrEnum):
    PASSED = "passed"
    FAILED = "failed"
    ABSENT = "absent"


def judge(letter: Letter, raw: bytes, site: SiteData) -> Trust:
    """Judge the sender of `letter`, whose bytes are `raw`."""
    address = ((letter.sender.address if letter.sender else None) or "").lower()
    name = (letter.sender.name if letter.sender else None) or ""
    contributor = _registered(address, site)
    lie = _lie(name, address, contributor, site, raw)
    if lie is not None:
        return _trust(contributor, address, Standing.FORGED, lie)
    found = _authentication(letter.authentication_results, _domain(address), site.authserv_ids)
    if contributor is None:
        reason = (
            f"người gửi {address or 'không rõ địa chỉ'} chưa có trong danh sách cộng tác viên. "
            "Kiểm tra rồi thêm vào danh sách, hoặc bỏ qua thư."
        )
        return _trust(None, address, Standing.UNKNOWN, reason)
    match found:
        case _Authentication.FAILED:
            reason = (
                f"máy chủ thư báo thư không phải do {address} gửi (SPF, DKIM hoặc DMARC không đạt). "
                "Hỏi lại người gửi qua điện thoại."
            )
            return _trust(contributor, address, Standing.FORGED, reason)
        case _Authentication.PASSED:
            return _trust(contributor, address, Standing.VERIFIED, "máy chủ thư đã xác thực người gửi")
        case _:
            reason = "địa chỉ có trong danh sách cộng tác viên; máy chủ thư không cho biết kết quả xác thực"
            return _trust(contributor, address, Standing.UNVERIFIED, reason)


def _trust(contributor: ContributorData | None, address: str, standing: Standing, reason: str) -> Trust:
    personal = contributor is not None and address in {each.lower() for each in contributor.personal}
    unit = contributor.unit if contributor else None
    return Trust(contributor=contributor, unit=unit, standing=standing, personal=personal, reason=reason)


def _registered(address: str, site: SiteData) -> ContributorData | None:
    if not address:
        return None
    for contributor in site.contributors:
        if address in {each.lower() for each in (*contributor.addresses, *contributor.personal)}:
            return contributor
    return None


def _lie(name: str, address: str, contributor: ContributorData | None, site: SiteData, raw: bytes) -> str | None:
    """What the From header itself gives away, whoever carried it."""
    headers = _HEADER_BLOCK.match(raw[:_LONGEST_HEADERS])
    if headers and len(_FROM_HEADER.findall(headers[0])) > 1:
        return "thư có nhiều dòng From, không rõ ai gửi. Hỏi lại người gửi trước khi dùng."
    shown = _ADDRESS.search(name.lower())
    if shown and shown[0] != address and _domain(shown[0]) != _domain(address):
        return f"tên người gửi giả làm địa chỉ {shown[0]}, thư thật ra từ {address}. Không dùng thư này."
    if contributor is None:
        leader = _leader_named(name, site.leaders)
        if leader is not None:
            return (
                f"thư mang tên {leader.name} ({leader.title}) nhưng địa chỉ {address} không có trong danh sách. "
                f"Hỏi lại đồng chí {leader.name} qua điện thoại."
            )
    return None


def _leader_named(name: str, leaders: Iterable[LeaderData]) -> LeaderData | None:
    """The leader whose full name stands in the display name, diacritics or not."""
    folded = f" {fold(name)} "
    return next((leader for leader in leaders if f" {fold(leader.name)} " in folded), None)


def _authentication(values: Sequence[str], domain: str, trusted: Sequence[str]) -> _Authentication:
    """What the trusted servers say of the From domain: DMARC first, then DKIM and SPF as far as they are aligned."""
    wanted = {each.lower() for each in trusted}
    verdicts: list[tuple[str, str, str]] = []
    for value in values:
        results = _results(value)
        if results is None or results[0] not in wanted:
            break  # the first one of somebody else: nothing below it can be trusted
        verdicts += results[1]
    dmarc = {result for method, result, of in verdicts if method == "dmarc" and of in ("", domain)}
    if dmarc:
        return _Authentication.PASSED if dmarc == {"pass"} else _failed_or_absent(dmarc)
    aligned = {result for method, result, of in verdicts if method in ("dkim", "spf") and _aligned(of, domain)}
    if "pass" in aligned:
        return _Authentication.PASSED
    every = {result for method, result, _ in verdicts if method in ("dkim", "spf")}
    return _failed_or_absent(every - {"pass"})


def _failed_or_absent(results: set[str]) -> _Authentication:
    return _Authentication.FAILED if results & _FAILED else _Authentication.ABSENT


def _results(value: str) -> tuple[str, list[tuple[str, str, str]]] | None:
    """The authserv-id, and (method, result, domain it speaks of) of each result; None when it cannot be read."""
    try:
        header = AuthenticationResultsHeader.parse(f"Authentication-Results: {value[:10_000]}")
    except (AuthResError, ValueError, IndexError, RecursionError):
        return None
    found = []
    for result in header.results or ():
        properties = {f"{each.type}.{each.name}": str(each.value) for each in result.properties}
        of = properties.get(_SPEAKS_OF.get(result.method, ""), "") or properties.get("header.i", "")
        found.append((result.method.lower(), str(result.result).lower(), _domain(of.lower()) or of.lower()))
    return str(header.authserv_id).lower(), found


_SPEAKS_OF = {"dmarc": "header.from", "dkim": "header.d", "spf": "smtp.mailfrom"}


def _aligned(domain: str, of: str) -> bool:
    """The same domain, or one inside of the other (relaxed alignment, RFC 7489, without a list of public suffixes)."""
    if not domain or not of or domain.count(".") < 1 or of.count(".") < 1:
        return False
    return domain == of or domain.endswith(f".{of}") or of.endswith(f".{domain}")


def _domain(address: str) -> str:
    return address.rpartition("@")[2].strip(" .>") if "@" in address else ""
