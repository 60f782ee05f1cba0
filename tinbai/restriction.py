"""What only named roles may see of the letters."""

from enum import StrEnum


class Restriction(StrEnum):
    """Why a letter is not for the whole board."""

    SECRET = "secret"  # noqa: S105 - it bears a mark of secrecy (dấu mật)
    PETITION = "petition"  # a denunciation, a complaint: đơn thư
