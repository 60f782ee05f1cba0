"""Texts as WordPress is given them, without a WordPress."""

import json
from datetime import UTC, datetime

import pytest

from publish.portal import PortalText
from publish.portals.wordpress.blocks import inert
from publish.portals.wordpress.record import Record, dumped, loaded


@pytest.mark.parametrize("note", ["[1]", "[12]", "[2, 3]", "[2–3]", "[4-6; 9]", "[…]", "[...]", "[]", "[ sic]", "a ["])
def test_notes_stay_as_they_are(note):
    assert inert(note) == note


@pytest.mark.parametrize("code", ["[gallery]", "[3d-flip-book id=1]", "[2col]", "[1 src=x]", "[/2col]", "[1"])
def test_what_could_be_a_shortcode_is_none_any_more(code):
    assert inert(code) == f"[\u2060{code[1:]}"


def test_a_record_is_ascii_and_comes_back_whole():
    words = {"title": "Chữ Nôm 𡨸喃 🌾", "body_html": '<p>Ấp \\ "Đông"</p>'}
    names = "column_key column_name slug summary byline author source kind fields".split()
    moment = datetime(2026, 10, 15, 5, tzinfo=UTC)
    text = PortalText(
        key="k", approval=1, published_at=moment, updated_at=None, **dict.fromkeys(names, "Ư"), **words
    )  # fmt: skip
    record = Record(name="a", categories=(1, 2), text=text, photos=(), attachments=(), sizes=())
    assert dumped(record).isascii()
    assert json.loads(dumped(record))["text"]["title"] == words["title"]
    assert loaded(dumped(record)) == record
