"""Good letters, damaged: bits turned over, pieces cut out, doubled, moved, lines lost."""

from functools import cache
from random import Random

from tests.mail import corpus
from tests.mail.build import LETTERS

LONGEST = 60_000
GOOD = 40
SEED = 7


def damaged_letter(random: Random) -> bytes:
    """One of the good letters with one to four kinds of damage."""
    raw = random.choice(_good_letters())
    for _ in range(random.randint(1, 4)):
        raw = random.choice(DAMAGES)(raw, random)
    return raw


@cache
def _good_letters() -> tuple[bytes, ...]:
    """The letters of the cases and some of the corpus; of a long one only the beginning."""
    cases = [path.read_bytes()[:LONGEST] for path in sorted(LETTERS.glob("*.eml"))]
    return (*cases, *(raw[:LONGEST] for raw in corpus.letters(GOOD, SEED, photos=corpus.Photos.SMALL)))


def _flip_bits(raw: bytes, random: Random) -> bytes:
    octets = bytearray(raw)
    for _ in range(random.randint(1, 20) if octets else 0):
        octets[random.randrange(len(octets))] ^= 1 << random.randrange(8)
    return bytes(octets)


def _cut_the_end(raw: bytes, random: Random) -> bytes:
    return raw[: random.randint(0, len(raw))]


def _cut_out(raw: bytes, random: Random) -> bytes:
    begin = random.randint(0, len(raw))
    return raw[:begin] + raw[begin + random.randint(1, 2_000) :]


def _double(raw: bytes, random: Random) -> bytes:
    begin = random.randint(0, len(raw))
    end = begin + random.randint(1, 2_000)
    return raw[:end] + raw[begin:]


def _insert(raw: bytes, random: Random) -> bytes:
    begin = random.randint(0, len(raw))
    foreign = random.choice([b"\x00", b"\r", b"\n\n", b"\xff\xfe", b"--", b"=?utf-8?B?", b'"', random.randbytes(30)])
    return raw[:begin] + foreign + raw[begin:]


def _shuffle_lines(raw: bytes, random: Random) -> bytes:
    lines = raw.split(b"\r\n")
    begin = random.randrange(len(lines))
    some = lines[begin : begin + 10]
    random.shuffle(some)
    return b"\r\n".join([*lines[:begin], *some, *lines[begin + 10 :]])


def _lose_a_line(raw: bytes, random: Random) -> bytes:
    """Of the first sixty, where it matters most."""
    lines = raw.split(b"\r\n")
    del lines[random.randrange(min(len(lines), 60))]
    return b"\r\n".join(lines)


def _other_line_ends(raw: bytes, random: Random) -> bytes:
    return raw.replace(b"\r\n", random.choice([b"\n", b"\r"]))


DAMAGES = (
    _flip_bits,
    _cut_the_end,
    _cut_out,
    _double,
    _insert,
    _shuffle_lines,
    _lose_a_line,
    _other_line_ends,
)
