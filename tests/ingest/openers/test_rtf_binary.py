r"""Binary data in RTF: no reader is told to read more than there is."""

import re

import pytest

from ingest.openers import office
from ingest.openers.libreoffice import ConversionError
from ingest.openers.rtf import text_in_rtf
from ingest.openers.rtf_binary import honest_binaries
from tests.ingest.openers.word_files import checks, opened, texts
from tinbai.limits import Limits

HEAD = rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Times New Roman;}}\f0 Tin "
LIES = [
    rb"{\*\bin99999999 a}",
    rb"{\bin99999999 a}",
    rb"\b\bin99999999 a",
    rb"{\pict\bin999999999999999999999999 ffd8}",
    rb"{\*\bin99999999 a}" * 1_000,
    rb"{\pict\bin2 {{}\bin99999999 a",
]


def announced(content: bytes) -> int:
    """How many bytes a reader is told to take as they are."""
    return sum(int(size) for size in re.findall(rb"\\bin(\d+)", content))


def given_to_libreoffice(content: bytes, monkeypatch: pytest.MonkeyPatch) -> bytes:
    given: list[bytes] = []

    def converted(content: bytes, *, extension: str, reader: str, target: str, limits: Limits) -> bytes:
        given.append(content)
        raise ConversionError("thử")

    monkeypatch.setattr(office, "is_installed", lambda: True)
    monkeypatch.setattr(office, "converted", converted)
    opened(content, filename="tin.rtf")
    return given[0]


@pytest.mark.parametrize("lie", LIES)
def test_libreoffice_is_never_told_to_read_more_bytes_than_there_are(
    lie: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = HEAD + lie + b"}"
    assert announced(content) > 90_000_000
    assert announced(given_to_libreoffice(content, monkeypatch)) <= len(content)


def test_an_honest_file_is_given_as_it_came(monkeypatch: pytest.MonkeyPatch) -> None:
    content = HEAD + rb"{\pict\bin18 {{\\bin99999999 \}}" + rb" \\bin99999999 x}"
    assert given_to_libreoffice(content, monkeypatch) == content


def test_what_stands_behind_a_lie_is_read() -> None:
    assert text_in_rtf(HEAD + rb"\bin99999999 sau}") == "Tin sau"


def test_binary_data_are_no_text_and_close_no_group() -> None:
    content = HEAD + rb"{\pict\bin6 }}{{ab}giua \bin3 }\}\'61 cuoi \\bin2 x}"
    assert text_in_rtf(content) == "Tin giua a cuoi \\bin2 x"


def test_a_control_word_before_a_lie_stays_itself() -> None:
    assert honest_binaries(rb"{\b\bin99 a}") == rb"{\b{}a}"


def test_a_lie_costs_no_letter_its_text() -> None:
    result = opened(HEAD + LIES[0] + b"}", filename="tin.rtf")
    assert (texts(result), checks(result)) == (["Tin a"], set())
