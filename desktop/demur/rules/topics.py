"""Whether a text is about something: compared by stems, so that "financing" meets "finance"."""

from collections.abc import Iterable
from functools import lru_cache

import snowballstemmer

_STEMMER = snowballstemmer.stemmer("english")
# Words that say nothing by themselves, so that "head of product" is found in "the product team's head".
_SMALL = frozenset(["a", "an", "and", "at", "for", "in", "of", "on", "or", "the", "to", "with"])


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    stemmed: str = _STEMMER.stemWord(word)
    return stemmed


def words_of(text: str) -> frozenset[str]:
    """The different words of ``text``, in lower case."""
    return frozenset(
        "".join(char if char.isalnum() or char in "+#" else " " for char in text.lower()).split()
    )


def about(words: frozenset[str], phrases: Iterable[str]) -> tuple[str, ...]:
    """Those of ``phrases`` whose words all occur in ``words``, whatever their endings."""
    return tuple(phrase for phrase in phrases if _occurs(words, words_of(phrase) - _SMALL))


def _occurs(words: frozenset[str], phrase: frozenset[str]) -> bool:
    # Only words that begin alike can share a stem, and stemming them all would cost milliseconds.
    return bool(phrase) and all(
        any(word[:3] == wanted[:3] and _stem(word) == _stem(wanted) for word in words) for wanted in phrase
    )
