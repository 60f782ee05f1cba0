"""The rule on near-duplicates: copies are found however they were changed; what everybody writes is none."""

from collections.abc import Callable
from random import Random

import pytest

from tests.tinbai.checks.copies import RULE, earlier, html_of, sentences_changed, told, words_changed
from tests.tinbai.checks.everyday.all_paragraphs import PARAGRAPHS
from tinbai.checks import Checked, findings_of
from tinbai.checks.wording import near_duplicate
from tinbai.finding import Finding, Severity
from tinbai.shingles import sample, words_of

LINES = 5  # paragraphs of an article
ARTICLES = ["\n".join(PARAGRAPHS[n : n + LINES]) for n in range(0, len(PARAGRAPHS), LINES)]
SAMPLES = [sample(text, seed=1) for text in ARTICLES]
WORDS = " ".join(PARAGRAPHS).split()
SENTENCES = [f"Câu chuyện thứ {n} được kể lại bên bếp lửa trong đêm hội của bản làng vùng cao." for n in range(50)]
OWN = " ".join(SENTENCES[:5]) + "\n{taken}\n" + " ".join(SENTENCES[5:10])
BASES = (
    "Căn cứ Luật Tổ chức chính quyền địa phương; căn cứ Luật Ban hành văn bản quy phạm pháp luật; xét đề nghị của "
    "Trưởng phòng Kinh tế và Chánh Văn phòng HĐND và UBND xã; UBND xã thông báo tới các cơ quan, đơn vị, các thôn "
    "và toàn thể nhân dân trên địa bàn được biết, thực hiện và phản ánh vướng mắc về Văn phòng để được hướng dẫn."
)
REPORT = (
    "Trong tháng 9/2026, Hội Nông dân xã thu gom được 4,2 tấn rác thải, trong đó có 310 kg vỏ bao thuốc; 186 hội viên "
    "ở 7 thôn tham gia, dọn 12 km kênh mương và trồng 450 cây xanh. Các chi hội duy trì ngày thứ Bảy xanh, vận động "
    "hội viên phân loại rác tại nhà và thu gom vỏ chai ngoài đồng."
)
NEXT_REPORT = (
    REPORT.replace("tháng 9/2026", "tháng 10/2026").replace("4,2", "5,7").replace("310", "275").replace("186", "203")
    .replace("7 thôn", "8 thôn").replace("12 km", "15 km").replace("450", "520")
)  # fmt: skip


def about(text: str, *known: str) -> list[Finding]:
    return list(findings_of(RULE, Checked(body_html=html_of(text), body_text=text, earlier=earlier(known)), None))


PLANTED: dict[str, tuple[Callable[[str, Random], str], float]] = {
    "whole": (lambda text, _: text, 1.0),
    "10% of the sentences": (lambda text, rng: sentences_changed(text, 0.1, SENTENCES, rng), 1.0),
    "30% of the sentences": (lambda text, rng: sentences_changed(text, 0.3, SENTENCES, rng), 0.97),
    "10% of the words": (lambda text, rng: words_changed(text, 0.1, WORDS, rng), 1.0),
    "30% of the words": (lambda text, rng: words_changed(text, 0.3, WORDS, rng), 0.7),
}


@pytest.mark.parametrize("name", PLANTED)
def test_copies_are_found_and_named(name: str) -> None:
    change, least = PLANTED[name]
    rng = Random(8)
    found = sum(
        n in {each.article_id for each in told(change(text, rng), ARTICLES, SAMPLES)} for n, text in enumerate(ARTICLES)
    )
    assert found >= least * len(ARTICLES)


def test_a_paragraph_that_was_taken_is_a_hint_at_its_place() -> None:
    found = 0
    for number, text in enumerate(ARTICLES):
        taken = " ".join(text.split("\n")[1:3])
        for finding in told(OWN.format(taken=taken), ARTICLES, SAMPLES):
            found += 1
            assert (finding.article_id, finding.severity) == (number, Severity.HINT)
            assert (finding.where.field, finding.where.block) == ("body", 1)
    assert found >= 0.9 * len(ARTICLES)


def test_ordinary_articles_are_no_copies_of_one_another() -> None:
    assert [each for n, text in enumerate(ARTICLES) for each in told(text, ARTICLES[:n], SAMPLES[:n])] == []


def test_the_finding_names_the_earlier_article_and_the_share_in_words() -> None:
    (finding,) = about(ARTICLES[0], ARTICLES[1], ARTICLES[0])
    words = len(words_of(ARTICLES[0]))
    assert finding.severity is Severity.WARN
    assert finding.article_id == 1
    assert f"{words} trong {words} chữ (100%)" in finding.message
    assert "(AM-2026-0001)" in finding.message


def test_marks_case_and_punctuation_do_not_hide_a_copy() -> None:
    assert about(ARTICLES[0].upper().replace(",", " -").replace("Ò", "O"), ARTICLES[0])


def test_what_every_notice_says_is_no_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    notices = [f"{ARTICLES[n]}\n{BASES}" for n in range(4)]
    assert about(notices[3], *notices[:3]) == []
    monkeypatch.setattr(near_duplicate, "_FORMULA", 99)
    assert about(notices[3], *notices[:3]) != []


def test_next_months_report_in_last_months_words_is_no_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    assert about(NEXT_REPORT, REPORT) == []
    assert about(REPORT.replace("4,2", "4,3"), REPORT) != []
    monkeypatch.setattr(near_duplicate, "same_occasion", lambda *_: True)
    assert about(NEXT_REPORT, REPORT) != []


def test_a_few_words_in_common_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    short = "Sáng nay, tại Nhà văn hóa thôn Bãi Mẫu, Hội Nông dân xã An Mẫu họp bàn việc thu hoạch lúa mùa."
    known = f"{short} {ARTICLES[3]}"
    assert about(short, known) == []
    monkeypatch.setattr(near_duplicate, "_FEWEST_WORDS", 5)
    assert about(short, known) != []


def test_where_nothing_came_before_nothing_is_said() -> None:
    assert about(ARTICLES[0]) == []
    assert about("") == []
