"""Saving an article: the next revision, the checks again, and nobody's work lost."""

from typing import Any

import pytest
from lxml import html

from tests.review.office import Office, Visit, a_picture
from tinbai.approval import approve, publications_of
from tinbai.article import Article, ArticleStatus
from tinbai.event import Event
from tinbai.message import MessagePart
from tinbai.people import RoleName, User
from tinbai.publication import PublicationStatus
from tinbai.revision import RevisionPhoto


@pytest.fixture
def editor(office: Office) -> Visit:
    return office.enter(RoleName.EDITOR)


def form_of(office: Office, article_id: int, **changes: Any) -> dict[str, Any]:
    """The form as the page sends it when nothing was touched, with `changes`."""
    article = office.read(article_id)
    revision = article.revision
    assert revision is not None
    return {
        "seen": str(article.version), "title": revision.title, "summary": revision.summary,
        "body_html": revision.body_html, "byline": revision.byline, "author": revision.author,
        "source": revision.source, "genre": article.genre or "", "column": article.column.key if article.column else "",
        "photo_sha256": [photo.sha256 for photo in revision.photos],
        "photo_caption": [photo.caption for photo in revision.photos],
        "photo_alt": [photo.alt for photo in revision.photos],
        "photo_place": ["tray" if photo.place is None else str(photo.place) for photo in revision.photos],
        "photo_order": [str(number + 1) for number in range(len(revision.photos))],
    } | changes  # fmt: skip


def save(visit: Visit, office: Office, article_id: int, **changes: Any) -> Any:
    return visit.post(f"/articles/{article_id}/revisions", form_of(office, article_id, **changes))


def test_a_save_makes_the_next_revision_and_claims_the_article(office: Office, editor: Visit) -> None:
    article_id = office.article()
    answer = save(editor, office, article_id, title="Tiêu đề đã sửa")
    assert answer.headers["location"] == f"/articles/{article_id}?done=saved"
    article = office.read(article_id)
    assert [revision.number for revision in article.revisions] == [1, 2]
    assert article.revision is not None
    assert article.revision.title == "Tiêu đề đã sửa"
    assert article.revisions[0].title.startswith("Tập huấn")
    assert article.status is ArticleStatus.EDITING
    assert article.editor is not None
    assert article.version == 2


def test_the_history_says_what_a_save_changed_and_who_saved(office: Office, editor: Visit) -> None:
    article_id = office.article()
    save(editor, office, article_id, title="Khác", summary="Khác", column="van-hoa", genre="Tin")
    with office.database.reading() as session:
        event = session.query(Event).filter_by(noun="article", decision="edit").one()
        assert event.actor == "Phạm Thị Minh Họa"
        assert event.data == {"changed": ["title", "summary", "column", "genre"], "revision": 2}


def test_saving_what_stands_makes_no_revision_and_no_event(office: Office, editor: Visit) -> None:
    article_id = office.article()
    answer = save(editor, office, article_id)
    assert answer.headers["location"].endswith("done=unchanged")
    assert len(office.read(article_id).revisions) == 1
    with office.database.reading() as session:
        assert session.query(Event).count() == 0


def test_a_save_of_an_older_version_is_refused_and_shows_both(office: Office, editor: Visit) -> None:
    article_id = office.article()
    late = form_of(office, article_id, title="Tiêu đề của người sau", body_html="<p>Chữ của người sau.</p>")
    save(office.enter(RoleName.EDITOR), office, article_id, title="Tiêu đề của người trước")
    answer = editor.post(f"/articles/{article_id}/revisions", late)
    assert answer.status_code == 409
    assert "Tiêu đề của người sau" in answer.text
    assert "<p>Chữ của người sau.</p>" in answer.text.replace("&lt;", "<").replace("&gt;", ">")
    assert "<del>trước</del>" in answer.text
    assert "<ins>sau</ins>" in answer.text
    article = office.read(article_id)
    assert article.revision is not None
    assert article.revision.title == "Tiêu đề của người trước"
    assert 'name="seen" value="2"' in answer.text


def test_html_that_could_act_is_cleaned_before_it_is_stored(office: Office, editor: Visit) -> None:
    article_id = office.article()
    save(editor, office, article_id, body_html='<p onclick="x()">Chữ<script>alert(1)</script></p><img src=x onerror=y>')
    article = office.read(article_id)
    assert article.revision is not None
    assert article.revision.body_html == "<p>Chữ</p>"


def test_texts_are_stored_composed_and_on_one_line_where_they_are_one(office: Office, editor: Visit) -> None:
    article_id = office.article()
    save(editor, office, article_id, title="Hội \r\nNông  dân", summary="a\r\nb\x00")
    article = office.read(article_id)
    assert article.revision is not None
    assert article.revision.title == "Hội Nông dân"
    assert article.revision.summary == "a\nb"


def test_the_checks_run_again_and_what_the_reader_said_stays(office: Office, editor: Visit) -> None:
    said = {
        "check": "archive_unreadable",
        "severity": "warn",
        "where": {"field": "letter"},
        "message": "x",
        "repairs": [],
    }
    gone = {"check": "title_missing", "severity": "block", "where": {"field": "title"}, "message": "x", "repairs": []}

    def change(article: Article) -> None:
        assert article.revision is not None
        article.revision.findings = [said, gone]

    article_id = office.article(change=change)
    save(editor, office, article_id, title="Có tiêu đề rồi")
    article = office.read(article_id)
    assert article.revision is not None
    names = [finding["check"] for finding in article.revision.findings]
    assert "archive_unreadable" in names
    assert "title_missing" not in names
    assert "photo_missing" in names


def test_a_save_takes_back_an_approval_that_was_not_carried_out_yet(office: Office, editor: Visit) -> None:
    article_id = office.article(ArticleStatus.SUBMITTED)
    with office.database.writing() as session:
        article, user = session.get_one(Article, article_id), session.query(User).first()
        assert user is not None
        approve(session, article, by=user, at=office.clock(), portals=["cong-xa"])
    save(editor, office, article_id, title="Sửa sau khi duyệt")
    article = office.read(article_id)
    assert article.status is ArticleStatus.EDITING
    with office.database.reading() as session:
        assert [each.status for each in publications_of(session, article)] == [PublicationStatus.WITHDRAWN]


@pytest.mark.parametrize("status", [ArticleStatus.REJECTED, ArticleStatus.WITHDRAWN])
def test_what_is_rejected_or_withdrawn_is_not_edited(office: Office, editor: Visit, status: ArticleStatus) -> None:
    article_id = office.article(status)
    assert save(editor, office, article_id, title="Khác").status_code == 409
    assert "draft-form" not in editor.get(f"/articles/{article_id}").text


def test_photos_are_ordered_captioned_placed_and_laid_into_the_tray(office: Office, editor: Visit) -> None:
    first, second, third = (office.blobs.put(a_picture(colour)) for colour in ("red", "green", "blue"))
    photos = (
        RevisionPhoto(position=0, sha256=first, filename="1.jpg", place=0),
        RevisionPhoto(position=1, sha256=second, filename="2.jpg", place=1),
    )
    part = MessagePart(position=0, filename="3.jpg", media_type="image/jpeg", size=1, sha256=third)
    letter_id = office.letter(parts=[part])
    article_id = office.article(photos=photos, change=lambda article: setattr(article, "message_id", letter_id))
    save(
        editor, office, article_id, photo_sha256=[first, second, third], photo_caption=["Một", "Hai", "Ba"],
        photo_alt=["", "Ảnh hai", ""], photo_place=["tray", "-1", "99"], photo_order=["3", "1", "2"],
    )  # fmt: skip
    revision = office.read(article_id).revision
    assert revision is not None
    stored = [(photo.sha256, photo.caption, photo.alt, photo.place) for photo in revision.photos]
    assert stored == [(second, "Hai", "Ảnh hai", -1), (third, "Ba", "", 1), (first, "Một", "", None)]
    assert revision.photos[1].filename == "3.jpg"


def test_a_photo_of_another_article_is_refused(office: Office, editor: Visit) -> None:
    stolen = office.blobs.put(a_picture())
    office.article(photos=(RevisionPhoto(position=0, sha256=stolen, filename="x.jpg", place=0),))
    article_id = office.article()
    row = {
        "photo_sha256": [stolen],
        "photo_caption": [""],
        "photo_alt": [""],
        "photo_place": ["0"],
        "photo_order": ["1"],
    }
    assert save(editor, office, article_id, **row).status_code == 422
    assert editor.get(f"/articles/{article_id}/photos/{stolen}").status_code == 404


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"column": "khong-co"}, "Chuyên mục này không có"),
        ({"title": "a" * 301}, "Tiêu đề quá dài"),
        ({"author": "a" * 2001}, "quá dài"),
        ({"photo_sha256": ["0" * 64]}, "Danh sách ảnh"),
        ({"seen": "x"}, "ô số không đúng"),
    ],
)
def test_what_cannot_be_saved_is_said_in_words(
    office: Office, editor: Visit, changes: dict[str, Any], words: str
) -> None:
    article_id = office.article()
    answer = save(editor, office, article_id, **changes)
    assert answer.status_code == 422
    assert words in answer.text
    assert len(office.read(article_id).revisions) == 1


def test_save_and_submit_does_both(office: Office, editor: Visit) -> None:
    article_id = office.article()
    assert save(editor, office, article_id, title="Xong", then="submission").headers["location"].endswith("submission")
    assert office.read(article_id).status is ArticleStatus.SUBMITTED


def test_when_the_submission_is_refused_the_save_still_stands(office: Office, editor: Visit) -> None:
    article_id = office.article()
    answer = save(editor, office, article_id, title="", then="submission")
    assert answer.status_code == 422
    assert "tiêu đề" in answer.text
    article = office.read(article_id)
    assert article.status is ArticleStatus.EDITING
    assert len(article.revisions) == 2


def test_the_form_of_the_page_saves_nothing_when_nothing_was_touched(office: Office, editor: Visit) -> None:
    """As a browser without scripts sends it: read from the page itself."""
    sha256 = office.blobs.put(a_picture())
    article_id = office.article(photos=(RevisionPhoto(position=0, sha256=sha256, filename="1.jpg", place=0),))
    page = html.fromstring(editor.get(f"/articles/{article_id}").text)
    (form,) = [each for each in page.forms if each.action.endswith("/revisions")]
    fields: dict[str, list[str]] = {}
    for name, value in form.form_values():
        fields.setdefault(name, []).append(value)
    answer = editor.client.post(form.action, data=fields)
    assert answer.headers["location"].endswith("done=unchanged")


def test_whoever_edits_asks_for_the_heads_opinion_and_only_the_head_takes_it_back(office: Office) -> None:
    article_id, approver = office.article(), office.enter(RoleName.APPROVER)
    save(approver, office, article_id, needs_head="1")
    assert office.read(article_id).needs_head
    save(approver, office, article_id, title="Sửa mà không đánh dấu")
    assert office.read(article_id).needs_head
    assert (
        'id="needs_head" name="needs_head" value="1" checked disabled' in approver.get(f"/articles/{article_id}").text
    )
    save(office.enter(RoleName.HEAD), office, article_id)
    assert not office.read(article_id).needs_head
