"""Who really sent a letter: what trustworthy witnesses say, held against the register of contributors.

A From header is a claim. Three witnesses are heard about it, and no other line of a letter counts:

1. the receiving server's own Authentication-Results (`ingest/server_results.py`);
2. a DKIM signature of the sender's domain that was verified here (`ingest/dkim.py`);
3. a forwarder that the site trusts, by its ARC seal (`ingest/arc.py`); it may excuse what forwarding broke.

None of them is asked about a From header that two programs could read in two ways (`ingest/from_header.py`).
Pure: the keys of signers are fetched before and handed in; without any there is only the first witness. Without a
witness a registered address is accepted as unverified, or held where the site says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from ingest.alignment import domain_of
from ingest.arc import sealed_by
from ingest.dkim import signing_domain
from ingest.from_header import ASK, from_doubt
from ingest.header_lines import HeaderLine, doubled, header_lines
from ingest.letter import Letter
from ingest.look_alikes import look_alikes
from ingest.server_results import Authentication, Said, server_says
from ingest.signing_keys import Keys
from tinbai.confusables import skeleton
from tinbai.site_data import ContributorData, LeaderData, Personal, SiteData

NO_KEYS: Keys = {}


class Standing(StrEnum):
    """How far the sender of a letter is known."""

    VERIFIED = "verified"  # registered, and a witness confirmed the domain
    UNVERIFIED = "unverified"  # registered, and nobody confirmed or denied it
    FORGED = "forged"  # pretends to be somebody
    UNKNOWN = "unknown"  # not in the register


@dataclass(frozen=True, kw_only=True)
class Trust:
    """The judgement. `unit` is a unit's key; `personal` says that the address is a private mailbox.

    `reason` is for the editor; `alike` says whom an unknown sender looks like. `hold` and `refuse` are reasons of the
    site's own rules for holding the letter, or for making nothing of it; `refused_as_personal` is the rule about
    private mailboxes, and no person's decision about this sender.
    """

    contributor: ContributorData | None
    unit: str | None
    standing: Standing
    personal: bool
    reason: str
    alike: Sequence[str] = ()
    hold: str | None = None
    refuse: str | None = None
    refused_as_personal: bool = False


@dataclass(frozen=True, kw_only=True)
class _Heard:
    """What the witnesses say together, and how to tell it."""

    found: Authentication
    words: str


def judge(letter: Letter, raw: bytes, site: SiteData, keys: Keys = NO_KEYS) -> Trust:
    """Judge the sender of `letter`, whose bytes are `raw`, by the public keys of signers that were found."""
    address = ((letter.sender.address if letter.sender else None) or "").lower()
    name = (letter.sender.name if letter.sender else None) or ""
    lines = header_lines(raw)
    contributor = _registered(address, site)
    doubt = from_doubt(raw, lines, address, name, site)
    if doubt is not None:
        return _ruled(_trust(contributor, address, Standing.FORGED, doubt), address, site)
    heard = _hear(raw, lines, domain_of(address), site, keys)
    if contributor is None:
        return _ruled(_of_unknown(address, name, heard, site), address, site)
    standing = {
        Authentication.PASSED: Standing.VERIFIED,
        Authentication.FAILED: Standing.FORGED,
        Authentication.ABSENT: Standing.UNVERIFIED,
    }[heard.found]
    return _ruled(_trust(contributor, address, standing, heard.words), address, site)


def _hear(raw: bytes, lines: Sequence[HeaderLine], domain: str, site: SiteData, keys: Keys) -> _Heard:
    """The server first. Where it denies, only a trusted forwarder may explain why; where it is silent, a signature."""
    said = server_says(lines, domain, site)
    twice = doubled(raw)
    if twice is not None and said.found is Authentication.PASSED:
        words = f"thư có hai dòng {twice} khác nhau, không rõ máy chủ thư đã xác thực dòng nào"
        said = Said(found=Authentication.ABSENT, ignored=words)
    if said.found is Authentication.PASSED:
        return _Heard(found=said.found, words="máy chủ thư đã xác thực người gửi")
    sealer = sealed_by(raw, lines, domain, site, keys) if keys else None
    if sealer is not None:
        words = f"người gửi đã được {sealer} xác thực trước khi chuyển tiếp thư (ARC)"
        return _Heard(found=Authentication.PASSED, words=words)
    if said.found is Authentication.FAILED:
        words = f"máy chủ thư báo thư không phải do {domain} gửi (SPF, DKIM hoặc DMARC không đạt). {ASK}"
        return _Heard(found=said.found, words=words)
    signer = signing_domain(raw, lines, domain, keys) if keys else None
    if signer is not None:
        return _Heard(found=Authentication.PASSED, words=f"chữ ký DKIM của {signer} đã được kiểm tra và đúng")
    words = said.ignored or "máy chủ thư không cho biết kết quả xác thực"
    advice = "Nếu nội dung quan trọng, gọi hỏi lại người gửi."
    return _Heard(found=said.found, words=f"chưa có gì xác thực người gửi: {words.rstrip('.')}. {advice}")


def _of_unknown(address: str, name: str, heard: _Heard, site: SiteData) -> Trust:
    if not address:
        return _trust(None, address, Standing.UNKNOWN, f"thư không ghi địa chỉ người gửi. {ASK}")
    leader = _leader_named(name, site)
    if leader is not None:
        reason = (
            f"thư mang tên {leader.name} ({leader.title}) nhưng địa chỉ {address} không có trong danh sách. "
            f"Hỏi lại đồng chí {leader.name} qua điện thoại."
        )
        return _trust(None, address, Standing.FORGED, reason)
    alike = look_alikes(address, name, site)
    likeness = [f"Chú ý: {'; '.join(one.words for one in alike)}."] if alike else []
    if any(one.grave for one in alike):
        reason = " ".join([f"người gửi {address} không có trong danh sách cộng tác viên.", *likeness, ASK])
        return _trust(None, address, Standing.FORGED, reason)
    warning = [f"Chú ý: {heard.words.rstrip('.')}."] if heard.found is Authentication.FAILED else []
    advice = "Bấm “Xác nhận người gửi” để nhận hoặc từ chối; chỉ cần trả lời một lần cho mỗi địa chỉ."
    reason = " ".join([f"người gửi {address} chưa có trong danh sách cộng tác viên.", *likeness, *warning, advice])
    return replace(_trust(None, address, Standing.UNKNOWN, reason), alike=tuple(one.words for one in alike))


def _ruled(trust: Trust, address: str, site: SiteData) -> Trust:
    """With what the site's own rules say about such a sender."""
    if address and address in {each.lower() for each in site.refused_addresses}:
        refuse = f"người gửi {address} đã bị từ chối. Muốn nhận lại: mở mục Cộng tác viên, phần Đã từ chối."
        return replace(trust, refuse=refuse)
    if trust.standing is Standing.FORGED:
        return trust
    if trust.personal and site.personal_addresses is Personal.REFUSE:
        refuse = f"{address} là hộp thư cá nhân; trang chỉ nhận tin, bài từ hộp thư công vụ của đơn vị."
        return replace(trust, refuse=refuse, refused_as_personal=True)
    if trust.personal and site.personal_addresses is Personal.HOLD:
        hold = f"Gửi từ hộp thư cá nhân {address}. Hỏi lại người gửi, rồi thả thư ra hoặc bỏ qua."
        return replace(trust, hold=hold)
    if trust.standing is Standing.UNVERIFIED and site.hold_unverified:
        return replace(trust, hold=f"Chưa xác thực được người gửi {address}: {trust.reason.rstrip('.')}. {ASK}")
    return trust


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


def _leader_named(name: str, site: SiteData) -> LeaderData | None:
    """The leader whose full name stands in the display name, diacritics or not, in whatever script it is written."""
    look = f" {skeleton(name[:_LONGEST_NAME])} "
    return next((leader for leader in site.leaders if f" {skeleton(leader.name)} " in look), None)


_LONGEST_NAME = 200  # characters of a display name that are looked at
