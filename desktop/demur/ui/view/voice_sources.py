"""Where a voice is to be learned from: files, folders and pasted text; and who of the writers one is."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from .words import button, label, quiet

_FILES = "Sent messages (*.eml *.mbox *.csv *.zip *.txt *.md *.html *.htm);;All files (*)"


class VoiceSources(QWidget):
    """Gathers what is given; drops arrive through ``add_files`` and ``add_text``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.files: tuple[Path, ...] = ()
        self.samples = QPlainTextEdit()
        self.samples.setTabChangesFocus(True)
        self.samples.setAcceptDrops(False)  # what is dropped is for the whole dialog
        self.samples.setAccessibleName("Messages that you sent")
        self.samples.setPlaceholderText("Hi Sam,\n\nThanks for getting in touch …")
        self.choose_files = button("Choose &files…", "Mails, mailboxes, LinkedIn's messages.csv, archives")
        self.choose_folder = button("Choose a f&older…", "A folder with sent messages")
        self.clear = button("C&lear", "Forget the files chosen here")
        self.given = quiet(name="Files to learn from")
        self.who = QComboBox()
        self.who.setAccessibleName("Which of these people are you?")
        self._ask_who = QWidget()
        self.choose_files.clicked.connect(self._choose_files)
        self.choose_folder.clicked.connect(self._choose_folder)
        self.clear.clicked.connect(self._clear)
        self._lay_out()
        self._show_files()
        self._ask_who.hide()

    def add_files(self, files: Iterable[Path]) -> None:
        """Learn from these files and folders, too."""
        self.files = tuple(dict.fromkeys((*self.files, *files)))
        self._show_files()

    def add_text(self, text: str) -> None:
        """Learn from this text, too."""
        self.samples.appendPlainText(text)

    def ask_who(self, people: Iterable[str]) -> None:
        """Ask which of ``people`` the user is."""
        self.who.clear()
        self.who.addItems(list(people))
        self._ask_who.show()

    @property
    def me(self) -> str:
        """Who the user says they are; nothing while it was not asked."""
        return "" if self._ask_who.isHidden() else self.who.currentText()

    def _choose_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, "Choose sent messages", "", _FILES)
        self.add_files(map(Path, names))

    def _choose_folder(self) -> None:
        if name := QFileDialog.getExistingDirectory(self, "Choose a folder with sent messages"):
            self.add_files([Path(name)])

    def _clear(self) -> None:
        self.files = ()
        self._ask_who.hide()
        self._show_files()

    def _show_files(self) -> None:
        self.given.setText("\n".join(str(path) for path in self.files))
        self.given.setVisible(bool(self.files))
        self.clear.setVisible(bool(self.files))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(
            label(
                "Drop messages that you sent: files, a folder, a mailbox (.mbox), LinkedIn's messages.csv "
                "or the archive around it. Or paste a few, one after the other. 25 make a good likeness."
            )
        )
        row = QHBoxLayout()
        for one in (self.choose_files, self.choose_folder, self.clear):
            row.addWidget(one)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addWidget(self.given)
        layout.addWidget(self.samples, 1)
        who = QHBoxLayout(self._ask_who)
        who.setContentsMargins(0, 0, 0, 0)
        caption = label("&Which of them are you?")
        caption.setBuddy(self.who)
        caption.setWordWrap(False)
        who.addWidget(caption)
        who.addWidget(self.who, 1)
        layout.addWidget(self._ask_who)
        layout.addWidget(
            quiet(
                "They are read here, on this machine. Nothing of them is kept but how you write and a few "
                "sentences that you see first."
            )
        )
