"""A signal to stop that comes before the site serves is not lost."""

import os
import signal
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from fastapi import FastAPI

from tests.servers.program import free_port
from tinbai import serve as module
from tinbai.office import Office, migrated_office

pytestmark = pytest.mark.timeout(20)
CONFIG = '[database]\nurl = "sqlite:///tinbai.db"\n[blobs]\npath = "blobs"\nfree_bytes = 0\n[web]\nport = {port}\n'


@pytest.fixture
def signals() -> Iterator[None]:
    """The handlers are as before in the end."""
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.usefixtures("signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_before_the_first_page_ends_the_site_as_one_after_it_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: signal.Signals
) -> None:
    config, port = tmp_path / "config.toml", free_port()
    config.write_text(CONFIG.format(port=port), encoding="utf-8")
    make = module.application

    def signalled(office: Office) -> FastAPI:
        os.kill(os.getpid(), number)
        return make(office)

    monkeypatch.setattr(module, "application", signalled)
    for for_good in ("hold_little", "collect_seldom"):
        monkeypatch.setattr(module, for_good, lambda: None)
    with migrated_office(config) as office:
        module.serve(office, with_timetable=False)  # returns: else the test takes too long
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), timeout=5)


@pytest.mark.usefixtures("signals")
def test_with_uvicorns_own_server_it_would_serve_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    served: list[bool] = []

    class Plain(uvicorn.Server):
        async def main_loop(self) -> None:
            served.append(not self.should_exit)

    monkeypatch.setattr(module, "_Server", Plain)
    test_a_signal_before_the_first_page_ends_the_site_as_one_after_it_does(tmp_path, monkeypatch, signal.SIGTERM)
    assert served == [True]
