"""The window: the only package that knows Qt.

``run`` opens it; ``MainWindow`` is what tests drive. ``view`` holds what stands in it, ``control`` what
happens; neither knows the other, and ``window`` joins them.
"""

from .start import run
from .window import MainWindow

__all__ = ["MainWindow", "run"]
