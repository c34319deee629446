"""The composition root: the one place where adapters meet use cases."""

from .asked_slot import AskedSlot
from .health import Finding, examine
from .memory import Memory
from .services import Services

__all__ = ["AskedSlot", "Finding", "Memory", "Services", "examine"]
