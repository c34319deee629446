"""What was found of a voice, to look at, change and leave out before any of it is stored."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from demur.domain.voice import Voice
from demur.voice import describe

from .words import label, quiet


class VoiceFound(QWidget):
    """Says how a voice writes and what it comes from; its samples can be edited, and unticked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice: Voice | None = None
        self.portrait = label(name="How you write")
        self.told = quiet(name="What was read")
        self.samples = QListWidget()
        self.samples.setAccessibleName("Sentences to keep as samples")
        self.samples.setWordWrap(True)
        self.samples.setAlternatingRowColors(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.portrait)
        caption = label("&Sentences kept as samples; untick what shall not be kept, double-click to edit.")
        caption.setBuddy(self.samples)
        layout.addWidget(caption)
        layout.addWidget(self.samples, 1)
        layout.addWidget(self.told)

    def show_voice(self, voice: Voice, told: tuple[str, ...]) -> None:
        """Show ``voice``, every sample ticked."""
        self._voice = voice
        self.portrait.setText("\n".join(describe(voice)))
        self.told.setText("\n".join(told))
        self.samples.clear()
        for sample in voice.samples:
            item = QListWidgetItem(sample, self.samples)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)

    def voice(self) -> Voice:
        """The voice with the samples that are ticked, as they stand now."""
        assert self._voice is not None  # noqa: S101 - asked for only once one is shown
        items = (self.samples.item(row) for row in range(self.samples.count()))
        ticked = (item.text().strip() for item in items if item.checkState() is Qt.CheckState.Checked)
        return self._voice.model_copy(update={"samples": tuple(filter(None, ticked))})
