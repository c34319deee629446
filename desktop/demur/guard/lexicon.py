"""What the guard knows about words, as its data file holds it."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

import snowballstemmer

from demur.domain.frozen import Frozen

from .grammar import Grammar

Rows = dict[str, tuple[str, ...]]


class Antonyms(Frozen):
    """Words of ``one`` never stand for words of the ``other``."""

    one: tuple[str, ...]
    other: tuple[str, ...]


class WordsFile(Frozen):
    """The data file: rows of words and phrases, each under the name of what they do."""

    language: str
    function: str
    grammar: Grammar
    spelling: dict[str, str]
    numbers: dict[str, str]
    dates: Rows
    relations: Rows
    around_dates: tuple[str, ...]
    free: Rows
    asides: Rows
    sign: Rows
    negators: Rows
    affirmatives: Rows
    acceptance: Rows
    promise: Rows
    harmless: Rows
    excuse: Rows
    apology: Rows
    softener: Rows
    scopes: Rows
    modals: Rows
    requests: Rows
    stand_ins: Rows
    commands: tuple[str, ...]
    pasts: tuple[str, ...]
    softened: frozenset[str]
    weak: frozenset[str]
    unfinished: frozenset[str]
    droppable: frozenset[str]
    antonyms: tuple[Antonyms, ...]
    synonyms: Rows


IRREGULAR = {
    form: verb
    for verb, forms in {
        "begin": "began begun",
        "bring": "brought",
        "choose": "chose chosen",
        "come": "came",
        "find": "found",
        "forget": "forgot forgotten",
        "give": "gave given",
        "go": "went gone",
        "hear": "heard",
        "hold": "held",
        "keep": "kept",
        "know": "knew known",
        "make": "made",
        "mean": "meant",
        "meet": "met",
        "run": "ran",
        "send": "sent",
        "speak": "spoke spoken",
        "spend": "spent",
        "take": "took taken",
        "teach": "taught",
        "tell": "told",
        "think": "thought",
        "write": "wrote written",
    }.items()
    for form in forms.split()
}
"""Past forms of verbs that no stemmer leads back to their verb."""


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The stem of a lower-case English ``word``; a letter uses few words, again and again."""
    word = IRREGULAR.get(word, word)
    return str(snowballstemmer.stemmer("english").stemWord(word))  # a stemmer of one's own: they hold state


class Phrases:
    """Rows of phrases, found by their stems."""

    def __init__(self, rows: Mapping[str, Iterable[str]]) -> None:
        self._names: dict[tuple[str, ...], frozenset[str]] = {}
        for name, phrases in rows.items():
            for phrase in phrases:
                stems = tuple(stem(word) for word in phrase.split())
                self._names[stems] = self._names.get(stems, frozenset()) | {name}
        self._longest: dict[str, int] = {}
        for stems in self._names:
            self._longest[stems[0]] = max(self._longest.get(stems[0], 0), len(stems))

    def at(self, stems: tuple[str, ...], start: int) -> tuple[int, frozenset[str]]:
        """How many stems the longest phrase at ``start`` takes, and the rows it stands in; 0 for none."""
        for length in range(min(self._longest.get(stems[start], 0), len(stems) - start), 0, -1):
            names = self._names.get(stems[start : start + length])
            if names:
                return length, names
        return 0, frozenset()

    def every(self, stems: tuple[str, ...]) -> Iterator[tuple[str, int, int]]:
        """The rows that occur in ``stems``, again and again, each with where its phrase starts and ends."""
        for start in range(len(stems)):
            length, names = self.at(stems, start)
            for name in sorted(names):
                yield name, start, start + length

    def within(self, stems: tuple[str, ...]) -> dict[str, int]:
        """The rows that occur in ``stems``, each with where its first phrase starts."""
        found: dict[str, int] = {}
        for name, start, _ in self.every(stems):
            found.setdefault(name, start)
        return found
