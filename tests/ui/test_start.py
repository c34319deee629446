"""One window at a time, and what happens when a defect shows."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from demur.ui import MainWindow
from demur.ui.crash import CrashHandler, report_of
from demur.ui.instance import Instance
from ui_fakes import FakeServices
from ui_hands import letter, paste, put_caret

_START = """
import sys
from PySide6.QtWidgets import QMessageBox
from demur.app import Services
from demur.ui import run
QMessageBox.exec = lambda box: sys.stderr.write(f"dialog: {box.text()} {box.informativeText()}")
sys.exit(run(Services.at_home, sys.argv[1:]))
"""


def second_start(home: Path, *files: str) -> "subprocess.Popen[str]":
    """A start that shows no window and closes a dialog as soon as it is read."""
    environment = os.environ | {"DEMUR_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.Popen(
        [sys.executable, "-c", _START, *files], env=environment, stderr=subprocess.PIPE, text=True
    )


def test_a_second_start_hands_its_files_to_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    first = Instance(tmp_path / "data")
    assert first.claim()
    asked = list[list[Path]]()
    first.asked.connect(asked.append)
    second = second_start(tmp_path, "request.eml")
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=30_000)
    assert asked == [[Path("request.eml").absolute()]]
    assert second.returncode == 0
    assert second.stderr is not None
    assert "Demur is open already; its window takes it from here." in second.stderr.read()
    second.stderr.close()
    first.release()


def test_a_second_start_says_when_the_first_does_not_answer(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    hung = QLockFile(str(tmp_path / "data" / "window.lock"))
    assert hung.tryLock(0)
    second = second_start(tmp_path)
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=30_000)
    assert second.returncode == 1
    assert second.stderr is not None
    assert "dialog: Demur is open already, but its window does not answer. Close it" in second.stderr.read()
    second.stderr.close()
    hung.unlock()


def test_what_keeps_the_window_from_opening_is_told_in_a_dialog(qtbot: QtBot, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.write_text("a file where the folder should be")
    start = second_start(home)
    qtbot.waitUntil(lambda: start.poll() is not None, timeout=30_000)
    assert start.returncode == 1
    assert start.stderr is not None
    said = start.stderr.read()
    assert f"dialog: {home / 'data'} could not be used" in said
    assert "Traceback" not in said
    start.stderr.close()


def test_a_profile_that_cannot_be_read_is_told_in_a_dialog(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    profile = tmp_path / "config" / "profile.toml"
    profile.write_text("name = \n")
    start = second_start(tmp_path)
    qtbot.waitUntil(lambda: start.poll() is not None, timeout=30_000)
    assert start.returncode == 1
    assert start.stderr is not None
    assert f"dialog: {profile}: Invalid value (at line 1, column 8)" in start.stderr.read()
    start.stderr.close()


def test_after_the_first_is_closed_the_next_is_the_first(tmp_path: Path) -> None:
    first = Instance(tmp_path)
    assert first.claim()
    assert not Instance(tmp_path).claim()
    first.release()
    next_one = Instance(tmp_path)
    assert next_one.claim()
    next_one.release()


def broken() -> ZeroDivisionError:
    try:
        1 / 0  # noqa: B018 - breaks on purpose
    except ZeroDivisionError as error:
        return error
    raise AssertionError


def test_a_defect_saves_the_text_first_and_shows_one_report(
    window: MainWindow, services: FakeServices, capsys: pytest.CaptureFixture[str]
) -> None:
    paste(window)
    put_caret(window, "reaching out")
    window.view.reply.letter.insertPlainText(" indeed")
    handler = CrashHandler(window.save_all, window)
    error = broken()
    dialog = handler.handle(type(error), error, error.__traceback__)
    assert dialog is not None
    assert handler.handle(type(error), error, error.__traceback__) is None
    assert [one.draft.text for one in services.kept.values() if one.draft] == [letter(window)]
    assert "indeed" in letter(window)
    copy = next(one for one in dialog.findChildren(QPushButton) if "Copy" in one.text())
    copy.click()
    assert QGuiApplication.clipboard().text() == report_of(error)
    dialog.close()
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_a_defect_on_a_full_disk_says_that_nothing_could_be_saved(
    window: MainWindow, services: FakeServices, capsys: pytest.CaptureFixture[str]
) -> None:
    paste(window)
    services.full_disk = True
    error = broken()
    dialog = CrashHandler(window.save_all, window).handle(type(error), error, error.__traceback__)
    assert dialog is not None
    assert "could not be saved" in dialog.kept.text()
    dialog.close()
    capsys.readouterr()


def test_an_interrupt_from_the_keyboard_is_no_defect(
    qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    handler = CrashHandler(lambda: None, parent)
    assert handler.handle(KeyboardInterrupt, KeyboardInterrupt(), None) is None
    capsys.readouterr()


def test_a_report_says_where_but_holds_no_words_of_the_user() -> None:
    def read(letter: str) -> None:
        raise ValueError(letter)

    with pytest.raises(ValueError, match="Dear") as caught:
        read("Dear Jordan")
    report = report_of(caught.value)
    assert "Dear" not in report
    assert "ValueError" in report
    assert "read, line" in report
