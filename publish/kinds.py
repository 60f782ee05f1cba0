"""What each kind of article takes along to a portal besides its text.

An article's fields are filled from letters: only those named here go out. A citizen's question carries a name and
a telephone number, which are nobody's business.
"""

from collections.abc import Mapping
from typing import Any

from tinbai.kind import Kind

_PAPER = ("type", "number", "issued", "issuer", "signer", "abstract", "shown_until")

PUBLIC_FIELDS: Mapping[Kind, tuple[str, ...]] = {
    Kind.ARTICLE: (),
    Kind.DOCUMENT: _PAPER,
    Kind.QUESTION: (),
    Kind.SETTLEMENT: _PAPER,
}


def public_fields(kind: Kind, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Those of `fields` that readers may see."""
    return {name: fields[name] for name in PUBLIC_FIELDS[kind] if name in fields}
