"""Requests and what was decided on them, as rows."""

import datetime as dt
import sqlite3
from collections.abc import Iterable

from pydantic import ValidationError

from demur.domain.advice import MoveId
from demur.domain.request import Request, RequestSummary

from .errors import StorageError
from .people import address_key, name_key
from .records import Person, PromiseState

ACCEPTING = (MoveId.ACCEPT, MoveId.ACCEPT_PRACTICE)

_SUMMARY = "SELECT id, opened, sender, subject, requests.move, sent FROM requests"

_KEEP = """INSERT INTO requests (id, opened, sender, subject, move, sent, state)
    VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET opened = excluded.opened, sender = excluded.sender,
    subject = excluded.subject, move = excluded.move, sent = excluded.sent, state = excluded.state"""

# Deciding the same again, as each further copy of the reply does, leaves day and state alone.
_DECIDE = """INSERT INTO decisions (request, move, day, state) VALUES (?, ?, ?, ?)
    ON CONFLICT (request) DO UPDATE SET move = excluded.move, day = excluded.day, state = excluded.state
    WHERE move <> excluded.move"""


def keep(connection: sqlite3.Connection, request: Request) -> Request:
    """Insert ``request`` when its id is 0, else put it in the place of the one with its id."""
    sender = request.message.sender
    row = (
        request.id or None,
        request.opened.isoformat(),
        sender.name or sender.address,
        request.message.subject,
        request.move or request.advised,
        request.sent is not None,
        request.model_dump_json(exclude={"id"}),
    )
    stored = connection.execute(_KEEP, row).lastrowid
    return request if request.id else request.model_copy(update={"id": stored})


def recent(connection: sqlite3.Connection, limit: int) -> tuple[RequestSummary, ...]:
    """The last ``limit`` requests, newest first; reads the columns only, so no drafts are loaded."""
    return _summaries(connection.execute(f"{_SUMMARY} ORDER BY id DESC LIMIT ?", (limit,)))


def accepted(connection: sqlite3.Connection) -> tuple[RequestSummary, ...]:
    """The requests that were accepted and neither honoured nor broken since, oldest first."""
    still = "JOIN decisions ON request = id WHERE decisions.state = ? AND decisions.move IN (?, ?)"
    return _summaries(
        connection.execute(f"{_SUMMARY} {still} ORDER BY id", (PromiseState.OPEN, *ACCEPTING))
    )


def _summaries(rows: Iterable[tuple[int, str, str, str, str, int]]) -> tuple[RequestSummary, ...]:
    return tuple(
        RequestSummary(
            id=number,
            opened=dt.datetime.fromisoformat(opened),
            sender=sender,
            subject=subject,
            move=MoveId(move),
            sent=bool(sent),
        )
        for number, opened, sender, subject, move, sent in rows
    )


def load(connection: sqlite3.Connection, number: int) -> Request:
    """The request as it was kept last."""
    row = connection.execute("SELECT state FROM requests WHERE id = ?", (number,)).fetchone()
    if row is None:
        raise _gone(number)
    try:
        return Request.model_validate_json(row[0]).model_copy(update={"id": number})
    except ValidationError as error:
        raise StorageError(
            f"Request {number} was kept in a form that this Demur cannot read.",
            "Update Demur.",
        ) from error


def forget(connection: sqlite3.Connection, number: int) -> None:
    """Remove the request and its decision; nothing happens when it is gone already."""
    connection.execute("DELETE FROM requests WHERE id = ?", (number,))


def forget_sender(connection: sqlite3.Connection, person: Person, alone: bool) -> None:
    """Remove what came from an address of ``person``, or under their name when they ``alone`` bear it."""
    rows = connection.execute(
        """SELECT id, json_extract(state, '$.message.sender.name'),
        json_extract(state, '$.message.sender.address') FROM requests"""
    ).fetchall()
    for number, name, address in rows:
        by_name = alone and name_key(name) == name_key(person.name)
        if address_key(address) in person.addresses or by_name:
            forget(connection, number)


def decide(connection: sqlite3.Connection, number: int, move: MoveId, day: dt.date) -> None:
    """Record the decision, in the place of an earlier one."""
    if not connection.execute("SELECT 1 FROM requests WHERE id = ?", (number,)).fetchone():
        raise _gone(number)
    connection.execute(_DECIDE, (number, move, day.isoformat(), PromiseState.OPEN))


def settle(connection: sqlite3.Connection, number: int, state: PromiseState) -> None:
    """Record what became of what was decided."""
    if not connection.execute("UPDATE decisions SET state = ? WHERE request = ?", (state, number)).rowcount:
        raise StorageError(f"Nothing has been decided on request {number}.", "Decide on it first.")


def _gone(number: int) -> StorageError:
    return StorageError(f"Request {number} is not in the ledger.", "It was forgotten; choose another.")
