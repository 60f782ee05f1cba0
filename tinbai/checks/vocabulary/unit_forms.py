"""Units as they are often written, and as the decree on legal units has them (Nghị định 86/2012/NĐ-CP)."""

import re

RIGHT = {
    "m2": "m²", "m3": "m³", "km2": "km²", "cm2": "cm²", "M2": "m²", "M3": "m³", "Kg": "kg", "KG": "kg", "kG": "kg",
    "Km": "km", "KM": "km", "kM": "km", "Cm": "cm", "CM": "cm", "Ha": "ha", "HA": "ha", "KW": "kW", "kw": "kW",
    "Kw": "kW", "KWh": "kWh", "kwh": "kWh", "KWH": "kWh", "Kwh": "kWh", "hecta": "ha", "hec-ta": "ha", "héc-ta": "ha",
    "hécta": "ha", "lit": "lít", "Lít": "lít", "Tấn": "tấn", "Tạ": "tạ", "Đồng": "đồng", "gr": "g", "Gr": "g",
    "kilôgam": "kg", "ki-lô-mét": "km", "kilômét": "km",
}  # fmt: skip
WRONG = re.compile(
    r"(?<![\w.,/])[0-9][0-9.,]{0,20}(?P<blank>[ \u00a0]?)(?P<unit>"
    + "|".join(sorted(map(re.escape, RIGHT), key=len, reverse=True))
    + r")(?![\w²³/])"
)
