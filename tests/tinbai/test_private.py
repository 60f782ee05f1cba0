"""Files of the owner: written whole, whatever the file system knows of fsync."""

import errno
import os
import stat
from pathlib import Path

import pytest

from tinbai.private import write_private


def refuse(monkeypatch: pytest.MonkeyPatch, number: int, *, folders: bool) -> list[int]:
    """Let fsync of folders, or of files, fail; returns the descriptors that it failed for."""
    fsync, refused = os.fsync, list[int]()

    def refusing(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode) == folders:
            refused.append(handle)
            raise OSError(number, os.strerror(number))
        fsync(handle)

    monkeypatch.setattr(os, "fsync", refusing)
    return refused


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP], ids=["EINVAL", "ENOTSUP"])
def test_a_file_system_that_knows_no_fsync_of_folders_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    refused = refuse(monkeypatch, number, folders=True)
    write_private(tmp_path / "a" / "b", "một")
    write_private(tmp_path / "a" / "b", "hai")
    assert (tmp_path / "a" / "b").read_text(encoding="utf-8") == "hai"
    assert len(refused) == 2
    assert [each.name for each in (tmp_path / "a").iterdir()] == ["b"]


def test_a_folder_that_the_disk_does_not_take_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse(monkeypatch, errno.EIO, folders=True)
    with pytest.raises(OSError, match="Input/output error"):
        write_private(tmp_path / "b", "một")


@pytest.mark.parametrize("number", [errno.EINVAL, errno.EIO], ids=["EINVAL", "EIO"])
def test_a_file_that_is_not_on_the_disk_is_an_error_and_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    write_private(tmp_path / "b", "một")
    refuse(monkeypatch, number, folders=False)
    with pytest.raises(OSError, match=r"Errno"):
        write_private(tmp_path / "b", "hai")
    assert [(each.name, each.read_text(encoding="utf-8")) for each in tmp_path.iterdir()] == [("b", "một")]
