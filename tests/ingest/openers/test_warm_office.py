"""LibreOffice stays warm between files, is renewed after trouble, and never outlives its owner."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from ingest.openers import warm_office
from ingest.openers.libreoffice import ConversionError, all_converted, converted
from ingest.openers.office_profile import office_pipes
from ingest.openers.patience import PatienceNeededError, hurry
from tests.ingest.openers.word_files import opened, texts
from tinbai.limits import Limits

ROOT = Path(__file__).parents[3]
DOC = (ROOT / "tests/mail/material/nuoc-sach.doc").read_bytes()
TO_DOCX = "docx:MS Word 2007 XML"
BROKEN = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le") + b"garbage" * 50


def office() -> warm_office.WarmOffice:
    kept = warm_office._Kept.office
    assert kept is not None
    return kept


def to_docx(content: bytes = DOC, *, limits: Limits | None = None) -> bytes:
    return converted(content, extension="doc", reader="MS Word 97", target=TO_DOCX, limits=limits or Limits())


def group(number: int) -> list[str]:
    """What is alive in a process group: process number and command."""
    listed = subprocess.run(["ps", "-eo", "pgid=,stat=,pid=,args="], check=True, capture_output=True, text=True).stdout
    rows = (line.split(None, 2) for line in listed.splitlines())
    return [row[2] for row in rows if int(row[0]) == number and not row[1].startswith("Z")]


def gone(number: int) -> bool:
    for _ in range(100):
        if not group(number):
            return True
        time.sleep(0.1)
    return False


def test_one_libreoffice_serves_file_after_file_and_leaves_none_of_them_behind() -> None:
    warm_office.drop()
    first = to_docx()
    kept, process = office(), office()._process.pid
    assert len(to_docx()) > 1_000 < len(first)
    assert (office() is kept, office()._process.pid, office().files_left) == (True, process, 48)
    assert not [path for path in kept.folder.iterdir() if path.suffix in {".doc", ".docx"}]


def test_after_a_broken_file_the_next_one_gets_a_libreoffice_with_a_fresh_profile() -> None:
    to_docx()
    kept = office()
    with pytest.raises(ConversionError):
        to_docx(BROKEN)
    assert gone(kept._process.pid)
    assert not kept.folder.exists()
    assert not [pipe for pipe in office_pipes(kept.folder) if pipe.exists()]
    assert to_docx()
    assert office().folder != kept.folder


def test_after_its_share_of_files_it_is_renewed() -> None:
    to_docx()
    kept = office()
    kept.files_left = 1
    to_docx()
    assert office() is kept
    to_docx()
    assert office().folder != kept.folder
    assert gone(kept._process.pid)


def test_one_that_rests_or_dies_is_replaced_at_the_next_file() -> None:
    to_docx()
    os.killpg(office()._process.pid, signal.SIGKILL)
    office()._process.wait()
    assert to_docx()


def test_a_file_that_takes_too_long_costs_only_itself() -> None:
    to_docx()
    kept = office()
    os.killpg(kept._process.pid, signal.SIGSTOP)
    began = time.monotonic()
    with pytest.raises(ConversionError, match="quá thời gian"):
        to_docx(limits=Limits(converter_seconds=1))
    assert time.monotonic() - began < 30  # what is stopped would never answer
    assert gone(kept._process.pid)
    assert warm_office._Kept.office is None


def test_it_ends_with_its_owner_even_when_that_is_killed(tmp_path: Path) -> None:
    owner = (
        "import sys, time; from pathlib import Path; from ingest.openers.libreoffice import converted; "
        "from ingest.openers import warm_office; from tinbai.limits import Limits; "
        f"converted(Path(sys.argv[1]).read_bytes(), extension='doc', reader='MS Word 97', target={TO_DOCX!r}, "
        "limits=Limits()); print(warm_office._Kept.office._process.pid, flush=True); time.sleep(60)"
    )
    material = str(ROOT / "tests/mail/material/nuoc-sach.doc")
    with subprocess.Popen(
        [sys.executable, "-c", owner, material],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        env={**os.environ, "TMPDIR": str(tmp_path)},
    ) as process:
        assert process.stdout is not None
        number = int(process.stdout.readline())
        assert any("soffice.bin" in command for command in group(number))
        process.kill()
    assert gone(number)


class _Counting(BaseHTTPRequestHandler):
    asked: list[str] = []  # noqa: RUF012 - of all requests

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_error(404)


@pytest.fixture
def linking() -> Iterator[bytes]:
    """A document that links to a picture on a server of this machine, which counts who asks."""
    _Counting.asked.clear()
    server = HTTPServer(("127.0.0.1", 0), _Counting)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f'"http://127.0.0.1:{server.server_port}/a.png"'.encode()
    yield rb"{\rtf1 Before{\field{\*\fldinst INCLUDEPICTURE " + address + rb" \\d}}After}"
    server.shutdown()
    server.server_close()


def rtf_to_docx(content: bytes) -> bytes:
    return converted(content, extension="rtf", reader="Rich Text Format", target=TO_DOCX, limits=Limits())


def test_a_document_fetches_nothing(linking: bytes) -> None:
    assert len(rtf_to_docx(linking)) > 1_000
    assert _Counting.asked == []
    (number,) = [each.split()[0] for each in group(office()._process.pid) if "soffice.bin" in each]
    assert Path(f"/proc/{number}/ns/net").readlink() != Path("/proc/self/ns/net").readlink()


def test_without_a_python_that_has_uno_each_call_starts_its_own(
    monkeypatch: pytest.MonkeyPatch, linking: bytes
) -> None:
    warm_office.drop()
    monkeypatch.setattr(warm_office, "_SYSTEM_PYTHON", sys.executable)
    monkeypatch.setattr(warm_office._Kept, "is_possible", True)
    assert len(rtf_to_docx(linking)) > 1_000
    assert (warm_office._Kept.office, warm_office._Kept.is_possible) == (None, False)
    assert _Counting.asked == []


def test_a_file_that_the_warm_one_dies_of_is_given_to_one_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    to_docx()
    monkeypatch.setattr(warm_office.WarmOffice, "convert", lambda *_, **__: warm_office.Outcome.CRASHED)
    assert len(to_docx()) > 1_000
    assert warm_office._Kept.office is None


def test_in_a_hurry_no_conversion_is_begun() -> None:
    with hurry(), pytest.raises(PatienceNeededError):
        all_converted({"given.doc": DOC}, reader="MS Word 97", target=TO_DOCX, limits=Limits())
    with hurry(), pytest.raises(PatienceNeededError):
        opened(DOC, filename="a.doc")
    assert texts(opened(DOC, filename="a.doc"))
