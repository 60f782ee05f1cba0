"""What is kept of a letter and what is set aside, and that no word is lost between the two."""

import re
import time
from collections import Counter

import pytest

from ingest.anatomy.mail_headers import Forwarded
from ingest.anatomy.quoted import split_blocks
from ingest.openers.plain import plain_source
from tests.ingest.split_text import split_text
from tinbai.blocks import Paragraph, Picture, Span, plain, text_of

KEPT = "Hội gửi lại tệp đúng."
HISTORIES = {
    "gmail": "Vào Th 5, 15 thg 10, 2026 lúc 14:20 BBT An Mẫu <bbt@songmau.example> đã viết:\n> cũ",
    "gmail folded": "Vào lúc 14:20 Th 5, 15 thg 10, 2026, BBT An Mẫu <\nbbt@songmau.example> đã viết:\n\n> cũ",
    "thunderbird": "Vào 14:20, 15/10/2026, BBT An Mẫu đã viết:\n> cũ",
    "english": "On Thu, Oct 15, 2026 at 2:20 PM BBT <bbt@songmau.example> wrote:\n> cũ",
    "outlook": "-----Thư gốc-----\nTừ: BBT <bbt@songmau.example>\nĐã gửi: 15/10\nChủ đề: Tin\n\ncũ",
    "outlook web": "________________\nTừ: BBT\nĐã gửi: Thứ Năm, 15/10/2026\nĐến: Hội\nChủ đề: Tin\n\ncũ",
    "zimbra": 'Từ: "BBT" <bbt@songmau.example>\nĐến: "Hội" <hnd@songmau.example>\nĐã gửi: Thứ Năm\nChủ đề: Tin\n\ncũ',
    "original": "-----Original Message-----\nFrom: BBT\n\ncũ",
    "forwarded in an answer": "---------- Forwarded message ---------\nFrom: BBT <bbt@songmau.example>\n\ncũ",
}
OWN = {
    "a quotation in an article": "Trong thư ngày 15/10/1968, Bác Hồ đã viết:\n\nCác cháu hãy cố gắng.",
    "a form": "Kính gửi BBT\nTiêu đề: Hội Nông dân ra quân\nNgười gửi: Mô Phỏng\nNgày: 20/10\nNội dung tin",
    "items divided by asterisks": "Tin một.\n*****\nTin hai.\n*****\nTin ba.",
    "a dash in a text": "Tin một - và hai -- và ba",
    "a quotation only": "> Chỉ có trích dẫn.",
}


@pytest.mark.parametrize("history", HISTORIES.values(), ids=HISTORIES.keys())
def test_history_is_set_aside(history: str) -> None:
    reply = split_text(f"{KEPT}\n\n{history}", "Re: Tin bài")
    assert reply.text == KEPT
    assert any(piece.why == "thư cũ được trích lại" for piece in reply.set_aside)


@pytest.mark.parametrize("text", OWN.values(), ids=OWN.keys())
def test_what_only_looks_like_history_is_kept(text: str) -> None:
    whole = [text_of(block) for block in plain_source(text).blocks]
    assert split_text(text, "Tin bài") == split_text(text, None)
    assert split_text(text, "Tin bài").kept == whole


@pytest.mark.parametrize(
    ("ending", "why"),
    [
        ("--\nVũ Thị Thí Điểm\nĐT: 0900 000 001", "chữ ký cuối thư"),
        ("Đã gửi từ iPhone của tôi", "dòng chữ do máy hoặc ứng dụng tự thêm"),
        ("Email này và các tệp đính kèm có thể chứa thông tin bảo mật.", "lời lưu ý tự động cuối thư"),
        ("Virus-free. www.quetvirus.example", "lời lưu ý tự động cuối thư"),
        ("------", "đường kẻ"),
    ],
)
def test_signatures_and_footers_are_set_aside_with_their_reason(ending: str, why: str) -> None:
    reply = split_text(f"{KEPT}\n\n{ending}", "Tin bài")
    assert (reply.text, [piece.why for piece in reply.set_aside]) == (KEPT, [why])


def test_an_answer_below_the_quotation_is_kept() -> None:
    reply = split_text(f"Vào 14:20, 15/10/2026, A đã viết:\n> cũ\n\n{KEPT}", "Re: Tin")
    assert reply.text == KEPT


def test_forwarded_text_is_the_content_of_a_forwarding_letter() -> None:
    text = (
        "Chuyển BBT 03 tin.\n\n---------- Forwarded message ---------\n"
        "From: Thôn Đồng Thử <thon.dongthu@songmau.example>\nDate: Vào 20:30, CN, 4 thg 10, 2026\n"
        "Subject: tin thon\nTo: vhxh@songmau.example\n\nThôn gửi các anh tin văn nghệ ạ."
    )
    date = "Vào 20:30, CN, 4 thg 10, 2026"
    sender = Forwarded(name="Thôn Đồng Thử", address="thon.dongthu@songmau.example", date=date)
    reply = split_text(text, "Fwd: Fwd: Chuyển tiếp: tin bài")
    assert reply.text.split() == "Chuyển BBT 03 tin. Thôn gửi các anh tin văn nghệ ạ.".split()
    assert (reply.forwarded, [piece.why for piece in reply.set_aside]) == (sender, ["phần đầu của thư chuyển tiếp"])
    assert split_blocks([plain(line) for line in text.split("\n") if line], "Fwd: x").forwarded == sender


def test_what_apple_mail_quotes_when_it_forwards_loses_its_quotation_marks() -> None:
    text = (
        "Gửi BBT\n\nBắt đầu thư được chuyển tiếp:\n\n"
        "> Từ: Hội <h@x.example>\n> Ngày: 15/10\n> Đến: y\n>\n> Nội dung bài"
    )
    assert split_text(text, "Tin bài").text.split() == ["Gửi", "BBT", "Nội", "dung", "bài"]


def test_of_a_paragraph_with_several_lines_the_kept_ones_stay_with_their_marks() -> None:
    paragraph = Paragraph(spans=(Span(text="Tin "), Span(text="đậm\n", bold=True), Span(text="--\nVũ Thị Thí Điểm")))
    picture = Picture(sha256="0" * 64)
    reply = split_blocks([paragraph, picture])
    assert reply.blocks == (Paragraph(spans=(Span(text="Tin "), Span(text="đậm", bold=True))), picture)
    assert [piece.text for piece in reply.set_aside] == ["--\nVũ Thị Thí Điểm"]


@pytest.mark.parametrize("subject", ["Re: Tin", "Fwd: Tin", "Tin", None])
@pytest.mark.parametrize("text", [*HISTORIES.values(), *OWN.values()])
def test_every_word_is_kept_or_set_aside(text: str, subject: str | None) -> None:
    text = f"{KEPT}\n\n{text}\n\nĐã gửi từ iPhone của tôi\n-- \nHội"
    reply = split_text(text, subject)
    assert words(reply.text, *(piece.text for piece in reply.set_aside)) == words(text)
    split = split_blocks([plain(part) for part in text.split("\n\n")], subject)
    assert words(*map(text_of, split.blocks), *(piece.text for piece in split.set_aside)) == words(text)


@pytest.mark.parametrize(
    "line", ["-----", "> a\nb", "From: a", "Vào 1 <a@b", "a\n-- ", "---------- Forwarded message ---------"]
)
def test_many_marks_cost_linear_time(line: str) -> None:
    started = time.process_time()
    split_text(f"{line}\n" * 4_000, "Re: x")
    assert time.process_time() - started < 4


def words(*texts: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", " ".join(texts)))
