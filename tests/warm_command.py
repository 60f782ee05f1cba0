"""The command `tinbai`, imported once: each call is a fork of a process that stands ready. Importing takes seconds.

The tests that start, stop or kill the installed command run that itself.
"""

import json
import os
import subprocess
import sys
import tempfile
from atexit import register
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def tinbai(*arguments: str) -> subprocess.CompletedProcess[str]:
    """What `subprocess.run(["tinbai", *arguments])` gives, in the folder and environment of the caller."""
    ready = _ready()
    assert ready.stdin is not None
    assert ready.stdout is not None
    with tempfile.TemporaryDirectory() as folder:
        out, err = Path(folder, "out"), Path(folder, "err")
        command = ["tinbai", *arguments]
        call = {"arguments": command, "folder": os.getcwd(), "environment": dict(os.environ)}  # noqa: PTH109
        ready.stdin.write(json.dumps(call | {"out": str(out), "err": str(err)}) + "\n")
        ready.stdin.flush()
        ended = ready.stdout.readline()
        assert ended, "the program cannot be imported"
        return subprocess.CompletedProcess(command, int(ended), out.read_text("utf-8"), err.read_text("utf-8"))


@cache
def _ready() -> subprocess.Popen[str]:
    """The process; it ends with this one, which holds its standard input."""
    command = [sys.executable, "-c", "from tests.forked_command import serve; serve()"]
    process = subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    register(process.communicate)
    return process
