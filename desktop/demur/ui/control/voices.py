"""The voices there are, and a new one learned from what somebody wrote."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from demur.domain.errors import DemurError
from demur.domain.voice import Voice
from demur.ui.background import Job, Lanes

if TYPE_CHECKING:
    from demur.app import Lesson, Services

_READ, _STORE = "voice", "keep voice"


class Voices(QObject):
    """``changed`` carries all voices, ``own`` those of the user among them.

    ``progressed`` tells how many messages of how many are read, ``learned`` carries a ``Lesson``, ``made``
    a new voice and ``altered`` an old one, once it is stored.
    """

    changed = Signal(object)
    own = Signal(object)
    progressed = Signal(int, int)
    learned = Signal(object)
    made = Signal(object)
    altered = Signal(object)
    failed = Signal(object)

    def __init__(self, services: "Services", lanes: Lanes) -> None:
        super().__init__()
        self._services = services
        self._lanes = lanes

    def refresh(self) -> None:
        """Look up the voices."""
        self.changed.emit(self._services.voices())
        self.own.emit(self._services.voice_shelf.own())

    def learn(self, files: tuple[Path, ...], text: str, me: str) -> None:
        """Learn a voice from files and text; it is not stored yet."""

        def work(job: Job) -> "Lesson":
            def tell(done: int, total: int) -> None:
                job.report(lambda: self.progressed.emit(done, total))

            return self._services.voice_shelf.learn(files, text, me, tell, job.cancel)

        self._lanes.run(_READ, work, self.learned.emit, self.failed.emit)

    def stop(self) -> None:
        """End the reading, and use nothing of it."""
        self._lanes.drop(_READ)

    def keep(self, voice: Voice, name: str) -> None:
        """Store a voice."""

        def done(kept: Voice) -> None:
            self.refresh()
            self.made.emit(kept)

        shelf = self._services.voice_shelf
        self._lanes.run(_STORE, lambda _: shelf.keep(voice, name), done, self.failed.emit)

    def change(self, voice: Voice) -> None:
        """Store a voice of the user's own as it is now."""

        def done(changed: Voice) -> None:
            self.refresh()
            self.altered.emit(changed)

        shelf = self._services.voice_shelf
        self._lanes.run(_STORE, lambda _: shelf.change(voice), done, self.failed.emit)

    def forget(self, voice: str) -> None:
        """Delete a voice of the user's own."""
        try:
            self._services.voice_shelf.forget(voice)
        except DemurError as error:
            self.failed.emit(error)
        self.refresh()
