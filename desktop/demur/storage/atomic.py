"""Replace a file as a whole, or not at all."""

import os
import tempfile
from pathlib import Path

from .errors import file_errors


def atomic_write(path: Path, text: str) -> None:
    """Put ``text`` as UTF-8 into the file ``path``; a reader sees the old file or the new one.

    The file is on the disk when this returns, readable for its owner only; a link stays a link. Lone
    surrogates, halves of an emoji that an editor may hand over, are kept as they are. Raises
    ``StorageError`` and leaves the old file as it was when the disk is full or the folder read-only.
    """
    with file_errors(path):
        target = path.resolve()
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        draft = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(text.encode("utf-8", "surrogatepass"))
                file.flush()
                os.fsync(file.fileno())
            draft.replace(target)
        except BaseException:
            draft.unlink(missing_ok=True)
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
