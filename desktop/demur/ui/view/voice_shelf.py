"""The voices made before, each to be looked at and changed, or deleted after a question."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMessageBox, QWidget

from demur.domain.voice import Voice

from .words import button, label


class VoiceShelf(QWidget):
    """``opened`` carries a voice to look at, ``forgotten`` an id to delete, after a yes to the question."""

    opened = Signal(object)
    forgotten = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.voices = QComboBox()
        self._voices: dict[str, Voice] = {}
        self.open = button("Look at &it…", "See how this voice writes, and change its sentences")
        self.open.clicked.connect(lambda: self.opened.emit(self._voices[self.voices.currentData()]))
        self.delete = button("&Delete…", "Delete this voice for good")
        self.delete.clicked.connect(self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        caption = label("Voices that you &made")
        caption.setBuddy(self.voices)
        caption.setWordWrap(False)
        row.addWidget(caption)
        row.addWidget(self.voices, 1)
        row.addWidget(self.open)
        row.addWidget(self.delete)

    @property
    def is_empty(self) -> bool:
        """Whether there is none."""
        return not self._voices

    def show_voices(self, voices: Sequence[Voice]) -> None:
        """Offer ``voices``, all of them the user's own."""
        self._voices = {voice.id: voice for voice in voices}
        self.voices.clear()
        for voice in voices:
            self.voices.addItem(voice.name, voice.id)
        self.setVisible(not self.is_empty)

    def holds(self, voice: Voice) -> bool:
        """Whether ``voice`` is one of them, changed or not."""
        return voice.id in self._voices

    def _ask(self) -> None:
        voice, name = self.voices.currentData(), self.voices.currentText()
        box = QMessageBox(
            QMessageBox.Icon.Question, "Delete a voice", f"Delete the voice “{name}” for good?", parent=self
        )
        box.setTextFormat(Qt.TextFormat.PlainText)
        yes = box.addButton("&Delete", QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        yes.clicked.connect(lambda: self.forgotten.emit(voice))
        box.open()
