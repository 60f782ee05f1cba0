"""The standard library's mail clients on a line that can be cut from its first byte on: even a greeting may trickle."""

import socket
import ssl

from tinbai.line import Line


class OnLine:
    """Stands before IMAP4 or POP3 in a class's bases. `line` and `tls` are set before theirs connects."""

    host: str
    port: int
    line: Line
    tls: ssl.SSLContext | None  # with TLS from the start; else STARTTLS may follow

    def _create_socket(self, timeout: float | None) -> socket.socket:
        plain = self.line.open(self.host, self.port, timeout)
        return self.tls.wrap_socket(plain, server_hostname=self.host) if self.tls else plain
