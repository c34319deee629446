"""Where a finished reply goes: the clipboard or a file; what leaves is what is seen."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from demur.domain.errors import DemurError
from demur.ui.background import Lanes

from .desk import Desk

if TYPE_CHECKING:
    from demur.app import Services


_NEXT = "Open a request, then write or pick a reply."


class Outbox(QObject):
    """Copies and saves the reply on the desk; ``done`` says in words what was done."""

    done = Signal(str)
    failed = Signal(object)

    def __init__(self, services: "Services", lanes: Lanes, desk: Desk) -> None:
        super().__init__()
        self._services = services
        self._lanes = lanes
        self._desk = desk

    def copy(self) -> None:
        """The whole reply to the clipboard."""
        if text := self._text():
            QGuiApplication.clipboard().setText(text)
            self._mark_sent()
            self.done.emit("Copied: paste it where you answer.")
        else:
            self.failed.emit(DemurError("There is no reply to copy.", _NEXT))

    def save(self, path: Path) -> None:
        """The whole reply to a file."""
        if text := self._text():
            self._lanes.run(
                "save",
                lambda _: self._services.save_text(path, text),
                lambda _: self._saved(path),
                self.failed.emit,
            )
        else:
            self.failed.emit(DemurError("There is no reply to save.", _NEXT))

    def _saved(self, path: Path) -> None:
        self._mark_sent()
        self.done.emit(f"Saved as {path.name}.")

    def _text(self) -> str:
        self._desk.settling.emit()
        request = self._desk.request
        return request.draft.text if request and request.draft else ""

    def _mark_sent(self) -> None:
        if self._desk.request is not None:
            self._desk.note(sent=dt.datetime.now(dt.UTC))
