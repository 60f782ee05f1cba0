"""The page as a reader gets it, from a web server of the test's own that does what portals do, and worse."""

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from publish.page import Expected, missing
from publish.page_fetch import MissedError
from tests.servers.certificate import Certificate, make_certificate

TITLE = 'Xã An Mẫu: "Ngày hội" đại đoàn kết - năm 2026'
PAGE = (
    "<html><head><title>Cổng</title><script>var t='x'</script></head><body><h1>Xã An Mẫu: “Ngày <b>hội</b>” đại đoàn "
    "kết &#8211; năm 2026</h1></body></html>"
)
Answer = Callable[[BaseHTTPRequestHandler], None]


def said(content: bytes, status: int = 200, **headers: str) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(content)))
        handler.end_headers()
        handler.wfile.write(content)

    return answer


def said_nothing(_handler: BaseHTTPRequestHandler, _form: str, *_words: object) -> None:
    """The server of the standard library writes each request to the error output."""


@contextmanager
def portal(answers: dict[str, Answer], certificate: Certificate | None = None) -> Iterator[str]:
    """A web server on loopback, with TLS where it has a certificate; other paths are not found."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answers.get(self.path, said(b"", 404))(self)

        log_message = said_nothing  # type: ignore[assignment]

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate.certificate_file, certificate.key_file)
            server.socket = context.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield f"http{'s' if certificate else ''}://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()


def missed(address: str, *files: str, title: str = TITLE, seconds: float = 10) -> list[str]:
    return list(missing(Expected(address=f"{address}/tin/1", title=title, files=files), seconds=seconds))


def test_a_page_with_its_title_pictures_and_files_is_whole() -> None:
    answers = {"/tin/1": said(PAGE.encode()), "/media/a.jpg": said(b"\xff\xd8"), "/media/b%20c.pdf": said(b"%PDF")}
    with portal(answers) as address:
        assert missed(address, "/media/a.jpg", f"{address}/media/b c.pdf") == []


@pytest.mark.parametrize(
    ("page", "told"),
    [
        (said(b"", 404), "trang trả lời mã 404"),
        (said(b"", 500), "trang trả lời mã 500"),
        (said(PAGE.replace("đoàn", "bàn").encode()), "không thấy tiêu đề"),
        (said(b"<html><body><script>" + TITLE.encode() + b"</script></body></html>"), "không thấy tiêu đề"),
        (said(b""), "không thấy tiêu đề"),
        (said(b"\x00\xff<<<>>>"), "không thấy tiêu đề"),
    ],
)
def test_what_a_reader_would_miss_is_said(page: Answer, told: str) -> None:
    with portal({"/tin/1": page}) as address:
        (words,) = missed(address)
        assert told in words


def test_each_picture_and_file_that_does_not_come_is_named() -> None:
    answers = {"/tin/1": said(PAGE.encode()), "/media/a.jpg": said(b"\xff\xd8"), "/media/c.jpg": said(b"")}
    with portal(answers) as address:
        one, two = missed(address, "/media/a.jpg", "/media/b.jpg", "/media/c.jpg")
        assert one == "ảnh, tệp /media/b.jpg: mã 404"
        assert two == "ảnh, tệp /media/c.jpg: tệp rỗng"


def test_a_page_in_an_older_encoding_is_read_as_it_says() -> None:
    page = b'<html><head><meta charset="windows-1258"></head><body>T\xedn d\xf9ng</body></html>'
    with portal({"/tin/1": said(page)}) as address:
        assert missed(address, title="Tín dùng") == []


def test_the_portal_may_lead_on_to_another_address_of_its_own() -> None:
    answers = {"/tin/1": said(b"", 301, Location="/tin/bai-1.html"), "/tin/bai-1.html": said(PAGE.encode())}
    with portal(answers) as address:
        assert missed(address) == []


@pytest.mark.parametrize(
    "elsewhere",
    [
        "http://localhost:1/tin", "file:///etc/passwd", "//169.254.169.254/latest", "http://127.0.0.1:6379/",
        "http://127.0.0.1:99999999/",
    ],
)  # fmt: skip
def test_nobody_follows_to_another_host(elsewhere: str) -> None:
    with portal({"/tin/1": said(b"", 302, Location=elsewhere)}) as address, pytest.raises(MissedError, match="máy chủ"):
        missed(address)


def test_a_page_that_leads_to_itself_comes_to_an_end() -> None:
    answers = {"/tin/1": said(b"", 302, Location="/tin/1")}
    with portal(answers) as address, pytest.raises(MissedError, match="quá nhiều lần"):
        missed(address)


def test_nobody_there_is_said() -> None:
    with socket.create_server(("127.0.0.1", 0)) as nobody:
        port = nobody.getsockname()[1]
    with pytest.raises(MissedError, match="không trả lời"):
        missed(f"http://127.0.0.1:{port}")


def test_a_portal_whose_certificate_nobody_knows_is_said(tmp_path: Path) -> None:
    answers = {"/tin/1": said(PAGE.encode())}
    with portal(answers, make_certificate(tmp_path)) as address, pytest.raises(MissedError, match="chứng chỉ"):
        missed(address)


def test_a_portal_whose_certificate_is_known_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    certificate = make_certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate.ca_file))
    with portal({"/tin/1": said(PAGE.encode())}, certificate) as address:
        assert missed(address) == []


def test_an_address_with_accents_that_the_portal_leads_to_is_found() -> None:
    answers = {
        "/tin/1": said(b"", 302, Location="/tin/tập-huấn".encode().decode("latin-1")),
        "/tin/t%E1%BA%ADp-hu%E1%BA%A5n": said(PAGE.encode()),
    }
    with portal(answers) as address:
        assert missed(address) == []


def test_after_a_file_that_nobody_answers_for_the_rest_is_let_be() -> None:
    asked = []

    def silent(handler: BaseHTTPRequestHandler) -> None:
        asked.append(handler.path)
        handler.connection.close()

    answers = {"/tin/1": said(PAGE.encode())} | {f"/media/{number}.jpg": silent for number in range(5)}
    with portal(answers) as address:
        (words,) = missed(address, *(f"/media/{number}.jpg" for number in range(5)))
    assert "/media/0.jpg: cổng không trả lời" in words
    assert asked == ["/media/0.jpg"]


@pytest.mark.parametrize("where", ["head", "content"])
def test_who_trickles_is_cut_off(where: str) -> None:
    ended = threading.Event()

    def trickle(handler: BaseHTTPRequestHandler) -> None:
        start = b"HTTP/1.1 200 OK\r\n" + (b"Content-Length: 100000\r\n\r\n" if where == "content" else b"")
        try:
            handler.wfile.write(start)
            while not ended.wait(0.1):
                handler.wfile.write(b"a")
        except OSError:
            pass

    with portal({"/tin/1": trickle}) as address:
        begun = time.monotonic()
        try:
            with pytest.raises(MissedError):
                missed(address, seconds=0.5)
            assert time.monotonic() - begun < 30
        finally:
            ended.set()
