"""The truth about what is going on: voice, language, model, where data is; and a stop while it works."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QProgressBar, QStatusBar, QWidget

from demur.domain.draft import Progress
from demur.domain.model import ModelInfo

from .words import button, quiet


class StatusLine(QStatusBar):
    """``stopped`` asks to end what is being written."""

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._busy = False
        self.progress = QProgressBar()
        self.progress.setMaximumWidth(140)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName("Progress of the draft")
        self.words = quiet(name="What is being written")
        self.stop = button("S&top", "Leave the letter as it is now (Esc)")
        self.stop.clicked.connect(self.stopped)
        self.voice = quiet(name="Voice")
        self.language = quiet(name="Language")
        self.place = quiet("on this machine only")
        self.model = quiet("model: getting ready", name="Model")
        for words in (self.words, self.voice, self.language, self.place, self.model):
            words.setWordWrap(False)
        self.addWidget(self.progress)
        self.addWidget(self.stop)
        self.addWidget(self.words)
        for fact in (self.voice, self.language, self.place, self.model):
            fact.setMinimumWidth(1)
            fact.setContentsMargins(6, 0, 10, 0)
            self.addPermanentWidget(fact)
        self.show_busy(False)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """What there is no room for is left out, not cut off; what the panes say as well goes first."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """A longer text needs more room."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        room = self.width()
        if self._busy:
            room -= sum(one.sizeHint().width() for one in (self.progress, self.stop, self.words))
        for fact in (self.model, self.place, self.voice, self.language):
            room -= fact.sizeHint().width()
            fact.setVisible(room >= 0)

    def show_busy(self, busy: bool) -> None:
        """Offer a stop while something is being written."""
        if busy != self._busy:
            said = "Writing the reply." if busy else "The reply is written."
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
        self._busy = busy
        self.progress.setRange(0, 0)
        self.words.setText("")
        self.progress.setVisible(busy)
        self.stop.setVisible(busy)
        self.words.setVisible(busy)

    def show_trial(self, done: int, of: int) -> None:
        """Show how far the trial of a model is that nobody has measured."""
        self.model.setText(f"trying the model, once: {done} of {of}")

    def show_model(self, info: ModelInfo) -> None:
        """Show which model writes; what is to be known of it, or why it may not, is in the tooltip."""
        unused = f"{info.file} is not used" if info.file else "no model"
        ready = f"model ready: {info.id}" if info.id != "none" else f"{unused}: templates and rules write"
        self.model.setText(ready)
        self.model.setToolTip(info.note)

    def show_progress(self, progress: Progress) -> None:
        """Show which sentence is at work; the model's words show once they have passed the checks."""
        self.progress.setRange(0, progress.total)
        self.progress.setValue(progress.index + (progress.beat is not None))
        self.words.setText(f"sentence {progress.index + 1} of {progress.total}")
