"""Where nothing is quoted, nothing is cut; and where the text above a quotation looks like part of it, it is kept."""

from html import escape

import pytest

from ingest.anatomy.quoted import BlockReply, split_blocks
from ingest.body import body_source
from ingest.parse import parse
from tests.ingest.not_quoted import ARTICLES, PAGES
from tests.ingest.replies import letter
from tinbai.blocks import Paragraph, Role, Span, text_of
from tinbai.limits import Limits

LIMITS = Limits()
SAID = "Vào Th 5, 15 thg 10, 2026 vào lúc 14:20 BBT <bbt.anmau@songmau.example> đã viết:"
ABOVE = (
    "Ngày 15/10/2026, Hội gửi lại tệp đúng.",
    "Ngày 15/10/2026 Hội gửi lại tệp",
    "15/10 là hạn cuối",
    "Vào lúc 14:20 Hội đã gọi cho anh",
    "Lúc 7:30 sáng mai Hội nộp bài!",
    "Kính gửi Ban biên tập <bbt.anmau@songmau.example>",
    "Hội gửi bài tại đây <",
)


def split(content: str, subject: str, *, is_html: bool) -> BlockReply:
    source = body_source(parse(letter(content, subject, is_html=is_html), LIMITS), LIMITS).source
    return split_blocks(source.blocks if source else (), subject)


def paragraphs_as_html(text: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in text.split("\n") if line)


@pytest.mark.parametrize("is_html", [False, True], ids=["plain", "html"])
@pytest.mark.parametrize("text", ARTICLES.values(), ids=ARTICLES.keys())
def test_nothing_is_cut_from_an_article(text: str, *, is_html: bool) -> None:
    reply = split(paragraphs_as_html(text) if is_html else text, "Tin bài", is_html=is_html)
    lines = [text_of(block) for block in reply.blocks]
    assert (lines, reply.set_aside) == ([line for line in text.split("\n") if line], ())
    assert (reply.forwarded, reply.passed_on) == (None, 0)


@pytest.mark.parametrize(("page", "kept"), PAGES.values(), ids=PAGES.keys())
def test_nothing_is_cut_from_a_page(page: str, kept: list[str]) -> None:
    reply = split(page, "Tin bài", is_html=True)
    assert [text_of(block) for block in reply.blocks] == kept
    assert reply.set_aside == ()


def test_only_the_mark_of_a_line_is_taken_from_text_with_a_bar() -> None:
    spans = (Span(text="> một"), Span(text="> hai\n> ba"), Span(text="\n"), Span(text="> bốn"))
    reply = split_blocks([Paragraph(spans=spans, role=Role.BARRED)], "Tin bài")
    assert [text_of(block) for block in reply.blocks] == ["một> hai\nba\nbốn"]


@pytest.mark.parametrize("above", ABOVE)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_the_line_above_an_attribution_is_no_part_of_it(above: str, between: str) -> None:
    reply = split(f"Kính gửi BBT.\n\n{above}{between}{SAID}\n\n> cũ", "Re: Tin bài", is_html=False)
    assert [text_of(block) for block in reply.blocks] == ["Kính gửi BBT.", above]


@pytest.mark.parametrize(
    "said",
    [
        "Vào Th 5, 15 thg 10, 2026 vào lúc 14:20 Ban biên tập xã\nAn Mẫu <bbt@songmau.example> đã viết:",
        "Vào Th 5, 15 thg 10, 2026 vào lúc 14:20 BBT <\nbbt@songmau.example> đã viết:",
        "Vào Th 5, 15 thg 10, 2026 vào lúc 14:20 BBT <bbt@songmau.example> đã\nviết:",
        "On Thu, Oct 15, 2026 at 2:20 p.m.\nBBT <bbt@songmau.example>\nwrote:",
        "Vào Th 5, 15 thg 10, 2026 vào lúc 14:20\n\nBBT\n\n<bbt@songmau.example>\n\nđã viết:",
    ],
)
def test_an_attribution_that_was_wrapped_is_one(said: str) -> None:
    reply = split(f"Hội gửi lại.\n\n{said}\n\ncũ", "Re: Tin bài", is_html=False)
    assert [text_of(block) for block in reply.blocks] == ["Hội gửi lại."]


@pytest.mark.parametrize(
    ("said", "is_html"),
    [
        ('<div class="gmail_attr">ວັນທີ 15 ຕຸລາ 2026, BBT &lt;bbt@songmau.example&gt; ຂຽນວ່າ:</div>', True),
        ('<div class="moz-cite-prefix">ថ្ងៃទី 15/10/2026 14:20, BBT សរសេរ៖</div>', True),
        ('<div id="divRplyFwdMsg">ຈາກ: BBT<br>ສົ່ງ: 15/10/2026 14:20<br>ເຖິງ: Hội<br>ຫົວຂໍ້: Tin</div>', True),
        ('<div id="x_divRplyFwdMsg">ຈາກ: BBT<br>ສົ່ງ: 15/10/2026 14:20<br>ເຖິງ: Hội<br>ຫົວຂໍ້: Tin</div>', True),
        ('<div class="OutlookMessageHeader"><hr>จาก: BBT<br>ส่ง: 15/10/2026 14:20<br>ถึง: Hội</div>', True),
        (
            '<div style="border:none;border-top:1pt solid rgb(225, 225, 225)"><p>จาก: BBT<br>ส่ง: 15/10/2026</p></div>',
            True,
        ),
        ('<div class="yahoo_quoted"><div>เมื่อ 15/10/2026 BBT เขียนว่า:</div></div>', True),
    ],
)
def test_in_any_language_the_program_s_own_mark_tells_what_leads_in(said: str, *, is_html: bool) -> None:
    old = '<blockquote class="gmail_quote"><div>cũ</div></blockquote>' if "Rply" not in said else "<div>cũ</div>"
    reply = split(f"<div>Hội gửi lại.</div><br>{said}{old}", "Re: Tin bài", is_html=is_html)
    assert [text_of(block) for block in reply.blocks] == ["Hội gửi lại."]


@pytest.mark.parametrize(
    "element",
    [
        'div class="gmail_signature"',
        'div id="AppleMailSignature"',
        'div class="moz-signature"',
        'div id="Signature"',
        'div id="x_Signature"',
        'div data-marker="__SIG_PRE__"',
        'div id="ms-outlook-mobile-signature"',
    ],
)
def test_a_signature_that_only_the_program_marks_is_set_aside(element: str) -> None:
    table = "<table><tr><td>Vũ Thị Thí Điểm</td><td>Hội Nông dân</td></tr></table>"
    page = f"<div>Hội gửi lại.</div><{element}><div>Chúc một ngày tốt lành</div>{table}</div>"
    reply = split(page, "Tin bài", is_html=True)
    assert [text_of(block) for block in reply.blocks] == ["Hội gửi lại."]
    assert [piece.why for piece in reply.set_aside] == ["chữ ký cuối thư"]
