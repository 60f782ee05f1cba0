"""Whole letters, bytes to Letter."""

from base64 import b64encode
from hashlib import sha256

import pytest

from ingest.letter import Letter
from ingest.parse import parse
from tinbai.limits import Limits

LIMITS = Limits()
PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452") + bytes(range(256))
HEAD = "From: Hội <hnd@songmau.example>\r\nSubject: Tin\r\nMIME-Version: 1.0\r\n"


def read(text: str | bytes, limits: Limits = LIMITS) -> Letter:
    return parse(text.encode() if isinstance(text, str) else text, limits)


def mixed(*parts: str, kind: str = "mixed", boundary: str = "B") -> str:
    body = "".join(f"--{boundary}\r\n{part}\r\n" for part in parts)
    return f'{HEAD}Content-Type: multipart/{kind}; boundary="{boundary}"\r\n\r\n{body}--{boundary}--\r\n'


def base64_part(headers: str, content: bytes) -> str:
    return f"{headers}Content-Transfer-Encoding: base64\r\n\r\n{b64encode(content).decode()}"


def test_a_nameless_inline_picture_keeps_its_bytes_and_gets_a_stable_name() -> None:
    picture = base64_part("Content-Type: image/png\r\nContent-Disposition: inline\r\n", PNG)
    first, second = (read(mixed("Content-Type: text/plain\r\n\r\nTin", picture)) for _ in range(2))
    assert [(part.filename, part.content) for part in first.parts] == [("anh-1.png", PNG)]
    assert first.parts[0].sha256 == sha256(PNG).hexdigest()
    assert second.parts == first.parts


def test_a_nested_letter_stays_whole_and_its_text_is_not_ours() -> None:
    picture_part = base64_part('Content-Type: image/png; name="a.png"\r\n', PNG)
    inner = mixed("Content-Type: text/plain\r\n\r\nlời của thôn", picture_part, boundary="C")
    letter = read(mixed("Content-Type: text/plain\r\n\r\nChuyển BBT", f"Content-Type: message/rfc822\r\n\r\n{inner}"))
    assert letter.text == "Chuyển BBT"
    outer, picture = letter.parts
    assert (outer.filename, outer.media_type, outer.inside) == ("Tin.eml", "message/rfc822", None)
    assert outer.content.strip() == inner.encode().strip()
    assert (picture.filename, picture.inside, picture.content) == ("a.png", "Tin.eml", PNG)


def test_two_nested_letters_of_one_subject_have_two_names() -> None:
    inner = f"Content-Type: message/rfc822\r\n\r\n{HEAD}\r\nx"
    assert [part.filename for part in read(mixed(inner, inner)).parts] == ["Tin.eml", "Tin (2).eml"]


def test_of_alternatives_the_html_is_used_when_it_has_the_text() -> None:
    letter = read(
        mixed(
            "Content-Type: text/plain; charset=utf-8\r\n\r\nTin bài của xã An Mẫu",
            "Content-Type: text/html; charset=utf-8\r\n\r\n<p>Tin bài của <b>xã</b> An&nbsp;Mẫu</p><p>Hết</p>",
            "Content-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR",
            kind="alternative",
        )
    )
    assert letter.text == "Tin bài của xã An Mẫu\n\nHết"
    assert letter.html == "<p>Tin bài của <b>xã</b> An\xa0Mẫu</p><p>Hết</p>".replace("\xa0", "&nbsp;")
    assert [part.media_type for part in letter.parts] == ["text/calendar"]


def test_of_alternatives_the_plain_text_is_used_when_the_html_is_empty() -> None:
    letter = read(
        mixed(
            "Content-Type: text/plain\r\n\r\nmot hai ba bon",
            "Content-Type: text/html\r\n\r\n<p></p>",
            kind="alternative",
        )
    )
    assert (letter.text, letter.html) == ("mot hai ba bon", None)


def test_several_texts_are_joined_in_order() -> None:
    letter = read(mixed("Content-Type: text/plain\r\n\r\nmột", "Content-Type: text/html\r\n\r\n<p>hai</p>"))
    assert letter.text == "một\n\nhai"
    assert letter.html == "<p>một</p>\n<p>hai</p>"


@pytest.mark.parametrize("label", ["us-ascii", "iso-8859-1", "windows-1258", "utf-8", "khong-co"])
def test_utf8_under_a_false_label_is_read(label: str) -> None:
    letter = read(f"{HEAD}Content-Type: text/plain; charset={label}\r\n\r\nKính gửi Ban biên tập")
    assert letter.text == "Kính gửi Ban biên tập"


@pytest.mark.parametrize(
    ("charset", "data", "expected"),
    [
        ("utf-8", b"K\xc3\xadnh g\xffi", "Kính g�i"),
        ("iso-8859-1", b"\x93Tin\x94", "“Tin”"),
        ("windows-1258", "Hô\u0323i".encode("cp1258"), "Hội"),
        ("viscii", b"H\xb5i", "Hội"),
        ("utf-8", "Kính gửi".encode().decode("latin-1").encode(), "Kính gửi"),
        ("utf-7", "Kính gửi".encode("utf-7"), "Kính gửi"),
        ("iso-8859-1", "H\u00e9i N\u00abng d\u00a9n".encode("latin-1"), "H\u00e9i N\u00abng d\u00a9n"),
    ],
)
def test_a_body_is_decoded_by_label_and_content(charset: str, data: bytes, expected: str) -> None:
    letter = parse(f"Content-Type: text/plain; charset={charset}\r\n\r\n".encode() + data, LIMITS)
    assert letter.text.startswith(expected)


def test_pictures_inside_the_html_become_parts() -> None:
    source = f'<p>Ảnh <img src="data:image/png;base64,{b64encode(PNG).decode()}"></p>'
    letter = read(f"{HEAD}Content-Type: text/html; charset=utf-8\r\n\r\n{source}")
    (picture,) = letter.parts
    assert (picture.content, picture.inline) == (PNG, True)
    assert letter.html == f'<p>Ảnh <img src="cid:{picture.content_id}"></p>'


def test_files_that_stand_uuencoded_in_the_text_are_taken_out() -> None:
    letter = read(f"{HEAD}\r\nTin kèm tệp\r\nbegin 644 tin.txt\r\n#86)C\r\n`\r\nend\r\nhết\r\n")
    assert [(part.filename, part.content) for part in letter.parts] == [("tin.txt", b"abc")]
    assert letter.text.split() == ["Tin", "kèm", "tệp", "hết"]


def test_flowed_text_has_its_paragraphs_whole() -> None:
    letter = read(f"{HEAD}Content-Type: text/plain; format=flowed\r\n\r\nmột \r\nhai\r\n> ba \r\n> bốn\r\n-- \r\nA\r\n")
    assert letter.text == "một hai\n> ba bốn\n-- \nA"


def test_damaged_base64_gives_what_is_there() -> None:
    data = b64encode(b"mot").decode() + "\r\n" + b64encode(b"hai!").decode() + "\r\n"
    letter = read(mixed(f"Content-Type: image/png; name=a.png\r\nContent-Transfer-Encoding: base64\r\n\r\n*{data}"))
    assert letter.parts[0].content == b"mothai!"


def test_a_file_name_cannot_lead_anywhere() -> None:
    letter = read(mixed('Content-Type: image/png; name="../../etc/a\u202egnp.exe\u200b"\r\n\r\nx'))
    assert letter.parts[0].filename == "agnp.exe"


def test_ids_and_references_are_kept_raw_and_different_ids_stay_different() -> None:
    letters = [
        parse(b"Message-ID: <" + byte + b"@y>\r\nReferences: <a@b>\r\n <c@d>\r\n\r\n", LIMITS)
        for byte in (b"\xff", b"\xfe")
    ]
    assert letters[0].message_id != letters[1].message_id
    assert letters[0].references == ("<a@b>", "<c@d>")


def test_what_a_limit_cuts_off_is_told_and_reading_goes_on() -> None:
    parts = [base64_part(f"Content-Type: image/png; name={number}.png\r\n", PNG) for number in range(5)]
    letter = read(mixed("Content-Type: text/plain\r\n\r\nTin", *parts), Limits(parts=3))
    assert letter.text == "Tin"
    assert [part.filename for part in letter.parts] == ["0.png", "1.png", "2.png"]
    assert "thư có quá nhiều phần, các phần sau không được liệt kê" in letter.defects


def test_a_letter_above_the_size_is_read_by_its_headers() -> None:
    letter = read(f"{HEAD}\r\n{'x' * 1000}", Limits(read_bytes=500))
    assert (letter.subject, letter.text, letter.defects) == ("Tin", "", ("thư quá lớn, chỉ đọc phần đầu thư",))
