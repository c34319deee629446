"""How a person writes: measured from samples or loaded, carried into a beat by rule, put into words.

``split_letters`` takes pasted messages apart, ``measure`` and ``load_voice`` give a ``Voice``, and
``learn`` one from many messages, with samples that ``Discretion`` lets it keep; ``carry`` writes a beat as
that person would (``contract`` and ``expand`` change contractions alone); ``describe`` says it to the user,
``style_line`` to the model, which ``without_links`` spares the addresses. ``distance`` tells how far a text
is from a voice, ``habits`` what comes too often in it.
"""

from .carrying import carry
from .closeness import distance
from .contractions import contract, expand
from .describing import describe, style_line
from .discretion import Discretion
from .habits import Habit, Habits, Kind, calm, habits, habits_of, plain
from .learning import Learned, Sent, learn
from .letters import split_letters
from .loading import load_voice
from .masking import without_links
from .measuring import measure

__all__ = [
    "Discretion",
    "Habit",
    "Habits",
    "Kind",
    "Learned",
    "Sent",
    "calm",
    "carry",
    "contract",
    "describe",
    "distance",
    "expand",
    "habits",
    "habits_of",
    "learn",
    "load_voice",
    "measure",
    "plain",
    "split_letters",
    "style_line",
    "without_links",
]
