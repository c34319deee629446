"""What the use cases need from the outside; the adapters of floor 4 provide it."""

import threading
from collections.abc import Callable
from typing import Protocol

from .model import Generation, ModelInfo, Prompt, Sampling


class LanguageModel(Protocol):
    """A local model behind a border that a crash cannot pass."""

    def start(self) -> None:
        """Begin to get ready, without waiting for it. Raises ``DemurError`` when that is not possible."""
        ...

    def close(self) -> None:
        """Leave no process behind."""
        ...

    @property
    def info(self) -> ModelInfo:
        """Which model answers."""
        ...

    def generate(
        self,
        prompt: Prompt,
        sampling: Sampling,
        on_text: Callable[[str], None],
        cancel: threading.Event,
    ) -> Generation:
        """Answer ``prompt``, handing over text as it comes; stops within 100 ms of ``cancel``.

        Raises ``DemurError`` when the model cannot be started or its process dies.
        """
        ...

    def sample(
        self, prompt: Prompt, sampling: Sampling, count: int, cancel: threading.Event
    ) -> tuple[Generation, ...]:
        """``count`` answers to ``prompt``, 1 to 8, written side by side; stops within 100 ms of ``cancel``.

        Number ``n`` is drawn with the seed ``sampling.seed + n``; asked again, the answers are the same.
        Those that were not finished before ``cancel`` end as cancelled. Raises ``DemurError`` likewise.
        """
        ...
