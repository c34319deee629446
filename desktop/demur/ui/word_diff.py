"""Which words differ between two wordings of a sentence."""

import difflib
import itertools

import re2

from demur.ui.positions import common

# Comparing may take the cube of the length; a sentence is far below this, a pasted essay is not.
_MOST_WORDS = 200

_WORD = re2.compile(r"[\p{L}\p{M}\p{N}'’-]+|[^\p{L}\p{M}\p{N}\s]")

Spans = tuple[tuple[int, int], ...]


def differing(one: str, other: str) -> tuple[Spans, Spans]:
    """Where the words and marks of ``one`` stand that ``other`` lacks, and the other way round.

    Start and end of each stretch in code points. Of texts above 200 words, all between their common
    beginning and their common end.
    """
    left, right = _words(one), _words(other)
    if max(len(left), len(right)) > _MOST_WORDS:
        return _between_ends(one, other)
    a, b = ([text[start:end] for start, end in words] for text, words in ((one, left), (other, right)))
    codes = difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    stretches = [places for tag, *places in codes if tag != "equal"]
    return (
        tuple((left[first][0], left[last - 1][1]) for first, last, _, _ in stretches if first < last),
        tuple((right[first][0], right[last - 1][1]) for _, _, first, last in stretches if first < last),
    )


def _words(text: str) -> list[tuple[int, int]]:
    """Where the words and marks stand, one more of them than are compared at most."""
    return [found.span() for found in itertools.islice(_WORD.finditer(text), _MOST_WORDS + 1)]


def _between_ends(one: str, other: str) -> tuple[Spans, Spans]:
    start = common(one, other)
    tail = common(one[start:][::-1], other[start:][::-1])
    left, right = ((start, len(text) - tail) for text in (one, other))
    return (left,) * (left[0] < left[1]), (right,) * (right[0] < right[1])
