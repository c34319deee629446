"""Replies as the articles word them: which beats a move takes, and what fills them in.

``TemplateSet`` holds a reply for every move that writes one, ``fill`` puts slot values in, ``known_slots``
finds those that message and profile tell, ``SLOT_QUESTIONS`` asks for the others.
"""

from .errors import MissingSlotError, NoReplyError, SlotValueError
from .filling import SLOT_QUESTIONS, fill
from .known import known_slots
from .template_set import TemplateSet

__all__ = [
    "SLOT_QUESTIONS",
    "MissingSlotError",
    "NoReplyError",
    "SlotValueError",
    "TemplateSet",
    "fill",
    "known_slots",
]
