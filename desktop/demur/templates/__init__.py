"""Replies as the articles word them: which beats a move takes, and what fills them in.

``TemplateSet`` holds a reply for every move that writes one, ``fill`` puts slot values in, ``open_slots``
says which it takes, ``known_slots`` finds those that message and profile tell, ``question`` asks for the
others.
"""

from .asking import open_slots, question
from .errors import MissingSlotError, NoReplyError, SlotValueError
from .filling import fill
from .known import known_slots
from .letters import Letters
from .template_set import TemplateSet

__all__ = [
    "Letters",
    "MissingSlotError",
    "NoReplyError",
    "SlotValueError",
    "TemplateSet",
    "fill",
    "known_slots",
    "open_slots",
    "question",
]
