"""Words that the anatomy loses are caught: set aside, said to the editor, counted."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from ingest import read as reading_module
from ingest.anatomy import Shaped
from ingest.anatomy import shape as honest_shape
from ingest.anatomy.lost_words import CHECK, WHY
from ingest.read import read
from tests.ingest.letters_here import draft_bytes
from tests.mail.corpus import Photos, letters
from tests.rows import a_site
from tinbai.blobs import Blobs
from tinbai.db import Database
from tinbai.event import WORDS_LOST, Event
from tinbai.limits import Limits
from tinbai.site import Site

TYPED = (
    b"Subject: Thon Dong Thu lam duong\r\nFrom: thon.dongthu@songmau.example\r\n"
    b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    + "Sáng 12/10, thôn Đồng Thử làm đường.\r\n\r\nBà con hiến hai trăm mét đất.\r\n".encode()
)


@pytest.fixture
def site(database: Database) -> Site:
    """A board."""
    with database.writing() as session:
        return a_site(session)


def forgetful(*given: object) -> Shaped:
    """The anatomy, with the last words of its first article gone."""
    shaped = honest_shape(*given)  # type: ignore[arg-type]
    first, *others = shaped.articles
    cut = replace(first, body_text=first.body_text.replace("hai trăm mét đất.", ""))
    return replace(shaped, articles=(cut, *others))


def test_lost_words_are_set_aside_and_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_module, "shape", forgetful)
    reading = read(TYPED, site=None, limits=Limits())
    (piece,) = [piece for piece in reading.set_aside if piece.why == WHY]
    assert piece.text.split() == ["hai", "trăm", "mét", "đất"]
    (finding,) = [finding for finding in reading.findings if finding.check == CHECK]
    assert "“trăm”" in finding.message


def test_where_nothing_is_lost_nothing_is_said() -> None:
    for raw in letters(30, 3, photos=Photos.SMALL):
        assert CHECK not in {finding.check for finding in read(raw, site=None, limits=Limits()).findings}


def test_a_letter_with_lost_words_is_counted(
    monkeypatch: pytest.MonkeyPatch, database: Database, blobs: Blobs, site: Site
) -> None:
    monkeypatch.setattr(reading_module, "shape", forgetful)
    draft_bytes(database, blobs, TYPED, site)
    with database.reading() as session:
        assert session.scalars(select(Event).where(Event.decision == WORDS_LOST)).one().noun == "message"
