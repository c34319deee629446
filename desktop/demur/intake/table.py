"""Reads LinkedIn's ``messages.csv``: a row a message, both directions."""

import csv
from collections.abc import Iterator
from typing import IO

import re2

from demur.domain.message import Sender

from .entry import Entry, entry_of, unreadable
from .errors import IntakeError, OtherFileError
from .headers import parse_date
from .html import html_to_text
from .letter import Letter
from .tidy import tidy

_FROM, _TO, _TEXT = "FROM", "TO", "CONTENT"
_PAGE, _TO_PAGES = "SENDER PROFILE URL", "RECIPIENT PROFILE URLS"
# As LinkedIn calls whoever has left.
_NAMELESS = "LinkedIn Member"
_BETWEEN_PAGES = re2.compile(r"[,;\s]+")
_CONVERSATION, _SUBJECT, _DATE = "CONVERSATION ID", "SUBJECT", "DATE"
# More than the csv module takes for one field, which it then refuses.
_LONGEST_LINE = 200_000
_MOST_RECIPIENTS = 100


def read_table(place: str, stream: IO[bytes]) -> Iterator[Entry]:
    """The messages in ``stream``; one ``OtherFileError`` where it is another table."""
    lines = iter(lambda: stream.readline(_LONGEST_LINE), b"")
    rows = csv.DictReader(line.decode(errors="replace").removeprefix("\ufeff") for line in lines)
    number = 1
    while True:
        number += 1
        try:
            if not {_FROM, _TO, _TEXT} <= set(rows.fieldnames or ()):
                yield unreadable(place, OtherFileError(place))
                return
            row = next(rows, None)
        except csv.Error:
            yield unreadable(f"{place}, row {number}", _TOO_LONG)
            continue
        if row is None:
            return
        yield _entry(f"{place}, row {number}", {key: value or "" for key, value in row.items() if key})


def _entry(place: str, row: dict[str, str]) -> Entry:
    try:
        content = tidy(row[_TEXT])
        # What LinkedIn's own editor wrote is HTML.
        text = html_to_text(content)[0] if content.lstrip().startswith("<") else content
    except IntakeError as error:
        return unreadable(place, error)
    letter = Letter(
        text=text,
        subject=row.get(_SUBJECT, ""),
        sender=Sender(name=row[_FROM].strip() or _NAMELESS),
        date=parse_date(row.get(_DATE, "").removesuffix(" UTC")),
    )
    names = (name.strip() for name in row[_TO].split(","))
    pages = _BETWEEN_PAGES.split(row.get(_TO_PAGES, ""))
    recipients = [
        *(Sender(name=name) for name in names if name),
        *(Sender(address=page) for page in pages if page),
    ]
    entry = entry_of(place, letter, tuple(recipients[:_MOST_RECIPIENTS]), row.get(_CONVERSATION, ""))
    # In an export the page stands for the person: their name may hold commas, and change.
    return entry._replace(sender=Sender(name=letter.sender.name, address=row.get(_PAGE, "").strip()))


_TOO_LONG = IntakeError("This row is longer than any message.", "Take it out of the table.")
