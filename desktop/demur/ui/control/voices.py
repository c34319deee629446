"""The voices there are, and a new one measured from what somebody wrote."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from demur.domain.voice import Voice
from demur.ui.background import Job, Lanes

if TYPE_CHECKING:
    from demur.app import Services


class Voices(QObject):
    """``changed`` carries all voices, ``made`` a new one, once it is among them."""

    changed = Signal(object)
    made = Signal(object)
    failed = Signal(object)

    def __init__(self, services: "Services", lanes: Lanes) -> None:
        super().__init__()
        self._services = services
        self._lanes = lanes

    def refresh(self) -> None:
        """Look up the voices."""
        self.changed.emit(self._services.voices())

    def make(self, name: str, samples: str) -> None:
        """Measure and store a voice."""

        def work(_: Job) -> Voice:
            return self._services.make_voice(name, samples)

        def done(voice: Voice) -> None:
            self.refresh()
            self.made.emit(voice)

        self._lanes.run("voice", work, done, self.failed.emit)
