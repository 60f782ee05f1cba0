"""Names and filters of a directory: what people type means nothing but itself, and filters are read as written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinbai.config_ldap import LdapConfig
from tinbai.ldap_text import Group, Item, Substrings, escape_in_filter, escape_in_name, parse_filter

ANY = Item(kind="present", attribute="objectClass")
AN = Item(kind="equalityMatch", attribute="uid", value=b"an")


@pytest.mark.parametrize(
    ("typed", "escaped"),
    [
        ("an", "an"), ("*", "\\2a"), ("(an)", "\\28an\\29"), ("a\\b\x00", "a\\5cb\\00"), ("Gương", "Gương"),
    ],
)  # fmt: skip
def test_in_a_filter_a_sign_with_a_meaning_is_its_number(typed: str, escaped: str) -> None:
    assert escape_in_filter(typed) == escaped


@pytest.mark.parametrize(
    ("typed", "escaped"),
    [
        ("an", "an"), ("an,ou=khac", "an\\,ou\\=khac"), ("an+tin", "an\\+tin"), ('"<a>;\\', '\\"\\<a\\>\\;\\\\'),
        (" an ", "\\ an\\ "), ("#an", "\\#an"), ("a#n", "a#n"), (" ", "\\ "), ("", ""), ("a\x00", "a\\00"),
    ],
)  # fmt: skip
def test_in_a_name_a_sign_with_a_meaning_stands_behind_a_backslash(typed: str, escaped: str) -> None:
    assert escape_in_name(typed) == escaped


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("(uid=an)", AN),
        ("(objectClass=*)", ANY),
        ("(&(objectClass=*)(uid=an))", Group(kind="and", parts=(ANY, AN))),
        ("(|(uid=an)(!(uid=an)))", Group(kind="or", parts=(AN, Group(kind="not", parts=(AN,))))),
        ("(mail=*@xa*)", Substrings(attribute="mail", parts=(b"", b"@xa", b""))),
        ("(cn=a*b*c)", Substrings(attribute="cn", parts=(b"a", b"b", b"c"))),
        ("(n>=1)", Item(kind="greaterOrEqual", attribute="n", value=b"1")),
        ("(n<=1)", Item(kind="lessOrEqual", attribute="n", value=b"1")),
        ("(cn~=an)", Item(kind="approxMatch", attribute="cn", value=b"an")),
        ("(cn=\\2a\\C6\\a1)", Item(kind="equalityMatch", attribute="cn", value="*ơ".encode())),
        ("(uac:1.2.840.113556.1.4.803:=2)",
         Item(kind="extensibleMatch", attribute="uac", value=b"2", rule="1.2.840.113556.1.4.803")),
        ("(ou:dn:=xa)", Item(kind="extensibleMatch", attribute="ou", value=b"xa", with_names=True)),
    ],
)  # fmt: skip
def test_a_filter_is_read_as_the_standard_writes_it(written: str, meant: object) -> None:
    assert parse_filter(written) == meant


@pytest.mark.parametrize(
    "written",
    ["", "uid=an", "(uid)", "()", "(uid=an", "(uid=an))", "(=an)", "(&)", "(!(a=b)(c=d))", "(a=\\zz)", "(a=**b)",
     "(a:1.2=b)", "(:=b)", "(&(a=b)", "(a>=b*c)", "(a=b)(c=d)", "(&" * 12 + "(a=b)" + ")" * 12],
)  # fmt: skip
def test_what_is_no_filter_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="filter"):
        parse_filter(written)


@given(st.text())
def test_whatever_is_typed_is_the_value_of_one_comparison(typed: str) -> None:
    assert parse_filter(f"(uid={escape_in_filter(typed)})") == Item(
        kind="equalityMatch", attribute="uid", value=typed.encode("utf-8")
    )


@given(st.text(alphabet="()*\\&|!=:a0 \x00"))
def test_whatever_is_written_is_a_filter_or_refused(written: str) -> None:
    try:
        found = parse_filter(written)
    except ValueError:
        return
    assert parse_filter(f"(&{written})") == Group(kind="and", parts=(found,))


@pytest.mark.parametrize(
    "given",
    [
        {"filter": "(mail=an)"}, {"filter": "(mail={name}"}, {"bind_name": "uid=an,dc=xa"},
        {"host": "ldap.songmau.example", "security": "plain"},
    ],
)  # fmt: skip
def test_a_section_that_finds_nobody_or_everybody_is_refused(given: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"\{name\}|filter|plain"):
        LdapConfig.model_validate(given)


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ({}, []),
        ({"host": "a"}, ["username", "password", "base"]),
        ({"host": "a", "bind_name": "uid={name},dc=xa"}, []),
        ({"host": "a", "bind_name": "{name}@xa.local"}, ["base"]),
        ({"host": "a", "bind_name": "uid={name},dc=xa", "address_attribute": ""}, ["address_attribute"]),
    ],
)
def test_what_is_on_and_lacks_something_says_what(given: dict[str, str], missing: list[str]) -> None:
    assert [key for key, _ in LdapConfig.model_validate(given).incomplete()] == missing
