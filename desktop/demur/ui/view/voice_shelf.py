"""The voices made before, each to be deleted after a question."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMessageBox, QWidget

from demur.domain.voice import Voice

from .words import button, label


class VoiceShelf(QWidget):
    """``forgotten`` carries the id of a voice to delete, once the person has said yes."""

    forgotten = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.voices = QComboBox()
        self.delete = button("&Delete…", "Delete this voice for good")
        self.delete.clicked.connect(self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        caption = label("Voices that you &made")
        caption.setBuddy(self.voices)
        row.addWidget(caption)
        row.addWidget(self.voices, 1)
        row.addWidget(self.delete)

    @property
    def is_empty(self) -> bool:
        """Whether there is none."""
        return self.voices.count() == 0

    def show_voices(self, voices: Sequence[Voice]) -> None:
        """Offer ``voices``, all of them the user's own."""
        self.voices.clear()
        for voice in voices:
            self.voices.addItem(voice.name, voice.id)
        self.setVisible(not self.is_empty)

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
