"""What stands in a pack, and how a pack is read."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo

from demur.domain.frozen import Frozen
from demur.domain.ledger import LedgerFacts
from demur.domain.message import Message, Sender
from demur.domain.profile import Profile
from demur.domain.reading import ActType, Side, SignalId, Source, Strength

from .guessing import alike
from .pattern import check_pattern, expand

# What is left of the name of a word that there is not; RE2 would take it for letters.
_NAMED = re.compile(r"(?<!\\[xpP])\{([a-z_]+)\}")


def _expanded(pattern: str, info: ValidationInfo) -> str:
    words: Mapping[str, str] = info.context or {}
    source = expand(pattern, words)
    if left := _NAMED.search(source):
        raise ValueError(f"{left[0]} is no entry of words.toml{alike(left[1], words)}")
    check_pattern(source)
    return source


def _words(words: dict[str, str]) -> dict[str, str]:
    """Each word may use those that stand above it."""
    expanded: dict[str, str] = {}
    for name, meaning in words.items():
        expanded[name] = expand(meaning, expanded)
    return expanded


def _sets(sets: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Each set may use those that stand above it."""
    flat: dict[str, tuple[str, ...]] = {}
    for name, terms in sets.items():
        flat[name] = tuple(term for written in terms for term in flat.get(written, (written,)))
    return flat


Pattern = Annotated[str, Field(min_length=1), AfterValidator(_expanded)]


class Example(Frozen):
    """A message that a rule must hold for, or must not; a plain string is one that only has a body."""

    text: str
    subject: str = ""
    sender: Sender = Sender()
    profile: Profile = Profile()
    ledger: LedgerFacts = LedgerFacts()
    today: dt.date = dt.date(2026, 3, 2)

    @property
    def message(self) -> Message:
        """The example as the rules read it."""
        return Message(subject=self.subject, body=self.text, sender=self.sender)


def _example(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


Examples = Annotated[
    tuple[Annotated[Example, BeforeValidator(_example)], ...],
    Field(min_length=3),
]


class ActRule(Frozen):
    """One kind of act: any of ``patterns`` finds it, unless a cancel of the pack precedes it.

    ``noun`` names it in a sentence ("a referral"). Asks of one ``family`` are one ask; an ask whose family
    is ``each`` is counted every time. One that is ``inside`` may overlap others of its type; one that
    ``yields`` stays only where no other of its type is found; one that is ``void`` keeps its words from
    others and counts as nothing; one that ``continues`` counts only after another of its type in the same
    sentence. Patterns reach into the next sentence, those of a rule that goes ``across`` over all of them.
    ``slots`` are looked for around the words found.
    """

    type: ActType
    kind: str
    noun: str = ""
    family: str = ""
    inside: bool = False
    yields: bool = False
    void: bool = False
    continues: bool = False
    across: bool = False
    slots: tuple[str, ...] = ()
    patterns: Annotated[tuple[Pattern, ...], Field(min_length=1)]
    hits: Examples
    misses: Examples

    @property
    def name(self) -> str:
        """As terms call it: ``ask:refer``."""
        return f"{self.type}:{self.kind}"


class ActPack(Frozen):
    """A file ``acts-*.toml``; ``cancels`` name the entries of the words that undo an act."""

    cancels: tuple[str, ...] = ()
    act: tuple[ActRule, ...]


class Case(Frozen):
    """One way for a signal to hold; terms are as the packs' README says.

    ``at_least`` and ``at_most`` count the separate acts among those found; no ``at_most`` means any number.
    """

    strength: Strength
    why: str
    all: tuple[str, ...] = ()
    any: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    at_least: Annotated[int, Field(ge=0)] = 0
    at_most: Annotated[int, Field(ge=1)] | None = None


class SignalRule(Frozen):
    """A signal; its first case that holds gives strength and words.

    ``worded`` is the case for when none of them holds and the wording as a whole suffices: see ``wording``.
    """

    id: SignalId
    side: Side
    source: Source
    case: Annotated[tuple[Case, ...], Field(min_length=1)]
    worded: Case | None = None
    hits: Examples
    misses: Examples


class SignalPack(Frozen):
    """A file ``signals-*.toml``."""

    signal: tuple[SignalRule, ...]


class Topics(Frozen):
    """The file ``topics.toml``: groups of phrases that say the same thing is meant."""

    same: tuple[Annotated[tuple[str, ...], Field(min_length=2)], ...] = ()


class Words(Frozen):
    """The file ``words.toml``: what all packs share.

    ``words`` are parts of patterns; ``cancels`` end right before an act that is none; ``slots`` hold a
    group called ``value``, which counts unless it begins with ``empty``; a ``person`` who is ``nobody`` is
    no person; ``minutes`` is what words for a time come to; ``sets`` give names to terms, for the signals
    of all languages.
    """

    words: Annotated[dict[str, str], AfterValidator(_words)]
    cancels: dict[str, str]
    slots: dict[str, str]
    minutes: dict[str, int]
    empty: str
    nobody: str
    sets: Annotated[dict[str, tuple[str, ...]], AfterValidator(_sets)] = Field(default_factory=dict)
