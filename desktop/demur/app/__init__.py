"""The composition root: the one place where adapters meet use cases."""

from .health import Finding, examine
from .memory import Memory
from .services import AskedSlot, Services

__all__ = ["AskedSlot", "Finding", "Memory", "Services", "examine"]
