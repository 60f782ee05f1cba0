"""The page of the checks: what each said and what became of it by month, and what the board makes of it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from review.locale.checks import CHECK
from tests.review.office import Office
from tests.review.test_users import said
from tests.rows import NOON
from tinbai.article import Article
from tinbai.check_count import CheckCount
from tinbai.checks import CHECKS, Checked, check
from tinbai.counting_checks import SETTLED, count_checks, recount_checks
from tinbai.ignored import key_of
from tinbai.people import RoleName
from tinbai.revision import Revision
from tinbai.site import Site
from tinbai.site_list import CheckWish
from tinbai.site_lists import FIXED, renew
from tinbai.site_loading import data_of, load_site
from tinbai.tuning import tuning

LATER = NOON + SETTLED + timedelta(minutes=1)


def finding(name: str, words: str = "Xem lại.") -> dict[str, object]:
    return {"check": name, "severity": "warn", "where": {"field": "body"}, "message": words, "repairs": []}


def with_findings(office: Office, *findings: dict[str, object]) -> int:
    def change(article: Article) -> None:
        assert article.revision
        article.revision.findings = list(findings)

    return office.article(change=change)


def next_revision(office: Office, article_id: int, *findings: dict[str, object], at: datetime = NOON) -> None:
    """An editor saves: these findings are left."""
    with office.database.writing() as session:
        article = session.get_one(Article, article_id)
        editor = session.query(Revision.made_by_id).filter(Revision.made_by_id.is_not(None)).limit(1).scalar()
        revision = Revision(
            article_id=article_id, number=2, made_at=at, made_by_id=editor or 1, title="x", summary="", body_html="",
            byline="", author="", findings=list(findings),
        )  # fmt: skip
        session.add(revision)
        session.flush()
        article.revision_id = revision.id


def figures(office: Office) -> set[tuple[str, str, int, int, int]]:
    with office.database.reading() as session:
        rows = session.query(CheckCount).all()
        return {(row.check_name, row.month, row.hits, row.followed, row.dismissed) for row in rows}


def test_what_is_new_is_a_hit_once_and_what_an_editor_saw_to_is_followed(office: Office) -> None:
    office.enter(RoleName.EDITOR)
    article = with_findings(office, finding("weekday_wrong"), finding("weekday_wrong", "Khác."), finding("sum_parts"))
    next_revision(office, article, finding("sum_parts"), finding("title_long"))
    with_findings(office, finding("of_the_letter"))
    assert count_checks(office.database, clock=lambda: LATER) == 3
    expected = {
        ("weekday_wrong", "2026-10", 2, 2, 0), ("sum_parts", "2026-10", 1, 0, 0), ("title_long", "2026-10", 1, 0, 0),
    }  # fmt: skip
    assert figures(office) == expected
    assert count_checks(office.database, clock=lambda: LATER) == 0
    assert figures(office) == expected


def test_a_revision_is_counted_when_it_has_settled_and_in_the_month_of_vietnam(office: Office) -> None:
    office.enter(RoleName.EDITOR)
    article = with_findings(office, finding("sum_parts"))
    new_month = datetime(2026, 10, 31, 17, 0, tzinfo=UTC)  # midnight in Việt Nam
    next_revision(office, article, at=new_month)
    assert count_checks(office.database, clock=lambda: new_month) == 1
    assert count_checks(office.database, clock=lambda: new_month + 2 * SETTLED) == 1
    assert figures(office) == {("sum_parts", "2026-10", 1, 0, 0), ("sum_parts", "2026-11", 0, 1, 0)}


def test_passing_over_counts_at_once_and_heeding_again_takes_it_off_the_month_it_was_counted_in(
    office: Office,
) -> None:
    visit, said_of = office.enter(RoleName.EDITOR), finding("sum_parts")
    article = with_findings(office, said_of)
    path = f"/articles/{article}/findings/{key_of(said_of)}"
    form = {"note": "Đúng rồi", "seen": "1"}
    assert visit.post(f"{path}/ignoring", form).status_code == 303
    assert visit.post(f"{path}/ignoring", form | {"note": "Vẫn đúng"}).status_code == 303
    assert figures(office) == {("sum_parts", "2026-10", 0, 0, 1)}
    office.clock.move(days=40)
    again = office.enter(RoleName.EDITOR)
    assert again.post(f"{path}/heeding", form).status_code == 303
    assert figures(office) == {("sum_parts", "2026-10", 0, 0, 0)}


def test_counting_anew_gives_the_same_figures(office: Office) -> None:
    visit, kept = office.enter(RoleName.EDITOR), finding("sum_parts")
    article = with_findings(office, kept, finding("unit_form"))
    visit.post(f"/articles/{article}/findings/{key_of(kept)}/ignoring", {"note": "Đúng", "seen": "1"})
    next_revision(office, article)
    count_checks(office.database, clock=lambda: LATER)
    before = figures(office)
    assert before == {("sum_parts", "2026-10", 1, 0, 1), ("unit_form", "2026-10", 1, 1, 0)}
    assert recount_checks(office.database, clock=lambda: LATER) == 2
    assert figures(office) == before


def test_the_page_shows_a_month_and_the_page_of_a_check_a_year(office: Office) -> None:
    visit = office.enter(RoleName.SECRETARY)
    with_findings(office, *(finding("sum_parts", f"{number}.") for number in range(7)))
    count_checks(office.database, clock=lambda: LATER)
    assert "Phát hiện: </span>7<" in visit.get("/settings/checks").text
    assert "Phát hiện: </span>7<" not in visit.get("/settings/checks?month=2026-09").text
    year = visit.get("/settings/checks/sum_parts").text
    assert "Phát hiện: </span>7<" in year
    assert "11/2025" in year
    for path in ("/settings/checks?month=1999-01", "/settings/checks/none", "/settings/checks?site=dong-thu"):
        assert visit.get(path).status_code == 404


def site_data(office: Office) -> object:
    with office.database.reading() as session:
        return data_of(session.query(Site).filter_by(key="an-mau").one())


def set_check(office: Office, name: str, on: str = "", severity: str = "") -> int:
    form = {"site": "an-mau", "on": on, "severity": severity}
    return int(office.enter(RoleName.SECRETARY).post(f"/settings/checks/{name}", form).status_code)


def test_the_page_wins_over_the_file_field_by_field_and_the_numbers_stay_the_files(
    office: Office, tmp_path: Path
) -> None:
    path = tmp_path / "site.toml"
    path.write_text('name = "x"\n[checks.title_long]\non = false\nmost_words = 9\n', encoding="utf-8")
    with office.database.writing() as session:
        load_site(session, session.query(Site).filter_by(key="an-mau").one(), path, NOON.date())
    text = Checked(title="Xã họp bàn về việc trồng lúa vụ mùa năm nay rồi", date=NOON)

    def told() -> list[str]:
        return [each.severity for each in check(text, site_data(office)) if each.check == "title_long"]  # type: ignore[arg-type]

    assert told() == []
    assert set_check(office, "title_long", on="1") == 303
    assert told() == ["hint"]
    assert set_check(office, "title_long", on="1", severity="warn") == 303
    assert told() == ["warn"]
    event = said(office, "check_tuned")
    assert (event["before"], event["after"]) == (["True"], ["True · warn"])
    assert "Đặt bởi" in office.enter(RoleName.HEAD).get("/settings/checks/title_long").text
    assert set_check(office, "title_long") == 303
    assert told() == []


@pytest.mark.parametrize("name", sorted(FIXED))
def test_what_protects_secrets_and_people_is_not_switched_off(office: Office, name: str) -> None:
    assert set_check(office, name, on="0") == 422
    assert tuning(site_data(office), name).on  # type: ignore[arg-type]
    assert 'name="on"' not in office.enter(RoleName.HEAD).get(f"/settings/checks/{name}").text


def test_a_wish_from_before_a_check_was_fixed_has_no_say(office: Office) -> None:
    with office.database.writing() as session:
        site = session.query(Site).filter_by(key="an-mau").one()
        session.add(CheckWish(site_id=site.id, check_name="denouncer", on=False, changed_at=NOON, actor="x"))
        renew(session, site)
    assert tuning(site_data(office), "denouncer").on  # type: ignore[arg-type]


def test_what_cannot_be_chosen_is_refused(office: Office) -> None:
    assert set_check(office, "sum_parts", on="2") == 422
    assert set_check(office, "sum_parts", severity="loud") == 422
    assert set_check(office, "none", on="0") == 404
    visit = office.enter(RoleName.HEAD, site_key="dong-thu")
    assert visit.post("/settings/checks/sum_parts", {"site": "an-mau", "on": "0"}).status_code == 404


def test_every_check_has_a_name_for_people() -> None:
    assert {each.name for each in CHECKS} == set(CHECK)
