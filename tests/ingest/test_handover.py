"""The bytes of a letter and of its parts on their way to the child and back."""

from ingest.handover import handed_over, pack, unpack
from ingest.read import read
from tests.ingest.letters_here import raw_letter
from tinbai.limits import Limits


def test_a_reading_comes_back_as_it_was_packed() -> None:
    raw = raw_letter("05")
    reading = read(raw, site=None, limits=Limits())
    with handed_over(raw) as handover:
        assert handover.raw() == raw
        with handover.parts_file() as file:
            packed = pack(reading, file)
        assert {part.content for part in packed.reading.letter.parts} == {b""}
        back = unpack(packed, handover)
    assert back.letter.parts == tuple(reading.letter.parts)
    assert [part.sha256 for part in back.letter.parts] == [part.sha256 for part in reading.letter.parts]
    assert back.articles == reading.articles


def test_equal_parts_are_carried_once() -> None:
    raw = raw_letter("06")
    reading = read(raw, site=None, limits=Limits())
    doubled = [*reading.letter.parts, *reading.letter.parts]
    object.__setattr__(reading.letter, "parts", doubled)
    with handed_over(raw) as handover:
        with handover.parts_file() as file:
            packed = pack(reading, file)
            assert file.tell() == sum(len(part.content) for part in doubled) // 2
        assert list(unpack(packed, handover).letter.parts) == doubled
