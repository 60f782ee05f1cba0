"""glibc's iconv, the second opinion on charsets. Debian has it on every machine (libc-bin)."""

import subprocess


def to_unicode(data: bytes, charset: str) -> str | None:
    """What iconv makes of `data`; None where it has no letter for it."""
    run = subprocess.run(["iconv", "-f", charset, "-t", "UTF-8"], input=data, capture_output=True, check=False)
    return run.stdout.decode("utf-8") if run.returncode == 0 else None


def from_unicode(text: str, charset: str) -> bytes:
    """`text` in `charset`; raises where that has no letter for it."""
    given = text.encode("utf-8")
    return subprocess.run(["iconv", "-f", "UTF-8", "-t", charset], input=given, capture_output=True, check=True).stdout
