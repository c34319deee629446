"""Sentences that the person wrote by hand, offered for their voice once the reply is out."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from demur.ui.background import Lanes

from .desk import Desk

if TYPE_CHECKING:
    from demur.app import Services

_LANE = "remember"


class Remembering(QObject):
    """``offered`` carries a sentence, each at most once; ``done`` says in words what was done."""

    offered = Signal(str)
    done = Signal(str)
    failed = Signal(object)

    def __init__(self, services: "Services", lanes: Lanes, desk: Desk) -> None:
        super().__init__()
        self._services = services
        self._lanes = lanes
        self._desk = desk
        self._offered: set[str] = set()

    def look(self) -> None:
        """Offer the next sentence of the reply on the desk, if there is one."""
        request = self._desk.request
        if request is None:
            return
        self._lanes.run(
            _LANE, lambda _: self._services.worth_remembering(request), self._offer, self.failed.emit
        )

    def remember(self, sentence: str) -> None:
        """Put ``sentence`` among the samples of the voice of the reply, and offer the next."""
        request = self._desk.request
        if request is None:
            return
        shelf = self._services.voice_shelf

        def work(_: object) -> None:
            shelf.remember(shelf.chosen(request.voice).id, sentence)

        def done(_: None) -> None:
            self.done.emit("Remembered: your voice has this sentence among its samples.")
            self.look()

        self._lanes.run(_LANE, work, done, self.failed.emit)

    def _offer(self, sentences: tuple[str, ...]) -> None:
        for sentence in sentences:
            if sentence not in self._offered:
                self._offered.add(sentence)
                self.offered.emit(sentence)
                return
