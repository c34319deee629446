"""The composition root: the one place where adapters meet use cases."""

from .asked_slot import AskedSlot
from .health import Finding, examine
from .knowledge import check_pack
from .learning import Lesson
from .memory import Memory
from .sentences import Sentences
from .services import Services
from .voices import Voices
from .writing_model import WritingModel

__all__ = [
    "AskedSlot",
    "Finding",
    "Lesson",
    "Memory",
    "Sentences",
    "Services",
    "Voices",
    "WritingModel",
    "check_pack",
    "examine",
]
