"""A language model that says what a test tells it to."""

import re
import threading
from collections.abc import Callable

from demur.domain.errors import DemurError
from demur.domain.model import Generation, ModelInfo, Prompt, Sampling, Stop


class ScriptedModel:
    """Answers by ``script(sentence, sampling)``; an error that the script gives back is raised.

    Asked for a letter, it gets the numbered lines.
    """

    def __init__(self, script: Callable[[str, Sampling], str | DemurError], stop: Stop = Stop.END) -> None:
        self.script = script
        self.stop = stop
        self.asked: list[tuple[str, Sampling]] = []
        self.started = self.closed = False

    @property
    def info(self) -> ModelInfo:
        return ModelInfo(id="scripted")

    def start(self) -> None:
        self.started = True

    def close(self) -> None:
        self.closed = True

    def generate(
        self,
        prompt: Prompt,
        sampling: Sampling,
        on_text: Callable[[str], None],
        cancel: threading.Event,
    ) -> Generation:
        sentence = re.split(r"Sentences?:\s", prompt.user)[-1]
        self.asked.append((sentence, sampling))
        answer = self.script(sentence, sampling)
        if isinstance(answer, DemurError):
            raise answer
        words = answer.split(" ")
        for number, word in enumerate(words):
            if not cancel.is_set():
                on_text(word if number == 0 else f" {word}")
        return Generation(
            text=answer,
            stop=Stop.CANCELLED if cancel.is_set() else self.stop,
            prompt_tokens=1,
            reused_tokens=0,
            new_tokens=len(words),
            first_token=0.0,
            seconds=0.0,
        )

    def sample(
        self, prompt: Prompt, sampling: Sampling, count: int, cancel: threading.Event
    ) -> tuple[Generation, ...]:
        seeds = range(sampling.seed, sampling.seed + count)
        samplings = [sampling.model_copy(update={"seed": seed}) for seed in seeds]
        return tuple(self.generate(prompt, each, lambda _: None, cancel) for each in samplings)
