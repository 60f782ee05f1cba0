"""Which text is read of several, and where the pictures stood between them."""

from base64 import b64encode
from hashlib import sha256

import pytest

from ingest.body import body_source
from tests.ingest.mime_letters import ARTICLE, HEAD, HTML, LIMITS, PLAIN, PNG, base64_part, multipart, parsed, reading
from tests.ingest.openers.photos import jpeg
from tinbai.blocks import Picture, text_of

ONE, TWO = jpeg(640, 400, seed=1), jpeg(640, 400, seed=2)
FIRST, SECOND = ARTICLE.split(". ", 1)
TITLE = "Họp dân bàn việc làm đường"


def photo(name: str, content: bytes, disposition: str = "inline", more: str = "") -> str:
    shown = f"Content-Disposition: {disposition}; filename={name}\r\n" if disposition else ""
    return base64_part(f"Content-Type: image/jpeg; name={name}\r\n{shown}{more}", content)


def test_the_form_that_is_not_used_is_kept() -> None:
    letter = parsed(HEAD + multipart("alternative", f"{PLAIN}lời trơn", f"{HTML}<p>lời giàu hơn</p>"))
    assert (letter.text, letter.alternatives) == ("lời giàu hơn", ("lời trơn",))


def test_of_an_html_form_without_the_text_the_plain_one_is_used_and_it_is_kept() -> None:
    letter = parsed(HEAD + multipart("alternative", f"{PLAIN}{ARTICLE}", f"{HTML}<p>Xem bản chữ</p>"))
    assert (letter.text, letter.html, letter.alternatives) == (ARTICLE, None, ("Xem bản chữ",))


def test_a_calendar_or_unknown_form_is_no_text_and_no_loss() -> None:
    forms = [f"{PLAIN}một", f"{HTML}<p>một</p>", "Content-Type: text/x-amp-html\r\n\r\n<html amp>"]
    letter = parsed(HEAD + multipart("alternative", *forms))
    assert letter.text == "một"
    assert [(part.media_type, part.filename) for part in letter.parts] == [("text/x-amp-html", "tep-1.bin")]


def test_files_that_stand_among_alternatives_come_along() -> None:
    """As Apple Mail sends HTML with an attachment in the middle."""
    pdf = base64_part("Content-Type: application/pdf; name=a.pdf\r\n", b"%PDF-1.4")
    rich = multipart("mixed", f"{HTML}<p>{FIRST}</p>", pdf, f"{HTML}<p>{SECOND}</p>", boundary="M")
    letter = parsed(HEAD + multipart("alternative", f"{PLAIN}{ARTICLE}", rich))
    assert letter.text.split() == f"{FIRST} {SECOND}".split()
    assert [part.filename for part in letter.parts] == ["a.pdf"]


@pytest.mark.parametrize("root_first", [True, False])
def test_a_related_picture_stands_where_the_html_has_it(*, root_first: bool) -> None:
    root = f'Content-ID: <goc>\r\n{HTML}<p>{TITLE}</p><p>{FIRST}.</p><p><img src="cid:anh@x"></p><p>{SECOND}</p>'
    picture = photo("1.jpg", ONE, more="Content-ID: <anh@x>\r\n")
    parts = [root, picture] if root_first else [picture, root]
    read = reading(HEAD + multipart("related", *parts, more='; start="<goc>"; type="text/html"'))
    (article,) = read.articles
    (shown,) = article.photos
    assert (shown.filename, shown.place) == ("1.jpg", 0)
    assert read.letter.passages == ()


@pytest.mark.parametrize("rich", [True, False])
@pytest.mark.parametrize("disposition", ["inline", ""])
def test_photos_between_texts_stand_where_the_sender_put_them(*, rich: bool, disposition: str) -> None:
    """As Apple Mail sends a letter with pictures dropped into it."""
    title = f"{HTML}<div>{TITLE}</div>" if rich else f"{PLAIN}{TITLE}"
    texts = [f"{HTML}<div>{text}</div>" if rich else f"{PLAIN}{text}" for text in (f"{FIRST}.", SECOND, "Hết bài.")]
    parts = [title, texts[0], photo("1.jpg", ONE, disposition), texts[1], photo("2.jpg", TWO, disposition), texts[2]]
    letter = HEAD + multipart("mixed", *parts)
    source = body_source(parsed(letter), LIMITS).source
    assert source is not None
    seen = [block.sha256 if isinstance(block, Picture) else text_of(block) for block in source.blocks]
    pictures = [sha256(content).hexdigest() for content in (ONE, TWO)]
    assert seen == [TITLE, f"{FIRST}.", pictures[0], SECOND, pictures[1], "Hết bài."]
    (article,) = reading(letter).articles
    assert [(each.filename, each.place) for each in article.photos] == [("1.jpg", 0), ("2.jpg", 1)]
    assert article.body_text.split() == f"{FIRST}. {SECOND} Hết bài.".split()


def test_attached_photos_and_those_at_the_end_have_no_place_in_the_text() -> None:
    parts = [f"{PLAIN}{FIRST}", photo("1.jpg", ONE, "attachment"), f"{PLAIN}{SECOND}", photo("2.jpg", TWO)]
    letter = parsed(HEAD + multipart("mixed", *parts))
    assert letter.passages == ()
    assert [part.filename for part in letter.parts] == ["1.jpg", "2.jpg"]


def test_a_picture_that_the_html_shows_is_not_shown_twice() -> None:
    parts = [f'{HTML}<p>{FIRST}</p><img src="cid:anh@x">', photo("1.jpg", ONE, more="Content-ID: <anh@x>\r\n"),
             f"{HTML}<p>{SECOND}</p>"]  # fmt: skip
    assert parsed(HEAD + multipart("mixed", *parts)).passages == ()


def test_texts_in_legacy_encodings_around_a_photo_are_repaired() -> None:
    tcvn3 = "Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    old = b64encode(bytes.fromhex("54696e206cb56d20aeadeaea6e672047544e54")).decode()
    parts = [f"{PLAIN}{FIRST}", photo("1.jpg", ONE), tcvn3 + old]
    (article,) = reading(HEAD + multipart("mixed", *parts)).articles
    assert FIRST in article.body_text


@pytest.mark.parametrize(
    ("parameters", "body", "expected"),
    [
        ("format=flowed", "một \r\nhai\r\n", "một hai"),
        ("format=flowed; delsp=yes", "mộ \r\nt hai\r\n", "một hai"),
        ('format="Flowed"; DelSp="Yes"', "mộ \r\nt hai\r\n", "một hai"),
        ("format=flowed", "> một \r\n> hai\r\n>> ba \r\nbốn\r\n", "> một hai\n>> ba \nbốn"),
        ("format=flowed", " >không trích\r\n From đầu dòng\r\n", ">không trích\nFrom đầu dòng"),
        ("format=flowed", "một \r\n-- \r\nA\r\n", "một \n-- \nA"),
        ("format=fixed", "một \r\nhai\r\n", "một \nhai"),
    ],
)
def test_flowed_text_is_unflowed(parameters: str, body: str, expected: str) -> None:
    """RFC 3676."""
    letter = parsed(f"{HEAD}Content-Type: text/plain; charset=utf-8; {parameters}\r\n\r\n{body}")
    assert [line.rstrip() for line in letter.text.split("\n")] == [line.rstrip() for line in expected.split("\n")]


def test_a_text_after_a_list_footer_keeps_its_order() -> None:
    footer = f"{PLAIN}_____\r\nDanh sách thư của xã"
    letter = parsed(HEAD + multipart("mixed", f"{HTML}<p>một</p>", photo("1.jpg", PNG, "attachment"), footer))
    assert letter.text.split("\n")[0] == "một"
    assert letter.text.endswith("Danh sách thư của xã")
