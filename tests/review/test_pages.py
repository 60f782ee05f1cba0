"""The pages: what they show, what they escape, and the headers that go with all of them."""

import pytest
from starlette.requests import Request
from starlette.testclient import TestClient

from review.app import create
from review.security.address import address_of
from tests.review.office import Office, Visit, a_picture
from tests.review.route_things import put_on_portal
from tests.review.test_saving import save
from tinbai.article import Article, ArticleStatus
from tinbai.kind import Kind
from tinbai.message import MessageStatus
from tinbai.people import Role, RoleName, Unit, User
from tinbai.revision import RevisionPhoto
from tinbai.site import Site

SCRIPT = "<script>alert('x')</script>\"><img src=x onerror=alert(1)>"


def test_the_queue_shows_each_status_on_its_own_tab_with_counts(office: Office) -> None:
    office.article(title="Bài mới")
    office.article(ArticleStatus.SUBMITTED, title="Bài chờ duyệt")
    visit = office.enter(RoleName.EDITOR)
    page = visit.get("/").text
    assert "Bài mới" in page
    assert "Bài chờ duyệt" not in page
    assert 'Chờ duyệt <span class="tab-count">1</span>' in page
    assert "Bài chờ duyệt" in visit.get("/?status=submitted").text
    assert "Bài mới" in visit.get("/?status=all").text


@pytest.mark.parametrize("words", ["nam rom", "NẤM rơm", "rơm tập huấn", "2026-"])
def test_words_are_found_with_and_without_diacritics(office: Office, words: str) -> None:
    office.article(title="Tập huấn kỹ thuật trồng nấm rơm")
    office.article(title="", column=None)
    page = office.enter(RoleName.EDITOR).get("/", params={"words": words}).text
    assert "trồng nấm rơm" in page.replace("<mark>", "").replace("</mark>", "")


def test_what_is_not_found_says_where_else_to_look(office: Office) -> None:
    office.article(title="Tập huấn")
    page = office.enter(RoleName.EDITOR).get("/?words=khongcogi").text
    assert "Không có tin, bài nào khớp" in page
    assert "mọi tình trạng" in page


def test_the_queue_is_read_page_by_page_without_gaps(office: Office) -> None:
    for number in range(65):
        office.article(title=f"Tin thứ {number:02}.", column="van-hoa" if number % 2 else "kinh-te")
    visit = office.enter(RoleName.EDITOR)
    seen: list[str] = []
    path: str | None = "/"
    while path:
        page = visit.get(path).text
        seen += [f"{number:02}" for number in range(65) if f"Tin thứ {number:02}." in page]
        older = [link for link in page.split("<a ") if "Cũ hơn" in link]
        path = older[0].split('href="')[1].split('"')[0].replace("&amp;", "&") if older else None
    assert sorted(seen) == [f"{number:02}" for number in range(65)]
    assert visit.get("/?column=van-hoa").text.count("Tin thứ") == 30
    assert visit.get("/?words=tin+64.").text.count("<mark>Tin</mark> thứ") == 1


def test_marks_say_what_is_missing(office: Office) -> None:
    office.article(title="", column=None)
    page = office.enter(RoleName.EDITOR).get("/").text
    assert "Cần bổ sung: tiêu đề, chuyên mục" in page
    assert "Thiếu ảnh" in page
    assert "(chưa có tiêu đề)" in page


def test_an_empty_queue_says_what_comes_next(office: Office) -> None:
    visit = office.enter(RoleName.EDITOR)
    for status in ("all", *ArticleStatus):
        assert 'class="empty"' in visit.get(f"/?status={status}").text
    for each in MessageStatus:
        assert 'class="empty"' in visit.get(f"/messages?status={each}").text


def test_a_user_of_two_sites_chooses_between_them(office: Office) -> None:
    visit = office.enter(RoleName.EDITOR)
    assert "dong-thu" not in visit.get("/").text
    with office.database.writing() as session:
        other = session.query(Site).filter_by(key="dong-thu").one()
        session.add(Role(user_id=session.query(User).one().id, site_id=other.id, name=RoleName.EDITOR))
    office.article(title="Bài của phường", site_key="dong-thu")
    assert "Bài của phường" not in visit.get("/").text
    assert "Bài của phường" in visit.get("/?site=dong-thu").text


def test_somebody_without_any_role_sees_nothing(office: Office) -> None:
    visit = office.enter()
    assert visit.get("/").status_code == 403
    assert visit.get(f"/articles/{office.article()}").status_code == 403


def poisoned(office: Office) -> tuple[int, int]:
    """An article and a letter with a script in every text they have."""
    sha256 = office.blobs.put(a_picture())
    letter_id = office.letter(
        subject=SCRIPT, from_name=SCRIPT, reason=SCRIPT,
        reading={
            "message": {"text": SCRIPT, "to": [{"name": SCRIPT, "address": SCRIPT}]},
            "set_aside": [{"text": SCRIPT, "why": SCRIPT}],
        },
    )  # fmt: skip

    def change(article: Article) -> None:
        revision = article.revision
        assert revision is not None
        article.message_id, article.genre, article.forwarded_by = letter_id, SCRIPT, SCRIPT
        article.unit = Unit(site_id=article.site_id, key="x", name=SCRIPT)
        article.suggestions = [{"name": SCRIPT, "reason": SCRIPT}]
        article.set_aside = [{"text": SCRIPT, "why": SCRIPT}]
        revision.summary = revision.byline = revision.author = revision.source = SCRIPT
        revision.findings = [
            {"check": "x", "severity": "warn", "where": {"field": SCRIPT}, "message": SCRIPT, "repairs": [SCRIPT]}
        ]

    photo = RevisionPhoto(position=0, sha256=sha256, filename=SCRIPT, caption=SCRIPT, alt=SCRIPT, place=0)
    article_id = office.article(title=SCRIPT, body_html=f"<p>{SCRIPT}</p>", photos=(photo,), change=change)
    return article_id, letter_id


@pytest.mark.parametrize("role", [RoleName.HEAD, RoleName.ADMIN])
def test_scripts_in_any_text_stay_text_on_every_page(office: Office, role: RoleName) -> None:
    article_id, letter_id = poisoned(office)
    visit, head = office.enter(role), office.enter(RoleName.HEAD)
    pages = ["/", "/messages", f"/articles/{article_id}", f"/messages/{letter_id}", f"/messages/{letter_id}/original",
             f"/articles/{article_id}/history", f"/articles/{article_id}/revisions/1"]  # fmt: skip
    texts = [visit.get(path).text for path in pages] + [head.get(f"/articles/{article_id}/return").text]
    for text in texts:
        assert "<script>alert" not in text
        assert "<img src=x" not in text
        assert "alert" in text


def test_every_response_carries_the_protective_headers(office: Office) -> None:
    visit, article_id = office.enter(RoleName.HEAD), office.article()
    paths = ["/", "/login", "/healthz", "/metrics", "/static/site.css", "/khong-co", f"/articles/{article_id}"]
    for answer in [*(visit.get(path) for path in paths), visit.post("/login"), office.stranger().get("/")]:
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "same-origin"
        policy = answer.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy


def test_no_page_holds_a_script_or_a_style_of_its_own(office: Office) -> None:
    visit, article_id = office.enter(RoleName.HEAD), office.article(body_html='<p style="text-align:center">Giữa</p>')
    for path in ("/", "/login", "/messages", f"/articles/{article_id}/revisions/1", f"/articles/{article_id}/return"):
        text = visit.get(path).text
        assert "<style" not in text
        assert " style=" not in text
        assert " onclick" not in text
        assert "<script>" not in text
    assert 'class="align-center"' in visit.get(f"/articles/{article_id}/revisions/1").text


def test_an_error_of_ours_shows_nothing_of_itself_and_is_protected(office: Office) -> None:
    def fail() -> None:
        raise RuntimeError("mật khẩu của cơ sở dữ liệu")

    office.app.get("/loi")(fail)
    answer = TestClient(office.app, raise_server_exceptions=False).get("/loi")
    assert answer.status_code == 500
    assert "mật khẩu" not in answer.text
    assert "Dữ liệu không bị mất" in answer.text
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("told", [True, False])
def test_a_body_over_the_limit_is_refused_with_words(office: Office, told: bool) -> None:
    visit = office.enter(RoleName.EDITOR)
    content = b"x=" + b"a" * 8_000_001
    headers = {"content-type": "application/x-www-form-urlencoded"}
    body = content if told else (content[start : start + 500_000] for start in range(0, len(content), 500_000))
    answer = visit.client.post("/login", content=body, headers=headers)
    assert answer.status_code == 413
    assert "quá lớn" in answer.text


def test_a_file_put_into_a_form_is_refused(office: Office) -> None:
    visit, article_id = office.enter(RoleName.EDITOR), office.article()
    answer = visit.client.post(f"/articles/{article_id}/claim", files={"csrf": ("x", b"y")})
    assert answer.status_code == 400


def test_the_history_tells_who_did_what_and_what_the_portal_said(office: Office) -> None:
    article_id, visit = office.article(), office.enter(RoleName.EDITOR)
    visit.post(f"/articles/{article_id}/rejection", {"seen": "1", "note": "Trùng bài"})
    put_on_portal(office, article_id)
    page = visit.get(f"/articles/{article_id}/history").text
    assert "từ chối" in page
    assert "Trùng bài" in page
    assert "15/10/2026 12:00" in page


def test_a_revision_shows_what_it_changed_by_signs_and_not_by_colour_alone(office: Office) -> None:
    article_id, visit = office.article(title="Lớp tập huấn nấm"), office.enter(RoleName.EDITOR)
    save(visit, office, article_id, title="Lớp học nấm rơm")
    page = visit.get(f"/articles/{article_id}/revisions/2").text
    assert "<del>tập huấn</del>" in page.replace("<del>tập</del> <del>", "<del>tập ")
    assert "<ins> rơm</ins>" in page
    assert visit.get(f"/articles/{article_id}/revisions/3").status_code == 404


def test_the_article_page_shows_the_publications_in_words(office: Office) -> None:
    article_id = office.article(ArticleStatus.PUBLISHED)
    put_on_portal(office, article_id)
    page = office.enter(RoleName.EDITOR).get(f"/articles/{article_id}").text
    assert "Đang hiển thị" in page
    assert 'href="https://cong.example/1"' in page


def test_an_article_written_by_hand_has_no_letter_and_still_a_page(office: Office) -> None:
    article_id = office.article(change=lambda article: setattr(article, "kind", Kind.DOCUMENT))
    page = office.enter(RoleName.EDITOR).get(f"/articles/{article_id}").text
    assert "không có thư gốc" in page
    assert "Không phải tin, bài" in page


def test_health_and_figures_are_open_and_say_when_something_is_wrong(office: Office) -> None:
    assert office.stranger().get("/healthz").json() == {"ok": True}
    assert office.stranger().get("/metrics").text == "tinbai_up 1\n"
    ill = create(office.config, office.database, office.blobs, health=lambda: (False, {"mailbox": "late"}))
    answer = Visit(ill, "", "").get("/healthz")
    assert (answer.status_code, answer.json()) == (503, {"mailbox": "late"})
    assert Visit(ill, "", "").get("/metrics").status_code == 404


def test_behind_a_proxy_the_address_is_the_one_the_proxy_saw(office: Office) -> None:
    def request(peer: str) -> Request:
        headers = [(b"x-forwarded-for", b"6.6.6.6, 203.0.113.7, 10.0.0.2")]
        return Request({"type": "http", "headers": headers, "client": (peer, 1)})

    assert address_of(request("10.0.0.1"), ["10.0.0.1", "10.0.0.2"]) == "203.0.113.7"
    assert address_of(request("198.51.100.9"), ["10.0.0.1"]) == "198.51.100.9"
