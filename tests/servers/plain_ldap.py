"""A directory that says whatever a test wants: a thread that hands each connection to a function."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress


@contextmanager
def plain_ldap(talk: Callable[[socket.socket], None]) -> Iterator[int]:
    """It listens until the end of the block; gives its port."""
    server = socket.create_server(("127.0.0.1", 0))
    threads: list[threading.Thread] = []

    def serve() -> None:
        with suppress(OSError):  # closed at the end
            while True:
                connection, _ = server.accept()
                thread = threading.Thread(target=answer, args=(connection,))
                thread.start()
                threads.append(thread)

    def answer(connection: socket.socket) -> None:
        with connection, suppress(OSError):  # the other side has enough
            talk(connection)

    listening = threading.Thread(target=serve)
    listening.start()
    try:
        yield server.getsockname()[1]
    finally:
        server.shutdown(socket.SHUT_RDWR)
        server.close()
        for thread in (listening, *threads):
            thread.join(timeout=20)
