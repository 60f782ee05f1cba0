"""The queue: what filters find, how it is searched, who sees what, and how rows speak."""

from collections.abc import Callable
from datetime import timedelta
from urllib.parse import parse_qsl

import pytest
from sqlalchemy import delete, select

from review.marks import has_doubtful_figures
from review.queue_filters import Filters, filters_of
from tests.review.office import Office, Visit
from tinbai.article import Article, ArticleStatus
from tinbai.article_search import ArticleSearch
from tinbai.indexing import index_missing
from tinbai.kind import Kind
from tinbai.message import Message, MessageStatus
from tinbai.people import Contributor, RoleName, Unit
from tinbai.restriction import Restriction
from tinbai.revision import Revision


def titles(visit: Visit, **asked: str) -> list[str]:
    """The titles of the rows, in order, without the marks on hits."""
    page = visit.get("/", params={"status": "all", **asked}).text
    parts = page.split('<h2 class="row-title">')[1:]
    return [each.split(">", 1)[1].split("</a>")[0].replace("<mark>", "").replace("</mark>", "") for each in parts]


def findings(*names: str, severity: str = "warn") -> list[dict[str, object]]:
    return [{"check": name, "severity": severity, "where": {"field": "body"}, "message": "?"} for name in names]


def with_findings(office: Office, article_id: int, *names: str, severity: str = "warn") -> None:
    """The article's newest revision, as the checks would have written it."""
    with office.database.writing() as session:
        article = session.get_one(Article, article_id)
        revision = Revision(
            article_id=article_id, number=2, made_at=office.clock(), title="Có lỗi", body_html="<p>a</p>",
            findings=findings(*names, severity=severity),
        )  # fmt: skip
        session.add(revision)
        session.flush()
        article.revision_id = revision.id


def test_each_filter_finds_its_own_and_nothing_else(office: Office) -> None:
    def change(article: Article) -> None:
        article.kind = Kind.DOCUMENT

    office.article(title="Một", column="van-hoa")
    office.article(title="Hai", change=change)
    office.article(title="Ba", column=None)
    with office.database.writing() as session:
        one = session.scalars(select(Article).order_by(Article.id)).first()
        assert one is not None
        one.unit_id = session.scalars(select(Unit.id).where(Unit.site_id == one.site_id)).one()
        one.contributor_id = session.scalars(select(Contributor.id)).one()
    visit = office.enter(RoleName.EDITOR)
    assert titles(visit) == ["Ba", "Hai", "Một"]
    assert titles(visit, column="van-hoa") == ["Một"]
    assert titles(visit, column="none") == ["Ba"]
    assert titles(visit, kind="document") == ["Hai"]
    assert titles(visit, unit="hnd") == ["Một"]
    assert titles(visit, sender="nong dan") == ["Một"]
    assert titles(visit, sender="Công ty") == []
    assert titles(visit, column="khong-co") == ["Ba", "Hai", "Một"]


def test_whose_an_article_is(office: Office) -> None:
    mine, other = office.article(title="Của tôi"), office.article(title="Của người khác")
    office.article(title="Chưa ai nhận")
    visit = office.enter(RoleName.EDITOR)
    assert visit.post(f"/articles/{mine}/claim", {"seen": "1"}).status_code == 303
    assert office.enter(RoleName.EDITOR).post(f"/articles/{other}/claim", {"seen": "1"}).status_code == 303
    assert titles(visit, who="mine") == ["Của tôi"]
    assert titles(visit, who="nobody") == ["Chưa ai nhận"]
    assert titles(visit, who="somebody") == ["Của người khác", "Của tôi"]
    assert "Bạn đang giữ từ 15/10/2026 12:00" in visit.get("/?status=editing").text


def test_since_when_begins_anew_when_an_article_is_taken_over(office: Office) -> None:
    article = office.article()
    office.enter(RoleName.EDITOR).post(f"/articles/{article}/claim", {"seen": "1"})
    office.clock.move(hours=1)
    visit = office.enter(RoleName.EDITOR)
    assert visit.post(f"/articles/{article}/claim", {"seen": "1"}).status_code == 303
    assert "Bạn đang giữ từ 15/10/2026 13:00" in visit.get("/?status=editing").text


def test_findings_are_found_by_rule_and_by_severity(office: Office) -> None:
    office.article(title="Không lỗi")
    with_findings(office, office.article(), "caption_missing")
    with_findings(office, office.article(), "title_missing", severity="block")
    visit = office.enter(RoleName.EDITOR)
    assert len(titles(visit, check="caption_missing")) == 1
    assert len(titles(visit, severity="block")) == 1
    assert titles(visit, check="caption_missing", severity="block") == []


def test_age_is_told_by_when_an_article_came(office: Office) -> None:
    def old(article: Article) -> None:
        article.created_at -= timedelta(days=5)

    office.article(title="Cũ", change=old)
    office.article(title="Mới")
    visit = office.enter(RoleName.EDITOR)
    assert titles(visit, age="1d") == ["Mới"]
    assert titles(visit, age="7d") == ["Mới", "Cũ"]
    assert titles(visit, age="3d+") == ["Cũ"]
    assert titles(visit, age="30d+") == []
    office.clock.move(days=40)
    visit = office.enter(RoleName.EDITOR)
    assert titles(visit, age="1d") == []
    assert titles(visit, age="30d+") == ["Mới", "Cũ"]


def test_words_are_found_in_title_code_and_text_with_any_marks(office: Office) -> None:
    office.article(title="Tập huấn trồng nấm rơm", body_html="<p>Đảng ủy xã dự khai mạc.</p>")
    visit = office.enter(RoleName.EDITOR)
    for words in ("nam rom", "NẤM RƠM", "dang uy", "Đảng uỷ", "khai mạ", "khai ma", "rơm tập"):
        assert titles(visit, words=words) == ["Tập huấn trồng nấm rơm"], words
    for words in ("nấm hương", "rơmm", "ang uy", "'; --", '" OR 1', "nấm NOT rơm", "*"):
        found = titles(visit, words=words)
        assert found == ([] if any(each.isalpha() for each in words) else ["Tập huấn trồng nấm rơm"]), words


def test_the_same_marks_come_first_then_any_others_page_by_page(office: Office) -> None:
    for number in range(35):
        office.article(title=f"{'Đảng bộ' if number % 2 else 'Dâng bồ'} lần {number}")
    visit = office.enter(RoleName.EDITOR)
    found, path = [], "/?status=all&words=%C4%91%E1%BA%A3ng+b%E1%BB%99"
    while path:
        page = visit.get(path).text
        found += [each.split("</a>")[0] for each in page.split('<h2 class="row-title">')[1:]]
        older = [link for link in page.split("<a ") if "Cũ hơn" in link]
        path = older[0].split('href="')[1].split('"')[0].replace("&amp;", "&") if older else ""
    assert ["Đảng" in each for each in found] == [True] * 17 + [False] * 18
    assert len(set(found)) == 35
    numbers = [int(each.rsplit(" ", 1)[1]) for each in found]
    assert numbers == sorted(numbers[:17], reverse=True) + sorted(numbers[17:], reverse=True)


def test_the_two_ways_of_placing_a_tone_are_one_word(office: Office) -> None:
    office.article(title="Ủy ban hòa giải")
    office.article(title="Uy bàn hoá giai")
    assert titles(office.enter(RoleName.EDITOR), words="uỷ hoà")[0] == "Ủy ban hòa giải"


def test_hits_are_marked_and_nothing_of_a_text_is_ever_markup(office: Office) -> None:
    office.article(title="Nấm <b>rơm</b> & nắm", body_html="<p>Trồng nấm &lt;script&gt; ở thôn.</p>")
    page = office.enter(RoleName.EDITOR).get("/", params={"status": "all", "words": "nam"}).text
    assert "<mark>Nấm</mark> &lt;b&gt;rơm&lt;/b&gt; &amp; <mark>nắm</mark>" in page
    assert "Trồng <mark>nấm</mark> &lt;script&gt;" in page


def test_a_save_is_found_by_its_new_words_and_no_more_by_the_old(office: Office) -> None:
    article = office.article(title="Tên cũ")
    visit = office.enter(RoleName.EDITOR)
    form = {
        "title": "Tên khác hẳn", "summary": "", "body_html": "<p>Nội dung.</p>", "byline": "", "author": "",
        "source": "", "genre": "", "column": "kinh-te", "seen": "1",
    }  # fmt: skip
    assert visit.post(f"/articles/{article}/revisions", form).status_code == 303
    assert titles(visit, words="khac han") == ["Tên khác hẳn"]
    assert titles(visit, words="cũ") == []


def restricted(office: Office) -> int:
    """An article whose letter a later reading has restricted."""
    letter = office.letter(MessageStatus.DRAFTED)
    article = office.article(title="Nội dung kín", change=lambda each: setattr(each, "message_id", letter))
    with office.database.writing() as session:
        session.get_one(Message, letter).restriction = Restriction.SECRET
    return article


def test_a_restricted_article_is_not_there_for_others_and_its_text_in_no_index(office: Office) -> None:
    article = restricted(office)
    office.article(title="Nội dung khác")
    editor, head = office.enter(RoleName.EDITOR), office.enter(RoleName.HEAD)
    assert titles(editor) == ["Nội dung khác"]
    assert titles(head) == ["Nội dung khác", "Nội dung kín"]
    assert titles(head, words="kín") == []
    for path in ("", "/reading", "/history"):
        assert editor.get(f"/articles/{article}{path}").status_code == 404
        assert head.get(f"/articles/{article}{path}").status_code == 200
    assert "kín" not in editor.get(f"/queue/news?status=all&seen={article}:x").text
    assert "kín" in head.get(f"/queue/news?status=all&seen={article}:x").text
    with office.database.reading() as session:
        assert session.get_one(ArticleSearch, article).terms == []


def test_what_was_written_past_the_session_is_indexed_by_the_job(office: Office) -> None:
    article = office.article(title="Ghi thẳng vào bảng")
    with office.database.writing() as session:
        session.execute(delete(ArticleSearch))
    visit = office.enter(RoleName.EDITOR)
    assert titles(visit, words="bảng") == []
    assert index_missing(office.database, batch=1) == 1
    assert titles(visit, words="bảng") == ["Ghi thẳng vào bảng"]
    assert index_missing(office.database) == 0
    with office.database.writing() as session:
        session.get_one(ArticleSearch, article).revision_id = 0
    assert index_missing(office.database) == 1


def test_deadlines_run_in_working_hours_and_sort_the_list(office: Office) -> None:
    def came(**ago: float) -> Callable[[Article], None]:
        return lambda article: setattr(article, "arrived_at", article.created_at - timedelta(**ago))

    office.article(title="Vừa đến")
    office.article(title="Hôm kia", change=came(days=2))
    office.article(title="Sáng nay", change=came(hours=3))
    office.article(ArticleStatus.PUBLISHED, title="Đã đăng", change=came(days=9))
    visit = office.enter(RoleName.EDITOR)
    assert titles(visit, sort="deadline") == ["Hôm kia", "Sáng nay", "Vừa đến"]
    assert titles(visit, late="1") == ["Hôm kia"]
    page = visit.get("/?status=new").text
    assert page.count("Quá hạn") == 1
    assert "hạn <time" in page
    office.clock.move(days=2)
    assert office.enter(RoleName.EDITOR).get("/?status=new").text.count("Quá hạn") == 3


def test_the_list_by_deadline_is_read_page_by_page(office: Office) -> None:
    for number in range(33):

        def came(article: Article, ago: int = number // 2) -> None:
            article.arrived_at = article.created_at - timedelta(minutes=ago)

        office.article(title=f"Bài {number:02}", change=came)
    visit = office.enter(RoleName.EDITOR)
    page = visit.get("/?status=new&sort=deadline").text
    older = next(link for link in page.split("<a ") if "Cũ hơn" in link).split('href="')[1].split('"')[0]
    rest = visit.get(older.replace("&amp;", "&")).text
    assert [f"Bài {number:02}" in page for number in range(33)].count(True) == 30
    assert [f"Bài {number:02}" in rest for number in range(33)].count(True) == 3


def test_badges_say_what_matters_before_an_article_is_opened(office: Office) -> None:
    letter = office.letter(MessageStatus.HELD)
    held = office.article(change=lambda each: setattr(each, "message_id", letter))
    with_findings(office, held, "sum_parts")
    office.clock.move(hours=1)
    page = office.enter(RoleName.EDITOR).get("/").text
    for words in ("Mới", "Thư tạm giữ", "Số liệu cần kiểm tra", "Thiếu ảnh"):
        assert f">{words}</li>" in page
    office.clock.move(days=1)
    assert ">Mới</li>" not in office.enter(RoleName.EDITOR).get("/").text


def test_counts_stop_at_a_cap(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(4):
        office.article()
    visit = office.enter(RoleName.EDITOR)
    assert 'Mới tiếp nhận <span class="tab-count">4</span>' in visit.get("/").text
    monkeypatch.setattr("review.queue.CAP", 3)
    monkeypatch.setattr("review.pages.queue.CAP", 3)
    assert 'Mới tiếp nhận <span class="tab-count">2+</span>' in visit.get("/").text


@pytest.mark.parametrize("query", ["status=nonsense", "before=x", "before=~", "open=x", "open=999999", "site=khong-co"])
def test_an_address_that_is_none_is_not_found(office: Office, query: str) -> None:
    assert office.enter(RoleName.EDITOR).get(f"/?{query}").status_code == 404


def test_what_is_asked_for_goes_into_an_address_and_back() -> None:
    asked = Filters(status="all", column="van-hoa", words="đảng bộ & 'x'", who="mine", late="1", sort="deadline")
    assert filters_of(dict(parse_qsl(asked.query()))) == asked
    assert asked.query(who="", late="") == asked.query().replace("&who=mine", "").replace("&late=1", "")
    assert filters_of({"who": "everybody", "kind": "x", "status": ""}) == Filters()


def test_the_reading_pane_stands_beside_the_list_without_scripts(office: Office) -> None:
    article = office.article(title="Bài để đọc")
    page = office.enter(RoleName.EDITOR).get(f"/?open={article}").text
    assert f'action="/articles/{article}/claim"' in page
    assert 'class="reading-pane"' in page


@pytest.mark.parametrize(
    ("name", "ignored", "told"),
    [("share_wrong", None, True), ("event_date", None, True), ("unit_form", None, False), ("punctuation", None, False),
     ("share_wrong", {"by": "A", "reason": "B"}, False)],
)  # fmt: skip
def test_figures_are_doubtful_where_a_rule_on_them_speaks_and_nobody_passed_it_over(
    name: str, ignored: object, *, told: bool
) -> None:
    finding = findings(name)[0] | ({"ignored": ignored} if ignored else {})
    assert has_doubtful_figures(Article(revision=Revision(findings=[finding]))) is told
