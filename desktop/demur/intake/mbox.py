"""Reads a mailbox file from a stream: the standard library wants it on the disk, and reads all at once."""

from collections.abc import Iterator
from typing import IO

import re2

from .eml import read_eml, read_people
from .entry import Entry, unreadable
from .errors import IntakeError
from .limits import MAX_FILE_BYTES
from .read import message_of

# A line between two messages: "From alex@a.example Fri Jul  8 12:08:34 2011", in any program's manner.
_SEPARATOR = re2.compile(rb"^From .*\b\d{1,2}:\d\d.*\b\d{4}\s*$")
_BEGINNING = b"From "
_QUOTED = re2.compile(rb"(?m)^>(>*From )")
_LONGEST_LINE = 65_536


def is_mbox(head: bytes) -> bool:
    """Whether a file that begins with ``head`` is a mailbox."""
    return head.startswith(_BEGINNING) and bool(_SEPARATOR.search(head.split(b"\n", 1)[0]))


def read_mbox(place: str, stream: IO[bytes]) -> Iterator[Entry]:
    """The messages of the mailbox in ``stream``; no more than one is in memory at a time."""
    for number, content in enumerate(_messages(stream), start=1):
        yield mail_entry(f"{place}, message {number}", content)


def mail_entry(place: str, content: bytes | None) -> Entry:
    """The entry of a mail; None stands for one too large to be read."""
    if content is None:
        error = IntakeError(
            f"It is larger than {MAX_FILE_BYTES:,} bytes.", "Save it without its attachments."
        )
        return unreadable(place, error)
    sender, recipients = read_people(content)
    return Entry(place, lambda: message_of(read_eml(content)), sender, recipients, place)


def _messages(stream: IO[bytes]) -> Iterator[bytes | None]:
    lines: list[bytes] = []
    size = 0
    begun, blank = False, True
    for line in iter(lambda: stream.readline(_LONGEST_LINE), b""):
        if blank and line.startswith(_BEGINNING) and _SEPARATOR.search(line):
            if begun:
                yield _joined(lines, size)
            lines, size, begun = [], 0, True
        else:
            size += len(line)
            if size <= MAX_FILE_BYTES:
                lines.append(line)
        blank = not line.strip()
    if begun or size:
        yield _joined(lines, size)


def _joined(lines: list[bytes], size: int) -> bytes | None:
    return bytes(_QUOTED.sub(rb"\1", b"".join(lines))) if size <= MAX_FILE_BYTES else None
