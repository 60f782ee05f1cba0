"""Texts of very many character references, in pieces: the same HTML, in time that grows with its length."""

import time

import pytest

from tinbai import clean as module
from tinbai.clean import clean, clean_letter
from tinbai.html_pieces import in_pieces

MANY = 60_000


def test_a_comment_stands_before_a_reference_and_never_in_one() -> None:
    html = "<p title='&amp;'>a" + "&amp;x" * 2_500 + "</p>"
    pieces = in_pieces(html).split("<!---->")
    assert "".join(pieces) == html
    assert [piece.count("&amp;") for piece in pieces] == [1_001, 1_000, 500]
    assert all(piece.startswith("&amp;") for piece in pieces[1:])


@pytest.mark.parametrize(
    "html",
    [
        "a &amp; " * 900,
        f"<a href='?{'a=b&amp;' * 3_000}'>x</a>",
        f"<!--{'&' * 3_000}-->",
        f"<!{'&' * 3_000}>",
        "".join(f"<p>{'&nbsp;' * 900}</p>" for _ in range(3)),
    ],
    ids=["few", "an address", "a comment", "a declaration", "few in each paragraph"],
)
def test_what_is_no_long_text_is_left_as_it_is(html: str) -> None:
    assert in_pieces(html) == html


@pytest.mark.parametrize("unit", ["&", "&amp;", "&#7845; ", "a &lt;b&gt; ", "&<", "</&", "&amp", "<&!--"])
@pytest.mark.parametrize("around", ["{}", "<p>{}</p>", "<table><tr><td>{}</table>", "<table>{}", "<pre>{}", "<b>{}"])
def test_it_is_cleaned_as_if_it_were_one(unit: str, around: str, monkeypatch: pytest.MonkeyPatch) -> None:
    html = around.format(unit * 2_500)
    apart = clean(html), clean_letter(html, image=lambda _: None)
    monkeypatch.setattr(module, "in_pieces", lambda html: html)
    assert apart == (clean(html), clean_letter(html, image=lambda _: None))


def test_without_pieces_the_parser_needs_the_square(monkeypatch: pytest.MonkeyPatch) -> None:
    html = "<p>" + "a &amp; " * MANY
    layers = module._Layers(
        first=module._FIRST, arrange=list, bleach=module._article_bleach, last=module._LAST
    )  # fmt: skip
    began = time.process_time()
    first, last = module._through_nh3(layers, html), module._through_nh3_again(layers, html)
    apart = time.process_time() - began
    monkeypatch.setattr(module, "in_pieces", lambda html: html)
    began = time.process_time()
    assert (first, last) == (module._through_nh3(layers, html), module._through_nh3_again(layers, html))
    assert apart * 2 < time.process_time() - began
