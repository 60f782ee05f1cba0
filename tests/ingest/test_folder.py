"""A folder of .eml files as a mailbox: whole files only, each once, moved or left as configured."""

import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from ingest.doors import open_mailbox
from ingest.folder import SETTLED_SECONDS, FolderMailbox, connect
from ingest.receive import Received
from tests.ingest.mailbox_rows import Place, letter
from tinbai.clock import now
from tinbai.config import After, MailboxConfig, MailboxKind
from tinbai.errors import MailboxError


def soon() -> datetime:
    """When what was put down just now has lain still for long enough."""
    return now() + timedelta(seconds=SETTLED_SECONDS + 1)


@pytest.fixture
def config(tmp_path: Path) -> MailboxConfig:
    (tmp_path / "thu").mkdir()
    return MailboxConfig(key="thu-muc", kind=MailboxKind.FOLDER, folder=str(tmp_path / "thu"))


@pytest.fixture
def folder(config: MailboxConfig) -> Path:
    return Path(config.folder)


def received(at_a_place: Place, config: MailboxConfig) -> Received:
    return at_a_place.receive(connect(config, soon), "folder:thu")  # type: ignore[arg-type]


def moving(config: MailboxConfig) -> MailboxConfig:
    return config.model_copy(update={"after": After.MOVE, "after_name": "da-doc"})


def test_files_become_messages_byte_for_byte_and_stay_where_they_are(
    at_a_place: Place, config: MailboxConfig, folder: Path
) -> None:
    (folder / "mot.eml").write_bytes(letter(1).replace(b"\r\n", b"\n"))
    (folder / "HAI.EML").write_bytes(letter(2))
    assert received(at_a_place, config) == Received(stored=2, told=2)
    assert received(at_a_place, config) == Received()
    assert at_a_place.blobs.get(at_a_place.stored()[0]) in {letter(2), letter(1).replace(b"\r\n", b"\n")}
    assert sorted(path.name for path in folder.iterdir()) == ["HAI.EML", "mot.eml"]


def test_a_file_that_is_still_being_written_is_left_for_the_next_pass(config: MailboxConfig, folder: Path) -> None:
    (folder / "mot.eml").write_bytes(letter(1)[:20])
    os.utime(folder / "mot.eml", (0, 0))  # whatever time it claims
    assert connect(config, now).uids_above(0) == []
    assert len(connect(config, soon).uids_above(0)) == 1


def test_a_file_that_grows_while_it_is_read_is_not_taken_for_a_whole_letter(
    at_a_place: Place, config: MailboxConfig, folder: Path
) -> None:
    (folder / "mot.eml").write_bytes(letter(1)[:20])
    mailbox = connect(config, soon)
    (folder / "mot.eml").write_bytes(letter(1))
    assert at_a_place.receive(mailbox, "folder:thu") == Received()  # type: ignore[arg-type]
    assert received(at_a_place, config).stored == 1
    assert at_a_place.blobs.get(at_a_place.stored()[0]) == letter(1)


def test_what_is_stored_is_moved_and_never_over_another_file(
    at_a_place: Place, config: MailboxConfig, folder: Path
) -> None:
    for number in (1, 2):
        (folder / "mot.eml").write_bytes(letter(number))
        assert received(at_a_place, moving(config)) == Received(stored=1, told=1)
        assert not (folder / "mot.eml").exists()
    done = sorted((folder / "da-doc").iterdir())
    assert sorted(path.read_bytes() for path in done) == [letter(1), letter(2)]
    assert received(at_a_place, moving(config)) == Received()


def test_a_file_put_in_the_place_of_another_is_another_letter(
    at_a_place: Place, config: MailboxConfig, folder: Path
) -> None:
    for number in (1, 2):
        (folder / "mot.eml").write_bytes(letter(number))
        os.utime(folder / "mot.eml", (number, number))
        assert received(at_a_place, config).stored == 1


def test_a_file_that_was_replaced_before_it_is_told_of_is_not_moved(
    at_a_place: Place, config: MailboxConfig, folder: Path
) -> None:
    (folder / "mot.eml").write_bytes(letter(1))
    mailbox = connect(moving(config), soon)
    uids = mailbox.uids_above(0)
    (folder / "mot.eml").write_bytes(letter(22))
    mailbox.tell(uids)
    assert (folder / "mot.eml").read_bytes() == letter(22)


def test_links_folders_hidden_files_and_others_are_left_alone(
    config: MailboxConfig, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "bi-mat").write_text("bí mật")
    (folder / "lien-ket.eml").symlink_to(tmp_path / "bi-mat")
    (folder / "thu-muc.eml").mkdir()
    (folder / ".an.eml").write_bytes(letter(1))
    (folder / "thu.txt").write_bytes(letter(1))
    os.mkfifo(folder / "ong.eml")
    assert connect(config, soon).count == 0


def test_a_file_that_cannot_be_read_holds_up_no_other(
    at_a_place: Place, config: MailboxConfig, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in (1, 2):
        (folder / f"{number}.eml").write_bytes(letter(number))
    read = FolderMailbox._read
    monkeypatch.setattr(
        FolderMailbox, "_read", lambda self, file, size: None if file.name == "1.eml" else read(self, file, size)
    )
    with pytest.raises(MailboxError, match="do not come whole"):
        received(at_a_place, config)
    assert len(at_a_place.stored()) == 1


def test_only_files_from_a_day_on(config: MailboxConfig, folder: Path) -> None:
    for name, day in (("cu", datetime(2026, 1, 1)), ("moi", datetime(2026, 10, 1))):  # noqa: DTZ001
        (folder / f"{name}.eml").write_bytes(letter(1))
        os.utime(folder / f"{name}.eml", (day.timestamp(), day.timestamp()))
    since = config.model_copy(update={"since": "2026-06-01"})
    assert len(connect(since, soon).uids_above(0)) == 1
    assert len(connect(config, soon).uids_above(0)) == 2


def test_letters_come_in_the_order_of_their_files(config: MailboxConfig, folder: Path) -> None:
    for number in (3, 1, 2):
        (folder / f"{9 - number}.eml").write_bytes(letter(number))
        os.utime(folder / f"{9 - number}.eml", (number, number))
    mailbox = connect(config, soon)
    assert [raw for _, raw in mailbox.fetch(mailbox.uids_above(0))] == [letter(1), letter(2), letter(3)]


def test_the_headers_of_a_letter_that_is_too_large(config: MailboxConfig, folder: Path) -> None:
    (folder / "mot.eml").write_bytes(letter(1))
    mailbox = connect(config, soon)
    assert mailbox.headers(mailbox.uids_above(0)[0], 1000).endswith(b"<1@songmau.example>")


def test_a_folder_that_is_not_there_is_an_error_that_somebody_must_mend(config: MailboxConfig, folder: Path) -> None:
    folder.rmdir()
    with pytest.raises(MailboxError, match="open folder") as caught:
        open_mailbox(config)
    assert not caught.value.retryable
