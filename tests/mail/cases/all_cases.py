"""Every letter that is committed."""

from tests.mail.cases import (
    case01,
    case02,
    case03,
    case04,
    case05,
    case06,
    case07,
    case08,
    case09,
    case10,
    case11,
    case12,
    case13,
    case14a,
    case14b,
    case14c,
)

CASES = (
    case01,
    case02,
    case03,
    case04,
    case05,
    case06,
    case07,
    case08,
    case09,
    case10,
    case11,
    case12,
    case13,
    case14a,
    case14b,
    case14c,
)


def letters() -> dict[str, bytes]:
    """The letters of all cases, by file name, in the order of the cases."""
    return {name: raw for case in CASES for name, raw in case.letters().items()}
