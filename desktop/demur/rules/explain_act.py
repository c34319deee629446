"""Why words of a message count as an act or not: each match of each pattern, and what it lost against."""

from collections.abc import Iterator, Sequence
from itertools import count

from demur.domain.frozen import Frozen
from demur.domain.message import Evidence, Message
from demur.domain.reading import Act

from .acts import ActFinder
from .explain_signal import shortened
from .pack import ActPack, ActRule, Words

# No text holds it: with nothing for nobody, whoever is named counts as a person.
_NOBODY = "\x02"


class Match(Frozen):
    """Words that a pattern of an act found; ``lost`` says why they do not count, if they do not."""

    pattern: int
    evidence: Evidence
    lost: str = ""


class ActExplained(Frozen):
    """Every act found, and every match of the ``patterns`` of one kind of act, these numbered from 1."""

    name: str
    noun: str
    patterns: int
    matches: tuple[Match, ...]
    acts: tuple[Act, ...]


def explain_act(
    name: str, packs: Sequence[ActPack], words: Words, message: Message, acts: Sequence[Act]
) -> ActExplained:
    """What becomes of each match of the act ``name``, such as ``ask:refer``, whose ``acts`` were found."""
    numbers = count(1)
    tried = [
        (next(numbers), rule.model_copy(update={"patterns": (pattern,)}), pack.cancels)
        for pack in packs
        for rule in pack.act
        if rule.name == name
        for pattern in rule.patterns
    ]
    search = _Search(packs, words, message, acts)
    matches = [
        Match(pattern=number, evidence=evidence, lost=search.lost(rule, cancels, evidence))
        for number, rule, cancels in tried
        for evidence in search.found(rule)
    ]
    noun = next((rule.noun for _, rule, _ in tried if rule.noun), "")
    return ActExplained(name=name, noun=noun, patterns=len(tried), matches=tuple(matches), acts=tuple(acts))


class _Search:
    """Finds acts of one rule alone, with or without what may undo them."""

    def __init__(
        self, packs: Sequence[ActPack], words: Words, message: Message, acts: Sequence[Act]
    ) -> None:
        self._voids = [rule for pack in packs for rule in pack.act if rule.void]
        self._words = words
        self._anybody = words.model_copy(update={"nobody": _NOBODY})
        self._message = message
        self._acts = acts
        self._known: dict[tuple[str, tuple[str, ...], tuple[str, ...], str], tuple[Evidence, ...]] = {}

    def found(self, rule: ActRule) -> tuple[Evidence, ...]:
        """Where ``rule`` matches, whatever becomes of it."""
        return self._matches(rule, (), self._anybody)

    def lost(self, rule: ActRule, cancels: Sequence[str], at: Evidence) -> str:
        """Why what ``rule`` matches at ``at`` does not count; nothing when it does."""
        if rule.void:
            return "it only looks like one, and counts as nothing"
        if any(act.name == rule.name and act.evidence == at for act in self._acts):
            return ""
        return next(
            self._reasons(rule, cancels, at), "longer words take its place, and do not count either"
        )

    def _reasons(self, rule: ActRule, cancels: Sequence[str], at: Evidence) -> Iterator[str]:
        for cancel in cancels:
            if at not in self._matches(rule, (cancel,), self._anybody):
                yield f"what stands before undoes it ({cancel})"
        if at not in self._matches(rule, (), self._words):
            yield "the person that it names is nobody in particular"
        for act in self._acts:
            if act.type is rule.type and _overlap(act.evidence, at):
                yield f"{act.name} “{shortened(act.evidence.text)}” counts in its place"
        for void in self._voids:
            if void.type is rule.type and any(_overlap(one, at) for one in self.found(void)):
                yield f"words around it only look like one ({void.name})"
        if rule.continues:
            yield f"it only goes on with an {rule.type}, and none stands before it in the sentence"

    def _matches(self, rule: ActRule, cancels: tuple[str, ...], words: Words) -> tuple[Evidence, ...]:
        key = rule.name, rule.patterns, cancels, words.nobody
        if key not in self._known:
            alone = rule.model_copy(update={"void": False, "continues": False})
            found = ActFinder([ActPack(cancels=cancels, act=(alone,))], words).find(self._message)
            self._known[key] = tuple(act.evidence for act in found)
        return self._known[key]


def _overlap(one: Evidence, other: Evidence) -> bool:
    return one.part is other.part and one.start < other.end and other.start < one.end
