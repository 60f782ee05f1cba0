"""What is done from the queue: several articles at once, saved filters, and news of what others do."""

import re

import pytest

from tests.review.office import Office, Visit
from tinbai.article import ArticleStatus
from tinbai.event import Event
from tinbai.people import RoleName
from tinbai.saved_filter import MOST, MOST_SHARED


def several(visit: Visit, action: str, *articles: int, seen: int = 1, **form: str) -> str:
    data = {"action": action, "article": [f"{key}:{seen}" for key in articles], "query": "status=new", **form}
    answer = visit.post("/queue/decisions", data)
    assert answer.status_code == 200, answer.text
    return str(answer.text)


def test_several_articles_are_claimed_submitted_and_approved_at_once(office: Office) -> None:
    keys = [office.article(title=f"Bài {number}") for number in range(3)]
    visit = office.enter(RoleName.HEAD)
    assert "Đã nhận xử lý 3 bài" in several(visit, "claim", *keys)
    assert "Đã trình duyệt 3 bài" in several(visit, "submission", *keys)
    assert "Đã duyệt 3 bài" in several(visit, "approval", *keys)
    assert {office.read(key).status for key in keys} == {ArticleStatus.APPROVED}


def test_what_fails_is_said_of_each_and_holds_up_no_other(office: Office) -> None:
    good, gone, foreign = office.article(title="Bài được"), 99_999, office.article(site_key="dong-thu", title="Bài lạ")
    untitled, published = office.article(title="", column=None), office.article(ArticleStatus.PUBLISHED)
    page = several(office.enter(RoleName.EDITOR), "submission", good, gone, foreign, untitled, published)
    assert "Đã trình duyệt 1 bài" in page
    assert "4 bài chưa làm được" in page
    assert page.count("Không tìm thấy bài này nữa.") == 2
    assert "Bài chưa có tiêu đề." in page
    assert "tình trạng không làm được việc này" in page
    assert "Bài lạ" not in page
    assert office.read(good).status is ArticleStatus.SUBMITTED


def test_nobody_decides_about_a_version_he_has_not_seen(office: Office) -> None:
    article = office.article()
    page = several(office.enter(RoleName.EDITOR), "claim", article, seen=7)
    assert "Có người vừa thay đổi bài này" in page
    assert office.read(article).status is ArticleStatus.NEW


def test_one_reason_serves_for_all(office: Office) -> None:
    keys = [office.article() for _ in range(2)]
    visit = office.enter(RoleName.EDITOR)
    for action in ("return", "rejection"):
        answer = visit.post("/queue/decisions", {"action": action, "article": [f"{keys[0]}:1"], "note": " "})
        assert answer.status_code == 422
    assert "Đã từ chối 2 bài" in several(visit, "rejection", *keys, note="Trùng với tin đã đăng")
    with office.database.reading() as session:
        assert {each.note for each in session.query(Event).filter_by(decision="reject")} == {"Trùng với tin đã đăng"}
    again = [office.article() for _ in range(2)]
    assert "Đã trả lại 2 bài" in several(visit, "return", *again, note="Bổ sung ảnh")


def test_the_column_of_several_is_changed_where_one_may(office: Office) -> None:
    inside, outside = office.article(column="van-hoa"), office.article(column="kinh-te")
    page = several(office.enter(RoleName.EDITOR, column="van-hoa"), "column", inside, outside, column="kinh-te")
    assert "Đã đổi chuyên mục 1 bài" in page
    assert "Bạn không có quyền làm việc này với bài này." in page
    column = office.read(inside).column
    assert column is not None
    assert column.key == "kinh-te"


@pytest.mark.parametrize("form", [{"action": "explode", "article": "1:1"}, {"action": "claim"}])
def test_nothing_to_do_says_so(office: Office, form: dict[str, str]) -> None:
    office.article()
    assert office.enter(RoleName.EDITOR).post("/queue/decisions", form).status_code == 422


def test_a_filter_is_saved_counted_replaced_and_removed(office: Office) -> None:
    office.article(column="van-hoa")
    office.article()
    visit = office.enter(RoleName.EDITOR)
    for query in ("status=all", "status=new&column=van-hoa&evil=<b>"):
        assert visit.post("/queue/filters", {"name": "Văn hóa <i>", "query": query}).status_code == 303
    page = visit.get("/").text
    assert re.search(r'column=van-hoa"[^>]*>Văn hóa &lt;i&gt; <span class="tab-count">1</span>', page)
    assert "evil" not in page
    assert page.count("Bỏ bộ lọc") == 1
    key = re.search(r"/queue/filters/(\d+)/removal", page)
    assert key is not None
    assert office.enter(RoleName.HEAD).post(key[0]).status_code == 404
    assert "Văn hóa &lt;i&gt;" not in office.enter(RoleName.HEAD).get("/").text
    assert visit.post(key[0]).status_code == 303
    assert "Văn hóa &lt;i&gt;" not in visit.get("/").text


def test_a_shared_filter_is_seen_by_the_board_and_removed_by_its_owner_or_the_head(office: Office) -> None:
    office.article()
    owner, editor, head = (office.enter(role) for role in (RoleName.EDITOR, RoleName.EDITOR, RoleName.HEAD))
    stranger = office.enter(RoleName.HEAD, site_key="dong-thu")
    for name in ("Họp sáng", "Họp chiều"):
        owner.post("/queue/filters", {"name": name, "query": "status=new", "shared": "1"})
    owner.post("/queue/filters", {"name": "Của riêng", "query": "status=new"})
    page = editor.get("/").text
    assert re.search(r'Họp sáng <span class="tab-count">1</span> <span class="queue-owner">của [^<]+</span>', page)
    assert "Của riêng" not in page
    assert "Bỏ bộ lọc" not in page
    assert "Họp sáng" not in stranger.get("/").text
    keys = re.findall(r"/queue/filters/\d+/removal", head.get("/").text)
    assert len(keys) == 2
    assert [visit.post(keys[0]).status_code for visit in (editor, stranger)] == [404, 404]
    assert head.post(keys[0]).status_code == 303
    assert owner.post(keys[1]).status_code == 303
    assert "queue-owner" not in editor.get("/").text


def test_a_shared_filter_saved_again_without_the_mark_is_ones_own_again(office: Office) -> None:
    owner, other = office.enter(RoleName.EDITOR), office.enter(RoleName.EDITOR)
    for form in ({"shared": "1"}, {}):
        owner.post("/queue/filters", {"name": "Họp sáng", "query": "status=new"} | form)
    assert "Họp sáng" in owner.get("/").text
    assert "Họp sáng" not in other.get("/").text


def test_the_board_has_a_limit_of_shared_filters(office: Office) -> None:
    first, second = office.enter(RoleName.EDITOR), office.enter(RoleName.EDITOR)
    for number in range(MOST_SHARED):
        form = {"name": f"{number}", "query": "status=all", "shared": "1"}
        assert first.post("/queue/filters", form).status_code == 303
    one_more = {"name": "một nữa", "query": "status=all"}
    assert second.post("/queue/filters", one_more | {"shared": "1"}).status_code == 422
    assert second.post("/queue/filters", one_more).status_code == 303
    assert first.post("/queue/filters", {"name": "1", "query": "status=new", "shared": "1"}).status_code == 303


def test_a_saved_filter_counts_words_and_findings_too(office: Office) -> None:
    office.article(title="Nấm rơm")
    visit = office.enter(RoleName.EDITOR)
    visit.post("/queue/filters", {"name": "Nấm", "query": "status=all&words=nam"})
    visit.post("/queue/filters", {"name": "Ảnh", "query": "status=all&check=caption_missing"})
    page = visit.get("/").text
    assert 'Nấm <span class="tab-count">1</span>' in page
    assert 'Ảnh <span class="tab-count">0</span>' in page


def test_filters_without_a_name_and_too_many_are_refused(office: Office) -> None:
    visit = office.enter(RoleName.EDITOR)
    assert visit.post("/queue/filters", {"name": " ", "query": "status=all"}).status_code == 422
    for number in range(MOST):
        assert visit.post("/queue/filters", {"name": f"{number}", "query": "status=all"}).status_code == 303
    assert visit.post("/queue/filters", {"name": "một nữa", "query": "status=all"}).status_code == 422
    assert visit.post("/queue/filters", {"name": "1", "query": "status=new"}).status_code == 303


def test_news_tell_of_new_articles_and_of_rows_that_say_otherwise(office: Office) -> None:
    first = office.article(title="Bài một")
    visit, other = office.enter(RoleName.EDITOR), office.enter(RoleName.EDITOR)
    page = visit.get("/").text
    seen = ",".join(":".join(pair) for pair in re.findall(r'data-id="(\d+)" data-stamp="([^"]+)"', page))
    assert visit.get("/queue/news", params={"seen": seen}).json() == {"new": 0, "rows": {}}
    office.article(title="Bài hai")
    office.clock.move(minutes=1)
    other.post(f"/articles/{first}/claim", {"seen": "1"})
    told = visit.get("/queue/news", params={"seen": seen}).json()
    assert told["new"] == 1
    assert list(told["rows"]) == [str(first)]
    assert "đang giữ" in told["rows"][str(first)]
    assert "queue-moved" in told["rows"][str(first)]


def test_what_moves_up_from_the_next_page_is_not_told_as_new(office: Office) -> None:
    keys = [office.article() for _ in range(32)]
    visit = office.enter(RoleName.EDITOR)
    pairs = re.findall(r'data-id="(\d+)" data-stamp="([^"]+)"', visit.get("/").text)
    seen = ",".join(":".join(pair) for pair in pairs)
    visit.post(f"/articles/{keys[-1]}/claim", {"seen": "1"})
    assert visit.get("/queue/news", params={"seen": seen}).json()["new"] == 0
    office.article()
    assert visit.get("/queue/news", params={"seen": seen}).json()["new"] == 1


@pytest.mark.parametrize("seen", ["x", "1", "1:", ":", "-1:x", "99999999999999:x", "1:x," * 500, "²:x"])
def test_news_bear_any_address(office: Office, seen: str) -> None:
    office.article()
    assert office.enter(RoleName.EDITOR).get("/queue/news", params={"seen": seen}).status_code == 200


def test_news_of_another_site_are_not_told(office: Office) -> None:
    foreign = office.article(site_key="dong-thu", title="Bài lạ")
    assert office.enter(RoleName.EDITOR).get(f"/queue/news?seen={foreign}:x").json() == {"new": 0, "rows": {}}
    assert office.enter(RoleName.EDITOR).get("/queue/news?site=dong-thu").status_code == 404
