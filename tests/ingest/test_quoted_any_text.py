"""Whatever a letter holds, it is split without an error, no word is lost, and twice the length costs twice the work."""

import re
import sys
from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.anatomy.quoted import split_blocks
from ingest.openers.plain import plain_source
from tests.ingest.forwards import all_forwards
from tests.ingest.not_quoted import ARTICLES
from tests.ingest.replies import all_replies
from tests.ingest.split_text import split_text
from tinbai.blocks import Block, Cell, Paragraph, Picture, Role, Rule, Span, Table, text_of
from tinbai.text import clean_text

LINES = sorted(
    {line for reply in all_replies().values() if not reply.is_html for line in reply.content.split("\n")}
    | {line for forward in all_forwards().values() if not forward.is_html for line in forward.content.split("\n")}
    | {line for text in ARTICLES.values() for line in text.split("\n")}
    | {"> ", ">>", "```", "<", "a <b@c>", "đã viết:", "-- ", "| ", "Từ:", "Đến: a@b", "Chủ đề: x", "--\t--"}
)
lines = st.one_of(
    st.sampled_from(LINES), st.text(max_size=40).map(clean_text).map(lambda text: text.replace("\n", " "))
)
texts = st.lists(lines, max_size=30).map("\n".join)
subjects = st.sampled_from([None, "Tin bài", "Re: Tin bài", "Fwd: Tin bài", "Re: Fwd: x", "chuyển tiếp: x"])
roles = st.sampled_from([None, None, *Role])
paragraphs = st.builds(Paragraph, spans=st.lists(texts.map(lambda text: Span(text=text[:300])), max_size=2), role=roles)
simple = st.one_of(paragraphs, paragraphs, paragraphs, st.just(Rule()), st.just(Picture(sha256="0" * 64)))
cells = st.builds(Cell, blocks=st.lists(simple, max_size=2))
tables = st.builds(Table, rows=st.lists(st.lists(cells, min_size=1, max_size=2), min_size=1, max_size=2))
blocks = st.lists(st.one_of(simple, simple, simple, tables), max_size=15)


@settings(max_examples=150, deadline=None)
@given(text=texts, subject=subjects)
def test_any_text_is_split_and_keeps_its_words(text: str, subject: str | None) -> None:
    reply = split_text(text, subject)
    given_words = words(*map(text_of, plain_source(text).blocks))
    assert words(reply.text, *(piece.text for piece in reply.set_aside)) == given_words


@settings(max_examples=150, deadline=None)
@given(given_blocks=blocks, subject=subjects, answers=st.booleans())
def test_any_blocks_are_split_and_keep_their_words(
    given_blocks: list[Block], subject: str | None, answers: bool
) -> None:
    reply = split_blocks(given_blocks, subject, answers=answers)
    kept = [*map(text_of, reply.blocks), *(piece.text for piece in reply.set_aside)]
    assert words(*kept) == words(*map(text_of, given_blocks))
    assert 0 <= reply.passed_on <= len(reply.blocks)
    pictures = sum(isinstance(block, Picture) for block in given_blocks)
    assert sum(isinstance(block, Picture) for block in reply.blocks) == pictures


@pytest.mark.hard
@settings(max_examples=5_000, deadline=None)
@given(given_blocks=blocks, subject=subjects, answers=st.booleans())
def test_very_many_blocks_are_split_and_keep_their_words(
    given_blocks: list[Block], subject: str | None, answers: bool
) -> None:
    reply = split_blocks(given_blocks, subject, answers=answers)
    kept = [*map(text_of, reply.blocks), *(piece.text for piece in reply.set_aside)]
    assert words(*kept) == words(*map(text_of, given_blocks))


@pytest.mark.hard
@pytest.mark.parametrize("subject", ["Re: x", "Fwd: x", None])
@pytest.mark.parametrize("piece", ["\n".join(LINES), *LINES[::7], "Kính gửi BBT\nTừ: a <b@c>\nĐến: d\nNgày: Thứ Hai"])
def test_twice_the_length_costs_twice_the_work(piece: str, subject: str | None) -> None:
    """Counted in calls of Python functions, not in time: the machine's other work must not decide."""
    once = max(1, 40_000 // (len(piece) + 1))
    least = calls(lambda: split_text(f"{piece}\n" * once, subject))
    assert calls(lambda: split_text(f"{piece}\n" * 2 * once, subject)) <= 2.5 * least


def calls(work: Callable[[], object]) -> int:
    """How many calls, of C functions too, the work makes."""
    counted = 0

    def count(_frame: object, event: str, _arg: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return counted


def words(*some: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", " ".join(some)))
