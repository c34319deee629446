"""What a message does to its reader, and what speaks in it for and against: patterns kept as data.

``Rulebook.load(packs)`` compiles the files of ``packs/`` (see its README for the notation);
``Rulebook.read(message, profile, facts, today)`` answers a ``Reading``. Same input, same bytes out.
What a text is about is told by ``about``; who keeps many phrases finds those in question by how they open.
"""

from .pack import ActRule, Example, SignalRule
from .rulebook import Rulebook
from .topics import about, opening_of, openings_of, words_of

__all__ = [
    "ActRule",
    "Example",
    "Rulebook",
    "SignalRule",
    "about",
    "opening_of",
    "openings_of",
    "words_of",
]
