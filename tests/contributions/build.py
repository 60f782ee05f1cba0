"""Make the documents of LibreOffice anew: `python -m tests.contributions.build`. No two runs give the same bytes."""

# It talks to a person at a terminal.
# ruff: noqa: T201

import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.contributions.unseen import eighth_in_files, eleventh_in_files, fifth_in_files, twelfth_in_files
from tests.contributions.word_by_programs import LIBREOFFICE, MATERIAL

SECONDS = 180


def main() -> None:
    """Convert every source."""
    unseen = [
        (theme.MATERIAL, theme.LIBREOFFICE)
        for theme in (fifth_in_files, eighth_in_files, eleventh_in_files, twelfth_in_files)
    ]
    for folder, sources in ((MATERIAL, LIBREOFFICE), *unseen):
        folder.mkdir(exist_ok=True)
        for name, (to, make) in sources.items():
            folder.joinpath(name).write_bytes(converted(make(), to))
            print(f"{folder.name}/{name}")


def converted(docx: bytes, to: str) -> bytes:
    """A Word file in another format; `to` is LibreOffice's extension and filter."""
    with TemporaryDirectory() as folder:
        source = Path(folder, "source.docx")
        source.write_bytes(docx)
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", to, "--outdir", folder, str(source)]
        subprocess.run(command, capture_output=True, timeout=SECONDS, check=True)
        return Path(folder, f"source.{to.partition(':')[0]}").read_bytes()


if __name__ == "__main__":
    main()
