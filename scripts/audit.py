#!/usr/bin/env python3
"""Ask the package index for known holes in what the lock files pin.

Ends with 1 when there is one. Where no index answers within a minute, that is said and nothing is held against the
run: a machine without the internet can still test.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

SECONDS = 60
LOCKS = ("requirements.lock", "requirements-dev.lock")
# Advisories that do not touch tinbai, each with the reason and the day it is to be looked at again.
IGNORED: dict[str, str] = {}


def main() -> int:
    """Audit every lock file; the exit status."""
    root = Path(__file__).resolve().parent.parent
    holes: dict[str, str] = {}
    for lock in LOCKS:
        answer = asked(root / lock)
        if answer is None:
            print("audit: no index with advisories answers here; nothing was audited")
            return 0
        holes |= found(answer)
    for name, words in sorted(holes.items()):
        print(f"audit: {name}: {words}")
    print(f"audit: {len(holes)} known holes in what the lock files pin")
    return 1 if holes else 0


def asked(lock: Path) -> list[dict[str, Any]] | None:
    """What the index says of every package of a lock file; None when it says nothing of any."""
    command = [
        sys.executable, "-m", "pip_audit", "--requirement", str(lock), "--disable-pip", "--no-deps", "--format", "json",
        "--progress-spinner", "off", "--timeout", "5",
    ]  # fmt: skip
    try:
        run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=SECONDS)
        packages: list[dict[str, Any]] = json.loads(run.stdout)["dependencies"]
    except (subprocess.TimeoutExpired, json.JSONDecodeError, KeyError):
        return None
    return None if all("skip_reason" in package for package in packages) else packages


def found(packages: list[dict[str, Any]]) -> dict[str, str]:
    """The holes that are not ignored, by package and advisory."""
    holes: dict[str, str] = {}
    for package in packages:
        advisories = package.get("vulns", [])
        for advisory in advisories:
            if advisory["id"] not in IGNORED:
                fixed = ", ".join(advisory.get("fix_versions", [])) or "no version yet"
                holes[f"{package['name']} {package['version']} {advisory['id']}"] = f"mended in {fixed}"
    return holes


if __name__ == "__main__":
    sys.exit(main())
