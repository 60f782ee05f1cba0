"""Publishing on SQLite, from approval to proof."""

from datetime import timedelta
from hashlib import sha256

import pytest
from sqlalchemy import select, update

from publish.due import PortalKey
from publish.one import Result
from publish.points import Point
from publish.portal_database import writing
from publish.portals.reference.schema import portal_article
from publish.run import publish_due
from tests.publish.setting import BODY, CAPTIONS, PDF, a_photo, a_portal, an_office, approve_an_article, rows_on
from tinbai.approval import approve, cancel_due, republish, withdraw
from tinbai.article import ArticleStatus
from tinbai.event import Event
from tinbai.publication import REACHED, Publication, PublicationStatus
from tinbai.revision import Revision, RevisionAttachment, RevisionPhoto
from tinbai.workflow import Decision, Step, advance, decide


@pytest.fixture
def portal(tmp_path):
    return a_portal(f"sqlite:///{tmp_path}/portal.db", tmp_path)


@pytest.fixture
def office(database, blobs, portal):
    return an_office(database, blobs, portal)


def only_file(portal, table):
    (row,) = rows_on(portal, table)
    return portal.media_path / row["file"]


def save_again(title="Tập huấn trồng nấm rơm cho 54 hội viên", photos=None):
    """What saving an edited article and approving it again does."""

    def verb(session, article, head):
        decide(session, article, Decision.EDIT, by=head, at=article.changed_at)
        cancel_due(session, article, by=head, at=article.changed_at)
        old = session.get_one(Revision, article.revision_id)
        new = Revision(
            article_id=article.id, number=old.number + 1, made_at=old.made_at, title=title, summary=old.summary,
            body_html=old.body_html, byline=old.byline, author=old.author, findings=[],
        )  # fmt: skip
        new.photos = [
            RevisionPhoto(position=p.position, sha256=p.sha256, filename=p.filename, caption=p.caption, place=p.place)
            for p in (old.photos if photos is None else old.photos[:photos])
        ]
        session.add(new)
        session.flush()
        article.revision_id = new.id
        session.flush()
        session.refresh(article)

    return verb


def approve_now(session, article, head):
    approve(session, article, by=head, at=article.changed_at, portals=["cong"])


def test_an_approved_article_is_on_the_portal_with_its_text_photos_and_file(office, portal):
    approve_an_article(office)
    done = office.publish()
    assert [outcome.result for outcome in done.outcomes] == [Result.LIVE]
    (row,) = rows_on(portal)
    assert row["title"] == "Tập huấn kỹ thuật trồng nấm rơm cho 45 hội viên nông dân"
    assert row["slug"] == "tap-huan-ky-thuat-trong-nam-rom-cho-45-hoi-vien-nong-dan"
    assert (row["column_key"], row["column_name"]) == ("kinh-te", "Kinh tế")
    assert row["published_at"] == office.clock()
    assert row["updated_at"] is None
    assert row["visible"]
    photos = rows_on(portal, "portal_photo")
    assert [photo["caption"] for photo in photos] == list(CAPTIONS)
    assert [photo["is_cover"] for photo in photos] == [True, False]
    for photo, original in zip(photos, (a_photo(1), a_photo(2)), strict=True):
        assert (portal.media_path / photo["file"]).read_bytes() == original
    (attachment,) = rows_on(portal, "portal_attachment")
    assert (portal.media_path / attachment["file"]).read_bytes() == PDF
    assert attachment["name"] == "Tài liệu nấm rơm.pdf"


def test_photos_stand_after_their_places_in_the_body(office, portal):
    approve_an_article(office)
    office.publish()
    body = rows_on(portal)[0]["body_html"]
    first, second = (body.index(caption) for caption in CAPTIONS)
    assert body.index("khai mạc lớp học") < first < body.index("45 học viên")
    assert body.index("buổi chiều") < second


def test_being_live_is_recorded_with_its_proof_and_the_article_is_published(office, portal):
    approve_an_article(office)
    office.publish()
    publication, article = office.publication(), office.article()
    assert publication.status is PublicationStatus.LIVE
    assert article.status is ArticleStatus.PUBLISHED
    assert publication.live_revision_id == publication.revision_id
    assert publication.live_at == office.clock()
    assert publication.lease_until is None
    assert publication.address == f"https://anmau.example/tin/{rows_on(portal)[0]['slug']}-{publication.portal_id}.html"
    assert publication.proof is not None
    assert [photo["sha256"] for photo in publication.proof["photos"]] == [
        sha256(a_photo(1)).hexdigest(), sha256(a_photo(2)).hexdigest()
    ]  # fmt: skip
    with office.database.reading() as session:
        events = session.scalars(select(Event.decision).order_by(Event.id)).all()
    assert events == ["approve", "send", "prove", "publish"]


def test_nothing_goes_out_before_its_time(office, portal):
    approve_an_article(office, publish_at=office.clock() + timedelta(hours=1))
    assert office.publish().outcomes == []
    office.clock.forward(timedelta(hours=1))
    assert office.publish().count(Result.LIVE) == 1
    assert rows_on(portal)[0]["published_at"] == office.clock()


def test_a_second_pass_finds_nothing_to_do(office, portal):
    approve_an_article(office)
    office.publish()
    assert office.publish().outcomes == []
    assert len(rows_on(portal)) == 1


def test_a_new_approval_renews_the_row_and_leaves_unchanged_photos_alone(office, portal):
    approve_an_article(office)
    office.publish()
    photo = portal.media_path / rows_on(portal, "portal_photo")[0]["file"]
    inode = photo.stat().st_ino
    office.clock.forward(timedelta(days=40))
    office.change(save_again())
    office.change(lambda session, article, head: approve(
        session, article, by=head, at=office.clock(), portals=["cong"]
    ))  # fmt: skip
    assert office.publish().count(Result.LIVE) == 1
    (row,) = rows_on(portal)
    assert row["title"] == "Tập huấn trồng nấm rơm cho 54 hội viên"
    assert row["published_at"] == office.clock() - timedelta(days=40)
    assert row["updated_at"] == office.clock()
    assert photo.stat().st_ino == inode
    assert len(rows_on(portal, "portal_photo")) == 2
    assert rows_on(portal, "portal_attachment") == []
    assert office.article().status is ArticleStatus.PUBLISHED


def test_a_withdrawn_article_is_hidden_and_its_files_are_gone(office, portal):
    approve_an_article(office)
    office.publish()
    files = [portal.media_path / row["file"] for row in rows_on(portal, "portal_photo")]
    office.change(lambda session, article, head: withdraw(
        session, article, by=head, at=office.clock(), note="Sai số liệu"
    ))  # fmt: skip
    assert office.publish().count(Result.WITHDRAWN) == 1
    assert not rows_on(portal)[0]["visible"]
    assert not any(file.exists() for file in files)
    publication = office.publication()
    assert publication.status is PublicationStatus.WITHDRAWN
    assert publication.live_revision_id is None
    assert publication.proof is not None
    assert publication.proof["visible"] is False


def test_what_was_withdrawn_can_be_put_up_again_in_the_same_row(office, portal):
    approve_an_article(office)
    office.publish()
    (before,) = rows_on(portal)
    office.change(lambda session, article, head: withdraw(
        session, article, by=head, at=office.clock(), note="Sai số liệu"
    ))  # fmt: skip
    office.publish()
    office.clock.forward(timedelta(days=1))
    office.change(lambda session, article, head: republish(session, article, by=head, at=office.clock()))
    assert office.publish().count(Result.LIVE) == 1
    (row,) = rows_on(portal)
    assert row["id"] == before["id"]
    assert row["visible"]
    assert row["published_at"] == before["published_at"]
    assert (portal.media_path / rows_on(portal, "portal_photo")[0]["file"]).read_bytes() == a_photo(1)
    assert office.article().status is ArticleStatus.PUBLISHED


def test_taking_down_what_was_never_written_needs_no_row(office, portal):
    approve_an_article(office)
    with office.database.writing() as session:
        publication = session.scalars(select(Publication)).one()
        advance(session, publication, Step.TAKE_DOWN, at=office.clock())
    assert office.publish().count(Result.WITHDRAWN) == 1
    assert rows_on(portal) == []
    assert office.publication().proof["was_there"] is False


def test_an_edit_before_the_due_time_keeps_the_article_off_the_portal(office, portal):
    approve_an_article(office, publish_at=office.clock() + timedelta(hours=1))
    office.change(save_again())
    office.clock.forward(timedelta(hours=2))
    assert office.publish().outcomes == []
    assert rows_on(portal) == []


def test_what_is_edited_between_reading_and_sending_is_not_sent(office, portal):
    """The list of what is due was read; then the editor saved."""
    approve_an_article(office)
    portals = dict(office.portals)

    class Late(dict):
        def items(self):
            office.change(save_again())
            return portals.items()

    office.portals.clear()
    office.portals.update(portals)
    late = Late(portals)
    assert publish_due(office.database, late, office.blobs, clock=office.clock).count(Result.LIVE) == 0
    assert rows_on(portal) == []


def test_a_withdrawal_while_it_is_being_written_stops_the_portals_commit(office, portal):
    approve_an_article(office)

    def withdraw_meanwhile(point):
        if point is Point.ROW_WRITTEN:
            with office.database.writing() as session:
                advance(session, session.scalars(select(Publication)).one(), Step.TAKE_DOWN, at=office.clock())

    assert office.publish(withdraw_meanwhile).count(Result.SKIPPED) == 1
    assert rows_on(portal) == []
    assert office.publish().count(Result.WITHDRAWN) == 1


def test_a_withdrawal_between_commit_and_record_ends_with_nothing_to_see(office, portal):
    approve_an_article(office)

    def withdrawn_by_another(point):
        if point is Point.COMMITTED and rows_on(portal)[0]["visible"]:
            with office.database.writing() as session:
                publication = session.scalars(select(Publication)).one()
                advance(session, publication, Step.TAKE_DOWN, at=office.clock())
                advance(session, publication, Step.CONFIRM_DOWN, at=office.clock())

    assert office.publish(withdrawn_by_another).count(Result.SKIPPED) == 1
    assert not rows_on(portal)[0]["visible"]


def test_nothing_is_written_once_the_lease_has_ended(office, portal):
    approve_an_article(office)

    def sleep_long(point):
        if point is Point.FILES_WRITTEN:
            office.clock.forward(timedelta(minutes=20))

    assert office.publish(sleep_long).count(Result.SKIPPED) == 1
    assert rows_on(portal) == []
    assert office.publish().count(Result.LIVE) == 1


def test_an_older_approval_never_overwrites_a_newer_one(office, portal):
    approve_an_article(office)
    with writing(portal.engine, portal.key) as connection:
        pass
    office.publish()
    with writing(portal.engine, portal.key) as connection:
        connection.execute(update(portal_article).values(approval=999, title="Bản mới hơn"))
    office.change(save_again())
    office.change(approve_now)
    (outcome,) = office.publish().outcomes
    assert outcome.result is Result.REFUSED
    assert rows_on(portal)[0]["title"] == "Bản mới hơn"


def test_what_the_portal_shows_otherwise_than_approved_is_refused_with_the_field_named(office, portal):
    approve_an_article(office)

    def meddle(point):
        if point is Point.COMMITTED:
            with writing(portal.engine, portal.key) as connection:
                connection.execute(update(portal_article).values(title="Ai đó đã sửa"))

    (outcome,) = office.publish(meddle).outcomes
    assert outcome.result is Result.REFUSED
    assert "title" in outcome.problem
    publication = office.publication()
    assert publication.status is PublicationStatus.FAILED
    assert publication.live_revision_id == publication.revision_id  # readers do see it
    assert (publication.proof or {})[REACHED] == publication.approval
    assert "title" in (publication.error or "")
    assert office.article().status is ArticleStatus.APPROVED


def test_a_photo_that_vanishes_before_it_is_read_back_is_written_again(office, portal):
    approve_an_article(office)

    def vanish(point):
        if point is Point.COMMITTED:
            (portal.media_path / rows_on(portal, "portal_photo")[0]["file"]).unlink()

    assert office.publish(vanish).count(Result.LATER) == 1
    assert office.publication().status is PublicationStatus.SENDING
    office.clock.forward(timedelta(minutes=1))
    assert office.publish().count(Result.LIVE) == 1
    assert (portal.media_path / rows_on(portal, "portal_photo")[0]["file"]).read_bytes() == a_photo(1)
    assert len(rows_on(portal)) == 1


def test_a_photo_that_is_none_is_refused_with_its_name(office, portal):
    approve_an_article(office, photos=[b"<html>not a photo</html>"])
    (outcome,) = office.publish().outcomes
    assert outcome.result is Result.REFUSED
    assert "1.jpg" in outcome.problem
    assert rows_on(portal) == []


def test_a_title_longer_than_the_portals_column_is_refused_with_the_figures(office, portal):
    approve_an_article(office)
    office.change(save_again(title="Dài " * 200))
    office.change(approve_now)
    (outcome,) = office.publish().outcomes
    assert outcome.result is Result.REFUSED
    assert "title (800 ký tự, tối đa 500)" in outcome.problem


@pytest.mark.parametrize("name", ["trang.html", "ma.php", "anh.svg", "Mẫu.docm", "khong-duoi", "a.pdf.exe"])
def test_a_file_that_could_act_on_the_portal_does_not_go_out(office, portal, name):
    approve_an_article(office)
    with office.database.writing() as session:
        session.scalars(select(RevisionAttachment)).one().filename = name
    (outcome,) = office.publish().outcomes
    assert outcome.result is Result.REFUSED
    assert name in outcome.problem
    assert rows_on(portal) == []


def test_a_body_is_cleaned_again_on_its_way_out(office, portal):
    approve_an_article(office, body_html=BODY + "<script>alert(1)</script><p onclick='x()'>Hết.</p>")
    office.publish()
    body = rows_on(portal)[0]["body_html"]
    assert "script" not in body
    assert "onclick" not in body
    assert "Hết." in body


def test_a_caption_is_text_and_never_markup(office, portal):
    approve_an_article(office)
    with office.database.writing() as session:
        session.scalars(select(RevisionPhoto)).first().caption = '<img src=x onerror="alert(1)">'
    office.publish()
    assert "&lt;img src=x onerror=&quot;alert(1)&quot;&gt;" in rows_on(portal)[0]["body_html"]


def test_a_publication_at_a_portal_nobody_configured_is_reported(office):
    approve_an_article(office, portals=["cong", "cong-cu"])
    done = office.publish()
    assert list(done.stranded) == [office.publication("cong-cu").id]
    assert done.count(Result.LIVE) == 1
    assert office.article().status is ArticleStatus.APPROVED


def test_an_article_for_two_portals_is_published_when_both_have_it(database, blobs, tmp_path):
    one = a_portal(f"sqlite:///{tmp_path}/one.db", tmp_path, "mot")
    two = a_portal(f"sqlite:///{tmp_path}/two.db", tmp_path, "hai")
    office = an_office(database, blobs, one, two)
    approve_an_article(office, portals=["mot", "hai"])
    del office.portals[PortalKey("an-mau", "hai")]
    office.publish()
    assert office.article().status is ArticleStatus.APPROVED
    office.portals[PortalKey("an-mau", "hai")] = two
    office.publish()
    assert office.article().status is ArticleStatus.PUBLISHED


def test_more_than_one_batch_of_due_publications_goes_out_in_one_pass(office, portal):
    for _ in range(45):
        approve_an_article(office, photos=[])
    assert office.publish().count(Result.LIVE) == 45
    assert len({row["tinbai_key"] for row in rows_on(portal)}) == 45
