"""What the rules on words, people, places, documents and privacy find of planted slips, counted."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from tests.tinbai.checks.slips.documents_and_spelling import DOCUMENTS_AND_SPELLING
from tests.tinbai.checks.slips.people_and_places import PEOPLE_AND_PLACES
from tests.tinbai.checks.slips.privacy import PRIVACY
from tests.tinbai.checks.slips.wording import WORDING
from tinbai.checks import CHECKS, Checked, findings_of
from tinbai.finding import Finding, Severity
from tinbai.kind import Kind
from tinbai.site_data import EndedPlace, LeaderData, SiteData

SUBJECTS = frozenset({"persons", "places", "documents", "spelling", "wording", "privacy"})
RULES = {each.name: each for each in CHECKS if each.subject in SUBJECTS}
PAIRS: Mapping[str, Sequence[tuple[str, str]]] = {
    **PEOPLE_AND_PLACES, **DOCUMENTS_AND_SPELLING, **WORDING, **PRIVACY,
}  # fmt: skip
SITE = SiteData(
    name="An Mẫu",
    leaders=(
        LeaderData(name="Trần Văn Mẫu", title="Bí thư Đảng ủy"),
        LeaderData(name="Lê Thị Thử", title="Chủ tịch UBND xã", since=date(2026, 1, 1)),
        LeaderData(name="Hồ Văn Cựu", title="Chủ tịch UBND xã", until=date(2025, 12, 31)),
        LeaderData(name="Nguyễn Văn Ví Dụ", title="Phó Chủ tịch UBND xã"),
        LeaderData(name="Phạm Thị Minh Họa", title="Chánh Văn phòng HĐND và UBND, Trưởng Ban biên tập"),
    ),
    ended_places=(
        EndedPlace(name="huyện Cũ Mẫu", ended=date(2025, 7, 1)),
        EndedPlace(name="xã Đồng Thử", ended=date(2025, 7, 1), successor="xã An Mẫu"),
        EndedPlace(name="xã Hòa Giả", ended=date(2025, 7, 1)),
    ),
    lexicon=("buýt", "xoèn"),
)  # fmt: skip
DAY = datetime.fromisoformat("2026-10-15T10:00:00+07:00")


@dataclass(frozen=True, kw_only=True)
class Counts:
    """Slips planted and found; clean twins, and those of them where the rule speaks, at whatever weight."""

    planted: int
    found: int
    clean: int
    in_vain: int


def article(body: str, name: str = "") -> Checked:
    """The text as the body of an article, a paragraph a line, of the kind that the rule looks at."""
    kind = Kind.SETTLEMENT if name == "denouncer" else Kind.ARTICLE
    html = "".join(f"<p>{line.replace('&', '&amp;').replace('<', '&lt;')}</p>" for line in body.split("\n"))
    return Checked(title="Tin từ cơ sở", body_html=html, body_text=body, date=DAY, kind=kind)


def told(name: str, body: str) -> list[Finding]:
    """What one rule says of a text."""
    return list(findings_of(RULES[name], article(body, name), SITE))


def measured(name: str) -> Counts:
    """The counts of one rule."""
    pairs = PAIRS[name]
    return Counts(
        planted=len(pairs), found=sum(bool(told(name, slip)) for slip, _ in pairs),
        clean=len(pairs), in_vain=sum(bool(told(name, clean)) for _, clean in pairs),
    )  # fmt: skip


def heavy(body: str, name: str = "") -> Iterator[Finding]:
    """What any of the rules says above a hint."""
    for rule in RULES.values():
        yield from (each for each in findings_of(rule, article(body, name), SITE) if each.severity is not Severity.HINT)


if __name__ == "__main__":
    for name in PAIRS:
        counts = measured(name)
        print(f"| `{name}` | {counts.planted} | {counts.found} | {counts.clean} | {counts.in_vain} |")  # noqa: T201
