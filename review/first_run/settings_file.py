"""`config.local.toml`: the wizard's answers put into what stands there already. tomlkit ends at this file.

What is not the wizard's stays as it is, comments and order included. The result is read back and compared before
anything is written: a file that would say something else is none.
"""

import tempfile
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from tinbai.config import Config, load
from tinbai.errors import ConfigError
from tinbai.private import write_private

HEADING = (
    "What differs from config.toml beside this file. Written by the first-run wizard; change it as you like.",
    "Passwords never stand here: they are named as file:/path (mode 0600) or env:NAME. `tinbai check` tries all.",
)
COMMENTS: Mapping[str, str] = {
    "public_url": "the address people type",
    "sender": "our own address",
    "key": "short name; not to be changed later",
    "code": "opens the reference numbers",
    "url": "the portal's database",
    "media_path": "the folder that the portal serves pictures and files from",
    "address": "where readers find an article",
    "ca_file": "certificate authority of the server",
}


def local_file(config_path: Path) -> Path:
    """The file beside `config_path` that overrides it."""
    return config_path.with_name(f"{config_path.stem}.local{config_path.suffix}")


def merged(text: str, wanted: Mapping[str, Any]) -> str:
    """`text` with `wanted` put into it: tables key by key, lists of tables by their `key`, as they are read.

    Raises ConfigError when `text` is no TOML, or has such a form that the answers cannot be put into it.
    """
    try:
        document = tomlkit.parse(text) if text.strip() else _new()
        _put(document, wanted)
        made = tomlkit.dumps(document)
        told = tomllib.loads(made)
    except (TOMLKitError, tomllib.TOMLDecodeError, AttributeError, TypeError, ValueError) as error:
        raise ConfigError(path="config.local.toml", key=None, problem=str(error)) from error
    if told != _expected(tomllib.loads(text), wanted):
        raise ConfigError(path="config.local.toml", key=None, problem="the answers do not fit into this file")
    return made


def without_blanks(standing: Any, wanted: Any) -> Any:
    """`wanted` without what is "" in it and stands nowhere: only what stands there already has to be emptied."""
    if isinstance(wanted, Mapping):
        there = standing if isinstance(standing, Mapping) else {}
        return {
            key: without_blanks(there.get(key), value) for key, value in wanted.items() if value != "" or key in there
        }
    if _keyed(wanted):
        rows = {each.get("key"): each for each in standing or []}
        return [without_blanks(rows.get(each["key"]), each) for each in wanted]
    return wanted


def boards(text: str) -> frozenset[str]:
    """The keys of the boards that `text` names. Raises ConfigError."""
    sites = read(text).get("sites", [])
    return frozenset(each["key"] for each in sites if isinstance(each, dict) and isinstance(each.get("key"), str))


def without_boards(text: str, keys: frozenset[str]) -> str:
    """`text` without the boards of these keys; everything else stays. Raises ConfigError."""
    read(text)
    document = tomlkit.parse(text)
    sites: Any = document.get("sites", [])
    for number in reversed(range(len(sites))):
        if sites[number].get("key") in keys:
            del sites[number]
    if "sites" in document and not sites:
        del document["sites"]
    return tomlkit.dumps(document)


def read(text: str) -> dict[str, Any]:
    """What a local file says. Raises ConfigError."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(path="config.local.toml", key=None, problem=str(error)) from error


def checked(config_path: Path, text: str) -> Config:
    """The configuration as it would be with `text` in the local file. Raises ConfigError; nothing is written."""
    with tempfile.TemporaryDirectory(prefix="tinbai-") as folder:
        copy = Path(folder, config_path.name)
        copy.write_text(config_path.read_text(encoding="utf-8"), encoding="utf-8")
        local_file(copy).write_text(text, encoding="utf-8")
        return load(copy)


def write(config_path: Path, text: str) -> None:
    """Put `text` into the local file, for its owner only. Raises OSError."""
    write_private(local_file(config_path), text)


def standing(config_path: Path) -> str:
    """What stands in the local file; "" when there is none. Raises ConfigError."""
    try:
        return local_file(config_path).read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(path=str(local_file(config_path)), key=None, problem=str(error)) from error


def _new() -> tomlkit.TOMLDocument:
    document = tomlkit.document()
    for line in HEADING:
        document.add(tomlkit.comment(line))
    document.add(tomlkit.nl())
    return document


def _put(table: Any, wanted: Mapping[str, Any]) -> None:
    for key, value in wanted.items():
        if isinstance(value, Mapping):
            if key not in table:
                table.add(key, tomlkit.table())
            _put(table[key], value)
        elif _keyed(value):
            _put_tables(table, key, value)
        elif key in table:
            table[key] = value
        else:
            item = tomlkit.item(value)
            table.add(key, item)
            if key in COMMENTS:
                item.comment(COMMENTS[key])


def _put_tables(table: Any, key: str, wanted: list[Mapping[str, Any]]) -> None:
    if key not in table:
        table.add(key, tomlkit.aot())
    known = {each.get("key"): each for each in table[key]}
    for each in wanted:
        if each["key"] in known:
            _put(known[each["key"]], each)
        else:
            made = tomlkit.table()
            _put(made, each)
            table[key].append(made)


def _keyed(value: object) -> bool:
    return (
        isinstance(value, list) and bool(value) and all(isinstance(each, Mapping) and "key" in each for each in value)
    )


def _expected(before: Any, wanted: Any) -> Any:
    """What must come out, said a second time and without tomlkit."""
    if isinstance(before, dict) and isinstance(wanted, Mapping):
        return before | {key: _expected(before.get(key), value) for key, value in wanted.items()}
    if _keyed(wanted):
        rows = {each.get("key"): each for each in before or []}
        for each in wanted:
            rows[each["key"]] = _expected(rows.get(each["key"], {}), each)
        return list(rows.values())
    return dict(wanted) if isinstance(wanted, Mapping) else wanted
