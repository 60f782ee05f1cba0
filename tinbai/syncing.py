"""What was written is on the disk before anybody is told of it."""

import errno
import os
from pathlib import Path

_NOT_KNOWN = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP})


def sync(path: Path) -> None:
    """Wait until a file's bytes, or a folder's names, are on the disk. Raises OSError.

    Some network and FUSE file systems know no fsync of folders: what stands in them is written there all the same.
    """
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NOT_KNOWN or not path.is_dir():
            raise
    finally:
        os.close(handle)
