"""SVG is a program as much as a picture: it is kept, told of, and becomes neither text nor a photo."""

import pytest

from tests.ingest.mime_letters import ARTICLE, HEAD, HTML, PLAIN, base64_part, multipart, reading

SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script><text>CHU TRONG HINH</text></svg>"
FORMS = {
    "bare": SVG,
    "with a declaration": b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- Adobe -->\n<!DOCTYPE svg PUBLIC 'a' 'b'>\n" + SVG,
}
HEADERS = {
    "as a drawing": "Content-Type: image/svg+xml; name=hinh.svg\r\nContent-Disposition: attachment\r\n",
    "shown inline": "Content-Type: image/svg+xml; name=hinh.svg\r\nContent-Disposition: inline\r\n",
    "as a photo": "Content-Type: image/png; name=hinh.png\r\nContent-Disposition: attachment\r\n",
    "as text": "Content-Type: text/plain; name=hinh.txt\r\nContent-Disposition: attachment\r\n",
    "as anything": "Content-Type: application/octet-stream; name=hinh.svg\r\nContent-Disposition: attachment\r\n",
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("header", HEADERS)
def test_an_attached_drawing_is_kept_and_told_of_and_is_in_no_article(form: str, header: str) -> None:
    read = reading(HEAD + multipart("mixed", PLAIN + ARTICLE, base64_part(HEADERS[header], FORMS[form])))
    (article,) = read.articles
    assert ARTICLE in article.body_text
    assert "CHU TRONG HINH" not in article.body_text + str(article.set_aside)
    assert "hinh" not in article.body_html
    assert article.photos == ()
    assert [part.content for part in read.letter.parts] == [FORMS[form]]
    told = {finding.check for finding in read.findings if "hinh" in finding.message}
    assert "drawing_not_shown" in told
    assert "picture_unreadable" not in told  # it is whole
    assert article.attachments == () or header == "as text"


def test_a_letter_with_nothing_but_a_drawing_has_no_article_of_its_source() -> None:
    read = reading(HEAD + base64_part(HEADERS["as a drawing"], SVG))
    assert [article.body_text for article in read.articles if "CHU" in article.body_text] == []
    assert "drawing_not_shown" in {finding.check for finding in read.findings}


def test_a_drawing_that_the_text_shows_by_its_id_is_no_photo_of_it() -> None:
    header = "Content-Type: image/svg+xml; name=hinh.svg\r\nContent-ID: <h@songmau.example>\r\n"
    page = f'{HTML}<p>{ARTICLE}</p><img src="cid:h@songmau.example">'
    read = reading(HEAD + multipart("related", page, base64_part(header, SVG)))
    (article,) = read.articles
    assert article.photos == ()
    assert "<img" not in article.body_html


@pytest.mark.parametrize(
    "page",
    [
        "<title>Tin</title><p>{}</p>",
        "<!-- saved from url=(0014)about:internet -->\r\n<html><body><p>{}</p></body></html>",
        "\ufeff\r\n\t <html><p>{}</p></html>",
        "<!---->" * 90 + "<p>{}</p>",
    ],
)
@pytest.mark.parametrize("charset", ["utf-8", "utf-16"])
def test_a_page_that_came_as_a_file_is_read_as_a_page(page: str, charset: str) -> None:
    header = "Content-Type: application/octet-stream; name=tin.html\r\nContent-Disposition: attachment\r\n"
    file = base64_part(header, page.format(ARTICLE).encode(charset))
    read = reading(HEAD + multipart("mixed", f"{PLAIN}Gửi BBT.", file))
    (article,) = [article for article in read.articles if article.from_part == "tin.html"]
    assert ARTICLE in article.body_text
    assert "<" not in article.body_text
