"""The window comes back as it was left."""

from pathlib import Path
from typing import cast

from pytestqt.qtbot import QtBot

from demur.app import Services
from demur.ui import MainWindow
from demur.ui.geometry import keep, restore
from ui_fakes import AtOnce, FakeServices


def open_window(qtbot: QtBot) -> MainWindow:
    window = MainWindow(cast(Services, FakeServices()), AtOnce())
    qtbot.addWidget(window)
    return window


def test_the_size_is_that_of_the_last_time(qtbot: QtBot, tmp_path: Path) -> None:
    first = open_window(qtbot)
    first.resize(700, 510)
    keep(first, tmp_path / "window.ini")
    again = open_window(qtbot)
    assert again.size() != first.size()
    restore(again, tmp_path / "window.ini")
    assert again.size() == first.size()


def test_what_is_no_geometry_leaves_the_window_as_it_is(qtbot: QtBot, tmp_path: Path) -> None:
    window = open_window(qtbot)
    before = window.size()
    (tmp_path / "window.ini").write_text("[General]\ngeometry=nonsense\n")
    restore(window, tmp_path / "window.ini")
    restore(window, tmp_path / "missing.ini")
    assert window.size() == before


def test_the_first_window_fits_the_screen(qtbot: QtBot) -> None:
    window = open_window(qtbot)
    room = window.screen().availableSize()
    assert window.width() < room.width()
    assert window.height() < room.height()
