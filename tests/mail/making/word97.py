"""A Word 97 document, through LibreOffice: the format is too much to write by hand."""

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

SECONDS = 180


class LibreOfficeMissingError(Exception):
    """`soffice` is not installed, or did not make the file."""


def word97(docx: bytes) -> bytes:
    """The same document as `.doc`. Not the same bytes twice: the format carries the time."""
    soffice = shutil.which("soffice")
    if soffice is None:
        raise LibreOfficeMissingError("soffice (LibreOffice Writer): apt-get install libreoffice-writer-nogui")
    with TemporaryDirectory() as folder:
        source = Path(folder, "source.docx")
        source.write_bytes(docx)
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = [soffice, profile, "--headless", "--convert-to", "doc:MS Word 97", "--outdir", folder, str(source)]
        made = Path(folder, "source.doc")
        result = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)
        if not made.exists():
            raise LibreOfficeMissingError(result.stderr.decode(errors="replace"))
        return made.read_bytes()
