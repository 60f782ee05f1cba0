"""What was said of a finding goes along to the next version: of that finding, and of no other in the same words."""

from typing import Any

from tinbai.ignored import carried, key_of

SAID = {"by": "Phạm Thị Minh Họa", "reason": "Số của cơ quan"}
PHONE: dict[str, Any] = {
    "check": "personal_number", "severity": "block", "where": {"field": "body", "block": 0, "start": 3, "end": 13},
    "message": "Số điện thoại “090*******” là dữ liệu cá nhân: hãy che đi.", "digest": "a" * 16,
}  # fmt: skip
OTHER = PHONE | {"digest": "b" * 16}
COPY: dict[str, Any] = {
    "check": "near_duplicate", "severity": "warn", "where": {"field": "body"}, "message": "40 trong 50 chữ",
    "article_id": 7,
}  # fmt: skip


def passed_over(before: list[dict[str, Any]], found: list[dict[str, Any]]) -> list[bool]:
    return [bool(each.get("ignored")) for each in carried(before, found)]


def test_two_findings_of_the_same_words_are_two() -> None:
    assert key_of(PHONE) != key_of(OTHER)
    assert passed_over([PHONE | {"ignored": SAID}], [PHONE, OTHER]) == [True, False]
    assert passed_over([PHONE | {"ignored": SAID}], [OTHER, PHONE | {"where": {"field": "body", "block": 9}}]) == [
        False, True,
    ]  # fmt: skip


def test_what_was_stored_without_a_digest_stays_passed_over_as_often_as_it_was() -> None:
    bare = {name: value for name, value in PHONE.items() if name != "digest"}
    assert passed_over([bare | {"ignored": SAID}], [PHONE, OTHER]) == [True, False]
    assert passed_over([bare | {"ignored": SAID}, bare | {"ignored": SAID}], [PHONE, OTHER]) == [True, True]
    assert passed_over([bare | {"ignored": SAID}], [bare]) == [True]
    (carried_on,) = carried([bare | {"ignored": SAID}], [PHONE])
    assert key_of(carried_on) == key_of(PHONE)


def test_a_copy_is_known_by_the_other_article_and_not_by_how_many_words_it_shares() -> None:
    assert key_of(COPY) == key_of(COPY | {"message": "41 trong 52 chữ"})
    assert key_of(COPY) != key_of(COPY | {"article_id": 8})
    assert key_of(COPY) != key_of(COPY | {"severity": "hint"})
