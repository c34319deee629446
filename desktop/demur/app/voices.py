"""The voices to write in: the user's own, those that Demur starts with, and one given for a run."""

import itertools
from collections.abc import Callable
from pathlib import Path

from demur import storage
from demur.domain.errors import DemurError
from demur.domain.voice import Voice
from demur.voice import measure, split_letters

_LEAST_SAMPLE_WORDS = 20


class Voices:
    """Those stored in the folder ``own``, and the ``starters``."""

    def __init__(self, own: Path, starters: Callable[[], tuple[Voice, ...]]) -> None:
        self._own = own
        self._starters = starters
        self._given: Voice | None = None

    def all(self) -> tuple[Voice, ...]:
        """The user's own first, then the starters."""
        return (*storage.read_voices(self._own), *self._starters())

    def make(self, name: str, samples: str) -> Voice:
        """Measure a voice from messages, one after the other, and store it."""
        if len(samples.split()) < _LEAST_SAMPLE_WORDS:
            raise DemurError("This is too little to tell how you write.", "Paste two or three messages.")
        taken = {voice.id for voice in self.all()}
        free = next(own for own in map("own-{}".format, itertools.count(1)) if own not in taken)
        voice = measure(split_letters(samples), id=free, name=name)
        storage.write_voice(self._own, voice)
        return voice

    def use(self, path: Path) -> Voice:
        """Choose the voice in a file for this run; it is not stored."""
        self._given = storage.read_voice(path)
        return self._given

    def chosen(self, wanted: str) -> Voice:
        """The voice given for this run, else the one called ``wanted``, else the first."""
        voices = (self._given,) if self._given else self.all()
        return next((voice for voice in voices if voice.id == wanted), voices[0])
