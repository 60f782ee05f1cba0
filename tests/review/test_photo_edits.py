"""A photo is turned, cut and made the cover by an instruction beside it: the original stays, readers get the copy."""

from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from publish.photo import photo_copy
from tests.review.office import Office, Visit, a_picture
from tests.review.test_saving import form_of
from tinbai.errors import InputError
from tinbai.people import RoleName
from tinbai.photo_edit import PhotoEdit
from tinbai.pictures import edited_copy
from tinbai.revision import RevisionPhoto

FIELDS = ("turn", "left", "top", "right", "bottom")


def quarters() -> bytes:
    """400 × 200: red on the left, blue on the right, a green stripe at the top."""
    image = Image.new("RGB", (400, 200), "red")
    image.paste("blue", (200, 0, 400, 200))
    image.paste("lime", (0, 0, 400, 50))
    file = BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def looks(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content)).convert("RGB")


def is_like(pixel: Any, colour: tuple[int, int, int]) -> bool:
    return all(abs(one - other) < 60 for one, other in zip(pixel, colour, strict=True))


RED, BLUE, LIME = (255, 0, 0), (0, 0, 255), (0, 255, 0)


def test_turned_clockwise_the_left_side_is_at_the_top() -> None:
    picture = looks(edited_copy(quarters(), "90:0,0,0,0", 400))
    assert picture.size == (200, 400)
    assert is_like(picture.getpixel((50, 50)), RED)
    assert is_like(picture.getpixel((50, 350)), BLUE)
    assert is_like(picture.getpixel((190, 200)), LIME)  # what was at the top is on the right


def test_what_is_cut_is_counted_on_the_turned_picture() -> None:
    picture = looks(edited_copy(quarters(), "90:0,50,25,0", 400))
    assert picture.size == (150, 200)
    assert is_like(picture.getpixel((75, 100)), BLUE)
    assert not any(is_like(picture.getpixel((x, 100)), LIME) for x in range(150))


def test_a_small_part_of_a_large_photo_is_as_large_as_was_asked_for() -> None:
    large = BytesIO()
    Image.new("RGB", (4000, 3000), "navy").save(large, "JPEG")
    assert looks(edited_copy(large.getvalue(), "0:40,40,40,40", 480)).size == (480, 360)


def test_the_same_instruction_gives_the_same_bytes() -> None:
    assert edited_copy(quarters(), "180:5,5,5,5", 300) == edited_copy(quarters(), "180:5,5,5,5", 300)


@pytest.mark.parametrize("written", ["45:0,0,0,0", "90:60,0,40,0", "0:0,96,0,0", "90:-1,0,0,0", "x", "90", "0:1,2,3"])
def test_an_instruction_that_leaves_no_picture_is_none(written: str) -> None:
    with pytest.raises(InputError):
        PhotoEdit.of(written)


@pytest.mark.parametrize("written", ["", "90:0,0,0,0", "0:10,0,20,5", "270:1,2,3,4"])
def test_an_instruction_is_written_as_it_is_read(written: str) -> None:
    assert str(PhotoEdit.of(written)) == written


@pytest.fixture
def editor(office: Office) -> Visit:
    return office.enter(RoleName.EDITOR)


def two_photos(office: Office) -> tuple[int, list[str]]:
    names = [office.blobs.put(quarters()), office.blobs.put(a_picture("olive"))]
    photos = tuple(
        RevisionPhoto(position=number, sha256=name, filename=f"{number + 1}.jpg", place=number)
        for number, name in enumerate(names)
    )
    return office.article(photos=photos), names


def edits(*rows: str) -> dict[str, list[str]]:
    columns = zip(*(row.replace(":", ",").split(",") for row in rows), strict=True)
    return {f"photo_{name}": list(column) for name, column in zip(FIELDS, columns, strict=True)}


def save_edits(office: Office, editor: Visit, article_id: int, cover: str = "") -> None:
    form = form_of(office, article_id, **edits("90:0,10,0,0", "0:0,0,0,0"), photo_cover=cover)
    assert editor.post(f"/articles/{article_id}/revisions", form).status_code == 303


def test_saving_keeps_the_instruction_and_leaves_the_original(office: Office, editor: Visit) -> None:
    article_id, names = two_photos(office)
    save_edits(office, editor, article_id, cover=names[1])
    revision = office.read(article_id).revision
    assert revision is not None
    assert [(photo.edit, photo.cover) for photo in revision.photos] == [("90:0,10,0,0", False), ("", True)]
    assert office.blobs.get(names[0]) == quarters()
    page = editor.get(f"/articles/{article_id}/revisions/2").text
    assert "Ảnh 1.jpg: cắt, xoay ảnh." in page
    assert "Ảnh 2.jpg: chọn làm ảnh đại diện." in page


def test_a_form_without_those_fields_leaves_them_as_they_are(office: Office, editor: Visit) -> None:
    article_id, names = two_photos(office)
    save_edits(office, editor, article_id, cover=names[1])
    editor.post(f"/articles/{article_id}/revisions", form_of(office, article_id, title="Khác"))
    revision = office.read(article_id).revision
    assert revision is not None
    assert revision.number == 3
    assert [(photo.edit, photo.cover) for photo in revision.photos] == [("90:0,10,0,0", False), ("", True)]


def test_a_version_taken_back_has_its_photos_as_they_were_cut(office: Office, editor: Visit) -> None:
    article_id, names = two_photos(office)
    save_edits(office, editor, article_id, cover=names[1])
    editor.post(f"/articles/{article_id}/revisions", form_of(office, article_id, **edits("0:0,0,0,0", "0:0,0,0,0")))
    editor.post(f"/articles/{article_id}/revisions/2/restoration", {"seen": "3"})
    revision = office.read(article_id).revision
    assert revision is not None
    assert [(photo.edit, photo.cover) for photo in revision.photos] == [("90:0,10,0,0", False), ("", True)]


def test_the_page_shows_the_photo_as_it_will_look(office: Office, editor: Visit) -> None:
    article_id, names = two_photos(office)
    save_edits(office, editor, article_id)
    assert "edit=90%3A0%2C10%2C0%2C0" in editor.get(f"/articles/{article_id}").text
    answer = editor.get(f"/articles/{article_id}/photos/{names[0]}?size=small&edit=90:0,10,0,0")
    assert looks(answer.content).size == (200, 360)
    assert editor.get(f"/articles/{article_id}/photos/{names[0]}?edit=90:99,99,0,0").status_code == 404
    assert editor.get(f"/articles/{article_id}/photos/{names[0]}?edit=../../x").status_code == 404


def test_fields_that_do_not_fit_together_are_refused(office: Office, editor: Visit) -> None:
    article_id, _ = two_photos(office)
    form = form_of(office, article_id, **(edits("90:0,0,0,0", "0:0,0,0,0") | {"photo_top": ["0"]}))
    assert editor.post(f"/articles/{article_id}/revisions", form).status_code == 422
    form = form_of(office, article_id, **edits("0:60,0,60,0", "0:0,0,0,0"))
    answer = editor.post(f"/articles/{article_id}/revisions", form)
    assert answer.status_code == 422
    assert "phải giữ lại ít nhất 5 %" in answer.text


def test_the_portal_gets_the_cut_copy_never_the_original(office: Office) -> None:
    photo = RevisionPhoto(position=0, sha256=office.blobs.put(quarters()), filename="1.png", place=0, edit="0:50,0,0,0")
    copy = photo_copy(photo, 1600, office.blobs)
    assert (copy.width, copy.height) == (200, 200)
    assert is_like(looks(copy.content).getpixel((100, 150)), BLUE)
    plain = RevisionPhoto(position=0, sha256=photo.sha256, filename="1.png", place=0, edit="")
    assert photo_copy(plain, 1600, office.blobs).content == quarters()  # without it, readers get what is plain
