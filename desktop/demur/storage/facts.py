"""The ledger reduced to what the rules ask of it."""

import datetime as dt
import json
import sqlite3
from collections.abc import Collection, Iterator, Sequence

from demur.domain.ledger import Expert, LedgerFacts, PersonFacts
from demur.rules import about, openings_of

from .people import name_key
from .records import Outcome, PromiseState
from .requests import ACCEPTING

# So many are enough to choose from; where thousands know a field, to bring them into an order takes long.
_MOST_EXPERTS = 5

# From field to field through the index, however many people know each of them.
_FIELDS = """WITH RECURSIVE known (opening, field) AS (
        SELECT value, (SELECT min(field) FROM fields WHERE opening = value) FROM json_each(?)
        UNION ALL
        SELECT opening,
            (SELECT min(field) FROM fields WHERE opening = known.opening AND field > known.field)
        FROM known WHERE field IS NOT NULL
    )
    SELECT field FROM known WHERE field IS NOT NULL"""

# The other way round, all who know a field would be looked at where nobody trusted knows it.
_TRUSTED_KNOWING = """SELECT id FROM people WHERE trusted AND EXISTS (
        SELECT 1 FROM fields WHERE person = people.id AND field IN (SELECT value FROM json_each(?))
    ) ORDER BY name, id"""


def facts(
    connection: sqlite3.Connection,
    person: int | None,
    today: dt.date,
    trusted: Collection[str],
    words: frozenset[str],
) -> LedgerFacts:
    """What is known on ``today`` when ``person`` writes ``words``; ``trusted`` are the profile's."""
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
        experts=_experts(connection, person, words),
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
    hurt = connection.execute(
        "SELECT day, note, told_by FROM interactions WHERE person = ? AND outcome = ? ORDER BY day, id",
        (person, Outcome.BAD),
    )
    bad = [row for row in hurt if not row[2] or _is_among(row[2], trusted)]
    notes = connection.execute("SELECT text, source FROM notes WHERE person = ? ORDER BY id", (person,))
    return PersonFacts(
        name=name,
        met=met,
        good=_count(
            connection,
            "SELECT count(*) FROM interactions WHERE person = ? AND outcome = ? AND told_by = ''",
            (person, Outcome.GOOD),
        ),
        bad=len(bad),
        promises_kept=promises.count(PromiseState.KEPT),
        promises_broken=promises.count(PromiseState.BROKEN),
        bad_notes=tuple(_told(f"{day}: {note}", told_by) for day, note, told_by in bad if note),
        reputation_notes=tuple(_told(text, source) for text, source in notes),
    )


def _is_among(name: str, names: tuple[str, ...]) -> bool:
    return any(name_key(one) == name_key(name) for one in names)


def _told(text: str, source: str) -> str:
    return f"{text} ({source})" if source else text


def _experts(
    connection: sqlite3.Connection, sender: int | None, words: frozenset[str]
) -> tuple[Expert, ...]:
    """A few who know a field that ``words`` are about, the trusted first; nobody refers to themself."""
    openings = json.dumps(sorted(openings_of(words)))
    found = connection.execute(_FIELDS, (openings,))
    experts: dict[int, Expert] = {}
    for person in _knowing(connection, sorted(about(words, [field for (field,) in found]))):
        if person != sender:
            experts[person] = _expert(connection, person)
        if len(experts) == _MOST_EXPERTS:
            break
    return tuple(experts.values())


def _knowing(connection: sqlite3.Connection, fields: Sequence[str]) -> Iterator[int]:
    """Everybody who knows one of ``fields``, somebody who knows two of them twice."""
    known = connection.execute(_TRUSTED_KNOWING, (json.dumps(fields),))
    yield from (person for (person,) in known)
    for field in fields:
        known = connection.execute("SELECT person FROM fields WHERE field = ? ORDER BY person", (field,))
        yield from (person for (person,) in known)


def _expert(connection: sqlite3.Connection, person: int) -> Expert:
    (name,) = connection.execute("SELECT name FROM people WHERE id = ?", (person,)).fetchone()
    known = connection.execute("SELECT field FROM fields WHERE person = ? ORDER BY field", (person,))
    return Expert(name=name, fields=tuple(field for (field,) in known))


def _count(connection: sqlite3.Connection, statement: str, values: tuple[object, ...]) -> int:
    return int(connection.execute(statement, values).fetchone()[0])
