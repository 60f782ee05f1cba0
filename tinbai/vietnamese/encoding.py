"""The encodings of Vietnamese text that are told apart."""

from enum import StrEnum


class Encoding(StrEnum):
    """How the Vietnamese of a source was stored before it was repaired."""

    UNICODE = "unicode"
    TCVN3 = "tcvn3"
    VNI = "vni"
    VISCII = "viscii"
    VPS = "vps"
    VIQR = "viqr"  # only when an editor asks for it
    MIXED = "mixed"
