"""The whole way in the window, with everything real: rules, templates, voices, ledger and model."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from command_line import SAMPLE
from demur.app import Services, WritingModel
from demur.domain.advice import MoveId
from demur.domain.draft import Origin
from demur.domain.profile import Profile
from demur.domain.reading import SignalId
from demur.engine import ModelWorker
from demur.storage import Folders
from demur.ui import MainWindow
from demur.ui.background import PoolRunner
from ui_hands import draft, letter, request

PATIENCE_MS = 120_000


@pytest.fixture
def services(tmp_path: Path, writing_worker: ModelWorker) -> Services:
    places = {name: tmp_path / name for name in ("data", "config", "cache")}
    folders = Folders(**places).create()
    return Services(folders, folders.ledger, Profile(name="Alex Rivera"), WritingModel(writing_worker))


def test_from_a_pasted_request_to_a_copied_reply(
    window: MainWindow, services: Services, qtbot: QtBot
) -> None:
    view = window.view
    idle = window.status.stop.isHidden

    pasted = QMimeData()
    pasted.setText(SAMPLE.read_text("utf-8"))
    view.desk.box.insertFromMimeData(pasted)
    qtbot.waitUntil(lambda: bool(view.message.chips), timeout=PATIENCE_MS)
    marked = view.message.view.marked_words
    assert any("refer me" in words for words in marked(SignalId.TOO_SOON))
    assert len(marked(SignalId.MANY_ASKS)) >= 3
    assert marked(SignalId.ONE_SIDED)
    assert window.desk.move in {MoveId.DECLINE, MoveId.DECLINE_HELP}

    qtbot.waitUntil(lambda: window.desk.request is not None and window.desk.request.draft is not None)
    qtbot.waitUntil(idle, timeout=PATIENCE_MS)
    assert letter(window) == draft(window).text
    assert letter(window).startswith("Hello Jordan")
    assert all(check.passed for beat in draft(window).beats for check in beat.checks)

    view.reply.letter.go_to_beat(1)
    view.reply.beats.again.click()
    qtbot.waitUntil(idle, timeout=PATIENCE_MS)
    QTest.keyClicks(view.reply.letter, "Dear me. ")
    view.reply.letter.settle()
    assert draft(window).beats[view.reply.letter.beat].origin is Origin.PERSON

    QTest.mouseClick(view.reply.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == letter(window)
    assert "Dear me. " in letter(window)
    before = request(window)

    window.close()
    again = MainWindow(services, PoolRunner())
    qtbot.addWidget(again)
    again.start([])
    qtbot.waitUntil(lambda: again.view.desk.recent.count() == 1)
    again.view.desk.recent.itemActivated.emit(again.view.desk.recent.item(0))
    qtbot.waitUntil(lambda: again.desk.request is not None)
    assert draft(again) == before.draft
    again.close()
