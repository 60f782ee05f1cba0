"""A DNS server of our own making on loopback: it answers TXT from a table, and can fall silent."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from socket import AF_INET, SOCK_DGRAM, socket

import dns.flags
import dns.message
import dns.rcode
import dns.rdatatype
import dns.rrset


class DnsServer:
    """Answers until it is closed. `asked` has the names in the order in which they were asked for."""

    def __init__(self, records: Mapping[str, bytes], *, seconds_to_live: int = 300) -> None:
        self.records = dict(records)
        self.asked: list[str] = []
        self.silent = False
        self.seconds_to_live = seconds_to_live
        self._socket = socket(AF_INET, SOCK_DGRAM)
        self._socket.bind(("127.0.0.1", 0))
        self.port = int(self._socket.getsockname()[1])
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._socket.sendto(b"", ("127.0.0.1", self.port))
        self._thread.join(5)
        self._socket.close()

    def _serve(self) -> None:
        while True:
            question, sender = self._socket.recvfrom(4_096)
            if not question:
                return
            answer = self._answer(dns.message.from_wire(question))
            if not self.silent:
                self._socket.sendto(answer.to_wire(), sender)

    def _answer(self, question: dns.message.Message) -> dns.message.Message:
        name = question.question[0].name
        self.asked.append(name.to_text(omit_final_dot=True).lower())
        answer = dns.message.make_response(question)
        answer.flags |= dns.flags.RA
        text = self.records.get(self.asked[-1])
        if text is None:
            answer.set_rcode(dns.rcode.NXDOMAIN)
        else:
            pieces = [text[start : start + 200] for start in range(0, len(text), 200)]
            quoted = " ".join('"' + piece.decode() + '"' for piece in pieces)
            answer.answer.append(dns.rrset.from_text(name, self.seconds_to_live, "IN", "TXT", quoted))
        return answer


@contextmanager
def serving(records: Mapping[str, bytes], *, seconds_to_live: int = 300) -> Iterator[DnsServer]:
    server = DnsServer(records, seconds_to_live=seconds_to_live)
    try:
        yield server
    finally:
        server.close()
