"""All sentences of a letter in one question, numbered, and the answer taken apart again.

Each line is then a candidate for its own sentence: a model that mixes them up gains nothing by it.
"""

import threading
from collections.abc import Sequence

import re2

from demur.domain.model import Sampling, Stop
from demur.domain.ports import LanguageModel
from demur.domain.template import FilledBeat
from demur.voice import without_links

from .job import Terms
from .prompt import RewritePrompt
from .proposing import Candidate, Proposer, room_for

_LINE = re2.compile(r"^\s*(\d{1,3})[.):]\s+(\S.*?)\s*$")


def numbered(sentences: Sequence[str]) -> str:
    """``sentences`` as numbered lines, from 1 up, each in a line of its own whatever it holds."""
    lines = (" ".join(sentence.split()) for sentence in sentences)
    return "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1))


def answers(text: str, count: int, finished: bool) -> tuple[str, ...]:
    """What ``text`` answers to each of ``count`` numbered lines, nothing where it does not.

    Of a number that comes twice the first line counts; lines without a number, or with another one, are
    what a model says besides. Where the answer was not ``finished``, its last line may be half a sentence.
    """
    lines = text.split("\n")
    found: dict[int, str] = {}
    for line in lines if finished else lines[:-1]:
        if match := _LINE.search(line):
            found.setdefault(int(match[1]), match[2])
    return tuple(found.get(number, "") for number in range(1, count + 1))


class ByLetter:
    """Asks a model for all sentences of a letter at once; only one that keeps to numbers is asked so."""

    def __init__(self, prompt: RewritePrompt, proposer: Proposer) -> None:
        self._prompt = prompt
        self._proposer = proposer

    def propose(
        self, letter: Sequence[FilledBeat], terms: Terms, model: LanguageModel, cancel: threading.Event
    ) -> list[list[Candidate]]:
        """For each beat of ``letter`` the wording that ``model`` proposes, checked; none where it has none.

        Raises ``DemurError`` when the model fails.
        """
        masked = [without_links(beat.text) for beat in letter]
        question = numbered([sentence for sentence, _ in masked])
        sampling = Sampling(max_tokens=room_for(question))
        answer = model.generate(self._prompt.ask(question, terms.voice), sampling, lambda _: None, cancel)
        if answer.stop is Stop.CANCELLED:
            return [[] for _ in letter]
        lines = answers(answer.text, len(letter), finished=answer.stop is Stop.END)
        return [
            [self._proposer.by_model(restored(line), beat, terms)] if line else []
            for line, beat, (_, restored) in zip(lines, letter, masked, strict=True)
        ]
