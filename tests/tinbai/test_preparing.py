"""Pictures are prepared once, by whoever comes first, and nobody waits for those that cannot be."""

import os
import signal
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from PIL import Image, ImageFilter
from sqlalchemy import func, select

from publish.photo import photo_copy
from review.thumbnails import SIZES, Thumbnails
from tests.ingest.openers.photos import jpeg
from tests.mail.making.scenes import Place, scene
from tests.rows import NOON, a_site, an_article
from tinbai import made_copies, picture, picture_sandbox, preparing
from tinbai.article import Article, ArticleStatus
from tinbai.blobs import Blobs
from tinbai.db import Database, connect
from tinbai.housekeeping import references, sweep
from tinbai.migrate import migrate
from tinbai.picture import LARGE, RULE, SMALL, Picture, PictureCopy, portal_copy
from tinbai.pictures import PictureError
from tinbai.preparing import LEASE, MOST_ATTEMPTS, Preparer
from tinbai.public_copy import public_copy
from tinbai.revision import Revision, RevisionPhoto
from tinbai.site import Site

SIDE = 1600


class Clock:
    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


class Room:
    """A database with an article, the blobs, and who prepares pictures."""

    def __init__(self, database: Database, blobs: Blobs) -> None:
        self.database, self.blobs, self.clock = database, blobs, Clock()
        self.preparer = self.another()

    def another(self, sides: Sequence[int] = (SIDE,)) -> Preparer:
        return Preparer(self.database, self.blobs, sides=sides, most_pixels=50_000_000, clock=self.clock)

    def article(self, *pictures: bytes, status: ArticleStatus = ArticleStatus.NEW) -> list[str]:
        names = self.blobs.put_all(pictures)
        photos = tuple(
            RevisionPhoto(position=number, sha256=name, filename=f"{number + 1}.jpg", caption="Chú thích", place=number)
            for number, name in enumerate(names)
        )
        with self.database.writing() as session:
            site = session.scalars(select(Site)).first() or a_site(session)
            an_article(session, site, status, photos=photos)
        return names

    def picture(self, name: str) -> Picture:
        with self.database.reading() as session:
            return session.get_one(Picture, name)

    def copies(self, name: str) -> dict[tuple[int, bool], PictureCopy]:
        with self.database.reading() as session:
            rows = session.scalars(select(PictureCopy).where(PictureCopy.original == name))
            return {(copy.longest, copy.public): copy for copy in rows}

    def photo(self, name: str) -> RevisionPhoto:
        with self.database.reading() as session:
            return session.scalars(select(RevisionPhoto).where(RevisionPhoto.sha256 == name)).one()

    def findings(self) -> list[str]:
        with self.database.reading() as session:
            revision = session.scalars(select(Revision).order_by(Revision.id.desc())).first()
            assert revision is not None
            return [finding["check"] for finding in revision.findings]


@pytest.fixture
def room(database: Database, blobs: Blobs) -> Room:
    return Room(database, blobs)


def here(monkeypatch: pytest.MonkeyPatch, work: Callable[..., Any] | None = None) -> list[str]:
    """Decode in this process from now on; the names of what is decoded."""
    decoded: list[str] = []

    def decode(make: Callable[..., Any], path: Path, *arguments: Any) -> Any:
        decoded.append(path.name)
        return (work or make)(path.read_bytes(), *arguments)

    monkeypatch.setattr(preparing, "of_picture_in_background", decode)
    return decoded


def camera_photo(size: tuple[int, int] = (2400, 1600)) -> bytes:
    exif = Image.Exif()
    exif[0x010F] = "Điện thoại"
    exif[0x8825] = {1: "N", 2: (10.0, 30.0, 0.0), 3: "E", 4: (106.0, 40.0, 0.0)}
    return encoded(scene(Place.FIELD, 3, size), exif=exif)


def encoded(image: Image.Image, form: str = "JPEG", **options: Any) -> bytes:
    file = BytesIO()
    image.save(file, form, **options)
    return file.getvalue()


def refuse(*_: object) -> None:
    raise AssertionError("decoded once more")


def test_a_photo_gets_its_sizes_and_pages_and_portals_use_them(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (name,) = room.article(camera_photo())
    assert room.preparer.prepare() == 1
    monkeypatch.setattr(picture_sandbox, "_answer", refuse)
    thumbnails = Thumbnails(tmp_path / "web", room.blobs, room.database)
    for longest in SIZES.values():
        copy = thumbnails.get(name, longest)
        assert copy is not None
        shown = Image.open(BytesIO(copy.content))
        assert (max(shown.size), shown.format) == (longest, "JPEG")
        assert dict(shown.getexif()) == {}
        assert "Điện thoại".encode() not in copy.content
    with room.database.reading() as session:
        photo = session.scalars(select(RevisionPhoto)).one()
        public = photo_copy(photo, SIDE, room.blobs)
    assert public == public_copy(room.blobs.get(name), SIDE)
    seen = room.picture(name)
    assert (seen.width, seen.height, seen.has_gps, seen.problem) == (2400, 1600, True, "")


@pytest.mark.parametrize("side", [300, 480, 960, 1200, 1600, 2000])
def test_what_is_prepared_for_a_portal_is_what_it_would_get_otherwise(room: Room, side: int) -> None:
    (name,) = room.article(camera_photo())
    assert room.another([side]).prepare() == 1
    copy = room.copies(name)[side, True]
    assert room.blobs.get(copy.sha256) == public_copy(room.blobs.get(name), side).content


def test_a_plain_photo_within_the_size_is_its_own_public_copy(room: Room) -> None:
    (name,) = room.article(jpeg(900, 600))
    room.preparer.prepare()
    assert room.copies(name)[SIDE, True].sha256 == name
    assert room.copies(name)[LARGE, False].sha256 != name  # a browser of the office sees only what was made anew


def test_without_preparation_everybody_makes_do(room: Room, tmp_path: Path) -> None:
    (name,) = room.article(camera_photo())
    copy = Thumbnails(tmp_path / "web", room.blobs, room.database).get(name, SMALL)
    assert copy is not None
    assert photo_copy(room.photo(name), SIDE, room.blobs) == public_copy(room.blobs.get(name), SIDE)


def test_a_prepared_copy_that_is_lost_is_made_again_on_demand(room: Room, tmp_path: Path) -> None:
    (name,) = room.article(camera_photo())
    room.preparer.prepare()
    for copy in room.copies(name).values():
        room.blobs.path(copy.sha256).unlink(missing_ok=True)
    assert Thumbnails(tmp_path / "web", room.blobs, room.database).get(name, SMALL) is not None
    with room.database.reading() as session:
        photo = session.scalars(select(RevisionPhoto)).one()
        assert photo_copy(photo, SIDE, room.blobs) == public_copy(room.blobs.get(name), SIDE)


def test_nothing_is_made_twice_in_a_later_pass(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    decoded = here(monkeypatch)
    first = room.article(jpeg(seed=1), jpeg(seed=2))
    assert room.preparer.prepare() == 2
    room.article(jpeg(seed=2), jpeg(seed=3))
    assert room.preparer.prepare() == 1
    assert room.another().prepare() == 0
    assert len(decoded) == 3
    assert set(first) < set(decoded)


def postgresql(request: pytest.FixtureRequest) -> Database:
    database = connect(request.getfixturevalue("postgresql_database"))
    migrate(database)
    return database


@pytest.mark.parametrize("engine", ["sqlite", pytest.param("postgresql", marks=pytest.mark.integration)])
def test_two_who_prepare_at_once_decode_each_picture_once(
    request: pytest.FixtureRequest, blobs: Blobs, monkeypatch: pytest.MonkeyPatch, engine: str
) -> None:
    database = request.getfixturevalue("database") if engine == "sqlite" else postgresql(request)
    room, decoded, start = Room(database, blobs), here(monkeypatch), Barrier(2)
    names = room.article(*(jpeg(64, 48, seed=seed) for seed in range(12)))

    def work(preparer: Preparer) -> int:
        start.wait()
        return preparer.prepare() + preparer.prepare()

    with ThreadPoolExecutor(2) as threads:
        counts = list(threads.map(work, [room.another(), room.another()]))
    assert sorted(decoded) == sorted(names)
    assert sum(counts) == 12
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(PictureCopy)) == 12 * 4
    if engine == "postgresql":
        database.close()


def test_without_the_guard_a_picture_would_be_decoded_twice(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    decoded = here(monkeypatch)
    monkeypatch.setattr(preparing, "_unmade", lambda _: Picture.original.is_not(None))
    (name,) = room.article(jpeg())
    room.preparer.prepare()
    room.preparer._one(name)
    assert decoded == [name, name]


def kills_its_child(_content: bytes, *_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_picture_that_kills_its_child_is_given_up_after_three_tries_and_holds_nobody_up(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad, good = room.article(jpeg(seed=1), jpeg(seed=2))
    whole = picture_sandbox.of_picture_in_background
    tries: list[str] = []

    def decode(work: Callable[..., Any], path: Path, *arguments: Any) -> Any:
        tries.append(path.name)
        return whole(kills_its_child if path.name == bad else work, path, *arguments)

    monkeypatch.setattr(preparing, "of_picture_in_background", decode)
    assert room.preparer.prepare() == 1
    for _ in range(5):
        assert room.preparer.prepare() == 0  # the lease is a pause as well
        room.clock.now += LEASE + timedelta(seconds=1)
    assert tries.count(bad) == MOST_ATTEMPTS
    assert tries.count(good) == 1
    assert "dừng đột ngột" in room.picture(bad).problem
    assert room.copies(bad) == {}


def test_what_is_no_picture_is_given_up_at_once(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    decoded = here(monkeypatch)
    (name,) = room.article(b"no picture")
    for _ in range(3):
        room.preparer.prepare()
        room.clock.now += LEASE * 2
    assert decoded == [name]
    assert room.picture(name).problem == "tệp ảnh hỏng hoặc quá lớn"


def test_a_picture_over_which_the_program_died_three_times_is_given_up(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dies(*_: object) -> None:
        raise KeyboardInterrupt

    decoded = here(monkeypatch, dies)
    (name,) = room.article(jpeg())
    for _ in range(MOST_ATTEMPTS):
        with pytest.raises(KeyboardInterrupt):
            room.another().prepare()
        room.clock.now += LEASE * 2
    assert room.another().prepare() == 0
    assert len(decoded) == MOST_ATTEMPTS
    assert room.picture(name).problem == preparing.DIED


def test_a_full_disk_is_not_counted_against_a_picture(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    (name,) = room.article(jpeg())
    with monkeypatch.context() as full:

        def no_space(_: object) -> None:
            raise OSError(28, "No space left on device")

        full.setattr(room.blobs, "put_all", no_space)
        for _ in range(MOST_ATTEMPTS + 1):
            with pytest.raises(OSError, match="No space"):
                room.preparer.prepare()
    assert room.picture(name).attempts == 0
    assert room.preparer.prepare() == 1


def test_an_answer_that_comes_after_the_lease_changes_nothing(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    (name,) = room.article(jpeg(500, 400))
    late, quick = room.another(), room.another()

    def slow(content: bytes, *arguments: Any) -> Any:
        room.clock.now += LEASE * 2
        here(monkeypatch)
        assert quick.prepare() == 1
        return made_copies.make_copies(content, *arguments)

    here(monkeypatch, slow)
    assert late.prepare() == 0
    assert len(room.copies(name)) == 4


def test_a_new_rule_makes_everything_again_and_until_then_no_portal_gets_the_old(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (name,) = room.article(camera_photo())
    room.preparer.prepare()
    for module in (picture, preparing):
        monkeypatch.setattr(module, "RULE", RULE + 1)
    with room.database.reading() as session:
        assert session.scalar(portal_copy(name, SIDE)) is None
    assert Thumbnails(tmp_path / "web", room.blobs, room.database).get(name, SMALL) is not None
    assert room.another().prepare() == 1
    assert {copy.rule for copy in room.copies(name).values()} == {RULE + 1}
    assert len(room.copies(name)) == 4
    assert room.another().prepare() == 0


def test_a_portal_that_wants_another_size_gets_it(room: Room) -> None:
    (name,) = room.article(camera_photo())
    room.preparer.prepare()
    assert room.another([SIDE, 1200]).prepare() == 1
    assert {(1200, True), (SIDE, True)} < set(room.copies(name))


def test_what_is_published_long_ago_is_left_alone_until_somebody_edits_it(room: Room) -> None:
    (name,) = room.article(jpeg(), status=ArticleStatus.PUBLISHED)
    assert room.preparer.prepare() == 0
    with room.database.writing() as session:
        article = session.scalars(select(Article)).one()
        article.status = ArticleStatus.EDITING
        revision = Revision(article_id=article.id, number=2, made_at=NOON, findings=[])
        revision.photos = [RevisionPhoto(position=0, sha256=name, filename="1.jpg", place=0)]
        session.add(revision)
    assert room.preparer.prepare() == 1


def test_housekeeping_keeps_copies_in_use_and_takes_the_others(room: Room) -> None:
    used, unused = room.article(jpeg(seed=1), jpeg(seed=2))
    room.preparer.prepare()
    kept, gone = ({copy.sha256 for copy in room.copies(name).values()} - {name} for name in (used, unused))
    for name in list(room.blobs.names()):
        os.utime(room.blobs.path(name), (0, 0))
    week = timedelta(days=7)
    sweep(room.database, room.blobs, keep=week, clock=room.clock)
    assert kept | gone <= set(room.blobs.names())
    with room.database.writing() as session:
        session.delete(session.scalars(select(RevisionPhoto).where(RevisionPhoto.sha256 == unused)).one())
    sweep(room.database, room.blobs, keep=week, clock=room.clock)
    assert set(room.blobs.names()) == {used, *kept}
    with room.database.reading() as session:
        assert session.scalars(select(Picture.original)).all() == [used]
        assert unused not in session.scalars(references()).all()


def test_a_blurred_photo_and_a_small_one_are_told_once_they_are_known(room: Room) -> None:
    sharp = scene(Place.HALL, 5, (1600, 1066))
    blurred = sharp.filter(ImageFilter.GaussianBlur(6))
    room.article(encoded(sharp), encoded(blurred), encoded(sharp.resize((640, 426))))
    assert room.findings() == []
    room.preparer.prepare()
    assert sorted(room.findings()) == ["photo_blurred", "photo_small"]
    with room.database.reading() as session:
        found = session.scalars(select(Revision)).one().findings
    assert {(each["check"], each["where"]["block"]) for each in found} == {("photo_blurred", 1), ("photo_small", 2)}


def test_findings_of_the_reader_stay_and_none_is_told_twice(room: Room) -> None:
    room.article(encoded(scene(Place.HALL, 5, (300, 200))))
    with room.database.writing() as session:
        revision = session.scalars(select(Revision)).one()
        revision.findings = [{"check": "photo_doubled", "severity": "hint", "where": {}, "message": "", "repairs": []}]
    room.preparer.prepare()
    room.another([900]).prepare()
    assert room.findings() == ["photo_doubled", "photo_small"]


def test_the_pass_ends_when_it_is_told_to(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    decoded = here(monkeypatch)
    room.article(*(jpeg(seed=seed) for seed in range(4)))
    assert room.preparer.prepare(lambda: len(decoded) >= 2) == 2


def test_bytes_that_are_gone_are_an_error_of_the_publication_not_of_the_preparer(room: Room) -> None:
    (name,) = room.article(jpeg())
    room.blobs.path(name).unlink()
    for _ in range(MOST_ATTEMPTS + 1):
        room.preparer.prepare()
        room.clock.now += LEASE * 2
    assert room.picture(name).problem == "kho tệp thiếu ảnh gốc"


def test_no_error_of_the_child_is_lost() -> None:
    with pytest.raises(PictureError):
        made_copies.make_copies(b"GIF89a", (SIDE,), 1_000)
