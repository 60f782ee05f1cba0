"""Links that lead outward, read as a browser's own URL parser reads them (URL Standard, section 4.4)."""

import re

_IGNORED = re.compile("[\t\n\r]")  # removed wherever they stand
_OUTER = "".join(map(chr, range(0x21)))  # C0 controls and the space, removed at both ends
# In these schemes a backslash is a slash, and any number of them stands before the host. With fewer than two, a
# browser reads an address on our own site.
_WEB = re.compile(r"(https?):[/\\]{2,}([^/\\?#]+)(.*)", re.IGNORECASE | re.DOTALL)
_MAIL = re.compile(r"(mailto):(.+)", re.IGNORECASE | re.DOTALL)
_TELEPHONE = re.compile(r"(tel):([+\d().\- ]+)", re.IGNORECASE | re.ASCII)


def outward(address: str) -> str | None:
    """`address` as it may stand in a link; None unless it leads to the web, to mail or to a telephone.

    A host with a name before it ("https://bank.example@other.example") is refused: only a deceiver writes it so.
    What is returned is returned unchanged when asked again.
    """
    plain = _IGNORED.sub("", address).strip(_OUTER)
    if web := _WEB.fullmatch(plain):
        return None if "@" in web[2] else f"{web[1].lower()}://{web[2]}{web[3]}"
    other = _MAIL.fullmatch(plain) or _TELEPHONE.fullmatch(plain)
    return f"{other[1].lower()}:{other[2]}" if other else None
