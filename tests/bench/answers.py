"""Several answers at once against one after another, and what merging what the model has learned takes."""

import itertools
import tempfile
import threading
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from bench.ratio import Ratio, compare, seconds
from demur import resources
from demur.app.knowledge import Knowledge
from demur.app.models import adapter_file, catalogue
from demur.domain.model import Generation, Prompt, Sampling
from demur.drafting import RewritePrompt
from demur.engine import ModelWorker

_ANSWERS = 4
_SAMPLING = Sampling(temperature=0.7, max_tokens=64)
_PROMPT = "prompts/rewrite/beat.toml"
_FIRST_ANSWERS = 3


def ratios() -> list[Ratio]:
    """``S`` and ``M``."""
    entry = catalogue().models[0]
    source = resources.packaged_model_file(entry.package, entry.file)

    def first_answer(adapter: Path | None) -> float:
        with (
            tempfile.TemporaryDirectory() as cache,
            closing(ModelWorker(entry, source, Path(cache), adapter=adapter)) as worker,
        ):
            shortest = Sampling(max_tokens=1)
            hello = Prompt(system="", user="Hello")
            return seconds(lambda: worker.generate(hello, shortest, lambda _: None, threading.Event()))

    adapter = adapter_file(entry)
    with (
        tempfile.TemporaryDirectory() as cache,
        closing(ModelWorker(entry, source, Path(cache), adapter=adapter)) as worker,
    ):
        sampling = _sampling(worker)
    merging = compare(
        "M",
        "first answer ever, with what the model has learned to be merged / without",
        lambda: first_answer(adapter),
        lambda: first_answer(None),
        rounds=_FIRST_ANSWERS,
    )
    return [sampling, merging]


def _sampling(worker: ModelWorker) -> Ratio:
    prompt = RewritePrompt.load(resources.read(_PROMPT), _PROMPT)
    voice = Knowledge().voices[0]
    numbers = itertools.count()

    def question() -> Prompt:
        return prompt.ask(f"I have read your message number {next(numbers)} with care.", voice)

    def at_once() -> float:
        asked = question()
        return _rate(worker.sample(asked, _SAMPLING, _ANSWERS, threading.Event()))

    def in_turn() -> float:
        asked = question()
        samplings = [_SAMPLING.model_copy(update={"seed": seed}) for seed in range(_ANSWERS)]
        answers = [worker.generate(asked, each, lambda _: None, threading.Event()) for each in samplings]
        return _rate(answers, sum(answer.seconds for answer in answers))

    return compare("S", "tokens a second of four answers at once / in turn", at_once, in_turn, "tokens/s")


def _rate(answers: Sequence[Generation], took: float | None = None) -> float:
    return sum(answer.new_tokens for answer in answers) / (
        took or max(answer.seconds for answer in answers)
    )
