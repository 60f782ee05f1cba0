"""The file behind the configuration: TOML merged with the `.local` file beside it, and mistakes named by their key."""

import tomllib
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from tinbai.errors import ConfigError


def read(path: Path) -> dict[str, Any]:
    """What stands in `path`, overridden by the `.local` file beside it. Raises ConfigError."""
    given = _read(path)
    local = path.with_name(f"{path.stem}.local{path.suffix}")
    return _merge(given, _read(local)) if local.exists() else given


def explained(path: Path, error: ValidationError, given: dict[str, Any]) -> ConfigError:
    """The first mistake that was found in `given`, under the name a reader of the file knows it by."""
    first = error.errors(include_url=False)[0]
    value: Any = given
    names: list[str] = []
    for step in first["loc"]:  # sites.0.mailboxes.1 is shown as sites[an-mau].mailboxes[chung]
        value = _inside(value, step)
        if isinstance(step, int):
            names[-1] += f"[{value['key'] if isinstance(value, dict) and 'key' in value else step}]"
        else:
            names.append(str(step))
    problem = "unknown key" if first["type"] == "extra_forbidden" else first["msg"].removeprefix("Value error, ")
    return ConfigError(path=str(path), key=".".join(names) or None, problem=problem)


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(path=str(path), key=None, problem=str(error)) from error


def _merge(lower: Any, upper: Any) -> Any:
    if isinstance(lower, dict) and isinstance(upper, dict):
        return {key: _merge(lower.get(key), upper[key]) if key in upper else lower[key] for key in {**lower, **upper}}
    if _keyed(lower) and _keyed(upper):
        merged = {item["key"]: item for item in lower}
        for item in upper:
            merged[item["key"]] = _merge(merged.get(item["key"]), item)
        return list(merged.values())
    return upper


def _keyed(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, dict) and "key" in item for item in value)


def _inside(value: Any, step: str | int) -> Any:
    if isinstance(value, dict):
        return value.get(step)
    return value[step] if isinstance(value, list) and isinstance(step, int) and step < len(value) else None
