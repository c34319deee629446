"""Asks where a reply is to be saved, and as what."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

# What it is called, and the suffix that a name gets without one of its own.
_FORMATS = {
    "Text (*.txt)": "txt",
    "E-mail draft (*.eml)": "eml",
    "Markdown (*.md)": "md",
}


def ask_where_to_save(parent: QWidget, save: Callable[[Path], object]) -> QFileDialog:
    """Show the dialog; ``save`` hears the file that was chosen."""
    dialog = QFileDialog(parent, "Save the reply")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(list(_FORMATS))
    dialog.setDefaultSuffix("txt")
    dialog.selectFile("reply")
    dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(_FORMATS[chosen]))
    dialog.fileSelected.connect(lambda name: save(Path(name)))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
