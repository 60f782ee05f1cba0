"""While a child process is waited for, no connection to the database is held: another page could need it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy.pool import QueuePool

from publish import photo
from review.app import create
from tests.review.office import Office, a_picture
from tests.review.test_by_link import asked
from tests.review.test_portal_look import with_photos
from tests.review.test_preview import letter, word_file
from tinbai.people import RoleName
from tinbai.picture import RULE, Picture, PictureCopy
from tinbai.picture_sandbox import of_picture
from tinbai.preview import Preview
from tinbai.revision import RevisionPhoto


class Watch:
    """Counts the connections that are out each time somebody opens a file."""

    def __init__(self, office: Office) -> None:
        self.office, self.held = office, list[int]()

    def look(self) -> None:
        pool = self.office.database.engine.pool
        assert isinstance(pool, QueuePool)
        self.held.append(pool.checkedout())

    def preview(self, _file: Path, _filename: str) -> Preview:
        self.look()
        return Preview(html="<p>Bài</p>")

    def page(self, _file: Path, _number: int) -> bytes | None:
        self.look()
        return b"JPEG"


@pytest.fixture
def watch(office: Office, monkeypatch: pytest.MonkeyPatch) -> Watch:
    watch = Watch(office)

    def watched(*wanted: object) -> object:
        watch.look()
        return of_picture(*wanted)  # type: ignore[arg-type]

    monkeypatch.setattr(photo, "of_picture", watched)
    return watch


def test_the_watch_sees_a_connection_that_is_held(office: Office, watch: Watch) -> None:
    with office.database.reading() as session:
        session.query(RevisionPhoto).all()
        watch.look()
    watch.look()
    assert watch.held == [1, 0]


@pytest.mark.parametrize("path", ["preview", "pages/1"])
def test_a_look_at_a_file_holds_none(office: Office, watch: Watch, path: str) -> None:
    app = create(office.config, office.database, office.blobs, clock=office.clock, previews=watch)
    looking = Office(app=app, database=office.database, blobs=office.blobs, clock=office.clock, config=office.config)
    number = letter(office, word_file(), "bai.docx")
    assert looking.enter(RoleName.EDITOR).get(f"/messages/{number}/parts/0/{path}").status_code == 200
    assert watch.held == [0]


def by_article(office: Office) -> str:
    article_id = with_photos(office)
    return str(office.enter(RoleName.READER).get(f"/articles/{article_id}/portal/page").text)


def by_token(office: Office) -> str:
    photos = (
        RevisionPhoto(
            position=0,
            sha256=office.blobs.put(a_picture()),
            filename="0.jpg",
            caption="Chú thích 0",
            place=0,
            edit="",
            cover=False,
        ),
    )
    _, token, browser = asked(office, photos=photos)
    return str(browser.get(f"/approve/{token}/page").text)


@pytest.mark.parametrize("opened", [by_article, by_token])
def test_drawing_an_article_as_the_portal_shows_it_holds_none(
    office: Office, watch: Watch, opened: Callable[[Office], str]
) -> None:
    assert "Chú thích 0" in opened(office)
    assert set(watch.held) == {0}


def test_a_copy_that_was_prepared_is_taken_and_no_child_is_asked(office: Office, watch: Watch) -> None:
    original, copy = office.blobs.put(a_picture()), office.blobs.put(b"prepared")
    with office.database.writing() as session:
        session.add(Picture(original=original))
        session.flush()
        session.add(
            PictureCopy(original=original, longest=1600, public=True, rule=RULE, sha256=copy, width=9, height=6)
        )
    photos = (RevisionPhoto(position=0, sha256=original, filename="0.jpg", place=0),)
    page = office.enter(RoleName.READER).get(f"/articles/{office.article(photos=photos)}/portal/page").text
    assert "cHJlcGFyZWQ=" in page
    assert watch.held == []
