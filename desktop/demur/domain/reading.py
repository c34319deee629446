"""What the rules read off a message: acts, and signals over acts, profile and ledger."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from .frozen import Frozen
from .message import Evidence


class ActType(StrEnum):
    """What a piece of text does to its reader."""

    ASK = "ask"
    OFFER = "offer"
    TIE = "tie"
    PITCH = "pitch"
    MENTION = "mention"
    PRESSURE = "pressure"
    SCHEME = "scheme"
    INVITATION = "invitation"
    NEED = "need"


class Act(Frozen):
    """One thing that the text does, with the words that do it.

    ``kind`` refines the type (an ask to ``meet``, ``refer``, ``hire``, ...), as named in the rule packs.
    ``minutes`` is the time that an ask is bounded to; ``person`` a third one that it names.
    """

    type: ActType
    kind: str
    evidence: Evidence
    topic: str = ""
    minutes: int | None = None
    person: str = ""

    @property
    def name(self) -> str:
        """As the rule packs call it: ``ask:refer``."""
        return f"{self.type}:{self.kind}"


class Side(StrEnum):
    """Whom a signal speaks about: the sender, oneself, the fit of both; or what speaks for a yes."""

    SENDER = "sender"
    SELF = "self"
    FIT = "fit"
    COUNTER = "counter"


class SignalId(StrEnum):
    """Stable: scripts, the ledger and saved work use them."""

    SELLING = "selling"
    INTEGRITY = "integrity"
    TOO_SOON = "too-soon"
    PRESSURE = "pressure"
    MANY_ASKS = "many-asks"
    BAD_HISTORY = "bad-history"
    ONE_SIDED = "one-sided"
    VAGUE = "vague"
    OVERCOMMITTED = "overcommitted"
    BURNT_OUT = "burnt-out"
    CANNOT_ANSWER = "cannot-answer"
    OFF_TARGET = "off-target"
    NO_GOAL = "no-goal"
    ALREADY_COVERED = "already-covered"
    FOLLOW_UP_FIRST = "follow-up-first"
    CRUNCH = "crunch"
    MUTUAL_CONTACT = "mutual-contact"
    KNOWS_ME = "knows-me"
    OFFERS_VALUE = "offers-value"
    CLEAR_ASK = "clear-ask"
    FITS_GOAL = "fits-goal"
    PRACTICE = "practice"
    MAY_SURPRISE = "may-surprise"
    EARLY_DAYS = "early-days"
    GOOD_HISTORY = "good-history"


Article = Literal["000", "001", "002", "003", "004"]
Strength = Annotated[int, Field(ge=1, le=3)]


class Source(Frozen):
    """The sentence of an article that something rests on, word for word."""

    article: Article
    quote: str


class Signal(Frozen):
    """One reason for or against; ``strength`` is 1 weak, 2 clear or 3 decisive.

    ``evidence`` points into the message; a signal that comes from the profile or the ledger names the
    ``entries`` it rests on in its place.
    """

    id: SignalId
    side: Side
    strength: Strength
    why: str
    evidence: tuple[Evidence, ...] = ()
    entries: tuple[str, ...] = ()
    source: Source


class Reading(Frozen):
    """Everything that the rules found; same message, profile, ledger and date: the same reading."""

    acts: tuple[Act, ...]
    signals: tuple[Signal, ...]
