"""One GET of an address of the portal, as a reader's browser asks it, with an end to every wait."""

import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException, HTTPResponse
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from tinbai.line import Line

MOST_REDIRECTS = 5
_PORTS = {"http": 80, "https": 443}
_HEADERS = {
    "User-Agent": "tinbai page check", "Accept-Language": "vi", "Cache-Control": "no-cache", "Connection": "close",
}  # fmt: skip
_LEADS_ON = frozenset({301, 302, 303, 307, 308})
_PLAIN = "/:%?=&;,@!$'()*+~"


class MissedError(Exception):
    """Nothing came; in words why, for the office."""


def opens(address: str) -> bool:
    """Whether it is an address that a browser opens, and no place on a disk or within a page."""
    return address.startswith(("http://", "https://"))


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
            further = urljoin(address, _utf8(got.headers.get("Location", "")))
        if not _is_within(urlsplit(address), urlsplit(further)):
            raise MissedError(f"cổng chuyển sang máy chủ khác ({urlsplit(further).netloc})")
        address = further
    raise MissedError("cổng chuyển địa chỉ quá nhiều lần")


@contextmanager
def _asked(parts: SplitResult, seconds: float) -> Iterator[HTTPResponse]:
    line = Line()
    try:
        host = (parts.hostname or "").encode("idna").decode()
        if not host:
            raise ValueError("an address without a host")
        connection = HTTPConnection(host, _port(parts), timeout=seconds)
        try:
            connection.sock = line.open(host, _port(parts), seconds)
            until = time.monotonic() + 2 * seconds
            with line.within(2 * seconds):
                if parts.scheme == "https":
                    trusted = ssl.create_default_context()
                    connection.sock = trusted.wrap_socket(connection.sock, server_hostname=host)
                    connection.default_port = _PORTS["https"]  # it stands in no Host header
                connection.request("GET", _target(parts), headers=_HEADERS)
                yield connection.getresponse()
            if time.monotonic() >= until:  # what was cut off looks like an end
                raise TimeoutError
        finally:
            connection.close()
            line.close()
    except ssl.SSLCertVerificationError as error:
        raise MissedError("chứng chỉ bảo mật (HTTPS) của cổng không được máy chủ này tin") from error
    except (OSError, HTTPException, ValueError) as error:
        raise MissedError("cổng không trả lời, hoặc trả lời quá lâu") from error


def _target(parts: SplitResult) -> str:
    query = f"?{quote(parts.query, safe=_PLAIN)}" if parts.query else ""
    return f"{quote(parts.path or '/', safe=_PLAIN)}{query}"


def _is_within(here: SplitResult, there: SplitResult) -> bool:
    """Whether it is the same portal: the host, with or without "www.", and its port, or from HTTP to HTTPS."""
    if _host(here) != _host(there) or there.scheme not in _PORTS:
        return False
    try:
        ports = _port(here), _port(there)
    except ValueError:
        return False
    same = ports[0] == ports[1] and here.scheme == there.scheme
    return same or (ports == (_PORTS["http"], _PORTS["https"]) and there.scheme == "https")


def _host(parts: SplitResult) -> str:
    return (parts.hostname or "").lower().removeprefix("www.")


def _port(parts: SplitResult) -> int:
    return parts.port or _PORTS.get(parts.scheme, 0)


def _utf8(header: str) -> str:
    """Servers write letters with accents as they are, and the library takes each byte for a letter of its own."""
    try:
        return header.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return header
