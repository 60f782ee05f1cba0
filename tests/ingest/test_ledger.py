"""What the ledger says of a letter."""

from pathlib import Path

import pytest

from tests.ingest.ledger import Cost, cost_of


@pytest.mark.parametrize(
    ("lines", "cost"),
    [
        ([], Cost(seconds=9, cpu_seconds=0, peak_bytes=0, killed=0)),
        (
            ["begun", "so far,0.1,90", "0.5,1.5,70"],
            Cost(seconds=9, cpu_seconds=2, peak_bytes=90, killed=0, office_seconds=1.5),
        ),
        (["begun", "so far,0.5,10", "so far,4,20"], Cost(seconds=9, cpu_seconds=4, peak_bytes=20, killed=1)),
        (
            ["begun", "so far,4,50", "begun", "so far,1,60", "2,0,70", "so far,2,60"],
            Cost(seconds=9, cpu_seconds=6, peak_bytes=70, killed=1),
        ),
        (
            ["begun", "begun", "1,0,60", "begun", "so far,3,50"],
            Cost(seconds=9, cpu_seconds=4, peak_bytes=60, killed=2),
        ),
    ],
    ids=["nothing", "one answer", "killed", "killed and read again", "killed at once, read, killed"],
)  # fmt: skip
def test_attempts_are_added_up_and_killed_ones_count_as_far_as_they_came(
    lines: list[str], cost: Cost, tmp_path: Path
) -> None:
    entry = tmp_path / "letter"
    if lines:
        entry.write_text("\n".join(lines) + "\n", encoding="ascii")
    assert cost_of(entry, 9) == cost
    assert not entry.exists()
