"""From text to acts: which patterns match, which matches count, and what they say in detail."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from demur.domain.message import Evidence, Message, Part
from demur.domain.reading import Act, ActType

from .pack import ActPack, ActRule, Words
from .pattern import compile_pattern, expand, groups_of
from .sieve import Sieve
from .text import Prepared, prepare

# How far around an act its details and what undoes it are looked for; bounds the work on one long line.
_BEFORE = 160
_AFTER = 240
_LOOSE = " \n,;:.!?"


@dataclass(frozen=True)
class _Found:
    rule: ActRule
    part: Part
    start: int
    end: int
    groups: Mapping[str, str]


class ActFinder:
    """Finds the acts of all packs, passage by passage."""

    def __init__(self, packs: Sequence[ActPack], words: Words) -> None:
        self._words = words
        self._rules = [
            (rule, source, pack.cancels) for pack in packs for rule in pack.act for source in rule.patterns
        ]
        numbered = [(number, rule, source) for number, (rule, source, _) in enumerate(self._rules)]
        self._near = Sieve({number: source for number, rule, source in numbered if not rule.across})
        self._far = Sieve({number: source for number, rule, source in numbered if rule.across})
        self._cancels = {
            name: compile_pattern(f"(?:{expand(source, words.words)})[ ,:]*$")
            for name, source in words.cancels.items()
        }
        self._slots = {
            name: compile_pattern(expand(source, words.words)) for name, source in words.slots.items()
        }
        self._nobody = compile_pattern(expand(words.nobody, words.words))
        self._empty = compile_pattern(f"^(?:{expand(words.empty, words.words)})")

    def find(self, message: Message) -> tuple[Act, ...]:
        """The acts of ``message`` in the order of the text, the subject first."""
        acts: list[Act] = []
        for part in Part:
            text = message.part(part)
            prepared = prepare(text)
            kept = _led(_apart(self._matches(prepared, part)), prepared)
            acts += (self._act(found, prepared, text) for found in kept if not found.rule.void)
        return tuple(acts)

    def _matches(self, prepared: Prepared, part: Part) -> list[_Found]:
        near = self._near.matches(prepared.plain, prepared.passages)
        far = self._far.matches(prepared.plain, [prepared.whole])
        matches = []
        for number, match, first in sorted([*near, *far], key=itemgetter(0)):
            rule, _, cancels = self._rules[number]
            groups = _spelled(match, prepared.spelled, first)
            found, after = match.span(groups_of(match.re).get("act", 0))
            start, end = _trimmed(prepared.plain, first + found, first + after)
            if start == end or self._nobody.match(groups.get("person") or "-"):
                continue
            if not self._cancelled(start, prepared, cancels):
                matches.append(_Found(rule, part, start, end, groups))
        return matches

    def _cancelled(self, start: int, prepared: Prepared, cancels: Sequence[str]) -> bool:
        before = prepared.plain[max(prepared.sentence(start)[0], start - _BEFORE) : start]
        return any(self._cancels[name].search(before) for name in cancels)

    def _act(self, found: _Found, prepared: Prepared, text: str) -> Act:
        start, end = found.start, found.end
        return Act(
            type=found.rule.type,
            kind=found.rule.kind,
            evidence=Evidence(part=found.part, start=start, end=end, text=text[start:end]),
            topic=self._slot("topic", found, prepared),
            minutes=self._minutes(self._slot("minutes", found, prepared).lower()),
            person=self._slot("person", found, prepared),
        )

    def _minutes(self, words: str) -> int | None:
        return int(words) if words.isdecimal() else self._words.minutes.get(words)

    def _slot(self, name: str, found: _Found, prepared: Prepared) -> str:
        """What the pattern itself caught, else the first filled mention around the act."""
        caught = found.groups.get(name)
        if caught or name not in found.rule.slots:
            return caught or ""
        around = (
            (found.start, found.end + _AFTER),
            (max(0, found.start - _BEFORE), found.start),
        )
        values = (
            next(iter(_spelled(match, prepared.spelled, start).values()), "").strip()
            for start, end in around
            for match in self._slots[name].finditer(prepared.plain[start:end])
        )
        return next((value for value in values if not self._empty.search(value)), "")


def _spelled(match: Any, text: str, first: int) -> dict[str, str]:
    """The groups of ``match`` that hold something, as ``text`` spells them; it saw ``text[first:]``."""
    groups = groups_of(match.re).items()
    return {
        name: text[first + match.start(number) : first + match.end(number)]
        for name, number in groups
        if match.group(number)
    }


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the blanks and commas that a pattern leans on."""
    while start < end and text[start] in _LOOSE:
        start += 1
    while start < end and text[end - 1] in _LOOSE:
        end -= 1
    return start, end


def _led(kept: Sequence[_Found], prepared: Prepared) -> list[_Found]:
    """Drop what only continues an act of its type, unless one stands before it in the same sentence."""
    led = []
    sentences: dict[ActType, int] = {}
    for found in kept:
        sentence = prepared.sentence(found.start)[0]
        if not found.rule.continues or sentences.get(found.rule.type) == sentence:
            sentences[found.rule.type] = sentence
            led.append(found)
    return led


def _apart(matches: list[_Found]) -> list[_Found]:
    """Of acts of one type that overlap keep the longest, of those the first, of those the first rule's.

    One whose rule yields is no rival to the others, however long it is.
    """
    kept = []
    end = max((match.end for match in matches), default=0)
    taken: defaultdict[tuple[ActType, bool], bytearray] = defaultdict(lambda: bytearray(end))
    for match in sorted(
        matches, key=lambda match: (match.rule.yields, match.start - match.end, match.start)
    ):
        covered = taken[match.rule.type, match.rule.inside]
        if 1 not in covered[match.start : match.end]:
            covered[match.start : match.end] = bytes([1]) * (match.end - match.start)
            kept.append(match)
    return sorted(kept, key=lambda match: (match.start, match.end))
