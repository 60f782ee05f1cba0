"""A corrected version taken paragraph by paragraph, and versions compared word by word and mark by mark."""

from itertools import count

import pytest

from review import paragraph_difference
from review.draft_form import Draft, DraftPhoto
from review.mark_difference import changed_marks
from review.paragraph_difference import MOST_ELEMENTS, hunk_rows, hunks, swapped
from tests.review.office import Office, Visit
from tests.review.test_saving import form_of, save
from tinbai.article import Article
from tinbai.people import RoleName
from tinbai.revision import Revision

OLD = "<p>Một.</p><p>Hai có 45 người.</p><p>Ba.</p><p>Bốn.</p>"
NEW = "<p>Một.</p><p>Hai có 54 người.</p><p>Bốn.</p><p>Năm thêm vào.</p>"


@pytest.fixture
def editor(office: Office) -> Visit:
    return office.enter(RoleName.EDITOR)


def draft(body_html: str, *places: int | None) -> Draft:
    photos = tuple(DraftPhoto(sha256=str(number), caption="", alt="", place=at) for number, at in enumerate(places))
    return Draft(
        title="", summary="", body_html=body_html, byline="", author="", source="", genre=None, column_key="",
        needs_head=False, photos=photos,
    )  # fmt: skip


def test_every_change_is_a_hunk_of_its_own() -> None:
    found = hunks(OLD, NEW)
    assert [("".join(each.old), "".join(each.new)) for each in found] == [
        ("<p>Hai có 45 người.</p><p>Ba.</p>", "<p>Hai có 54 người.</p>"),
        ("", "<p>Năm thêm vào.</p>"),
    ]
    assert [row.stands for row in hunk_rows(found, NEW)] == ["new", "new"]
    assert [row.stands for row in hunk_rows(found, OLD)] == ["old", "old"]


def test_as_many_paragraphs_as_before_are_taken_one_by_one() -> None:
    found = hunks("<p>a</p><p>b</p>", "<p>c</p><p>d</p>")
    assert [(each.old, each.new) for each in found] == [(["<p>a</p>"], ["<p>c</p>"]), (["<p>b</p>"], ["<p>d</p>"])]


@pytest.mark.parametrize("number", [0, 1])
def test_a_hunk_is_swapped_and_swapped_back_and_nothing_else_moves(number: int) -> None:
    before = draft(NEW, -1, 0, 1, 3, None)
    there = swapped(before, hunks(OLD, NEW)[number])
    assert there is not None
    assert there.body_html != NEW
    back = swapped(there, hunks(OLD, NEW)[number])
    assert back is not None
    assert back.body_html == NEW
    assert [photo.place for photo in back.photos][:2] == [-1, 0]


def test_photos_stay_with_their_paragraphs() -> None:
    there = swapped(draft(NEW, 1, 2), hunks(OLD, NEW)[0])
    assert there is not None
    assert there.body_html == "<p>Một.</p><p>Hai có 45 người.</p><p>Ba.</p><p>Bốn.</p><p>Năm thêm vào.</p>"
    assert [photo.place for photo in there.photos] == [1, 3]


def test_a_paragraph_that_was_rewritten_is_not_swapped() -> None:
    body = "<p>Một.</p><p>Viết lại rồi.</p><p>Bốn.</p>"
    assert hunk_rows(hunks(OLD, NEW)[:1], body)[0].stands == ""
    assert swapped(draft(body), hunks(OLD, NEW)[0]) is None


def renewed(article: Article) -> None:
    """The contributor has sent a corrected version."""
    assert article.revision is not None
    article.revision.body_html = OLD
    article.revisions.append(
        Revision(
            number=2, made_at=article.created_at, title="T", summary="", body_html=NEW, byline="", author="",
            source="", findings=[],
        )
    )  # fmt: skip
    article.revision = article.revisions[-1]


def test_one_paragraph_of_a_corrected_version_is_left_as_it_was(office: Office, editor: Visit) -> None:
    article_id = office.article(change=renewed)
    page = editor.get(f"/articles/{article_id}").text
    assert page.count("Giữ đoạn của bản trước</button>") == 2
    assert "<del>45</del><ins>54</ins>" in page
    answer = editor.post(f"/articles/{article_id}/choice", form_of(office, article_id, take="hunk/0"))
    assert "Hai có 45 người" in answer.text
    assert "Đang dùng đoạn của bản trước" in answer.text
    assert "&lt;p&gt;Năm thêm vào.&lt;/p&gt;" in answer.text  # the other change stays taken
    gone = form_of(office, article_id, take="hunk/0", body_html="<p>Viết lại cả.</p>")
    assert editor.post(f"/articles/{article_id}/choice", gone).status_code == 422


def test_the_contributors_own_text_is_one_click_away(office: Office, editor: Visit) -> None:
    article_id = office.article()
    save(editor, office, article_id, title="Biên tập")
    page = editor.get(f"/articles/{article_id}").text
    assert f'<a href="/articles/{article_id}/revisions/1">Bài của người gửi (bản 1)</a>' in page


def test_any_two_versions_are_compared(office: Office, editor: Visit) -> None:
    article_id = office.article()
    save(editor, office, article_id, title="Tiêu đề giữa")
    save(editor, office, article_id, title="Tiêu đề cuối")
    page = editor.get(f"/articles/{article_id}/revisions/3?against=1").text
    assert "So với bản 1" in page
    assert "Tập huấn" in page
    assert "giữa" not in page
    assert editor.get(f"/articles/{article_id}/revisions/3?against=9").status_code == 404


def test_the_history_lists_who_when_and_what_and_takes_an_earlier_one_back(office: Office, editor: Visit) -> None:
    article_id = office.article()
    save(editor, office, article_id, title="Khác", byline="Tin: Thí Điểm")
    page = editor.get(f"/articles/{article_id}/history").text
    assert "Đã sửa: Tiêu đề, Dòng ghi tác giả" in page
    assert 'aria-label="Lấy lại bản này: bản 1"' in page
    assert 'aria-label="Lấy lại bản này: bản 2"' not in page


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("<p>Một hai.</p>", "<p><strong>Một</strong> hai.</p>", "“Một hai.”: thêm chữ đậm."),
        ("<p>Một</p>", "<h2>Một</h2>", "“Một”: thêm đề mục; bỏ đoạn thường."),
        ("<p>Một</p>", '<p style="text-align:center">Một</p>', "“Một”: đổi căn lề hoặc chỗ đặt định dạng."),
    ],
)
def test_marks_that_changed_are_told_in_words(before: str, after: str, said: str) -> None:
    assert changed_marks(before, after) == [said]


def test_words_that_changed_are_left_to_the_words() -> None:
    assert changed_marks("<p>Một</p>", "<p><strong>Hai</strong></p>") == []


def test_very_long_versions_are_not_compared_paragraph_by_paragraph() -> None:
    """That takes the square of the time, in the process that does everything else too."""
    old = "".join(f"<p>Dòng {number} cũ.</p>" for number in range(MOST_ELEMENTS // 2))
    new = "".join(f"<p><strong>Dòng {number}</strong> mới.</p>" for number in range(MOST_ELEMENTS // 2))
    assert len(hunks(old, new)) == MOST_ELEMENTS // 2
    assert hunks(old, new + "<p>Một dòng nữa.</p>") == []
    assert changed_marks(old, new.replace("mới", "cũ"))
    assert changed_marks(old, new.replace("mới", "cũ") + "<p>Một dòng nữa.</p>") == []


def test_what_stands_in_a_long_text_costs_one_look_at_each_paragraph(monkeypatch: pytest.MonkeyPatch) -> None:
    half = MOST_ELEMENTS // 2
    old, new = ("".join(f"<p>Dòng {number} {word}.</p>" for number in range(half)) for word in ("cũ", "mới"))
    found, looks = hunks(old, new), count()

    def looked_at(html: str) -> str:
        next(looks)
        return html

    monkeypatch.setattr(paragraph_difference, "text_of_html", looked_at)
    assert {row.stands for row in hunk_rows(found, new)} == {"new"}
    assert next(looks) < 5 * half
