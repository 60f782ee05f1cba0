"""Names and addresses of the press, as they ship with the program: `press.toml` beside this file."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path


@cache
def shipped() -> Sequence[str]:
    """Names and sites. A board adds its own in its data."""
    data = tomllib.loads(Path(__file__).with_name("press.toml").read_text(encoding="utf-8"))
    return (*data["names"], *data["sites"])


@lru_cache(maxsize=400)
def press_names(own: Sequence[str]) -> re.Pattern[str]:
    """Finds one of the names, those of the program or `own`, as a word of its own."""
    names = [each for each in (*shipped(), *own) if not is_address(each)]
    return re.compile(rf"(?<!\w)(?:{_any(names)})(?!\w)")


@lru_cache(maxsize=400)
def press_sites(own: Sequence[str]) -> re.Pattern[str]:
    """Finds an address on one of the sites; its page is the group "page", empty where it names no page."""
    sites = [each for each in (*shipped(), *own) if is_address(each)]
    return re.compile(
        rf"(?<![\w@-])(?:https?://)?(?:[\w-]{{1,40}}\.){{0,3}}(?:{_any(sites)})(?![\w-]|\.\w)(?P<page>/[^\s<>\"“”]{{0,500}})?",
        re.IGNORECASE,
    )


def is_address(name: str) -> bool:
    """Whether an entry of the list is the address of a site, and no name."""
    return re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", name) is not None


def _any(names: Sequence[str]) -> str:
    return "|".join(re.escape(each) for each in sorted(names, key=len, reverse=True)) or r"(?!)"
