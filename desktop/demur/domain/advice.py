"""What to do with a request."""

from enum import StrEnum

from .frozen import Frozen
from .reading import SignalId, Source


class MoveId(StrEnum):
    """Stable: scripts, the ledger and saved work use them."""

    ACCEPT = "accept"
    ACCEPT_PRACTICE = "accept-practice"
    ASK_DETAILS = "ask-details"
    DECLINE_HELP = "decline-help"
    DECLINE = "decline"
    DECLINE_HONEST = "decline-honest"
    DECLINE_BREAK = "decline-break"
    DECLINE_CRUNCH = "decline-crunch"
    REFER = "refer"
    CANNOT_HELP = "cannot-help"
    NO_REPLY = "no-reply"
    ASK_INTRODUCTION = "ask-introduction"
    MAKE_INTRODUCTION = "make-introduction"
    RECONNECT = "reconnect"
    CHECK_IN = "check-in"
    THANK_YOU = "thank-you"


class SecondThought(Frozen):
    """One thing to weigh before following the advice, with the sentence that it rests on."""

    thought: str
    signal: SignalId | None = None
    source: Source


class Advice(Frozen):
    """The move that the decision table chose, the next that it would choose, and the signals that decided.

    ``second_look`` stands beside the move: the counter-signals and article 001 beside a no, the red
    flags beside a yes.
    """

    move: MoveId
    runner_up: MoveId
    because: tuple[SignalId, ...]
    second_look: tuple[SecondThought, ...] = ()
