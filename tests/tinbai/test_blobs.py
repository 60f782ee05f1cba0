"""The blob store: durable before anybody is told, private, and never half a file."""

import os
from pathlib import Path

import pytest

from tinbai.blobs import Blobs
from tinbai.errors import BlobMissingError


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is done to the disk, in order: "sync", or "name" when a file gets its own."""
    noted: list[str] = []
    sync, replace = os.fsync, Path.replace

    def noted_sync(handle: int) -> None:
        noted.append("sync")
        sync(handle)

    def noted_replace(old: Path, new: Path) -> Path:
        noted.append("name")
        return replace(old, new)

    monkeypatch.setattr(os, "fsync", noted_sync)
    monkeypatch.setattr(Path, "replace", noted_replace)
    return noted


def test_what_is_put_is_got_and_lies_under_its_hash(blobs: Blobs) -> None:
    name = blobs.put(b"nam rom")
    assert blobs.get(name) == b"nam rom"
    assert blobs.put(b"nam rom") == name
    assert list(blobs.names()) == [name]


def test_files_and_folders_are_their_owners_only(blobs: Blobs) -> None:
    path = blobs.path(blobs.put(b"x"))
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0


def test_the_bytes_are_synced_before_the_name_is_given(blobs: Blobs, steps: list[str]) -> None:
    blobs.put(b"x")
    assert steps[steps.index("name") - 1 :] == ["sync", "name", "sync"]


def test_several_at_once_are_stored_like_one_by_one(blobs: Blobs) -> None:
    contents = [str(number % 90).encode() for number in range(200)]
    names = blobs.put_all(contents)
    assert [blobs.get(name) for name in names] == contents
    assert len(list(blobs.names())) == 90
    assert blobs.put_all([]) == []


def test_the_folder_of_a_blob_that_is_here_already_is_synced_too(blobs: Blobs, steps: list[str]) -> None:
    blobs.put(b"x")
    steps.clear()
    blobs.put(b"x")
    assert steps == ["sync"]


def test_a_failed_write_leaves_nothing_behind(blobs: Blobs, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        blobs.put(b"x")
    assert [path for path in blobs.root.rglob("*") if path.is_file()] == []


def test_half_a_file_of_an_earlier_accident_is_written_anew(blobs: Blobs) -> None:
    name = blobs.put(b"whole")
    blobs.path(name).write_bytes(b"wh")
    assert blobs.put(b"whole") == name
    assert blobs.get(name) == b"whole"


@pytest.mark.parametrize("name", ["../../etc/passwd", "A" * 64, "a" * 63, ""])
def test_only_a_hash_is_a_name(blobs: Blobs, name: str) -> None:
    with pytest.raises(ValueError, match="SHA-256"):
        blobs.get(name)


def test_missing_bytes_are_an_error_of_ours(blobs: Blobs, tmp_path: Path) -> None:
    del tmp_path
    with pytest.raises(BlobMissingError):
        blobs.get("a" * 64)


def test_what_is_stored_leaves_the_page_cache_after_it_is_on_the_disk_and_is_asked_for_ahead(
    blobs: Blobs, steps: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    words = {os.POSIX_FADV_DONTNEED: "drop", os.POSIX_FADV_WILLNEED: "ask"}
    monkeypatch.setattr(os, "posix_fadvise", lambda _handle, _start, _length, advice: steps.append(words[advice]))
    name = blobs.put(b"x")
    assert steps == ["sync", "drop", "name", "sync"]
    steps.clear()
    with blobs.opened(name) as file:
        assert steps == ["ask"]
        assert file.read() == b"x"
