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


class DraftBeat(Frozen):
    """One beat of a draft: the template's words, the current ones, their origin and their checks.

    ``refused`` holds the rewrite that the guard turned down, when there was one, and ``refusals`` the
    checks that it failed.
    """

    role: Role
    template: str
    text: str
    origin: Origin
    checks: tuple[Check, ...] = ()
    refused: str = ""
    refusals: tuple[Check, ...] = ()


class Draft(Frozen):
    """A reply; ``text`` is exactly what a person would send: the beats put together as a letter."""

    move: MoveId
    text: str
    beats: tuple[DraftBeat, ...]
