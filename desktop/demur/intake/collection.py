"""Many messages from one path: folders, mailboxes, exports and archives of these, one message at a time."""

import io
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from .entry import Entry, entry_of, unreadable
from .errors import IntakeError, OtherFileError
from .formats import READERS, is_mail
from .limits import MAX_ARCHIVE_DEPTH, MAX_ENTRIES, MAX_FILE_BYTES
from .mbox import is_mbox, mail_entry, read_mbox
from .stored import BROKEN, Stored, stored_in, unpacked
from .table import read_table

_ARCHIVE, _MAILBOX, _TABLE, _MAIL = ".zip", ".mbox", ".csv", ".eml"
_HEAD_BYTES = 4_096


def read_many(path: Path) -> Iterator[Entry]:
    """The messages at ``path``, in the order of the files: of one file, or of all in a folder or archive.

    What cannot be read is an entry too, whose ``read`` raises: ``OtherFileError`` for a file of another
    kind, else ``IntakeError``. Raises ``IntakeError`` when nothing is at ``path``.
    """
    if not (path.is_file() or path.is_dir()):
        raise IntakeError(f"There is no file “{path}”.", "Check the name, or choose the file again.")
    entries = itertools.chain.from_iterable(_entries(file, 0) for file in stored_in(path))
    yield from itertools.islice(entries, MAX_ENTRIES)
    if next(entries, None):
        more = IntakeError(f"Only the first {MAX_ENTRIES:,} messages are read.", "Give a part of them.")
        yield unreadable(path.name, more)


def _entries(file: Stored, depth: int) -> Iterator[Entry]:
    """What ``file`` holds, by its suffix or else by how it begins."""
    try:
        with file.open() as stream:
            yield from _read(file, stream, depth)
    except IntakeError as error:
        yield unreadable(file.place, error)
    except BROKEN as error:
        reason = getattr(error, "strerror", None) or "it is damaged or locked"
        yield unreadable(file.place, IntakeError(f"It cannot be read: {reason}.", "Check the file."))


def _read(file: Stored, stream: IO[bytes], depth: int) -> Iterator[Entry]:
    if file.suffix == _ARCHIVE:
        yield from _archive(file, stream, depth)
    elif file.suffix == _TABLE:
        yield from read_table(file.place, stream)
    elif file.suffix in READERS:
        yield _single(file, stream)
    else:
        head = stream.read(_HEAD_BYTES)
        stream.seek(0)
        if file.suffix == _MAILBOX or is_mbox(head):
            yield from read_mbox(file.place, stream)
        elif is_mail(head):
            yield mail_entry(file.place, _content(stream))
        else:
            yield unreadable(file.place, OtherFileError(file.place))


def _archive(file: Stored, stream: IO[bytes], depth: int) -> Iterator[Entry]:
    if depth == MAX_ARCHIVE_DEPTH:
        raise IntakeError("There are archives within archives.", "Unpack them yourself.")
    # To read an archive is to jump back and forth, which within another archive takes forever.
    whole = stream if depth == 0 else io.BytesIO(_content(stream) or b"")
    for member in unpacked(file.place, whole):
        yield from _entries(member, depth + 1)


def _single(file: Stored, stream: IO[bytes]) -> Entry:
    content = _content(stream)
    if file.suffix == _MAIL or content is None:
        return mail_entry(file.place, content)
    return entry_of(file.place, READERS[file.suffix](content))


def _content(stream: IO[bytes]) -> bytes | None:
    """All of a file, None when that is more than any message."""
    content = stream.read(MAX_FILE_BYTES + 1)
    return content if len(content) <= MAX_FILE_BYTES else None
