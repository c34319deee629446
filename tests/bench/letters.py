"""How long a letter of six beats takes, warm, and how soon its first rewritten sentence shows."""

import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from statistics import mean, median
from typing import NamedTuple

from demur import resources
from demur.app.knowledge import Knowledge
from demur.app.models import adapter_file, catalogue
from demur.domain.advice import MoveId
from demur.domain.draft import Progress
from demur.domain.model import Generation, Prompt, Sampling
from demur.domain.template import Slot
from demur.domain.voice import Voice
from demur.drafting import DraftJob
from demur.engine import ModelWorker

_MOVES = (MoveId.DECLINE, MoveId.DECLINE_BREAK, MoveId.DECLINE_CRUNCH, MoveId.CANNOT_HELP, MoveId.REFER)
_SLOTS = {
    Slot.NAME: "Jordan",
    Slot.ME: "Sam Rivera",
    Slot.TOPIC: "product management",
    Slot.DATE: "14 December",
    Slot.PERSON: "Ana Lindqvist",
}


class _Letter(NamedTuple):
    """Seconds to the ``first`` rewritten beat and to the last, and what the model was asked for."""

    first: float
    whole: float
    greedy: int
    sampled: int


class _Counting(ModelWorker):
    """Counts greedy answers, and samples, drawn four at a time."""

    greedy = sampled = 0

    def generate(
        self, prompt: Prompt, sampling: Sampling, on_text: Callable[[str], None], cancel: threading.Event
    ) -> Generation:
        self.greedy += 1
        return super().generate(prompt, sampling, on_text, cancel)

    def sample(
        self, prompt: Prompt, sampling: Sampling, count: int, cancel: threading.Event
    ) -> tuple[Generation, ...]:
        self.sampled += 1
        return super().sample(prompt, sampling, count, cancel)


def letter_rows() -> Iterator[str]:
    """A line for each starter voice, over one letter of each of five moves."""
    yield "Letters of six beats, s: median, slowest; slowest first sentence; greedy answers; samples; voice"
    entry, knowledge = catalogue().models[0], Knowledge()
    source = resources.packaged_model_file(entry.package, entry.file)
    with (
        tempfile.TemporaryDirectory() as cache,
        closing(_Counting(entry, source, Path(cache), adapter=adapter_file(entry))) as model,
    ):
        for voice in knowledge.voices:
            knowledge.drafter.warm_up(voice, model)
            letters = [_written(knowledge, voice, move, model) for move in _MOVES]
            whole = [letter.whole for letter in letters]
            first = max(letter.first for letter in letters)
            asked = [mean(letter.greedy for letter in letters), mean(letter.sampled for letter in letters)]
            figures = (median(whole), max(whole), first, *asked)
            yield f"{' '.join(f'{figure:6.2f}' for figure in figures)}  {voice.id}"


def _written(knowledge: Knowledge, voice: Voice, move: MoveId, model: _Counting) -> _Letter:
    shown: list[float] = []

    def on_progress(progress: Progress) -> None:
        if progress.beat and progress.index:  # the greeting is written by rule
            shown.append(time.perf_counter() - started)

    model.greedy = model.sampled = 0
    started = time.perf_counter()
    job = DraftJob(move=move, slots=_SLOTS, voice=voice)
    knowledge.drafter.draft(job, model, on_progress, threading.Event())
    return _Letter(shown[0], time.perf_counter() - started, model.greedy, model.sampled)
