"""How much is read: far beyond any real request, far below what could hold the window up."""

from .errors import IntakeError

MAX_CHARACTERS = 1_000_000
MAX_FILE_BYTES = 25_000_000


def refuse_too_long(text: str) -> None:
    """Raise ``IntakeError`` when ``text`` is longer than ``MAX_CHARACTERS``."""
    if len(text) > MAX_CHARACTERS:
        raise IntakeError(
            f"This is too long for a message: {len(text):,} characters, of at most {MAX_CHARACTERS:,}.",
            "Paste only the message that you want to answer.",
        )
