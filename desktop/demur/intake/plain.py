"""Reads text, pasted or from a ``.txt`` or ``.md`` file, and the pages of ``.html`` files."""

from .charset import decode
from .html import html_to_text
from .letter import Letter
from .limits import refuse_too_long
from .tidy import tidy


def read_plain(content: bytes) -> Letter:
    """The letter in the bytes of a text; raises ``IntakeError`` when they are no text, or too much."""
    text = decode(content)
    refuse_too_long(text)
    return Letter(text=tidy(text))


def read_html(content: bytes) -> Letter:
    """The letter in the bytes of a page; raises as ``read_plain``."""
    text, links = html_to_text(decode(content))
    refuse_too_long(text)
    return Letter(text=tidy(text), links=links)
