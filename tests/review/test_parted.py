"""An article that another reading of its letter parted off: what can be asked for it, and what cannot."""

from typing import Any

import pytest
from sqlalchemy import select

from tests.review.office import Office, Visit
from tests.review.test_choices import ask, chosen, drafted, reread
from tinbai.article import Article
from tinbai.people import RoleName
from tinbai.rereading import Rereading

PARTED = [
    chosen("source", "body", 0.96, [("raw", "chép nguyên toàn văn")]),
    chosen("items", "several", 0.85, [("one", "gộp 2 phần của văn bản này thành một bài")]),
    chosen("encoding", "unicode", 0.5, [("viqr", "VIQR: “Đêm văn nghệ”")]),
]


@pytest.fixture
def editor(office: Office) -> Visit:
    return office.enter(RoleName.EDITOR)


def split_in_two(office: Office, editor: Visit) -> tuple[int, int]:
    """An article that was split, and the one that was parted off, as ingest leaves them."""
    whole = drafted(office, _offering_several)
    ask(editor, whole, "items", "several")
    part = drafted(office, _parted)
    with office.database.writing() as session:
        letter = session.get_one(Article, whole).message_id
        article = session.get_one(Article, part)
        assert article.revision is not None
        article.ordinal = 1
        article.message_id = article.revision.message_id = letter
    reread(office, whole, made=[{"id": part, "code": "AM-2"}])
    return whole, part


def _offering_several(article: Article) -> None:
    assert article.revision is not None
    article.revision.chosen = [chosen("items", "one", 0.8, [("several", "tách thành nhiều bài")])]


def _parted(article: Article) -> None:
    assert article.revision is not None
    article.revision.chosen = PARTED


def wish_for(office: Office, article_id: int) -> Any:
    with office.database.reading() as session:
        return session.scalars(select(Rereading.wish).where(Rereading.article_id == article_id)).all()[-1]


def test_a_parted_article_is_read_anew_by_itself(office: Office, editor: Visit) -> None:
    _, part = split_in_two(office, editor)
    assert "Đọc lại:" in editor.get(f"/articles/{part}").text
    assert ask(editor, part, "encoding", "viqr").status_code == 303
    wish = wish_for(office, part)
    assert (wish["items"], wish["part"], wish["encoding"]) == ("several", 1, "viqr")


def test_what_it_was_parted_from_is_read_anew_without_making_it_once_more(office: Office, editor: Visit) -> None:
    whole, _ = split_in_two(office, editor)
    assert ask(editor, whole, "encoding", "viqr", seen="2").status_code == 303
    assert (wish_for(office, whole)["items"], wish_for(office, whole)["part"]) == ("several", 0)


def test_merging_is_done_at_the_article_it_came_from_and_the_page_says_so(office: Office, editor: Visit) -> None:
    whole, part = split_in_two(office, editor)
    page = editor.get(f"/articles/{part}").text
    assert f"bài này được tách ra khi đọc lại thư cho bài {office.read(whole).code}" in page
    assert "gộp 2 phần" not in page
    assert ask(editor, part, "items", "one").status_code == 422
