"""Case 14d: a letter of 60 MB with 120 photos. Too big to commit: built when a test asks for it."""

from random import Random

from tests.mail.making.envelope import Envelope, headers
from tests.mail.making.mime import Multipart, attachment, encoded, letter, plain
from tests.mail.making.photos import jpeg
from tests.mail.making.scenes import Place, scene

TEXT = """\
Kính gửi Ban biên tập, Hội Nông dân xã gửi toàn bộ ảnh Hội thi "Nhà nông đua tài" năm 2026, nhờ BBT chọn giúp.
Trân trọng!
"""
MEGABYTE = 1_000_000
OCTETS_A_LINE, CHARACTERS_A_LINE = 57, 78  # base64: 57 octets become 76 characters and a line break
COMMENT_MAX = 65_000  # of one JPEG comment segment, whose length has 16 bits
SIZE = (960, 640)


def big_letter(photos: int = 120, megabytes: int = 60) -> bytes:
    """The letter: `photos` pictures, no two alike, of equal size, the whole close to `megabytes` (10**6 octets)."""
    envelope = Envelope(
        sender="Hội Nông dân xã An Mẫu",
        address="hnd@songmau.example",
        date="Wed, 21 Oct 2026 22:10:00 +0700",
        subject=encoded(f"Ảnh hội thi Nhà nông đua tài ({photos} ảnh)"),
        message_id=f"<20261021221000.{photos}.{megabytes}@webmail.songmau.example>",
    )
    wanted = megabytes * MEGABYTE // photos * OCTETS_A_LINE // CHARACTERS_A_LINE
    pictures = [
        attachment(f"DSC{number:04}.JPG", "image/jpeg", _photo(number, wanted)) for number in range(1, photos + 1)
    ]
    return letter(headers(envelope), Multipart(subtype="mixed", boundary="=_14d", parts=[plain(TEXT), *pictures]))


def _photo(number: int, wanted: int) -> bytes:
    """A picture of that many octets: what the drawing leaves is filled with comment segments of random octets."""
    places = list(Place)
    drawn = jpeg(scene(places[number % len(places)], 1400 + number, SIZE), quality=90)
    random, missing, filling = Random(number), wanted - len(drawn), b""
    while missing > 4:
        length = min(missing - 4, COMMENT_MAX)
        filling += b"\xff\xfe" + (length + 2).to_bytes(2, "big") + random.randbytes(length)
        missing -= length + 4
    start_of_image = 2
    return drawn[:start_of_image] + filling + drawn[start_of_image:]
