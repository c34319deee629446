"""The face of the rules."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from string import Template
from types import MappingProxyType

from demur.domain.ledger import LedgerFacts
from demur.domain.message import Evidence, Message
from demur.domain.profile import Profile
from demur.domain.reading import Act, ActType, Reading, Signal, SignalId

from .conditions import Findings, Held
from .explain_act import ActExplained, explain_act
from .explain_signal import SignalExplained, explain_signal
from .facts import FACTS, Situation
from .grammar import ENGLISH
from .guessing import NoRuleError, alike
from .loading import Loaded, load
from .pack import ActRule, Case, SignalRule
from .topics import widened, words_of
from .wording import Weighed

_ORDER = {id_: number for number, id_ in enumerate(SignalId)}
_NONE: Mapping[str, str] = MappingProxyType({})

_WEAK, _CLEAR = 1, 2

# Whoever has seen that many passages believes it; a hostile message has tens of thousands.
MOST_EVIDENCE = 40


class Rulebook:
    """All packs, those of a language compiled once it is met; ``read`` is a pure function of its arguments.

    ``acts`` are the English ones; those of other languages have their nouns and families. ``refused`` says
    which packs of the user's are left out, and why.
    """

    def __init__(self, loaded: Loaded) -> None:
        self._grammars = loaded.grammars
        english = self._grammars[ENGLISH]
        self.acts: tuple[ActRule, ...] = english.rules
        self.signals: tuple[SignalRule, ...] = tuple(sorted(loaded.signals, key=lambda one: _ORDER[one.id]))
        self.refused = loaded.refused
        self._sets = english.words.sets
        self._same = loaded.topics.same
        self._wording = loaded.wording
        # Where users say what counts, no weights overrule them.
        self._own = {name for pack in loaded.own for name in (*pack.off, *(one.id for one in pack.signal))}
        added = (rule for grammar in self._grammars.values() for rule in grammar.own_rules)
        named = (*added, *english.rules)  # the shipped words for a kind that the user added to stay
        self._nouns = {rule.name: rule.noun for rule in named}
        self._families = {rule.name: rule.family or rule.kind for rule in named}

    @classmethod
    def load(cls, packs: Mapping[str, str], own: Mapping[str, str] = _NONE) -> "Rulebook":
        """Compile ``packs``: file name to TOML text, one of them ``words.toml``; ``own`` are the user's.

        A language but English has packs of its own, in a folder named as the language: ``de/words.toml``.
        Raises ``DataFileError`` naming file and line, for what is wrong in another language not before it
        is met; a wrong pack of the user's is left out.
        """
        return cls(load(packs, own))

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
        acts, findings = self._found(message, profile, facts, today)
        weighed = self._weighed(message)
        signals = []
        for rule in self.signals:
            signal = self._signal(rule, findings, acts, weighed.get(rule.id), message)
            if signal:
                findings.learn(signal.id)
                signals.append(signal)
        return Reading(acts=acts, signals=tuple(signals))

    def explain(
        self, name: str, message: Message, profile: Profile, facts: LedgerFacts, today: dt.date
    ) -> SignalExplained | ActExplained:
        """Why the signal or the act ``name``, such as ``ask:refer``, is in what ``read`` answers, or not.

        Raises ``NoRuleError`` when nothing that is asked of ``message`` is called so.
        """
        acts, findings = self._found(message, profile, facts, today)
        weighed = self._weighed(message)
        for rule in self.signals:
            wording = weighed.get(rule.id)
            signal = self._signal(rule, findings, acts, wording, message)
            if rule.id == name:
                overruling = None if signal and signal.entries else wording
                return explain_signal(
                    rule, findings, acts, self._sets, self._nouns, overruling, signal, message
                )
            if signal:
                findings.learn(rule.id)
        grammar = self._grammars.get(message.language)
        names = {rule.name for rule in grammar.rules} if grammar else set()
        if grammar and name in names:
            return explain_act(name, grammar.acts, grammar.words, message, acts)
        known = sorted({*names, *(rule.id for rule in self.signals)})
        raise NoRuleError(
            f"No rule for a message in this language is called {name}{alike(name, known)}",
            f"Name a signal, or an act as in ask:refer: {', '.join(known)}.",
        )

    def _found(
        self, message: Message, profile: Profile, facts: LedgerFacts, today: dt.date
    ) -> tuple[tuple[Act, ...], Findings]:
        grammar = self._grammars.get(message.language)
        acts = grammar.find(message) if grammar else ()
        english = message.language == ENGLISH  # as profiles are taken to be
        situation = Situation(acts, self.words(message), profile, facts, today, english)
        true = {name: entries for name, fact in FACTS.items() if (entries := fact(situation)) is not None}
        families = [self._families[act.name] for act in acts]
        return acts, Findings(acts, families, true)

    def _weighed(self, message: Message) -> Mapping[SignalId, Weighed]:
        """What the wording says of the signals that it may overrule."""
        weighed = self._wording.weigh(message) if message.language == ENGLISH else {}
        return {id_: one for id_, one in weighed.items() if id_ not in self._own}

    def _signal(
        self,
        rule: SignalRule,
        findings: Findings,
        acts: Sequence[Act],
        weighed: Weighed | None,
        message: Message,
    ) -> Signal | None:
        """The signal of ``rule`` as its cases have it, stronger or weaker where the wording says so."""
        signal = self._of_cases(rule, findings, acts)
        if weighed is None or (signal and signal.entries):  # of profile and ledger wording knows nothing
            return signal
        strength = signal.strength if signal else 0
        if not weighed.holds(strength):
            return signal and signal.model_copy(update={"strength": min(strength, _WEAK)})
        if signal:
            return signal.model_copy(update={"strength": max(strength, _CLEAR)})
        worded = rule.worded
        held = worded and findings.held(worded, self._sets)
        return self._made(rule, worded, held, acts, weighed.telling(message)) if worded and held else None

    def _of_cases(self, rule: SignalRule, findings: Findings, acts: Sequence[Act]) -> Signal | None:
        for case in rule.case:
            held = findings.held(case, self._sets)
            if held:
                evidence = tuple(acts[number].evidence for number in held.acts[:MOST_EVIDENCE])
                return self._made(rule, case, held, acts, evidence)
        return None

    def _made(
        self, rule: SignalRule, case: Case, held: Held, acts: Sequence[Act], evidence: tuple[Evidence, ...]
    ) -> Signal:
        return Signal(
            id=rule.id,
            side=rule.side,
            strength=case.strength,
            why=self._why(case, held, acts),
            evidence=evidence,
            entries=held.entries,
            source=rule.source,
        )

    def _why(self, case: Case, held: Held, acts: Sequence[Act]) -> str:
        found = [acts[number] for number in held.acts]
        everything = self._named(found)
        of_type = {type_: self._named(act for act in found if act.type is type_) for type_ in ActType}
        return Template(case.why).substitute(
            {type_.value: named or everything for type_, named in of_type.items()},
            what=everything,
            entries=_listed(held.entries),
            count=len(found),
            person=next((act.person for act in found if act.person), "somebody"),
        )

    def _named(self, acts: Iterable[Act]) -> str:
        nouns = dict.fromkeys(self._nouns[act.name] for act in acts)
        return _listed([noun for noun in nouns if noun])


def _listed(items: Sequence[str]) -> str:
    """Write "a call", "a call and a referral", "a call, a referral and advice": at most four of them."""
    shown = list(items[:4])
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)
