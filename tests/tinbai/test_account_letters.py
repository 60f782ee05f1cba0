"""Letters with a link that opens an account: where they lead, and that nothing of them stays."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.rows import NOON, a_site, a_user
from tests.servers.smtp_sink import SmtpSink
from tests.tinbai.test_sending import SENDER, smtp, the_letter
from tinbai.account import LinkPurpose
from tinbai.account_letters import base_address, with_link
from tinbai.config import Config, WebConfig, load
from tinbai.db import Database
from tinbai.errors import ConfigError
from tinbai.outbox import LetterKind, LetterStatus
from tinbai.people import RoleName
from tinbai.sending import send_waiting

LINK = "https://bientap.songmau.example/password/khong-ai-doan-duoc"


def waiting(database: Database, purpose: LinkPurpose) -> None:
    with database.writing() as session:
        site = a_site(session)
        user = a_user(session, site, RoleName.EDITOR)
        user.email = "guong@songmau.example"
        until = NOON + timedelta(days=7)
        session.add(with_link(user, site, purpose, link=LINK, until=until, sender=SENDER, at=NOON))


@pytest.mark.parametrize(
    ("purpose", "kind"),
    [(LinkPurpose.INVITATION, LetterKind.INVITATION), (LinkPurpose.RESET, LetterKind.RESET)],
)
def test_the_link_is_in_the_letter_and_nowhere_once_it_is_sent(
    database: Database, smtp_sink: SmtpSink, purpose: LinkPurpose, kind: LetterKind
) -> None:
    waiting(database, purpose)
    assert LINK in the_letter(database).text
    assert send_waiting(database, smtp(smtp_sink), clock=lambda: NOON) == 1
    content = smtp_sink.letters[0].message.get_content()
    assert LINK in content
    assert "12:00 ngày 22/10/2026" in content
    sent = the_letter(database)
    assert (sent.status, sent.kind, sent.text) == (LetterStatus.SENT, kind, "")


def test_a_letter_that_could_not_be_sent_keeps_its_link_for_the_next_time(
    database: Database, smtp_sink: SmtpSink
) -> None:
    waiting(database, LinkPurpose.RESET)
    smtp_sink.refuse_with = "451 later"
    send_waiting(database, smtp(smtp_sink), clock=lambda: NOON)
    assert LINK in the_letter(database).text


def test_links_begin_with_the_address_that_people_type() -> None:
    assert base_address(WebConfig(public_url="https://bientap.songmau.example/")) == "https://bientap.songmau.example"
    assert base_address(WebConfig(host="10.0.0.1", port=81)) == "http://10.0.0.1:81"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('[oidc]\nissuer = "https://a.example"\nclient_id = "x"', "oidc.client_secret"),
        ('[oidc]\nissuer = "https://a.example"\nclient_secret = "env:X"', "oidc.client_id"),
        ('[oidc]\nissuer = "http://a.example"', "oidc.issuer"),
        ('[oidc]\nclient_secret = "lộ ra đây"', "oidc.client_secret"),
        ('[[sites]]\nkey = "a"\nname = "A"\ncode = "A"\nsecond_factor = ["emperor"]', "sites[a].second_factor[0]"),
    ],
)
def test_what_is_wrong_in_the_configuration_is_named(tmp_path: Path, text: str, key: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load(path)
    assert caught.value.key == key


def test_by_default_nobody_needs_a_second_factor_and_no_provider_is_asked(tmp_path: Path) -> None:
    config = Config.model_validate(
        {"root": tmp_path, "sites": [{"key": "an-mau", "name": "Trang xã An Mẫu", "code": "AM"}]}
    )
    assert config.sites[0].second_factor == ()
    assert config.oidc.issuer == ""
