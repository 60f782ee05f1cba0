"""Passes of a `StepOffice`, one for each line of JSON on standard input, each in a process that may have to die.

They are forked from this one, which has everything imported. How a pass ended is answered in a line: 0, or the signal
with a minus; the steps that it came by lie in `steps.json` in its folder. A pass that stands still is answered with
"stopped" and its process, and goes on when that is given back as "go_on".
"""

import json
import logging
import os
import signal
import sys
import tempfile
import traceback
from datetime import datetime
from pathlib import Path
from typing import Any

import structlog

from ingest.reading import Reading
from publish import portal_database
from tests.ingest.letters_here import LETTERS, SITE_DATA
from tests.integration.broken_steps import VARIANTS
from tests.integration.step_office import StepOffice, read_once
from tests.integration.steps import Steps
from tests.pictures_here import decode_here
from tinbai import db
from tinbai.config import PortalConfig
from tinbai.picture_sandbox import of_picture
from tinbai.public_copy import public_copy
from tinbai.site_data import load


def one_pass(job: dict[str, Any]) -> None:
    """Run the pass, with a deliberate mistake where the job names one."""
    office = StepOffice(folder=Path(job["folder"]))
    die_at = (job["step"], job["time"]) if job["step"] else None
    steps = Steps(office.folder, die_at, power_cut=job["power_cut"], stop=job["stop"])
    with VARIANTS[job["variant"]]():
        office.one_pass(
            {int(uid): name for uid, name in job["letters"].items()}, datetime.fromisoformat(job["at"]), steps
        )
    (office.folder / "steps.json").write_text(json.dumps(steps.counts))


def prepare() -> None:
    """SQLite does not wait for the disk here: nothing is tried that the kernel would not survive."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    db.LOCK_SECONDS = 1
    decode_here()
    for module in (db, portal_database):
        strict = module._prepare_sqlite

        def quick(connection: Any, record: object, strict: Any = strict) -> None:
            strict(connection, record)
            connection.execute("PRAGMA synchronous = OFF")

        module._prepare_sqlite = quick  # type: ignore[attr-defined]


def make_copies(reading: Reading) -> None:
    """The public copies of a letter's photos, made once for all who are forked."""
    with tempfile.TemporaryDirectory() as folder:
        for part in reading.letter.parts:
            if part.media_type.startswith("image/"):
                file = Path(folder) / part.sha256
                file.write_bytes(part.content)
                of_picture(public_copy, file, PortalConfig(key="cong").longest_photo_side)


def main() -> None:
    """Serve until the input ends."""
    prepare()
    site = load(SITE_DATA)
    for name in sys.argv[1:]:
        (path,) = LETTERS.glob(f"{name}*.eml")
        make_copies(read_once(path.read_bytes(), site))
    for line in sys.stdin:
        job = json.loads(line)
        sys.stdout.write(f"{_gone_on(job['go_on']) if 'go_on' in job else _begun(job)}\n")
        sys.stdout.flush()


def _begun(job: dict[str, Any]) -> str:
    child = os.fork()
    if child == 0:
        failed = True
        try:
            one_pass(job)
            failed = False
        except Exception:  # noqa: BLE001 - whatever it was, it is told and the child ends
            traceback.print_exc()
        finally:
            os._exit(failed)
    return _ended(child)


def _gone_on(child: int) -> str:
    os.kill(child, signal.SIGCONT)
    return _ended(child)


def _ended(child: int) -> str:
    _, status = os.waitpid(child, os.WUNTRACED)
    return f"stopped {child}" if os.WIFSTOPPED(status) else str(os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    main()
