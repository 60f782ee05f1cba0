"""Photos that stood in an earlier article, and photos that lie on their side: told when they have been decoded."""

from io import BytesIO

import pytest
from PIL import Image
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.mail.making.scenes import Place, scene
from tests.rows import NOON, a_site, a_user, an_article
from tests.tinbai.test_preparing import Room, encoded, room
from tinbai.article import Article, ArticleStatus
from tinbai.db import Database
from tinbai.message import Message, MessageStatus
from tinbai.people import RoleName
from tinbai.picture import Picture
from tinbai.picture_looks import looking_alike, note_look
from tinbai.restriction import Restriction
from tinbai.revision import Revision, RevisionPhoto
from tinbai.site import Site
from tinbai.used_photos import used_photos
from tinbai.workflow import Decision, decide

__all__ = ["room"]  # a fixture


def used(room: Room) -> list[tuple[int, str, bool]]:
    """The photos of the last article that are said to be used before: which, how much it weighs, whether for sure."""
    with room.database.reading() as session:
        article = session.scalars(select(Article).order_by(Article.id.desc())).first()
        assert article is not None
        assert article.revision is not None
        found = [each for each in article.revision.findings if each["check"] == "photo_used"]
    return [(each["where"]["block"], each["severity"], "rất giống" not in each["message"]) for each in found]


def test_a_photo_that_stood_in_an_earlier_article_is_told_by_its_bytes_and_by_its_looks(room: Room) -> None:
    hall, school = scene(Place.HALL, 5, (1600, 1066)), scene(Place.TABLE, 6, (1600, 1066))
    room.article(encoded(hall), encoded(school))
    room.preparer.prepare()
    assert used(room) == []
    smaller = encoded(hall.resize((1200, 800)))
    room.article(encoded(school), smaller, encoded(scene(Place.FIELD, 7, (1600, 1066))))
    room.preparer.prepare()
    assert used(room) == [(0, "warn", True), (1, "hint", False)]


def test_a_photo_that_stands_everywhere_is_only_a_hint(room: Room) -> None:
    emblem = encoded(scene(Place.HALL, 5, (1600, 1066)))
    for _ in range(4):
        room.article(emblem)
    room.preparer.prepare()
    assert used(room) == [(0, "hint", True)]


def test_an_article_that_shows_it_three_times_is_one_article(database: Database) -> None:
    with database.writing() as session:
        _, article, name = two_with_one_photo(session, shown=3)
        assert used_photos(session, article, [name])[name].times == 1


@pytest.mark.parametrize("which", ["first", "last"])
def test_nothing_is_told_of_an_article_of_which_one_letter_is_restricted(database: Database, which: str) -> None:
    with database.writing() as session:
        before, article, name = two_with_one_photo(session)
        letter = Message(site_id=before.site_id, sha256="0" * 64, size=1, status=MessageStatus.HELD, received_at=NOON)
        session.add(letter)
        session.flush()
        (before if which == "first" else session.get_one(Revision, before.revision_id)).message_id = letter.id
        session.flush()
        assert [*used_photos(session, article, [name])] == [name]
        letter.restriction = next(iter(Restriction))
        session.flush()
        assert used_photos(session, article, [name]) == {}


def test_the_photos_of_what_was_merged_into_an_article_are_its_own(database: Database) -> None:
    with database.writing() as session:
        before, article, name = two_with_one_photo(session)
        assert [*used_photos(session, article, [name])] == [name]
        by = a_user(session, session.get_one(Site, before.site_id), RoleName.EDITOR)
        decide(session, before, Decision.GO_INTO, by=by, at=NOON, data={"into": article.id})
        session.flush()
        assert used_photos(session, article, [name]) == {}


def two_with_one_photo(session: Session, *, shown: int = 1) -> tuple[Article, Article, str]:
    """An earlier article, a later one, and the name of the photo that both show, so many times."""
    name, site = "a" * 64, a_site(session)
    before, after = (
        an_article(session, site, ArticleStatus.EDITING, photos=tuple(one_photo(name, place) for place in range(shown)))
        for _ in range(2)
    )
    return before, after, name


def one_photo(name: str, place: int) -> RevisionPhoto:
    return RevisionPhoto(position=place, sha256=name, filename="1.jpg", caption="Chú thích", place=place)


def test_looks_are_found_in_whatever_quarter_they_agree(database: Database) -> None:
    bits = 0x1234_5678_9ABC_DEF0
    with database.writing() as session:
        session.add_all([Picture(original=f"{number:064}") for number in range(4)])
        session.flush()
        for number, other in enumerate((bits, bits ^ 0x0001_0001_0001_0000, bits ^ 0x001F_0000_0000_0000, 0)):
            note_look(session, f"{number:064}", other)
        note_look(session, f"{3:064}", None)
        assert looking_alike(session, [f"{0:064}"]) == {f"{0:064}": {f"{1:064}"}}
        assert looking_alike(session, [f"{3:064}"]) == {}


def lying(*, turned: bool, camera: tuple[int, int] = (1600, 1066)) -> bytes:
    """A photo with the mark "turn me", as the camera wrote it, or turned by a program that left the mark."""
    photo = scene(Place.HALL, 5, (1600, 1066))
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8769).update({0xA002: camera[0], 0xA003: camera[1]})
    file = BytesIO()
    (photo.transpose(Image.Transpose.ROTATE_270) if turned else photo).save(file, "JPEG", exif=exif)
    return file.getvalue()


def test_a_photo_turned_twice_lies_until_an_editor_turns_it(room: Room) -> None:
    room.article(lying(turned=True), lying(turned=False), lying(turned=True, camera=(1066, 1600)))
    room.preparer.prepare()
    assert [name for name in room.findings() if name == "photo_sideways"] == ["photo_sideways"]
    with room.database.writing() as session:
        session.scalars(select(RevisionPhoto).where(RevisionPhoto.position == 0)).one().edit = "270:0,0,0,0"
    room.another([900]).prepare()
    assert "photo_sideways" not in room.findings()
