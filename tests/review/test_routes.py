"""Who may open and do what: every route of the site against every role. A route without a row here fails."""

import itertools
from dataclasses import dataclass, field

import pytest
from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from sqlalchemy import delete, update

from tests.review.office import Office, Visit, a_picture
from tinbai.article import Article, ArticleStatus
from tinbai.message import MessagePart, MessageStatus
from tinbai.people import Contributor, ContributorAddress, Origin, RefusedSender, RoleName
from tinbai.publication import Publication, PublicationStatus
from tinbai.revision import RevisionPhoto
from tinbai.site import Site
from tinbai.workflow import record

EDITOR, APPROVER, HEAD, SECRETARY, ADMIN = RoleName
EVERYBODY = frozenset(RoleName)
EDITORS = frozenset({EDITOR, APPROVER, HEAD, SECRETARY})
APPROVERS = frozenset({APPROVER, HEAD})
KEEPERS = frozenset({HEAD, SECRETARY})
OPEN = frozenset({"/healthz", "/metrics", "/login"})  # for those who are not logged in too
# About no single thing: the visitor's own site is shown.
PAGES = frozenset({"/", "/messages", "/contributors", "/logout"})
ELSEWHERE: tuple[dict[str, str], ...] = (
    {"Origin": "https://ac.example"},
    {"Origin": "null"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
)
DRAFT = {
    "title": "Tiêu đề mới", "summary": "", "body_html": "<p>Nội dung mới.</p>", "byline": "", "author": "",
    "source": "", "genre": "", "column": "kinh-te", "seen": "1",
}  # fmt: skip
REASON = {"note": "Cần ghi lý do", "seen": "1"}
SEEN = {"seen": "1"}


@dataclass(frozen=True)
class Row:
    """Who may, and on what: the status of the article or letter, and what the form sends."""

    may: frozenset[RoleName]
    status: ArticleStatus | MessageStatus = ArticleStatus.NEW
    form: dict[str, str] = field(default_factory=dict)
    answer: int | None = None  # None: 200 for a page, 303 for what was done


A, M = ArticleStatus, MessageStatus
ROWS = {
    ("GET", "/healthz"): Row(EVERYBODY),
    ("GET", "/metrics"): Row(EVERYBODY),
    ("GET", "/login"): Row(EVERYBODY),
    ("POST", "/login"): Row(EVERYBODY, form={"username": "x", "password": "y"}),
    ("POST", "/logout"): Row(EVERYBODY),
    ("GET", "/"): Row(EVERYBODY),
    ("GET", "/articles/{article_id}"): Row(EVERYBODY),
    ("GET", "/articles/{article_id}/history"): Row(EVERYBODY),
    ("GET", "/articles/{article_id}/revisions/{number}"): Row(EVERYBODY),
    ("GET", "/articles/{article_id}/photos/{sha256}"): Row(EVERYBODY),
    ("GET", "/articles/{article_id}/return"): Row(EDITORS),
    ("POST", "/articles/{article_id}/revisions"): Row(EDITORS, form=DRAFT),
    ("POST", "/articles/{article_id}/choice"): Row(EDITORS, form=DRAFT | {"take": "0/1"}, answer=200),
    ("POST", "/articles/{article_id}/rereading"): Row(EDITORS, form=SEEN | {"field": "source", "value": "raw"}),
    ("POST", "/articles/{article_id}/revisions/{number}/restoration"): Row(EDITORS, form=SEEN),
    ("POST", "/articles/{article_id}/claim"): Row(EDITORS, form=SEEN),
    ("POST", "/articles/{article_id}/submission"): Row(EDITORS, form=SEEN),
    ("POST", "/articles/{article_id}/return"): Row(EDITORS, form=REASON),
    ("POST", "/articles/{article_id}/rejection"): Row(EDITORS, form=REASON),
    ("POST", "/articles/{article_id}/restoration"): Row(EDITORS, A.REJECTED, SEEN),
    ("POST", "/articles/{article_id}/approval"): Row(APPROVERS, A.SUBMITTED, SEEN),
    ("POST", "/articles/{article_id}/withdrawal"): Row(APPROVERS, A.PUBLISHED, REASON),
    ("POST", "/articles/{article_id}/republication"): Row(APPROVERS, A.WITHDRAWN, SEEN),
    ("GET", "/messages"): Row(EVERYBODY),
    ("GET", "/messages/{message_id}"): Row(EVERYBODY, M.HELD),
    ("GET", "/messages/{message_id}/original"): Row(EVERYBODY, M.HELD),
    ("GET", "/messages/{message_id}/raw"): Row(EVERYBODY, M.HELD),
    ("GET", "/messages/{message_id}/parts/{position}"): Row(EVERYBODY, M.HELD),
    ("GET", "/messages/{message_id}/parts/{position}/picture"): Row(EVERYBODY, M.HELD),
    ("POST", "/messages/{message_id}/reprocessing"): Row(EVERYBODY, M.FAILED),
    ("POST", "/messages/{message_id}/release"): Row(KEEPERS, M.HELD, {"note": "Đã gọi hỏi"}),
    ("POST", "/messages/{message_id}/dismissal"): Row(KEEPERS, M.HELD, {"note": "Thư quảng cáo"}),
}
SENDER = {"name": "Hội Cựu chiến binh", "reread": "1"}
MEMBER = {"site": "an-mau", "name": "Trạm Y tế", "address": "tramyte@songmau.example"}
ROWS |= {
    ("GET", "/contributors"): Row(EVERYBODY),
    ("POST", "/contributors"): Row(EDITORS, form=MEMBER),
    ("GET", "/contributors/{contributor_id}"): Row(EVERYBODY),
    ("POST", "/contributors/{contributor_id}/details"): Row(EDITORS, form={"name": "Hội Cựu chiến binh"}),
    ("POST", "/contributors/{contributor_id}/addresses"): Row(EDITORS, form={"address": "ccb@songmau.example"}),
    ("POST", "/contributors/{contributor_id}/addresses/{address_id}/removal"): Row(EDITORS),
    ("POST", "/contributors/{contributor_id}/stop"): Row(EDITORS),
    ("POST", "/contributors/{contributor_id}/resumption"): Row(EDITORS),
    ("POST", "/refusals/{refusal_id}/removal"): Row(EDITORS),
    ("GET", "/messages/{message_id}/sender"): Row(EVERYBODY, M.HELD),
    ("POST", "/messages/{message_id}/sender/acceptance"): Row(EDITORS, M.HELD, SENDER),
    ("POST", "/messages/{message_id}/sender/refusal"): Row(EDITORS, M.HELD, REASON),
}
ABOUT_A_THING = sorted(key for key in ROWS if key[1] not in OPEN | PAGES)
FORMS = sorted(key for key in ROWS if key[0] == "POST" and key[1] not in OPEN)


def routes_of(app: FastAPI) -> set[tuple[str, str]]:
    """Every method and path that the application answers, the folder of static files apart."""
    return {
        (method, str(each.path))
        for each in iter_route_contexts(app.routes)
        if each.path != "/static"
        for method in (each.methods or {"?"}) - {"HEAD"}
    }


def address(office: Office, path: str, row: Row) -> str:
    """The path, with a thing of the site "an-mau" in it that is in the row's state."""
    picture = office.blobs.put(a_picture())
    if path.startswith(("/contributors", "/refusals")) or "/sender" in path:
        senders = sender_rows(office)
    if path.startswith(("/contributors", "/refusals")):
        return path.format(**senders)
    if "/sender" in path:
        address = f"ccb{next(_number)}@songmau.example"
        return path.format(message_id=office.letter(M.HELD, known=False, standing="unknown", from_address=address))
    if isinstance(row.status, MessageStatus):
        part = MessagePart(position=0, filename="1.jpg", media_type="image/jpeg", size=1, sha256=picture)
        return path.format(message_id=office.letter(row.status, parts=[part]), position=0)
    photo = RevisionPhoto(position=0, sha256=picture, filename="1.jpg", place=0)
    letter_id = office.letter(MessageStatus.DRAFTED)
    article_id = office.article(row.status, photos=(photo,), change=lambda article: was_read(article, letter_id))
    if row.status is A.WITHDRAWN:
        put_on_portal(office, article_id, PublicationStatus.WITHDRAWN)
    return path.format(article_id=article_id, number=1, sha256=picture)


def was_read(article: Article, letter_id: int) -> None:
    """The article came of a letter, and there is something else to choose."""
    assert article.revision is not None
    article.message_id = article.revision.message_id = letter_id
    article.revision.chosen = [
        {
            "field": name, "value": "x", "confidence": 0.9, "reason": "dòng đầu", "about": None,
            "others": [{"value": "raw", "label": "chép nguyên"}],
        }
        for name in ("title", "source")
    ]  # fmt: skip


def sender_rows(office: Office) -> dict[str, int]:
    """A contributor with an address that people added, and somebody who was refused."""
    number = next(_number)
    with office.database.writing() as session:
        session.execute(delete(ContributorAddress).where(ContributorAddress.address.in_(_TAKEN)))
        taken = Contributor.name.in_((MEMBER["name"], SENDER["name"]))
        session.execute(update(Contributor).where(taken).values(name=Contributor.name + f" {number}"))
        site_id = session.query(Site.id).filter_by(key="an-mau").scalar()
        made = Contributor(site_id=site_id, name=f"Cộng tác viên {number}", origin=Origin.PAGE)
        address = f"ctv{number}@songmau.example"
        made.addresses = [ContributorAddress(site_id=site_id, address=address, origin=Origin.PAGE)]
        refused = RefusedSender(site_id=site_id, address=f"la{number}@la.example", actor="x", at=office.clock())
        session.add_all([made, refused])
        session.flush()
        return {"contributor_id": made.id, "address_id": made.addresses[0].id, "refusal_id": refused.id}


_TAKEN = (MEMBER["address"], "ccb@songmau.example")
_number = itertools.count(1)


def ask(visit: Visit, method: str, path: str, row: Row) -> int:
    answer = visit.get(path) if method == "GET" else visit.post(path, row.form)
    return int(answer.status_code)


def test_every_route_has_a_row_and_every_row_a_route(office: Office) -> None:
    assert routes_of(office.app) == set(ROWS)


@pytest.mark.parametrize(("method", "path"), ABOUT_A_THING)
def test_each_role_may_do_what_its_row_says_and_nothing_else(office: Office, method: str, path: str) -> None:
    row = ROWS[method, path]
    for role in RoleName:
        status = ask(office.enter(role), method, address(office, path, row), row)
        done = row.answer or (200 if method == "GET" else 303)
        assert (role, status) == (role, done if role in row.may else 403)


@pytest.mark.parametrize(("method", "path"), ABOUT_A_THING)
def test_for_the_head_of_another_site_nothing_of_this_one_exists(office: Office, method: str, path: str) -> None:
    row = ROWS[method, path]
    assert ask(office.enter(HEAD, site_key="dong-thu"), method, address(office, path, row), row) == 404


@pytest.mark.parametrize(("method", "path"), sorted(set(ROWS) - {key for key in ROWS if key[1] in OPEN}))
def test_a_stranger_is_sent_to_the_log_in(office: Office, method: str, path: str) -> None:
    row = ROWS[method, path]
    answer = ask(office.stranger(), method, path if path in PAGES else address(office, path, row), row)
    assert answer == (303 if method == "GET" else 403)


@pytest.mark.parametrize(("method", "path"), FORMS)
def test_a_form_without_the_sessions_token_is_refused(office: Office, method: str, path: str) -> None:
    del method
    row, head = ROWS["POST", path], office.enter(HEAD, SECRETARY)
    target = path if path in PAGES else address(office, path, row)
    for token in ("", "x" * 32, office.enter(HEAD).csrf):
        assert head.client.post(target, data={**row.form, "csrf": token}).status_code == 403


@pytest.mark.parametrize(("method", "path"), FORMS)
def test_a_form_from_another_origin_is_refused_though_it_has_the_token(office: Office, method: str, path: str) -> None:
    del method
    row, head = ROWS["POST", path], office.enter(HEAD, SECRETARY)
    target = path if path in PAGES else address(office, path, row)
    for header in ELSEWHERE:
        assert (header, head.post(target, row.form, headers=header).status_code) == (header, 403)


def test_a_form_of_our_own_origin_is_taken(office: Office) -> None:
    visit, article_id = office.enter(EDITOR), office.article()
    headers = {"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"}
    assert visit.post(f"/articles/{article_id}/claim", SEEN, headers=headers).status_code == 303


@pytest.mark.parametrize("role", [EDITOR, APPROVER])
def test_a_role_for_one_column_acts_there_and_only_reads_elsewhere(office: Office, role: RoleName) -> None:
    visit = office.enter(role, column="van-hoa")
    inside, outside = office.article(column="van-hoa"), office.article(column="kinh-te")
    assert visit.post(f"/articles/{outside}/claim", SEEN).status_code == 403
    assert visit.post(f"/articles/{inside}/claim", SEEN).status_code == 303
    assert visit.get(f"/articles/{outside}").status_code == 200
    assert "Nhận xử lý" not in visit.get(f"/articles/{outside}").text


def test_the_head_acts_in_every_column_whatever_the_role_says(office: Office) -> None:
    visit, article_id = office.enter(HEAD, column="van-hoa"), office.article(A.SUBMITTED, column="kinh-te")
    assert visit.post(f"/articles/{article_id}/approval", SEEN).status_code == 303


@pytest.mark.parametrize(
    "path",
    [
        "/articles/0",
        "/articles/999999999999",
        "/articles/abc",
        "/messages/-1",
        "/?status=x",
        "/?site=x",
        "/?before=x",
        "/messages?status=x",
    ],
)
def test_addresses_that_stand_for_nothing_are_not_found(office: Office, path: str) -> None:
    answer = office.enter(HEAD).get(path)
    assert answer.status_code == 404
    assert "Không tìm thấy trang" in answer.text


def put_on_portal(office: Office, article_id: int, status: PublicationStatus = PublicationStatus.LIVE) -> None:
    """The article is, or once was, on the portal."""
    article = office.read(article_id)
    assert article.revision_id
    with office.database.writing() as session:
        event = record(session, "article", article_id, article.site_id, "approve", by=None, at=office.clock())
        session.flush()
        session.add(
            Publication(
                article_id=article_id, portal="cong-xa", key=f"k{article_id}", approval=event.id, status=status,
                revision_id=article.revision_id, live_revision_id=article.revision_id, due_at=office.clock(),
                address="https://cong.example/1", live_at=office.clock(),
            )
        )  # fmt: skip


def test_an_approved_article_is_withdrawn_in_haste_while_a_portal_shows_it_or_will(office: Office) -> None:
    visit, article_id = office.enter(HEAD), office.article(A.APPROVED)
    form = f"/articles/{article_id}/withdrawal"
    assert visit.post(form, REASON).status_code == 409
    put_on_portal(office, article_id)
    assert form in visit.get(f"/articles/{article_id}").text
    assert form not in office.enter(RoleName.EDITOR).get(f"/articles/{article_id}").text
    assert visit.post(form, REASON).status_code == 303
    assert office.read(article_id).status is A.WITHDRAWN


def test_an_article_in_editing_is_withdrawn_only_while_readers_see_it(office: Office) -> None:
    visit, article_id = office.enter(HEAD), office.article(A.EDITING)
    assert visit.post(f"/articles/{article_id}/withdrawal", REASON).status_code == 409
    put_on_portal(office, article_id)
    assert visit.post(f"/articles/{article_id}/withdrawal", REASON).status_code == 303


def test_what_never_was_on_a_portal_is_not_put_up_again(office: Office) -> None:
    visit, article_id = office.enter(HEAD), office.article(A.WITHDRAWN)
    assert "Đăng lại" not in visit.get(f"/articles/{article_id}").text
    assert visit.post(f"/articles/{article_id}/republication", SEEN).status_code == 409
    put_on_portal(office, article_id, PublicationStatus.WITHDRAWN)
    assert "Đăng lại" in visit.get(f"/articles/{article_id}").text
