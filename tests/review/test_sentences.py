"""Sentences of other parts, written down in Vietnamese, known again by their form when a page shows them in English."""

import re
from collections.abc import Mapping

import pytest

from review import sentences
from review.catalogues import holding_sentences, told
from review.language import LANGUAGES, SOURCE, speaking
from review.sentences import said
from tests.review.hard_coded import is_vietnamese
from tests.review.office import Office
from tests.review.route_things import put_on_portal
from tests.review.test_language import english
from tinbai.alarm import Alarm
from tinbai.article import Article, ArticleStatus
from tinbai.people import RoleName
from tinbai.publication import Publication, PublicationStatus
from tinbai.site import Site

SILENT = (
    "Hộp thư an-mau/chung không có thư mới đã 9 giờ làm việc (thư cuối: 09:30 ngày 20/11/2026), lâu hơn mọi khi. Hãy "
    "gửi thử một thư; nếu không về, báo đơn vị quản lý máy chủ thư."
)
HEARD_LAST = (
    "The mailbox an-mau/chung has had no new letter for 9 working hours (the last one: 09:30 on 20/11/2026), longer "
    "than usual. Send a test letter; if it does not come, tell whoever runs the mail server."
)
PLACE = re.compile(r"\{(\w+)\}")


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("", ""),
        ("Kết nối được", "Can be reached"),
        ("kết nối được", "can be reached"),
        ("Kết nối được, đúng phiên bản.", "Can be reached, at the right version."),
        ("Cổng “a: b”: Không kết nối được: x", "Portal “a: b”: No connection: x"),
        (
            "Máy chủ gửi thư: máy chủ từ chối đăng nhập; hãy kiểm tra username và password (chi tiết: {0} \\1)",
            "Server for outgoing mail: the server refused the log-in; check username and password (detail: {0} \\1)",
        ),
        (
            "Ảnh 1 (a (b); c.jpg) chưa có văn bản thay thế: có thể dùng chú thích.",
            "Photo 1 (a (b); c.jpg) has no alternative text yet: its caption can be used.",
        ),
        (SILENT, HEARD_LAST),
        ("Câu không ai biết; kết nối được", "Câu không ai biết; kết nối được"),
        ("Ảnh 1 (Kho tệp) thiếu chú thích.", "Photo 1 (Kho tệp) has no caption."),
        (
            "Ảnh 2 (a; 8:00 ngày 20/11/2026. Kho tệp.jpg) chưa có văn bản thay thế: có thể dùng chú thích.",
            "Photo 2 (a; 8:00 ngày 20/11/2026. Kho tệp.jpg) has no alternative text yet: its caption can be used.",
        ),
        (
            "Máy chủ không nhận từ khóa “8:00 ngày 20/11/2026”, thư đã lưu sẽ không được đánh dấu",
            "The server does not take the keyword “8:00 ngày 20/11/2026”, so stored letters will not be marked",
        ),
        ("“8:00 ngày 20/11/2026”", "“8:00 ngày 20/11/2026”"),
        ("Câu “Kho tệp: 8:00 ngày 20/11/2026”", "Câu “Kho tệp: 8:00 ngày 20/11/2026”"),
        ("Cổng “Kho tệp”: Kho tệp", "Portal “Kho tệp”: File store"),
        (
            ("Tạm giữ. Chưa biết người gửi: người gửi a@b.example chưa có trong danh sách cộng tác viên. Chú ý: tên "
            "miền b.example chỉ khác phần đuôi so với b.gov.example; thư mang tên “Lan” đã đăng ký, nhưng gửi từ địa "
            "chỉ khác. Bấm “Xác nhận người gửi” để nhận hoặc từ chối; chỉ cần trả lời một lần cho mỗi địa chỉ."),
            ("Held. The sender is not known: the sender a@b.example is not in the register of contributors yet. Note: "
            "the domain b.example differs from b.gov.example in its ending only; the letter bears the registered name "
            "“Lan” but comes from another address. Press “Confirm the sender” to accept or refuse; it is asked only "
            "once for each address."),
        ),
        (
            ("Tệp “a.xlsx” có 2 biểu đồ, 1 sơ đồ SmartArt chưa đưa được vào bài; chữ trong đó để ở phần “để riêng”. Đề "
            "nghị xem tệp gốc, hoặc xin người gửi ảnh chụp."),
            ("The file “a.xlsx” has what could not be put into the article (charts: 2, SmartArt: 1); the words in it "
            "are with what is set aside. See the original file, or ask the sender for a picture of it."),
        ),
        (
            ("Thư quá lớn, chỉ đọc phần đầu thư (giới hạn: 100.000). Thư gốc vẫn được giữ nguyên; hãy mở thư gốc để "
            "kiểm tra tiêu đề và người gửi."),
            ("The letter is too large: only its beginning was read (limit: 100.000). The original letter is kept as it "
            "is; open it to check the subject and the sender."),
        ),
        ("thân thư có 12 chữ, chỉ giới thiệu tệp", "the letter’s own text has 12 words, it only introduces the files"),
        (
            "có từ: hội nghị, tổng kết; chuyên mục thường dùng của đơn vị",
            "has the words: hội nghị, tổng kết; the unit’s usual column",
        ),
        (
            "Còn dấu vết soạn thảo (2 ghi chú; 1 chỗ tô màu: “Kho tệp”). Đề nghị kiểm tra trước khi trình duyệt.",
            "Traces of editing are left (comments: 2; highlighted places: 1: “Kho tệp”). Check them before submitting.",
        ),
    ],
)  # fmt: skip
def test_a_sentence_is_known_again_by_its_form(sentence: str, shown: str) -> None:
    assert said(sentence) == sentence
    with speaking("en"):
        assert said(sentence) == shown


def test_every_text_with_its_places_filled_is_known_again_whole() -> None:
    assert {text: shown for text in told("en") if (shown := wrongly_said(text))} == {}
    assert len(told("en")) > 500


def wrongly_said(text: str) -> str:
    """What is said in English, if it is Vietnamese, has not all of the values, or is another one with a full stop."""
    sentence = filled(text)
    with speaking("en"):
        shown = said(sentence)
        stopped = said(f"{sentence}.")
    all_there = shown.count("7") - words_of(text).count("7") == len(PLACE.findall(text))
    return "" if all_there and stopped == f"{shown}." and not is_vietnamese(shown) else shown


MOST_COMMON = 6  # letters


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - {SOURCE}))
def test_no_text_is_little_more_than_its_places_for_it_would_be_found_in_strangers_words(language: str) -> None:
    begun = [text for text in told(language) if text.startswith("{") and "digits" not in text]
    assert [text for text in begun if len(re.sub(r"\W", "", PLACE.sub("", text))) < MOST_COMMON] == []
    assert len(begun) > 10


def test_what_a_person_may_have_written_is_not_taken_apart() -> None:
    note = "Trùng với thư đã nhận (số 7). Bài chờ ảnh"
    with speaking("en"):
        assert said(note, whole=True) == note
        assert said(note).startswith("The same as a letter")
        assert said("Trùng với thư đã nhận (số 7).", whole=True).startswith("The same as a letter")


def filled(text: str) -> str:
    """With a stranger's name in each place, or figures where nothing else can be."""
    return PLACE.sub(lambda place: "7" if place[1].startswith("digits") else "§7", text)


def words_of(text: str) -> str:
    return PLACE.sub("", told("en")[text])


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - {SOURCE}))
def test_what_is_said_to_hold_sentences_is_a_place_outside_of_quotation_marks(language: str) -> None:
    holding = holding_sentences(language)
    assert holding
    for text, places in holding.items():
        quoted = PLACE.findall("".join(re.findall("“[^”]*”", text)))
        assert places <= set(PLACE.findall(text)) - set(quoted), text


ENDLESS = {
    "a date that is none": ":" * 150 + " ngày" * 40 + " " + "; " * 100 + "x.png",
    "a longer one": "1:" * 200 + " ngày 1/" * 60 + "; " * 60 + "x",
    "what parts sentences": "; " * 499 + "x",
    "what parts them in all ways": "a. b: c; " * 111,
    "beginnings": "Ảnh 1 (" * 142,
    "photos too small": "Ảnh 1 (" + "a) quá nhỏ: cạnh dài chỉ " * 39,
    "sentences, then what parts them": "Kho tệp; " * 55 + "; " * 252,
    "sentences only": "Kho tệp; " * 111,
    "sentences in sentences": "Cổng “a”: " * 99,
    "details": "x (chi tiết: " * 60 + ")" * 200,
    "names of mailboxes": "Hộp thư “" + "”: " * 330,
    "endings": "Ảnh " + ") thiếu chú thích. " * 52,
    "letters": "x" * 1_000,
}


MOST_COMPARED = 15_000  # pieces of one sentence with forms; without a budget one needs thirty times as many


@pytest.mark.parametrize("long", ENDLESS.values(), ids=list(ENDLESS))
@pytest.mark.parametrize("around", ["{}", "Ảnh 1 ({}) thiếu chú thích.", "Không kết nối được: {}"])
def test_an_endless_name_takes_no_endless_time(long: str, around: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted and not timed: each comparison with a form goes through the sentence once."""
    sentence = around.format(long)
    sentence = sentence if len(sentence) <= sentences._LONGEST else around.format(long[: 970 - len(around)])
    compared: list[str] = []
    values = sentences._Form.values

    def counted(form: sentences._Form, text: str) -> Mapping[str, str] | None:
        compared.append(text)
        return values(form, text)

    monkeypatch.setattr(sentences._Form, "values", counted)
    sentences._Search("en").said(sentence, sentences._DEEPEST)
    assert len(compared) < MOST_COMPARED


def test_without_counted_tries_some_would_take_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sentences, "_TRIES", 10**9)
    search, tries = sentences._Search("en"), 10**9
    search.said(ENDLESS["sentences, then what parts them"], sentences._DEEPEST)
    assert tries - search._left > 10_000


def test_a_sentence_is_looked_through_once() -> None:
    with speaking("en"):
        said("Kho tệp; " * 3)
        hits = sentences._said.cache_info().hits
        said("Kho tệp; " * 3)
    assert sentences._said.cache_info().hits == hits + 1


def test_what_is_longer_is_shown_as_it_is() -> None:
    with speaking("en"):
        assert said(long := "Kho tệp; " * 112) == long


def test_findings_alarms_and_a_portals_refusal_are_english_in_english_pages(office: Office) -> None:
    refusal = "dài quá mức cổng nhận: title (300 ký tự, tối đa 250); đề nghị rút gọn rồi duyệt lại"
    article_id = office.article(ArticleStatus.APPROVED, change=add_finding)
    put_on_portal(office, article_id, PublicationStatus.FAILED)
    with office.database.writing() as session:
        site = session.query(Site).filter_by(key="an-mau").one()
        session.add(
            Alarm(
                name="messages_failed", open="messages_failed", site_id=site.id, since=office.clock(),
                told_at=office.clock(), words="Có thư đọc ba lần không xong. Thư gốc vẫn được giữ: hãy mở trang Thư "
                "đến để xem.",
            )
        )  # fmt: skip
        session.query(Publication).filter_by(article_id=article_id).one().error = refusal
    visit = office.enter(RoleName.HEAD)
    page = visit.get(f"/articles/{article_id}").text
    assert "Tiêu đề dài" in page
    assert "Có thư đọc ba lần không xong" in page
    assert "dài quá mức cổng nhận" in page
    page = english(visit).get(f"/articles/{article_id}").text
    assert "The title has 36 words: it should be cut to" in page
    assert "A letter could not be read in three attempts" in page
    assert "longer than the portal takes: title (300 characters, at most 250); please cut it" in page


def add_finding(article: Article) -> None:
    assert article.revision is not None
    article.revision.findings = [
        {"check": "title_long", "severity": "warn", "where": {"field": "title"},
         "message": "Tiêu đề dài 36 chữ: nên rút gọn còn không quá 25 chữ.", "repairs": []}
    ]  # fmt: skip
