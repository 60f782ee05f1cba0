"""What `tests.warm_command` starts: it has imported the program, and each line that it reads is a call of it."""

import json
import os
import sys
from typing import Any

from tinbai.cli import main


def serve() -> None:
    """Answer each call with the exit status of its fork."""
    for line in iter(sys.stdin.readline, ""):
        child = os.fork()
        if child == 0:
            _become(json.loads(line))
            main()
            return
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)  # noqa: T201 - the answer


def _become(call: dict[str, Any]) -> None:
    """Take the call's folder, environment and arguments, and write where it says."""
    os.environ.clear()
    os.environ.update(call["environment"])
    os.chdir(call["folder"])
    sys.argv = call["arguments"]
    sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115, PTH123 - until it ends
    for number, path in ((0, os.devnull), (1, call["out"]), (2, call["err"])):
        opened = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        os.dup2(opened, number)
        os.close(opened)
