"""A text as its paragraphs."""

import re

_GAP = re.compile(r"\n\s*\n")


def paragraphs(text: str) -> list[list[str]]:
    """The lines of each paragraph of ``text``, without the blanks around them."""
    return [[line.strip() for line in one.split("\n")] for one in _GAP.split(text.strip())]
