"""Contacts read from a file: a table, or the cards of an address book."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from .cards import read_cards
from .errors import StorageError, file_errors
from .records import Contact

COLUMNS = ("name", "addresses", "met", "trusted", "fields")
_SAID = {"yes": True, "true": True, "1": True, "x": True, "no": False, "false": False, "0": False, "": None}


def read_contacts(path: Path) -> tuple[Contact, ...]:
    """The contacts in the ``.vcf`` or ``.csv`` file at ``path``.

    A table has the columns ``name, addresses, met, trusted, fields``, in any order, all but the first
    optional; of several addresses or fields each is followed by a semicolon. Cards without a name are left
    out. Raises ``StorageError`` naming file and line.
    """
    with file_errors(path):
        text = path.read_text(encoding="utf-8-sig")
    read = {".csv": _rows, ".vcf": read_cards}.get(path.suffix.lower())
    if read is None:
        raise StorageError(f"{path.name} is neither a .vcf nor a .csv file.", "Export the contacts as one.")
    return tuple(read(text, path.name))


def _rows(text: str, name: str) -> Iterator[Contact]:
    table = csv.DictReader(io.StringIO(text), restval="", strict=True)
    try:
        table.fieldnames = [column.strip().casefold() for column in table.fieldnames or ()]
        unknown = [column for column in table.fieldnames if column not in COLUMNS]
        if unknown or "name" not in table.fieldnames:
            what = f"there is a column {unknown[0]!r}" if unknown else "there is no column 'name'"
            raise _wrong(
                name, 1, what, f"The first line names columns, a comma between: {', '.join(COLUMNS)}."
            )
        for row in table:
            yield _contact(row, name, table.line_num)
    except csv.Error as error:
        raise _wrong(name, table.reader.line_num, str(error), "Save the table as CSV again.") from error


def _contact(row: dict[str, str], name: str, line: int) -> Contact:
    if None in row:
        raise _wrong(name, line, "there are more cells than columns", "Put commas in quotation marks.")
    cells = {column: cell.strip() for column, cell in row.items()}
    addresses = _parts(cells.get("addresses", ""))
    if not cells["name"]:
        raise _wrong(name, line, "the name is missing", "Give everybody a name.")
    if wrong := [address for address in addresses if "@" not in address]:
        raise _wrong(name, line, f"{wrong[0]!r} is no address", "Write it as name@example.org.")
    trusted = cells.get("trusted", "").casefold()
    if trusted not in _SAID:
        raise _wrong(name, line, f"{trusted!r} in the column 'trusted'", "Write yes or no, or nothing.")
    return Contact(
        line=line,
        name=cells["name"],
        addresses=addresses,
        met=cells.get("met", ""),
        trusted=_SAID[trusted],
        fields=_parts(cells.get("fields", "")),
    )


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _wrong(name: str, line: int, what: str, hint: str) -> StorageError:
    return StorageError(f"{name}, line {line}: {what}. Nothing was imported.", hint)
