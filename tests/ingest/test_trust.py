import pytest

from ingest.parse import parse
from ingest.trust import Standing, Trust, judge
from tinbai.limits import Limits
from tinbai.site_data import ContributorData, LeaderData, SiteData

OURS = "mx.songmau.example"
SITE = SiteData(
    name="An Mẫu",
    authserv_ids=(OURS,),
    contributors=(
        ContributorData(
            name="Hội Phụ nữ",
            addresses=("hpn@songmau.example", "guong.do@thu-ca-nhan.example"),
            personal=("guong.do@thu-ca-nhan.example",),
            unit="hpn",
        ),
    ),
    leaders=(LeaderData(name="Phạm Thị Minh Họa", title="Chánh Văn phòng HĐND và UBND"),),
)
PASS = f"{OURS}; dmarc=pass header.from=songmau.example"
FAIL = f"{OURS}; dmarc=fail header.from=songmau.example; spf=fail smtp.mailfrom=x@la.example"
HPN = "Hội Phụ nữ <hpn@songmau.example>"


def judged(sender: str, *results: str, site: SiteData = SITE) -> Trust:
    headers = [f"Authentication-Results: {result}" for result in results] + [f"From: {sender}"]
    raw = ("\r\n".join(headers) + "\r\n\r\nTin").encode()
    return judge(parse(raw, Limits()), raw, site)


def test_a_registered_address_confirmed_by_our_server_is_verified() -> None:
    trust = judged(HPN, PASS)
    assert (trust.standing, trust.unit, trust.personal) == (Standing.VERIFIED, "hpn", False)


def test_a_registered_address_that_nobody_confirmed_is_unverified_and_known() -> None:
    trust = judged(HPN)
    assert (trust.standing, trust.contributor) == (Standing.UNVERIFIED, SITE.contributors[0])


def test_without_trusted_servers_nothing_in_the_letter_counts() -> None:
    site = SITE.model_copy(update={"authserv_ids": ()})
    assert judged(HPN, PASS, site=site).standing is Standing.UNVERIFIED
    assert judged(HPN, FAIL, site=site).standing is Standing.UNVERIFIED


def test_a_private_mailbox_of_a_contributor_is_recognised() -> None:
    trust = judged("Guong Do <Guong.Do@thu-ca-nhan.example>")
    assert (trust.standing, trust.unit, trust.personal) == (Standing.UNVERIFIED, "hpn", True)


def test_a_registered_address_that_our_server_denied_is_forged() -> None:
    assert judged(HPN, FAIL).standing is Standing.FORGED


@pytest.mark.parametrize(
    "results",
    [
        ("mx.la.example; dmarc=pass header.from=songmau.example",),
        ("mx.la.example; dmarc=pass", PASS),  # below a foreign one, ours may be the sender's own writing
        (f"{OURS}; spf=pass smtp.mailfrom=x@la.example",),  # passes, but for another domain
        (f"{OURS}; dkim=pass header.d=la.example",),
        (f"{OURS}; dkim=none",),
        ("(((((", PASS),
        (f"{OURS}; dmarc=pass header.from=la.example",),
    ],
)
def test_results_that_do_not_speak_of_the_sender_verify_nothing(results: tuple[str, ...]) -> None:
    assert judged(HPN, *results).standing is not Standing.VERIFIED


@pytest.mark.parametrize(
    "result",
    [
        "spf=pass smtp.mailfrom=hpn@songmau.example",
        "dkim=pass header.d=songmau.example",
        "spf=pass smtp.mailfrom=thu.songmau.example",
    ],
)
def test_aligned_dkim_or_spf_is_enough(result: str) -> None:
    assert judged(HPN, f"{OURS}; {result}").standing is Standing.VERIFIED


@pytest.mark.parametrize("name", ["Phạm Thị Minh Họa", "Pham Thi Minh Hoa", "Đ/c Phạm Thị Minh Hoạ (VP)"])
def test_a_leaders_name_on_a_foreign_address_is_forged(name: str) -> None:
    assert judged(f'"{name}" <hoa.pham@la.example>').standing is Standing.FORGED


def test_a_name_that_is_another_address_is_forged() -> None:
    assert judged('"hpn@songmau.example" <x@la.example>').standing is Standing.FORGED


def test_two_senders_are_none() -> None:
    assert judged(f"{HPN}\r\nFrom: x@la.example", PASS).standing is Standing.FORGED


def test_a_citizen_is_unknown() -> None:
    trust = judged("người dân <dan@thu-ca-nhan.example>")
    assert (trust.standing, trust.contributor, trust.unit) == (Standing.UNKNOWN, None, None)
    assert "dan@thu-ca-nhan.example" in trust.reason
