"""A real identity provider in a process of its own, and one that lies, for the tests of logging in through it."""

import json
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

from tests.servers.program import answers, free_port, running

Claims = dict[str, Any]


@contextmanager
def real_provider(folder: Path, *users: Claims) -> Iterator[str]:
    """The address of a provider that knows `users`, by the claims about each; "sub" is what they log in with."""
    port = free_port()
    known = [part for user in users for part in ("--user-claims", json.dumps(user))]
    command = [
        sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "--port", str(port), "--require-nonce", "true",
        *known,
    ]  # fmt: skip
    with running(command, log=folder / "provider.log", ready=lambda: answers(port)):
        yield f"http://127.0.0.1:{port}"


def log_in_there(address: str, subject: str) -> str:
    """Do what a browser would at the provider: open `address`, say who one is; returns where it sends one back."""
    parts = urlsplit(address)
    connection = HTTPConnection(parts.hostname or "", parts.port, timeout=20)
    connection.request(
        "POST", f"{parts.path}?{parts.query}", f"sub={subject}", {"Content-Type": "application/x-www-form-urlencoded"}
    )
    answer = connection.getresponse()
    answer.read()
    connection.close()
    assert answer.status in {302, 303}, answer.status
    return answer.headers["Location"]


@dataclass(kw_only=True)
class LyingProvider:
    """A provider whose every word a test can twist: `claims` of the token, `key` that signs it, `metadata`."""

    issuer: str
    claims: Claims = field(default_factory=dict)
    metadata: Claims = field(default_factory=dict)
    userinfo: Claims = field(default_factory=dict)
    header: Claims = field(default_factory=lambda: {"alg": "RS256", "kid": "own"})
    key: Any = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "own"}))
    signs_with: Any = None
    token: str | None = None  # sent as it is, when there is one
    asked: list[dict[str, list[str]]] = field(default_factory=list)  # the forms that the token was asked for with

    def answer(self, path: str, form: dict[str, list[str]]) -> Claims | None:
        """What is said at `path`; None: nothing is there."""
        if path == "/.well-known/openid-configuration":
            return {
                "issuer": self.issuer, "authorization_endpoint": f"{self.issuer}/authorize",
                "token_endpoint": f"{self.issuer}/token", "jwks_uri": f"{self.issuer}/keys",
                "userinfo_endpoint": f"{self.issuer}/userinfo", **self.metadata,
            }  # fmt: skip
        if path == "/keys":
            return {"keys": [self.key.as_dict(private=False)]}
        if path == "/userinfo":
            return self.userinfo
        if path == "/token":
            self.asked.append(form)
            signed = self.token or jwt.encode(self.header, self.claims, self.signs_with or self.key)
            return {"access_token": "x", "token_type": "Bearer", "id_token": signed}
        return None

    def good(self, **changes: Any) -> Claims:
        """The claims of a token that is right, but for `changes`; None takes one away."""
        now = int(time.time())
        claims = {
            "iss": self.issuer, "aud": "tinbai", "sub": "s1", "iat": now, "exp": now + 300,
            "email": "guong@songmau.example", "email_verified": True, **changes,
        }  # fmt: skip
        return {name: value for name, value in claims.items() if value is not None}


@contextmanager
def lying_provider(shape: Callable[[LyingProvider], None] | None = None) -> Iterator[LyingProvider]:
    """It runs in a thread until the end of the block."""
    port = free_port()
    provider = LyingProvider(issuer=f"http://127.0.0.1:{port}")
    if shape is not None:
        shape(provider)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._say({})

        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            self._say(parse_qs(self.rfile.read(length).decode()))

        def _say(self, form: dict[str, list[str]]) -> None:
            value = provider.answer(urlsplit(self.path).path, form)
            content = json.dumps(value or {}).encode()
            self.send_response(404 if value is None else 200)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_given: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
