"""Corrections and approvals: nobody approves a note that he has not seen, and only what went out stands for good."""

import pytest

from tests.review.office import Office, Visit
from tests.review.route_things import put_on_portal
from tests.review.test_by_link import YES, asked
from tests.review.test_more_decisions import ASK, WRONG, letters, published, token_in
from tinbai.article import ArticleStatus
from tinbai.correcting import is_out
from tinbai.correction import Correction
from tinbai.people import RoleName
from tinbai.publication import REACHED, Publication, PublicationStatus

A, P = ArticleStatus, PublicationStatus


def post(office: Office, visit: Visit, article_id: int, what: str, **form: str) -> int:
    """Post about the article as it stands; returns the status."""
    form = {"seen": str(office.read(article_id).version)} | form
    return int(visit.post(f"/articles/{article_id}/{what}", form).status_code)


def removal(office: Office) -> str:
    with office.database.reading() as session:
        return f"corrections/{session.query(Correction).one().id}/removal"


def test_who_has_the_page_from_before_a_correction_does_not_approve_it(office: Office) -> None:
    article_id, editor, head = published(office), office.enter(RoleName.EDITOR), office.enter(RoleName.HEAD)
    old = str(office.read(article_id).version)
    post(office, editor, article_id, "correction", note=WRONG["note"])
    post(office, editor, article_id, "submission")
    assert post(office, head, article_id, "approval", seen=old) == 409
    assert office.read(article_id).status is A.SUBMITTED
    assert post(office, head, article_id, "approval") == 303


def test_who_has_the_page_with_a_correction_does_not_approve_it_without(office: Office) -> None:
    article_id, editor, head = published(office), office.enter(RoleName.EDITOR), office.enter(RoleName.HEAD)
    post(office, editor, article_id, "correction", note=WRONG["note"])
    post(office, editor, article_id, "submission")
    old = str(office.read(article_id).version)
    assert post(office, editor, article_id, removal(office)) == 303
    assert post(office, head, article_id, "approval", seen=old) == 409
    assert office.read(article_id).status is A.SUBMITTED


def test_a_correction_makes_an_older_link_worthless(office: Office) -> None:
    article_id, token, browser = asked(office)
    put_on_portal(office, article_id)
    editor = office.enter(RoleName.EDITOR)
    with office.database.writing() as session:
        article = session.merge(office.read(article_id))
        article.status = A.EDITING
    assert post(office, editor, article_id, "correction", note=WRONG["note"]) == 303
    assert post(office, editor, article_id, "submission") == 303
    assert browser.post(f"/approve/{token}", data=YES).status_code == 410
    assert "bản mới hơn" in browser.get(f"/approve/{token}").text
    assert office.read(article_id).status is A.SUBMITTED
    post(office, editor, article_id, removal(office))  # it is again what the link was written for
    assert browser.post(f"/approve/{token}", data=YES).status_code == 200


def test_a_link_shows_corrections_that_were_there_and_ends_when_one_is_dropped(office: Office) -> None:
    asked(office)  # the head with his PIN, and an address
    article_id, editor = published(office), office.enter(RoleName.EDITOR)
    post(office, editor, article_id, "correction", note=WRONG["note"])
    post(office, editor, article_id, "escalation", note=ASK["note"])
    token, browser = token_in(letters(office)[-1]), office.stranger().client
    assert WRONG["note"] in browser.get(f"/approve/{token}/page").text
    office.clock.move(minutes=1)
    post(office, editor, article_id, removal(office))
    assert browser.post(f"/approve/{token}", data=YES).status_code == 410
    assert office.read(article_id).status is A.SUBMITTED


def test_a_correction_whose_approval_was_taken_back_can_be_dropped(office: Office) -> None:
    article_id, head = published(office), office.enter(RoleName.HEAD)
    post(office, head, article_id, "correction", note=WRONG["note"])
    post(office, head, article_id, "submission")
    post(office, head, article_id, "approval")
    assert post(office, head, article_id, removal(office)) == 422
    assert post(office, head, article_id, "undoing") == 303
    with office.database.reading() as session:
        kept, note = session.query(Publication).one(), session.query(Correction).one()
        assert (kept.status, kept.approval > note.event_id) == (P.LIVE, True)
    assert removal(office) in head.get(f"/articles/{article_id}").text
    assert post(office, head, article_id, removal(office)) == 303


@pytest.mark.parametrize(
    ("status", "approval", "proven", "out"),
    [
        (P.LIVE, 12, None, False), (P.LIVE, 12, 8, False), (P.LIVE, 12, 12, True), (P.WITHDRAWN, 12, 8, False),
        (P.WITHDRAWN, 12, 12, True), (P.DUE, 12, 8, True), (P.SENDING, 12, None, True), (P.DUE, 8, 8, False),
        (P.FAILED, 12, 8, False), (P.FAILED, 12, (8, 12), True), (P.LIVE, 14, (8, 9), False),
    ],
)  # fmt: skip
def test_a_correction_is_out_when_a_portal_shows_it_or_is_about_to(
    status: PublicationStatus, approval: int, proven: int | tuple[int, int] | None, *, out: bool
) -> None:
    """Of two, the second is one that the portal may have though it was not proven."""
    known = proven if isinstance(proven, tuple) else (proven,)
    proof = dict(zip(("approval", REACHED), known, strict=False)) if proven else None
    publication = Publication(status=status, approval=approval, proof=proof)
    assert is_out(Correction(event_id=10), [publication]) is out
    assert not is_out(Correction(event_id=10), [])
