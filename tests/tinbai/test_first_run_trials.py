"""What the wizard tries: a letter that goes, servers and portals that do not answer, each with what to do."""

import socket
from pathlib import Path

import pytest

from review.locale import first_run as words
from tests.review.wizard import an_empty_folder
from tests.servers.program import free_port
from tests.servers.smtp_sink import SmtpSink
from tinbai import commands
from tinbai.checking import trials
from tinbai.config import MailboxConfig, PortalConfig, Security, SmtpConfig
from tinbai.errors import InputError

TO = "quantri@songmau.example"


def smtp(sink: SmtpSink) -> SmtpConfig:
    return SmtpConfig(host=sink.host, port=sink.port, security=Security.PLAIN, sender="bbt.anmau@songmau.example")


def test_a_letter_really_goes(smtp_sink: SmtpSink) -> None:
    (tried,) = trials().letter(smtp(smtp_sink), TO)
    assert (tried.ok, TO in tried.words) == (True, True)
    (letter,) = smtp_sink.letters
    assert letter.recipients == [TO]
    assert letter.message["Subject"] == "Thư thử của trang biên tập"


def test_an_address_that_the_server_does_not_take_is_told_with_what_to_look_at(smtp_sink: SmtpSink) -> None:
    smtp_sink.refuse_address_with = "550 no such user"
    (tried,) = trials().letter(smtp(smtp_sink), TO)
    assert not tried.ok
    assert "không nhận thư cho địa chỉ này" in tried.words


@pytest.mark.parametrize(
    ("host", "said"), [("127.0.0.1", "ô “Cổng”"), ("khong-co.invalid", "ô “Máy chủ”")], ids=["closed", "unknown"]
)
def test_a_server_that_is_not_there_is_told_by_the_field(host: str, said: str, tmp_path: Path) -> None:
    password = tmp_path / "password"
    password.touch(mode=0o600)
    mailbox = MailboxConfig(
        key="chung", host=host, port=free_port(), username="bbt", password=f"file:{password}", timeout_seconds=5
    )
    (tried,) = trials().mailbox(mailbox)
    assert not tried.ok
    assert said in words.in_fields(tried.words)
    assert "khóa" not in words.in_fields(tried.words)


def test_a_portal_that_is_not_there_is_told_with_advice(tmp_path: Path) -> None:
    portal = PortalConfig(key="cong", url=f"sqlite:///{tmp_path}/khong-co.db", media_path=str(tmp_path / "khong-co"))
    failed = [words.shown(each.words) for each in trials().portal(portal, tmp_path) if not each.ok]
    assert any("Kiểm tra loại, máy chủ, cổng" in each for each in failed)
    assert any("Tạo thư mục ấy" in each for each in failed)
    assert not (tmp_path / "khong-co.db").exists()


def test_a_port_that_somebody_has_is_told_before_any_code_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = an_empty_folder(tmp_path) / "config.toml"
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with config.open("a") as file:
            file.write(f"[web]\nport = {port}\n")
        with pytest.raises(InputError, match=f"Không mở được cổng {port}"):
            commands.first_run(config, with_timetable=False)
    assert "nhập mã" not in capsys.readouterr().err
