"""The terminal's face: ``check``, ``draft``, ``guard``, ``ledger``, ``rules`` and ``doctor``."""

from .arguments import COMMANDS
from .terminal import has_display, run, run_without_display

__all__ = ["COMMANDS", "has_display", "run", "run_without_display"]
