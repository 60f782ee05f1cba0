"""Photos that stood in an earlier article, and photos that lie on their side: told when they have been decoded."""

from io import BytesIO

from PIL import Image
from sqlalchemy import select

from tests.mail.making.scenes import Place, scene
from tests.tinbai.test_preparing import Room, encoded, room  # noqa: F401 - a fixture
from tinbai.article import Article
from tinbai.db import Database
from tinbai.picture import Picture
from tinbai.picture_looks import looking_alike, note_look
from tinbai.revision import RevisionPhoto


def used(room: Room) -> list[tuple[int, str, bool]]:  # noqa: F811
    """The photos of the last article that are said to be used before: which, how much it weighs, whether for sure."""
    with room.database.reading() as session:
        article = session.scalars(select(Article).order_by(Article.id.desc())).first()
        assert article is not None
        assert article.revision is not None
        found = [each for each in article.revision.findings if each["check"] == "photo_used"]
    return [(each["where"]["block"], each["severity"], "rất giống" not in each["message"]) for each in found]


def test_a_photo_that_stood_in_an_earlier_article_is_told_by_its_bytes_and_by_its_looks(room: Room) -> None:  # noqa: F811
    hall, school = scene(Place.HALL, 5, (1600, 1066)), scene(Place.TABLE, 6, (1600, 1066))
    room.article(encoded(hall), encoded(school))
    room.preparer.prepare()
    assert used(room) == []
    smaller = encoded(hall.resize((1200, 800)))
    room.article(encoded(school), smaller, encoded(scene(Place.FIELD, 7, (1600, 1066))))
    room.preparer.prepare()
    assert used(room) == [(0, "warn", True), (1, "hint", False)]


def test_a_photo_that_stands_everywhere_is_only_a_hint(room: Room) -> None:  # noqa: F811
    emblem = encoded(scene(Place.HALL, 5, (1600, 1066)))
    for _ in range(4):
        room.article(emblem)
    room.preparer.prepare()
    assert used(room) == [(0, "hint", True)]


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


def test_a_photo_turned_twice_lies_until_an_editor_turns_it(room: Room) -> None:  # noqa: F811
    room.article(lying(turned=True), lying(turned=False), lying(turned=True, camera=(1066, 1600)))
    room.preparer.prepare()
    assert [name for name in room.findings() if name == "photo_sideways"] == ["photo_sideways"]
    with room.database.writing() as session:
        session.scalars(select(RevisionPhoto).where(RevisionPhoto.position == 0)).one().edit = "270:0,0,0,0"
    room.another([900]).prepare()
    assert "photo_sideways" not in room.findings()
