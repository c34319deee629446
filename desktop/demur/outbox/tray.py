"""Where a mail program picks a reply up."""

import shutil
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from .save import explained, save_bytes

# A mail program that is only just starting reads the file late.
_SECONDS = 60


class Tray:
    """A folder of the user's own, for files that are taken out of it within a minute; made when needed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, mail: bytes) -> Path:
        """A new file with ``mail``, open to its owner only; raises ``OutboxError`` as saving does."""
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            path = Path(tempfile.mkdtemp(dir=self._folder), "reply.eml")
        except OSError as error:
            raise explained(self._folder / "reply.eml", error) from error
        save_bytes(path, mail)
        return path

    def clear(self) -> None:
        """Delete what was put long enough ago; what is held open stays for the next time."""
        kept_since = time.time() - _SECONDS
        for place in self._folder.glob("*"):
            with suppress(OSError):
                if place.stat().st_mtime < kept_since:
                    shutil.rmtree(place)
