"""The quick way through a letter gives what the long way gives, to the byte and to the defect."""

import tracemalloc
from collections.abc import Callable, Iterable
from email.parser import BytesParser
from itertools import islice
from random import Random

import mailparser
import pytest

import ingest.mime
from ingest.letter import Letter
from ingest.parse import parse
from ingest.skeleton import skeleton_of
from tests.ingest.heavy_letters import BOUNDARY, heavy_letter, mutations
from tests.ingest.letters_here import LETTERS
from tests.mail.corpus import Photos, letters
from tests.mail.malformed import malformed
from tinbai.limits import Limits

LIMITS = Limits()
TIGHT = Limits(header_bytes=300, parts=2, part_depth=1, headers=5)
SMALL_LETTER = 100_000


def parse_whole(raw: bytes, limits: Limits) -> Letter:
    """The letter as it is read without a skeleton."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ingest.mime, "skeleton_of", lambda _: None)
        return parse(raw, limits)


def differing(raws: Iterable[bytes], *limits: Limits) -> list[bytes]:
    """The letters that the two ways read differently."""
    return [raw for raw in raws if any(parse(raw, one) != parse_whole(raw, one) for one in limits)]


@pytest.fixture
def walked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The sizes of what went line by line through the standard library."""
    sizes: list[int] = []
    real = BytesParser.parsebytes

    def parsebytes(self, text, headersonly=False):
        sizes.append(len(text))
        return real(self, text, headersonly)

    monkeypatch.setattr(BytesParser, "parsebytes", parsebytes)
    return sizes


def test_the_acceptance_letters_are_read_the_same() -> None:
    paths = sorted(LETTERS.glob("*.eml"))
    assert len(paths) > 15
    assert differing([path.read_bytes() for path in paths], LIMITS, TIGHT) == []


def test_good_letters_with_small_photos_are_read_the_same() -> None:
    assert differing(letters(100, 3, photos=Photos.SMALL), LIMITS, TIGHT) == []


def test_letters_from_cameras_are_read_the_same_and_only_their_skeletons_are_walked(walked) -> None:
    for raw in letters(12, 4, photos=Photos.CAMERA):
        expected = parse_whole(raw, LIMITS)
        walked.clear()
        assert parse(raw, LIMITS) == expected
        assert len(walked) == 1
        assert max(walked) < SMALL_LETTER
        assert sum(len(part.content) for part in expected.parts) > SMALL_LETTER or len(raw) < SMALL_LETTER


@pytest.mark.parametrize("number", [250, pytest.param(1_000, marks=pytest.mark.hard)])
def test_malformed_letters_are_read_the_same(number: int) -> None:
    assert differing(malformed(number, seed=21), LIMITS) == []


def test_damaged_letters_with_big_attachments_are_read_the_same() -> None:
    assert differing(islice(mutations(21), 150), LIMITS, TIGHT) == []


@pytest.mark.hard
@pytest.mark.timeout(600)
@pytest.mark.parametrize("seed", [22, 23, 24, 25])
def test_any_number_of_damaged_letters_with_big_attachments_are_read_the_same(seed: int) -> None:
    assert differing(islice(mutations(seed), 2_500), LIMITS, TIGHT) == []


def test_most_damaged_letters_still_have_a_skeleton() -> None:
    found = [skeleton_of(raw) is not None for raw in islice(mutations(21), 300)]
    assert sum(found) > 200


def test_damage_inside_a_big_attachment_gives_the_same_bytes_by_the_quick_way(walked) -> None:
    raw = heavy_letter(Random(1))
    middle = len(raw) // 2
    damaged = raw[:middle] + b"\xff*!\r\r\n\n=" + raw[middle:]
    expected = parse_whole(damaged, LIMITS)
    walked.clear()
    assert parse(damaged, LIMITS) == expected
    assert max(walked) < SMALL_LETTER // 4


@pytest.mark.parametrize("foreign", [b"*!", b"\xff", b"A", b"====", b"\r\n\r\nA=\r\n"])
def test_damage_inside_a_big_attachment_is_told_by_both_ways(foreign: bytes) -> None:
    raw = heavy_letter(Random(6))
    middle = len(raw) // 2
    damaged = raw[:middle] + foreign + raw[middle:]
    told = [
        set(one.defects) - set(parse(raw, LIMITS).defects)
        for one in (parse(damaged, LIMITS), parse_whole(damaged, LIMITS))
    ]
    assert told[0] == told[1]
    assert any("base64" in defect for defect in told[0])


def test_reading_takes_at_most_half_of_what_mail_parser_takes() -> None:
    for raw in letters(12, 4, photos=Photos.CAMERA):
        if len(raw) > SMALL_LETTER:
            ours = peak_of(lambda raw: parse(raw, LIMITS), raw)
            assert ours <= peak_of(lambda raw: mailparser.parse_from_bytes(raw).attachments, raw) / 2
            assert ours < peak_of(lambda raw: parse_whole(raw, LIMITS), raw)


def peak_of(read: Callable[[bytes], object], raw: bytes) -> int:
    """The most memory that reading takes beyond the letter's own bytes."""
    tracemalloc.start()
    try:
        read(raw)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_a_nested_letter_keeps_every_byte_and_its_attachments_are_found() -> None:
    inner = heavy_letter(Random(2))
    raw = b"\r\n".join(
        [
            b"From: a@songmau.example",
            b'Content-Type: multipart/mixed; boundary="outer"',
            b"",
            b"--outer",
            b"Content-Type: message/rfc822",
            b"",
            inner,
            b"--outer--",
            b"",
        ]
    )
    letter = parse(raw, LIMITS)
    assert letter.parts[0].content == inner
    assert letter.parts[1].inside == letter.parts[0].filename
    assert letter == parse_whole(raw, LIMITS)


@pytest.mark.parametrize(
    "foreign",
    [
        b"\r\n--%s\r\nContent-Type: text/plain\r\n\r\nchen vao\r\n",
        b"\r\n--%s--\r\n",
        b"\r--%s\rX: 1\r\r",
        b"\n--%s  \n\n",
        b"--%s",
    ],
)
def test_a_boundary_inside_of_the_base64_parts_it(foreign: bytes) -> None:
    raw = heavy_letter(Random(3))
    middle = len(raw) // 2
    broken = raw[:middle] + foreign % BOUNDARY + raw[middle:]
    assert parse(broken, LIMITS) == parse_whole(broken, LIMITS)


def test_a_piece_outside_of_every_part_leaves_the_letter_to_the_long_way(walked) -> None:
    epilogue = b"\r\n\r\n" + b"QUJD\r\n" * 5_000
    raw = heavy_letter(Random(4)) + epilogue
    expected = parse_whole(raw, LIMITS)
    walked.clear()
    assert parse(raw, LIMITS) == expected
    assert walked[-1] == len(raw)


def test_a_skeleton_can_be_made_whole_again() -> None:
    raw = heavy_letter(Random(5))
    skeleton = skeleton_of(raw)
    assert skeleton is not None
    assert len(skeleton.raw) < len(raw) // 4
    assert skeleton.whole(skeleton.raw) == raw


def test_a_letter_without_a_big_part_has_no_skeleton() -> None:
    assert skeleton_of(b"From: a@songmau.example\r\n\r\n" + b"tin bai\r\n" * 100) is None
