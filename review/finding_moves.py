"""Findings that go along with the text they are about, from one article into another."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tinbai.ignored import key_of

Finding = Mapping[str, Any]


def moved(findings: Iterable[Finding], *, by: int, first: int = 0) -> list[dict[str, Any]]:
    """What is said of `findings` in an article into which the elements of the body from `first` on come.

    They stand `by` places further on there; what is about an element before `first` stays behind. A place in anything
    but the body means nothing in the other article, and a repair would be put into the wrong text: both are left out,
    the finding itself never is.
    """
    return [_elsewhere(finding, by) for finding in findings if (block := _block(finding)) is None or block >= first]


def joined(findings: Sequence[Finding], further: Iterable[Finding]) -> list[dict[str, Any]]:
    """`findings` and the `further` ones, each once. Of twins of which one was passed over, the other one stands."""
    known: dict[Any, dict[str, Any]] = {}
    for finding in [*findings, *further]:
        twin = known.get(_identity(finding))
        if twin is None or (twin.get("ignored") and not finding.get("ignored")):
            known[_identity(finding)] = dict(finding)
    return list(known.values())


def _block(finding: Finding) -> int | None:
    """The element of the body that it is about, if it is about one."""
    where = finding.get("where") or {}
    return where.get("block") if where.get("field") == "body" else None


def _elsewhere(finding: Finding, by: int) -> dict[str, Any]:
    where, block = finding.get("where") or {}, _block(finding)
    if block is not None and block + by >= 0:
        return dict(finding) | {"where": dict(where) | {"block": block + by}}
    placeless = {name: None if name in {"block", "start", "end"} else value for name, value in where.items()}
    return dict(finding) | {"where": placeless, "repairs": []}


def _identity(finding: Finding) -> tuple[Any, ...]:
    where = finding.get("where") or {}
    return (key_of(finding), *((where.get("block"), where.get("start")) if _block(finding) is not None else ()))
