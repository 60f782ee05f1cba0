"""BinHex: as a file, as a part of a letter, and in its text."""

from binascii import crc_hqx

import pytest

from ingest.binhex import BinHexError, decode_binhex, take_binhex
from ingest.openers.sniff import Form, form_of
from tests.ingest.hqx import NOTE, hqx, letters, lines
from tests.ingest.mime_letters import ARTICLE, HEAD, PLAIN, multipart, parsed, reading
from tests.ingest.openers.photos import jpeg
from tests.ingest.openers.word_files import checks, docx, opened, paragraph
from tinbai.limits import Limits

MOST = 1_000_000
CONTENTS = {
    "nothing": b"",
    "every byte": bytes(range(256)) * 3,
    "runs": b"a" * 1_000 + b"\x90" * 700 + b"b\x90\x90\x90\x90\x90b",
    "a picture": jpeg(),
}


@pytest.mark.parametrize("name", CONTENTS)
def test_a_file_comes_out_as_it_went_in(name: str) -> None:
    file = decode_binhex(hqx(b"anh.jpg", CONTENTS[name], b"icon" * 99), MOST)
    assert (file.name, file.content, file.sound) == (b"anh.jpg", CONTENTS[name], True)


def test_a_file_is_opened_by_its_content_under_the_name_the_mac_gave_it() -> None:
    content = b"Gui kem anh.\r\n\r\n" + hqx(b"H\x8ap thon.docx", docx(paragraph("Nội dung")))
    assert form_of(content) is Form.BINHEX
    result = opened(content, filename="bai.hqx")
    (part,) = result.parts
    assert (part.filename, part.inside, form_of(part.content)) == ("Häp thon.docx", "bai.hqx", Form.DOCX)
    assert checks(result) == set()


@pytest.mark.parametrize("end", [0.2, 0.9, 0.999])
def test_a_file_that_was_cut_off_gives_what_is_there_and_says_so(end: float) -> None:
    picture = jpeg()
    whole = hqx(b"a.jpg", picture)
    result = opened(whole[: int(len(whole) * end)], filename="a.hqx")
    (part,) = result.parts
    assert picture.startswith(part.content)
    assert checks(result) == {"attachment_damaged"}


def test_a_changed_letter_is_told() -> None:
    whole = bytearray(hqx(b"a.jpg", bytes(range(256))))
    whole[200] = ord("!") if whole[200] != ord("!") else ord("#")
    assert checks(opened(bytes(whole), filename="a.hqx")) == {"attachment_damaged"}


@pytest.mark.parametrize("body", [b":", b"::", b":!!!!:", b":" + b"r" * 500 + b":", b": khong phai"])
def test_what_only_says_that_it_is_binhex_is_kept_with_a_reason(body: bytes) -> None:
    result = opened(NOTE + b"\n" + body, filename="a.hqx")
    assert (result.parts, checks(result)) == ((), {"attachment_unreadable"})


def test_runs_that_fill_the_memory_are_refused() -> None:
    bomb = NOTE + b"\r\n:" + lines(letters(b"\x05a.txt\0" + b"a\x90\xff" * 100_000))
    with pytest.raises(BinHexError) as caught:
        decode_binhex(bomb, MOST)
    assert caught.value.too_large
    assert checks(opened(bomb, filename="a.hqx", limits=Limits(archive_bytes=MOST))) == {"archive_bomb"}


def test_a_part_of_a_letter_is_opened() -> None:
    picture = jpeg(640, 480)
    encoded = hqx(b"hop thon.jpg", picture).decode()
    part = f'Content-Type: application/mac-binhex40; name="anh.hqx"\r\n\r\n{encoded}'
    read = reading(HEAD + multipart("mixed", PLAIN + ARTICLE, part))
    assert [(each.filename, each.inside) for each in read.letter.parts] == [
        ("anh.hqx", None), ("hop thon.jpg", "anh.hqx"),
    ]  # fmt: skip
    assert [photo.filename for photo in read.articles[0].photos] == ["hop thon.jpg"]
    assert read.articles[0].attachments == ()


def test_a_file_in_the_text_is_taken_out_of_it() -> None:
    letter = parsed(f"{HEAD}{PLAIN}Trước\r\n".encode() + hqx(b"a.jpg", jpeg()) + b"Sau\r\n")
    assert letter.text.split() == ["Trước", "Sau"]
    assert [(part.filename, part.media_type, part.content) for part in letter.parts] == [
        ("a.jpg", "image/jpeg", jpeg())
    ]


def test_a_sentence_about_binhex_stays_text() -> None:
    text = NOTE + b"\r\n:xin chao: nhe\r\n"
    assert take_binhex(text, MOST) == (text, [])


@pytest.mark.timeout(20)
@pytest.mark.parametrize("piece", [NOTE + b"\n:", NOTE + b"\n", b"(This file must be converted with BinHex", b"\n :"])
def test_beginnings_without_an_end_are_looked_at_once(piece: bytes) -> None:
    take_binhex(piece * (1_000_000 // len(piece)), MOST)


def test_the_sum_is_that_of_the_standard() -> None:
    assert crc_hqx(b"123456789", 0) == 0x31C3  # CRC-16/XMODEM's check value
