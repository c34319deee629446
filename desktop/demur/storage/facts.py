"""The ledger reduced to what the rules ask of it."""

import datetime as dt
import sqlite3
from collections.abc import Collection
from itertools import groupby

from demur.domain.advice import MoveId
from demur.domain.ledger import Expert, LedgerFacts, PersonFacts

from .records import Outcome, PromiseState

ACCEPTING = (MoveId.ACCEPT, MoveId.ACCEPT_PRACTICE)


def facts(
    connection: sqlite3.Connection, person: int | None, today: dt.date, trusted: Collection[str]
) -> LedgerFacts:
    """What is known on ``today`` when ``person`` writes; ``trusted`` are the names the profile trusts."""
    own = [name for (name,) in connection.execute("SELECT name FROM people WHERE trusted")]
    names = tuple(sorted({*trusted, *own}))
    month = _accepted_after(connection, today - dt.timedelta(days=30), today)
    return LedgerFacts(
        sender=None if person is None else _about(connection, person, names),
        accepted=len(month),
        kept=month.count(PromiseState.KEPT),
        open_requests=_count(
            connection,
            "SELECT count(*) FROM decisions WHERE state = ? AND move IN (?, ?)",
            (PromiseState.OPEN, *ACCEPTING),
        ),
        this_week=len(_accepted_after(connection, today - dt.timedelta(days=7), today)),
        overdue_follow_ups=_count(
            connection,
            "SELECT count(*) FROM follow_ups WHERE done IS NULL AND due < ?",
            (today.isoformat(),),
        ),
        trusted=names,
        experts=_experts(connection, person),
    )


def _accepted_after(connection: sqlite3.Connection, day: dt.date, today: dt.date) -> list[str]:
    """What became of the requests accepted after ``day`` and up to ``today``."""
    rows = connection.execute(
        "SELECT state FROM decisions WHERE day > ? AND day <= ? AND move IN (?, ?)",
        (day.isoformat(), today.isoformat(), *ACCEPTING),
    )
    return [state for (state,) in rows]


def _about(connection: sqlite3.Connection, person: int, trusted: tuple[str, ...]) -> PersonFacts:
    """The user's own exchanges count for good and bad, those that a trusted person told of for bad only."""
    name, met = connection.execute("SELECT name, met FROM people WHERE id = ?", (person,)).fetchone()
    promised = connection.execute("SELECT state FROM promises WHERE person = ?", (person,))
    promises = [state for (state,) in promised]
    exchanges = connection.execute(
        "SELECT day, outcome, note, told_by FROM interactions WHERE person = ? ORDER BY day, id", (person,)
    ).fetchall()
    bad = [row for row in exchanges if row[1] == Outcome.BAD and (not row[3] or row[3] in trusted)]
    notes = connection.execute("SELECT text, source FROM notes WHERE person = ? ORDER BY id", (person,))
    return PersonFacts(
        name=name,
        met=met,
        good=sum(outcome == Outcome.GOOD and not told_by for _, outcome, _, told_by in exchanges),
        bad=len(bad),
        promises_kept=promises.count(PromiseState.KEPT),
        promises_broken=promises.count(PromiseState.BROKEN),
        bad_notes=tuple(_told(f"{day}: {note}", told_by) for day, _, note, told_by in bad if note),
        reputation_notes=tuple(_told(text, source) for text, source in notes),
    )


def _told(text: str, source: str) -> str:
    return f"{text} ({source})" if source else text


def _experts(connection: sqlite3.Connection, sender: int | None) -> tuple[Expert, ...]:
    """Everybody but the sender who knows a field: nobody is referred to themself."""
    rows = connection.execute(
        """SELECT id, name, field FROM fields JOIN people ON people.id = fields.person
        WHERE id IS NOT ? ORDER BY name, id, field""",
        (sender,),
    )
    return tuple(
        Expert(name=name, fields=tuple(field for _, _, field in group))
        for (_, name), group in groupby(rows, key=lambda row: (row[0], row[1]))
    )


def _count(connection: sqlite3.Connection, statement: str, values: tuple[object, ...]) -> int:
    return int(connection.execute(statement, values).fetchone()[0])
