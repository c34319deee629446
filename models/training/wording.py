"""A sentence with ``$slots``, as sources and rewrites write it."""

from string import Template as Text
from typing import Annotated

import re2
from pydantic import AfterValidator, Field

from demur.domain.template import Slot

# Beside those of the templates: a month, an address, a stretch of time, a number above one.
SLOTS = frozenset(Slot) - {Slot.ME} | {"month", "link", "duration", "count"}
LONGEST = 60

_SLOT = re2.compile(r"\$([a-z]+)")
# A rewrite is written into the room that the app gives for an answer.
_ROOM = 8
_ROOM_PER_WORD = 1.5


def slots_in(wording: str) -> list[str]:
    """The slots of ``wording``, in the order of the alphabet, each as often as it stands there."""
    return sorted(_SLOT.findall(wording))


def words_in(wording: str) -> int:
    """How many words ``wording`` has; a slot is one."""
    return len(wording.split())


def fault_of(rewrite: str, source: str) -> str:
    """Why ``rewrite`` cannot stand for ``source``, as far as that can be counted; nothing if it can."""
    if rewrite == source:
        return "says it in the same words"
    if slots_in(rewrite) != slots_in(source):
        return "holds other slots"
    if words_in(rewrite) > _ROOM + _ROOM_PER_WORD * words_in(source):
        return "is too long"
    return ""


def _checked(wording: str) -> str:
    unknown = set(slots_in(wording)) - SLOTS
    if unknown or not Text(wording).is_valid() or "$$" in wording:
        raise ValueError(f"{', '.join(sorted(unknown)) or 'a $ by itself'} is no slot: {wording}")
    if wording != " ".join(wording.split()):
        raise ValueError(f"one line, single blanks: {wording}")
    if words_in(wording) > LONGEST:
        raise ValueError(f"longer than {LONGEST} words: {wording}")
    return wording


Wording = Annotated[str, Field(min_length=1), AfterValidator(_checked)]
