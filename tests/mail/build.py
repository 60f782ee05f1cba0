"""Build the letters: `python -m tests.mail.build [--afresh]`.

Without `--afresh` only missing material is made; with it everything is, and pictures, signature and Word 97 file may
come out in other bytes. The letters follow from the material, the same at every run.
"""

# It talks to a person at a terminal.
# ruff: noqa: T201

import sys
from pathlib import Path

from tests.mail import material
from tests.mail.cases import all_cases
from tests.mail.making.word97 import LibreOfficeMissingError

LETTERS = Path(__file__).with_name("letters")
KIB = 1024


def main(arguments: list[str]) -> int:
    """Make and write everything; say what was written, or what is missing."""
    try:
        made = material.make(afresh="--afresh" in arguments)
    except ImportError as error:
        print(f"Missing package {error.name}: install the dev group (uv sync --group dev).", file=sys.stderr)
        return 1
    except (OSError, LibreOfficeMissingError) as error:
        print(f"Cannot make the material: {error}", file=sys.stderr)
        return 1
    for name in made:
        print(f"material/{name}: {len(material.read(name)) / KIB:.0f} KiB")
    LETTERS.mkdir(exist_ok=True)
    for name, raw in all_cases.letters().items():
        (LETTERS / name).write_bytes(raw)
        print(f"letters/{name}: {len(raw) / KIB:.0f} KiB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
