"""Logging in through an identity provider: a real one in a process of its own, and one that lies about everything."""

import hashlib
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from joserfc.jwk import OctKey, RSAKey

from review.security import second_factor
from tests.review.office import Office, Visit
from tests.review.route_things import a_colleague
from tests.servers.identity_provider import LyingProvider, log_in_there, lying_provider, real_provider
from tinbai.account import LoginStep
from tinbai.config import OidcConfig
from tinbai.people import User

ADDRESS = "guong@songmau.example"
WELCOME = "/messages?status=held"


def use(office: Office, issuer: str, secret: Path, **more: Any) -> None:
    """The site's provider, with a secret in a file of its own; the clock is the world's, for tokens carry its time."""
    secret.touch(mode=0o600)
    secret.write_text("thử & kín", encoding="utf-8")
    config = OidcConfig(
        issuer=issuer, client_id="tinbai", client_secret=f"file:{secret}", name="tài khoản tỉnh", **more
    )
    desk = office.app.state.desk
    object.__setattr__(desk, "config", desk.config.model_copy(update={"oidc": config}))
    office.clock.now = datetime.now(UTC)


@pytest.fixture
def user_id(office: Office) -> int:
    """Somebody with the address that the provider names."""
    return a_colleague(office, email=ADDRESS.upper())


@pytest.fixture
def liar(office: Office, tmp_path: Path) -> Iterator[LyingProvider]:
    with lying_provider() as provider:
        use(office, provider.issuer, tmp_path / "secret")
        yield provider


def sent(browser: Visit, target: str = "/") -> dict[str, str]:
    """What the browser is sent to the provider with."""
    answer = browser.get(f"/login/provider?next={target}")
    assert answer.status_code == 303
    return {key: values[0] for key, values in parse_qs(urlsplit(answer.headers["location"]).query).items()}


def back(browser: Visit, **query: str) -> str:
    """Where the browser goes on to when it has come back."""
    answer = browser.client.get("/login/provider/return", params=query)
    return str(answer.headers["location"])


@pytest.mark.integration
@pytest.mark.parametrize(
    ("claims", "ends"),
    [
        ({"email": ADDRESS, "email_verified": True}, WELCOME),
        ({"email": ADDRESS, "email_verified": False}, "/login?done=provider_unknown"),
        ({"email": ADDRESS}, "/login?done=provider_unknown"),
        ({"email": "la@songmau.example", "email_verified": True}, "/login?done=provider_unknown"),
    ],
)
def test_a_real_provider_opens_the_account_of_a_verified_address(
    office: Office, user_id: int, tmp_path: Path, claims: dict[str, Any], ends: str
) -> None:
    del user_id
    with real_provider(tmp_path, {"sub": "guong", **claims}) as issuer:
        use(office, issuer, tmp_path / "secret")
        browser = office.stranger()
        page = browser.get("/login").text
        assert "Đăng nhập bằng tài khoản tỉnh" in page
        there = browser.client.get("/login/provider", params={"next": WELCOME}).headers["location"]
        assert there.startswith(issuer)
        returned = urlsplit(log_in_there(there, "guong"))
        assert f"{returned.scheme}://{returned.netloc}{returned.path}" == "http://127.0.0.1:8080/login/provider/return"
        answer = browser.get(f"{returned.path}?{returned.query}")
        assert answer.headers["location"] == ends
        assert browser.get("/messages").status_code == (200 if ends == WELCOME else 303)
        again = office.stranger().get(f"{returned.path}?{returned.query}")
        assert again.headers["location"] == "/login?done=provider_failed"


def test_it_is_off_until_it_is_configured(office: Office) -> None:
    browser = office.stranger()
    assert "/login/provider" not in browser.get("/login").text
    assert browser.get("/login/provider").status_code == 404
    assert browser.get("/login/provider/return").status_code == 404


def test_the_request_carries_state_nonce_and_challenge_and_the_answer_the_verifier(
    office: Office, user_id: int, liar: LyingProvider
) -> None:
    browser = office.stranger()
    query = sent(browser, WELCOME)
    assert {"state", "nonce", "code_challenge"} <= set(query)
    assert (query["code_challenge_method"], query["scope"], query["response_type"]) == ("S256", "openid email", "code")
    liar.claims = liar.good(nonce=query["nonce"])
    assert back(browser, code="c", state=query["state"]) == "/messages?status=held"
    verifier = liar.asked[0]["code_verifier"][0]
    assert (
        urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode() == query["code_challenge"]
    )
    cookies = str(dict(browser.client.cookies))
    assert not any(secret in cookies for secret in (verifier, query["nonce"], query["state"]))
    with office.database.reading() as session:
        assert session.query(LoginStep).count() == 0


HOUR = 3600
LIES: dict[str, dict[str, Any]] = {
    "another issuer": {"iss": "https://ac.example"},
    "no issuer": {"iss": None},
    "made for somebody else": {"aud": "khac"},
    "made for nobody": {"aud": None},
    "made for us and others, for others to use": {"aud": ["tinbai", "khac"]},
    "given to somebody else": {"azp": "khac"},
    "too old": {"exp": 1_700_000_000},
    "without an end": {"exp": None},
    "an end that is no number": {"exp": "mãi mãi"},
    "from the future": {"iat": 4_000_000_000},
    "of another request": {"nonce": "khac"},
    "of no request": {"nonce": None},
    "about nobody": {"sub": None},
    "an address that is not verified": {"email_verified": False},
    "an address that is said to be verified": {"email_verified": "true"},
    "an address that is no text": {"email": [ADDRESS]},
}


@pytest.mark.parametrize("lie", LIES)
def test_a_token_that_lies_opens_nothing(office: Office, user_id: int, liar: LyingProvider, lie: str) -> None:
    browser = office.stranger()
    query = sent(browser)
    liar.claims = liar.good(**({"nonce": query["nonce"]} | LIES[lie]))
    assert back(browser, code="c", state=query["state"]).startswith("/login?done=provider_")
    assert browser.get("/").status_code == 303


def test_a_token_that_is_right_opens(office: Office, user_id: int, liar: LyingProvider) -> None:
    """The lies are told apart from the truth, not everything refused."""
    for more in ({}, {"aud": ["tinbai"]}, {"aud": ["tinbai", "khac"], "azp": "tinbai"}):
        browser = office.stranger()
        query = sent(browser)
        liar.claims = liar.good(nonce=query["nonce"], **more)
        assert (more, back(browser, code="c", state=query["state"])) == (more, "/")


@pytest.mark.parametrize("forged", ["another key", "none", "our own secret", "no token"])
def test_a_token_that_the_provider_did_not_sign_opens_nothing(
    office: Office, user_id: int, liar: LyingProvider, forged: str
) -> None:
    browser = office.stranger()
    query = sent(browser)
    liar.claims = liar.good(nonce=query["nonce"])
    if forged == "another key":
        liar.signs_with = RSAKey.generate_key(2048, {"kid": "own"})
    elif forged == "our own secret":
        liar.header = {"alg": "HS256", "kid": "own"}
        liar.signs_with = OctKey.import_key("thử & kín, đủ dài cho một khóa")
    elif forged == "none":
        liar.token = unsigned(liar.claims)
    else:
        liar.token = "không phải"
    assert back(browser, code="c", state=query["state"]) == "/login?done=provider_failed"
    assert browser.get("/").status_code == 303


def unsigned(claims: dict[str, Any]) -> str:
    import json  # noqa: PLC0415

    def part(value: Any) -> str:
        return urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()

    return f"{part({'alg': 'none'})}.{part(claims)}."


@pytest.mark.parametrize(
    "query",
    [
        {"state": "khac"},
        {"state": ""},
        {"code": ""},
        {"iss": "https://ac.example"},
        {"error": "access_denied", "code": ""},
    ],
)
def test_an_answer_to_something_else_opens_nothing(
    office: Office, user_id: int, liar: LyingProvider, query: dict[str, str]
) -> None:
    browser = office.stranger()
    asked = sent(browser)
    liar.claims = liar.good(nonce=asked["nonce"])
    assert back(browser, **({"code": "c", "state": asked["state"]} | query)) == "/login?done=provider_failed"


def test_the_answer_is_worth_nothing_in_another_browser_nor_twice(
    office: Office, user_id: int, liar: LyingProvider
) -> None:
    browser, other = office.stranger(), office.stranger()
    asked = sent(browser)
    sent(other)
    liar.claims = liar.good(nonce=asked["nonce"])
    assert back(other, code="c", state=asked["state"]) == "/login?done=provider_failed"
    assert back(office.stranger(), code="c", state=asked["state"]) == "/login?done=provider_failed"
    assert back(browser, code="c", state=asked["state"]) == "/"
    assert back(browser, code="c", state=asked["state"]) == "/login?done=provider_failed"


def test_an_answer_that_comes_too_late_opens_nothing(office: Office, user_id: int, liar: LyingProvider) -> None:
    browser = office.stranger()
    asked = sent(browser)
    office.clock.move(minutes=11)
    assert back(browser, code="c", state=asked["state"]) == "/login?done=provider_failed"


@pytest.mark.parametrize("metadata", [{"issuer": "https://ac.example"}, {"token_endpoint": "http://ac.example/token"}])
def test_a_provider_that_names_itself_otherwise_or_asks_in_clear_is_not_talked_to(
    office: Office, user_id: int, liar: LyingProvider, metadata: dict[str, str]
) -> None:
    liar.metadata = metadata
    browser = office.stranger()
    answer = browser.get("/login/provider")
    if "issuer" in metadata:
        assert answer.headers["location"] == "/login?done=provider_failed"
    else:
        state = parse_qs(urlsplit(answer.headers["location"]).query)["state"][0]
        assert back(browser, code="c", state=state) == "/login?done=provider_failed"
    assert liar.asked == []


def test_an_address_that_stands_elsewhere_is_asked_for_there_about_the_same_person(
    office: Office, user_id: int, liar: LyingProvider
) -> None:
    for subject, ends in (("s1", "/"), ("s2", "/login?done=provider_failed")):
        browser = office.stranger()
        asked = sent(browser)
        liar.claims = liar.good(nonce=asked["nonce"], email=None, email_verified=None)
        liar.userinfo = {"sub": subject, "email": ADDRESS, "email_verified": True}
        assert back(browser, code="c", state=asked["state"]) == ends


@pytest.mark.parametrize("change", [{"active": False}, {"email": None}])
def test_who_is_locked_or_has_no_address_does_not_get_in(
    office: Office, user_id: int, liar: LyingProvider, change: dict[Any, Any]
) -> None:
    with office.database.writing() as session:
        session.query(User).filter_by(id=user_id).update(change)
    browser = office.stranger()
    asked = sent(browser)
    liar.claims = liar.good(nonce=asked["nonce"])
    assert back(browser, code="c", state=asked["state"]) == "/login?done=provider_unknown"


def test_an_address_of_two_users_opens_neither(office: Office, user_id: int, liar: LyingProvider) -> None:
    a_colleague(office, email=ADDRESS)
    browser = office.stranger()
    asked = sent(browser)
    liar.claims = liar.good(nonce=asked["nonce"])
    assert back(browser, code="c", state=asked["state"]) == "/login?done=provider_unknown"


def test_ones_own_second_factor_is_asked_for_all_the_same(office: Office, user_id: int, liar: LyingProvider) -> None:
    with office.database.writing() as session:
        factor = second_factor.begin(session, session.get_one(User, user_id), at=office.clock())
        factor.confirmed_at = office.clock()
    browser = office.stranger()
    asked = sent(browser)
    liar.claims = liar.good(nonce=asked["nonce"])
    assert back(browser, code="c", state=asked["state"]) == "/login/code"
    assert browser.get("/").status_code == 303


@pytest.mark.parametrize("target", ["//ac.example", "https://ac.example", "/\\ac.example"])
def test_it_sends_nobody_elsewhere_afterwards(office: Office, user_id: int, liar: LyingProvider, target: str) -> None:
    browser = office.stranger()
    asked = sent(browser, target)
    liar.claims = liar.good(nonce=asked["nonce"])
    assert back(browser, code="c", state=asked["state"]) == "/"


def test_a_provider_that_is_away_is_said_on_the_log_in_page(office: Office, tmp_path: Path) -> None:
    use(office, "http://127.0.0.1:9", tmp_path / "secret")
    answer = office.stranger().get("/login/provider")
    assert answer.headers["location"] == "/login?done=provider_failed"
    assert "Chưa đăng nhập được bằng tài khoản cơ quan" in office.stranger().get(answer.headers["location"]).text


@pytest.mark.parametrize("issuer", ["http://dang-nhap.tinh.example", "ftp://x", "dang-nhap", "https://"])
def test_a_provider_is_named_by_https(issuer: str) -> None:
    with pytest.raises(ValueError, match="write it like"):
        OidcConfig(issuer=issuer)
