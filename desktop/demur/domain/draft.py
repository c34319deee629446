"""A reply in the making."""

from enum import StrEnum

from .advice import MoveId
from .frozen import Frozen
from .template import Role


class Origin(StrEnum):
    """Where a beat's current words come from."""

    TEMPLATE = "template"
    VOICE = "voice"
    MODEL = "model"
    PERSON = "person"


class Check(Frozen):
    """One thing that the guard looked at; ``detail`` says in plain words what it found, or is empty."""

    id: str
    passed: bool
    detail: str = ""


class Alternative(Frozen):
    """Another wording of a beat: it passed every check when it was proposed, or a person wrote it."""

    text: str
    origin: Origin


class DraftBeat(Frozen):
    """One beat of a draft: the template's words, the current ones, their origin and their checks.

    ``start`` and ``end`` are code points into the draft: ``draft.text[start:end] == text``. ``fallback``
    is the template carried into the voice by rule. ``refused`` holds the rewrite that the guard turned
    down, if it did, and ``refusals`` the checks that it failed. ``alternatives`` are what else may be said,
    what suits the letter best first, what was shown before last.
    """

    role: Role
    template: str
    fallback: str
    text: str
    origin: Origin
    checks: tuple[Check, ...] = ()
    refused: str = ""
    refusals: tuple[Check, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    start: int = 0
    end: int = 0


class Draft(Frozen):
    """A reply; ``text`` is exactly what a person would send, the beats put together as a letter.

    ``notes`` say in plain words what the user should know, such as why the model was not used.
    """

    move: MoveId
    text: str
    beats: tuple[DraftBeat, ...]
    notes: tuple[str, ...] = ()


class Progress(Frozen):
    """How far drafting is: ``beat`` when number ``index`` of ``total`` is done, else the words so far.

    ``draft`` is the whole letter as it stands, where it has changed: what is not rewritten yet stands in it
    as the rules carried it, so that a letter that is stopped is a letter.
    """

    index: int
    total: int
    words: str = ""
    beat: DraftBeat | None = None
    draft: Draft | None = None
