"""Parts without a name, a type or a disposition, or with false ones; files that stand in the text itself."""

from binascii import b2a_uu, crc32
from random import Random

import pytest

from ingest.filenames import safe_name
from ingest.uuencode import take_uuencoded
from ingest.yenc import take_yenc
from tests.ingest.mime_letters import ARTICLE, HEAD, PLAIN, PNG, base64_part, multipart, parsed, reading
from tests.ingest.openers.photos import jpeg
from tests.ingest.openers.word_files import opened
from tests.mail.making.tnef import winmail

RAW = PNG.decode("latin-1")
APPLE_DOUBLE = bytes.fromhex("00051607 00020000") + bytes(60)
NAMELESS = {
    "no type": ("", "anh-1.png", "text/plain"),
    "type without subtype": ("Content-Type: png\r\n", "anh-1.png", "application/octet-stream"),
    "octet-stream": ("Content-Type: application/octet-stream\r\n", "anh-1.png", "application/octet-stream"),
    "called text": ("Content-Type: text/plain\r\n", "anh-1.png", "text/plain"),
    "called HTML": ("Content-Type: text/html; charset=utf-8\r\n", "tep-1.html", "text/html"),
    "inline": ("Content-Type: image/png\r\nContent-Disposition: inline\r\n", "anh-1.png", "image/png"),
    "a disposition nobody knows": (
        "Content-Type: image/png\r\nContent-Disposition: x-odd\r\n",
        "anh-1.png",
        "image/png",
    ),
    "an empty name": ('Content-Type: image/png; name=""\r\n', "anh-1.png", "image/png"),
    "a name of dots": ('Content-Type: image/png; name="../.."\r\n', "anh-1.png", "image/png"),
}


@pytest.mark.parametrize(("headers", "name", "media_type"), NAMELESS.values(), ids=NAMELESS.keys())
def test_a_part_that_says_nothing_of_itself_keeps_its_bytes_and_gets_a_stable_name(
    headers: str, name: str, media_type: str
) -> None:
    letter = HEAD + multipart("mixed", f"{PLAIN}Gửi BBT", base64_part(headers, PNG))
    first, second = parsed(letter), parsed(letter)
    assert [(part.filename, part.media_type, part.content) for part in first.parts] == [(name, media_type, PNG)]
    assert first.parts == second.parts
    assert first.text == "Gửi BBT"


@pytest.mark.parametrize(
    "body", ["chữ \x0b và \x0c trang", "\x1b$B$3$s\x1b(B", "một\x00hai", "\x00\x00", "GIF của xã", "%PDF", ""]
)
def test_a_text_with_an_odd_sign_in_it_is_a_text(body: str) -> None:
    assert parsed(HEAD + multipart("mixed", PLAIN + body)).parts == ()


@pytest.mark.parametrize("charset", ["utf-16", "utf-16-le", "utf-32"])
def test_a_text_in_wide_characters_is_a_text(charset: str) -> None:
    part = base64_part(f"Content-Type: text/plain; charset={charset}\r\n", ARTICLE.encode(charset))
    assert parsed(HEAD + multipart("mixed", part)).parts == ()


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable"])
def test_raw_bytes_that_are_called_encoded_are_left_as_they_are(encoding: str) -> None:
    raw = f"{HEAD}Content-Type: image/png; name=a.png\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n".encode() + PNG
    assert [part.content for part in parsed(raw).parts] == [PNG]


@pytest.mark.parametrize("encoding", ["", "7bit", "8bit", "binary", "x-odd"])
@pytest.mark.parametrize("content", [PNG, jpeg(), b"%PDF-1.4\n" + b"x" * 90, b"PK\x03\x04" + bytes(60)])
def test_base64_that_nobody_mentions_is_decoded_when_a_known_file_comes_out(encoding: str, content: bytes) -> None:
    part = base64_part("Content-Type: application/octet-stream; name=a\r\n", content)
    label = f"Content-Transfer-Encoding: {encoding}\r\n" if encoding else ""
    letter = HEAD + multipart("mixed", part.replace("Content-Transfer-Encoding: base64\r\n", label))
    assert [each.content for each in parsed(letter).parts] == [content]


def test_base64_letters_that_are_no_known_file_are_left_alone() -> None:
    letter = HEAD + multipart("mixed", "Content-Type: application/octet-stream; name=a\r\n\r\nSGVsbG8gd29ybGQhISE=")
    assert [part.content for part in parsed(letter).parts] == [b"SGVsbG8gd29ybGQhISE="]


@pytest.mark.parametrize(
    ("told", "safe"),
    [
        ("CON.pdf.", "_CON.pdf"), ("nul", "_nul"), ("com1.docx", "_com1.docx"), ("console.pdf", "console.pdf"),
        ("a\r\n b.docx", "a b.docx"), ("tin\u202exfdp.exe", "tinxfdp.exe"), ("a\u200b.docx", "a.docx"),
        ("../../a.docx", "a.docx"), ("C:\\x\\a.docx", "a.docx"), ("..", None), (" . ", None),
    ],
)  # fmt: skip
def test_a_name_is_safe_to_show_and_to_store(told: str, safe: str | None) -> None:
    assert safe_name(told) == safe


def test_the_extended_name_counts_where_two_are_given() -> None:
    """RFC 6266 section 4.3; what the file is, its bytes say."""
    names = "filename=a.exe; filename*=UTF-8''a.pdf"
    part = f"Content-Type: application/pdf\r\nContent-Disposition: attachment; {names}\r\n\r\nMZ"
    read = reading(HEAD + multipart("mixed", part))
    assert [each.filename for each in read.letter.parts] == ["a.pdf"]
    assert read.verdict == "held"


def uuencoded(name: str, content: bytes, end: str = "`\r\nend\r\n") -> str:
    lines = [b2a_uu(content[place : place + 45]).decode().rstrip("\n") for place in range(0, len(content), 45)]
    return "\r\n".join([f"begin 644 {name}", *lines, end])


def test_uuencoded_files_come_out_of_the_text_in_order() -> None:
    text = f"{PLAIN}đầu\r\n{uuencoded('1.png', PNG)}giữa\r\n{uuencoded('2.png', PNG[:60])}cuối\r\n"
    letter = parsed(HEAD + text)
    assert letter.text.split() == ["đầu", "giữa", "cuối"]
    assert [(part.filename, part.media_type, part.content) for part in letter.parts] == [
        ("1.png", "image/png", PNG),
        ("2.png", "image/png", PNG[:60]),
    ]


def test_a_uuencoded_file_that_was_cut_off_gives_what_is_there() -> None:
    letter = parsed(f"{HEAD}{PLAIN}đầu\r\n{uuencoded('1.png', PNG, end='')}cuối thư này còn lời\r\n")
    assert [part.content for part in letter.parts] == [PNG]
    assert letter.text.split()[-1] == "lời"
    both = parsed(f"{HEAD}{PLAIN}{uuencoded('1.png', PNG, end='')}\r\n{uuencoded('2.png', PNG)}")
    assert [part.content for part in both.parts] == [PNG, PNG]


@pytest.mark.parametrize("text", ["begin 644 la gi?\nkhông có tệp nào\nend\n", "begin 644 x\n", "begin 644 x\nend\n"])
def test_a_sentence_about_uuencode_is_text(text: str) -> None:
    assert parsed(HEAD + PLAIN + text).text.split() == text.split()


def yenc(content: bytes, *, name: str = "anh.png", part: str = "", line: int = 128) -> bytes:
    """As yenc.org describes it: each octet moved by 42, four of them escaped."""
    body = bytearray()
    count = 0
    for octet in content:
        moved = (octet + 42) % 256
        written = bytes([0x3D, (moved + 64) % 256]) if moved in b"\0\n\r=" else bytes([moved])
        body += written
        count += len(written)
        if count >= line:
            body += b"\r\n"
            count = 0
    head = f"=ybegin {part}line={line} size={len(content)} name={name}\r\n".encode()
    middle = b"=ypart begin=1 end=2\r\n" if part else b""
    return head + middle + bytes(body) + f"\r\n=yend size={len(content)} crc32={crc32(content):08x}\r\n".encode()


LATIN = f"{HEAD}Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: 8bit\r\n\r\n".encode()


def test_a_file_in_yenc_comes_out_of_the_text() -> None:
    content = Random(1).randbytes(3_000)
    letter = parsed(LATIN + b"dau\r\n" + yenc(content, name="tin bai.bin") + b"cuoi\r\n")
    assert letter.text.split() == ["dau", "cuoi"]
    assert [(part.filename, part.content) for part in letter.parts] == [("tin bai.bin", content)]


def test_a_file_in_yenc_in_several_parts_is_one() -> None:
    content = Random(2).randbytes(900)
    pieces = [yenc(content[place : place + 300], part=f"part={number} total=3 ") for number, place in
              enumerate(range(0, 900, 300), 1)]  # fmt: skip
    assert [part.content for part in parsed(LATIN + b"".join(pieces)).parts] == [content]


def test_a_file_in_yenc_that_was_cut_off_gives_what_is_there() -> None:
    letter = parsed(LATIN + b"dau\r\n" + yenc(PNG)[:-80])
    assert letter.text == "dau"
    assert PNG.startswith(letter.parts[0].content)
    assert len(letter.parts[0].content) > 200


@pytest.mark.parametrize("flood", [b"begin 644 a\n", b"=ybegin line=1 size=1 name=a\n", b"begin 644 a\n#86)C\n"])
@pytest.mark.parametrize("end", [b"", b"end\n", b"=yend\n"])
def test_a_megabyte_of_beginnings_is_read_in_linear_time(flood: bytes, end: bytes) -> None:
    """Each looked for its end through the whole rest would take minutes: the run has a limit of time."""
    data = flood * (1_000_000 // len(flood)) + end
    rest, files = take_uuencoded(data)
    take_yenc(data)
    assert len(rest) + sum(len(file.content) for file in files) <= len(data)


def test_of_a_mac_file_in_two_halves_the_data_are_the_photo() -> None:
    """RFC 1740, multipart/appledouble."""
    photo = jpeg(640, 400)
    halves = [
        base64_part('Content-Type: application/applefile; name="anh.jpg"\r\n', APPLE_DOUBLE),
        base64_part('Content-Type: image/jpeg; name="anh.jpg"\r\n', photo),
    ]
    read = reading(HEAD + multipart("mixed", PLAIN + ARTICLE, multipart("appledouble", *halves, boundary="D")))
    assert [part.filename for part in read.letter.parts] == ["._anh.jpg", "anh.jpg"]
    assert [photo.filename for photo in read.articles[0].photos] == ["anh.jpg"]
    assert read.articles[0].attachments == ()
    assert [finding.check for finding in read.findings if "unreadable" in finding.check] == []


def test_a_mac_file_in_one_piece_gives_up_its_data() -> None:
    """RFC 1740 appendix A: AppleSingle."""
    name, data = "ảnh.jpg".encode(), jpeg()
    table = b"".join(value.to_bytes(4, "big") for value in (3, 50, len(name), 1, 50 + len(name), len(data)))
    single = bytes.fromhex("00051600 00020000") + bytes(16) + (2).to_bytes(2, "big") + table + name + data
    result = opened(single, filename="anh")
    assert [(part.filename, part.content, part.inside) for part in result.parts] == [("ảnh.jpg", data, "anh")]
    for length in range(0, len(single), 31):
        opened(single[:length], filename="anh")


def test_outlooks_parcel_gives_the_text_of_a_letter_that_has_none() -> None:
    parcel = winmail([("tin.txt", b"x" * 40)], text=ARTICLE)
    letter = base64_part("Content-Type: application/ms-tnef; name=winmail.dat\r\n", parcel)
    assert parsed(HEAD + letter).text == ARTICLE
    assert parsed(HEAD + multipart("mixed", letter)).text == ARTICLE
    assert parsed(HEAD + multipart("mixed", f"{PLAIN}lời thư", letter)).text == "lời thư"
    assert [part.filename for part in reading(HEAD + letter).letter.parts] == ["winmail.dat", "tin.txt"]
