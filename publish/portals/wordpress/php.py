"""Values as PHP's serialize() writes them: what WordPress keeps in a meta value that is more than a text.

https://www.php.net/manual/en/function.serialize.php; lengths of texts are counted in bytes.
"""

from collections.abc import Mapping, Sequence

Value = str | int | bool | None | Mapping[str, "Value"] | Sequence["Value"]


def serialized(value: Value) -> str:
    """`value` as PHP reads it back: mappings and sequences become arrays, in their order."""
    if value is None:
        return "N;"
    if isinstance(value, bool):
        return f"b:{int(value)};"
    if isinstance(value, int):
        return f"i:{value};"
    if isinstance(value, str):
        return f's:{len(value.encode())}:"{value}";'
    pairs = value.items() if isinstance(value, Mapping) else enumerate(value)
    inside = "".join(serialized(key) + serialized(one) for key, one in pairs)
    return f"a:{len(value)}:{{{inside}}}"
