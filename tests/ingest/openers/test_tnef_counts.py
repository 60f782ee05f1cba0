"""A parcel that announces more than it holds costs no more than it weighs."""

import struct
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import tnefparse.mapi
import tnefparse.tnef

from ingest.openers import tnef_counts
from tests.ingest.openers.word_files import opened
from tests.mail.making.tnef import ATTACH_MAPI, ATTACHMENT, MESSAGE, MESSAGE_MAPI, _attribute, winmail

GOOD = winmail([("tin.docx", b"abc" * 50)])
RECIPIENTS = 0x00069004
MANY = 4_000_000  # enough for the unguarded library to be noticed, in some seconds
NUMBERS, SHORTS = 0x36010003, 0x36011002
LYING = {
    "properties": _attribute(MESSAGE, MESSAGE_MAPI, struct.pack("<III", MANY, NUMBERS, 7)),
    "properties of an attachment": _attribute(ATTACHMENT, ATTACH_MAPI, struct.pack("<III", MANY, NUMBERS, 7)),
    "values of a property": _attribute(MESSAGE, MESSAGE_MAPI, struct.pack("<IIII", 1, SHORTS, MANY, 7)),
    "rows of recipients": _attribute(MESSAGE, RECIPIENTS, struct.pack("<III", MANY, 0, 0)),
}


@contextmanager
def unguarded() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tnefparse.tnef, "decode_mapi", tnef_counts._decode_mapi)
        patch.setattr(tnefparse.mapi, "parse_property", tnef_counts._parse_property)
        yield


def cost(parcel: bytes) -> float:
    begun = time.process_time()
    opened(parcel, filename="winmail.dat")
    return time.process_time() - begun


@pytest.mark.parametrize("what", LYING)
def test_counts_that_lie_cost_nothing(what: str) -> None:
    assert cost(GOOD + LYING[what]) < 0.3


def test_without_the_guard_they_cost_seconds() -> None:
    with unguarded():
        assert cost(GOOD + LYING["properties"]) > 0.3


@pytest.mark.parametrize("what", ["properties", "properties of an attachment", "values of a property"])
def test_what_is_true_in_a_lying_parcel_is_read_all_the_same(what: str) -> None:
    result = opened(GOOD + LYING[what], filename="winmail.dat")
    assert [(part.filename, part.content) for part in result.parts] == [("tin.docx", b"abc" * 50)]
