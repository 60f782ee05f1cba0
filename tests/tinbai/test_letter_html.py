"""A letter's own HTML beside the draft: it keeps its looks, shows its own pictures, and can do nothing."""

import re
import time
from html.parser import HTMLParser

import pytest

from tests.attacks.table import HTML
from tinbai.clean import clean_letter

FORBIDDEN = frozenset(
    """script style svg math iframe object embed applet form input button select textarea link meta base frame
    frameset video audio source template noscript title""".split()
)
FORBIDDEN_ATTRIBUTES = frozenset(
    "action background class data formaction id name ping srcdoc srcset target xlink:href".split()
)


class LetterInspector(HTMLParser):
    """What a letter's HTML must not hold, wherever it may be shown."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.flaws: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in FORBIDDEN:
            self.flaws.append(tag)
        for name, value in attrs:
            if name.startswith("on") or name in FORBIDDEN_ATTRIBUTES:
                self.flaws.append(f"{tag}[{name}]")
            if name == "href" and not re.match(r"(?:https?|mailto|tel):", value or ""):
                self.flaws.append(f"href={value}")
            if name == "style" and re.search(r"url|expression|position|behavior|binding|[@\\\\]", value or ""):
                self.flaws.append(f"style={value}")


@pytest.mark.parametrize("attack", [attack.text for attack in HTML])
def test_nothing_that_can_act_comes_out_of_the_original_letter(attack):
    shown = clean_letter(f"<p>Trước</p>{attack}<p>Sau</p>", image=lambda _: None)
    assert LetterInspector(shown).flaws == []
    assert "Trước" in shown


def test_pictures_of_the_letter_are_shown_and_pictures_from_elsewhere_become_words():
    asked = []

    def image(source: str) -> str | None:
        asked.append(source)
        return {"cid:a@x": "/parts/1?a=1&b=2", "data:image/png;base64,AAAA": "/parts/2"}.get(source)

    html = (
        '<p><img src="cid:a@x" alt="một" onerror="alert(1)"><img src="data:image/png;base64,AA\nAA">'
        '<img src="cid:none"><img src="https://x.example/pixel.gif"><img src="data:image/svg+xml;base64,AAAA"></p>'
    )
    assert clean_letter(html, image=image) == (
        '<p><img alt="một" src="/parts/1?a=1&amp;b=2"><img src="/parts/2">'
        "[ảnh không có trong thư][ảnh ngoài đã chặn][ảnh ngoài đã chặn]</p>"
    )
    assert asked == ["cid:a@x", "data:image/png;base64,AAAA", "cid:none"]


def test_a_letter_cannot_name_a_picture_by_the_numbers_used_while_cleaning():
    html = '<img src="cid:0"><img src="inline-data:0"><img src="inline-data:9"><p title=\' src="cid:0"\'>x</p>'
    assert "/secret" not in clean_letter(html, image=lambda _: None)
    assert clean_letter(html, image=lambda _: None).count("[ảnh") == 3


@pytest.mark.parametrize("digits", ["0", "7", "9" * 30, "9" * 5000, "٣"])
def test_numbers_of_pictures_in_a_letters_own_text_mean_nothing(digits):
    text = f'<p>x src="cid:{digits}"</p>'
    assert clean_letter(text, image=lambda _: "/secret") == text
    forged = f'<img src="inline-data:{digits}"><img src="cid:{digits}"><p>thư</p>'
    assert "thư" in clean_letter(forged, image=lambda _: None)
    assert "src=" not in clean_letter(forged, image=lambda _: None)


def test_the_words_of_a_picture_that_is_not_shown_stay():
    html = '<p><img src="//x.example/a" alt="Lễ\n khai mạc"><img src="cid:a" alt="Sân"><img src="cid:b" alt="Ao"></p>'
    assert clean_letter(html, image={"cid:a": ""}.get) == (
        "<p>[ảnh ngoài đã chặn: Lễ khai mạc][ảnh xem ở danh sách tệp: Sân][ảnh không có trong thư: Ao]</p>"
    )


def test_a_picture_stays_whatever_its_words_are():
    html = '<img src="cid:a" alt="1 > 0, &quot;đẹp&quot;">'
    assert clean_letter(html, image=lambda _: "/p?a&b") == ('<img alt="1 &gt; 0, &quot;đẹp&quot;" src="/p?a&amp;b">')


def test_a_letter_keeps_its_colours_and_tables():
    html = (
        '<div style="color:red;font-size:14.0pt"><table bgcolor="#fff" width="100%"><tbody><tr>'
        '<td style="width:50%">x</td></tr></tbody></table></div>'
    )
    assert clean_letter(html, image=lambda _: None) == html


def test_megabytes_of_pictures_inside_a_letter_cost_next_to_nothing():
    html = "<p>thư</p>" + f'<img src="data:image/png;base64,{"A" * 5_000_000}">'
    began = time.process_time()
    assert clean_letter(html, image=lambda _: "/p") == '<p>thư</p><img src="/p">'
    assert time.process_time() - began < 2
