"""Letters of other alphabets that look like Vietnamese ones."""

from collections.abc import Mapping

ETH: Mapping[str, str] = {"\u00d0": "Đ", "\u00f0": "đ", "\u0189": "Đ"}
