"""The face of the rules."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from string import Template

from demur.domain.data_file import parse_data_file
from demur.domain.errors import DataFileError
from demur.domain.ledger import LedgerFacts
from demur.domain.message import Message
from demur.domain.profile import Profile
from demur.domain.reading import Act, Reading, Signal, SignalId

from .conditions import Findings, Held, flat, known_terms
from .facts import FACTS, Situation
from .grammar import Grammar
from .pack import ActRule, Case, SignalPack, SignalRule, Topics, Words
from .topics import widened, words_of

_TOPICS = "topics.toml"
_ENGLISH = "en"
_ORDER = {id_: number for number, id_ in enumerate(SignalId)}
_SLOTS = {"what", "entries", "count", "person"}

# Whoever has seen that many passages believes it; a hostile message has tens of thousands.
MOST_EVIDENCE = 40


class Rulebook:
    """All packs, those of a language compiled once it is met; ``read`` is a pure function of its arguments.

    ``acts`` are the English ones; those of other languages have their nouns and families.
    """

    def __init__(
        self, grammars: Mapping[str, Grammar], signals: Iterable[SignalRule], topics: Topics
    ) -> None:
        self.acts: tuple[ActRule, ...] = grammars[_ENGLISH].rules
        self.signals: tuple[SignalRule, ...] = tuple(sorted(signals, key=lambda rule: _ORDER[rule.id]))
        self._grammars = grammars
        self._sets = grammars[_ENGLISH].words.sets
        self._same = topics.same
        self._nouns = {(rule.type, rule.kind): rule.noun for rule in self.acts}
        self._families = {(rule.type, rule.kind): rule.family or rule.kind for rule in self.acts}

    @classmethod
    def load(cls, packs: Mapping[str, str]) -> "Rulebook":
        """Compile ``packs``: file name to TOML text, one of them ``words.toml``.

        A language but English has packs of its own, in a folder named as the language: ``de/words.toml``.
        Raises ``DataFileError`` naming file and line; for what is wrong in them not before they are used.
        """
        topics = parse_data_file(packs.get(_TOPICS, ""), _TOPICS, Topics)
        english = Grammar(packs, "")
        signals = [
            (name, rule)
            for name in sorted(packs)
            if name.startswith("signals-")
            for rule in parse_data_file(packs[name], name, SignalPack).signal
        ]
        kinds = {f"{rule.type}:{rule.kind}" for rule in english.rules}
        known = {*FACTS, *SignalId, *known_terms(kinds)}
        for name, rule in signals:
            for case in rule.case:
                _check(case, name, rule.id, known, english.words)
        others = sorted({folder for folder, below, _ in (name.partition("/") for name in packs) if below})
        grammars = {_ENGLISH: english} | {name: Grammar(packs, f"{name}/", kinds) for name in others}
        return cls(grammars, [rule for _, rule in signals], topics)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that are read, English first, as ISO 639-1 codes."""
        return tuple(self._grammars)

    def acts_in(self, language: str) -> tuple[ActRule, ...]:
        """The acts of one of ``languages``."""
        return self._grammars[language].rules

    def words(self, message: Message) -> frozenset[str]:
        """The words of subject and body, and others that mean the same: what ``message`` may be about."""
        return widened(words_of(f"{message.subject}\n{message.body}"), self._same)

    def read(self, message: Message, profile: Profile, facts: LedgerFacts, today: dt.date) -> Reading:
        """Everything that ``message`` shows for the user of ``profile`` on ``today``.

        Of a message in none of the ``languages``, that is what profile and ledger say.
        """
        grammar = self._grammars.get(message.language)
        acts = grammar.find(message) if grammar else ()
        english = message.language == _ENGLISH  # as profiles are taken to be
        situation = Situation(acts, self.words(message), profile, facts, today, english)
        true = {name: entries for name, fact in FACTS.items() if (entries := fact(situation)) is not None}
        findings = Findings(acts, [self._families[act.type, act.kind] for act in acts], true)
        signals = []
        for rule in self.signals:
            signal = self._signal(rule, findings, acts)
            if signal:
                findings.learn(signal.id)
                signals.append(signal)
        return Reading(acts=acts, signals=tuple(signals))

    def _signal(self, rule: SignalRule, findings: Findings, acts: Sequence[Act]) -> Signal | None:
        for case in rule.case:
            held = findings.held(case, self._sets)
            if held:
                return Signal(
                    id=rule.id,
                    side=rule.side,
                    strength=case.strength,
                    why=self._why(case, held, acts),
                    evidence=tuple(acts[number].evidence for number in held.acts[:MOST_EVIDENCE]),
                    entries=held.entries,
                    source=rule.source,
                )
        return None

    def _why(self, case: Case, held: Held, acts: Sequence[Act]) -> str:
        found = [acts[number] for number in held.acts]
        nouns = dict.fromkeys(self._nouns[act.type, act.kind] for act in found)
        return Template(case.why).substitute(
            what=_listed([noun for noun in nouns if noun]),
            entries=_listed(held.entries),
            count=len(found),
            person=next((act.person for act in found if act.person), "somebody"),
        )


def _check(case: Case, name: str, id_: SignalId, known: set[str], words: Words) -> None:
    """Refuse a term that means nothing, which would never hold, and a slot that is never filled."""
    terms = flat((*case.all, *case.any, *case.none), words.sets)
    wrong = [term for term in terms if term not in known]
    wrong += [f"${slot}" for slot in Template(case.why).get_identifiers() if slot not in _SLOTS]
    if wrong:
        raise DataFileError(f"{name}: {id_}: unknown: {', '.join(wrong)}", "Mend the rule.")


def _listed(items: Sequence[str]) -> str:
    """Write "a call", "a call and a referral", "a call, a referral and advice": at most four of them."""
    shown = list(items[:4])
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)
