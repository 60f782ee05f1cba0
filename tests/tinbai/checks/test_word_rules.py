"""What the rules on words do at their edges: fields, lengths, severities, texts that are no texts, and time."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tinbai.checks.words_measured import DAY, RULES, SITE, article, told
from tinbai.checks import Checked, check, findings_of
from tinbai.finding import Finding, Severity
from tinbai.kind import Kind
from tinbai.press import is_address, press_names, press_sites, shipped
from tinbai.site_data import SiteData, UnitData
from tinbai.vietnamese.respelled import respelled
from tinbai.vietnamese.tone_style import is_new, is_old, old_style

FIELDS = {
    "number": "45/KH-UBND", "issued": "07/10/2026", "issuer": "UBND xã", "signatory": "Lê Thị Thử",
    "abstract": "Tiêm phòng",
}  # fmt: skip
WORDS = " ".join(["từ"] * 100)


def one(name: str, checked: Checked, site: SiteData | None = SITE) -> list[Finding]:
    return list(findings_of(RULES[name], checked, site))


@pytest.mark.parametrize("missing", FIELDS)
def test_a_document_without_a_field_is_told(missing: str) -> None:
    (found,) = one("fields_missing", Checked(kind=Kind.DOCUMENT, fields=FIELDS | {missing: " "}))
    assert found.severity is Severity.WARN
    assert one("fields_missing", Checked(kind=Kind.DOCUMENT, fields=FIELDS)) == []
    assert one("fields_missing", Checked(kind=Kind.DOCUMENT)) == []
    assert one("fields_missing", Checked(kind=Kind.ARTICLE, fields={})) == []


def test_a_sapo_of_a_hundred_and_one_words_is_long() -> None:
    assert one("summary_long", Checked(summary=WORDS)) == []
    assert "101 chữ" in one("summary_long", Checked(summary=f"{WORDS} thôi"))[0].message


@pytest.mark.parametrize(
    ("genre", "words", "short"),
    [("Tin", 50, False), ("Bài", 119, True), ("Bài", 120, False), ("Chùm ảnh", 60, False), ("Bài", 49, False)],
)  # fmt: skip
def test_each_genre_has_its_length(genre: str, words: int, short: bool) -> None:
    assert bool(one("genre_short", Checked(body_text=" ".join(["từ"] * words), genre=genre))) is short


def test_a_missing_unit_is_told_where_the_site_has_units() -> None:
    site = SiteData(name="An Mẫu", units=(UnitData(key="hnd", name="Hội Nông dân"),))
    assert one("unit_missing", Checked(unit=""), site)
    assert not one("unit_missing", Checked(unit="Hội Nông dân"), site)
    assert not one("unit_missing", Checked(), site)
    assert not one("unit_missing", Checked(unit=""), SITE)


def test_the_sites_hotlines_words_and_abbreviations_are_its_own() -> None:
    site = SiteData(name="An Mẫu", hotlines=("0900 000 009",), abbreviations=("HKH",), lexicon=("nứơc",))
    for name, text in (("personal_number", "Gọi 0900000009."), ("abbreviation_bare", "HKH xã họp bàn việc mới."),
                       ("syllable_unknown", "Dòng nứơc trong.")):  # fmt: skip
        assert one(name, article(text), None)
        assert one(name, article(text), site) == []


def test_district_names_were_right_until_the_last_of_june_2025() -> None:
    text = "UBND huyện Sông Thử họp."
    earlier = Checked(body_text=text, date=DAY.replace(year=2025, month=6, day=30))
    assert one("district_ended", earlier) == []
    assert one("district_ended", Checked(body_text=text, date=DAY.replace(year=2025, month=7, day=1)))


def test_a_replaced_decree_was_right_while_it_was_in_force() -> None:
    text = "Theo Nghị định 43/2011/NĐ-CP."
    assert one("document_replaced", Checked(body_text=text, date=DAY.replace(year=2022, month=8, day=14))) == []
    assert one("document_replaced", Checked(body_text=text, date=DAY.replace(year=2022, month=8, day=15)))


def test_a_former_leader_was_right_while_in_office() -> None:
    text = "Chủ tịch UBND xã Hồ Văn Cựu dự lễ."
    assert one("leader_title", Checked(body_text=text, date=DAY.replace(year=2025, month=12, day=31))) == []
    assert one("leader_title", Checked(body_text=text, date=DAY.replace(year=2026, month=1, day=1)))


def test_nothing_of_the_denouncer_stands_in_a_message() -> None:
    text = "UBND xã nhận đơn của bà Tạ Thị Ẩn Danh, sinh năm 1970, CCCD số 001170000000, trú tại thôn Cầu Giả."
    settlement = Checked(title="Kết luận", body_text=text, kind=Kind.SETTLEMENT, date=DAY)
    found = [each for each in check(settlement, SITE) if each.severity is Severity.BLOCK]
    assert {each.check for each in found} >= {"denouncer", "personal_number"}
    assert len(found) == 4
    for secret in ("Ẩn Danh", "1970", "001170", "Cầu Giả"):
        assert not any(secret in each.message for each in found)


def test_a_year_of_birth_alone_is_a_hint_only() -> None:
    assert [each.severity for each in told("birth_date", "Ông Thử, sinh năm 1965.")] == [Severity.HINT]
    assert [each.severity for each in told("birth_date", "Ông Thử, sinh ngày 1/2/1965.")] == [Severity.WARN]


def test_a_foreign_page_is_a_hint_and_a_shortened_one_is_more() -> None:
    assert [each.severity for each in told("link_doubtful", "Xem https://www.abc.com/x")] == [Severity.HINT]
    assert [each.severity for each in told("link_doubtful", "Xem https://bit.ly/x")] == [Severity.WARN]


def test_a_link_behind_words_is_seen_too() -> None:
    checked = Checked(body_html='<p>Xem <a href="https://bit.ly/abc">tại đây</a>.</p>', body_text="Xem tại đây.")
    assert [each.severity for each in one("link_doubtful", checked)] == [Severity.WARN]


@pytest.mark.parametrize(
    ("wrong", "right"), [("nghành", "ngành"), ("nứơc", "nước"), ("tòan", "toàn"), ("ngiệp", "nghiệp")]
)
def test_a_slip_of_typing_is_undone(wrong: str, right: str) -> None:
    assert right in respelled(wrong)


def test_both_places_of_the_tone_mark_are_told_apart() -> None:
    assert old_style("Hoà thuỷ quý khoẻ toàn UỶ") == "Hòa thủy quý khỏe toàn ỦY"
    assert [is_new(word) for word in ("hoà", "hòa", "quý", "toàn")] == [True, False, False, False]
    assert [is_old(word) for word in ("hoà", "hòa", "quý", "toàn")] == [False, True, False, False]


TEXTS = st.lists(
    st.one_of(
        st.text(max_size=30),
        st.sampled_from([
            "đồng chí Nguyễn Văn Ví Dụ, ", "Chủ tịch UBND xã ", "huyện Cũ Mẫu", " 0900000009", "[…]", "xxx", "(Theo ",
            "https://bit.ly/", "16 /QĐ -UBND", "sinh ngày 1/2/1990", "MẬT\n", "nứơc", "đơn của bà Tạ Thị Ẩn Danh ",
        ]),
    ),
    max_size=20,
).map("".join)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(body=TEXTS, title=TEXTS, kind=st.sampled_from(Kind))
def test_no_text_makes_a_rule_crash(body: str, title: str, kind: Kind) -> None:
    checked = Checked(
        title=title, summary=body[:50], body_text=body, kind=kind, date=DAY, fields={}, unit="", genre="Tin"
    )
    for name in RULES:
        for found in one(name, checked):
            assert found.message
            assert 0 <= found.confidence <= 1


@pytest.mark.parametrize(
    ("article", "told"),
    [
        (Checked(source="Báo Nhân Dân"), "source"),
        (Checked(source="Báo Nhân Dân, https://nhandan.vn/tin-1.html"), None),
        (Checked(byline="Theo VnExpress"), "byline"),
        (Checked(author="Nguyễn Văn Ví Dụ (TTXVN)"), "byline"),
        (Checked(source="Phòng Kinh tế xã"), None),
        (Checked(body_text="Xem https://vnexpress.net/tin-1.html."), "body"),
        (Checked(body_text="Xem vnexpress.net."), None),
        (Checked(body_text="Thư về toasoan@tuoitre.vn/a."), None),
        (Checked(body_text="Báo Mẫu Quê đưa tin; xem bao.songmau.example/tin-2."), "body"),
        (Checked(source="Tin Mẫu Quê"), "source"),
    ],
)
def test_the_press_in_source_signature_and_links_is_a_hint(article: Checked, told: str | None) -> None:
    site = SiteData(name="An Mẫu", press=("Tin Mẫu Quê", "bao.songmau.example"))
    found = one("copied_from_press", article, site)
    assert [each.where.field for each in found] == ([told] if told else [])
    assert {each.severity for each in found} <= {Severity.HINT}


def test_every_entry_that_ships_is_a_name_or_an_address() -> None:
    for each in shipped():
        assert press_sites(()).fullmatch(each) if is_address(each) else press_names(()).search(each)
