"""What ``demur rules`` answers, as a person reads it in a terminal."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from demur.domain.message import Evidence
from demur.domain.reading import Act
from demur.rules import ActExplained, SignalExplained, Tried, WordingExplained

from .show import short, wrapped

_MARKS = {True: "yes", False: "no "}
_STRENGTHS = {1: "weak", 2: "clear", 3: "decisive"}


def tried(found: Tried) -> str:
    """That a pack is right, and how much of it there is."""
    off = f"; shipped rules switched off: {found.off}" if found.off else ""
    return f"All is well. Rules: {found.rules}, examples: {found.examples}{off}."


def explained(found: SignalExplained | ActExplained) -> str:
    """Everything that was looked at, and how it came out."""
    lines = _act(found) if isinstance(found, ActExplained) else _signal(found)
    return "\n".join([*lines, "", "Found in the message", *_acts(found.acts)])


def _act(found: ActExplained) -> Iterator[str]:
    noun = f" ({found.noun})" if found.noun else ""
    counted = {match.evidence for match in found.matches if not match.lost}
    yield f"{found.name}{noun}: found {_times(len(counted))}"
    places: defaultdict[tuple[Evidence, str], list[int]] = defaultdict(list)
    for match in found.matches:
        places[match.evidence, match.lost].append(match.pattern)
    for (evidence, lost), numbers in places.items():
        which = f"pattern{'s' * (len(numbers) > 1)} {', '.join(map(str, numbers))} of {found.patterns}"
        verdict = f"does not count: {lost}" if lost else "counts"
        yield wrapped(f"  {_MARKS[not lost]} “{short(evidence.text)}” ({which}) {verdict}")
    if not places:
        yield f"  no  None of its patterns is found; there are {found.patterns}."


def _signal(found: SignalExplained) -> Iterator[str]:
    yield f"{found.id}: {f'holds ({_STRENGTHS[found.strength]})' if found.strength else 'does not hold'}"
    for number, case in enumerate(found.cases, start=1):
        verdict = "holds" if case.holds else "does not hold"
        if case.holds and not case.counts:
            verdict = "holds too, but an earlier one counts"
        yield f"\nCase {number} of {len(found.cases)} ({_STRENGTHS[case.strength]}) {verdict}"
        for condition in case.conditions:
            asked = ", ".join(condition.terms)
            yield wrapped(f"  {_MARKS[condition.met]} {condition.demand} {asked}".rstrip())
            yield from (wrapped(f"        found: {one}") for one in condition.found)
    yield from _wording(found.wording)
    yield "\nWhat these stand for"
    for term, meaning in found.means.items():
        yield wrapped(f"  {term}: {meaning}")
    if found.facts:
        yield "\nSo by profile, ledger and date"
        for name, entries in found.facts.items():
            yield wrapped(f"  {': '.join(filter(None, (name, '; '.join(entries))))}")


def _wording(wording: WordingExplained | None) -> Iterator[str]:
    if wording is None:
        return
    yield f"\nThe wording as a whole speaks {'for' if wording.holds else 'against'} it"
    for speaks_for, side in ((True, "for"), (False, "against")):
        shares = [f"“{cue.words}” {cue.share:.0%}" for cue in wording.cues if cue.speaks_for is speaks_for]
        if shares:
            yield wrapped(f"  heaviest of what speaks {side} it: {', '.join(shares)}")


def _acts(acts: Sequence[Act]) -> Iterator[str]:
    for act in acts:
        details = [f"{act.minutes} minutes" * (act.minutes is not None), act.topic, act.person]
        told = ", ".join(filter(None, details))
        yield wrapped(f"  {act.name} “{short(act.evidence.text)}”{f' ({told})' * bool(told)}")
    if not acts:
        yield "  nothing"


def _times(number: int) -> str:
    return {0: "nowhere", 1: "once"}.get(number, f"{number} times")
