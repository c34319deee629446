"""Saves bytes so that a crash or a full disk leaves the old file as it was."""

import errno
import os
from pathlib import Path

from demur.domain.errors import DemurError
from demur.files import OWNER_ONLY, replace_file

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NOT_ALLOWED = {errno.EACCES, errno.EPERM, errno.EROFS}
_NO_FOLDER = {errno.ENOENT, errno.ENOTDIR}
_IS_FOLDER = {errno.EISDIR, errno.ENOTEMPTY, errno.EEXIST}


class OutboxError(DemurError):
    """A reply could not be saved; the file that stood there before is unchanged."""


def save_bytes(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path``, in place of what stood there.

    It goes to a file beside it first, reach the disk, and then take the name in one step. A new
    file is readable by its owner only; a replaced one keeps its permissions, a link its target.
    Raises ``OutboxError`` when the folder is missing or closed, the disk is full, or the like.
    """
    target = Path(os.path.realpath(path))
    mode = OWNER_ONLY
    try:
        if target.is_file():
            target.open("ab").close()  # a read-only file could be replaced, yet somebody wanted it kept
            mode = target.stat().st_mode
        replace_file(target, content, mode)
    except OSError as error:
        raise explained(target, error) from error


def explained(target: Path, error: OSError) -> OutboxError:
    """What ``error`` says of ``target``, in plain words."""
    unchanged = "Your text is still here, and nothing on the disk was changed."
    if error.errno in _NO_ROOM:
        return OutboxError(
            f"There is no room on the disk to save “{target.name}”.",
            f"Free some space or save it somewhere else. {unchanged}",
        )
    if error.errno in _NOT_ALLOWED:
        return OutboxError(
            f"“{target.name}” may not be written in the folder “{target.parent}”.",
            f"Choose another folder. {unchanged}",
        )
    if error.errno in _NO_FOLDER:
        return OutboxError(
            f"There is no folder “{target.parent}” to save “{target.name}” in.",
            f"Choose a folder that exists. {unchanged}",
        )
    if error.errno in _IS_FOLDER:
        return OutboxError(f"“{target}” is a folder.", f"Choose another file name. {unchanged}")
    return OutboxError(
        f"“{target.name}” could not be saved: {error.strerror}.",
        f"Try again, or save it somewhere else. {unchanged}",
    )
