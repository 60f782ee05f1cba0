"""Which later letters are corrected versions of an article already here, and which bring something new."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from ingest import joining, photos_anew
from ingest.draft import draft, store_parts
from ingest.read import read
from ingest.reading import ReadArticle, ReadAttachment
from tests.ingest.corrections import (
    COLLEAGUE,
    NEW_TEXT,
    NEW_TITLE,
    NEXT_REPORT,
    REPORT,
    REPORT_TITLE,
    STRANGER,
    TEXT,
    TITLE,
    WOMEN,
    Sent,
    changed,
    site_file,
)
from tests.ingest.letters_here import SITE, SITE_DATA, SMTP, store
from tests.review.office import a_picture
from tests.rows import NOON, a_site, a_user
from tinbai.article import Article, ArticleStatus
from tinbai.blobs import Blobs
from tinbai.db import Database
from tinbai.limits import Limits
from tinbai.message import Message, MessageStatus
from tinbai.outbox import OutgoingLetter
from tinbai.revision import Revision, RevisionAttachment
from tinbai.site import Site
from tinbai.site_loading import data_of, load_site

FIRST = Sent()
OWN = "<thu1@songmau.example>"
RECEIPT = "receipt"  # stands for the Message-ID of our receipt
CODE = "AM-2026-0001"
FIGURE = changed(("45 hội viên", "54 hội viên"))
ANOTHER_DAY = changed(("12/10/2026", "13/10/2026"))
A_THIRD = [*changed(("cho 45 hội viên", "cho hơn 50 hội viên nông dân"))[:2], NEW_TEXT[2], *TEXT[3:]]
HARDLY = [TEXT[0], *NEW_TEXT[1:]]
REDDER, BLUER = a_picture("red"), a_picture("blue")
PHOTOS_ONLY = Sent(text=[], note="Em gửi lại ảnh 1 rõ hơn ạ.", photos={"1.jpg": BLUER}, number=2)

JOINS: dict[str, Sent] = {
    "answers our receipt, one figure corrected": Sent(text=FIGURE, answers=RECEIPT),
    "answers his own letter": Sent(text=FIGURE, answers=OWN),
    "names his own letter in References only": Sent(text=FIGURE, references=f"<khac@songmau.example> {OWN}"),
    "names our receipt among References": Sent(text=FIGURE, references=f"{OWN} {RECEIPT}"),
    "quotes the number in the subject": Sent(text=FIGURE, subject=f"Re: Đã nhận tin, bài ({CODE})"),
    "quotes the number in the text": Sent(text=FIGURE, note=f"Kính gửi BBT, bài mã số {CODE} xin sửa số hội viên ạ."),
    "says nothing, one figure corrected, another file": Sent(text=FIGURE, filename="ban sua.docx"),
    "says nothing, the same file's name": Sent(text=FIGURE),
    "says nothing, a sentence more": Sent(text=[*TEXT[:4], "Kết thúc lớp học, hội viên được cấp giấy.", TEXT[4]]),
    "says thay bài trước, a third rewritten": Sent(text=A_THIRD, subject="Tin bài", note="Gửi BBT, thay bài trước ạ."),
    "says đính chính, the date corrected": Sent(text=ANOTHER_DAY, subject="Đính chính bài nuôi cá", answers=OWN),
    "says sửa ngày in the note": Sent(text=ANOTHER_DAY, note="Kính gửi BBT, em sửa ngày giúp ạ.", answers=OWN),
    "answers, a third rewritten": Sent(text=A_THIRD, answers=OWN),
    "answers, the title in capitals": Sent(title=TITLE.upper(), text=FIGURE, answers=OWN),
    "a colleague of the unit answers": Sent(text=FIGURE, sender=COLLEAGUE, answers=OWN),
    "a colleague sends almost the same": Sent(text=FIGURE, sender=COLLEAGUE),
    "a corrected photo beside the same text": Sent(photos={"1.jpg": BLUER}, answers=OWN),
    "a corrected photo and no text": replace(PHOTOS_ONLY, answers=OWN),
    "a corrected photo and no text, the number quoted": replace(PHOTOS_ONLY, subject=f"Re: bài {CODE}"),
}  # fmt: skip
NEW: dict[str, Sent] = {
    "answers with a new piece": Sent(title=NEW_TITLE, text=NEW_TEXT, answers=RECEIPT),
    "quotes the number, but brings a new piece": Sent(title=NEW_TITLE, text=NEW_TEXT, subject=f"Gửi tiếp sau {CODE}"),
    "answers with the same opening and another event": Sent(text=HARDLY, answers=OWN),
    "says thay bài trước, but it is a new piece": Sent(title=NEW_TITLE, text=NEW_TEXT, note="Thay bài trước ạ."),
    "the same file's name, another piece": Sent(title=NEW_TITLE, text=NEW_TEXT),
    "the same title, another event": Sent(text=NEW_TEXT),
    "another unit sends almost the same": Sent(text=FIGURE, sender=WOMEN),
    "another unit answers and quotes the number": Sent(text=FIGURE, sender=WOMEN, answers=OWN, subject=f"Re: {CODE}"),
    "a stranger answers and quotes the number": Sent(text=FIGURE, sender=STRANGER, answers=OWN, subject=f"Re: {CODE}"),
    "the same notice for another day": Sent(text=ANOTHER_DAY, subject="Tin bài tuần này"),
    "the number of nothing": Sent(title=NEW_TITLE, text=NEW_TEXT, subject="Re: AM-2026-0999"),
    "photos alone that point to nothing": PHOTOS_ONLY,
}  # fmt: skip


@pytest.fixture
def site(database: Database, tmp_path: Path) -> Site:
    with database.writing() as session:
        site = a_site(session)
        load_site(session, site, site_file(tmp_path, SITE_DATA), date(2026, 10, 1))
    return site


class Desk:
    """Letters arrive here one after the other."""

    def __init__(self, database: Database, blobs: Blobs, site: Site) -> None:
        self.database, self.blobs, self.site = database, blobs, site

    def arrive(self, sent: Sent) -> Sequence[Article]:
        """The articles made or renewed. Somebody lets through what is held."""
        raw = self._with_receipt(sent).raw()
        message_id = store(self.database, self.blobs, raw, self.site)
        reading = read(raw, site=data_of(self.site), limits=Limits())
        store_parts(reading, self.blobs)
        with self.database.writing() as session:
            message = session.get_one(Message, message_id)
            message.released = True
            return draft(session, message, reading, data=data_of(self.site), site=SITE, smtp=SMTP, at=NOON)

    def _with_receipt(self, sent: Sent) -> Sent:
        with self.database.reading() as session:
            receipt = session.scalar(select(OutgoingLetter.message_id).order_by(OutgoingLetter.id).limit(1)) or ""
        answers = sent.answers and sent.answers.replace(RECEIPT, receipt)
        references = sent.references and sent.references.replace(RECEIPT, receipt)
        return replace(sent, answers=answers, references=references)

    def set_status(self, status: ArticleStatus) -> None:
        with self.database.writing() as session:
            for article in session.scalars(select(Article)):
                article.status = status

    def joined(self, sent: Sent) -> bool:
        """Whether a second letter becomes the next version of the one article there is."""
        self.arrive(replace(sent, number=2))
        with self.database.reading() as session:
            articles = session.scalars(select(Article)).all()
            last = session.scalars(select(Message).order_by(Message.id.desc()).limit(1)).one()
            as_one = len(articles) == 1 and len(articles[0].revisions) == 2
            assert as_one == (last.status is MessageStatus.JOINED), (last.status, last.reason)
            return as_one


@pytest.fixture
def desk(database: Database, blobs: Blobs, site: Site) -> Desk:
    return Desk(database, blobs, site)


@pytest.mark.parametrize("name", JOINS)
def test_a_corrected_version_joins(desk: Desk, name: str) -> None:
    desk.arrive(replace(FIRST, photos={"1.jpg": REDDER}) if "photo" in name else FIRST)
    assert desk.joined(JOINS[name])


@pytest.mark.parametrize("name", NEW)
def test_a_new_piece_does_not_join(desk: Desk, name: str) -> None:
    desk.arrive(replace(FIRST, photos={"1.jpg": REDDER}) if "photo" in name else FIRST)
    assert not desk.joined(NEW[name])


@pytest.mark.parametrize("answers", [None, OWN, RECEIPT])
def test_next_months_report_in_last_months_words_does_not_join(desk: Desk, answers: str | None) -> None:
    desk.arrive(Sent(title=REPORT_TITLE, text=REPORT, filename="bao cao rac.docx"))
    title = REPORT_TITLE.replace("tháng 9", "tháng 10")
    assert not desk.joined(Sent(title=title, text=NEXT_REPORT, filename="bao cao rac.docx", answers=answers))


def test_a_corrected_report_of_the_same_month_joins(desk: Desk) -> None:
    desk.arrive(Sent(title=REPORT_TITLE, text=REPORT))
    assert desk.joined(Sent(title=REPORT_TITLE, text=changed(("310 kg", "301 kg"), text=REPORT), answers=OWN))


def test_the_same_report_without_its_month_is_told_by_its_figures(desk: Desk) -> None:
    old, new = (
        [line.replace("tháng 9/2026", "tháng").replace("tháng 10/2026", "tháng") for line in text]
        for text in (REPORT, NEXT_REPORT)
    )
    desk.arrive(Sent(title="Kết quả thu gom rác thải", text=old))
    assert not desk.joined(Sent(title="Kết quả thu gom rác thải", text=new, answers=OWN))


@pytest.mark.parametrize(
    ("status", "joins", "after"),
    [
        (ArticleStatus.EDITING, True, ArticleStatus.EDITING),
        (ArticleStatus.SUBMITTED, True, ArticleStatus.EDITING),
        (ArticleStatus.APPROVED, True, ArticleStatus.EDITING),
        (ArticleStatus.PUBLISHED, True, ArticleStatus.EDITING),
        (ArticleStatus.RETURNED, True, ArticleStatus.NEW),
        (ArticleStatus.REJECTED, False, ArticleStatus.REJECTED),
        (ArticleStatus.WITHDRAWN, False, ArticleStatus.WITHDRAWN),
    ],
)
@pytest.mark.parametrize("answers", [OWN, None])
def test_whatever_the_board_did_meanwhile(
    desk: Desk, status: ArticleStatus, joins: bool, after: ArticleStatus, answers: str | None
) -> None:
    (first,) = desk.arrive(FIRST)
    desk.set_status(status)
    assert desk.joined(Sent(text=FIGURE, answers=answers)) is joins
    with desk.database.reading() as session:
        assert session.get_one(Article, first.id).status is after


def test_the_version_that_an_editor_rewrote_is_compared_with_what_the_contributor_sent(desk: Desk) -> None:
    (first,) = desk.arrive(FIRST)
    with desk.database.writing() as session:
        article = session.get_one(Article, first.id)
        editor = a_user(session, session.get_one(Site, desk.site.id))
        revision = Revision(
            article_id=article.id, number=2, made_at=NOON, made_by_id=editor.id, title=NEW_TITLE, findings=[],
            body_html="".join(f"<p>{line}</p>" for line in NEW_TEXT),
        )  # fmt: skip
        session.add(revision)
        session.flush()
        article.revision_id = revision.id
    (second,) = desk.arrive(Sent(text=FIGURE, answers=OWN, number=2))
    assert second.id == first.id


def test_of_two_articles_the_one_that_is_corrected_is_found(desk: Desk) -> None:
    (first,) = desk.arrive(FIRST)
    (second,) = desk.arrive(Sent(title=NEW_TITLE, text=NEW_TEXT, number=2))
    assert first.id != second.id
    text = changed(("10 con bò", "11 con bò"), text=NEW_TEXT)
    assert [one.id for one in desk.arrive(Sent(title=NEW_TITLE, text=text, number=3))] == [second.id]
    assert [one.id for one in desk.arrive(Sent(text=FIGURE, number=4))] == [first.id]


def test_a_photo_without_text_takes_the_place_of_the_old_one_and_the_text_stays(desk: Desk) -> None:
    desk.arrive(replace(FIRST, photos={"1.jpg": REDDER, "2.jpg": a_picture("green")}))
    (article,) = desk.arrive(replace(PHOTOS_ONLY, answers=OWN))
    with desk.database.reading() as session:
        first, second = session.get_one(Article, article.id).revisions
        assert (second.title, second.body_html) == (first.title, first.body_html)
        assert [photo.filename for photo in second.photos] == ["1.jpg", "2.jpg"]
        assert second.photos[0].sha256 != first.photos[0].sha256
        assert second.photos[0].place == first.photos[0].place
        assert second.photos[1].sha256 == first.photos[1].sha256


REMARKS = "Ảnh thứ nhất chụp rõ hơn, các bác thay giúp em trong bài tập huấn"


def missing_remarks(desk: Desk) -> list[str]:
    """The words of a letter that brings a photo and a remark, as far as they are not set aside."""
    desk.arrive(replace(FIRST, photos={"1.jpg": REDDER}))
    (article,) = desk.arrive(replace(PHOTOS_ONLY, note=REMARKS, answers=OWN))
    with desk.database.reading() as session:
        made = session.get_one(Article, article.id)
        assert len(made.revisions) == 2
        aside = " ".join(piece["text"] for piece in made.set_aside).replace(",", "")
        return [word for word in REMARKS.replace(",", "").split() if word not in aside]


def test_what_a_letter_of_photos_says_is_set_aside(desk: Desk) -> None:
    assert missing_remarks(desk) == []


def test_without_that_its_words_would_be_nowhere(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(photos_anew, "_remarks", lambda *_: ())
    assert missing_remarks(desk)


def test_the_files_that_come_with_a_photo_come_to_those_that_are_there() -> None:
    old = Revision(body_html="<p>x</p>", encoding="unicode", title="x", summary="", byline="", author="", source="")
    old.attachments = [RevisionAttachment(position=0, sha256="a", filename="a.pdf", media_type="application/pdf")]
    files = [ReadAttachment(sha256=name, filename=f"{name}.pdf", media_type="application/pdf") for name in "ab"]
    read = ReadArticle(title=None, summary=None, body_html="", body_text="", attachments=files)
    assert [file.filename for file in photos_anew.with_photos_anew(old, read).attachments] == ["a.pdf", "b.pdf"]


def test_a_photo_of_another_name_waits_in_the_tray(desk: Desk) -> None:
    desk.arrive(replace(FIRST, photos={"1.jpg": REDDER, "2.jpg": a_picture("green")}))
    (article,) = desk.arrive(replace(PHOTOS_ONLY, photos={"moi.jpg": BLUER}, answers=OWN))
    with desk.database.reading() as session:
        newest = session.get_one(Article, article.id).revision
        assert newest is not None
        assert [(photo.filename, photo.place is None) for photo in newest.photos][-1] == ("moi.jpg", True)
        assert len(newest.photos) == 3


@pytest.mark.parametrize(
    ("guard", "broken", "name"),
    [
        ("_is_theirs", lambda *_: True, "another unit answers and quotes the number"),
        ("_fits_pointed", lambda *_, **__: True, "answers with a new piece"),
        ("_fits_unasked", lambda *_, **__: True, "the same title, another event"),
    ],
)
def test_without_a_guard_a_new_piece_would_join(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, guard: str, broken: object, name: str
) -> None:
    """So each guard is needed, and the table above would show it."""
    monkeypatch.setattr(joining, guard, broken)
    desk.arrive(FIRST)
    assert desk.joined(NEW[name])


def test_a_letter_that_was_overtaken_does_not_come_on_top_of_its_correction(desk: Desk) -> None:
    """It takes long to read, and what corrects it was drafted meanwhile."""
    early = store(desk.database, desk.blobs, Sent().raw(), desk.site)
    desk.arrive(Sent(text=FIGURE, subject="Gửi lại bản sửa", number=2))
    reading = read(Sent().raw(), site=data_of(desk.site), limits=Limits())
    store_parts(reading, desk.blobs)
    with desk.database.writing() as session:
        message = session.get_one(Message, early)
        message.released = True
        made = draft(session, message, reading, data=data_of(desk.site), site=SITE, smtp=SMTP, at=NOON)
    with desk.database.reading() as session:
        assert [article.id for article in made] == [session.scalars(select(Article.id).order_by(Article.id)).all()[-1]]
        assert len(session.scalars(select(Article)).all()) == 2
