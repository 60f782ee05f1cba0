"""Colour profiles written by hand (ICC.1:2001, version 2: three colours and a gamma)."""

import struct

Colours = tuple[tuple[float, float, float], ...]
WHITE = (0.9642, 1.0, 0.8249)  # D50
# CIE XYZ of red, green and blue under D50, as the profiles of these colour spaces give them.
ADOBE_RGB: Colours = ((0.6097, 0.3111, 0.0195), (0.2053, 0.6257, 0.0609), (0.1492, 0.0632, 0.7446))
DISPLAY_P3: Colours = ((0.5151, 0.2412, -0.0011), (0.2920, 0.6922, 0.0419), (0.1571, 0.0666, 0.7841))
SRGB: Colours = ((0.4361, 0.2225, 0.0139), (0.3851, 0.7169, 0.0971), (0.1431, 0.0606, 0.7139))


def colour_profile(name: str, colours: Colours) -> bytes:
    """A profile for a screen with these three colours and a gamma of 2.2."""
    curve = struct.pack(">4s4xIH", b"curv", 1, round(2.2 * 256))
    text = name.encode() + b"\0"
    tags = {
        b"desc": struct.pack(">4s4xI", b"desc", len(text)) + text + bytes(78),
        b"cprt": b"text\0\0\0\0Songmau\0", b"wtpt": _xyz(WHITE), b"rXYZ": _xyz(colours[0]), b"gXYZ": _xyz(colours[1]),
        b"bXYZ": _xyz(colours[2]), b"rTRC": curve, b"gTRC": curve, b"bTRC": curve,
    }  # fmt: skip
    table, body, start = struct.pack(">I", len(tags)), b"", 128 + 4 + 12 * len(tags)
    for key, value in tags.items():
        table += key + struct.pack(">II", start + len(body), len(value))
        body += value + bytes(-len(value) % 4)
    head = struct.pack(">I4x4s12s12x4s28x", 128 + len(table + body), b"\x02\x10\0\0", b"mntrRGB XYZ ", b"acsp")
    head += b"".join(map(_fixed, WHITE))
    return head.ljust(128, b"\0") + table + body


def _xyz(colour: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + b"".join(map(_fixed, colour))


def _fixed(value: float) -> bytes:
    return struct.pack(">i", round(value * 65536))
