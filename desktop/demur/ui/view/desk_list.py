"""The left of the window: where requests come in, and those that came before."""

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from demur.domain.advice import MoveId
from demur.domain.request import RequestSummary
from demur.ui.labels import MOVES

from .words import button, heading, quiet, wrap_for

_BOX_LINES = 6
_MOST_SHOWN = 200_000


class PasteBox(QPlainTextEdit):
    """Takes pasted, dropped and typed text; ``pasted`` carries what is to be read."""

    pasted = Signal(str)
    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText("Paste a request here, or drop a file (.eml, .txt, .md).")
        self.setAccessibleName("Paste a request here")
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * _BOX_LINES)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Ctrl+Return is done typing."""
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if ctrl and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.pasted.emit(self.toPlainText())
        else:
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802 - Qt's name
        """Files and texts."""
        return source.hasUrls() or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """A file is opened; text that fills the empty box is read at once, or that is too large for it."""
        if source.hasUrls():
            self.dropped.emit(source)
            return
        if len(source.text()) > _MOST_SHOWN:
            self.pasted.emit(source.text())
            return
        wrap_for(self, source.text())
        was_empty = not self.toPlainText().strip()
        super().insertFromMimeData(source)
        if was_empty and self.toPlainText().strip():
            self.pasted.emit(self.toPlainText())


class DeskList(QWidget):
    """The paste box and the recent requests; it tells what was asked for, by path, text or number."""

    submitted = Signal(str)
    asked_for_file = Signal()
    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = PasteBox()
        self.box.pasted.connect(self._defer)
        self.read = button("Rea&d it", "Read what stands in the box (Ctrl+Return)")
        self.read.clicked.connect(lambda: self.submitted.emit(self.box.toPlainText()))
        self.open = button("&Open…", "Open a message file")
        self.open.clicked.connect(self.asked_for_file)
        self.recent = QListWidget()
        self.recent.setAccessibleName("Recent requests")
        self.recent.setWordWrap(True)
        self.recent.setSpacing(3)
        self.recent.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.recent.itemClicked.connect(self._choose)
        self.recent.itemActivated.connect(self._choose)
        self.none_yet = quiet("Nothing yet: what you paste, drop or open is kept here.")
        layout = QVBoxLayout(self)
        layout.addWidget(heading("New request"))
        layout.addWidget(self.box)
        row = QHBoxLayout()
        row.addWidget(self.read, 1)
        row.addWidget(self.open, 1)
        layout.addLayout(row)
        layout.addSpacing(8)
        layout.addWidget(heading("Recent"))
        layout.addWidget(self.recent, 1)
        layout.addWidget(self.none_yet)
        layout.addStretch(0)
        layout.addWidget(quiet("Nothing leaves this machine."))

    def show_recent(self, summaries: tuple[RequestSummary, ...], current: int) -> None:
        """Show what is stored, with ``current`` selected."""
        self.recent.clear()
        for one in summaries:
            item = QListWidgetItem(f"{one.sender or 'Sender not named'}\n{_state(one)}")
            item.setToolTip(f"{one.subject}\n{one.opened:%d %B %Y}".strip())
            item.setData(Qt.ItemDataRole.UserRole, one.id)
            self.recent.addItem(item)
            if one.id == current:
                self.recent.setCurrentItem(item)
        self.none_yet.setVisible(not summaries)
        self.recent.setVisible(bool(summaries))

    def take_read(self, text: str) -> None:
        """What was read need not stand in the box any more."""
        if self.box.toPlainText() == text:
            self.box.clear()

    def _defer(self, text: str) -> None:
        QTimer.singleShot(0, self, lambda: self.submitted.emit(text))

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))


def _state(one: RequestSummary) -> str:
    """What is not to be answered is never open."""
    if one.move is MoveId.NO_REPLY:
        return MOVES[one.move]
    return f"{MOVES[one.move]} · {'answered' if one.sent else 'open'}"
