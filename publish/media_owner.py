"""Whose a media folder is: a marker in it names the one portal database whose rows say what is kept.

Two portals with one folder would take the other's photos for leftovers and delete them. So whoever writes first marks
the folder, and nobody else writes, removes or sweeps there until a person has looked.
"""

import os
import tempfile
from hashlib import sha256
from pathlib import Path

from sqlalchemy.engine import URL

from publish.media import TEMPORARY, make_folder
from tinbai.syncing import sync

MARKER = f"{TEMPORARY}portal"
_PLACES = ("host", "port", "unix_socket", "options")  # what a URL's query may say about where the tables are


def owner_of(url: URL) -> str:
    """A name for the database at `url` that tells nothing of it: the user, the password and the driver may change."""
    kind = url.get_backend_name().replace("mariadb", "mysql")
    where = [kind, url.host, url.port, url.database, *(url.query.get(name) for name in _PLACES)]
    return sha256(repr(where).encode()).hexdigest()


def marked_by(root: Path) -> str | None:
    """The owner that the folder's marker names, or None while nobody has marked it. Raises OSError."""
    try:
        return (root / MARKER).read_text(encoding="ascii", errors="replace").strip() or None
    except FileNotFoundError:
        return None


def mark(root: Path, owner: str) -> str:
    """Mark the folder unless it is marked; returns whose it is now. Raises OSError.

    Of two who mark at once the last one stays, and the other finds out with its next file.
    """
    found = marked_by(root)
    if found is not None:
        return found
    make_folder(root)
    handle, temporary = tempfile.mkstemp(prefix=TEMPORARY, dir=root)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as target:
            target.write(f"{owner}\n")
            target.flush()
            os.fchmod(target.fileno(), 0o644)  # another portal's program may run as another user, and must see it
            os.fsync(target.fileno())
        Path(temporary).replace(root / MARKER)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    sync(root)
    return owner
