"""What a message does to its reader, and what speaks in it for and against: patterns kept as data.

``Rulebook.load(packs)`` compiles the files of ``packs/`` (see its README for the notation);
``Rulebook.read(message, profile, facts, today)`` answers a ``Reading``. Same input, same bytes out.
"""

from .pack import ActRule, Example, SignalRule
from .rulebook import Rulebook

__all__ = ["ActRule", "Example", "Rulebook", "SignalRule"]
