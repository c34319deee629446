"""What the user puts on record about people."""

import datetime as dt
from enum import StrEnum

from demur.domain.frozen import Frozen


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
    """What the user owes a person, and by when."""

    about: str
    due: dt.date
