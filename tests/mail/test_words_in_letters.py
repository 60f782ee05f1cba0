"""What the rules on words, people, places, documents and privacy say of the acceptance letters: that, and no more.

Above hints the list is whole; hints that are named in a case are looked for one by one.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from ingest.read import read
from tests.tinbai.checks.words_measured import RULES
from tinbai.finding import Finding, Severity
from tinbai.limits import Limits
from tinbai.site_data import load

HERE = Path(__file__).parent
LETTERS = sorted((HERE / "letters").glob("*.eml"))
# Check and words that the finding is about, sorted. Every letter that is not here has none.
ABOVE_HINTS: Mapping[str, Sequence[tuple[str, str]]] = {
    "07-so-lieu-sai": [("district_ended", "huyện Cũ Mẫu"), ("leader_title", "Chủ tịch")],
    "10-ket-luan-to-cao": [
        ("denouncer", "Tạ Thị Ẩn Danh"), ("denouncer", "sinh năm 1970"), ("denouncer", "trú tại thôn Cầu Giả"),
        ("personal_number", "001170000000"), ("personal_number", "0900000009"),
    ],
    "11-sao-chep": [("copied_from_press", "(Theo Báo Minh Họa)"), ("traces_left", "[số vụ: ...]")],
    "13-hoi-dap": [("personal_number", "0900000010")],
}  # fmt: skip


@pytest.fixture(scope="module")
def told() -> Mapping[str, Sequence[tuple[Finding, str]]]:
    """The findings of our rules with the words that they are about, letter by letter."""
    site = load(HERE / "site.toml")
    found: dict[str, list[tuple[Finding, str]]] = {}
    for path in LETTERS:
        reading = read(path.read_bytes(), site=site, limits=Limits())
        found[path.stem] = [
            (each, _words(article.body_text.split("\n"), article.title or "", each))
            for article in reading.articles
            for each in article.findings
            if each.check in RULES
        ]
    return found


def _words(paragraphs: Sequence[str], title: str, finding: Finding) -> str:
    where = finding.where
    text = title if where.field == "title" else paragraphs[where.block or 0] if where.field == "body" else ""
    return text[where.start : where.end] if where.start is not None else ""


@pytest.mark.parametrize("name", [path.stem for path in LETTERS])
def test_above_hints_a_letter_gives_exactly_what_its_case_says(
    name: str, told: Mapping[str, Sequence[tuple[Finding, str]]]
) -> None:
    heavy = sorted((each.check, words) for each, words in told[name] if each.severity is not Severity.HINT)
    assert heavy == list(ABOVE_HINTS.get(name, []))


@pytest.mark.parametrize(
    ("check", "words", "repair"),
    [("words_confused", "nghành", "ngành"), ("words_confused", "sữa chữa", "sửa chữa"), ("tone_styles", "HOÁ", "HÓA"),
     ("leader_title", "Chủ tịch", "Phó Chủ tịch")],
)  # fmt: skip
def test_the_slips_of_the_seventh_letter_come_with_their_repair(
    check: str, words: str, repair: str, told: Mapping[str, Sequence[tuple[Finding, str]]]
) -> None:
    assert (check, words, (repair,)) in [
        (each.check, said, tuple(each.repairs)) for each, said in told["07-so-lieu-sai"]
    ]


def test_the_good_contributor_hears_nothing(told: Mapping[str, Sequence[tuple[Finding, str]]]) -> None:
    assert told["01-nam-rom"] == []


def test_what_a_denouncer_said_stands_in_no_message(told: Mapping[str, Sequence[tuple[Finding, str]]]) -> None:
    messages = " ".join(each.message for each, _ in told["10-ket-luan-to-cao"])
    assert not any(secret in messages for secret in ("Ẩn Danh", "1970", "0900000009", "001170000000", "Cầu Giả"))
