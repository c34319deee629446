"""Whether a text is about something: compared by stems, so that "financing" meets "finance"."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import snowballstemmer

# A single class, which no text can make slow.
_WORD = re.compile(r"[\w+#]+")
_STEMMER = snowballstemmer.stemmer("english")
# Words that say nothing by themselves, so that "head of product" is found in "the product team's head".
_SMALL = frozenset(["a", "an", "and", "at", "for", "in", "of", "on", "or", "the", "to", "with"])
# Only words that begin alike can share a stem, and to stem them all would cost milliseconds.
_SHARED = 3


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    stemmed: str = _STEMMER.stemWord(word)
    return stemmed


def words_of(text: str) -> frozenset[str]:
    """The different words of ``text``, in lower case."""
    return frozenset(_WORD.findall(text.lower().replace("_", " ")))


def widened(words: frozenset[str], same: Iterable[Sequence[str]]) -> frozenset[str]:
    """``words``, and those of the phrases that mean the same as one that they are about.

    ``same`` holds groups of phrases of one meaning.
    """
    meant = (phrase for group in same if about(words, group) for phrase in group)
    return words.union(*map(words_of, meant))


def opening_of(phrase: str) -> str:
    """How a word begins that every text about ``phrase`` holds, in up to three letters; "" when none is."""
    return max(_telling(phrase), key=lambda word: (len(word), word), default="")[:_SHARED]


def openings_of(words: frozenset[str]) -> frozenset[str]:
    """How ``words`` begin: what a text is about opens with one of these, as ``opening_of`` has it."""
    return frozenset(_by_opening(words))


def about(words: frozenset[str], phrases: Iterable[str]) -> tuple[str, ...]:
    """Those of ``phrases`` whose words all occur in ``words``, whatever their endings."""
    alike = _by_opening(words)
    return tuple(phrase for phrase in phrases if _occurs(alike, _telling(phrase)))


@lru_cache(maxsize=4096)
def _telling(phrase: str) -> frozenset[str]:
    return words_of(phrase) - _SMALL


def _occurs(alike: Mapping[str, Sequence[str]], phrase: frozenset[str]) -> bool:
    if not phrase or any(wanted[:_SHARED] not in alike for wanted in phrase):
        return False
    return all(any(_stem(word) == _stem(wanted) for word in alike[wanted[:_SHARED]]) for wanted in phrase)


@lru_cache(maxsize=8)
def _by_opening(words: frozenset[str]) -> Mapping[str, Sequence[str]]:
    alike: dict[str, list[str]] = {}
    for word in words:
        alike.setdefault(word[:_SHARED], []).append(word)
    return alike
