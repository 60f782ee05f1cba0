"""Remarks of the board: who is told, what is kept, and that nobody changes it afterwards."""

import pytest

from tests.review.office import Office, Visit
from tinbai.event import history
from tinbai.notice import Notice
from tinbai.people import Notify, RoleName, User
from tinbai.remark import Remark


def named(office: Office, name: str, role: RoleName = RoleName.EDITOR, **options: str) -> Visit:
    visit = office.enter(role, **options)
    with office.database.writing() as session:
        user = session.query(User).order_by(User.id.desc()).first()
        assert user is not None
        user.name, user.email = name, f"user{user.id}@songmau.example"
    return visit


def told(office: Office) -> dict[str, str]:
    """Who has a notice, and what it says."""
    with office.database.reading() as session:
        names = {user.id: user.name for user in session.query(User)}
        return {names[notice.user_id]: notice.words for notice in session.query(Notice)}


def say(visit: Visit, article_id: int, words: str, **more: object) -> int:
    return int(visit.post(f"/articles/{article_id}/remarks", {"words": words, **more}).status_code)


def test_a_remark_stands_on_the_page_and_in_the_history_with_its_author(office: Office) -> None:
    article_id, visit = office.article(), named(office, "Vũ Thị Biên Tập")
    assert say(visit, article_id, "Xem lại <b>số liệu</b>\nở đoạn 2.") == 303
    page = visit.get(f"/articles/{article_id}").text
    assert "Xem lại &lt;b&gt;số liệu&lt;/b&gt;" in page
    with office.database.reading() as session:
        event = session.scalars(history("article", article_id)).all()[-1]
    assert (event.decision, event.actor, event.before, event.after) == ("remark", "Vũ Thị Biên Tập", None, None)
    assert "nêu ý kiến" in visit.get(f"/articles/{article_id}/history").text


def test_who_is_named_is_told_and_nobody_else(office: Office) -> None:
    article_id, visit = office.article(), named(office, "Vũ Thị Biên Tập")
    for name in ("Lê Văn Lan", "Lê Văn Lan Anh", "Trần Thị Cúc"):
        named(office, name)
    say(visit, article_id, "Nhờ @lê văn lan anh và @Trần Thị Cúc, xem giúp. Thư: cuc@songmau.example")
    assert set(told(office)) == {"Lê Văn Lan Anh", "Trần Thị Cúc"}
    assert "Vũ Thị Biên Tập nhắc tới đồng chí" in told(office)["Trần Thị Cúc"]


def test_who_is_ticked_is_told_once_even_if_named_too(office: Office) -> None:
    article_id, visit = office.article(), named(office, "Vũ Thị Biên Tập")
    named(office, "Trần Thị Cúc")
    with office.database.reading() as session:
        cuc = session.query(User).filter_by(name="Trần Thị Cúc").one().id
    assert say(visit, article_id, "Xem giúp @Trần Thị Cúc", to=[str(cuc), "999999"]) == 303
    assert set(told(office)) == {"Trần Thị Cúc"}


def test_who_wants_to_hear_nothing_is_not_told_but_stands_in_the_remark(office: Office) -> None:
    article_id, visit = office.article(), named(office, "Vũ Thị Biên Tập")
    named(office, "Trần Thị Cúc")
    with office.database.writing() as session:
        session.query(User).filter_by(name="Trần Thị Cúc").one().notify = Notify.NONE
    say(visit, article_id, "Xem giúp @Trần Thị Cúc")
    assert told(office) == {}
    assert "Nhắc tới: Trần Thị Cúc" in visit.get(f"/articles/{article_id}").text


def test_a_stranger_to_the_board_is_not_told_and_oneself_neither(office: Office) -> None:
    article_id, visit = office.article(), named(office, "Vũ Thị Biên Tập")
    named(office, "Người Ngoài", site_key="dong-thu")
    say(visit, article_id, "@Người Ngoài @Vũ Thị Biên Tập")
    assert told(office) == {}


@pytest.mark.parametrize(("words", "answer"), [(" \n", 422), ("x" * 4_001, 422), ("x" * 4_000, 303)])
def test_a_remark_without_words_or_without_end_is_refused(office: Office, words: str, answer: int) -> None:
    assert say(office.enter(RoleName.EDITOR), office.article(), words) == answer


def test_a_remark_is_settled_once_and_says_by_whom(office: Office) -> None:
    article_id, visit = office.article(), named(office, "Vũ Thị Biên Tập")
    say(visit, article_id, "Xem lại số liệu.")
    with office.database.reading() as session:
        path = f"/articles/{article_id}/remarks/{session.query(Remark).one().id}/settlement"
    assert path in visit.get(f"/articles/{article_id}").text
    assert visit.post(path).status_code == 303
    page = visit.get(f"/articles/{article_id}").text
    assert "Đã giải quyết: Vũ Thị Biên Tập" in page
    assert path not in page
    assert visit.post(path).status_code == 409


def test_no_address_changes_or_removes_a_remark(office: Office) -> None:
    article_id, visit = office.article(), office.enter(RoleName.HEAD)
    say(visit, article_id, "Nguyên văn.")
    with office.database.reading() as session:
        remark_id = session.query(Remark).one().id
    for path in (f"/articles/{article_id}/remarks/{remark_id}", f"/articles/{article_id}/remarks"):
        for method in ("PUT", "PATCH", "DELETE"):
            assert visit.client.request(method, path).status_code in {404, 405}
    with office.database.reading() as session:
        assert session.query(Remark).one().words == "Nguyên văn."


def test_a_remark_of_another_article_is_not_found_here(office: Office) -> None:
    first, second, visit = office.article(), office.article(), office.enter(RoleName.HEAD)
    say(visit, first, "Ý kiến.")
    with office.database.reading() as session:
        remark_id = session.query(Remark).one().id
    assert visit.post(f"/articles/{second}/remarks/{remark_id}/settlement").status_code == 404
