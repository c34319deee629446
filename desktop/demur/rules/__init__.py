"""What a message does to its reader, and what speaks in it for and against: patterns kept as data.

``Rulebook.load(packs)`` compiles the files of ``packs/`` (see its README for the notation);
``Rulebook.read(message, profile, facts, today)`` answers a ``Reading``. Same input, same bytes out.
Packs of the user's go beside them; ``try_pack`` checks one and runs its examples, ``Rulebook.explain`` says
why a rule holds for a message or not. What a text is about is told by ``about``; who keeps many phrases
finds those in question by how they open.
"""

from .explain_act import ActExplained
from .explain_signal import SignalExplained, WordingExplained
from .pack import ActRule, Example, SignalRule
from .rulebook import Rulebook
from .topics import about, opening_of, openings_of, words_of
from .trying import Tried, try_pack

__all__ = [
    "ActExplained",
    "ActRule",
    "Example",
    "Rulebook",
    "SignalExplained",
    "SignalRule",
    "Tried",
    "WordingExplained",
    "about",
    "opening_of",
    "openings_of",
    "try_pack",
    "words_of",
]
