"""Where the window stood, from one start to the next."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from .window import MainWindow

_KEY = "geometry"


def restore(window: MainWindow, path: Path) -> None:
    """Put ``window`` where it was last, within today's screens; as it is when ``path`` tells nothing."""
    kept = QSettings(str(path), QSettings.Format.IniFormat).value(_KEY)
    if isinstance(kept, QByteArray):
        window.restoreGeometry(kept)


def keep(window: MainWindow, path: Path) -> None:
    """Remember where ``window`` stands; where the disk is full, it is forgotten."""
    QSettings(str(path), QSettings.Format.IniFormat).setValue(_KEY, window.saveGeometry())
