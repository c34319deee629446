"""The composition root: the one place where adapters meet use cases."""

from .health import Finding, examine
from .services import AskedSlot, Services

__all__ = ["AskedSlot", "Finding", "Services", "examine"]
