"""Where replies leave for: a mail program, a file, another program by way of the clipboard.

``answer(message, text)`` is the ``Reply``, which each way takes; ``blanks`` finds what it leaves open, and
``still_blank`` says so.
"""

from .blanks import blanks, still_blank
from .eml import as_eml
from .formats import save_reply
from .html import as_html
from .mailto import as_mailto
from .markdown import as_markdown
from .reply import Reply, answer
from .save import OutboxError
from .tray import Tray

__all__ = [
    "OutboxError",
    "Reply",
    "Tray",
    "answer",
    "as_eml",
    "as_html",
    "as_mailto",
    "as_markdown",
    "blanks",
    "save_reply",
    "still_blank",
]
