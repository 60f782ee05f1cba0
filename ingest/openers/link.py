"""Which addresses an article may link to."""

from urllib.parse import urlsplit

_SCHEMES = frozenset(("http", "https", "mailto", "tel"))


def safe_link(address: str) -> str | None:
    """The address, if it is absolute and of a kind that only leads somewhere; else None."""
    plain = "".join(character for character in address.strip() if character.isprintable())
    try:
        parts = urlsplit(plain)
    except ValueError:
        return None
    if parts.scheme.lower() not in _SCHEMES:
        return None
    return plain if parts.netloc or parts.scheme.lower() in ("mailto", "tel") else None
