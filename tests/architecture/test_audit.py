"""The audit of what is pinned: holes fail it, a machine without an index does not."""

import json
import runpy
import subprocess
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

AUDIT = Path(__file__).resolve().parents[2] / "scripts" / "audit.py"
HOLE = {"id": "PYSEC-2026-1", "fix_versions": ["2.0"]}
WELL = {"name": "a", "version": "1.0", "vulns": []}
ILL = {"name": "b", "version": "1.0", "vulns": [HOLE]}
UNKNOWN = {"name": "c", "skip_reason": "Dependency not found"}


def audited(monkeypatch: pytest.MonkeyPatch, answer: object) -> int:
    """The exit status of the audit when pip-audit answers so."""

    def run(*_arguments: object, **_options: object) -> SimpleNamespace:
        if isinstance(answer, Exception):
            raise answer
        return SimpleNamespace(stdout=answer if isinstance(answer, str) else json.dumps({"dependencies": answer}))

    monkeypatch.setattr(subprocess, "run", run)
    main: Any = runpy.run_path(str(AUDIT))["main"]
    status = main()
    assert isinstance(status, int)
    return status


def test_a_hole_fails(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert audited(monkeypatch, [WELL, ILL, UNKNOWN]) == 1
    assert "b 1.0 PYSEC-2026-1: mended in 2.0" in capsys.readouterr().out


def test_none_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert audited(monkeypatch, [WELL, UNKNOWN]) == 0


@pytest.mark.parametrize("answer", [[UNKNOWN], "", subprocess.TimeoutExpired("pip-audit", 60)])
def test_without_an_index_it_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], answer: object
) -> None:
    assert audited(monkeypatch, answer) == 0
    assert "nothing was audited" in capsys.readouterr().out
