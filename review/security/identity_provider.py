"""An identity provider (OpenID Connect, code flow with PKCE). joserfc and the talk with the provider end at this file.

What comes back is believed only when the token is signed by a key of the configured issuer, made for us, fresh, and
the answer to this very request (OpenID Connect Core 1.0, section 3.1.3.7; RFC 7636).
"""

import base64
import hmac
import json
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from tinbai.config import OidcConfig
from tinbai.errors import TinbaiError
from tinbai.secret import secret

ALGORITHMS = ["RS256", "PS256", "ES256"]  # signed by the provider's own key; never "none", never our shared secret
LEEWAY_SECONDS = 60
LARGEST_ANSWER = 1_000_000  # bytes
_HERE = {"localhost", "127.0.0.1", "::1"}


class ProviderError(TinbaiError):
    """The provider could not be asked, or what it said cannot be believed."""

    def __init__(self, problem: str) -> None:
        self.problem = problem
        super().__init__(problem)


@dataclass(frozen=True, kw_only=True)
class Identity:
    """Whom the provider names. `address` is one that it has verified; "" when it has verified none."""

    subject: str
    address: str


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What one request is known by again: it is kept here, and never goes through the browser but for `state`."""

    state: str
    nonce: str
    verifier: str
    back: str  # the address to come back to


class IdentityProvider:
    """The configured provider. Its addresses are asked for once."""

    def __init__(self, config: OidcConfig) -> None:
        self._config = config
        self._metadata: Mapping[str, Any] = {}

    def address(self, asked: Asked) -> str:
        """Where the browser is sent. Raises ProviderError."""
        challenge = base64.urlsafe_b64encode(sha256(asked.verifier.encode()).digest()).rstrip(b"=").decode()
        query = urlencode(
            {
                "response_type": "code", "client_id": self._config.client_id, "redirect_uri": asked.back,
                "scope": "openid email", "state": asked.state, "nonce": asked.nonce, "code_challenge": challenge,
                "code_challenge_method": "S256",
            }
        )  # fmt: skip
        target = self._endpoint("authorization_endpoint")
        return f"{target}{'&' if '?' in target else '?'}{query}"

    def identity(self, code: str, asked: Asked, *, at: datetime) -> Identity:
        """Whom the provider names for `code`. Raises ProviderError."""
        answer = self._exchange(code, asked)
        claims = self._believed(str(answer.get("id_token", "")), asked.nonce, at)
        if "email" not in claims and "userinfo_endpoint" in self._discovered():
            claims = self._with_userinfo(claims, str(answer.get("access_token", "")))
        verified = claims.get("email_verified") is True and isinstance(claims.get("email"), str)
        return Identity(subject=str(claims["sub"]), address=str(claims["email"]) if verified else "")

    def _exchange(self, code: str, asked: Asked) -> Mapping[str, Any]:
        form = {
            "grant_type": "authorization_code", "code": code, "redirect_uri": asked.back,
            "code_verifier": asked.verifier,
        }  # fmt: skip
        own, headers = secret(self._config.client_secret), {"Content-Type": "application/x-www-form-urlencoded"}
        methods = self._discovered().get("token_endpoint_auth_methods_supported") or ["client_secret_basic"]
        if "client_secret_basic" in methods:
            pair = f"{quote(self._config.client_id, safe='')}:{quote(own, safe='')}"  # RFC 6749, section 2.3.1
            headers["Authorization"] = f"Basic {base64.b64encode(pair.encode()).decode()}"
        else:
            form |= {"client_id": self._config.client_id, "client_secret": own}
        return self._ask("POST", self._endpoint("token_endpoint"), urlencode(form), headers)

    def _believed(self, token: str, nonce: str, at: datetime) -> Mapping[str, Any]:
        """The claims of an ID token that passes every check."""
        keys = self._ask("GET", self._endpoint("jwks_uri"))
        try:
            claims = jwt.decode(token, KeySet.import_key_set(keys), algorithms=ALGORITHMS).claims  # type: ignore[arg-type]
        except (JoseError, ValueError, KeyError, TypeError) as error:
            raise ProviderError("id_token: signature") from error
        audience = claims.get("aud")
        audiences = audience if isinstance(audience, list) else [audience]
        now, until, made = at.timestamp(), _number(claims.get("exp")), _number(claims.get("iat"))
        checks = {
            "iss": claims.get("iss") == self._config.issuer,
            "aud": self._config.client_id in audiences,
            "azp": (len(audiences) == 1 and "azp" not in claims) or claims.get("azp") == self._config.client_id,
            "exp": until is not None and until + LEEWAY_SECONDS > now,
            "iat": made is not None and made - LEEWAY_SECONDS <= now,
            "nonce": hmac.compare_digest(str(claims.get("nonce", "")).encode(), nonce.encode()),
            "sub": isinstance(claims.get("sub"), str) and bool(claims["sub"]),
        }
        wrong = [name for name, right in checks.items() if not right]
        if wrong:
            raise ProviderError(f"id_token: {', '.join(wrong)}")
        return claims

    def _with_userinfo(self, claims: Mapping[str, Any], token: str) -> Mapping[str, Any]:
        """The address from the other place where it may stand; about the same person only (Core, section 5.3.2)."""
        told = self._ask("GET", self._endpoint("userinfo_endpoint"), headers={"Authorization": f"Bearer {token}"})
        if told.get("sub") != claims["sub"]:
            raise ProviderError("userinfo: sub")
        return {**claims, "email": told.get("email"), "email_verified": told.get("email_verified")}

    def _endpoint(self, name: str) -> str:
        return str(self._discovered().get(name, ""))

    def _discovered(self) -> Mapping[str, Any]:
        """The provider's description of itself (OpenID Connect Discovery 1.0, section 4)."""
        if not self._metadata:
            found = self._ask("GET", f"{self._config.issuer.rstrip('/')}/.well-known/openid-configuration")
            if found.get("issuer") != self._config.issuer:
                raise ProviderError("issuer: the provider names itself otherwise")
            self._metadata = found
        return self._metadata

    def _ask(
        self, method: str, address: str, body: str | None = None, headers: Mapping[str, str] | None = None
    ) -> Mapping[str, Any]:
        """A JSON object from the provider. Redirections are not followed: what is secret goes nowhere else."""
        parts = urlsplit(address)
        target = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
        try:
            connection = self._connection(parts.scheme, parts.hostname or "", parts.port)
            try:
                connection.request(method, target, body, {"Accept": "application/json", **(headers or {})})
                answer = connection.getresponse()
                content = answer.read(LARGEST_ANSWER + 1)
            finally:
                connection.close()
            value = json.loads(content)
        except (OSError, HTTPException, ValueError) as error:
            raise ProviderError(f"{parts.path}: {type(error).__name__}") from error
        if answer.status != 200 or len(content) > LARGEST_ANSWER or not isinstance(value, dict):
            raise ProviderError(f"{parts.path}: status {answer.status}")
        return value

    def _connection(self, scheme: str, host: str, port: int | None) -> HTTPConnection:
        seconds = self._config.timeout_seconds
        if scheme == "http" and host in _HERE:
            return HTTPConnection(host, port, timeout=seconds)
        if scheme != "https" or not host:
            raise ProviderError(f"{scheme}://{host}: only https is asked")
        context = ssl.create_default_context(cafile=self._config.ca_file or None)
        return HTTPSConnection(host, port, timeout=seconds, context=context)


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
