"""Publishers that are killed at a point of their way, one for each line of JSON on standard input.

Each is a process of its own, forked after everything is imported. SIGKILL leaves it no time to tidy up, as a power
cut does. With "point" null it lives. "careless" is a portal that does not look its key up: what must never be.
How each ended is answered in a line: 0, or the signal with a minus.
"""

import json
import os
import signal
import sys
import traceback
from datetime import datetime
from pathlib import Path

from publish.due import PortalKey
from publish.points import Point
from publish.portals import open_portal
from publish.portals.reference import rows
from publish.portals.reference.portal import ReferencePortal
from publish.run import publish_due
from tests.pictures_here import decode_here
from tests.publish.setting import SITE
from tinbai.blobs import Blobs
from tinbai.config import PortalConfig
from tinbai.db import connect


class CarelessPortal(ReferencePortal):
    """Inserts without asking whether the item is there."""

    def _write_row(self, connection, item):
        return rows.add(connection, item)


def one_pass(job: dict) -> None:
    """Publish what is due, up to the point where it dies."""
    moment = datetime.fromisoformat(job["now"])
    portal = open_portal(PortalConfig.model_validate(job["portal"]), Path("/"))
    if job["careless"]:
        assert isinstance(portal, ReferencePortal)
        portal = CarelessPortal(portal.config, portal.engine, portal.media_path)

    def reached(point: Point) -> None:
        if point == job["point"]:
            os.kill(os.getpid(), signal.SIGKILL)

    publish_due(
        connect(job["database"]), {PortalKey(SITE, portal.key): portal}, Blobs(Path(job["blobs"])),
        clock=lambda: moment, reached=reached,
    )  # fmt: skip


def main() -> None:
    """Serve until the input ends. Starting a child for pictures in each of them takes most of the time."""
    decode_here()
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            failed = True
            try:
                one_pass(json.loads(line))
                failed = False
            except Exception:  # noqa: BLE001 - whatever it was, it is told and the child ends
                traceback.print_exc()
            finally:
                os._exit(failed)
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
