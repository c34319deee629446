"""The composition root: the one place where adapters meet use cases."""

from .health import Finding, examine
from .people import People
from .services import AskedSlot, Services

__all__ = ["AskedSlot", "Finding", "People", "Services", "examine"]
