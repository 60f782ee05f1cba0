"""An IMAP server with nothing but RFC 3501's own commands, and with faults that a real one shows only on a bad day.

No UIDPLUS, MOVE, UIDNEXT or custom keywords; IDLE only when asked for.
"""

import re
import socketserver
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, cast

FETCH = re.compile(rb"UID FETCH ([\d,]+) \((.*)\)", re.IGNORECASE)
STORE = re.compile(rb"UID STORE ([\d,]+) \+FLAGS(?:\.SILENT)? \((.*)\)", re.IGNORECASE)
COPY = re.compile(rb"UID COPY ([\d,]+) \"?([^\"]*)", re.IGNORECASE)


class PlainImap(socketserver.ThreadingTCPServer):
    """Serves one folder of `letters` and the copies in `folders`. Set its attributes to make it behave badly."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, letters: dict[int, bytes]) -> None:
        super().__init__(("127.0.0.1", 0), _Session)
        self.letters = letters
        self.flags: dict[int, set[bytes]] = {}
        self.folders: dict[bytes, list[bytes]] = {}
        self.commands: list[bytes] = []
        self.refused: set[int] = set()  # letters whose bodies it cannot give
        self.drops: set[int] = set()  # letters over whose bodies it ends the connection
        self.nests = 0  # so many brackets in one another, in what nobody asked for
        self.has_idle = False
        self.answers_done = True
        self.trickles = False  # a line at a time without end, once it idles
        self.idling = threading.Event()

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away is no error of the server."""


class _Session(socketserver.StreamRequestHandler):
    @property
    def imap(self) -> PlainImap:
        return cast("PlainImap", self.server)

    def handle(self) -> None:
        self.say(b"* OK here")
        for line in self.rfile:
            tag, _, command = line.strip().partition(b" ")
            self.imap.commands.append(command)
            name = b"_".join(command.upper().split(b" ")[: 2 if command.upper().startswith(b"UID ") else 1])
            act = getattr(self, f"do_{name.decode().lower()}", None)
            if act is None:
                self.say(tag + b" BAD unknown command")
            elif (answer := act(command)) is not False:
                self.say(tag + (answer or b" OK done"))
            if name == b"LOGOUT":
                return

    def say(self, line: bytes) -> None:
        self.wfile.write(line + b"\r\n")

    def do_capability(self, _command: bytes) -> None:
        self.say(b"* CAPABILITY IMAP4rev1" + (b" IDLE" if self.imap.has_idle else b""))

    def do_login(self, _command: bytes) -> None: ...

    def do_noop(self, _command: bytes) -> None: ...

    def do_create(self, command: bytes) -> None:
        self.imap.folders.setdefault(command.split(b" ", 1)[1].strip(b'"'), [])

    def do_list(self, command: bytes) -> None:
        name = command.rsplit(b" ", 1)[1].strip(b'"')
        if name in self.imap.folders:
            self.say(b'* LIST () "/" "' + name + b'"')

    def do_select(self, _command: bytes) -> None:
        self.say(b"* %d EXISTS" % len(self.imap.letters))
        self.say(b"* OK [UIDVALIDITY 7] as ever")
        self.say(b"* OK [PERMANENTFLAGS (\\Seen \\Deleted)] no keywords")

    do_examine = do_select

    def do_uid_search(self, command: bytes) -> None:
        first = int(re.search(rb"UID (\d+):", command[4:])[1])  # type: ignore[index]
        found = [uid for uid in sorted(self.imap.letters) if uid >= first] or sorted(self.imap.letters)[-1:]
        self.say(b" ".join([b"* SEARCH", *(b"%d" % uid for uid in found)]))

    def do_uid_fetch(self, command: bytes) -> bytes | None:
        uids, items = FETCH.match(command).groups()  # type: ignore[union-attr]
        if b"BODY.PEEK[]" in items and self.imap.refused & set(map(int, uids.split(b","))):
            return b" NO [SERVERBUG] a letter is damaged"
        for uid in map(int, uids.split(b",")):
            if uid not in self.imap.letters:
                continue
            if b"BODY.PEEK[]" in items and uid in self.imap.drops:
                self.wfile.write(b"* %d FETCH (UID %d BODY[] {%d}\r\nhalf" % (uid, uid, len(self.imap.letters[uid])))
                raise ConnectionResetError
            raw = self.imap.letters[uid]
            self.wfile.write(b"* %d FETCH (UID %d" % (sorted(self.imap.letters).index(uid) + 1, uid))
            if b"RFC822.SIZE" in items:
                self.wfile.write(b' RFC822.SIZE %d INTERNALDATE "15-Oct-2026 12:00:00 +0700"' % len(raw))
            if b"FLAGS" in items:
                self.wfile.write(b" FLAGS (" + b" ".join(sorted(self.imap.flags.get(uid, set()))) + b")")
            if b"BODY.PEEK[]" in items:
                self.wfile.write(b" BODY[] {%d}\r\n" % len(raw) + raw)
            if b"BODY.PEEK[HEADER]" in items:
                head = raw.partition(b"\r\n\r\n")[0] + b"\r\n\r\n"
                self.wfile.write(b" BODY[HEADER]<0> {%d}\r\n" % len(head) + head)
            if self.imap.nests:
                self.wfile.write(b" BODYSTRUCTURE " + b"(" * self.imap.nests + b")" * self.imap.nests)
            self.say(b")")
        return None

    def do_uid_store(self, command: bytes) -> None:
        uids, flags = STORE.match(command).groups()  # type: ignore[union-attr]
        for uid in map(int, uids.split(b",")):
            self.imap.flags.setdefault(uid, set()).update(flags.split())

    def do_uid_copy(self, command: bytes) -> None:
        uids, folder = COPY.match(command).groups()  # type: ignore[union-attr]
        self.imap.folders[folder] += [self.imap.letters[int(uid)] for uid in uids.split(b",")]

    def do_idle(self, _command: bytes) -> bool:
        if not self.imap.has_idle:
            self.say(b"* BAD no IDLE")
            return False
        self.say(b"+ idling")
        self.imap.idling.set()
        self.rfile.readline()  # DONE
        with suppress(OSError):
            while self.imap.trickles:
                self.wfile.write(b"* OK Still here\r\n")
                time.sleep(0.3)
        while not self.imap.answers_done and self.rfile.readline():
            pass
        return True

    def do_logout(self, _command: bytes) -> None:
        with suppress(OSError):
            self.say(b"* BYE")


@contextmanager
def plain_imap(letters: dict[int, bytes]) -> Iterator[PlainImap]:
    """Run it for the length of the block."""
    with PlainImap(letters) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()
