"""Reads text: pasted, or from a ``.txt`` or ``.md`` file."""

from .charset import decode
from .headers import take_headers
from .letter import Letter
from .limits import refuse_too_long
from .tidy import tidy


def read_plain(content: bytes) -> Letter:
    """The letter in the bytes of a text file; raises ``IntakeError`` when they are no text."""
    return read_pasted(decode(content))


def read_pasted(text: str) -> Letter:
    """The letter in a text that may begin with header lines; raises ``IntakeError`` when it is too long."""
    refuse_too_long(text)
    headers = take_headers(tidy(text))
    return Letter(text=headers.rest, subject=headers.subject, sender=headers.sender, date=headers.date)
