"""The web addresses that a text names."""

import re2

_LINK = re2.compile(r"(?i)\b(?:https?://|www\.)[^\s<>\"'“”\[\](){}|\\^`]+")


def find_links(text: str) -> tuple[str, ...]:
    """Each address once, in the order of the text, without the punctuation after it."""
    found = (link.rstrip(".,;:!?…*_~") for link in _LINK.findall(text))
    return tuple(dict.fromkeys(found))
