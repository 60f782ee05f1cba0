"""BinHex 4.0 written as Macs wrote it, for tests (RFC 1741)."""

from binascii import crc_hqx
from re import DOTALL, sub

ALPHABET = b"!\"#$%&'()*+,-012345689@ABCDEFGHIJKLMNPQRSTUVXYZ[`abcdefhijklmpqr"
NOTE = b"(This file must be converted with BinHex 4.0)"


def hqx(name: bytes, data: bytes, resources: bytes = b"", *, note: bytes = NOTE) -> bytes:
    """A file as text."""
    sizes = len(data).to_bytes(4, "big") + len(resources).to_bytes(4, "big")
    head = bytes([len(name)]) + name + b"\0" + b"TEXT" + b"ttxt" + b"\0\0" + sizes
    return (
        note + b"\r\n\r\n:" + lines(letters(runs(b"".join(piece + summed(piece) for piece in (head, data, resources)))))
    )


def summed(piece: bytes) -> bytes:
    return crc_hqx(piece, 0).to_bytes(2, "big")


def runs(octets: bytes) -> bytes:
    """Four and more equal bytes as one and their number; 0x90 always with a zero behind it."""

    def short(found: object) -> bytes:
        run = found[0]  # type: ignore[index]
        one = b"\x90\x00" if run[:1] == b"\x90" else run[:1]
        return one + b"\x90" + bytes([len(run)]) if len(run) > 3 else one * len(run)

    return sub(rb"(.)\1{0,254}", short, octets, flags=DOTALL)


def letters(octets: bytes) -> bytes:
    bits = "".join(f"{octet:08b}" for octet in octets)
    bits += "0" * (-len(bits) % 6)
    return bytes(ALPHABET[int(bits[place : place + 6], 2)] for place in range(0, len(bits), 6))


def lines(text: bytes) -> bytes:
    return b"\r\n".join(text[place : place + 64] for place in range(0, len(text), 64)) + b":\r\n"
