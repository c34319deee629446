"""The composition root: the one place where adapters meet use cases."""

from .asked_slot import AskedSlot
from .health import Finding, examine
from .knowledge import check_pack
from .memory import Memory
from .sentences import Sentences
from .services import Services
from .writing_model import WritingModel

__all__ = [
    "AskedSlot",
    "Finding",
    "Memory",
    "Sentences",
    "Services",
    "WritingModel",
    "check_pack",
    "examine",
]
