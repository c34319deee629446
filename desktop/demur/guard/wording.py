"""What a sentence says, as far as words tell: things, who does them, yes or no, when."""

from typing import NamedTuple

from demur.domain.frozen import Frozen


class Item(NamedTuple):
    """A word or phrase that carries meaning, in one clause.

    ``concepts`` are what it may stand for, ``kinds`` the tables of the word list it comes from. ``doer`` is
    the pronoun that does it (I, we, you, they), ``receiver`` the one it is done to, ``owner`` whose it is;
    empty where none is said. ``at`` counts words; ``leads`` says that the clause starts with it.
    """

    words: str
    concepts: frozenset[str]
    kinds: frozenset[str]
    negated: bool
    at: int
    doer: str
    receiver: str
    owner: str
    leads: bool


class Clause(NamedTuple):
    """A stretch of words with one yes or no: its words, their stems, how many negations."""

    words: tuple[str, ...]
    stems: tuple[str, ...]
    negations: int


class Wording(Frozen):
    """A sentence, read.

    ``names`` are words with a capital inside a sentence, lower-cased; ``when`` holds each date with the way
    it is meant; ``stems`` are those of all words, in order.
    """

    text: str
    words: tuple[str, ...]
    stems: tuple[str, ...]
    items: tuple[Item, ...]
    clauses: tuple[Clause, ...]
    names: tuple[str, ...]
    numbers: tuple[str, ...]
    links: tuple[str, ...]
    when: tuple[tuple[str, str], ...]
    scopes: frozenset[str]

    @property
    def asks(self) -> bool:
        """Whether a question mark stands in it."""
        return "?" in self.text

    @property
    def denies(self) -> bool:
        """Whether anything in it is negated."""
        return any(clause.negations for clause in self.clauses)

    @property
    def concepts(self) -> frozenset[str]:
        """Everything that its words may stand for."""
        return frozenset().union(*(item.concepts for item in self.items))

    def content(self) -> tuple[Item, ...]:
        """The items that say something, apart from names, dates and numbers, courtesy and negation."""
        return tuple(item for item in self.items if item.kinds <= CONTENT)


CONTENT = frozenset({"synonyms", "word"})
