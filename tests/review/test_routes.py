"""Who may open and do what: every route of the site against every role. A route without a row here fails."""

import pytest
from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from starlette.requests import Request

from review.security.access import PUBLIC, About
from review.security.rights import ROLE_RIGHTS
from review.security.routes import ROUTES, UndeclaredRouteError
from tests.review.office import Office
from tests.review.route_rows import (
    ADMIN,
    APPROVER,
    EDITOR,
    HEAD,
    OPEN,
    PAGES,
    REASON,
    ROWS,
    SEEN,
    A,
)
from tests.review.route_things import put_on_portal
from tinbai.people import RoleName
from tinbai.publication import PublicationStatus


def routes_of(app: FastAPI) -> set[tuple[str, str]]:
    """Every method and path that the application answers, the folder of static files apart."""
    return {
        (method, str(each.path))
        for each in iter_route_contexts(app.routes)
        if each.path != "/static"
        for method in (each.methods or {"?"}) - {"HEAD"}
    }


# What stands in an address, and what a route with it is about, unless it is the visitor's own.
THINGS = {
    About.ARTICLE: "{article_id}", About.LETTER: "{message_id}", About.SENDER: "{contributor_id}",
    About.USER: "{user_id}",
}  # fmt: skip


def test_every_route_has_a_row_and_every_row_a_route(office: Office) -> None:
    assert routes_of(office.app) == set(ROWS)


def test_every_route_is_declared_and_nothing_else_is(office: Office) -> None:
    assert {f"{method} {path}" for method, path in routes_of(office.app)} == set(ROUTES)


@pytest.mark.parametrize(("method", "path"), sorted(ROWS))
def test_what_is_declared_is_what_the_rows_say(method: str, path: str) -> None:
    declared, row = ROUTES[f"{method} {path}"], ROWS[method, path]
    assert (declared == PUBLIC) is (path in OPEN)
    assert {about for about, key in THINGS.items() if key in path} <= {declared.about, About.SELF, About.SITE}
    assert path in PAGES or declared.about is not About.SELF
    if declared.right is not None:
        assert {role for role in RoleName if declared.right in ROLE_RIGHTS[role]} == row.may


def test_an_undeclared_route_opens_for_nobody(office: Office) -> None:
    called: list[Request] = []

    @office.app.get("/undeclared")
    def page(request: Request) -> str:
        called.append(request)
        return "open"

    with pytest.raises(UndeclaredRouteError, match="GET /undeclared opens for nobody"):
        office.enter(HEAD, ADMIN).get("/undeclared")
    assert called == []


def test_what_is_declared_is_asked_before_anything_of_the_route_runs(office: Office) -> None:
    """A handler that asks nothing itself is closed all the same."""
    path, called = "/articles/{article_id}/approval", []

    @office.app.post("/careless" + path)
    def careless() -> None:
        called.append(1)

    declared = {**ROUTES, f"POST /careless{path}": ROUTES[f"POST {path}"]}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("review.security.routes.ROUTES", declared)
        assert office.enter(EDITOR).post("/careless/articles/1/approval").status_code == 403
        assert office.stranger().post("/careless/articles/1/approval").status_code == 403
        assert called == []
        office.enter(APPROVER).post("/careless/articles/1/approval")
    assert called == [1]


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
