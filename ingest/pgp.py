"""OpenPGP in plain text (RFC 9580 sections 6 and 7): the armour around a signed text is taken off, never checked."""

import re
from dataclasses import dataclass

_SIGNED = re.compile(r"^-----BEGIN PGP SIGNED MESSAGE-----[ \t]*\n(?:[A-Za-z-]+: [^\n]*\n)*[ \t]*\n", re.MULTILINE)
_SIGNATURE = re.compile(r"^-----BEGIN PGP SIGNATURE-----[ \t]*$", re.MULTILINE)
_END = re.compile(r"^-----END PGP SIGNATURE-----[ \t]*\n?", re.MULTILINE)
_ENCRYPTED = re.compile(r"^-----BEGIN PGP MESSAGE-----[ \t]*$", re.MULTILINE)
_ESCAPED = re.compile(r"^- (?=-|From )", re.MULTILINE)


@dataclass(frozen=True, kw_only=True)
class Unwrapped:
    """A text without its armour, and the signature that stood below it; None when it was not signed."""

    text: str
    signature: str | None = None


def unwrapped(text: str) -> Unwrapped:
    """The text that was signed, with what stands before and after it. Only the first signed text is unwrapped."""
    begin = _SIGNED.search(text)
    signature = _SIGNATURE.search(text, begin.end()) if begin else None
    if begin is None or signature is None:
        return Unwrapped(text=text)
    end = _END.search(text, signature.end())
    after = end.end() if end else len(text)
    signed = _ESCAPED.sub("", text[begin.end() : signature.start()])
    return Unwrapped(text=text[: begin.start()] + signed + text[after:], signature=text[signature.start() : after])


def is_encrypted(text: str) -> bool:
    """Whether a text is an encrypted message, perhaps with some words before it."""
    return _ENCRYPTED.search(text) is not None
