"""What a model can do that nobody has measured yet."""

import threading
from collections.abc import Callable, Sequence

from demur.domain.frozen import Frozen
from demur.domain.ports import LanguageModel
from demur.domain.template import FilledBeat

from .by_letter import ByLetter
from .job import Terms
from .proposing import Candidate, Proposer, bare_words


class TrialLetter(Frozen):
    """The beats of a letter that a model is tried on, and in whose voice."""

    terms: Terms
    beats: tuple[FilledBeat, ...]


class Tally(Frozen):
    """How many ``of`` the sentences a model rewrote safely: asked for each, and asked for whole letters."""

    by_beat: int
    by_letter: int
    of: int


class Trial:
    """Has a model rewrite letters, as often as a draft asks it first, and counts what a draft could use."""

    def __init__(self, proposer: Proposer, by_letter: ByLetter) -> None:
        self._proposer = proposer
        self._by_letter = by_letter

    def run(
        self,
        letters: Sequence[TrialLetter],
        model: LanguageModel,
        on_step: Callable[[int, int], None],
    ) -> Tally:
        """What ``model`` makes of ``letters``; ``on_step`` hears how many of how many answers have come.

        Raises ``DemurError`` when the model fails; closing it ends a trial early.
        """
        cancel = threading.Event()
        beats = [(beat, letter.terms) for letter in letters for beat in letter.beats]
        questions = len(beats) + len(letters)
        alone = whole = 0
        for done, (beat, terms) in enumerate(beats):
            on_step(done, questions)
            proposed = self._proposer.greedy(beat, terms, model, lambda _: None, cancel)
            alone += self._any_safe(proposed, beat, terms)
        for done, letter in enumerate(letters, len(beats)):
            on_step(done, questions)
            lines = self._by_letter.propose(letter.beats, letter.terms, model, cancel)
            whole += sum(
                self._any_safe(line, beat, letter.terms)
                for line, beat in zip(lines, letter.beats, strict=True)
            )
        on_step(questions, questions)
        return Tally(by_beat=alone, by_letter=whole, of=len(beats))

    def _any_safe(self, proposed: Sequence[Candidate], beat: FilledBeat, terms: Terms) -> bool:
        """Whether one of these may be said and is the model's own: what a rule would say is no merit."""
        rules = self._proposer.by_rule(beat, terms)
        known = {bare_words(text) for text in (beat.text, *(one.text for one in rules))}
        return any(not one.failed and bare_words(one.text) not in known for one in proposed)
