"""The review site over a filled database, in a process of its own, which notes how long each answer took.

    python -m tests.benchmarks.queue_serving DATABASE_URL PORT FOLDER

In FOLDER it writes `tokens`, the log-ins of its users, one a line; and, when it is stopped, `times`: for each request
the name that its client gave it (header `X-Kind`), its status, the milliseconds from its arrival to the last byte of
its answer, and the size of that.
"""

import sys
import time
from pathlib import Path

import uvicorn
from sqlalchemy import select
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from review.app import create
from review.security import sessions
from tinbai.blobs import Blobs
from tinbai.clock import now
from tinbai.config import Config, PortalConfig, SiteConfig
from tinbai.db import Database, connect
from tinbai.memory import collect_seldom, hold_little
from tinbai.people import User


class Timed:
    """The application, timed."""

    def __init__(self, app: ASGIApp, times: list[str]) -> None:
        self.app, self.times = app, times

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began, told = time.perf_counter(), {"status": 0, "size": 0}

        async def send_counted(message: Message) -> None:
            if message["type"] == "http.response.start":
                told["status"] = message["status"]
            told["size"] += len(message.get("body", b""))
            await send(message)

        await self.app(scope, receive, send_counted)
        kind = dict(scope["headers"]).get(b"x-kind", b"other").decode()
        took = (time.perf_counter() - began) * 1_000
        self.times.append(f"{kind}\t{told['status']}\t{took:.2f}\t{told['size']}")


def tokens(database: Database) -> list[str]:
    """A log-in for everybody."""
    with database.writing() as session:
        users = session.scalars(select(User).where(User.active)).all()
        return [sessions.start(session, user, at=now(), hours=12) for user in users]


def main(url: str, port: int, folder: Path) -> None:
    """Serve until SIGINT or SIGTERM."""
    hold_little()
    collect_seldom()  # as `tinbai/serve.py` does
    database = connect(url)
    site = SiteConfig(key="an-mau", name="Trang xã An Mẫu", code="AM", portals=(PortalConfig(key="cong-xa"),))
    config = Config(root=folder, sites=(site,))
    times: list[str] = []
    app = Timed(create(config, database, Blobs(folder / "blobs")), times)
    (folder / "tokens").write_text("\n".join(tokens(database)), encoding="utf-8")
    uvicorn.run(app, host="127.0.0.1", port=port, log_level="warning", lifespan="off")
    (folder / "times").write_text("\n".join(times), encoding="utf-8")
    database.close()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
