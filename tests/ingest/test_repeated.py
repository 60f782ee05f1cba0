"""A picture that comes with every letter of a sender is not a photo of the article."""

from dataclasses import replace

import pytest
from sqlalchemy.orm import Session

from ingest.letter import Address, Letter
from ingest.reading import ReadArticle, Reading, ReadPhoto, Verdict
from ingest.repeated import LEAST_LETTERS, without_repeated
from tests.rows import NOON, a_site
from tinbai.db import Database
from tinbai.finding import Finding, Severity, Where
from tinbai.message import Message, MessagePart, MessageStatus

LOGO, PHOTO = "ab" * 32, "cd" * 32
SENDER = "hnd@songmau.example"


def a_letter(
    session: Session, site_id: int, number: int, *pictures: str, status: MessageStatus = MessageStatus.DRAFTED,
    sender: str = SENDER,
) -> Message:  # fmt: skip
    message = Message(
        site_id=site_id, sha256=f"{number:064x}", size=1, status=status, received_at=NOON, from_address=sender
    )
    message.parts = [
        MessagePart(position=at, filename=f"{at}.png", media_type="image/png", size=1, sha256=name)
        for at, name in enumerate(pictures)
    ]
    session.add(message)
    session.flush()
    return message


def a_reading(*, caption: str | None = None) -> Reading:
    photos = (
        ReadPhoto(sha256=PHOTO, filename="1.jpg", place=0, caption="Quang cảnh"),
        ReadPhoto(sha256=LOGO, filename="hoi.png", place=1, caption=caption),
    )
    missing = Finding(
        check="caption_missing", severity=Severity.WARN, where=Where(field="photos", block=1), message="Ảnh 2"
    )
    article = ReadArticle(title="Tin", summary=None, body_html="<p>a</p><p>b</p>", body_text="a\nb", photos=photos,
                          findings=() if caption else (missing,))  # fmt: skip
    letter = Letter(message_id=None, date=None, subject=None, sender=Address(name=None, address=SENDER), parts=())
    return Reading(letter=letter, verdict=Verdict.ARTICLES, reason=None, articles=(article,))


def places(database: Database, earlier: int, *, reading: Reading | None = None, **options: object) -> list[int | None]:
    with database.writing() as session:
        site = a_site(session)
        for number in range(earlier):
            a_letter(session, site.id, number, LOGO, **options)  # type: ignore[arg-type]
        newest = a_letter(session, site.id, 99, PHOTO, LOGO, status=MessageStatus.RECEIVED)
        (read,) = without_repeated(session, newest, reading or a_reading()).articles
        return [photo.place for photo in read.photos]


def test_an_emblem_of_every_letter_goes_to_the_tray_and_is_told(database: Database) -> None:
    with database.writing() as session:
        site = a_site(session)
        for number in range(LEAST_LETTERS):
            a_letter(session, site.id, number, LOGO)
        newest = a_letter(session, site.id, 99, PHOTO, LOGO, status=MessageStatus.RECEIVED)
        (read,) = without_repeated(session, newest, a_reading()).articles
    assert [(photo.sha256, photo.place) for photo in read.photos] == [(PHOTO, 0), (LOGO, None)]
    assert [(finding.check, finding.severity) for finding in read.findings] == [("picture_repeated", Severity.HINT)]
    assert "hoi.png" in read.findings[0].message


def test_a_picture_sent_a_few_times_stays(database: Database) -> None:
    assert places(database, LEAST_LETTERS - 1) == [0, 1]


def test_a_picture_with_a_caption_stays(database: Database) -> None:
    assert places(database, 9, reading=a_reading(caption="Biểu trưng của hội thi")) == [0, 1]


@pytest.mark.parametrize("status", [MessageStatus.JOINED, MessageStatus.NOTHING, MessageStatus.HELD])
def test_new_versions_and_letters_that_came_to_nothing_do_not_count(database: Database, status: MessageStatus) -> None:
    assert places(database, 9, status=status) == [0, 1]


def test_letters_of_others_do_not_count(database: Database) -> None:
    assert places(database, 9, sender="hpn@songmau.example") == [0, 1]


def test_what_is_not_repeated_is_given_back_as_it_is(database: Database) -> None:
    with database.writing() as session:
        newest = a_letter(session, a_site(session).id, 99, status=MessageStatus.RECEIVED)
        for reading in (a_reading(), replace(a_reading(), articles=())):
            assert without_repeated(session, newest, reading) is reading
