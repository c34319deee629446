"""Reads text: pasted, or from a ``.txt`` or ``.md`` file."""

from .charset import decode
from .letter import Letter
from .limits import refuse_too_long
from .tidy import tidy


def read_plain(content: bytes) -> Letter:
    """The letter in the bytes of a text; raises ``IntakeError`` when they are no text, or too much."""
    text = decode(content)
    refuse_too_long(text)
    return Letter(text=tidy(text))
