"""A correction reaches readers with the approval after it, and with every later one; nothing of it can act."""

import pytest

from publish.corrections import with_corrections
from tests.publish.setting import a_portal, an_office, approve_an_article, rows_on
from tests.rows import NOON
from tinbai.approval import approve
from tinbai.article import ArticleStatus
from tinbai.clean import clean
from tinbai.correcting import as_printed, correct, drop
from tinbai.correction import Correction, corrections_of
from tinbai.publication import PublicationStatus
from tinbai.workflow import Decision, decide

WORDS = "Số học viên là 45, không phải 54."


@pytest.fixture
def portal(tmp_path):
    return a_portal(f"sqlite:///{tmp_path}/portal.db", tmp_path)


@pytest.fixture
def office(database, blobs, portal):
    return an_office(database, blobs, portal)


def body_on(portal):
    (row,) = rows_on(portal)
    return row["body_html"]


def corrected(session, article, head):
    correct(session, article, words=WORDS, by=head, at=NOON)


def approved_again(session, article, head):
    decide(session, article, Decision.SUBMIT, by=head, at=NOON)
    approve(session, article, by=head, at=NOON, portals=["cong"])


def edited(session, article, head):
    decide(session, article, Decision.EDIT, by=head, at=NOON)


def test_a_correction_goes_out_with_the_next_approval_and_not_before(office, portal):
    approve_an_article(office)
    office.publish()
    before = body_on(portal)
    office.change(corrected)
    office.publish()
    assert body_on(portal) == before
    office.change(approved_again)
    office.publish()
    assert office.publication().status is PublicationStatus.LIVE
    assert office.article().status is ArticleStatus.PUBLISHED
    assert body_on(portal) == before + f"\n<p><em>Đính chính (12:00 ngày 15/10/2026): {WORDS}</em></p>"


def test_a_correction_stays_when_the_article_is_edited_once_more(office, portal):
    approve_an_article(office)
    office.publish()
    for verb in (corrected, approved_again):
        office.change(verb)
    office.publish()
    office.change(edited)
    office.change(approved_again)
    office.publish()
    assert body_on(portal).count(WORDS) == 1


def test_a_correction_that_was_dropped_is_told_to_nobody(office, portal):
    approve_an_article(office)
    office.publish()
    office.change(corrected)
    office.change(
        lambda session, article, head: drop(session, article, corrections_of(session, article.id)[0], by=head, at=NOON)
    )
    office.change(approved_again)
    office.publish()
    assert WORDS not in body_on(portal)


@pytest.mark.parametrize(
    "words", ["<script>alert(1)</script>", "A & B < C", "Một.\n\nHai.", '"><img src=x onerror=alert(1)>']
)
def test_what_a_correction_says_is_text_and_clean(words):
    note = Correction(at=NOON, words=words)
    body = with_corrections("<p>Bài.</p>", [note])
    assert clean(body) == body.replace("\n", "") or clean(body) == body
    assert "<script" not in body
    assert "<img" not in body
    assert as_printed(note).startswith("Đính chính (12:00 ngày 15/10/2026): ")
