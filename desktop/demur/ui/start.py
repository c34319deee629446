"""From a command line to an open window."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from demur.domain.errors import DemurError
from demur.storage import Folders

from .background import PoolRunner
from .crash import CrashHandler
from .geometry import keep, restore
from .instance import Instance
from .window import MainWindow

if TYPE_CHECKING:
    from demur.app import Services


def run(services_factory: "Callable[[], Services]", argv: list[str]) -> int:
    """Open the window with the files in ``argv``; returns the exit code once it is closed.

    When it is open already, the files go to it. What keeps it from opening, such as a data folder that
    cannot be written to, is told in a dialog and on standard error.
    """
    app = QApplication(["demur", *argv])
    app.setApplicationName("Demur")
    app.setDesktopFileName("demur")
    files = [Path(name) for name in argv]
    try:
        folders = Folders.find().create()
        instance = Instance(folders.data)
        if not instance.claim():
            return _hand_over(instance, files)
        services = services_factory()
    except DemurError as error:
        return _say_why_not(error)
    window = MainWindow(services, PoolRunner())
    instance.asked.connect(window.open_files)
    CrashHandler(window.save_all, window).install()
    restore(window, folders.window)
    window.show()
    QTimer.singleShot(0, window, lambda: window.start(files))
    try:
        return app.exec()
    finally:
        keep(window, folders.window)
        instance.release()
        services.close()


def _hand_over(instance: Instance, files: list[Path]) -> int:
    if not instance.hand_over(files):
        raise DemurError(
            "Demur is open already, but its window does not answer.", "Close it, then start again."
        )
    sys.stderr.write("Demur is open already; its window takes it from here.\n")
    return 0


def _say_why_not(error: DemurError) -> int:
    """In the terminal, and in a dialog: whoever starts Demur from a menu sees no terminal."""
    sys.stderr.write(f"demur: {error.message}\n  {error.hint}\n")
    box = QMessageBox(QMessageBox.Icon.Warning, "Demur cannot be opened", error.message)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(error.hint)
    box.exec()
    return 1
