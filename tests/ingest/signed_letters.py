"""Letters with true signatures: DKIM and ARC by keys of our own making, and the DNS that has them, as a table."""

import base64
from collections.abc import Sequence
from functools import cache

import dkim
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

HEADERS = ("from", "to", "subject", "date", "message-id", "mime-version")
OURS = "songmau.example"
LIST = "lists.diendan.example"
STRANGER = "la.example"


@cache
def key(name: str, bits: int = 2048) -> rsa.RSAPrivateKey:
    """One key for each name, made when it is first asked for."""
    del name
    return rsa.generate_private_key(public_exponent=65537, key_size=bits)


def record(name: str, more: str = "", bits: int = 2048) -> bytes:
    """What DNS says of a key."""
    public = key(name, bits).public_key()
    der = public.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    return f"v=DKIM1; {more}p=".encode() + base64.b64encode(der)


def private(name: str, bits: int = 2048) -> bytes:
    return key(name, bits).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.TraditionalOpenSSL, serialization.NoEncryption()
    )


def signed(
    raw: bytes, *, domain: str = OURS, selector: str = "thu2026", name: str = "", bits: int = 2048,
    headers: Sequence[str] = HEADERS, **options: object,
) -> bytes:  # fmt: skip
    """The letter with a DKIM signature of `domain` on top."""
    made = dkim.sign(
        raw, selector.encode(), domain.encode(), private(name or domain, bits),
        include_headers=[each.encode() for each in headers], **options,
    )  # fmt: skip
    return bytes(made) + raw


def sealed(raw: bytes, *, domain: str = LIST, server: str | None = None) -> bytes:
    """The letter with one more ARC set of `domain`; it repeats the Authentication-Results of `server`."""
    headers = [each.encode() for each in HEADERS]
    made = dkim.arc_sign(
        raw, b"arc2026", domain.encode(), private(domain), (server or domain).encode(), include_headers=headers
    )
    if not made:
        raise AssertionError("no seal: the letter has no Authentication-Results of that server")
    return b"".join(made) + raw


def dns() -> dict[str, bytes]:
    """The keys of our domain, of the list, and of somebody who has nothing to do with us."""
    return {
        f"thu2026._domainkey.{OURS}": record(OURS),
        f"thu2026._domainkey.{STRANGER}": record(STRANGER),
        f"thu2026._domainkey.{OURS}.{STRANGER}": record(STRANGER),
        f"testing._domainkey.{OURS}": record(OURS, "t=y; "),
        f"revoked._domainkey.{OURS}": b"v=DKIM1; p=",
        f"tls._domainkey.{OURS}": record(OURS, "s=tlsrpt; "),
        f"arc2026._domainkey.{LIST}": record(LIST),
        f"arc2026._domainkey.{STRANGER}": record(STRANGER),
    }
