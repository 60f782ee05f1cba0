"""Secrets: named in the configuration, kept in the environment or in files that only their owner can read."""

import os
import stat
from collections.abc import Mapping
from pathlib import Path

from sqlalchemy.engine import make_url

from tinbai.errors import SecretError


def secret(reference: str, environment: Mapping[str, str] = os.environ) -> str:
    """The secret that "env:NAME" or "file:/path" stands for; "" for "". Raises SecretError."""
    kind, _, name = reference.partition(":")
    if not reference:
        return ""
    if kind == "env":
        if name not in environment:
            raise SecretError(reference=reference, problem="this environment variable is not set")
        return environment[name]
    try:
        mode = Path(name).stat().st_mode
        if mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise SecretError(reference=reference, problem="others can read this file; run: chmod 600")
        return Path(name).read_text(encoding="utf-8").strip("\r\n")
    except OSError as error:
        raise SecretError(reference=reference, problem=error.strerror or str(error)) from error


def database_url(url: str, password: str, root: Path) -> str:
    """`url` with the password put in, and a relative SQLite path made absolute."""
    target = make_url(url)
    if target.get_backend_name() == "sqlite" and target.database and target.database != ":memory:":
        target = target.set(database=str((root / target.database).resolve()))
    if password:
        target = target.set(password=secret(password))
    return target.render_as_string(hide_password=False)
