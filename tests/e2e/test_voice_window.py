"""A voice learned in the window from a real mailbox, on a thread of its own, and used in the next reply."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

import ui_hands
from demur.app import Services, WritingModel
from demur.domain.profile import Profile
from demur.storage import Folders
from demur.ui import MainWindow
from demur.ui.view.voice_dialog import VoiceDialog
from sent_mail import JORDAN, ME, letter, mail, mbox

PATIENCE_MS = 60_000


@pytest.fixture
def services(tmp_path: Path) -> Services:
    folders = Folders(**{name: tmp_path / "home" / name for name in ("data", "config", "cache")}).create()
    return Services(folders, folders.ledger, Profile(name="Sam Hill"), WritingModel(None))


def test_from_a_dropped_mailbox_to_a_reply_in_that_voice(
    window: MainWindow, services: Services, qtbot: QtBot, tmp_path: Path
) -> None:
    inbox = [mail(f"Dear Sam,\n\nThe {one} is late.", JORDAN, ME) for one in ("book", "map")]
    box = mbox(tmp_path / "All.mbox", [*inbox, *(mail(letter(number)) for number in range(120))])
    window.actions_by_name["voice"].trigger()
    dialog = window.findChild(VoiceDialog)
    assert dialog is not None
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(box))])
    keys, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    dialog.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, buttons, keys))
    dialog.look.click()
    qtbot.waitUntil(dialog.found.isVisible, timeout=PATIENCE_MS)
    assert dialog.found.told.text().startswith("122 messages read, 120 of them yours, by Sam Hill.")
    assert services.voice_shelf.own() == ()
    dialog.keep.click()
    qtbot.waitUntil(lambda: window.desk.voice == "own-1", timeout=PATIENCE_MS)
    window.desk.open_text("Hi Sam,\n\nCould you refer me to your hiring manager?\n\nBest,\nJordan Blake")
    qtbot.waitUntil(lambda: ui_hands.letter(window).startswith("Hi Jordan"), timeout=PATIENCE_MS)
