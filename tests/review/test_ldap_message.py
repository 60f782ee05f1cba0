"""LDAP's messages as bytes: ours as the standard lays them out, the server's read or refused, whatever they are."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.security import ldap_message as messages
from tinbai.ldap_text import parse_filter

# What the server says to request 1: success of a bind, an entry, an end, a referral to elsewhere, a goodbye (number 0).
BOUND = bytes.fromhex("300c02010161070a010004000400")
ENTRY = bytes.fromhex("3021020101641c04057569643d613013301104044d61696c3109040361406204026340")
DONE = bytes.fromhex("300c02010165070a010404000400")
ELSEWHERE = bytes.fromhex("3011020101730c040a6c6461703a2f2f782f79")


def test_a_bind_is_laid_out_as_the_standard_says() -> None:
    assert messages.bind(1, "uid=an", "x") == bytes.fromhex("3013020101600e02010304067569643d616e800178")


def test_a_search_is_laid_out_as_the_standard_says() -> None:
    request = messages.search(4, "dc=x", parse_filter("(!(cn=\\2a))"), ["mail"], whole_subtree=True, most=2, seconds=3)
    parts = "302d0201046328 040464633d78 0a0102 0a0100 020102 020103 010100 a209a30704 02636e 04012a 300604046d61696c"
    assert request == bytes.fromhex(parts)


def test_long_texts_and_large_numbers_have_long_lengths() -> None:
    assert messages.bind(300, "x" * 200, "")[:7] == bytes.fromhex("3081d70202012c")
    assert messages.size(messages.bind(1, "x" * 70_000, "")) == len(messages.bind(1, "x" * 70_000, ""))


def test_answers_are_read() -> None:
    assert messages.read(BOUND) == messages.Answer(number=1, code=0)
    assert messages.read(DONE) == messages.Answer(number=1, code=4)
    assert messages.read(ELSEWHERE) == messages.Answer(number=1)
    entry = messages.read(ENTRY).entry
    assert entry == messages.Entry(name="uid=a", attributes={"mail": [b"a@b", b"c@"]})


@pytest.mark.parametrize("wanted", range(15))
def test_a_length_is_known_as_soon_as_it_is_there(wanted: int) -> None:
    assert messages.size(BOUND[:wanted]) == (None if wanted < 2 else 14)
    assert messages.size(bytes.fromhex("3082")) is None
    assert messages.size(bytes.fromhex("30820100")) == 260


@pytest.mark.parametrize("content", ["31", "3080", "308500000000", "160301"], ids=["set", "indefinite", "huge", "tls"])
def test_what_begins_like_no_message_is_refused_at_once(content: str) -> None:
    with pytest.raises(ValueError, match=r"message|length"):
        messages.size(bytes.fromhex(content) + b"x" * 10)


@pytest.mark.parametrize("content", [BOUND, ENTRY, DONE, ELSEWHERE])
def test_a_message_that_is_cut_off_is_refused(content: bytes) -> None:
    for length in range(len(content)):
        with pytest.raises(ValueError):  # noqa: PT011 - which of the parts is missing is all the same
            messages.read(content[:length])


@given(st.one_of(st.binary(max_size=60), st.sampled_from([BOUND, ENTRY, DONE, ELSEWHERE])), st.data())
def test_any_bytes_are_an_answer_or_refused(content: bytes, data: st.DataObject) -> None:
    changed = bytearray(content)
    for _ in range(data.draw(st.integers(0, 4)) if changed else 0):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    with suppress(ValueError):
        assert isinstance(messages.read(bytes(changed)), messages.Answer)
    with suppress(ValueError):
        size = messages.size(bytes(changed))
        assert size is None or size >= 2
