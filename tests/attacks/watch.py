"""What attacks did in a browser: everything that ran, asked, was only stopped by a policy, or should not be there."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Dialog, Frame, Page, Request

WATCHING = (Path(__file__).parent / "watching.js").read_text(encoding="utf-8")
SEARCHING = (Path(__file__).parent / "searching.js").read_text(encoding="utf-8").strip().rstrip(";")
HOST = re.compile(r"h(\d{4,})\.evil\.example")
# What our own pages fetch by themselves.
_OWN = re.compile(
    r"/(?:\?[^/]*)?$|/(?:static|media|tin|chuyen-muc)/|/articles/\d+(?:/photos/\w+|/history|/return|/revisions(?:/\d+)?|/presence|/drafts)?"
    r"(?:\?|$)|/login(?:\?|$)|/queue/news(?:\?|$)"
    r"|/messages(?:/\d+(?:/original)?)?(?:\?|$)|/favicon.ico$"
)
# Not within the words that a page of ours was asked for, where every slash is written %2F.
_ASKED = re.compile(f"(?<!%2F){HOST.pattern}")
_PARAGRAPH = re.compile(r"Đoạn (\d+)\.")


@dataclass(kw_only=True)
class Watch:
    """Counts, over all contexts that it was put on. `origins` are our own."""

    origins: Sequence[str]
    executed: list[str] = field(default_factory=list)
    requested: list[str] = field(default_factory=list)
    stopped: list[str] = field(default_factory=list)  # only by Content-Security-Policy or sandbox
    planted: list[str] = field(default_factory=list)
    leaked: list[str] = field(default_factory=list)  # code that is shown as if it were text
    pages: int = 0
    shown: set[int] = field(default_factory=set)  # attacks whose paragraph was seen: they really were on a page

    def put_on(self, context: BrowserContext) -> None:
        """Watch every page of `context`, those that attacks open too."""
        context.expose_binding("__ran", lambda source, number: self._ran(source["frame"], number))
        context.expose_binding("__stopped", lambda _, what: self.stopped.append(what))
        context.add_init_script(WATCHING)
        context.on("request", self._asked)
        context.on("page", self._opened)

    def visit(self, page: Page, address: str, *, searching: bool) -> None:
        """Open `address`; with `searching`, act on all that is there and look for what should not be."""
        page.goto(address)
        self.look(page, searching=searching)

    def look(self, page: Page, *, searching: bool) -> None:
        """The page as it stands."""
        self.pages += 1
        page.wait_for_timeout(20)
        for frame in page.frames if searching else []:
            self._search(frame)

    def flaws(self) -> list[str]:
        """Everything that should not have been, each with a word for what it was."""
        lists = {
            "executed": self.executed,
            "requested": self.requested,
            "stopped by policy only": self.stopped,
            "planted": self.planted,
            "leaked": self.leaked,
        }
        return [f"{what}: {each}" for what, those in lists.items() for each in dict.fromkeys(those)]

    def numbers(self) -> set[int]:
        """The attacks that did something."""
        return {int(number) for flaw in self.flaws() for number in re.findall(r"\b1\d{3}\b|(?<=h)1\d{3}(?=\.)", flaw)}

    def _search(self, frame: Frame) -> None:
        origin = next((own for own in self.origins if frame.url.startswith(own)), None)
        if origin is None:
            self.planted.append(f"a frame at {frame.url}")
            return
        kind = "letter" if frame.url.endswith("/original") else "page"
        seen: dict[str, Any] = frame.evaluate(SEARCHING, {"own": origin.rstrip("/"), "kind": kind})
        self.planted += [f"{frame.url.removeprefix(origin)} {each}" for each in seen["found"]]
        self.leaked += [f"{number} on {frame.url.removeprefix(origin)}" for number in seen["leaks"]]
        self.shown |= set(map(int, _PARAGRAPH.findall(seen["words"])))

    def _ran(self, frame: Frame, number: str) -> None:
        self.executed.append(f"{number} at {frame.url[:120]}")

    def _asked(self, request: Request) -> None:
        url = request.url
        own = next((origin for origin in self.origins if url.startswith(origin)), None)
        is_known = _OWN.match(f"/{url.removeprefix(own)}") if own else url.startswith(("data:", "about:"))
        if not is_known:
            self.requested.append(url[:160])

    def _opened(self, page: Page) -> None:
        page.on("dialog", self._asked_person)
        page.on("console", lambda message: self._said(message.type, message.text))
        page.on("popup", lambda popup: self.executed.append(f"popup {popup.url[:120]}"))

    def _asked_person(self, dialog: Dialog) -> None:
        """Only our own warning about what is not saved may ask; any other dialog is an attack's."""
        if dialog.type != "beforeunload":
            self.executed.append(f"dialog {dialog.message}")
        dialog.accept()

    def _said(self, kind: str, text: str) -> None:
        refused_by_us = text.startswith("Failed to load resource: the server responded")  # "too late" is answered 409
        if "Content Security Policy" in text or (kind == "error" and not refused_by_us):
            self.stopped.append(text[:200])


def hosts_in(net_log: Path) -> set[str]:
    """The attackers' hosts that the browser's own record of its network use names, whoever asked for them."""
    return set(_ASKED.findall(net_log.read_text(encoding="utf-8", errors="replace")))
