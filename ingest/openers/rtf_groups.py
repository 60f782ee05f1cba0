"""Whether the groups of an RTF are closed: LibreOffice reads to the brace that closes the first one, or not at all."""

import re

from ingest.openers.rtf_binary import without_binaries

_SIGN = re.compile(rb"\\[\\{}]|[{}]")


def is_closed(content: bytes) -> bool:
    """Whether that brace comes. Linear in the length."""
    depth = 0
    for found in _SIGN.finditer(without_binaries(content)):
        if found[0] == b"{":
            depth += 1
        elif found[0] == b"}":
            depth -= 1
            if depth <= 0:
                return True
    return False
