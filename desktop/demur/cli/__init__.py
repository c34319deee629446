"""The terminal's face: ``check``, ``draft``, ``guard`` and ``doctor``."""

from .arguments import COMMANDS
from .terminal import has_display, run, run_without_display

__all__ = ["COMMANDS", "has_display", "run", "run_without_display"]
