"""The terminal's face: what may be typed after ``demur``, and what it answers."""

from .arguments import COMMANDS
from .terminal import has_display, run, run_without_display

__all__ = ["COMMANDS", "has_display", "run", "run_without_display"]
