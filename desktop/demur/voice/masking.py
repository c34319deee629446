"""Facts kept out of reach while the words around them change."""

from collections.abc import Callable, Iterable

import re2

_ADDRESS = re2.compile(r"(?i)\b(?:https?://|www\.)\S+|\S+@\S+\.\S+")

# A private area of Unicode: no letter, so no pattern of a rule matches it, and nobody types it.
_MASKS = range(0xF0000, 0xFFFFE)


def masked(text: str, facts: Iterable[str]) -> tuple[str, Callable[[str], str]]:
    """``text`` with each fact and address as one opaque character, and what puts them back."""
    keep = sorted({*facts, *_ADDRESS.findall(text)} - {""}, key=len, reverse=True)
    free = (chr(code) for code in _MASKS if chr(code) not in text)
    masks = dict(zip(keep, free, strict=False))
    for fact, mask in masks.items():
        text = text.replace(fact, mask)

    def unmask(changed: str) -> str:
        for fact, mask in masks.items():
            changed = changed.replace(mask, fact)
        return changed

    return text, unmask
