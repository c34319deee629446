"""What a sentence says, as far as words tell: things, who does them, yes or no, when."""

from functools import cached_property
from typing import NamedTuple

from demur.domain.frozen import Frozen

_CONTENT = frozenset({"synonyms", "word"})


class Item(NamedTuple):
    """A word or phrase that carries meaning, in one clause.

    ``rows`` are those of the word list that hold it ("scopes now"), ``kinds`` their tables; ``concepts`` is
    what it may stand for: its stems and its rows of synonyms. ``doer`` is
    the pronoun that does it (I, we, you, they), ``receiver`` the one it is done to, ``owner`` whose it is;
    empty where none is said. ``past`` says that its first word tells of the past. What stands after a
    "than" counts a negation more. ``at`` counts words; ``leads`` says that nobody is named before.
    """

    words: str
    rows: frozenset[str]
    concepts: frozenset[str]
    kinds: frozenset[str]
    at: int
    doer: str
    receiver: str
    owner: str
    past: bool = False
    negations: int = 0
    clause: int = 0
    leads: bool = False

    @property
    def content(self) -> bool:
        """Whether it says something, other than names, dates, numbers, courtesy, limits and negation."""
        return self.kinds <= _CONTENT


class Clause(NamedTuple):
    """A stretch of words with one yes or no: its words, their stems, how many negations."""

    words: tuple[str, ...]
    stems: tuple[str, ...]
    negations: int


class Wording(Frozen):
    """A sentence, read.

    ``names`` are words with a capital inside a sentence, lower-cased; ``when`` holds each date with the
    ways it may be meant; ``figures`` are numbers with the stem of the next word; ``stems`` are those of
    all words, in order. ``asides`` are what is put around it, and not among its words. ``loose_at`` are
    the words of grammar that stand in no phrase, each with its place; ``persons`` says who among them is
    there and as what: doer, actor ("like me to ask"), receiver or owner.
    """

    text: str
    asides: tuple[str, ...]
    words: tuple[str, ...]
    stems: tuple[str, ...]
    items: tuple[Item, ...]
    clauses: tuple[Clause, ...]
    names: tuple[str, ...]
    numbers: tuple[str, ...]
    links: tuple[str, ...]
    figures: frozenset[tuple[str, str]]
    when: tuple[tuple[str, frozenset[str]], ...]
    loose_at: tuple[tuple[int, str], ...]
    persons: frozenset[tuple[str, str]]

    @property
    def asks(self) -> bool:
        """Whether a question mark stands in it."""
        return "?" in self.text

    @property
    def denies(self) -> bool:
        """Whether anything in it is negated."""
        return any(clause.negations for clause in self.clauses)

    @property
    def loose(self) -> tuple[str, ...]:
        """The words of grammar that stand in no phrase."""
        return tuple(word for _, word in self.loose_at)

    @cached_property
    def concepts(self) -> frozenset[str]:
        """Everything that its words may stand for."""
        return frozenset().union(*(item.concepts for item in self.items))

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The tables of the word list that its words come from."""
        return frozenset().union(*(item.kinds for item in self.items))

    @cached_property
    def scopes(self) -> frozenset[str]:
        """The limits that it sets: rows of the word list."""
        rows = (row for item in self.items for row in item.rows)
        return frozenset(row.removeprefix("scopes ") for row in rows if row.startswith("scopes "))

    def count(self, row: str) -> int:
        """How many items stand in ``row`` of the word list."""
        return sum(row in item.rows for item in self.items)

    @cached_property
    def content(self) -> tuple[Item, ...]:
        """The items that say something."""
        return tuple(item for item in self.items if item.content)
