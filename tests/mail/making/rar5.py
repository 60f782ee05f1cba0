"""RAR 5 archives, stored without compression: the format has no free writer.

Written from https://www.rarlab.com/technote.htm ("RAR 5.0 archive format"); `unar` reads them. With a password the
data is encrypted as that note says (AES-256-CBC, PBKDF2-HMAC-SHA256); the names stay readable.
"""

import hashlib
import struct
import zlib
from collections.abc import Sequence

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

SIGNATURE = b"Rar!\x1a\x07\x01\x00"
MAIN, FILE, END = 1, 2, 5
HAS_EXTRA, HAS_DATA = 0x1, 0x2
HAS_TIME, HAS_CRC = 0x2, 0x4
WINDOWS = 0
ARCHIVE_ATTRIBUTE = 0x20
ENCRYPTION_RECORD, PASSWORD_CHECK = 0x1, 0x1
KDF_COUNT = 10  # 2**10 rounds: enough for a letter that only has to be refused
UNIX_TIME = 1_791_936_000  # 2026-10-14, fixed


def archive(files: Sequence[tuple[str, bytes]], *, password: str | None = None) -> bytes:
    """The archive's bytes, files in the given order."""
    blocks = [SIGNATURE, _block(MAIN, 0, _vint(0))]
    blocks += [_file(name, content, password) for name, content in files]
    return b"".join([*blocks, _block(END, 0, _vint(0))])


def _file(name: str, content: bytes, password: str | None) -> bytes:
    data, extra = (content, b"") if password is None else _encrypted(content, password, salt=_salt(name))
    stored_without_compression = _vint(0)
    fields = (
        _vint(HAS_TIME | HAS_CRC)
        + _vint(len(content))
        + _vint(ARCHIVE_ATTRIBUTE)
        + struct.pack("<II", UNIX_TIME, zlib.crc32(content))
        + stored_without_compression
        + _vint(WINDOWS)
        + _vint(len(name.encode()))
        + name.encode()
    )
    sizes = (_vint(len(extra)) if extra else b"") + _vint(len(data))
    return _block(FILE, HAS_DATA | (HAS_EXTRA if extra else 0), sizes + fields + extra) + data


def _encrypted(content: bytes, password: str, *, salt: bytes) -> tuple[bytes, bytes]:
    """The encrypted data and the file's encryption record. Salt and vector are fixed: the bytes never change."""
    vector = hashlib.sha256(b"vector" + salt).digest()[:16]
    key = _stretched(password, salt, 2**KDF_COUNT)
    check = _password_check(_stretched(password, salt, 2**KDF_COUNT + 32))
    encryptor = Cipher(algorithms.AES(key), modes.CBC(vector)).encryptor()
    padded = content + bytes(-len(content) % 16)
    record = _vint(ENCRYPTION_RECORD) + _vint(0) + _vint(PASSWORD_CHECK) + bytes([KDF_COUNT]) + salt + vector + check
    return encryptor.update(padded) + encryptor.finalize(), _vint(len(record)) + record


def _salt(name: str) -> bytes:
    return hashlib.sha256(name.encode()).digest()[:16]


def _stretched(password: str, salt: bytes, rounds: int) -> bytes:
    return hashlib.pbkdf2_hmac("sha256", password.encode(), salt, rounds)


def _password_check(key: bytes) -> bytes:
    """Eight bytes folded from the key, and four of their hash: lets a reader say "wrong password" at once."""
    folded = bytes(key[i] ^ key[i + 8] ^ key[i + 16] ^ key[i + 24] for i in range(8))
    return folded + hashlib.sha256(folded).digest()[:4]


def _block(kind: int, flags: int, rest: bytes) -> bytes:
    body = _vint(kind) + _vint(flags) + rest
    sized = _vint(len(body)) + body
    return struct.pack("<I", zlib.crc32(sized)) + sized


def _vint(number: int) -> bytes:
    """A number in groups of seven bits, lowest first; the high bit says that more follow."""
    octets = bytearray()
    while number > 0x7F:
        octets.append(number & 0x7F | 0x80)
        number >>= 7
    octets.append(number)
    return bytes(octets)
