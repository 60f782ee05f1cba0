"""Which files can open a connection to somewhere, and whom they call: hosts of the configuration and nobody else.

What goes out in a run with letters that lure is watched by `tests/integration/test_only_configured_hosts.py`.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.test_tree import PACKAGES, ROOT

# Libraries that can call somebody. SQLAlchemy calls the databases of the configuration; uvicorn only answers.
ABLE = {
    "aiohttp", "dkim", "dns", "ftplib", "http", "httpx", "imapclient", "imaplib", "nntplib", "poplib", "psycopg",
    "pymysql", "requests", "smtplib", "socket", "socketserver", "telnetlib", "urllib", "urllib3", "webbrowser",
    "websockets", "xmlrpc",
}  # fmt: skip
HARMLESS = {"urllib.parse", "http.cookies", "http"}  # of `http` only the table of status codes
CALLERS = {
    "ingest/imap.py": "the mailbox's server",
    "ingest/pop3.py": "the mailbox's server",
    "ingest/on_line.py": "the mailbox's server",
    "tinbai/line.py": "the mailbox's server, and that of [smtp]",
    "tinbai/sending.py": "the server of [smtp]",
    "tinbai/clamd.py": "the scanner",
    "publish/page_fetch.py": "the portal, for a page as readers see it",
    "ingest/key_lookup.py": "the server of [dns]",
    "ingest/signatures.py": "nobody: it is given the keys",
    "review/security/identity_provider.py": "the provider of [oidc]",
    "review/security/ldap_connection.py": "the directory",
    "tinbai/backup_postgresql.py": "our own database",
    "ingest/openers/warm_office.py": "LibreOffice, a child of ours, by a socket of the file system",
    "ingest/openers/office_bridge.py": "LibreOffice, a child of ours, by a socket of the file system",
    "tinbai/sandbox.py": "nobody: it takes the network away",
    "tinbai/serve.py": "nobody: it answers",
    "tinbai/commands.py": "nobody: it answers",
    "tinbai/lease.py": "nobody: it asks for this machine's name",
    "tinbai/words.py": "nobody: it explains errors",
    "tinbai/demo/mailbox.py": "nobody: it explains and answers",
    "tinbai/demo/settings.py": "nobody: it looks for a free port",
}


def able(path: Path) -> bool:
    """Whether a file imports what can call somebody."""
    return any(
        name not in HARMLESS and name.partition(".")[0] in ABLE
        for name in imported(ast.parse(path.read_text(encoding="utf-8")))
    )


def imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from [node.module] if node.module != "urllib" else [f"urllib.{name.name}" for name in node.names]


def test_whoever_can_call_somebody_is_listed_with_whom() -> None:
    found = {
        str(path.relative_to(ROOT)) for package in PACKAGES for path in (ROOT / package).rglob("*.py") if able(path)
    }
    assert found == set(CALLERS)


@pytest.mark.parametrize(
    ("text", "can"),
    [
        ("import urllib.request", True), ("from urllib import request", True),
        ("from urllib.parse import quote", False),
        ("def late():\n    import socket", True), ("from http import HTTPStatus", False),
        ("from http.client import HTTPSConnection", True), ("import dns.resolver", True), ("import json", False),
    ],
)  # fmt: skip
def test_an_import_anywhere_in_a_file_is_seen(tmp_path: Path, text: str, can: bool) -> None:
    file = tmp_path / "some.py"
    file.write_text(text, encoding="utf-8")
    assert able(file) is can
