"""All matches of many patterns, without trying each of them on the whole text."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from .pattern import compile_pattern, filter_of, matches_of
from .text import Passage

_BLANKS = re.compile("  +")
# So many patterns share one search for the words that they need: what that of more has learned of one text
# it has forgotten at the next, for want of memory; fewer are more searches.
_AT_ONCE = 160
# No person says the same thing so often; RE2 may look through the whole passage for each match.
_MOST = 500


class Sieve:
    """Patterns in RE2, by number, each tried only on passages that hold the words it cannot do without."""

    def __init__(self, sources: Mapping[int, str]) -> None:
        self._sources = sources
        numbers = sorted(sources)
        groups = [numbers[first : first + _AT_ONCE] for first in range(0, len(numbers), _AT_ONCE)]
        self._filters = [(group, filter_of(sources[number] for number in group)) for group in groups]

    def matches(self, text: str, passages: Iterable[Passage]) -> Iterator[tuple[int, Any, int]]:
        """Each match that begins in one of ``passages`` of ``text``: first the number of its pattern.

        Its offsets count from the code point of ``text`` that stands behind it.
        """
        for start, end, reach in passages:
            # RE2 gets the passage alone, for all that it gets is gone through; a character more on either
            # side tells whether words begin and end there.
            first = max(start - 1, 0)
            piece = text[first : reach + 1]
            single = _BLANKS.sub(" ", text[start:reach])
            for group, candidates in self._filters:
                for found in candidates.Match(single) or ():
                    pattern = compile_pattern(self._sources[group[found]])
                    for match in islice(matches_of(pattern, piece, start - first, reach - first), _MOST):
                        if first + match.start() < end:
                            yield group[found], match, first
