"""Answers as mail programs write them: what is new is kept exactly, the rest is set aside for the right reason."""

import re
from collections import Counter
from collections.abc import Iterable

import pytest

from ingest.anatomy.quoted import split_blocks
from ingest.body import body_source
from ingest.parse import parse
from ingest.read import read
from ingest.source import SetAside
from tests.ingest.replies import OLD, OWN, Reply, all_replies, headers, letter
from tinbai.blocks import Block, text_of
from tinbai.limits import Limits

REPLIES = all_replies()
LIMITS = Limits()


@pytest.mark.parametrize("reply", REPLIES.values(), ids=REPLIES.keys())
def test_what_is_new_is_kept_and_the_rest_set_aside_for_its_reason(reply: Reply) -> None:
    blocks = blocks_of(letter(reply.content, "Re: Tin bài", is_html=reply.is_html))
    split = split_blocks(blocks, "Re: Tin bài")
    kept, aside = split.blocks, split.set_aside
    assert [text_of(block) for block in kept] == reply.kept
    assert [(piece.why, told(piece)) for piece in aside] == reply.set_aside
    assert words(map(text_of, kept)) + words(piece.text for piece in aside) == words(map(text_of, blocks))


@pytest.mark.parametrize("answers", [True, False])
def test_under_a_new_subject_the_header_says_that_a_letter_answers(*, answers: bool) -> None:
    below = "\n".join((*headers("vi"), "", *OLD))
    raw = letter("\n".join((*OWN, "", below)), "Tin bài tháng 10", is_html=False, answers=answers)
    (article,) = read(raw, site=None, limits=LIMITS).articles
    text = " ".join(filter(None, [article.title, article.summary, article.body_text]))
    assert (OLD[0] in text) is not answers
    assert all(line in text for line in OWN)
    assert [piece.why for piece in article.set_aside] == (["thư cũ được trích lại"] if answers else [])


def blocks_of(raw: bytes) -> tuple[Block, ...]:
    source = body_source(parse(raw, LIMITS), LIMITS).source
    return tuple(source.blocks) if source else ()


def told(piece: SetAside) -> str:
    """The piece's text; rules and folds do not count."""
    lines = [line for line in piece.text.split("\n") if line.strip("-> ") or line.strip() == "--"]
    return " ".join(" ".join(lines).split())


def words(texts: Iterable[str]) -> Counter[str]:
    return Counter(re.findall(r"\w+", " ".join(texts)))
