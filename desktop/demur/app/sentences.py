"""Single sentences of anybody's, rewritten and checked, for the terminal and for scripts."""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Self

from demur import storage
from demur.domain.draft import Check, DraftBeat
from demur.domain.errors import DemurError
from demur.domain.model import ModelInfo
from demur.domain.template import FilledBeat, Role
from demur.domain.voice import Voice
from demur.drafting import Terms
from demur.guard import GuardContext
from demur.storage import Folders
from demur.voice import measure, split_letters

from .knowledge import Knowledge
from .models import find_model
from .voices import Voices
from .writing_model import WritingModel


class Sentences:
    """What may be done with a sentence that stands in no letter; ``model`` is started by the first rewrite.

    Every method raises ``DemurError`` for what the user should know.
    """

    def __init__(self, own_voices: Path, model: WritingModel) -> None:
        self._model = model
        self._knowledge = Knowledge()
        self._voices = Voices(own_voices, lambda: self._knowledge.voices)

    @classmethod
    def for_command(cls, model: str | None) -> Self:
        """What one command needs: the user's own model where none is given; nothing is created."""
        folders = Folders.find()
        wanted = storage.read_settings(folders.settings).model if model is None else model
        return cls(folders.voices, find_model(wanted, folders))

    def voice(self, path: Path | None) -> Voice:
        """The voice in a file, or the one that the user's drafts are written in."""
        return self._voices.use(path) if path else self._voices.chosen("")

    def voice_of_messages(self, text: str) -> Voice:
        """The voice of whoever wrote the messages in ``text``, one after the other."""
        return self.voice_of(split_letters(text))

    def voice_of(self, samples: Sequence[str]) -> Voice:
        """The voice of whoever wrote ``samples``, messages or single sentences; it is not stored."""
        if not any(sample.strip() for sample in samples):
            raise DemurError("There are no samples to tell the voice by.", "Give a few sentences.")
        return measure(samples, id="measured", name="Measured")

    def rewrite(self, sentence: str, voice: Voice, on_failure: Callable[[DemurError], None]) -> DraftBeat:
        """``sentence`` in ``voice``: by the model, else by the rules, else as it is; not English, as it is.

        A model that fails is told to ``on_failure``, and costs no more than its words.
        """
        terms = Terms(voice=voice)
        drafter, cancel = self._knowledge.drafter, threading.Event()
        return drafter.rewrite(sentence, terms, self._model.usable, on_failure, cancel)

    def try_model(self, on_step: Callable[[int, int], None]) -> None:
        """Find out, once, what a model may do that nobody has measured; ``on_step`` hears how far it is."""
        self._model.try_out(self._knowledge.drafter, on_step)

    @property
    def model_info(self) -> ModelInfo:
        """Which model writes along; where one may not, the reason."""
        return self._model.info

    def guard(self, template: str, candidate: str) -> tuple[Check, ...]:
        """What the guard says of ``candidate`` as a rewrite of ``template``."""
        beat = FilledBeat(role=Role.STATEMENT, text=template)
        return self._knowledge.guard.check(beat, candidate, GuardContext())

    def close(self) -> None:
        """Stop the model's process."""
        self._model.close()
