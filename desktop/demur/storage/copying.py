"""The whole ledger as one value, to be exported."""

import datetime as dt
import sqlite3
from collections import defaultdict
from collections.abc import Callable
from typing import TypeVar

from . import people, requests
from .records import Decision, FollowUp, Interaction, LedgerCopy, Note, PersonRecord, Promise

Entry = TypeVar("Entry", Promise, Interaction, Note, FollowUp)


def copy(connection: sqlite3.Connection) -> LedgerCopy:
    """Everything in the ledger."""
    promises = _entries(connection, "promises", "what, day, state", Promise)
    interactions = _entries(connection, "interactions", "day, outcome, note, told_by", Interaction)
    notes = _entries(connection, "notes", "text, source", Note)
    follow_ups = _entries(connection, "follow_ups", "about, due, done", FollowUp)
    everybody = [number for (number,) in connection.execute("SELECT id FROM people ORDER BY id")]
    decisions = connection.execute("SELECT request, move, day, state FROM decisions ORDER BY request")
    kept = [number for (number,) in connection.execute("SELECT id FROM requests ORDER BY id")]
    return LedgerCopy(
        people=tuple(
            PersonRecord(
                **dict(people.load(connection, number)),
                promises=tuple(promises[number]),
                interactions=tuple(interactions[number]),
                notes=tuple(notes[number]),
                follow_ups=tuple(follow_ups[number]),
            )
            for number in everybody
        ),
        requests=tuple(requests.load(connection, number) for number in kept),
        decisions=tuple(
            Decision(request=request, move=move, day=dt.date.fromisoformat(day), state=state)
            for request, move, day, state in decisions
        ),
    )


def _entries(
    connection: sqlite3.Connection, table: str, columns: str, kind: Callable[..., Entry]
) -> defaultdict[int, list[Entry]]:
    """The rows of ``table`` by person; all names come from this file."""
    names = columns.split(", ")
    found: defaultdict[int, list[Entry]] = defaultdict(list)
    for person, *values in connection.execute(f"SELECT person, {columns} FROM {table} ORDER BY id"):  # noqa: S608
        found[person].append(kind(**dict(zip(names, values, strict=True))))
    return found
