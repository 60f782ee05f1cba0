"""What `tinbai check` tries at a folder, and says in words. Nothing that readers see is changed."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from publish.media import TEMPORARY
from publish.media_owner import MARKER, marked_by
from publish.portal import Checked
from publish.portals.folder.records import ITEMS


def check_folder(root: Path, owner: str) -> Sequence[Checked]:
    """Whether it is there, belongs to no other portal, and can be written to."""
    try:
        if marked_by(root) not in {None, owner}:
            words = f"Thư mục {root} đang thuộc một cổng khác (xem tệp {MARKER} trong đó); sửa media_path"
            return [Checked(ok=False, words=words)]
        for place in [root, root / ITEMS] if (root / ITEMS).exists() else [root]:
            with tempfile.NamedTemporaryFile(prefix=TEMPORARY, dir=place):
                pass
    except OSError as error:
        return [Checked(ok=False, words=f"Không ghi được vào thư mục {root}: {error.strerror or error}")]
    return [Checked(ok=True, words=f"Ghi được vào thư mục {root}")]
