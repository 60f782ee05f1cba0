"""Numbers that belong to a person: CCCD, CMND, phones, bank accounts (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15)."""

import re
from collections.abc import Iterator

from tinbai.checks.checked import Checked
from tinbai.checks.found import Found
from tinbai.checks.passages import Passage
from tinbai.checks.privacy.redaction import covered
from tinbai.checks.vocabulary.private import ACCOUNT, IDENTITY, OFFICE, OLD_IDENTITY, OTHER_NUMBER, PHONE, PUBLIC
from tinbai.checks.vocabulary.sentences import sentence
from tinbai.finding import Severity
from tinbai.site_data import SiteData

_DIGITS = re.compile(r"\D")
_NEAR = 80  # characters before a number in which it may be said to be public


def check(article: Checked, site: SiteData | None) -> Iterator[Found]:
    """None of them goes public, but for hot-lines: the site's own, and what the text says to be one."""
    hotlines = {_digits(each) for each in (site.hotlines if site else ())}
    for passage in article.passages:
        if any(letter.isdigit() for letter in passage.text):
            yield from _numbers(passage, hotlines)


def _numbers(passage: Passage, hotlines: set[str]) -> Iterator[Found]:
    text = passage.text
    for found in IDENTITY.finditer(text):
        if _is_other(text, found.start()):
            continue
        yield _found(
            passage, found.span(), f"Số căn cước công dân “{covered(found[0])}” là dữ liệu cá nhân: hãy che đi."
        )
    for found in OLD_IDENTITY.finditer(text):
        yield _found(
            passage,
            found.span("number"),
            f"Số chứng minh nhân dân “{covered(found['number'])}” là dữ liệu cá nhân: hãy che đi.",
        )
    for found in PHONE.finditer(text):
        if _digits(found[0]) not in hotlines and not (
            _is_public(text, found.start()) or _is_other(text, found.start())
        ):
            yield _found(
                passage,
                found.span(),
                f"Số điện thoại “{covered(found[0])}” là dữ liệu cá nhân: hãy che đi.",
                milder=_of_office(text, found),
            )
    for found in ACCOUNT.finditer(text):
        if _digits(found["number"]) not in hotlines and not _is_public(text, found.start()):
            yield _found(
                passage,
                found.span("number"),
                f"Số tài khoản “{covered(found['number'])}” là dữ liệu cá nhân: hãy che đi.",
                milder=_of_office(text, found),
            )


def _found(passage: Passage, span: tuple[int, int], message: str, milder: Severity | None = None) -> Found:
    return Found(
        where=passage.where(*span), message=message, repairs=(covered(passage.text[slice(*span)]),), confidence=0.9,
        milder=milder,
    )  # fmt: skip


def _of_office(text: str, number: re.Match[str]) -> Severity | None:
    """A number of an office or of its fund is a hint. Who is named last before a number is whose number it is."""
    around = sentence(text, *number.span())
    before = text[max(0, number.start() - len(around)) : number.start()]
    named = [found for found in OFFICE.finditer(around) if around.find(number[0]) >= found.start()]
    last = named[-1] if before and named else OFFICE.search(around)
    return Severity.HINT if last and last["office"] else None


def _digits(number: str) -> str:
    digits = _DIGITS.sub("", number)
    return "0" + digits[2:] if digits.startswith("84") and len(digits) == 11 else digits


def _is_other(text: str, at: int) -> bool:
    """Whether the words before a number say that it is that of a firm, a file or an account."""
    return OTHER_NUMBER.search(text, max(0, at - _NEAR), at) is not None


def _is_public(text: str, at: int) -> bool:
    return PUBLIC.search(text, max(0, at - _NEAR), at) is not None
