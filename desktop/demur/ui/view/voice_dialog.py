"""My voice: a few sent messages in, a way of writing out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from demur.domain.errors import DemurError

from .words import label, quiet


class VoiceDialog(QDialog):
    """Asks for samples; ``submitted`` carries a name and them; it stays open until a voice is made."""

    submitted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("My voice")
        self.resize(520, 420)
        self.name = QLineEdit("My voice")
        self.samples = QPlainTextEdit()
        self.samples.setTabChangesFocus(True)
        self.samples.setAccessibleName("Messages that you sent")
        self.samples.setPlaceholderText("Hi Sam,\n\nThanks for getting in touch …")
        self.problem = label(name="Problem")
        self.problem.hide()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.make = self._buttons.addButton("&Make this voice", QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.accepted.connect(self._submit)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        caption = label("&Name")
        caption.setBuddy(self.name)
        layout.addWidget(caption)
        layout.addWidget(self.name)
        layout.addWidget(label("Paste a few messages that you sent, one after the other."))
        layout.addWidget(self.samples, 1)
        layout.addWidget(quiet("They are measured here, on this machine, and stay on it."))
        layout.addWidget(self.problem)
        layout.addWidget(self._buttons)

    def show_error(self, error: DemurError) -> None:
        """Say why no voice came of it; what was pasted stays."""
        self.problem.setText(f"{error.message} {error.hint}".strip())
        self.problem.show()
        self.make.setEnabled(True)

    def _submit(self) -> None:
        self.make.setEnabled(False)
        self.submitted.emit(self.name.text().strip() or "My voice", self.samples.toPlainText())
