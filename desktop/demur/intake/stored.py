"""The files in a folder or an archive, one after the other, none unpacked to the disk."""

import io
import lzma
import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path, PurePath
from typing import IO, NamedTuple

from .errors import IntakeError
from .limits import MAX_FOLDER_DEPTH, MAX_LIST_BYTES, MAX_RATIO, MAX_UNPACKED_BYTES

# At the end of an archive: its mark, and where the size of the list of contents stands behind it.
_END, _END_BYTES, _LONGEST_COMMENT = b"PK\x05\x06", 22, 65_535
_SIZE_OF_LIST = slice(12, 16)
# So few bytes are small however far they unfold.
_SMALL = 10_000

BROKEN = (
    OSError, EOFError, RuntimeError, UnicodeDecodeError, zipfile.BadZipFile, zlib.error, lzma.LZMAError,
    struct.error,
)  # fmt: skip
"""What reading a damaged, locked or vanished file may raise."""


class Stored(NamedTuple):
    """A file that can be opened, and read from its beginning; ``place`` names it to the user."""

    place: str
    suffix: str
    open: Callable[[], IO[bytes]]


def stored_in(path: Path) -> Iterator[Stored]:
    """The file at ``path``, or those below the folder, in order of their names; links are not followed."""
    if not path.is_dir():
        yield _file(path, path.name)
        return
    for folder, below, names in os.walk(path):
        at = Path(folder)
        below[:] = sorted(below) if len(at.relative_to(path).parts) < MAX_FOLDER_DEPTH else []
        for file in map(at.joinpath, sorted(names)):
            if _is_plain(file):
                yield _file(file, str(file.relative_to(path)))


def _is_plain(file: Path) -> bool:
    """Whether there is something to read that has an end: a pipe has none."""
    with suppress(OSError):
        return stat.S_ISREG(file.lstat().st_mode)
    return False


def _file(path: Path, place: str) -> Stored:
    return Stored(place, path.suffix.lower(), lambda: path.open("rb"))


def unpacked(place: str, stream: IO[bytes]) -> Iterator[Stored]:
    """The files in the zip archive in ``stream``; raises ``IntakeError`` when they are too much."""
    _refuse_long_list(stream)
    with zipfile.ZipFile(stream) as archive:
        members = [member for member in archive.infolist() if not member.filename.endswith("/")]
        if sum(member.file_size for member in members) > MAX_UNPACKED_BYTES:
            raise _bomb()
        for member in members:
            if member.file_size > MAX_RATIO * max(member.compress_size, _SMALL):
                raise _bomb()
            # The name tells the user which file it was, and serves for nothing else.
            suffix = PurePath(member.filename).suffix.lower()
            yield Stored(f"{place}/{_printable(member.filename)}", suffix, partial(archive.open, member))


def _refuse_long_list(stream: IO[bytes]) -> None:
    """Before the list of contents is read: all of it comes into memory."""
    size = stream.seek(0, io.SEEK_END)
    tail_at = stream.seek(max(0, size - _END_BYTES - _LONGEST_COMMENT))
    tail = stream.read(size - tail_at)
    end = tail[tail.rfind(_END) :] if _END in tail else b""
    if int.from_bytes(end[_SIZE_OF_LIST], "little") > MAX_LIST_BYTES:
        raise _bomb()


def _bomb() -> IntakeError:
    return IntakeError(
        "This archive holds more than Demur unpacks.", "Unpack it, and give the files with messages."
    )


def _printable(name: str) -> str:
    return "".join(letter if letter.isprintable() else "�" for letter in name)
