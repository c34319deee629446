"""My voice: messages that one sent in, a way of writing out."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from demur.domain.errors import DemurError
from demur.domain.voice import Voice
from demur.intake import UnknownAuthorError
from demur.ui.drops import dropped_files, dropped_text

from .voice_found import VoiceFound
from .voice_shelf import VoiceShelf
from .voice_sources import VoiceSources
from .words import label

if TYPE_CHECKING:
    from demur.app import Lesson


class VoiceDialog(QDialog):
    """Asks for messages, shows what is found in them, and lets it be kept; then it closes.

    ``wanted`` carries files, pasted text and who the user is; ``stopped`` asks to end the reading; ``kept``
    carries a new voice and its name, ``changed`` one that was kept before.
    """

    wanted = Signal(object, str, str)
    stopped = Signal()
    kept = Signal(object, str)
    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("My voice")
        self.resize(580, 600)
        self.setAcceptDrops(True)
        self.shelf = VoiceShelf()
        self.sources = VoiceSources()
        self.found = VoiceFound()
        self.name = QLineEdit()
        self.name.setPlaceholderText("My voice")
        self.problem = label(name="Problem")
        self.progress = QProgressBar()
        self.progress.setAccessibleName("Messages read")
        self._page: QWidget = self.sources
        self._pages = QStackedWidget()
        self._pages.addWidget(self.sources)
        self._pages.addWidget(self.found)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        role = QDialogButtonBox.ButtonRole
        self.back = self._buttons.addButton("&Back", role.ActionRole)
        self.stop = self._buttons.addButton("S&top reading", role.ActionRole)
        self.look = self._buttons.addButton("Find my &voice", role.ActionRole)
        self.keep = self._buttons.addButton("&Keep this voice", role.AcceptRole)
        self._lay_out()
        self.back.clicked.connect(lambda: self._show(self.sources))
        self.stop.clicked.connect(self._stop)
        self.look.clicked.connect(self._look)
        self.keep.clicked.connect(self._keep)
        self.shelf.opened.connect(self._open)
        self._buttons.rejected.connect(self.reject)
        self.finished.connect(lambda _: self.stopped.emit())
        self.problem.hide()
        self._show(self.sources)

    def show_progress(self, done: int, total: int) -> None:
        """Show how many messages are read; ``total`` is 0 while it is not known."""
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def show_found(self, lesson: "Lesson") -> None:
        """Show what was learned, before it is kept."""
        self.name.clear()
        self.found.show_voice(lesson.voice, lesson.told)
        self.problem.hide()
        self._show(self.found)

    def show_error(self, error: DemurError) -> None:
        """Say why no voice came of it; what was given stays."""
        if isinstance(error, UnknownAuthorError):
            self.sources.ask_who(error.people)
        self.problem.setText(f"{error.message}\n{error.hint}".strip())
        self.problem.show()
        self._show(self._page)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Anything may be dropped; what cannot be read is told."""
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Files, folders and text are added to what is to be read."""
        event.acceptProposedAction()
        try:
            if files := dropped_files(event.mimeData()):
                self.sources.add_files(files)
            else:
                self.sources.add_text(dropped_text(event.mimeData()))
        except DemurError as error:
            self.show_error(error)
        if self._page is self.found:
            self._show(self.sources)

    def _open(self, voice: Voice) -> None:
        self.name.setText(voice.name)
        self.found.show_voice(voice, ())
        self.problem.hide()
        self._show(self.found)

    def _keep(self) -> None:
        voice = self.found.voice()
        if self.shelf.holds(voice):
            self.changed.emit(voice.model_copy(update={"name": self.name.text()}))
        else:
            self.kept.emit(voice, self.name.text())

    def _look(self) -> None:
        self.problem.hide()
        self._show(self.sources, busy=True)
        self.show_progress(0, 0)
        self.wanted.emit(self.sources.files, self.sources.samples.toPlainText(), self.sources.me)

    def _stop(self) -> None:
        self.stopped.emit()
        self._show(self.sources)

    def _show(self, page: QWidget, *, busy: bool = False) -> None:
        self._page = page
        self._pages.setCurrentWidget(page)
        giving = page is self.sources
        self.sources.setEnabled(not busy)
        self.shelf.setEnabled(not busy)
        self.shelf.setVisible(giving and not self.shelf.is_empty)
        self.progress.setVisible(busy)
        self.stop.setVisible(busy)
        self.look.setVisible(giving and not busy)
        self.back.setVisible(not giving)
        self.keep.setVisible(not giving)
        self._name_row.setVisible(not giving)
        (self.look if giving else self.keep).setDefault(True)

    def _lay_out(self) -> None:
        self._name_row = QWidget()
        row = QVBoxLayout(self._name_row)
        row.setContentsMargins(0, 0, 0, 0)
        caption = label("&Name")
        caption.setBuddy(self.name)
        row.addWidget(caption)
        row.addWidget(self.name)
        layout = QVBoxLayout(self)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self._name_row)
        layout.addWidget(self.progress)
        layout.addWidget(self.problem)
        layout.addWidget(self.shelf)
        layout.addWidget(self._buttons)
