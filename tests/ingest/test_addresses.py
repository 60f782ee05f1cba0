"""Address headers as people and programs write them."""

import pytest

from ingest.addresses import MAX_ADDRESSES, parse_addresses

Found = list[tuple[str | None, str | None]]


def found(raw: str, charset: str | None = None) -> Found:
    return [(address.name, address.address) for address in parse_addresses(raw, charset)]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ('"Hội Nông dân" <hnd@songmau.example>', [("Hội Nông dân", "hnd@songmau.example")]),
        ("hnd@songmau.example (Hội Nông dân)", [("Hội Nông dân", "hnd@songmau.example")]),
        ("a@x.example (A (B) C)", [("A (B) C", "a@x.example")]),
        ("(c1) A (c2) <a@x.example> (c3)", [("A", "a@x.example")]),
        ("a(c)@x.example", [("c", "a@x.example")]),
        ("a@x.example (=?utf-8?Q?B=C3=A0?=)", [("Bà", "a@x.example")]),
        ('"A \\"B\\" C" <a@x.example>', [('A "B" C', "a@x.example")]),
        ('"A"<a@x.example>', [("A", "a@x.example")]),
        ("A\r\n <a@x.example\r\n >", [("A", "a@x.example")]),
        ("A < a @ x.example >", [("A", "a@x.example")]),
        ("<@relay.example,@b.example:a@x.example>", [(None, "a@x.example")]),
        ("A <a@[192.0.2.1]>", [("A", "a@[192.0.2.1]")]),
        ("a@[192.0.2.1]", [(None, "a@[192.0.2.1]")]),
        ('A <"b c"@x.example>', [("A", '"b c"@x.example')]),
        ('"b c"@x.example', [(None, '"b c"@x.example')]),
        ("tuấn@tỉnh.example", [(None, "tuấn@tỉnh.example")]),
    ],
)
def test_well_formed_mailboxes_are_read(raw: str, expected: Found) -> None:
    assert found(raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("undisclosed-recipients:;", []),
        ("Nhóm A:;, ,", []),
        (
            "Thôn: a@x.example, B <b@x.example>;, c@x.example",
            [(None, "a@x.example"), ("B", "b@x.example"), (None, "c@x.example")],
        ),
        ("M: a@x.example;, H: b@x.example;", [(None, "a@x.example"), (None, "b@x.example")]),
        ("A <a@x.example>; B <b@x.example>", [("A", "a@x.example"), ("B", "b@x.example")]),  # as Outlook writes
        ("a@x.example b@x.example", [(None, "a@x.example"), (None, "b@x.example")]),
        ("A <a@x.example>, , B <b@x.example>,", [("A", "a@x.example"), ("B", "b@x.example")]),
        ("A <a@x.example,b@x.example>", [("A", "a@x.example"), (None, "b@x.example")]),
        ("Thôn: a@x.example, b@x.example", [("Thôn", "a@x.example"), (None, "b@x.example")]),  # never closed
    ],
)
def test_groups_and_lists_are_taken_apart(raw: str, expected: Found) -> None:
    assert found(raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Nguyen Van A, Phong VH <a@x.example>", [("Nguyen Van A, Phong VH", "a@x.example")]),
        ("=?utf-8?Q?A,_B?= <a@x.example>", [("A, B", "a@x.example")]),  # a comma in a bare encoded word
        ("Phòng VH: A <a@x.example>", [("Phòng VH: A", "a@x.example")]),
        ('"Ban bien tap <a@x.example>', [("Ban bien tap", "a@x.example")]),
        ('"A, B <a@x.example>, "C" <c@x.example>', [("A, B", "a@x.example"), ("C", "c@x.example")]),
        ("A <a@x.example", [("A", "a@x.example")]),
        ("A <a@x.example, B <b@x.example>", [("A", "a@x.example"), ("B", "b@x.example")]),
        ("<<a@x.example>>", [(None, "a@x.example")]),
        ("a@x.example>", [(None, "a@x.example")]),
        ("a @ x.example", [(None, "a@x.example")]),
        ("a@x.example.", [(None, "a@x.example")]),
        ("'a@x.example'", [(None, "a@x.example")]),
        ("'A' <a@x.example>", [("A", "a@x.example")]),
        ("=?utf-8?Q?=22A=22?= <a@x.example>", [("A", "a@x.example")]),
        ("=?utf-8?Q?X_=3Ca=40x.example=3E?=", [("X", "a@x.example")]),  # all of it encoded
        ("=?utf-8?B?a?= <a@x.example>", [(None, "a@x.example")]),
        ("mailto:a@x.example", [(None, "a@x.example")]),
        ("A [mailto:a@x.example]", [("A", "a@x.example")]),
        ("A <mailto:a@x.example>", [("A", "a@x.example")]),
        ('"A" <a@x.example> <b@x.example>', [("A", "a@x.example")]),
    ],
)
def test_what_is_written_wrong_is_read_as_it_was_meant(raw: str, expected: Found) -> None:
    assert found(raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ('"sep@gov.example" <ke.gian@la.example>', [("sep@gov.example", "ke.gian@la.example")]),
        ('"sep@gov.example" ke.gian@la.example', [("sep@gov.example", "ke.gian@la.example")]),
        ("sep@gov.example <ke.gian@la.example>", [("sep@gov.example", "ke.gian@la.example")]),
        ("ke.gian@la.example (<sep@gov.example>)", [("sep@gov.example", "ke.gian@la.example")]),
        ("=?utf-8?Q?sep=40gov.example?= <ke.gian@la.example>", [("sep@gov.example", "ke.gian@la.example")]),
        ('"a@x.example"', [(None, "a@x.example")]),  # nothing else there
    ],
)
def test_a_name_that_is_an_address_is_a_name(raw: str, expected: Found) -> None:
    assert found(raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Ban biên tập", [("Ban biên tập", None)]),
        ("A <a at x.example>", [("A <a at x.example>", None)]),
        ("<root>", [(None, "root")]),
        ("root", [("root", None)]),
        ("A <>", [("A", None)]),
        ("", []),
        ("<>", []),
        (",,;", []),
    ],
)
def test_a_sender_that_is_no_address_stays_readable(raw: str, expected: Found) -> None:
    assert found(raw) == expected


@pytest.mark.parametrize(
    ("raw", "charset", "expected"),
    [
        ("\udcd0o\udce0n th\udce0nh ni\udcean <a@x.example>".replace("\udcea", "\udcea"), None, "Ðoàn thành niên"),
        ("\udcd0o\udce0n th\udce0nh ni\udcean <a@x.example>", "windows-1258", "Đoàn thành niên"),
        ("H\udcb5i N\udcf4ng d\udce2n <a@x.example>", "viscii", "Hội Nông dân"),
        ("M+APw-ller <a@x.example>", "utf-7", "Müller"),
        ('"M+APw-ller" <a+tag@x.example>', "utf-7", "Müller"),
    ],
)
def test_raw_names_are_read_in_the_letters_charset(raw: str, charset: str | None, expected: str) -> None:
    (address,) = parse_addresses(raw, charset)
    assert address.name == expected
    assert address.address in {"a@x.example", "a+tag@x.example"}


@pytest.mark.parametrize("raw", ['"A\u202e" <a\u202e@x.example>', "A\u2028 <a\u2066@x.example>", "A\0 <a\0@x.example>"])
def test_nothing_that_misleads_survives_in_an_address(raw: str) -> None:
    assert found(raw) == [("A", "a@x.example")]


def test_addresses_beyond_the_limit_are_left() -> None:
    assert len(parse_addresses("a@b.example, " * 3 * MAX_ADDRESSES)) == MAX_ADDRESSES
