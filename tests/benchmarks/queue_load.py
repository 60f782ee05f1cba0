"""Twenty users at the queue of a filled database, and how long the server took for each kind of page.

    python -m tests.benchmarks.queue_load DATABASE_URL NUMBER_OF_ARTICLES [SECONDS] [THINK_SECONDS]

Each user asks for a page, reads it for a while (THINK_SECONDS in the mean, 1 by default: no reader is so quick), and
asks for the next. Fill the database first: `tests/benchmarks/queue_filling.py`.
"""

import asyncio
import random
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import httpx

from tests.servers.program import free_port

USERS = 20
COMMON = ("nông dân", "hội nghị", "chuyển đổi số", "phong trao", "đảng ủy xã", "nhà văn hóa thôn", "tập huấn")
RARE = ("sếu đầu đỏ", "khảm xà cừ", "gieng co cham rong", "cúng bến nước phục dựng")
NONE = ("khongcogica", "máy bay trực thăng vũ trụ", "zzz")


def addresses(number: int, pick: random.Random) -> Mapping[str, str]:
    """One address of each kind, another one each time."""
    some = pick.randint(1, number)
    return {
        "queue: new": "/?status=new",
        "queue: published": "/?status=published",
        "queue: all, deep": f"/?status=all&before={some}",
        "filter: column": f"/?status=published&column=c{pick.randint(0, 24)}",
        "filter: unit and status": f"/?status=rejected&unit=u{pick.randint(0, 59)}",
        "filter: sender": f"/?status=all&sender=cong+tac+vien+{pick.randint(100, 199)}",
        "filter: mine": "/?status=all&who=mine",
        "filter: kind and age": "/?status=all&kind=document&age=30d%2B",
        "filter: finding": "/?status=published&check=summary_missing",
        "filter: by deadline": "/?status=new&sort=deadline",
        "filter: late": "/?status=all&late=1",
        "search: common words": f"/?status=all&words={pick.choice(COMMON)}",
        "search: rare words": f"/?status=all&words={pick.choice(RARE)}",
        "search: no hit": f"/?status=all&words={pick.choice(NONE)}",
        "search: code": f"/?status=all&words=AM-2026-{some:07}",
        "search: common, on the desk": f"/?status=new&words={pick.choice(COMMON)}",
        "article": f"/articles/{some}",
        "reading pane": f"/articles/{some}/reading",
        "news": "/queue/news?status=new&seen=" + ",".join(f"{number + each}:1" for each in range(1, 31)),
    }


async def user(base: str, token: str, number: int, until: float, think: float, pick: random.Random) -> None:
    """One person at one browser."""
    limits = httpx.Limits(keepalive_expiry=3)  # sooner than the server, which closes after five seconds
    async with httpx.AsyncClient(base_url=base, cookies={"tinbai": token}, timeout=60, limits=limits) as client:
        while time.monotonic() < until:
            await asyncio.sleep(pick.expovariate(1 / think) if think else 0)
            kind, address = pick.choice(list(addresses(number, pick).items()))
            await client.get(address, headers={"X-Kind": kind})


async def load(base: str, tokens: Sequence[str], number: int, seconds: float, think: float) -> None:
    """All of them at once; first each kind of page once, so that what is measured is not the start."""
    pick = random.Random(7)
    async with httpx.AsyncClient(base_url=base, cookies={"tinbai": tokens[0]}, timeout=120) as client:
        for _ in range(2):
            for address in addresses(number, pick).values():
                await client.get(address, headers={"X-Kind": "warm"})
    until = time.monotonic() + seconds
    people = [user(base, token, number, until, think, random.Random(each)) for each, token in enumerate(tokens)]
    await asyncio.gather(*people)


def main(url: str, number: int, seconds: float, think: float) -> None:
    """Serve, load, print."""
    port = free_port()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        command = [sys.executable, "-m", "tests.benchmarks.queue_serving", url, str(port), name]
        server = subprocess.Popen(command)
        base = f"http://127.0.0.1:{port}"
        try:
            _wait(base)
            tokens = (folder / "tokens").read_text(encoding="utf-8").split()[:USERS]
            asyncio.run(load(base, tokens, number, seconds, think))
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(timeout=30)
        report((folder / "times").read_text(encoding="utf-8").splitlines(), seconds)


def _wait(base: str) -> None:
    for _ in range(300):
        try:
            httpx.get(base + "/login", timeout=2)
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(base)


def report(lines: Sequence[str], seconds: float) -> None:
    """A table for docs/benchmarks.md."""
    rows: dict[str, list[tuple[int, float, int]]] = defaultdict(list)
    for line in lines:
        kind, status, spent, length = line.split("\t")
        if kind not in {"warm", "other"}:
            rows[kind].append((int(status), float(spent), int(length)))
            rows["all"].append((int(status), float(spent), int(length)))
    print(f"{len(rows['all']) / seconds:.1f} requests/s")
    print("| page | requests | p50 ms | p95 ms | slowest | kB |\n|---|---|---|---|---|---|")
    for kind, found in sorted(rows.items()):
        times = sorted(took for _, took, _ in found)
        bad = sum(status != 200 for status, _, _ in found)
        p95 = times[min(len(times) - 1, int(len(times) * 0.95))]
        size = statistics.mean(size for _, _, size in found) / 1_000
        failed = f" ({bad} failed)" if bad else ""
        middle = statistics.median(times)
        print(f"| {kind} | {len(found)}{failed} | {middle:.0f} | {p95:.0f} | {times[-1]:.0f} | {size:.0f} |")


if __name__ == "__main__":
    main(
        sys.argv[1], int(sys.argv[2]), float(sys.argv[3]) if len(sys.argv) > 3 else 60,
        float(sys.argv[4]) if len(sys.argv) > 4 else 1,
    )  # fmt: skip
