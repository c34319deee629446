"""The voices to write in: the user's own, those that Demur starts with, and one given for a run."""

import itertools
import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Self

from demur import storage
from demur.domain.errors import DemurError
from demur.domain.profile import Profile
from demur.domain.request import Request
from demur.domain.voice import Voice
from demur.storage import Folders

from .knowledge import Knowledge
from .learning import Given, Lesson, learn_voice
from .remembering import worth_remembering

_FIRST_NAME = "My voice"
_MOST_SAMPLES = 12


class Voices:
    """Those stored in the folder ``own``, and the ``starters``; ``profile`` says who the user is.

    Every method raises ``DemurError`` for what the user should know.
    """

    def __init__(
        self,
        own: Path,
        starters: Callable[[], tuple[Voice, ...]],
        profile: Callable[[], Profile] = Profile,
    ) -> None:
        self._own = own
        self._starters = starters
        self._profile = profile
        self._given: Voice | None = None

    @classmethod
    def for_command(cls) -> Self:
        """Where the user keeps them, in a folder made when there is none."""
        folders = Folders.find().create()
        profile = partial(storage.read_profile, folders.profile)
        return cls(folders.voices, lambda: Knowledge().voices, profile)

    def all(self) -> tuple[Voice, ...]:
        """The user's own first, then the starters."""
        return (*self.own(), *self._starters())

    def own(self) -> tuple[Voice, ...]:
        """Those that the user made."""
        return storage.read_voices(self._own)

    def file(self, voice: Voice) -> Path | None:
        """Where ``voice`` lies, for whoever edits it by hand; None for a starter."""
        return storage.voice_file(self._own, voice.id)

    def called(self, name: str) -> Voice:
        """The voice with this name or id, an own one before a starter of the same name."""
        for voice in self.all():
            if name.strip().casefold() in {voice.name.casefold(), voice.id.casefold()}:
                return voice
        names = ", ".join(f"“{voice.name}”" for voice in self.all())
        raise DemurError(f"There is no voice called “{name}”.", f"There are {names}.")

    def learn(
        self,
        files: Sequence[Path],
        text: str,
        me: str,
        on_progress: Callable[[int, int], None],
        cancel: threading.Event,
    ) -> Lesson:
        """The voice in files, folders and text by the user, see ``learn_voice``; not stored."""
        return learn_voice(Given(files, text), self._profile(), me, on_progress, cancel)

    def keep(self, voice: Voice, name: str = "") -> Voice:
        """Store ``voice`` as a new one called ``name``, or by the first name that is free."""
        taken = {one.name.casefold() for one in self.all()}
        name = self._free(name.strip() or next(one for one in _names() if one.casefold() not in taken))
        ids = {one.id for one in self.all()}
        free = next(one for one in map("own-{}".format, itertools.count(1)) if one not in ids)
        kept = voice.model_copy(update={"id": free, "name": name})
        storage.write_voice(self._own, kept)
        return kept

    def change(self, voice: Voice) -> Voice:
        """Store ``voice`` in place of the user's own one with its id."""
        old = self._of_own(voice.id)
        changed = voice.model_copy(update={"name": self._free(voice.name.strip() or old.name, old)})
        storage.write_voice(self._own, changed)
        return changed

    def forget(self, voice: str) -> None:
        """Delete the user's own voice with this id for good."""
        storage.delete_voice(self._own, self._of_own(voice).id)

    def forget_sample(self, voice: str, number: int) -> Voice:
        """Take the sample with this number, counted from 1, out of the user's own voice with this id."""
        old = self._of_own(voice)
        if not 1 <= number <= len(old.samples):
            raise DemurError(
                f"“{old.name}” has no sample {number}.",
                f"Its samples have the numbers 1 to {len(old.samples)}.",
            )
        samples = (*old.samples[: number - 1], *old.samples[number:])
        return self.change(old.model_copy(update={"samples": samples}))

    def remember(self, voice: str, sentence: str) -> Voice:
        """Put ``sentence`` first among the samples of the user's own voice with this id, twelve at most."""
        old = self._of_own(voice)
        others = [sample for sample in old.samples if sample != sentence]
        samples = (sentence, *others)[:_MOST_SAMPLES]
        return self.change(old.model_copy(update={"samples": samples}))

    def worth_remembering(self, request: Request, private: Sequence[str]) -> tuple[str, ...]:
        """What of the reply to ``request`` its voice could keep; nothing where that is a starter."""
        voice = self.chosen(request.voice)
        if request.draft is None or voice not in self.own() or request.message.language != voice.language:
            return ()
        people = (request.message.sender.name, self._profile().name, *request.slots.values())
        return worth_remembering(request.draft, voice, people, private)

    def use(self, path: Path) -> Voice:
        """Choose the voice in a file for this run; it is not stored."""
        self._given = storage.read_voice(path)
        return self._given

    def chosen(self, wanted: str) -> Voice:
        """The voice given for this run, else the one called ``wanted``, else the first."""
        voices = (self._given,) if self._given else self.all()
        return next((voice for voice in voices if voice.id == wanted), voices[0])

    def _of_own(self, voice: str) -> Voice:
        for own in self.own():
            if own.id == voice:
                return own
        raise DemurError(
            "This voice is one of those that Demur starts with.", "Only your own can be changed."
        )

    def _free(self, name: str, holder: Voice | None = None) -> str:
        """``name``, unless another voice than ``holder`` has it."""
        if any(one.name.casefold() == name.casefold() for one in self.all() if one != holder):
            raise DemurError(f"There is a voice called “{name}” already.", "Choose another name.")
        return name


def _names() -> itertools.chain[str]:
    return itertools.chain([_FIRST_NAME], (f"{_FIRST_NAME} {number}" for number in itertools.count(2)))
