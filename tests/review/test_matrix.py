"""Every route × every role and nobody × own and foreign site and column × method: exactly as the rows say.

The whole of it is `hard`; the normal run asks each route of one role that may and one that may not.
"""

from collections.abc import Iterable, Iterator, Sequence

import pytest

from review.security.access import About
from review.security.rights import COLUMN_ROLES, Right
from review.security.routes import ROUTES
from tests.review.office import Office, Visit
from tests.review.route_rows import ADMIN, HEAD, OPEN, PAGES, ROWS, SECRETARY, Row
from tests.review.route_things import address
from tinbai.people import RoleName

ELSEWHERE: tuple[dict[str, str], ...] = (
    {"Origin": "https://ac.example"},
    {"Origin": "null"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
)
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE")
Key = tuple[str, str]
# What a route was asked: itself, by whom, about what; what it answered; what it should have.
Answer = tuple[Key, str, str, int, int]

ABOUT_A_THING = sorted(key for key in ROWS if key[1] not in OPEN | PAGES)
IN_COLUMNS = [key for key in ABOUT_A_THING if ROUTES[f"{key[0]} {key[1]}"].about is About.ARTICLE]
WHOLE_SITE = sorted(key for key in ROWS if key[0] == "GET" and key[1] in PAGES)
FORMS = sorted(key for key in ROWS if key[0] == "POST" and key[1] not in OPEN)
CLOSED = sorted(key for key in ROWS if key[1] not in OPEN)
EIGHTHS = [pytest.param(number, id=f"part {number + 1} of 8") for number in range(8)]


def ask(visit: Visit, method: str, path: str, row: Row) -> int:
    answer = visit.get(path) if method == "GET" else visit.post(path, row.form)
    return int(answer.status_code)


def wrong(answers: Iterable[Answer]) -> list[Answer]:
    return [answer for answer in answers if answer[3] != answer[4]]


def one_of_each(key: Key) -> Sequence[RoleName]:
    """A role that may and one that may not, other ones for each route."""
    may, number = sorted(ROWS[key].may), ABOUT_A_THING.index(key)
    others = sorted(set(RoleName) - ROWS[key].may)
    return [may[number % len(may)], *([others[number % len(others)]] if others else [])]


def of_a_thing(office: Office, keys: Sequence[Key], roles: Sequence[RoleName] | None = None) -> Iterator[Answer]:
    """In its own site a role does what it may; in a site that is not its own nothing exists."""
    for key in keys:
        (method, path), row = key, ROWS[key]
        done = row.answer or (200 if method == "GET" else 303)
        thing = address(office, path, row)  # who may not, changes nothing: it serves for all of them
        for role in roles or one_of_each(key):
            may = role in row.may
            own = address(office, path, row) if may else thing
            yield key, role, "own", ask(office.enter(role), method, own, row), done if may else 403
            foreign = ask(office.enter(role, site_key="dong-thu"), method, thing, row)
            yield key, role, "foreign", foreign, 404 if may else 403


def of_a_column(office: Office, keys: Sequence[Key], roles: Sequence[RoleName]) -> Iterator[Answer]:
    """A role for one column acts there, and only reads elsewhere."""
    for key in keys:
        (method, path), row = key, ROWS[key]
        done = row.answer or (200 if method == "GET" else 303)
        reads = ROUTES[f"{method} {path}"].right is Right.READ
        for role in roles:
            may = role in row.may
            outside = ask(office.enter(role, column="van-hoa"), method, address(office, path, row), row)
            yield key, role, "another column", outside, done if may and reads else 403
            inside = ask(office.enter(role, column="kinh-te"), method, address(office, path, row), row)
            yield key, role, "own column", inside, done if may else 403


def of_a_site(office: Office, keys: Sequence[Key]) -> Iterator[Answer]:
    """A page about a whole site, or about whoever asks."""
    for key in keys:
        row = ROWS[key]
        for role in RoleName:
            visit, may = office.enter(role), role in row.may
            yield key, role, "own", ask(visit, "GET", key[1], row), (row.answer or 200) if may else 403
            if ROUTES[f"GET {key[1]}"].about is About.SITE:
                foreign = ask(visit, "GET", f"{key[1]}?site=dong-thu", row)
                yield key, role, "foreign", foreign, 404 if may else 403


def test_a_role_that_may_does_what_its_row_says_and_another_is_refused(office: Office) -> None:
    assert wrong(of_a_thing(office, ABOUT_A_THING)) == []


def test_a_role_for_one_column_does_there_what_its_row_says(office: Office) -> None:
    assert wrong(of_a_column(office, IN_COLUMNS[::2], [RoleName.APPROVER])) == []


def test_a_page_about_a_whole_site_opens_for_whom_its_row_names(office: Office) -> None:
    assert wrong(of_a_site(office, WHOLE_SITE)) == []


@pytest.mark.hard
@pytest.mark.timeout(900)
@pytest.mark.parametrize("part", EIGHTHS)
def test_every_role_may_do_what_its_row_says_and_nothing_else(office: Office, part: int) -> None:
    assert wrong(of_a_thing(office, ABOUT_A_THING[part::8], list(RoleName))) == []


@pytest.mark.hard
@pytest.mark.timeout(900)
@pytest.mark.parametrize("part", EIGHTHS)
def test_every_role_for_one_column_does_there_what_its_row_says(office: Office, part: int) -> None:
    assert wrong(of_a_column(office, IN_COLUMNS[part::8], COLUMN_ROLES)) == []


def test_a_stranger_is_sent_to_the_log_in(office: Office) -> None:
    stranger = office.stranger()
    answers = (
        (key, "nobody", "own", ask(stranger, key[0], address(office, key[1], ROWS[key]), ROWS[key]),
         303 if key[0] == "GET" else 403)
        for key in CLOSED
    )  # fmt: skip
    assert wrong(answers) == []


def test_no_other_method_does_anything(office: Office) -> None:
    visit = office.enter(HEAD, ADMIN)
    targets = {path: address(office, path, row) for (_, path), row in ROWS.items()}
    answers = (
        ((method, path), "head", "own", visit.client.request(method, target).status_code, 405)
        for path, target in targets.items()
        for method in METHODS
        if (method, path) not in ROWS
    )
    assert wrong(answers) == []


def test_a_form_without_the_sessions_own_token_is_refused(office: Office) -> None:
    head, other = office.enter(HEAD, SECRETARY), office.enter(HEAD).csrf
    answers = (
        (key, "head", token or "no token", head.client.post(target, data={**ROWS[key].form, "csrf": token}).status_code,
         403)
        for key in FORMS
        for target in [address(office, key[1], ROWS[key])]
        for token in ("", "x" * 32, other)
    )  # fmt: skip
    assert wrong(answers) == []


def test_a_form_from_another_origin_is_refused_though_it_has_the_token(office: Office) -> None:
    head = office.enter(HEAD, SECRETARY)
    answers = (
        (key, "head", str(header), head.post(target, ROWS[key].form, headers=header).status_code, 403)
        for number, key in enumerate(FORMS)
        for target in [address(office, key[1], ROWS[key])]
        for header in [ELSEWHERE[number % len(ELSEWHERE)]]
    )
    assert wrong(answers) == []


@pytest.mark.parametrize("broken", ["review.found.may", "review.security.routes.may_somewhere"])
def test_without_a_guard_the_matrix_finds_it(office: Office, broken: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of the two questions about rights is missed when it is not asked any more."""
    monkeypatch.setattr(broken, lambda *_given: True)
    keys = [("GET", "/messages/{message_id}/raw"), ("POST", "/articles/{article_id}/approval")]
    assert wrong(of_a_thing(office, keys, list(RoleName))) != []


def test_without_the_check_of_the_token_a_foreign_form_would_be_taken(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("review.posted.check_token", lambda *_given: None)
    visit, article_id = office.enter(HEAD), office.article()
    answer = visit.client.post(f"/articles/{article_id}/claim", data={"seen": "1", "csrf": ""})
    assert answer.status_code == 303
