"""Letters with big attachments, and what can happen to them on the way."""

from base64 import encodebytes
from collections.abc import Iterator, Sequence
from random import Random

BOUNDARY = b"ranh-gioi"
TYPES = (b"image/jpeg", b"application/pdf", b"text/plain", b"text/html; charset=utf-8", b"message/rfc822", b"odd")
TRANSFERS = (b"base64", b"BASE64 ", b"quoted-printable", b"8bit", b"x-uuencode", b'"base64"', b"odd")
FOREIGN: Sequence[bytes] = (
    *(b"-", b"--", b"\r", b"\n", b"\r\n\r\n", b"\n\n", b"=", b"====", b"\x00", b"\xff\xfe", b" ", b"From chen\r\n"),
    b"\r\nX-Chen: vao\r\n",
    b"\r\n\r\nX-Chen: vao\r\n\r\n",
    *(b"\r\n--" + BOUNDARY + end for end in (b"\r\n", b"--\r\n", b"\r\n\r\n", b"\n\n", b" \t\r\n", b"khac\r\n")),
    b"\r--" + BOUNDARY + b"\r\r",
    b"\r\n--" + BOUNDARY + b"\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n",
)


def heavy_letter(
    random: Random, *, types: Sequence[bytes] = TYPES[:2], transfers: Sequence[bytes] = TRANSFERS[:1]
) -> bytes:
    """A note and one to three attachments, each big enough to be cut out."""
    head = b"From: a@songmau.example\r\nSubject: tin\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="
    lines = [head + BOUNDARY + b"\r\n", b"--" + BOUNDARY, b"Content-Type: text/plain\r\n\r\nGui tin bai.\r\n"]
    for number in range(random.randint(1, 3)):
        content = encodebytes(random.randbytes(random.randint(14_000, 26_000))).replace(b"\n", b"\r\n")
        lines += [b"--" + BOUNDARY, b"Content-Type: " + random.choice(types)]
        lines += [b"Content-Transfer-Encoding: " + random.choice(transfers)]
        lines += [b"Content-Disposition: attachment; filename=%d.jpg\r\n" % number, content.rstrip()]
    return b"\r\n".join([*lines, b"--" + BOUNDARY + b"--", b""])


def mutations(seed: int) -> Iterator[bytes]:
    """Damaged letters without end, the same for the same seed."""
    number = 0
    while True:
        random = Random(f"{seed}/{number}")
        odd = random.random() < 0.4
        raw = heavy_letter(random, types=TYPES, transfers=TRANSFERS) if odd else heavy_letter(random)
        for _ in range(random.randint(1, 4)):
            raw = random.choice(DAMAGES)(raw, random)
        yield raw
        number += 1


def _flip(raw: bytes, random: Random) -> bytes:
    octets = bytearray(raw)
    for _ in range(random.randint(1, 10) if raw else 0):
        octets[random.randrange(len(octets))] ^= 1 << random.randrange(8)
    return bytes(octets)


def _cut_out(raw: bytes, random: Random) -> bytes:
    begin = random.randint(0, len(raw))
    return raw[:begin] + raw[begin + random.randint(1, 3_000) :]


def _insert(raw: bytes, random: Random) -> bytes:
    begin = random.randint(0, len(raw))
    return raw[:begin] + random.choice(FOREIGN) + raw[begin:]


def _insert_at_a_line(raw: bytes, random: Random) -> bytes:
    begin = raw.find(b"\r\n", random.randint(0, len(raw)))
    return raw[: max(begin, 0)] + random.choice(FOREIGN) + raw[max(begin, 0) :]


def _lose_the_end(raw: bytes, random: Random) -> bytes:
    return raw[: random.choice([raw.rfind(b"--" + BOUNDARY), random.randint(0, len(raw)), len(raw) - 2])]


def _lose_an_empty_line(raw: bytes, random: Random) -> bytes:
    begin = raw.find(b"\r\n\r\n", random.randint(0, len(raw)))
    return (
        raw if begin < 0 else raw[:begin] + random.choice([b"\r\n", b"\n\n", b"\r\n \r\n", b"\r\r"]) + raw[begin + 4 :]
    )


def _other_boundary(raw: bytes, random: Random) -> bytes:
    return raw.replace(b"boundary=" + BOUNDARY, random.choice([b"", b"boundary=khac", b'boundary="ranh-gioi']))


def _other_line_ends(raw: bytes, random: Random) -> bytes:
    return raw.replace(b"\r\n", random.choice([b"\n", b"\r", b"\r\r\n", b"\n\r"]))


def _nest(raw: bytes, random: Random) -> bytes:
    """As a part of another letter, with its own boundary or the same one."""
    outer = random.choice([b"ngoai", BOUNDARY])
    kind = random.choice([b"mixed", b"digest", b"alternative", b"signed", b"related"])
    inner = random.choice([b"message/rfc822", b"multipart/mixed; boundary=" + BOUNDARY, b"text/plain", b"odd"])
    head = b"From: b@songmau.example\r\nContent-Type: multipart/" + kind + b"; boundary=" + outer + b"\r\n\r\n"
    typed = random.choice([b"", b"Content-Type: " + inner + b"\r\n"])
    transfer = random.choice([b"", b"Content-Transfer-Encoding: " + random.choice(TRANSFERS) + b"\r\n"])
    return head + b"--" + outer + b"\r\n" + typed + transfer + b"\r\n" + raw + b"\r\n--" + outer + b"--\r\n"


def _add_behind(raw: bytes, random: Random) -> bytes:
    return raw + random.choice(FOREIGN) + encodebytes(random.randbytes(14_000))


DAMAGES = (
    _flip,
    _cut_out,
    _insert,
    _insert_at_a_line,
    _insert_at_a_line,
    _lose_the_end,
    _lose_an_empty_line,
    _other_boundary,
    _other_line_ends,
    _nest,
    _add_behind,
)
