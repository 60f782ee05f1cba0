"""A picture that is none takes no document with it."""

import time

import pytest

from ingest.openers import office
from ingest.openers.rtf_pictures import without_stubs
from tests.ingest.openers.word_files import checks, opened, texts

HEAD = rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Times New Roman;}}\f0 Tin "
STUBS = [
    rb"{\pict\jpegblip\picw-1 ffd8}",
    rb"{\pict ff}",
    rb"{\pict\wmetafile8 0100}",
    rb"{\*\shppict{\pict\pngblip" + b"\r\n89" + rb"}}",
]
MOST_SECONDS = 2


@pytest.mark.parametrize("stub", STUBS)
def test_a_document_with_a_stub_of_a_picture_is_read(stub: bytes) -> None:
    result = opened(HEAD + stub + rb"\b a}", filename="tin.rtf")
    assert texts(result) == ["Tin a"]
    assert "attachment_unreadable" not in checks(result)


def test_without_the_mending_libreoffice_gives_the_document_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "without_stubs", lambda content: content)
    assert checks(opened(HEAD + STUBS[0] + b"}", filename="tin.rtf")) == {"attachment_unreadable"}


@pytest.mark.parametrize(
    "whole",
    [rb"{\pict\jpegblip ffd8ff}", rb"{\pict\jpegblip }", rb"{\pict\picw10 ffd8{\*\blipuid 00}ff}", rb"\pict ff}"],
)
def test_nothing_else_is_changed(whole: bytes) -> None:
    assert without_stubs(HEAD + whole + b"}") == HEAD + whole + b"}"


@pytest.mark.parametrize("piece", [rb"{\pict", rb"\pict", rb"{\pict ", rb"{\pict\a1 ", b" ", rb"\a1", rb"{\pict ff"])
def test_the_time_is_in_proportion(piece: bytes) -> None:
    began = time.process_time()
    without_stubs(rb"{\pict" + piece * (2_000_000 // len(piece)))
    assert time.process_time() - began < MOST_SECONDS
