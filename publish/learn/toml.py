"""A proposed mapping as it is copied into `config.local.toml`, each line with its reason."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def toml(mapping: Mapping[str, Any], why: Mapping[str, str], top: str = "sites.portals.mapping") -> Iterator[str]:
    """Its lines. `why` has the reasons by the names that the lines have."""
    yield f"[{top}]"
    for name, value in mapping.items():
        if name not in {"columns", "rows"}:
            yield _line(name, value, why.get(name, ""))
    yield ""
    yield f"[{top}.columns]"
    for name, column in mapping["columns"].items():
        yield _line(name, column, why.get(f"columns.{name}", ""))
    for number, rows in enumerate(mapping["rows"], start=1):
        yield ""
        yield f"[[{top}.rows]]"
        yield _line("table", rows["table"], "")
        yield _line("of", rows["of"], "")
        for name, column in rows["columns"].items():
            yield _line(name, column, why.get(f"rows[{number}].columns.{name}", ""), before="columns.")


def _line(name: str, value: Any, why: str, before: str = "") -> str:
    line = f"{before}{_key(name)} = {_value(value)}"
    return f"{line}  # {why}" if why else line


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _text(name)


def _value(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{_key(name)} = {_value(one)}" for name, one in value.items()) + " }"
    if isinstance(value, bool):
        return str(value).lower()
    return _text(value) if isinstance(value, str) else str(value)


def _text(text: str) -> str:
    """A basic string of TOML: as JSON's, which leaves one control character as it is."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
