"""Each guard against cutting too much, or too little, taken away: the letter it is there for is then read wrongly."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from ingest.anatomy import attributions, letter_text, mail_headers, quote_marks, reply_lines
from ingest.anatomy.letter_text import read_letter_text
from ingest.anatomy.line_mark import Mark
from ingest.anatomy.quoted import split_blocks
from ingest.body import body_source
from ingest.openers import mail_roles
from ingest.parse import parse
from tests.ingest.forwards import ARTICLE, NOTES, TITLE, forward_of
from tests.ingest.not_quoted import ARTICLES, PAGES
from tests.ingest.replies import OWN, letter
from tinbai.blocks import text_of
from tinbai.limits import Limits

ALWAYS, NEVER = re.compile(""), re.compile(r"(?!)")
LIMITS = Limits()
SAID = "Vào Th 5, 15 thg 10, 2026 vào lúc 14:20 BBT <bbt.anmau@songmau.example> đã viết:"
OLDER_DEVICE = re.compile(r"^(?:(?:da |duoc |da duoc )?gui (?:tu|bang|qua) .{0,20}(?:iphone|dien thoai).{0,40})$")
LAO = '<div>Hội gửi lại.</div><div class="gmail_attr">ວັນທີ 15/10, BBT ຂຽນວ່າ:</div><div>cũ</div>'
SIGNED = '<div>Hội gửi lại.</div><div class="gmail_signature">Chúc một ngày tốt lành</div>'
HEADED = "Từ: BBT <bbt@songmau.example>\nĐã gửi: Thứ Năm, 15/10/2026 14:20\nĐến: hnd@songmau.example\nChủ đề: Tin"


BUS = "Có lịch.\n\nTừ: Bến xe\nĐến: Sông Mẫu\nNgày: 20/10\nChủ đề: Xe\n\nGiá vé."
YEAR = "Vào năm 1968, Bác viết:\n\nThi đua."
PASSED_ON = [TITLE, *ARTICLE]


@dataclass(frozen=True, kw_only=True)
class Case:
    """A guard: where it stands, what is put in its place, and the letter that needs it with what is kept of it."""

    owner: object
    name: str
    broken: object
    content: str
    kept: Sequence[str]
    subject: str = "Re: Tin bài"


def nothing(*_: object) -> None:
    """A step that does not do anything."""


def yes(*_: object, **__: object) -> bool:
    """A question that is always answered so."""
    return True


def no(*_: object, **__: object) -> bool:
    """A question that is always answered so."""
    return False


def lines(text: str) -> list[str]:
    """What is kept when nothing is cut."""
    return [line for line in text.split("\n") if line]


def an_article(owner: object, name: str, broken: object, trap: str, subject: str = "Tin bài") -> Case:
    """A guard that one of the articles needs."""
    text = ARTICLES[trap]
    return Case(owner=owner, name=name, broken=broken, content=text, kept=lines(text), subject=subject)


def a_page(owner: object, name: str, broken: object, trap: str) -> Case:
    """A guard that one of the pages needs."""
    content, kept = PAGES[trap]
    return Case(owner=owner, name=name, broken=broken, content=content, kept=kept, subject="Tin bài")


def a_reply(owner: object, name: str, broken: object, content: str, *kept: str) -> Case:
    """A guard that an answer needs."""
    return Case(owner=owner, name=name, broken=broken, content=content, kept=kept)


def a_forward(owner: object, name: str, broken: object, client: str, subject: str) -> Case:
    """A guard that a letter needs which passes an article on."""
    content = forward_of(client, "vi", NOTES["a request"], is_html=False).content
    return Case(owner=owner, name=name, broken=broken, content=content, kept=PASSED_ON, subject=subject)


def every_bar_is_a_quotation(marks: list[Mark], barred: Sequence[int]) -> None:
    """What would be without the guard."""
    for number in barred:
        marks[number] = Mark.QUOTE


JUDGE = reply_lines._Judge
CASES = {
    "the text above": a_reply(
        attributions, "_begins_later", no, f"Ngày 15/10, Hội gửi.\n{SAID}\n> cũ", "Ngày 15/10, Hội gửi."
    ),
    "prose with an hour": an_article(attributions, "_is_quoted", yes, "a quotation with its hour"),
    "a year is no hour": a_reply(attributions, "_CLOCK", ALWAYS, YEAR, *lines(YEAR)),
    "dates that programs write": a_reply(mail_headers, "_PROGRAM_DATE", ALWAYS, BUS, *lines(BUS)),
    "texts above": a_reply(
        JUDGE, "_has_text_before", yes, '<div class="gmail_signature">Hội gửi tin</div>', "Hội gửi tin"
    ),
    "forms": an_article(mail_headers, "_FORM_LINE", NEVER, "a form with an hour", "Re: Tin bài"),
    "examples": an_article(JUDGE, "_is_certain", yes, "a letter shown as an example"),
    "sentences below a rule": a_page(reply_lines, "_is_sentence", no, "a table first"),
    "sentences below two dashes": an_article(reply_lines, "_is_sentence", no, "two items parted by two dashes"),
    "sentences marked as signatures": a_page(
        reply_lines, "_is_sentence", no, "a short article written into the place of the signature"
    ),
    "list marks": an_article(JUDGE, "_quotes_a_letter", yes, "list marks at the end"),
    "bars": a_page(quote_marks, "_mark_barred", every_bar_is_a_quotation, "a quotation set off at the end"),
    "long texts marked as signatures": a_page(
        reply_lines, "_LONGEST_SIGNATURE", 1_000, "an article written into the place of the signature"
    ),
    "sentences about telephones": an_article(
        quote_marks, "_BY_FOLDED", ((Mark.DEVICE, OLDER_DEVICE),), "phones in the text"
    ),
    "roles": a_reply(quote_marks, "_mark_by_role", nothing, LAO, "Hội gửi lại."),
    "names of elements": a_reply(mail_roles, "_NAMES", {}, SIGNED, "Hội gửi lại."),
    "marked signatures": a_reply(JUDGE, "_marked_signature", nothing, SIGNED, "Hội gửi lại."),
    "answers": a_reply(JUDGE, "_is_content", yes, f"{OWN[0]}\n\n{HEADED}\n\ncũ", OWN[0]),
    "notes": a_forward(letter_text, "_set_note_aside", nothing, "gmail", "Fwd: tin thon"),
    "forwarding without saying so": a_forward(reply_lines, "passes_on", no, "outlook old", "Tin tuần 40"),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_without_its_guard_a_letter_is_read_wrongly(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    assert kept_of(case) == list(case.kept)
    monkeypatch.setattr(case.owner, case.name, case.broken)
    assert kept_of(case) != list(case.kept)


def kept_of(case: Case) -> list[str]:
    """Of a letter that passes another on what becomes the article, else what is no quotation and no signature."""
    raw = letter(case.content, case.subject, is_html=case.content.startswith("<"))
    source = body_source(parse(raw, LIMITS), LIMITS).source
    if case.kept is PASSED_ON:
        return [text_of(block) for _, block in read_letter_text(source, case.subject).sheet.left()]
    return [text_of(block) for block in split_blocks(source.blocks if source else (), case.subject).blocks]
