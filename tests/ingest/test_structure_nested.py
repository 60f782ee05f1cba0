"""Letters in letters: whole, with their own headers, their text their own; whoever wrote them is credited."""

import pytest

from ingest.letter import Address
from tests.ingest.mime_letters import ARTICLE, HEAD, HTML, PLAIN, base64_part, multipart, parsed, reading, shown
from tests.ingest.openers.photos import jpeg
from tests.ingest.openers.word_files import docx, paragraph

THON = "From: Thôn Đồng Thử <dongthu@songmau.example>\r\nSubject: Tin thôn\r\nMIME-Version: 1.0\r\n"
PHOTO = jpeg(640, 400)
INNER = THON + multipart(
    "mixed", PLAIN + ARTICLE, base64_part("Content-Type: image/jpeg; name=hop.jpg\r\n", PHOTO), boundary="Z"
)
WRAPPED = {
    "message/rfc822": f"Content-Type: message/rfc822\r\n\r\n{INNER}",
    "in base64": base64_part("Content-Type: message/rfc822\r\n", INNER.encode()),
    "quoted-printable": "Content-Type: message/rfc822\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    + INNER.replace("=", "=3D"),
    "message/global": f"Content-Type: message/global\r\n\r\n{INNER}",
    ".eml of no type": base64_part(
        'Content-Type: application/octet-stream; name="Tin thôn.eml"\r\nContent-Disposition: attachment\r\n',
        INNER.encode(),
    ),
    ".eml called text": base64_part('Content-Type: text/plain; name="Tin thôn.eml"\r\n', INNER.encode()),
}


@pytest.mark.parametrize("wrapped", WRAPPED.values(), ids=WRAPPED.keys())
def test_a_letter_inside_is_whole_and_its_author_is_credited(wrapped: str) -> None:
    letter = HEAD + multipart("mixed", f"{PLAIN}Chuyển BBT đăng giúp.", wrapped)
    assert parsed(letter).text == "Chuyển BBT đăng giúp."
    read = reading(letter)
    parts = {part.filename: part for part in read.letter.parts}
    assert parts["Tin thôn.eml"].content.strip() == INNER.encode().strip()
    assert (parts["hop.jpg"].content, parts["hop.jpg"].inside) == (PHOTO, "Tin thôn.eml")
    (article,) = read.articles
    assert article.from_part == "Tin thôn.eml"
    assert article.unit == "Thôn Đồng Thử"
    assert article.forwarded_by == Address(name="Hội Nông dân", address="hnd@songmau.example")
    assert [photo.filename for photo in article.photos] == ["hop.jpg"]


def test_a_document_in_a_letter_without_text_is_credited_to_who_wrote_that_letter() -> None:
    word = base64_part("Content-Type: application/octet-stream; name=tin.docx\r\n", docx(paragraph(ARTICLE)))
    (article,) = reading(
        HEAD + multipart("mixed", f"Content-Type: message/rfc822\r\n\r\n{THON}{multipart('mixed', word, boundary='Z')}")
    ).articles
    assert (article.from_part, article.unit) == ("tin.docx", "Thôn Đồng Thử")


def test_what_one_passes_on_of_oneself_is_not_forwarded() -> None:
    own = INNER.replace("dongthu@songmau.example", "HND@songmau.example")
    (article,) = reading(HEAD + multipart("mixed", f"Content-Type: message/rfc822\r\n\r\n{own}")).articles
    assert article.forwarded_by is None


def test_the_history_and_signature_of_a_letter_inside_are_no_article() -> None:
    history = "Vào 20:30, CN, 4 thg 10, 2026 BBT <bbt@songmau.example> đã viết:\r\n> Gửi bài nhé\r\n"
    quoted = f"{THON}{PLAIN}{ARTICLE}\r\n\r\n{history}"
    (article,) = reading(HEAD + multipart("mixed", f"Content-Type: message/rfc822\r\n\r\n{quoted}")).articles
    assert "Gửi bài nhé" not in article.body_text
    assert any("Gửi bài nhé" in piece.text for piece in article.set_aside)


def test_a_letter_in_a_letter_in_a_letter_says_where_it_was() -> None:
    middle = THON.replace("Tin thôn", "Giữa") + multipart(
        "mixed", f"Content-Type: message/rfc822\r\n\r\n{INNER}", boundary="Y"
    )
    letter = parsed(HEAD + multipart("mixed", f"Content-Type: message/rfc822\r\n\r\n{middle}"))
    assert [(part.filename, part.inside) for part in letter.parts] == [
        ("Giữa.eml", None),
        ("Tin thôn.eml", "Giữa.eml"),
        ("hop.jpg", "Tin thôn.eml"),
    ]


def test_the_letters_of_a_digest_need_no_type() -> None:
    """RFC 2046 section 5.1.5."""
    letters = [f"\r\nFrom: {name}@songmau.example\r\nSubject: {name}\r\n\r\n{name}" for name in ("mot", "hai")]
    letter = parsed(HEAD + multipart("digest", *letters))
    assert letter.text == ""
    assert [(part.filename, part.media_type) for part in letter.parts] == [
        ("mot.eml", "message/rfc822"),
        ("hai.eml", "message/rfc822"),
    ]


def test_a_bounce_is_a_report_with_the_letter_it_is_about() -> None:
    parts = [
        f"{PLAIN}không gửi được",
        "Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.songmau.example",
        f"Content-Type: message/rfc822\r\n\r\n{INNER}",
    ]
    read = reading(HEAD + multipart("report", *parts, more="; report-type=delivery-status"))
    assert read.verdict == "nothing"
    assert [part.filename for part in read.letter.parts] == ["thu-1.txt", "Tin thôn.eml", "hop.jpg"]


def test_the_text_of_a_letter_inside_never_joins_ours() -> None:
    inner = f"{THON}{multipart('alternative', f'{PLAIN}lời thôn', f'{HTML}<p>lời thôn</p>', boundary='Z')}"
    kinds = ["mixed", "alternative", "related", "digest", "parallel", "x-unknown"]
    nested = f"Content-Type: message/rfc822\r\n\r\n{inner}"
    for kind in kinds:
        assert parsed(HEAD + multipart(kind, f"{PLAIN}lời ta", nested)).text == "lời ta"


def test_a_letter_that_is_nothing_but_another_letter() -> None:
    letter = parsed(HEAD + base64_part("Content-Type: message/rfc822\r\n", INNER.encode()))
    assert shown(letter)[1] == ("hop.jpg", "Tin thôn.eml", PHOTO)
