"""People and what is on record about them, as rows."""

import datetime as dt
import sqlite3
import unicodedata

from demur.domain.message import Sender

from .errors import StorageError
from .records import FollowUp, Interaction, Note, Person, Promise, PromiseState


def add(connection: sqlite3.Connection, person: Person) -> Person:
    """Insert ``person`` with addresses and fields; an address that another one has is refused."""
    number = connection.execute(
        "INSERT INTO people (name, name_key, met, trusted) VALUES (?, ?, ?, ?)",
        (person.name, _name_key(person.name), person.met, person.trusted),
    ).lastrowid
    for address in person.addresses:
        if _with_address(connection, address) not in (None, number):
            raise StorageError(
                f"{address} belongs to somebody else in the ledger.", "An address leads to one person only."
            )
        row = (_address_key(address), number)
        connection.execute("INSERT OR IGNORE INTO addresses (address, person) VALUES (?, ?)", row)
    for field in person.fields:
        connection.execute(
            "INSERT OR IGNORE INTO fields (person, field, opening) VALUES (?, ?, opening_of(?))",
            (number, field, field),
        )
    return person.model_copy(update={"id": number})


def match(connection: sqlite3.Connection, sender: Sender) -> int | None:
    """Who ``sender`` is: by address, else by full name; None when nobody, or more than one, bears the name.

    A single word is no full name: the Anna of a message is not the Anna of the ledger.
    """
    if sender.address and (known := _with_address(connection, sender.address)) is not None:
        return known
    key = _name_key(sender.name)
    if " " not in key:
        return None
    found = connection.execute("SELECT id FROM people WHERE name_key = ? LIMIT 2", (key,)).fetchall()
    return int(found[0][0]) if len(found) == 1 else None


def record_promise(connection: sqlite3.Connection, person: int, promise: Promise) -> int:
    """Insert ``promise``; gives its number, by which it is settled."""
    row = (person, promise.what, promise.day.isoformat(), promise.state)
    return _insert(connection, "INSERT INTO promises (person, what, day, state) VALUES (?, ?, ?, ?)", row)


def settle_promise(connection: sqlite3.Connection, promise: int, state: PromiseState) -> None:
    """Record what became of a promise."""
    _update(connection, "UPDATE promises SET state = ? WHERE id = ?", (state, promise))


def record_interaction(connection: sqlite3.Connection, person: int, interaction: Interaction) -> None:
    """Insert ``interaction``."""
    told = interaction
    _insert(
        connection,
        "INSERT INTO interactions (person, day, outcome, note, told_by) VALUES (?, ?, ?, ?, ?)",
        (person, told.day.isoformat(), told.outcome, told.note, told.told_by),
    )


def record_note(connection: sqlite3.Connection, person: int, note: Note) -> None:
    """Insert ``note``."""
    _insert(
        connection,
        "INSERT INTO notes (person, text, source) VALUES (?, ?, ?)",
        (person, note.text, note.source),
    )


def add_follow_up(connection: sqlite3.Connection, person: int, follow_up: FollowUp) -> int:
    """Insert ``follow_up``; gives its number, by which it is finished."""
    row = (person, follow_up.about, follow_up.due.isoformat())
    return _insert(connection, "INSERT INTO follow_ups (person, about, due) VALUES (?, ?, ?)", row)


def finish_follow_up(connection: sqlite3.Connection, follow_up: int, day: dt.date) -> None:
    """Record that a follow-up was done on ``day``."""
    _update(connection, "UPDATE follow_ups SET done = ? WHERE id = ?", (day.isoformat(), follow_up))


def _insert(connection: sqlite3.Connection, statement: str, row: tuple[object, ...]) -> int:
    """Run ``statement`` for a row that starts with a person's number; gives the row's own."""
    if not connection.execute("SELECT 1 FROM people WHERE id = ?", (row[0],)).fetchone():
        raise StorageError(f"Person {row[0]} is not in the ledger.", "Add them first.")
    return int(connection.execute(statement, row).lastrowid or 0)


def _update(connection: sqlite3.Connection, statement: str, row: tuple[object, ...]) -> None:
    if not connection.execute(statement, row).rowcount:
        raise StorageError(f"Entry {row[-1]} is not in the ledger.", "Look at the person's entries again.")


def _with_address(connection: sqlite3.Connection, address: str) -> int | None:
    key = (_address_key(address),)
    row = connection.execute("SELECT person FROM addresses WHERE address = ?", key).fetchone()
    return None if row is None else int(row[0])


def _address_key(address: str) -> str:
    return address.strip().casefold()


def _name_key(name: str) -> str:
    """One spelling for the ways in which a name may be typed; accents tell names apart and stay."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
