"""What the user puts on record about people."""

import datetime as dt
from enum import StrEnum
from typing import Literal

from demur.domain.advice import MoveId
from demur.domain.frozen import Frozen
from demur.domain.request import Request


class Outcome(StrEnum):
    """How an exchange with a person went."""

    GOOD = "good"
    NEUTRAL = "neutral"
    BAD = "bad"


class PromiseState(StrEnum):
    """What became of a promise."""

    OPEN = "open"
    KEPT = "kept"
    BROKEN = "broken"


class Person(Frozen):
    """Somebody in the ledger; ``id`` is 0 until they are stored. ``met`` says how, empty when never."""

    id: int = 0
    name: str
    addresses: tuple[str, ...] = ()
    met: str = ""
    trusted: bool = False
    fields: tuple[str, ...] = ()


class Promise(Frozen):
    """What a person promised the user on ``day``."""

    what: str
    day: dt.date
    state: PromiseState = PromiseState.OPEN


class Interaction(Frozen):
    """One exchange with a person; ``told_by`` names whose it was when it was not the user's own."""

    day: dt.date
    outcome: Outcome
    note: str = ""
    told_by: str = ""


class Note(Frozen):
    """What is said of a person's reputation, and who says so."""

    text: str
    source: str


class FollowUp(Frozen):
    """What the user owes a person, and by when; ``done`` is the day on which they did it."""

    about: str
    due: dt.date
    done: dt.date | None = None


class PersonRecord(Person):
    """Somebody and everything on record about them, the oldest first."""

    promises: tuple[Promise, ...] = ()
    interactions: tuple[Interaction, ...] = ()
    notes: tuple[Note, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()


class Decision(Frozen):
    """What the user decided on the request with the id ``request``, and whether they honoured it."""

    request: int
    move: MoveId
    day: dt.date
    state: PromiseState


class LedgerCopy(Frozen):
    """The whole ledger, as it is exported; ``version`` grows when its form changes."""

    version: Literal[1] = 1
    people: tuple[PersonRecord, ...]
    requests: tuple[Request, ...]
    decisions: tuple[Decision, ...]


class Contact(Frozen):
    """Somebody as an address book tells of them; ``line`` is where in its file.

    What it does not tell is empty, or None for ``trusted``.
    """

    line: int
    name: str
    addresses: tuple[str, ...] = ()
    met: str = ""
    trusted: bool | None = None
    fields: tuple[str, ...] = ()


class Imported(Frozen):
    """What became of contacts; ``unclear`` are those who bear the name of somebody in the ledger.

    Without an address nobody can tell whether they are the same person, so nothing was done about them.
    """

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    unclear: tuple[Contact, ...] = ()
