"""Decides whether a model's rewrite of one template sentence may be used."""

from .guard import Guard
from .known import Known
from .pair import GuardContext

__all__ = ["Guard", "GuardContext", "Known"]
