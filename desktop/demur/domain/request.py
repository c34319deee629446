"""A request on the user's desk: what came, what was chosen, how far the reply has got."""

import datetime as dt

from pydantic import Field

from .advice import MoveId
from .draft import Draft
from .frozen import Frozen
from .message import Message
from .reading import SignalId
from .template import Slot


class Request(Frozen):
    """Everything needed to go on with a request where it was left, after a kill too.

    ``id`` is 0 until the request is stored. ``move`` is what the user chose, None while they follow
    ``advised``; ``sent`` is when the reply left, by whichever way. ``dismissed`` flags were marked
    "not so here".
    """

    id: int = 0
    opened: dt.datetime
    message: Message
    advised: MoveId
    move: MoveId | None = None
    slots: dict[Slot, str] = Field(default_factory=dict)
    voice: str = ""
    draft: Draft | None = None
    dismissed: tuple[SignalId, ...] = ()
    sent: dt.datetime | None = None


class RequestSummary(Frozen):
    """One line of the list of recent requests."""

    id: int
    opened: dt.datetime
    sender: str
    subject: str
    move: MoveId
    sent: bool
