"""What the article page says of a photo, and which of its copies it shows."""

from datetime import timedelta
from io import BytesIO

import pytest
from PIL import Image

from review.photo_notes import GPS
from review.thumbnails import folder_of_copies, sweep_copies
from tests.review.office import Office, a_picture
from tinbai import picture_sandbox
from tinbai.clock import now
from tinbai.people import RoleName
from tinbai.preparing import Preparer
from tinbai.revision import RevisionPhoto


def with_gps() -> bytes:
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (10.0, 30.0, 0.0), 3: "E", 4: (106.0, 40.0, 0.0)}
    file = BytesIO()
    Image.new("RGB", (2000, 1500), "olive").save(file, "JPEG", exif=exif)
    return file.getvalue()


def shows(office: Office, content: bytes, *, prepared: bool = True) -> tuple[int, str]:
    name = office.blobs.put(content)
    number = office.article(photos=(RevisionPhoto(position=0, sha256=name, filename="IMG_1.jpg", place=0),))
    if prepared:
        Preparer(office.database, office.blobs, sides=[1600], most_pixels=50_000_000, clock=office.clock).prepare()
    return number, name


def page(office: Office, number: int) -> str:
    return str(office.enter(RoleName.EDITOR).get(f"/articles/{number}").text)


def test_the_editor_is_told_that_the_place_was_left_out(office: Office) -> None:
    number, _ = shows(office, with_gps())
    text = page(office, number)
    assert GPS in text
    assert "2.000 × 1.500 điểm ảnh" in text


def test_nothing_is_said_where_there_was_no_place_or_nobody_has_looked_yet(office: Office) -> None:
    assert GPS not in page(office, shows(office, a_picture())[0])
    assert GPS not in page(office, shows(office, with_gps(), prepared=False)[0])


def test_a_photo_that_cannot_be_opened_says_so_beside_it(office: Office) -> None:
    number, _ = shows(office, b"\xff\xd8\xff no picture")
    assert "Không dùng được ảnh này: tệp ảnh hỏng hoặc quá lớn" in page(office, number)


@pytest.mark.parametrize(("size", "longest"), [("small", 480), ("medium", 960), ("large", 1600)])
def test_prepared_copies_are_served_without_decoding_anything(
    office: Office, monkeypatch: pytest.MonkeyPatch, size: str, longest: int
) -> None:
    number, name = shows(office, with_gps())

    def refuse(*_: object) -> None:
        raise AssertionError("decoded once more")

    monkeypatch.setattr(picture_sandbox, "_answer", refuse)
    answer = office.enter(RoleName.EDITOR).get(f"/articles/{number}/photos/{name}?size={size}")
    assert answer.headers["content-type"] == "image/jpeg"
    assert max(Image.open(BytesIO(answer.content)).size) == longest


def test_copies_made_on_the_way_are_swept_after_their_time(office: Office) -> None:
    number, name = shows(office, a_picture(), prepared=False)
    visit = office.enter(RoleName.EDITOR)
    assert visit.get(f"/articles/{number}/photos/{name}").status_code == 200
    folder = folder_of_copies(office.blobs)
    assert sweep_copies(folder, now() - timedelta(days=1)) == 0
    assert sweep_copies(folder, now() + timedelta(days=1)) == 1
    assert visit.get(f"/articles/{number}/photos/{name}").status_code == 200
