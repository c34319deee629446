"""A reply as the articles word it, before it is carried into a voice."""

from enum import StrEnum

from pydantic import Field

from .advice import MoveId
from .frozen import Frozen
from .reading import Source


class Role(StrEnum):
    """What a beat does in the letter."""

    GREET = "greet"
    THANK = "thank"
    DECLINE = "decline"
    ACCEPT = "accept"
    REASON = "reason"
    OFFER = "offer"
    QUESTION = "question"
    FUTURE = "future"
    STATEMENT = "statement"
    CLOSE = "close"
    SIGN = "sign"


class Slot(StrEnum):
    """What a template leaves open; ``name`` is the sender's, ``me`` the user's, ``person`` a third."""

    NAME = "name"
    ME = "me"
    TOPIC = "topic"
    DATE = "date"
    RESOURCE = "resource"
    ORGANISATION = "organisation"
    PERSON = "person"
    MEETING = "meeting"


class Beat(Frozen):
    """One step of a reply: its words may hold ``$slots``.

    ``required`` slots must be filled; a beat with another slot left empty is dropped, or says ``without``
    in its place. ``paraphrases`` say exactly the same in other words.
    """

    role: Role
    text: str
    without: str = ""
    required: tuple[Slot, ...] = ()
    paraphrases: tuple[str, ...] = ()


class Template(Frozen):
    """The reply of one move, beat by beat.

    ``questions`` ask for a slot in the words of this reply, where the general question would be vague.
    """

    move: MoveId
    language: str = "en"
    questions: dict[Slot, str] = Field(default_factory=dict)
    sources: tuple[Source, ...]
    beats: tuple[Beat, ...]


class FilledBeat(Frozen):
    """A beat with its slots filled, ready to be carried into a voice.

    ``facts`` are the values that were put in, word for word; ``alternatives`` are the beat's paraphrases,
    filled likewise.
    """

    role: Role
    text: str
    language: str = "en"
    facts: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
