"""The pages' own files: compressed, tagged, and kept by browsers as long as they are the same."""

import gzip
import re

from review.static_files import stamp
from tests.review.office import Office
from tinbai.people import RoleName


def test_a_file_is_compressed_and_kept_for_a_year_under_its_stamp(office: Office) -> None:
    visit = office.enter(RoleName.EDITOR)
    answer = visit.get(f"/static/site.css?v={stamp()}")
    assert answer.headers["content-encoding"] == "gzip"
    assert "immutable" in answer.headers["cache-control"]
    assert "--ink" in answer.text
    again = visit.get("/static/site.css", headers={"If-None-Match": answer.headers["etag"]})
    assert again.status_code == 304
    assert "no-cache" in again.headers["cache-control"]


def test_another_stamp_is_asked_about_each_time(office: Office) -> None:
    answer = office.stranger().get("/static/site.css?v=old")
    assert answer.headers["cache-control"] == "public, no-cache"


def test_who_takes_no_compression_gets_none(office: Office) -> None:
    answer = office.stranger().get("/static/site.css", headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in answer.headers
    assert "--ink" in answer.text
    assert office.stranger().get("/static/nothing.css").status_code == 404
    assert office.stranger().get("/static/../app.py").status_code == 404
    assert office.stranger().client.post("/static/site.css").status_code == 405


def test_only_pages_whose_address_brings_no_words_are_compressed(office: Office) -> None:
    """The form's token stands in them: its length, compressed beside words that somebody else chose, tells it."""
    article, visit = office.article(), office.enter(RoleName.EDITOR)
    for path in ("/", f"/articles/{article}"):
        assert visit.get(path).headers["content-encoding"] == "gzip"
        assert "content-encoding" not in visit.get(path, headers={"Accept-Encoding": "identity"}).headers
    for path in ("/?words=x", "/?status=new", "/queue/news?status=new", "/healthz"):
        assert "content-encoding" not in visit.get(path).headers
    form = {"action": "claim", "article": f"{article}:1", "query": "status=new"}
    assert "content-encoding" not in visit.post("/queue/decisions", form).headers


def test_a_letters_own_page_and_what_comes_in_pieces_are_left_as_they_are(office: Office) -> None:
    letter = office.letter()
    visit = office.enter(RoleName.EDITOR)
    assert "content-encoding" not in visit.get(f"/messages/{letter}/raw").headers


def test_the_first_view_of_the_queue_fits_into_150_kb(office: Office) -> None:
    """Everything that the page loads, as it goes over the wire; of the fonts, those that Vietnamese text needs."""
    for number in range(31):
        office.article(title=f"Tập huấn kỹ thuật trồng nấm rơm cho hội viên nông dân lần thứ {number}")
    visit = office.enter(RoleName.HEAD)
    page = visit.get("/")
    total = len(gzip.compress(page.content, 5))
    assert page.headers["content-encoding"] == "gzip"
    for path in re.findall(r'(?:href|src)="(/static/[^"]+)"', page.text):
        with visit.client.stream("GET", path) as answer:
            total += sum(len(piece) for piece in answer.iter_raw())
    styles = visit.get("/static/vendor/be-vietnam-pro.css").text
    upright = [face for face in styles.split("@font-face") if "font-style: normal" in face and "latin-ext" not in face]
    for name in {re.search(r"files/[^)]+\.woff2", face)[0] for face in upright if "woff2" in face}:  # type: ignore[index]
        total += len(visit.get(f"/static/vendor/{name}").content)
    assert 100_000 < total < 150_000
