"""What a command is given: files, and standard input for ``-``."""

import io
import sys
from pathlib import Path
from typing import BinaryIO

from demur.domain.errors import DemurError


def standard_input() -> BinaryIO:
    """What comes through the pipe; nothing where there is none."""
    return sys.stdin.buffer if sys.stdin else io.BytesIO()


def text_of(path: str) -> str:
    """The text in the file ``path``, without a byte order mark; raises ``DemurError`` where it is none."""
    try:
        content = standard_input().read() if path == "-" else Path(path).read_bytes()
        return content.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise DemurError(f"{path} cannot be read: {reason}.", "Give plain text in UTF-8.") from error
