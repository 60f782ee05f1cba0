"""Tokens in cookies and links: random, and stored as their SHA-256 only, so that no table opens a door."""

import secrets
from hashlib import sha256


def new() -> str:
    """A token of 256 random bits, for an address or a cookie."""
    return secrets.token_urlsafe(32)


def hashed(token: str) -> str:
    """What is stored of it."""
    return sha256(token.encode()).hexdigest()
