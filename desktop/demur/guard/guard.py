"""What decides whether a rewrite may be used."""

from collections.abc import Callable
from typing import Self

from demur.domain.data_file import parse_data_file
from demur.domain.draft import Check
from demur.domain.template import FilledBeat, Role

from .additions import apology, excuse, promise
from .closed_world import lost_words, new_words
from .facts import facts_added, facts_kept
from .form import form, language, length, loop
from .known import Known, keeps_all, same_places
from .leaks import private, stranger_words
from .lexicon import WordsFile
from .mood import question
from .pair import GuardContext, Pair
from .polarity import acceptance, polarity
from .reader import Reader
from .roles import who
from .scope import time_scope

CHECKS: tuple[tuple[str, Callable[[Pair], str]], ...] = (
    ("facts-kept", facts_kept),
    ("facts-added", facts_added),
    ("polarity", polarity),
    ("acceptance", acceptance),
    ("promise", promise),
    ("excuse", excuse),
    ("apology", apology),
    ("private", private),
    ("stranger-words", stranger_words),
    ("new-words", new_words),
    ("lost-words", lost_words),
    ("who", who),
    ("time-scope", time_scope),
    ("question", question),
    ("language", language),
    ("loop", loop),
    ("length", length),
    ("form", form),
)


_INEXCUSABLE = frozenset({"facts-kept", "facts-added", "polarity", "acceptance", "promise", "excuse"})
_NEAREST = 3
"""How many verified wordings a candidate is held against; with more, only the time grows."""


class Guard:
    """Compares a rewrite with the sentence that it is to stand for; when in doubt it refuses."""

    def __init__(self, reader: Reader, known: Known) -> None:
        self._reader = reader
        self._known = known

    @classmethod
    def load(cls, text: str, name: str, detect: Callable[[str], str], known: Known) -> Self:
        """Read the word list ``text`` of the file ``name``; ``detect`` tells the language of a text ("en").

        ``known`` are the verified wordings of the sentences that Demur ships. Raises ``DataFileError`` for
        a word list that does not hold what it must.
        """
        return cls(Reader(parse_data_file(text, name, WordsFile), detect), known)

    def reads(self, text: str) -> bool:
        """Whether ``text`` is in the language of the word list, as far as a sentence shows it."""
        return not self._reader.foreign(self._reader.read(text))

    def check(self, beat: FilledBeat, candidate: str, context: GuardContext) -> tuple[Check, ...]:
        """Every check, in a fixed order, each with what it found.

        The candidate is held, as a whole, against the template, its paraphrases and the verified wordings
        that come nearest to it, and passes if it does beside one of them; a verified wording excuses only
        what it does itself. Of a candidate that fails is told what it fails beside the template or a
        paraphrase. Raises ``DataFileError`` when the verified wordings cannot be read.
        """
        instance = self._known.instance(beat.text)
        beat = beat if beat.facts else beat.model_copy(update={"facts": instance.facts})
        sources = (beat.text, *beat.alternatives, *_own_manner(beat, context))
        told = min(
            (self._against(Pair(beat, source, candidate, context, self._reader)) for source in sources),
            key=lambda checks: len(_failed(checks)),
        )
        missed = _failed(told)
        for wording in instance.nearest(candidate, _NEAREST) if missed else ():
            pair = Pair(beat, wording, candidate, context, self._reader)
            peculiar = self._peculiar(beat, wording) - _INEXCUSABLE
            excused = missed <= peculiar and keeps_all(pair) and same_places(pair)
            excused |= pair.candidate.stems == pair.source.stems
            if excused and not _failed(checks := self._against(pair)):
                return checks
        return told

    def _peculiar(self, beat: FilledBeat, wording: str) -> frozenset[str]:
        """The checks that a verified wording itself fails beside the template: what it may excuse."""
        return _failed(self._against(Pair(beat, beat.text, wording, GuardContext(), self._reader)))

    def _against(self, pair: Pair) -> tuple[Check, ...]:
        found = ((name, check(pair)) for name, check in CHECKS)
        return tuple(Check(id=name, passed=not detail, detail=detail) for name, detail in found)


def _failed(checks: tuple[Check, ...]) -> frozenset[str]:
    return frozenset(check.id for check in checks if not check.passed)


def _own_manner(beat: FilledBeat, context: GuardContext) -> tuple[str, ...]:
    """How this person greets and signs, whatever the template's words are."""
    if context.voice is None or beat.role not in (Role.GREET, Role.SIGN):
        return ()
    if beat.role is Role.GREET:
        return (" ".join((context.voice.greeting, *beat.facts)) + ",",)
    return (",\n".join((context.voice.sign_off, *beat.facts)),)
