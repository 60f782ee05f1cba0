"""One GET of an address of the portal, as a reader's browser asks it, with an end to every wait."""

import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException, HTTPResponse
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from tinbai.line import Line

MOST_REDIRECTS = 5
_HEADERS = {"User-Agent": "tinbai page check", "Accept": "*/*", "Accept-Language": "vi", "Cache-Control": "no-cache"}
_LEADS_ON = frozenset({301, 302, 303, 307, 308})
_PLAIN = "/:%?=&;,@!$'()*+~"


class MissedError(Exception):
    """Nothing came; in words why, for the office."""


@contextmanager
def answer(address: str, seconds: float) -> Iterator[HTTPResponse]:
    """The answer at `address`, or where it leads on the same host, to be read in the block. Raises MissedError.

    Each answer takes twice `seconds` at most, its content included, however slowly it trickles.
    """
    for _ in range(MOST_REDIRECTS):
        with _asked(urlsplit(address), seconds) as got:
            if got.status not in _LEADS_ON:
                yield got
                return
            further = urljoin(address, got.headers.get("Location", ""))
        if _host(further) != _host(address) or urlsplit(further).scheme not in {"http", "https"}:
            raise MissedError(f"cổng chuyển sang máy chủ khác ({urlsplit(further).hostname})")
        address = further
    raise MissedError("cổng chuyển địa chỉ quá nhiều lần")


@contextmanager
def _asked(parts: SplitResult, seconds: float) -> Iterator[HTTPResponse]:
    line = Line()
    connection = HTTPConnection(parts.hostname or "", parts.port, timeout=seconds)
    try:
        try:
            port = parts.port or (443 if parts.scheme == "https" else 80)
            connection.sock = line.open(parts.hostname or "", port, seconds)
            until = time.monotonic() + 2 * seconds
            with line.within(2 * seconds):
                if parts.scheme == "https":
                    trusted = ssl.create_default_context()
                    connection.sock = trusted.wrap_socket(connection.sock, server_hostname=parts.hostname)
                connection.putrequest("GET", _target(parts), skip_host=True, skip_accept_encoding=True)
                for name, value in {"Host": parts.netloc.rpartition("@")[2], **_HEADERS, "Connection": "close"}.items():
                    connection.putheader(name, value)
                connection.endheaders()
                yield connection.getresponse()
            if time.monotonic() >= until:  # what was cut off looks like an end
                raise TimeoutError
        finally:
            connection.close()
            line.close()
    except ssl.SSLError as error:
        raise MissedError("chứng chỉ bảo mật (HTTPS) của cổng không được máy chủ này tin") from error
    except (OSError, HTTPException, ValueError) as error:
        raise MissedError("cổng không trả lời, hoặc trả lời quá lâu") from error


def _target(parts: SplitResult) -> str:
    query = f"?{quote(parts.query, safe=_PLAIN)}" if parts.query else ""
    return f"{quote(parts.path or '/', safe=_PLAIN)}{query}"


def _host(address: str) -> str:
    """With or without "www." it is the same portal."""
    return (urlsplit(address).hostname or "").lower().removeprefix("www.")
