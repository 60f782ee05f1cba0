"""A program of its own, run by the Python that has `uno`: starts LibreOffice and converts the files it is told.

It speaks over a socket, a JSON object a line. First it says {"ready": true}, or {"missing": ...} when this Python has
no `uno` (Debian's python3-uno belongs to the system's Python only). Then, for each {"source", "result", "reader",
"target", "pixels"} (paths, LibreOffice's names of the filters, width and height of a picture or null), it answers
{"is": "done"}, "failed" or "crashed". It ends, and LibreOffice with it, after it was left alone for long.

Documents are loaded without a window: with one, LibreOffice 7.4 without a screen dies of the first comment in a margin
as soon as it has a moment for itself.

Never imported by ours; no limit is kept here: who started it kills its process group.
"""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from typing import Any

_IDLE_SECONDS = 300
_NEVER_EXECUTE = 0  # com.sun.star.document.MacroExecMode
_NO_UPDATE = 0  # com.sun.star.document.UpdateDocMode
_SERVICES = {  # what holds a document, by the beginning of the filter that writes it
    ("calc", "ms excel"): "com.sun.star.sheet.SpreadsheetDocument",
    ("impress", "ms powerpoint"): "com.sun.star.presentation.PresentationDocument",
    ("draw",): "com.sun.star.drawing.DrawingDocument",
    ("",): "com.sun.star.text.TextDocument",
}
_ENDS = ("DisposedException", "RuntimeException")  # com.sun.star.lang and .uno: there is nobody any more


def main() -> None:
    """Arguments: the socket's descriptor, the name of the pipe to meet on, LibreOffice's command line."""
    descriptor, pipe, *command = sys.argv[1:]
    asked = socket.socket(fileno=int(descriptor))
    try:
        import uno  # type: ignore[import-not-found]  # noqa: PLC0415 - it may be missing, and that is said
    except ImportError as error:
        _say(asked, {"missing": str(error)})
        return
    accept = f"--accept=pipe,name={pipe};urp;StarOffice.ComponentContext"
    office = subprocess.Popen([*command, accept], stdin=subprocess.DEVNULL)
    there = _connected(uno, pipe, office)
    _say(asked, {"ready": True})
    asked.settimeout(_IDLE_SECONDS)
    try:
        for line in asked.makefile("r", encoding="utf-8"):
            _say(asked, {"is": _converted(uno, there, json.loads(line))})
    except TimeoutError:
        pass
    os.killpg(0, signal.SIGKILL)


def _say(asked: socket.socket, answer: dict[str, Any]) -> None:
    asked.sendall(json.dumps(answer).encode() + b"\n")


def _connected(uno: Any, pipe: str, office: "subprocess.Popen[bytes]") -> Any:
    """LibreOffice's context, as soon as it listens."""
    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", here)
    while office.poll() is None:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:  # noqa: BLE001 - uno's own classes of errors come with uno; it does not listen yet
            time.sleep(0.02)
    raise SystemExit(1)


def _converted(uno: Any, there: Any, job: dict[str, Any]) -> str:
    reading = {
        "URL": uno.systemPathToFileUrl(job["source"]), "FilterName": job["reader"],
        "MacroExecutionMode": _NEVER_EXECUTE, "UpdateDocMode": _NO_UPDATE, "ReadOnly": True,
    }  # fmt: skip
    document = None
    try:
        service = next(name for begins, name in _SERVICES.items() if job["target"].lower().startswith(begins))
        document = there.ServiceManager.createInstanceWithContext(service, there)
        document.load(_properties(uno, reading))
        writing = {"FilterName": job["target"]}
        if job["pixels"]:
            size = dict(zip(("PixelWidth", "PixelHeight"), job["pixels"], strict=True))
            writing["FilterData"] = uno.Any("[]com.sun.star.beans.PropertyValue", _properties(uno, size))
        document.storeToURL(uno.systemPathToFileUrl(job["result"]), _properties(uno, writing))
    except Exception as error:  # noqa: BLE001 - whatever a document does to it, there must be an answer
        return "crashed" if type(error).__name__.endswith(_ENDS) else "failed"
    finally:
        _close(document)
    return "done"


def _close(document: Any) -> None:
    try:
        if document is not None:
            document.close(True)
    except Exception:  # noqa: BLE001, S110 - it may be gone; whoever asked renews this LibreOffice after a failure
        pass


def _properties(uno: Any, values: dict[str, Any]) -> tuple[Any, ...]:
    made = []
    for name, value in values.items():
        one = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
        one.Name, one.Value = name, value
        made.append(one)
    return tuple(made)


if __name__ == "__main__":
    main()
