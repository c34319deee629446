"""A defect: the text is saved first, then one dialog says so and offers a report to copy."""

import platform
import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6 import __version__ as pyside_version
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from demur.ui.view.words import heading, label


class CrashDialog(QDialog):
    """Says that something broke, what became of the text, and shows the report."""

    def __init__(self, report: str, saved: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Demur: something went wrong")
        self.resize(560, 380)
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.report.setAccessibleName("Report")
        self.kept = label(
            "Your text is saved: it is there when you open Demur again."
            if saved
            else "Your text could not be saved: copy it from the window before you close it."
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton("&Copy report", QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(heading("Something went wrong in Demur."))
        layout.addWidget(self.kept)
        layout.addWidget(label("The report below holds nothing that you wrote. It goes nowhere by itself."))
        layout.addWidget(self.report, 1)
        layout.addWidget(buttons)


class CrashHandler:
    """Takes over ``sys.excepthook``, which Qt's slots lead to as well; one dialog at a time."""

    def __init__(self, save: Callable[[], None], parent: QWidget) -> None:
        self._save = save
        self._parent = parent
        self._showing = False

    def install(self) -> None:
        """Handle every exception from now on that nobody caught."""
        sys.excepthook = self.handle

    def handle(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> CrashDialog | None:
        """Save, then show; nothing is shown while a dialog is open or for a keyboard interrupt."""
        sys.__excepthook__(kind, error, trace)
        if self._showing or not issubclass(kind, Exception):
            return None
        self._showing = True
        dialog = CrashDialog(report_of(error), self._saved(), self._parent)
        dialog.finished.connect(self._closed)
        dialog.open()
        return dialog

    def _saved(self) -> bool:
        try:
            self._save()
        except Exception:  # noqa: BLE001 - while handling a defect, nothing else may break
            return False
        return True

    def _closed(self) -> None:
        self._showing = False


def report_of(error: BaseException) -> str:
    """Where it broke, and on what; values, which may be the user's words, are left out."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"  {frame.name}, line {frame.lineno} of {frame.filename}" for frame in frames]
    system = f"Python {platform.python_version()}, PySide6 {pyside_version}, {platform.platform()}"
    return "\n".join([type(error).__name__, *places, system])
