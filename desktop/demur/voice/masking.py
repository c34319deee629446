"""Facts kept out of reach while the words around them change."""

import itertools
from collections.abc import Callable, Iterable, Mapping

import re2

_APART = r"\s<>()\[\]{}\"“”,;"
_ADDRESS = re2.compile(
    r"(?i)\b(?:https?://|www\.)[^\s<>\"“”]*[^\s<>\"“”.,;:!?…'’)\]]"
    rf"|[^{_APART}@:]+@[^{_APART}@:]+\.[^{_APART}@:]*[\pL\pN]"
)

# A private area of Unicode: no letter, so no pattern of a rule matches it, and nobody types it.
_MASKS = range(0xF0000, 0xFFFFE)


def masked(text: str, facts: Iterable[str]) -> tuple[str, Callable[[str], str]]:
    """``text`` with each fact and address as one opaque character, and what puts them back."""
    keep = {*facts, *_ADDRESS.findall(text)} - {""}
    return _exchanged(text, dict(zip(sorted(keep), _free(map(chr, _MASKS), text), strict=False)))


def without_links(text: str) -> tuple[str, Callable[[str], str]]:
    """``text`` with each web or mail address as ``[link]``, and what puts them back.

    Where there are several, they are ``[link 1]``, ``[link 2]``, in the order of the text.
    """
    links = list(dict.fromkeys(_ADDRESS.findall(text)))
    numbered = (f"[link {number}]" for number in itertools.count(1))
    marks = numbered if links[1:] else itertools.chain(["[link]"], numbered)
    return _exchanged(text, dict(zip(links, _free(marks, text), strict=False)))


def _free(marks: Iterable[str], text: str) -> Iterable[str]:
    return (mark for mark in marks if mark not in text)


def _exchanged(text: str, marks: Mapping[str, str]) -> tuple[str, Callable[[str], str]]:
    """``text`` with its ``marks``, the longest first as it may hold a short one; and what undoes it."""
    for fact in sorted(marks, key=len, reverse=True):
        text = text.replace(fact, marks[fact])

    def restore(changed: str) -> str:
        for fact, mark in marks.items():
            changed = changed.replace(mark, fact)
        return changed

    return text, restore
