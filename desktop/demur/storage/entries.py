"""What is on record about people, as rows."""

import datetime as dt
import sqlite3

from .errors import StorageError
from .people import nobody
from .records import FollowUp, Interaction, Note, Promise, PromiseState


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
    done = follow_up.done and follow_up.done.isoformat()
    row = (person, follow_up.about, follow_up.due.isoformat(), done)
    return _insert(connection, "INSERT INTO follow_ups (person, about, due, done) VALUES (?, ?, ?, ?)", row)


def finish_follow_up(connection: sqlite3.Connection, follow_up: int, day: dt.date) -> None:
    """Record that a follow-up was done on ``day``."""
    _update(connection, "UPDATE follow_ups SET done = ? WHERE id = ?", (day.isoformat(), follow_up))


def _insert(connection: sqlite3.Connection, statement: str, row: tuple[object, ...]) -> int:
    """Run ``statement`` for a row that starts with a person's number; gives the row's own."""
    if not connection.execute("SELECT 1 FROM people WHERE id = ?", (row[0],)).fetchone():
        raise nobody(int(str(row[0])))
    return int(connection.execute(statement, row).lastrowid or 0)


def _update(connection: sqlite3.Connection, statement: str, row: tuple[object, ...]) -> None:
    if not connection.execute(statement, row).rowcount:
        raise StorageError(f"Entry {row[-1]} is not in the ledger.", "Look at the person's entries again.")
