"""Replace a file as a whole, or not at all."""

import os
import tempfile
from pathlib import Path

OWNER_ONLY = 0o600


def replace_file(path: Path, content: bytes, mode: int = OWNER_ONLY) -> None:
    """Put ``content`` into the file ``path`` with the permissions ``mode``, at once for every reader.

    It is on the disk when this returns; a link stays a link. Raises ``OSError`` and leaves the old file as
    it was, and nothing beside it.
    """
    target = Path(os.path.realpath(path))
    handle, name = tempfile.mkstemp(prefix=".demur-", dir=target.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(mode)
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Make the new name last too; Windows knows no such thing and needs none."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
