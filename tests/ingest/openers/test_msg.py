"""Outlook's .msg: the letter that somebody saved and attached, its author, its files and the letters in it."""

import pytest

from ingest.letter import Address
from ingest.openers.rtf import html_in_rtf, text_in_rtf
from tests.ingest.mime_letters import ARTICLE, HEAD, PLAIN, base64_part, multipart, reading
from tests.ingest.openers.photos import jpeg
from tests.mail.making.compound import Folder
from tests.mail.making.outlook import Attached, message, outlook

SUBJECT, TEXT, NAME, ADDRESS, HEADERS = "0037", "1000", "0C1A", "5D01", "007D"
STRINGS = {SUBJECT: "Tin thôn", NAME: "Thôn Đồng Thử", ADDRESS: "dongthu@songmau.example"}
PHOTO = jpeg(640, 400)


def with_msg(folder: Folder) -> str:
    part = base64_part("Content-Type: application/vnd.ms-outlook; name=tin.msg\r\n", outlook(folder))
    return HEAD + multipart("mixed", f"{PLAIN}Chuyển BBT đăng giúp.", part)


def test_a_saved_letter_is_read_like_one_inside() -> None:
    folder = message(strings={**STRINGS, TEXT: ARTICLE}, attached=[Attached(name="họp.jpg", content=PHOTO)])
    read = reading(with_msg(folder))
    (article,) = read.articles
    assert article.body_text.split() == ARTICLE.split()
    assert (article.from_part, article.unit) == ("tin.msg", "Thôn Đồng Thử")
    assert article.forwarded_by == Address(name="Hội Nông dân", address="hnd@songmau.example")
    assert [(part.filename, part.inside, part.content) for part in read.letter.parts][1] == (
        "họp.jpg",
        "tin.msg",
        PHOTO,
    )
    assert [photo.filename for photo in article.photos] == ["họp.jpg"]


def test_the_html_is_read_with_its_pictures_in_place() -> None:
    html = f'<html><body><p>{ARTICLE}</p><p><img src="cid:a@x"></p><p>Hết bài.</p></body></html>'.encode()
    attached = [Attached(name="a.jpg", content=PHOTO, content_id="a@x")]
    folder = message(strings={**STRINGS, TEXT: ARTICLE}, html=html, attached=attached)
    (article,) = reading(with_msg(folder)).articles
    assert [(photo.filename, photo.place) for photo in article.photos] == [("a.jpg", 0)]


def test_html_that_outlook_wrapped_into_rtf_is_read() -> None:
    rtf = (
        rb"{\rtf1\ansi\ansicpg1258\fromhtml1 \deff0{\fonttbl{\f0 Arial;}}{\*\htmltag64 <html><body>}{\*\htmltag84 <p>}"
        rb"\htmlrtf {\htmlrtf0 S\'e1ng nay \u272?\u432?\u7901?ng\htmlrtf }\htmlrtf0 {\*\htmltag92 </p>}}"
    )
    assert html_in_rtf(rtf) == "<html><body><p>Sáng nay \u0110\u01b0\u1eddng</p>"
    folder = message(strings=STRINGS, rtf=rtf.replace(b"S\\'e1ng nay", ARTICLE.encode("ascii", "ignore")))
    read = reading(with_msg(folder))
    assert read.articles[0].body_text.endswith("\u0110\u01b0\u1eddng")


def test_plain_rtf_is_text() -> None:
    rtf = rb"{\rtf1\ansi\ansicpg1252{\*\generator x;}Tin m\'edi\par d\u242?ng \{hai\}}"
    assert text_in_rtf(rtf) == "Tin míi\ndòng {hai}"
    assert html_in_rtf(rtf) is None


def test_strings_in_the_code_page_of_the_sender_are_read() -> None:
    strings = {SUBJECT: "Tôi vê Thôn", TEXT: "Sáng nay thôn tôi hop bàn. " * 8, NAME: "Thôn Mau"}
    read = reading(with_msg(message(strings=strings, code_page=1252, narrow=True)))
    assert "thôn tôi" in read.articles[0].body_text
    assert read.articles[0].unit == "Thôn Mau"


def test_a_letter_in_a_saved_letter_is_a_letter() -> None:
    inner = message(strings={**STRINGS, TEXT: ARTICLE}, attached=[Attached(name="a.jpg", content=PHOTO)], inner=True)
    folder = message(strings={SUBJECT: "Ngoài", TEXT: "Xem thư kèm."}, attached=[Attached(name="x", content=inner)])
    read = reading(with_msg(folder))
    assert [(part.filename, part.inside) for part in read.letter.parts] == [
        ("tin.msg", None),
        ("Tin thôn.eml", "tin.msg"),
        ("a.jpg", "Tin thôn.eml"),
    ]
    assert read.articles[0].unit == "Thôn Đồng Thử"


def test_the_headers_its_server_saw_are_believed() -> None:
    headers = "From: Thôn Khác\r\n <khac@songmau.example>\r\nContent-Type: text/odd; boundary=x\r\nkhông phải: đầu\r\n"
    read = reading(with_msg(message(strings={**STRINGS, TEXT: ARTICLE, HEADERS: headers})))
    assert read.articles[0].unit == "Thôn Khác"


@pytest.mark.parametrize("step", [97, 311])
def test_a_damaged_msg_is_told_and_raises_nothing(step: int) -> None:
    whole = outlook(
        message(strings={**STRINGS, TEXT: ARTICLE}, attached=[Attached(name="a.jpg", content=PHOTO[:5000])])
    )
    for place in range(0, len(whole), step * 8):
        flipped = whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :]
        for damaged in (whole[: max(place, 600)], flipped):
            part = base64_part("Content-Type: application/vnd.ms-outlook; name=tin.msg\r\n", damaged)
            read = reading(HEAD + multipart("mixed", f"{PLAIN}Gửi BBT", part))
            assert read.letter.parts[0].content == damaged
