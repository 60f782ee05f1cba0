"""What a line of a letter can look like."""

from enum import StrEnum


class Mark(StrEnum):
    """One letter each, so that the marks of a letter make a pattern."""

    EMPTY = "e"
    TEXT = "t"
    QUOTE = "q"  # "> ..."
    ATTRIBUTION = "b"  # "Vào ... đã viết:"
    HEADER = "h"  # "Từ: ...", in a block of such
    MARKER = "o"  # "----- Thư gốc -----", "---------- Forwarded message ---------"
    RULE = "d"  # a line of dashes and the like
    DASHES = "g"  # "-- ", which begins a signature
    DEVICE = "s"  # "Đã gửi từ iPhone của tôi"
    DISCLAIMER = "c"  # "Email này có thể chứa thông tin mật ...", "Virus-free"
