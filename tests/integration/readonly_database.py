"""An office whose database cannot be written while it is opened, and can be later; for an ordinary user.

Prints the errors and what the server was told while it cannot, and once it can: all in one process.
"""

import json
import logging
import sys
from pathlib import Path
from unittest import mock

import structlog

from tests.integration.full_disk import Trial
from tinbai import db

PASSES = 1  # in which the connection that could only read is given up


def main() -> None:
    """Take the right to write away, go on, and give it back."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    what, variant = sys.argv[3:]
    if variant == "keeps":
        mock.patch.object(db, "_leave_when_readonly", return_value=None).start()
    trial = Trial(Path(sys.argv[1]), Path(sys.argv[2]))
    trial.new_letters()
    trial.database.close()
    folder, file = trial.office.folder, trial.office.folder / "tinbai.db"
    file.chmod(0o400)
    folder.chmod(0o500 if what == "folder" else 0o700)
    found: list[object] = [trial.go_on(), trial.mailbox.office.told()]
    folder.chmod(0o700)
    for each in folder.glob("tinbai.db*"):  # SQLite gives the files beside it the same mode
        each.chmod(0o600)
    for _ in range(PASSES):
        trial.go_on()
    found += [trial.go_on(), trial.office.unsafe(), trial.office.told()]
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main()
