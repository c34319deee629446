"""Renders the window's main states into a folder: ``python packaging/screenshots.py FOLDER [--dark]``.

The scale is Qt's: ``QT_SCALE_FACTOR=2``. Needs a display, Xvfb's for instance. All data is made up and
lies in a folder that is thrown away.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from demur.app import Services
from demur.domain.advice import MoveId
from demur.domain.profile import Profile
from demur.ui import MainWindow
from demur.ui.background import PoolRunner

_WIDE, _NARROW, _HEIGHT = 1280, 560, 800
_PATIENCE_MS = 60_000


class Camera:
    """Waits for the window to be still, and takes its picture."""

    def __init__(self, window: MainWindow, folder: Path, suffix: str) -> None:
        self._window = window
        self._folder = folder
        self._suffix = suffix

    def wait(self, until: Callable[[], bool]) -> None:
        """Let the window work until something holds."""
        deadline = QDeadlineTimer(_PATIENCE_MS)
        while not until():
            if deadline.hasExpired():
                sys.exit("The window did not get that far.")
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 100)

    def take(self, name: str) -> None:
        """One picture."""
        for _ in range(5):
            QApplication.processEvents()
        self._window.grab().save(str(self._folder / f"{name}{self._suffix}.png"))


def main() -> None:
    """Go through the main job and take pictures on the way."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--dark", action="store_true")
    args = parser.parse_args()
    args.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        os.environ["DEMUR_HOME"] = home
        app = QApplication(["demur"])
        if args.dark:
            app.setPalette(_dark())
        services = Services.at_home()
        services.save_profile(Profile(name="Alex Rivera"))
        window = MainWindow(services, PoolRunner())
        scale = f"-{window.devicePixelRatioF():g}x"
        camera = Camera(window, args.folder, scale + ("-dark" if args.dark else "-light"))
        window.resize(_WIDE, _HEIGHT)
        window.show()
        window.start([])
        _tour(window, camera)
        window.close()
        services.close()
        del app


def _dark() -> QPalette:
    """A dark palette such as desktops have; a bare display server brings none."""
    palette = QPalette(QColor("#3a3a3d"), QColor("#2a2a2c"))
    palette.setColor(QPalette.ColorRole.Base, QColor("#1e1e20"))
    palette.setColor(QPalette.ColorRole.PlaceholderText, QColor("#a0a0a4"))
    return palette


def _tour(window: MainWindow, camera: Camera) -> None:
    view = window.view
    camera.wait(lambda: "getting ready" not in window.status.model.text())
    camera.take("1-empty")
    view.sample.click()
    camera.wait(lambda: window.desk.request is not None and window.desk.request.draft is not None)
    camera.take("2-drafting")
    camera.wait(lambda: not window.status.stop.isVisible())
    camera.take("3-drafted")
    view.message.open_flag(view.message.chips[0].flag.id)
    view.reply.letter.go_to_beat(1)
    camera.take("4-explained")
    view.reply.beats.compare.setChecked(True)
    camera.take("5-compared")
    view.reply.advice.second_look.setChecked(True)
    view.reply.checks.line.setChecked(True)
    view.reply.slots.fold.setChecked(True)
    camera.take("6-unfolded")
    view.reply.slots.fold.setChecked(False)
    view.reply.checks.line.setChecked(False)
    window.desk.choose_move(MoveId.NO_REPLY)
    camera.take("7-no-reply")
    window.desk.undo()
    window.resize(_NARROW, _HEIGHT)
    camera.take("8-narrow-message")
    view.pages.setCurrentIndex(2)
    camera.take("9-narrow-reply")


if __name__ == "__main__":
    main()
