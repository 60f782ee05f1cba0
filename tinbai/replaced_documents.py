"""Documents that another one replaced, as they ship with the program: `replaced_documents.toml` beside this file."""

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from tinbai.site_data import ReplacedDocument


@cache
def shipped() -> Sequence[ReplacedDocument]:
    """What the file says. A board adds to it and switches off what it does not want on its own pages."""
    data = tomllib.loads(Path(__file__).with_name("replaced_documents.toml").read_text(encoding="utf-8"))
    return tuple(ReplacedDocument.model_validate(row) for row in data["replaced"])
