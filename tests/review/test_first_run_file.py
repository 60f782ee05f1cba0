"""config.local.toml as the wizard writes it: whatever was typed comes back, and nothing of what stood there goes."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tomlkit.items import String

from review.first_run import settings_file
from review.first_run.answers import Answers, Step
from tinbai.errors import ConfigError
from tinbai.private import write_private

HOSTILE = [
    'nháy "kép" và \'đơn\'', "hai\ndòng", "\r\n\t", "gạch \\ \\\\ \\n \\u0041", '"""ba nháy"""', "'''", "]] [[sites]]",
    "# không phải chú thích", "\x00\x01\x1f\x7f", "\u2028\u202e\ufeff", "😀 Đảng ủy", "", " đầu và cuối ", "x" * 5000,
    '"\n[smtp]\nhost = "ke-la.example',
]  # fmt: skip
STANDING = """\
# Ghi chú của người quản trị.
[database]
url = "sqlite:///var/khac.db" # cơ sở dữ liệu của đơn vị

[smtp] # máy chủ cũ
host = "cu.songmau.example"
timeout_seconds = 60

[[sites]]
key = "khac"
name = "Trang khác"
code = "KH"
enabled = false
  [[sites.mailboxes]]
  key = "chung"
  host = "mail.songmau.example" # không đổi
"""


def board(**more: Any) -> dict[str, Any]:
    return {"sites": [{"key": "an-mau", "name": "Trang xã An Mẫu", "code": "AM", **more}]}


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("standing", ["", STANDING])
def test_whatever_was_typed_comes_back_as_it_was(value: str, standing: str) -> None:
    wanted = {
        "web": {"public_url": value}, **board(mailboxes=[{"key": "chung", "username": value}], name=value),
    }  # fmt: skip
    read = tomllib.loads(settings_file.merged(standing, wanted))
    (site,) = (each for each in read["sites"] if each["key"] == "an-mau")
    assert (read["web"]["public_url"], site["name"], site["mailboxes"][0]["username"]) == (value, value, value)
    assert read.get("smtp", {}).get("host") == ("cu.songmau.example" if standing else None)


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40), st.integers(1, 65535), st.booleans())
def test_any_text_comes_back_as_it_was(text: str, port: int, enabled: bool) -> None:
    wanted = {
        "smtp": {"host": text, "port": port}, **board(portals=[{"key": "cong", "url": text, "enabled": enabled}]),
    }  # fmt: skip
    assert tomllib.loads(settings_file.merged("", wanted)) == wanted


def test_what_was_there_stays_with_its_comments_and_only_the_answers_change() -> None:
    made = settings_file.merged(STANDING, {"smtp": {"host": "moi.songmau.example", "port": 587}, **board()})
    for kept in ("# Ghi chú của người quản trị.", "# cơ sở dữ liệu của đơn vị", "# máy chủ cũ", "# không đổi"):
        assert kept in made
    read, before = tomllib.loads(made), tomllib.loads(STANDING)
    assert read["smtp"] == {"host": "moi.songmau.example", "timeout_seconds": 60, "port": 587}
    assert read["database"] == before["database"]
    assert [site["key"] for site in read["sites"]] == ["khac", "an-mau"]
    assert read["sites"][0] == before["sites"][0]


def test_a_board_that_was_written_before_is_changed_and_not_written_twice() -> None:
    once = settings_file.merged(STANDING, board(mailboxes=[{"key": "chung", "host": "a.songmau.example"}]))
    twice = settings_file.merged(once, board(mailboxes=[{"key": "chung", "host": "b.songmau.example"}], name="Tên mới"))
    (site,) = (each for each in tomllib.loads(twice)["sites"] if each["key"] == "an-mau")
    assert (site["name"], site["mailboxes"]) == ("Tên mới", [{"key": "chung", "host": "b.songmau.example"}])


@pytest.mark.parametrize(
    "broken", ["[smtp\nhost = 1", 'smtp = "một dòng chữ"', "sites = 3", "a = 1\na = 2", "[[smtp]]\nx = 1"]
)
def test_a_file_that_the_answers_do_not_fit_into_is_left_alone_and_named(broken: str) -> None:
    with pytest.raises(ConfigError) as caught:
        settings_file.merged(broken, {"smtp": {"host": "mail.songmau.example"}, **board()})
    assert caught.value.path == "config.local.toml"


def test_a_writer_that_forgets_to_escape_is_found_before_anything_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """The broken variant: every text is put between quotes as it is."""
    monkeypatch.setattr(String, "as_string", lambda self: f'"{self.value}"')
    assert "mail.songmau.example" in settings_file.merged("", {"smtp": {"host": "mail.songmau.example"}})
    with pytest.raises(ConfigError):
        settings_file.merged("", {"smtp": {"host": 'x"\nport = 25\ny = "'}})
    with pytest.raises(ConfigError):
        settings_file.merged("", {"smtp": {"host": "hai\ndòng"}})


def test_the_whole_configuration_is_checked_with_the_answers_before_they_are_written(tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text('[smtp]\nhost = "mail.songmau.example"\n')
    with pytest.raises(ConfigError) as caught:
        settings_file.checked(config, settings_file.merged("", board()))
    assert caught.value.key == "smtp.sender"
    assert list(tmp_path.iterdir()) == [config]


def test_the_file_is_for_its_owner_only_and_a_failed_write_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = tmp_path / "config.toml"
    local = settings_file.local_file(config)
    local.write_text("# cũ\n")
    local.chmod(0o644)
    settings_file.write(config, "# mới\n")
    assert (local.read_text(), local.stat().st_mode & 0o777) == ("# mới\n", 0o600)

    def full(_file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_private(local, "# hỏng\n")
    assert local.read_text() == "# mới\n"
    assert [each.name for each in tmp_path.iterdir()] == ["config.local.toml"]


def test_what_was_left_empty_empties_what_stands_there_and_is_not_written_where_nothing_does() -> None:
    standing = '[smtp]\nhost = "cu.songmau.example"\nusername = "cu"\npassword = "env:CU"\nca_file = "cu.pem"\n'
    wanted = {
        "smtp": {"host": "moi.songmau.example", "username": "", "password": "", "ca_file": "", "sender": ""},
        **board(mailboxes=[{"key": "chung", "host": "mail.songmau.example", "ca_file": ""}]),
    }
    answered = settings_file.without_blanks(settings_file.read(standing), wanted)
    read = settings_file.read(settings_file.merged(standing, answered))
    assert read["smtp"] == {"host": "moi.songmau.example", "username": "", "password": "", "ca_file": ""}
    assert read["sites"][0]["mailboxes"] == [{"key": "chung", "host": "mail.songmau.example"}]


def test_answers_of_an_older_version_lack_nothing_that_is_asked_for(tmp_path: Path) -> None:
    answers = Answers(tmp_path)
    answers.file.write_text('{"site": {"name": "Xã", "code": 7}, "mailbox": ["?"]}', encoding="utf-8")
    site = answers.of(Step.SITE)
    assert (site["name"], site["code"], site["public_url"]) == ("Xã", "", "")
    assert not answers.of(Step.MAILBOX)
