"""How a person writes: measured from samples or loaded, carried into a beat by rule, put into words.

``split_letters`` takes pasted messages apart, ``measure`` and ``load_voice`` give a ``Voice``; ``carry``
writes a beat as that person would (``contract`` and ``expand`` change contractions alone); ``describe``
says it to the user, ``style_line`` to the model, which ``without_links`` spares the addresses.
"""

from .carrying import carry
from .contractions import contract, expand
from .describing import describe, style_line
from .letters import split_letters
from .loading import load_voice
from .masking import without_links
from .measuring import measure

__all__ = [
    "carry",
    "contract",
    "describe",
    "expand",
    "load_voice",
    "measure",
    "split_letters",
    "style_line",
    "without_links",
]
