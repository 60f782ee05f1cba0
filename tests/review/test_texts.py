"""Every text of the pages goes through gettext, and every one has its English."""

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message

from review.catalogues import PAGES, SCRIPTS, TOLD, forms_of, read
from scripts.words import gathered
from tests.review.hard_coded import in_code, in_script, in_sheet, in_template, is_vietnamese

REVIEW = Path("review")
# What stays Vietnamese: the guide for contributors, and the slip for the office's files.
PAPERS = {"guide.html", "guides.html", "slip.html", "slip.py"}
NAMES = {"language.py"}  # of the languages, each in itself
Find = Callable[[str], Iterator[str]]
KINDS: tuple[tuple[str, Find], ...] = (
    ("templates/**/*.html", in_template), ("**/*.py", in_code), ("static/*.js", in_script), ("static/*.css", in_sheet),
)  # fmt: skip
NAMED = re.compile(r"%\((\w+)\)s|\{(\w+)[^}]*\}")


@pytest.mark.parametrize(("files", "find"), KINDS, ids=["templates", "code", "scripts", "style sheets"])
def test_every_vietnamese_text_goes_through_gettext(files: str, find: Find) -> None:
    paths = [path for path in sorted(REVIEW.glob(files)) if path.name not in PAPERS | NAMES]
    assert {str(path): found for path in paths if (found := list(find(path.read_text("utf-8"))))} == {}
    assert len(paths) > 5


PLANTED: tuple[tuple[Find, str], ...] = (
    (in_template, "<p>Lưu bản sửa</p>"),
    (in_template, '<p aria-label="Đóng">x</p>'),
    (in_template, '{{ title or "(chưa có tiêu đề)" }}'),
    (in_template, '{% trans name="Đơn vị" %}of {{ name }}{% endtrans %}'),
    (in_code, 'def save():\n    """Lưu."""\n    return "Đã lưu"'),
    (in_code, 'words = f"Bản {number} của {name}"'),
    (in_code, 'found.append(Mark(text="Quá hạn"))'),
    (in_script, 'say("Đang lưu…");'),
    (in_script, "say(`Còn ${left} giây`);"),
    (in_sheet, 'ins::before { content: " [thêm] "; }'),
)
TRANSLATED: tuple[tuple[Find, str], ...] = (
    (in_template, '<p title="{{ _("Đóng") }}">{% trans name=a or _("Đơn vị") %}Của {{ name }}{% endtrans %}</p>'),
    (in_template, '{# Không ai thấy. #}{{ counted("%(number)s bài", number) }}'),
    (in_code, 'def save():\n    """Lưu."""\n    return _("Đã lưu")'),
    (in_code, 'DONE = Words({"saved": "Đã lưu"})\nrecord(kept(f"Bản {number}"))'),
    (in_script, '// Lưu.\nsay(_("Đang lưu…"));\nsay(`${_("Còn lại")} 3`); /* Đóng */'),
    (in_sheet, 'ins::before { content: " [thêm] "; }\nhtml[lang="en"] ins::before { content: " [added] "; }'),
)


@pytest.mark.parametrize(("find", "planted"), PLANTED)
def test_a_text_that_is_planted_outside_of_gettext_is_found(find: Find, planted: str) -> None:
    assert list(find(planted))


@pytest.mark.parametrize(("find", "source"), TRANSLATED)
def test_what_is_translated_is_not_held_against_anybody(find: Find, source: str) -> None:
    assert list(find(source)) == []


@pytest.mark.parametrize("domain", [PAGES, SCRIPTS, TOLD])
def test_the_catalogue_has_every_text_of_the_code_and_no_other(domain: str) -> None:
    """Else: `.venv/bin/python scripts/words.py`, and translate what is empty."""
    assert keys(read("en", domain)) == keys(gathered()[domain])


def keys(catalogue: Catalog) -> set[tuple[str | None, str]]:
    return {(message.context, str(message.id)) for message in catalogue if message.id}


@pytest.mark.parametrize("domain", [PAGES, SCRIPTS, TOLD])
def test_every_text_has_an_english_one_that_fits(domain: str) -> None:
    assert {str(message.id): found for message in read("en", domain) if message.id and (found := wrong(message))} == {}


def wrong(message: Message) -> str:
    """What is wrong with a translation; "" when nothing is."""
    source, forms = forms_of(message.id)[0], forms_of(message.string)
    if not all(forms) or message.fuzzy:
        return "not translated"
    if not isinstance(message.id, str) and len(forms) != 2:
        return "English has two forms"
    for form in forms:
        if is_vietnamese(form):
            return "still Vietnamese"
        if named(form) != named(source):
            return "names other things"
        if tags(form) != tags(source) or '"' in re.sub(r"<[^>]*>", "", form):
            return "other HTML"
        if form[:1].isspace() != source[:1].isspace() or form[-1:].isspace() != source[-1:].isspace():
            return "other spaces at its ends"
    return ""


def named(text: str) -> set[str]:
    return {one or other for one, other in NAMED.findall(text)}


class Tags(HTMLParser):
    """The elements with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, ...]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, *map(str, attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.found.append((f"/{tag}",))


def tags(text: str) -> list[tuple[str, ...]]:
    """In any order: a sentence may turn round in another language."""
    return sorted(Tags(text).found)


MISFITS = (
    ("Lưu", ""),
    ("Lưu", "Lưu"),
    ("Bản %(number)s", "Version"),
    ("Còn {number} giây", "{count} seconds"),
    ("Mở <a href='/pin'>PIN</a>", "Open <a href='/spin'>PIN</a>"),
    ("Lưu", 'The "Save" button'),
    ("Lưu ", "Save"),
)


@pytest.mark.parametrize(("source", "translation"), MISFITS)
def test_a_translation_that_does_not_fit_is_found(source: str, translation: str) -> None:
    assert wrong(Message(source, translation))
    assert wrong(Message((source, source), ("One", "")))


def test_a_text_that_the_code_says_and_the_catalogue_does_not_is_found() -> None:
    now = gathered()[SCRIPTS]
    now.add("Chưa có trong danh mục")
    assert keys(read("en", SCRIPTS)) != keys(now)
