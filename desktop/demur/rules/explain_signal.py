"""Why a signal holds or not: each case, each of its conditions, and what met it."""

from collections.abc import Iterator, Mapping, Sequence

from demur.domain.frozen import Frozen
from demur.domain.message import Message
from demur.domain.reading import Act, Signal, SignalId, Strength

from .conditions import Findings, Sets, flat
from .pack import Case, SignalRule
from .wording import Weighed

_SHOWN = 60
_MOST_CUES = 6  # for a signal, and as many against

# What may stand behind an act in a term.
QUALITIES = {
    "about": "with a topic",
    "bare": "with neither topic nor time",
    "long": "for more than half an hour",
    "person": "that names a person",
    "short": "for up to half an hour",
}
FACTS_IN_WORDS = {
    "accepted-more": "you accepted more than you kept",
    "accepted-much-more": "you accepted at least three more than you kept",
    "bad-record": "your ledger holds something bad about the sender",
    "covered": "it offers what you have somebody for",
    "early": "you began not long ago",
    "expert-known": "somebody in your ledger knows the field",
    "goal-served": "it serves a goal of yours",
    "good-record": "your ledger holds something good about the sender",
    "in-crunch": "you are in a crunch",
    "no-goal-served": "it serves no goal of yours",
    "off-target": "it is about none of your targets",
    "on-break": "you are on a break",
    "outside-fields": "it is about none of your fields",
    "over-follow-ups": "your overdue follow-ups pass your limit",
    "over-open": "your open requests pass your limit",
    "over-week": "your meetings this week pass your limit",
    "reputation-note": "your ledger holds a note on the sender's reputation",
    "sender-known": "your ledger knows the sender",
    "target-met": "it is about a target of yours",
    "trusted-mutual": "somebody whom you trust is named",
}


class Condition(Frozen):
    """One demand of a case on ``terms``, as the pack writes them; ``found`` is what is there of them."""

    demand: str
    terms: tuple[str, ...] = ()
    found: tuple[str, ...] = ()
    met: bool


class CaseExplained(Frozen):
    """One way for a signal to hold; of those that hold the first ``counts``."""

    strength: Strength
    conditions: tuple[Condition, ...]
    holds: bool
    counts: bool


class CueExplained(Frozen):
    """Words that speak for a signal or against it, and their share, 0 to 1, of all that do so."""

    words: str
    speaks_for: bool
    share: float


class WordingExplained(Frozen):
    """The heaviest ``cues`` of a message, and whether the wording as a whole lets the signal hold."""

    cues: tuple[CueExplained, ...]
    holds: bool


class SignalExplained(Frozen):
    """Every act found, every fact about profile and ledger that is so, every case of a signal.

    ``means`` says what the terms of the conditions stand for. Where there is ``wording``, it makes the
    signal clear though no case holds, or weak though one does. ``strength`` is what comes of it all, 0 for
    nothing.
    """

    id: SignalId
    strength: int
    acts: tuple[Act, ...]
    facts: dict[str, tuple[str, ...]]
    cases: tuple[CaseExplained, ...]
    means: dict[str, str]
    wording: WordingExplained | None


def explain_signal(
    rule: SignalRule,
    findings: Findings,
    acts: Sequence[Act],
    sets: Sets,
    nouns: Mapping[str, str],
    weighed: Weighed | None,
    signal: Signal | None,
    message: Message,
) -> SignalExplained:
    """What becomes of each case of ``rule``, and how that comes to ``signal``.

    ``nouns`` name acts such as ``ask:refer`` in a sentence.
    """
    cases: list[CaseExplained] = []
    means: dict[str, str] = {}
    for case in rule.case:
        conditions = tuple(_conditions(case, findings, acts, sets))
        holds = all(condition.met for condition in conditions)
        counts = holds and not any(one.holds for one in cases)
        cases.append(
            CaseExplained(strength=case.strength, conditions=conditions, holds=holds, counts=counts)
        )
        terms = (term for condition in conditions for term in condition.terms)
        means |= {term: _meaning(term, sets, nouns) for term in terms}
    facts = {name: entries for name in FACTS_IN_WORDS if (entries := findings.entries(name)) is not None}
    of_cases = next((case.strength for case in cases if case.counts), 0)
    return SignalExplained(
        id=rule.id,
        strength=signal.strength if signal else 0,
        acts=tuple(acts),
        facts=facts,
        cases=tuple(cases),
        means=means,
        wording=_wording(weighed, of_cases, message) if weighed else None,
    )


def _wording(weighed: Weighed, strength: int, message: Message) -> WordingExplained:
    shares = [(cue, True, share) for cue, share in weighed.forward[:_MOST_CUES]]
    shares += [(cue, False, share) for cue, share in weighed.against[:_MOST_CUES]]
    cues = (
        CueExplained(words=cue.words(message), speaks_for=speaks_for, share=round(share, 3))
        for cue, speaks_for, share in shares
    )
    return WordingExplained(cues=tuple(cues), holds=weighed.holds(strength))


def _conditions(case: Case, findings: Findings, acts: Sequence[Act], sets: Sets) -> Iterator[Condition]:
    counted: set[int] = set()
    for terms in [(term,) for term in case.all] + [case.any] * bool(case.any):
        found = tuple(term for term in flat(terms, sets) if findings.true(term))
        counted.update(number for term in found for number in findings.acts(term))
        demand = "one of" if terms is case.any else "there is"
        yield Condition(demand=demand, terms=terms, found=_told(found, findings, acts), met=bool(found))
    if case.none:
        found = tuple(term for term in flat(case.none, sets) if findings.true(term))
        yield Condition(
            demand="none of", terms=case.none, found=_told(found, findings, acts), met=not found
        )
    count = findings.separate(counted)
    told = (f"{count} different",)
    if case.at_least:
        demand = f"{case.at_least} different ones of these at least"
        yield Condition(demand=demand, found=told, met=count >= case.at_least)
    if case.at_most is not None:
        demand = f"{case.at_most} different ones of these at most"
        yield Condition(demand=demand, found=told, met=count <= case.at_most)


def _told(terms: Sequence[str], findings: Findings, acts: Sequence[Act]) -> tuple[str, ...]:
    """The acts and facts that meet ``terms``, each once."""
    told = {
        f"{acts[number].name} “{shortened(acts[number].evidence.text)}”": None
        for number in sorted({number for term in terms for number in findings.acts(term)})
    }
    for term in terms:
        entries = findings.entries(term)
        if entries is not None:
            told[": ".join(filter(None, (term, "; ".join(entries))))] = None
    return tuple(told)


def shortened(text: str) -> str:
    """The words of ``text``, as many as a line has room for."""
    words = " ".join(text.split())
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rstrip()} ..."


def _meaning(term: str, sets: Sets, nouns: Mapping[str, str]) -> str:
    if term in sets:
        return ", ".join(dict.fromkeys(_meaning(one, sets, nouns) for one in sets[term]))
    if term in FACTS_IN_WORDS:
        return FACTS_IN_WORDS[term]
    name, _, quality = term.partition("/")
    type_, colon, kind = name.partition(":")
    if not colon:
        return f"the signal {term} holds"
    said = f"any {type_}" if kind == "*" else nouns.get(name) or f"{type_}: {kind.replace('-', ' ')}"
    return f"{said} {QUALITIES[quality]}" if quality else said
